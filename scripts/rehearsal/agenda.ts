// The founding case's agenda, from the panel's draw to the units that are visited and the team that visits them.
import type { ItemId } from '../../shared/ids.ts';
import type { Item } from '../../shared/meeting/agenda/item.ts';

export const CASE = { presenters: 12, verified: 6, team: 5, weights: [30, 25, 20, 25] } as const;

/** Who presents is scored by one sheet, whoever reports in writing by another. */
export const SHEETS = { live: 'live', written: 'written' } as const;

const MINUTE = 60;

/** @param seats how many the panel's draw takes */
export function caseAgenda(seats: number): readonly Item[] {
  const id = (name: string) => name as ItemId;
  return [
    {
      id: id('panel'),
      kind: 'draw',
      purpose: 'panel',
      take: seats,
      rule: { kind: 'proportional' },
      sources: ['dice10'],
    },
    { id: id('check-in'), kind: 'check-in' },
    {
      id: id('presenters'),
      kind: 'draw',
      purpose: 'presenters',
      take: CASE.presenters,
      sources: ['dice10'],
      follow: {
        presentationSeconds: 8 * MINUTE,
        score: { sheet: SHEETS.live, disclosure: 'live', seconds: 2 * MINUTE },
      },
    },
    {
      id: id('written'),
      kind: 'written',
      subjects: 'rest',
      sheet: SHEETS.written,
      disclosure: 'hidden',
    },
    { id: id('board'), kind: 'board' },
    {
      id: id('verification'),
      kind: 'draw',
      purpose: 'verification',
      take: CASE.verified,
      sources: ['dice10'],
    },
    {
      id: id('team'),
      kind: 'draw',
      purpose: 'team',
      take: Math.min(CASE.team, seats),
      sources: ['dice10', 'salt'],
    },
  ];
}
