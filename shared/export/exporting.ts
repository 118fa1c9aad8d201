// Makes what leaves a meeting as files. Of scores no more than the pages show (R6), and every number from the functions that
// the pages have theirs from (R15).
import type { Instant } from '../instant.ts';
import type { GroupId, SubjectId } from '../ids.ts';
import type { LogHead } from '../meeting/log-tree.ts';
import type { Meeting } from '../meeting/state.ts';
import type { Seat } from '../meeting/people.ts';
import { schemeOf } from '../meeting/rounds.ts';
import { subjectsIn } from '../meeting/subjects.ts';
import { shownGroups } from '../meeting/shown-results.ts';
import { FEWEST_DECIMALS } from '../scoring/rank.ts';
import { toFraction } from '../scoring/fractions.ts';
import { toDecimal, type Rational } from '../scoring/rational.ts';
import { mapped, type Steps } from '../steps.ts';
import { holderName, namesReady } from '../views/named.ts';
import { groupName } from '../views/numbers/group-figures.ts';
import { everyShown, shownResults, type Revealed } from '../meeting/results.ts';
import { boardSlice } from '../views/numbers/board.ts';
import { shownScores } from '../views/numbers/results.ts';
import { shownCategory, shownSubject, type Seen } from '../views/seen.ts';
import type { BoardRow } from '../views/slices/number-slices.ts';
import type {
  ExactValue,
  Exported,
  ExportedCategory,
  ExportedResult,
  ExportedScore,
  ExportedSeat,
  ExportedStanding,
  ExportedUnit,
  Named,
} from './exported.ts';

/** In steps, as lists may be long. The meeting must not change meanwhile: hand in one that stands. */
export function* exportedSteps(
  seen: Seen,
  { head, at }: { readonly head: LogHead; readonly at: Instant },
): Steps<Exported> {
  const { meeting } = seen;
  yield* namesReady(seen);
  const units = yield* mapped([...meeting.subjects.keys()], (id) => unitOf(seen, id));
  const seats = yield* mapped([...meeting.seats.values()], (seat) => seatOf(seen, seat));
  yield;
  const revealed = everyShown(meeting);
  const board = boardSlice(seen);
  const scored = new Scored(meeting, board.rows);
  yield;
  const results = yield* mapped(revealed, (one) => resultOf(seen, one, scored));
  return {
    format: 'kleroterion/export/1',
    meeting: {
      code: meeting.code,
      title: meeting.title,
      zone: meeting.zone,
      rehearsal: meeting.rehearsal,
    },
    madeAt: new Date(at).toISOString(),
    head: { seq: head.seq, hash: head.hash, root: head.root },
    groups: groupsIn(meeting, revealed),
    categories: categoriesOf(meeting),
    units,
    seats,
    results,
    standings: board.rows.map((row) => standingOf(row, scored)),
  };
}

function unitOf(seen: Seen, id: SubjectId): ExportedUnit {
  const { name, category, out } = shownSubject(seen, id);
  const gone = seen.meeting.out.get(id);
  return {
    id,
    name,
    category: category.name,
    out,
    into: gone?.why === 'combined' ? gone.into : null,
  };
}

function seatOf(seen: Seen, { id, holder, group, present, gone }: Seat): ExportedSeat {
  return {
    seat: id,
    holder: holder.id,
    name: holderName(seen, holder),
    group: groupName(seen.meeting, group),
    present,
    gone,
  };
}

