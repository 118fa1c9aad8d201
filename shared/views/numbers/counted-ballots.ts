// The ballots that a close counted for a group, each with its seat: for figures that take more of them than their mean.
import { about } from '../../ballots/ballot.ts';
import type { SeatId } from '../../ids.ts';
import type { GroupResult } from '../../meeting/round.ts';
import type { Revealed } from '../../meeting/results.ts';
import { ballotTotal } from '../../scoring/check-scores.ts';
import type { Form, Scores } from '../../scoring/form.ts';
import type { Rational } from '../../scoring/rational.ts';
import type { Seen } from '../seen.ts';

export interface CountedBallot {
  readonly seat: SeatId;
  readonly scores: Scores;
  readonly total: Rational;
  readonly hash: string;
}

/**
 * The newest of each seat that was not recused at the close, in the order of seats. Fewer than were counted where ballots no
 * longer say whose they are.
 */
export function countedBallots(
  { meeting, box }: Seen,
  { round, attempt, result: { subject } }: Revealed,
  { group }: Pick<GroupResult, 'group'>,
  form: Form,
): readonly CountedBallot[] {
  const turnout = attempt.closing.turnout.find((one) => one.subject === subject);
  const recused = new Set(turnout?.recused);
  return [...meeting.seats.values()].flatMap((seat) => {
    if (seat.group !== group || recused.has(seat.id)) return [];
    const key = { round, attempt: attempt.n, matter: about(subject), seat: seat.id };
    const kept = box.newest(key);
    if (kept?.ballot.choice.kind !== 'scores') return [];
    const { scores } = kept.ballot.choice;
    return [{ seat: seat.id, scores, total: ballotTotal(form, scores), hash: kept.hash }];
  });
}
