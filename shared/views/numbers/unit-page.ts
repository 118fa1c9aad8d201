// One unit's result opened down to what it is made of, for staff: from revealed results only (R6), by the functions that
// the board and the tally take theirs from (R15).
import { subjectsOf } from '../../meeting/agenda/participation.ts';
import { formOfGroup } from '../../meeting/forms.ts';
import { lastAttempt, schemeOf } from '../../meeting/rounds.ts';
import { shownGroups } from '../../meeting/shown-results.ts';
import type { GroupResult, Round } from '../../meeting/round.ts';
import type { SubjectId } from '../../ids.ts';
import type { Meeting } from '../../meeting/state.ts';
import {
  divide,
  fromDecimal,
  multiply,
  rational,
  toDecimal,
  type Rational,
} from '../../scoring/rational.ts';
import { wholeOf } from '../../scoring/fractions.ts';
import { leftOf } from '../../scoring/means.ts';
import { FEWEST_DECIMALS } from '../../scoring/rank.ts';
import { sum } from '../../scoring/sums.ts';
import { shownSubject, type Seen } from '../seen.ts';
import type { BoardRow } from '../slices/number-slices.ts';
import type {
  EarlierResult,
  UnitGroup,
  UnitPage,
  UnitPending,
  UnitPlace,
  UnitResult,
  UnitRound,
} from '../slices/unit-slices.ts';
import { criterionMeans } from './criterion-means.ts';
import { groupFigures, groupName, shownRoot } from './group-figures.ts';
import { everyShown, shownResults, type Revealed } from '../../meeting/results.ts';
import { boardSlice } from './board.ts';
import { shownScores } from './results.ts';

/** @param subject one of the meeting's */
export function unitPage(seen: Seen, subject: SubjectId): UnitPage {
  const { meeting } = seen;
  const standing = shownResults(meeting).find(({ result }) => result.subject === subject);
  return {
    subject: shownSubject(seen, subject),
    result: standing ? unitResult(seen, standing) : null,
    pending: pendingOf(meeting, subject),
    earlier: standing ? earlierThan(meeting, standing) : [],
  };
}

function unitResult(seen: Seen, one: Revealed): UnitResult {
  const { meeting } = seen;
  const { attempt, result, why } = one;
  const row = boardSlice(seen).rows.find(({ subject }) => subject.id === result.subject);
  const shown = shownScores(meeting).get(result.subject) ?? null;
  const { spread, centre, emptyGroup, belowFloor, floor } = schemeOf(meeting, attempt);
  const groups = groupsOf(seen, one, decimalsIn(shown));
  const parts = groups.flatMap(({ part }) => (part === null ? [] : part));
  return {
    score: shown,
    why,
    places: row ? placesOf(seen, row) : null,
    round: roundOf(meeting, one),
    scheme: { spread, centre, emptyGroup, belowFloor, floor },
    groups,
    weights: weightsOf(result.groups),
    sum: parts.length === 0 ? null : sumOf(parts, decimalsIn(shown)),
  };
}

/** Every group of the round that has weight, a seat or a ballot. */
function groupsOf(seen: Seen, one: Revealed, decimals: number): readonly UnitGroup[] {
  const { meeting } = seen;
  const { attempt, result, score } = one;
  const scheme = schemeOf(meeting, attempt);
  const figures = new Map(groupFigures(meeting, one).map((group) => [group.id, group]));
  const turnout = attempt.closing.turnout.find(({ subject }) => subject === result.subject);
  const whole = rational(weightsOf(result.groups));
  return shownGroups(one).flatMap(({ group, value, why }): readonly UnitGroup[] => {
    const figure = figures.get(group.group);
    const weight = wholeOf(group.weight);
    if (!figure && weight === 0) return [];
    const share = hasPart(group) ? divide(rational(weight), whole) : null;
    const part = share && value && score ? multiply(share, value) : null;
    return [
      {
        id: group.group,
        name: groupName(meeting, group.group),
        weight,
        expected: group.expected,
        counted: group.counted + group.abstained,
        mean: figure?.mean ?? null,
        why: figure ? figure.why : 'none',
        scored: group.counted,
        abstained: group.abstained,
        recused: (turnout?.recused ?? []).filter(
          (id) => meeting.seats.get(id)?.group === group.group,
        ).length,
        dropped: (group.counted - leftOf(group.counted, scheme.spread)) / 2,
        share: share && shortest(multiply(rational(100), share)),
        part: part && toDecimal(part, decimals),
        criteria: criterionMeans(seen, one, { group, why }),
      },
    ];
  });
}

function weightsOf(groups: readonly GroupResult[]): number {
  return groups.filter(hasPart).reduce((all, { weight }) => all + wholeOf(weight), 0);
}

