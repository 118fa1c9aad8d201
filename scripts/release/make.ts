// Makes the archives: the built server and pages, the modules they run with, Node itself, and scripts to start it all.
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import packageJson from '../../package.json' with { type: 'json' };
import { releaseText } from '../../shared/text/release.ts';
import { root } from '../prepare.mjs';
import { tarGz, zip, type Entry } from './archive.ts';
import { fetchNode, must } from './fetched.ts';
import { closure, filesOf, importedBy, licences } from './modules.ts';
import { COMPILED, nativeModule } from './native.ts';
import { NODE_VERSION, PLATFORMS, type Platform } from './platforms.ts';
import { startScripts } from './start-scripts.ts';

const NAMES = PLATFORMS.map(({ name }) => name);
const HELP = `npm run release -- [--only PLATFORM[,PLATFORM]] [--module PLATFORM=FILE] [--out FOLDER]

Makes an archive for each of ${NAMES.join(', ')} under dist/release/, and SHA256SUMS. Says
which could not be made, and why; ends with 1 where one that --only names is among them.

  --only     these alone
  --module   takes the compiled better-sqlite3 of a platform from a file: better_sqlite3.node, or
             what its makers offer for download (…-node-v137-win32-x64.tar.gz); may be given again
  --out      another folder
`;

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    module: { type: 'string', multiple: true, default: [] },
    out: { type: 'string', default: join(root, 'dist/release') },
    help: { type: 'boolean', default: false },
  },
});
const asked = values.only?.split(',') ?? NAMES;
const given = new Map(values.module.map((one) => cut(one)));
const unknown = [...asked, ...given.keys()].filter((name) => !NAMES.some((one) => one === name));
if (values.help) process.stdout.write(HELP);
else if (unknown.length > 0) {
  process.stderr.write(`no platform: ${unknown.join(', ')}\n\n${HELP}`);
  process.exitCode = 1;
} else await release();

/** The name before the equals sign, and what follows it. */
function cut(text: string): readonly [string, string] {
  const at = text.indexOf('=');
  return [text.slice(0, Math.max(at, 0)), text.slice(at + 1)];
}

async function release(): Promise<void> {
  const commit = (await must('git', ['rev-parse', '--short=12', 'HEAD'])).trim();
  const time = Number(await must('git', ['log', '-1', '--format=%ct']));
  if ((await must('git', ['status', '--porcelain'])) !== '')
    console.log(`Mind: the tree holds changes that ${commit} does not have.`);
  const program = await programEntries();
  mkdirSync(values.out, { recursive: true });
  const sums: string[] = [];
  const lacking: string[] = [];
  for (const platform of PLATFORMS.filter(({ name }) => asked.includes(name))) {
    try {
      const entries = [...program, ...(await platformEntries(platform, commit))];
      const folder = `kleroterion-${packageJson.version}-${platform.name}`;
      const placed = entries.map((entry) => ({ ...entry, path: `${folder}/${entry.path}` }));
      const bytes = (platform.ending === 'zip' ? zip : tarGz)(placed, time);
      const file = `${folder}.${platform.ending}`;
      writeFileSync(join(values.out, file), bytes);
      sums.push(`${createHash('sha256').update(bytes).digest('hex')}  ${file}\n`);
      console.log(`made      ${file}, ${(bytes.length / 1e6).toFixed(1)} MB`);
    } catch (error) {
      lacking.push(platform.name);
      const why = error instanceof Error ? error.message : String(error);
      console.log(`NOT MADE  ${platform.name}: ${why}`);
    }
  }
  writeFileSync(join(values.out, 'SHA256SUMS'), sums.join(''));
  if (sums.length === 0 || (values.only !== undefined && lacking.length > 0)) process.exitCode = 1;
}

/** What is the same on all platforms. */
async function programEntries(): Promise<readonly Entry[]> {
  const tools = mkdtempSync(join(tmpdir(), 'kleroterion-tools-'));
  try {
    await build({
      ...{ root, configFile: false, publicDir: false, logLevel: 'warn' },
      build: {
        ...{ ssr: true, outDir: tools, emptyOutDir: true, target: 'node20' },
        rolldownOptions: {
          input: { rehearse: join(root, 'scripts/rehearse.ts') },
          output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
        },
      },
    });
    const built = [
      ...below(join(root, 'dist/server'), 'program/server'),
      ...below(join(root, 'dist/client'), 'program/client'),
      ...below(tools, 'program/tools'),
      // Where scripts/rehearsal/ looks for it: beside the folder of its own file.
      ...below(join(root, 'scripts/example'), 'program/example'),
    ].filter(({ path }) => !path.endsWith('.map') && !path.includes('/.'));
    const runs = [join(root, 'dist/server'), tools].flatMap((folder) =>
      readdirSync(folder)
        .filter((file) => file.endsWith('.js'))
        .map((file) => join(folder, file)),
    );
    const modules = closure(importedBy(runs), root);
    const pages = closure(importedBy([...sources('client'), ...sources('shared')]), root);
    return [
      ...built,
      ...[...modules].flatMap((folder) =>
        filesOf(folder, root).map((entry) => ({ ...entry, path: `program/${entry.path}` })),
      ),
      text('program/package.json', JSON.stringify({ type: 'module' })),
      { path: 'LICENSE', bytes: readFileSync(join(root, 'LICENSE')) },
      text(
        'THIRD-PARTY-LICENCES.txt',
        licences(new Set([...modules, ...pages]), [
          [`Node.js ${NODE_VERSION}`, await nodeLicence()],
        ]),
      ),
    ];
  } finally {
    rmSync(tools, { recursive: true, force: true });
  }
}

async function platformEntries(platform: Platform, commit: string): Promise<readonly Entry[]> {
  const node = await fetchNode(platform);
  const module = await nativeModule(platform, given.get(platform.name), node);
  const named = {
    ...platform.commands,
    ...{ version: packageJson.version, commit, folder: platform.name },
  };
  const { zh, en } = releaseText;
  const readMe = [zh, en].map((one) => one.readMe(named, platform.os)).join('\n\n\n');
  const isWindows = platform.os === 'win32';
  const lines = (text: string) => (isWindows ? text.replaceAll('\n', '\r\n') : text);
  return [
    {
      path: `program/${platform.node.to}`,
      bytes: readFileSync(join(node, platform.node.from)),
      executable: true,
    },
    { path: `program/node_modules/better-sqlite3/${COMPILED}`, bytes: module },
    text('program/archive.json', JSON.stringify(platform.commands)),
    // Older editors of Windows take UTF-8 for something else without the mark.
    text('READ-ME.txt', `${isWindows ? '\uFEFF' : ''}${lines(`${readMe}\n`)}`),
    ...startScripts(platform).map(([path, script]) => ({
      ...text(path, lines(script)),
      executable: true,
    })),
  ];
}

/** The package for Windows has no text of it. */
async function nodeLicence(): Promise<string> {
  const linux = PLATFORMS.find(({ name }) => name === 'linux-x64');
  if (!linux) throw new Error('no linux-x64');
  return readFileSync(join(await fetchNode(linux), 'LICENSE'), 'utf8').trim();
}

function text(path: string, content: string): Entry {
  return { path, bytes: Buffer.from(content) };
}

function below(folder: string, as: string): readonly Entry[] {
  return paths(folder).map((path) => ({
    path: `${as}/${relative(folder, path).split(sep).join('/')}`,
    bytes: readFileSync(path),
  }));
}

function sources(folder: string): readonly string[] {
  return paths(join(root, folder)).filter((path) => /\.tsx?$/.test(path));
}

function paths(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
