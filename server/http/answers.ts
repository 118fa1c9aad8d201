// Answers over HTTP: the refusal is in the body, the status only says it again for proxies and tools.
import type { FastifyReply } from 'fastify';
import type { Refusal } from '../../shared/meeting/refusals.ts';

export interface Refused {
  readonly ok: false;
  readonly refusal: Refusal;
}

/** Sends a refusal with the status that fits it. */
export function refuse(reply: FastifyReply, refusal: Refusal, status = statusOf(refusal)): Refused {
  reply.code(status);
  return { ok: false, refusal };
}

/** All others have 400. */
const STATUS: Readonly<Record<number, readonly Refusal['code'][]>> = {
  401: ['logged-out', 'account-shut', 'wrong-passphrase'],
  403: [
    ...(['no-right', 'own-account', 'wrong-key', 'metrics-closed'] as const),
    ...(['invitation-unknown', 'invitation-used', 'invitation-over'] as const),
    ...(['foreign-origin', 'no-origin', 'cross-site'] as const),
  ],
  404: ['no-such-meeting', 'ticket-unknown'],
  429: ['too-many', 'login-locked', 'paused', 'busy'],
  // The disk's fault and nobody's input.
  503: ['not-saved', 'meeting-unopened'],
};

function statusOf({ code }: Refusal): number {
  const found = Object.entries(STATUS).find(([, codes]) => codes.includes(code));
  return Number(found?.[0] ?? 400);
}
