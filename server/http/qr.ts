// QR codes that pages and papers show.
import { toString as drawQr } from 'qrcode';

/** A QR code as SVG with its quiet zone, black on white for any printer. */
export function qrSvg(text: string): Promise<string> {
  return drawQr(text, { type: 'svg', errorCorrectionLevel: 'M', margin: 4 });
}
