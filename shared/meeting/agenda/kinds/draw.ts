// Units or people are drawn in front of the hall; what for, its purpose says.
import type { QuotaRange } from '../../../draw/lock.ts';
import { GROUP, MOST_ATTRIBUTES } from '../../attributes.ts';
import { waitsAtOnce } from '../../draws/at-once.ts';
import { fitsBeacon } from '../../draws/beacon.ts';
import { attributesIn, quotaId } from '../../draws/quotas.ts';
import { canBeLocked, numbersPanels } from '../../draws/sources.ts';
import { PURPOSE_NAMES, PURPOSES } from '../../draws/purposes.ts';
import type { Meeting } from '../../state.ts';
import { drawOfItem, isShownOut, isUnfinished } from '../../draws/standing.ts';
import { bandsTaken } from '../../draws/bands.ts';
import { MOST_TAKEN } from '../../../number-limits.ts';
import {
  SOURCES,
  type DrawPurpose,
  type ItemOf,
  type RankingOf,
  type ScoreSettings,
  type SpreadRule,
} from '../item.ts';
import {
  cellsOfPlan,
  INVALID,
  planFlaw,
  renamedPlan,
  USUAL_SECONDS,
  usualScore,
  BY_ITSELF,
  type ItemKind,
} from '../kind.ts';

export const draw: ItemKind<'draw'> = {
  ...BY_ITSELF,
  body: (f) => ({
    purpose: f.oneOf(PURPOSE_NAMES),
    take: f.taken,
    rule: f.spread.exactOptional(),
    sources: f.list(f.oneOf(SOURCES), 1, 4),
    beaconSeconds: f.seconds.exactOptional(),
    seconds: f.seconds.exactOptional(),
    without: f
      .list(f.part({ from: f.name, ids: f.list(f.member, 1, MOST_TAKEN) }), 1, MOST_EARLIER)
      .exactOptional(),
    tie: f.part({ category: f.category.exactOptional(), place: f.taken }).exactOptional(),
    throws: f.itemId.exactOptional(),
    pace: f.pace.exactOptional(),
    follow: f.part({ presentationSeconds: f.seconds, score: f.part(f.score) }).exactOptional(),
  }),
  usual: (id, { sheets, subjects }) =>
    usualDraw(id, 'presenters', usualScore(sheets), subjects.length),
  flaw: (meeting, item) => {
    const { purpose, sources, follow, rule, take, seconds, beaconSeconds } = item;
    const { effect, of, asks } = PURPOSES[purpose];
    if (!isOfItsPurpose(meeting, item)) return INVALID;
    if (seconds !== undefined && !asks) return INVALID;
    if (effect === 'turns' && !follow) return INVALID;
    const odd = follow && planFlaw(meeting, follow.score.sheet);
    if (odd) return odd;
    if (!canBeLocked(sources) || new Set(sources).size !== sources.length) return INVALID;
    if (sources.includes('dice10') && sources.includes('dice6')) return INVALID;
    // A kept salt is for phones that take part; beside dice it would convince nobody more.
    if (sources.includes('kept') && !(sources.includes('phones') && sources.length === 2))
      return INVALID;
    // Whole panels are published; and a salt alone numbers none, as whoever keeps it would know the numbers before.
    if (rule?.kind === 'lots' && (effect !== 'seats' || !numbersPanels(sources))) return INVALID;
    if (rule?.kind === 'lottery' && effect !== 'seats') return INVALID;
    if (quotasOf(rule).length > 0 && !areQuotas(meeting, quotasOf(rule))) return INVALID;
    if (!fitsBeacon(sources, beaconSeconds)) return INVALID;
    if (rule?.kind !== 'fixed') return null;
    const cells = new Set<string>(
      (of === 'people' ? meeting.groups : meeting.categories).map(({ id }) => id),
    );
    const sum = Object.values(rule.take).reduce((total, n) => total + n, 0);
    return sum === take && Object.keys(rule.take).every((cell) => cells.has(cell)) ? null : INVALID;
  },
  cells: ({ rule, tie, follow }) => [
    ...[rule?.kind === 'bands' ? rule : undefined, tie].flatMap((of) => of?.category ?? []),
    ...(rule?.kind === 'fixed' ? Object.keys(rule.take) : []),
    ...quotasOf(rule).map(({ a, v }) => (a === GROUP ? v : a)),
    ...cellsOfPlan(follow?.score.sheet ?? null),
  ],
  renamed: (item, ids) => {
    const { follow, rule } = item;
    const score = follow && { ...follow.score, sheet: renamedPlan(follow.score.sheet, ids) };
    const same = {
      ...item,
      ...(item.tie ? { tie: renamedRanking(item.tie, ids) } : {}),
      ...(follow && score ? { follow: { ...follow, score } } : {}),
    };
    if (rule && 'quotas' in rule)
      return { ...same, rule: { ...rule, quotas: rule.quotas.map(renamedQuota(ids)) } };
    if (rule?.kind === 'bands') return { ...same, rule: renamedRanking(rule, ids) };
    if (rule?.kind !== 'fixed') return same;
    const take = Object.fromEntries(
      Object.entries(rule.take).map(([cell, n]) => [ids.get(cell) ?? cell, n] as const),
    );
    return { ...same, rule: { kind: 'fixed', take } };
  },
  sheet: ({ follow }) => follow?.score.sheet ?? null,
  seconds: ({ seconds }) => seconds ?? null,
  drawing: (item) => item,
  holds: (meeting, { id }) => {
    const last = drawOfItem(meeting, id);
    if (!last || !isUnfinished(last) || waitsAtOnce(last)) return null;
    return { code: 'leave-open-draw' };
  },
  over: (meeting, { id }) => {
    const last = drawOfItem(meeting, id);
    return last !== undefined && isShownOut(last);
  },
};

