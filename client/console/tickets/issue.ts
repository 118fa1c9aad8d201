// Issues tickets. Their secrets come back once, for the printer, and are kept nowhere.
import type { ReviewerId } from '../../../shared/ids.ts';
import type { PrintedTicket } from '../../../shared/printed-ticket.ts';
import { call, type HttpAnswer } from '../../live/http.ts';

export function issueTickets(
  code: string,
  reviewers: 'pool' | readonly ReviewerId[],
  /** Origin to print; absent: where the last ones lead, if that still is this machine. */
  address?: string,
): Promise<HttpAnswer<{ readonly tickets: readonly PrintedTicket[] }>> {
  return call(`/m/${code}/api/tickets`, {
    reviewers,
    ...(address === undefined ? {} : { address }),
  });
}
