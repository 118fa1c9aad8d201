// A draw while it is set up: numbers that add up, sources that can be locked.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diceOf, sourcesWith, spread, sumOf } from '../../client/console/setup/draw-draft.ts';
import { usualDraw } from '../../shared/meeting/agenda/kinds/draw.ts';
import type { DrawPurpose } from '../../shared/meeting/agenda/item.ts';
import { itemId } from '../builders.ts';
import { pooled } from './meeting/draw-builders.ts';
import { repetitions, seed } from '../repetitions.ts';

const score = { sheet: 'live', disclosure: 'live', seconds: 90 } as const;

describe('fixed numbers begin as shares', () => {
  test('that add up to what shall be drawn, none above its cell', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 12 }),
        fc.nat(100),
        (counts, percent) => {
          const cells = counts.map((count, n) => ({ id: `G${String(n)}`, name: '', count }));
          const all = counts.reduce((sum, n) => sum + n, 0);
          const take = Math.floor((all * percent) / 100);
          const shares = spread(take, cells);
          expect(sumOf(shares)).toBe(take);
          for (const { id, count } of cells) expect(shares[id]).toBeLessThanOrEqual(count);
        },
      ),
      { seed: seed(50), numRuns: repetitions(200, 20 * 200) },
    );
  });

  test('50 of 60 : 60 : 70 : 110', () => {
    const cells = [60, 60, 70, 110].map((count, n) => ({
      id: `G${String(n + 1)}`,
      name: '',
      count,
    }));
    expect(spread(50, cells)).toEqual({ G1: 10, G2: 10, G3: 12, G4: 18 });
    expect(spread(50, [])).toEqual({});
  });
});

describe('sources', () => {
  test('never phones alone: without dice the sealed number stays', () => {
    for (const dice of ['dice10', 'dice6', 'none'] as const)
      for (const phones of [true, false])
        for (const salt of [true, false]) {
          const sources = sourcesWith(dice, { phones, salt, drand: false, kept: false });
          expect(sources.filter((source) => source !== 'phones')).not.toEqual([]);
          expect(diceOf(sources)).toBe(dice);
        }
  });

  test('a supervisor’s number stands beside phones alone; dice take its place', () => {
    const also = { phones: false, salt: true, drand: false, kept: true };
    expect(sourcesWith('none', also)).toEqual(['phones', 'kept']);
    expect(sourcesWith('dice10', also)).toEqual(['dice10', 'salt']);
  });

  test('the beacon stands alone or beside phones and dice, never beside a sealed number', () => {
    const also = { phones: false, salt: true, drand: true, kept: true };
    expect(sourcesWith('none', also)).toEqual(['drand']);
    expect(sourcesWith('dice6', { ...also, phones: true })).toEqual(['phones', 'dice6', 'drand']);
  });
});

describe('the usual draw of each purpose', () => {
  test.each<DrawPurpose>(['presenters', 'panel', 'questioner', 'verification', 'team'])(
    '%s is one that the agenda takes',
    (purpose) => {
      const item = usualDraw(itemId('x'), purpose, score);
      expect(pooled().decide({ type: 'AddItems', after: null, items: [item] })).toMatchObject({
        ok: true,
      });
      expect(item.follow !== undefined).toBe(purpose === 'presenters');
      // Each group has its share of the panel; all others are drawn with the same chance.
      expect(item.rule?.kind).toBe(purpose === 'panel' ? 'proportional' : undefined);
    },
  );
});
