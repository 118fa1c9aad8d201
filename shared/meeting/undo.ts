// The last act and what it changed, so that it can be taken back: only where nothing would be lost by it (RULES.md §3).
import type { BoxView } from '../ballots/box-index.ts';
import { hasOwn } from '../own.ts';
import type { MeetingEvent, Recorded } from './events.ts';
import { isBegun } from './papers.ts';
import type { LastAct, Meeting, Restorable } from './state.ts';
import { TAKEN_BACK, type TakenBack } from './taken-back.ts';

/** Whether taking the last act back would take a round back that has its first ballot. */
export function losesBallots(meeting: Meeting, box: BoxView, { restores }: LastAct): boolean {
  for (const round of meeting.rounds.values()) {
    const before = restores.rounds.get(round.id);
    if (before?.attempts.length !== round.attempts.length && isBegun(meeting, box, round))
      return true;
  }
  return false;
}

/** @param aside whether the event has nothing to do with what the last act was: a phone's, or the desk's about people */
export function undoAfter(
  before: Meeting,
  after: Meeting,
  { seq, act, event }: Recorded,
  aside: boolean,
): LastAct | null {
  const { undo } = before;
  if (!act) return null;
  // A lock that came with its item, or went with it, stays on record: whoever wants back goes back.
  if (act.command === 'EnterItem' && (event.type === 'DrawLocked' || event.type === 'DrawVoided'))
    return null;
  if (seq !== act.n) return aside || undo?.n === act.n ? undo : null;
  if (aside) return undo && isSame(restorable(before), restorable(after)) ? undo : null;
  if (event.type === 'ActTakenBack') {
    const command = undo && TAKEN_BACK[undo.command];
    return undo && command && { ...undo, n: act.n, command, restores: restorable(before) };
  }
  // Before the first item nothing is on stage. Whoever enters a skipped item takes it up again: PageUp leads back.
  if (act.command === 'EnterItem' && (before.current === null || event.type === 'ItemRestored'))
    return null;
  const { n, command } = act;
  if (!isTakenBack(command)) return null;
  return { n, command, ...aboutOf(event), restores: restorable(before) };
}

function aboutOf(event: MeetingEvent): Pick<LastAct, 'item' | 'subject'> {
  switch (event.type) {
    case 'ItemEntered':
    case 'ItemSkipped':
    case 'ItemRestored':
    case 'CountdownCleared':
    case 'RoundOpened':
      return { item: event.item, subject: null };
    case 'CountdownSet':
      return { item: event.countdown.item, subject: null };
    case 'ItemChanged':
      return { item: event.item.id, subject: null };
    case 'ItemsMoved':
    case 'ItemsRemoved':
      return { item: event.items[0] ?? null, subject: null };
    case 'ItemsInserted':
      return { item: event.items[0]?.id ?? null, subject: null };
    case 'SubjectWithdrawn':
      return { item: null, subject: event.subject };
    case 'SubjectsCombined':
      return { item: null, subject: event.from };
    default:
      return { item: null, subject: null };
  }
}

function isTakenBack(command: string): command is TakenBack {
  return hasOwn(TAKEN_BACK, command);
}

/** When an item was first entered, and who is in the house, stays: it was so. */
function restorable(meeting: Meeting): Restorable {
  const { agenda, skipped, out, current, countdown, left, boardTurned, rounds } = meeting;
  return { agenda, skipped, out, current, countdown, left, boardTurned, rounds };
}

function isSame(one: Restorable, other: Restorable): boolean {
  return (Object.keys(one) as (keyof Restorable)[]).every((field) => one[field] === other[field]);
}
