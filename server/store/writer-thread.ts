// The thread that owns a meeting's file, so that syncing never holds up sockets. Entry of a worker, nothing imports it.
import { parentPort, workerData } from 'node:worker_threads';
import { openMeetingFile, type MeetingFile } from './meeting-file.ts';
import type { StillFile } from './still-file.ts';
import { CommitFailed } from './store-errors.ts';
import type { StoredPart } from './loading.ts';
import { BallotPacker } from './packed-ballots.ts';
import type { Commit } from './meeting-store.ts';
import {
  sendable,
  type Asked,
  type Request,
  type Response,
  type RowsAhead,
  type WriterStart,
} from './writer-messages.ts';

if (!parentPort) throw new Error('this file is started as a worker');
const port = parentPort;
const start = workerData as WriterStart;
/** Between two looks whether the file is still there, also where nothing is committed. */
const LOOK_MS = 2000;

const opened = openMeetingFile(start.path, start);
if (opened.ok) serve(opened.file);
send({ kind: 'opened', opening: opened.ok ? { ok: true } : opened });

function serve(file: MeetingFile): void {
  let failures = 0;
  let closed = false;
  let isInPlace = true;
  const looking = setInterval(() => {
    if (file.isInPlace === isInPlace) return;
    isInPlace = !isInPlace;
    send({ kind: 'place', isInPlace });
  }, LOOK_MS).unref();
  /** Of the commit that comes next. */
  const ahead: RowsAhead[] = [];

  port.on('message', (sent: Request) => {
    if (sent.kind === 'rows') {
      ahead.push(sent);
      return;
    }
    const request = sent.kind === 'commit' ? { ...sent, commit: withAhead(sent.commit) } : sent;
    carryOut(request).catch((error: unknown) =>
      send({ kind: 'failed', id: request.id, error: sendable(error) }),
    );
  });

  function withAhead(commit: Commit): Commit {
    const rows = [...ahead.splice(0), commit];
    const side = rows.flatMap((one) => one.side);
    return { ...commit, side, tickets: rows.flatMap(({ tickets }) => tickets) };
  }

  async function carryOut(request: Asked): Promise<void> {
    const { id } = request;
    let damage: string | null = null;
    let still: StillFile | null = null;
    switch (request.kind) {
      case 'load':
        load(id);
        break;
      case 'commit':
        commit(request);
        break;
      case 'verify':
        damage = await verify(request);
        break;
      case 'hold':
        still = file.hold();
        break;
      case 'release':
        file.release();
        break;
      case 'close':
        closed = true;
        clearInterval(looking);
        file.close();
        break;
    }
    send({ kind: 'done', id, damage, still });
    // After the answer: rewriting a large file takes a second, and nobody has to wait for it.
    if (erases(request)) file.tidy();
    // Nothing else keeps the thread alive.
    if (closed) port.close();
  }

  function load(id: number): void {
    const packer = new BallotPacker();
    for (const part of file.parts())
      send({ kind: 'part', id, part: part.table === 'ballots' ? packed(packer, part) : part });
  }

  function commit(request: Extract<Request, { readonly kind: 'commit' }>): void {
    // It was decided upon what a failed one would have written (R1).
    if (request.failures !== failures)
      throw new CommitFailed('earlier-failed', 'a commit before it failed');
    try {
      file.commit(request.commit);
    } catch (error) {
      failures += 1;
      throw error;
    }
  }

  /** Slice by slice, so that a commit waits for one slice at most. */
  async function verify({
    id,
    roots,
    rows,
  }: Extract<Request, { readonly kind: 'verify' }>): Promise<string | null> {
    const steps = file.verifying(roots, rows);
    for (let told = 0; ;) {
      if (closed) throw new CommitFailed('gone', 'the store was closed');
      const { done, value } = steps.next();
      if (done === true) return value;
      if (value >= told + TELL_EVERY) send({ kind: 'checked', id, ballots: (told = value) });
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
  }
}

function packed(
  packer: BallotPacker,
  { rows }: Extract<StoredPart, { readonly table: 'ballots' }>,
): StoredPart {
  return { table: 'packed', ballots: packer.pack(rows) };
}

/** Ballots between two words about how far a verification is. */
const TELL_EVERY = 2000;

function erases(request: Asked): boolean {
  return (
    request.kind === 'commit' && request.commit.side.some(({ kind }) => kind === 'erase-people')
  );
}

function send(response: Response): void {
  port.postMessage(response);
}
