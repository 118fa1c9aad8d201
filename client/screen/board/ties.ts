// What the foot says of the shared ranks on a page.
import type { ScreenText } from '../../../shared/text/screen.ts';
import type { BoardRow } from '../../../shared/views/slices/number-slices.ts';

/** Sentences that the foot has room for. */
const MOST = 2;

export function tiesText(
  all: readonly BoardRow[],
  onPage: readonly BoardRow[],
  { tie, tieSeparator }: Pick<ScreenText, 'tie' | 'tieSeparator'>,
): string {
  const shared = onPage.filter((row) => row.tied && row.rank !== null);
  const ties = new Map(shared.map((row) => [row.rank, row]));
  return [...ties.values()]
    .slice(0, MOST)
    .map((row) => {
      const together = all.filter((other) => other.rank === row.rank).length;
      return tie(row.rank ?? 0, together, row.score ?? '', row.lot !== null);
    })
    .join(tieSeparator);
}
