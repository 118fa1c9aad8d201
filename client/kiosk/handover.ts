// Between two people at the tablet: the seat is released and nothing of the person before stays on the device.
import { call } from '../live/http.ts';

/** Where a seat was opened here and not let go yet; on a phone that merely opened this page it never stands. */
const IN_USE = 'kleroterion.kiosk';
const SEAT_PREFIX = 'kleroterion.seat.';

/** Remembers that this device is a kiosk with someone's seat open, so that even a reload hands it back. */
export function takeOver(code: string): void {
  try {
    localStorage.setItem(IN_USE, code);
  } catch {
    // Nothing is stored then, and nothing needs to be cleared.
  }
}

export function isTaken(): boolean {
  try {
    return localStorage.getItem(IN_USE) !== null;
  } catch {
    return false;
  }
}

/** @returns whether the seat is released; what was stored is gone in any case. */
export async function handOver(code: string): Promise<boolean> {
  forgetSeats();
  const { ok } = await call(`/api/m/${encodeURIComponent(code)}/release`, {});
  if (ok)
    try {
      localStorage.removeItem(IN_USE);
    } catch {
      // Private windows keep nothing.
    }
  return ok;
}

function forgetSeats(): void {
  try {
    const keys = Array.from({ length: localStorage.length }, (_, n) => localStorage.key(n));
    for (const key of keys) if (key?.startsWith(SEAT_PREFIX)) localStorage.removeItem(key);
  } catch {
    // Private windows keep nothing.
  }
}
