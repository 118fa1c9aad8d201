// Between two people at the tablet: the seat is released and nothing of the person before stays on the device.
import { call } from '../live/http.ts';
import type { SeatView } from '../../shared/views/panel-slices.ts';
import { dropKept, forgetKept, seatsIn, waitingIn } from '../phone/kept-here.ts';
import { keptKey } from '../phone/kept.ts';
import type { Lost } from './leaving.ts';
import { recallWord, WORD_PREFIX, wordKey } from '../phone/word.ts';

/** Where a seat was opened here and not let go yet; on a phone that merely opened this page it never stands. */
const IN_USE = 'kleroterion.kiosk';
/** What did not count, for the desk to tell its person: each under a name of its own, as several pages may be open. */
const LOST_PREFIX = 'kleroterion.kiosk.lost';
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
  return waitingIn(code, () => localStorage).map(({ target }) => target.subject.name);
}

/** Whether a word for a draw was given here; whether it has arrived, only the server can say. */
export function hasWord(code: string): boolean {
  return storedKeys().some((key) => key.startsWith(`${WORD_PREFIX}${code}.`));
}

/** Whether the draw on stage takes a word that was given here and that the server does not hold. */
export function wordWaits(code: string, { stage: { body }, me }: SeatView): boolean {
  if (body.kind !== 'draw') return false;
  const { id, phase, words } = body.draw;
  return (
    id !== null &&
    phase === 'locked' &&
    words?.closed === false &&
    !me.words.includes(id) &&
    recallWord(wordKey(code, me.seat, id)) !== ''
  );
}

/**
 * @returns whether the seat is released. What was stored is gone in any case, but for ballots of others that still wait:
 * another page of this device may have their seat open.
 */
export async function handOver(code: string): Promise<boolean> {
  forgetPeople();
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

/**
 * Kept until somebody at the desk has read it, also through a reload; and what waited here goes, as it can never be sent.
 *
 * @param code where it was cast
 */
export function keepLost(code: string, lost: Lost): void {
  const disk = () => localStorage;
  for (const key of lost.seat === null ? seatsIn(code, disk) : [keptKey(code, lost.seat)])
    dropKept(key, disk);
  try {
    localStorage.setItem(`${LOST_PREFIX}.${lost.id}`, JSON.stringify(lost));
  } catch {
    // It stands on the page as long as that is open.
  }
}

/** Somebody has read it. */
export function forgetLost({ id }: Lost): void {
  try {
    localStorage.removeItem(id === '' ? LOST_PREFIX : `${LOST_PREFIX}.${id}`);
  } catch {
    // It was never stored then.
  }
}

/** What nobody has read yet, one at a time. */
export function lostHere(): Lost | null {
  try {
    const key = storedKeys().find((name) => name.startsWith(LOST_PREFIX));
    const lost = key && (JSON.parse(localStorage.getItem(key) ?? 'null') as Lost | null);
    // An older version of this page kept one, under the bare name.
    return lost ? { ...lost, id: key.slice(LOST_PREFIX.length + 1) } : null;
  } catch {
    return null;
  }
}

function forgetPeople(): void {
  for (const key of seatsIn(null, () => localStorage)) forgetKept(key, () => localStorage);
  try {
    for (const key of storedKeys()) if (key.startsWith(WORD_PREFIX)) localStorage.removeItem(key);
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
