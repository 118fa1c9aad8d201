// Dice as two people read them: two rows of digits, compared die by die (DRAW.md §2).
import type { Lock } from '../../draw/lock.ts';

/** `second`: typed by who sees no digit of the first. */
export const READINGS = ['first', 'second'] as const;
export type Reading = (typeof READINGS)[number];

export interface TypedDice {
  /** One digit for each die, in the order thrown. */
  readonly row: string;
  /** How often the row was changed: who types is refused what was made for another row. */
  readonly edits: number;
}

export type Readings = Readonly<Record<Reading, TypedDice>>;

const UNTYPED: TypedDice = { row: '', edits: 0 };
export const NOTHING_READ: Readings = { first: UNTYPED, second: UNTYPED };

/** The dice that a lock waits for. */
export interface LockedDice {
  /** Six faces, 1 to 6; else ten, 0 to 9. */
  readonly six: boolean;
  readonly count: number;
}

/** null where no dice are thrown. */
export function diceOf({ entropy }: Pick<Lock, 'entropy'>): LockedDice | null {
  for (const source of entropy)
    if (source.type === 'dice10' || source.type === 'dice6')
      return { six: source.type === 'dice6', count: source.count };
  return null;
}

/** `read`: by the first only; `differs`: the second read another digit, so that none counts. */
export type DieState = 'empty' | 'read' | 'agreed' | 'differs';

export function dieStates({ first, second }: Readings, count: number): readonly DieState[] {
  return Array.from({ length: count }, (_, n) => {
    const one = first.row[n];
    const other = second.row[n];
    if (one === undefined) return 'empty';
    if (other === undefined) return 'read';
    return one === other ? 'agreed' : 'differs';
  });
}

/** The row that both read; null as long as a die is missing or differs. */
export function agreedRow(readings: Readings, count: number): string | null {
  const { first } = readings;
  return dieStates(readings, count).every((state) => state === 'agreed') ? first.row : null;
}
