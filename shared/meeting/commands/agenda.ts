// The agenda: what is on it, in which order, and what is left out.
import { CLERK, type StaffEntry } from './command.ts';

export const agendaCommands = {
  SetAgenda: { area: 'roster', by: CLERK, body: (f) => ({ items: f.list(f.item, 0, 1000) }) },
  ChangeItem: { area: 'roster', by: CLERK, body: (f) => ({ item: f.item }) },
  /** `after` null: at the very beginning. */
  AddItems: {
    area: 'roster',
    by: CLERK,
    body: (f) => ({ after: f.itemId.nullable(), items: f.list(f.item, 1, 200) }),
  },
  /** Takes back what was added by mistake: never entered, not drawn, nothing drawn or opened by it. */
  RemoveItems: { area: 'roster', by: CLERK, body: (f) => ({ items: f.list(f.itemId, 1, 200) }) },
  MoveItems: {
    area: 'roster',
    by: CLERK,
    body: (f) => ({
      items: f.list(f.itemId, 1, 200),
      after: f.itemId.nullable(),
      reason: f.reason,
    }),
  },
  /** `also`: the other parts of the same turn. */
  SkipItem: {
    area: 'roster',
    by: CLERK,
    body: (f) => ({
      item: f.itemId,
      also: f.list(f.itemId, 0, 200).exactOptional(),
      reason: f.reason,
    }),
  },
  RestoreItem: {
    area: 'roster',
    by: CLERK,
    body: (f) => ({ item: f.itemId, also: f.list(f.itemId, 0, 200).exactOptional() }),
  },
} as const satisfies Readonly<Record<string, StaffEntry>>;
