// The Merkle root, against RFC 6962's recursive definition with Node's SHA-256.

import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { merkleRoot as rootOfHex } from '../../../shared/scoring/merkle.ts';

function merkleRoot(leaves: readonly Buffer[]): string {
  return rootOfHex(leaves.map((leaf) => leaf.toString('hex')));
}

function sha256(...parts: readonly Uint8Array[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** MTH(D[n]) of RFC 6962 §2.1. */
function mth(leaves: readonly Uint8Array[]): Buffer {
  if (leaves.length === 0) return sha256();
  if (leaves.length === 1) return sha256(Buffer.of(0), leaves[0]!);
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return sha256(Buffer.of(1), mth(leaves.slice(0, k)), mth(leaves.slice(k)));
}

const leavesOf = (count: number) =>
  Array.from({ length: count }, (_, index) => Buffer.from(`ballot ${String(index)}`));

describe('merkleRoot', () => {
  test('[R4] of no leaves is SHA-256 of nothing', () => {
    expect(merkleRoot([])).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  // Test vector of RFC 6962's reference implementation (certificate-transparency, merkle_tree_test).
  test('[R4] gives the known root of eight leaves', () => {
    const leaves = [
      '',
      '00',
      '10',
      '2021',
      '3031',
      '40414243',
      '5051525354555657',
      '606162636465666768696a6b6c6d6e6f',
    ].map((hex) => Buffer.from(hex, 'hex'));
    expect(merkleRoot(leaves)).toBe(
      '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
    );
  });

  test('[R4] is the root of RFC 6962 for every number of leaves up to 70', () => {
    for (let count = 1; count <= 70; count += 1) {
      expect(merkleRoot(leavesOf(count))).toBe(mth(leavesOf(count)).toString('hex'));
    }
  });

  test('[R4] changes with every leaf and with their order', () => {
    const leaves = leavesOf(5);
    const root = merkleRoot(leaves);
    for (const [index] of leaves.entries()) {
      const changed = leaves.map((leaf, at) => (at === index ? Buffer.from('x') : leaf));
      expect(merkleRoot(changed)).not.toBe(root);
    }
    expect(merkleRoot(leaves.slice().reverse())).not.toBe(root);
    expect(merkleRoot([...leaves, leaves[4]!])).not.toBe(root);
  });
});
