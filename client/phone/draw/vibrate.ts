// One short vibration for whoever is drawn, where a phone can; it makes no sound.
import type { DrawId } from '../../../shared/ids.ts';

const VIBRATION_MS = 200;

const felt = new Set<DrawId | null>();

/** Once for each draw, whatever page comes first. */
export function vibrateFor(draw: DrawId | null): void {
  if (felt.has(draw)) return;
  felt.add(draw);
  (navigator as Partial<Navigator>).vibrate?.(VIBRATION_MS);
}
