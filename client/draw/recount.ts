// Computes a draw from its public record alone and compares it with the lock and the names that were shown.
import { showsTheDrawn } from '../../shared/draw/shown-names.ts';
import { verifyDraw } from '../../shared/draw/verify.ts';
import type { PublishedDraw } from '../../shared/views/draws/draw-record.ts';

export type Recount = 'checking' | 'same' | 'differs' | 'unknown';

/**
 * @param shownLockHash what this device was shown before there was any entropy
 * @param order the ids of the names that were shown
 * @param shownWordsHash what fixed the phones' list when this device first saw it closed; null where it saw none
 */
export async function recount(
  code: string,
  id: string,
  shownLockHash: string,
  order: readonly string[],
  shownWordsHash: string | null,
): Promise<Recount> {
  const answer = await fetch(`/m/${encodeURIComponent(code)}/api/draws/${encodeURIComponent(id)}`);
  if (!answer.ok) return 'unknown';
  const draw = (await answer.json()) as PublishedDraw;
  if (draw.status !== 'result') return 'unknown';
  const { lock, entropy, proofs, assurance, keeper } = draw;
  const reserve = Object.fromEntries(draw.reserve.map(({ cell, ids }) => [cell, ids]));
  const findings = verifyDraw({
    lock,
    shownLockHash,
    entropy,
    proofs,
    ...(shownWordsHash === null ? {} : { shownWordsHash }),
    assurance: { claimed: assurance, saltKeptApart: keeper !== undefined },
    claimed: { order: draw.order, reserve },
  });
  return findings.length === 0 && showsTheDrawn(lock.draw, draw.order, order) ? 'same' : 'differs';
}
