// What takes the last act back: only where nothing would be lost by it (DESIGN.md §3).
import { subjectOf } from './agenda/turn.ts';
import type { MeetingEvent, Recorded } from './events.ts';
import { unreachable } from '../ids.ts';
import { kindOf } from './agenda/kinds.ts';
import { itemById, openWritten } from './lookup.ts';
import { writtenFor } from './written-subjects.ts';
import type { Item } from './agenda/item.ts';
import type { Meeting, UndoCommand } from './state.ts';

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
    case 'ItemsInserted':
      return removeAgain(before, event.items, earlier);
    case 'ItemsRemoved':
      return addAgain(before, event.items, earlier);
    case 'ItemChanged': {
      const former = itemById(before, event.item.id);
      return former ? { type: 'ChangeItem', item: former } : null;
    }
    case 'ItemSkipped': {
      // A turn drawn for a unit that has withdrawn is skipped by the draw itself.
      if (isDrawnTurn(event.item) && earlier?.act === 'ItemsInserted') return null;
      if (wouldLeave(before, [event.item])) return null;
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
    case 'SubjectsCombined':
      return restoreAgain(before, event, earlier);
    case 'CountdownCleared':
      return before.countdown ? { type: 'RestoreCountdown', item: event.item } : null;
    // What the hall has seen or the log has sealed is never unsaid.
    case 'DrawLocked':
    case 'WordsClosed':
    case 'DrawDetermined':
    case 'NamesShown':
    case 'DrawVoided':
    case 'DrawnReplaced':
    case 'RoundClosed':
    case 'RoundRevealed':
    case 'PeopleErased':
      return null;
    // Ballots may have come since: a cancelled round is opened again, a reopened one closed, by the next step.
    case 'RoundCancelled':
    case 'RoundReopened':
      return null;
    // Goes on record with a reason of its own, and so does the way back.
    case 'RoundSubjectsSet':
    case 'SubjectRestored':
      return null;
    // Seats may have been claimed since; the desk passes on one at a time.
    case 'SeatsFilled':
      return null;
    // A form of the setup: what it held before is written into it again and saved.
    case 'MeetingCreated':
    case 'MeetingChanged':
    case 'SubjectsImported':
    case 'ReviewersImported':
    case 'WeightsSet':
    case 'SheetAdopted':
    case 'SchemeAdopted':
    case 'AgendaSet':
      return null;
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
      return unreachable(event);
  }
}

/**
 * null for what a draw put there, and where the way back could put a unit into a written round that it had been taken out
 * of by hand: only one that this same act took out is sure to belong there.
 */
function removeAgain(
  before: Meeting,
  items: readonly Item[],
  earlier: Meeting['undo'],
): UndoCommand | null {
  if (items.some(({ id }) => isDrawnTurn(id))) return null;
  const turns = new Set(items.flatMap((item) => subjectOf(item) ?? []));
  const joining = [...turns].some((id) => writtenFor(before, id));
  if (joining && !(turns.size === 1 && hasLeftTheOnly(before, earlier))) return null;
  return { type: 'RemoveItems', items: items.map(({ id }) => id) };
}

/** Whether the act began with taking its unit out of the one open written round: then it is sure to belong there. */
function hasLeftTheOnly(before: Meeting, earlier: Meeting['undo']): boolean {
  return earlier?.act === 'RoundSubjectsSet' && openWritten(before).length === 1;
}

/** null where the way back could put the unit into a written round that it had been taken out of by hand. */
function restoreAgain(
  before: Meeting,
  event: Extract<MeetingEvent, { readonly type: 'SubjectWithdrawn' | 'SubjectsCombined' }>,
  earlier: Meeting['undo'],
): UndoCommand | null {
  const subject = event.type === 'SubjectWithdrawn' ? event.subject : event.from;
  const back = new Map([...before.skipped].filter(([id]) => !event.turns?.includes(id)));
  const joins = writtenFor({ ...before, skipped: back }, subject) !== undefined;
  if (joins && !hasLeftTheOnly(before, earlier)) return null;
  return { type: 'RestoreSubject', subject, reason: event.reason };
}

/** null where the items stood in several places, or one was left out for a reason that would be lost. */
function addAgain(
  before: Meeting,
  gone: readonly Item['id'][],
  earlier: Meeting['undo'],
): UndoCommand | null {
  const { agenda, skipped } = before;
  const joined = earlier?.act === 'RoundSubjectsSet' && unitsOf(before, gone).size === 1;
  if (!joined && wouldLeave(before, gone)) return null;
  const first = agenda.findIndex(({ id }) => gone.includes(id));
  const items = agenda.slice(first, first + gone.length);
  return items.every(({ id }) => gone.includes(id) && !skipped.has(id))
    ? { type: 'AddItems', after: agenda[first - 1]?.id ?? null, items }
    : null;
}

/** Whether a turn by these items, given back, would take its unit out of a written round that it was put into by hand. */
function wouldLeave(meeting: Meeting, items: readonly Item['id'][]): boolean {
  const units = unitsOf(meeting, items);
  return openWritten(meeting).some(({ subjects }) => subjects.some((id) => units.has(id)));
}

function unitsOf(meeting: Meeting, items: readonly Item['id'][]): ReadonlySet<string> {
  return new Set(items.flatMap((id) => subjectOf(itemById(meeting, id)) ?? []));
}

/** Nobody else makes ids with a dot (`turnIds`). */
function isDrawnTurn(id: Item['id']): boolean {
  return id.includes('.');
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
  return meeting.boardCategory ?? (item && kindOf(item).board(item)?.category) ?? 'all';
}
