// Rounds by their item: the attempt that counts, what they are counted by, which take ballots now.
import type { ItemId, RoundId, SubjectId } from '../ids.ts';
import type { Meeting } from './state.ts';
import type { Round, Attempt } from './round.ts';
import { exactVersion } from './versions.ts';
import type { Scheme } from '../scoring/scheme.ts';

export function roundIdOf(item: ItemId): RoundId {
  return `r-${item}` as RoundId;
}

/** An item that is scored has one round, with as many attempts as it took. */
export function roundOfItem(meeting: Meeting, item: ItemId): Round | undefined {
  return meeting.rounds.get(roundIdOf(item));
}

/** The attempt that counts: the newest one. */
export function lastAttempt(round: Round): Attempt {
  const attempt = round.attempts[round.attempts.length - 1];
  if (!attempt) throw new Error(`round ${round.id} has no attempt`);
  return attempt;
}

/** The rounds that take ballots now. */
export function openRounds(meeting: Meeting): readonly Round[] {
  return [...meeting.rounds.values()].filter((round) => lastAttempt(round).phase === 'open');
}

/** Written rounds that take ballots now: they stand open beside whatever is on stage. */
export function openWritten(meeting: Meeting): readonly Round[] {
  return openRounds(meeting).filter(({ kind }) => kind === 'written');
}

/** Whether a live scoring is about one unit, as its type says: an item stored before that was checked may have several. */
export function scoresOne({ subjects }: { readonly subjects: readonly SubjectId[] }): boolean {
  return subjects.length === 1;
}

export function schemeOf(meeting: Meeting, { terms }: Pick<Round, 'terms'>): Scheme {
  return exactVersion(meeting.schemes, terms.scheme);
}
