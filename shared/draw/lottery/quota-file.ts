// Quotas and pools as tables: the layouts that those who draw panels by lot exchange (DRAW.md §8).

import type { PoolMember, QuotaRange } from '../lock-form.ts';
import { grouped } from '../../grouped.ts';

/** Cells of a table by row; rows may be of unlike length. */
export type TableRows = readonly (readonly string[])[];

/** Why a table is not read; rows count from 1, as a spreadsheet shows them. */
export type TableFlaw =
  | { readonly code: 'quota-head'; readonly found: readonly string[] }
  | { readonly code: 'quota-none' }
  | { readonly code: 'quota-blank'; readonly row: number; readonly column: string }
  | {
      readonly code: 'quota-number';
      readonly row: number;
      readonly column: string;
      readonly found: string;
    }
  | {
      readonly code: 'quota-order';
      readonly row: number;
      readonly min: number;
      readonly max: number;
    }
  | { readonly code: 'quota-twice'; readonly row: number; readonly a: string; readonly v: string }
  | { readonly code: 'quota-character'; readonly row: number; readonly found: string }
  | { readonly code: 'pool-none' }
  | { readonly code: 'pool-head'; readonly a: string; readonly found: readonly string[] }
  | { readonly code: 'pool-head-twice'; readonly a: string }
  | { readonly code: 'pool-blank'; readonly row: number; readonly a: string }
  | {
      readonly code: 'pool-value';
      readonly row: number;
      readonly a: string;
      readonly v: string;
      readonly known: readonly string[];
    }
  | { readonly code: 'pool-id-blank'; readonly row: number; readonly column: string }
  | { readonly code: 'pool-id-twice'; readonly row: number; readonly id: string };

export type TableReading<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly flaw: TableFlaw };

/** Names of the columns for attribute, value, minimum and maximum, in lower case and without blanks. */
const LAYOUTS: readonly (readonly [a: string, v: string, min: string, max: string])[] = [
  ['category', 'feature', 'min', 'max'],
  ['featurename', 'valuename', 'minquota', 'maxquota'],
  ['feature', 'value', 'min', 'max'],
  ['category', 'value', 'min', 'max'],
  ['category', 'name', 'min', 'max'],
];

/** Names of a column that says who somebody is, the likeliest first. */
const ID_COLUMNS = [
  ...['id', '编号', 'nationbuilder_id', 'person_id', 'respondent_id', 'participant_id'],
  ...['unique_id', 'uniqueid', 'personid', '序号', 'no', 'no.', 'nr', '#'],
];

/** What is written around a text and is no part of it. */
const EDGES = /^[\s\u200b\u2060\ufeff]+|[\s\u200b\u2060\ufeff]+$/gu;
/** No value of a lock holds these (DRAW.md §1). */
// eslint-disable-next-line no-control-regex
const FORBIDDEN = /[|\u0000-\u001f]/;

function trimmed(cell: string | undefined): string {
  return (cell ?? '').normalize('NFC').replace(EDGES, '');
}

function loose(cell: string): string {
  return cell.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();
}

interface Row {
  readonly row: number;
  readonly cells: readonly string[];
}

