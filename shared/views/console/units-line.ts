// What the readiness list says of units that rate each other: their seats, and tickets to take them by.
import { inPlay } from '../../meeting/agenda/participation.ts';
import { kindOf } from '../../meeting/agenda/kinds.ts';
import { seatOfHolder } from '../../meeting/holders.ts';
import { subjectHolder, subjectKey } from '../../meeting/people.ts';
import type { Meeting } from '../../meeting/state.ts';
import { subjectsIn } from '../../meeting/subjects.ts';
import type { ReadinessLine } from '../slices/readiness-lines.ts';

/** Whether units alone judge: every scoring that is planned is theirs. */
export function isMutual(meeting: Meeting): boolean {
  const scorings = inPlay(meeting).flatMap((item) => kindOf(item).scoring(item) ?? []);
  return scorings.length > 0 && scorings.every(({ who }) => who !== undefined);
}

/** Nothing where no unit is to rate. */
export function theUnits(meeting: Meeting): readonly ReadinessLine[] {
  const seated = subjectsIn(meeting).filter((id) => seatOfHolder(meeting, subjectHolder(id)));
  const isPlanned = inPlay(meeting).some((item) => kindOf(item).scoring(item)?.who);
  if (seated.length === 0 && !isPlanned) return [];
  const lacking = seated.filter(
    (id) => meeting.tickets.get(subjectKey(id))?.revoked !== false,
  ).length;
  return [
    {
      id: 'unit-seats',
      state: seated.length > 0 && lacking === 0 ? 'done' : 'todo',
      seats: seated.length,
      without: subjectsIn(meeting).length - seated.length,
      lacking,
    },
  ];
}
