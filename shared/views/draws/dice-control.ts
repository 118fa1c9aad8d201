// The dice of the draw on stage as the console types them: how far both readings are, and where they differ.
import { agreedCount, diceOf, dieStates } from '../../meeting/draws/reading.ts';
import { drawOfItem } from '../../meeting/draws/standing.ts';
import type { Seen } from '../seen.ts';
import type { DiceControl } from '../slices/staff-slices.ts';

/** null unless the draw on stage waits for its dice. */
export function diceControl({ meeting }: Pick<Seen, 'meeting'>): DiceControl | null {
  const draw = meeting.current === null ? undefined : drawOfItem(meeting, meeting.current);
  const dice = draw && diceOf(draw);
  if (draw?.phase !== 'locked' || !dice) return null;
  // They stand, and the beacon is still to come.
  if (draw.closes.dice !== null && !dice.oneByOne) return null;
  if (!draw.wordsClosed && draw.lock.entropy.some(({ type }) => type === 'phones')) return null;
  const { first, second } = draw.readings;
  return {
    draw: draw.id,
    six: dice.six,
    count: dice.count,
    stand: dice.oneByOne ? agreedCount(draw.readings, dice.count) : null,
    readings: {
      first: { have: first.row.length, edits: first.edits },
      second: { have: second.row.length, edits: second.edits },
    },
    differs: dieStates(draw.readings, dice.count).flatMap((state, n) =>
      state === 'differs' ? [n + 1] : [],
    ),
  };
}
