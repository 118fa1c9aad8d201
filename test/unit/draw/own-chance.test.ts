// Somebody's own chance as a phone computes it from what is locked (DRAW.md §4, §5, §9).

import { describe, expect, test } from 'vitest';
import { chanceIn } from '../../../client/draw/own-chance.ts';
import { lockHash, type CellRule } from '../../../shared/draw/lock.ts';
import { lotsHash, type LotsLock, type Panel } from '../../../shared/draw/lots.ts';
import { lockOf } from './locks.ts';

const POOL = ['A1', 'A2', 'A3', 'B1', 'B2'].map((id) => ({ id, a: { g: id.slice(0, 1) } }));
const OUT = { excluded: [{ id: 'C1', why: 'quota' }] };

describe('one’s own chance', () => {
  const rule: CellRule = {
    kind: 'lottery',
    by: ['g'],
    k: 2,
    quotas: [{ a: 'g', v: 'A', min: 1, max: 2 }],
    panels: [
      { w: 1, take: { A: 2 } },
      { w: 3, take: { A: 1, B: 1 } },
    ],
  };
  const lock = lockOf(POOL, rule, OUT);
  const of = (person: string) => chanceIn(lock, undefined, lockHash(lock), person);

  test('in a lottery is that of the weights, exactly', () => {
    // Of three in A two by one weight in four, else one; of two in B one by three weights in four.
    expect(of('A2')).toEqual({ kind: 'chance', of: '5/12' });
    expect(of('B1')).toEqual({ kind: 'chance', of: '3/8' });
  });

  test('of those left out is their reason; of others nothing is known', () => {
    expect(of('C1')).toEqual({ kind: 'excluded', why: 'quota' });
    expect(of('D9')).toEqual({ kind: 'none' });
  });

  test('is said of no lock but the one that is shown', () => {
    expect(chanceIn({ ...lock, seq: 1 }, undefined, lockHash(lock), 'A1')).toBe('differs');
  });

  test('in lots is how many of the locked list they are on, and nothing of another list', () => {
    const list: readonly Panel[] = Array.from({ length: 10 }, (_, n) =>
      n < 7 ? ['A1', 'B1'] : ['A2', 'B1'],
    );
    const lots: LotsLock = {
      ...lock,
      rule: { kind: 'lots', by: [], k: 2, m: 10, quotas: [], panels: lotsHash(list) },
    };
    const shown = lockHash(lots);
    expect(chanceIn(lots, list, shown, 'A1')).toEqual({ kind: 'chance', of: '7/10' });
    expect(chanceIn(lots, list, shown, 'B2')).toEqual({ kind: 'chance', of: '0/10' });
    expect(chanceIn(lots, list.slice(1), shown, 'A1')).toBe('differs');
    expect(chanceIn(lots, undefined, shown, 'A1')).toBe('differs');
  });
});
