// The sheet of what each group gave: a row for each revealed result, and the score as the formula that its cells make.
import { columnLetters } from '../roster/problem.ts';
import { weightedMean } from '../scoring/means.ts';
import { fromFraction } from '../scoring/fractions.ts';
import { compare, type Rational } from '../scoring/rational.ts';
import type { ExportText } from '../text/export.ts';
import {
  bears,
  cellNumber,
  cellScore,
  decimalsOf,
  formulaDecimals,
  valueOf,
  type CellScore,
} from './digits.ts';
import type { Exported, ExportedGroup, ExportedResult, ExportedScore } from './exported.ts';
import { figures, formula, heads, number, text, widthsOf } from './sheet.ts';
import type { Cell, Row, Sheet } from './sheet.ts';

export interface GroupScores {
  readonly sheet: Sheet;
  /** To how many decimals formulas round; null where there are none. */
  readonly places: number | null;
  /** The cell of a standing score on another sheet; null where there is none. */
  readonly scoreOf: (standing: Exported['standings'][number]) => Cell | null;
  /** Why it has no score, or none that its groups make before the reader's eyes. */
  readonly remarkOf: (standing: Exported['standings'][number]) => Cell | null;
}

/** Columns before those of the groups. */
const LEAD = ['id', 'unit', 'category', 'round', 'attempt', 'counts'] as const;
/** What each group has a column for, in this order; the weights stand beside the values, as the formula takes them. */
const BLOCKS = ['expected', 'counted', 'abstained', 'weight', 'value'] as const;
type Block = (typeof BLOCKS)[number];
/** Rows of headings: what a block of columns is of, and the groups. */
const HEAD = 2;
/** Of a group's value, as on all pages; the cell holds more. */
const VALUE_DECIMALS = 2;

export function groupScoresSheet(exported: Exported, words: ExportText): GroupScores {
  const { results, standings } = exported;
  const named = new Set(results.flatMap(({ groups }) => groups.map(({ group }) => group)));
  const groups = exported.groups.filter(({ id }) => results.length === 0 || named.has(id));
  const places = formulaDecimals(
    standings.flatMap(({ score, rank }) =>
      score && rank !== null ? [{ ...cellOf(score), rank }] : [],
    ),
  );
  const name = words.sheets.groups;
  const rowOf = (n: number) => HEAD + 1 + n;
  const scoreCell = (result: ExportedResult, score: ExportedScore, n: number, sheet = '') => {
    const cell = cellOf(score);
    const decimals = decimalsOf(score.shown);
    const value = cellScore(cell, places);
    const adds =
      places !== null &&
      cell.exact !== null &&
      bears(score.shown, cell.exact, places) &&
      addsUp(result, cell.exact);
    if (!adds) return number(value, decimals);
    const [weights, values] = (['weight', 'value'] as const).map(
      (block) => sheet + rangeOf(block, groups.length, rowOf(n)),
    );
    // A group without a value has none in the sum of weights either.
    const mean = `SUMPRODUCT(${weights ?? ''},${values ?? ''})/SUMIF(${values ?? ''},">=0",${weights ?? ''})`;
    return formula(`ROUND(${mean},${String(places)})`, value, decimals);
  };
  const placeOf = new Map(results.map((result, n) => [keyOf(result), n]));
  const resultOf = (standing: Exported['standings'][number]) => {
    const n = placeOf.get(keyOf(standing)) ?? -1;
    return { n, result: results[n] };
  };
  const rows = [
    ...headRows(groups, words),
    ...results.map((result, n): Row => {
      const of = new Map(result.groups.map((group) => [group.group, group]));
      const blocks = BLOCKS.flatMap((block) =>
        groups.map(({ id }, place) => edged(groupCell(block, of.get(id), words), place === 0)),
      );
      const score = result.score && scoreCell(result, result.score, n);
      return [...leadCells(result, words), ...blocks, edged(score, true), remark(result, words)];
    }),
  ];
  return {
    sheet: {
      ...{ name, rows, head: HEAD, fixed: 2, lined: true, filter: false },
      widths: widthsOf(rows.slice(1), { least: 6, most: 28 }),
    },
    places,
    scoreOf(standing) {
      const { n, result } = resultOf(standing);
      return result && standing.score ? scoreCell(result, standing.score, n, `'${name}'!`) : null;
    },
    remarkOf(standing) {
      const { result } = resultOf(standing);
      return result ? remark(result, words) : null;
    },
  };
}

/** Cells of one row, whatever order rows are brought into elsewhere. */
function rangeOf(block: Block, groups: number, row: number): string {
  const first = LEAD.length + BLOCKS.indexOf(block) * groups;
  const [from, to] = [first, first + groups - 1].map((n) => `$${columnLetters(n)}$${String(row)}`);
  return `${from ?? ''}:${to ?? ''}`;
}

function headRows(groups: Exported['groups'], { columns }: ExportText): readonly Row[] {
  const over = BLOCKS.flatMap((block): Row => {
    const cell = { ...text(columns[block], 'head'), span: groups.length, edge: true };
    return groups.map((_, n) => (n === 0 ? cell : null));
  });
  const names = BLOCKS.flatMap(() =>
    figures(groups.map((group) => group.name)).map((cell, n) => edged(cell, n === 0)),
  );
  return [
    [...heads(LEAD.map(() => '')), ...over, ...heads(['', ''])],
    [
      ...heads(LEAD.map((one) => columns[one])),
      ...names,
      ...figures([columns.score]).map((cell) => edged(cell, true)),
      ...heads([columns.why]),
    ],
  ];
}

function leadCells(result: ExportedResult, words: ExportText): Row {
  const { unit, name, category, kind, attempt, counts } = result;
  return [
    ...[text(unit), text(name), text(category), text(words.rounds[kind])],
    ...[number(attempt), text(words.counts[counts])],
  ];
}

function groupCell(block: Block, group: ExportedGroup | undefined, words: ExportText): Cell | null {
  if (!group) return null;
  if (block === 'weight') return number(group.weight, decimalsOf(group.weight));
  if (block !== 'value') return number(group[block]);
  const { value, why } = group;
  if (value) return number(cellNumber(fractionOf(value.exact)), VALUE_DECIMALS);
  return text(words.values[why ?? 'none'], 'missing');
}

function edged(cell: Cell | null, edge: boolean): Cell | null {
  return cell && edge ? { ...cell, edge } : cell;
}

function remark({ why, score, groups }: ExportedResult, words: ExportText): Cell | null {
  if (why !== null) return text(words.whys[why], 'note');
  const isWithheld = groups.some((group) => group.why === 'floor' && group.weight !== '0');
  return score && isWithheld ? text(words.whys.withheld, 'note') : null;
}

/** Whether the groups that are shown make the score, all of them and nothing else. */
function addsUp({ groups }: ExportedResult, score: Rational): boolean {
  const shown = groups.flatMap(({ value, weight }) =>
    value ? [{ value: fractionOf(value.exact), weight: valueOf(weight) }] : [],
  );
  const made = weightedMean(shown);
  return made !== null && compare(made, score) === 0;
}

function cellOf({ value, shown }: ExportedScore): CellScore {
  return { shown, exact: value && fractionOf(value.exact) };
}

function fractionOf(exact: string): Rational {
  const fraction = fromFraction(exact);
  if (fraction === null) throw new Error(`no fraction: ${exact}`);
  return fraction;
}

function keyOf({ round, attempt, unit }: Pick<ExportedResult, 'round' | 'attempt' | 'unit'>) {
  return JSON.stringify([round, attempt, unit]);
}
