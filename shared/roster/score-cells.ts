// One cell of a score sheet's file: a number or a share, grades with their marks, groups by name.
import { divide, fromDecimal, multiply, rational, toDecimal } from '../scoring/rational.ts';
import type { Grade } from '../scoring/sheet.ts';
import { readDecimal } from '../typed-number.ts';
import { grouped } from '../grouped.ts';
import { idText, isBlank, loose, nameText, quoted } from './cells.ts';
import { listed } from './list.ts';
import type { SheetFileFlaw } from './problem.ts';

export interface GroupName {
  readonly id: string;
  readonly name: string;
}

/** "25", "２５", "25分", "30%": the decimal, and whether it is a percentage; null for anything else. */
export function readAmount(
  cell: string,
): { readonly value: string; readonly percent: boolean } | null {
  const [, number = '', unit = ''] = /^(.*?)\s*(%|分|points?|pts?\.?)?$/iu.exec(idText(cell)) ?? [];
  const value = readDecimal(number);
  return value === null ? null : { value, percent: unit === '%' };
}

const BETWEEN_GRADES = /[、,，;；/／|\r\n]+/u;
/** A mark after the name, or in brackets: 优秀100, 优秀：100分, 优秀（100）, Excellent = 100. */
const GRADE = /^(.*?)[\s:=(]*(\d+(?:\.\d+)?)\s*(?:分|points?)?\)?$/iu;
const MOST_GRADES = 50;
const LONGEST_GRADE = 40;

/** The best first; without marks they fall as the editor's usual ones do. */
export function readGrades(
  cell: string,
  max: string,
  id: string,
): readonly Grade[] | Extract<SheetFileFlaw, { readonly code: 'bad-grades' }> {
  const flaw = { code: 'bad-grades', text: quoted(cell) } as const;
  const texts = cell.split(BETWEEN_GRADES).filter((text) => !isBlank(text));
  const marked = texts.map((text) => GRADE.exec(idText(text)));
  const all = marked.every((found) => found !== null);
  if (!all && marked.some((found) => found !== null)) return flaw;
  const names = texts.map((text, n) => nameText(marked[n]?.[1] ?? text));
  const falling = marksOf(names.length, max);
  const grades = names.map((name, n) => ({
    ...{ id: `${id}-${String(n + 1)}`, name },
    mark: readDecimal(marked[n]?.[2] ?? falling[n] ?? '') ?? '',
  }));
  const isSound =
    grades.length > 1 &&
    grades.length <= MOST_GRADES &&
    grades.every(({ name, mark }) => name !== '' && name.length <= LONGEST_GRADE && mark !== '');
  return isSound ? grades : flaw;
}

/** Equal falls: 100, 85, 70, 55 of four, and smaller ones where there are many. */
function marksOf(count: number, max: string): readonly string[] {
  const top = fromDecimal(max) ?? rational(100);
  const fall = Math.min(15, Math.floor(100 / Math.max(1, count)));
  return Array.from({ length: count }, (_, n) =>
    toDecimal(multiply(top, divide(rational(100 - fall * n), rational(100))), 6),
  );
}

const BETWEEN_GROUPS = /[、,，;；/／\r\n]+/u;
const EVERYBODY: ReadonlySet<string> = new Set([
  ...['全部', '所有', '各组', '各组都评', '全体', '所有组', '全部组别', '都评', 'all', 'everyone'],
  ...['everygroup', 'byeverygroup', 'allgroups'],
]);

/** Ids of the groups, null for all of them. */
export function readGroups(
  cell: string,
  groups: readonly GroupName[],
): readonly string[] | null | Extract<SheetFileFlaw, { readonly code: 'unknown-group' }> {
  if (isBlank(cell) || EVERYBODY.has(loose(cell))) return null;
  const named = grouped(groups, ({ name }) => loose(name));
  const items = listed(cell, BETWEEN_GROUPS, (text) => named.get(loose(text)) ?? []);
  const stranger = items.find(({ found }) => found.length === 0);
  if (stranger)
    return {
      ...{ code: 'unknown-group', text: quoted(stranger.text) },
      known: groups.map(({ name }) => name),
    };
  const ids = new Set(items.flatMap(({ found }) => found.map(({ id }) => id)));
  return ids.size === groups.length ? null : groups.flatMap(({ id }) => (ids.has(id) ? [id] : []));
}
