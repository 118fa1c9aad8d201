// A draw while it is edited: its sources, and numbers for each cell that add up.
import { numbersPanels } from '../../../shared/meeting/draws/sources.ts';
import type { SourceKind } from '../../../shared/meeting/agenda/item.ts';

/** A group or a category, with how many of the roster are in it. */
export interface Cell {
  readonly id: string;
  readonly name: string;
  readonly count: number;
}

export type DiceKind = 'dice10' | 'dice6' | 'none';

export function diceOf(sources: readonly SourceKind[]): DiceKind {
  return sources.includes('dice10') ? 'dice10' : sources.includes('dice6') ? 'dice6' : 'none';
}

/**
 * Phones take part beside another source only, never alone; without dice and beacon a sealed number stays, the server's or,
 * beside phones, a supervisor's. Beside the beacon there is none.
 */
export function sourcesWith(
  dice: DiceKind,
  { phones, drand, salt, kept }: Readonly<Record<'phones' | 'drand' | 'salt' | 'kept', boolean>>,
): readonly SourceKind[] {
  if (drand)
    return [
      ...(phones ? (['phones'] as const) : []),
      ...(dice === 'none' ? [] : [dice]),
      ...(['drand'] as const),
    ];
  if (dice === 'none' && kept) return ['phones', 'kept'];
  return [
    ...(phones ? (['phones'] as const) : []),
    ...(dice === 'none' ? [] : [dice]),
    ...(salt || dice === 'none' ? (['salt'] as const) : []),
  ];
}

/** What a draw by lots can be numbered by: where a sealed number would stand alone, phones take part. */
export function numberingSources(sources: readonly SourceKind[]): readonly SourceKind[] {
  return numbersPanels(sources) ? sources : ['phones', ...sources];
}

/** `take` spread over the cells by their size, the largest remainders rounded up, so that the sum is `take`. */
export function spread(take: number, cells: readonly Cell[]): Readonly<Record<string, number>> {
  const all = cells.reduce((sum, { count }) => sum + count, 0);
  if (all === 0) return {};
  const shares = cells.map(({ id, count }) => ({
    id,
    whole: Math.floor((take * count) / all),
    rest: (take * count) % all,
  }));
  let left = take - shares.reduce((sum, { whole }) => sum + whole, 0);
  const up = new Set(
    [...shares].sort((a, b) => b.rest - a.rest).flatMap(({ id }) => (left-- > 0 ? [id] : [])),
  );
  return Object.fromEntries(shares.map(({ id, whole }) => [id, whole + (up.has(id) ? 1 : 0)]));
}

export function sumOf(take: Readonly<Record<string, number>>): number {
  return Object.values(take).reduce((sum, n) => sum + n, 0);
}
