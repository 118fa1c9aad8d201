// The sheet as it is stored (RESULTS.md §1): a tree of weighted criteria, numbers as decimal text.

export interface Sheet {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly children: readonly SheetNode[];
  /** Why this version followed one that had ballots. */
  readonly reason?: string;
  /** A few words may be written beside a ballot; absent: none. */
  readonly comments?: true;
}

export type SheetNode = { readonly id: string; readonly name: string; readonly weight: string } & (
  SheetLeaf | { readonly children: readonly SheetNode[] }
);

/** `groups`: who fills it; absent or empty: all. */
export type SheetLeaf = { readonly max: string; readonly groups?: readonly string[] } & (
  | { readonly step: string }
  /** The best first. */
  | { readonly scale: readonly Grade[] }
);

/** One step of a scale: a ballot holds its mark. */
export interface Grade {
  readonly id: string;
  readonly name: string;
  readonly mark: string;
}

/** A tree as far as its shape goes: results/1 has no names, and weights that may be "p/q". */
export type Part = { readonly id: string; readonly weight: string } & (
  { readonly children: readonly Part[] } | PartLeaf
);

export type PartLeaf = { readonly max: string; readonly groups?: readonly string[] | undefined } & (
  | { readonly step: string }
  | { readonly scale: readonly { readonly id: string; readonly mark: string }[] }
);

/** Levels below the root. */
export const MOST_LEVELS = 3;

/** Parts of a sheet, of all levels together. */
export const MOST_PARTS = 100;

/** All parts, from above and from the left. */
export function partsOf<P extends { readonly children?: readonly P[] } | object>(
  children: readonly P[],
): readonly P[] {
  return children.flatMap((part) => [
    part,
    ...('children' in part ? partsOf(part.children ?? []) : []),
  ]);
}

/** What is filled in, from the left. */
export function leavesOf({ children }: Pick<Sheet, 'children'>) {
  return partsOf(children).flatMap((part) => ('children' in part ? [] : [part]));
}
