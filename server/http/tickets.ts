// Tickets out: secrets are made, their hashes stored, and the secrets shown this once, for the printer.
import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import type { ReviewerId } from '../../shared/ids.ts';
import type { Meeting } from '../../shared/meeting/state.ts';
import type { Answer } from '../../shared/protocol.ts';
import type { PrintedTicket } from '../../shared/printed-ticket.ts';
import { mapped, type Steps } from '../../shared/steps.ts';
import { fields } from '../../shared/wire-fields.ts';
import { printedStanding, type Reach } from '../addresses.ts';
import type { Hall, StaffActor } from '../hall.ts';
import { inSteps } from '../in-steps.ts';
import { inTurn } from '../in-turn.ts';
import {
  codeHash,
  newShortCode,
  newTicketSecret,
  printedCode,
  tokenHash,
  type RandomBytes,
} from '../identity/tokens.ts';
import { reviewerHolder, reviewerKey } from '../../shared/meeting/people.ts';
import type { TicketRow } from '../store/meeting-store.ts';
import { refuse } from './answers.ts';
import type { HttpDeps } from './deps.ts';
import { hallOf, meetingParams, staffBehind, staffOnly, typed, type App } from './guard.ts';
import { greeting, joinUrl, qrSvg } from './join.ts';

const ticketsBody = z.strictObject({
  reviewers: z.union([z.literal('pool'), z.array(fields.reviewer).min(1).max(10_000)]),
  /** Origin that the sheets shall lead to, one of this machine's; absent: where the last sheets lead, if still here. */
  address: z.string().max(300).exactOptional(),
});

interface Made {
  readonly reviewer: ReviewerId;
  readonly row: TicketRow;
  readonly secret: string;
  readonly code: string;
}

export async function ticketRoutes(app: App, deps: HttpDeps): Promise<void> {
  typed(app).post(
    '/m/:code/api/tickets',
    staffOnly('IssueTickets', deps, {
      tags: ['control'],
      summary: 'Issues new tickets; earlier ones of the same reviewers end.',
      answer: 'The tickets with their secrets, which are shown this once.',
      params: meetingParams,
      body: ticketsBody,
    }),
    async (request, reply) => {
      const hall = hallOf(request, deps);
      const by = staffBehind(request, deps);
      const { reviewers: wanted, address: asked } = request.body;
      const address = addressFor(hall, deps.reach(), asked);
      if (address === null) return refuse(reply, { code: 'malformed' });
      const issued = await issueTickets(hall, by, deps, { address }, ({ pool }) =>
        wanted === 'pool' ? [...pool.keys()] : [...new Set(wanted)],
      );
      if (!issued.ok) return refuse(reply, issued.refusal);
      const door = joinUrl(address, hall);
      const tickets: PrintedTicket[] = [];
      for (const { reviewer, secret, code } of issued.made) {
        const url = `${door}#${secret}`;
        tickets.push({
          ...{ reviewer, ...greeting(hall, reviewer) },
          code: printedCode(code),
          url,
          qr: await qrSvg(url),
        });
        // Drawing takes a millisecond each: others' messages go in between.
        await setImmediate();
      }
      return { ok: true, tickets };
    },
  );
}

/** null for an address at which this machine does not answer. */
function addressFor(hall: Hall, reach: Reach, asked: string | undefined): string | null {
  if (asked !== undefined)
    return asked === reach.publicUrl || reach.lanUrls.includes(asked) ? asked : null;
  const { printedAddress } = hall.world.meeting;
  const stands = printedAddress !== null && printedStanding(printedAddress, reach) !== 'gone';
  return stands ? printedAddress : reach.publicUrl;
}

/**
 * Issues new tickets to these reviewers. Issue numbers count on from the durable world: one batch must be durable before
 * the next is numbered.
 */
export function issueTickets(
  hall: Hall,
  by: StaffActor,
  { random }: Pick<HttpDeps, 'random'>,
  printed: { readonly address?: string },
  reviewersIn: (meeting: Meeting) => readonly ReviewerId[],
): Promise<Answer<{ readonly made: readonly Made[] }>> {
  return inTurn(hall, async () => {
    const reviewers = reviewersIn(hall.world.meeting);
    const made = await inSteps(makeTickets(hall, reviewers, random));
    const command = { type: 'IssueTickets', reviewers, ...printed } as const;
    const rows = made.map(({ row }) => row);
    const answer = await hall.staff(by, command, { item: null, touched: 0 }, rows);
    return answer.ok ? { ok: true, made } : answer;
  });
}

/** New secrets for these reviewers, numbered on from their last tickets; nothing is stored yet. */
function* makeTickets(
  hall: Hall,
  reviewers: readonly ReviewerId[],
  random: RandomBytes,
): Steps<readonly Made[]> {
  const taken = new Set<string>();
  return yield* mapped(reviewers, (reviewer): Made => {
    const secret = newTicketSecret(random);
    let code = newShortCode(random);
    let hash = codeHash(code, hall.codeKey);
    while (taken.has(hash) || hall.ticketByCode(hash)) {
      code = newShortCode(random);
      hash = codeHash(code, hall.codeKey);
    }
    taken.add(hash);
    const issue = nextIssue(hall.world.meeting, reviewer);
    return {
      reviewer,
      row: {
        holder: reviewerHolder(reviewer),
        issue,
        secretHash: tokenHash(secret),
        codeHash: hash,
      },
      secret,
      code,
    };
  });
}

function nextIssue({ tickets }: Meeting, reviewer: ReviewerId): number {
  return (tickets.get(reviewerKey(reviewer))?.issue ?? 0) + 1;
}
