// A pool that was sealed beforehand (DRAW.md §11): its hash, and whether a lock lists every difference from it.

import { byCodeUnits, canonical, tryCanonical } from './canonical.ts';
import { tagged, toHex, utf8 } from './hash.ts';
import type { AnyLock, PoolMember } from './lock-form.ts';
import { poolFlaw } from './lock.ts';
import { own } from '../own.ts';
import { hasShape, isHex64 } from './shape.ts';

/** Everybody who could be drawn when it was sealed, with all attributes; `roster` as a lock has it, see `rosterHash`. */
export type SealedPool = { readonly pool: readonly PoolMember[]; readonly roster: string };

/** A difference between a sealed pool and a lock that names it, which the lock does not list. */
export type SealFinding =
  | { readonly code: 'sealed-malformed' }
  | { readonly code: 'not-named' }
  | { readonly code: 'sealed-hash-differs'; readonly computed: string }
  /** Sealed, not in the lock's pool, and not among its excluded. */
  | { readonly code: 'left-out'; readonly id: string }
  /** In the lock's pool, not sealed, and not among its added. */
  | { readonly code: 'put-in'; readonly id: string }
  /** In both with other attributes, and not among the added. */
  | { readonly code: 'changed'; readonly id: string }
  /** Among the added, though sealed alike. */
  | { readonly code: 'not-added'; readonly id: string };

/** hex T("sealed", C({pool, roster})): the 64 digits that are recorded, printed and handed over. */
export function sealedHash({ pool, roster }: SealedPool): string {
  return toHex(tagged('sealed', utf8(canonical({ pool, roster }))));
}

/**
 * Every difference that a lock does not list; an empty list means that `excluded` and `added` name all there are. An
 * attribute that only the sealed pool has is no difference: a lock has those that its rule uses.
 *
 * @param lock one that `readLock` accepted
 */
export function verifySeal(lock: AnyLock, sealed: unknown): readonly SealFinding[] {
  if (!isSealedPool(sealed)) return [{ code: 'sealed-malformed' }];
  if (lock.sealed === undefined) return [{ code: 'not-named' }];
  const found: SealFinding[] = [];
  const computed = sealedHash(sealed);
  if (computed !== lock.sealed) found.push({ code: 'sealed-hash-differs', computed });
  const before = new Map(sealed.pool.map((member) => [member.id, member]));
  const now = new Set(lock.pool.map(({ id }) => id));
  const excluded = new Set(lock.excluded.map(({ id }) => id));
  const added = new Set(lock.added?.map(({ id }) => id));
  for (const { id } of sealed.pool)
    if (!now.has(id) && !excluded.has(id)) found.push({ code: 'left-out', id });
  for (const member of lock.pool) {
    const { id } = member;
    const known = before.get(id);
    const alike = known !== undefined && isAlike(member, known);
    if (alike && added.has(id)) found.push({ code: 'not-added', id });
    if (!alike && !added.has(id)) found.push({ code: known ? 'changed' : 'put-in', id });
  }
  return found;
}

/** {@link verifySeal}'s `added` for a lock over this pool, `why` by whether they were sealed with other attributes. */
export function addedTo(
  { pool: sealed }: SealedPool,
  pool: readonly PoolMember[],
): readonly { readonly id: string; readonly why: 'added' | 'changed' }[] {
  const before = new Map(sealed.map((member) => [member.id, member]));
  return pool.flatMap((member) => {
    const known = before.get(member.id);
    if (known && isAlike(member, known)) return [];
    return [{ id: member.id, why: known ? 'changed' : 'added' } as const];
  });
}

/** Whom a seal holds and a lock's pool does not, ascending. */
export function missingFrom(
  { pool: sealed }: SealedPool,
  pool: readonly PoolMember[],
): readonly string[] {
  const now = new Set(pool.map(({ id }) => id));
  return sealed.flatMap(({ id }) => (now.has(id) ? [] : [id])).sort(byCodeUnits);
}

function isAlike(member: PoolMember, sealed: PoolMember): boolean {
  return Object.entries(member.a).every(([attribute, value]) => own(sealed.a, attribute) === value);
}

function isSealedPool(value: unknown): value is SealedPool {
  if (!hasShape(value, ['pool', 'roster']) || !isHex64(value['roster'])) return false;
  return poolFlaw(value['pool']) === null && tryCanonical(value) !== null;
}
