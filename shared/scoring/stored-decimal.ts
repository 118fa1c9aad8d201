// A decimal as it stands in records (R8). By itself: what phones load of scoring is counted in bytes.
import { fromDecimal, type Rational } from './rational.ts';

/** The value of a decimal that was checked when it was stored. @throws RangeError for any other text. */
export function storedDecimal(text: string): Rational {
  const value = fromDecimal(text);
  if (!value) throw new RangeError(`${text} is no decimal`);
  return value;
}
