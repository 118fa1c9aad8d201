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
  return {
    from,
    to,
    at: (score) => ((Number(score) - from) / (to - from)) * 100,
  };
}
