// Draws from the lock to the last name or the void.
import type { ReviewerId } from '../../ids.ts';
import type { Draw, DrawResult } from '../draws/draw.ts';
import { NOTHING_READ } from '../draws/reading.ts';
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
  DrawLocked: (meeting, event) => {
    const { draw: id, item, purpose, lock, lockHash, assurance, keeper = null } = event;
    found(itemById(meeting, item), 'item', item);
    const words = { words: [], wordsClosed: false };
    const locked: Draw = {
      ...{ id, item, purpose, lock, lockHash, assurance, keeper, ...words, pace: null },
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
  WordsClosed: (meeting, event) =>
    changeDraw(meeting, event.draw, (draw) => ({ ...draw, wordsClosed: true })),
  DiceTyped: (meeting, { draw: id, reading, row }) =>
    changeDraw(meeting, id, (draw) => {
      if (draw.phase !== 'locked') throw new BrokenLog(`no dice are read in ${draw.id}`);
      const edits = draw.readings[reading].edits + 1;
      return { ...draw, readings: { ...draw.readings, [reading]: { row, edits } } };
    }),
  PaceSet: (meeting, { draw: id, pace }) => changeDraw(meeting, id, (draw) => ({ ...draw, pace })),
  DrawDetermined: (meeting, event) => {
    const { entropy, order, reserve, recordHash } = event;
    // What is drawn is of the pool, and so of what the purpose draws.
    return changeDraw(
      meeting,
      event.draw,
      (draw) =>
        ({
          ...lockedPart(draw),
          ...{ phase: 'determined', entropy, order, reserve, recordHash },
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

function lockedPart(draw: Draw) {
  const { id, item, purpose, lock, lockHash, assurance, keeper, words, wordsClosed, pace } = draw;
  return { id, item, purpose, lock, lockHash, assurance, keeper, words, wordsClosed, pace };
}

function resultOf(draw: Draw): DrawResult | null {
  if (draw.phase !== 'determined') return null;
  const { entropy, order, reserve } = draw;
  return { entropy, order, reserve };
}