/** Whether a group's value is part of the score. */
function hasPart({ weight, value }: GroupResult): boolean {
  return wholeOf(weight) !== 0 && value !== undefined;
}

function placesOf(seen: Seen, row: BoardRow): UnitResult['places'] {
  const { rows, of, categories } = boardSlice(seen);
  const { category } = row.subject;
  const alike = rows.filter(({ subject }) => subject.category.id === category.id);
  const all = categories.find(({ id }) => id === category.id)?.of ?? alike.length;
  const own = placeIn(alike, row, ({ categoryRank }) => categoryRank, all);
  const overall = placeIn(rows, row, ({ rank }) => rank, of);
  return own && overall && { category: own, overall };
}

function placeIn(
  rows: readonly BoardRow[],
  row: BoardRow,
  rankOf: (row: BoardRow) => number | null,
  all: number,
): UnitPlace | null {
  const rank = rankOf(row);
  if (rank === null) return null;
  const shared = rows.filter((other) => other !== row && rankOf(other) === rank);
  return { rank, of: rows.length, all, shared: shared.map(({ subject }) => subject) };
}

function roundOf(meeting: Meeting, one: Revealed): UnitRound {
  const { attempt, result } = one;
  const { kind, disclosure } = roundIn(meeting, one);
  const { closing } = attempt;
  const turnout = closing.turnout.find(({ subject }) => subject === result.subject);
  return {
    kind,
    disclosure,
    attempt: attempt.n,
    reason: attempt.reason ?? null,
    sheets: sheetsOf(meeting, one),
    openedAt: attempt.openedAt,
    closedAt: closing.closedAt,
    revealedAt: attempt.revealedAt,
    units: closing.turnout.length,
    expected: turnout?.expected ?? 0,
    ballots: turnout?.cast ?? 0,
    root: shownRoot(meeting, attempt),
  };
}

/** Those that groups filled in about the unit, each once. */
function sheetsOf(meeting: Meeting, { attempt, result }: Revealed): UnitRound['sheets'] {
  const category = meeting.subjects.get(result.subject)?.category;
  const forms = result.groups.flatMap(
    ({ group }) => formOfGroup(meeting, attempt.terms, group, category) ?? [],
  );
  const sheets = new Map(
    forms.map(({ id, name, version }) => [`${id}/${String(version)}`, { name, version }]),
  );
  return [...sheets.values()];
}

function roundIn({ rounds }: Meeting, { round }: Pick<Revealed, 'round'>): Round {
  const found = rounds.get(round);
  if (!found) throw new Error(`no round ${round}`);
  return found;
}

/** The newest attempt about the unit that is not revealed. */
function pendingOf(meeting: Meeting, subject: SubjectId): UnitPending | null {
  const running = [...meeting.rounds.values()].flatMap((round) => {
    const { phase, n, reason } = lastAttempt(round);
    if (phase === 'revealed' || !subjectsOf(meeting, round).includes(subject)) return [];
    return { kind: round.kind, attempt: n, phase, reason: reason ?? null };
  });
  return running.at(-1) ?? null;
}

function earlierThan(meeting: Meeting, standing: Revealed): readonly EarlierResult[] {
  return everyShown(meeting)
    .filter(
      ({ result, attempt }) =>
        result.subject === standing.result.subject && attempt !== standing.attempt,
    )
    .reverse()
    .map((one) => {
      const { attempt, score, why } = one;
      const round = roundIn(meeting, one);
      const next = round.attempts.find(({ n }) => n > attempt.n);
      return {
        kind: round.kind,
        attempt: attempt.n,
        score: score && toDecimal(score, FEWEST_DECIMALS),
        why,
        openedAt: attempt.openedAt,
        revealedAt: attempt.revealedAt,
        ended:
          next?.phase === 'revealed'
            ? { by: 'repeated', reason: next.reason ?? '' }
            : { by: 'moved' },
      };
    });
}

/** As many as the score has, up to the four that are kept (R8). */
function decimalsIn(score: string | null): number {
  return score === null ? FEWEST_DECIMALS : Math.min(4, score.length - score.indexOf('.') - 1);
}

function sumOf(parts: readonly string[], decimals: number): string {
  const values = parts.map((part): Rational => {
    const value = fromDecimal(part);
    if (!value) throw new Error(`not a decimal: ${part}`);
    return value;
  });
  return toDecimal(sum(values), decimals);
}

/** With as many decimals as it needs, two at most. */
function shortest(value: Rational): string {
  return toDecimal(value, FEWEST_DECIMALS).replace(/\.?0+$/, '');
}
