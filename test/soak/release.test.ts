// The archive for this machine, made by `npm run release` and run as somebody would who has just unpacked it: no Node, no
// npm, no compiler on the path, no network but the machine's own.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { StaffClient } from '../../scripts/staff-client.ts';
import { freePort } from '../server-process.ts';
import { PASSPHRASE, temporaryFolder } from '../with-server.ts';

const ROOT = new URL('../../', import.meta.url).pathname;
const NAME = `kleroterion-${packageJson.version}-linux-x64`;
const MINUTES = 60_000;

const folder = temporaryFolder();
const made = join(folder.path, 'made');
const hall = join(folder.path, '大会 材料');
const archive = join(hall, NAME);
const data = join(hall, 'kleroterion-data');
const bare = join(folder.path, 'bin');
let log = '';

/** Compiling takes minutes where it was never done before. */
beforeAll(async () => {
  log = release(made);
  mkdirSync(hall);
  execFileSync('tar', ['-xzf', join(made, `${NAME}.tar.gz`), '-C', hall]);
  mkdirSync(bare);
  // What a start script may use: nothing of it is Node, npm or a compiler.
  for (const tool of ['sh', 'dirname', 'readlink', 'chmod', 'cat', 'unshare', 'ip'])
    execFileSync('sh', ['-c', `ln -s "$(command -v ${tool})" "${bare}/" || true`]);
}, 20 * MINUTES);
afterAll(() => folder.remove());

function release(out: string): string {
  return execFileSync('npm', ['run', 'release', '--', '--only', 'linux-x64', '--out', out], {
    cwd: ROOT,
    encoding: 'utf8',
  });
}

/** A network namespace of its own where this machine lets us have one: then nothing can be fetched. */
const isAlone = spawnSync('unshare', ['-n', 'true']).status === 0;

function run(script: string, args: readonly string[], alone = false) {
  const command = [join(archive, script), ...args];
  // The loopback of a new namespace is down.
  const inside = ['-n', 'sh', '-c', 'ip link set lo up; exec sh "$@"', 'sh', ...command];
  const child = spawn(join(bare, alone ? 'unshare' : 'sh'), alone ? inside : command, {
    cwd: '/',
    env: { PATH: bare, LANG: 'en_US.UTF-8' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => (output += text.toString()));
  return { child, output: () => output, ended: once(child, 'exit') };
}

async function started(port: number) {
  const server = run('kleroterion', ['--port', String(port)]);
  await expect.poll(server.output, { timeout: MINUTES }).toContain('Ctrl+C');
  return server;
}

it('runs from an empty folder, keeps its data beside itself, and finds it again', async () => {
  const port = await freePort();
  const origin = `http://127.0.0.1:${String(port)}`;
  const server = await started(port);
  expect((await fetch(origin)).status).toBe(200);
  const [link = ''] = /\S+#invite=\S+/.exec(server.output()) ?? [];
  const staff = new StaffClient(origin);
  await staff.accept(link, '主持', PASSPHRASE);
  await staff.create('年会');
  const { meeting } = staff;
  staff.close();
  server.child.kill('SIGTERM');
  await server.ended;
  expect(server.child.exitCode).toBe(0);
  expect(server.output()).toContain('everything is saved');
  expect(existsSync(join(data, 'server.sqlite'))).toBe(true);

  // An update: the folder of another version beside the old one.
  const newer = join(hall, 'kleroterion-99.0.0-linux-x64');
  renameSync(archive, newer);
  const again = spawn(join(bare, 'sh'), [join(newer, 'kleroterion'), '--port', String(port)], {
    env: { PATH: bare },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await expect
    .poll(
      () =>
        fetch(`${origin}/m/${meeting}/api/snapshot`).then(
          ({ status }) => status,
          () => 0,
        ),
      {
        timeout: MINUTES,
      },
    )
    .toBe(200);
  const ended = once(again, 'exit');
  again.kill('SIGTERM');
  await ended;
  renameSync(newer, archive);
});

it(
  'rehearses with simulated phones, the whole founding case',
  async () => {
    const port = await freePort();
    const other = join(hall, 'other');
    const server = run('kleroterion', ['--port', String(port), '--data', other, '--backup', 'off']);
    await expect.poll(server.output, { timeout: MINUTES }).toContain('Ctrl+C');
    const [link = ''] = /\S+#invite=\S+/.exec(server.output()) ?? [];
    const phones = run('rehearse', ['--url', link, '--phones', '30', '--pace', '1']);
    await phones.ended;
    expect(phones.output()).not.toContain('npm');
    expect(phones.child.exitCode, phones.output()).toBe(0);
    server.child.kill('SIGTERM');
    await server.ended;
  },
  10 * MINUTES,
);

it('starts where there is no network at all, and without the right to execute', async () => {
  const node = join(archive, 'program/node');
  for (const file of [node, join(archive, 'kleroterion')]) chmodSync(file, 0o644);
  const server = run('kleroterion', ['--port', '0'], isAlone);
  await expect.poll(server.output, { timeout: MINUTES }).toContain('Ctrl+C');
  if (isAlone) expect(server.output()).toContain('No LAN address was found');
  expect(statSync(node).mode & 0o100).toBe(0o100);
  server.child.kill('SIGTERM');
  await server.ended;
  expect(server.output()).toContain('everything is saved');
});

it('says one sentence where its Node cannot run', async () => {
  const node = join(archive, 'program/node');
  renameSync(node, `${node}-away`);
  const server = run('kleroterion', ['--port', '0']);
  await server.ended;
  renameSync(`${node}-away`, node);
  expect(server.child.exitCode).toBe(1);
  expect(server.output()).toMatch(
    /^Kleroterion cannot start on this computer\.[^\n]*glibc[^\n]*\n$/,
  );
});

it('holds what runs and its licences, and neither sources nor what only builds', () => {
  const files = readdirSync(archive, { recursive: true, encoding: 'utf8' });
  for (const wanted of ['READ-ME.txt', 'LICENSE', 'THIRD-PARTY-LICENCES.txt', 'rehearse'])
    expect(files).toContain(wanted);
  const aside =
    /\.(ts|tsx|map|cc|cpp|h|c|gyp)$|(?<!licen[cs]e)\.md$|node_modules\/(vite|typescript|react|prebuild-install)\//i;
  expect(files.filter((file) => aside.test(file))).toEqual([]);
  const licences = readFileSync(join(archive, 'THIRD-PARTY-LICENCES.txt'), 'utf8');
  for (const one of [
    'Node.js 24',
    'better-sqlite3 ',
    'fastify ',
    'react ',
    '@fontsource/ibm-plex-mono ',
  ])
    expect(licences).toContain(`\n${one}`);
});

it(
  'is made of the same bytes again, and its sum beside it is true',
  () => {
    const twice = join(folder.path, 'twice');
    release(twice);
    const file = `${NAME}.tar.gz`;
    expect(readFileSync(join(twice, file)).equals(readFileSync(join(made, file)))).toBe(true);
    const checked = spawnSync('sha256sum', ['-c', 'SHA256SUMS'], { cwd: made, encoding: 'utf8' });
    expect(checked.stdout).toBe(`${file}: OK\n`);
    expect(log).toContain(`made      ${file}`);
  },
  10 * MINUTES,
);
