// What a score sheet's lines hold: maxima, steps, weights, grades and groups, each problem at the cell where it stands.
import { fromDecimal, toDecimal, ZERO, type Rational } from '../scoring/rational.ts';
import { sheetFlaw } from '../scoring/sheet-flaws.ts';
import { MOST_PARTS, partsOf, type Grade, type SheetNode } from '../scoring/sheet.ts';
import { sum } from '../scoring/sums.ts';
import type { BodyRow } from './body.ts';
import { isBlank, quoted } from './cells.ts';
import { spoilt, type Findings } from './findings.ts';
import type { Header } from './header.ts';
import { cellKey } from './made.ts';
import type { ColumnRole, SheetFileFlaw, Spoilt } from './problem.ts';
import { readAmount, readGrades, readGroups, type GroupName } from './score-cells.ts';
import type { Line } from './score-tree.ts';

/** Ids are those of rows, and only hold the tree together. */
export type ReadNode = { readonly id: string; readonly name: string; readonly weight: string } & (
  | { readonly children: readonly ReadNode[] }
  | {
      readonly max: string;
      readonly step: string;
      /** null: it is scored by steps. */
      readonly scale: readonly Grade[] | null;
      /** null: all fill it in. */
      readonly groups: readonly string[] | null;
    }
);

interface Amount {
  readonly value: string;
  readonly percent: boolean;
}

/** Reads what stands on the lines of a tree, and finds what is wrong with it. */
export class SheetReader {
  readonly #header: Header;
  readonly #groups: readonly GroupName[];
  readonly #findings: Findings;
  readonly #merged: ReadonlySet<string>;
  readonly #weights = new Map<Line, Amount>();

  constructor(
    header: Header,
    groups: readonly GroupName[],
    findings: Findings,
    merged: ReadonlySet<string>,
  ) {
    this.#header = header;
    this.#groups = groups;
    this.#findings = findings;
    this.#merged = merged;
  }

  /** Whether the file gives any weights of its own. */
  get isWeighed(): boolean {
    return this.#weights.size > 0;
  }

