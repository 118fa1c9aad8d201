// Dice as two people read them: two rows of digits, compared die by die (DRAW.md §2).
import type { AnyLock } from '../../draw/lock.ts';
import type { Numbered } from '../../draw/lots.ts';

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

/** The dice that a locked draw waits for. */
export interface LockedDice {
  /** Six faces, 1 to 6; else ten, 0 to 9. */
  readonly six: boolean;
  readonly count: number;
  /** The digits of a number, thrown one by one: each stands as soon as both have read it (DRAW.md §9). */
  readonly oneByOne: boolean;
}

/** What of a draw says which dice it waits for. */
interface Read {
  readonly lock: Pick<AnyLock, 'entropy'>;
  readonly lots: { readonly entropy: unknown; readonly numbered: Numbered | null } | null;
}

/** Whether dice are a source of a lock; the digits of a number are none. */
export function throwsDice({ entropy }: Pick<AnyLock, 'entropy'>): boolean {
  return entropy.some(({ type }) => type === 'dice10' || type === 'dice6');
}

/** null where none are thrown: of lots first those that number the panels, and once they are numbered the digits. */
export function diceOf({ lock, lots }: Read): LockedDice | null {
  const isNumbered = numbersIn({ lots }) !== null;
  const isOpen = (lots?.entropy ?? null) === null;
  for (const source of lock.entropy)
    if (source.type === 'digits') {
      if (isNumbered) return { six: false, count: source.count, oneByOne: true };
    } else if ('count' in source && isOpen)
      return { six: source.type === 'dice6', count: source.count, oneByOne: false };
  return null;
}

/** The panels of a draw by lots as they are mixed and numbered; null before, and for every other draw. */
export function numbersIn({ lots }: Pick<Read, 'lots'>): Numbered | null {
  return lots?.numbered ?? null;
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

/** How many dice, from the first, both have read alike before one that is missing or differs. */
export function agreedCount(readings: Readings, count: number): number {
  const states = dieStates(readings, count);
  const open = states.findIndex((state) => state !== 'agreed');
  return open === -1 ? count : open;
}

/** The row that both read; null as long as a die is missing or differs. */
export function agreedRow(readings: Readings, count: number): string | null {
  return agreedCount(readings, count) === count ? readings.first.row : null;
}
