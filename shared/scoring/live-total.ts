// The one number of a live round: a total over ballots of a while ago, from which no single one can be read [R6].

import { rational, toDecimal, type Rational } from './rational.ts';
import { weightedMean } from './means.ts';

/** The first snapshot holds so many seats. */
const FIRST_SNAPSHOT = 10;
/** From so many seats on a snapshot is taken every {@link STEP} first totals, under it every {@link SMALL_STEP}. */
const LARGE = 30;
const STEP = 5;
const SMALL_STEP = 3;
/** A snapshot of so many ballots is shown with one decimal; of fewer in halves, as one ballot moves it further. */
const FINE_FROM = 50;

/** The seats of one group: how many were expected when the round opened, and the weight of all of them together. */
export interface LiveSeats {
  readonly group: string;
  /** 0 or more. */
  readonly weight: Rational;
  readonly expected: number;
}

/** What one ballot of the group weighs. @throws RangeError where none is expected. */
export function ballotWeight({ weight, expected }: Omit<LiveSeats, 'group'>): Rational {
  return rational(weight.n, weight.d * BigInt(expected));
}

/** How many first totals lie between two snapshots: the scheme may ask for more than this many seats need. */
export function stepFor(seats: number, { step }: { readonly step: number }): number {
  return Math.max(step, seats < LARGE ? SMALL_STEP : STEP);
}

/** What the next number of a live total waits for. */
export interface LiveWaits {
  /** Ballots, each the first of its seat: how many it takes, and how many of them are in. */
  readonly of: number;
  readonly in: number;
  /** Numbers shown so far. */
  readonly moves: number;
  /** The number stands in halves. */
  readonly halves: boolean;
}

interface Snapshot {
  /** Σ v · total / Σ v. */
  readonly value: Rational;
  readonly ballots: number;
  /** Seats that had had a first total by then. */
  readonly firsts: number;
}

interface SeatTotal {
  readonly total: Rational;
  readonly weight: Rational;
  /** Which first total it was, from 1 on. */
  readonly first: number;
}

/**
 * The live total of one subject in one attempt. Whatever spread and centre the scheme has, it is Σ v · total / Σ v over the
 * ballots of a snapshot; v is the weight of the seat's group divided by the seats of it that were expected at the opening,
 * so every ballot weighs from the first what it will weigh at the end, and no group enters or leaves. Groups without weight
 * are not in it, nor do they move it.
 *
 * A snapshot is taken at the 10th seat that has a total, then each time `step` more seats have their first total, and is
 * shown once `step` seats stand with a total of which it holds none. Abstentions and changed ballots move nothing: they are
 * in the next snapshot. At the close the number stands still for good.
 *
 * Changed in place, ballot by ballot in the order of the commits; nothing but `shown` and `waits` leaves the server.
 */
export class LiveTotal {
  readonly #weights: ReadonlyMap<string, Rational>;
  readonly #step: number;
  readonly #totals = new Map<string, SeatTotal>();
  readonly #firsts = new Map<string, number>();
  /** Seats that have voted, abstentions among them. */
  readonly #voted = new Set<string>();
  #waiting: readonly Snapshot[] = [];
  #taken = 0;
  #shown: Snapshot | null = null;
  #votedWhenShown = 0;
  #moves = 0;
  #isFrozen = false;

  /** @param scheme may raise the step */
  constructor(seats: readonly LiveSeats[], scheme: { readonly step: number }) {
    const weighted = seats.filter(({ weight, expected }) => weight.n > 0n && expected > 0);
    this.#weights = new Map(weighted.map((one) => [one.group, ballotWeight(one)]));
    const all = weighted.reduce((sum, { expected }) => sum + expected, 0);
    this.#step = stepFor(all, scheme);
  }

  /**
   * The newest ballot of a seat.
   *
   * @param total null where it abstained, or its ballot is void
   */
  cast(seat: string, group: string, total: Rational | null): void {
    const weight = this.#weights.get(group);
    if (this.#isFrozen || !weight) return;
    this.#voted.add(seat);
    const isFirst = total !== null && !this.#firsts.has(seat);
    if (isFirst) this.#firsts.set(seat, this.#firsts.size + 1);
    if (total === null) this.#totals.delete(seat);
    else this.#totals.set(seat, { total, weight, first: this.#firsts.get(seat) ?? 0 });
    this.#show();
    if (isFirst && this.#isDue()) this.#take();
  }

  /** No new figure from here on, also where the round is opened again: the next one is the reveal's. */
  freeze(): void {
    this.#isFrozen = true;
  }

  /** In halves or with one decimal: "92.5"; null before there is one. */
  get shown(): string | null {
    if (!this.#shown) return null;
    const { value } = this.#shown;
    return this.#isCoarse() ? inHalves(value) : toDecimal(value, 1);
  }

  /** What the next number waits for; null where none will come. */
  get waits(): LiveWaits | null {
    if (this.#isFrozen) return null;
    const of = this.#shown ? this.#step : FIRST_SNAPSHOT + this.#step;
    // Ballots, not totals: that one of them abstained is then told by no slot that stays empty.
    const come = Math.min(of, this.#voted.size - this.#votedWhenShown);
    return { of, in: come, moves: this.#moves, halves: this.#isCoarse() };
  }

  #isCoarse(): boolean {
    return (this.#shown?.ballots ?? 0) < FINE_FROM;
  }

  #isDue(): boolean {
    if (this.#totals.size < FIRST_SNAPSHOT) return false;
    return this.#taken === 0 || this.#firsts.size - this.#taken >= this.#step;
  }

  #take(): void {
    this.#taken = this.#firsts.size;
    const all = [...this.#totals.values()];
    const value = weightedMean(all.map(({ total, weight }) => ({ weight, value: total })));
    if (value)
      this.#waiting = [...this.#waiting, { value, ballots: all.length, firsts: this.#taken }];
  }

  /** The newest snapshot that has `step` seats behind it; the ones before it are never shown. */
  #show(): void {
    const hasEnough = ({ firsts }: Snapshot) => {
      const behind = [...this.#totals.values()].filter(({ first }) => first > firsts);
      return behind.length >= this.#step;
    };
    const n = this.#waiting.map(hasEnough).lastIndexOf(true);
    const next = this.#waiting[n];
    if (!next) return;
    this.#shown = next;
    this.#votedWhenShown = this.#voted.size;
    this.#moves += 1;
    this.#waiting = this.#waiting.slice(n + 1);
  }
}

/** To the nearest 0.5, half away from zero: 92.25 is "92.5", 92.24 "92.0". */
function inHalves({ n, d }: Rational): string {
  const halves = BigInt(toDecimal(rational(n * 2n, d), 0));
  return toDecimal(rational(halves, 2n), 1);
}
