// How the scores of a written round are spread over the scale, once it is revealed: how many units stand where, and never
// which (R6). Who has which score is the board's.
import { kindOf } from '../../meeting/agenda/kinds.ts';
import { itemById } from '../../meeting/agenda/items.ts';
import { allResults } from '../../meeting/results.ts';
import { lastAttempt, roundOfItem } from '../../meeting/rounds.ts';
import { divide, rational, type Rational } from '../../scoring/rational.ts';
import { perMeeting } from '../seen.ts';
import type { SpreadSlice } from '../slices/number-slices.ts';

/** Points that one step of the scale may be wide, the finest first; and how many steps fit a picture. */
const WIDTHS = [1, 2, 5, 10];
const MOST_STEPS = 20;
const FULL = 100;

/** null unless a revealed written round is on stage. */
export const spreadSlice = perMeeting(({ meeting }): SpreadSlice => {
  const item = itemById(meeting, meeting.current);
  const round = item && kindOf(item).scoring(item) ? roundOfItem(meeting, item.id) : undefined;
  if (round?.kind !== 'written') return null;
  const attempt = lastAttempt(round);
  if (attempt.phase !== 'revealed') return null;
  const results = allResults(meeting).filter(
    (one) => one.round === round.id && one.attempt.n === attempt.n,
  );
  const scores = results.flatMap(({ score }) => (score === null ? [] : [score]));
  return {
    units: results.length,
    scoreless: results.length - scores.length,
    ballots: attempt.closing.turnout.reduce((sum, { cast }) => sum + cast, 0),
    expected: attempt.closing.turnout.reduce((sum, { expected }) => sum + expected, 0),
    ...stepsOf(scores),
  };
});

/** A score at the end of one step and the beginning of another belongs to the upper one; 100 to the last. */
function stepsOf(scores: readonly Rational[]) {
  const width = WIDTHS.find((one) => range(scores, one).length <= MOST_STEPS) ?? FULL;
  const steps = range(scores, width);
  const from = (steps[0] ?? 0) * width;
  const counts = steps.map(
    (step) => scores.filter((score) => stepOf(score, width) === step).length,
  );
  return { from, width, counts };
}

/** Every step from that of the lowest score to that of the highest. */
function range(scores: readonly Rational[], width: number): readonly number[] {
  const at = scores.map((score) => stepOf(score, width));
  if (at.length === 0) return [];
  const low = Math.min(...at);
  return Array.from({ length: Math.max(...at) - low + 1 }, (_, n) => low + n);
}

function stepOf(score: Rational, width: number): number {
  const { n, d } = divide(score, rational(width));
  return Math.min(Number(n / d), FULL / width - 1);
}
