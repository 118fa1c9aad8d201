// Motion that explains (LOOK.md §5), on the Web Animations API; none where the viewer prefers it reduced.
import { useEffect, useState } from 'react';
import { ticks } from '../live/clock.ts';

export const EASE_OUT = 'cubic-bezier(.2, 0, 0, 1)';
export const EASE_MOVE = 'cubic-bezier(.3, 0, .1, 1)';

/** Milliseconds of the count up to a score, and between two of its pictures (30 Hz). */
const COUNT_UP_MS = 1200;
const FRAME_MS = 33;

export function calm(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** Plays once; before its delay has passed the element already looks like the first keyframe. */
export function play(
  element: Element | null | undefined,
  keyframes: Keyframe[],
  timing: { readonly duration: number; readonly delay?: number; readonly easing?: string },
): void {
  if (!element || calm()) return;
  element.animate(keyframes, { fill: 'backwards', easing: EASE_OUT, ...timing });
}

/** Counts up to the exact string, never beyond it; at once with `run` false. */
export function useCountUp(target: string, run: boolean): string {
  const [share, setShare] = useState(() => (run && !calm() ? 0 : 1));
  useEffect(() => {
    if (!run || calm()) return;
    const start = ticks();
    const timer = setInterval(() => {
      const passed = Math.min(1, (ticks() - start) / COUNT_UP_MS);
      setShare(1 - (1 - passed) ** 3);
      if (passed === 1) clearInterval(timer);
    }, FRAME_MS);
    return () => {
      clearInterval(timer);
    };
  }, [run]);
  if (share === 1) return target;
  return (Number(target) * share).toFixed(target.split('.')[1]?.length ?? 0);
}
