// Secrets that people and devices carry, and the hashes of them that are all the server keeps (BALLOTS.md §3).
import { createHash, createHmac } from 'node:crypto';
import { plainDigits } from '../../shared/typed-number.ts';

/** Gives that many fresh random bytes. */
export type RandomBytes = (length: number) => Uint8Array;

/** Crockford's base 32: no I, L, O or U, so that nothing printed can be read in two ways. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 8;

/** A ticket's secret, the part of the QR code behind the #: 128 bits as 22 characters. */
export function newTicketSecret(random: RandomBytes): string {
  return Buffer.from(random(16)).toString('base64url');
}

/** A session's or an invitation's token: 256 bits as 43 characters. */
export function newToken(random: RandomBytes): string {
  return Buffer.from(random(32)).toString('base64url');
}

/** A ticket's short code for typing: 40 bits as 8 characters, without the dash. */
export function newShortCode(random: RandomBytes): string {
  // 256 is a multiple of 32: each byte's remainder is even.
  return Array.from(random(CODE_LENGTH), (byte) => ALPHABET.charAt(byte % 32)).join('');
}

/** As it is printed: XXXX-XXXX. */
export function printedCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/**
 * What somebody typed, as a short code: any case, full-width letters, spaces and dashes anywhere, O for 0, I and L for
 * 1. Null where it cannot be one.
 */
export function typedCode(text: string): string | null {
  if (text.length > 64) return null;
  const code = plainDigits(text)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}\p{Cf}_.·•]+/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  const known = Array.from(code).every((character) => ALPHABET.includes(character));
  return known && code.length === CODE_LENGTH ? code : null;
}

/**
 * SHA-256 as 64 hex digits, for tokens of 128 bits and more. Looking one up by its hash gives away nothing through
 * time: nobody can steer the hash towards a stored one.
 */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/**
 * HMAC-SHA-256 as 64 hex digits. A short code's plain hash could be undone by trying all 2⁴⁰; the key, which is kept
 * with the meeting, leaves nothing to try for whoever has the hashes alone.
 *
 * @param codeKey 64 hex digits
 */
export function codeHash(code: string, codeKey: string): string {
  return createHmac('sha256', Buffer.from(codeKey, 'hex')).update(code).digest('hex');
}
