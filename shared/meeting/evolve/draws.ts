// Draws from the lock to the last name or the void.
import { isLots } from '../../draw/lock.ts';
import type { ItemId, ReviewerId } from '../../ids.ts';
import { drawingItem } from '../agenda/turn.ts';
import { beaconOf } from '../draws/beacon.ts';
import { NOTHING_CLOSED } from '../draws/closes.ts';
import type { Draw, DrawnLots, DrawResult, FoundLottery, MadeLots } from '../draws/draw.ts';
import { entropyRead } from '../draws/entropy-read.ts';
import { lotsList } from '../draws/lots.ts';
import { flawForTerms, foundLottery, wantedFor } from '../draws/made.ts';
import { agreedRow, diceOf, NOTHING_READ } from '../draws/reading.ts';
import { drawTerms } from '../draws/terms.ts';
import type { drawsEvents } from '../events/draws.ts';
import type { Meeting } from '../state.ts';
import { BrokenLog, found, foundAll, type Folds } from './fold.ts';
import { itemById } from '../agenda/items.ts';
import { knownKey } from './seats.ts';

const NOBODY: ReadonlySet<ReviewerId> = new Set();

export const drawsFolds = {
  SaltKept: (meeting, { item, commit, keeper }) => {
    found(itemById(meeting, item), 'item', item);
    return { ...meeting, salts: new Map(meeting.salts).set(item, { commit, keeper }) };
  },
  LotsWanted: (meeting, { item }) => withLots(meeting, item, { phase: 'wanted' }),
  LotsMade: (meeting, { item: id, list, best }) => {
    const item = drawingItem(meeting, id);
    if (!item) throw new BrokenLog(`no draw is held at ${id}`);
    const wanted = wantedFor(drawTerms(meeting, item), item);
    return withLots(meeting, id, { phase: 'made', for: wanted, list: lotsList(list, best) });
  },
  LotteryMade: (meeting, { item: id, panels, best }) => {
    const item = drawingItem(meeting, id);
    if (!item) throw new BrokenLog(`no draw is held at ${id}`);
    const terms = drawTerms(meeting, item);
    if (flawForTerms(terms, item, { panels }) !== null)
      throw new BrokenLog(`a lottery that does not fit ${id}`);
    const lottery = foundLottery(terms, panels, best);
    return withLots(meeting, id, { phase: 'made', for: wantedFor(terms, item), lottery });
  },
  LotsFailed: (meeting, { item, why }) => withLots(meeting, item, { phase: 'failed', why }),
  DrawLocked: (meeting, event) => {
    const { draw: id, item, purpose, lock, lockHash, assurance, keeper = null } = event;
    found(itemById(meeting, item), 'item', item);
    const words = { words: [], wordsClosed: false };
    const lots = isLots(lock) ? lotsAtLock(meeting, item) : null;
    const lottery = lock.rule.kind === 'lottery' ? lotteryAtLock(meeting, item) : null;
    const locked: Draw = {
      ...{ id, item, purpose, lock, lockHash, assurance, keeper, ...words, pace: null, lots },
      ...{ lottery, closes: NOTHING_CLOSED, signature: null },
      ...{ phase: 'locked', readings: NOTHING_READ },
    };
    const salts = new Map([...meeting.salts].filter(([one]) => one !== item));
    return { ...meeting, salts, draws: [...meeting.draws, locked] };
  },
  WordSent: (meeting, event) => {
    knownKey(meeting, event.holder);
    return changeDraw(meeting, event.draw, (draw) => ({
      ...draw,
      words: [...draw.words, { holder: event.holder, word: event.word }],
    }));
  },
  WordsClosed: (meeting, event, { at }) =>
    changeDraw(meeting, event.draw, (draw) => ({
      ...{ ...draw, wordsClosed: true },
      closes: { ...draw.closes, words: at },
    })),
  DiceTyped: (meeting, { draw: id, reading, row }, { at }) =>
    changeDraw(meeting, id, (draw) => {
      if (draw.phase !== 'locked') throw new BrokenLog(`no dice are read in ${draw.id}`);
      const edits = draw.readings[reading].edits + 1;
      const readings = { ...draw.readings, [reading]: { row, edits } };
      const dice = diceOf(draw);
      // Digits of a number are no dice that a beacon waits for.
      if (!dice || dice.oneByOne) return { ...draw, readings };
      const agreed = agreedRow(readings, dice.count) !== null;
      return { ...draw, readings, closes: { ...draw.closes, dice: agreed ? at : null } };
    }),
  BeaconRead: (meeting, { draw: id, signature }) =>
    changeDraw(meeting, id, (draw) => {
      if (draw.phase !== 'locked' || !beaconOf(draw.lock))
        throw new BrokenLog(`no beacon is read in ${draw.id}`);
      return { ...draw, signature };
    }),
  LotsRead: (meeting, { draw, entropy }, { at }) =>
    changeLots(meeting, draw, (lots) => ({ ...lots, entropy, readAt: at })),
  LotsNumbered: (meeting, { draw, made, panels, places, hash, together }) => {
    const numbered = { made, panels, places, hash, together };
    const after = changeLots(meeting, draw, (lots) => ({ ...lots, numbered }));
    // What is read from here on are the digits.
    return changeDraw(after, draw, (one) =>
      one.phase === 'locked' ? { ...one, readings: NOTHING_READ } : one,
    );
  },
  PaceSet: (meeting, { draw: id, pace }) => changeDraw(meeting, id, (draw) => ({ ...draw, pace })),
  DrawDetermined: (meeting, event, { at }) => {
    const { entropy, order, reserve, recordHash } = event;
    // What is drawn is of the pool, and so of what the purpose draws.
    return changeDraw(
      meeting,
      event.draw,
      (draw) =>
        ({
          ...lockedPart(draw),
          ...{ phase: 'determined', entropy, readAt: at, order, reserve, recordHash },
          ...{ shown: 0, shownAt: null, taken: NOBODY },
        }) as Draw,
    );
  },
  NamesShown: (meeting, event, { at }) =>
    changeDraw(meeting, event.draw, (draw) => {
      if (draw.phase !== 'determined') throw new BrokenLog(`nothing drawn in ${draw.id}`);
      return { ...draw, shown: event.shown, shownAt: at };
    }),
  DrawVoided: (meeting, event, { by }) => {
    const { why, recordHash } = event;
    const signer = by.kind === 'staff' ? by.id : null;
    return changeDraw(
      meeting,
      event.draw,
      (draw) =>
        ({
          ...lockedPart(draw),
          ...{ phase: 'void', why, recordHash, signer, result: resultOf(draw) },
          read: draw.phase === 'void' ? draw.read : entropyRead(draw),
        }) as Draw,
    );
  },
  QuestionTaken: (meeting, { draw: id, by }) => {
    foundAll(meeting.pool, 'reviewer', [by]);
    return changeDraw(meeting, id, (draw) => {
      if (draw.phase !== 'determined') throw new BrokenLog(`nothing drawn in ${draw.id}`);
      return { ...draw, taken: new Set(draw.taken).add(by) };
    });
  },
  DrawnReplaced: (meeting, event) => {
    const { draw, out, in: next, why, reason, skipped, recordHash } = event;
    drawIn(meeting, draw);
    foundAll(meeting.pool, 'reviewer', [out, next, ...skipped]);
    const replacement = { draw, out, in: next, why, reason, skipped, recordHash };
    return { ...meeting, replacements: [...meeting.replacements, replacement] };
  },
} satisfies Folds<typeof drawsEvents>;

