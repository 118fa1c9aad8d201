// What a draw comes to by whichever rule, once all its sources are read (DRAW.md §5, §9).
import { determine, type DrawResult } from '../../draw/draw.ts';
import { isLots } from '../../draw/lock.ts';
import { determineLots, type LotsResult } from '../../draw/lots.ts';
import type { Draw } from './draw.ts';

/** @throws where the panels of a draw by lots have no numbers yet, or the entropy has a flaw */
export function outcomeOf(
  { lock, lots }: Pick<Draw, 'lock' | 'lots'>,
  entropy: readonly string[],
): DrawResult | LotsResult {
  if (!isLots(lock)) return determine(lock, entropy);
  if (!lots?.numbered) throw new Error('no panel has a number yet');
  return determineLots(lock, lots.list.panels, entropy, lots.numbered);
}
