// A draw by lots: against a second implementation, what an exchange leaves as it was, and every list that is refused.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tryCanonical } from '../../../shared/draw/canonical.ts';
import { saltCommit } from '../../../shared/draw/entropy.ts';
import { lockHash, readLock } from '../../../shared/draw/lock.ts';
import type { PoolMember, QuotaRange, Source } from '../../../shared/draw/lock-form.ts';
import {
  determineLots,
  listFlaw,
  lotsAssurance,
  lotsHash,
  numberList,
  numbersOf,
  type ListFlaw,
  type LotsLock,
  type Panel,
} from '../../../shared/draw/lots.ts';
import { exchangeTries, TRIES_A_STEP } from '../../../shared/draw/lots-exchange.ts';
import { drawLots } from '../../../scripts/verify-draw.mjs';
import { verifyDraw } from '../../../shared/draw/verify.ts';
import { finished } from '../../../shared/steps.ts';
import { repetitions } from '../../repetitions.ts';
import { DICE, FIXED, lockOf, poolOf, THROW } from './locks.ts';

const PHONES: Source = { type: 'phones' };

interface Lots {
  readonly lock: LotsLock;
  readonly list: readonly Panel[];
}

/** A lock over a list, numbered by dice. */
function lotsOf(
  pool: readonly PoolMember[],
  quotas: readonly QuotaRange[],
  list: readonly Panel[],
): Lots {
  const m = list.length;
  const rule = {
    kind: 'lots',
    by: [...new Set(quotas.map(({ a }) => a))],
    k: list[0]?.length ?? 0,
    m,
    quotas,
    panels: lotsHash(list),
  } as const;
  const entropy: readonly Source[] = [DICE, { type: 'digits', count: String(m).length - 1 }];
  return { lock: { ...lockOf(pool, { kind: 'simple', k: 1 }), rule, entropy }, list };
}

/** So many of each cell in every panel, in rounds: everybody once in each, whoever sits on the panel already later. */
function dealt(
  pool: readonly PoolMember[],
  take: Readonly<Record<string, number>>,
  m: number,
  shuffled: (ids: readonly string[]) => readonly string[],
): readonly Panel[] {
  const waiting = new Map<string, string[]>();
  return Array.from({ length: m }, () =>
    Object.entries(take)
      .flatMap(([cell, count]) => {
        const members = pool.filter(({ a }) => `${a['g'] ?? ''}|${a['d'] ?? ''}` === cell);
        const sits: string[] = [];
        let queue = waiting.get(cell) ?? [];
        while (sits.length < count) {
          const next = queue.find((id) => !sits.includes(id));
          if (next === undefined) queue = [...queue, ...shuffled(members.map(({ id }) => id))];
          else {
            sits.push(next);
            queue.splice(queue.indexOf(next), 1);
          }
        }
        waiting.set(cell, queue);
        return sits;
      })
      .sort(),
  );
}

const cellCounts = fc.record({
  'F|N': fc.integer({ min: 1, max: 4 }),
  'F|S': fc.integer({ min: 1, max: 4 }),
  'M|N': fc.integer({ min: 1, max: 4 }),
});
const someLots: fc.Arbitrary<Lots> = fc
  .record({
    counts: cellCounts,
    shares: fc.tuple(fc.nat(4), fc.nat(4), fc.nat(4)),
    slack: fc.nat(1),
    m: fc.constantFrom(10, 10, 100),
    order: fc.infiniteStream(fc.nat(1000)),
  })
  .map(({ counts, shares, slack, m, order }) => {
    const pool = poolOf(counts);
    const take = Object.fromEntries(
      Object.entries(counts).map(([cell, n], at) => [cell, Math.min(n, Math.max(1, shares[at]!))]),
    );
    const list = dealt(pool, take, m, (ids) =>
      ids
        .map((id) => ({ id, at: order.next().value! }))
        .sort((left, right) => left.at - right.at)
        .map(({ id }) => id),
    );
    const of = (end: string) =>
      Object.entries(take).reduce((sum, [cell, n]) => sum + (cell.includes(end) ? n : 0), 0);
    const quota = (a: string, v: string, n: number) => ({
      ...{ a, v },
      min: Math.max(0, n - slack),
      max: n + slack,
    });
    return lotsOf(
      pool,
      [quota('g', 'F', of('F')), quota('d', 'S', of('S')), quota('d', 'X', 0)],
      list,
    );
  });
