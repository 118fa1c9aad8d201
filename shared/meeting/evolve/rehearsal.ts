// Simulated phones: how many were called, until they are gone.
import type { rehearsalEvents } from '../events/rehearsal.ts';
import type { Folds } from './fold.ts';

export const rehearsalFolds = {
  PhonesCalled: (meeting, { phones }) => ({ ...meeting, simulated: phones }),
  PhonesDismissed: (meeting) => ({ ...meeting, simulated: null }),
} satisfies Folds<typeof rehearsalEvents>;
