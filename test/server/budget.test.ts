// What a phone downloads before the first score: the scoring page's static closure in the build's manifest.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { PAGES } from '../with-server.ts';

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

describe('the phone’s page', () => {
  // The page lies in one file with all of its first score.
  const seat = Object.keys(manifest).filter((key) => manifest[key]?.name === 'seat');
  const chunks = closure(['index.html', ...seat]);

  it('is in the manifest', () => {
    expect(seat).toHaveLength(1);
    expect(chunks.length).toBeGreaterThanOrEqual(2);
  });

  it('is at most 100 KB of JavaScript and 12 KB of CSS, compressed', () => {
    expect(zipped(chunks.map(({ file }) => file))).toBeLessThanOrEqual(100 * 1024);
    expect(zipped(chunks.flatMap(({ css = [] }) => css))).toBeLessThanOrEqual(12 * 1024);
  });
});
