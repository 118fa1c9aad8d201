// The part of a lock's check that looks at its rule, against the pool it draws from (DRAW.md §1).

import { cellsOf, takenFrom } from './cells.ts';
import type { Cells } from './cells.ts';
import type { LotteryPanel, PoolMember, QuotaRange, RuleFlaw, Take } from './lock-form.ts';
import { hasOwn, own } from '../own.ts';
import { hasShape, isHex64, isInteger, isList, isPlainObject } from './shape.ts';

/** W = Σw may be 2^32 at most: `below` draws from one 32-bit word. */
const LARGEST_WEIGHT_SUM = 2 ** 32;

/** One, two or three digits are the number of a panel. */
const LOTS: readonly number[] = [10, 100, 1000];

/** The first flaw of `lock.rule` for this pool, or null. The pool must be well formed. */
export function ruleFlaw(rule: unknown, pool: readonly PoolMember[]): RuleFlaw | null {
  if (!isPlainObject(rule)) return 'rule-shape';
  switch (rule['kind']) {
    case 'simple':
      if (!hasShape(rule, ['kind', 'k'])) return 'rule-shape';
      return sizeFlaw(rule['k'], pool);
    case 'fixed':
      return fixedFlaw(rule, pool);
    case 'proportional':
      if (!hasShape(rule, ['kind', 'by', 'k'])) return 'rule-shape';
      return byFlaw(rule['by'], pool) ?? sizeFlaw(rule['k'], pool);
    case 'lottery':
      return lotteryFlaw(rule, pool);
    case 'lots':
      return lotsFlaw(rule, pool);
    default:
      return 'rule-kind';
  }
}

function sizeFlaw(k: unknown, pool: readonly PoolMember[]): RuleFlaw | null {
  return isInteger(k) && k >= 1 && k <= pool.length ? null : 'k';
}

function byFlaw(by: unknown, pool: readonly PoolMember[], fewest = 1): RuleFlaw | null {
  if (!isList(by) || by.length < fewest || new Set(by).size !== by.length) return 'by';
  for (const attribute of by) {
    if (typeof attribute !== 'string') return 'by';
    if (!pool.every((member) => hasOwn(member.a, attribute))) return 'attribute-missing';
  }
  return null;
}

function fixedFlaw(rule: unknown, pool: readonly PoolMember[]): RuleFlaw | null {
  if (!hasShape(rule, ['kind', 'by', 'take'])) return 'rule-shape';
  const { by, take } = rule;
  const flaw = byFlaw(by, pool);
  if (flaw !== null) return flaw;
  const misfit = takeFlaw(take, cellsOf(pool, by as readonly string[]));
  if (misfit !== null) return misfit;
  return sizeOf(take as Take) === 0 ? 'take-nobody' : null;
}

/** Every number of a take fits its cell; a cell that nobody is in can give 0 only. */
function takeFlaw(take: unknown, cells: Cells): RuleFlaw | null {
  if (!isPlainObject(take)) return 'take-shape';
  for (const [cell, count] of Object.entries(take)) {
    if (!isInteger(count)) return 'take-shape';
    if (count > (cells.get(cell)?.length ?? 0)) return 'take-exceeds-cell';
  }
  return null;
}

function lotteryFlaw(rule: unknown, pool: readonly PoolMember[]): RuleFlaw | null {
  if (!hasShape(rule, ['kind', 'by', 'k', 'quotas', 'panels'])) return 'rule-shape';
  const { by, k, quotas, panels } = rule;
  const flaw = byFlaw(by, pool) ?? sizeFlaw(k, pool) ?? quotasFlaw(quotas, by as string[]);
  if (flaw !== null) return flaw;
  if (!isList(panels) || panels.length === 0) return 'panel-shape';
  const cells = cellsOf(pool, by as string[]);
  let weights = 0;
  for (const panel of panels) {
    const broken = panelFlaw(panel, cells, k as number, quotas as QuotaRange[]);
    if (broken !== null) return broken;
    weights += (panel as LotteryPanel).w;
    // Inside the loop, so that the sum is still exact when it is compared.
    if (weights > LARGEST_WEIGHT_SUM) return 'panel-weights-sum';
  }
  return null;
}

/** The list of panels is no part of the lock: `listFlaw` looks at it. */
function lotsFlaw(rule: unknown, pool: readonly PoolMember[]): RuleFlaw | null {
  if (!hasShape(rule, ['kind', 'by', 'k', 'm', 'quotas', 'panels'])) return 'rule-shape';
  const { by, k, m, quotas, panels } = rule;
  const flaw = byFlaw(by, pool, 0) ?? sizeFlaw(k, pool) ?? quotasFlaw(quotas, by as string[]);
  if (flaw !== null) return flaw;
  const ranges = quotas as readonly QuotaRange[];
  // Values hold no `|`; an attribute's name may, and stands last.
  if (new Set(ranges.map(({ a, v }) => `${v}|${a}`)).size !== ranges.length) return 'quota-twice';
  if (!(by as string[]).every((one) => ranges.some(({ a }) => a === one))) return 'by';
  if (!LOTS.includes(m as number)) return 'lots-count';
  return isHex64(panels) ? null : 'lots-hash';
}

function quotasFlaw(quotas: unknown, by: readonly string[]): RuleFlaw | null {
  if (!isList(quotas)) return 'quota-shape';
  for (const quota of quotas) {
    if (!hasShape(quota, ['a', 'v', 'min', 'max'])) return 'quota-shape';
    const { a, v, min, max } = quota;
    if (typeof a !== 'string' || typeof v !== 'string') return 'quota-shape';
    if (!isInteger(min) || !isInteger(max) || min > max) return 'quota-shape';
    // A panel is known by its cells only: a quota on anything else could not be checked.
    if (!by.includes(a)) return 'quota-attribute';
  }
  return null;
}

function panelFlaw(
  panel: unknown,
  cells: Cells,
  k: number,
  quotas: readonly QuotaRange[],
): RuleFlaw | null {
  if (!hasShape(panel, ['w', 'take'])) return 'panel-shape';
  const { w, take } = panel;
  if (!isInteger(w) || w < 1) return 'panel-weight';
  const misfit = takeFlaw(take, cells);
  if (misfit !== null) return misfit;
  if (sizeOf(take as Take) !== k) return 'panel-size';
  const obeyed = quotas.every((quota) => {
    const count = countOf(take as Take, cells, quota);
    return quota.min <= count && count <= quota.max;
  });
  return obeyed ? null : 'panel-breaks-quota';
}

function sizeOf(take: Take): number {
  return Object.values(take).reduce((sum, count) => sum + count, 0);
}

/** How many of a take have the quota's value; every member of a cell has the same. */
function countOf(take: Take, cells: Cells, quota: QuotaRange): number {
  let count = 0;
  for (const [cell, members] of cells) {
    if (members[0] && own(members[0].a, quota.a) === quota.v) count += takenFrom(take, cell);
  }
  return count;
}
