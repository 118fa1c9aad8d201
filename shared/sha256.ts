// SHA-256 for the core, as `#sha256`: in a browser this file, in Node the platform's own (`imports` in package.json).
import { sha256 as digest } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** SHA-256 of bytes, or of a text's UTF-8, as 64 hex digits. */
export function sha256(message: string | Uint8Array): string {
  return bytesToHex(digest(typeof message === 'string' ? utf8ToBytes(message) : message));
}
