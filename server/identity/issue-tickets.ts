// New tickets for reviewers and units: secrets are made, and stored as hashes together with the decision that issues them.
import { keyOf, type Holder } from '../../shared/meeting/people.ts';
import type { Meeting } from '../../shared/meeting/state.ts';
import type { Answer } from '../../shared/protocol.ts';
import { mapped, type Steps } from '../../shared/steps.ts';
import type { Hall, StaffActor } from '../hall.ts';
import { inSteps } from '../in-steps.ts';
import { inTurn } from '../in-turn.ts';
import type { TicketRow } from '../store/meeting-store.ts';
import { codeHash, newShortCode, newTicketSecret, tokenHash, type RandomBytes } from './tokens.ts';

interface Made {
  readonly holder: Holder;
  readonly row: TicketRow;
  readonly secret: string;
  readonly code: string;
}

/**
 * Issues new tickets to these holders. Issue numbers count on from the durable world: one batch must be durable before
 * the next is numbered.
 */
export function issueTickets(
  hall: Hall,
  by: StaffActor,
  random: RandomBytes,
  printed: { readonly address?: string },
  holdersIn: (meeting: Meeting) => readonly Holder[],
): Promise<Answer<{ readonly made: readonly Made[] }>> {
  return inTurn(hall, async () => {
    const holders = holdersIn(hall.world.meeting);
    const made = await inSteps(makeTickets(hall, holders, random));
    const reviewers = holders.flatMap(({ kind, id }) => (kind === 'reviewer' ? id : []));
    const units = holders.flatMap(({ kind, id }) => (kind === 'subject' ? id : []));
    const command = { type: 'IssueTickets', reviewers, units, ...printed } as const;
    const rows = made.map(({ row }) => row);
    const answer = await hall.staff(by, command, { item: null, touched: 0 }, rows);
    return answer.ok ? { ok: true, made } : answer;
  });
}

/** New secrets for these holders, numbered on from their last tickets; nothing is stored yet. */
function* makeTickets(
  hall: Hall,
  holders: readonly Holder[],
  random: RandomBytes,
): Steps<readonly Made[]> {
  const taken = new Set<string>();
  return yield* mapped(holders, (holder): Made => {
    const secret = newTicketSecret(random);
    let code = newShortCode(random);
    let hash = codeHash(code, hall.codeKey);
    while (taken.has(hash) || hall.ticketByCode(hash)) {
      code = newShortCode(random);
      hash = codeHash(code, hall.codeKey);
    }
    taken.add(hash);
    const issue = nextIssue(hall.world.meeting, holder);
    return {
      holder,
      row: { holder, issue, secretHash: tokenHash(secret), codeHash: hash },
      secret,
      code,
    };
  });
}

function nextIssue({ tickets }: Meeting, holder: Holder): number {
  return (tickets.get(keyOf(holder))?.issue ?? 0) + 1;
}
