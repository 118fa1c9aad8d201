// The agenda while it is edited: new items with usual settings, and the least command that makes it stand.
import type { ItemId } from '../../../shared/ids.ts';
import type { StaffCommand } from '../../../shared/meeting/commands.ts';
import type { Item, Kind } from '../../../shared/meeting/agenda/item.ts';
import type { Surroundings } from '../../../shared/meeting/agenda/kind.ts';
import { kindOf } from '../../../shared/meeting/agenda/kinds.ts';
import { freshId } from './fresh-id.ts';
import { USUAL_RUN } from './kinds.ts';

/** A new item, or null where it would need a unit and there is none. */
export function newItem(kind: Kind, around: Surroundings): Item | null {
  return kindOf({ kind }).usual(freshId(kind) as ItemId, around);
}

export function usualAgenda(surroundings: Surroundings): readonly Item[] {
  return USUAL_RUN.flatMap((kind) => newItem(kind, surroundings) ?? []);
}

/** One item where only its settings differ, so that a colleague's work elsewhere is not overwritten; else the list. */
export function agendaCommand(before: readonly Item[], after: readonly Item[]): StaffCommand {
  const sameOrder =
    before.length === after.length && before.every(({ id }, n) => id === after[n]?.id);
  const changed = after.filter((item, n) => JSON.stringify(item) !== JSON.stringify(before[n]));
  const [only] = changed;
  return sameOrder && only && changed.length === 1
    ? { type: 'ChangeItem', item: only }
    : { type: 'SetAgenda', items: after };
}
