// What is decided in a hall: the world with all decisions, of which the last commits may still be on their way to the disk.
import { randomBytes } from 'node:crypto';
import { BoxIndex, withPending } from '../shared/ballots/box-index.ts';
import type { Instant } from '../shared/instant.ts';
import { chain, type Chained } from '../shared/meeting/chain.ts';
import { EVENTS } from '../shared/meeting/events.ts';
import { isWhole } from '../shared/meeting/events/parse.ts';
import type { Actor } from '../shared/meeting/state.ts';
import { advance, type DecidingWorld, type Decision, type World } from '../shared/meeting/world.ts';
import type { Durable } from './durable.ts';
import type { Commit } from './store/meeting-store.ts';

export class Decided {
  readonly #durable: Durable;
  #world: World;
  #hash: string;
  #pending = new BoxIndex();

  constructor(durable: Durable) {
    this.#durable = durable;
    this.#world = durable.world;
    this.#hash = durable.hash;
  }

  /** The same object until something is decided or has failed. */
  get world(): World {
    return this.#world;
  }

  /** What a decision is made on: everything decided before it, durable or not. */
  get deciding(): DecidingWorld {
    return { ...this.#world, box: withPending(this.#durable.box, this.#pending) };
  }

  /** Takes a decision up that came of a command; what comes back is what is to be written of it. */
  take(
    decision: Extract<Decision, { readonly ok: true }>,
    by: Actor,
    at: Instant,
    command: string,
  ): Pick<Commit, 'events' | 'ballots' | 'side'> {
    const events: Chained[] = [];
    let hash = this.#hash;
    const act = { n: this.#world.meeting.seq + 1, command };
    for (const event of decision.events) {
      const seq = act.n + events.length;
      const { v } = EVENTS[event.type];
      const salt = randomBytes(16).toString('hex');
      const recorded = { seq, at, by, act, v, event };
      // What could not be read again must not be written: the next start would refuse the whole log.
      if (!isWhole(recorded)) throw new Error(`an event that is not whole: ${event.type}`);
      const link = chain(hash, recorded, salt);
      hash = link.hash;
      events.push(link);
    }
    this.#world = advance(
      this.#world,
      events.map(({ recorded }) => recorded),
      decision.side,
    );
    // Together with the world: an event that cannot be written (a bug, R10) leaves both as they were.
    this.#hash = hash;
    const after = this.#world.meeting.seq;
    const ballots = decision.ballots.map((kept) => ({ ...kept, after }));
    for (const ballot of ballots) this.#pending.add(ballot);
    return { events, ballots, side: decision.side };
  }

  /** A commit failed: nothing that was decided since the last durable one has happened. */
  fallBack(): void {
    this.#world = this.#durable.world;
    this.#hash = this.#durable.hash;
    this.#pending = new BoxIndex();
  }

  /** A commit became durable; `waiting` was decided on it and stays pending. */
  keep(waiting: readonly { readonly commit: Commit }[]): void {
    this.#pending = new BoxIndex();
    for (const { commit } of waiting)
      for (const ballot of commit.ballots) this.#pending.add(ballot);
  }
}
