// Between two people at the tablet: the seat is released and nothing of the person before stays on the device.
import { call } from '../live/http.ts';
import { asksWord } from '../phone/focus.ts';
import type { SeatView } from '../../shared/views/slices/panel-slices.ts';
import { keep, onDevice, recall } from '../live/storage.ts';
import { dropKept, forgetKept, seatsIn, waitingIn } from '../phone/slips/kept-here.ts';
import { jsonIn, keptKey, namesUnder } from '../phone/slips/shelf.ts';
import { lostIn, type Lost } from './leaving.ts';
import { recallWord, WORD_PREFIX, wordKey } from '../phone/draw/word.ts';

/** Where a seat was opened here and not let go yet; on a phone that merely opened this page it never stands. */
const IN_USE = 'kleroterion.kiosk';
const CODE = /^[A-Za-z0-9-]{1,32}$/;
/** What did not count, for the desk to tell its person: each under a name of its own, as several pages may be open. */
const LOST_PREFIX = 'kleroterion.kiosk.lost';
/** The server may do it yet; any other refusal means that there is nothing left to release. */
const TRY_AGAIN: readonly string[] = ['busy', 'not-saved', 'too-many'];

/** Remembers that this device is a kiosk with someone's seat open, so that even a reload hands it back. */
export function takeOver(code: string): void {
  // Where nothing is kept, nothing needs to be cleared.
  keep(IN_USE, code);
}

/** The meeting in which someone's seat is open here, or null. */
export function takenIn(): string | null {
  const code = recall(IN_USE);
  return code !== null && CODE.test(code) ? code : null;
}

/** Units whose ballots lie on this device, not yet answered by this meeting's server. */
export function unsentIn(code: string): readonly string[] {
  return waitingIn(code, onDevice).map(({ target }) => target.subject.name);
}

/** Whether a word for a draw was given here; whether it has arrived, only the server can say. */
export function hasWord(code: string): boolean {
  return keysUnder(`${WORD_PREFIX}${code}.`).length > 0;
}

/** Whether the draw on stage takes a word that was given here and that the server does not hold. */
export function wordWaits(code: string, { stage: { body }, me }: SeatView): boolean {
  const id = asksWord(body, me);
  return id !== null && recallWord(wordKey(code, me.holder, id)) !== '';
}

/**
 * @returns whether the seat is released. What was stored is gone in any case, but for ballots of others that still wait:
 * another page of this device may have their seat open.
 */
export async function handOver(code: string): Promise<boolean> {
  forgetPeople();
  const answer = await call(`/m/${encodeURIComponent(code)}/api/release`, {});
  if ('unreachable' in answer) return false;
  if (!answer.ok && TRY_AGAIN.includes(answer.refusal.code)) return false;
  keep(IN_USE, null);
  return true;
}

/**
 * Kept until somebody at the desk has read it, also through a reload; and what waited here goes, as it can never be sent.
 * Where nothing is kept it stands on the page as long as that is open.
 *
 * @param code where it was cast
 */
export function keepLost(code: string, lost: Lost): void {
  for (const key of lost.seat === null ? seatsIn(code, onDevice) : [keptKey(code, lost.seat)])
    dropKept(key, onDevice);
  keep(`${LOST_PREFIX}.${lost.id}`, JSON.stringify(lost));
}

/** Somebody has read it. */
export function forgetLost({ id }: Lost): void {
  keep(id === '' ? LOST_PREFIX : `${LOST_PREFIX}.${id}`, null);
}

/** What nobody has read yet, one at a time. */
export function lostHere(): Lost | null {
  for (const key of keysUnder(LOST_PREFIX)) {
    const lost = lostIn(jsonIn(recall(key)));
    // An older version of this page kept one, under the bare name.
    if (lost) return { ...lost, id: key.slice(LOST_PREFIX.length + 1) };
  }
  return null;
}

function forgetPeople(): void {
  for (const key of seatsIn(null, onDevice)) forgetKept(key, onDevice);
  for (const key of keysUnder(WORD_PREFIX)) keep(key, null);
}

function keysUnder(prefix: string): readonly string[] {
  try {
    return namesUnder(prefix, onDevice);
  } catch {
    return [];
  }
}
