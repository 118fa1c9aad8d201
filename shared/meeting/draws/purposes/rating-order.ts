// The order of the units of each category, in which each rates the next ones (RESULTS.md §8).
import { MOST_TAKEN } from '../../../number-limits.ts';
import type { Purpose } from '../purpose.ts';

export const ratingOrder: Purpose<'rating-order'> = {
  of: 'units',
  candidates: ({ meeting: { subjects, out } }) =>
    [...subjects.keys()].map((id) => ({ id, why: out.get(id)?.why ?? null })),
  known: ({ subjects }) => subjects.size > 0,
  effect: 'none',
  asks: false,
  atOnce: false,
  orders: true,
  rings: true,
  throws: false,
  ofRanking: false,
  visits: null,
  takesOver: null,
  usual: { take: MOST_TAKEN, sources: ['dice10', 'salt'] },
};
