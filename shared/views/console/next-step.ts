// The moderator's one obvious next step: always one key, always the exact command.
import { leftOut } from '../../meeting/agenda/participation.ts';
import type { ItemId } from '../../ids.ts';
import { kindOf } from '../../meeting/agenda/kinds.ts';
import { holdsUnseen } from '../../meeting/boards.ts';
import { isAtOnce, waitsAtOnce } from '../../meeting/draws/at-once.ts';
import { drawOfItem } from '../../meeting/draws/standing.ts';
import { PURPOSES } from '../../meeting/draws/purposes.ts';
import { itemById } from '../../meeting/agenda/items.ts';
import { roundOfItem } from '../../meeting/rounds.ts';
import type { Item } from '../../meeting/agenda/item.ts';
import type { Meeting } from '../../meeting/state.ts';
import { viewOf } from '../kinds.ts';
import type { Steps } from '../kinds/kind.ts';
import { roundStep } from './round-step.ts';
import type { Seen } from '../seen.ts';
import { boardBack, moveStep } from './board-step.ts';
import type { AgendaRow } from '../slices/agenda-row.ts';
import type { NextStep } from '../slices/next-step.ts';
import type { StaffStageSlice } from '../slices/staff-slices.ts';
import { pendingWritten } from '../numbers/written.ts';

export function nextStep(seen: Seen, agenda: readonly AgendaRow[]): NextStep {
  const { meeting } = seen;
  const item = itemById(meeting, meeting.current);
  const make: Steps['make'] = (act, more) => ({
    ...act,
    expects: { item: meeting.current, touched: meeting.touched.stage },
    irreversible: false,
    ...more,
  });
  const enter = (row: AgendaRow, owed = 0) =>
    make({
      act: 'enter',
      command: { type: 'EnterItem', item: row.item.id },
      ...{ item: row, owed, locks: isLockedWith(meeting, row.item), absent: null },
    });
  const onward = (): NextStep => {
    const here = agenda.findIndex((row) => row.item.id === meeting.current);
    const ahead = agenda.slice(here + 1).filter((row) => isToCome(meeting, row));
    const [following] = ahead;
    // Nothing is left to come that a written round could stay open beside.
    const isLast =
      !ahead.some(({ item: one }) => isContest(one)) && !(following && isPause(following.item));
    const batch = isLast ? pendingWritten(meeting)[0] : undefined;
    if (batch) return roundStep(seen, batch, { make, onward });
    if (following) return enter(following);
    // Whoever jumped past a unit is led back to it: the meeting is not over before everyone is scored.
    const passed = agenda.slice(0, Math.max(0, here)).filter((row) => isOwed(meeting, row));
    const [first] = passed;
    return first
      ? enter(beginningOf(meeting, agenda, first), passed.length)
      : make({ act: 'finished', command: null });
  };
  // What was left out or is over is stepped past, also where the moderator went back to look at it.
  if (!item || leftOut(meeting).has(item.id)) return onward();
  const view = viewOf(item);
  const steps = { make, onward };
  if (!kindOf(item).over(meeting, item)) return view.step(seen, item, steps);
  const round = roundOfItem(meeting, item.id);
  return (round && moveStep(seen, round, steps)) ?? view.rest?.(seen, item, steps) ?? onward();
}

/** Whether a draw is locked as this item is entered. */
function isLockedWith(meeting: Meeting, item: Item): boolean {
  const drawing = kindOf(item).drawing(item);
  return (
    drawing !== null && drawOfItem(meeting, item.id) === undefined && isAtOnce(meeting, drawing)
  );
}

/** Whether the draw on stage is void as soon as the stage leaves it. */
export function leavesVoid(meeting: Meeting): boolean {
  const draw = meeting.current === null ? undefined : drawOfItem(meeting, meeting.current);
  return draw !== undefined && waitsAtOnce(draw);
}

/** What the key back does: a board's page before, else the item before, past those that were skipped; null at the first. */
export function backStep(meeting: Meeting): StaffStageSlice['back'] {
  const page = boardBack(meeting, itemById(meeting, meeting.current));
  const previous = page ? null : previousItem(meeting);
  return page ?? (previous === null ? null : { type: 'EnterItem', item: previous });
}

function previousItem(meeting: Meeting): ItemId | null {
  const place = meeting.agenda.findIndex(({ id }) => id === meeting.current);
  const before = meeting.agenda.slice(0, Math.max(0, place));
  return before.filter(({ id }) => !leftOut(meeting).has(id)).at(-1)?.id ?? null;
}

/** Whether the way on leads to this item. */
function isToCome(meeting: Meeting, { item, skipped }: AgendaRow): boolean {
  return skipped === null && !kindOf(item).over(meeting, item);
}

/** Whether an item that was passed still lacks its result, or the units that it was to draw, or has scores to show. */
function isOwed(meeting: Meeting, row: AgendaRow): boolean {
  const { item } = row;
  if (!isToCome(meeting, row) || item.id === meeting.current) return false;
  return holdsUnseen(meeting, item) || (!kindOf(item).presents && isContest(item));
}

/** Where a turn begins that has not been scored: at its presentation. */
function beginningOf(meeting: Meeting, agenda: readonly AgendaRow[], row: AgendaRow): AgendaRow {
  if (row.item.turn === undefined || roundOfItem(meeting, row.item.id)) return row;
  const ahead = agenda.slice(0, agenda.indexOf(row));
  const presents = ({ item, skipped }: AgendaRow) =>
    kindOf(item).presents && item.turn === row.item.turn && skipped === null;
  return ahead.find(presents) ?? row;
}

/** Whether an item neither shows nor follows from results: a break, words, people who arrive. */
function isPause(item: Item): boolean {
  const kind = kindOf(item);
  return kind.board(item) === null && kind.drawing(item) === null;
}

/** Whether an item still asks the panel for something, or names who will be asked. */
function isContest(item: Item): boolean {
  const kind = kindOf(item);
  const draw = kind.drawing(item);
  return (
    kind.presents ||
    kind.scoring(item) !== null ||
    (draw !== null && PURPOSES[draw.purpose].effect === 'turns')
  );
}
