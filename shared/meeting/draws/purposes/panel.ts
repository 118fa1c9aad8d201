// The panel: those of the pool who get a seat.
import type { Purpose } from '../purpose.ts';

export const panel: Purpose<'panel'> = {
  of: 'people',
  candidates: ({ meeting: { pool }, seats, replaced }) => {
    const seated = new Set<string>(seats.map(({ holder }) => holder.id));
    return [...pool.keys()].map((id) => ({
      id,
      why: seated.has(id) ? 'seated' : replaced.has(id) ? 'replaced' : null,
    }));
  },
  known: ({ pool }) => pool.size > 0,
  effect: 'seats',
  asks: false,
  atOnce: false,
  orders: false,
  rings: false,
  throws: false,
  ofRanking: false,
  visits: null,
  // Its reserve passes on seats (reserve.ts).
  takesOver: null,
  usual: { take: 50, sources: ['dice10', 'salt'], rule: { kind: 'proportional' } },
};
