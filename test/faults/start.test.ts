// What keeps the server from starting: one sentence, exit code 1, nothing touched.
import Database from 'better-sqlite3';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StaffClient } from '../../scripts/staff-client.ts';
import { freePort, runServer, staffLink, startServerProcess } from '../server-process.ts';
import { selfSigned } from '../server/self-signed.ts';
import { databasesIn, must, PASSPHRASE, temporaryFolder } from '../with-server.ts';

async function ends(args: readonly string[]) {
  const { child, output } = runServer([...args, '--language', 'en', '--host', '127.0.0.1']);
  const [code] = (await once(child, 'exit')) as [number | null];
  return { code, output: output().trim() };
}

function oneSentence(output: string): void {
  expect(output.split('\n'), output).toHaveLength(1);
  expect(output).not.toMatch(/ at .*\.js|Error:/);
}

describe('starting', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let data: string;
  beforeEach(() => {
    folder = temporaryFolder();
    data = join(folder.path, 'data');
  });
  afterEach(() => {
    folder.remove();
  });

  it('prints addresses, a QR code and a staff link; keeps its files to itself; stops when asked', async () => {
    const server = await startServerProcess(await freePort(), data);
    await staffLink(server);
    expect(server.output()).toContain(server.origin.replace('127.0.0.1', 'localhost'));
    expect(server.output()).toMatch(/[▀▄█]{10}/);
    expect(statSync(data).mode & 0o777).toBe(0o700);
    expect(statSync(join(data, 'server.sqlite')).mode & 0o777).toBe(0o600);
    expect(await server.stop()).toBe(0);
  });

  it('refuses settings that are not what they should be', async () => {
    for (const args of [
      ['--prot', '1'],
      ['--port', '99999'],
      ['--public-url', 'ftp://x'],
      ['--backup', data, '--data', data],
      ['--tls-cert', 'cert.pem'],
      ['--tls-cert', 'no-such.pem', '--tls-key', 'no-such.pem'],
      ['--trust-proxy', 'nginx'],
    ]) {
      const { code, output } = await ends(args);
      expect([args, code]).toEqual([args, 1]);
      oneSentence(output);
    }
    expect((await ends(['--help'])).code).toBe(0);
  });

  it('a certificate and a key that do not belong together', async () => {
    const files = ['cert.pem', 'key.pem'].map((name) => join(folder.path, name));
    writeFileSync(files[0]!, selfSigned().cert);
    writeFileSync(files[1]!, selfSigned().key);
    const tls = ['--tls-cert', files[0]!, '--tls-key', files[1]!];
    const { code, output } = await ends(['--port', '0', '--data', data, ...tls]);
    expect(code).toBe(1);
    oneSentence(output);
    expect(output).toContain('--tls-key');
  });

  it('a certificate that is renewed on SIGHUP, one that is of no use never', async () => {
    const [cert, key] = [join(folder.path, 'cert.pem'), join(folder.path, 'key.pem')];
    const write = (pair: ReturnType<typeof selfSigned>) => {
      writeFileSync(cert, pair.cert);
      writeFileSync(key, pair.key);
    };
    write(selfSigned());
    const port = await freePort();
    const { child, output } = runServer([
      ...['--port', String(port), '--host', '127.0.0.1', '--language', 'en'],
      ...['--data', data, '--tls-cert', cert, '--tls-key', key],
    ]);
    const said = (text: string) => expect.poll(output).toContain(text);
    await said(`https://localhost:${String(port)}`);
    writeFileSync(key, selfSigned().key);
    child.kill('SIGHUP');
    await said('Certificate and key cannot be used');
    write(selfSigned());
    child.kill('SIGHUP');
    await said('The new certificate is in use');
    child.kill('SIGTERM');
    await once(child, 'exit');
    expect(child.exitCode).toBe(0);
  });

  it('warns aloud when printed QR codes lead nowhere, and says where the copies are', async () => {
    const port = await freePort();
    const printed = 'http://10.1.2.3:8080';
    const backup = join(folder.path, 'copies');
    let server = await startServerProcess(port, data, backup, ['--public-url', printed]);
    const staff = new StaffClient(server.origin);
    await staff.accept(await staffLink(server), '主持', PASSPHRASE);
    await staff.create('评议会');
    await staff.importRoster('reviewers', 'r.csv', Buffer.from('编号,姓名,组别\nR1,甲,甲组'));
    await staff.tickets('pool');
    staff.close();
    expect(server.output()).toContain(`Backup copies are kept in ${backup}`);
    expect(server.output()).not.toContain('WARNING');
    await server.stop();

    server = await startServerProcess(port, data, backup);
    await expect.poll(() => server.output()).toContain('Press Ctrl+C');
    const warning = server
      .output()
      .split('\n')
      .find((line) => line.startsWith('WARNING'));
    expect(warning).toContain(printed);
    expect(warning).toContain('--public-url');
    await server.stop();
  });

  it('a port in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    const { code, output } = await ends(['--port', String(port), '--data', data]);
    expect(code).toBe(1);
    oneSentence(output);
    expect(output).toContain(String(port));
    other.close();
  });

  it('a data folder that is a file', async () => {
    writeFileSync(data, 'mine');
    const { code, output } = await ends(['--port', '0', '--data', data]);
    expect(code).toBe(1);
    oneSentence(output);
    expect(readFileSync(data, 'utf8')).toBe('mine');
  });

  it('a second server on the same folder', async () => {
    const server = await startServerProcess(await freePort(), data);
    const { code, output } = await ends(['--port', '0', '--data', data]);
    expect(code).toBe(1);
    oneSentence(output);
    expect(await server.stop()).toBe(0);
  });

  it('[R2] a foreign database, or none at all, under our name', async () => {
    mkdirSync(data);
    const path = join(data, 'server.sqlite');
    const foreign = new Database(path);
    foreign.exec('CREATE TABLE mine (x)');
    foreign.close();
    for (const bytes of [readFileSync(path), Buffer.from('my shopping list\n'.repeat(100))]) {
      writeFileSync(path, bytes);
      const { code, output } = await ends(['--port', '0', '--data', data]);
      expect(code).toBe(1);
      oneSentence(output);
      expect(readFileSync(path).equals(bytes)).toBe(true);
      expect(readdirSync(data)).toEqual(['server.sqlite']);
    }
  });

  it('[R3] a meeting whose log was changed by other hands is named when it is asked for, and left as it is', async () => {
    let server = await startServerProcess(await freePort(), data);
    const staff = new StaffClient(server.origin);
    await staff.accept(await staffLink(server), '主持', PASSPHRASE);
    await staff.create('评议会');
    const { meeting } = staff;
    staff.close();
    await server.stop();
    const path = must(databasesIn(data)[0]);
    const log = new Database(path);
    log.exec('DROP TRIGGER IF EXISTS events_no_update');
    for (const { name: trigger } of log
      .prepare("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'events'")
      .all() as { name: string }[])
      log.exec(`DROP TRIGGER ${trigger}`);
    log.exec("UPDATE events SET body = replace(body, '评议会', '评议汇') WHERE seq = 1");
    log.close();
    const before = readFileSync(path);
    server = await startServerProcess(await freePort(), data);
    const asked = await fetch(`${server.origin}/m/${meeting}/api/snapshot`);
    expect([asked.status, await asked.json()]).toMatchObject([
      503,
      { refusal: { code: 'meeting-unopened' } },
    ]);
    await expect.poll(() => server.output()).toContain('event 1');
    await server.stop();
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});
