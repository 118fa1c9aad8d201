// A meeting played through the pure rules alone: given these commands, then this state, these events, these views.
import { diceOf, READINGS } from '../shared/meeting/draws/reading.ts';
import { isLots, type AnyLock, type Lock } from '../shared/draw/lock.ts';
import { BoxIndex } from '../shared/ballots/box-index.ts';
import type { Choice } from '../shared/ballots/ballot.ts';
import { LiveBook } from '../shared/ballots/live-book.ts';
import type {
  GroupId,
  ItemId,
  MeetingId,
  ReviewerId,
  RoundId,
  SeatId,
  StaffId,
  SubjectId,
} from '../shared/ids.ts';
import { subjectsOf } from '../shared/meeting/agenda/participation.ts';
import { chain, type Chained } from '../shared/meeting/chain.ts';
import {
  expectationOf,
  type Context,
  type SeatCommand,
  type StaffCommand,
} from '../shared/meeting/commands.ts';
import { createMeeting } from '../shared/meeting/decide/create.ts';
import { actorOf } from '../shared/meeting/decide/seats.ts';
import { decideSeat, decideStaff } from '../shared/meeting/decide.ts';
import { EVENTS, type Act, type MeetingEvent, type Recorded } from '../shared/meeting/events.ts';
import { isWhole } from '../shared/meeting/events/parse.ts';
import { NO_MEETING } from '../shared/meeting/evolve.ts';
import { roundIdOf } from '../shared/meeting/rounds.ts';
import { reviewerKey } from '../shared/meeting/people.ts';
import type { Actor, Meeting } from '../shared/meeting/state.ts';
import { doubleRandomReview } from '../shared/meeting/template.ts';
import { advance, type Decision, type World } from '../shared/meeting/world.ts';
import { SCHEME_DEFAULTS } from '../shared/scoring/scheme.ts';
import { templateText } from '../shared/text/template.ts';
import type { Seen } from '../shared/views/seen.ts';

/** The lock of a draw that is not by lots. */
export function cellLock(lock: AnyLock): Lock {
  if (isLots(lock)) throw new Error('drawn by lots');
  return lock;
}

export const CLERK: Actor = { kind: 'staff', id: 'clerk' as StaffId };
export const SUPERVISOR: Actor = { kind: 'staff', id: 'supervisor' as StaffId };
export const SECOND_CLERK: Actor = { kind: 'staff', id: 'second' as StaffId };

export const subjectId = (id: string) => id as SubjectId;
export const reviewerId = (id: string) => id as ReviewerId;
export const seatId = (id: string) => id as SeatId;
export const itemId = (id: string) => id as ItemId;
export const roundId = (item: string): RoundId => roundIdOf(item as ItemId);
export const groupId = (id: string) => id as GroupId;

/** Scores for the template's four criteria (40, 20, 25, 15). */
export function scores(c1: number, c2: number, c3: number, c4: number): Choice {
  return { kind: 'scores', scores: { c1, c2, c3, c4 } };
}

/** Chance has no part in these tests: every ballot has the same. */
export const NONCE = '0123456789abcdef'.repeat(2);
export const SALT = 'fedcba9876543210'.repeat(2);

export const ABSTAIN: Choice = { kind: 'abstain' };

export class Play implements Seen {
  world: World = { meeting: NO_MEETING, directory: new Map(), secrets: new Map() };
  readonly box = new BoxIndex();
  readonly book = new LiveBook();
  readonly log: Chained[] = [];
  now = Date.UTC(2026, 10, 21, 6);

  get meeting(): Meeting {
    return this.world.meeting;
  }

  get directory() {
    return this.world.directory;
  }

  /** Gives a staff command made on the present state; throws when it is refused. */
  staff(command: StaffCommand, by = CLERK): this {
    const decision = this.decide(command, undefined, by);
    if (!decision.ok) throw new Error(`${command.type}: ${decision.refusal.code}`);
    return this.commit(decision, by, command.type);
  }

  /** Both readings of the newest draw's dice; of one without dice the salt is opened. */
  read(digits: string): this {
    const draw = this.meeting.draws.at(-1);
    if (!draw) throw new Error('no draw');
    if (!diceOf(draw)) return this.staff({ type: 'ReadEntropy', draw: draw.id });
    for (const reading of READINGS)
      this.staff({ type: 'TypeDice', draw: draw.id, reading, edits: 0, at: 0, took: 0, digits });
    return this;
  }

  decide(command: StaffCommand, touched?: number, by = CLERK): Decision {
    const now = expectationOf(this.meeting, command);
    const expects = touched === undefined ? now : { ...now, touched };
    return decideStaff({ ...this.world, box: this.box }, command, expects, this.context(by));
  }

  seat(command: SeatCommand): this {
    const decision = this.decideSeat(command);
    if (!decision.ok) throw new Error(`${command.type}: ${decision.refusal.code}`);
    return this.commit(decision, actorOf(this.meeting, command), command.type);
  }

  decideSeat(command: SeatCommand): Decision {
    return decideSeat({ ...this.world, box: this.box }, command, this.now);
  }

  commit(decision: Extract<Decision, { readonly ok: true }>, by: Actor, command = 'Test'): this {
    this.world = advance(this.world, [], decision.side);
    const act = { n: this.meeting.seq + 1, command };
    for (const event of decision.events) this.record(event, by, act);
    for (const kept of decision.ballots) {
      if (this.box.add(kept)) this.book.add(this.meeting, kept.ballot);
    }
    return this;
  }

