// How long a member of staff stays logged in: while the session is used, and never longer than a week. Pure.
import type { Instant } from './instant.ts';

const HOUR_MS = 3600 * 1000;
/** A session that nobody uses ends after this long: the laptop was left alone. */
export const SESSION_IDLE_MS = 12 * HOUR_MS;
/** Used or not, the passphrase is asked for again after this long. */
export const SESSION_WHOLE_MS = 7 * 24 * HOUR_MS;
/** How long before its end a session that nobody uses is warned of; any other end is then near. */
const WARN_IDLE_MS = HOUR_MS;
/** Of an end that use does not move, in the morning of its day: it must not come in the middle of a meeting. */
const WARN_WHOLE_MS = 12 * HOUR_MS;

export interface SessionTimes {
  /** When it ends if nobody uses it any more. */
  readonly endsAt: Instant;
  /** When it ends at the latest. */
  readonly latest: Instant;
}

/** When a session ends that was used just now. */
export function sessionTimes(createdAt: Instant, usedAt: Instant): SessionTimes {
  const latest = createdAt + SESSION_WHOLE_MS;
  return { endsAt: Math.min(usedAt + SESSION_IDLE_MS, latest), latest };
}

/**
 * How a session stands. `quiet`: nothing needs to be said before `until`. `unused`: it ends at `at` unless somebody goes
 * on. `last`: it ends at `at` whatever is done; only a new login helps.
 */
export type SessionStanding =
  | { readonly kind: 'quiet'; readonly until: Instant }
  | { readonly kind: 'unused' | 'last'; readonly at: Instant; readonly isNear: boolean }
  | { readonly kind: 'over' };

export function sessionStanding({ endsAt, latest }: SessionTimes, now: Instant): SessionStanding {
  if (now >= endsAt) return { kind: 'over' };
  const isNear = now >= endsAt - WARN_IDLE_MS;
  if (endsAt < latest && isNear) return { kind: 'unused', at: endsAt, isNear };
  if (now >= latest - WARN_WHOLE_MS) return { kind: 'last', at: latest, isNear };
  return { kind: 'quiet', until: Math.min(endsAt - WARN_IDLE_MS, latest - WARN_WHOLE_MS) };
}
