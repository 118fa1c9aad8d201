// Words from phones, a source of chance (DRAW.md §2): each who is in the house sends one, and the list is closed before
// anything else is known.
import { hiddenCharacter } from '../../hidden-characters.ts';
import type { Instant } from '../../instant.ts';
import type { SeatCommandOf, StaffCommandOf } from '../commands.ts';
import type { Draw } from '../draws/draw.ts';
import { hasArrived } from '../holders.ts';
import { isSame, reviewerHolder } from '../people.ts';
import { accept, refuse, type Decision, type World } from '../world.ts';
import type { Holder as Giver } from './decider.ts';

export const LONGEST_WORD = 40;
/** Joins the parts of one picture; phones type it unseen. */
const EMOJI_JOINER = '\u200d';

/** A word typed on a phone, once for each who is in the house, seated or not: entropy that nobody could foresee alone. */
export function sendWord(
  { meeting }: World,
  { draw: drawId, word }: SeatCommandOf<'SendWord'>,
  by: Exclude<Giver, { readonly kind: 'device' }>,
  now: Instant,
): Decision {
  const isHere = by.kind === 'seat' ? by.seat.present : hasArrived(meeting, by.reviewer, now);
  if (!isHere) return refuse({ code: 'not-checked-in' });
  const holder = by.kind === 'seat' ? by.seat.holder : reviewerHolder(by.reviewer);
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

/** Closes the list of words; from now on the hall sees it, and dice and salt may follow. */
export function closeWords(
  { meeting }: World,
  { draw: id }: StaffCommandOf<'CloseWords'>,
): Decision {
  const draw = meeting.draws.find((one) => one.id === id);
  if (draw?.phase !== 'locked' || !asksPhones(draw)) return refuse({ code: 'draw-not-ready' });
  return accept(draw.wordsClosed ? [] : [{ type: 'WordsClosed', draw: id }]);
}

function asksPhones(draw: Draw): boolean {
  return draw.lock.entropy.some(({ type }) => type === 'phones');
}
