// Whether a decimal is so many steps.
import { divide, fromDecimal } from './rational.ts';

/** Whether the maximum is a whole number of steps. */
export function isReached({ max, step }: { readonly max: string; readonly step: string }): boolean {
  const [whole, one] = [fromDecimal(max), fromDecimal(step)];
  return whole !== null && one !== null && one.n > 0n && divide(whole, one).d === 1n;
}
