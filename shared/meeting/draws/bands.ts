// The bands of a ranking as a lock calls them: `first-10`, `last-10`, `rest`.
import type { BandsRule } from '../agenda/item.ts';

export const BAND_SIDES = ['first', 'last', 'rest'] as const;
export type BandSide = (typeof BAND_SIDES)[number];

export interface BandName {
  readonly side: BandSide;
  /** How many places it counts from its end; 0 of the rest. */
  readonly places: number;
}

export function bandId(side: BandSide, places: number): string {
  return side === 'rest' ? side : `${side}-${String(places)}`;
}

/** null where a cell is no band. */
export function bandCalled(id: string): BandName | null {
  if (id === 'rest') return { side: 'rest', places: 0 };
  const [, side, places = ''] = /^(first|last)-([1-9][0-9]{0,4})$/.exec(id) ?? [];
  return side === 'first' || side === 'last' ? { side, places: Number(places) } : null;
}

/** How many each band gives. */
export function bandsTaken({ first, last, rest }: BandsRule): Readonly<Record<string, number>> {
  return {
    ...(first ? { [bandId('first', first.places)]: first.take } : {}),
    ...(last ? { [bandId('last', last.places)]: last.take } : {}),
    ...(rest === undefined ? {} : { rest }),
  };
}
