// A draw while it is set up: numbers that add up, sources that can be locked.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { usualBands, withBand, withBands } from '../../client/console/setup/band-draft.ts';
import { sharedPlaces } from '../../client/console/stage/shared-places.ts';
import { countedAnew } from '../../client/console/setup/quota-draft.ts';
import { diceOf, sourcesWith, spread, sumOf } from '../../client/console/setup/draw-draft.ts';
import { kindOf } from '../../shared/meeting/agenda/kinds.ts';
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

describe('bands of a ranking while they are chosen', () => {
  const item = usualDraw(itemId('d'), 'verification', score);
  const last = usualBands(item.take);

  test('begin with the last places, as many as were to be drawn', () => {
    expect(last).toEqual({ kind: 'bands', last: { places: 10, take: 8 } });
    expect(usualBands(12).last).toEqual({ places: 12, take: 12 });
    expect(withBands(item, last).take).toBe(8);
  });

  test('say how many are drawn in all', () => {
    const both = withBand(last, 'first', { places: 10, take: 2 });
    const three = withBand(both, 'rest', { places: 10, take: 3 });
    expect(three).toEqual({
      ...{ kind: 'bands', first: { places: 10, take: 2 } },
      ...{ last: { places: 10, take: 8 }, rest: 3 },
    });
    expect(withBands(item, three).take).toBe(13);
    const none = withBand(withBand(withBand(three, 'rest', null), 'last', null), 'first', null);
    expect(none).toEqual({ kind: 'bands' });
    // No draw is of nobody: the server says that the numbers do not add up.
    const { meeting } = pooled();
    const empty = withBands(item, none);
    expect(kindOf(empty).flaw(meeting, empty)).toEqual({ code: 'agenda-invalid' });
    const whole = withBands(item, three);
    expect(kindOf(whole).flaw(meeting, whole)).toBeNull();
  });
});

test('places that several share are found once each, best first', () => {
  const row = (rank: number | null, tied: boolean, lot: number | null = null) => ({
    rank,
    tied,
    lot,
  });
  expect(
    sharedPlaces([
      ...[row(1, false), row(2, true), row(2, true), row(4, false)],
      ...[row(5, true, 2), row(5, true, 1), row(null, false)],
    ]),
  ).toEqual([
    { place: 2, units: 2, drawn: false },
    { place: 5, units: 2, drawn: true },
  ]);
  expect(sharedPlaces([])).toEqual([]);
});

test('what quotas can ask about is counted anew, and what was not counted keeps its number', () => {
  const asked = [
    { id: 'group', name: '组别', values: [{ v: 'G1', name: '甲组', count: 20 }] },
    { id: 'a1', name: '性别', values: [{ v: '1', name: '女', count: 9 }] },
  ];
  const anew = countedAnew(asked, [{ a: 'group', values: [{ v: 'G1', count: 18 }] }]);
  expect(anew.map(({ values }) => values.map(({ count }) => count))).toEqual([[18], [9]]);
});
