// The tablet's patience: seconds since the last touch, counted down.
import { useEffect, useEffectEvent, useState } from 'react';
import { ticks } from '../live/clock.ts';

const TOUCHES = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const;

/**
 * Counts down from the last touch, or from when `from` changed; null stands still.
 *
 * @param onZero called once when nobody has touched anything for so long
 */
export function useSecondsLeft(from: number | null, onZero: () => void): number | null {
  const [left, setLeft] = useState(from);
  const zero = useEffectEvent(onZero);
  useEffect(() => {
    // eslint-disable-next-line react-hooks/set-state-in-effect -- a clock begins with what it counts down from
    setLeft(from);
    if (from === null) return;
    let since = ticks();
    const touched = () => {
      since = ticks();
      setLeft(from);
    };
    const timer = setInterval(() => {
      const now = Math.max(0, Math.ceil(from - (ticks() - since) / 1000));
      setLeft(now);
      if (now > 0) return;
      clearInterval(timer);
      zero();
    }, 250);
    for (const touch of TOUCHES) addEventListener(touch, touched, { passive: true });
    return () => {
      clearInterval(timer);
      for (const touch of TOUCHES) removeEventListener(touch, touched);
    };
  }, [from]);
  return from === null || left === null ? null : Math.min(left, from);
}
