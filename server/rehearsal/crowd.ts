// Everyone with a simulated phone: they come in, try again when seats are given out, and follow whatever happens.
import { setTimeout as wait } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';
import { connectionTo, NAMESPACE, type SlicesMessage } from '../../shared/protocol.ts';
import type { PublicView } from '../../shared/views/audiences/audiences.ts';
import type { SeatView } from '../../shared/views/slices/panel-slices.ts';
import type { Played } from './played.ts';
import { certificates } from './certificates.ts';
import { refusalOf, ViewMirror } from './view-mirror.ts';
import type { Acknowledged, Books } from './books.ts';
import { Chance } from './chance.ts';
import { Person } from './person.ts';

export interface CrowdOptions {
  readonly origin: string;
  readonly meeting: string;
  readonly books: Books;
  readonly chance: Chance;
  readonly paceMs: number;
  /** Whether rounds are opened from this process: then that moment is known, see {@link Crowd.opening}. */
  readonly led: boolean;
}

/** How many phones come in at once: a hall has a few doors, and this process one thread. */
const AT_THE_DOOR = 40;
const CHECKED_AT_ONCE = 25;

export class Crowd {
  readonly #options: CrowdOptions;
  readonly #people = new Map<Played, Person>();
  /** Tickets whose holders have no seat, or not yet. */
  readonly #waiting = new Map<Played, string>();
  readonly #mirror = new ViewMirror<PublicView>();
  #socket: Socket | null = null;
  /** The fastest message so far, by the two clocks: what a push takes is measured from it. */
  #fastest = Infinity;
  /** Round and attempt whose opening was sent at this moment of this process. */
  #opened: { readonly key: string; readonly at: number } | null = null;
  readonly #pushed = new Set<Person>();

  constructor(options: CrowdOptions) {
    this.#options = options;
  }

  get people(): readonly Person[] {
    return [...this.#people.values()];
  }

  get waiting(): number {
    return this.#waiting.size;
  }

  /** What the public sees; the crowd goes by it. */
  get view(): Partial<PublicView> {
    return this.#mirror.view;
  }

  /** Follows the public page; calls back when the stage turns to another item or state, and when it is all over. */
  async watch(
    onStage: (stage: PublicView['stage']) => void = () => undefined,
    onEnded: () => void = () => undefined,
  ): Promise<void> {
    const { origin, meeting } = this.#options;
    const socket = io(`${origin}${NAMESPACE.public}`, {
      ...connectionTo(meeting),
      forceNew: true,
      transports: ['websocket'],
      extraHeaders: { origin },
      ...certificates(),
    });
    this.#socket = socket;
    socket.on('ended', onEnded);
    this.#mirror.follow(socket);
    this.#mirror.onMessage = ({ slices: { stage } }) => {
      if (stage) onStage(stage);
    };
    const shown = this.#mirror.until(({ stage }) => stage !== undefined, 20_000);
    await Promise.race([shown, refusalOf(socket)]);
  }

  /** Hands a ticket to somebody, who has not come yet. */
  expect(reviewer: Played, ticket: string): void {
    this.#waiting.set(reviewer, ticket);
  }

