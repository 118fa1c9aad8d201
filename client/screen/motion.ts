// Motion that explains (LOOK.md §5), on the Web Animations API; none where the viewer prefers it reduced.
import { useEffect, useState } from 'react';
import { ticks } from '../live/clock.ts';

export const EASE_OUT = 'cubic-bezier(.2, 0, 0, 1)';
export const EASE_MOVE = 'cubic-bezier(.3, 0, .1, 1)';

/** Milliseconds of the way to a score, and between two of its pictures (30 Hz). */
const COUNT_MS = 1200;
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

/** A number that travels to its `target` and never beyond; from nowhere it does not travel, and where there is none nothing stands. */
export function useCount(from: string | null, target: string | null): string | null {
  const [share, setShare] = useState(0);
  const travels = from !== null && target !== null;
  useEffect(() => {
    if (!travels || calm()) return;
    const start = ticks();
    const timer = setInterval(() => {
      const passed = Math.min(1, (ticks() - start) / COUNT_MS);
      setShare(1 - (1 - passed) ** 3);
      if (passed === 1) clearInterval(timer);
    }, FRAME_MS);
    return () => {
      clearInterval(timer);
    };
  }, [travels]);
  return travels && !calm() ? onTheWay(from, target, share) : target;
}

/** So much of the way, 0 to 1, in as many decimals as the target has. */
export function onTheWay(from: string, target: string, share: number): string {
  if (share === 1) return target;
  const [begin, end] = [Number(from), Number(target)];
  return (begin + (end - begin) * share).toFixed(target.split('.')[1]?.length ?? 0);
}
