// Determines a draw: from a lock and its entropy to who is selected, in which order, with whom in reserve.

import { byCodeUnits } from './canonical.ts';
import { attributesOf, cellsOf, takenFrom } from './cells.ts';
import { checkEntropy } from './entropy.ts';
import { toHex } from './hash.ts';
import { lockHash } from './lock.ts';
import type { Lock } from './lock.ts';
import { inclusion, quotasOf } from './rules.ts';
import { byTicket, seedOf } from './seed.ts';

export type DrawResult = {
  /** 64 hex digits. */
  readonly seed: string;
  /** Number of the lottery's panel, 1 for the first; 0 for every other rule. */
  readonly panel: number;
  /** How many each cell gives; every cell is named, with 0 where it gives none. */
  readonly quota: Readonly<Record<string, number>>;
  /** The selected ids, ascending. */
  readonly selected: readonly string[];
  /** The selected ids in their order of appearance. */
  readonly order: readonly string[];
  /** Who was not selected, by cell, in the order of replacement; every cell is named. */
  readonly reserve: Readonly<Record<string, readonly string[]>>;
  /** Everyone's chance by cell as a reduced fraction "n/d". */
  readonly inclusion: Readonly<Record<string, string>>;
};

/**
 * The result of a draw (DRAW.md §3 to §5); the same for the same lock and entropy everywhere.
 *
 * @param lock one that `readLock` accepted
 * @param entropy one that `checkEntropy` finds no flaw in
 * @throws RangeError where the entropy has a flaw: such a draw is void, not determined
 */
export function determine(lock: Lock, entropy: readonly string[]): DrawResult {
  const flaw = checkEntropy(lock, entropy);
  if (flaw !== null) throw new RangeError(`this entropy determines nothing: ${flaw}`);
  const seed = seedOf(lockHash(lock), entropy);
  const { panel, quota } = quotasOf(lock, seed);
  const selected: string[] = [];
  const reserve: [cell: string, ids: readonly string[]][] = [];
  for (const [cell, members] of cellsOf(lock.pool, attributesOf(lock.rule))) {
    const inTicketOrder = byTicket(
      seed,
      'ticket',
      members.map((member) => member.id),
    );
    const taken = takenFrom(quota, cell);
    selected.push(...inTicketOrder.slice(0, taken));
    reserve.push([cell, inTicketOrder.slice(taken)]);
  }
  return {
    seed: toHex(seed),
    panel,
    quota,
    selected: [...selected].sort(byCodeUnits),
    order: byTicket(seed, 'order', selected),
    reserve: Object.fromEntries(reserve),
    inclusion: inclusion(lock),
  };
}
