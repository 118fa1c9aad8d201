// Who of the panel visits the units drawn to be visited.
import { drawnBefore, type Purpose } from '../purpose.ts';

export const team: Purpose<'team'> = {
  of: 'people',
  candidates: (around) =>
    around.seats.map(({ holder: { id } }) => ({ id, why: drawnBefore(around, id) })),
  known: ({ seats }) => seats.size > 0,
  effect: 'none',
  asks: false,
  atOnce: false,
  orders: false,
  rings: false,
  throws: false,
  ofRanking: false,
  visits: 'verification',
  takesOver: () => true,
  usual: { take: 5, sources: ['dice10'] },
};
