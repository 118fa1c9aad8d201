// What a round comes to, from the ballots that count (DESIGN.md §6).
import { newestBallots, type BoxView } from '../ballots/box-index.ts';
import type { Ballot } from '../ballots/ballot.ts';
import type { SeatId, SubjectId } from '../ids.ts';
import { toDecimal, toFraction, type Rational } from '../scoring/rational.ts';
import { ballotTotal } from '../scoring/sheet.ts';
import { tallySubject } from '../scoring/tally.ts';
import { subjectsOf } from './agenda/participation.ts';
import { lastAttempt, schemeOf, sheetOf } from './lookup.ts';
import { isRecused } from './recusals.ts';
import type { GroupResult, Round, SubjectResult } from './round.ts';
import type { Meeting } from './state.ts';

/** Decimals kept in the log (R8). */
const KEPT_DECIMALS = 4;

/** The results of a round's last attempt, one for each of its subjects. */
export function closingResults(
  meeting: Meeting,
  box: BoxView,
  round: Round,
): readonly SubjectResult[] {
  const newest = newestBallots(box, round.id, lastAttempt(round).n);
  return subjectsOf(meeting, round).map((subject) =>
    subjectResult(meeting, round, subject, newest.get(subject) ?? NO_BALLOTS),
  );
}

const NO_BALLOTS: ReadonlyMap<SeatId, Ballot> = new Map();

function subjectResult(
  meeting: Meeting,
  round: Round,
  subject: SubjectId,
  bySeat: ReadonlyMap<SeatId, Ballot>,
): SubjectResult {
  const sheet = sheetOf(meeting, round);
  const groups = new Map(
    meeting.groups.map(({ id, weight }) => [
      id,
      { id, weight, expected: 0, totals: [] as Rational[], abstained: 0 },
    ]),
  );
  const recused: SeatId[] = [];
  const missing: SeatId[] = [];
  // Once over the seats: with 65 subjects and 300 seats each further look at them is felt.
  for (const seat of meeting.seats.values()) {
    const ballot = bySeat.get(seat.id);
    if (seat.gone === 'replaced' && !ballot) continue;
    if (isRecused(meeting, seat, subject)) {
      recused.push(seat.id);
      continue;
    }
    if (seat.present && !ballot) missing.push(seat.id);
    const group = groups.get(seat.group);
    if (!group) continue;
    // Whoever voted and then left was expected all the same.
    if (seat.present || ballot) group.expected += 1;
    if (ballot?.choice.kind === 'abstain') group.abstained += 1;
    if (ballot?.choice.kind === 'scores')
      group.totals.push(ballotTotal(sheet, ballot.choice.scores));
  }
  const tally = tallySubject({
    scheme: schemeOf(meeting, round),
    groups: [...groups.values()],
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
    recused,
    missing,
  };
}

function written(value: Rational): { readonly exact: string; readonly decimal: string } {
  return { exact: toFraction(value), decimal: toDecimal(value, KEPT_DECIMALS) };
}
