// Reading a score that was typed.
import type { Criterion } from '../../../shared/scoring/sheet.ts';
import { readWhole } from '../../../shared/typed-number.ts';

/** The score, or null where the text is none of this line. */
export function readTyped(text: string, { max, step }: Criterion): number | null {
  const value = readWhole(text);
  return value !== null && value <= max && value % step === 0 ? value : null;
}
