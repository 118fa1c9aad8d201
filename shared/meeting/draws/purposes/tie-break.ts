// The order of units that share a place of a board.
import type { Purpose } from '../purpose.ts';

export const tieBreak: Purpose<'tie-break'> = {
  of: 'units',
  candidates: ({ tied }) => tied.map((id) => ({ id, why: null })),
  // Nobody shares a place before a board is shown.
  known: () => false,
  effect: 'none',
  asks: false,
  atOnce: false,
  orders: true,
  rings: false,
  throws: false,
  ofRanking: true,
  visits: null,
  takesOver: null,
  usual: { take: 2, sources: ['dice10'] },
};
