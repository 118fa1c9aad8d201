// Draw after draw from fixed seeds, by every rule: everybody comes up as often as the lock promises, and so do pairs and order
// where the rule leaves them to chance. 1,000 draws in `npm test`, 100,000 in the soak.
import { describe, expect, it } from 'vitest';
import { workList } from '../../../server/lottery/lottery-work.ts';
import { determine } from '../../../shared/draw/draw.ts';
import type { Lock, Source } from '../../../shared/draw/lock.ts';
import { determineLots, lotsHash, type LotsLock } from '../../../shared/draw/lots.ts';
import { repetitions } from '../../repetitions.ts';

const DRAWS = repetitions(1000, 100_000);
/** Sheer chance leaves this many standard deviations once in 16,000 figures; there are some hundred. */
const SIGMAS = 4.5;

const POOL = Array.from({ length: 12 }, (_, n) => ({
  id: `R${String(n + 1).padStart(2, '0')}`,
  a: { group: ['A', 'A', 'A', 'B', 'B', 'B', 'B', 'C', 'C', 'C', 'C', 'C'][n] ?? '' },
}));
const DICE: Source = { type: 'dice10', count: 20 };

function lockBy<R>(rule: R, entropy: readonly Source[] = [DICE]) {
  return {
    ...{ v: 'fairdraw/1', session: 'chances', seq: 0, prev: '', draw: 'panel' },
    ...{ locked_at: '2026-11-30T06:00:00Z', pool: POOL, excluded: [], rule, entropy },
  } as const;
}

/** Twenty throws of a die that is as good as a generator: splitmix32 from the number of the draw. */
function thrown(draw: number): string {
  let state = (draw + 1) * 0x9e3779b9;
  return Array.from({ length: 20 }, () => {
    state = (state + 0x9e3779b9) | 0;
    let z = state ^ (state >>> 16);
    z = Math.imul(z, 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return String(((z ^ (z >>> 15)) >>> 0) % 10);
  }).join('');
}

/** Whether a count of so many draws is what this chance gives. */
function expectAbout(count: number, chance: number, what: string): void {
  const deviation = Math.sqrt(DRAWS * chance * (1 - chance));
  expect(Math.abs(count - DRAWS * chance), what).toBeLessThanOrEqual(SIGMAS * deviation);
}

function counter() {
  const counts = new Map<string, number>();
  return {
    add: (what: string) => counts.set(what, (counts.get(what) ?? 0) + 1),
    of: (what: string) => counts.get(what) ?? 0,
  };
}

function fractionOf(text: string): number {
  const [n = 0, d = 1] = text.split('/').map(Number);
  return n / d;
}

const RULES: readonly (readonly [string, Lock['rule']])[] = [
  ['simple', { kind: 'simple', k: 5 }],
  ['fixed', { kind: 'fixed', by: ['group'], take: { A: 2, C: 1 } }],
  ['proportional', { kind: 'proportional', by: ['group'], k: 5 }],
  [
    'lottery',
    {
      ...{ kind: 'lottery', by: ['group'], k: 4 },
      quotas: [{ a: 'group', v: 'A', min: 0, max: 2 }],
      panels: [
        { w: 1, take: { A: 2, B: 1, C: 1 } },
        { w: 3, take: { B: 2, C: 2 } },
        { w: 4, take: { A: 1, C: 3 } },
      ],
    },
  ],
];

describe(`the chances of a lock, over ${String(DRAWS)} draws`, () => {
  it.each(RULES)('%s', { timeout: 600_000 }, (kind, rule) => {
    const lock = lockBy(rule) as Lock;
    const drawn = counter();
    const first = counter();
    const next = counter();
    const { inclusion } = determine(lock, [thrown(0)]);
    for (let n = 0; n < DRAWS; n += 1) {
      const { order, reserve } = determine(lock, [thrown(n)]);
      for (const id of order) drawn.add(id);
      first.add(order[0] ?? '');
      for (const [cell, ids] of Object.entries(reserve)) next.add(`${cell}/${ids[0] ?? ''}`);
      if (kind === 'simple')
        for (const id of order) if (id !== order[0]) drawn.add(`${order[0] ?? ''} ${id}`);
    }
    for (const { id, a } of POOL) {
      const chance = fractionOf(inclusion[kind === 'simple' ? '' : a.group] ?? '0/1');
      expectAbout(drawn.of(id), chance, id);
      // Whoever is drawn is as likely to come first as anybody else who is.
      if (kind === 'simple') {
        expectAbout(first.of(id), 1 / 12, `${id} first`);
        expectAbout(next.of(`/${id}`), 1 / 12, `${id} next in line`);
        for (const other of POOL)
          if (other.id !== id)
            expectAbout(
              drawn.of(`${id} ${other.id}`),
              (1 / 12) * (4 / 11),
              `${id} before ${other.id}`,
            );
      }
    }
  });

  it(
    'lots: everybody by their panels, whatever the digits of a fair die',
    { timeout: 600_000 },
    async () => {
      const quotas = [
        { a: 'group', v: 'A', min: 1, max: 2 },
        { a: 'group', v: 'B', min: 1, max: 2 },
        { a: 'group', v: 'C', min: 2, max: 3 },
      ];
      const rule = { kind: 'lots', by: ['group'], k: 5, m: 10, quotas } as const;
      const random = new Uint8Array(32).fill(3);
      const made = await workList({ ...rule, pool: POOL, random }, () => undefined);
      if (!made.ok) throw new Error(made.why);
      const { list } = made;
      const lock = lockBy({ ...rule, panels: lotsHash(list) }, [
        DICE,
        { type: 'digits', count: 1 },
      ]) as LotsLock;
      const drawn = counter();
      const places = counter();
      const draws = DRAWS / 10;
      for (let n = 0; n < draws; n += 1)
        // Each number once for the same numbering: a die that always shows 0 gives the same chances (DRAW.md §9).
        for (let digit = 0; digit < 10; digit += 1) {
          const { selected, panel } = determineLots(lock, list, [thrown(n), String(digit)]);
          for (const id of selected) drawn.add(id);
          if (digit === 0) places.add(String(panel));
        }
      for (const { id } of POOL) {
        const times = list.filter((panel) => panel.includes(id)).length;
        // Over all numbers it is exact: nobody's number of panels changes by the exchange.
        expect(drawn.of(id)).toBe(draws * times);
      }
      const deviation = Math.sqrt(draws * 0.1 * 0.9);
      for (let place = 1; place <= 10; place += 1)
        expect(Math.abs(places.of(String(place)) - draws / 10)).toBeLessThanOrEqual(
          SIGMAS * deviation,
        );
    },
  );
});
