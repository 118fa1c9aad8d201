// The public beacon as a source of a draw: which round, when it is published, and what has to be closed by then (DRAW.md §2).
import { firstRoundFrom, QUICKNET, roundTime } from '../../draw/beacon.ts';
import type { AnyLock, Source } from '../../draw/lock.ts';
import type { Proof } from '../../draw/record.ts';
import type { DrawId } from '../../ids.ts';
import type { Instant } from '../../instant.ts';
import type { ItemOf, SourceKind } from '../agenda/item.ts';
import type { Meeting } from '../state.ts';
import type { Draw } from './draw.ts';
import { throwsDice } from './reading.ts';

/** What a record says where the round was published before the other sources closed. Pages have the sentence. */
export const BEACON_PASSED = 'beacon-passed';

/** Long enough to photograph the lock. */
export const FEWEST_BEACON_SECONDS = 10;
/** How long after the lock, where nobody chose: for the hall to see the lock, to send its words, to throw its dice. */
const USUAL_SECONDS = { alone: 60, words: 300, dice: 900 };

/** The round that a lock waits for. */
export interface LockedBeacon {
  /** Its place among the lock's sources. */
  readonly source: number;
  readonly round: number;
  /** When it is published. */
  readonly at: Instant;
}

/** null where no beacon is a source. */
export function beaconOf({ entropy }: Pick<AnyLock, 'entropy'>): LockedBeacon | null {
  for (const [source, one] of entropy.entries())
    if (one.type === 'drand') return { source, round: one.round, at: roundTime(one.round) * 1000 };
  return null;
}

/** How long after the lock the round of such a draw is published, where its item does not say. */
export function usualBeaconSeconds(sources: readonly SourceKind[]): number {
  if (sources.includes('dice10') || sources.includes('dice6')) return USUAL_SECONDS.dice;
  return sources.includes('phones') ? USUAL_SECONDS.words : USUAL_SECONDS.alone;
}

/** The beacon as a source of a lock made at this second. */
export function beaconSource(
  { sources, beaconSeconds }: Pick<ItemOf<'draw'>, 'sources' | 'beaconSeconds'>,
  lockedAtSeconds: number,
): Source {
  const after = beaconSeconds ?? usualBeaconSeconds(sources);
  return { type: 'drand', chain: QUICKNET.chain, round: firstRoundFrom(lockedAtSeconds + after) };
}

/** Whether a draw may have these sources: a salt beside the beacon would convince nobody more, and closes after it. */
export function fitsBeacon(
  sources: readonly SourceKind[],
  beaconSeconds: number | undefined,
): boolean {
  if (!sources.includes('drand')) return beaconSeconds === undefined;
  if (sources.includes('salt') || sources.includes('kept')) return false;
  return beaconSeconds === undefined || beaconSeconds >= FEWEST_BEACON_SECONDS;
}

/** Whether phones and dice are closed, as far as they are sources. */
export function othersClosed({ lock, wordsClosed, closes }: Draw): boolean {
  const asksPhones = lock.entropy.some(({ type }) => type === 'phones');
  return (!asksPhones || wordsClosed) && (!throwsDice(lock) || closes.dice !== null);
}

/** Whether the round was published before the other sources closed: such a draw is void. */
export function hasPassed(draw: Draw, now: Instant): boolean {
  const beacon = beaconOf(draw.lock);
  return draw.phase === 'locked' && beacon !== null && now >= beacon.at && !othersClosed(draw);
}

/** The draw that waits for its round, with all else closed; null where none does. */
export function awaitedBeacon({
  draws,
}: Meeting): (LockedBeacon & { readonly draw: DrawId }) | null {
  const draw = draws.at(-1);
  const beacon = draw?.phase === 'locked' ? beaconOf(draw.lock) : null;
  return draw && beacon && othersClosed(draw) ? { ...beacon, draw: draw.id } : null;
}

/** The draw that its round makes void should something still be open then; null where nothing is, or there is no beacon. */
export function beaconDue({
  draws,
}: Meeting): { readonly draw: DrawId; readonly at: Instant } | null {
  const draw = draws.at(-1);
  const beacon = draw?.phase === 'locked' ? beaconOf(draw.lock) : null;
  return draw && beacon && !othersClosed(draw) ? { draw: draw.id, at: beacon.at } : null;
}

/** What shows that the chain signed the round, once it was read. */
export function beaconProofs({
  lock,
  signature,
}: Pick<Draw, 'lock' | 'signature'>): readonly Proof[] {
  const beacon = beaconOf(lock);
  return beacon && signature !== null ? [{ type: 'drand', source: beacon.source, signature }] : [];
}
