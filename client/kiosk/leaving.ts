// How a person's stay at the tablet ends.
import type { Refusal } from '../../shared/meeting/refusals.ts';

/** Ballots of someone who had the tablet that were not counted, and why where that is known. */
export interface Lost {
  readonly id: string;
  /** Whose; null where a reload left only the ballots, of whoever they are. */
  readonly seat: string | null;
  readonly name: string;
  readonly units: readonly string[];
  readonly why: Refusal | null;
}

/** What was kept on this device, null where it is nothing of the kind. */
export function lostIn(kept: unknown): Lost | null {
  if (typeof kept !== 'object' || kept === null) return null;
  // An older version of this page kept neither id nor seat.
  const { id = '', seat = null, name, units, why } = kept as Partial<Record<keyof Lost, unknown>>;
  const isCode = typeof why === 'object' && why !== null && 'code' in why;
  return typeof id === 'string' &&
    (seat === null || typeof seat === 'string') &&
    typeof name === 'string' &&
    Array.isArray(units) &&
    units.every((unit) => typeof unit === 'string') &&
    (why === null || isCode)
    ? { id, seat, name, units, why: why as Lost['why'] }
    : null;
}

/** On its way when the tablet was handed back: `n` ballots, and perhaps a word for a draw. */
export interface Held {
  readonly n: number;
  readonly word: boolean;
}

export type Left =
  | { readonly kind: 'done' }
  /** What arrived after the person had handed the tablet back. */
  | { readonly kind: 'sent'; readonly held: Held }
  /** Their word for a draw came when the list was closed. */
  | { readonly kind: 'word-late' }
  /** The server ended the session. */
  | { readonly kind: 'ended'; readonly why: Refusal }
  | ({ readonly kind: 'lost' } & Lost);
