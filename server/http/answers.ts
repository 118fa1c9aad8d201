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

function statusOf({ code }: Refusal): number {
  switch (code) {
    case 'logged-out':
    case 'account-shut':
    case 'wrong-passphrase':
      return 401;
    case 'no-right':
    case 'own-account':
    case 'invitation-unknown':
    case 'invitation-used':
    case 'invitation-over':
    case 'foreign-origin':
    case 'no-origin':
    case 'cross-site':
    case 'wrong-key':
    case 'metrics-closed':
      return 403;
    case 'no-such-meeting':
    case 'ticket-unknown':
      return 404;
    case 'too-many':
    case 'login-locked':
    case 'paused':
    case 'busy':
      return 429;
    // The disk's fault and nobody's input.
    case 'not-saved':
      return 503;
    default:
      return 400;
  }
}
