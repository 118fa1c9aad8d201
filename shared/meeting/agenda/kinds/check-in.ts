// Seats fill: people arrive, the hall sees how many.
import type { ItemKind } from '../kind.ts';

export const checkIn: ItemKind<'check-in'> = {
  body: () => ({}),
  usual: (id) => ({ id, kind: 'check-in' }),
  flaw: () => null,
  subject: () => undefined,
  presents: false,
  withinTurn: () => false,
  subjects: () => [],
  cells: () => [],
  renamed: (item) => item,
  sheet: () => null,
  seconds: () => null,
  scoring: () => null,
  drawing: () => null,
  board: () => null,
  holds: () => null,
  over: () => false,
};
