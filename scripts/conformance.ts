// Runs a file of draw vectors against shared/draw: `npm run conformance -- FILE`.

import { readFileSync } from 'node:fs';
import { runVector } from './conformance-vector.ts';

const failures: string[] = [];
const vectors = readVectors(process.argv[2]);
if (typeof vectors === 'string') {
  console.error(vectors);
  process.exitCode = 1;
} else {
  for (const [index, vector] of vectors.entries()) {
    const differs = runVector(vector);
    if (differs !== null) failures.push(`${titleOf(vector, index)}: ${differs}`);
  }
  for (const failure of failures) console.log(failure);
  console.log(
    `${String(vectors.length - failures.length)} passed, ${String(failures.length)} failed`,
  );
  process.exitCode = failures.length === 0 ? 0 : 1;
}

/** The vectors of a file, or the sentence that says why there are none. */
function readVectors(path: string | undefined): readonly unknown[] | string {
  if (path === undefined) return 'Name the file to run: npm run conformance -- FILE';
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return `${path} cannot be read.`;
  }
  try {
    const file: unknown = JSON.parse(text);
    const list = typeof file === 'object' && file !== null && 'vectors' in file && file.vectors;
    return Array.isArray(list) && list.length > 0 ? list : `${path} holds no list of vectors.`;
  } catch {
    return `${path} is not JSON.`;
  }
}

function titleOf(vector: unknown, index: number): string {
  const { n, name } = (typeof vector === 'object' && vector !== null ? vector : {}) as {
    readonly n?: unknown;
    readonly name?: unknown;
  };
  const number = typeof n === 'number' ? `#${String(n)}` : `the ${String(index + 1)}. entry`;
  return typeof name === 'string' ? `${number} ${name}` : number;
}
