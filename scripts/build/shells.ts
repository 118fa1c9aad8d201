// The pages' HTML: start.js under a name that tells its versions apart, and two shells that name all that a page starts with, so
// that nothing is found out a round trip late.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Plugin, Rolldown } from 'vite';

/** By the shell, the chunk that it names beside the entry: of a phone all up to its first score. See `server/http/pages.ts`. */
const SHELLS = { 'index.html': 'Routes', 'phone.html': 'seat' } as const;

/** @param start the path of start.js */
export function shells(start: string): Plugin {
  const source = readFileSync(start);
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
        const shell = bundle['index.html'];
        if (shell?.type !== 'asset') this.error('index.html is not in the bundle');
        const html = String(shell.source);
        for (const [fileName, chunk] of Object.entries(SHELLS)) {
          const files = filesOf(bundle, chunk).filter((file) => !html.includes(file));
          const tags = files.map((file) => `  ${tag(file)}\n  `).join('');
          const named = html.replace('</head>', () => `${tags}</head>`);
          if (fileName === 'index.html') shell.source = named;
          else this.emitFile({ type: 'asset', fileName, source: named });
        }
      },
    },
  };
}

/** A chunk's script and styles, and those of what it imports. */
function filesOf(bundle: Rolldown.OutputBundle, name: string): readonly string[] {
  const files = new Set<string>();
  const add = (file: string) => {
    const chunk = bundle[file];
    if (chunk?.type !== 'chunk' || files.has(file)) return;
    files.add(file);
    for (const style of chunk.viteMetadata?.importedCss ?? []) files.add(style);
    chunk.imports.forEach(add);
  };
  for (const one of Object.values(bundle))
    if (one.type === 'chunk' && one.name === name) add(one.fileName);
  return [...files];
}

function tag(file: string): string {
  return file.endsWith('.css')
    ? `<link rel="stylesheet" crossorigin href="/${file}">`
    : `<link rel="modulepreload" crossorigin href="/${file}">`;
}
