// The sheet as it is stored (RESULTS.md §1): a tree with decimals as text. What is offered today is a tree of one level.
import { remembered } from '../remembered.ts';
import type { Sheet } from './sheet.ts';

export type SheetTree = {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly children: readonly SheetNode[];
};

export type SheetNode = {
  readonly id: string;
  readonly name: string;
  readonly weight: string;
} & (SheetLeaf | { readonly children: readonly SheetNode[] });

/** `groups`: who fills it; absent: all. */
export type SheetLeaf = { readonly max: string; readonly groups?: readonly string[] } & (
  | { readonly step: string }
  | {
      readonly scale: readonly {
        readonly id: string;
        readonly name: string;
        readonly mark: string;
      }[];
    }
);

/** A flat sheet as it is stored. */
export function treeOf({ id, version, name, criteria }: Sheet): SheetTree {
  return {
    id,
    version,
    name,
    children: criteria.map(({ max, step, weight, ...named }) => ({
      ...{ id: named.id, name: named.name },
      ...{ weight: String(weight), max: String(max), step: String(step) },
    })),
  };
}

/** The criteria of a tree of one level whose numbers are whole. @throws RangeError for any other: nobody can fill it in yet. */
export const flat = remembered(({ id, version, name, children }: SheetTree): Sheet => ({
  ...{ id, version, name },
  criteria: children.map(criterionOf),
}));

function criterionOf(node: SheetNode): Sheet['criteria'][number] {
  if (!('step' in node) || node.groups) throw new RangeError(`${node.id} is more than a criterion`);
  const { id, name, max, step, weight } = node;
  return { id, name, max: wholeOf(max), step: wholeOf(step), weight: wholeOf(weight) };
}

/** The number that a stored decimal stands for, where it is whole. @throws RangeError */
export function wholeOf(decimal: string): number {
  const value = Number(decimal);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${decimal} is no whole number`);
  return value;
}
