// The pages' HTML: start.js under a name that tells its versions apart, and two shells that name all that a page starts with, so
// that nothing is found out a round trip late.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Plugin, Rolldown } from 'vite';

/** By the shell, the chunk that it names beside the entry: of a phone all up to its first score. See `server/http/pages.ts`. */
const SHELLS = { 'index.html': 'Routes', 'phone.html': 'seat' } as const;

/** @param start the path of start.js */
export function shells(start: string): Plugin {
  // It is made for old browsers and must stay as it is, but for what only people read.
  const source = readFileSync(start, 'utf8').replace(/^\s*(?:\/\/.*)?\n?/gm, '');
  const name = `assets/start-${createHash('sha256').update(source).digest('hex').slice(0, 7)}.js`;
  return {
    name: 'shells',
    apply: 'build',
    enforce: 'post',
    transformIndexHtml: {
      order: 'post',
      handler: (html) => html.replace('%START_SCRIPT%', () => `<script src="/${name}"></script>`),
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        this.emitFile({ type: 'asset', fileName: name, source });
        const files = new Map(Object.entries(bundle));
        const shell = files.get('index.html');
        if (shell?.type !== 'asset') this.error('index.html is not in the bundle');
        const html = String(shell.source);
        for (const [fileName, chunk] of Object.entries(SHELLS)) {
          const needed = filesOf(files, chunk).filter((file) => !html.includes(file));
          const tags = needed.map((file) => `  ${tag(file)}\n  `).join('');
          const named = html.replace('</head>', () => `${tags}</head>`);
          if (fileName === 'index.html') shell.source = named;
          else this.emitFile({ type: 'asset', fileName, source: named });
        }
      },
    },
  };
}

type Files = ReadonlyMap<string, Rolldown.OutputChunk | Rolldown.OutputAsset>;

/** A chunk's script and styles, and those of what it imports. */
function filesOf(bundle: Files, name: string): readonly string[] {
  const found = new Set<string>();
  const add = (file: string) => {
    const chunk = bundle.get(file);
    if (chunk?.type !== 'chunk' || found.has(file)) return;
    found.add(file);
    for (const style of chunk.viteMetadata?.importedCss ?? []) found.add(style);
    chunk.imports.forEach(add);
  };
  for (const one of bundle.values())
    if (one.type === 'chunk' && one.name === name) add(one.fileName);
  if (found.size === 0) throw new Error(`no chunk is called ${name}`);
  return [...found];
}

function tag(file: string): string {
  return file.endsWith('.css')
    ? `<link rel="stylesheet" crossorigin href="/${file}">`
    : `<link rel="modulepreload" crossorigin href="/${file}">`;
}
