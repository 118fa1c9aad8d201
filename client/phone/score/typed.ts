// Reading a score that was typed.
import { readDecimal } from '../../../shared/typed-number.ts';

/** A line that is scored by steps. */
export interface Stepped {
  readonly id: string;
  readonly name: string;
  readonly max: string;
  readonly step: string;
}

/** The score, or null where the text is none of this line. */
export function readTyped(text: string, { max, step }: Stepped): number | null {
  const value = Number(readDecimal(text) ?? NaN);
  return value <= Number(max) && millionths(value) % millionths(Number(step)) === 0 ? value : null;
}

/** Whole, for decimals of six places. */
function millionths(decimal: number): number {
  return Math.round(decimal * 1e6);
}

/** The usual mark for a pass, of the maximum. */
const PASS = 0.6;

/** Where − and + begin for whoever has given this line nothing before. */
export function passOf(line: Stepped): number {
  return stepped(line, 0, Math.round((PASS * Number(line.max)) / Number(line.step)));
}

/** A score so many steps on, within the line: decimals of six places, however often they are added. */
export function stepped({ max, step }: Stepped, score: number, by: number): number {
  const next = millionths(score + by * Number(step)) / 1e6;
  return Math.min(Number(max), Math.max(0, next));
}
