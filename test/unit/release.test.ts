// What archives are made of: bytes that follow from their entries, modules that fit, scripts that start.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { tarGz, zip, type Entry } from '../../scripts/release/archive.ts';
import { closure, importedBy, licences } from '../../scripts/release/modules.ts';
import { COMPILED, flawOf, nativeModule } from '../../scripts/release/native.ts';
import { PLATFORMS } from '../../scripts/release/platforms.ts';
import { startScripts } from '../../scripts/release/start-scripts.ts';
import { releaseText } from '../../shared/text/release.ts';

const ROOT = new URL('../../', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'kleroterion-archives-'));
afterAll(() => rmSync(folder, { recursive: true }));

const LONG = `top/${'folder/'.repeat(20)}a-name-that-is-long.js`;
const ENTRIES: readonly Entry[] = [
  { path: 'top/start', bytes: Buffer.from('#!/bin/sh\necho hello\n'), executable: true },
  { path: LONG, bytes: Buffer.from('公评') },
  { path: 'top/empty', bytes: Buffer.alloc(0) },
  { path: 'top/block', bytes: Buffer.alloc(1024, 'x') },
];
const TIME = Date.UTC(2026, 10, 30, 1, 2, 4) / 1000;

describe('an archive', () => {
  it('is read by tar, with times, rights and no owner', () => {
    const file = join(folder, 'a.tar.gz');
    writeFileSync(file, tarGz(ENTRIES, TIME));
    execFileSync('tar', ['-xzf', file, '-C', folder]);
    for (const { path, bytes } of ENTRIES)
      expect(readFileSync(join(folder, path)).equals(bytes), path).toBe(true);
    expect(statSync(join(folder, 'top/start')).mode & 0o777).toBe(0o755);
    expect(statSync(join(folder, LONG)).mtimeMs).toBe(1000 * TIME);
    const listed = execFileSync('tar', ['-tvzf', file, '--numeric-owner'], { encoding: 'utf8' });
    for (const line of listed.trimEnd().split('\n')) expect(line).toContain(' 0/0 ');
  });

  it('is read as zip', () => {
    const file = join(folder, 'a.zip');
    writeFileSync(file, zip(ENTRIES, TIME));
    const into = join(folder, 'unzipped');
    execFileSync('python3', ['-m', 'zipfile', '-e', file, into]);
    for (const { path, bytes } of ENTRIES)
      expect(readFileSync(join(into, path)).equals(bytes), path).toBe(true);
  });

  it.each([tarGz, zip])('has the same bytes in whatever order its files come', (pack) => {
    const bytes = pack(ENTRIES, TIME);
    expect(pack([...ENTRIES].reverse(), TIME).equals(bytes)).toBe(true);
    expect(pack(ENTRIES, TIME + 60).equals(bytes)).toBe(false);
  });

  it('refuses a path that does not fit', () => {
    expect(() => tarGz([{ path: 'x'.repeat(200), bytes: Buffer.alloc(0) }], TIME)).toThrow(
      'too long',
    );
  });
});

