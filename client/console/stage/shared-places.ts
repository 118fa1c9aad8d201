// The places of a board that several units share.
import type { BoardRow } from '../../../shared/views/slices/number-slices.ts';

export interface SharedPlaceRow {
  readonly place: number;
  readonly units: number;
  /** Lots have put them in an order. */
  readonly drawn: boolean;
}

/** Best first. */
export function sharedPlaces(
  rows: readonly Pick<BoardRow, 'rank' | 'tied' | 'lot'>[],
): readonly SharedPlaceRow[] {
  const places = new Map<number, SharedPlaceRow>();
  for (const { rank, tied, lot } of rows) {
    if (rank === null || !tied) continue;
    const units = (places.get(rank)?.units ?? 0) + 1;
    places.set(rank, { place: rank, units, drawn: lot !== null });
  }
  return [...places.values()].sort((a, b) => a.place - b.place);
}
