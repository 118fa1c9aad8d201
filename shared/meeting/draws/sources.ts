// The sources of chance that a lock made now would have, and the assurance that follows from them (DRAW.md §2).
import { assuranceOf } from '../../draw/entropy.ts';
import { drawOfItem } from './standing.ts';
import type { Assurance, Draw } from './draw.ts';
import type { ItemOf, SourceKind } from '../agenda/item.ts';
import type { Meeting } from '../state.ts';

/**
 * The item's sources, without any salt where the last one was not opened: else whoever held it could choose between two
 * results. What is left may be nothing that can be locked.
 */
export function sourcesAtLock(meeting: Meeting, item: ItemOf<'draw'>): readonly SourceKind[] {
  const unsalted = drawOfItem(meeting, item.id) !== undefined || keepsSalt(meeting.draws.at(-1));
  return unsalted
    ? item.sources.filter((source) => source !== 'salt' && source !== 'kept')
    : item.sources;
}

/** Whether these can be locked: the phones' list is shown as it closes, so alone it would tell the result (DRAW.md §2). */
export function canBeLocked(sources: readonly SourceKind[]): boolean {
  return sources.some((source) => source !== 'phones');
}

/** Whether these can mix and number the panels of a draw by lots: a salt never alone (DRAW.md §9). */
export function numbersPanels(sources: readonly SourceKind[]): boolean {
  return sources.some((source) => source !== 'salt' && source !== 'kept');
}

/** The item with dice, and without the salt that no lock of it takes any more. */
export function withDice(
  { sources, ...item }: ItemOf<'draw'>,
  dice: 'dice10' | 'dice6',
): ItemOf<'draw'> {
  return { ...item, sources: sources.includes('phones') ? ['phones', dice] : [dice] };
}

/** The assurance that a lock with these sources will have. */
export function assuranceOfSources(sources: readonly SourceKind[]): Assurance {
  return assuranceOf(
    sources.map((source) => (source === 'kept' ? 'salt' : source)),
    { saltKeptApart: sources.includes('kept') },
  );
}

/** Whether a draw was voided before its salt was opened. */
function keepsSalt(draw: Draw | undefined): boolean {
  if (draw?.phase !== 'void' || draw.result !== null || draw.lots?.entropy) return false;
  return draw.lock.entropy.some(({ type }) => type === 'salt');
}
