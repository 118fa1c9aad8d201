// Revealed results and the standings they make (RESULTS.md §5, R8, R15).
import type { RoundId, SubjectId } from '../../ids.ts';
import { schemeOf } from '../../meeting/rounds.ts';
import { grouped } from '../../grouped.ts';
import { remembered } from '../../remembered.ts';
import { subjectsIn } from '../../meeting/subjects.ts';
import type { Attempt, GroupResult, SubjectResult } from '../../meeting/round.ts';
import type { Meeting } from '../../meeting/state.ts';
import { decimalsEach, FEWEST_DECIMALS, rank, type Ranked } from '../../scoring/rank.ts';
import { fromFraction } from '../../scoring/fractions.ts';
import { storedDecimal } from '../../scoring/stored-decimal.ts';
import { toDecimal, type Rational } from '../../scoring/rational.ts';
import { disclosable, type Disclosure, type SubjectTally } from '../../scoring/tally.ts';
import { shownCategory, perMeeting, shownSubject } from '../seen.ts';
import type { BoardRow, BoardSlice } from '../slices/number-slices.ts';

export interface Revealed {
  readonly round: RoundId;
  readonly attempt: RevealedAttempt;
  /** Sequence number of the reveal; a batch has one for all its subjects. */
  readonly revealed: number;
  readonly result: SubjectResult;
  /** What of the result may be shown at all: a score that is one small group's mean may not (R6). */
  readonly disclosure: Disclosure;
  /** null where there is no score, or none that may be shown; such a subject has no rank. */
  readonly score: Rational | null;
  readonly why: BoardRow['why'];
}

/**
 * The result that stands for each subject: that of the revealed attempt which opened last, so that a batch revealed late
 * does not displace a turn on stage that came after it. Oldest reveal first.
 */
export function revealedResults(meeting: Meeting): readonly Revealed[] {
  const standing = new Map<SubjectId, Revealed>();
  for (const one of everyRevealed(meeting)) {
    const { subject } = one.result;
    if ((standing.get(subject)?.attempt.openedAt ?? -Infinity) > one.attempt.openedAt) continue;
    // Deleting first moves a repeated subject to the end: the map's order is the order of the reveals.
    standing.delete(subject);
    standing.set(subject, one);
  }
  return [...standing.values()];
}

/** Every result that was ever revealed, also where a later attempt stands in its stead. Oldest reveal first. */
export function everyRevealed(meeting: Meeting): readonly Revealed[] {
  return [...meeting.rounds.values()]
    .flatMap((round) =>
      round.attempts.filter(isRevealed).map((attempt) => ({ round: round.id, attempt })),
    )
    .sort((a, b) => a.attempt.revealed - b.attempt.revealed)
    .flatMap(({ round, attempt }) =>
      attempt.results.map((result) => revealedResult(meeting, round, attempt, result)),
    );
}

function revealedResult(
  meeting: Meeting,
  round: RoundId,
  attempt: RevealedAttempt,
  result: SubjectResult,
): Revealed {
  // The scheme it was voted under: one with a lower floor, adopted for a repetition, must not disclose it.
  const disclosure = disclosable(asTally(result), schemeOf(meeting, attempt));
  return {
    round,
    attempt,
    revealed: attempt.revealed,
    result,
    disclosure,
    score: disclosure.score ? exact(result.score) : null,
    why: disclosure.why,
  };
}

/** Why a group of a result has no value to show: it may not be shown, or nobody has given it one. */
export type ValueMissing = 'floor' | 'none' | 'uncounted';

/** A group of a revealed result as every page, the minutes and the files show it. */
export type ShownGroup = { readonly group: GroupResult } & (
  | { readonly value: Rational; readonly why: null }
  | { readonly value: null; readonly why: ValueMissing }
);

export function shownGroups({
  result,
  disclosure,
}: Pick<Revealed, 'result' | 'disclosure'>): readonly ShownGroup[] {
  return result.groups.map((group): ShownGroup => {
    if (disclosure.uncounted.includes(group.group)) return { group, value: null, why: 'uncounted' };
    if (!disclosure.groups || disclosure.withheld.includes(group.group))
      return { group, value: null, why: 'floor' };
    const value = exact(group.value);
    return value === null ? { group, value, why: 'none' } : { group, value, why: null };
  });
}

