// A ticket as it goes to the printer: the only time that its secret leaves the server.
import type { ReviewerId } from './ids.ts';
import type { ShownName } from './views/named.ts';

export interface PrintedTicket extends ShownName {
  readonly reviewer: ReviewerId;
  readonly group: string;
  /** Short code to type, an equal way in: XXXX-XXXX. */
  readonly code: string;
  /** The secret is its fragment. */
  readonly url: string;
  /** The QR code as SVG markup, made by our own server. */
  readonly qr: string;
}
