// The double-random review, as a new meeting starts with it.
import type { ItemId } from '../ids.ts';
import { SCHEME_DEFAULTS, type Scheme } from '../scoring/scheme.ts';
import type { Sheet } from '../scoring/sheet.ts';
import type { Item } from './state.ts';

export interface Template {
  readonly sheet: Omit<Sheet, 'version'>;
  readonly scheme: Omit<Scheme, 'version'>;
  readonly agenda: readonly Item[];
}

const MAXIMA = [40, 20, 25, 15];
const MINUTE = 60;

/**
 * Check-in, the draw of presenters, each one's turn once it is drawn, the board.
 *
 * @param names of the sheet and of its four criteria, in the meeting's language
 */
export function doubleRandomReview(names: {
  readonly sheet: string;
  readonly criteria: readonly [string, string, string, string];
}): Template {
  return {
    sheet: {
      id: 'live',
      name: names.sheet,
      criteria: names.criteria.map((name, n) => {
        const max = MAXIMA[n] ?? 0;
        return { id: `c${String(n + 1)}`, name, max, step: 1, weight: max };
      }),
    },
    scheme: { id: 'main', ...SCHEME_DEFAULTS },
    agenda: [
      { id: 'check-in' as ItemId, kind: 'check-in' },
      {
        id: 'presenters' as ItemId,
        kind: 'draw',
        purpose: 'presenters',
        take: 12,
        sources: ['dice10'],
        follow: {
          presentationSeconds: 8 * MINUTE,
          score: { sheet: 'live', disclosure: 'live', seconds: 2 * MINUTE },
        },
      },
      { id: 'board' as ItemId, kind: 'board' },
    ],
  };
}
