// When the bell is struck for a deadline: each mark once, whatever happens to clocks and timers meanwhile.

export interface Deadline {
  /** By the server's clock, as all of these. */
  readonly endsAt: number;
  readonly totalMs: number;
}

interface Mark {
  readonly at: number;
  readonly strokes: number;
}

/** What is still to be struck of one deadline, the next first. */
export interface Ahead {
  readonly endsAt: number;
  readonly marks: readonly Mark[];
}

const MINUTE_MS = 60_000;
/** Clocks shorter than this have no stroke a minute before their end. */
const SHORT_MS = 120_000;
/** A page that looks later than this was held up, by a machine that slept: no bell for what is over. */
const LATE_MS = 5000;

/**
 * Looks at the clock once.
 *
 * @param before what the last look left; null, or of another deadline, where this is the first: what was over by then
 *   is not this page's to ring
 * @returns strokes to be rung now, and what is left
 */
export function look(
  before: Ahead | null,
  { endsAt, totalMs }: Deadline,
  now: number,
): { readonly strokes: number; readonly ahead: Ahead } {
  const isAhead = ({ at }: Mark) => at > now;
  const marks = before?.endsAt === endsAt ? before.marks : marksOf(endsAt, totalMs).filter(isAhead);
  const due = marks.filter(({ at }) => at <= now && now - at < LATE_MS);
  return {
    strokes: due.reduce((sum, { strokes }) => sum + strokes, 0),
    ahead: { endsAt, marks: marks.filter(isAhead) },
  };
}

function marksOf(endsAt: number, totalMs: number): readonly Mark[] {
  const zero = { at: endsAt, strokes: 2 };
  return totalMs >= SHORT_MS ? [{ at: endsAt - MINUTE_MS, strokes: 1 }, zero] : [zero];
}
