// What a round comes to, from the ballots that count (DESIGN.md §6).
import { newestBallots, type BoxView } from '../ballots/box-index.ts';
import type { Ballot } from '../ballots/ballot.ts';
import type { SeatId, SubjectId } from '../ids.ts';
import { toDecimal, toFraction, type Rational } from '../scoring/rational.ts';
import { ballotTotal } from '../scoring/sheet.ts';
import { tallySubject } from '../scoring/tally.ts';
import { isRecused, lastAttempt, schemeOf, sheetOf } from './lookup.ts';
import type { GroupResult, Meeting, Round, SubjectResult } from './state.ts';

/** Decimals kept in the log (R8). */
const KEPT_DECIMALS = 4;

/** The results of a round's last attempt, one for each of its subjects. */
export function closingResults(
  meeting: Meeting,
  box: BoxView,
  round: Round,
): readonly SubjectResult[] {
  const bySubject = new Map<SubjectId, Map<SeatId, Ballot>>();
  for (const ballot of newestBallots(box, round.id, lastAttempt(round).n)) {
    const bySeat = bySubject.get(ballot.subject) ?? new Map<SeatId, Ballot>();
    bySubject.set(ballot.subject, bySeat.set(ballot.seat, ballot));
  }
  return round.subjects.map((subject) =>
    subjectResult(meeting, round, subject, bySubject.get(subject) ?? new Map()),
  );
}

function subjectResult(
  meeting: Meeting,
  round: Round,
  subject: SubjectId,
  bySeat: ReadonlyMap<SeatId, Ballot>,
): SubjectResult {
  const sheet = sheetOf(meeting, round);
  const seats = [...meeting.seats.values()].filter(
    (seat) => seat.gone !== 'replaced' || bySeat.has(seat.id),
  );
  const recused = seats.filter((seat) => isRecused(meeting, seat, subject));
  const judging = seats.filter((seat) => !isRecused(meeting, seat, subject));
  const tally = tallySubject({
    scheme: schemeOf(meeting, round),
    groups: meeting.groups.map((group) => {
      const members = judging.filter((seat) => seat.group === group.id);
      const cast = members.flatMap((seat) => bySeat.get(seat.id) ?? []);
      return {
        id: group.id,
        weight: group.weight,
        // Whoever voted and then left was expected all the same.
        expected: members.filter((seat) => seat.present || bySeat.has(seat.id)).length,
        totals: cast.flatMap(({ choice }) =>
          choice.kind === 'scores' ? [ballotTotal(sheet, choice.scores)] : [],
        ),
        abstained: cast.filter(({ choice }) => choice.kind === 'abstain').length,
      };
    }),
  });
  return {
    subject,
    groups: tally.groups.map(({ group, weight, expected, counted, abstained, value }) => ({
      group: group as GroupResult['group'],
      weight,
      expected,
      counted,
      abstained,
      ...(value === null ? {} : { value: written(value) }),
    })),
    ...(tally.score === null ? { incomplete: tally.why } : { score: written(tally.score) }),
    recused: recused.map((seat) => seat.id),
    missing: judging.filter((seat) => seat.present && !bySeat.has(seat.id)).map((seat) => seat.id),
  };
}

function written(value: Rational): { readonly exact: string; readonly decimal: string } {
  return { exact: toFraction(value), decimal: toDecimal(value, KEPT_DECIMALS) };
}
