// What a result would entail: listed, never applied (RESULTS.md §6).
import { own } from '../own.ts';
import { amount, positive } from './amount.ts';
import type { CaseSubject, ConsequenceForm, EarlierResult, GradeForm } from './case.ts';
import { floorOf } from './grades.ts';
import { refuse } from './refused.ts';

export interface Standing {
  readonly subject: CaseSubject;
  readonly rank: number | null;
  readonly categoryRank: number | null;
  readonly grade: string | null;
}

export type Consequence =
  | { readonly subjects: readonly string[] }
  /** Top ratings of a subject's staff. */
  | { readonly ratings: ReadonlyMap<string, number> };

/** @throws Refused for a grade that is none. */
export function consequenceOf(
  form: ConsequenceForm,
  standings: readonly Standing[],
  earlier: readonly EarlierResult[],
  grades: GradeForm | null,
): Consequence {
  const names = grades?.names ?? [];
  const index = (grade: string) => {
    const found = names.indexOf(grade);
    return found < 0 ? refuse('unknown', grade) : found;
  };
  const named = (holds: (one: Standing) => boolean) => ({
    subjects: standings.filter(holds).map(({ subject }) => subject.id),
  });
  if ('last' in form) {
    const lowest = lowestOf(standings, form.last, form.of);
    return named((one) => lowest.has(one));
  }
  if ('repeated' in form) {
    const { grade, times, within } = form.repeated;
    const limit = index(grade);
    return named((one) => {
      const held = [...earlier.map((past) => own(past.grades, one.subject.id)), one.grade]
        .map((name) => (name ? names.indexOf(name) : -1))
        .filter((place) => place >= 0);
      return held.slice(-within).filter((place) => place >= limit).length >= times;
    });
  }
  const shares = Object.entries(form.staffShare).map(([grade, share]) => {
    index(grade);
    positive(share);
    return [grade, share] as const;
  });
  const shareOf = new Map(shares);
  return {
    ratings: new Map(
      standings.flatMap(({ subject: { id, headcount }, grade }) => {
        const share = grade === null ? undefined : shareOf.get(grade);
        if (share === undefined || headcount === undefined) return [];
        return [[id, Number(floorOf(amount(share), headcount))] as const];
      }),
    ),
  };
}

function lowestOf(
  standings: readonly Standing[],
  n: number,
  of: 'category' | 'all',
): ReadonlySet<Standing> {
  const scopes = new Map<string, Standing[]>();
  const rankOf = (one: Standing) => (of === 'all' ? one.rank : one.categoryRank);
  for (const one of standings) {
    if (rankOf(one) === null) continue;
    const scope = of === 'all' ? '' : one.subject.category;
    const list = scopes.get(scope);
    if (list) list.push(one);
    else scopes.set(scope, [one]);
  }
  return new Set(
    [...scopes.values()].flatMap((list) => {
      const ranks = list.map((one) => rankOf(one) ?? 0).sort((a, b) => b - a);
      const limit = n < 1 ? Infinity : (ranks[n - 1] ?? 0);
      return list.filter((one) => (rankOf(one) ?? 0) >= limit);
    }),
  );
}
