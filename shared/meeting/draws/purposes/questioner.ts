// Who of the panel asks the unit that has just presented.
import { hasConflict, isRecused } from '../../recusals.ts';
import { drawnBefore, type Purpose } from '../purpose.ts';

export const questioner: Purpose<'questioner'> = {
  of: 'people',
  candidates: (around) => {
    const { meeting, seats, asked } = around;
    return seats
      .filter(({ present }) => present)
      .map((seat) => ({
        id: seat.holder.id,
        why:
          asked !== undefined && isRecused(meeting, seat, asked)
            ? 'recused'
            : drawnBefore(around, seat.holder.id),
      }));
  },
  known: ({ seats }) => seats.size > 0,
  effect: 'none',
  asks: true,
  atOnce: true,
  orders: false,
  rings: false,
  throws: false,
  ofRanking: false,
  visits: null,
  takesOver: (meeting, { present, holder }, asked) =>
    present && holder.kind === 'reviewer' && !hasConflict(meeting, holder.id, asked),
  // Drawn with one key: nobody throws twenty dice before each question.
  usual: { take: 1, sources: ['salt'], seconds: 180 },
};
