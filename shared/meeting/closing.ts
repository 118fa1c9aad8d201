// What a round comes to, from the ballots that count (RESULTS.md §2), and who was to give them.
import { newestBallots, type BoxView } from '../ballots/box-index.ts';
import type { Ballot } from '../ballots/ballot.ts';
import type { SeatId, SubjectId } from '../ids.ts';
import { toFraction } from '../scoring/fractions.ts';
import { storedDecimal } from '../scoring/stored-decimal.ts';
import { toDecimal, type Rational } from '../scoring/rational.ts';
import { ballotTotal } from '../scoring/check-scores.ts';
import { tallySubject } from '../scoring/tally.ts';
import { subjectsOf } from './agenda/participation.ts';
import { formFor, formOfJudges } from './forms.ts';
import { lastAttempt, schemeOf } from './rounds.ts';
import { isRecused } from './recusals.ts';
import type { GroupResult, Round, SubjectResult, SubjectTurnout } from './round.ts';
import type { Seat } from './people.ts';
import type { Meeting } from './state.ts';

/** Decimals kept in the log (R8). */
const KEPT_DECIMALS = 4;

/** What the close of a round's last attempt comes to, subject by subject: who owed and who gave a ballot (R13), and the results. */
export function closingOf(
  meeting: Meeting,
  box: BoxView,
  round: Round,
): { readonly turnout: readonly SubjectTurnout[]; readonly results: readonly SubjectResult[] } {
  const newest = newestBallots(box, round.id, lastAttempt(round).n);
  const judged = subjectsOf(meeting, round).map((subject) =>
    judgingOf(meeting, round, subject, newest.get(subject) ?? NO_BALLOTS),
  );
  return {
    turnout: judged.map(({ subject, expected, recused }) => {
      const missing = expected.filter(({ seat, ballot }) => seat.present && !ballot);
      return {
        subject,
        expected: expected.length,
        cast: expected.filter(({ ballot }) => ballot).length,
        missing: missing.map(({ seat }) => seat.id),
        recused,
      };
    }),
    results: judged.map((one) => subjectResult(meeting, round, one)),
  };
}

const NO_BALLOTS: ReadonlyMap<SeatId, Ballot> = new Map();

function subjectResult(
  meeting: Meeting,
  round: Round,
  { subject, expected }: Judging,
): SubjectResult {
  const weights = new Map<string, string>(
    round.terms.weights.map(({ group, weight }) => [group, weight]),
  );
  // Who has no sheet for it is not expected, and counts as little as if there were no such group.
  const judges = round.terms.weights.flatMap(({ group, weight }) => {
    const form = formOfJudges(meeting, round.terms, group, subject);
    return form ? [{ id: group, weight: storedDecimal(weight), form }] : [];
  });
  const groups = new Map(
    judges.map((one) => [one.id, { ...one, expected: 0, totals: [] as Rational[], abstained: 0 }]),
  );
  for (const { seat, ballot } of expected) {
    const group = groups.get(seat.group);
    if (!group) continue;
    group.expected += 1;
    if (ballot?.choice.kind === 'abstain') group.abstained += 1;
    if (ballot?.choice.kind === 'scores')
      group.totals.push(ballotTotal(group.form, ballot.choice.scores));
  }
  const tally = tallySubject({
    scheme: schemeOf(meeting, round),
    groups: [...groups.values()],
  });
  return {
    subject,
    groups: tally.groups.map(({ group, expected, counted, abstained, value }) => ({
      group: group as GroupResult['group'],
      weight: weights.get(group) ?? '0',
      expected,
      counted,
      abstained,
      ...(value === null ? {} : { value: written(value) }),
    })),
    ...(tally.score === null ? { incomplete: tally.why } : { score: written(tally.score) }),
  };
}

interface Judging {
  readonly subject: SubjectId;
  /** Seats that owe a ballot, or have given one: whoever voted and then left was expected all the same. */
  readonly expected: readonly { readonly seat: Seat; readonly ballot: Ballot | undefined }[];
  readonly recused: readonly SeatId[];
}

function judgingOf(
  meeting: Meeting,
  round: Round,
  subject: SubjectId,
  bySeat: ReadonlyMap<SeatId, Ballot>,
): Judging {
  const expected: Judging['expected'][number][] = [];
  const recused: SeatId[] = [];
  // Once over the seats: with 65 subjects and 300 seats each further look at them is felt.
  for (const seat of meeting.seats.values()) {
    const ballot = bySeat.get(seat.id);
    if (seat.gone === 'replaced' && !ballot) continue;
    if (!formFor(meeting, round, seat, subject)) continue;
    if (isRecused(meeting, seat, subject)) recused.push(seat.id);
    else if (seat.present || ballot) expected.push({ seat, ballot });
  }
  return { subject, expected, recused };
}

function written(value: Rational): { readonly exact: string; readonly decimal: string } {
  return { exact: toFraction(value), decimal: toDecimal(value, KEPT_DECIMALS) };
}
