// Which ranks are drawn about an interval: a window of slots around it, or a lane where it is too wide for slots.
import type { RankInterval } from '../../../shared/results/certainty/rank-intervals.ts';

/** So many at least, where there are as many ranks. */
const FEWEST_SLOTS = 10;
const MOST_SLOTS = 30;
/** More are too narrow for a figure under each. */
export const MOST_FIGURES = 12;

/** First and last rank that is drawn; null where slots would be too narrow. */
export function windowOf([low, high]: RankInterval, own: number, of: number): RankInterval | null {
  const from = Math.min(low, own);
  const to = Math.max(high, own);
  const size = Math.min(of, Math.max(FEWEST_SLOTS, to - from + 1));
  if (size > MOST_SLOTS) return null;
  const spare = size - (to - from + 1);
  const first = Math.max(1, Math.min(from - Math.floor(spare / 2), of - size + 1));
  return [first, first + size - 1];
}

/** Where a rank lies on a lane of so many, 0 to 100. */
export function onLane(rank: number, of: number): number {
  return of === 1 ? 50 : ((rank - 1) / (of - 1)) * 100;
}
