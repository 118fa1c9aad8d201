// Where each row of a large result stands: columns of one length, the name of its group at the head of each.
import type { DrawnName } from '../../../shared/views/slices/draw-slices.ts';
import { SMALLEST } from './ListName.tsx';

/** Of the whole list, in cqh. */
const WIDTH = 160;
const HEIGHT = 53;
/** Of a page: more columns leave names no room, more lines leave their letters none. */
const COLUMNS_MOST = 5;
const LINES_MOST = 18;
/** Up to so many rows on a page: its columns, its lines at least, and its letters in cqh. */
const STEPS = [
  { most: 20, columns: 2, least: 10, size: 4.2 },
  { most: 30, columns: 3, least: 10, size: 3.75 },
  { most: 39, columns: 3, least: 13, size: 3.4 },
  { most: 56, columns: 4, least: 14, size: 3.2 },
  { most: Infinity, columns: COLUMNS_MOST, least: 13, size: SMALLEST },
] as const;

export type RollRow =
  /** `again` at the head of a column that goes on with the group of the one before. */
  | { readonly kind: 'group'; readonly name: string; readonly n: number; readonly again: boolean }
  | { readonly kind: 'name'; readonly n: number; readonly drawn: DrawnName }
  | { readonly kind: 'empty'; readonly n: number };

export type PlacedRow = RollRow & {
  readonly page: number;
  /** On its page, from 1. */
  readonly column: number;
  readonly line: number;
};

export interface RollLayout {
  readonly pages: number;
  readonly columns: number;
  readonly lines: number;
  /** Of the letters, of a name's room, and from line to line, in cqh. */
  readonly size: number;
  readonly width: number;
  readonly pitch: number;
}

/**
 * Fixed before the first name is out, so that nothing moves as they come; more than one page holds are shared out evenly.
 *
 * @param take how many names there will be
 * @param groups with a heading each; 0 where there are none
 */
export function rollLayout(take: number, groups: number): RollLayout {
  const of = take + groups;
  // A column that begins inside a group says its name again, or leaves the line free that the name would have ended on.
  const again = (columns: number) => (groups > 0 ? columns - 1 : 0);
  let pages = 1;
  while (of + again(pages * COLUMNS_MOST) > pages * COLUMNS_MOST * LINES_MOST) pages += 1;
  const onPage = Math.ceil(of / pages);
  const { columns, least, size } = STEPS.find(({ most }) => onPage <= most) ?? STEPS[3];
  const all = pages * columns;
  const even = Math.ceil((of + again(all)) / all);
  // Without headings, which want room below them, every column is filled: one that stays free looks as if names were missing.
  const lines = groups > 0 || columns === 2 ? Math.max(least, even) : even;
  return {
    pages,
    columns,
    lines,
    size,
    width: WIDTH / columns - 3.2 * size,
    pitch: HEIGHT / lines,
  };
}

/** Every row of a result in its place: names in their order, then what is still to come. */
export function placedRows(
  names: readonly DrawnName[],
  take: number,
  byGroup: boolean,
  { columns, lines }: RollLayout,
): readonly PlacedRow[] {
  const placed: PlacedRow[] = [];
  let at = 0;
  const add = (row: RollRow) => {
    const column = Math.floor(at / lines);
    const page = Math.floor(column / columns);
    placed.push({ ...row, page, column: (column % columns) + 1, line: (at % lines) + 1 });
    at += 1;
  };
  const heading = ({ cell, group }: DrawnName, again: boolean): RollRow => ({
    ...{ kind: 'group', name: group ?? cell, again },
    n: names.filter((one) => one.cell === cell).length,
  });
  names.forEach((drawn, n) => {
    if (byGroup) {
      const begins = drawn.cell !== names[n - 1]?.cell;
      // No name of a group stands alone at the foot of a column.
      if (begins && at % lines === lines - 1) at += 1;
      if (begins || at % lines === 0) add(heading(drawn, !begins));
    }
    add({ kind: 'name', n: n + 1, drawn });
  });
  for (let n = names.length; n < take; n += 1) add({ kind: 'empty', n: n + 1 });
  return placed;
}
