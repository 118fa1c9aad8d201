// What a group sees of a sheet, and what each line of it is of the whole (RESULTS.md §1).
import { remembered } from '../remembered.ts';
import type { Form, Line } from './form.ts';
import { toFraction } from './fractions.ts';
import { sum } from './sums.ts';
import { divide, fromShare, multiply, rational, type Rational } from './rational.ts';
import type { Part, Sheet } from './sheet.ts';

type LeafOf<P> = Exclude<P, { readonly children: unknown }>;

/** A leaf that a group sees, and its part of the whole. */
export interface Seen<P> {
  readonly leaf: LeafOf<P>;
  readonly path: readonly P[];
  readonly share: Rational;
}

/**
 * The leaves that a group sees: those of others, and nodes without a leaf left, are taken away, and the weights of the rest
 * hold among themselves.
 *
 * @throws RangeError where these are all 0, see `zeroUnder`
 */
export function seenBy<P extends Part>(
  root: { readonly id: string; readonly children: readonly P[] },
  group: string,
): readonly Seen<P>[] {
  const walk = (parts: readonly P[], share: Rational, path: readonly P[]): readonly Seen<P>[] => {
    const { left, weights, whole } = weighed(parts, group);
    return left.flatMap((part, n) => {
      const mine = multiply(share, divide(weights[n] ?? whole, whole));
      return 'children' in part
        ? walk(part.children as readonly P[], mine, [...path, part])
        : [{ leaf: part as LeafOf<P>, path, share: mine }];
    });
  };
  return walk(root.children, rational(1), []);
}

/** The first node, or the root, under which all weights that this group sees are 0; null where there is none. */
export function zeroUnder(
  { id, children }: { readonly id: string; readonly children: readonly Part[] },
  group: string,
): string | null {
  const { left, whole } = weighed(children, group);
  if (left.length > 0 && whole.n === 0n) return id;
  for (const part of left) {
    const at = 'children' in part ? zeroUnder(part, group) : null;
    if (at !== null) return at;
  }
  return null;
}

function weighed<P extends Part>(parts: readonly P[], group: string) {
  const left = parts.filter((part) => isSeen(part, group));
  const weights = left.map(({ weight }) => fromShare(weight) ?? rational(0));
  return { left, weights, whole: sum(weights) };
}

function isSeen(part: Part, group: string): boolean {
  if ('children' in part) return part.children.some((child) => isSeen(child, group));
  return !part.groups?.length || part.groups.includes(group);
}

const forms = remembered((_: Sheet) => new Map<string, Form | null>());

/** What this group fills in of a sheet without flaws; null where it sees nothing of it. @throws RangeError for weights that are all 0. */
export function formOf(sheet: Sheet, group: string): Form | null {
  const known = forms(sheet);
  let form = known.get(group);
  if (form === undefined) known.set(group, (form = made(sheet, group)));
  return form;
}

function made(sheet: Sheet, group: string): Form | null {
  const { id, version, name, comments } = sheet;
  const lines = seenBy(sheet, group).map(
    ({ leaf: { id: line, name: called, max, ...leaf }, path, share }): Line => ({
      ...{ id: line, name: called, path: path.map((node) => node.name), max },
      share: toFraction(share),
      ...('step' in leaf ? { step: leaf.step } : { scale: leaf.scale }),
    }),
  );
  if (lines.length === 0) return null;
  return { id, version, name, ...(comments ? { comments } : {}), lines };
}
