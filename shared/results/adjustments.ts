// Bonus and deduction: what was declared and confirmed in the period, each event once, up to its caps (RESULTS.md §4).
import { grouped } from '../grouped.ts';
import { own } from '../own.ts';
import { within } from '../scoring/means.ts';
import { sum } from '../scoring/sums.ts';
import { compare, multiply, rational, type Rational } from '../scoring/rational.ts';
import { aboveZero, amount, positive } from './amount.ts';
import type { AdjustmentEntry, AdjustmentKind, Adjustments } from './case.ts';
import { byId, known, refuse } from './refused.ts';

export interface Adjusted {
  /** By subject; whoever has none is not in it. */
  readonly bonus: ReadonlyMap<string, Rational>;
  readonly deduction: ReadonlyMap<string, Rational>;
  /** Ids of entries, in order: those that count. */
  readonly counted: readonly string[];
  /** Those that come after the period and are left for the next one. */
  readonly carried: readonly string[];
  /** Those of an event of which another counts already. */
  readonly once: readonly string[];
  /** Confirmed ones, by id. */
  readonly entries: ReadonlyMap<string, Counted>;
  /** By subject, kind by kind in their order, where it has a counted entry of the kind. */
  readonly kinds: ReadonlyMap<string, readonly KindSum[]>;
}

/** A confirmed entry: what it is worth with its tags, and what became of it. */
export interface Counted {
  readonly points: Rational;
  readonly as: 'counted' | 'once' | 'carried' | 'late' | 'early';
}

/** What the entries of one kind come to. */
export interface KindSum {
  readonly kind: string;
  readonly sign: AdjustmentKind['sign'];
  readonly entered: Rational;
  /** After the kind's own cap. */
  readonly sum: Rational;
}

const NONE: Adjusted = {
  ...{ bonus: new Map(), deduction: new Map() },
  ...{ counted: [], carried: [], once: [], entries: new Map(), kinds: new Map() },
};

interface Weighed {
  readonly entry: AdjustmentEntry;
  readonly points: Rational;
}

/** @throws Refused for an entry or a kind that contradicts itself or names what does not exist. */
export function adjust(adjustments: Adjustments | null, subjects: ReadonlySet<string>): Adjusted {
  if (!adjustments) return NONE;
  const kinds = byId(adjustments.kinds);
  for (const { cap, multipliers = {} } of adjustments.kinds) {
    if (cap !== undefined) positive(cap);
    for (const factor of Object.values(multipliers)) aboveZero(factor);
  }
  checkClamp(adjustments);
  const [from, to] = adjustments.period;
  if (from > to) refuse('range', from);
  const entries = [...byId(adjustments.entries).values()].sort(byText(({ id }) => id));
  const weighed = entries.map((entry): Weighed => {
    if (!subjects.has(entry.subject)) refuse('unknown', entry.subject);
    return { entry, points: pointsOf(entry, known(kinds, entry.kind)) };
  });
  const confirmed = weighed.filter(({ entry }) => entry.state === 'confirmed');
  const there = confirmed.filter(
    ({ entry: { date, carried } }) => date <= to && (date >= from || carried === true),
  );
  const later = confirmed.filter(
    ({ entry: { date, kind } }) => date > to && kinds.get(kind)?.late === 'carry',
  );
  const counts = there.filter((one) => isFirst(one, there));
  const ids = (list: readonly Weighed[]) => list.map(({ entry }) => entry.id);
  const sums = kindSums(adjustments, counts);
  const totals = (sign: AdjustmentKind['sign'], cap: string | undefined) =>
    new Map(
      [...sums].map(([subject, kinds]) => {
        const mine = kinds.filter((kind) => kind.sign === sign);
        return [subject, capped(sum(mine.map((kind) => kind.sum)), cap)] as const;
      }),
    );
  const became = (one: Weighed): Counted['as'] => {
    if (counts.includes(one)) return 'counted';
    if (there.includes(one)) return 'once';
    if (later.includes(one)) return 'carried';
    return one.entry.date > to ? 'late' : 'early';
  };
  return {
    bonus: totals('bonus', adjustments.bonusCap),
    deduction: totals('deduction', adjustments.deductionCap),
    counted: ids(counts),
    carried: ids(later),
    once: ids(there.filter((one) => !counts.includes(one))),
    entries: new Map(
      confirmed.map((one) => [one.entry.id, { points: one.points, as: became(one) }]),
    ),
    kinds: sums,
  };
}

function kindSums(
  { kinds }: Adjustments,
  counts: readonly Weighed[],
): ReadonlyMap<string, readonly KindSum[]> {
  const bySubject = grouped(counts, ({ entry }) => entry.subject);
  return new Map(
    [...bySubject].map(([subject, mine]) => [
      subject,
      kinds.flatMap(({ id, sign, cap }): readonly KindSum[] => {
        const points = mine.flatMap((one) => (one.entry.kind === id ? [one.points] : []));
        if (points.length === 0) return [];
        const entered = sum(points);
        return [{ kind: id, sign, entered, sum: capped(entered, cap) }];
      }),
    ]),
  );
}

function checkClamp({ clamp, bonusCap, deductionCap }: Adjustments): void {
  for (const cap of [bonusCap, deductionCap]) if (cap !== undefined) positive(cap);
  if (clamp && compare(amount(clamp[0]), amount(clamp[1])) > 0) refuse('range', clamp[0]);
}

/** Its points, times the multiplier of each of its tags. */
function pointsOf(
  { points, tags }: AdjustmentEntry,
  { multipliers = {} }: AdjustmentKind,
): Rational {
  return [...new Set(tags)].reduce((value, tag) => {
    const factor = own(multipliers, tag);
    return factor === undefined ? value : multiply(value, aboveZero(factor));
  }, aboveZero(points));
}

/** Whether it is the one of its subject's event and kind that counts: the one with most points, of equal ones the first. */
function isFirst(one: Weighed, all: readonly Weighed[]): boolean {
  const { event, subject, kind } = one.entry;
  if (event === '') return true;
  const same = all.filter(
    ({ entry }) => entry.event === event && entry.subject === subject && entry.kind === kind,
  );
  const most = same.reduce((best, next) => (compare(next.points, best.points) > 0 ? next : best));
  return most === one;
}

function capped(value: Rational, cap: string | undefined): Rational {
  if (cap === undefined) return value;
  const most = amount(cap);
  return compare(value, most) > 0 ? most : value;
}

/** Base + bonus − deduction, within the bounds of the scheme. */
export function totalOf(
  base: Rational,
  bonus: Rational,
  deduction: Rational,
  clamp: Adjustments['clamp'],
): Rational {
  const total = sum([base, bonus, multiply(deduction, rational(-1))]);
  if (!clamp) return total;
  const [low, high] = [amount(clamp[0]), amount(clamp[1])];
  return within(total, low, high);
}

/** In order of code units, the same everywhere. */
function byText<T>(of: (one: T) => string): (a: T, b: T) => number {
  return (a, b) => {
    const [x, y] = [of(a), of(b)];
    return x < y ? -1 : Number(x > y);
  };
}
