// What stands of the preparations, as a state of each step.
import type { Item } from '../../../shared/meeting/agenda/item.ts';
import { kindOf } from '../../../shared/meeting/agenda/kinds.ts';
import { PURPOSES } from '../../../shared/meeting/draws/purposes.ts';
import type { StaffView } from '../../../shared/views/slices/staff-slices.ts';

export const STEPS = ['roster', 'seats', 'sheet', 'scheme', 'agenda', 'tickets'] as const;
export type StepId = (typeof STEPS)[number];
/** Everything that the setup's rail leads to, from the top. */
export const PLACES = [
  ...(['overview', ...STEPS, 'result', 'documents', 'rehearsal', 'meeting', 'staff'] as const),
] as const;
export type PlaceId = (typeof PLACES)[number];

/** Of each step: `agendaDoes`, that the readiness list finds nothing wrong with the agenda. */
export function stepStates(
  { subjects, reviewers, seats, sheets, scheme, tickets }: StaffView['setup'],
  { agenda, agendaDoes }: { readonly agenda: StaffView['agenda']; readonly agendaDoes: boolean },
  people: StaffView['people'],
): Readonly<Record<StepId, 'empty' | 'waiting' | 'filled'>> {
  const state = (done: boolean, begun = false) => (done ? 'filled' : begun ? 'waiting' : 'empty');
  // Once seats are filled only their holders need a ticket; before a draw everyone in the pool does.
  const lacks = people.some(
    ({ reviewer, ticket, seat }) =>
      reviewer !== null && ticket !== 'issued' && (seats === 0 || seat !== null),
  );
  return {
    // Where units alone judge, nobody else is on a list.
    roster: state(
      subjects > 0 && (reviewers > 0 || people.some(({ reviewer }) => reviewer === null)),
      subjects + reviewers > 0,
    ),
    seats: state(
      seats > 0,
      agenda.some(({ item }) => fillsSeats(item)),
    ),
    sheet: state(sheets.length > 0),
    scheme: state(scheme !== null),
    agenda: state(agendaDoes, agenda.length > 0),
    tickets: state(tickets > 0 && !lacks, tickets > 0),
  };
}

function fillsSeats(item: Item): boolean {
  const draw = kindOf(item).drawing(item);
  return draw !== null && PURPOSES[draw.purpose].effect === 'seats';
}
