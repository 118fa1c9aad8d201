// A draw as a whole: the known answers, and what holds for every draw.

import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runVector } from '../../../scripts/conformance-vector.ts';
import { cellsOf } from '../../../shared/draw/cells.ts';
import { determine } from '../../../shared/draw/draw.ts';
import { fromHex } from '../../../shared/draw/hash.ts';
import { readLock } from '../../../shared/draw/lock.ts';
import type { CellRule, Lock } from '../../../shared/draw/lock.ts';
import { keyOf } from '../../../shared/draw/seed.ts';
import { FIXED, lockOf, poolOf, THROW } from './locks.ts';

type Vector = {
  readonly n: number;
  readonly kind: string;
  readonly name: string;
  readonly in: Record<string, unknown>;
  readonly out: Record<string, unknown>;
};

const file = new URL('../../vectors/draw.json', import.meta.url);
const { vectors } = JSON.parse(readFileSync(file, 'utf8')) as { vectors: readonly Vector[] };
const vectorOf = (kind: string): Vector => vectors.find((vector) => vector.kind === kind)!;

describe('known answers', () => {
  test.each(vectors)('[R9] #$n $kind: $name', (vector) => {
    expect(runVector(vector)).toBeNull();
  });

  const mutated = vectors
    .filter(({ kind }) => kind !== 'reject')
    .flatMap((vector) => Object.keys(vector.out).map((key) => [vector, key] as const));
  test.each(mutated)('a vector with another answer fails: $n, %s', (vector, key) => {
    const out = { ...vector.out, [key]: ['no'] };
    expect(runVector({ ...vector, out })).toMatch(new RegExp(`^out\\.${key} is `));
  });

  test('a vector that proves nothing, or that nobody knows, fails', () => {
    const draw = vectorOf('draw');
    expect(runVector({ ...draw, out: {} })).toMatch(/nothing to compare/);
    expect(runVector({ ...draw, kind: 'shuffle' })).toMatch(/not known/);
    expect(runVector({ ...draw, out: { winner: 'u001' } })).toMatch(/nothing that we compute/);
    expect(runVector({ ...draw, out: { reject: true } })).toMatch(/should be refused/);
    expect(runVector({ ...draw, kind: 'reject' })).toMatch(/does not say reject/);
    expect(runVector({ ...vectorOf('reject'), kind: 'draw', out: { panel: 0 } })).toMatch(
      /^refused/,
    );
    expect(runVector(null)).not.toBeNull();
  });

  test('absent and 0 are the same in a quota, and nowhere else', () => {
    const draw = vectorOf('draw');
    const quota = { ...(draw.out['quota'] as object), X: 0 };
    expect(runVector({ ...draw, out: { quota } })).toBeNull();
    const reserve = { ...(draw.out['reserve'] as object), X: [] };
    expect(runVector({ ...draw, out: { reserve } })).toMatch(/^out\.reserve/);
  });
});

const counts = fc.record({
  'F|N': fc.integer({ min: 1, max: 9 }),
  'F|S': fc.integer({ min: 1, max: 9 }),
  'M|N': fc.integer({ min: 1, max: 9 }),
});
const locks: fc.Arbitrary<Lock> = fc
  .record({ counts, share: fc.double({ min: 0, max: 1, noNaN: true }), kind: fc.nat(3) })
  .map(({ counts: given, share, kind }) => {
    const pool = poolOf(given);
    const k = Math.max(1, Math.round(share * pool.length));
    const some = {
      'F|N': Math.ceil(share * given['F|N']) || 1,
      'M|N': Math.floor(share * given['M|N']),
    };
    const rules: readonly CellRule[] = [
      { kind: 'simple', k },
      { kind: 'fixed', by: ['g', 'd'], take: some },
      { kind: 'proportional', by: ['d', 'g'], k },
      {
        kind: 'lottery',
        by: ['g', 'd'],
        k: some['F|N'] + some['M|N'],
        quotas: [],
        panels: [
          { w: 5, take: some },
          { w: 7, take: { ...some } },
        ],
      },
    ];
    return lockOf(pool, rules[kind]!);
  });
