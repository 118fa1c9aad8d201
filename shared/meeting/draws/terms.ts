// The terms of a draw before it is locked: who can be drawn, who is left out, and by which rule.
import { drawsPeople, PURPOSES } from './purposes.ts';
import { byCodeUnits } from '../../draw/canonical.ts';
import type { Lock, PoolMember, Rule } from '../../draw/lock.ts';
import type { ReviewerId, SubjectId } from '../../ids.ts';
import { grouped } from '../../grouped.ts';
import { own } from '../../own.ts';
import { GROUP, valueOf } from '../attributes.ts';
import { bandsTaken } from './bands.ts';
import { cellName, type Named } from './cell-names.ts';
import { drawPool } from './pool.ts';
import {
  attributesIn,
  proportionalTo,
  quotaFlaws,
  quotaId,
  type Counts,
  type QuotaFlaw,
} from './quotas.ts';
import { bandsIn, rankingFlaw, sharedPlace } from './ranking.ts';
import type { Refusal } from '../refusals.ts';
import type { ItemOf } from '../agenda/item.ts';
import type { Meeting } from '../state.ts';

/** The part of a lock that follows from the meeting and the item alone; lots without their hash, a lottery without panels. */
export type DrawTerms = Pick<Lock, 'pool' | 'excluded'> & { readonly rule: Rule };

/** What a lock made now would freeze. */
export function drawTerms(meeting: Meeting, item: ItemOf<'draw'>): DrawTerms {
  const { ids, excluded } = drawPool(meeting, item);
  const attributes = attributesOf(meeting, item);
  const pool = ids.map((id) => ({ id, a: attributes(id) }));
  return { pool, excluded, rule: ruleOf(item, pool) };
}

/** Too few in all (`cell: null`), or too few in one cell of a fixed rule or for one quota. */
export interface TermsFlaw {
  readonly cell: string | null;
  readonly have: number;
  readonly want: number;
  /** Of an attribute in `cell`: the sum of its quotas' minima is above what is drawn, or that of its maxima below. */
  readonly sum?: 'min' | 'max';
}

/** All that keeps these terms from being locked: of a fixed rule every cell is counted, also one that no roster has. */
export function termsFlaws(
  { take }: Pick<ItemOf<'draw'>, 'take'>,
  { pool, rule }: DrawTerms,
): readonly TermsFlaw[] {
  const all = { cell: null, have: pool.length, want: rule.kind === 'simple' ? rule.k : take };
  if (rule.kind === 'lottery' || rule.kind === 'lots')
    return all.have < take
      ? [all]
      : quotaFlaws(rule.quotas, countsOf(pool, rule.by), take).flatMap(flawOfQuota);
  if (rule.kind !== 'fixed') return all.have < all.want ? [all] : [];
  const cells = Object.entries(rule.take).map(([cell, want]) => ({
    cell,
    have: pool.filter(({ a }) => Object.values(a).includes(cell)).length,
    want,
  }));
  return [all, ...cells].filter(({ have, want }) => have < want);
}

/** How many of a pool have each value of these attributes, by code units of the values. */
export function countsOf(pool: readonly PoolMember[], by: readonly string[]): Counts {
  return new Map(
    by.map((a) => {
      const values = grouped(pool, (member) => own(member.a, a) ?? '');
      const counts = [...values].map(([v, { length }]): [string, number] => [v, length]);
      return [a, new Map(counts.sort(([one], [other]) => byCodeUnits(one, other)))];
    }),
  );
}

function flawOfQuota(flaw: QuotaFlaw): readonly TermsFlaw[] {
  switch (flaw.kind) {
    case 'few':
      return [{ cell: quotaId(flaw.quota), have: flaw.have, want: flaw.quota.min }];
    case 'min':
    case 'max':
      return [{ cell: flaw.a, have: flaw.sum, want: flaw.take, sum: flaw.kind }];
    case 'order':
      // No agenda takes such a quota.
      return [];
  }
}

/** The first of {@link termsFlaws} as a refusal; null where the terms can be locked. */
export function termsFlaw(
  named: Named & { readonly meeting: Meeting },
  item: ItemOf<'draw'>,
  terms: DrawTerms,
): Refusal | null {
  const ranking = rankingFlaw(named.meeting, item, terms.pool);
  if (ranking) return ranking;
  const [first] = termsFlaws(item, terms);
  if (!first) return null;
  const { cell, have, want, sum } = first;
  const people = drawsPeople(item.purpose);
  if (cell === null) return { code: 'pool-too-small', people, have, want };
  const name = cellName(named, cell);
  return sum
    ? { code: 'quotas-contradict', attribute: name, minima: sum === 'min', sum: have, take: want }
    : { code: 'quota-wrong', people, cell: name, have, want };
}

function ruleOf({ rule, take, purpose }: ItemOf<'draw'>, pool: readonly PoolMember[]): Rule {
  const attribute = drawsPeople(purpose) ? 'group' : 'category';
  const by = [attribute];
  switch (rule?.kind) {
    case undefined:
      return { kind: 'simple', k: PURPOSES[purpose].orders ? pool.length : take };
    case 'proportional':
      return { kind: 'proportional', by, k: take };
    case 'fixed':
      return { kind: 'fixed', by, take: rule.take };
    case 'lottery':
      return {
        ...{ kind: 'lottery', by: attributesIn(rule.quotas), k: take },
        ...{ quotas: rule.quotas, panels: [] },
      };
    case 'bands':
      return { kind: 'fixed', by: ['band'], take: bandsTaken(rule) };
    case 'lots': {
      if (rule.quotas)
        return {
          ...{ kind: 'lots', by: attributesIn(rule.quotas), k: take, m: rule.panels },
          ...{ quotas: rule.quotas, panels: '' },
        };
      // A pool of nobody has no quotas, and by what nobody has no rule draws.
      const quotas = proportionalTo(countsOf(pool, by), take);
      return {
        ...{ kind: 'lots', by: quotas.length > 0 ? by : [], k: take, m: rule.panels },
        ...{ quotas, panels: '' },
      };
    }
  }
}

/** None where everyone is alike. */
function attributesAsked({ rule, purpose }: ItemOf<'draw'>): readonly string[] {
  if (!rule) return [];
  if ('quotas' in rule) return attributesIn(rule.quotas);
  return [drawsPeople(purpose) ? GROUP : 'category'];
}

/** What a lock says of each member of its pool: ids and codes, never a name or a value of a person (R14). */
function attributesOf(
  meeting: Meeting,
  item: ItemOf<'draw'>,
): (id: string) => Readonly<Record<string, string>> {
  const { rule, tie, purpose } = item;
  if (tie) {
    const shared = sharedPlace(tie);
    return () => shared;
  }
  if (rule?.kind === 'bands') {
    const bands = bandsIn(meeting, rule);
    return (id) => ({ band: bands?.get(id) ?? '' });
  }
  const by = attributesAsked(item);
  return (id) => {
    const reviewer = drawsPeople(purpose) ? meeting.pool.get(id as ReviewerId) : undefined;
    const unit = reviewer ? undefined : meeting.subjects.get(id as SubjectId);
    return Object.fromEntries(
      by.map((name) => [name, (reviewer ? valueOf(reviewer, name) : unit?.category) ?? '']),
    );
  };
}
