// The scripts that a person starts: they find the Node beside them and hand everything over to it.
import { releaseText } from '../../shared/text/release.ts';
import type { Platform } from './platforms.ts';

const { zh, en } = releaseText;

/** Name in the archive, and text. */
export function startScripts({ os, cpu }: Platform): readonly (readonly [string, string])[] {
  return os === 'linux'
    ? [
        ['kleroterion', head('Starts Kleroterion.', cpu) + SERVER],
        ['rehearse', head('Simulated phones for a rehearsal.', cpu) + REHEARSAL],
      ]
    : [
        ['kleroterion.cmd', batch('server\\main.js')],
        ['rehearse.cmd', batch('tools\\rehearse.js')],
      ];
}

/** Up to the place where `$node` runs; says so in the language of the session where it does not. */
const head = (what: string, cpu: string) => `#!/bin/sh
# ${what} Options: --help
self=$0
while [ -L "$self" ]; do
  link=$(readlink "$self")
  case $link in
    /*) self=$link ;;
    *) self=$(dirname "$self")/$link ;;
  esac
done
program=$(CDPATH= cd -- "$(dirname -- "$self")" && pwd -P)/program || exit 1
node=$program/node
failed=
# What it says in English, and in Chinese.
say() {
  case \${LC_ALL:-\${LC_MESSAGES:-$LANG}} in
    en*) echo "$1" ;;
    *) echo "$2" ;;
  esac
}
# A memory stick or an unpacking program may have lost the right to execute.
[ -x "$node" ] || chmod u+x "$node" 2>/dev/null
if ! "$node" --version >/dev/null 2>&1; then
  say "${en.cannotRun.linux} Linux ${cpu}, glibc 2.28+." "${zh.cannotRun.linux} Linux ${cpu}, glibc 2.28+。" >&2
  failed=1
fi
NODE_ENV=\${NODE_ENV:-production}
export NODE_ENV
`;

const SERVER = `
# With options or from another program: as a command. The window of a double click closes with this script, so what went
# wrong is to be read first.
if [ -z "$failed" ] && { [ $# -gt 0 ] || ! [ -t 0 ]; }; then
  exec "$node" "$program/server/main.js" "$@"
fi
if [ -z "$failed" ]; then
  trap : INT
  "$node" "$program/server/main.js"
  failed=$?
fi
if [ "$failed" -ne 0 ] && [ -t 0 ]; then
  say "${en.pressEnter}" "${zh.pressEnter}"
  read -r _
fi
exit "$failed"
`;

const REHEARSAL = `[ -z "$failed" ] || exit 1
exec "$node" "$program/tools/rehearse.js" "$@"
`;

const batch = (script: string) => `@echo off
setlocal
chcp 65001 >nul
set "PROGRAM=%~dp0program"
if not exist "%PROGRAM%\\node.exe" (
  echo ${zh.cannotRun.win32}
  echo ${en.cannotRun.win32}
  pause
  exit /b 1
)
set "NODE_ENV=production"
"%PROGRAM%\\node.exe" "%PROGRAM%\\${script}" %*
if not errorlevel 1 exit /b 0
if "%~1"=="" pause
exit /b 1
`;
