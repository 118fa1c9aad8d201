// How work grows with its size, in processor time: a busy machine changes nothing about it.

/** The least of so many tries: what else the process does only ever adds. */
const TRIES = 4;

/** Milliseconds of this process's own work. */
function cost(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/**
 * How many times the cost of a work of size `n` one of size `8 n` has: about 8 where it grows in proportion, 64 where it grows
 * with the square.
 */
export function growth(work: (n: number) => void, n: number): number {
  const least = (size: number) =>
    Math.min(...Array.from({ length: TRIES }, () => cost(() => work(size))));
  // Compiled and warm before it counts.
  work(n);
  const few = Math.max(least(n), 0.5);
  return least(8 * n) / few;
}

/** More than growth in proportion ever showed (13, and 25 while memory was short), well below growth with the square. */
export const PROPORTIONAL = 40;