  nodes(lines: readonly Line[]): readonly ReadNode[] {
    for (const line of allOf(lines)) {
      const weight = this.#amount(line, 'weight');
      if (weight) this.#weights.set(line, weight);
    }
    this.#checkWeights(lines, null);
    return lines.map((line) => this.#node(line));
  }

  /** A total row beside what was read. */
  compare(total: BodyRow, lines: readonly Line[], nodes: readonly ReadNode[]): void {
    const findings = this.#findings;
    const line: Line = { row: total.row, column: 0, name: '', own: total, children: [] };
    const before = findings.problems.length;
    const leaves = allOf(lines).filter(({ children }) => children.length === 0);
    const maxima = leaves.map((leaf) => this.#quiet(leaf, 'max'));
    this.#agrees(line, 'max', sumOf(maxima));
    if (this.isWeighed) this.#agrees(line, 'weight', sumOf(nodes.map(({ weight }) => weight)));
    if (findings.problems.length === before)
      findings.notes.push({ ...findings.place(total.row), code: 'total-fits' });
  }

  /** What the editor would not take either, at the row where it comes from. */
  check(nodes: readonly ReadNode[], lines: readonly Line[]): void {
    const findings = this.#findings;
    if (partsOf<ReadNode>(nodes).length > MOST_PARTS)
      findings.problems.push({ ...findings.place(), code: 'too-many-parts', max: MOST_PARTS });
    const ids = this.#groups.map(({ id }) => id);
    const flaw = sheetFlaw({ id: 'sheet', children: nodes.map(asAdopted) }, ids);
    if (!flaw) return;
    const line = allOf(lines).find((one) => idOf(one) === flaw.at);
    findings.problems.push({
      ...findings.place(line?.row, line?.column),
      ...{ code: 'sheet-flaw', flaw: flaw.code, name: line?.name ?? '' },
    });
  }

  #node(line: Line): ReadNode {
    const called = { id: idOf(line), name: line.name };
    const own = this.#weights.get(line)?.value;
    if (line.children.length > 0) {
      const children = line.children.map((child) => this.#node(child));
      this.#checkPart(line);
      return { ...called, weight: own ?? sumOf(children.map(({ weight }) => weight)), children };
    }
    const max = this.#required(line, 'max');
    const grades = this.#cell(line, 'grades');
    const scale = isBlank(grades) ? null : readGrades(grades, max, called.id);
    const who = readGroups(this.#cell(line, 'who'), this.#groups);
    const step = this.#amount(line, 'step')?.value ?? '1';
    if (scale && 'code' in scale) this.#problem(line, 'grades', scale);
    if (who && 'code' in who) this.#problem(line, 'who', who);
    return {
      ...{ ...called, weight: own ?? max, max, step },
      scale: scale && 'code' in scale ? null : scale,
      groups: who && 'code' in who ? null : who,
    };
  }

  /** A part's own row may hold its weight, and a total of what is below it. */
  #checkPart(line: Line): void {
    for (const role of ['step', 'grades', 'who'] as const)
      if (!isBlank(this.#cell(line, role)))
        this.#problem(line, role, { code: 'of-a-part', name: line.name, role });
    const leaves = allOf(line.children).filter(({ children }) => children.length === 0);
    this.#agrees(line, 'max', sumOf(leaves.map((leaf) => this.#quiet(leaf, 'max'))));
  }

  /**
   * Among what shares one whole, either all have weights or none has; percentages make a hundred, or what the part has.
   * A part without a weight of its own stands for what is below it.
   */
  #checkWeights(lines: readonly Line[], whole: Amount | null): void {
    const sharing = this.#sharing(lines);
    const given = sharing.flatMap((line) => this.#weights.get(line) ?? []);
    const [first] = sharing;
    if (given.length > 0 && first) {
      for (const line of sharing)
        if (!this.#weights.has(line) && isBlank(this.#cell(line, 'weight')))
          this.#problem(line, 'weight', { code: 'missing', role: 'weight' });
      const odd = sharing.find((line) => this.#weights.get(line)?.percent === false);
      const percents = given.filter(({ percent }) => percent).length;
      const total = sumOf(given.map(({ value }) => value));
      if (percents > 0 && odd) this.#problem(odd, 'weight', { code: 'mixed-percent' });
      else if (percents > 0 && given.length === sharing.length)
        if (total !== '100' && total !== whole?.value)
          this.#problem(first, 'weight', { code: 'shares-differ', sum: total });
    }
    for (const line of sharing)
      if (line.children.length > 0)
        this.#checkWeights(line.children, this.#weights.get(line) ?? null);
  }

  #sharing(lines: readonly Line[]): readonly Line[] {
    return lines.flatMap((line) =>
      line.children.length > 0 && !this.#weights.has(line) ? this.#sharing(line.children) : [line],
    );
  }

  #agrees(line: Line, role: 'max' | 'weight', total: string): void {
    const said = this.#amount(line, role)?.value;
    if (said !== undefined && total !== '' && said !== total)
      this.#problem(line, role, { code: 'total-differs', role, said, sum: total });
  }

  #required(line: Line, role: ColumnRole): string {
    if (isBlank(this.#cell(line, role))) this.#problem(line, role, { code: 'missing', role });
    return this.#amount(line, role)?.value ?? '';
  }

  /** A number of a line's own row; null where there is none, and where there is something else, which is said. */
  #amount(line: Line, role: ColumnRole): Amount | null {
    const cell = this.#cell(line, role);
    const index = this.#header.columns[role]?.index;
    if (index === undefined || !line.own) return null;
    const { row } = line.own;
    const made = this.#findings.made(row, index, cell);
    if (made === 'no-value') this.#problem(line, role, { code: 'unread-formula' });
    if (isBlank(cell)) return null;
    if (made === 'date' || made === 'time' || made === 'fraction' || made === 'boolean') {
      this.#problem(line, role, spoilt(made, cell));
      return null;
    }
    if (this.#merged.has(cellKey(row - 1, index))) {
      this.#problem(line, role, { code: 'merged-number', role });
      return null;
    }
    const amount = readAmount(cell);
    if (amount && (role === 'weight' || !amount.percent)) return amount;
    this.#problem(line, role, { code: 'bad-number', text: quoted(cell) });
    return null;
  }

  /** The same without a word: it was said where the line itself was read, or will be. */
  #quiet(line: Line, role: ColumnRole): string {
    return readAmount(this.#cell(line, role))?.value ?? '';
  }

  #cell({ own }: Line, role: ColumnRole): string {
    const index = this.#header.columns[role]?.index;
    return index === undefined ? '' : (own?.cells[index] ?? '');
  }

  #problem(line: Line, role: ColumnRole, detail: CellFlaw): void {
    const index = this.#header.columns[role]?.index;
    const place = this.#findings.place(line.own?.row ?? line.row, index);
    this.#findings.problems.push({ ...place, ...detail });
  }
}

type CellFlaw =
  | SheetFileFlaw
  | Spoilt
  | { readonly code: 'missing'; readonly role: ColumnRole }
  | { readonly code: 'unread-formula' };

function idOf({ row, column }: Line): string {
  return `r${String(row)}-${String(column)}`;
}

function allOf(lines: readonly Line[]): readonly Line[] {
  return partsOf<Line>(lines);
}

/** "" where one of them is no number: then there is nothing to compare. */
function sumOf(values: readonly string[]): string {
  const read = values.map((value): Rational | null => fromDecimal(value));
  if (read.some((value) => value === null)) return '';
  return toDecimal(sum(read.map((value) => value ?? ZERO)), 6).replace(/\.?0+$/, '') || '0';
}

function asAdopted(node: ReadNode): SheetNode {
  const { id, name, weight } = node;
  if ('children' in node) return { id, name, weight, children: node.children.map(asAdopted) };
  const { max, step, scale, groups } = node;
  return {
    ...{ id, name, weight, max },
    ...(groups ? { groups } : {}),
    ...(scale ? { scale } : { step }),
  };
}
