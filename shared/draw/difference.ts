// Where two values first differ: for whoever has to be told which entry of which list, and which digit of it.

import { byCodeUnits, tryCanonical } from './canonical.ts';
import { hasOwn, own } from '../own.ts';
import { isList, isPlainObject } from './shape.ts';

/** A place inside a value, as it is written in code: `.order[3]`, `.quota["F|N"]`. */
export type Place = string;

export type Difference = {
  readonly place: Place;
  /** What is claimed there as canonical JSON, shortened; "" where nothing is. */
  readonly said: string;
  readonly computed: string;
  /** Of two strings, the first character that differs, 1 for the first; 0 of anything else. */
  readonly digit: number;
};

/** The first place in which two values differ, members in canonical order, or null where they are the same. */
export function firstDifference(
  said: unknown,
  computed: unknown,
  at: Place = '',
): Difference | null {
  const [left, right] = [tryCanonical(said), tryCanonical(computed)];
  if (left !== null && left === right) return null;
  if (isList(said) && isList(computed)) {
    for (let n = 0; n < Math.max(said.length, computed.length); n += 1) {
      const found = firstDifference(said[n], computed[n], `${at}[${String(n)}]`);
      if (found) return found;
    }
  }
  if (isPlainObject(said) && isPlainObject(computed)) {
    const names = [...new Set([...Object.keys(said), ...Object.keys(computed)])].sort(byCodeUnits);
    for (const name of names) {
      const place = at + member(name);
      if (
        hasOwn(said, name) !== hasOwn(computed, name) ||
        own(said, name) !== own(computed, name)
      ) {
        const found = firstDifference(own(said, name), own(computed, name), place);
        if (found) return found;
      }
    }
  }
  const bothTexts = typeof said === 'string' && typeof computed === 'string';
  return {
    place: at,
    said: shortened(left ?? ''),
    computed: shortened(right ?? ''),
    digit: bothTexts ? digitOf(said, computed) : 0,
  };
}

/** How a member is written behind its object. */
export function member(name: string): Place {
  return /^[A-Za-z_]\w*$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}

/** The first character in which two texts differ, 1 for the first. */
export function digitOf(said: string, computed: string): number {
  let n = 0;
  while (n < said.length && said.charAt(n) === computed.charAt(n)) n += 1;
  return n + 1;
}

const LONGEST = 80;

function shortened(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`;
}