function drawIn({ draws }: Meeting, id: Draw['id']): Draw {
  return found(
    draws.find((draw) => draw.id === id),
    'draw',
    id,
  );
}

function changeDraw(meeting: Meeting, id: Draw['id'], change: (draw: Draw) => Draw): Meeting {
  drawIn(meeting, id);
  return { ...meeting, draws: meeting.draws.map((draw) => (draw.id === id ? change(draw) : draw)) };
}

function withLots(meeting: Meeting, item: ItemId, lots: MadeLots): Meeting {
  found(itemById(meeting, item), 'item', item);
  return { ...meeting, lots: new Map(meeting.lots).set(item, lots) };
}

/** The list of the item: it stays there, for a draw that is voided before a digit was thrown is made of the same. */
function lotsAtLock({ lots }: Meeting, item: ItemId): DrawnLots {
  const made = lots.get(item);
  if (made?.phase !== 'made' || !('list' in made))
    throw new BrokenLog(`no list of panels was made for ${item}`);
  return { list: made.list, entropy: null, readAt: null, numbered: null };
}

function lotteryAtLock({ lots }: Meeting, item: ItemId): FoundLottery {
  const made = lots.get(item);
  if (made?.phase !== 'made' || !('lottery' in made))
    throw new BrokenLog(`no lottery was found for ${item}`);
  return made.lottery;
}

function changeLots(
  meeting: Meeting,
  id: Draw['id'],
  change: (lots: DrawnLots) => DrawnLots,
): Meeting {
  return changeDraw(meeting, id, (draw) => {
    if (draw.phase !== 'locked' || !draw.lots) throw new BrokenLog(`no lots wait in ${draw.id}`);
    return { ...draw, lots: change(draw.lots) };
  });
}

function lockedPart(draw: Draw) {
  const { id, item, purpose, lock, lockHash, assurance, keeper, words, wordsClosed } = draw;
  const { closes, signature, pace, lots, lottery } = draw;
  return {
    ...{ id, item, purpose, lock, lockHash, assurance, keeper, words, wordsClosed },
    ...{ closes, signature, pace, lots, lottery },
  };
}

function resultOf(draw: Draw): DrawResult | null {
  if (draw.phase !== 'determined') return null;
  const { entropy, readAt, order, reserve } = draw;
  return { entropy, readAt, order, reserve };
}
