// Seats fill: people arrive, the hall sees how many.
import { BY_ITSELF, type ItemKind } from '../kind.ts';

export const checkIn: ItemKind<'check-in'> = {
  ...BY_ITSELF,
  body: () => ({}),
  usual: (id) => ({ id, kind: 'check-in' }),
  flaw: () => null,
};
