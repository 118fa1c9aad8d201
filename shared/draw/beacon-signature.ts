// Whether the beacon's chain signed a round (DRAW.md §2): BLS over BLS12-381, signatures on G1 and the key on G2. The curve
// is 23 KB compressed: a page imports this file when it has such a round to check, and not before.

import { bls12_381 } from '@noble/curves/bls12-381.js';
import { isSignatureText, QUICKNET, roundMessage } from './beacon.ts';
import { fromHex } from './hash.ts';

const scheme = bls12_381.shortSignatures;
/** Of the scheme bls-unchained-g1-rfc9380: hash to G1 by RFC 9380. */
const DOMAIN = 'BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_';

/**
 * Whether this is the signature of a round by the pinned chain key.
 *
 * @param round 1, 2 …
 * @param signature 96 lower-case hex digits: a compressed point of G1. What is not that, no point of the curve, or one
 *   outside its subgroup, is signed by nobody
 */
export function isSigned(round: number, signature: string): boolean {
  if (!Number.isSafeInteger(round) || round < 1 || !isSignatureText(signature)) return false;
  const message = scheme.hash(roundMessage(round), DOMAIN);
  try {
    const point = scheme.Signature.fromBytes(fromHex(signature));
    return scheme.verify(point, message, fromHex(QUICKNET.publicKey));
  } catch {
    // Bytes that are no point of the group are told by throwing.
    return false;
  }
}