/** Rows in which something stands. */
function filledRows(table: TableRows): readonly Row[] {
  return table
    .map((cells, n) => ({ row: n + 1, cells: cells.map(trimmed) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
}

/**
 * The quotas of a table whose first row names the columns: `category,feature,min,max`,
 * `FeatureName,ValueName,MinQuota,MaxQuota` or `feature,value,min,max`, in any order; further columns are left aside.
 *
 * @returns the first flaw: a head that is none of these, a blank, a bound that is no whole number, bounds in the wrong order,
 * a value that has two rows
 */
export function readQuotas(table: TableRows): TableReading<readonly QuotaRange[]> {
  const [head, ...rows] = filledRows(table);
  const names = (head?.cells ?? []).map(loose);
  const layout = LAYOUTS.find((columns) => columns.every((column) => names.includes(column)));
  if (!layout)
    return flawed({ code: 'quota-head', found: (head?.cells ?? []).filter((cell) => cell !== '') });
  const [aAt = 0, vAt = 0, minAt = 0, maxAt = 0] = layout.map((column) => names.indexOf(column));
  const quotas: QuotaRange[] = [];
  for (const { row, cells } of rows) {
    const nameOf = (at: number) => head?.cells[at] ?? '';
    for (const at of [aAt, vAt, minAt, maxAt])
      if ((cells[at] ?? '') === '') return flawed({ code: 'quota-blank', row, column: nameOf(at) });
    const [a = '', v = ''] = [cells[aAt], cells[vAt]];
    for (const text of [a, v])
      if (FORBIDDEN.test(text)) return flawed({ code: 'quota-character', row, found: text });
    const bounds = [minAt, maxAt].map((at) => ({ at, value: wholeNumber(cells[at] ?? '') }));
    for (const { at, value } of bounds)
      if (value === null)
        return flawed({ code: 'quota-number', row, column: nameOf(at), found: cells[at] ?? '' });
    const [min = 0, max = 0] = bounds.map(({ value }) => value ?? 0);
    if (min > max) return flawed({ code: 'quota-order', row, min, max });
    if (quotas.some((quota) => quota.a === a && quota.v === v))
      return flawed({ code: 'quota-twice', row, a, v });
    quotas.push({ a, v, min, max });
  }
  return quotas.length === 0 ? flawed({ code: 'quota-none' }) : { ok: true, value: quotas };
}

/**
 * The pool of a table whose first row names the columns: one for each attribute of the quotas, by its name or, where none has
 * just that, by the one that differs in case or blanks; the column of an id, where there is one, else rows are numbered from
 * 1. Further columns are left aside. Members are in the order of the table.
 *
 * @returns the first flaw: an attribute without a column or with two, a blank, a value without a quota, an id that is blank or
 * stands twice
 */
export function readPool(
  table: TableRows,
  quotas: readonly QuotaRange[],
): TableReading<readonly PoolMember[]> {
  const [head, ...rows] = filledRows(table);
  if (!head || rows.length === 0) return flawed({ code: 'pool-none' });
  const values = grouped(quotas, ({ a }) => a);
  const columns: { readonly a: string; readonly at: number; readonly known: readonly string[] }[] =
    [];
  for (const [a, own] of values) {
    const same = placesOf(head.cells, (cell) => cell === a);
    const places =
      same.length > 0 ? same : placesOf(head.cells, (cell) => loose(cell) === loose(a));
    const [at] = places;
    if (at === undefined)
      return flawed({ code: 'pool-head', a, found: head.cells.filter((cell) => cell !== '') });
    if (places.length > 1) return flawed({ code: 'pool-head-twice', a });
    columns.push({ a, at, known: own.map(({ v }) => v) });
  }
  const idAt = idColumn(
    head.cells,
    columns.map(({ at }) => at),
  );
  const ids = new Set<string>();
  const pool: PoolMember[] = [];
  for (const { row, cells } of rows) {
    const a: (readonly [name: string, value: string])[] = [];
    for (const { a: name, at, known } of columns) {
      const v = cells[at] ?? '';
      if (v === '') return flawed({ code: 'pool-blank', row, a: name });
      if (!known.includes(v)) return flawed({ code: 'pool-value', row, a: name, v, known });
      a.push([name, v]);
    }
    const id = idAt === null ? String(pool.length + 1) : (cells[idAt] ?? '');
    if (id === '')
      return flawed({ code: 'pool-id-blank', row, column: head.cells[idAt ?? 0] ?? '' });
    if (ids.has(id)) return flawed({ code: 'pool-id-twice', row, id });
    ids.add(id);
    pool.push({ id, a: Object.fromEntries(a) });
  }
  return { ok: true, value: pool };
}

function idColumn(head: readonly string[], taken: readonly number[]): number | null {
  const names = head.map((cell, at) => (taken.includes(at) ? '' : loose(cell)));
  const found = ID_COLUMNS.find((name) => names.includes(name));
  return found === undefined ? null : names.indexOf(found);
}

function placesOf(cells: readonly string[], is: (cell: string) => boolean): readonly number[] {
  return cells.flatMap((cell, at) => (cell !== '' && is(cell) ? [at] : []));
}

/** "12", full-width digits as well, and "12.0" as spreadsheets write it; null for anything else. */
function wholeNumber(text: string): number | null {
  const [, digits] = /^\+?(\d{1,9})(?:\.0+)?$/.exec(text.normalize('NFKC')) ?? [];
  return digits === undefined ? null : Number(digits);
}

function flawed(flaw: TableFlaw): { readonly ok: false; readonly flaw: TableFlaw } {
  return { ok: false, flaw };
}