function resultOf(seen: Seen, one: Revealed, scored: Scored): ExportedResult {
  const { round, attempt, result, why } = one;
  const { meeting } = seen;
  const { name, category } = shownSubject(seen, result.subject);
  const { spread, centre, emptyGroup, belowFloor, floor } = schemeOf(meeting, attempt);
  return {
    round,
    kind: meeting.rounds.get(round)?.kind ?? 'live',
    attempt: attempt.n,
    counts: scored.countsOf(one),
    unit: result.subject,
    name,
    category: category.name,
    scheme: { spread, centre, emptyGroup, belowFloor, floor },
    groups: shownGroups(one).map(({ group, value, why: missing }) => ({
      group: group.group,
      name: groupName(meeting, group.group),
      weight: group.weight,
      expected: group.expected,
      counted: group.counted,
      abstained: group.abstained,
      value: value === null ? null : exactly(value, group.value?.decimal),
      why: missing,
    })),
    score: scored.scoreOf(one),
    why,
  };
}

function standingOf(row: BoardRow, scored: Scored): ExportedStanding {
  const { subject, rank, categoryRank, why } = row;
  const one = scored.standing(subject.id);
  return {
    rank,
    categoryRank,
    unit: subject.id,
    name: subject.name,
    category: subject.category.name,
    score: scored.scoreOf(one),
    why,
    round: one.round,
    attempt: one.attempt.n,
  };
}

/** Which results stand, how the board writes their scores, and which of these are known exactly. */
class Scored {
  readonly #meeting: Meeting;
  readonly #standing: ReadonlyMap<SubjectId, Revealed>;
  readonly #shown: ReadonlyMap<SubjectId, string>;
  /** Scores of units on the board all of whose groups are shown, as fractions. */
  readonly #known: ReadonlySet<string>;

  constructor(meeting: Meeting, rows: readonly BoardRow[]) {
    this.#meeting = meeting;
    this.#standing = new Map(shownResults(meeting).map((one) => [one.result.subject, one]));
    this.#shown = shownScores(meeting);
    this.#known = new Set(
      rows.flatMap(({ subject }) => {
        const { score, disclosure } = this.standing(subject.id);
        return score !== null && disclosure.groups ? [toFraction(score)] : [];
      }),
    );
  }

  standing(subject: SubjectId): Revealed {
    const found = this.#standing.get(subject);
    if (!found) throw new Error(`no result stands for ${subject}`);
    return found;
  }

  countsOf({ round, attempt, result }: Revealed): ExportedResult['counts'] {
    const standing = this.standing(result.subject);
    if (standing.round !== round || standing.attempt !== attempt) return 'superseded';
    return this.#meeting.out.has(result.subject) ? 'out' : 'yes';
  }

  scoreOf(one: Revealed): ExportedScore | null {
    const { score, disclosure, result } = one;
    if (score === null) return null;
    const ranked = this.countsOf(one) === 'yes';
    const onBoard = ranked ? this.#shown.get(result.subject) : null;
    // Who shares a rank with a unit whose groups are all shown has its score, and everybody knows that.
    const isKnown = disclosure.groups || (ranked && this.#known.has(toFraction(score)));
    return {
      shown: onBoard ?? toDecimal(score, FEWEST_DECIMALS),
      value: isKnown ? exactly(score, result.score?.decimal) : null,
    };
  }
}

/** @param decimal as the reveal wrote it down */
function exactly(value: Rational, decimal: string | undefined): ExactValue {
  return { decimal: decimal ?? toDecimal(value, KEPT_DECIMALS), exact: toFraction(value) };
}

const KEPT_DECIMALS = 4;

function categoriesOf(meeting: Meeting): readonly ExportedCategory[] {
  const takingPart = subjectsIn(meeting);
  return meeting.categories.flatMap(({ id }) => {
    const shown = shownCategory(meeting, id);
    const units = takingPart.filter((one) => meeting.subjects.get(one)?.category === id).length;
    return shown ? [{ id, name: shown.name, units }] : [];
  });
}

function groupsIn(meeting: Meeting, revealed: readonly Revealed[]): readonly Named<GroupId>[] {
  const ids = new Set(meeting.groups.map(({ id }) => id));
  for (const { result } of revealed) for (const { group } of result.groups) ids.add(group);
  return [...ids].map((id) => ({ id, name: groupName(meeting, id) }));
}
