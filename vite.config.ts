// Builds and tests: `vite build` makes the pages, `vite build --ssr` the server, vitest reads `test`.
import react from '@vitejs/plugin-react';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Plugin, UserConfig } from 'vite';
import { defineConfig } from 'vitest/config';
import { partsAtOnce } from './scripts/build/parts.ts';
import { shells } from './scripts/build/shells.ts';
import { withoutHints, withoutUnspoken } from './scripts/build/without.ts';
import { manualPages } from './scripts/manual/page.ts';
import { brokenText } from './shared/text/broken.ts';
import { LongestFirst } from './scripts/longest-first.ts';

const root = import.meta.dirname;

/** Phones on old WebViews: WeChat's X5 kernel and iOS 14. */
const phoneTargets = ['es2020', 'safari14', 'chrome80'];

const styleFiles: string[] = [];

/** A class as its file calls it and the file's number: hashes and lines do not zip. */
function scopedName(name: string, file: string): string {
  if (!styleFiles.includes(file)) styleFiles.push(file);
  return `${name}_${styleFiles.indexOf(file).toString(36)}`;
}

const client: UserConfig = {
  root: join(root, 'client'),
  plugins: [
    ...[react(), withoutUnspoken(), withoutHints(), partsAtOnce(), startSentences()],
    ...[shells(join(root, 'client/start.js')), manual(), verifyScript(), precompress()],
  ],
  css: { modules: { generateScopedName: scopedName } },
  build: {
    outDir: join(root, 'dist/client'),
    emptyOutDir: true,
    target: phoneTargets,
    cssTarget: phoneTargets,
    manifest: true,
    modulePreload: {
      // Browsers without modulepreload lose a round trip, not a function; the phone saves the script.
      polyfill: false,
      // Scripts of the other pages are not named in what a phone loads: those pages have the time for a round trip.
      resolveDependencies: (_page, files, { hostType }) =>
        hostType === 'html'
          ? files
          : files.filter((file) => file.endsWith('.css') && !file.includes('/shared-')),
    },
    rolldownOptions: {
      output: {
        // Every name stands in what a phone loads, and a hash does not zip: 42 bits of it tell versions apart.
        chunkFileNames: 'assets/[name]-[hash:7].js',
        assetFileNames: 'assets/[name]-[hash:7][extname]',
        codeSplitting: { groups: chunks() },
      },
    },
    reportCompressedSize: false,
  },
};

/** Packages stay outside the bundle; every file lands flat in dist/server, so that `./x.js` is beside `main.js`. */
const server: UserConfig = {
  root,
  publicDir: false,
  // Its index loads the languages of half the world, in every thread anew.
  ssr: { noExternal: ['zod'] },
  plugins: [copySql(), copyExample()],
  build: {
    outDir: join(root, 'dist/server'),
    emptyOutDir: true,
    target: 'node20',
    sourcemap: true,
    reportCompressedSize: false,
    rolldownOptions: {
      input: {
        main: join(root, 'server/main.ts'),
        'writer-thread': join(root, 'server/store/writer-thread.ts'),
        'roster-thread': join(root, 'server/roster/roster-thread.ts'),
        'copier-thread': join(root, 'server/backup/copier-thread.ts'),
        'export-thread': join(root, 'server/export/export-thread.ts'),
        'numbering-thread': join(root, 'server/lottery/numbering-thread.ts'),
        'phones-thread': join(root, 'server/rehearsal/phones-thread.ts'),
        'lottery-thread': join(root, 'server/lottery/lottery-thread.ts'),
        'certainty-thread': join(root, 'server/certainty/certainty-thread.ts'),
      },
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: '[name]-[hash].js',
        assetFileNames: '[name][extname]',
      },
    },
  },
};

export default defineConfig(({ isSsrBuild, command }) => ({
  ...(process.env['VITEST'] ? { root } : isSsrBuild ? server : client),
  ...(command === 'build' ? { logLevel: 'warn' } : {}),
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      project('unit', ['unit'], { pool: 'forks', maxWorkers: 2, testTimeout: 180_000 }),
      // More than the cores: most of these wait for a disk, a socket or a page.
      project('whole', ['server', 'faults', 'browser', ...(SOAKS ? ['soak'] : [])], {
        ...{ pool: 'forks', maxWorkers: 6, testTimeout: 180_000, plugins: [builtThreads()] },
      }),
    ],
  },
}));

/** What takes long runs in `npm run soak` alone. */
const SOAKS = process.env['KLEROTERION_SOAK'] === '1';

interface Limits {
  readonly pool: 'threads' | 'forks';
  readonly maxWorkers: number;
  /** Milliseconds for one test; its hooks get the same. */
  readonly testTimeout: number;
  readonly plugins?: Plugin[];
}

/**
 * Folders of tests whose files share workers, and in a worker what they import, one after the other: half of a small file's
 * time is loading. So no test leaves anything behind in its process.
 */
function project(
  name: string,
  folders: readonly string[],
  { testTimeout, plugins = [], ...limits }: Limits,
) {
  return {
    plugins,
    test: {
      name,
      environment: 'node' as const,
      include: folders.map((folder) => `test/${folder}/**/*.test.{ts,tsx}`),
      isolate: false,
      sequence: { groupOrder: name === 'unit' ? 0 : 1 },
      testTimeout,
      hookTimeout: testTimeout,
      // Patience costs nothing where all is well, and a busy machine needs it.
      expect: { poll: { timeout: 45_000, interval: 25 } },
      ...limits,
    },
  };
}

