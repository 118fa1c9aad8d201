// A meeting's file behind a thread of its own: the store that a server uses.
import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';
import type { ExpectedRows } from '../../shared/meeting/expected-rows.ts';
import { startThread, type Thread } from '../thread.ts';
import { partsOf, ROWS_A_STEP, type Steps } from '../../shared/steps.ts';
import { inSteps } from '../in-steps.ts';
import { Loading } from './loading.ts';
import type { BallotsEarly, Commit, Loaded, MeetingStore } from './meeting-store.ts';
import type { CopySource, StillFile } from './still-file.ts';
import { CommitFailed, type OpeningFailure } from './store-errors.ts';
import type { ClosedRoot } from './verifying.ts';
import {
  received,
  type Asked,
  type Request,
  type Response,
  type WriterStart,
} from './writer-messages.ts';

export type ThreadedOptions = Omit<WriterStart, 'path'>;

export interface ThreadedStore extends MeetingStore, Partial<CopySource> {
  /**
   * Looks at every row beside the log, recomputes every ballot's hash and then these roots, while commits go on; gives the
   * place of the first damage, or null. What is committed after the call is not looked at.
   *
   * @param checked is told now and then how many ballots have been looked at
   * @param rows what the log says of the rows beside it; asked in the same turn, or they are not held against it
   */
  verify(
    roots?: readonly ClosedRoot[],
    checked?: (ballots: number) => void,
    rows?: ExpectedRows,
  ): Promise<string | null>;
  /** Calls back when the file is no longer where it was opened, and when it is there again. */
  onPlace?(listener: (isInPlace: boolean) => void): void;
}

/**
 * Opens a meeting's file in a thread. `commit` rejects with `CommitFailed`, `load` with `DamagedFile`.
 *
 * @param path of the file; its folder must exist.
 * @param thread what runs in the thread, as {@link startThread} finds it
 */
export async function openThreadedStore(
  path: string,
  options: ThreadedOptions = {},
  thread: Thread = { here: import.meta.url, name: 'writer-thread' },
): Promise<{ readonly ok: true; readonly store: ThreadedStore } | OpeningFailure> {
  const start: WriterStart = { ...options, path };
  // Node would close the thread's descriptors as it ends, and with one of them the locks of the whole process on the file.
  const worker = startThread(thread, {
    workerData: start,
    trackUnmanagedFds: false,
  });
  const client = new WriterClient(worker);
  const opening = await client.opening;
  if (opening.ok) return { ok: true, store: client };
  await worker.terminate();
  return opening;
}

interface Pending {
  readonly hears: Hears;
  readonly resolve: (answer: Done) => void;
  readonly reject: (error: Error) => void;
}

/** What is told before the answer. */
interface Hears {
  readonly loading?: Loading;
  readonly checked?: (ballots: number) => void;
}

type Done = Extract<Response, { readonly kind: 'done' }>;
type Opened = Extract<Response, { readonly kind: 'opened' }>['opening'];
type Unsent = Asked extends infer R ? (R extends Asked ? Omit<R, 'id'> : never) : never;

class WriterClient implements ThreadedStore, CopySource {
  readonly opening: Promise<Opened>;
  readonly #worker: Worker;
  readonly #pending = new Map<number, Pending>();
  readonly #onPlace = new Set<(isInPlace: boolean) => void>();
  #lastId = 0;
  /** Failed commits that the callers know of. */
  #failures = 0;
  #gone: string | null = null;
  /** Rows of a commit that are being sent ahead of it. */
  #sending: Promise<void> | null = null;
  /** The copy that is being read, or the last one. */
  #copying: Promise<unknown> = Promise.resolve();

  constructor(worker: Worker) {
    this.#worker = worker;
    this.opening = new Promise((resolve, reject) => {
      worker.on('message', (response: Response) => {
        if (response.kind === 'opened') resolve(response.opening);
        else if (response.kind === 'place')
          for (const listener of this.#onPlace) listener(response.isInPlace);
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

  async load(early?: BallotsEarly): Promise<Loaded> {
    const loading = new Loading(early);
    await this.#ask({ kind: 'load' }, { loading });
    return loading.done();
  }

  async commit(commit: Commit): Promise<void> {
    const failures = this.#failures;
    while (this.#sending) await this.#sending;
    const { side, tickets } = commit;
    if (side.length + tickets.length <= ROWS_A_STEP) {
      await this.#ask({ kind: 'commit', commit, failures });
      return;
    }
    this.#sending = inSteps(this.#sendRows(commit)).finally(() => (this.#sending = null));
    await this.#sending;
    await this.#ask({ kind: 'commit', commit: { ...commit, side: [], tickets: [] }, failures });
  }

  /** Thousands of rows are sent ahead in parts, as copying them all for the thread holds up everybody. */
  *#sendRows({ side, tickets }: Commit): Steps<void> {
    for (const part of partsOf(side)) {
      this.#worker.postMessage({ kind: 'rows', side: part, tickets: [] } satisfies Request);
      yield;
    }
    for (const part of partsOf(tickets)) {
      this.#worker.postMessage({ kind: 'rows', side: [], tickets: part } satisfies Request);
      yield;
    }
  }

  async verify(
    roots: readonly ClosedRoot[] = [],
    checked: (ballots: number) => void = () => undefined,
    rows: ExpectedRows | null = null,
  ): Promise<string | null> {
    const { damage } = await this.#ask({ kind: 'verify', roots, rows }, { checked });
    return damage;
  }

  onPlace(listener: (isInPlace: boolean) => void): void {
    this.#onPlace.add(listener);
  }

  async still<T>(work: (file: StillFile) => Promise<T>): Promise<T> {
    const turn = this.#copying.then(() => this.#hold(work));
    this.#copying = turn.catch(() => undefined);
    return turn;
  }

  async close(): Promise<void> {
    if (this.#gone !== null) return;
    // Whoever reads the file by its descriptor would read another one once it is closed.
    await this.#copying;
    const exit = once(this.#worker, 'exit');
    await this.#ask({ kind: 'close' });
    this.#end('the store is closed');
    await exit;
  }

  async #hold<T>(work: (file: StillFile) => Promise<T>): Promise<T> {
    const { still } = await this.#ask({ kind: 'hold' });
    if (!still) throw new Error('the thread held nothing');
    try {
      return await work(still);
    } finally {
      // A thread that has ended holds nothing any more.
      await this.#ask({ kind: 'release' }).catch(() => undefined);
    }
  }

  #ask(request: Unsent, hears: Hears = {}): Promise<Done> {
    return new Promise((resolve, reject) => {
      if (this.#gone !== null) throw new CommitFailed('gone', this.#gone);
      const id = (this.#lastId += 1);
      this.#worker.postMessage({ ...request, id });
      this.#pending.set(id, { hears, resolve, reject });
    });
  }

  #receive(response: Exclude<Response, { readonly kind: 'opened' | 'place' }>): void {
    const pending = this.#pending.get(response.id);
    if (!pending) return;
    if (response.kind === 'part') {
      try {
        pending.hears.loading?.add(response.part);
      } catch (error) {
        this.#pending.delete(response.id);
        pending.reject(error instanceof Error ? error : new Error(String(error)));
      }
      return;
    }
    if (response.kind === 'checked') {
      pending.hears.checked?.(response.ballots);
      return;
    }
    this.#pending.delete(response.id);
    if (response.kind === 'done') {
      pending.resolve(response);
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
