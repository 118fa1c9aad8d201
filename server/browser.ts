// Opens a page where somebody sits before a desktop. Where there is none, or nothing opens, the terminal has the address.
import { spawn } from 'node:child_process';

type Environment = Readonly<Record<string, string | undefined>>;

/** What opens a page, or null: no desktop, or one that is somewhere else. */
export function openerOf(
  platform: NodeJS.Platform,
  env: Environment,
): readonly [program: string, ...before: string[]] | null {
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'];
  if (platform === 'darwin') return ['open'];
  const sits = Boolean(env['DISPLAY'] ?? env['WAYLAND_DISPLAY']);
  return sits && env['SSH_CONNECTION'] === undefined ? ['xdg-open'] : null;
}

/** Never fails, never waits, and outlives this process. */
export function openPage(url: string): void {
  const [program, ...before] = openerOf(process.platform, process.env) ?? [];
  if (program === undefined) return;
  spawn(program, [...before, url], { detached: true, stdio: 'ignore' })
    .on('error', () => undefined)
    .unref();
}
