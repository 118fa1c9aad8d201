// The hashes of DRAW.md: tagged SHA-256, HMAC-SHA-256, and hex.

import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/** H(d) = SHA-256 as 32 bytes; bytes to lower-case hex and back (throws where it is not hex); a text's UTF-8. */
export { sha256, bytesToHex as toHex, hexToBytes as fromHex, utf8ToBytes as utf8 };

const PROTOCOL = 'fairdraw/1/';
const ZERO = Uint8Array.of(0);

/** T(tag, d) = SHA-256("fairdraw/1/" + tag ‖ 00 ‖ d): 32 bytes. */
export function tagged(tag: string, data: Uint8Array): Uint8Array {
  return sha256(domain(tag, data));
}

/** "fairdraw/1/" + tag ‖ 00 ‖ d: what a tagged hash or MAC is taken of. */
export function domain(tag: string, data: Uint8Array): Uint8Array {
  return concatBytes(utf8ToBytes(PROTOCOL + tag), ZERO, data);
}

/** M(k, d) = HMAC-SHA-256: 32 bytes. */
export function mac(key: Uint8Array, data: Uint8Array): Uint8Array {
  return hmac(sha256, key, data);
}

/**
 * {@link mac} of many by one key, whose state is made once and copied into the same place each time: a third of the work.
 * The bytes that it gives are overwritten by the next call.
 */
export function keyed(key: Uint8Array): (data: Uint8Array) => Uint8Array {
  const state = hmac.create(sha256, key);
  const scratch = state.clone();
  const out = new Uint8Array(sha256.outputLen);
  return (data) => {
    state._cloneInto(scratch).update(data).digestInto(out);
    return out;
  };
}

/** An integer 0..2^53−1 as 64 bits, big-endian: 8 bytes. */
export function u64be(value: number): Uint8Array {
  const bytes = new Uint8Array(8);
  const view = new DataView(bytes.buffer);
  // Not setBigUint64, which the oldest phones that we serve (Safari 14) lack.
  view.setUint32(0, Math.floor(value / 2 ** 32));
  view.setUint32(4, value % 2 ** 32);
  return bytes;
}
