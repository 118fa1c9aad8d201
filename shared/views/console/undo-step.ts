// What takes the last act back, as the button beside the next step says it.
import { kindOf } from '../../meeting/agenda/kinds.ts';
import { itemById } from '../../meeting/agenda/items.ts';
import type { Meeting } from '../../meeting/state.ts';
import { losesBallots } from '../../meeting/undo.ts';
import { shownName } from '../named.ts';
import { shownCategory, type Seen } from '../seen.ts';
import type { AgendaRow } from '../slices/agenda-row.ts';
import type { UndoStep } from '../slices/staff-slices.ts';
import { UNDO_ACTS } from './undo-acts.ts';

/** null once something would be lost by it: a round that has its first ballot stays open. */
export function undoStep(seen: Seen, agenda: readonly AgendaRow[]): UndoStep | null {
  const { undo } = seen.meeting;
  if (!undo || losesBallots(seen.meeting, seen.box, undo)) return null;
  // Taking it back may have been an act as well: then it is the item on stage that is left.
  const id = undo.command === 'EnterItem' ? seen.meeting.current : undo.item;
  return {
    act: UNDO_ACTS[undo.command],
    command: { type: 'TakeBack', act: undo.n },
    item: agenda.find(({ item }) => item.id === id) ?? null,
    about:
      undo.subject !== null
        ? shownName(seen, 'subject', undo.subject)
        : undo.command === 'TurnBoard'
          ? boardName(seen.meeting, undo.restores.boardTurned)
          : null,
  };
}

/** What the board will show again. */
function boardName(meeting: Meeting, turned: Meeting['boardTurned']): string | null {
  const item = itemById(meeting, meeting.current);
  const category = turned?.category ?? (item && kindOf(item).board(item)?.category) ?? 'all';
  return category === 'all' ? null : (shownCategory(meeting, category)?.name ?? null);
}
