// Everything that recomputes a draw without trusting us: lock, entropy, result, record and replacements (DRAW.md §7).
import type { DrawRecord, Proof } from '../../draw/record.ts';
import type { ReplacementRecord } from '../../draw/replacement.ts';
import type { AnyLock } from '../../draw/lock.ts';
import type { Panel } from '../../draw/lots.ts';
import type { Assurance, Draw, DrawResult as Read, Keeper } from '../../meeting/draws/draw.ts';
import { panelsLeft } from '../../meeting/draws/lots.ts';
import { beaconProofs } from '../../meeting/draws/beacon.ts';
import { isShownOut } from '../../meeting/draws/standing.ts';
import type { Instant } from '../../instant.ts';
import type { Meeting } from '../../meeting/state.ts';

/** What was read of a draw, and when each source closed: YYYY-MM-DDThh:mm:ssZ, "" of a beacon. */
type DrawResult = Omit<Read, 'readAt'> & { readonly closedAt: readonly string[] };

export type PublishedDraw = {
  readonly id: string;
  readonly lock: AnyLock;
  readonly lockHash: string;
  readonly assurance: Assurance;
  /** Who kept the salt apart from the server; absent where the server did, or there was none. */
  readonly keeper?: Keeper;
  /** What phones sent in, in the order of arrival; from the close of that list on. */
  readonly words?: readonly string[];
  /** Of a draw by lots the list of panels that its lock names. */
  readonly panels?: readonly Panel[];
} & (
  | { readonly status: 'locked' }
  | ({
      readonly status: 'result';
      readonly proofs: readonly Proof[];
      readonly recordHash: string;
      readonly replacements: readonly PublishedReplacement[];
    } & DrawResult)
  | ({
      readonly status: 'void';
      readonly why: string;
      readonly entropy: readonly string[];
      readonly proofs: readonly Proof[];
      readonly recordHash: string;
    } & Partial<Omit<DrawResult, 'entropy'>>)
);

export interface PublishedReplacement {
  readonly record: ReplacementRecord;
  readonly recordHash: string;
}

/** Lock at once; entropy and result only when the last name has been shown, or with a void (DRAW.md §6). */
export function publishedDraw(meeting: Meeting, draw: Draw): PublishedDraw {
  const { id, lock, lockHash, assurance, keeper, words, wordsClosed, lots } = draw;
  const asked = lock.entropy.some(({ type }) => type === 'phones');
  const list = words.map(({ word }) => word);
  const open = {
    id,
    lock,
    lockHash,
    assurance,
    ...(keeper ? { keeper: { id: keeper.id, role: keeper.role } } : {}),
    ...(asked && wordsClosed ? { words: list } : {}),
    ...(lots ? { panels: lots.list.panels } : {}),
  };
  if (draw.phase === 'void') {
    const { why, recordHash, result } = draw;
    // With what its record holds, anyone recomputes the hash that the next lock follows; a result read before is no secret.
    const { status, entropy, proofs } = voidRecord(draw);
    const outcome = result && {
      ...{ order: result.order, reserve: result.reserve },
      closedAt: closingTimes(draw, result.readAt),
    };
    return { ...open, status, why, entropy, proofs, ...outcome, recordHash };
  }
  if (!isShownOut(draw)) return { ...open, status: 'locked' };
  const { entropy, order, reserve, recordHash, readAt } = draw;
  const closedAt = closingTimes(draw, readAt);
  const proofs = [
    ...lock.entropy.flatMap(({ type }, source): readonly Proof[] =>
      type === 'phones' ? [{ type: 'phones', source, typed: list }] : [],
    ),
    ...beaconProofs(draw),
  ];
  const replacements = replacementsOf(meeting, draw);
  return {
    ...{ ...open, status: 'result', entropy, proofs, closedAt, order, reserve },
    ...{ recordHash, replacements },
  };
}

/**
 * When each source closed, in whole seconds, as a lock's own time is: what closed in its second is told as of the next. Words
 * and dice close by themselves, all else is read with what closes last; of lots before the digits are thrown.
 */
function closingTimes({ lock, closes, lots }: Draw, readAt: Instant): readonly string[] {
  const first = Date.parse(lock.locked_at) + 1000;
  const second = (at: Instant) => `${new Date(Math.max(at, first)).toISOString().slice(0, 19)}Z`;
  return lock.entropy.map(({ type }) => {
    if (type === 'drand') return '';
    if (type === 'phones' && closes.words !== null) return second(closes.words);
    if (type === 'digits') return second(readAt);
    const isThrown = type === 'dice10' || type === 'dice6';
    return second((isThrown ? closes.dice : null) ?? lots?.readAt ?? readAt);
  });
}

/** The panels of a draw by lots in order of their numbers, 0 the first. */
export interface PublishedNumbers {
  /** hex T("numbered", C(panels)): what stood on the screen before the first digit. */
  readonly hash: string;
  /** Exchanges that were made. */
  readonly made: number;
  readonly panels: readonly Panel[];
}

/** From the numbering on, before any digit is thrown; null where nothing has numbers. */
export function publishedNumbers({ lots }: Draw): PublishedNumbers | null {
  if (!lots?.numbered) return null;
  const { hash, made } = lots.numbered;
  return { hash, made, panels: panelsLeft(lots.numbered, '') };
}

/** The record of a void, as its hash was made. */
function voidRecord(
  draw: Extract<Draw, { readonly phase: 'void' }>,
): DrawRecord & { readonly status: 'void' } {
  const { lockHash, read, signer, why } = draw;
  return {
    lock_hash: lockHash,
    entropy: read,
    proofs: [
      ...beaconProofs(draw),
      ...(signer === null ? [] : [{ type: 'signer', id: signer } as const]),
    ],
    status: 'void',
    why,
  };
}

/** Their records, each chained to the one before it, the first to the draw's own. */
function replacementsOf(
  { replacements }: Meeting,
  draw: Extract<Draw, { readonly phase: 'determined' }>,
): readonly PublishedReplacement[] {
  let prev = draw.recordHash;
  return replacements
    .filter((one) => one.draw === draw.id)
    .map(({ out, in: holder, why, skipped, recordHash }) => {
      const record = { prev, lock_hash: draw.lockHash, out, in: holder ?? '', why, skipped };
      prev = recordHash;
      return { record, recordHash };
    });
}
