// Seats fill.
import { absentPlan } from '../../meeting/reserve.ts';
import { holderName } from '../named.ts';
import { countedSeats } from '../numbers/counted-seats.ts';
import { perMeeting } from '../seen.ts';
import type { AbsentSeats } from '../slices/next-step.ts';
import type { KindView } from './kind.ts';

/** More names would push the key off a laptop. */
const MOST_NAMES = 6;

export const checkIn: KindView<'check-in'> = {
  stage: () => ({ kind: 'check-in' }),
  step: (seen, _item, { onward }) => {
    const next = onward();
    return next.act === 'enter' ? { ...next, absent: absentOf(seen) } : next;
  },
  progress: ({ meeting }) => ({
    kind: 'check-in',
    ...countedSeats(meeting, null, ({ present }) => present),
  }),
  title: () => '',
  fills: () => 'no-check-in',
};

/** null where everyone has come, or nobody has a seat. */
const absentOf = perMeeting((seen): AbsentSeats | null => {
  const plan = absentPlan(seen.meeting);
  if (plan.length === 0) return null;
  const names = plan.slice(0, MOST_NAMES).flatMap(({ seat }) => {
    const holder = seen.meeting.seats.get(seat)?.holder;
    return holder ? [holderName(seen, holder)] : [];
  });
  return { seats: plan.length, names, come: plan.filter((one) => one.in !== null).length };
});
