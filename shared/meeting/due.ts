// What a meeting does by itself at some instant: whoever has let go of its file opens it again for that.
import type { Instant } from '../instant.ts';
import type { ServerCommandOf } from './commands.ts';
import { closesItself } from './decide/rounds.ts';
import { beaconDue } from './draws/beacon.ts';
import { nameDue } from './draws/pace.ts';
import { endOfRetention } from './retention.ts';
import { lastAttempt, roundOfItem } from './rounds.ts';
import type { Meeting } from './state.ts';

/** What the server does at an instant, without anyone's word. */
export interface Deadline {
  readonly at: Instant;
  readonly command:
    ServerCommandOf<'CloseAtZero'> | ServerCommandOf<'ShowDueName'> | ServerCommandOf<'VoidPassed'>;
}

/** What comes first: a round that closes by itself, a name that comes by itself, a beacon too early; null where none does. */
export function deadlineOf(meeting: Meeting): Deadline | null {
  const due = [roundDue(meeting), nameDeadline(meeting), beaconDeadline(meeting)];
  return due.reduce<Deadline | null>(
    (first, one) => (one && (!first || one.at < first.at) ? one : first),
    null,
  );
}

/** The instant at which a countdown stands at zero; null where none runs, or where it closes nothing. */
function roundDue(meeting: Meeting): Deadline | null {
  const { countdown } = meeting;
  if (countdown?.phase !== 'running') return null;
  const round = roundOfItem(meeting, countdown.item);
  if (!round || !closesItself(meeting, round)) return null;
  const attempt = lastAttempt(round).n;
  return { at: countdown.endsAt, command: { type: 'CloseAtZero', round: round.id, attempt } };
}

function nameDeadline(meeting: Meeting): Deadline | null {
  const due = nameDue(meeting);
  return due && { at: due.at, command: { type: 'ShowDueName', draw: due.draw, shown: due.shown } };
}

function beaconDeadline(meeting: Meeting): Deadline | null {
  const due = beaconDue(meeting);
  return due && { at: due.at, command: { type: 'VoidPassed', draw: due.draw } };
}

/**
 * The next instant at which something is due; null where nothing is. What should have been done stays due until it is.
 * The end of the retention is due once: from then on it is for people to erase the names (R14).
 */
export function nextDue(meeting: Meeting, now: Instant): Instant | null {
  const retention = meeting.erasedAt === null ? endOfRetention(meeting) : now;
  const due = [deadlineOf(meeting)?.at, retention > now ? retention : undefined];
  return due.reduce<Instant | null>(
    (first, at) => (at === undefined || (first !== null && first <= at) ? first : at),
    null,
  );
}
