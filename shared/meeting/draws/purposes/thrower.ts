// Who of those in the house throws the dice of another draw. The organisers are on no roster, so it is never one of them.
import { idIn } from '../../people.ts';
import type { Purpose } from '../purpose.ts';

export const thrower: Purpose<'thrower'> = {
  of: 'people',
  candidates: ({ meeting: { arrived }, seats }) => {
    const seated = seats.filter(({ present }) => present).map(({ holder }): string => holder.id);
    // Before the panel is drawn nobody has a seat: then it is one of those who have come.
    const waiting = [...arrived.keys()].flatMap((key) =>
      key.startsWith('reviewer/') ? [idIn(key)] : [],
    );
    return [...new Set([...seated, ...waiting])].map((id) => ({ id, why: null }));
  },
  known: ({ seats }) => seats.size > 0,
  effect: 'none',
  asks: false,
  atOnce: true,
  orders: false,
  rings: false,
  throws: true,
  ofRanking: false,
  visits: null,
  takesOver: (_, { present }) => present,
  // By one key, like who asks: nobody throws dice for who is to throw them.
  usual: { take: 1, sources: ['salt'] },
};
