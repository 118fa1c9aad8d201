// Every way in which a lock can be malformed, each provoked; and what must pass.

import { describe, expect, test } from 'vitest';
import { QUICKNET, roundTime } from '../../../shared/draw/beacon.ts';
import { lockHash, readLock } from '../../../shared/draw/lock.ts';
import type { LockFlaw } from '../../../shared/draw/lock.ts';
import { DICE, lockOf, poolOf } from './locks.ts';

type Json = Record<string, unknown>;

const HEX = '0f'.repeat(32);
const POOL = poolOf({ 'F|N': 3, 'F|S': 2, 'M|N': 4, 'M|S': 3 });
const SIMPLE = lockOf(POOL, { kind: 'simple', k: 3 });
const FIXED_RULE = { kind: 'fixed', by: ['g'], take: { F: 2, M: 1 } } as const;
const PROPORTIONAL = { kind: 'proportional', by: ['g', 'd'], k: 5 } as const;
const PANELS = [
  { w: 2, take: { 'F|N': 1, 'M|S': 1 } },
  { w: 1, take: { 'F|S': 1, 'M|N': 1 } },
];
const LOTTERY = {
  kind: 'lottery',
  by: ['g', 'd'],
  k: 2,
  quotas: [{ a: 'g', v: 'F', min: 1, max: 1 }],
  panels: PANELS,
} as const;

const LOTS = {
  kind: 'lots',
  by: ['g'],
  k: 2,
  m: 10,
  quotas: [{ a: 'g', v: 'F', min: 1, max: 1 }],
  panels: HEX,
} as const;
const SALT = { type: 'salt', commit: HEX } as const;
const DIGIT = { type: 'digits', count: 1 } as const;

/** The simple lock with some keys replaced. */
const withKeys = (changes: Json): Json => ({ ...SIMPLE, ...changes });
const withPool = (...pool: readonly unknown[]): Json =>
  withKeys({ pool, rule: { kind: 'simple', k: 1 } });
const withRule = (rule: unknown): Json => withKeys({ rule });
const withSource = (...entropy: readonly unknown[]): Json => withKeys({ entropy });
const lottery = (changes: Json): Json => withRule({ ...LOTTERY, ...changes });
const lots = (changes: Json, ...entropy: readonly unknown[]): Json =>
  withKeys({
    rule: { ...LOTS, ...changes },
    entropy: entropy.length > 0 ? entropy : [DICE, DIGIT],
  });
const without = (key: keyof typeof SIMPLE): Json =>
  Object.fromEntries(Object.entries(SIMPLE).filter(([one]) => one !== key));
const drand = (round: unknown, chain: string = QUICKNET.chain): Json =>
  withSource({ type: 'drand', chain, round });
/** The last round that is published no later than the lock's 09:00:00. */
const LAST_PAST_ROUND =
  Math.floor((Date.parse(SIMPLE.locked_at) / 1000 - QUICKNET.genesis) / QUICKNET.period) + 1;

