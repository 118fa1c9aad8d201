// Units that report: each gets its turn on stage.
import type { Purpose } from '../purpose.ts';

export const presenters: Purpose<'presenters'> = {
  of: 'units',
  candidates: ({ meeting: { subjects, out }, turns }) =>
    [...subjects.keys()].map((id) => ({
      id,
      why: out.get(id)?.why ?? (turns.has(id) ? 'on-agenda' : null),
    })),
  known: ({ subjects }) => subjects.size > 0,
  effect: 'turns',
  asks: false,
  atOnce: false,
  orders: false,
  rings: false,
  throws: false,
  ofRanking: false,
  visits: null,
  takesOver: null,
  usual: { take: 12, sources: ['dice10', 'salt'] },
};
