// Draws from the lock to the last name or the void.
import { LOTS_FAILURES } from '../draws/draw.ts';
import { READINGS } from '../draws/reading.ts';
import { event, later, laterPrivate, partlyPrivate } from './event.ts';

export const drawsEvents = {
  /**
   * A supervisor's device keeps a salt for a draw still to be locked; the lock takes the newest there is, so that one kept
   * after the other makes no key stale.
   */
  SaltKept: partlyPrivate([], ['keeper'], (f) => ({
    item: f.item,
    commit: f.hash,
    keeper: f.keeper,
  })),
  /** A list of panels, or a lottery, is asked for; the server makes it. */
  LotsWanted: later(['stage'], (f) => ({ item: f.item })),
  /** `best`: the least chance that the best list for these quotas gives anybody. */
  LotsMade: later(['stage'], (f) => ({ item: f.item, list: f.panels, best: f.decimal })),
  /** Weighed compositions, as the lock of a lottery will have them; `best` as of lots. */
  LotteryMade: later(['stage'], (f) => ({ item: f.item, panels: f.lottery, best: f.decimal })),
  LotsFailed: later(['stage'], (f) => ({ item: f.item, why: f.one(...LOTS_FAILURES) })),
  DrawLocked: partlyPrivate(['stage'], ['keeper'], (f) => ({
    draw: f.draw,
    item: f.item,
    purpose: f.purpose,
    lock: f.lock,
    lockHash: f.hash,
    assurance: f.one('public', 'participants', 'operator'),
    /** Who keeps the salt; absent where the server does, or there is none. */
    keeper: f.optional(f.keeper),
  })),
  WordSent: partlyPrivate([], ['holder', 'word'], (f) => ({
    draw: f.draw,
    holder: f.holder,
    word: f.text,
  })),
  WordsClosed: event(['stage'], (f) => ({ draw: f.draw })),
  /** A row of dice as it stands after a digit was typed, corrected or taken back; the hall sees it (DRAW.md §6). */
  DiceTyped: later([], (f) => ({ draw: f.draw, reading: f.one(...READINGS), row: f.text })),
  /** The signature of the beacon's round, checked against the chain's key before it was written. */
  BeaconRead: later(['stage'], (f) => ({ draw: f.draw, signature: f.signature })),
  /** All sources of a draw by lots but the digits: from here on its panels can be mixed and numbered. */
  LotsRead: later(['stage'], (f) => ({ draw: f.draw, entropy: f.list(f.text) })),
  /** `panels` after the exchange, each in its place of the list; `places` of them from 0, by number. */
  LotsNumbered: later(['stage'], (f) => ({
    draw: f.draw,
    made: f.whole,
    panels: f.panels,
    places: f.list(f.whole),
    hash: f.hash,
    together: f.object({ distinct: f.whole, always: f.whole, never: f.whole }),
  })),
  DrawDetermined: event(['stage'], (f) => ({
    draw: f.draw,
    entropy: f.list(f.text),
    order: f.list(f.text),
    reserve: f.list(f.object({ cell: f.text, ids: f.list(f.text) })),
    recordHash: f.hash,
  })),
  NamesShown: event(['stage'], (f) => ({ draw: f.draw, shown: f.whole })),
  /** How the names of this draw come from now on. */
  PaceSet: later(['stage'], (f) => ({ draw: f.draw, pace: f.pace })),
  DrawVoided: event(['stage'], (f) => ({ draw: f.draw, why: f.text, recordHash: f.hash })),
  /** Whoever was drawn to ask has said that they will. */
  QuestionTaken: laterPrivate([], ['by'], (f) => ({ draw: f.draw, by: f.reviewer })),
  /** A drawn questioner or team member passed their task on; their seat stays theirs. */
  DrawnReplaced: partlyPrivate(['stage'], ['out', 'reason', 'skipped', 'in'], (f) => ({
    draw: f.draw,
    out: f.reviewer,
    why: f.replacementReason,
    reason: f.personReason,
    skipped: f.list(f.reviewer),
    in: f.reviewer,
    recordHash: f.hash,
  })),
};
