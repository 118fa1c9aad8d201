// Issues tickets. Their secrets come back once, for the printer, and are kept nowhere.
import type { ReviewerId } from '../../../shared/ids.ts';
import { call, type HttpAnswer } from '../../live/http.ts';

export interface PrintedTicket {
  readonly reviewer: ReviewerId;
  readonly name: string;
  readonly group: string;
  /** Short code to type, an equal way in. */
  readonly code: string;
  readonly url: string;
  /** The QR code as SVG markup, made by our own server. */
  readonly qr: string;
}

export function issueTickets(
  code: string,
  reviewers: 'pool' | readonly ReviewerId[],
  /** Origin to print; absent: where the last ones lead, if that still is this machine. */
  address?: string,
): Promise<HttpAnswer<{ readonly tickets: readonly PrintedTicket[] }>> {
  return call(`/api/m/${code}/tickets`, {
    reviewers,
    ...(address === undefined ? {} : { address }),
  });
}
