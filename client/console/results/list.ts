// The units of a meeting by category: the ranked first, then those without a score, those to come, those that are out.
import type { BoardRow, BoardSlice } from '../../../shared/views/slices/number-slices.ts';
import type { ShownRow } from '../../../shared/views/slices/result-slices.ts';
import type { ShownCategory, ShownSubject } from '../../../shared/views/slices/shown.ts';

export interface ListedUnit {
  readonly subject: ShownSubject;
  /** On the board; null before the reveal, and for one that takes part no longer. */
  readonly row: BoardRow | null;
  /** What a plan adds up for it; null without one. */
  readonly result: ShownRow | null;
}

export interface ListedCategory {
  readonly category: ShownCategory;
  readonly units: readonly ListedUnit[];
}

/**
 * @param subjects all of the roster, in its order
 * @param results by the plan, best first; then this is the order
 */
export function listOf(
  { rows }: Pick<BoardSlice, 'rows'>,
  subjects: readonly ShownSubject[],
  results: readonly ShownRow[] = [],
): readonly ListedCategory[] {
  const resultOf = new Map(results.map((one) => [one.subject.id, one]));
  const place = ({ subject }: ListedUnit) => resultOf.get(subject.id)?.rank ?? Infinity;
  const withResult = (one: Omit<ListedUnit, 'result'>): ListedUnit => ({
    ...one,
    result: resultOf.get(one.subject.id) ?? null,
  });
  const onBoard = new Set(rows.map(({ subject }) => subject.id));
  const others = subjects.filter(({ id }) => !onBoard.has(id));
  const inOrder: readonly ListedUnit[] = [
    ...rows.map((row) => ({ subject: row.subject, row })),
    ...others.filter(({ out }) => out === null).map(withoutRow),
    ...others.filter(({ out }) => out !== null).map(withoutRow),
  ].map(withResult);
  const listed = [...inOrder].sort((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)));
  const categories = new Map(listed.map(({ subject: { category } }) => [category.id, category]));
  return [...categories.values()]
    .sort((a, b) => a.hue - b.hue)
    .map((category) => ({
      category,
      units: listed.filter(({ subject }) => subject.category.id === category.id),
    }));
}

function withoutRow(subject: ShownSubject): Omit<ListedUnit, 'result'> {
  return { subject, row: null };
}
