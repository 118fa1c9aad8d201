// Everything that recomputes a draw without trusting us: lock, entropy, result, record and replacements (DRAW.md §7).
import type { DrawRecord, Proof } from '../../draw/record.ts';
import type { ReplacementRecord } from '../../draw/replacement.ts';
import type { Lock } from '../../draw/lock.ts';
import type { Assurance, Draw, DrawResult, Keeper } from '../../meeting/draws/draw.ts';
import { isShownOut } from '../../meeting/draws/standing.ts';
import type { Meeting } from '../../meeting/state.ts';

export type PublishedDraw = {
  readonly id: string;
  readonly lock: Lock;
  readonly lockHash: string;
  readonly assurance: Assurance;
  /** Who kept the salt apart from the server; absent where the server did, or there was none. */
  readonly keeper?: Keeper;
  /** What phones sent in, in the order of arrival; from the close of that list on. */
  readonly words?: readonly string[];
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
  const { id, lock, lockHash, assurance, keeper, words, wordsClosed } = draw;
  const asked = lock.entropy.some(({ type }) => type === 'phones');
  const list = words.map(({ word }) => word);
  const open = {
    id,
    lock,
    lockHash,
    assurance,
    ...(keeper ? { keeper: { id: keeper.id, role: keeper.role } } : {}),
    ...(asked && wordsClosed ? { words: list } : {}),
  };
  if (draw.phase === 'void') {
    const { why, recordHash, result } = draw;
    // With what its record holds, anyone recomputes the hash that the next lock follows; a result read before is no secret.
    const { status, entropy, proofs } = voidRecord(draw);
    const outcome = result && { order: result.order, reserve: result.reserve };
    return { ...open, status, why, entropy, proofs, ...outcome, recordHash };
  }
  if (!isShownOut(draw)) return { ...open, status: 'locked' };
  const { entropy, order, reserve, recordHash } = draw;
  const proofs = lock.entropy.flatMap(({ type }, source): readonly Proof[] =>
    type === 'phones' ? [{ type: 'phones', source, typed: list }] : [],
  );
  const replacements = replacementsOf(meeting, draw);
  return { ...open, status: 'result', entropy, proofs, order, reserve, recordHash, replacements };
}

/** The record of a void, as its hash was made. */
function voidRecord(
  draw: Extract<Draw, { readonly phase: 'void' }>,
): DrawRecord & { readonly status: 'void' } {
  const { lockHash, lock, result, signer, why } = draw;
  return {
    lock_hash: lockHash,
    entropy: result?.entropy ?? lock.entropy.map(() => ''),
    proofs: signer === null ? [] : [{ type: 'signer', id: signer }],
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
