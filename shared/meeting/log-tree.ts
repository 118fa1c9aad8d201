// The tree over the event hashes of a log (R3, RFC 6962 §2.1): its root, and the proof that an older log is its beginning.
import { joinedRoot, leafHash, merkleRoot } from '../scoring/merkle.ts';

/** What names a whole log: its newest event, the hash of the chain there, and the root of the tree over all (R3). */
export interface LogHead {
  readonly seq: number;
  readonly hash: string;
  readonly root: string;
}

/** A tree that grows leaf by leaf: the roots of its full subtrees, largest first. */
export interface LogTree {
  readonly size: number;
  readonly peaks: readonly string[];
}

export const NO_TREE: LogTree = { size: 0, peaks: [] };

/** @param hash of the next event, 64 hex digits */
export function grown({ size, peaks }: LogTree, hash: string): LogTree {
  const grownPeaks = [...peaks];
  let last = leafHash(hash);
  // Each low bit of the size is a full subtree as large as what has just become full.
  for (let bits = size; bits % 2 === 1; bits = Math.floor(bits / 2))
    last = node(grownPeaks.pop() ?? '', last);
  return { size: size + 1, peaks: [...grownPeaks, last] };
}

/** The same 64 hex digits as `merkleRoot` over all hashes. */
export function treeRoot({ peaks }: LogTree): string {
  if (peaks.length === 0) return joinedRoot([]);
  return peaks.reduceRight((right, left) => node(left, right));
}

/** PROOF(older, all) of RFC 6962 §2.1.2: that the first `older` hashes are the beginning of all of them. */
export function consistencyProof(hashes: readonly string[], older: number): readonly string[] {
  if (!(Number.isSafeInteger(older) && older > 0 && older <= hashes.length))
    throw new RangeError(`no older log of ${String(older)} events`);
  return subproof(hashes, older, true);
}

/** Whether the proof leads from the older root and from the newer one's size to the newer root (RFC 9162 §2.1.4.2). */
export function isConsistent(
  older: { readonly size: number; readonly root: string },
  newer: { readonly size: number; readonly root: string },
  proof: readonly string[],
): boolean {
  if (older.size < 1 || older.size > newer.size) return false;
  if (older.size === newer.size) return proof.length === 0 && older.root === newer.root;
  const path = isPowerOfTwo(older.size) ? [older.root, ...proof] : [...proof];
  let fn = older.size - 1;
  let sn = newer.size - 1;
  for (; fn % 2 === 1; fn = half(fn)) sn = half(sn);
  const first = path.shift();
  if (first === undefined) return false;
  let [fr, sr] = [first, first];
  for (const step of path) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      fr = node(step, fr);
      sr = node(step, sr);
      for (; fn % 2 === 0 && fn !== 0; fn = half(fn)) sn = half(sn);
    } else sr = node(sr, step);
    fn = half(fn);
    sn = half(sn);
  }
  return sn === 0 && fr === older.root && sr === newer.root;
}

function subproof(hashes: readonly string[], older: number, isWhole: boolean): readonly string[] {
  if (older === hashes.length) return isWhole ? [] : [merkleRoot(hashes)];
  let k = 1;
  while (2 * k < hashes.length) k *= 2;
  const [left, right] = [hashes.slice(0, k), hashes.slice(k)];
  return older <= k
    ? [...subproof(left, older, isWhole), merkleRoot(right)]
    : [...subproof(right, older - k, false), merkleRoot(left)];
}

function node(left: string, right: string): string {
  return joinedRoot([left, right]);
}

function half(n: number): number {
  return Math.floor(n / 2);
}

function isPowerOfTwo(n: number): boolean {
  let rest = n;
  while (rest % 2 === 0) rest = half(rest);
  return rest === 1;
}
