// What keeps a sheet from being one, and from being adopted.
import { compare, fromDecimal, fromShare, type Rational } from './rational.ts';
import { isReached } from './steps.ts';
import { zeroUnder } from './seen-by.ts';
import { MOST_LEVELS, partsOf, type Part, type PartLeaf, type Sheet } from './sheet.ts';

/** What keeps a sheet from being one. */
export type SheetFlawCode =
  | 'empty'
  | 'too-deep'
  | 'twice'
  | 'number'
  | 'weight'
  | 'max'
  | 'step'
  | 'scale-empty'
  | 'scale-twice'
  | 'scale'
  | 'group';

/** `at`: the id of the part that it is about, or of the sheet; `about`: what stands there and should not. */
export interface SheetFlaw {
  readonly code: SheetFlawCode;
  readonly at: string;
  readonly about: string;
}

/**
 * The first flaw of a tree in reading order, whoever fills it in; null where it has none.
 *
 * @param groups those that a leaf may name
 */
export function treeFlaw(
  root: { readonly id: string; readonly children: readonly Part[] },
  groups: ReadonlySet<string>,
): SheetFlaw | null {
  const ids = new Set<string>();
  const walk = (parts: readonly Part[], level: number, at: string): SheetFlaw | null => {
    if (parts.length === 0) return { code: 'empty', at, about: at };
    if (level > MOST_LEVELS) return { code: 'too-deep', at, about: at };
    for (const part of parts) {
      if (ids.has(part.id)) return { code: 'twice', at: part.id, about: part.id };
      ids.add(part.id);
      const weight = fromShare(part.weight);
      if (!weight || weight.n < 0n)
        return { code: weight ? 'weight' : 'number', at: part.id, about: part.weight };
      const flaw =
        'children' in part ? walk(part.children, level + 1, part.id) : leafFlaw(part, groups);
      if (flaw) return flaw;
    }
    return null;
  };
  return walk(root.children, 1, root.id);
}

function leafFlaw(leaf: PartLeaf & { readonly id: string }, groups: ReadonlySet<string>) {
  const flaw = (code: SheetFlawCode, about: string): SheetFlaw => ({ code, at: leaf.id, about });
  const max = fromDecimal(leaf.max);
  if (!max) return flaw('number', leaf.max);
  if (max.n <= 0n) return flaw('max', leaf.max);
  const stranger = leaf.groups?.find((group) => !groups.has(group));
  if (stranger !== undefined) return flaw('group', stranger);
  if ('step' in leaf) {
    const step = fromDecimal(leaf.step);
    if (!step) return flaw('number', leaf.step);
    return step.n > 0n ? null : flaw('step', leaf.step);
  }
  if (leaf.scale.length === 0) return flaw('scale-empty', leaf.id);
  const ids = leaf.scale.map(({ id }) => id);
  const twice = ids.find((id, n) => ids.indexOf(id) !== n);
  if (twice !== undefined) return flaw('scale-twice', twice);
  let above: Rational | null = null;
  for (const { mark: text } of leaf.scale) {
    const mark = fromDecimal(text);
    if (!mark) return flaw('number', text);
    // The best may be the maximum itself; each further one is less.
    const fits = above ? compare(mark, above) < 0 : compare(mark, max) <= 0;
    if (mark.n < 0n || !fits) return flaw('scale', leaf.id);
    above = mark;
  }
  return null;
}

/** What a sheet of ours must not have either: `reach`, a maximum that no step comes to. */
export type OwnFlaw =
  | SheetFlaw
  | { readonly code: 'reach'; readonly at: string; readonly about: string }
  /** All weights that this group sees under this node are 0. */
  | { readonly code: 'weights-zero'; readonly at: string; readonly about: string };

/** The first thing that keeps a sheet from being adopted, null where nothing does. */
export function sheetFlaw(
  sheet: Pick<Sheet, 'id' | 'children'>,
  groups: readonly string[],
): OwnFlaw | null {
  const flaw = treeFlaw(sheet, new Set(groups));
  if (flaw) return flaw;
  for (const part of partsOf(sheet.children))
    if ('step' in part && !isReached(part)) return { code: 'reach', at: part.id, about: part.step };
  // Also whoever comes later, and sees what is for all.
  for (const group of [...groups, '']) {
    const at = zeroUnder(sheet, group);
    if (at !== null) return { code: 'weights-zero', at, about: group };
  }
  return null;
}
