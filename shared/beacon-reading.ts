// A beacon's signature as it is typed, scanned or pasted: 96 hex digits, or what a relay answers, in JSON.
import { isPlainObject } from './draw/shape.ts';
import { plainDigits } from './typed-number.ts';

export const SIGNATURE_DIGITS = 96;

export type BeaconReading =
  /** `round`: what a relay says of its answer; null where digits alone were typed. */
  | { readonly kind: 'signature'; readonly signature: string; readonly round: number | null }
  /** So many digits, not 96. */
  | { readonly kind: 'length'; readonly have: number }
  /** The first that is no hex digit, and its place from 1 without spaces. */
  | { readonly kind: 'stray'; readonly character: string; readonly place: number }
  /** JSON in which no signature of 96 hex digits stands. */
  | { readonly kind: 'no-signature' };

/** Spaces are dropped, digits of every script are 0 to 9, A to F stand for a to f. */
export function readBeacon(typed: string): BeaconReading {
  return typed.trim().startsWith('{') ? readAnswer(typed) : readDigits(typed);
}

function readDigits(typed: string): BeaconReading {
  const digits = plainDigits(typed).normalize('NFKC').toLowerCase().replace(/\s/gu, '');
  const characters = Array.from(digits);
  const at = characters.findIndex((character) => !/^[0-9a-f]$/.test(character));
  const character = characters[at];
  if (character !== undefined) return { kind: 'stray', character, place: at + 1 };
  return digits.length === SIGNATURE_DIGITS
    ? { kind: 'signature', signature: digits, round: null }
    : { kind: 'length', have: digits.length };
}

/** What a relay answers for a round: `{"round": 1000, "signature": "b446…", …}`. */
function readAnswer(text: string): BeaconReading {
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    return { kind: 'no-signature' };
  }
  if (!isPlainObject(answer) || typeof answer['signature'] !== 'string')
    return { kind: 'no-signature' };
  const read = readDigits(answer['signature']);
  if (read.kind !== 'signature') return { kind: 'no-signature' };
  const { round } = answer;
  return { ...read, round: typeof round === 'number' ? round : null };
}
