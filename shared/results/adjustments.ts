// Bonus and deduction: what was declared and confirmed in the period, each event once, up to its caps (RESULTS.md §4).
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
}

const NONE: Adjusted = {
  ...{ bonus: new Map(), deduction: new Map() },
  ...{ counted: [], carried: [], once: [] },
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
  const totals = (sign: AdjustmentKind['sign'], cap: string | undefined) =>
    new Map(
      [...new Set(counts.map(({ entry }) => entry.subject))].map((subject) => {
        const mine = counts.filter(({ entry }) => entry.subject === subject);
        const sums = adjustments.kinds
          .filter((kind) => kind.sign === sign)
          .map((kind) =>
            capped(
              sum(mine.flatMap(({ entry, points }) => (entry.kind === kind.id ? [points] : []))),
              kind.cap,
            ),
          );
        return [subject, capped(sum(sums), cap)] as const;
      }),
    );
  return {
    bonus: totals('bonus', adjustments.bonusCap),
    deduction: totals('deduction', adjustments.deductionCap),
    counted: ids(counts),
    carried: ids(later),
    once: ids(there.filter((one) => !counts.includes(one))),
  };
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