/** Servers of tests start their threads by test/built-thread.ts, which is built before them. */
function builtThreads(): Plugin {
  const [thread, built] = ['server/thread.ts', 'test/built-thread.ts'].map((path) =>
    join(root, path),
  );
  return {
    name: 'built-threads',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (basename(source) !== 'thread.ts' || importer === built) return null;
      const found = await this.resolve(source, importer, { skipSelf: true });
      return found?.id === thread ? built : found;
    },
  };
}

/**
 * Two files of modules, by who imports them; the bundler splits the rest. `seat` is what a phone loads up
 * to its first score, in one file: crumbs zip badly, and cost a round trip each. What of that others load as well is
 * `shared`, so that no page waits for the phone's own. The desk's tablet is a phone here.
 */
function chunks() {
  let known: ReadonlyMap<string, string> | undefined;
  // The one that is needed by the other goes first: a group takes along what its modules import.
  return ['shared', 'seat'].map((name) => ({
    debugName: name,
    name: (id: string, graph: Graph) =>
      (known ??= chunksOf(graph)).get(id) === name ? name : null,
  }));
}

interface Graph {
  getModuleInfo(id: string): {
    readonly importedIds: readonly string[];
    readonly dynamicallyImportedIds: readonly string[];
  } | null;
}

function chunksOf(graph: Graph): ReadonlyMap<string, string> {
  const closure = (id: string, found = new Set<string>()): Set<string> => {
    if (!found.has(id)) {
      found.add(id);
      for (const next of graph.getModuleInfo(id)?.importedIds ?? []) closure(next, found);
    }
    return found;
  };
  const main = join(root, 'client/main.tsx');
  const routes = join(root, 'client/Routes.tsx');
  const isPhone = (page: string) => /PhonePage|KioskPage/.test(page);
  const pages = graph.getModuleInfo(routes)?.dynamicallyImportedIds ?? [];
  const others = new Set(
    [routes, ...pages.filter((page) => !isPhone(page))].flatMap((page) => [...closure(page)]),
  );
  const phone = join(root, 'client/phone/PhonePage.tsx');
  const seat = [...closure(phone)].map((id) => [id, others.has(id) ? 'shared' : 'seat'] as const);
  const start = [...closure(main)].filter((id) => id !== main);
  return new Map([...seat, ...start.map((id) => [id, 'shared'] as const)]);
}

/** What index.html itself says, where no script of ours runs, comes from shared/text/ as everything that people read. */
function startSentences(): Plugin {
  const each = (say: (text: (typeof brokenText)['zh']) => readonly string[]) =>
    (['zh', 'en'] as const)
      .map((lang) => {
        const lines = say(brokenText[lang]).map((line) => `<p>${line}</p>`);
        return `<div lang="${lang}">${lines.join('')}</div>`;
      })
      .join('');
  return {
    name: 'start-sentences',
    transformIndexHtml: (html) =>
      html
        .replace('%START%', () => each(({ start, startHint }) => [start, startHint]))
        .replace('%NOSCRIPT%', () => each(({ noScript }) => [noScript])),
  };
}

/** The manual beside the pages, each language one file that also opens without a server. */
function manual(): Plugin {
  return {
    name: 'manual',
    apply: 'build',
    generateBundle() {
      for (const [name, source] of manualPages(join(root, 'docs/manual')))
        this.emitFile({ type: 'asset', fileName: `manual/${name}`, source });
    },
  };
}

/** The script that checks draws alone, as it is: whoever downloads it has the bytes that can be read here. */
function verifyScript(): Plugin {
  return {
    name: 'verify-script',
    apply: 'build',
    generateBundle() {
      const source = readFileSync(join(root, 'scripts/verify-draw.mjs'));
      this.emitFile({ type: 'asset', fileName: 'verify-draw.mjs', source });
    },
  };
}

/** Writes .br and .gz beside each asset once, so that the server compresses nothing while a hall is joining. */
function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    writeBundle({ dir = '' }, bundle) {
      for (const name of Object.keys(bundle)) {
        if (!/^assets\/.*\.(js|css|svg|json)$/.test(name)) continue;
        const bytes = readFileSync(join(dir, name));
        if (bytes.length < 1024) continue;
        writeFileSync(join(dir, `${name}.br`), brotliCompressSync(bytes));
        writeFileSync(join(dir, `${name}.gz`), gzipSync(bytes, { level: 9 }));
      }
    },
  };
}

/** Copies SQL files beside the built server: `new URL('./meeting-schema.sql', import.meta.url)` holds before and after the build. */
function copySql(): Plugin {
  return {
    name: 'copy-sql',
    apply: 'build',
    generateBundle() {
      const taken = new Map<string, string>();
      for (const path of filesUnder(join(root, 'server'))) {
        if (!path.endsWith('.sql')) continue;
        const fileName = basename(path);
        const other = taken.get(fileName);
        if (other !== undefined) this.error(`two SQL files of one name: ${other}, ${path}`);
        taken.set(fileName, relative(root, path));
        this.emitFile({ type: 'asset', fileName, source: readFileSync(path) });
      }
    },
  };
}

/** Copies the example's spreadsheets beside the built server, see server/example.ts. */
function copyExample(): Plugin {
  return {
    name: 'copy-example',
    apply: 'build',
    generateBundle() {
      for (const path of filesUnder(join(root, 'scripts/example')))
        this.emitFile({ type: 'asset', fileName: basename(path), source: readFileSync(path) });
    },
  };
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesUnder(path) : [path];
  });
}
