// The terms of a draw before it is locked: who can be drawn, who is left out, and by which rule.
import { drawsPeople } from './purposes.ts';
import type { Lock, PoolMember, QuotaRange, Rule } from '../../draw/lock.ts';
import type { ReviewerId, SubjectId } from '../../ids.ts';
import { grouped } from '../../grouped.ts';
import { own } from '../../own.ts';
import { drawPool } from './pool.ts';
import type { Refusal } from '../refusals.ts';
import type { ItemOf } from '../agenda/item.ts';
import type { Meeting } from '../state.ts';

/** The part of a lock that follows from the meeting and the item alone; a rule of lots without the hash of its list. */
export type DrawTerms = Pick<Lock, 'pool' | 'excluded'> & { readonly rule: Rule };

/** What a lock made now would freeze. */
export function drawTerms(meeting: Meeting, item: ItemOf<'draw'>): DrawTerms {
  const { ids, excluded } = drawPool(meeting, item);
  const pool = ids.map((id) => ({ id, a: cellAttribute(meeting, item, id) }));
  return { pool, excluded, rule: ruleOf(item, pool) };
}

/** Too few in all (`cell: null`), or too few in one cell of a fixed rule. */
export interface TermsFlaw {
  readonly cell: string | null;
  readonly have: number;
  readonly want: number;
}

/** All that keeps these terms from being locked: of a fixed rule every cell is counted, also one that no roster has. */
export function termsFlaws(
  { take }: Pick<ItemOf<'draw'>, 'take'>,
  { pool, rule }: DrawTerms,
): readonly TermsFlaw[] {
  const all = { cell: null, have: pool.length, want: take };
  if (rule.kind !== 'fixed') return all.have < take ? [all] : [];
  const cells = Object.entries(rule.take).map(([cell, want]) => ({
    cell,
    have: pool.filter(({ a }) => Object.values(a).includes(cell)).length,
    want,
  }));
  return [all, ...cells].filter(({ have, want }) => have < want);
}

/** The first of {@link termsFlaws} as a refusal; null where the terms can be locked. */
export function termsFlaw(
  meeting: Meeting,
  item: ItemOf<'draw'>,
  terms: DrawTerms,
): Refusal | null {
  const [first] = termsFlaws(item, terms);
  if (!first) return null;
  const { cell, have, want } = first;
  const people = drawsPeople(item.purpose);
  return cell === null
    ? { code: 'pool-too-small', people, have, want }
    : { code: 'quota-wrong', people, cell: cellName(meeting, cell), have, want };
}

/** The name of a group or a category; the id itself where the roster has none of that id any more. */
export function cellName({ groups, categories }: Meeting, cell: string): string {
  const named: readonly { readonly id: string; readonly name: string }[] = [
    ...groups,
    ...categories,
  ];
  return named.find(({ id }) => id === cell)?.name ?? cell;
}

function ruleOf({ rule, take, purpose }: ItemOf<'draw'>, pool: readonly PoolMember[]): Rule {
  const attribute = drawsPeople(purpose) ? 'group' : 'category';
  const by = [attribute];
  switch (rule?.kind) {
    case undefined:
      return { kind: 'simple', k: take };
    case 'proportional':
      return { kind: 'proportional', by, k: take };
    case 'fixed':
      return { kind: 'fixed', by, take: rule.take };
    case 'lots': {
      const quotas = proportionalQuotas(pool, attribute, take);
      // A pool of nobody has no quotas, and by what nobody has no rule draws.
      return {
        ...{ kind: 'lots', by: quotas.length > 0 ? by : [], k: take, m: rule.panels },
        ...{ quotas, panels: '' },
      };
    }
  }
}

/** Each cell as many as in proportion, the odd ones rounded down or up from panel to panel. */
function proportionalQuotas(
  pool: readonly PoolMember[],
  attribute: string,
  k: number,
): readonly QuotaRange[] {
  const sizes = grouped(pool, ({ a }) => own(a, attribute) ?? '');
  return [...sizes]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([v, { length }]) => ({
      ...{ a: attribute, v },
      min: Math.floor((k * length) / pool.length),
      max: Math.ceil((k * length) / pool.length),
    }));
}

/** The cell's id, never a name or another attribute of a person: locks stay in the log for ever (R14). */
function cellAttribute(meeting: Meeting, item: ItemOf<'draw'>, id: string): Record<string, string> {
  if (!item.rule) return {};
  return drawsPeople(item.purpose)
    ? { group: meeting.pool.get(id as ReviewerId)?.group ?? '' }
    : { category: meeting.subjects.get(id as SubjectId)?.category ?? '' };
}
