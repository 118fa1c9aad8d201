// The catalogue of purposes: what a draw can be for.
import type { DrawPurpose } from '../agenda/item.ts';
import type { Purpose } from './purpose.ts';
import { panel } from './purposes/panel.ts';
import { presenters } from './purposes/presenters.ts';
import { questioner } from './purposes/questioner.ts';
import { team } from './purposes/team.ts';
import { verification } from './purposes/verification.ts';

export const PURPOSES = {
  presenters,
  panel,
  questioner,
  verification,
  team,
} satisfies { readonly [P in DrawPurpose]: Purpose<P> };

/** In the order in which they are offered. */
export const PURPOSE_NAMES = Object.keys(PURPOSES) as readonly DrawPurpose[];

/** Whether a draw is among people; else it is among units. */
export function drawsPeople(purpose: DrawPurpose): boolean {
  return PURPOSES[purpose].of === 'people';
}
