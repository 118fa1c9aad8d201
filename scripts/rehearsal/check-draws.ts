// Every draw of a rehearsal once more: from the lock that was on the screens and from what anyone can fetch afterwards.
import { isSigned } from '../../shared/draw/beacon-signature.ts';
import { attributesOf, cellsOf } from '../../shared/draw/cells.ts';
import { showsTheDrawn } from '../../shared/draw/shown-names.ts';
import { recordHash } from '../../shared/draw/record.ts';
import { toHex } from '../../shared/draw/hash.ts';
import { firstFalseReplacement } from '../../shared/draw/replacement.ts';
import { seedOf } from '../../shared/draw/seed.ts';
import { verifyDraw } from '../../shared/draw/verify.ts';
import type { DrawId } from '../../shared/ids.ts';
import type { DrawPurpose } from '../../shared/meeting/agenda/item.ts';
import type { PublishedDraw } from '../../shared/views/draws/draw-record.ts';
import type { DrawsCheck } from '../../shared/rehearsal/report.ts';

/** What the hall saw of a draw. */
export interface ShownDraw {
  readonly id: DrawId;
  readonly purpose: DrawPurpose;
  /** The 64 digits at its lock. */
  readonly lockHash: string;
  /** Ids in the order in which their names were shown. */
  readonly names: readonly string[];
}

/** @param shown all draws of the meeting, in their order: each lock must follow the record of the one before it */
export async function checkDraws(
  origin: string,
  meeting: string,
  shown: readonly ShownDraw[],
): Promise<DrawsCheck> {
  const differences: string[] = [];
  let prev = '';
  let replacements = 0;
  for (const one of shown) {
    const response = await fetch(`${origin}/m/${meeting}/api/draws/${one.id}`);
    const draw = (await response.json()) as PublishedDraw;
    const wrong = findings(one, draw, prev);
    differences.push(...wrong.map((what) => `${one.purpose}: ${what}`));
    if (draw.status !== 'result') continue;
    prev = draw.recordHash;
    replacements += draw.replacements.length;
  }
  return { draws: shown.length, replacements, differences };
}

function findings(shown: ShownDraw, draw: PublishedDraw, prev: string): readonly string[] {
  if (draw.status !== 'result') return ['has no result'];
  const { lock, entropy, proofs, order, closedAt } = draw;
  const reserve = Object.fromEntries(draw.reserve.map(({ cell, ids }) => [cell, ids]));
  const record = { lock_hash: shown.lockHash, entropy, proofs, status: 'result', why: '' } as const;
  const cells = [...cellsOf(lock.pool, attributesOf(lock.rule))];
  const cellOf = (id: string) =>
    cells.find(([, members]) => members.some((member) => member.id === id))?.[0] ?? '';
  const chain = draw.replacements.map((one) => one.record);
  const drawn = { lock, seed: toHex(seedOf(shown.lockHash, entropy)), selected: order };
  const verified = verifyDraw({
    lock,
    ...(draw.panels ? { panels: draw.panels } : {}),
    shownLockHash: shown.lockHash,
    entropy,
    proofs,
    isSigned,
    closedAt,
    claimed: { order, reserve },
  });
  return [
    ...verified.map(({ code }) => code),
    ...(recordHash(record) === draw.recordHash ? [] : ['record differs']),
    ...(lock.prev === prev ? [] : ['does not follow the draw before it']),
    ...(showsTheDrawn(lock.draw, order, shown.names) ? [] : ['other names were shown']),
    ...(firstFalseReplacement(draw.recordHash, cellOf, reserve, chain, drawn) === null
      ? []
      : ['a replacement does not follow the reserve']),
  ];
}
