// Revealed results and the standings they make (DESIGN.md §6, R8).
import type { SubjectId } from '../ids.ts';
import { schemeOf } from '../meeting/lookup.ts';
import type { Attempt, Meeting, SubjectResult } from '../meeting/state.ts';
import { rank, decimalsNeeded } from '../scoring/rank.ts';
import { fromFraction, toDecimal, type Rational } from '../scoring/rational.ts';
import { disclosable, type Disclosure, type SubjectTally } from '../scoring/tally.ts';
import { perMeeting, subjectCard } from './seen.ts';
import type { BoardRow, BoardSlice } from './slices.ts';

export interface Revealed {
  readonly result: SubjectResult;
  /** What of the result may be shown at all: a score that is one small group's mean may not (R6). */
  readonly disclosure: Disclosure;
  /** null where there is no score, or none that may be shown; such a subject has no rank. */
  readonly score: Rational | null;
  readonly why: BoardRow['why'];
}

/** The result that stands for each subject: that of its newest revealed attempt. Oldest reveal first. */
export function revealedResults(meeting: Meeting): readonly Revealed[] {
  const standing = new Map<SubjectId, Revealed>();
  const attempts = [...meeting.rounds.values()].flatMap((round) =>
    round.attempts.filter(isRevealed),
  );
  attempts.sort((a, b) => a.revealed - b.revealed);
  for (const attempt of attempts)
    for (const result of attempt.closing.results) {
      // Deleting first moves a repeated subject to the end: the map's order is the order of the reveals.
      standing.delete(result.subject);
      standing.set(result.subject, revealedResult(meeting, attempt, result));
    }
  return [...standing.values()];
}

function revealedResult(meeting: Meeting, attempt: Attempt, result: SubjectResult): Revealed {
  // The scheme it was voted under: one with a lower floor, adopted for a repetition, must not disclose it.
  const disclosure = disclosable(asTally(result), schemeOf(meeting, attempt));
  const score = disclosure.score ? exact(result.score) : null;
  const missing = result.score === undefined ? (result.incomplete ?? 'no-ballots') : 'floor';
  return { result, disclosure, score, why: score === null ? missing : null };
}

/** The board of everything revealed so far, with what the latest result moved. */
export const boardSlice = perMeeting((seen): BoardSlice => {
  const { meeting } = seen;
  const results = revealedResults(meeting);
  const latest = results.at(-1);
  const before = new Map(ranked(results.slice(0, -1)).map(({ key, rank: place }) => [key, place]));
  const byCategory = categoryRanks(meeting, results);
  const bySubject = new Map(results.map((one) => [one.result.subject, one]));
  const now = ranked(results);
  const places = decimalsNeeded(now.map(({ score }) => score));
  const rows = now.map(({ key, score, rank: place }): BoardRow => {
    const earlier = before.get(key) ?? null;
    return {
      subject: subjectCard(seen, key),
      rank: place,
      categoryRank: byCategory.get(key) ?? null,
      score: score === null ? null : toDecimal(score, places),
      why: bySubject.get(key)?.why ?? null,
      tied: place !== null && now.filter((other) => other.rank === place).length > 1,
      moved: place === null || earlier === null ? 0 : earlier - place,
      latest: key === latest?.result.subject,
    };
  });
  return { rows, of: meeting.subjects.size };
});

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

function ranked(results: readonly Revealed[]) {
  return rank(results.map(({ result, score }) => ({ key: result.subject, score })));
}

function categoryRanks(
  meeting: Meeting,
  results: readonly Revealed[],
): ReadonlyMap<SubjectId, number | null> {
  const places = new Map<SubjectId, number | null>();
  for (const { id } of meeting.categories)
    for (const { key, rank: place } of ranked(
      results.filter(({ result }) => meeting.subjects.get(result.subject)?.category === id),
    ))
      places.set(key, place);
  return places;
}

function isRevealed(attempt: Attempt): attempt is Extract<Attempt, { readonly phase: 'revealed' }> {
  return attempt.phase === 'revealed';
}

/** A stored result as the tally that the disclosure rule judges. */
function asTally(result: SubjectResult): SubjectTally {
  const groups = result.groups.map(({ group, weight, expected, counted, abstained, value }) => ({
    group,
    weight,
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
