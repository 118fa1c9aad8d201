// The agenda: what is on it, in which order, and what is left out.
import { command, CLERK, type StaffEntry } from './command.ts';

export const agendaCommands = {
  SetAgenda: command('roster', CLERK, (f) => ({ items: f.list(f.item, 0, 1000) })),
  ChangeItem: command('roster', CLERK, (f) => ({ item: f.item })),
  /** `after` null: at the very beginning. */
  AddItems: command('roster', CLERK, (f) => ({
    after: f.itemId.nullable(),
    items: f.list(f.item, 1, 200),
  })),
  /** Takes back what was added by mistake: never entered, not drawn, nothing drawn or opened by it. */
  RemoveItems: command('roster', CLERK, (f) => ({ items: f.list(f.itemId, 1, 200) })),
  MoveItems: command('roster', CLERK, (f) => ({
    items: f.list(f.itemId, 1, 200),
    after: f.itemId.nullable(),
    reason: f.reason,
  })),
  /** `also`: the other parts of the same turn. */
  SkipItem: command('roster', CLERK, (f) => ({
    item: f.itemId,
    also: f.list(f.itemId, 0, 200).exactOptional(),
    reason: f.reason,
  })),
  RestoreItem: command('roster', CLERK, (f) => ({
    item: f.itemId,
    also: f.list(f.itemId, 0, 200).exactOptional(),
  })),
} as const satisfies Readonly<Record<string, StaffEntry>>;
