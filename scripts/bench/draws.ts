// What a draw costs: 12 of 77 units, 500 of 10,000 people, in proportion as well; a thousand lots from their list to a number.
import { determine } from '../../shared/draw/draw.ts';
import type { Lock, Source } from '../../shared/draw/lock.ts';
import {
  determineLots,
  listFlaw,
  lotsHash,
  numberList,
  type LotsLock,
} from '../../shared/draw/lots.ts';
import { verifyDraw } from '../../shared/draw/verify.ts';
import { lockHash } from '../../shared/draw/lock.ts';
import { finished } from '../../shared/steps.ts';
import { workList } from '../../server/lottery/lottery-work.ts';
import { median } from './loop.ts';
import { ms, row, times, title } from './table.ts';

const DICE = { type: 'dice10', count: 20 } as const;
const THROWN = '70294418365290713856';
const RUNS = 15;

export async function benchDraws(): Promise<void> {
  title('A draw, from its lock and its entropy to order and reserve. CPU, ms.');
  row('', ['first', 'median', 'goal', 'as JSON', 'is']);
  for (const { people, k, groups, goal } of [
    { people: 77, k: 12, groups: 0, goal: '2' },
    { people: 300, k: 50, groups: 4, goal: '' },
    { people: 10_000, k: 500, groups: 0, goal: '100' },
    { people: 10_000, k: 500, groups: 4, goal: '100' },
  ]) {
    const lock = lockOf(people, k, groups);
    const json = spent(() => JSON.parse(JSON.stringify(lock)));
    const drawn = spent(() => determine(lock, [THROWN]));
    row(`${String(k)} of ${String(people)}${groups > 0 ? ', in proportion' : ''}`, [
      ...[ms(drawn[0] ?? 0), ms(median(drawn)), goal, ms(median(json))],
      times(median(drawn), median(json)),
    ]);
  }
  await lots();
}

async function lots(): Promise<void> {
  title(
    'A thousand lots, 50 of 300 people in four groups. CPU, ms; a million tries of the exchange.',
  );
  row('', ['ms']);
  const { pool } = lockOf(300, 50, 4);
  const quotas = [...new Set(pool.map(({ a }) => a['group'] ?? ''))].map((v) => {
    const of = pool.filter(({ a }) => a['group'] === v).length;
    return { a: 'group', v, min: Math.floor((50 * of) / 300), max: Math.ceil((50 * of) / 300) };
  });
  const rule = { kind: 'lots', by: ['group'], k: 50, m: 1000, quotas } as const;
  const made = await workList({ ...rule, pool, random: new Uint8Array(32) }, () => undefined);
  if (!made.ok) throw new Error(made.why);
  const { list } = made;
  const lock = {
    ...base(pool, [DICE, { type: 'digits', count: 3 }]),
    rule: { ...rule, panels: lotsHash(list) },
  } as LotsLock;
  const entropy = [THROWN, '412'];
  const once = (work: () => unknown) => ms(spent(work, 1)[0] ?? 0);
  row('the list is checked', [once(() => listFlaw(lock, list))]);
  let numbered = finished(numberList(lock, list, [THROWN]));
  row('mixed and numbered', [
    once(() => {
      numbered = finished(numberList(lock, list, [THROWN]));
    }),
  ]);
  row('the panel of a number', [once(() => determineLots(lock, list, entropy, numbered))]);
  const claim = { lock, panels: list, entropy, claimed: {}, shownLockHash: lockHash(lock) };
  row('verified as a phone does', [once(() => verifyDraw(claim))]);
}

function lockOf(people: number, k: number, groups: number): Lock {
  const pool = Array.from({ length: people }, (_, n) => ({
    id: `R${String(n + 1).padStart(5, '0')}`,
    a: groups > 0 ? { group: `G${String((n % groups) + 1)}` } : {},
  }));
  const rule: Lock['rule'] =
    groups > 0 ? { kind: 'proportional', by: ['group'], k } : { kind: 'simple', k };
  return { ...base(pool, [DICE]), rule } as Lock;
}

function base(pool: Lock['pool'], entropy: readonly Source[]) {
  return {
    ...{ v: 'fairdraw/1', session: 'bench', seq: 0, prev: '', draw: 'panel' },
    ...{ locked_at: '2026-11-30T06:00:00Z', pool, excluded: [], entropy },
  } as const;
}

function spent(work: () => unknown, runs = RUNS): readonly number[] {
  return Array.from({ length: runs }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
}
