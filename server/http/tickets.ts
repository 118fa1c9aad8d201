// Tickets out: new ones are issued, and their secrets shown this once, for the printer.
import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import type { PrintedTicket, UnitTicket } from '../../shared/printed-ticket.ts';
import { reviewerHolder, subjectHolder } from '../../shared/meeting/people.ts';
import { subjectsIn } from '../../shared/meeting/subjects.ts';
import { fields } from '../../shared/wire-fields.ts';
import { printedStanding, type Reach } from '../addresses.ts';
import type { Hall } from '../hall.ts';
import { issueTickets } from '../identity/issue-tickets.ts';
import { printedCode } from '../identity/tokens.ts';
import { refuse } from './answers.ts';
import type { HttpDeps } from './deps.ts';
import { hallOf, meetingParams, staffBehind, staffOnly, typed, type App } from './guard.ts';
import { greeting, joinUrl } from './join.ts';
import { qrSvg } from './qr.ts';

const ticketsBody = z.strictObject({
  reviewers: z.union([z.literal('pool'), z.array(fields.reviewer).max(10_000)]).exactOptional(),
  units: z.union([z.literal('all'), z.array(fields.subject).max(10_000)]).exactOptional(),
  /** Origin that the sheets shall lead to, one of this machine's; absent: where the last sheets lead, if still here. */
  address: z.string().max(300).exactOptional(),
});

export async function ticketRoutes(app: App, deps: HttpDeps): Promise<void> {
  typed(app).post(
    '/m/:code/api/tickets',
    staffOnly('IssueTickets', deps, {
      tags: ['control'],
      summary: 'Issues new tickets; earlier ones of the same reviewers and units end.',
      answer: 'The tickets with their secrets, which are shown this once.',
      params: meetingParams,
      body: ticketsBody,
    }),
    async (request, reply) => {
      const hall = hallOf(request, deps);
      const by = staffBehind(request, deps);
      const { reviewers = [], units = [], address: asked } = request.body;
      const address = addressFor(hall, deps.reach(), asked);
      if (address === null) return refuse(reply, { code: 'malformed' });
      const issued = await issueTickets(hall, by, deps.random, { address }, (meeting) => [
        ...(reviewers === 'pool' ? [...meeting.pool.keys()] : unique(reviewers)).map(
          reviewerHolder,
        ),
        ...(units === 'all' ? subjectsIn(meeting) : unique(units)).map(subjectHolder),
      ]);
      if (!issued.ok) return refuse(reply, issued.refusal);
      const door = joinUrl(address, hall);
      const tickets: PrintedTicket[] = [];
      const ofUnits: UnitTicket[] = [];
      for (const { holder, secret, code } of issued.made) {
        const url = `${door}#${secret}`;
        const qr = await qrSvg(url);
        const paper = { ...greeting(hall, holder), code: printedCode(code), url, qr };
        if (holder.kind === 'subject') ofUnits.push({ unit: holder.id, ...paper });
        else tickets.push({ reviewer: holder.id, ...paper });
        // Drawing takes a millisecond each: others' messages go in between.
        await setImmediate();
      }
      return { ok: true, tickets, units: ofUnits };
    },
  );
}

function unique<T>(ids: readonly T[]): readonly T[] {
  return [...new Set(ids)];
}

/** null for an address at which this machine does not answer. */
function addressFor(hall: Hall, reach: Reach, asked: string | undefined): string | null {
  if (asked !== undefined)
    return asked === reach.publicUrl || reach.lanUrls.includes(asked) ? asked : null;
  const { printedAddress } = hall.world.meeting;
  const stands = printedAddress !== null && printedStanding(printedAddress, reach) !== 'gone';
  return stands ? printedAddress : reach.publicUrl;
}
