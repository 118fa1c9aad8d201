// Simulated phones: how many were called, until they are gone.
import type { rehearsalEvents } from '../events/rehearsal.ts';
import type { Folds } from './fold.ts';

export const rehearsalFolds = {
  PhonesCalled: (meeting, { phones }, { seq }) => ({
    ...meeting,
    simulated: { phones, call: seq },
  }),
  PhonesDismissed: (meeting) => ({ ...meeting, simulated: null }),
} satisfies Folds<typeof rehearsalEvents>;
