// What takes the last act back: only where nothing would be lost by it (DESIGN.md §3).
import type { Recorded } from './events.ts';
import { isItem, itemById, openWritten } from './lookup.ts';
import type { Item, Meeting, UndoCommand } from './state.ts';

/**
 * The command that undoes an event, null where it cannot be undone, or `keep` where it has nothing to do with what the
 * last act was (a phone that checks in, what the desk does about people and their sheets). Several events of one act are undone by what comes out for the last of them.
 *
 * @param before the meeting as it was when the event was decided
 */
export function undoAfter(before: Meeting, recorded: Recorded): UndoCommand | null | 'keep' {
  const { event } = recorded;
  const same = before.undo?.seq === before.seq && before.undo.at === recorded.at;
  const earlier = same ? before.undo : null;
  switch (event.type) {
    case 'ItemEntered':
      // Whoever enters a skipped item takes it up again: then the way there and the way back are two acts.
      return before.current === null ||
        earlier?.act === 'ItemRestored' ||
        before.skipped.has(before.current)
        ? null
        : { type: 'EnterItem', item: before.current };
    case 'ItemSkipped': {
      if (earlier?.act !== 'ItemSkipped') return { type: 'RestoreItem', item: event.item };
      const first = earlier.command?.type === 'RestoreItem' ? earlier.command : null;
      return first && { ...first, also: [...(first.also ?? []), event.item] };
    }
    case 'ItemRestored':
      return skipAgain(before, event.item, earlier);
    case 'ItemsMoved':
      return moveBack(before, event.items, event.reason);
    case 'BoardTurned':
      return { type: 'TurnBoard', category: boardNow(before) };
    case 'CountdownSet':
      // An opened round sets its own countdown; the act was the opening.
      if (before.undo?.command?.type === 'CancelRound' && before.undo.seq === before.seq)
        return 'keep';
      return before.countdown === null
        ? { type: 'ClearCountdown', item: event.countdown.item }
        : null;
    case 'RoundOpened':
      return { type: 'CancelRound', round: event.round };
    case 'SubjectWithdrawn':
    case 'SubjectsCombined': {
      const subject = event.type === 'SubjectWithdrawn' ? event.subject : event.from;
      return { type: 'RestoreSubject', subject, reason: event.reason };
    }
    case 'SaltKept':
    case 'WordSent':
    case 'SeatClaimed':
    case 'SeatReleased':
    case 'ReviewerArrived':
    case 'EpochRaised':
    case 'DocumentAttached':
    case 'DocumentRemoved':
    case 'BellRung':
    case 'PaperEntered':
    case 'PaperConfirmed':
    case 'PaperDropped':
    case 'SeatCheckedIn':
    case 'CheckInUndone':
    case 'SeatLeft':
    case 'SeatReplaced':
    case 'ReviewerWentAway':
    case 'RecusalDeclared':
    case 'TicketsIssued':
    case 'TicketsSwapped':
    case 'TicketRevoked':
      return 'keep';
    default:
      return null;
  }
}

/** Where a written round is open, taking an item up again has also taken its unit out of that round. */
function skipAgain(
  before: Meeting,
  item: Item['id'],
  earlier: Meeting['undo'],
): UndoCommand | null {
  const reason = before.skipped.get(item);
  if (reason === undefined || openWritten(before).length > 0) return null;
  if (earlier?.act !== 'ItemRestored') return { type: 'SkipItem', item, reason };
  const first = earlier.command?.type === 'SkipItem' ? earlier.command : null;
  return first?.reason === reason ? { ...first, also: [...(first.also ?? []), item] } : null;
}

/** null where the items came from several places. */
function moveBack(
  { agenda }: Meeting,
  moved: readonly Item['id'][],
  reason: string,
): UndoCommand | null {
  const first = agenda.findIndex(({ id }) => moved.includes(id));
  const items = agenda.slice(first, first + moved.length).map(({ id }) => id);
  return items.every((id) => moved.includes(id))
    ? { type: 'MoveItems', items, after: agenda[first - 1]?.id ?? null, reason }
    : null;
}

function boardNow(meeting: Meeting) {
  const item = itemById(meeting, meeting.current);
  return meeting.boardCategory ?? (isItem(item, 'board') ? item.category : undefined) ?? 'all';
}
