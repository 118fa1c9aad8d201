// Between two people at the tablet: the seat is released and nothing of the person before stays on the device.
import { call } from '../live/http.ts';
import { readKept } from '../phone/kept.ts';

/** Where a seat was opened here and not let go yet; on a phone that merely opened this page it never stands. */
const IN_USE = 'kleroterion.kiosk';
const SEAT_PREFIX = 'kleroterion.seat.';
/** What a person's stay leaves on the device: ballots and drafts, and the word given for a draw. */
const PERSONAL = [SEAT_PREFIX, 'kleroterion.word.'] as const;
/** The server may do it yet; any other refusal means that there is nothing left to release. */
const TRY_AGAIN: readonly string[] = ['busy', 'not-saved', 'too-many'];

/** Remembers that this device is a kiosk with someone's seat open, so that even a reload hands it back. */
export function takeOver(code: string): void {
  try {
    localStorage.setItem(IN_USE, code);
  } catch {
    // Nothing is stored then, and nothing needs to be cleared.
  }
}

/** The meeting in which someone's seat is open here, or null. */
export function takenIn(): string | null {
  try {
    return localStorage.getItem(IN_USE);
  } catch {
    return null;
  }
}

/** Units whose ballots lie on this device, not yet answered by this meeting's server. */
export function unsentIn(code: string): readonly string[] {
  return storedKeys()
    .filter((key) => key.startsWith(`${SEAT_PREFIX}${code}.`) && !key.endsWith('.acknowledged'))
    .flatMap((key) => readKept(key, () => localStorage).outbox.waiting)
    .map(({ target }) => target.subject.name);
}

/** @returns whether the seat is released; what was stored is gone in any case. */
export async function handOver(code: string): Promise<boolean> {
  forgetPerson();
  const answer = await call(`/api/m/${encodeURIComponent(code)}/release`, {});
  if ('unreachable' in answer) return false;
  if (!answer.ok && TRY_AGAIN.includes(answer.refusal.code)) return false;
  try {
    localStorage.removeItem(IN_USE);
  } catch {
    // Private windows keep nothing.
  }
  return true;
}

function forgetPerson(): void {
  try {
    for (const key of storedKeys())
      if (PERSONAL.some((prefix) => key.startsWith(prefix))) localStorage.removeItem(key);
  } catch {
    // Private windows keep nothing.
  }
}

function storedKeys(): readonly string[] {
  try {
    return Array.from({ length: localStorage.length }, (_, n) => localStorage.key(n) ?? '');
  } catch {
    return [];
  }
}
