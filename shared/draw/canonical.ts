// Canonical JSON: the one byte sequence that stands for a value, so that a hash of it means the value.

import { isInteger, isPlainObject } from './shape.ts';
import { own } from '../own.ts';
import { mapped, type Steps } from '../steps.ts';

/** What canonical JSON cannot hold was handed to it. */
export class NotCanonical extends TypeError {
  override readonly name = 'NotCanonical';
}

/**
 * C(x) of DRAW.md: RFC 8785 (JCS) restricted to objects, arrays, strings, booleans and the
 * integers 0..2^53−1; keys sorted by UTF-16 code units, strings in NFC.
 *
 * @throws NotCanonical for null, undefined, fractions, negative or larger numbers, strings that are
 * not NFC or hold a lone surrogate, holes in arrays, and objects that are not plain.
 */
export function canonical(value: unknown): string {
  if (typeof value === 'string') return text(value);
  if (typeof value === 'boolean') return String(value);
  // −0 is the integer 0 and is written "0", as RFC 8785 does.
  if (isInteger(value)) return String(value);
  if (Array.isArray(value)) {
    const known = written.get(value);
    if (known !== undefined) return known;
    // Array.from visits holes, map would skip them.
    return `[${Array.from(value as readonly unknown[], canonical).join(',')}]`;
  }
  if (isPlainObject(value)) {
    let members = '';
    for (const key of Object.keys(value).sort(byCodeUnits))
      members += `${members === '' ? '' : ','}${text(key)}:${canonical(own(value, key))}`;
    return `{${members}}`;
  }
  throw new NotCanonical(`canonical JSON cannot hold this ${typeof value}`);
}

/** Texts of lists that were written in steps. */
const written = new WeakMap<readonly unknown[], string>();

/** Writes C of a list whose entries do not change any more; from then on {@link canonical} has it ready. */
export function* writeInSteps(list: readonly unknown[]): Steps<void> {
  const texts = yield* mapped(list, canonical);
  written.set(list, `[${texts.join(',')}]`);
}

/** C(x), or null where `canonical` would throw. */
export function tryCanonical(value: unknown): string | null {
  try {
    return canonical(value);
  } catch (error) {
    if (error instanceof NotCanonical) return null;
    throw error;
  }
}

/** Orders strings by UTF-16 code units, which is what "sorted" means throughout DRAW.md. */
export function byCodeUnits(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function text(value: string): string {
  // Printable ASCII without " and \\ is whole, in NFC and escapes nothing: ids and hashes, which is nearly all there is.
  if (/^[ !#-[\]-~]*$/.test(value)) return `"${value}"`;
  // With the u flag a paired surrogate is one code point, so this finds lone ones only.
  if (/[\uD800-\uDFFF]/u.test(value)) throw new NotCanonical('a string holds a lone surrogate');
  if (value.normalize('NFC') !== value) throw new NotCanonical('a string is not in NFC');
  // JSON.stringify escapes strings exactly as RFC 8785 §3.2.2.2 asks.
  return JSON.stringify(value);
}
