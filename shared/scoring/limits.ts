// What is left to give where a round wants its ballots to differ (RESULTS.md §9).
import { own } from '../own.ts';
import { ballotTotal } from './check-scores.ts';
import type { Form, Scores } from './form.ts';
import { compare, fromDecimal, fromShare, rational, type Rational } from './rational.ts';

/** What one seat may give in one round. */
export interface Limits {
  /** At most this share of its units may have that grade or better, or that total or more; `of`: within each category. */
  readonly top?: {
    readonly at: { readonly grade: string } | { readonly total: string };
    readonly share: string;
    readonly of?: 'category';
  };
  /** At most so many of its ballots may have the same total. */
  readonly distinct?: number;
}

/** A ballot of the seat as far as it counts here: an abstention gives nothing. */
export interface Given {
  readonly subject: string;
  readonly category: string;
  readonly form: Form;
  readonly scores: Scores;
}

/** A unit that the seat was expected to score as the round opened, and with which sheet. */
export interface Due {
  readonly category: string;
  readonly sheet: string;
}

export interface Left {
  readonly left: number;
  /** How many there were in all. */
  readonly most: number;
}

export type Broken = { readonly kind: 'top' | 'distinct'; readonly most: number };

/** Whether the numbers of limits can be kept: a share of at most 1, a total of at most 100. */
export function areLimits({ top, distinct }: Limits): boolean {
  if (distinct !== undefined && !(Number.isSafeInteger(distinct) && distinct > 0)) return false;
  if (!top) return true;
  const share = fromShare(top.share);
  const total = 'total' in top.at ? fromDecimal(top.at.total) : rational(0);
  const isIn = (value: Rational | null, most: number) =>
    value !== null && value.n >= 0n && compare(value, rational(most)) <= 0;
  return isIn(share, 1) && isIn(total, 100);
}

/** Whether a filled form has the grade, or the total, that is limited; a form without that grade never does. */
export function isTop({ top }: Limits, form: Form, scores: Scores): boolean {
  if (!top) return false;
  const { at } = top;
  if ('total' in at) {
    const least = fromDecimal(at.total);
    return least !== null && compare(ballotTotal(form, scores), least) >= 0;
  }
  const least = markOfGrade(form, at.grade);
  const [line] = form.lines;
  const mark = line && own(scores, line.id);
  return least !== null && mark !== undefined && mark >= least;
}

/** Whether the limit on the top can be met by this form at all. */
export function hasTop({ top }: Limits, form: Form): boolean {
  return top !== undefined && (!('grade' in top.at) || markOfGrade(form, top.at.grade) !== null);
}

/** A sheet whose one line is a scale. */
function markOfGrade({ lines }: Form, grade: string): number | null {
  const [line, second] = lines;
  const found = line && !second && 'scale' in line && line.scale.find(({ id }) => id === grade);
  return found ? Number(found.mark) : null;
}

/** How many more units of this category may be given the top by this form; null where there is no such limit. */
export function topLeft(
  limits: Limits,
  { form, category }: Pick<Given, 'form' | 'category'>,
  due: readonly Due[],
  given: readonly Given[],
): Left | null {
  const { top } = limits;
  if (!top || !hasTop(limits, form)) return null;
  const isHere = (one: { readonly category: string }) =>
    top.of === undefined || one.category === category;
  const n = due.filter((one) => one.sheet === form.id && isHere(one)).length;
  const share = fromShare(top.share) ?? rational(1);
  const most = Number((share.n * BigInt(n)) / share.d);
  const used = given.filter(
    (one) => one.form.id === form.id && isHere(one) && isTop(limits, one.form, one.scores),
  ).length;
  return { left: Math.max(0, most - used), most };
}

/**
 * Which limit this ballot would break, null where none.
 *
 * @param due what was to be scored as the round opened
 * @param given the seat's other ballots that count
 */
export function brokenBy(
  limits: Limits,
  ballot: Given,
  due: readonly Due[],
  given: readonly Given[],
): Broken | null {
  const others = given.filter(({ subject }) => subject !== ballot.subject);
  const { form, scores } = ballot;
  const left = topLeft(limits, ballot, due, others);
  if (left && left.left === 0 && isTop(limits, form, scores))
    return { kind: 'top', most: left.most };
  const { distinct } = limits;
  if (distinct === undefined) return null;
  const total = ballotTotal(form, scores);
  const alike = others.filter((one) => compare(ballotTotal(one.form, one.scores), total) === 0);
  return alike.length >= distinct ? { kind: 'distinct', most: distinct } : null;
}
