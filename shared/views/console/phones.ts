// Simulated phones, as the console of a rehearsal sees them. Nothing of it depends on what a ballot says (R6).
import { kindOf } from '../../meeting/agenda/kinds.ts';
import { PURPOSES } from '../../meeting/draws/purposes.ts';
import type { Meeting } from '../../meeting/state.ts';
import { NOTHING_OUTSIDE, type Backstage, type Seen } from '../seen.ts';
import type { PhonesSlice } from '../slices/staff-slices.ts';

export function phonesSlice(
  { meeting }: Seen,
  { outside = NOTHING_OUTSIDE }: Backstage,
): PhonesSlice | null {
  if (!meeting.rehearsal) return null;
  return {
    called: meeting.simulated?.phones ?? null,
    seats: seatsOf(meeting),
    now: outside.simulated,
    report: outside.simulatedReport,
  };
}

/** Those there are; before the panel is drawn those that it will have, and where none is drawn everyone. */
function seatsOf({ seats, agenda, pool }: Meeting): number {
  if (seats.size > 0) return [...seats.values()].filter(({ gone }) => gone !== 'replaced').length;
  const panel = agenda
    .flatMap((item) => kindOf(item).drawing(item) ?? [])
    .find(({ purpose }) => PURPOSES[purpose].effect === 'seats');
  return Math.min(panel?.take ?? pool.size, pool.size);
}