const throws = fc.array(fc.nat(9), { minLength: 23, maxLength: 23 }).map((dice) => dice.join(''));
const entropyOf = ({ lock }: Lots, dice: string) => [
  dice.slice(0, 20),
  dice.slice(20, 20 + String(lock.rule.m).length - 1),
];

const many = { ...FIXED, numRuns: repetitions(30, 3000) };

describe('determineLots', () => {
  test('[R9] says what a second implementation says', { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(someLots, throws, (lots, dice) => {
        const { lock, list } = lots;
        expect(readLock(lock)).toMatchObject({ ok: true });
        expect(listFlaw(lock, list)).toBeNull();
        const entropy = entropyOf(lots, dice);
        const result = determineLots(lock, list, entropy);
        expect(result).toEqual(drawLots(lock, list, entropy));
        for (const [cell, [least, most]] of Object.entries(result.inclusion)) {
          const [low, high] = [least, most].map((fraction) => {
            const [n = 0, d = 1] = fraction.split('/').map(Number);
            return (n / d) * lock.rule.m;
          });
          expect(high! - low!, cell).toBeLessThan(1 + 1e-9);
          expect(low, cell).toBeGreaterThan(0);
        }
      }),
      many,
    );
  });

  test('[R9] whoever sits with whom is mixed, and nobody’s number of panels is another', () => {
    fc.assert(
      fc.property(someLots, throws, (lots, dice) => {
        const { lock, list } = lots;
        const numbered = finished(numberList(lock, list, [dice.slice(0, 20)]));
        const times = (all: readonly Panel[]) => all.flat().sort();
        expect(times(numbered.panels)).toEqual(times(list));
        // The mixed list is one that could have been published.
        const rule = { ...lock.rule, panels: lotsHash(numbered.panels) };
        expect(listFlaw({ ...lock, rule }, numbered.panels)).toBeNull();
        expect([...numbered.places].sort((a, b) => a - b)).toEqual(list.map((_, n) => n));
        for (const { id } of lock.pool) {
          const own = numbersOf(numbered, id).map(Number);
          expect(own.map((n) => numbered.panels[numbered.places[n]!]?.includes(id))).toEqual(
            own.map(() => true),
          );
          expect(own).toHaveLength(list.filter((panel) => panel.includes(id)).length);
        }
      }),
      many,
    );
  });

  test('every number is some panel’s, and each panel has one', () => {
    const { lock, list } = small();
    const panels = Array.from('0123456789', (digit) => {
      return determineLots(lock, list, [THROW, digit]).panel;
    });
    expect([...panels].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  test.each([[['x', '1']], [[THROW, '']], [[THROW, '12']], [[THROW, 'a']], [[THROW]]])(
    'determines nothing by %j',
    (entropy) => {
      const { lock, list } = small();
      expect(() => determineLots(lock, list, entropy)).toThrow(RangeError);
    },
  );

  test('a thousand panels of fifty are mixed in steps', () => {
    const pool = poolOf({ 'F|N': 150, 'M|N': 150 });
    const list = dealt(pool, { 'F|N': 25, 'M|N': 25 }, 1000, (ids) => ids);
    const { lock } = lotsOf(pool, [{ a: 'g', v: 'F', min: 25, max: 25 }], list);
    expect(exchangeTries(lock.rule)).toBe(1_000_000);
    const steps = numberList(lock, list, [THROW]);
    let count = 0;
    while (steps.next().done !== true) count += 1;
    expect(count).toBe(1_000_000 / TRIES_A_STEP - 1);
    expect(exchangeTries({ m: 1000, k: 120 })).toBe(2_000_000);
  });
});

describe('listFlaw', () => {
  const { lock, list } = small();
  const withList = (changed: readonly unknown[]): Lots => ({
    // What canonical JSON cannot hold has no hash.
    lock:
      tryCanonical(changed) === null
        ? lock
        : { ...lock, rule: { ...lock.rule, panels: lotsHash(changed as readonly Panel[]) } },
    list: changed as readonly Panel[],
  });
  const first = (panel: unknown) => withList([panel, ...list.slice(1)]);
  const [a = '', b = '', c = ''] = list[0] ?? [];
  const flawed: Readonly<Record<ListFlaw, readonly Lots[]>> = {
    'list-count': [withList(list.slice(1)), withList([...list, list[0]]), withList([])],
    'panel-shape': [
      ...[[b, a, c], [a, a, b], [a, b], [a, b, c, 'p0009'], 'abc', null].map(first),
      first({ 0: a, 1: b, 2: c, length: 3 }),
    ],
    'panel-member': [first([a, b, 'zzz']), first([a, b, 7]), first([a, b, 'constructor'].sort())],
    'panel-breaks-quota': [
      first(
        lock.pool
          .filter(({ a: { g } }) => g === 'F')
          .map(({ id }) => id)
          .slice(0, 3),
      ),
    ],
    'chances-uneven': [withList(list.map(() => list[0]))],
    'somebody-never': [never()],
    'list-hash': [{ lock, list: [list[1]!, list[0]!, ...list.slice(2)] }],
  };
  const cases = Object.entries(flawed).flatMap(([flaw, all]) =>
    all.map((lots, n) => [flaw, n + 1, lots] as const),
  );

  test.each(cases)('[R9] refuses a list for %s (%d)', (flaw, _, lots) => {
    expect(listFlaw(lots.lock, lots.list)).toBe(flaw);
    const { lock: shown, list: panels } = lots;
    const claim = { lock: shown, shownLockHash: lockHash(shown), panels, claimed: {} };
    expect(verifyDraw({ ...claim, entropy: [THROW, '3'] })).toEqual([
      { code: 'list-malformed', flaw },
    ]);
  });

  test.each([undefined, null, {}, 'list'])('refuses %j for a list', (given) => {
    expect(listFlaw(lock, given)).toBe('list-count');
  });
});

describe('verifyDraw, by lots', () => {
  const { lock, list } = small();
  const entropy = [THROW, '3'];
  const HONEST = {
    ...{ lock, entropy, panels: list },
    shownLockHash: lockHash(lock),
    claimed: determineLots(lock, list, entropy),
    closedAt: ['2026-11-21T09:05:00Z', '2026-11-21T09:09:00Z'],
  };

  test('[R9] finds nothing wrong with an honest one', () => {
    expect(verifyDraw(HONEST)).toEqual([]);
  });

  test('[R9] names what is not as claimed', () => {
    const claimed = { ...HONEST.claimed, number: '4', numbered: '00'.repeat(32) };
    expect(verifyDraw({ ...HONEST, claimed })).toEqual([
      { code: 'result-differs', key: 'number' },
      { code: 'result-differs', key: 'numbered' },
    ]);
  });

  test('digits are thrown last of all', () => {
    const closedAt = [...HONEST.closedAt].reverse();
    expect(verifyDraw({ ...HONEST, closedAt })).toEqual([
      { code: 'digits-before-numbering', source: 1 },
    ]);
  });
});

describe('lotsAssurance', () => {
  const { lock } = small();
  const SALT: Source = { type: 'salt', commit: saltCommit('5a'.repeat(32)) };
  const by = (sources: readonly Source[], roster: boolean) => ({
    ...lock,
    ...(roster ? { roster: '0f'.repeat(32) } : {}),
    entropy: [...sources, { type: 'digits', count: 1 } as const],
  });
  const facts = { saltKeptApart: true, listShown: true };

  test('[R8] the panel is public by its digits, the numbering as its own sources are', () => {
    const of = (sources: readonly Source[]) => lotsAssurance(by(sources, true), facts);
    expect(of([DICE])).toEqual({ panel: 'public', numbering: 'public' });
    expect(of([PHONES])).toEqual({ panel: 'public', numbering: 'operator' });
    expect(of([PHONES, SALT])).toEqual({ panel: 'public', numbering: 'participants' });
  });

  test('[R8] no more than its numbering, where names or the list were not fixed before the digits', () => {
    const numbering = 'operator';
    expect(lotsAssurance(by([PHONES], false), facts)).toEqual({ panel: numbering, numbering });
    const late = { ...facts, listShown: false };
    expect(lotsAssurance(by([PHONES], true), late)).toEqual({ panel: numbering, numbering });
  });
});

/** Ten panels of three: two of one sort, one of the other. */
function small(): Lots {
  const pool = poolOf({ 'F|N': 6, 'M|N': 4 });
  const list = dealt(pool, { 'F|N': 2, 'M|N': 1 }, 10, (ids) => ids);
  return lotsOf(pool, [{ a: 'g', v: 'F', min: 1, max: 2 }], list);
}

/** {@link small} with one man more, who is in no panel, and fewer panels for each of the others than there are. */
function never(): Lots {
  const pool = poolOf({ 'F|N': 1, 'M|N': 12 });
  const list = dealt(pool, { 'F|N': 1, 'M|N': 1 }, 10, (ids) => ids);
  return lotsOf(pool, [{ a: 'g', v: 'F', min: 1, max: 1 }], list);
}
