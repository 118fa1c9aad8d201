// Turnout and live means of every attempt, kept up as ballots become durable.
import type { GroupId, RoundId, SeatId, SubjectId } from '../ids.ts';
import { entry } from '../entry.ts';
import { formFor } from '../meeting/forms.ts';
import { lastAttempt, schemeOf } from '../meeting/rounds.ts';
import { isRecused } from '../meeting/recusals.ts';
import type { MeetingEvent } from '../meeting/events.ts';
import type { Seat } from '../meeting/people.ts';
import type { Meeting } from '../meeting/state.ts';
import { applyBallot, NO_LIVE_TALLY, type LiveTally } from '../scoring/live-tally.ts';
import { ballotTotal } from '../scoring/check-scores.ts';
import type { Ballot } from './ballot.ts';

/** What is known of one subject in one attempt. `turnout` is who has voted; `live` feeds the means that R6 lets out. */
export interface SubjectBook {
  readonly turnout: ReadonlySet<SeatId>;
  readonly live: ReadonlyMap<GroupId, LiveTally>;
}

/** Advanced in place, by whole commits and in their order, so that a restart replays to the same shown means. */
export class LiveBook {
  readonly #books = new Map<RoundId, Map<number, Map<SubjectId, OpenBook>>>();

  of(round: RoundId, attempt: number, subject: SubjectId): SubjectBook {
    return this.#books.get(round)?.get(attempt)?.get(subject) ?? EMPTY;
  }

  /** A ballot that became durable and is the newest of its seat. What was chosen is asked only where it shows. */
  add(meeting: Meeting, ballot: CountedBallot): void {
    const { matter } = ballot;
    const seat = ballot.seat === null ? undefined : meeting.seats.get(ballot.seat);
    const round = meeting.rounds.get(ballot.round);
    if (!seat || !round || matter.kind !== 'subject' || isRecused(meeting, seat, matter.id)) return;
    const book = this.#open(ballot.round, ballot.attempt, matter.id);
    book.turnout.add(seat.id);
    if (round.disclosure !== 'live') return;
    const form = formFor(meeting, round, seat, matter.id);
    const total =
      form && ballot.choice.kind === 'scores' ? ballotTotal(form, ballot.choice.scores) : null;
    const before = book.live.get(seat.group) ?? NO_LIVE_TALLY;
    book.live.set(seat.group, applyBallot(before, seat.id, total, schemeOf(meeting, round)));
  }

  /** Follows the events that take ballots away again; after an erasure nobody knows who voted. */
  follow(meeting: Meeting, event: MeetingEvent): void {
    if (event.type === 'PeopleErased') this.#books.clear();
    if (event.type !== 'RecusalDeclared') return;
    for (const { round: id, attempt } of event.voids) {
      const round = meeting.rounds.get(id);
      const seat = [...meeting.seats.values()].find(({ holder }) => holder.id === event.reviewer);
      if (round && seat && lastAttempt(round).n === attempt)
        this.#void(meeting, id, attempt, event.subject, seat);
    }
  }

  #void(meeting: Meeting, id: RoundId, attempt: number, subject: SubjectId, seat: Seat): void {
    const book = this.#open(id, attempt, subject);
    book.turnout.delete(seat.id);
    const round = meeting.rounds.get(id);
    const before = book.live.get(seat.group);
    if (round && before)
      book.live.set(seat.group, applyBallot(before, seat.id, null, schemeOf(meeting, round)));
  }

  #open(round: RoundId, attempt: number, subject: SubjectId): OpenBook {
    const attempts = entry(this.#books, round, () => new Map<number, Map<SubjectId, OpenBook>>());
    const subjects = entry(attempts, attempt, () => new Map<SubjectId, OpenBook>());
    return entry(subjects, subject, () => ({ turnout: new Set(), live: new Map() }));
  }
}

/** What the book asks of a ballot. */
export type CountedBallot = Pick<Ballot, 'round' | 'attempt' | 'matter' | 'seat' | 'choice'>;

interface OpenBook {
  readonly turnout: Set<SeatId>;
  readonly live: Map<GroupId, LiveTally>;
}

const EMPTY: SubjectBook = { turnout: new Set(), live: new Map() };
