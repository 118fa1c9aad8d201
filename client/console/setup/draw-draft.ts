// A draw while it is edited: the usual settings of each purpose, and numbers for each cell that add up.
import type { ItemId } from '../../../shared/ids.ts';
import type {
  DrawPurpose,
  ItemOf,
  ScoreSettings,
  SourceKind,
  SpreadRule,
} from '../../../shared/meeting/agenda/item.ts';

/** A group or a category, with how many of the roster are in it. */
export interface Cell {
  readonly id: string;
  readonly name: string;
  readonly count: number;
}

export type DiceKind = 'dice10' | 'dice6' | 'none';

interface Usual {
  readonly take: number;
  readonly sources: readonly SourceKind[];
  readonly rule?: SpreadRule;
}

/** A questioner is drawn with one key: nobody throws twenty dice before each question. */
const USUAL: Readonly<Record<DrawPurpose, Usual>> = {
  presenters: { take: 12, sources: ['dice10', 'salt'] },
  panel: { take: 50, sources: ['dice10', 'salt'], rule: { kind: 'proportional' } },
  questioner: { take: 1, sources: ['salt'] },
  verification: { take: 8, sources: ['dice10'] },
  team: { take: 5, sources: ['dice10'] },
};

export const PRESENTATION_SECONDS = 480;

/** A draw with the usual settings of its purpose; `most` is how many can be drawn from, 0 where that is not known. */
export function usualDraw(
  id: ItemId,
  purpose: DrawPurpose,
  score: ScoreSettings,
  most = 0,
): ItemOf<'draw'> {
  const { take, sources, rule } = USUAL[purpose];
  return {
    id,
    kind: 'draw',
    purpose,
    take: most > 0 ? Math.min(take, most) : take,
    ...(rule === undefined ? {} : { rule }),
    sources,
    ...(purpose === 'presenters'
      ? { follow: { presentationSeconds: PRESENTATION_SECONDS, score } }
      : {}),
  };
}

export function isOfPeople(purpose: DrawPurpose): boolean {
  return purpose === 'panel' || purpose === 'questioner' || purpose === 'team';
}

export function diceOf(sources: readonly SourceKind[]): DiceKind {
  return sources.includes('dice10') ? 'dice10' : sources.includes('dice6') ? 'dice6' : 'none';
}

/**
 * Phones take part beside another source only, never alone; without dice a sealed number stays, the server's or, beside
 * phones, a supervisor's.
 */
export function sourcesWith(
  dice: DiceKind,
  {
    phones,
    salt,
    kept,
  }: { readonly phones: boolean; readonly salt: boolean; readonly kept: boolean },
): readonly SourceKind[] {
  if (dice === 'none' && kept) return ['phones', 'kept'];
  return [
    ...(phones ? (['phones'] as const) : []),
    ...(dice === 'none' ? [] : [dice]),
    ...(salt || dice === 'none' ? (['salt'] as const) : []),
  ];
}

/** `take` spread over the cells by their size, the largest remainders rounded up, so that the sum is `take`. */
export function spread(take: number, cells: readonly Cell[]): Readonly<Record<string, number>> {
  const all = cells.reduce((sum, { count }) => sum + count, 0);
  if (all === 0) return {};
  const shares = cells.map(({ id, count }) => ({
    id,
    whole: Math.floor((take * count) / all),
    rest: (take * count) % all,
  }));
  let left = take - shares.reduce((sum, { whole }) => sum + whole, 0);
  const up = new Set(
    [...shares].sort((a, b) => b.rest - a.rest).flatMap(({ id }) => (left-- > 0 ? [id] : [])),
  );
  return Object.fromEntries(shares.map(({ id, whole }) => [id, whole + (up.has(id) ? 1 : 0)]));
}

export function sumOf(take: Readonly<Record<string, number>>): number {
  return Object.values(take).reduce((sum, n) => sum + n, 0);
}
