// Node itself, as npm has it: fetched from where npm is set up to fetch from, and only the bytes that are pinned here.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { capture, root } from '../prepare.mjs';
import { NODE_VERSION, type Platform } from './platforms.ts';

export const CACHE = join(root, '.cache/release');

/** The folder of the unpacked package: `bin`, on Linux `include` and `LICENSE` as well. */
export async function fetchNode({ name, integrity }: Platform): Promise<string> {
  const folder = join(CACHE, `node-${name}-${NODE_VERSION}`);
  const packed = `${folder}.tgz`;
  mkdirSync(CACHE, { recursive: true });
  if (!existsSync(packed))
    await must('npm', ['pack', `node-${name}@${NODE_VERSION}`, '--pack-destination', CACHE]);
  const found = `sha512-${createHash('sha512').update(readFileSync(packed)).digest('base64')}`;
  if (found !== integrity) {
    rmSync(packed);
    throw new Error(`node-${name}@${NODE_VERSION} is not what is pinned: ${found}`);
  }
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  await must('tar', ['-xzf', packed, '-C', folder, '--strip-components=1']);
  return folder;
}

/** Runs a command; throws with what it printed when it fails. */
export async function must(
  command: string,
  args: readonly string[],
  more: NodeJS.ProcessEnv = {},
): Promise<string> {
  const { code, output } = await capture(command, args, { ...process.env, ...more });
  if (code !== 0) throw new Error(`failed: ${command} ${args.join(' ')}\n${output.trimEnd()}`);
  return output;
}
