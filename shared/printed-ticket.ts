// A ticket as it goes to the printer: the only time that its secret leaves the server.
import type { ReviewerId } from './ids.ts';

export interface PrintedTicket {
  readonly reviewer: ReviewerId;
  readonly name: string;
  readonly group: string;
  /** Short code to type, an equal way in: XXXX-XXXX. */
  readonly code: string;
  /** The secret is its fragment. */
  readonly url: string;
  /** The QR code as SVG markup, made by our own server. */
  readonly qr: string;
}
