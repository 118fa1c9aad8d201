// A mark as it is shown after it was given.
import type { Line } from '../../../shared/scoring/form.ts';

/** A mark in words: its grade, or the number and what it is out of. */
export function shownMark(line: Line, score: number | undefined): string | null {
  if (score === undefined) return null;
  if ('step' in line) return `${score} / ${line.max}`;
  return line.scale.find(({ mark }) => Number(mark) === score)?.name ?? String(score);
}
