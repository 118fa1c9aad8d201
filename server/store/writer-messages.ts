// What a store and its writer's thread say to each other.
import type { ExpectedRows } from '../../shared/meeting/expected-rows.ts';
import type { MeetingFileOptions } from './meeting-file.ts';
import type { Commit } from './meeting-store.ts';
import type { StoredPart } from './loading.ts';
import type { StillFile } from './still-file.ts';
import type { ClosedRoot } from './verifying.ts';
import {
  CommitFailed,
  DamagedFile,
  NewerFile,
  type CommitFault,
  type OpeningFailure,
} from './store-errors.ts';

/** Handed to the thread as it starts. */
export interface WriterStart extends MeetingFileOptions {
  readonly path: string;
}

export type Request =
  | ({ readonly id: number } & (
      | { readonly kind: 'load' | 'hold' | 'release' | 'close' }
      | {
          readonly kind: 'verify';
          readonly roots: readonly ClosedRoot[];
          readonly rows: ExpectedRows | null;
        }
      /** `failures`: how many failed commits the sender knew of when it decided this one. */
      | { readonly kind: 'commit'; readonly commit: Commit; readonly failures: number }
    ))
  /** Rows of the next commit, ahead of it; without an answer. */
  | ({ readonly kind: 'rows' } & RowsAhead);

/** A request that is answered. */
export type Asked = Extract<Request, { readonly id: number }>;

export type RowsAhead = Pick<Commit, 'side' | 'tickets'>;

export type Response =
  | { readonly kind: 'opened'; readonly opening: { readonly ok: true } | OpeningFailure }
  /** The file is no longer where it was opened, or is there again. */
  | { readonly kind: 'place'; readonly isInPlace: boolean }
  | { readonly kind: 'part'; readonly id: number; readonly part: StoredPart }
  /** How many ballots a verification has looked at so far. */
  | { readonly kind: 'checked'; readonly id: number; readonly ballots: number }
  | {
      readonly kind: 'done';
      readonly id: number;
      /** Answer to `verify`. */
      readonly damage: string | null;
      /** Answer to `hold`. */
      readonly still: StillFile | null;
    }
  | { readonly kind: 'failed'; readonly id: number; readonly error: SentError };

/** An error as it crosses threads, where classes are lost. */
export type SentError =
  | { readonly kind: 'commit'; readonly fault: CommitFault; readonly detail: string }
  | { readonly kind: 'damaged' | 'newer'; readonly place: string }
  | { readonly kind: 'bug'; readonly message: string };

export function sendable(error: unknown): SentError {
  if (error instanceof CommitFailed)
    return { kind: 'commit', fault: error.fault, detail: error.detail };
  if (error instanceof DamagedFile) return { kind: 'damaged', place: error.place };
  if (error instanceof NewerFile) return { kind: 'newer', place: error.place };
  return {
    kind: 'bug',
    message: error instanceof Error ? (error.stack ?? error.message) : String(error),
  };
}

export function received(error: SentError): Error {
  switch (error.kind) {
    case 'commit':
      return new CommitFailed(error.fault, error.detail);
    case 'damaged':
      return new DamagedFile(error.place);
    case 'newer':
      return new NewerFile(error.place);
    case 'bug':
      return new Error(`the writer's thread failed: ${error.message}`);
  }
}
