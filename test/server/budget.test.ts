// What a phone downloads before the first score: what its shell names, and no shell names what is not there.
import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PAGES, startServer, type TestServer } from '../with-server.ts';

interface Chunk {
  readonly file: string;
  readonly name?: string;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}

const manifest = JSON.parse(readFileSync(`${PAGES}/.vite/manifest.json`, 'utf8')) as Readonly<
  Record<string, Chunk>
>;

function closure(keys: readonly string[]): readonly Chunk[] {
  const seen = new Map<string, Chunk>();
  const add = (key: string) => {
    const chunk = manifest[key];
    if (!chunk || seen.has(key)) return;
    seen.set(key, chunk);
    chunk.imports?.forEach(add);
  };
  keys.forEach(add);
  return [...seen.values()];
}

function zipped(files: Iterable<string>): number {
  let bytes = 0;
  for (const file of new Set(files)) bytes += gzipSync(readFileSync(`${PAGES}/${file}`)).length;
  return bytes;
}

/** The scripts and styles that a shell names, in their order. */
function namedBy(shell: string): readonly string[] {
  return [...shell.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].flatMap(([, file = '']) => file);
}

describe('the phone’s page', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());
  const shellOf = async (path: string) => (await fetch(`${server.origin}${path}`)).text();

  // The page lies in one file with all of its first score.
  const seat = Object.keys(manifest).filter((key) => manifest[key]?.name === 'seat');
  const chunks = closure(['index.html', ...seat]);

  it('is in the manifest', () => {
    expect(seat).toHaveLength(1);
    expect(chunks.length).toBeGreaterThanOrEqual(2);
  });

  it('is named whole by its shell, and start.js before it: nothing is found out a round trip late', async () => {
    const [start = '', ...named] = namedBy(await shellOf('/m/abcde/j'));
    expect(start).toMatch(/^assets\/start-/);
    expect(new Set(named)).toEqual(
      new Set([...chunks.map(({ file }) => file), ...chunks.flatMap(({ css = [] }) => css)]),
    );
  });

  it('is at most 100 KB of JavaScript and 12 KB of CSS, compressed', async () => {
    const named = namedBy(await shellOf('/m/abcde/j'));
    expect(zipped(named.filter((file) => file.endsWith('.js')))).toBeLessThanOrEqual(100 * 1024);
    expect(zipped(named.filter((file) => file.endsWith('.css')))).toBeLessThanOrEqual(12 * 1024);
  });

  it.each(['/m/abcde/j', '/m/abcde/kiosk', '/m/abcde/screen', '/console', '/'])(
    'as any other: %s names what is there, for ever, in a shell that is never kept',
    async (path) => {
      const shell = await fetch(`${server.origin}${path}`);
      expect(shell.headers.get('cache-control')).toBe('no-store');
      const named = namedBy(await shell.text());
      expect(named.some((file) => file.includes('/seat-'))).toBe(path === '/m/abcde/j');
      for (const file of named) {
        expect(existsSync(`${PAGES}/${file}`)).toBe(true);
        const kept = (await fetch(`${server.origin}/${file}`)).headers.get('cache-control');
        expect(kept).toContain('immutable');
      }
    },
  );
});
