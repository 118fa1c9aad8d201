// Starts a thread from a file of ours, under tsx and vitest as well as from dist/server.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker, type WorkerOptions } from 'node:worker_threads';

export interface Thread {
  /** The `import.meta.url` of a file that it lies beside. */
  readonly here: string;
  /** Of its file, without the ending. */
  readonly name: string;
}

/**
 * The thread's file lies beside its caller: as TypeScript under tsx and vitest, as JavaScript in dist/server, where every
 * file lies beside every other. A worker of Node 20 takes no `--import tsx` of its own, so tsx is registered from inside.
 */
export function startThread({ here, name }: Thread, options: WorkerOptions): Worker {
  if (!here.endsWith('.ts')) return new Worker(new URL(`./${name}.js`, here), options);
  // tsx's CommonJS entry, which is what `resolve` finds, looks for its hooks in a place where they are not.
  const tsx = createRequire(here)
    .resolve('tsx/esm/api')
    .replace(/\.cjs$/, '.mjs');
  const [api, thread] = [pathToFileURL(tsx), new URL(`./${name}.ts`, here)].map((url) =>
    JSON.stringify(url.href),
  );
  const boot = `import(${api}).then(({ register }) => { register(); return import(${thread}); });`;
  return new Worker(boot, { ...options, eval: true, execArgv: [] });
}
