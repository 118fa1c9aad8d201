// The panel scores one unit on stage.
import type { ItemOf } from '../../meeting/agenda/item.ts';
import type { Attempt } from '../../meeting/round.ts';
import { lastAttempt, roundOfItem } from '../../meeting/rounds.ts';
import { countedSeats } from '../numbers/counted-seats.ts';
import { scoringStep } from '../console/round-step.ts';
import { countdownOf, ordinalOf, shownSubject, type Seen } from '../seen.ts';
import { tallySlice } from '../numbers/tally.ts';
import type { ScoreStage, ShownResult } from '../slices/stage-slices.ts';
import { NOTHING_COUNTED, type KindView } from './kind.ts';

export const score: KindView<'score'> = {
  stage: stageOf,
  phone: (seen, item) => ({ ...stageOf(seen, item), result: resultOf(seen) }),
  step: (seen, { id }, steps) => scoringStep(seen, id, steps),
  progress: ({ meeting, book }, { id, subjects: [subject] }) => {
    const round = roundOfItem(meeting, id);
    // Who voted is erased with the people; the results say how many.
    if (!round || meeting.erasedAt !== null) return NOTHING_COUNTED;
    const attempt = lastAttempt(round);
    const { turnout } = book.of(round.id, attempt.n, subject);
    return {
      kind: 'score',
      ...countedSeats(meeting, { round, subject }, (seat) => turnout.has(seat.id)),
    };
  },
  title: (seen, { subjects: [subject] }) => shownSubject(seen, subject).name,
  fills: () => 'no-scoring',
};

function stageOf(seen: Seen, item: ItemOf<'score'>): ScoreStage {
  const round = roundOfItem(seen.meeting, item.id);
  const attempt = round ? lastAttempt(round) : null;
  const [subject] = item.subjects;
  return {
    kind: 'score',
    round: round?.id ?? null,
    attempt: attempt?.n ?? 0,
    subject: shownSubject(seen, subject),
    ordinal: ordinalOf(seen.meeting, subject),
    phase: attempt?.phase ?? 'ready',
    opened: attempt ? openedOf(attempt) : null,
    disclosure: round?.disclosure ?? item.disclosure,
    countdown: countdownOf(seen.meeting, item.id),
    closesItself: item.closes === 'itself',
    moves: round !== undefined && seen.meeting.moves.get(round.id) === attempt?.n,
  };
}

/** What the screen says of it too, and not before. */
function resultOf(seen: Seen): ShownResult | null {
  const tally = tallySlice(seen);
  if (!tally?.final) return null;
  const { score, why, place, ballots } = tally;
  return { score, why, place, ballots };
}

function openedOf(attempt: Attempt): ScoreStage['opened'] {
  if (attempt.phase !== 'closed' || !attempt.opened) return null;
  const { open, ahead, newest } = attempt.opened;
  return { n: open.length, of: open.length + ahead.length, newest };
}
