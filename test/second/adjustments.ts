// RESULTS.md §4: which entries count, and what they add or take.
import type { Case, Entry, Kind } from './case.ts';
import * as f from './fraction.ts';
import type { Fraction } from './fraction.ts';

function kindOf(case_: Case, entry: Entry): Kind {
  return case_.adjustments.kinds.find(({ id }) => id === entry.kind)!;
}

function points(case_: Case, entry: Entry): Fraction {
  const multipliers = kindOf(case_, entry).multipliers ?? {};
  return [...new Set(entry.tags)]
    .filter((tag) => Object.hasOwn(multipliers, tag))
    .map((tag) => f.num(multipliers[tag]!))
    .reduce(f.times, f.num(entry.points));
}

/** Entries in order of id. */
function confirmed(case_: Case): readonly Entry[] {
  return case_.adjustments.entries
    .filter((entry) => entry.state === 'confirmed')
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function inTime(case_: Case, entry: Entry): boolean {
  const [from, to] = case_.adjustments.period;
  return entry.date <= to && (entry.date >= from || entry.carried === true);
}

/** Another entry of the same subject, event and kind goes before it: more points, or as many and an earlier id. */
function givesWay(case_: Case, entry: Entry): boolean {
  return confirmed(case_).some((other) => {
    if (other.id === entry.id || entry.event === '' || !inTime(case_, other)) return false;
    if (other.subject !== entry.subject) return false;
    if (other.event !== entry.event || other.kind !== entry.kind) return false;
    const order = f.compare(points(case_, other), points(case_, entry));
    return order > 0 || (order === 0 && other.id < entry.id);
  });
}

export function counted(case_: Case): readonly Entry[] {
  return confirmed(case_).filter((entry) => inTime(case_, entry) && !givesWay(case_, entry));
}

export function once(case_: Case): readonly Entry[] {
  return confirmed(case_).filter((entry) => inTime(case_, entry) && givesWay(case_, entry));
}

export function carried(case_: Case): readonly Entry[] {
  return confirmed(case_).filter(
    (entry) => entry.date > case_.adjustments.period[1] && kindOf(case_, entry).late === 'carry',
  );
}

/** The sum of the subject's bonuses or deductions, after the caps. */
export function adjustment(case_: Case, subject: string, sign: 'bonus' | 'deduction'): Fraction {
  const sums = case_.adjustments.kinds
    .filter((kind) => kind.sign === sign)
    .map((kind) => {
      const own = counted(case_).filter(
        (entry) => entry.subject === subject && entry.kind === kind.id,
      );
      return atMost(f.sum(own.map((entry) => points(case_, entry))), kind.cap);
    });
  const { bonusCap, deductionCap } = case_.adjustments;
  return atMost(f.sum(sums), sign === 'bonus' ? bonusCap : deductionCap);
}

function atMost(value: Fraction, cap: string | undefined): Fraction {
  return cap === undefined ? value : f.least(value, f.num(cap));
}

/** Base with its adjustments, within the clamp. */
export function totalOf(case_: Case, subject: string, base: Fraction): Fraction {
  const total = f.minus(
    f.plus(base, adjustment(case_, subject, 'bonus')),
    adjustment(case_, subject, 'deduction'),
  );
  const { clamp } = case_.adjustments;
  if (clamp === undefined) return total;
  return f.least(f.greatest(total, f.num(clamp[0])), f.num(clamp[1]));
}
