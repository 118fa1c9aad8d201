// The example's reviewers, as many as a large rehearsal needs: the same groups in the same proportion.
import { readFileSync } from 'node:fs';

const FOLDER = new URL('../example/', import.meta.url);

export function exampleUnits(): Uint8Array {
  return readFileSync(new URL('units-77.csv', FOLDER));
}

/**
 * A list of at least so many people, in whole copies of the example's 300, as a CSV file. Beyond the first 300 a name
 * gets the number of its copy.
 */
export function examplePeople(atLeast: number): {
  readonly bytes: Uint8Array;
  readonly count: number;
} {
  const text = readFileSync(new URL('reviewers-300.csv', FOLDER), 'utf8').replace(/^\uFEFF/, '');
  const [header = '', ...rows] = text.split(/\r?\n/).filter((line) => line !== '');
  const copies = Math.max(1, Math.ceil(atLeast / rows.length));
  const lines = Array.from({ length: copies }, (_, copy) =>
    rows.map((row) => {
      if (copy === 0) return row;
      const [id = '', name = '', ...rest] = row.split(',');
      return [`${id}-${String(copy + 1)}`, `${name}（${String(copy + 1)}）`, ...rest].join(',');
    }),
  ).flat();
  return { bytes: new TextEncoder().encode([header, ...lines].join('\r\n')), count: lines.length };
}
