// Who takes over from a drawn person (DRAW.md §6): the same cell first, then whoever keeps every quota, else nobody.
import { describe, expect, it } from 'vitest';
import { determine } from '../../../shared/draw/draw.ts';
import { fromHex } from '../../../shared/draw/hash.ts';
import { inLine, type Standing } from '../../../shared/draw/in-line.ts';
import type { CellRule, PoolMember } from '../../../shared/draw/lock.ts';
import {
  firstFalseReplacement,
  replacementHash,
  type ReplacementRecord,
} from '../../../shared/draw/replacement.ts';
import { byTicket } from '../../../shared/draw/seed.ts';
import { lockOf, THROW } from './locks.ts';

/** f1 is F|N and so on: the first letter is sex, the second the area. */
const member = (id: string, g: string, d: string): PoolMember => ({ id, a: { g, d } });
const POOL: readonly PoolMember[] = [
  ...['fn1'].map((id) => member(id, 'F', 'N')),
  ...['fs1', 'fs2', 'fs3'].map((id) => member(id, 'F', 'S')),
  ...['mn1', 'mn2', 'mn3'].map((id) => member(id, 'M', 'N')),
  ...['ms1', 'ms2'].map((id) => member(id, 'M', 'S')),
];
const quota = (a: string, v: string, min: number, max: number) => ({ a, v, min, max });

/** Everybody of F|N and of M|S's first is drawn; the seed is the same whatever the quotas allow. */
function drawn(quotas: readonly ReturnType<typeof quota>[]) {
  const rule: CellRule = {
    ...{ kind: 'lottery', by: ['g', 'd'], k: 3, quotas },
    panels: [{ w: 1, take: { 'F|N': 1, 'M|N': 1, 'M|S': 1 } }],
  };
  const lock = lockOf(POOL, rule);
  const { seed, selected, reserve } = determine(lock, [THROW]);
  const now: Standing = { lock, seed, reserve, standing: selected, isLeft: () => true };
  return { lock, seed, selected, reserve, now };
}

const WIDE = [quota('g', 'F', 1, 2), quota('d', 'N', 1, 2)];

describe('the line [DRAW.md §6]', () => {
  it('is the reserve of the same cell, then in ticket order those of other cells who keep every quota', () => {
    const { seed, selected, reserve, now } = drawn(WIDE);
    const out = selected.find((id) => id.startsWith('mn')) ?? '';
    // M|N leaves: F from 1 to 2 is allowed, N from 2 to 1 as well; all others may come.
    const others = Object.entries(reserve).flatMap(([cell, ids]) => (cell === 'M|N' ? [] : ids));
    expect(inLine(now, out)).toEqual([
      ...(reserve['M|N'] ?? []),
      ...byTicket(fromHex(seed), 'ticket', others),
    ]);
  });

  it('passes over whoever would break a quota', () => {
    const { now } = drawn(WIDE);
    // F|N leaves, and no other is left of it: without a woman the least of F is broken, so only women come.
    expect([...inLine(now, 'fn1')].sort()).toEqual(['fs1', 'fs2', 'fs3']);
  });

  it('has nobody where no exchange keeps every quota', () => {
    const { now } = drawn([quota('g', 'F', 1, 2), quota('d', 'N', 2, 2)]);
    expect(inLine(now, 'fn1')).toEqual([]);
  });

  it('leaves what a vacancy broke as it is', () => {
    const { now } = drawn(WIDE);
    const standing = now.standing.filter((id) => id !== 'fn1');
    const out = standing.find((id) => id.startsWith('ms')) ?? '';
    // No woman is left on the panel; a man for a man does not touch that quota, a woman mends it.
    const line = inLine({ ...now, standing }, out);
    expect(line.some((id) => id.startsWith('mn'))).toBe(true);
    expect(line.some((id) => id.startsWith('fs'))).toBe(true);
  });

  it('leaves out who was sent in already, and ends at the cell where a rule has no quotas', () => {
    const { now, reserve } = drawn(WIDE);
    const [first = ''] = inLine(now, 'fn1');
    expect(inLine({ ...now, isLeft: (id) => id !== first }, 'fn1')).not.toContain(first);
    const rule: CellRule = { kind: 'fixed', by: ['g', 'd'], take: { 'F|N': 1, 'M|N': 1 } };
    const lock = lockOf(POOL, rule);
    const { seed, selected } = determine(lock, [THROW]);
    expect(inLine({ ...now, lock, seed, standing: selected }, 'fn1')).toEqual([]);
    expect(reserve['F|N']).toEqual([]);
  });
});

describe('records of replacements', () => {
  const HASH = 'ab'.repeat(32);

  it('are checked along that line, each from the panel that the one before it left', () => {
    const { lock, seed, selected, reserve, now } = drawn(WIDE);
    const [first = '', second = ''] = inLine(now, 'fn1');
    const record = (part: Partial<ReplacementRecord>): ReplacementRecord => ({
      ...{ prev: HASH, lock_hash: HASH, out: 'fn1', in: first, why: 'no-show', skipped: [] },
      ...part,
    });
    const check = (...records: readonly ReplacementRecord[]) =>
      firstFalseReplacement(HASH, () => 'F|N', reserve, records, { lock, seed, selected });
    expect(check(record({}))).toBeNull();
    expect(check(record({ in: second, skipped: [first] }))).toBeNull();
    expect(check(record({ in: second }))).toBe(0);
    const man = (reserve['M|N'] ?? [])[0] ?? '';
    expect(check(record({ in: man }))).toBe(0);
    const prev = replacementHash(record({}));
    const again = record({ prev, out: first, in: second });
    expect(check(record({}), again)).toBeNull();
    expect(check(record({}), { ...again, in: first })).toBe(1);
    // A vacancy names everybody of the line.
    expect(check(record({ in: '', skipped: inLine(now, 'fn1') }))).toBeNull();
    expect(check(record({ in: '', skipped: [first] }))).toBe(0);
  });
});