  /** An event as it is, whatever would have come to it. */
  record(event: MeetingEvent, by: Actor, made?: Act): void {
    const seq = this.meeting.seq + 1;
    const { v } = EVENTS[event.type];
    const act = made ?? { n: seq, command: 'Test' };
    const recorded: Recorded = { seq, at: this.now, by, act, v, event };
    if (!isWhole(recorded)) throw new Error(`an event that is not whole: ${event.type}`);
    this.world = advance(this.world, [recorded], []);
    this.book.follow(this.meeting, event);
    // A salt that tests can foretell; the server's are random.
    const salt = seq.toString(16).padStart(32, '0');
    this.log.push(chain(this.log.at(-1)?.hash ?? '', recorded, salt));
  }

  /** A check-in of the reviewer's newest ticket. */
  claim(reviewer: string): this {
    const issue = this.meeting.tickets.get(reviewerKey(reviewerId(reviewer)))?.issue ?? 0;
    return this.seat({ type: 'ClaimSeat', reviewer: reviewerId(reviewer), issue });
  }

  /** Takes the last act back. */
  undo(): this {
    return this.staff({ type: 'TakeBack', act: this.meeting.undo?.n ?? 0 });
  }

  /** What the round of this item is about; nothing where there is none. */
  about(item: string): readonly SubjectId[] {
    const round = this.meeting.rounds.get(roundId(item));
    return round ? subjectsOf(this.meeting, round) : [];
  }

  /** What a cast of this seat for the item's only subject comes to. */
  decideCast(seat: string, item: string, rev: number, choice: Choice): Decision {
    const round = this.meeting.rounds.get(roundId(item));
    return this.decideSeat({
      type: 'CastBallot',
      seat: seatId(seat),
      claim: this.meeting.seats.get(seatId(seat))?.claim ?? 0,
      round: roundId(item),
      attempt: round?.attempts.length ?? 0,
      subject: this.about(item)[0] ?? subjectId('none'),
      rev,
      choice,
      nonce: NONCE,
      salt: SALT,
    });
  }

  cast(seat: string, item: string, rev: number, choice: Choice): this {
    const decision = this.decideCast(seat, item, rev, choice);
    if (!decision.ok) throw new Error(`cast: ${decision.refusal.code}`);
    return this.commit(decision, { kind: 'server' });
  }

  private context(by: Actor): Context {
    const role = by === SUPERVISOR ? 'supervisor' : 'moderator';
    return { now: this.now, by, role, random: new Uint8Array(32).fill(this.log.length) };
  }
}

/** A meeting just created from the template. */
export function created(): Play {
  const play = new Play();
  const decision = createMeeting({
    type: 'CreateMeeting',
    id: 'm1' as MeetingId,
    code: 'hall1',
    title: '区政府年度绩效评议会',
    zone: 'Asia/Shanghai',
    retainUntil: '2027-11-21',
    ...doubleRandomReview(templateText.zh),
    // Groups of these tests are small, and their arithmetic is what is looked at.
    scheme: { id: 'main', ...SCHEME_DEFAULTS },
  });
  if (!decision.ok) throw new Error(decision.refusal.code);
  return play.commit(decision, { kind: 'server' });
}

export interface Cast {
  readonly units?: number;
  /** Members of each group in the pool; all of them are seated. */
  readonly groups?: readonly number[];
}

/** Units U1…, reviewers R1… in groups 甲, 乙, …, all seated as S001… and checked in unless `present` says fewer. */
export function seated({ units = 4, groups = [6, 6] }: Cast = {}, present = Infinity): Play {
  const play = created();
  play.staff({
    type: 'ImportSubjects',
    source: 'units.csv',
    entries: Array.from({ length: units }, (_, n) => ({
      id: subjectId(`U${String(n + 1)}`),
      kind: 'unit',
      name: `第${String(n + 1)}单位`,
      category: n % 2 === 0 ? '区级部门' : '乡镇',
    })),
  });
  const names = ['甲', '乙', '丙', '丁', '戊'];
  const reviewers = groups.flatMap((count, g) =>
    Array.from({ length: count }, () => names[g] ?? '己'),
  );
  const ids = reviewers.map((_, n) => reviewerId(`R${String(n + 1)}`));
  play.staff({
    type: 'ImportReviewers',
    source: 'reviewers.csv',
    entries: reviewers.map((group, n) => ({
      id: reviewerId(`R${String(n + 1)}`),
      name: `${group}代表${String(n + 1)}`,
      group,
      attributes: { 性别: n % 2 === 0 ? '男' : '女' },
      recusals: [],
    })),
  });
  play.staff({ type: 'IssueTickets', reviewers: ids });
  play.staff({ type: 'FillSeats', reviewers: ids });
  ids.slice(0, present).forEach((id) => play.claim(id));
  return play;
}

/** {@link seated}, with unit U1 on the agenda to be scored and on stage. Its item is `score`. */
export function scoring(
  disclosure: 'live' | 'hidden' | 'progress',
  cast?: Cast,
  present?: number,
): Play {
  const play = seated(cast, present);
  if (disclosure === 'live') countsFromTheFloor(play);
  play.staff({
    type: 'SetAgenda',
    items: [
      ...play.meeting.agenda,
      {
        id: itemId('score'),
        kind: 'score',
        subjects: [subjectId('U1')],
        secrecy: 'named',
        sheet: 'live',
        disclosure,
        seconds: 120,
      },
    ],
  });
  return play.staff({ type: 'EnterItem', item: itemId('score') });
}

/** Only then a round may be shown live. */
export function countsFromTheFloor(play: Play): void {
  const scheme = { id: 'main', ...SCHEME_DEFAULTS, belowFloor: 'empty' } as const;
  play.staff({ type: 'AdoptScheme', scheme });
}

/** {@link scoring}, with the round open. */
export function voting(
  disclosure: 'live' | 'hidden' | 'progress',
  cast?: Cast,
  present?: number,
): Play {
  return scoring(disclosure, cast, present).staff({ type: 'OpenRound', item: itemId('score') });
}
