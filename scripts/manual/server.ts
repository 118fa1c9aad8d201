// The built server for the pictures: a process and a folder of its own, with the address of an ordinary hall.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const MAIN = new URL('../../dist/server/main.js', import.meta.url).pathname;
/** What tickets and the screen show; the pages themselves are opened at this machine. */
export const HALL_ADDRESS = 'http://192.168.1.20:8080';
const START_MS = 60_000;

export interface PictureServer {
  readonly origin: string;
  /** The folder above its data and copies. */
  readonly folder: string;
  /** The first moderator's one-time link, opened at this machine. */
  readonly link: string;
  stop(): Promise<void>;
}

export async function startPictureServer(language: 'zh' | 'en'): Promise<PictureServer> {
  const folder = mkdtempSync(join(tmpdir(), 'kleroterion-manual-'));
  const port = await freePort();
  const origin = `http://127.0.0.1:${String(port)}`;
  const args = ['--port', String(port), '--data', join(folder, 'kleroterion-data')];
  const child = spawn(
    process.execPath,
    [MAIN, ...args, '--public-url', HALL_ADDRESS, '--language', language],
    { env: { ...process.env, NODE_ENV: 'production' }, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  process.once('exit', () => child.kill('SIGKILL'));
  const ended = once(child, 'exit');
  let output = '';
  child.stdout.on('data', (text: Buffer) => (output += text.toString()));
  const began = performance.now();
  let invite: string | undefined;
  while ((invite = /#invite=\S+/.exec(output)?.[0]) === undefined) {
    if (child.exitCode !== null || performance.now() - began > START_MS) throw new Error(output);
    await wait(20);
  }
  return {
    ...{ origin, folder, link: `${origin}/console${invite}` },
    async stop() {
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}
