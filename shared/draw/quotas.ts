// The quotas over several attributes that a panel has to keep, counted over people.

import type { PoolMember, QuotaRange, Rule } from './lock-form.ts';
import { own } from '../own.ts';

/** Of rules that have some; none for the others, whose cells each have their own number. */
export function quotasIn(rule: Rule): readonly QuotaRange[] {
  return rule.kind === 'lottery' || rule.kind === 'lots' ? rule.quotas : [];
}

export function meets({ a }: PoolMember, quota: QuotaRange): boolean {
  return own(a, quota.a) === quota.v;
}
