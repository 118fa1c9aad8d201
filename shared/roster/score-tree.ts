// The tree that the rows of a score sheet's file stand for: what is below what, before any number is read.
import { MOST_LEVELS } from '../scoring/sheet.ts';
import type { BodyRow } from './body.ts';
import { cellFlaw, loose, nameFlaw, nameText } from './cells.ts';
import type { Findings } from './findings.ts';
import type { Header } from './header.ts';

export interface Line {
  /** The first row that names it, from 1. */
  readonly row: number;
  /** Index of the column of its name. */
  readonly column: number;
  readonly name: string;
  /** Its own row; null where it is only named beside what stands below it. */
  own: BodyRow | null;
  readonly children: Line[];
}

/** In each row the deepest filled column is what the row is about; a blank one above goes on with the part above. */
export function treeOf(
  body: readonly BodyRow[],
  { columns }: Header,
  findings: Findings,
): readonly Line[] {
  const roles = (['level1', 'level2', 'level3', 'criterion'] as const).filter(
    (role) => columns[role],
  );
  const levels = roles.map((role) => columns[role]?.index ?? 0);
  const root: Line[] = [];
  let path: readonly (Line | null)[] = levels.map(() => null);
  for (const at of body) {
    const names = levels.map((index) => nameText(at.cells[index] ?? ''));
    const deepest = names.reduce((last, name, n) => (name === '' ? last : n), -1);
    if (deepest < 0) {
      const [role = 'criterion'] = roles.slice(-1);
      findings.problems.push({
        ...findings.place(at.row, levels.at(-1)),
        ...{ code: 'missing', role },
      });
      continue;
    }
    const next: (Line | null)[] = levels.map(() => null);
    let parent: Line | null = null;
    let isNew = false;
    let depth = 0;
    for (const [n, name] of names.slice(0, deepest + 1).entries()) {
      const before: Line | null = isNew ? null : (path[n] ?? null);
      const goesOn: boolean =
        before !== null && (name === '' || loose(name) === loose(before.name));
      if (name === '' && !goesOn) continue;
      const siblings: Line[] = parent?.children ?? root;
      const line: Line = goesOn && before ? before : named(at, levels[n] ?? 0, name, findings);
      if (!goesOn) {
        const twin = siblings.find((one) => loose(one.name) === loose(name));
        if (twin) twice(at, line, twin, findings);
        siblings.push(line);
        isNew = true;
      }
      if (n === deepest) {
        if (goesOn) twice(at, { ...line, column: levels[n] ?? 0 }, line, findings);
        line.own ??= at;
      }
      next[n] = line;
      parent = line;
      depth += 1;
    }
    if (depth > MOST_LEVELS)
      findings.problems.push({ ...findings.place(at.row, levels[deepest]), code: 'fourth-level' });
    path = next;
  }
  return root;
}

function named(at: BodyRow, column: number, name: string, findings: Findings): Line {
  const place = findings.place(at.row, column);
  const made = findings.made(at.row, column, name);
  const flaw = cellFlaw(name) ?? nameFlaw(name);
  if (flaw) findings.problems.push({ ...place, ...flaw });
  else if (made) findings.spoilt(at.row, column, made, name);
  return { row: at.row, column, name, own: null, children: [] };
}

function twice({ row }: BodyRow, { column, name }: Line, first: Line, findings: Findings): void {
  const place = findings.place(row, column);
  findings.problems.push({ ...place, code: 'part-twice', name, firstRow: first.row });
}
