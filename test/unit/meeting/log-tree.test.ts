// [R3] The tree over event hashes: known answers of RFC 6962's reference log, and properties over every pair of sizes.
import { describe, expect, it } from 'vitest';
import {
  consistencyProof,
  grown,
  isConsistent,
  NO_TREE,
  treeRoot,
} from '../../../shared/meeting/log-tree.ts';
import { merkleRoot } from '../../../shared/scoring/merkle.ts';
import { sha256 } from '../../../shared/sha256.ts';

/** The leaves of the test log of Certificate Transparency. */
const LEAVES = [
  ...['', '00', '10', '2021', '3031', '40414243'],
  ...['5051525354555657', '606162636465666768696a6b6c6d6e6f'],
];
const ROOTS: Readonly<Record<number, string>> = {
  1: '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  2: 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  3: 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  6: '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  8: '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
};
const PROOFS = [
  [
    ...[1, 8],
    [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  ],
  [
    ...[6, 8],
    [
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  ],
] as const;

const rootOf = (leaves: readonly string[]) => treeRoot(leaves.reduce(grown, NO_TREE));

describe('[R3] the tree over a log', () => {
  it('grows to the known roots', () => {
    for (const [size, root] of Object.entries(ROOTS))
      expect(rootOf(LEAVES.slice(0, Number(size)))).toBe(root);
  });

  it.each(PROOFS)('proves the first %i of %i by the known hashes', (older, newer, proof) => {
    expect(consistencyProof(LEAVES.slice(0, newer), older)).toEqual(proof);
  });

  it('[R3] proves each older log to be the beginning of each newer one, and no other', () => {
    const hashes = Array.from({ length: 33 }, (_, n) => sha256(String(n)));
    for (let newer = 1; newer <= hashes.length; newer++) {
      const all = hashes.slice(0, newer);
      const to = { size: newer, root: rootOf(all) };
      expect(to.root).toBe(merkleRoot(all));
      for (let older = 1; older <= newer; older++) {
        const from = { size: older, root: rootOf(hashes.slice(0, older)) };
        const proof = consistencyProof(all, older);
        expect(isConsistent(from, to, proof)).toBe(true);
        const other = rootOf([...hashes.slice(0, older - 1), sha256('other')]);
        expect(isConsistent({ size: older, root: other }, to, proof)).toBe(false);
        expect(isConsistent(from, { ...to, root: sha256('other') }, proof)).toBe(false);
        expect(isConsistent(from, to, [...proof, sha256('more')])).toBe(false);
        if (proof.length > 0) expect(isConsistent(from, to, proof.slice(1))).toBe(false);
      }
    }
  });

  it('knows no older log of no events, nor one longer than itself', () => {
    expect(() => consistencyProof(LEAVES, 0)).toThrow(RangeError);
    expect(() => consistencyProof(LEAVES, 9)).toThrow(RangeError);
    expect(isConsistent({ size: 9, root: '' }, { size: 8, root: '' }, [])).toBe(false);
  });
});
