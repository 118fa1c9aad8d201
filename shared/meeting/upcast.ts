// Leads every older shape of a stored event to the newest one, so that nothing else knows that there were others (R2).
import type { Scheme } from '../scoring/scheme.ts';
import type { Sheet } from '../scoring/sheet.ts';
import type { GroupId, ReviewerId, SeatId } from '../ids.ts';
import { own } from '../own.ts';
import { AgendaUpcaster } from './agenda/upcast-items.ts';
import { resultsCommitment, resultsName, resultsText } from './committed-results.ts';
import { EVENTS, type MeetingEvent, type Recorded } from './events.ts';
import type { EventEntry } from './events/event.ts';
import { reviewerHolder, type Group, type Holder } from './people.ts';
import type { SubjectResult, Version } from './round.ts';
import { termsOf } from './round-rules.ts';

/** An event as it was stored, of whatever version. */
export type StoredEvent = Omit<Recorded, 'act' | 'event'> & {
  readonly act?: unknown;
  readonly event: { readonly type: string };
};

/** `later`: a version that is still to come, or an event that nobody here knows. `half`: parts of two versions in one. */
export class UnreadableEvent extends Error {
  override readonly name = 'UnreadableEvent';
  readonly seq: number;
  readonly why: 'later' | 'half';

  constructor(seq: number, why: 'later' | 'half') {
    super(`event ${String(seq)} is of ${why === 'later' ? 'a later' : 'half a'} version`);
    this.seq = seq;
    this.why = why;
  }
}

/** Reads one log, in its order: what a shape lacks may stand in an event before it. */
export class Upcaster {
  readonly #agenda = new AgendaUpcaster();
  #groups: readonly { readonly id: GroupId; readonly weight: number }[] = [];
  readonly #seats = new Map<string, Holder>();
  readonly #sheets: Sheet[] = [];
  readonly #schemes: Scheme[] = [];
  readonly #closed = new Map<string, readonly SubjectResult[]>();

  /** @throws UnreadableEvent */
  read(stored: StoredEvent): Recorded {
    const { seq, v, event } = stored;
    const entry = own(EVENTS as Readonly<Record<string, EventEntry>>, event.type);
    if (!Number.isSafeInteger(v) || v < 1 || (v === 1) === 'act' in stored)
      throw new UnreadableEvent(seq, 'half');
    if (!entry || v > entry.v) throw new UnreadableEvent(seq, 'later');
    // Its fields are for the schema of its type.
    if (v === entry.v) return stored as Recorded;
    // Whoever raises a version writes its step here, and what the version before it was like as a type of its own.
    // Versions 3 and 4 only added fields that may be absent.
    if (v > 1) return { ...(stored as Recorded), v: entry.v };
    return { ...stored, act: null, v: entry.v, event: this.#lift(event as Event1) };
  }

  /** Results of rounds that version 1 closed and did not reveal: they stood in the log, where now secrets stand. */
  get unopened(): readonly { readonly name: string; readonly value: string }[] {
    return [...this.#closed].map(([name, results]) => ({
      name,
      value: resultsText({ results, salt: NO_SALT }),
    }));
  }

  #lift(event: Event1): MeetingEvent {
    switch (event.type) {
      case 'ReviewersImported': {
        this.#groups = event.groups;
        return { ...event, groups: event.groups.map(inDecimals) };
      }
      case 'WeightsSet': {
        const set = new Map(event.weights.map(({ group, weight }) => [group, weight]));
        this.#groups = this.#groups.map(({ id, weight }) => ({
          id,
          weight: set.get(id) ?? weight,
        }));
        return { ...event, weights: event.weights.map(inDecimals) };
      }
      case 'SheetAdopted': {
        const sheet = treeOf(event.sheet);
        this.#sheets.push(sheet);
        return { type: event.type, sheet };
      }
      case 'SchemeAdopted': {
        const { trim, ...rest } = event.scheme;
        const spread =
          trim === 0 ? ({ kind: 'none' } as const) : ({ kind: 'trim', t: trim } as const);
        const scheme: Scheme = { ...rest, spread, belowFloor: 'count' };
        this.#schemes.push(scheme);
        return { type: event.type, scheme };
      }
      case 'RoundOpened': {
        const { sheet, scheme, ...rest } = event;
        const standing = { sheets: this.#sheets, schemes: this.#schemes, groups: this.#groups };
        return { ...rest, ...termsOf(standing, [{ sheet }], scheme, 'named') };
      }
      case 'RoundClosed': {
        const results = event.results.map(newResult);
        this.#closed.set(resultsName(event.round, event.attempt), results);
        const commitment = resultsCommitment({ results, salt: NO_SALT });
        return closed(event, commitment);
      }
      case 'RoundRevealed': {
        const name = resultsName(event.round, event.attempt);
        const results = this.#closed.get(name) ?? [];
        this.#closed.delete(name);
        return { ...event, results, salt: NO_SALT };
      }
      case 'SeatsFilled':
        this.#seat(event.seats);
        return event;
      case 'SeatReplaced':
        if (event.in) this.#seat([event.in]);
        return event;
      case 'TicketsIssued': {
        const { reviewers, ...rest } = event;
        return { ...rest, holders: reviewers.map(reviewerHolder) };
      }
      case 'TicketsSwapped':
        return { type: event.type, a: reviewerHolder(event.a), b: reviewerHolder(event.b) };
      case 'TicketRevoked':
      case 'ReviewerArrived':
      case 'ReviewerWentAway':
        return { type: event.type, holder: reviewerHolder(event.reviewer) };
      case 'WordSent': {
        const { seat, ...rest } = event;
        // Where there is no such seat the fold stops at its holder.
        const holder = this.#seats.get(seat) ?? reviewerHolder(seat as string as ReviewerId);
        return { ...rest, holder };
      }
      default:
        return this.#agenda.read(event);
    }
  }

  #seat(seats: readonly { readonly id: SeatId; readonly holder: Holder }[]): void {
    for (const { id, holder } of seats) this.#seats.set(id, holder);
  }
}

