// Sealed pools as anyone may fetch them: what they are the hash of, so that nobody has to believe what a lock lists.
import type { SealedPool } from '../../draw/seal.ts';
import type { Instant } from '../../instant.ts';
import type { SealedKind } from '../../meeting/draws/sealed-kinds.ts';
import type { Meeting } from '../../meeting/state.ts';
import { shownMeeting } from '../seen.ts';
import type { ShownMeeting } from '../slices/shown.ts';

export interface PublishedSeals {
  readonly meeting: ShownMeeting;
  /** Oldest first. */
  readonly seals: readonly PublishedSeal[];
}

export interface PublishedSeal {
  readonly of: SealedKind;
  /** 64 hex digits. */
  readonly sealed: string;
  readonly at: Instant;
  readonly pool: SealedPool;
}

export function publishedSeals(meeting: Meeting): PublishedSeals {
  return {
    meeting: shownMeeting(meeting),
    seals: meeting.seals.map(({ of, sealed, at, pool }) => ({ of, sealed, at, pool })),
  };
}
