// One number on a keypad: which keys it takes, what a key makes of what stands in the box, and when no further digit could
// give another mark. Pure.
import { readTyped, type Stepped } from '../score/typed.ts';

type Scale = Pick<Stepped, 'max' | 'step'>;

/** Glass has the key of the maximum, so that shorter numbers are whole; on a board it is typed like any other. */
export type By = 'glass' | 'board';

export interface Typing {
  readonly text: string;
  /** No further digit could give another mark. */
  readonly isFinal: boolean;
}

/** Marks are decimals of at most six places and nine digits before them. */
const MILLION = 1e6;
const MOST_DIGITS = 9;

/** The key beside 0: a maximum such as 100 or 10, a half, the point; null where digits are enough. */
export function lastKey({ max, step }: Scale): string | null {
  if (step.includes('.')) return step === '0.5' ? '.5' : '.';
  return /^10+$/.test(max) ? max : null;
}

/** How many digits make a number that goes on by itself; null where that depends on the number. */
export function digitsOf(scale: Scale): number | null {
  return lastKey(scale) === scale.max ? scale.max.length - 1 : null;
}

/**
 * What one more key makes of it.
 *
 * @param text what stands in the box: the beginning of a mark, or nothing
 * @param key a digit, the point, or {@link lastKey}
 * @returns null where no mark begins like that
 */
export function pressed(scale: Scale, text: string, key: string, by: By): Typing | null {
  if (key.length > 1 && key === lastKey(scale) && key === scale.max)
    return { text: key, isFinal: true };
  const next = key.startsWith('.') && text === '' ? `0${key}` : text + key;
  if (!/^\d+(\.\d{0,6})?$/.test(next)) return null;
  const width = digitsIn(scale, by);
  if (!isMark(next, scale) && !goesOn(next, scale, width)) return null;
  if (wholeOf(next).length > width) return null;
  return { text: next, isFinal: isMark(next, scale) && !goesOn(next, scale, width) };
}

/** The mark that stands in the box; null where it is none yet. */
export function markOf(scale: Scale, text: string): number | null {
  return readTyped(text, { id: '', name: '', ...scale });
}

/** A click within so long of a press is of it, even if it says that no pointer made it, as those of screen readers do. */
const SAME_PRESS_MS = 500;

/**
 * Whether a click is the end of a press that was taken as it came down.
 *
 * @param down when a pointer came down and no click has come since; null where none did
 */
export function endsPress(
  down: number | null,
  click: Pick<UIEvent, 'detail' | 'timeStamp'>,
): boolean {
  return down !== null && (click.detail > 0 || click.timeStamp - down < SAME_PRESS_MS);
}

function isMark(text: string, scale: Scale): boolean {
  return markOf(scale, text) !== null;
}

/** Digits before the point that can be typed one by one. */
function digitsIn(scale: Scale, by: By): number {
  const longest = wholeOf(scale.max).length;
  return by === 'glass' && lastKey(scale) === scale.max ? longest - 1 : longest;
}

/** Whether more digits, or a point and digits, make a mark of it that it is not yet. */
function goesOn(text: string, scale: Scale, width: number): boolean {
  const [whole = '', places] = text.split('.');
  const value = Math.round(Number(text) * MILLION);
  if (places !== undefined) {
    const end = value + 10 ** (6 - places.length) - 1;
    return hasMark(scale, places === '' ? value : value + 1, end);
  }
  // Without a point: digits behind it, where there is room for them, or decimals.
  if (scale.step.includes('.') && hasMark(scale, value + 1, value + MILLION - 1)) return true;
  const room = Math.min(width, MOST_DIGITS) - whole.length;
  return Array.from({ length: Math.max(0, room) }, (_, n) => 10 ** (n + 1)).some((times) =>
    hasMark(scale, value * times, (value + MILLION) * times - 1),
  );
}

/** Whether a mark lies between these, in millionths and both included. */
function hasMark({ max, step }: Scale, least: number, most: number): boolean {
  const one = Math.round(Number(step) * MILLION);
  return Math.ceil(least / one) * one <= Math.min(most, Math.round(Number(max) * MILLION));
}

function wholeOf(text: string): string {
  return text.split('.')[0] ?? '';
}
