// RESULTS.md §6: whom a result's consequences name.
import type { Case, Consequence, ExpectedConsequence, Subject } from './case.ts';
import * as f from './fraction.ts';
import { gradeOf, poolOf, rankAmong } from './ranks.ts';

export function consequence(case_: Case, wanted: Consequence): ExpectedConsequence {
  if ('last' in wanted)
    return { subjects: named(case_, (subject) => isAmongLast(case_, subject, wanted)) };
  if ('repeated' in wanted)
    return { subjects: named(case_, (subject) => isRepeated(case_, subject, wanted.repeated)) };
  const ratings: Record<string, number> = {};
  for (const subject of case_.subjects) {
    const grade = gradeOf(case_, subject);
    if (grade === undefined || subject.headcount === undefined) continue;
    if (!Object.hasOwn(wanted.staffShare, grade)) continue;
    const share = f.num(wanted.staffShare[grade]!);
    ratings[subject.id] = f.floor(f.times(share, f.count(subject.headcount)));
  }
  return { ratings };
}

function named(case_: Case, isNamed: (subject: Subject) => boolean): readonly string[] {
  return case_.subjects.filter(isNamed).map(({ id }) => id);
}

function isAmongLast(
  case_: Case,
  subject: Subject,
  { last, of = 'category' }: { readonly last: number; readonly of?: 'category' | 'all' },
): boolean {
  const pool = poolOf(case_, subject, of);
  const own = rankAmong(case_, pool, subject);
  if (own === null) return false;
  const lowestFirst = pool.map((other) => rankAmong(case_, pool, other)!).toSorted((a, b) => b - a);
  return own >= (lowestFirst[last - 1] ?? 1);
}

/** Results without a grade for the subject are no results of its: the window reaches past them. */
function isRepeated(
  case_: Case,
  subject: Subject,
  {
    grade,
    times,
    within,
  }: { readonly grade: string; readonly times: number; readonly within: number },
): boolean {
  const { names } = case_.grades!;
  const all = [...case_.earlier.map((past) => past.grades[subject.id]), gradeOf(case_, subject)];
  const own = all.filter((each) => each !== undefined && names.includes(each));
  const bad = own.slice(-within).filter((each) => names.indexOf(each!) >= names.indexOf(grade));
  return bad.length >= times;
}
