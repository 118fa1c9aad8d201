// The server's time in what is rendered, told anew four times a second.
import { useSyncExternalStore } from 'react';
import { ticks } from '../live/clock.ts';
import { every } from '../live/until-ended.ts';

const TICK_MS = 250;

/** What `read` makes of the ticks; the component renders again only when that changes. */
export function useTicking<T>(read: (ticks: number) => T): T {
  return useSyncExternalStore(everyTick, () => read(ticks()));
}

/** The server's clock in ms, in whole steps of `stepMs`. */
export function useNow(clockOffset: number, stepMs: number): number {
  return useTicking((now) => Math.floor((now + clockOffset) / stepMs) * stepMs);
}

function everyTick(changed: () => void): () => void {
  return every(TICK_MS, changed);
}