const throws = fc.array(fc.nat(9), { minLength: 20, maxLength: 20 }).map((dice) => dice.join(''));

describe('determine', () => {
  test('[R9] selection and reserve part the pool, each cell gives its quota', () => {
    fc.assert(
      fc.property(locks, throws, (lock, dice) => {
        expect(readLock(lock).ok).toBe(true);
        const { selected, order, reserve, quota } = determine(lock, [dice]);
        const everyone = [...selected, ...Object.values(reserve).flat()].sort();
        expect(everyone).toEqual(lock.pool.map(({ id }) => id));
        expect([...order].sort()).toEqual(selected);
        const chosen = new Set(selected);
        for (const [cell, members] of cellsOf(
          lock.pool,
          lock.rule.kind === 'simple' ? [] : lock.rule.by,
        )) {
          const drawn = members.filter(({ id }) => chosen.has(id));
          expect(drawn.length).toBe(quota[cell]);
          expect(reserve[cell]!.length).toBe(members.length - drawn.length);
          expect(reserve[cell]!.every((id) => members.some((member) => member.id === id))).toBe(
            true,
          );
        }
        const k = lock.rule.kind === 'fixed' ? selected.length : lock.rule.k;
        expect(selected.length).toBe(k);
      }),
      FIXED,
    );
  });

  test('[R9] within a cell the lowest tickets are selected, the order has tickets of its own', () => {
    fc.assert(
      fc.property(locks, throws, (lock, dice) => {
        const { seed, selected, order, reserve } = determine(lock, [dice]);
        const ticket = (label: string, id: string) =>
          createHmac('sha256', keyOf(fromHex(seed), label))
            .update(id)
            .digest('hex');
        const isAscending = (values: readonly string[]) =>
          values.every((value, index) => index === 0 || values[index - 1]! < value);
        expect(isAscending(order.map((id) => ticket('order', id)))).toBe(true);
        const by = lock.rule.kind === 'simple' ? [] : lock.rule.by;
        const chosen = new Set(selected);
        for (const [cell, members] of cellsOf(lock.pool, by)) {
          const drawn = members
            .filter(({ id }) => chosen.has(id))
            .map(({ id }) => ticket('ticket', id));
          const rest = reserve[cell]!.map((id) => ticket('ticket', id));
          expect(isAscending([...drawn.sort(), ...rest])).toBe(true);
        }
      }),
      FIXED,
    );
  });

  test('[R9] is the same each time, for the same lock written in another order, and not for another', () => {
    fc.assert(
      fc.property(locks, throws, (lock, dice) => {
        const result = determine(lock, [dice]);
        expect(determine(structuredClone(lock), [dice])).toEqual(result);
        const turned = Object.fromEntries(Object.entries(lock).reverse()) as unknown as Lock;
        expect(determine(turned, [dice])).toEqual(result);
        expect(determine({ ...lock, session: 'other' }, [dice]).seed).not.toBe(result.seed);
        const other = dice.startsWith('0') ? `1${dice.slice(1)}` : `0${dice.slice(1)}`;
        expect(determine(lock, [other]).seed).not.toBe(result.seed);
      }),
      FIXED,
    );
  });

  test('[R9] cells may have the names of what every object inherits', () => {
    const pool = ['__proto__', 'constructor', 'toString'].map((g, index) => ({
      id: `u${String(index)}`,
      a: { g },
    }));
    const lock = lockOf(pool, { kind: 'fixed', by: ['g'], take: { constructor: 1 } });
    const { quota, selected, inclusion } = determine(lock, [THROW]);
    expect(Object.entries(quota)).toEqual([
      ['__proto__', 0],
      ['constructor', 1],
      ['toString', 0],
    ]);
    expect(selected).toEqual(['u1']);
    expect(Object.entries(inclusion).map(([, chance]) => chance)).toEqual(['0/1', '1/1', '0/1']);
  });

  test('[R9] entropy that does not answer the lock determines nothing', () => {
    const lock = lockOf(poolOf({ F: 3 }), { kind: 'simple', k: 1 });
    expect(() => determine(lock, [THROW.slice(1)])).toThrow(/dice-count/);
    expect(() => determine(lock, [])).toThrow(/source-count/);
  });
});
