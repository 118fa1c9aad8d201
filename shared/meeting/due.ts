// What a meeting does by itself at some instant: whoever has let go of its file opens it again for that.
import type { RoundId } from '../ids.ts';
import type { Instant } from '../instant.ts';
import { closesItself } from './decide/rounds.ts';
import { endOfRetention } from './retention.ts';
import { lastAttempt, roundOfItem } from './rounds.ts';
import type { Meeting } from './state.ts';

/** A round that closes by itself, and the instant at which its countdown stands at zero. */
export interface Deadline {
  readonly round: RoundId;
  readonly attempt: number;
  readonly at: Instant;
}

/** null where no countdown runs, or where it closes nothing. */
export function deadlineOf(meeting: Meeting): Deadline | null {
  const { countdown } = meeting;
  if (countdown?.phase !== 'running') return null;
  const round = roundOfItem(meeting, countdown.item);
  if (!round || !closesItself(meeting, round)) return null;
  return { round: round.id, attempt: lastAttempt(round).n, at: countdown.endsAt };
}

/**
 * The next instant at which something is due; null where nothing is. A round that should have closed stays due until it
 * is closed. The end of the retention is due once: from then on it is for people to erase the names (R14).
 */
export function nextDue(meeting: Meeting, now: Instant): Instant | null {
  const retention = meeting.erasedAt === null ? endOfRetention(meeting) : now;
  const due = [deadlineOf(meeting)?.at, retention > now ? retention : undefined];
  return due.reduce<Instant | null>(
    (first, at) => (at === undefined || (first !== null && first <= at) ? first : at),
    null,
  );
}