/** The board of everything revealed so far, with what the latest result moved. Who takes part no longer has no row. */
export const boardSlice = perMeeting((seen): BoardSlice => {
  const { meeting } = seen;
  const results = standingResults(meeting);
  const last = results.at(-1)?.revealed;
  const newest = results.filter(({ revealed }) => revealed === last);
  const earlierResults = results.filter(({ revealed }) => revealed !== last);
  const before = placesIn(earlierResults);
  const categoryOf = (subject: SubjectId) => meeting.subjects.get(subject)?.category;
  const byRound = placesWithin(results, ({ round }) => round);
  const byCategory = placesWithin(results, ({ result }) => categoryOf(result.subject));
  const beforeByCategory = placesWithin(earlierResults, ({ result }) => categoryOf(result.subject));
  const bySubject = new Map(results.map((one) => [one.result.subject, one]));
  const shown = shownScores(meeting);
  const rows = ranked(results).map(({ key, rank: place, shared }): BoardRow => {
    const inCategory = byCategory.get(key);
    const categoryPlace = inCategory?.rank ?? null;
    return {
      subject: shownSubject(seen, key),
      rank: place,
      categoryRank: categoryPlace,
      categoryTied: (inCategory?.shared ?? 0) > 1,
      categoryMoved: gained(beforeByCategory.get(key)?.rank, categoryPlace),
      round: bySubject.get(key)?.round ?? ('' as RoundId),
      roundRank: byRound.get(key)?.rank ?? null,
      score: shown.get(key) ?? null,
      why: bySubject.get(key)?.why ?? null,
      tied: shared > 1,
      moved: gained(before.get(key)?.rank, place),
      latest: newest.length === 1 && key === newest[0]?.result.subject,
    };
  });
  const takingPart = subjectsIn(meeting);
  const categories = meeting.categories.flatMap(({ id }) => {
    const shownAs = shownCategory(meeting, id);
    const of = takingPart.filter((one) => categoryOf(one) === id).length;
    return shownAs && of > 0 ? { ...shownAs, of } : [];
  });
  return { rows, of: takingPart.length, categories };
});

/**
 * The digits of each score, the same on every surface (R15): two decimals, more where two of the standings would read alike.
 * Who takes part no longer stands beside nobody. Without a score that may be shown a subject is not in it.
 */
export const shownScores = remembered((meeting: Meeting): ReadonlyMap<SubjectId, string> => {
  const standing = standingResults(meeting);
  const decimals = decimalsEach(standing.map(({ score }) => score));
  const places = new Map(standing.map(({ result }, n) => [result.subject, decimals[n]]));
  return new Map(
    revealedResults(meeting).flatMap(({ result: { subject }, score }) =>
      score === null
        ? []
        : [[subject, toDecimal(score, places.get(subject) ?? FEWEST_DECIMALS)] as const],
    ),
  );
});

/** The results that are ranked: those of subjects that take part. */
export function standingResults(meeting: Meeting): readonly Revealed[] {
  return revealedResults(meeting).filter(({ result }) => !meeting.out.has(result.subject));
}

/** A subject's place among the subjects that have a score. */
export function placeOf(results: readonly Revealed[], subject: SubjectId): number | null {
  return placesIn(results).get(subject)?.rank ?? null;
}

/** The exact value of a stored result, null where there is none. */
export function exact(value: { readonly exact: string } | undefined): Rational | null {
  if (value === undefined) return null;
  const fraction = fromFraction(value.exact);
  if (fraction === null) throw new Error(`not a fraction: ${value.exact}`);
  return fraction;
}

/** Places gained since `before`; 0 for who had none then or has none now. */
function gained(before: number | null | undefined, now: number | null): number {
  return typeof before === 'number' && now !== null ? before - now : 0;
}

function ranked(results: readonly Revealed[]) {
  return rank(results.map(({ result, score }) => ({ key: result.subject, score })));
}

type Places = ReadonlyMap<SubjectId, Ranked<SubjectId>>;

function placesIn(results: readonly Revealed[]): Places {
  return new Map(ranked(results).map((one) => [one.key, one]));
}

/** Each subject's place among those of the same part: its round, or its category. */
function placesWithin(
  results: readonly Revealed[],
  partOf: (one: Revealed) => string | undefined,
): Places {
  const parts = [...grouped(results, partOf).values()];
  return new Map(parts.flatMap((part) => [...placesIn(part)]));
}

export type RevealedAttempt = Extract<Attempt, { readonly phase: 'revealed' }>;

function isRevealed(attempt: Attempt): attempt is RevealedAttempt {
  return attempt.phase === 'revealed';
}

/** A stored result as the tally that the disclosure rule judges. */
function asTally(result: SubjectResult): SubjectTally {
  const groups = result.groups.map(({ group, weight, expected, counted, abstained, value }) => ({
    group,
    weight: storedDecimal(weight),
    expected,
    counted,
    abstained,
    value: exact(value),
  }));
  const score = exact(result.score);
  return score === null
    ? { groups, score, why: result.incomplete ?? 'no-ballots' }
    : { groups, score };
}
