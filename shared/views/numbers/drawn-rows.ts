// Rows of a board that share a place, in the order that lots have given them.
import type { BoardRow } from '../slices/number-slices.ts';

/** The same rows; of one place either all have an order or none has, and no row leaves its place. */
export function inDrawnOrder(rows: readonly BoardRow[]): readonly BoardRow[] {
  const at = new Map(rows.map((row, n) => [row, n]));
  return [...rows].sort((a, b) =>
    a.rank === b.rank && a.lot !== null && b.lot !== null
      ? a.lot - b.lot
      : (at.get(a) ?? 0) - (at.get(b) ?? 0),
  );
}
