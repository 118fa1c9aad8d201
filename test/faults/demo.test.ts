// `npm run demo` as a process of its own: the example meeting opens and moves by itself, and all of it ends when asked.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { io, type Socket } from 'socket.io-client';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ViewMirror } from '../../server/rehearsal/view-mirror.ts';
import { openServerFile } from '../../server/store/server-file.ts';
import { connectionTo, NAMESPACE } from '../../shared/protocol.ts';
import type { PublicView } from '../../shared/views/audiences/audiences.ts';
import { freePort } from '../server-process.ts';
import { databasesIn, temporaryFolder } from '../with-server.ts';

const DEMO = new URL('../../scripts/demo.mjs', import.meta.url).pathname;
/** A machine that is busy with other tests takes its time. */
const PATIENCE = { timeout: 60_000, interval: 20 };

let folder: ReturnType<typeof temporaryFolder>;
let data: string;
const running = new Set<() => void>();
const sockets: Socket[] = [];

beforeEach(() => {
  folder = temporaryFolder();
  data = join(folder.path, 'demo');
});
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.disconnect();
  for (const kill of running) kill();
  running.clear();
  folder.remove();
});

function demo(...more: readonly string[]) {
  const child = spawn(
    process.execPath,
    [DEMO, '--language', 'en', '--data', data, '--phones', '60', ...more],
    { stdio: ['ignore', 'pipe', 'pipe'], detached: true },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => (output += text.toString()));
  /** @param group to all its processes, as Ctrl-C in a terminal does; else to the first alone */
  const signal = (name: NodeJS.Signals, group: boolean) => {
    if (child.pid !== undefined) process.kill(group ? -child.pid : child.pid, name);
  };
  const kill = () => {
    signal('SIGTERM', true);
  };
  running.add(kill);
  // Not `exit`: the pipes close only when every process that writes into them is gone.
  const closed = once(child, 'close').then(([code]) => {
    running.delete(kill);
    return code as number | null;
  });
  return { output: () => output, signal, closed };
}

function watch(address: string): ViewMirror<PublicView> {
  const url = new URL(address);
  const mirror = new ViewMirror<PublicView>();
  const socket = io(`${url.origin}${NAMESPACE.public}`, {
    ...connectionTo(url.pathname.split('/')[2] ?? ''),
    forceNew: true,
    transports: ['websocket'],
    extraHeaders: { origin: url.origin },
  });
  sockets.push(socket);
  mirror.follow(socket);
  return mirror;
}

const answers = (origin: string) =>
  fetch(`${origin}/healthz`).then(
    ({ ok }) => ok,
    () => false,
  );

async function screenOf({ output }: ReturnType<typeof demo>): Promise<string> {
  await expect.poll(output, PATIENCE).toMatch(/http\S+\/screen\n/);
  return /http\S+\/screen/.exec(output())?.[0] ?? '';
}

/** The server answers no more and has let go of its folder. */
async function allGone(origin: string): Promise<void> {
  expect(await answers(origin)).toBe(false);
  const opened = openServerFile(join(data, 'server.sqlite'));
  expect(opened.ok).toBe(true);
  if (opened.ok) opened.file.close();
}

it('the example meeting opens, moves without being told, is scored, and ends with one Ctrl-C', async () => {
  const port = await freePort();
  const origin = `http://127.0.0.1:${String(port)}`;
  const run = demo('--port', String(port), '--pace', '2', '--rest', '0');
  await expect.poll(() => answers(origin), PATIENCE).toBe(true);
  const screen = await screenOf(run);
  expect((await fetch(screen)).headers.get('content-type')).toContain('text/html');
  const hall = watch(screen);
  await hall.until(({ stage }) => (stage?.item ?? null) !== null);
  expect(hall.view.stage?.meeting.rehearsal).toBe(true);
  await hall.until(({ progress }) => progress?.kind === 'score' && progress.done >= 5);

  // Somebody starts it once more in another window.
  const second = demo('--port', '0');
  expect(await second.closed).toBe(1);
  expect(second.output()).toContain('Another demo works in');
  expect(await answers(origin)).toBe(true);

  run.signal('SIGINT', true);
  expect(await run.closed).toBe(0);
  expect(run.output()).toContain('Ending the demo');
  await allGone(origin);
});

it('a second start says whether it begins anew or goes on, and a signal to the first process alone ends all', async () => {
  for (const [more, says, meetings] of [
    // A pace and a rest of minutes: neither comes before the first item, which a newcomer waits for.
    [['--pace', '600', '--rest', '600'], null, 1],
    [[], 'Starting afresh', 1],
    [['--keep'], 'Going on in', 2],
  ] as const) {
    const run = demo('--port', '0', ...more);
    const screen = await screenOf(run);
    if (says === null) {
      expect(run.output()).not.toMatch(/Starting afresh|Going on in/);
      await watch(screen).until(({ stage }) => (stage?.item ?? null) !== null);
    } else expect(run.output()).toContain(says);
    const { origin } = new URL(screen);
    expect(await answers(origin)).toBe(true);
    run.signal('SIGINT', false);
    expect(await run.closed).toBe(0);
    await allGone(origin);
    expect(databasesIn(data)).toHaveLength(meetings);
  }
});

it('options without a meaning get a sentence, and a folder of somebody else is left alone', async () => {
  const refused = async (...more: readonly string[]) => {
    const run = demo(...more);
    expect(await run.closed, more.join(' ')).toBe(1);
    expect(run.output()).not.toMatch(/ at .*\.ts|Error:/);
    return run.output().split('\n')[0];
  };
  const phones = (given: string) => `--phones takes a whole number from 5 to 300, not “${given}”.`;
  for (const given of ['abc', '0', '100000'])
    expect(await refused('--phones', given)).toBe(phones(given));
  expect(await refused('--pace', '0')).toContain('--pace takes a whole number');
  expect(await refused('--prot', '1')).toBe('The option --prot is not known.');
  expect(existsSync(data)).toBe(false);
  mkdirSync(data);
  writeFileSync(join(data, 'mine.txt'), 'mine');
  expect(await refused()).toContain('holds other files and was left alone');
  expect(readdirSync(data)).toEqual(['mine.txt']);
});
