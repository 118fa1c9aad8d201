// A score sheet as the rows of a spreadsheet, so that reading them gives the same tree again.
import { fromDecimal, toDecimal, ZERO } from '../scoring/rational.ts';
import { leavesOf, type Sheet, type SheetNode } from '../scoring/sheet.ts';
import { sum } from '../scoring/sums.ts';
import type { ScoreTemplate } from '../text/score-template.ts';
import type { GroupName } from './score-cells.ts';

/** Title, headings, a row for each part and criterion, and a total of the maxima. */
export function scoreRows(
  sheet: Pick<Sheet, 'name' | 'children'>,
  groups: readonly GroupName[],
  words: ScoreTemplate,
): readonly (readonly string[])[] {
  const levels = words.columns.levels.slice(0, depthOf(sheet.children));
  const { max, weight, step, grades, who } = words.columns;
  const isWeighed = !sheet.children.every(weighsItsPoints);
  const weightOf = (node: SheetNode) => (isWeighed ? [node.weight] : []);
  const name = (id: string) => groups.find((group) => group.id === id)?.name ?? id;
  const line = (node: SheetNode): readonly string[] => {
    if ('children' in node) return ['', ...weightOf(node), '', '', ''];
    const scale = 'scale' in node ? node.scale : [];
    return [
      ...[node.max, ...weightOf(node), 'step' in node ? node.step : ''],
      scale.map((grade) => `${grade.name}${gap(grade.name)}${grade.mark}`).join(words.and),
      (node.groups ?? []).map(name).join(words.and),
    ];
  };
  const rows = (nodes: readonly SheetNode[], level: number): readonly (readonly string[])[] =>
    nodes.flatMap((node) => [
      [...levels.map((_, n) => (n === level ? node.name : '')), ...line(node)],
      ...('children' in node ? rows(node.children, level + 1) : []),
    ]);
  const total = toDecimal(sum(leavesOf(sheet).map((leaf) => fromDecimal(leaf.max) ?? ZERO)), 6);
  return [
    [sheet.name],
    [...levels, max, ...(isWeighed ? [weight] : []), step, grades, who],
    ...rows(sheet.children, 0),
    [words.total, ...levels.slice(1).map(() => ''), total.replace(/\.?0+$/, '')],
  ];
}

/** A mark right after a digit or a letter would be taken for a part of the name. */
function gap(name: string): string {
  return /[\p{Script=Han}]$/u.test(name) ? '' : ' ';
}

function depthOf(nodes: readonly SheetNode[]): number {
  return nodes.reduce(
    (most, node) => Math.max(most, 1 + ('children' in node ? depthOf(node.children) : 0)),
    1,
  );
}

/** Whether each part weighs what its maxima come to: then a file needs no weights. */
export function weighsItsPoints(node: SheetNode): boolean {
  if (!('children' in node)) return node.weight === node.max;
  const below = sum(node.children.map(({ weight }) => fromDecimal(weight) ?? ZERO));
  return (
    node.children.every(weighsItsPoints) &&
    toDecimal(below, 6).replace(/\.?0+$/, '') === node.weight
  );
}
