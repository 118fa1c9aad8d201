// A file of known answers, run one by one: what differs is named, and how many passed is said at the end.
import { readFileSync } from 'node:fs';
import { own } from '../shared/own.ts';

/**
 * Prints each difference and `N passed, N failed`; the process then ends with 1 where any failed or the file cannot be read.
 *
 * @param list the key under which the file has them
 * @param usage what to type, for whoever named no file
 * @param differs what differs in one of them, null for nothing
 */
export function runFile(
  path: string | undefined,
  list: string,
  usage: string,
  differs: (one: unknown) => string | null,
): void {
  const entries = read(path, list, usage);
  if (typeof entries === 'string') {
    console.error(entries);
    process.exitCode = 1;
    return;
  }
  const failures = entries.flatMap((one, index) => {
    const difference = differs(one);
    return difference === null ? [] : [`${titleOf(one, index)}: ${difference}`];
  });
  for (const failure of failures) console.log(failure);
  console.log(
    `${String(entries.length - failures.length)} passed, ${String(failures.length)} failed`,
  );
  process.exitCode = failures.length === 0 ? 0 : 1;
}

/** The entries of a file, or the sentence that says why there are none. */
function read(path: string | undefined, list: string, usage: string): readonly unknown[] | string {
  if (path === undefined) return `Name the file to run: ${usage}`;
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return `${path} cannot be read.`;
  }
  try {
    const file: unknown = JSON.parse(text);
    const found =
      typeof file === 'object' && file !== null
        ? own(file as Readonly<Record<string, unknown>>, list)
        : null;
    return Array.isArray(found) && found.length > 0 ? found : `${path} holds no list of ${list}.`;
  } catch {
    return `${path} is not JSON.`;
  }
}

function titleOf(one: unknown, index: number): string {
  const { n, name } = (typeof one === 'object' && one !== null ? one : {}) as {
    readonly n?: unknown;
    readonly name?: unknown;
  };
  const number = typeof n === 'number' ? `#${String(n)}` : `the ${String(index + 1)}. entry`;
  return typeof name === 'string' ? `${number} ${name}` : number;
}