/** Version 1 hid nothing by salt: its commitments only give both versions one form. */
const NO_SALT = '0'.repeat(32);

type NewEvent<T extends MeetingEvent['type']> = Extract<MeetingEvent, { readonly type: T }>;
type Event1 = Other1 | Exclude<MeetingEvent, { readonly type: Other1['type'] }>;

/** The events of version 1 that were others. */
type Other1 =
  | (Omit<NewEvent<'ReviewersImported'>, 'groups'> & {
      readonly groups: readonly Group[];
    })
  | {
      readonly type: 'WeightsSet';
      readonly weights: readonly { readonly group: GroupId; readonly weight: number }[];
    }
  | (Omit<NewEvent<'TicketsIssued'>, 'holders'> & { readonly reviewers: readonly ReviewerId[] })
  | { readonly type: 'TicketsSwapped'; readonly a: ReviewerId; readonly b: ReviewerId }
  | {
      readonly type: 'TicketRevoked' | 'ReviewerArrived' | 'ReviewerWentAway';
      readonly reviewer: ReviewerId;
    }
  | (Omit<NewEvent<'WordSent'>, 'holder'> & { readonly seat: SeatId })
  | { readonly type: 'SheetAdopted'; readonly sheet: Sheet1 }
  | {
      readonly type: 'SchemeAdopted';
      readonly scheme: Omit<Scheme, 'spread' | 'belowFloor'> & { readonly trim: number };
    }
  | (Omit<NewEvent<'RoundOpened'>, 'form' | 'weights' | 'rules'> & { readonly sheet: Version })
  | Closed1
  | Omit<NewEvent<'RoundRevealed'>, 'results' | 'salt'>;

type Closed1 = Pick<NewEvent<'RoundClosed'>, 'type' | 'round' | 'attempt' | 'root' | 'ballots'> & {
  readonly results: readonly Result1[];
  readonly absent: readonly SeatId[];
};

type Result1 = Omit<SubjectResult, 'groups'> & {
  readonly groups: readonly (Omit<SubjectResult['groups'][number], 'weight'> & {
    readonly weight: number;
  })[];
  readonly recused: readonly SeatId[];
  readonly missing: readonly SeatId[];
};

/** A flat list of criteria in whole numbers. */
interface Sheet1 {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly criteria: readonly {
    readonly id: string;
    readonly name: string;
    readonly max: number;
    readonly step: number;
    readonly weight: number;
  }[];
}

function treeOf({ criteria, ...sheet }: Sheet1): Sheet {
  return {
    ...sheet,
    children: criteria.map(({ id, name, max, step, weight }) => ({
      ...{ id, name, weight: String(weight) },
      ...{ max: String(max), step: String(step) },
    })),
  };
}

function closed(
  { results, absent, ...rest }: Closed1,
  commitment: string,
): NewEvent<'RoundClosed'> {
  const count = (one: Result1, number: (group: Result1['groups'][number]) => number) =>
    one.groups.reduce((sum, group) => sum + number(group), 0);
  return {
    ...rest,
    turnout: results.map((one) => ({
      subject: one.subject,
      expected: count(one, ({ expected }) => expected),
      cast: count(one, ({ counted, abstained }) => counted + abstained),
      missing: one.missing.length,
      recused: one.recused.length,
    })),
    absent: absent.length,
    seats: { subjects: results.map(({ missing, recused }) => ({ missing, recused })), absent },
    commitment,
  };
}

function newResult({
  recused: _recused,
  missing: _missing,
  groups,
  ...rest
}: Result1): SubjectResult {
  return { ...rest, groups: groups.map(inDecimals) };
}

function inDecimals<T extends { readonly weight: number }>(one: T) {
  return { ...one, weight: String(one.weight) };
}
