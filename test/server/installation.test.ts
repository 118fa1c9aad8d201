// The built server as an archive has it: where it keeps its data, what a second start says, how its programs are called.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { openerOf } from '../../server/browser.ts';
import { readConfig } from '../../server/config.ts';
import { readInstallation } from '../../server/installation.ts';
import { StaffClient } from '../../scripts/staff-client.ts';
import { PASSPHRASE, temporaryFolder } from '../with-server.ts';

const ROOT = new URL('../../', import.meta.url).pathname;
const COMMANDS = { start: 'sh kleroterion', rehearse: 'sh rehearse' };

const folder = temporaryFolder();
const inHall = join(folder.path, '大会 材料');
const program = join(inHall, 'kleroterion-0.1.0-linux-x64', 'program');

beforeAll(() => {
  mkdirSync(program, { recursive: true });
  for (const part of ['server', 'client'])
    cpSync(join(ROOT, 'dist', part), join(program, part), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(program, 'node_modules'));
  writeFileSync(join(program, 'package.json'), '{"type":"module"}');
  writeFileSync(join(program, 'archive.json'), JSON.stringify(COMMANDS));
});
afterAll(() => folder.remove());

function start(more: readonly string[] = []) {
  const child = spawn(process.execPath, [join(program, 'server/main.js'), ...more], {
    // Anywhere but where the archive lies, as a file manager starts it.
    cwd: folder.path,
    env: { PATH: '/usr/bin:/bin', LANG: 'en_US.UTF-8', NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => (output += text.toString()));
  const ended = once(child, 'exit');
  return { child, output: () => output, ended };
}

describe('a server from an archive', () => {
  it('keeps its data beside the archive, comes at another port, and is found by a second start', async () => {
    const taken = createServer();
    // Whoever else may have it: it is taken.
    await new Promise<void>((done) => {
      taken.once('error', () => done()).listen(8080, '0.0.0.0', () => done());
    });
    const first = start();
    await expect.poll(first.output, { timeout: 30_000 }).toContain('Ctrl+C');
    const said = first.output();
    const data = join(inHall, 'kleroterion-data');
    expect(said).toContain(`so ${data} is new and empty. If there were meetings before`);
    expect(existsSync(join(data, 'server.sqlite'))).toBe(true);
    expect(existsSync(join(folder.path, 'kleroterion-data'))).toBe(false);
    const [link = '', port = ''] = /http:\/\/\S+:(\d+)\/\S*#invite=\S+/.exec(said) ?? [];
    expect(Number(port)).toBeGreaterThan(8080);
    expect(said).toContain(`so this time it is ${port}`);

    const second = start();
    await second.ended;
    expect(second.child.exitCode).toBe(1);
    expect(second.output()).toBe(
      `Kleroterion is running already: open http://localhost:${port}/console. To start it again, first stop it with Ctrl+C in its window.\n`,
    );

    const origin = `http://127.0.0.1:${port}`;
    const answer = (await (await fetch(`${origin}/api/commands`)).json()) as object;
    expect(answer).toEqual({ ok: true, commands: COMMANDS });
    const staff = new StaffClient(origin);
    await staff.accept(link, '主持', PASSPHRASE);
    await staff.create('年会');
    staff.close();
    first.child.kill('SIGTERM');
    await first.ended;
    expect(first.child.exitCode).toBe(0);
    expect(existsSync(join(data, 'running-at'))).toBe(false);

    const again = start(['--port', '0']);
    await expect.poll(again.output, { timeout: 30_000 }).toContain('Ctrl+C');
    expect(again.output()).not.toContain('#invite=');
    const [, at = ''] = /http:\/\/localhost:(\d+)/.exec(again.output()) ?? [];
    const health = (await (await fetch(`http://127.0.0.1:${at}/healthz`)).json()) as object;
    expect(health).toMatchObject({ ok: true, known: 1, version: packageJson.version });
    again.child.kill('SIGTERM');
    await again.ended;
    taken.close();
  });

  it('a port that somebody chose is the one, or none', async () => {
    const taken = createServer().listen(0, '0.0.0.0');
    await once(taken, 'listening');
    const address = taken.address();
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
    const server = start(['--port', String(port), '--data', join(folder.path, 'other')]);
    await server.ended;
    expect(server.child.exitCode).toBe(1);
    expect(server.output()).toContain(`Port ${String(port)} is in use.`);
    taken.close();
  });

  it.each([
    [['--help'], 'Usage: sh kleroterion [options]'],
    [['--help', '--language', 'zh'], '用法：sh kleroterion [选项]'],
    [['--version'], packageJson.version],
  ])('%s', async (options, says) => {
    const server = start(options);
    await server.ended;
    expect(server.child.exitCode).toBe(0);
    expect(server.output()).toContain(says);
  });
});

describe('an installation', () => {
  const at = (...path: readonly string[]) => {
    const place = join(folder.path, ...path, 'program');
    mkdirSync(place, { recursive: true });
    const mark = join(place, 'archive.json');
    writeFileSync(mark, JSON.stringify(COMMANDS));
    return readInstallation(mark).data;
  };

  it('of a newer version finds the same data, also where a system unpacks into one more folder', () => {
    const data = join(folder.path, 'a', 'kleroterion-data');
    expect(at('a', 'kleroterion-0.1.0-win-x64')).toBe(data);
    expect(at('a', 'kleroterion-0.2.0-win-x64', 'kleroterion-0.2.0-win-x64')).toBe(data);
    expect(at('a', 'kleroterion-0.3.0-win-x64 (1)', 'kleroterion-0.3.0-win-x64')).toBe(data);
    expect(at('a', 'renamed')).toBe(data);
  });

  it('from a clone is called by npm, and keeps its port', () => {
    const clone = readInstallation(join(folder.path, 'nowhere.json'));
    expect(clone).toMatchObject({ isArchive: false, data: './kleroterion-data' });
    const said = (argv: readonly string[]) => {
      const reading = readConfig(argv, { LANG: 'en' }, clone);
      return reading.ok ? reading.config.portsAfter : reading.sentence;
    };
    expect(said([])).toBe(0);
    expect(said(['--help'])).toContain('Usage: npm start -- [options]');
  });
});

it('a page is opened only where somebody sits before a desktop', () => {
  expect(openerOf('linux', {})).toBeNull();
  expect(openerOf('linux', { DISPLAY: ':0' })).toEqual(['xdg-open']);
  expect(openerOf('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toEqual(['xdg-open']);
  expect(openerOf('linux', { DISPLAY: 'localhost:10.0', SSH_CONNECTION: '10.0.0.1' })).toBeNull();
  expect(openerOf('win32', {})?.[0]).toBe('rundll32');
});
