// The numbers of the item on stage, as far as R6 lets them out: every surface that shows one has it from here (R15).
import type { SubjectId } from '../../ids.ts';
import { subjectsOf } from '../../meeting/agenda/participation.ts';
import { lastAttempt, roundOfItem } from '../../meeting/rounds.ts';
import type { Round } from '../../meeting/round.ts';
import { shownResults, standingResults, type RevealedAttempt } from '../../meeting/results.ts';
import { boardSlice } from './board.ts';
import { shownScores } from './results.ts';
import type { Seen } from '../seen.ts';
import { countedSeats } from './counted-seats.ts';
import { groupFigures, shownRoot } from './group-figures.ts';
import { closedTally } from './opened-groups.ts';
import type { TallySlice } from '../slices/number-slices.ts';

/** null before anything may be shown: no round, or an open one that hides its scores until the reveal. */
export function tallySlice(seen: Seen): TallySlice {
  const { meeting } = seen;
  const { current } = meeting;
  const round = current === null ? undefined : roundOfItem(meeting, current);
  const [subject] = round?.kind === 'live' ? subjectsOf(meeting, round) : [];
  if (!round || subject === undefined) return null;
  const attempt = lastAttempt(round);
  if (attempt.phase === 'revealed') return finalTally(seen, subject, attempt);
  const live = round.disclosure === 'live' ? liveTally(seen, round, subject) : null;
  return attempt.phase === 'open' ? live : closedTally(seen, { round, attempt }, subject, live);
}

/** The one number of a live round, and how many of each group are in; means of groups come with the reveal (R6). */
function liveTally({ meeting, book }: Seen, round: Round, subject: SubjectId): TallySlice {
  const attempt = lastAttempt(round);
  const { live, turnout } = book.of(round.id, attempt.n, subject);
  const counts = countedSeats(meeting, { round, subject }, (seat) => turnout.has(seat.id));
  const weights = new Map(meeting.groups.map(({ id, weight }) => [id, weight]));
  return {
    subject,
    attempt: attempt.n,
    final: false,
    score: live?.shown ?? null,
    why: null,
    waits: live?.waits ?? null,
    groups: counts.groups.map(({ id, name, expected, done }) => ({
      ...{ id, name, expected },
      weight: weights.get(id) ?? 0,
      counted: done,
      mean: null,
      why: null,
    })),
    place: null,
    root: null,
    ballots: counts.done,
  };
}

function finalTally(seen: Seen, subject: SubjectId, attempt: RevealedAttempt): TallySlice {
  const { meeting } = seen;
  const revealed = shownResults(meeting).find(({ result }) => result.subject === subject);
  if (!revealed) return null;
  const { result, why } = revealed;
  const standing = standingResults(meeting);
  const ranked = standing.filter(({ score }) => score !== null).length;
  const place = boardSlice(seen).rows.find((row) => row.subject.id === subject)?.rank ?? null;
  // Seats whose ballot counts; the box also keeps the revisions before it.
  const ballots = result.groups.reduce((sum, one) => sum + one.counted + one.abstained, 0);
  return {
    subject,
    attempt: attempt.n,
    final: true,
    score: shownScores(meeting).get(subject) ?? null,
    why,
    waits: null,
    groups: groupFigures(meeting, revealed),
    // Alone on the board nobody has a place worth telling.
    place: place === null || ranked < 2 ? null : { n: place, of: standing.length },
    root: shownRoot(meeting, attempt),
    ballots,
  };
}
