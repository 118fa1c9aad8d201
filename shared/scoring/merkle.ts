// The Merkle tree root of a ballot box: one hash that fixes every ballot in it (RFC 6962 §2.1).

import { sha256 } from '../sha256.ts';

/**
 * MTH of RFC 6962 as 64 hex digits: SHA-256("") of no leaves, SHA-256(00 ‖ leaf) of one, else
 * SHA-256(01 ‖ left ‖ right) with the largest power of two of leaves that leaves some to the right.
 *
 * @param leaves the bytes of each leaf as lower-case hex digits, not hashed yet, in the order that
 * the caller fixes
 */
export function merkleRoot(leaves: readonly string[]): string {
  return joinedRoot(leaves.map(leafHash));
}

/**
 * The same root from the roots of its parts, for whoever takes the leaves in several goes.
 *
 * @param parts roots of equally many leaves each, a power of two; the last one's may be fewer
 */
export function joinedRoot(parts: readonly string[]): string {
  let level = parts;
  // Pairing neighbours and passing an odd last one up gives the same tree as splitting from above.
  while (level.length > 1) level = pairs(level);
  return level[0] ?? sha256('');
}

// Different first bytes, so that no leaf can pass for a node.
const LEAF = 0;
const NODE = 1;

/** SHA-256(00 ‖ leaf), of a leaf given as hex digits. */
export function leafHash(leaf: string): string {
  const message = new Uint8Array(1 + leaf.length / 2);
  message[0] = LEAF;
  write(message, 1, leaf);
  return sha256(message);
}

function pairs(level: readonly string[]): readonly string[] {
  const above: string[] = [];
  // One for the whole level: a box has as many pairs as ballots.
  const message = new Uint8Array(65);
  message[0] = NODE;
  for (let index = 0; index < level.length; index += 2) {
    const left = level[index];
    const right = level[index + 1];
    if (left === undefined) continue;
    if (right === undefined) {
      above.push(left);
      continue;
    }
    write(message, 1, left);
    write(message, 33, right);
    above.push(sha256(message));
  }
  return above;
}

/** Writes the bytes that hex digits stand for. */
function write(bytes: Uint8Array, at: number, hex: string): void {
  for (let n = 0; 2 * n < hex.length; n++)
    bytes[at + n] = (nibble(hex.charCodeAt(2 * n)) << 4) | nibble(hex.charCodeAt(2 * n + 1));
}

/** 0x30–0x39 are the digits, 0x61–0x66 a–f. */
function nibble(code: number): number {
  return (code & 15) + (code >> 6) * 9;
}
