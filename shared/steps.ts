// Work that may be set down between two steps: so that a list of thousands holds up nobody who waits for something short.

/** Does one step for each `next`, and returns what it came to after the last. What it reads must not change meanwhile. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Rows of a list that are done in one step: a few milliseconds. A list of no more is done in one go. */
export const ROWS_A_STEP = 500;

/** All steps at once. */
export function finished<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The list in parts of {@link ROWS_A_STEP}; at least one, empty where the list is. */
export function partsOf<T>(list: readonly T[]): readonly (readonly T[])[] {
  if (list.length <= ROWS_A_STEP) return [list];
  const parts: (readonly T[])[] = [];
  for (let n = 0; n < list.length; n += ROWS_A_STEP) parts.push(list.slice(n, n + ROWS_A_STEP));
  return parts;
}

/** What `one` makes of each row, a part of the list in each step. */
export function* mapped<T, R>(list: readonly T[], one: (row: T) => R): Steps<readonly R[]> {
  const made: R[] = [];
  for (const [n, part] of partsOf(list).entries()) {
    if (n > 0) yield;
    for (const row of part) made.push(one(row));
  }
  return made;
}
