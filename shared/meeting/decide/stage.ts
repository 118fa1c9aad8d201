// Stepping through the agenda, and its countdowns.

import { leftOut } from '../agenda/participation.ts';
import { partsOf } from '../agenda/turn.ts';
import { itemById } from '../agenda/items.ts';
import { lastAttempt, roundOfItem } from '../rounds.ts';
import type { ItemId } from '../../ids.ts';
import type { Countdown, Item } from '../agenda/item.ts';
import type { Context } from '../commands.ts';
import { kindOf } from '../agenda/kinds.ts';
import { isAtOnce, LEFT_STAGE, waitsAtOnce } from '../draws/at-once.ts';
import { drawOfItem } from '../draws/standing.ts';
import { accept, refuse, type Decision, type DecidingWorld } from '../world.ts';
import { barred } from '../rights.ts';
import { losesBallots } from '../undo.ts';
import { boardRows, isSeen, moveIsDue, nextRows } from '../boards.ts';
import { agendaDeciders } from './agenda.ts';
import { lockOf, voided } from './draws.ts';
import type { stageCommands } from '../commands/stage.ts';
import type { Deciders } from './decider.ts';

export const stageDeciders = {
  /**
   * Goes to an item, forwards or back. Refused while the present one holds an open round or an unfinished draw. A draw of
   * who asks is locked with it, and void with that reason where the stage leaves it before it was drawn.
   */
  EnterItem: (world, { item: id }, context) => {
    const { meeting } = world;
    const item = itemById(meeting, id);
    if (!item) return refuse({ code: 'unknown-item' });
    if (meeting.current === id) return accept([]);
    const present = itemById(meeting, meeting.current);
    const holds = present && kindOf(present).holds(meeting, present);
    if (holds) return refuse(holds);
    const left = present && drawOfItem(meeting, present.id);
    const leaving =
      left?.phase === 'locked' && waitsAtOnce(left) ? [voided(left, LEFT_STAGE, context.by)] : [];
    const entered = { type: 'ItemEntered', item: id } as const;
    const restored = takenUp(world, item);
    if (!restored.ok) return restored;
    // A number that stayed closed keeps the next lock from taking one: then it is not made by itself.
    const lock = leaving.length === 0 ? lockAtOnce(restored.world, item, context) : null;
    return accept([...restored.events, entered, ...leaving, ...(lock?.events ?? [])], lock?.side);
  },

  /** Starts the present item's countdown, or lets a stopped one run on with what was left. */
  StartCountdown: ({ meeting }, { item: id }, { now }) => {
    const item = itemById(meeting, id);
    if (!item || meeting.current !== id) return refuse({ code: 'wrong-item' });
    const { countdown } = meeting;
    if (countdown?.phase === 'running') return accept([]);
    const seconds = kindOf(item).seconds(item);
    if (seconds === null) return refuse({ code: 'no-countdown' });
    if (seconds === 0) return refuse({ code: 'no-time-limit' });
    const leftMs = countdown ? countdown.leftMs : seconds * 1000;
    return accept([{ type: 'CountdownSet', countdown: running(id, seconds, now + leftMs) }]);
  },

  /** Stops a running countdown and keeps what was left. */
  StopCountdown: ({ meeting }, { item }, { now }) => {
    const { countdown } = meeting;
    if (countdown?.item !== item || countdown.phase !== 'running')
      return refuse({ code: 'no-countdown' });
    const { totalSeconds, endsAt } = countdown;
    const leftMs = Math.max(0, endsAt - now);
    return accept([
      { type: 'CountdownSet', countdown: { item, totalSeconds, phase: 'stopped', leftMs } },
    ]);
  },

  /** Adds seconds, counted from now where the time has already run out. */
  ExtendCountdown: ({ meeting }, { item, seconds }, { now }) => {
    const { countdown } = meeting;
    if (countdown?.item !== item) return refuse({ code: 'no-countdown' });
    const more = seconds * 1000;
    const longer: Countdown =
      countdown.phase === 'running'
        ? { ...countdown, endsAt: Math.max(now, countdown.endsAt) + more }
        : { ...countdown, leftMs: countdown.leftMs + more };
    return accept([{ type: 'CountdownSet', countdown: longer }]);
  },

  /** Takes a countdown back as if it had never been started: for a key pressed too early. */
  ClearCountdown: ({ meeting }, { item }) => {
    if (meeting.countdown?.item !== item) return refuse({ code: 'no-countdown' });
    const round = roundOfItem(meeting, item);
    if (round && lastAttempt(round).phase === 'open') return refuse({ code: 'round-open' });
    return accept([{ type: 'CountdownCleared', item }]);
  },

  /** Takes the last act back; refused once another one followed, or a round that it opened has its first ballot. */
  TakeBack: ({ meeting, box }, { act }, { role }) => {
    const { undo } = meeting;
    if (undo?.n !== act) return refuse({ code: 'stale' });
    const bar = barred(role, undo.command);
    if (bar) return refuse(bar);
    if (losesBallots(meeting, box, undo)) return refuse({ code: 'round-has-ballots' });
    return accept([{ type: 'ActTakenBack', act }]);
  },

  /** Rings the bell in the hall by hand; at zero it rings by itself. */
  RingBell: ({ meeting }, { item }, { now }) => {
    if (meeting.current !== item) return refuse({ code: 'wrong-item' });
    const { bellAt } = meeting;
    const since = bellAt === null ? Infinity : now - bellAt;
    // A clock that was set back must not silence the bell.
    if (since >= 0 && since < ONE_STROKE_MS) return accept([]);
    return accept([{ type: 'BellRung', item }]);
  },

  /** Turns the board on stage to a page that the hall has seen, or to a list once all of its rows are open. */
  TurnBoard: ({ meeting }, { category, page = 'list', n = 0 }) => {
    const board = boardRows(meeting, itemById(meeting, meeting.current));
    if (!board) return refuse({ code: 'wrong-item' });
    if (category !== 'all' && !meeting.categories.some(({ id }) => id === category))
      return refuse({ code: 'malformed' });
    if (!isSeen(meeting, board, { category, page, n })) return refuse({ code: 'rows-closed' });
    return accept([{ type: 'BoardTurned', category, page, n }]);
  },

  /** Opens rows of the board on stage, from the bottom. Who they are is in no view before. */
  ShowRows: ({ meeting }, { item: id, take }) => {
    const board = boardRows(meeting, itemById(meeting, id));
    if (!board || meeting.current !== id) return refuse({ code: 'wrong-item' });
    const subjects = nextRows(board, take);
    if (subjects.length === 0) return refuse({ code: 'rows-open' });
    return accept([{ type: 'BoardShown', item: id, subjects }]);
  },

  /** Lets the hall see the unit that was just scored climb to its place. */
  ShowMove: ({ meeting }, { round: id }) => {
    const round = meeting.rounds.get(id);
    if (!round || !moveIsDue(meeting, round)) return refuse({ code: 'no-move' });
    return accept([{ type: 'MoveShown', round: id, attempt: lastAttempt(round).n }]);
  },
} satisfies Deciders<typeof stageCommands>;

