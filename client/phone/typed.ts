// Reading a score that was typed: full-width digits are digits, anything else is no score.
import type { Criterion } from '../../shared/scoring/sheet.ts';

/** The score, or null where the text is none of this line. */
export function readTyped(text: string, { max, step }: Criterion): number | null {
  const plain = text.normalize('NFKC').trim();
  if (!/^\d{1,7}$/.test(plain)) return null;
  const value = Number(plain);
  return value <= max && value % step === 0 ? value : null;
}
