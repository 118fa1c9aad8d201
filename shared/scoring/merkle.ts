// The Merkle tree root of a ballot box: one hash that fixes every ballot in it (RFC 6962 §2.1).

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes } from '@noble/hashes/utils.js';

// Different prefixes, so that no leaf can pass for a node.
const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/**
 * MTH of RFC 6962 as 64 hex digits: SHA-256("") of no leaves, SHA-256(00 ‖ leaf) of one, else
 * SHA-256(01 ‖ left ‖ right) with the largest power of two of leaves that leaves some to the right.
 *
 * @param leaves the bytes of each leaf, not hashed yet, in the order that the caller fixes
 */
export function merkleRoot(leaves: readonly Uint8Array[]): string {
  if (leaves.length === 0) return bytesToHex(sha256(new Uint8Array(0)));
  let level: readonly Uint8Array[] = leaves.map((leaf) => sha256(concatBytes(LEAF, leaf)));
  // Pairing neighbours and passing an odd last one up gives the same tree as splitting from above.
  while (level.length > 1) level = pairs(level);
  return level.map(bytesToHex).join('');
}

function pairs(level: readonly Uint8Array[]): readonly Uint8Array[] {
  const above: Uint8Array[] = [];
  for (let index = 0; index < level.length; index += 2) {
    const left = level[index];
    const right = level[index + 1];
    if (left === undefined) continue;
    above.push(right === undefined ? left : sha256(concatBytes(NODE, left, right)));
  }
  return above;
}
