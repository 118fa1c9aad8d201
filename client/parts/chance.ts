// What chance may give, for reading: a percentage beside its exact fraction, a quota as the range that it falls into.
import type { DrawCell } from '../../shared/views/slices/draw-slices.ts';

/** `"12/77"` → `"15.58"`: so many decimals, half up, in whole numbers throughout. */
export function percentOf(fraction: string, decimals: 1 | 2 = 2): string {
  const [n = 0, d = 1] = fraction.split('/').map(Number);
  const unit = 10 ** decimals;
  const parts = Math.floor((n * 200 * unit + d) / (2 * d));
  return `${Math.floor(parts / unit)}.${String(parts % unit).padStart(decimals, '0')}`;
}

/** `7–8`, or `7` where chance does not round. */
export function rangeText({ least, most }: Pick<DrawCell, 'least' | 'most'>): string {
  return least === most ? String(most) : `${least}–${most}`;
}
