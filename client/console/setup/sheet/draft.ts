// A sheet while it is edited: numbers as they were typed, and every change of the tree. Pure.
import { seenBy, type Seen } from '../../../../shared/scoring/seen-by.ts';
import { weighsItsPoints } from '../../../../shared/roster/score-rows.ts';
import { add, sum } from '../../../../shared/scoring/sums.ts';
import {
  divide,
  fromDecimal,
  multiply,
  rational,
  toDecimal,
  ZERO,
  type Rational,
} from '../../../../shared/scoring/rational.ts';
import type { Entry } from '../../../../shared/scoring/entry.ts';
import {
  leavesOf,
  partsOf,
  type Grade,
  type Sheet,
  type SheetNode,
} from '../../../../shared/scoring/sheet.ts';
import { readDecimal } from '../../../../shared/typed-number.ts';
import { moved, replaced, without } from '../lists.ts';

export interface SheetDraft {
  readonly name: string;
  readonly entry: Entry;
  readonly comments: boolean;
  /** Maxima are weights, and those of a part the sum of what stands below it. */
  readonly points: boolean;
  readonly nodes: readonly DraftNode[];
  /** The version that it was begun on; 0: none. */
  readonly version: number;
  /** Why it changes. */
  readonly reason: string;
}

export type DraftNode = { readonly id: string; readonly name: string; readonly weight: string } & (
  { readonly children: readonly DraftNode[] } | DraftLine
);

export interface DraftLine {
  readonly max: string;
  readonly step: string;
  /** null: it is scored by steps. */
  readonly scale: readonly Grade[] | null;
  /** null: all fill it in. */
  readonly groups: readonly string[] | null;
}

export interface GroupName {
  readonly id: string;
  readonly name: string;
}

export type Adopted = Omit<Sheet, 'version' | 'reason'>;

export const NEW_SHEET: SheetDraft = {
  entry: 'criteria',
  ...{ name: '', comments: false, points: true, nodes: [], version: 0, reason: '' },
};

export function draftOf({ name, comments, version, children }: Sheet): SheetDraft {
  const node = (one: SheetNode): DraftNode => {
    const { id, name: called, weight } = one;
    if ('children' in one) return { id, name: called, weight, children: one.children.map(node) };
    return {
      ...{ id, name: called, weight, max: one.max },
      step: 'step' in one ? one.step : '1',
      scale: 'scale' in one ? one.scale : null,
      groups: one.groups ?? null,
    };
  };
  const points = children.every(weighsItsPoints);
  const nodes = children.map(node);
  const entry = entryOf(nodes);
  return { name, entry, comments: comments ?? false, points, nodes, version, reason: '' };
}

/** What would be adopted: numbers that can be read as decimals, others as they stand, for the check to find. */
export function sheetOf(id: string, { name, comments, points, nodes }: SheetDraft): Adopted {
  const node = (one: DraftNode): SheetNode => {
    const called = { id: one.id, name: one.name.trim() };
    if ('children' in one) {
      const children = one.children.map(node);
      const below = sum(children.map(({ weight }) => fromDecimal(weight) ?? ZERO));
      return { ...called, weight: points ? decimalText(below) : read(one.weight), children };
    }
    const max = read(one.max);
    return {
      ...called,
      ...{ weight: points ? max : read(one.weight), max },
      ...(one.groups ? { groups: one.groups } : {}),
      ...(one.scale
        ? {
            scale: one.scale.map((grade) => ({
              ...grade,
              name: grade.name.trim(),
              mark: read(grade.mark),
            })),
          }
        : { step: read(one.step) }),
    };
  };
  return {
    ...{ id, name: name.trim(), children: nodes.map(node) },
    ...(comments ? { comments: true } : {}),
  };
}

/** The part of the whole that each node has for whoever fills in all of it, as an exact number of 1. */
export function sharesIn(sheet: Adopted): ReadonlyMap<string, Rational> {
  const shares = new Map<string, Rational>();
  const seen: readonly Seen<SheetNode>[] = seenBy(
    { ...sheet, children: sheet.children.map(forAll) },
    '',
  );
  for (const { leaf, path, share } of seen)
    for (const { id } of [...path, leaf]) shares.set(id, add(shares.get(id) ?? ZERO, share));
  return shares;
}

function forAll(node: SheetNode): SheetNode {
  if ('children' in node) return { ...node, children: node.children.map(forAll) };
  const { groups: _, ...line } = node;
  return line;
}

