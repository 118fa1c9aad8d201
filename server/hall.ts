// One meeting's hall: decide on all that is decided so far, commit what queued, then tell from what is durable (R1).
import { randomBytes } from 'node:crypto';
import { about } from '../shared/ballots/ballot.ts';
import type { SeatId } from '../shared/ids.ts';
import type {
  CreateMeeting,
  Expectation,
  SeatCommand,
  ServerCommand,
  StaffCommand,
} from '../shared/meeting/commands.ts';
import { createMeeting } from '../shared/meeting/decide/create.ts';
import { actorOf } from '../shared/meeting/decide/seats.ts';
import { decideSeat, decideServer, staffSteps } from '../shared/meeting/decide.ts';
import type { Recorded } from '../shared/meeting/events.ts';
import { readyInSteps } from '../shared/meeting/events/parse.ts';
import { expectedRows } from '../shared/meeting/expected-rows.ts';
import type { LogHead } from '../shared/meeting/log-tree.ts';
import { lastAttempt, openRounds } from '../shared/meeting/rounds.ts';
import type { Actor, Meeting } from '../shared/meeting/state.ts';
import { withName, type StaffName } from '../shared/meeting/staff-names.ts';
import type { Decision, World } from '../shared/meeting/world.ts';
import type { Answer, CastAnswer, CastMessage, CommentMessage } from '../shared/protocol.ts';
import type { Steps } from '../shared/steps.ts';
import { receiptOf } from '../shared/views/audiences/panel.ts';
import type { FileCheck } from '../shared/views/console/file-check.ts';
import type { Seen } from '../shared/views/seen.ts';
import { notBefore, type Clock } from './clock.ts';
import { closedRoots, Replay, type Durable } from './durable.ts';
import { FileChecking } from './file-check.ts';
import { Decided } from './decided.ts';
import { inSteps, onSameBasis } from './in-steps.ts';
import { CommitQueue, type Pending } from './commit-queue.ts';
import type {
  BoxedBallot,
  Commit,
  MeetingStore,
  SeatSessionRow,
  TicketRow,
} from './store/meeting-store.ts';
import type { StaffRole } from '../shared/staff-role.ts';
import type { CopySource } from './store/still-file.ts';
import { CommitFailed, DamagedFile } from './store/store-errors.ts';
import type { ThreadedStore } from './store/threaded-store.ts';

/** The account that acts, as what it is known when it does. */
export interface StaffActor extends StaffName {
  readonly role: StaffRole;
}

/** What has just become durable. */
export interface Change {
  readonly events: readonly Recorded[];
  readonly ballots: readonly BoxedBallot[];
}

/** Counts what a hall does, for whoever watches the machine. Times are in seconds. */
export interface HallMeter {
  /** A commit is on disk. */
  committed(seconds: number): void;
  /** A ballot is acknowledged, so long after it came. */
  acknowledged(seconds: number): void;
}

export interface HallParts {
  readonly store: MeetingStore &
    Partial<CopySource> &
    Partial<Pick<ThreadedStore, 'verify' | 'onPlace'>>;
  readonly clock: Clock;
  /** Called once for each commit, after it is durable and before anything is acknowledged. */
  readonly onChange?: (change: Change) => void;
  /** Called when a commit failed, with the store's reason. */
  readonly onFailure?: (error: unknown) => void;
  /** Called when the check of the file has found damage; from then on nothing is saved. */
  readonly onDamage?: (hall: Hall, place: string) => void;
  /** Called before the epoch of a copy is raised: what was known of the log may be of the original. */
  readonly onCopy?: () => void;
  readonly meter?: HallMeter;
  /** Most decisions that one commit takes. */
  readonly maxBatch?: number;
}

/** Everything that changes a meeting passes through its hall, one decision after the other (R11). */
export class Hall {
  readonly #parts: HallParts;
  readonly #durable: Durable;
  readonly #queue: CommitQueue;
  readonly #listeners = new Set<(change: Change) => void>();
  readonly #decided: Decided;
  #failing = false;
  #isInPlace = true;
  readonly #check = new FileChecking();

