// What stands of the preparations, as a state and a fact for each step.
import type { Item } from '../../../shared/meeting/agenda/item.ts';
import { kindOf } from '../../../shared/meeting/agenda/kinds.ts';
import { PURPOSES } from '../../../shared/meeting/draws/purposes.ts';
import { trimOf } from '../../../shared/scoring/scheme.ts';
import type { ConsoleText } from '../../../shared/text/console.ts';
import type { StaffView } from '../../../shared/views/slices/staff-slices.ts';
import type { SlotState } from '../../ui/Slot.tsx';

export const STEPS = ['roster', 'seats', 'sheet', 'scheme', 'agenda', 'tickets'] as const;
export type StepId = (typeof STEPS)[number];
/** Everything that the setup's rail leads to, from the top. */
export const PLACES = ['overview', ...STEPS, 'documents', 'rehearsal', 'meeting', 'staff'] as const;
export type PlaceId = (typeof PLACES)[number];

export interface StepState {
  readonly id: StepId;
  readonly state: Extract<SlotState, 'empty' | 'waiting' | 'filled'>;
  readonly fact: string;
  readonly note: string;
}

/** One line for each step, in order. `agendaDoes`: the readiness list finds nothing wrong with the agenda. */
export function stepStates(
  setup: StaffView['setup'],
  { agenda, agendaDoes }: { readonly agenda: StaffView['agenda']; readonly agendaDoes: boolean },
  people: StaffView['people'],
  text: ConsoleText,
): readonly StepState[] {
  const words = text.setup;
  const { subjects, reviewers, groups, seats, sheets, scheme, tickets } = setup;
  const bothRosters = subjects > 0 && reviewers > 0;
  const panelDraw = agenda.some(({ item }) => fillsSeats(item));
  const inGroups = groups.map((group) => group.seats).join(' / ');
  const sheet = sheets[0];
  // Once seats are filled only their holders need a ticket; before a draw everyone in the pool does.
  const lacking = people.filter(
    (person) =>
      person.reviewer !== null &&
      person.ticket !== 'issued' &&
      (seats === 0 || person.seat !== null),
  ).length;
  return [
    {
      id: 'roster',
      state: bothRosters ? 'filled' : subjects + reviewers > 0 ? 'waiting' : 'empty',
      fact: words.rosterFact(subjects, reviewers),
      note: words.rosterNote(setup.categories.length, groups.length, setup.recusals),
    },
    {
      id: 'seats',
      state: seats > 0 ? 'filled' : panelDraw ? 'waiting' : 'empty',
      fact: words.seatsFact(seats),
      note: seats > 0 ? inGroups : panelDraw ? words.seatsByDraw : words.seatsNone,
    },
    {
      id: 'sheet',
      state: sheet ? 'filled' : 'empty',
      fact: sheet
        ? words.sheetFact(
            sheet.criteria.length,
            sheet.criteria.reduce((total, { max }) => total + max, 0),
          )
        : words.none,
      note: sheets.map(({ name }) => name).join(text.and),
    },
    {
      id: 'scheme',
      state: scheme ? 'filled' : 'empty',
      fact: scheme ? words.schemeFact(scheme.centre, trimOf(scheme)) : words.none,
      note: groups.map(({ name, weight }) => `${name} ${weight}`).join(text.and),
    },
    {
      id: 'agenda',
      state: agendaDoes ? 'filled' : agenda.length > 0 ? 'waiting' : 'empty',
      fact: words.agendaFact(agenda.length),
      note: [...new Set(agenda.map(({ item }) => text.kinds[item.kind]))].join(text.and),
    },
    {
      id: 'tickets',
      state: tickets === 0 ? 'empty' : lacking > 0 ? 'waiting' : 'filled',
      fact: words.ticketsFact(tickets),
      note: words.ticketsNote(lacking),
    },
  ];
}

function fillsSeats(item: Item): boolean {
  const draw = kindOf(item).drawing(item);
  return draw !== null && PURPOSES[draw.purpose].effect === 'seats';
}
