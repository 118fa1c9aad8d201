// The one public beacon that a lock may name: drand quicknet, pinned (DRAW.md §2).

import { fromHex, sha256, toHex, u64be } from './hash.ts';

export const QUICKNET = {
  chain: '52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971',
  scheme: 'bls-unchained-g1-rfc9380',
  /** Seconds since 1970 of round 1. */
  genesis: 1692803367,
  /** Seconds between two rounds. */
  period: 3,
  publicKey:
    '83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a',
} as const;

/** When a round (1, 2 …) is published, in seconds since 1970: genesis + (round − 1) · period. */
export function roundTime(round: number): number {
  return QUICKNET.genesis + (round - 1) * QUICKNET.period;
}

/** The first round that is published at this time or later, in seconds since 1970. */
export function firstRoundFrom(seconds: number): number {
  return Math.max(1, Math.ceil((seconds - QUICKNET.genesis) / QUICKNET.period) + 1);
}

/** Where every relay of the chain answers for a round, behind its origin. */
export function relayPath(round: number): string {
  return `/${QUICKNET.chain}/public/${String(round)}`;
}

/** Whether a text has the form of a signature: 96 lower-case hex digits. */
export function isSignatureText(text: string): boolean {
  return /^[0-9a-f]{96}$/.test(text);
}

/** The message that the signature of a round signs: SHA-256(u64be(round)). */
export function roundMessage(round: number): Uint8Array {
  return sha256(u64be(round));
}

/**
 * The randomness of a round, 64 hex digits: SHA-256(signature). Null where the signature is not
 * 96 hex digits. Whether the chain signed it, beacon-signature.ts says.
 */
export function roundRandomness(signature: string): string | null {
  return isSignatureText(signature) ? toHex(sha256(fromHex(signature))) : null;
}
