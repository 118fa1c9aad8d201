// Cells: the pool members that are alike in the attributes a rule draws by.

import { byCodeUnits } from './canonical.ts';
import type { PoolMember, Rule } from './lock-form.ts';
import { grouped } from '../grouped.ts';
import { own } from '../own.ts';

export type Cells = ReadonlyMap<string, readonly PoolMember[]>;

/**
 * The pool by cell "v1|v2|…", cells sorted by UTF-16 code units, members in pool order; one cell ""
 * where `by` is empty. Every member must have every attribute of `by`.
 */
export function cellsOf(pool: readonly PoolMember[], by: readonly string[]): Cells {
  const cells = grouped(pool, (member) => cellOf(member, by));
  return new Map([...cells].sort(([left], [right]) => byCodeUnits(left, right)));
}

/** The name of a member's own cell, as {@link cellsOf} has it. */
export function cellOf(member: PoolMember, by: readonly string[]): string {
  return by.map((attribute) => attributeOf(member, attribute)).join('|');
}

/** The attributes that a rule draws by, in order; none for the simple rule. */
export function attributesOf(rule: Rule): readonly string[] {
  return rule.kind === 'simple' ? [] : rule.by;
}

/** How many a `take` takes from a cell; an absent cell gives none. */
export function takenFrom(take: Readonly<Record<string, number>>, cell: string): number {
  return own(take, cell) ?? 0;
}

function attributeOf(member: PoolMember, attribute: string): string {
  const value = own(member.a, attribute);
  if (value === undefined) throw new RangeError(`${member.id} has no attribute ${attribute}`);
  return value;
}
