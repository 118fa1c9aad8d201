// What a person may still give in a round that wants its ballots to differ, from what stands on this device. Pure.
import {
  brokenBy,
  hasTop,
  isTop,
  topLeft,
  type Broken,
  type Due,
  type Given,
  type Left,
} from '../../../shared/scoring/limits.ts';
import { formAt } from '../../../shared/meeting/round-forms.ts';
import type { MeSlice, OpenRound } from '../../../shared/views/slices/panel-slices.ts';
import { missing } from '../score/totals.ts';
import type { Row } from './written-rows.ts';

/** Of one unit. */
export interface RowLimit {
  /** Which limit its sheet would break as it stands. */
  readonly broken: Broken | null;
  /** Which limit a mark of its only line would break. */
  readonly breaks: (mark: number) => Broken | null;
}

type Me = Pick<MeSlice, 'groupId' | 'recusals'>;

/** null where the round has no limits. */
export function rowLimit(
  round: OpenRound,
  me: Me,
  rows: readonly Row[],
  row: Row,
): RowLimit | null {
  const { limits } = round;
  if (!limits) return null;
  const due = dueOf(round, me);
  const given = rows.flatMap((one) => (one === row ? [] : givenOn(one)));
  const { subject, sheet: form } = row.target;
  const about = { subject: subject.id, category: subject.category.id, form };
  const breaks = (scores: Row['scores']) => brokenBy(limits, { ...about, scores }, due, given);
  const [line] = form.lines;
  return {
    broken: missing(form, row.scores) > 0 ? null : breaks(row.scores),
    breaks: (mark) =>
      line !== undefined && form.lines.length === 1 ? breaks({ [line.id]: mark }) : null,
  };
}

/** How many may still be given the top, for the head of the page; `name` of the grade, or the total. */
export interface ShownLeft extends Left {
  readonly grade: string | null;
  readonly total: string | null;
}

/** @param row the unit that is open: where each category has its own share, that of its category is told */
export function leftNow(
  round: OpenRound,
  me: Me,
  rows: readonly Row[],
  row: Row | null,
): ShownLeft | null {
  const { limits } = round;
  const about = row ?? rows.find(({ target }) => limits && hasTop(limits, target.sheet));
  if (!limits?.top || !about || (limits.top.of && !row)) return null;
  const { subject, sheet: form } = about.target;
  const at = { form, category: subject.category.id };
  const left = topLeft(limits, at, dueOf(round, me), rows.flatMap(givenOn));
  if (!left) return null;
  const { at: top } = limits.top;
  if ('total' in top) return { ...left, grade: null, total: top.total };
  const [line] = form.lines;
  const grade = line && 'scale' in line ? line.scale.find(({ id }) => id === top.grade) : null;
  return { ...left, grade: grade?.name ?? null, total: null };
}

/** Whether a row has been given, or is on its way with, what may be given only so often. */
export function hasTopMark({ limits }: OpenRound, row: Row): boolean {
  const [given] = givenOn(row);
  return limits !== null && given !== undefined && isTop(limits, given.form, given.scores);
}

/** What the person was to score as the round opened. */
function dueOf({ limits, forms, of }: OpenRound, { groupId, recusals }: Me): readonly Due[] {
  return (limits?.began ?? []).flatMap(({ id, category }): readonly Due[] => {
    const form = recusals.includes(id) ? null : formAt({ forms, of }, groupId, category);
    return form ? [{ category, sheet: form.id }] : [];
  });
}

/** What was handed in, whether or not it is counted yet. */
function givenOn({ target, waiting, ballot, state }: Row): readonly Given[] {
  const choice = (waiting ?? ballot)?.choice;
  if (choice?.kind !== 'scores' || state === 'recused') return [];
  const { subject, sheet: form } = target;
  if (missing(form, choice.scores) > 0) return [];
  return [{ subject: subject.id, category: subject.category.id, form, scores: choice.scores }];
}
