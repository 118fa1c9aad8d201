// Sessions of staff: begun by a log-in, kept up by use, ended by time, by a log-out or with the account.
import { SESSION_WHOLE_MS, sessionTimes, type SessionTimes } from '../../shared/staff-session.ts';
import type { StaffId } from '../../shared/ids.ts';
import type { RefusalOf } from '../../shared/meeting/refusals.ts';
import type { StaffRole } from '../../shared/staff-role.ts';
import type { ServerFile } from '../store/server-file.ts';
import { newToken, tokenHash, type RandomBytes } from './tokens.ts';

/** Who a request comes from, once it is known to be staff. */
export interface StaffIdentity {
  readonly id: StaffId;
  readonly name: string;
  readonly role: StaffRole;
}

/** Who a session's token speaks for, or why nobody. */
export type Presence =
  | { readonly ok: true; readonly staff: StaffIdentity; readonly session: SessionTimes }
  | { readonly ok: false; readonly refusal: RefusalOf<'logged-out' | 'account-shut'> };

export interface SessionParts {
  readonly serverFile: ServerFile;
  readonly now: () => number;
}

/** Use is written down at most this often: a moderator's keys must not each cost a commit. */
const RENEW_MS = 5 * 60 * 1000;

/** Begins a session and gives its token, of which only the hash is kept. */
export function beginSession(
  { serverFile, now, random }: SessionParts & { readonly random: RandomBytes },
  staff: StaffId,
): string {
  const token = newToken(random);
  const createdAt = now();
  const { endsAt: expiresAt } = sessionTimes(createdAt, createdAt);
  serverFile.addSession({ tokenHash: tokenHash(token), staff, createdAt, expiresAt });
  return token;
}

/** Looks who is there, which is no use of the session. */
export function presenceOf(token: string | undefined, { serverFile, now }: SessionParts): Presence {
  if (token === undefined) return LOGGED_OUT;
  const hash = tokenHash(token);
  const found = serverFile.sessionByTokenHash(hash, now());
  if (!found)
    return serverFile.isShutOut(hash, now())
      ? { ok: false, refusal: { code: 'account-shut' } }
      : LOGGED_OUT;
  const { id, name, role } = found.staff;
  const { expiresAt: endsAt } = found.session;
  const createdAt = Math.min(found.session.createdAt, now());
  const { latest } = sessionTimes(createdAt, createdAt);
  return { ok: true, staff: { id, name, role }, session: { endsAt, latest } };
}

/** The same where somebody does something: the session lasts on from now. */
export function useSession(token: string | undefined, parts: SessionParts): Presence {
  const presence = presenceOf(token, parts);
  if (!presence.ok || token === undefined) return presence;
  const { endsAt, latest } = presence.session;
  const { serverFile, now } = parts;
  const session = sessionTimes(latest - SESSION_WHOLE_MS, now());
  // The end may also move back: the machine's clock was set back between two starts.
  const moved = Math.abs(session.endsAt - endsAt);
  if (moved < RENEW_MS && (moved === 0 || session.endsAt < latest)) return presence;
  serverFile.renewSession(tokenHash(token), session.endsAt, now());
  return { ...presence, session };
}

export function endSession(token: string | undefined, serverFile: ServerFile): void {
  if (token !== undefined) serverFile.removeSession(tokenHash(token));
}

const LOGGED_OUT = { ok: false, refusal: { code: 'logged-out' } } as const satisfies Presence;
