// One draw vector: computes what its `out` speaks of and says what differs, in a few words.

import { canonical, NotCanonical, tryCanonical } from '../shared/draw/canonical.ts';
import { determine } from '../shared/draw/draw.ts';
import { checkEntropy } from '../shared/draw/entropy.ts';
import { fromHex, tagged, toHex, utf8 } from '../shared/draw/hash.ts';
import { isLots, lockHash, readLock } from '../shared/draw/lock.ts';
import { determineLots, listFlaw, numberList, numbersOf, type Panel } from '../shared/draw/lots.ts';
import { keyOf, openStream, seedOf } from '../shared/draw/seed.ts';
import { isHex64, isInteger, isList, isPlainObject } from '../shared/draw/shape.ts';
import { hasOwn, own } from '../shared/own.ts';
import { finished } from '../shared/steps.ts';

type Bag = Readonly<Record<string, unknown>>;

/** What the input is refused for; anything else that is thrown is a bug and shows as one. */
class Refused extends Error {}

/** Null where every key of `out` is what we compute, else what differs. */
export function runVector(vector: unknown): string | null {
  if (!isPlainObject(vector)) return 'is no object';
  const { kind, in: given, out } = vector;
  if (!isPlainObject(given) || !isPlainObject(out)) return 'has no in or no out';
  if (Object.keys(out).length === 0) return 'has an empty out: nothing to compare';
  const wantsRefusal = out['reject'] === true;
  if (kind === 'reject' && !wantsRefusal) return 'is a reject whose out does not say reject: true';
  let actual: Bag;
  try {
    const computed = compute(kind, given, Object.keys(out));
    if (computed === null) return `has a kind that is not known: ${short(kind)}`;
    actual = computed;
  } catch (error) {
    if (error instanceof NotCanonical || error instanceof Refused) {
      return wantsRefusal ? null : `refused: ${error.message}`;
    }
    return `threw ${String(error)}`;
  }
  return wantsRefusal ? 'accepted, and should be refused' : firstDifference(out, actual);
}

function compute(kind: unknown, given: Bag, keys: readonly string[]): Bag | null {
  switch (kind) {
    case 'canon':
      return canonOut(given['json']);
    case 'seed':
      return seedOut(given, keys);
    case 'int':
      return integersOut(given);
    case 'draw':
      return drawOut(given);
    case 'reject':
      // A reject shows a lock with its entropy, or a value that canonical JSON cannot hold.
      return hasOwn(given, 'json') ? canonOut(given['json']) : drawOut(given);
    default:
      return null;
  }
}

function canonOut(value: unknown): Bag {
  const canon = canonical(value);
  return { canon, lock_hash: toHex(tagged('lock', utf8(canon))) };
}

function seedOut({ lock_hash, entropy }: Bag, keys: readonly string[]): Bag {
  if (!isHex64(lock_hash) || !isStrings(entropy)) throw new Refused('lock_hash or entropy');
  const seed = seedOf(lock_hash, entropy);
  const out = new Map<string, unknown>([['seed', toHex(seed)]]);
  for (const key of keys) {
    const label = /^subkey_(.+)$/.exec(key)?.[1];
    if (label !== undefined) out.set(key, toHex(keyOf(seed, label)));
    const [, stream, count] = /^(.+)_first_(\d+)_u32$/.exec(key) ?? [];
    if (stream === undefined) continue;
    const { word } = openStream(seed, stream);
    out.set(key, Array.from({ length: Number(count) }, word));
  }
  return Object.fromEntries(out);
}

function integersOut({ seed, label, n, count }: Bag): Bag {
  if (!isHex64(seed) || typeof label !== 'string') throw new Refused('seed or label');
  if (!isInteger(n) || n < 1 || n > 2 ** 32 || !isInteger(count)) throw new Refused('n or count');
  const stream = openStream(fromHex(seed), label);
  const values = Array.from({ length: count }, () => stream.below(n));
  return { values, u32_words_consumed: stream.consumed() };
}

function drawOut({ lock: given, entropy, panels }: Bag): Bag {
  const read = readLock(given);
  if (!read.ok) throw new Refused(`lock: ${read.flaw}`);
  const flaw = checkEntropy(read.lock, entropy);
  if (flaw !== null) throw new Refused(`entropy: ${flaw}`);
  const strings = entropy as readonly string[];
  const lock_hash = lockHash(read.lock);
  if (!isLots(read.lock)) return { lock_hash, ...determine(read.lock, strings) };
  const { lock } = read;
  const broken = listFlaw(lock, panels);
  if (broken !== null) throw new Refused(`list: ${broken}`);
  const list = panels as readonly Panel[];
  const numbered = finished(numberList(lock, list, strings.slice(0, -1)));
  const ends = [lock.pool[0], lock.pool.at(-1)].flatMap((one) => (one ? [one.id] : []));
  const numbers = Object.fromEntries(ends.map((id) => [id, numbersOf(numbered, id)]));
  return { lock_hash, ...determineLots(lock, list, strings, numbered), numbers };
}

function firstDifference(out: Bag, actual: Bag): string | null {
  for (const [key, wanted] of Object.entries(out)) {
    if (!hasOwn(actual, key)) return `out.${key} is nothing that we compute`;
    if (!isSame(withoutEmpty(key, own(actual, key)), withoutEmpty(key, wanted))) {
      return `out.${key} is ${short(own(actual, key))}, should be ${short(wanted)}`;
    }
  }
  return null;
}

/** DRAW.md §4: in a quota, an absent cell and one with 0 are the same. */
function withoutEmpty(key: string, value: unknown): unknown {
  if (key !== 'quota' || !isPlainObject(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, count]) => count !== 0));
}

function isSame(left: unknown, right: unknown): boolean {
  const text = tryCanonical(left);
  return text !== null && text === tryCanonical(right);
}

function isStrings(value: unknown): value is readonly string[] {
  return isList(value) && value.every((one) => typeof one === 'string');
}

function short(value: unknown): string {
  const text = tryCanonical(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
