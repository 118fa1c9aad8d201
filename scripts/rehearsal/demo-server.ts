// The built server as a process of its own, on a data folder that belongs to the demo alone.
import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openServerFile } from '../../server/store/server-file.ts';
import { StaffClient } from '../staff-client.ts';

export interface DemoServer {
  readonly origin: string;
  readonly staff: StaffClient;
  /** Milliseconds from the start of the process to its first answer. */
  readonly startedIn: number;
  readonly ended: Promise<unknown>;
  stop(): Promise<void>;
}

interface Account {
  readonly name: string;
  readonly passphrase: string;
}

const MAIN = new URL('../../dist/server/main.js', import.meta.url).pathname;
/** Says that a folder is the demo's, and keeps the account with which it goes on. */
const MARK = 'demo.json';
const START_MS = 60_000;

/** `emptied` and `kept`: a demo ran here before. `foreign` and `running`: nothing was touched. */
export type FolderFound = 'new' | 'emptied' | 'kept' | 'foreign' | 'running';

/** Empties the demo's folder, or leaves it; not where it is somebody else's, nor while another demo works in it. */
export function prepareFolder(folder: string, keep: boolean): FolderFound {
  const isOurs = existsSync(join(folder, MARK));
  if (!isOurs && existsSync(folder) && readdirSync(folder).length > 0) return 'foreign';
  if (isOurs && isServed(folder)) return 'running';
  if (!keep) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return isOurs ? (keep ? 'kept' : 'emptied') : 'new';
}

function isServed(folder: string): boolean {
  const path = join(folder, 'server.sqlite');
  if (!existsSync(path)) return false;
  const opened = openServerFile(path);
  if (opened.ok) opened.file.close();
  return !opened.ok && opened.flaw === 'in-use';
}

/** @throws Error with the server's own words where it does not start */
export async function startDemoServer(options: {
  readonly folder: string;
  readonly port: number;
  readonly language: 'zh' | 'en';
  readonly name: string;
}): Promise<DemoServer> {
  const { folder, language, name } = options;
  const port = await freePort(options.port);
  const began = performance.now();
  const args = [
    '--port',
    String(port),
    '--data',
    folder,
    '--backup',
    'off',
    '--language',
    language,
  ];
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
    // Ctrl-C is for this process: it ends the server when the phones have said good-bye.
    detached: true,
  });
  // However this process ends, nothing of it stays behind.
  process.once('exit', () => child.kill('SIGKILL'));
  const ended = once(child, 'exit');
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => (output += text.toString()));
  const origin = `http://localhost:${String(port)}`;
  while (!(await answers(origin))) {
    if (child.exitCode !== null) throw new Error(output.trim());
    if (performance.now() - began > START_MS) {
      child.kill();
      throw new Error(output.trim());
    }
    await wait(20);
  }
  const startedIn = performance.now() - began;
  const staff = new StaffClient(origin);
  await logIn(staff, folder, name, () => /\S+#invite=\S+/.exec(output)?.[0]);
  return { origin, staff, startedIn, ended, stop: () => stop(child, ended) };
}

async function logIn(
  staff: StaffClient,
  folder: string,
  name: string,
  link: () => string | undefined,
): Promise<void> {
  const mark = join(folder, MARK);
  if (existsSync(mark)) {
    const account = JSON.parse(readFileSync(mark, 'utf8')) as Account;
    await staff.logIn(account.name, account.passphrase);
    return;
  }
  const account: Account = { name, passphrase: randomBytes(18).toString('base64url') };
  // The link is printed a moment after the first answer.
  for (let waited = 0; link() === undefined && waited < 10_000; waited += 20) await wait(20);
  await staff.accept(link() ?? '', account.name, account.passphrase);
  writeFileSync(mark, JSON.stringify(account), { mode: 0o600 });
}

function answers(origin: string): Promise<boolean> {
  return fetch(`${origin}/healthz`).then(
    () => true,
    () => false,
  );
}

async function stop(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  child.kill('SIGTERM');
  await ended;
}

/** The port that was asked for, else one that the system chooses. */
async function freePort(wish: number): Promise<number> {
  for (const port of [wish, 0]) {
    const server = createServer();
    const listening = await new Promise<boolean>((resolve) => {
      server.once('error', () => {
        resolve(false);
      });
      server.listen(port, () => {
        resolve(true);
      });
    });
    if (!listening) continue;
    const address = server.address();
    server.close();
    await once(server, 'close');
    if (address !== null && typeof address === 'object') return address.port;
  }
  throw new Error('no free port');
}
