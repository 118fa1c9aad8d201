// Places of a board: by tens, and how many of the first are pictures of their own.

/** Rows of a page, and of a column of a climb. */
export const TEN = 10;
/** So many units share a picture of the podium at most; a place that more share stands in the list. */
const TOGETHER = 2;
const PODIUM_RANKS = [1, 2, 3];

/**
 * How many rows from the first stand on the podium: those of the first three ranks, as far as no more than two share one.
 * One row alone is ranked among nobody.
 */
export function podiumOf(rows: readonly { readonly rank: number | null }[]): number {
  if (rows.filter((row) => row.rank !== null).length < 2) return 0;
  let size = 0;
  for (const place of PODIUM_RANKS) {
    const sharing = rows.filter((row) => row.rank === place).length;
    if (sharing > TOGETHER) break;
    size += sharing;
  }
  return size;
}

/** The ten, from 0, to which a place belongs, counted from 0. */
export function tenOf(place: number): number {
  return Math.floor(place / TEN);
}

/** The ten at the left of the first picture: the last ten stand at the right, where there are others. */
export function firstTen(rows: number): number {
  return Math.max(0, tenOf(rows - 1) - 1);
}
