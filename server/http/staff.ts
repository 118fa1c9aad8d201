// Staff come in: by a one-time link, then by name and passphrase; out again; and invite others.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { StaffId } from '../../shared/ids.ts';
import type { Refusal } from '../../shared/meeting/refusals.ts';
import type { Answer } from '../../shared/protocol.ts';
import { looksLike } from '../../shared/roster/look-alikes.ts';
import { nameField } from '../../shared/wire-text.ts';
import { Logins } from '../identity/logins.ts';
import { lettersLacking } from '../../shared/passphrase.ts';
import { MAX_PASSPHRASE } from '../identity/passphrase.ts';
import { STAFF_ROLES, type StaffRole } from '../../shared/staff-role.ts';
import { beginSession, endSession, type StaffIdentity } from '../identity/staff-sessions.ts';
import { newToken, tokenHash } from '../identity/tokens.ts';
import { refuse } from './answers.ts';
import { clearCookie, cookieIn, deviceCookie, setCookie, staffCookie } from './cookies.ts';
import type { HttpDeps } from './deps.ts';
import { anyone, presenceIn, staffBehind, staffOnly, typed, type App } from './guard.ts';

export const INVITATION_MS = 24 * 3600 * 1000;

const passphrase = z.string().max(MAX_PASSPHRASE);
const acceptBody = z.strictObject({
  token: z.string().max(64),
  name: nameField,
  passphrase: passphrase.refine((one) => lettersLacking(one) === 0),
});
const loginBody = z.strictObject({ name: nameField, passphrase });
const inviteBody = z.strictObject({ role: z.enum(STAFF_ROLES) });
const shutBody = z.strictObject({ id: z.string().max(64) });

export async function staffRoutes(app: App, deps: HttpDeps): Promise<void> {
  const { serverFile, passphrases, now } = deps;
  const logins = new Logins(deps);
  /** Links whose passphrase is being hashed: one at a time, or whoever holds one could fill the queue. */
  const accepting = new Set<string>();
  /** A fresh token at each login; the one that the browser came with ends, and the account knows the browser from now on. */
  const logIn = (request: FastifyRequest, reply: FastifyReply, staff: StaffId) => {
    const { cookie } = request.headers;
    endSession(cookieIn(cookie, staffCookie(serverFile)), serverFile);
    setCookie(request, reply, staffCookie(serverFile), beginSession(deps, staff));
    const device = logins.keep(staff, cookieIn(cookie, deviceCookie(staff)));
    setCookie(request, reply, deviceCookie(staff), device);
  };

  typed(app).get(
    '/api/staff',
    anyone({
      tags: ['staff'],
      summary:
        'Tells who is logged in and until when, and whether the server still has no account.',
      answer: 'The member of staff behind the cookie and the session’s times, or null and why.',
    }),
    async (request) => {
      const presence = presenceIn(request.headers.cookie, deps);
      const fresh = serverFile.allStaff().length === 0;
      if (!presence.ok) return { ok: true, staff: null, fresh, why: presence.refusal };
      return {
        ok: true,
        staff: presence.staff,
        fresh,
        session: { ...presence.session, now: now() },
      };
    },
  );

  // The hook is what counts as use.
  typed(app).post(
    '/api/staff/stay',
    staffOnly('view', deps, {
      tags: ['staff'],
      summary: 'Says that somebody is there: the session lasts on.',
      answer: 'When the session ends if it is not used, and at the latest.',
    }),
    async (request) => {
      const presence = presenceIn(request.headers.cookie, deps);
      return presence.ok ? { ok: true, session: { ...presence.session, now: now() } } : presence;
    },
  );

  typed(app).post(
    '/api/staff/accept',
    anyone({
      tags: ['staff'],
      summary: 'Makes an account from a one-time link and logs it in.',
      answer: 'The new account; its session is set as a cookie.',
      body: acceptBody,
    }),
    async (request, reply) => {
      const { token, name, passphrase } = request.body;
      // Looked at first: who has no invitation shall not make the server hash.
      const flaw = invitationFlaw(deps, token);
      if (flaw) return refuse(reply, flaw);
      if (serverFile.staffByName(name)) return refuse(reply, { code: 'duplicate-id', id: name });
      if (accepting.has(token)) return refuse(reply, { code: 'busy' });
      accepting.add(token);
      const hashed = await passphrases.hash(passphrase).finally(() => accepting.delete(token));
      if (!hashed.ok) return refuse(reply, hashed.refusal);
      const account = addAccount(deps, token, name, hashed.value);
      if (!account.ok) return refuse(reply, account.refusal);
      logIn(request, reply, account.staff.id);
      return { ok: true, staff: account.staff };
    },
  );

  typed(app).post(
    '/api/staff/login',
    anyone({
      tags: ['staff'],
      summary: 'Logs in by name and passphrase.',
      answer: 'The account; its session is set as a cookie.',
      unknown:
        'Name or passphrase is wrong (wrong-passphrase), or the account was shut (account-shut).',
      body: loginBody,
    }),
    async (request, reply) => {
      const { name, passphrase } = request.body;
      const device = (staff: StaffId) => cookieIn(request.headers.cookie, deviceCookie(staff));
      const login = await logins.check({ name, passphrase, device });
      if (!login.ok) return refuse(reply, login.refusal);
      const { staff } = login;
      logIn(request, reply, staff.id);
      const { id, role } = staff;
      return { ok: true, staff: { id, name: staff.name, role } };
    },
  );

  typed(app).post(
    '/api/staff/logout',
    anyone({
      tags: ['staff'],
      summary: 'Ends the session.',
      answer: 'The session has ended, or there was none.',
      access: 'staff',
    }),
    async (request, reply) => {
      endSession(cookieIn(request.headers.cookie, staffCookie(serverFile)), serverFile);
      clearCookie(request, reply, staffCookie(serverFile));
      return { ok: true };
    },
  );

  typed(app).post(
    '/api/staff/invite',
    staffOnly('invite', deps, {
      tags: ['staff'],
      summary: 'Makes a one-time link to an account, good for a day.',
      answer: 'The link; it is shown this once.',
      body: inviteBody,
    }),
    async ({ body: { role } }) => ({ ok: true, url: invite(deps, role) }),
  );

  typed(app).get(
    '/api/staff/accounts',
    staffOnly('invite', deps, {
      tags: ['staff'],
      summary: 'Lists the accounts.',
      answer: 'Name and role of each, and whether it is shut.',
    }),
    async () => ({
      ok: true,
      accounts: serverFile
        .allStaff()
        .map(({ id, name, role, disabled }) => ({ id, name, role, shut: disabled })),
    }),
  );

  typed(app).post(
    '/api/staff/shut',
    staffOnly('invite', deps, {
      tags: ['staff'],
      summary: 'Shuts an account and ends its sessions; one’s own is refused.',
      answer: 'It is shut.',
      body: shutBody,
    }),
    async (request, reply) => {
      const id = request.body.id as StaffId;
      // Nobody shuts themselves out: so one moderator always stays.
      if (id === staffBehind(request, deps).id) return refuse(reply, { code: 'own-account' });
      return serverFile.disableStaff(id) ? { ok: true } : refuse(reply, { code: 'malformed' });
    },
  );
}

