// What the server makes for the lock of a draw, the list of lots or the panels of a lottery: for whom, and whether it will do.
import { byCodeUnits, canonical } from '../../draw/canonical.ts';
import { attributesOf, cellsOf, takenFrom } from '../../draw/cells.ts';
import { listFlaw, lotsHash, type LotsLock, type Panel } from '../../draw/lots.ts';
import { ruleFlaw } from '../../draw/lock-rule.ts';
import type { LotteryPanel } from '../../draw/lock-form.ts';
import type { Lock, PoolMember } from '../../draw/lock.ts';
import { inclusion } from '../../draw/rules.ts';
import { own } from '../../own.ts';
import type { ItemOf } from '../agenda/item.ts';
import type { Meeting } from '../state.ts';
import type { FoundLottery, MadeFor, MadeLots } from './draw.ts';
import { drawTerms, type DrawTerms } from './terms.ts';

export type Made = Extract<MadeLots, { readonly phase: 'made' }>;

/** Whether the server makes something for the lock of this draw, long before it or on stage. */
export function isMade({ rule }: Pick<DrawTerms, 'rule'>): boolean {
  return rule.kind === 'lots' || rule.kind === 'lottery';
}

/** What a lock made now would name; null where nothing was made, or it was made for others or by other quotas. */
export function madeFor(meeting: Meeting, item: ItemOf<'draw'>): Made | null {
  const made = meeting.lots.get(item.id);
  if (made?.phase !== 'made') return null;
  const now = wantedFor(drawTerms(meeting, item), item);
  return isSame(made.for, now) ? made : null;
}

/** What is made for an item whose draw has these terms. */
export function wantedFor({ pool, rule }: DrawTerms, item: ItemOf<'draw'>): MadeFor {
  const objective = item.rule && 'objective' in item.rule ? item.rule.objective : undefined;
  return { pool, rule, objective };
}

/**
 * The terms with what was made for them, as a lock freezes them. Whom no panel within the quotas can hold stands among the
 * excluded.
 */
export function termsWith(terms: DrawTerms, made: Made): DrawTerms {
  const { rule } = terms;
  if ('list' in made && rule.kind === 'lots')
    return withoutLeftOut(
      { ...terms, rule: { ...rule, panels: made.list.hash } },
      made.list.panels,
    );
  if ('lottery' in made && rule.kind === 'lottery')
    return withoutLeftOut({ ...terms, rule: { ...rule, panels: made.lottery.panels } }, []);
  throw new Error(`${rule.kind}: something else was made`);
}

/** A cell of which no panel takes anybody is out as a whole; one person of a cell never is. */
function withoutLeftOut(terms: DrawTerms, panels: readonly Panel[]): DrawTerms {
  const { pool, rule, excluded } = terms;
  const seated = new Set(panels.flat());
  const isTaken = (cell: string, members: readonly PoolMember[]) =>
    rule.kind === 'lottery'
      ? rule.panels.some(({ take }) => takenFrom(take, cell) > 0)
      : members.some(({ id }) => seated.has(id));
  const out = new Set(
    [...cellsOf(pool, attributesOf(rule))].flatMap(([cell, members]) =>
      isTaken(cell, members) ? [] : members.map(({ id }) => id),
    ),
  );
  if (out.size === 0) return terms;
  const left = [...out].map((id) => ({ id, why: 'quota' }));
  return {
    rule,
    pool: pool.filter(({ id }) => !out.has(id)),
    excluded: [...excluded, ...left].sort((one, other) => byCodeUnits(one.id, other.id)),
  };
}

/** The first flaw of what was made for these terms, or null. */
export function flawForTerms(
  terms: DrawTerms,
  item: ItemOf<'draw'>,
  made: { readonly list: readonly Panel[] } | { readonly panels: readonly LotteryPanel[] },
): string | null {
  const { rule } = terms;
  if ('panels' in made) {
    if (rule.kind !== 'lottery') return 'rule-kind';
    const held = withoutLeftOut({ ...terms, rule: { ...rule, panels: made.panels } }, []);
    return ruleFlaw(held.rule, held.pool);
  }
  if (rule.kind !== 'lots') return 'rule-kind';
  const named = { ...terms, rule: { ...rule, panels: lotsHash(made.list) } };
  // In proportion everybody has a place: then a list without somebody is none.
  const isProportional = item.rule?.kind !== 'lots' || item.rule.quotas === undefined;
  const held = isProportional ? named : withoutLeftOut(named, made.list);
  // Only pool and rule are looked at: there is no lock yet.
  return listFlaw({ pool: held.pool, rule: held.rule } as LotsLock, made.list);
}

/** What is known of a lottery by itself. */
export function foundLottery(
  terms: DrawTerms,
  panels: readonly LotteryPanel[],
  best: string,
): FoundLottery {
  if (terms.rule.kind !== 'lottery') throw new Error('a lottery for another rule');
  const held = withoutLeftOut({ ...terms, rule: { ...terms.rule, panels } }, []);
  // Only pool and rule are looked at: there is no lock yet.
  const chances = Object.values(inclusion({ pool: held.pool, rule: held.rule } as Lock));
  const sorted = [...chances].sort((one, other) => valueOf(one) - valueOf(other));
  return { panels, best, least: sorted[0] ?? '0/1', most: sorted.at(-1) ?? '0/1' };
}

function valueOf(fraction: string): number {
  const [n = 0, d = 1] = fraction.split('/').map(Number);
  return n / d;
}

function isSame(one: MadeFor, other: MadeFor): boolean {
  return (
    one.objective === other.objective &&
    canonical(one.rule) === canonical(other.rule) &&
    isSamePool(one.pool, other.pool)
  );
}

function isSamePool(one: readonly PoolMember[], other: readonly PoolMember[]): boolean {
  const alike = (a: PoolMember['a'], b: PoolMember['a']) =>
    Object.entries(a).every(([name, value]) => own(b, name) === value);
  return (
    one === other ||
    (one.length === other.length &&
      one.every(({ id, a }, n) => id === other[n]?.id && alike(a, other[n].a)))
  );
}
