// Revealed results and the standings they make (RESULTS.md §5, R8, R15).
import type { RoundId, SubjectId } from '../../ids.ts';
import { schemeOf } from '../../meeting/rounds.ts';
import { subjectsIn } from '../../meeting/subjects.ts';
import type { Attempt, GroupResult, SubjectResult } from '../../meeting/round.ts';
import type { Meeting } from '../../meeting/state.ts';
import { decimalsEach, rank } from '../../scoring/rank.ts';
import { fromFraction, wholeOf } from '../../scoring/fractions.ts';
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
  const score = disclosure.score ? exact(result.score) : null;
  const missing = result.score === undefined ? (result.incomplete ?? 'no-ballots') : 'floor';
  return {
    round,
    attempt,
    revealed: attempt.revealed,
    result,
    disclosure,
    score,
    why: score === null ? missing : null,
  };
}

/** Why a group of a result has no value to show: it may not be shown, or nobody has given it one. */
export type ValueMissing = 'floor' | 'none';

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
  const before = new Map(ranked(earlierResults).map(({ key, rank: place }) => [key, place]));
  const categoryOf = (subject: SubjectId) => meeting.subjects.get(subject)?.category;
  const byRound = ranksWithin(results, ({ round }) => round);
  const byCategory = ranksWithin(results, ({ result }) => categoryOf(result.subject));
  const beforeByCategory = ranksWithin(earlierResults, ({ result }) => categoryOf(result.subject));
  const bySubject = new Map(results.map((one) => [one.result.subject, one]));
  const now = ranked(results);
  const places = decimalsEach(now.map(({ score }) => score));
  const rows = now.map(({ key, score, rank: place }, n): BoardRow => {
    const categoryPlace = byCategory.get(key) ?? null;
    return {
      subject: shownSubject(seen, key),
      rank: place,
      categoryRank: categoryPlace,
      categoryTied: now.some(
        (other) =>
          other.key !== key &&
          categoryPlace !== null &&
          byCategory.get(other.key) === categoryPlace &&
          categoryOf(other.key) === categoryOf(key),
      ),
      categoryMoved: gained(beforeByCategory.get(key), categoryPlace),
      round: bySubject.get(key)?.round ?? ('' as RoundId),
      roundRank: byRound.get(key) ?? null,
      score: score === null ? null : toDecimal(score, places[n] ?? 2),
      why: bySubject.get(key)?.why ?? null,
      tied: place !== null && now.filter((other) => other.rank === place).length > 1,
      moved: gained(before.get(key), place),
      latest: newest.length === 1 && key === newest[0]?.result.subject,
    };
  });
  const takingPart = subjectsIn(meeting);
  const categories = meeting.categories.flatMap(({ id }) => {
    const shown = shownCategory(meeting, id);
    const of = takingPart.filter((one) => categoryOf(one) === id).length;
    return shown && of > 0 ? { ...shown, of } : [];
  });
  return { rows, of: takingPart.length, categories };
});

/** The results that are ranked: those of subjects that take part. */
export function standingResults(meeting: Meeting): readonly Revealed[] {
  return revealedResults(meeting).filter(({ result }) => !meeting.out.has(result.subject));
}

/** A subject's place among the subjects that have a score. */
export function placeOf(results: readonly Revealed[], subject: SubjectId): number | null {
  return ranked(results).find(({ key }) => key === subject)?.rank ?? null;
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

/** Each subject's place among those of the same part: its round, or its category. */
function ranksWithin(
  results: readonly Revealed[],
  partOf: (one: Revealed) => string | undefined,
): ReadonlyMap<SubjectId, number | null> {
  const places = new Map<SubjectId, number | null>();
  for (const part of new Set(results.map(partOf)))
    for (const { key, rank: place } of ranked(results.filter((one) => partOf(one) === part)))
      places.set(key, place);
  return places;
}

export type RevealedAttempt = Extract<Attempt, { readonly phase: 'revealed' }>;

function isRevealed(attempt: Attempt): attempt is RevealedAttempt {
  return attempt.phase === 'revealed';
}

/** A stored result as the tally that the disclosure rule judges. */
function asTally(result: SubjectResult): SubjectTally {
  const groups = result.groups.map(({ group, weight, expected, counted, abstained, value }) => ({
    group,
    weight: wholeOf(weight),
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
