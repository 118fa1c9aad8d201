// Between two people at the tablet: the seat is released and nothing of the person before stays on the device.
import { call } from '../live/http.ts';
import type { SeatView } from '../../shared/views/panel-slices.ts';
import { readKept } from '../phone/kept.ts';
import { keep, onDevice, recall } from '../live/storage.ts';
import { lostIn, type Lost } from './leaving.ts';
import { recallWord, WORD_PREFIX, wordKey } from '../phone/word.ts';

/** Where a seat was opened here and not let go yet; on a phone that merely opened this page it never stands. */
const IN_USE = 'kleroterion.kiosk';
const CODE = /^[A-Za-z0-9-]{1,32}$/;
/** What did not count, for the desk to tell its person. */
const LOST = 'kleroterion.kiosk.lost';
const SEAT_PREFIX = 'kleroterion.seat.';
/** What a person's stay leaves on the device: ballots and drafts, and the word given for a draw. */
const PERSONAL = [SEAT_PREFIX, WORD_PREFIX] as const;
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
  return keptKeys()
    .filter((key) => key.startsWith(`${SEAT_PREFIX}${code}.`) && !key.endsWith('.acknowledged'))
    .flatMap((key) => readKept(key, onDevice).outbox.waiting)
    .map(({ target }) => target.subject.name);
}

/** Whether a word for a draw was given here; whether it has arrived, only the server can say. */
export function hasWord(code: string): boolean {
  return keptKeys().some((key) => key.startsWith(`${WORD_PREFIX}${code}.`));
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

/** @returns whether the seat is released; what was stored is gone in any case. */
export async function handOver(code: string): Promise<boolean> {
  forgetPerson();
  const answer = await call(`/api/m/${encodeURIComponent(code)}/release`, {});
  if ('unreachable' in answer) return false;
  if (!answer.ok && TRY_AGAIN.includes(answer.refusal.code)) return false;
  keep(IN_USE, null);
  return true;
}

/** Kept until somebody at the desk has read it, also through a reload. */
export function keepLost(lost: Lost | null): void {
  // Where nothing is kept it stands on the page as long as that is open.
  keep(LOST, lost && JSON.stringify(lost));
}

export function lostHere(): Lost | null {
  try {
    return lostIn(JSON.parse(recall(LOST) ?? 'null'));
  } catch {
    return null;
  }
}

function forgetPerson(): void {
  for (const key of keptKeys())
    if (PERSONAL.some((prefix) => key.startsWith(prefix))) keep(key, null);
}

function keptKeys(): readonly string[] {
  try {
    const storage = onDevice();
    return Array.from({ length: storage.length }, (_, n) => storage.key(n) ?? '');
  } catch {
    return [];
  }
}
