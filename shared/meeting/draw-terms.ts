// The terms of a draw before it is locked: who can be drawn, who is left out, and by which rule.
import type { Lock, Rule } from '../draw/lock.ts';
import type { ReviewerId, SubjectId } from '../ids.ts';
import { drawPool, drawsPeople } from './draw-pool.ts';
import type { Refusal } from './refusals.ts';
import type { ItemOf, Meeting } from './state.ts';

/** The part of a lock that follows from the meeting and the item alone. */
export type DrawTerms = Pick<Lock, 'pool' | 'excluded' | 'rule'>;

/** What a lock made now would freeze. */
export function drawTerms(meeting: Meeting, item: ItemOf<'draw'>): DrawTerms {
  const { ids, excluded } = drawPool(meeting, item);
  return {
    pool: ids.map((id) => ({ id, a: cellAttribute(meeting, item, id) })),
    excluded,
    rule: ruleOf(item),
  };
}

/** Why these terms cannot be locked: too few in all, or too few in a cell of a fixed rule; null where they can. */
export function termsFlaw(
  meeting: Meeting,
  item: ItemOf<'draw'>,
  { pool, rule }: DrawTerms,
): Refusal | null {
  const people = drawsPeople(item.purpose);
  if (pool.length < item.take)
    return { code: 'pool-too-small', people, have: pool.length, want: item.take };
  if (rule.kind !== 'fixed') return null;
  for (const [cell, want] of Object.entries(rule.take)) {
    const have = pool.filter(({ a }) => Object.values(a).includes(cell)).length;
    if (have < want)
      return { code: 'quota-wrong', people, cell: cellName(meeting, cell), have, want };
  }
  return null;
}

/** The name of a group or a category; the id itself where the roster has none of that id any more. */
export function cellName({ groups, categories }: Meeting, cell: string): string {
  const named: readonly { readonly id: string; readonly name: string }[] = [
    ...groups,
    ...categories,
  ];
  return named.find(({ id }) => id === cell)?.name ?? cell;
}

function ruleOf({ rule, take, purpose }: ItemOf<'draw'>): Rule {
  const by = [drawsPeople(purpose) ? 'group' : 'category'];
  switch (rule?.kind) {
    case undefined:
      return { kind: 'simple', k: take };
    case 'proportional':
      return { kind: 'proportional', by, k: take };
    case 'fixed':
      return { kind: 'fixed', by, take: rule.take };
  }
}

/** The cell's id, never a name or another attribute of a person: locks stay in the log for ever (R14). */
function cellAttribute(meeting: Meeting, item: ItemOf<'draw'>, id: string): Record<string, string> {
  if (!item.rule) return {};
  return drawsPeople(item.purpose)
    ? { group: meeting.pool.get(id as ReviewerId)?.group ?? '' }
    : { category: meeting.subjects.get(id as SubjectId)?.category ?? '' };
}