/** A share as a percentage of at most two decimals: `33.33`, `25`. */
export function percent(share: Rational): string {
  return toDecimal(multiply(share, rational(100)), 2).replace(/\.?0+$/, '') || '0';
}

/** What all maxima come to, null where one is no number. */
export function maximaOf(sheet: Adopted): string | null {
  const maxima = leavesOf(sheet).map(({ max }) => fromDecimal(max));
  return maxima.every((max) => max !== null) ? decimalText(sum(maxima)) : null;
}

/** The first part without a name, null where all have one. */
export function nameless(sheet: Adopted): string | null {
  const parts = partsOf(sheet.children);
  const grade = (part: SheetNode) => 'scale' in part && part.scale.some(({ name }) => name === '');
  return parts.find((part) => part.name === '' || grade(part))?.id ?? null;
}

/** Where in the tree a node stands: the place at each level. */
export type Path = readonly number[];

/** The nodes with what stands at a path changed; `null` takes it away. */
export function changedAt(
  nodes: readonly DraftNode[],
  [place = 0, ...deeper]: Path,
  change: (node: DraftNode) => DraftNode | null,
): readonly DraftNode[] {
  const node = nodes[place];
  if (!node) return nodes;
  if (deeper.length > 0 && 'children' in node)
    return replaced(nodes, place, {
      ...node,
      children: changedAt(node.children, deeper, change),
    });
  const next = change(node);
  return next ? replaced(nodes, place, next) : without(nodes, place);
}

export function movedAt(nodes: readonly DraftNode[], path: Path, by: -1 | 1): readonly DraftNode[] {
  const place = path.at(-1) ?? 0;
  if (path.length === 1) return moved(nodes, place, by);
  return changedAt(nodes, path.slice(0, -1), (node) =>
    'children' in node ? { ...node, children: moved(node.children, place, by) } : node,
  );
}

/** A line as usual sheets have it. */
export function newLine(id: string, name = '', max = '25'): DraftNode {
  return { id, name, weight: max, max, step: '1', scale: null, groups: null };
}

/** With one more line below a node; a line that becomes a part hands its settings down. */
export function withChild(node: DraftNode, id: string, name = ''): DraftNode {
  if ('children' in node) return { ...node, children: [...node.children, newLine(id, name)] };
  const { id: own, name: called, weight, ...line } = node;
  return { id: own, name: called, weight, children: [{ id, name, weight: line.max, ...line }] };
}

export function entryOf(nodes: readonly DraftNode[]): Entry {
  const [only, second] = nodes;
  if (!only || second || 'children' in only) return 'criteria';
  return only.scale ? 'grades' : 'number';
}

/** The draft turned to another way of filling it in; what it had is in the draft before. */
export function enteredAs(
  draft: SheetDraft,
  entry: Entry,
  words: { readonly total: string; readonly grades: readonly string[] },
  freshId: (kind: string) => string,
): SheetDraft {
  if (draft.entry === entry) return draft;
  const base = { weight: '100', max: '100', step: '1', groups: null };
  switch (entry) {
    case 'criteria':
      return {
        ...draft,
        entry,
        points: true,
        nodes: [newLine(freshId('c')), newLine(freshId('c'))],
      };
    case 'number':
      return {
        ...draft,
        entry,
        points: true,
        nodes: [{ id: freshId('c'), name: words.total, ...base, scale: null }],
      };
    case 'grades':
      return {
        ...draft,
        entry,
        points: true,
        nodes: [
          {
            ...{ id: freshId('c'), name: words.total, ...base },
            scale: usualScale(words.grades, '100', freshId),
          },
        ],
      };
  }
}

/** Marks that fall evenly from the maximum: 100, 85, 70, 55 of four. */
export function usualScale(
  names: readonly string[],
  max: string,
  freshId: (kind: string) => string,
): readonly Grade[] {
  const top = fromDecimal(readDecimal(max) ?? '') ?? rational(100);
  return names.map((name, n) => ({
    id: freshId('g'),
    name,
    mark: decimalText(multiply(top, divide(rational(100 - 15 * n), rational(100)))),
  }));
}

function read(text: string): string {
  return readDecimal(text) ?? text.trim();
}

/** Without needless zeros. */
function decimalText(value: Rational): string {
  return toDecimal(value, 6).replace(/\.?0+$/, '') || '0';
}
