// The halls whose files are open: who holds them, who follows them, and which of them nobody needs any more.
import type { Hall } from './hall.ts';

/** Gives what undoes it, where there is something to undo. */
export type Listener = (hall: Hall) => (() => void) | null;

interface Open {
  readonly hall: Hall;
  readonly code: string;
  readonly undo: (() => void)[];
  holds: number;
  /** When somebody last needed it; monotonic. */
  needed: number;
}

/** More than these are not kept for who might come again: whoever asks for every meeting there is opens them all. */
const MOST_SPARE = 16;

export class OpenHalls {
  readonly #byCode = new Map<string, Open>();
  readonly #listeners = new Set<Listener>();
  readonly #keepers = new Set<(hall: Hall) => boolean>();

  byCode(code: string): Open | undefined {
    return this.#byCode.get(code);
  }

  all(): readonly Open[] {
    return [...this.#byCode.values()];
  }

  add(hall: Hall, code: string): void {
    const open: Open = { hall, code, undo: [], holds: 0, needed: performance.now() };
    this.#byCode.set(code, open);
    for (const listener of this.#listeners) follow(open, listener);
  }

  /** False where it is not open, or no longer. */
  remove(hall: Hall): boolean {
    const open = this.#of(hall);
    if (!open) return false;
    this.#byCode.delete(open.code);
    for (const undo of open.undo) undo();
    return true;
  }

  /** Gives what ends the hold; null where it is not open, or no longer. */
  hold(hall: Hall): (() => void) | null {
    const open = this.#of(hall);
    if (!open) return null;
    open.holds += 1;
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      open.holds -= 1;
      open.needed = performance.now();
    };
  }

  /** Nobody has needed it so far. */
  isNotNeeded(hall: Hall): void {
    const open = this.#of(hall);
    if (open) open.needed = -Infinity;
  }

  listen(listener: Listener): void {
    this.#listeners.add(listener);
    for (const open of this.all()) follow(open, listener);
  }

  keepWhile(isNeeded: (hall: Hall) => boolean): void {
    this.#keepers.add(isNeeded);
  }

  /** Those that nobody has needed for so many milliseconds, and all beyond a few, if they may be closed. One that ails is kept, and its fault with it: opened anew it would look sound. */
  idle(forMs: number): readonly Hall[] {
    const since = performance.now() - forMs;
    return this.all()
      .filter(({ holds }) => holds === 0)
      .sort((a, b) => b.needed - a.needed)
      .filter(({ needed }, n) => needed <= since || n >= MOST_SPARE)
      .map(({ hall }) => hall)
      .filter(
        (hall) =>
          !hall.failing &&
          hall.waiting === 0 &&
          hall.fileCheck.phase === 'sound' &&
          ![...this.#keepers].some((isNeeded) => isNeeded(hall)),
      );
  }

  #of(hall: Hall): Open | undefined {
    return this.all().find((open) => open.hall === hall);
  }
}

function follow(open: Open, listener: Listener): void {
  const undo = listener(open.hall);
  if (undo) open.undo.push(undo);
}
