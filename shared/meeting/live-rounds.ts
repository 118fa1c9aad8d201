// Rounds that are shown while ballots come in: which seats their number stands on, and why a round cannot be one (R6).
import type { GroupId, SubjectId } from '../ids.ts';
import { noLive, type NoLive } from '../scoring/no-live.ts';
import type { LiveSeats } from '../scoring/live-total.ts';
import { storedDecimal } from '../scoring/stored-decimal.ts';
import type { Scoring } from './agenda/kind.ts';
import { formOfJudges, owing } from './forms.ts';
import type { Round, SeatsOfGroup, Terms } from './round.ts';
import { lastAttempt } from './rounds.ts';
import type { Meeting } from './state.ts';
import { exactVersion } from './versions.ts';

/** The groups that judge a subject, with the seats of each that owe a ballot. */
export function seatsNow(
  meeting: Meeting,
  terms: Terms,
  subject: SubjectId,
): readonly SeatsOfGroup[] {
  const seats = owing(meeting, { terms }, subject);
  return terms.weights.flatMap(({ group }) =>
    formOfJudges(meeting, terms, group, subject)
      ? [{ group, expected: seats.filter((seat) => seat.group === group).length }]
      : [],
  );
}

/** What the number of a live round stands on: the seats that were expected when its last attempt opened. */
export function seatsAtOpening(round: Round): readonly LiveSeats[] {
  const { terms, seats = [] } = lastAttempt(round);
  return weighed(terms, seats);
}

/**
 * Why a scoring that is planned to be shown live cannot be, were it opened now; null where it can, and for one that is not.
 *
 * @param terms what it would freeze
 */
export function noLiveAhead(
  meeting: Meeting,
  { disclosure, subjects }: Pick<Scoring, 'disclosure' | 'subjects'>,
  terms: Terms,
): NoLive<GroupId> | null {
  const [subject] = subjects === 'rest' ? [] : subjects;
  if (disclosure !== 'live' || subject === undefined) return null;
  const seats = weighed(terms, seatsNow(meeting, terms, subject));
  return noLive(seats, exactVersion(meeting.schemes, terms.scheme));
}

function weighed({ weights }: Terms, seats: readonly SeatsOfGroup[]) {
  const of = new Map(weights.map(({ group, weight }) => [group, weight]));
  return seats.map(({ group, expected }) => ({
    ...{ group, expected },
    weight: storedDecimal(of.get(group) ?? '0'),
  }));
}