/** Makes a one-time link to an account of this role, good for a day. Only its hash is kept. */
export function invite(
  { serverFile, reach, now, random }: Pick<HttpDeps, 'serverFile' | 'reach' | 'now' | 'random'>,
  role: StaffRole,
): string {
  const token = newToken(random);
  const createdAt = now();
  const expiresAt = createdAt + INVITATION_MS;
  serverFile.addInvitation({ tokenHash: tokenHash(token), role, createdAt, expiresAt });
  return `${reach().publicUrl}/console#invite=${token}`;
}

type Account = Answer<{ readonly staff: StaffIdentity }>;

/** Thrown to undo a transaction, and caught by whoever began it. */
class Undo extends Error {}

/** Why an invitation would not be taken, or null. */
function invitationFlaw({ serverFile, now }: HttpDeps, token: string): Refusal | null {
  const standing = serverFile.invitationStanding(tokenHash(token), now());
  return standing === 'good' ? null : { code: `invitation-${standing}` };
}

/** Uses the invitation up and makes the account, both or neither. */
function addAccount(deps: HttpDeps, token: string, name: string, passphrase: string): Account {
  const { serverFile, now, random } = deps;
  const id = `s-${Buffer.from(random(8)).toString('hex')}` as StaffId;
  // Someone may have used it while the passphrase was hashed, or it came to its end.
  const flaw = invitationFlaw(deps, token);
  if (flaw) return { ok: false, refusal: flaw };
  try {
    return serverFile.atomically((): Account => {
      const role = serverFile.useInvitation(tokenHash(token), now());
      if (role === null) throw new Error('an invitation that stood was not taken');
      // Who acted is named alone in the log: no two accounts look alike.
      if (serverFile.allStaff().some((one) => looksLike(one.name) === looksLike(name)))
        throw new Undo();
      if (!serverFile.addStaff({ id, name, role, passphrase, createdAt: now() })) throw new Undo();
      return { ok: true, staff: { id, name, role } };
    });
  } catch (error) {
    if (error instanceof Undo) return { ok: false, refusal: { code: 'duplicate-id', id: name } };
    throw error;
  }
}
