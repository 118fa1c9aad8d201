// A ticket as it goes to the printer: the only time that its secret leaves the server.
import type { ReviewerId, SubjectId } from './ids.ts';
import type { ShownName } from './views/named.ts';

interface OnPaper extends ShownName {
  /** Of a unit its category. */
  readonly group: string;
  /** Short code to type, an equal way in: XXXX-XXXX. */
  readonly code: string;
  /** The secret is its fragment. */
  readonly url: string;
  /** The QR code as SVG markup, made by our own server. */
  readonly qr: string;
}

export interface PrintedTicket extends OnPaper {
  readonly reviewer: ReviewerId;
}

export interface UnitTicket extends OnPaper {
  readonly unit: SubjectId;
}

/** What comes back where tickets are issued. */
export interface PrintedTickets {
  readonly tickets: readonly PrintedTicket[];
  readonly units: readonly UnitTicket[];
}
