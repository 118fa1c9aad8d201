// The standings of one category, out of those of all.
import { inDrawnOrder } from '../../shared/views/numbers/drawn-rows.ts';
import type { ShownCategory } from '../../shared/views/slices/shown.ts';
import type { BoardRow, BoardSlice } from '../../shared/views/slices/number-slices.ts';

/** The rows of a category in the places that they have within it, and of how many subjects; null: of all. */
export function standingsOf(
  { rows, of, categories }: BoardSlice,
  category: Pick<ShownCategory, 'id'> | null,
): { readonly rows: readonly BoardRow[]; readonly of: number } {
  if (!category) return { rows, of };
  const own = rows
    .filter(({ subject }) => subject.category.id === category.id)
    .map((row) => ({
      ...row,
      rank: row.categoryRank,
      score: row.categoryScore,
      tied: row.categoryTied,
      lot: row.categoryLot,
      moved: row.categoryMoved,
    }));
  return {
    rows: inDrawnOrder(own),
    of: categories.find(({ id }) => id === category.id)?.of ?? own.length,
  };
}
