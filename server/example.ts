// The example meeting's two spreadsheets: they lie beside the built server, and in development in scripts/example.
import { readFile } from 'node:fs/promises';

const FOLDER = import.meta.url.endsWith('.ts') ? '../scripts/example/' : './';

export const EXAMPLE_FILES = {
  subjects: 'units-77.csv',
  reviewers: 'reviewers-300.csv',
} as const;

/** One of the two files, as bytes in base64. */
export async function exampleFile(kind: keyof typeof EXAMPLE_FILES): Promise<string> {
  const path = new URL(FOLDER + EXAMPLE_FILES[kind], import.meta.url);
  return (await readFile(path)).toString('base64');
}