/** Whoever goes to a skipped item takes it up again, with the other parts of its turn: what a lock is made of stands on that. */
function takenUp(
  world: DecidingWorld,
  item: Item,
): (Accepted & { readonly world: DecidingWorld }) | Exclude<Decision, Accepted> {
  const { meeting } = world;
  if (!leftOut(meeting).has(item.id)) return { ok: true, events: [], side: [], ballots: [], world };
  const also = partsOf(meeting, item).flatMap(({ id }) =>
    id !== item.id && meeting.skipped.has(id) ? [id] : [],
  );
  const restored = agendaDeciders.RestoreItem(world, { type: 'RestoreItem', item: item.id, also });
  if (!restored.ok) return { ok: false, refusal: restored.refusal };
  const skipped = new Map(meeting.skipped);
  for (const id of [item.id, ...also]) skipped.delete(id);
  return { ...restored, world: { ...world, meeting: { ...meeting, skipped } } };
}

/** The lock of a draw in two presses; null where there is none to make, or it could not be made now. */
function lockAtOnce(world: DecidingWorld, item: Item, context: Context): Accepted | null {
  const drawing = kindOf(item).drawing(item);
  if (!drawing || !isAtOnce(world.meeting, drawing)) return null;
  const lock = lockOf(world, drawing, context);
  return lock.ok ? lock : null;
}

type Accepted = Extract<Decision, { readonly ok: true }>;

/** Two hands at two devices that reach for the bell at the same moment mean one stroke. */
const ONE_STROKE_MS = 1500;

/** A countdown that runs from now on. */
export function running(item: ItemId, totalSeconds: number, endsAt: number): Countdown {
  return { item, totalSeconds, phase: 'running', endsAt };
}
