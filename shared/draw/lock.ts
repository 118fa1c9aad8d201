// Reads and hashes a lock. What passes here is well formed in every point of DRAW.md §1 and §2.

import { byCodeUnits, canonical, tryCanonical } from './canonical.ts';
import { tagged, toHex, utf8 } from './hash.ts';
import type { AnyLock, Excluded, Lock, LockFlaw, LotsRule, PoolMember, Rule } from './lock-form.ts';
import { ruleFlaw } from './lock-rule.ts';
import { sourcesFlaw } from './lock-sources.ts';
import { hasOwn } from '../own.ts';
import { hasShape, isHex64, isId, isInteger, isList, isPlainObject } from './shape.ts';
import { secondsOf } from './time.ts';

export type {
  AnyLock,
  CellRule,
  Lock,
  LockFlaw,
  LotsRule,
  PoolMember,
  QuotaRange,
  Rule,
  Source,
} from './lock-form.ts';

export type ReadLock =
  { readonly ok: true; readonly lock: AnyLock } | { readonly ok: false; readonly flaw: LockFlaw };

/**
 * The strict check of a lock (DRAW.md §1, §2, first point of §7). Refuses unknown keys, and names
 * the first flaw that it meets.
 */
export function readLock(value: unknown): ReadLock {
  const flaw = lockFlaw(value);
  return flaw === null ? { ok: true, lock: value as AnyLock } : { ok: false, flaw };
}

/** Whether it draws one of numbered panels, by digits. */
export function isLots(lock: AnyLock): lock is Lock<LotsRule> {
  return lock.rule.kind === 'lots';
}

/** lock_hash = T("lock", C(lock)) as 64 hex digits. */
export function lockHash(lock: AnyLock): string {
  return toHex(tagged('lock', utf8(canonical(lock))));
}

const KEYS = [
  'v',
  'session',
  'seq',
  'prev',
  'draw',
  'locked_at',
  'pool',
  'excluded',
  'rule',
  'entropy',
];

function lockFlaw(value: unknown): LockFlaw | null {
  if (!hasShape(value, KEYS, ['roster', 'sealed', 'added'])) return 'lock-shape';
  const { v, session, seq, prev, draw, locked_at, pool, excluded, rule, entropy } = value;
  if (v !== 'fairdraw/1') return 'version';
  if (!isName(session)) return 'session-name';
  if (!isName(draw)) return 'draw-name';
  if (!isInteger(seq)) return 'seq';
  if (seq === 0 ? prev !== '' : !isHex64(prev)) return 'prev';
  const lockedAt = secondsOf(locked_at);
  if (lockedAt === null) return 'locked-at';
  if (hasOwn(value, 'roster') && !isHex64(value['roster'])) return 'roster';
  return (
    poolFlaw(pool) ??
    excludedFlaw(excluded, pool as readonly PoolMember[]) ??
    sealFlaw(value, pool as readonly PoolMember[]) ??
    ruleFlaw(rule, pool as readonly PoolMember[]) ??
    sourcesFlaw(entropy, lockedAt, rule as Rule) ??
    // Last, so that only values of known shape and depth are walked: what is left to find are
    // strings that are not NFC or hold lone surrogates.
    (tryCanonical(value) === null ? 'not-canonical' : null)
  );
}

/** The first flaw of a list of members, of a lock or of a sealed pool. */
export function poolFlaw(pool: unknown): LockFlaw | null {
  if (!isList(pool)) return 'pool-shape';
  let previous = '';
  for (const member of pool) {
    if (!hasShape(member, ['id', 'a'])) return 'pool-shape';
    const { id, a } = member;
    if (!isId(id)) return 'pool-id';
    // Strictly ascending is unique as well; no id is "".
    if (byCodeUnits(previous, id) >= 0) return 'pool-order';
    previous = id;
    if (!isPlainObject(a)) return 'pool-shape';
    if (!Object.values(a).every(isAttributeValue)) return 'attribute-value';
  }
  return null;
}

function excludedFlaw(excluded: unknown, pool: readonly PoolMember[]): LockFlaw | null {
  if (!isList(excluded) || !excluded.every(isExcluded)) return 'excluded-shape';
  const ids = new Set(excluded.map((one) => one.id));
  if (ids.size !== excluded.length) return 'excluded-twice';
  return pool.some((member) => ids.has(member.id)) ? 'excluded-in-pool' : null;
}

/** What a seal is called by, and the list of who was not in it, come together. */
function sealFlaw(
  lock: Readonly<Record<string, unknown>>,
  pool: readonly PoolMember[],
): LockFlaw | null {
  if (!hasOwn(lock, 'sealed') && !hasOwn(lock, 'added')) return null;
  const { sealed, added } = lock;
  if (!isHex64(sealed) || added === undefined) return 'sealed';
  if (!isList(added) || !added.every(isExcluded)) return 'added-shape';
  const ids = new Set(added.map(({ id }) => id));
  if (ids.size !== added.length) return 'added-twice';
  const inPool = new Set(pool.map(({ id }) => id));
  return added.every(({ id }) => inPool.has(id)) ? null : 'added-not-in-pool';
}

function isExcluded(value: unknown): value is Excluded {
  return hasShape(value, ['id', 'why']) && isId(value['id']) && isCode(value['why']);
}

/** A short code in any script; without spaces and commas it is hard to make a sentence of. */
function isCode(value: unknown): boolean {
  return typeof value === 'string' && /^[\p{L}\p{N}._:/-]{1,32}$/u.test(value);
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

/** `|` would make two different cells look alike; what stands below the space cannot be read aloud. */
function isAttributeValue(value: unknown): value is string {
  return typeof value === 'string' && !/[^ -{}-\uffff]/.test(value);
}
