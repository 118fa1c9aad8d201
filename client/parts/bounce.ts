// When a press is one of its own.

/** A second press sooner than this is the same one: a finger or a clicker that bounces, a mouse that double-clicks. */
export const BOUNCE_MS = 300;

/** Whether a press counts, so long after the one before that counted; null where there was none. */
export function countsAsPress(before: number | null, now: number): boolean {
  return before === null || now - before >= BOUNCE_MS;
}
