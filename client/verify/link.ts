// Links that lead to this page: to a draw of a meeting on the same server, or with the whole file in them.
import { deflateSync, Inflate } from 'fflate';
import { LONGEST_PROOF } from '../../shared/draw/proof.ts';

/** Longer ones are cut by messengers and codes. In characters. */
const LONGEST_LINK = 8000;

/** A link with the file in it, or null where it would be too long. */
export function linkWith(text: string): string | null {
  const packed = deflateSync(new TextEncoder().encode(text), { level: 9 });
  const characters = [...packed].map((byte) => String.fromCharCode(byte)).join('');
  const fragment = btoa(characters).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');
  return fragment.length > LONGEST_LINK ? null : `/verify#${fragment}`;
}

/** The file in the part of an address behind #, or null where it is none, or not whole. */
export function fileIn(fragment: string): string | null {
  try {
    const characters = atob(fragment.replace(/-/g, '+').replace(/_/g, '/'));
    const packed = Uint8Array.from(characters, (one) => one.charCodeAt(0));
    const parts: Uint8Array[] = [];
    const ends: boolean[] = [];
    let length = 0;
    const inflate = new Inflate((part, isLast) => {
      length += part.length;
      if (length > LONGEST_PROOF)
        throw new RangeError('this unpacks to more than any file of draws');
      parts.push(part);
      ends.push(isLast);
    });
    inflate.push(packed, true);
    if (ends.at(-1) !== true) return null;
    const whole = new Uint8Array(length);
    let at = 0;
    for (const part of parts) {
      whole.set(part, at);
      at += part.length;
    }
    return new TextDecoder('utf-8', { fatal: true }).decode(whole);
  } catch {
    return null;
  }
}