const flawed: Readonly<Record<LockFlaw, readonly unknown[]>> = {
  'lock-shape': [
    null,
    [],
    'lock',
    {},
    withKeys({ note: 'x' }),
    ...(Object.keys(SIMPLE) as (keyof typeof SIMPLE)[]).map(without),
  ],
  version: [withKeys({ v: 'fairdraw/2' }), withKeys({ v: 1 })],
  'session-name': [withKeys({ session: '' }), withKeys({ session: 1 })],
  'draw-name': [withKeys({ draw: '' }), withKeys({ draw: null })],
  seq: [withKeys({ seq: -1 }), withKeys({ seq: 0.5 }), withKeys({ seq: '0' })],
  prev: [
    withKeys({ prev: HEX }),
    withKeys({ seq: 1, prev: '' }),
    withKeys({ seq: 1, prev: HEX.toUpperCase() }),
    withKeys({ seq: 1, prev: HEX.slice(1) }),
    withKeys({ prev: null }),
  ],
  'locked-at': [
    withKeys({ locked_at: '2026-02-30T09:00:00Z' }),
    withKeys({ locked_at: '2026-11-21T24:00:00Z' }),
    withKeys({ locked_at: '2026-11-21T09:00:60Z' }),
    withKeys({ locked_at: '2026-13-21T09:00:00Z' }),
    withKeys({ locked_at: '2026-11-21T09:00:00.000Z' }),
    withKeys({ locked_at: '2026-11-21T09:00:00+08:00' }),
    withKeys({ locked_at: '2026-11-21 09:00:00Z' }),
    withKeys({ locked_at: 1795251600 }),
  ],
  roster: [withKeys({ roster: '' }), withKeys({ roster: undefined }), withKeys({ roster: 'x' })],
  sealed: [
    withKeys({ sealed: HEX }),
    withKeys({ added: [] }),
    withKeys({ sealed: '', added: [] }),
    withKeys({ sealed: HEX.toUpperCase(), added: [] }),
    withKeys({ sealed: undefined, added: undefined }),
  ],
  'added-shape': [
    withKeys({ sealed: HEX, added: {} }),
    withKeys({ sealed: HEX, added: [POOL[0]?.id] }),
    withKeys({ sealed: HEX, added: [{ id: POOL[0]?.id, why: 'came later, by post' }] }),
  ],
  'added-twice': [
    withKeys({
      sealed: HEX,
      added: ['added', 'changed'].map((why) => ({ id: POOL[0]?.id, why })),
    }),
  ],
  'added-not-in-pool': [withKeys({ sealed: HEX, added: [{ id: 'nobody', why: 'added' }] })],
  'pool-shape': [
    withKeys({ pool: {} }),
    withPool('u1'),
    withPool({ id: 'u1' }),
    withPool({ id: 'u1', a: {}, name: 'somebody' }),
    withPool({ id: 'u1', a: [] }),
  ],
  'pool-id': [
    ...['', 'a b', 'é', 'a/b', 'x'.repeat(65), 'u1\n', 7].map((id) => withPool({ id, a: {} })),
  ],
  'pool-order': [
    withPool({ id: 'u2', a: {} }, { id: 'u1', a: {} }),
    withPool({ id: 'u1', a: {} }, { id: 'u1', a: {} }),
    withPool({ id: 'a', a: {} }, { id: 'B', a: {} }),
    withPool({ id: 'u9', a: {} }, { id: 'u10', a: {} }),
  ],
  'attribute-value': [
    ...['a|b', 'a\nb', '\u0000', '\u001f', 3, null].map((v) => withPool({ id: 'u1', a: { v } })),
  ],
  'excluded-shape': [
    withKeys({ excluded: {} }),
    withKeys({ excluded: ['u1'] }),
    withKeys({ excluded: [{ id: 'x1' }] }),
    withKeys({ excluded: [{ id: 'x 1', why: 'recused' }] }),
    withKeys({ excluded: [{ id: 'x1', why: '' }] }),
    withKeys({ excluded: [{ id: 'x1', why: 'Her husband works in that unit.' }] }),
    withKeys({ excluded: [{ id: 'x1', why: '王某的配偶，在该单位' }] }),
  ],
  'excluded-twice': [
    withKeys({
      excluded: [
        { id: 'x1', why: 'recused' },
        { id: 'x1', why: 'absent' },
      ],
    }),
  ],
  'excluded-in-pool': [withKeys({ excluded: [{ id: POOL[2]!.id, why: 'recused' }] })],
  'not-canonical': [
    withKeys({ session: 'e\u0301' }),
    withKeys({ draw: '\ud800' }),
    withPool({ id: 'u1', a: { 'e\u0301': 'x' } }),
  ],
  'rule-kind': [withRule({ kind: 'largest-remainder', k: 3 }), withRule({ k: 3 })],
  'rule-shape': [
    withRule(null),
    withRule({ kind: 'simple' }),
    withRule({ kind: 'simple', k: 3, by: ['g'] }),
    withRule({ ...FIXED_RULE, k: 3 }),
    withRule({ kind: 'proportional', k: 3 }),
    lottery({ seed: 1 }),
    lots({ w: 1 }),
    lots({ m: undefined, panels: undefined, h: HEX }),
  ],
  k: [
    ...[0, POOL.length + 1, -1, 1.5, '3'].map((k) => withRule({ kind: 'simple', k })),
    withRule({ ...PROPORTIONAL, k: 0 }),
    withRule({ ...PROPORTIONAL, k: POOL.length + 1 }),
    lottery({ k: 0 }),
    withKeys({ pool: [], rule: { kind: 'simple', k: 1 } }),
  ],
  by: [
    ...['g', [], ['g', 'g'], [1]].map((by) => withRule({ ...PROPORTIONAL, by })),
    withRule({ ...FIXED_RULE, by: [] }),
    lottery({ by: [] }),
    lots({ by: ['g', 'd'] }),
    lots({ by: ['g', 'g'] }),
  ],
  'attribute-missing': [
    withRule({ ...PROPORTIONAL, by: ['g', 'age'] }),
    withRule({ ...FIXED_RULE, by: ['constructor'] }),
    withKeys({ pool: [...POOL, { id: 'z', a: { g: 'F' } }], rule: PROPORTIONAL }),
  ],
  'take-shape': [
    withRule({ ...FIXED_RULE, take: [2, 1] }),
    withRule({ ...FIXED_RULE, take: { F: 1.5 } }),
    withRule({ ...FIXED_RULE, take: { F: -1 } }),
    lottery({ panels: [{ w: 1, take: null }] }),
  ],
  'take-exceeds-cell': [
    withRule({ ...FIXED_RULE, take: { F: 6 } }),
    withRule({ ...FIXED_RULE, take: { F: 1, X: 1 } }),
    lottery({ panels: [...PANELS, { w: 1, take: { 'F|X': 1, 'M|N': 1 } }] }),
  ],
  'take-nobody': [
    withRule({ ...FIXED_RULE, take: {} }),
    withRule({ ...FIXED_RULE, take: { F: 0 } }),
  ],
  'quota-shape': [
    lottery({ quotas: {} }),
    lottery({ quotas: [{ a: 'g', v: 'F', min: 1 }] }),
    lottery({ quotas: [{ a: 'g', v: 'F', min: 2, max: 1 }] }),
    lottery({ quotas: [{ a: 'g', v: 1, min: 1, max: 1 }] }),
    lottery({ quotas: [{ a: 'g', v: 'F', min: -1, max: 1 }] }),
  ],
  'quota-attribute': [
    lottery({ quotas: [{ a: 'age', v: '30', min: 0, max: 2 }] }),
    lots({ by: [] }),
  ],
  'quota-twice': [lots({ quotas: [...LOTS.quotas, { a: 'g', v: 'F', min: 0, max: 2 }] })],
  'lots-count': [...[1, 11, 10_000, '10'].map((m) => lots({ m }))],
  'lots-hash': [lots({ panels: HEX.toUpperCase() }), lots({ panels: [] })],
  'panel-shape': [
    lottery({ panels: [] }),
    lottery({ panels: {} }),
    lottery({ panels: [{ take: PANELS[0]!.take }] }),
    lottery({ panels: [{ ...PANELS[0], id: 1 }] }),
  ],
  'panel-weight': [
    ...[0, -1, 0.5, '1'].map((w) => lottery({ panels: [{ ...PANELS[0], w }, PANELS[1]] })),
  ],
  'panel-weights-sum': [
    lottery({ panels: [{ ...PANELS[0], w: 2 ** 32 }, PANELS[1]] }),
    lottery({ panels: [{ ...PANELS[0], w: 2 ** 32 + 1 }] }),
  ],
  'panel-size': [
    lottery({ panels: [...PANELS, { w: 1, take: { 'F|N': 1 } }] }),
    lottery({ panels: [{ w: 1, take: { 'F|N': 1, 'M|N': 2 } }] }),
  ],
  'panel-breaks-quota': [
    lottery({ panels: [...PANELS, { w: 1, take: { 'M|N': 2 } }] }),
    lottery({ panels: [...PANELS, { w: 1, take: { 'F|N': 1, 'F|S': 1 } }] }),
    lottery({ quotas: [...LOTTERY.quotas, { a: 'd', v: 'W', min: 1, max: 2 }] }),
  ],
  'no-source': [withSource(), withKeys({ entropy: {} })],
  'source-type': [withSource({ type: 'clock' }), withSource(DICE, {})],
  'source-shape': [
    withSource('dice10'),
    withSource({ type: 'dice10' }),
    withSource({ ...DICE, by: 'x' }),
    withSource({ type: 'phones', count: 3 }),
    withSource({ type: 'drand', round: 40000000 }),
    withSource({ type: 'salt' }),
  ],
  'dice-count': [
    withSource({ type: 'dice10', count: 19 }),
    withSource({ type: 'dice10', count: 20.5 }),
    withSource({ type: 'dice6', count: 25 }),
    withSource(DICE, { type: 'dice6', count: '26' }),
  ],
  'drand-chain': [drand(40000000, HEX)],
  'drand-round': [drand(0), drand(1.5), drand('40000000')],
  'drand-past': [drand(1000), drand(LAST_PAST_ROUND)],
  'salt-commit': [
    withSource({ type: 'salt', commit: 'x' }),
    withSource({ type: 'salt', commit: 0 }),
  ],
  'digits-place': [
    withSource(DICE, DIGIT),
    withSource(DIGIT),
    lots({}, DICE),
    lots({}, DIGIT, DICE),
    lots({}, DIGIT, DICE, DIGIT),
    lots({}, DICE, { type: 'digits', count: 2 }),
    lots({ m: 100 }, DICE, DIGIT),
    lots({}, DICE, { type: 'digits', count: 0 }),
  ],
  'source-twice': [lots({}, DICE, DICE, DIGIT), lots({}, DICE, SALT, SALT, DIGIT)],
  'salt-alone': [lots({}, DIGIT), lots({}, SALT, DIGIT)],
};

