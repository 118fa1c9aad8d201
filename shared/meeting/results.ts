// Revealed results: which of them stand, which wait for a board, and what of each may be shown at all (RESULTS.md §5, R6).
import type { ItemId, RoundId, SubjectId } from '../ids.ts';
import { remembered } from '../remembered.ts';
import type { Rational } from '../scoring/rational.ts';
import type { Disclosure } from '../scoring/tally.ts';
import type { Attempt, SubjectResult } from './round.ts';
import { schemeOf } from './rounds.ts';
import { disclosureOf, exact } from './shown-results.ts';
import type { Meeting } from './state.ts';

export interface Revealed {
  readonly round: RoundId;
  readonly attempt: RevealedAttempt;
  /** Sequence number of the reveal; a batch has one for all its subjects. */
  readonly revealed: number;
  /** Sequence number of the event by which it was shown: the reveal, or the board that opened its row; null while it waits. */
  readonly shown: number | null;
  readonly result: SubjectResult;
  /** What of the result may be shown at all: a score that is one small group's mean may not (R6). */
  readonly disclosure: Disclosure;
  /** null where there is no score, or none that may be shown; such a subject has no rank. */
  readonly score: Rational | null;
  readonly why: 'floor' | 'no-ballots' | 'group-without-ballots' | null;
}

export type RevealedAttempt = Extract<Attempt, { readonly phase: 'revealed' }>;

/** Every result that was ever revealed and shown, also where a later attempt stands in its stead. Oldest reveal first. */
export const everyShown = remembered((meeting: Meeting): readonly Revealed[] =>
  everyRevealed(meeting).filter(({ shown }) => shown !== null),
);

/** The shown result that stands for each subject. */
export const shownResults = remembered((meeting: Meeting) => standing(everyShown(meeting)));

/** The shown results that are ranked: those of subjects that take part. */
export const standingResults = remembered((meeting: Meeting) => takingPart(meeting, shownResults));

/** {@link standingResults} together with those that wait for a board: no view is made of them but by the rows it opened. */
export const allResults = remembered((meeting: Meeting) =>
  takingPart(meeting, (one) => standing(everyRevealed(one))),
);

/** When a board item has opened the row of this result, null while it has not. */
export function openedBy(
  { boards }: Meeting,
  item: ItemId,
  { result, revealed }: Pick<Revealed, 'result' | 'revealed'>,
): number | null {
  const seq = boards.get(item)?.opened.get(result.subject);
  // What was opened before was the result of an earlier attempt.
  return seq !== undefined && seq > revealed ? seq : null;
}

function takingPart(meeting: Meeting, of: (meeting: Meeting) => readonly Revealed[]) {
  return of(meeting).filter(({ result }) => !meeting.out.has(result.subject));
}

/**
 * The one of each subject whose attempt opened last, so that a batch revealed late does not displace a turn on stage that
 * came after it. Oldest reveal first.
 */
function standing(results: readonly Revealed[]): readonly Revealed[] {
  const newest = new Map<SubjectId, Revealed>();
  for (const one of results) {
    const { subject } = one.result;
    if ((newest.get(subject)?.attempt.openedAt ?? -Infinity) > one.attempt.openedAt) continue;
    // Deleting first moves a repeated subject to the end: the map's order is the order of the reveals.
    newest.delete(subject);
    newest.set(subject, one);
  }
  return [...newest.values()];
}

/** Whether results wait for this board to open their rows: until then it stays on the agenda as it is. */
export function isAwaited(meeting: Meeting, item: ItemId): boolean {
  return allResults(meeting).some(
    (one) =>
      one.shown === null &&
      one.attempt.waitsFor !== undefined &&
      isFor(meeting, one.attempt.waitsFor, item, one),
  );
}

const everyRevealed = remembered((meeting: Meeting): readonly Revealed[] => {
  return [...meeting.rounds.values()]
    .flatMap((round) =>
      round.attempts.filter(isRevealed).map((attempt) => ({ round: round.id, attempt })),
    )
    .sort((a, b) => a.attempt.revealed - b.attempt.revealed)
    .flatMap(({ round, attempt }) =>
      attempt.results.map((result) => revealedResult(meeting, round, attempt, result)),
    );
});

function revealedResult(
  meeting: Meeting,
  round: RoundId,
  attempt: RevealedAttempt,
  result: SubjectResult,
): Revealed {
  const { revealed } = attempt;
  // The scheme it was voted under: one with a lower floor, adopted for a repetition, must not disclose it.
  const disclosure = disclosureOf(result, schemeOf(meeting, attempt));
  return {
    round,
    attempt,
    revealed,
    shown: shownAt(meeting, attempt, { result, revealed }),
    result,
    disclosure,
    score: disclosure.score ? exact(result.score) : null,
    why: disclosure.why,
  };
}

/** null while it waits for a board that opens its row. */
function shownAt(
  meeting: Meeting,
  { waitsFor }: RevealedAttempt,
  one: Pick<Revealed, 'result' | 'revealed'>,
): number | null {
  if (!waitsFor) return one.revealed;
  const opened = [...meeting.boards.keys()].flatMap((item) => openedBy(meeting, item, one) ?? []);
  if (opened.length > 0) return Math.min(...opened);
  const waits = [...waitsFor.keys()].some((item) => isFor(meeting, waitsFor, item, one));
  return waits ? null : one.revealed;
}

/** Whether this board was to show the result when it was revealed. */
function isFor(
  meeting: Meeting,
  waitsFor: NonNullable<RevealedAttempt['waitsFor']>,
  item: ItemId,
  { result }: Pick<Revealed, 'result'>,
): boolean {
  const category = waitsFor.get(item);
  if (category === undefined) return false;
  return category === null || category === meeting.subjects.get(result.subject)?.category;
}

function isRevealed(attempt: Attempt): attempt is RevealedAttempt {
  return attempt.phase === 'revealed';
}
