// A pool sealed the day before (DRAW.md §11): every difference between it and a lock that names it is listed, or found.
import { describe, expect, it } from 'vitest';
import { determine } from '../../../shared/draw/draw.ts';
import { lockHash, readLock, type Lock, type PoolMember } from '../../../shared/draw/lock.ts';
import { addedTo, missingFrom, sealedHash, verifySeal } from '../../../shared/draw/seal.ts';
import { verifyDraw } from '../../../shared/draw/verify.ts';
import { lockOf, THROW } from './locks.ts';

const member = (id: string, g: string, d = 'N'): PoolMember => ({ id, a: { g, d } });
const ROSTER = 'ab'.repeat(32);
const KNOWN = '4ddd7c5cc63e563a77e47c1f95b925be8be161a6efb9db786a51c94bf8733881';
const SEALED = { pool: [member('p1', 'A'), member('p2', 'A'), member('p3', 'B')], roster: ROSTER };

/** Only the attribute that the rule uses. */
const used = ({ id, a }: PoolMember): PoolMember => ({ id, a: { g: a['g'] ?? '' } });

function locked(pool: readonly PoolMember[], changes: Partial<Lock> = {}): Lock {
  const sealed = sealedHash(SEALED);
  return lockOf(pool.map(used), { kind: 'simple', k: 1 }, { sealed, added: [], ...changes });
}

const codes = (lock: Lock) => verifySeal(lock, SEALED).map(({ code }) => code);

describe('a sealed pool', () => {
  it('has a hash that hangs on every member, attribute and name, and on nothing else', () => {
    // Known answer, by another program: SHA-256("fairdraw/1/sealed" ‖ 00 ‖ the canonical text).
    expect(sealedHash(SEALED)).toBe(KNOWN);
    const turned = { roster: ROSTER, pool: SEALED.pool.map(({ id, a }) => ({ a, id })) };
    expect(sealedHash(turned)).toBe(KNOWN);
    expect(sealedHash({ ...SEALED, roster: 'cd'.repeat(32) })).not.toBe(KNOWN);
    const [first, ...rest] = SEALED.pool;
    expect(sealedHash({ ...SEALED, pool: rest })).not.toBe(KNOWN);
    expect(
      sealedHash({ ...SEALED, pool: [{ id: first?.id ?? '', a: { g: 'B', d: 'N' } }, ...rest] }),
    ).not.toBe(KNOWN);
  });

  it('is drawn from whole: nothing to list', () => {
    const lock = locked(SEALED.pool);
    expect(readLock(lock).ok).toBe(true);
    expect(verifySeal(lock, SEALED)).toEqual([]);
  });

  it('with somebody left out, put in or changed: each is listed, or named by who checks', () => {
    const now = [member('p1', 'A'), member('p3', 'A'), member('p4', 'B')];
    const bare = locked(now);
    expect(verifySeal(bare, SEALED)).toEqual([
      { code: 'left-out', id: 'p2' },
      { code: 'changed', id: 'p3' },
      { code: 'put-in', id: 'p4' },
    ]);
    const added = addedTo(SEALED, bare.pool);
    expect(added).toEqual([
      { id: 'p3', why: 'changed' },
      { id: 'p4', why: 'added' },
    ]);
    expect(missingFrom(SEALED, bare.pool)).toEqual(['p2']);
    const whole = locked(now, { added, excluded: [{ id: 'p2', why: 'recused' }] });
    expect(readLock(whole).ok).toBe(true);
    expect(verifySeal(whole, SEALED)).toEqual([]);
    // What is listed is hashed.
    expect(lockHash(whole)).not.toBe(lockHash({ ...whole, added: [] }));
    expect(lockHash(whole)).not.toBe(lockHash({ ...whole, sealed: ROSTER }));
  });

  it('is not said to differ where it does not', () => {
    expect(codes(locked(SEALED.pool, { added: [{ id: 'p1', why: 'added' }] }))).toEqual([
      'not-added',
    ]);
  });

  it('is another one, or none: the hash tells', () => {
    expect(codes(locked(SEALED.pool, { sealed: ROSTER }))).toEqual(['sealed-hash-differs']);
    const { sealed: _sealed, added: _added, ...plain } = locked(SEALED.pool);
    expect(codes(plain)).toEqual(['not-named']);
    for (const odd of [null, {}, { pool: [], roster: 'x' }, { ...SEALED, more: 1 }, [SEALED]])
      expect(verifySeal(locked(SEALED.pool), odd)).toEqual([{ code: 'sealed-malformed' }]);
  });

  it('is looked at by whoever verifies a draw and has it', () => {
    const lock = locked(SEALED.pool.slice(1));
    const { order } = determine(lock, [THROW]);
    const claim = {
      ...{ lock, entropy: [THROW], shownLockHash: lockHash(lock), claimed: { order } },
      sealed: SEALED,
    };
    expect(verifyDraw(claim)).toEqual([
      { code: 'seal-differs', finding: { code: 'left-out', id: 'p1' } },
    ]);
  });
});