describe('readLock', () => {
  const cases = Object.entries(flawed).flatMap(([flaw, locks]) =>
    locks.map((lock, index) => [flaw, index + 1, lock] as const),
  );
  test.each(cases)('[R9] refuses a lock for %s (%d)', (flaw, _, lock) => {
    expect(readLock(lock)).toEqual({ ok: false, flaw });
  });

  test.each<readonly [string, unknown]>([
    ['the simple rule', SIMPLE],
    ['the whole pool', withRule({ kind: 'simple', k: POOL.length })],
    ['the fixed rule', withRule(FIXED_RULE)],
    [
      'a take of 0 from a cell that nobody is in',
      withRule({ ...FIXED_RULE, take: { F: 1, X: 0 } }),
    ],
    ['the proportional rule', withRule(PROPORTIONAL)],
    ['a lottery', withRule(LOTTERY)],
    ['a lottery without quotas', lottery({ quotas: [] })],
    ['weights of 2^32', lottery({ panels: [{ ...PANELS[0], w: 2 ** 32 - 1 }, PANELS[1]] })],
    ['a later lock', withKeys({ seq: 1, prev: HEX })],
    ['a roster', withKeys({ roster: HEX })],
    ['a sealed pool', withKeys({ sealed: HEX, added: [] })],
    ['somebody added to it', withKeys({ sealed: HEX, added: [{ id: POOL[0]?.id, why: 'added' }] })],
    ['somebody excluded', withKeys({ excluded: [{ id: 'x1', why: '回避' }] })],
    ['an empty attribute value', withPool({ id: 'u1', a: { v: '' } })],
    ['the longest id', withPool({ id: 'Az09._-'.padEnd(64, 'x'), a: {} })],
    ['ids by code units', withPool({ id: 'B', a: {} }, { id: 'a', a: {} })],
    ['29 February', withKeys({ locked_at: '2028-02-29T23:59:59Z' })],
    ['the next beacon round', drand(LAST_PAST_ROUND + 1)],
    [
      'every source',
      withSource(
        DICE,
        { type: 'dice6', count: 26 },
        { type: 'phones' },
        { type: 'salt', commit: HEX },
      ),
    ],
  ])('[R9] accepts %s', (_, lock) => {
    expect(readLock(lock)).toEqual({ ok: true, lock });
  });

  test('the last past round is published at the lock or just before it', () => {
    const lockedAt = Date.parse(SIMPLE.locked_at) / 1000;
    expect(lockedAt - roundTime(LAST_PAST_ROUND)).toBeGreaterThanOrEqual(0);
    expect(lockedAt - roundTime(LAST_PAST_ROUND)).toBeLessThan(QUICKNET.period);
  });
});

test('[R9] a lock hash does not depend on the order of keys, and on everything else', () => {
  const hash = lockHash(SIMPLE);
  const turned = Object.fromEntries(Object.entries(SIMPLE).reverse()) as unknown as typeof SIMPLE;
  expect(lockHash(turned)).toBe(hash);
  expect(lockHash({ ...SIMPLE, draw: 'other' })).not.toBe(hash);
  expect(lockHash({ ...SIMPLE, excluded: [{ id: 'x1', why: 'recused' }] })).not.toBe(hash);
});