  /**
   * Those who have a ticket and no seat yet try to come in, up to `most` people in all, spread over some time.
   *
   * @param who whether this one is at the door
   * @param signal nobody else is let in once it is given
   */
  async comeIn(
    most: number,
    overMs: number,
    who: (reviewer: Played) => boolean = () => true,
    signal?: AbortSignal,
  ): Promise<void> {
    const queue = [...this.#waiting.keys()].filter(who);
    const gap = overMs / Math.max(1, queue.length);
    const began = performance.now();
    let n = 0;
    const arriving = new Set<Promise<void>>();
    const door = async () => {
      for (;;) {
        const reviewer = queue[n++];
        if (reviewer === undefined) return;
        await wait(Math.max(0, began + n * gap - performance.now()));
        if (signal?.aborted) return;
        // Whoever is at another door may still take the last place, or be sent away.
        while (arriving.size > 0 && this.#people.size + arriving.size >= most)
          await Promise.race(arriving);
        if (this.#people.size >= most) return;
        const arrival = this.#arrive(reviewer).finally(() => arriving.delete(arrival));
        arriving.add(arrival);
        await arrival;
      }
    };
    await Promise.all(Array.from({ length: AT_THE_DOOR }, door));
  }

  personOf(reviewer: Played): Person | undefined {
    return this.#people.get(reviewer);
  }

  /** From now on the time is measured until each phone shows this round. */
  opening(key: string): void {
    this.#opened = { key, at: performance.now() };
    this.#pushed.clear();
  }

  /** Waits until everyone who takes part in a round has said what they want to say; whether all have. */
  async finish(round: string, attempt: number, timeoutMs: number): Promise<boolean> {
    const until = performance.now() + timeoutMs;
    while (!this.people.every((person) => person.isDone(round, attempt) || person.phone.ended)) {
      if (performance.now() > until) return false;
      await wait(50);
    }
    return true;
  }

  /** Waits until everything that was sent is answered; whether it is. */
  async settle(timeoutMs: number): Promise<boolean> {
    const until = performance.now() + timeoutMs;
    while (this.#options.books.pending > 0) {
      if (performance.now() > until) return false;
      await wait(50);
    }
    return true;
  }

  /** Acknowledged ballots that the server does not have, as each phone's own list says. */
  async missing(): Promise<readonly Acknowledged[]> {
    const bySeat = new Map<string, Acknowledged[]>();
    for (const one of this.#options.books.newest)
      bySeat.set(one.seat, [...(bySeat.get(one.seat) ?? []), one]);
    const held = new Set<string>();
    const suspects: Acknowledged[] = [];
    const people = this.people.filter(({ phone }) => !phone.ended && phone.connected);
    for (let n = 0; n < people.length; n += CHECKED_AT_ONCE)
      await Promise.all(
        people.slice(n, n + CHECKED_AT_ONCE).map(async (person) => {
          try {
            await person.phone.resync();
          } catch {
            // It cannot say what it has; the others can.
            this.#options.books.mishaps += 1;
            return;
          }
          const mine = person.phone.view.me?.ballots ?? [];
          for (const { round, attempt, subject } of mine)
            held.add(topicOf({ round, attempt, subject: subject.id }));
          for (const one of bySeat.get(person.seat ?? '') ?? [])
            if (!mine.some((ballot) => isSame(ballot, one))) suspects.push(one);
        }),
      );
    // A unit that left the round, or an attempt that was repeated, is on nobody's list any more.
    return suspects.filter((one) => held.has(topicOf(one)));
  }

  /** They go home: what was sent is still seen to its end. */
  leave(): void {
    for (const person of this.#people.values()) person.leave();
  }

  close(): void {
    this.#socket?.disconnect();
    for (const person of this.#people.values()) person.close();
  }

  async #arrive(reviewer: Played): Promise<void> {
    const { origin, meeting, books, chance, paceMs } = this.#options;
    const ticket = this.#waiting.get(reviewer);
    if (ticket === undefined) return;
    const person = new Person({
      ...{ origin, meeting, reviewer, ticket, books, paceMs },
      chance: chance.fork(),
      onMessage: (who, message) => {
        this.#measure(who, message);
      },
    });
    const arrival = await person.arrive().catch(() => null);
    if (arrival === null) books.mishaps += 1;
    if (arrival === 'seated') this.#people.set(reviewer, person);
    // Whoever waits sends their word all the same.
    else if (arrival !== 'waits') person.close();
    if (arrival === 'seated' || arrival === 'turned-away') this.#waiting.delete(reviewer);
  }

  /** How long a stage that opens a round took to this phone. */
  #measure(person: Person, { now, slices: { stage, written } }: SlicesMessage<SeatView>): void {
    const lag = performance.timeOrigin + performance.now() - now;
    this.#fastest = Math.min(this.#fastest, lag);
    if (!stage && !written) return;
    const { books, led } = this.#options;
    const opened = this.#opened;
    if (opened) {
      const shows = [...(stage?.open ?? []), ...(written ?? [])].some(
        ({ round, attempt }) => `${round}/${String(attempt)}` === opened.key,
      );
      if (!shows || this.#pushed.has(person)) return;
      this.#pushed.add(person);
      books.pushes.push(performance.now() - opened.at);
    } else if (!led && stage) books.pushes.push(lag - this.#fastest);
  }
}

type Topic = Pick<Acknowledged, 'round' | 'attempt' | 'subject'>;

function topicOf({ round, attempt, subject }: Topic): string {
  return `${round}/${String(attempt)}/${subject}`;
}

function isSame(
  ballot: NonNullable<SeatView['me']>['ballots'][number],
  one: Acknowledged,
): boolean {
  return (
    ballot.round === one.round &&
    ballot.attempt === one.attempt &&
    ballot.subject.id === one.subject &&
    ballot.rev === one.rev &&
    JSON.stringify(sorted(ballot.choice)) === JSON.stringify(sorted(one.choice))
  );
}

function sorted(choice: Acknowledged['choice']): unknown {
  return choice.kind === 'abstain' ? 'abstain' : Object.entries(choice.scores).sort();
}
