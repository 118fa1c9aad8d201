// A countdown on the server's clock: every page shows the same second.
import type { CountdownView } from '../../shared/views/slices/shown.ts';
import { useTicking } from './now.ts';

const STEP_MS = 250;

/** Milliseconds left (negative when overdue), or null without a countdown. Renders four times a second while it runs. */
export function useCountdown(countdown: CountdownView | null, clockOffset: number): number | null {
  return useTicking((now) => leftOf(countdown, now + clockOffset));
}

interface Speaking {
  readonly countdown: CountdownView | null;
  /** What they will have, before it runs; 0 where that is not said. */
  readonly seconds: number;
}

/** Whether whoever speaks has a clock. */
export function isTimed({ countdown, seconds }: Speaking): boolean {
  return countdown !== null || seconds > 0;
}

/** The clock of whoever speaks: before it runs it stands at what they will have. */
export function useSpeakingTime({ countdown, seconds }: Speaking, clockOffset: number) {
  const left = useCountdown(countdown, clockOffset) ?? seconds * 1000;
  const stands = countdown === null ? 'notStarted' : countdown.phase === 'stopped' && 'paused';
  const state = left < 0 ? 'overtime' : stands;
  return { left, total: countdown?.totalSeconds ?? seconds, state } as const;
}

/** In whole steps, which meet the countdown's own seconds. */
function leftOf(countdown: CountdownView | null, now: number): number | null {
  if (!countdown) return null;
  return countdown.phase === 'running'
    ? Math.ceil((countdown.endsAt - now) / STEP_MS) * STEP_MS
    : countdown.leftMs;
}

/** `02:47`, overtime with a leading minus (LOOK.md §6). */
export function clockText(ms: number): string {
  const seconds = Math.abs(ms < 0 ? Math.floor(ms / 1000) : Math.ceil(ms / 1000));
  const text = `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
  return ms < 0 && seconds > 0 ? `−${text}` : text;
}
