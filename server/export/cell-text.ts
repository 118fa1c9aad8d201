// Text as it goes into a workbook's XML: what XML or the library that writes it cannot carry is written as _xHHHH_, which
// every program that opens workbooks reads back.
import { hasOwn } from '../../shared/own.ts';

/** What would be read as such a code, all that XML forbids or the library drops, halves of characters. */
const CODED =
  /_(?=x[0-9A-Fa-f]{4}_)|[\0-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffd-\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

export function cellText(text: string): string {
  const written = text.replace(CODED, coded);
  // The library looks texts up in a plain object, and finds there what every object inherits.
  return hasOwn(Object.prototype, written) ? written.replace(/^./, coded) : written;
}

function coded(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}
