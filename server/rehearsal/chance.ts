// Chance that can be had again: a rehearsal with the same seed has the same people in it.

export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 up to, and without, 1 (mulberry32). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from 0 up to, and without, `n`. */
  below(n: number): number {
    return Math.floor(this.next() * n);
  }

  between(least: number, most: number): number {
    return least + this.next() * (most - least);
  }

  /** Whether something happens that happens this often. */
  happens(share: number): boolean {
    return this.next() < share;
  }

  /** The same things in another order. */
  shuffled<T>(things: readonly T[]): readonly T[] {
    const rest = [...things];
    return things.map(() => rest.splice(this.below(rest.length), 1)[0] as T);
  }

  /** A stream of its own, so that one person's luck does not depend on the others' haste. */
  fork(): Chance {
    return new Chance(this.below(2 ** 32));
  }

  /** Twenty throws of a ten-sided die, or 26 of a six-sided one, as they are read aloud. */
  dice(kind: 'dice10' | 'dice6'): string {
    return kind === 'dice10'
      ? Array.from({ length: 20 }, () => this.below(10)).join('')
      : Array.from({ length: 26 }, () => 1 + this.below(6)).join('');
  }
}