describe('a compiled module', () => {
  const elf = (machine: number, abi: string) => {
    const bytes = Buffer.alloc(64);
    bytes.write('\x7fELF', 'latin1');
    bytes.writeUInt16LE(machine, 18);
    return Buffer.concat([bytes, Buffer.from(`\0node_register_module_v${abi}\0`)]);
  };
  const pe = (machine: number) => {
    const bytes = Buffer.alloc(256);
    bytes.write('MZ', 'latin1');
    bytes.writeUInt32LE(128, 0x3c);
    bytes.writeUInt16LE(machine, 132);
    return Buffer.concat([bytes, Buffer.from('node_register_module_v137')]);
  };
  const [x64, arm64, windows] = PLATFORMS as never as [
    (typeof PLATFORMS)[0],
    (typeof PLATFORMS)[0],
    (typeof PLATFORMS)[0],
  ];

  it('is taken only for its machine and its Node', () => {
    expect(flawOf(elf(62, '137'), x64)).toBeNull();
    expect(flawOf(elf(183, '137'), arm64)).toBeNull();
    expect(flawOf(pe(0x8664), windows)).toBeNull();
    expect(flawOf(elf(183, '137'), x64)).toContain('linux-x64');
    expect(flawOf(elf(62, '137'), windows)).toContain('win-x64');
    expect(flawOf(pe(0xaa64), windows)).toContain('win-x64');
    expect(flawOf(elf(62, '115'), x64)).toContain('115');
    expect(flawOf(Buffer.alloc(0), x64)).toContain('linux-x64');
  });

  it('is taken from a file, packed or not, and from a mirror of its makers', async () => {
    const module = pe(0x8664);
    const packed = tarGz([{ path: COMPILED, bytes: module }], TIME);
    const file = join(folder, 'download.tar.gz');
    writeFileSync(file, packed);
    writeFileSync(join(folder, 'one.node'), module);
    for (const given of [file, join(folder, 'one.node')])
      expect((await nativeModule(windows, given, '')).equals(module)).toBe(true);
    await expect(nativeModule(x64, file, '')).rejects.toThrow('no module for linux-x64');

    const asked: (string | undefined)[] = [];
    const mirror = createServer((request, response) => {
      asked.push(request.url);
      if (asked.length > 1) response.writeHead(404).end();
      else response.end(packed);
    }).listen(0, '127.0.0.1');
    await once(mirror, 'listening');
    const { port } = mirror.address() as AddressInfo;
    Object.assign(process.env, {
      npm_config_better_sqlite3_binary_host: `http://127.0.0.1:${String(port)}`,
      npm_config_cache: join(folder, 'cache'),
    });
    expect((await nativeModule(windows, undefined, '')).equals(module)).toBe(true);
    expect(asked[0]).toMatch(/node-v137-win32-x64\.tar\.gz$/);
    // What was fetched is kept by its maker's program: ask without it.
    process.env['npm_config_cache'] = join(folder, 'empty');
    await expect(nativeModule(windows, undefined, '')).rejects.toThrow('could not be fetched');
    mirror.close();
  });
});

describe('modules', () => {
  const root = ROOT.replace(/\/$/, '');
  const names = (folders: ReadonlySet<string>) =>
    [...folders].map((one) => one.slice(root.length + 14));

  it('come with all that they need, without what only installs or builds', () => {
    const found = names(closure(['fastify', 'better-sqlite3'], root));
    expect(found).toEqual(expect.arrayContaining(['fastify', 'pino', 'bindings', 'avvio']));
    for (const other of ['prebuild-install', 'node-gyp', 'vite', 'react', 'tar-fs'])
      expect(found).not.toContain(other);
    expect(() => closure(['there-is-no-such-package'], root)).toThrow('not installed');
  });

  it('are found by what files import', () => {
    const file = join(folder, 'one.js');
    writeFileSync(
      file,
      `import a from "@scope/a/deep.js";import{b}from 'b';import "c";import('d/e');import './own.js';import x from "node:fs"`,
    );
    expect([...importedBy([file])].sort()).toEqual(['@scope/a', 'b', 'c', 'd']);
  });

  it('bring the whole text of their licences', () => {
    const text = licences(closure(['react', 'fastify'], root), [['Other 1', 'Its words']]);
    expect(text).toContain('react 19');
    expect(text).toContain('Copyright (c) Meta Platforms');
    expect(text).toContain('Other 1');
    expect(text).not.toContain('Licence: not stated');
  });
});

describe.each(PLATFORMS)('what is started on $name', (platform) => {
  const scripts = startScripts(platform);

  it('is named on its page, in both languages', () => {
    for (const { readMe } of [releaseText.zh, releaseText.en]) {
      const { start, rehearse } = platform.commands;
      const page = readMe(
        { start, rehearse, version: '1.2.3', commit: 'abc', folder: 'x' },
        platform.os,
      );
      for (const [name] of scripts) expect(page).toContain(name);
      for (const part of [
        '1.2.3',
        'kleroterion-data',
        'kleroterion-data-backup',
        'Ctrl+C',
        '--help',
      ])
        expect(page).toContain(part);
      expect(page).not.toContain('undefined');
    }
  });

  it('is a script that a shell can read', () => {
    for (const [name, text] of scripts)
      if (platform.os === 'linux') {
        const read = spawnSync('sh', ['-n'], { input: text, encoding: 'utf8' });
        expect(read, name).toMatchObject({ status: 0, stderr: '' });
      } else expect(text.match(/\(/g)?.length, name).toBe(text.match(/\)/g)?.length);
  });
});
