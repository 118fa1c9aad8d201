// Units to be visited.
import { drawnBefore, type Purpose } from '../purpose.ts';

export const verification: Purpose<'verification'> = {
  of: 'units',
  candidates: (around) => {
    const { subjects, out } = around.meeting;
    return [...subjects.keys()].map((id) => ({
      id,
      why: out.get(id)?.why ?? drawnBefore(around, id),
    }));
  },
  known: ({ subjects }) => subjects.size > 0,
  effect: 'none',
  asks: false,
  atOnce: false,
  orders: false,
  rings: false,
  throws: false,
  ofRanking: true,
  visits: null,
  takesOver: null,
  usual: { take: 8, sources: ['dice10'] },
};