  private constructor(parts: HallParts, durable: Durable) {
    this.#parts = parts;
    this.#durable = durable;
    this.#decided = new Decided(durable);
    parts.store.onPlace?.((isInPlace) => {
      this.#isInPlace = isInPlace;
      // It can be written to again, and phones are about to send again what was refused meanwhile.
      if (isInPlace) this.#failing = false;
      else parts.onFailure?.(new CommitFailed('moved', 'the file is not where it was opened'));
    });
    if (parts.onChange) this.#listeners.add(parts.onChange);
    this.#queue = new CommitQueue({
      commit: async (commit) => {
        const began = performance.now();
        await parts.store.commit(commit);
        this.#failing = false;
        parts.meter?.committed((performance.now() - began) / 1000);
      },
      maxBatch: parts.maxBatch ?? 500,
      committed: (batch) => this.#becomeDurable(batch),
      failed: (error) => {
        this.#decided.fallBack();
        this.#failing = true;
        parts.onFailure?.(error);
      },
    });
  }

  /**
   * Rebuilds a meeting from its store, and begins to verify its ballots. A copy of another meeting's file is verified
   * before its epoch is raised, as there must not be two that go on with the same one.
   *
   * @throws DamagedFile
   */
  static async open(parts: HallParts): Promise<Hall> {
    const replay = new Replay();
    const loaded = await parts.store.load(replay.early);
    const durable = replay.done(loaded);
    // What was left of a countdown is left of it still, though the machine's clock was set back meanwhile.
    const isRunning = durable.world.meeting.countdown?.phase === 'running';
    const last = isRunning ? loaded.events.at(-1)?.recorded.at : undefined;
    const clock = last === undefined ? parts.clock : notBefore(parts.clock, last);
    const hall = new Hall({ ...parts, clock }, durable);
    if (loaded.events.length === 0) return hall;
    // Whoever closes a round, or takes all of it together otherwise, finds its ballots read.
    void inSteps(durable.box.readInSteps(openAttempts(durable.world.meeting)));
    const verify = parts.store.verify?.bind(parts.store);
    const checking = verify
      ? hall.#check.run((loaded.unread ?? loaded.ballots).length, (told) =>
          verify(
            closedRoots(hall.world.meeting),
            told,
            expectedRows(loaded.events.map(({ recorded }) => recorded)),
          ),
        )
      : Promise.resolve(null);
    if (!loaded.copied) {
      void checking.then((place) => {
        if (place !== null) parts.onDamage?.(hall, place);
      });
      return hall;
    }
    const place = await checking;
    if (place !== null) throw new DamagedFile(place);
    parts.onCopy?.();
    await hall.#raiseEpoch();
    return hall;
  }

  /** The durable world: views, receipts and routes read nothing else. */
  get world(): World {
    return this.#durable.world;
  }

  get seen(): Seen {
    const { world, book, box } = this.#durable;
    return { meeting: world.meeting, directory: world.directory, book, box };
  }

  get recent(): readonly Recorded[] {
    return this.#durable.recent;
  }

  get head(): LogHead {
    return this.#durable.head;
  }

  /** Number and hash of the newest event. */
  get newest(): { readonly seq: number; readonly hash: string } {
    return { seq: this.world.meeting.seq, hash: this.#durable.hash };
  }

  /** See {@link Durable.headAtReveal}. */
  headAtReveal(seq: number): string {
    return this.#durable.headAtReveal(seq);
  }

  get codeKey(): string {
    return this.#durable.codeKey;
  }

  get now(): number {
    return this.#parts.clock.now();
  }

  /** Whether the meeting's file is where it was opened. */
  get inPlace(): boolean {
    return this.#isInPlace;
  }

  /** Whether the last commit failed and none has worked since, or the file is not where it was opened. */
  get failing(): boolean {
    return this.#failing || !this.#isInPlace;
  }

  /** Whether the ballots in the file are what the log says. */
  get fileCheck(): FileCheck {
    return this.#check.state;
  }

  /** Calls back when {@link fileCheck} has changed. */
  onFileCheck(listener: () => void): void {
    this.#check.onChange(listener);
  }

  /** Decisions that wait for the next commit. */
  get waiting(): number {
    return this.#queue.waiting.length;
  }

  /** What a backup copies; null where the store is no file. */
  get copySource(): CopySource | null {
    const { store } = this.#parts;
    const still = store.still?.bind(store);
    return still ? { still } : null;
  }

  ticketBySecret(secretHash: string): TicketRow | undefined {
    return this.#durable.ticketBySecret(secretHash);
  }

  ticketByCode(codeHash: string): TicketRow | undefined {
    return this.#durable.ticketByCode(codeHash);
  }

  session(tokenHash: string): SeatSessionRow | undefined {
    return this.#durable.session(tokenHash);
  }

  onChange(listener: (change: Change) => void): void {
    this.#listeners.add(listener);
  }

  /** The first event of a new meeting. Throws when the store already holds one. */
  async create(command: CreateMeeting): Promise<void> {
    if (this.world.meeting.seq !== 0) throw new Error('this store already holds a meeting');
    const answer = await this.#submit(createMeeting(command), { kind: 'server' }, command);
    if (!answer.ok) throw new Error(`could not create the meeting: ${answer.refusal.code}`);
  }

  /**
   * Carries out a staff command; resolves once it is durable, or with the reason why it was refused.
   *
   * @param tickets rows that must be on disk together with the decision
   */
  staff(
    by: StaffActor,
    command: StaffCommand,
    expects: Expectation,
    tickets: readonly TicketRow[] = [],
  ): Promise<Answer> {
    // Results go into the log for ever: they wait for the ballots to be verified, which takes seconds at the most.
    const checking = this.#check.running;
    if (checking && command.type === 'CloseRound')
      return checking.then(() => this.staff(by, command, expects, tickets));
    const actor: Actor = { kind: 'staff', id: by.id };
    const random = randomBytes(32);
    const deciding = () => {
      const now = this.#parts.clock.now();
      const context = { now, by: actor, role: by.role, random };
      return decidedReady(staffSteps(this.#decided.deciding, command, expects, context));
    };
    const submit = (decision: Decision) =>
      this.#submit(withName(this.#decided.deciding, decision, by), actor, command, tickets);
    const steps = deciding();
    const first = steps.next();
    return first.done === true
      ? submit(first.value)
      : onSameBasis(steps, deciding, () => this.#decided.world, submit);
  }

  /**
   * Carries out a command of a seat's device.
   *
   * @param tokenHash for a ClaimSeat: the session that shall speak for the seat, stored in the same commit
   */
  seat(command: SeatCommand, tokenHash?: string): Promise<Answer> {
    const decision = decideSeat(this.#decided.deciding, command, this.#parts.clock.now());
    const sessions: SeatSessionRow[] = [];
    if (decision.ok && tokenHash !== undefined)
      for (const event of decision.events)
        if (event.type === 'SeatClaimed')
          sessions.push({ tokenHash, seat: event.seat, claim: event.claim });
    const by = actorOf(this.#decided.deciding.meeting, command);
    return this.#submit(decision, by, command, [], sessions);
  }

  /** Does what the server does by itself: an epoch raised, a round closed at zero. */
  server(command: ServerCommand): Promise<Answer> {
    const checking = this.#check.running;
    if (checking && command.type === 'CloseAtZero')
      return checking.then(() => this.server(command));
    const context = { now: this.#parts.clock.now(), random: randomBytes(32) };
    const decision = decideServer(this.#decided.deciding, command, context);
    return this.#submit(decision, { kind: 'server' }, command);
  }

  /** Takes a ballot for a seat; the receipt comes only when the ballot is on disk. */
  async cast(seat: SeatId, claim: number, message: CastMessage): Promise<CastAnswer> {
    const began = performance.now();
    const fresh = () => randomBytes(16).toString('hex');
    const cast = { ...{ seat, claim }, ...message, nonce: fresh(), salt: fresh() };
    const answer = await this.seat({ type: 'CastBallot', ...cast });
    if (!answer.ok) return answer;
    const kept = this.#durable.box.revision(
      { ...message, seat, matter: about(message.subject) },
      message.rev,
    );
    if (!kept) throw new Error('an acknowledged ballot is not in the box');
    this.#parts.meter?.acknowledged((performance.now() - began) / 1000);
    return { ok: true, receipt: receiptOf(this.world.meeting, kept) };
  }

  /** Takes what a seat says beside its ballot. */
  comment(seat: SeatId, claim: number, message: CommentMessage): Promise<Answer> {
    const salt = randomBytes(16).toString('hex');
    return this.seat({ type: 'WriteComment', seat, claim, ...message, salt });
  }

  /** Waits for what is queued, then closes the store. Commands after this are refused. */
  async close(): Promise<void> {
    await this.#queue.close();
    await this.#parts.store.close();
  }

  /** Phones and screens that knew the original can then tell which of the two is the later one. */
  async #raiseEpoch(): Promise<void> {
    const answer = await this.server({ type: 'RaiseEpoch' });
    if (!answer.ok) throw new Error(`could not raise the epoch: ${answer.refusal.code}`);
  }

  /** Adds a decision to what is decided and to the queue. Even one that writes nothing waits for what it was decided on. */
  async #submit(
    decision: Decision,
    by: Actor,
    command: { readonly type: string },
    tickets: readonly TicketRow[] = [],
    sessions: readonly SeatSessionRow[] = [],
  ): Promise<Answer> {
    if (!decision.ok) return decision;
    // Phones keep what is not acknowledged, and send it again to the server that goes on from a copy.
    const refusal =
      this.fileCheck.phase === 'damaged' ? ({ code: 'not-saved' } as const) : this.#queue.refusal;
    if (refusal) return { ok: false, refusal };
    const taken = this.#decided.take(decision, by, this.#parts.clock.now(), command.type);
    const commit: Commit = { ...taken, tickets, sessions };
    const failure = await this.#queue.add(commit);
    return failure ? { ok: false, refusal: failure } : { ok: true };
  }

  #becomeDurable(batch: readonly Pending[]): void {
    for (const { commit } of batch) this.#durable.apply(commit);
    this.#decided.keep(this.#queue.waiting);
    const change: Change = {
      events: batch.flatMap(({ commit }) => commit.events.map(({ recorded }) => recorded)),
      ballots: batch.flatMap(({ commit }) => commit.ballots),
    };
    for (const listener of this.#listeners) listener(change);
  }
}

function openAttempts(meeting: Meeting) {
  return openRounds(meeting).map((round) => ({ round: round.id, attempt: lastAttempt(round).n }));
}

/** A decision whose events can be taken in a moment. */
function* decidedReady(deciding: Steps<Decision>): Steps<Decision> {
  const decision = yield* deciding;
  if (decision.ok) for (const event of decision.events) yield* readyInSteps(event);
  return decision;
}
