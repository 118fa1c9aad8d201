// Quotas while they are edited: what they can ask about, a row for each value, and what was found changed in them.
import type { QuotaChange } from '../../../shared/draw/lottery/relaxation.ts';
import type { QuotaRange } from '../../../shared/draw/lock.ts';
import { GROUP } from '../../../shared/meeting/attributes.ts';
import type { ListedCounts } from '../../../shared/meeting/draws/quota-counts.ts';
import { attributesIn, proportionalTo, type Counts } from '../../../shared/meeting/draws/quotas.ts';
import type { SetupSlice } from '../../../shared/views/slices/staff-slices.ts';

/** The group, or an attribute of the roster. */
export interface Asked {
  readonly id: string;
  readonly name: string;
  readonly values: readonly { readonly v: string; readonly name: string; readonly count: number }[];
}

/** @param group what the group is called as an attribute */
export function askable(
  { groups, attributes }: Pick<SetupSlice, 'groups' | 'attributes'>,
  group: string,
): readonly Asked[] {
  const values = groups.map(({ id, name, pool }) => ({ v: id, name, count: pool }));
  return [{ id: GROUP, name: group, values }, ...attributes];
}

/** The same with these counts; what they do not have keeps its own. */
export function countedAnew(asked: readonly Asked[], counts: ListedCounts): readonly Asked[] {
  const anew = new Map(counts.map(({ a, values }) => [a, values]));
  return asked.map((one) => ({
    ...one,
    values: one.values.map((value) => ({
      ...value,
      count: anew.get(one.id)?.find(({ v }) => v === value.v)?.count ?? value.count,
    })),
  }));
}

export function countsIn(asked: readonly Asked[]): Counts {
  return new Map(
    asked.map(({ id, values }) => [id, new Map(values.map(({ v, count }) => [v, count]))]),
  );
}

/** The values of an attribute, those that only a quota names at the end. */
export function rowsOf({ id, values }: Asked, quotas: readonly QuotaRange[]): Asked['values'] {
  const gone = quotas.filter(({ a, v }) => a === id && !values.some((one) => one.v === v));
  return [...values, ...gone.map(({ v }) => ({ v, name: v, count: 0 }))];
}

/** Quotas by these attributes: those there were, and for what is new each value in proportion. */
export function askedAbout(
  quotas: readonly QuotaRange[],
  chosen: readonly string[],
  counts: Counts,
  take: number,
): readonly QuotaRange[] {
  const known = new Set(attributesIn(quotas));
  return chosen.flatMap((id) =>
    known.has(id) ? quotas.filter(({ a }) => a === id) : inProportion([id], counts, take),
  );
}

export function inProportion(
  chosen: readonly string[],
  counts: Counts,
  take: number,
): readonly QuotaRange[] {
  return proportionalTo(new Map(chosen.map((id) => [id, counts.get(id) ?? new Map()])), take);
}

/** A bound of a value set, where it had no quota from 0 to all that are drawn. */
export function withBound(
  quotas: readonly QuotaRange[],
  about: Pick<QuotaRange, 'a' | 'v'>,
  bound: Partial<Pick<QuotaRange, 'min' | 'max'>>,
  take: number,
): readonly QuotaRange[] {
  const isIt = ({ a, v }: QuotaRange) => a === about.a && v === about.v;
  if (!quotas.some(isIt)) return [...quotas, { min: 0, max: take, ...about, ...bound }];
  return quotas.map((quota) => (isIt(quota) ? { ...quota, ...bound } : quota));
}

export function relaxed(
  quotas: readonly QuotaRange[],
  changes: readonly QuotaChange[],
): readonly QuotaRange[] {
  return changes.reduce<readonly QuotaRange[]>(
    (all, { a, v, bound, to }) => withBound(all, { a, v }, { [bound]: to }, to),
    quotas,
  );
}
