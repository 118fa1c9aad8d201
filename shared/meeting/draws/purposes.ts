// The catalogue of purposes: what a draw can be for.
import type { DrawPurpose, PeoplePurpose } from '../agenda/item.ts';
import type { Draw, DrawOfPeople, DrawOfUnits } from './draw.ts';
import type { Purpose } from './purpose.ts';
import { panel } from './purposes/panel.ts';
import { presenters } from './purposes/presenters.ts';
import { questioner } from './purposes/questioner.ts';
import { ratingOrder } from './purposes/rating-order.ts';
import { team } from './purposes/team.ts';
import { thrower } from './purposes/thrower.ts';
import { tieBreak } from './purposes/tie-break.ts';
import { verification } from './purposes/verification.ts';

export const PURPOSES = {
  presenters,
  panel,
  questioner,
  verification,
  team,
  'tie-break': tieBreak,
  thrower,
  'rating-order': ratingOrder,
} satisfies { readonly [P in DrawPurpose]: Purpose<P> };

/** The draw that a question from the stage adds to the agenda. */
export const DRAW_TO_ASK = { kind: 'draw', purpose: 'questioner', ...questioner.usual } as const;

/** The draw of who throws the dice of another one, as its desk adds it. */
export const DRAW_TO_THROW = { kind: 'draw', purpose: 'thrower', ...thrower.usual } as const;

/** In the order in which they are offered. */
export const PURPOSE_NAMES = Object.keys(PURPOSES) as readonly DrawPurpose[];

/** Whether the last name of this draw fills seats of the panel. */
export function fillsSeats<D extends Draw>(draw: D): draw is D & DrawOfPeople {
  return PURPOSES[draw.purpose].effect === 'seats';
}

/** Whether the last name of this draw puts turns on the agenda. */
export function givesTurns<D extends Draw>(draw: D): draw is D & DrawOfUnits {
  return PURPOSES[draw.purpose].effect === 'turns';
}

/** Whether this draw is about the order of units that share a place. */
export function givesOrder<D extends Draw>(draw: D): draw is D & DrawOfUnits {
  const { orders, rings } = PURPOSES[draw.purpose];
  return orders && !rings;
}

/** Whether units rate each other by the order of this draw. */
export function givesRing<D extends Draw>(draw: D): draw is D & DrawOfUnits {
  return PURPOSES[draw.purpose].rings;
}

/** Whether this draw says who throws the dice of another one. */
export function namesThrower<D extends Draw>(draw: D): draw is D & DrawOfPeople {
  return PURPOSES[draw.purpose].throws;
}

/** Whether the reserve of this draw passes on what was drawn; a panel's passes on seats. */
export function passesOn<D extends Draw>(draw: D): draw is D & DrawOfPeople {
  return PURPOSES[draw.purpose].takesOver !== null;
}

/** Whether a draw is among people; else it is among units. */
export function drawsUnits(draw: Draw): draw is DrawOfUnits {
  return PURPOSES[draw.purpose].of === 'units';
}

export function drawsPeople(purpose: DrawPurpose): purpose is PeoplePurpose {
  return PURPOSES[purpose].of === 'people';
}
