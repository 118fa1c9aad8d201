// Seats fill.
import { countedSeats } from '../numbers/counted-seats.ts';
import type { KindView } from './kind.ts';

export const checkIn: KindView<'check-in'> = {
  stage: () => ({ kind: 'check-in' }),
  step: (_seen, _item, { onward }) => onward(),
  progress: ({ meeting }) => ({
    kind: 'check-in',
    ...countedSeats(meeting, null, ({ present }) => present),
  }),
  title: () => '',
  fills: () => 'no-check-in',
};
