// A countdown on the server's clock: every page shows the same second.
import { useEffect, useState } from 'react';
import type { CountdownView } from '../../shared/views/cards.ts';

/** Milliseconds left (negative when overdue), or null without a countdown. Renders four times a second while it runs. */
export function useCountdown(countdown: CountdownView | null, clockOffset: number): number | null {
  const [now, setNow] = useState(() => Date.now());
  const running = countdown?.phase === 'running';
  useEffect(() => {
    if (!running) return;
    const tick = () => {
      setNow(Date.now());
    };
    const first = setTimeout(tick, 0);
    const timer = setInterval(tick, 250);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
    };
  }, [running]);
  if (!countdown) return null;
  return countdown.phase === 'running' ? countdown.endsAt - (now + clockOffset) : countdown.leftMs;
}

/** `02:47`, overtime with a leading minus (LOOK.md §6). */
export function clockText(ms: number): string {
  const seconds = Math.abs(ms < 0 ? Math.floor(ms / 1000) : Math.ceil(ms / 1000));
  const text = `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
  return ms < 0 && seconds > 0 ? `−${text}` : text;
}