/** Of rules that have some of their own. */
function quotasOf(rule: SpreadRule | undefined): readonly QuotaRange[] {
  return (rule && 'quotas' in rule ? rule.quotas : undefined) ?? [];
}

/** Whether each is about a group or an attribute that there is, none twice; what the pool has of it is seen at the lock. */
function areQuotas({ groups, attributes }: Meeting, quotas: readonly QuotaRange[]): boolean {
  const known = new Set<string>(attributes.map(({ id }) => id));
  const isKnown = ({ a, v }: QuotaRange) =>
    a === GROUP ? groups.some(({ id }) => id === v) : known.has(a) && /^[1-9]\d{0,3}$/.test(v);
  return (
    new Set(quotas.map(quotaId)).size === quotas.length &&
    attributesIn(quotas).length <= MOST_ATTRIBUTES + 1 &&
    quotas.every((quota) => quota.min <= quota.max && isKnown(quota))
  );
}

function renamedQuota(ids: ReadonlyMap<string, string>) {
  return (quota: QuotaRange): QuotaRange => {
    const named = ids.get(quotaId(quota)) ?? quotaId(quota);
    if (quota.a === GROUP) return { ...quota, v: named };
    const [a = quota.a, v = quota.v] = named.split(':');
    return { ...quota, a, v };
  };
}

/** Meetings whose drawn are left out of one draw. */
const MOST_EARLIER = 20;

/** Whether what only some purposes know of stands where it belongs, and names what there is. */
function isOfItsPurpose(
  { categories }: Meeting,
  { purpose, rule, take, tie, throws, without = [] }: ItemOf<'draw'>,
): boolean {
  const { orders, rings, ofRanking } = PURPOSES[purpose];
  const isThere = ({ category }: RankingOf) =>
    category === undefined || categories.some(({ id }) => id === category);
  if (orders && rule !== undefined) return false;
  if (orders && !rings ? !tie || !isThere(tie) : tie !== undefined) return false;
  if (throws !== undefined && !PURPOSES[purpose].throws) return false;
  if (without.some(({ ids }) => new Set(ids).size !== ids.length)) return false;
  if (rule?.kind !== 'bands') return true;
  const taken = Object.values(bandsTaken(rule));
  return (
    ofRanking && isThere(rule) && taken.length > 0 && taken.reduce((sum, n) => sum + n, 0) === take
  );
}

function renamedRanking<R extends RankingOf>(
  { category, ...ranking }: R,
  ids: ReadonlyMap<string, string>,
): R {
  const renamed = category === undefined ? {} : { category: ids.get(category) ?? category };
  return { ...ranking, ...renamed } as R;
}

/** A draw with the usual settings of its purpose; `most` is how many can be drawn from, 0 where that is not known. */
export function usualDraw(
  id: ItemOf<'draw'>['id'],
  purpose: DrawPurpose,
  score: ScoreSettings,
  most = 0,
): ItemOf<'draw'> {
  const { effect, usual, orders, rings } = PURPOSES[purpose];
  const follow = { presentationSeconds: USUAL_SECONDS.presentation, score };
  return {
    ...{ id, kind: 'draw', purpose },
    ...usual,
    take: most > 0 ? Math.min(usual.take, most) : usual.take,
    ...(effect === 'turns' ? { follow } : {}),
    ...(orders && !rings ? { tie: { place: 1 } } : {}),
  };
}
