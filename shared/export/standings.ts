// The sheets of what stands: units by rank, and what that comes to by category. Ranks and means are formulas over the scores.
import { divide, rational } from '../scoring/rational.ts';
import { sum } from '../scoring/sums.ts';
import type { ExportText } from '../text/export.ts';
import { cellNumber, valueOf } from './digits.ts';
import type { Exported } from './exported.ts';
import type { GroupScores } from './group-scores.ts';
import {
  figures,
  formula,
  heads,
  number,
  text,
  widthsOf,
  type Cell,
  type Row,
  type Sheet,
} from './sheet.ts';

export interface Standings {
  readonly sheet: Sheet;
  /** The ranges of its categories and scores on other sheets; null where it has no rows. */
  readonly ranges: { readonly categories: string; readonly scores: string } | null;
  /** The score's cell of each row, as `standings` has them. */
  readonly scores: readonly (Cell | null)[];
  readonly places: number | null;
}

const CATEGORY = 'E';
const SCORE = 'F';

export function standingsSheet(
  { standings }: Exported,
  { scoreOf, remarkOf, places }: GroupScores,
  words: ExportText,
): Standings {
  const last = standings.length + 1;
  const range = (column: string) => `$${column}$2:$${column}$${String(last)}`;
  const scores = standings.map(scoreOf);
  const rows = standings.map((one, n): Row => {
    const row = String(n + 2);
    const place = (rank: number | null, content: string) =>
      rank === null ? null : places === null ? number(rank) : formula(content, rank);
    const [here, all] = [`${SCORE}${row}`, range(SCORE)];
    return [
      place(one.rank, `RANK(${here},${all})`),
      // By EXACT, as Excel takes A for a elsewhere, and * and ? in COUNTIF for anything.
      place(
        one.categoryRank,
        `SUMPRODUCT(EXACT(${range(CATEGORY)},${CATEGORY}${row})*(${all}>${here}))+1`,
      ),
      ...[text(one.unit), text(one.name), text(one.category)],
      scores[n] ?? null,
      remarkOf(one),
    ];
  });
  const { rank, categoryRank, id, unit, category, score, why } = words.columns;
  const head = [
    ...figures([rank, categoryRank]),
    ...heads([id, unit, category]),
    ...[text(score, 'figures'), text(why, 'head')],
  ];
  const all = [head, ...rows];
  const name = words.sheets.standings;
  return {
    sheet: {
      ...{ name, rows: all, head: 1, fixed: 4, lined: true, filter: rows.length > 0 },
      widths: widthsOf(all),
    },
    ranges:
      rows.length === 0
        ? null
        : {
            categories: `'${name}'!${range(CATEGORY)}`,
            scores: `'${name}'!${range(SCORE)}`,
          },
    scores,
    places,
  };
}

export function categoriesSheet(
  { categories, standings: rows }: Exported,
  { ranges, scores, places }: Standings,
  words: ExportText,
): Sheet {
  const { category, units, scored, mean } = words.columns;
  const of = (name: string | null) =>
    scores.filter((cell, n) => cell && (name === null || rows[n]?.category === name));
  const line = (name: string | null, takingPart: number, n: number): Row => {
    const row = String(n + 2);
    const cells = of(name).flatMap((cell) => (cell && cell.kind !== 'text' ? [cell.value] : []));
    const is = name === null || !ranges ? null : `EXACT(${ranges.categories},A${row})`;
    const among = ranges?.scores ?? '';
    const counted = is === null ? `COUNT(${among})` : `SUMPRODUCT(${is}*ISNUMBER(${among}))`;
    const total = is === null ? `SUM(${among})` : `SUMPRODUCT(${is}*${among})`;
    return [
      text(name ?? words.all, name === null ? 'title' : undefined),
      number(takingPart),
      ranges ? formula(counted, cells.length) : number(0),
      cells.length === 0 ? null : meanCell(`${total}/C${row}`, cells, places),
    ];
  };
  const whole = categories.reduce((all, one) => all + one.units, 0);
  const lines = [
    [...heads([category]), ...figures([units, scored, mean])],
    ...categories.map((one, n) => line(one.name, one.units, n)),
    line(null, whole, categories.length),
  ];
  const widths = widthsOf(lines, { least: 14 });
  const name = words.sheets.categories;
  return { name, rows: lines, head: 1, fixed: 1, lined: true, widths, filter: false };
}

/** The mean of scores as their cells have them. */
function meanCell(content: string, cells: readonly string[], places: number | null): Cell {
  const value = cellNumber(divide(sum(cells.map(valueOf)), rational(cells.length)));
  return places === null ? number(value, 2) : formula(content, value, 2);
}
