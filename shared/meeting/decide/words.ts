// Words from phones, a source of chance (DRAW.md §2): each who is in the house sends one, and the list is closed before
// anything else is known.
import { hiddenCharacter } from '../../hidden-characters.ts';
import type { Instant } from '../../instant.ts';
import type { Context, SeatCommandOf, StaffCommandOf } from '../commands.ts';
import { hasPassed } from '../draws/beacon.ts';
import type { Draw } from '../draws/draw.ts';
import { hasArrived, seatOfHolder } from '../holders.ts';
import { isSame } from '../people.ts';
import type { Meeting } from '../state.ts';
import { accept, refuse, type Decision, type World } from '../world.ts';
import type { Holder } from './decider.ts';

/** A seat's device, or a ticket. */
type Giver = Exclude<Holder, { readonly kind: 'device' }>;

export const LONGEST_WORD = 40;
/** Joins the parts of one picture; phones type it unseen. */
const EMOJI_JOINER = '\u200d';

/** A word typed on a phone, once for each who is in the house, seated or not: entropy that nobody could foresee alone. */
export function sendWord(
  { meeting }: World,
  { draw: drawId, word }: SeatCommandOf<'SendWord'>,
  by: Giver,
  now: Instant,
): Decision {
  if (!mayGiveWords(meeting, by, now)) return refuse({ code: 'not-checked-in' });
  const holder = by.kind === 'seat' ? by.seat.holder : by.holder;
  const draw = meeting.draws.find((one) => one.id === drawId);
  if (!draw || !asksPhones(draw)) return refuse({ code: 'draw-not-ready' });
  const text = word.normalize('NFC').trim();
  const before = draw.words.find((one) => isSame(one.holder, holder));
  if (before?.word === text) return accept([]);
  if (draw.phase !== 'locked' || draw.wordsClosed) return refuse({ code: 'words-closed' });
  if (before) return refuse({ code: 'word-sent' });
  const seen = text.replaceAll(EMOJI_JOINER, '');
  if (seen === '' || Array.from(text).length > LONGEST_WORD)
    return refuse({ code: 'word-missing' });
  // The list goes on every screen, where one word could turn all that stand around it.
  const character = hiddenCharacter(seen);
  if (character !== null) return refuse({ code: 'hidden-character', character });
  return accept([{ type: 'WordSent', draw: drawId, holder, word: text }]);
}

/**
 * Whether a draw takes words of theirs: whoever is in the house, seated or waiting. Whose phone has not heard yet that
 * they are seated still speaks by the ticket.
 */
export function mayGiveWords(meeting: Meeting, by: Giver, now: Instant): boolean {
  if (by.kind === 'seat') return by.seat.present;
  const seat = seatOfHolder(meeting, by.holder);
  if (seat) return seat.present;
  // A unit without a seat only looks on.
  return by.holder.kind === 'reviewer' && hasArrived(meeting, by.holder.id, now);
}

/**
 * Closes the list of words; from now on the hall sees it, and dice, beacon and salt may follow. Refused once the beacon's
 * round is published: such a draw is void.
 */
export function closeWords(
  { meeting }: World,
  { draw: id }: StaffCommandOf<'CloseWords'>,
  { now }: Pick<Context, 'now'>,
): Decision {
  const draw = meeting.draws.find((one) => one.id === id);
  if (draw?.phase !== 'locked' || !asksPhones(draw)) return refuse({ code: 'draw-not-ready' });
  if (hasPassed(draw, now)) return refuse({ code: 'beacon-passed' });
  return accept(draw.wordsClosed ? [] : [{ type: 'WordsClosed', draw: id }]);
}

/** Whether words from phones are a source of this draw. */
export function asksPhones(draw: Draw): boolean {
  return draw.lock.entropy.some(({ type }) => type === 'phones');
}
