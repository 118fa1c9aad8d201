// The units of a meeting by category: the ranked first, then those without a score, those to come, those that are out.
import type { BoardRow, BoardSlice } from '../../../shared/views/slices/number-slices.ts';
import type { ShownCategory, ShownSubject } from '../../../shared/views/slices/shown.ts';

export interface ListedUnit {
  readonly subject: ShownSubject;
  /** On the board; null before the reveal, and for one that takes part no longer. */
  readonly row: BoardRow | null;
}

export interface ListedCategory {
  readonly category: ShownCategory;
  readonly units: readonly ListedUnit[];
}

/** @param subjects all of the roster, in its order */
export function listOf(
  { rows }: Pick<BoardSlice, 'rows'>,
  subjects: readonly ShownSubject[],
): readonly ListedCategory[] {
  const onBoard = new Set(rows.map(({ subject }) => subject.id));
  const others = subjects.filter(({ id }) => !onBoard.has(id));
  const listed: readonly ListedUnit[] = [
    ...rows.map((row) => ({ subject: row.subject, row })),
    ...others.filter(({ out }) => out === null).map(withoutRow),
    ...others.filter(({ out }) => out !== null).map(withoutRow),
  ];
  const categories = new Map(listed.map(({ subject: { category } }) => [category.id, category]));
  return [...categories.values()]
    .sort((a, b) => a.hue - b.hue)
    .map((category) => ({
      category,
      units: listed.filter(({ subject }) => subject.category.id === category.id),
    }));
}

function withoutRow(subject: ShownSubject): ListedUnit {
  return { subject, row: null };
}
