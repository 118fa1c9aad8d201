// Which packages an archive needs, which of their files, and their licences.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import type { Entry } from './archive.ts';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** Only fetch or compile a module while it is installed. */
const INSTALLERS: ReadonlySet<string> = new Set(['prebuild-install']);

/** What a module consists of when it runs; and the compiled one comes from elsewhere, for its platform. */
const RUNS: ReadonlySet<string> = new Set(['.js', '.cjs', '.mjs', '.json', '.wasm']);
const ASIDE = new Set([
  'test',
  'tests',
  '__tests__',
  'example',
  'examples',
  'benchmark',
  'benchmarks',
  'bench',
  'docs',
  '.github',
  'fixtures',
  'node_modules',
]);
const LICENCE = /^(licen[cs]e|copying|notice)/i;

/** Packages that files of ours import by name. */
export function importedBy(files: readonly string[]): ReadonlySet<string> {
  const names = files.flatMap((file) =>
    [
      ...readFileSync(file, 'utf8').matchAll(
        /(?:\bfrom|\bimport\s*\(?)\s*["']((?:@[\w.-]+\/)?[a-z][\w.-]*)(?:\/[^"']*)?["']/g,
      ),
    ].map(([, name = '']) => name),
  );
  return new Set(names);
}

/** The folders of packages and of all that they need, as npm has laid them, below `root`. */
export function closure(names: Iterable<string>, root: string): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (name: string, from: string, needed: boolean): void => {
    const folder = resolveFrom(name, from, root);
    if (folder === undefined) {
      if (needed) throw new Error(`${name} is not installed: npm install`);
      return;
    }
    if (found.has(folder)) return;
    found.add(folder);
    const { dependencies = {}, optionalDependencies = {} } = manifestOf(folder);
    for (const one of Object.keys({ ...dependencies, ...optionalDependencies }))
      if (!INSTALLERS.has(one)) visit(one, folder, !Object.hasOwn(optionalDependencies, one));
  };
  for (const name of names) visit(name, root, true);
  return found;
}

/** Node's own rule: the nearest node_modules, going up. */
function resolveFrom(name: string, from: string, root: string): string | undefined {
  for (let at = from; ; at = join(at, '..')) {
    const folder = join(at, 'node_modules', name);
    if (existsSync(join(folder, 'package.json'))) return folder;
    if (at === root) return undefined;
  }
}

export function manifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}

/** The files of a package that run, with their paths below `root`. */
export function filesOf(folder: string, root: string): readonly Entry[] {
  return filesBelow(folder)
    .filter((path) => RUNS.has(extname(path)) || LICENCE.test(path.split(sep).at(-1) ?? ''))
    .map((path) => ({
      path: relative(root, path).split(sep).join('/'),
      bytes: readFileSync(path),
    }));
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return ASIDE.has(entry.name) ? [] : filesBelow(path);
    return entry.isFile() ? [path] : [];
  });
}

/**
 * The whole texts of the licences of packages, one after the other.
 *
 * @param others what is no package: a title and its text
 */
export function licences(
  folders: Iterable<string>,
  others: readonly (readonly [title: string, text: string])[],
): string {
  const packages = [...folders].map((folder) => {
    const { name, version, license } = manifestOf(folder);
    const texts = readdirSync(folder)
      .filter((file) => LICENCE.test(file))
      .sort()
      .map((file) => readFileSync(join(folder, file), 'utf8').trim());
    const text = texts.length > 0 ? texts.join('\n\n') : `Licence: ${license ?? 'not stated'}`;
    return [`${name} ${version} (${license ?? 'see below'})`, text] as const;
  });
  const line = '='.repeat(80);
  const all = new Map([...packages, ...others]);
  return [...all]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([title, text]) => `${line}\n${title}\n${line}\n\n${text}\n`)
    .join('\n');
}
