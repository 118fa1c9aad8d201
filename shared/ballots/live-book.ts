// Turnout and the live total of every attempt, kept up as ballots become durable.
import type { RoundId, SeatId, SubjectId } from '../ids.ts';
import { entry } from '../entry.ts';
import { formFor } from '../meeting/forms.ts';
import { subjectsOf } from '../meeting/agenda/participation.ts';
import { seatsAtOpening } from '../meeting/live-rounds.ts';
import { lastAttempt, schemeOf } from '../meeting/rounds.ts';
import { isRecused } from '../meeting/recusals.ts';
import { isSame, reviewerHolder } from '../meeting/people.ts';
import type { MeetingEvent } from '../meeting/events.ts';
import type { Meeting } from '../meeting/state.ts';
import { LiveTotal } from '../scoring/live-total.ts';
import { ballotTotal } from '../scoring/check-scores.ts';
import type { Ballot } from './ballot.ts';

/** What is known of one subject in one attempt. `turnout` is who has voted; `live` the number that R6 lets out. */
export interface SubjectBook {
  readonly turnout: ReadonlySet<SeatId>;
  /** null where the round is not shown live. */
  readonly live: Pick<LiveTotal, 'shown' | 'waits'> | null;
}

/** Advanced in place, by whole commits and in their order, so that a restart replays to the same shown number. */
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
    if (!book.live) return;
    const form = formFor(meeting, round, seat, matter.id);
    const total =
      form && ballot.choice.kind === 'scores' ? ballotTotal(form, ballot.choice.scores) : null;
    book.live.cast(seat.id, seat.group, total);
  }

  /** Follows what opens and closes a live number, and what takes ballots away; after an erasure nobody knows who voted. */
  follow(meeting: Meeting, event: MeetingEvent): void {
    switch (event.type) {
      case 'RoundOpened': {
        const round = meeting.rounds.get(event.round);
        if (round?.disclosure !== 'live') return;
        const live = new LiveTotal(seatsAtOpening(round), schemeOf(meeting, round));
        for (const subject of subjectsOf(meeting, round))
          this.#open(round.id, event.attempt, subject).live = live;
        return;
      }
      case 'RoundClosed':
        for (const { subject } of event.turnout)
          this.#open(event.round, event.attempt, subject).live?.freeze();
        return;
      case 'RecusalDeclared':
        for (const { round: id, attempt } of event.voids) {
          const round = meeting.rounds.get(id);
          const seat = [...meeting.seats.values()].find(({ holder }) =>
            isSame(holder, reviewerHolder(event.reviewer)),
          );
          if (!round || !seat || lastAttempt(round).n !== attempt) continue;
          const book = this.#open(id, attempt, event.subject);
          book.turnout.delete(seat.id);
          book.live?.cast(seat.id, seat.group, null);
        }
        return;
      case 'PeopleErased':
        this.#books.clear();
        return;
      default:
    }
  }

  #open(round: RoundId, attempt: number, subject: SubjectId): OpenBook {
    const attempts = entry(this.#books, round, () => new Map<number, Map<SubjectId, OpenBook>>());
    const subjects = entry(attempts, attempt, () => new Map<SubjectId, OpenBook>());
    return entry(subjects, subject, () => ({ turnout: new Set(), live: null }));
  }
}

/** What the book asks of a ballot. */
export type CountedBallot = Pick<Ballot, 'round' | 'attempt' | 'matter' | 'seat' | 'choice'>;

interface OpenBook {
  readonly turnout: Set<SeatId>;
  live: LiveTotal | null;
}

const EMPTY: SubjectBook = { turnout: new Set(), live: null };
