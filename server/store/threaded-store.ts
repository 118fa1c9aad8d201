// A meeting's file behind a thread of its own: the store that a server uses.
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { Loading } from './loading.ts';
import type { Loaded, MeetingStore } from './meeting-store.ts';
import { CommitFailed, type OpeningFailure } from './store-errors.ts';
import { received, type Request, type Response, type WriterStart } from './writer-messages.ts';

export type ThreadedOptions = Omit<WriterStart, 'path'>;

export interface ThreadedStore extends MeetingStore {
  /** Recomputes every ballot's hash while commits go on; gives the place of the first damage, or null. */
  verify(): Promise<string | null>;
}

/**
 * Opens a meeting's file in a thread. `commit` rejects with `CommitFailed`, `load` with `DamagedFile`.
 *
 * @param path of the file; its folder must exist.
 */
export async function openThreadedStore(
  path: string,
  options: ThreadedOptions = {},
): Promise<{ readonly ok: true; readonly store: ThreadedStore } | OpeningFailure> {
  const worker = startWriter({ ...options, path });
  const client = new WriterClient(worker);
  const opening = await client.opening;
  if (opening.ok) return { ok: true, store: client };
  await worker.terminate();
  return opening;
}

/**
 * Beside this module lies the thread's: as TypeScript under tsx and vitest, as JavaScript in dist/server. A worker of
 * Node 20 takes no `--import tsx` of its own, so tsx is registered from inside it.
 */
function startWriter(workerData: WriterStart): Worker {
  const here = import.meta.url;
  // Node would close the thread's descriptors as it ends, and with one of them the locks of the whole process on the file.
  const options = { workerData, trackUnmanagedFds: false };
  if (!here.endsWith('.ts')) return new Worker(new URL('./writer-thread.js', here), options);
  // tsx's CommonJS entry, which is what `resolve` finds, looks for its hooks in a place where they are not.
  const tsx = createRequire(here)
    .resolve('tsx/esm/api')
    .replace(/\.cjs$/, '.mjs');
  const [api, thread] = [pathToFileURL(tsx), new URL('./writer-thread.ts', here)].map((url) =>
    JSON.stringify(url.href),
  );
  const boot = `import(${api}).then(({ register }) => { register(); return import(${thread}); });`;
  return new Worker(boot, { ...options, eval: true, execArgv: [] });
}

interface Pending {
  readonly loading: Loading;
  readonly resolve: (damage: string | null) => void;
  readonly reject: (error: Error) => void;
}

type Opened = Extract<Response, { readonly kind: 'opened' }>['opening'];
type Unsent = Request extends infer R ? (R extends Request ? Omit<R, 'id'> : never) : never;

class WriterClient implements ThreadedStore {
  readonly opening: Promise<Opened>;
  readonly #worker: Worker;
  readonly #pending = new Map<number, Pending>();
  #lastId = 0;
  /** Failed commits that the callers know of. */
  #failures = 0;
  #gone: string | null = null;

  constructor(worker: Worker) {
    this.#worker = worker;
    this.opening = new Promise((resolve, reject) => {
      worker.on('message', (response: Response) => {
        if (response.kind === 'opened') resolve(response.opening);
        else this.#receive(response);
      });
      worker.on('error', (error) => this.#end(String(error)));
      worker.on('exit', (code) => {
        this.#end(`the writer's thread ended with code ${code}`);
        // Without effect once it has opened.
        reject(new Error(this.#gone ?? ''));
      });
    });
  }

  async load(): Promise<Loaded> {
    const loading = new Loading();
    await this.#ask({ kind: 'load' }, loading);
    return loading.done();
  }

  async commit(commit: Parameters<MeetingStore['commit']>[0]): Promise<void> {
    await this.#ask({ kind: 'commit', commit, failures: this.#failures });
  }

  verify(): Promise<string | null> {
    return this.#ask({ kind: 'verify' });
  }

  async close(): Promise<void> {
    if (this.#gone !== null) return;
    const exit = once(this.#worker, 'exit');
    await this.#ask({ kind: 'close' });
    this.#end('the store is closed');
    await exit;
  }

  #ask(request: Unsent, loading = new Loading()): Promise<string | null> {
    return new Promise((resolve, reject) => {
      if (this.#gone !== null) throw new CommitFailed('gone', this.#gone);
      const id = (this.#lastId += 1);
      this.#worker.postMessage({ ...request, id });
      this.#pending.set(id, { loading, resolve, reject });
    });
  }

  #receive(response: Exclude<Response, { readonly kind: 'opened' }>): void {
    const pending = this.#pending.get(response.id);
    if (!pending) return;
    if (response.kind === 'part') {
      try {
        pending.loading.add(response.part);
      } catch (error) {
        this.#pending.delete(response.id);
        pending.reject(error instanceof Error ? error : new Error(String(error)));
      }
      return;
    }
    this.#pending.delete(response.id);
    if (response.kind === 'done') {
      pending.resolve(response.damage);
      return;
    }
    const error = received(response.error);
    // "earlier-failed" repeats a failure that was counted.
    if (error instanceof CommitFailed && error.fault !== 'earlier-failed') this.#failures += 1;
    pending.reject(error);
  }

  /** The thread is gone: nobody waits for it in vain, now or later. */
  #end(why: string): void {
    this.#gone ??= why;
    for (const { reject } of this.#pending.values()) reject(new CommitFailed('gone', this.#gone));
    this.#pending.clear();
  }
}
