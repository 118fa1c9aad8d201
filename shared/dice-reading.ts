// A row of dice as it was typed: nothing is dropped but spaces, so that two readings agree only on what was read.
import { plainDigits } from './typed-number.ts';

export interface DiceReading {
  /** What was typed without spaces, digits of every script as 0 to 9. */
  readonly row: string;
  /** The first that no such die shows, and its place from 1; null where all are faces. */
  readonly stray: { readonly character: string; readonly place: number } | null;
}

/** @param six dice of the faces 1 to 6; else 0 to 9 */
export function readDice(typed: string, six: boolean): DiceReading {
  const row = plainDigits(typed).replace(/\s/gu, '');
  const characters = Array.from(row);
  const face = six ? /^[1-6]$/ : /^[0-9]$/;
  const at = characters.findIndex((character) => !face.test(character));
  const character = characters[at];
  return { row, stray: character === undefined ? null : { character, place: at + 1 } };
}

/** `70294 41836 52907 13856`: a row as it is read and compared, in fives. */
export function inFives(row: string): string {
  return row.replace(/.{5}(?=.)/gu, '$& ');
}
