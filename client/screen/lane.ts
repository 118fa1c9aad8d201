// A lane: a stretch of the scale on which scores are marked. Positions only; the exact number stands beside it.

export interface Lane {
  readonly from: number;
  readonly to: number;
  /** Where on the lane a score stands, 0 to 100. */
  at(score: string): number;
}

/** A lane with whole-numbered ends around all of `scores` and `room` of their spread beyond; null without any. */
export function laneOf(scores: readonly string[], room = 0.5): Lane | null {
  if (scores.length === 0) return null;
  const values = scores.map(Number);
  const low = Math.min(...values);
  const high = Math.max(...values);
  const margin = Math.max(0.5, (high - low) * room);
  const from = Math.max(0, Math.floor(low - margin));
  const to = Math.min(100, Math.ceil(high + margin));
  return laneBetween(from, to);
}

/** How far a lane reaches to both sides of its middle at least. */
const REACH = 4;

/** Halfway between the scores that are there first; null without any. */
export function middleOf(scores: readonly string[]): number | null {
  if (scores.length === 0) return null;
  const values = scores.map(Number);
  return (Math.min(...values) + Math.max(...values)) / 2;
}

/**
 * A lane that stands still while scores come: {@link REACH} points to each side of its middle, and more only where a score
 * lies beyond.
 */
export function laneAround(middle: number, scores: readonly string[]): Lane {
  const centre = Math.round(middle);
  const values = scores.map(Number);
  const reach = Math.max(REACH, ...values.map((value) => Math.ceil(Math.abs(value - centre))));
  return laneBetween(Math.max(0, centre - reach), Math.min(100, centre + reach));
}

function laneBetween(from: number, to: number): Lane {
  return { from, to, at: (score) => ((Number(score) - from) / (to - from)) * 100 };
}
