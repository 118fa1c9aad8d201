// Verifies a draw from what was shown and what is claimed (DRAW.md §7), without trusting who says so.

import { roundRandomness, roundTime } from './beacon.ts';
import { tryCanonical } from './canonical.ts';
import { determine } from './draw.ts';
import type { DrawResult } from './draw.ts';
import { assurance, checkEntropy, phonesEntropy } from './entropy.ts';
import type { Assurance, EntropyFlaw } from './entropy.ts';
import { lockHash, readLock } from './lock.ts';
import type { Lock, LockFlaw } from './lock.ts';
import type { Proof } from './record.ts';
import { secondsOf } from './time.ts';

export type DrawClaim = {
  readonly lock: unknown;
  readonly entropy: unknown;
  /** The 64 hex digits that were on screen and phones before any entropy existed. */
  readonly shownLockHash: string;
  /** What is said to be the result; only the keys that are given are compared. */
  readonly claimed: Partial<DrawResult>;
  /** When each source of the lock closed, YYYY-MM-DDThh:mm:ssZ; "" for a beacon, which has its round. */
  readonly closedAt?: readonly string[];
  readonly proofs?: readonly Proof[];
  /** What fixed the phones' list as it was shown when it closed: 64 hex digits. */
  readonly shownWordsHash?: string;
  /** The assurance that is claimed, and whether a salt is said to have been kept apart from the server. */
  readonly assurance?: { readonly claimed: string; readonly saltKeptApart: boolean };
};

export type DrawFinding =
  | { readonly code: 'lock-malformed'; readonly flaw: LockFlaw }
  | { readonly code: 'lock-hash-differs'; readonly computed: string }
  | { readonly code: 'entropy-flawed'; readonly flaw: EntropyFlaw }
  | { readonly code: 'closing-times-malformed' }
  | { readonly code: 'source-closed-before-lock'; readonly source: number }
  | { readonly code: 'beacon-before-close'; readonly source: number }
  | { readonly code: 'proof-differs'; readonly source: number }
  | { readonly code: 'words-differ'; readonly source: number }
  | { readonly code: 'assurance-differs'; readonly computed: Assurance }
  | { readonly code: 'result-differs'; readonly key: keyof DrawResult };

/**
 * Everything that is wrong with a draw; an empty list means that lock, order of time, proofs and
 * result hold together. A beacon's signature is compared with its randomness only; whether the
 * chain signed it is a question of its own. The recording of dice is for people to watch.
 */
export function verifyDraw(claim: DrawClaim): readonly DrawFinding[] {
  const read = readLock(claim.lock);
  if (!read.ok) return [{ code: 'lock-malformed', flaw: read.flaw }];
  const { lock } = read;
  const findings: DrawFinding[] = [];
  const computed = lockHash(lock);
  if (computed !== claim.shownLockHash) findings.push({ code: 'lock-hash-differs', computed });
  if (claim.closedAt !== undefined) findings.push(...timeFindings(lock, claim.closedAt));
  if (claim.assurance !== undefined) {
    const holds = assurance(lock, claim.assurance);
    if (holds !== claim.assurance.claimed)
      findings.push({ code: 'assurance-differs', computed: holds });
  }
  const flaw = checkEntropy(lock, claim.entropy);
  if (flaw !== null) return [...findings, { code: 'entropy-flawed', flaw }];
  const entropy = claim.entropy as readonly string[];
  findings.push(...proofFindings(lock, entropy, claim.proofs ?? []));
  for (const [source, { type }] of lock.entropy.entries())
    if (type === 'phones' && (claim.shownWordsHash ?? entropy[source]) !== entropy[source])
      findings.push({ code: 'words-differ', source });
  const result = determine(lock, entropy);
  for (const key of Object.keys(claim.claimed) as (keyof DrawResult)[]) {
    const same = tryCanonical(claim.claimed[key]) === tryCanonical(result[key]);
    if (!same) findings.push({ code: 'result-differs', key });
  }
  return findings;
}

/** The lock is older than every source's close, and a beacon's round later than the other closes. */
function timeFindings(lock: Lock, closedAt: readonly string[]): readonly DrawFinding[] {
  const closes = lock.entropy.map((source, index) =>
    source.type === 'drand' ? roundTime(source.round) : secondsOf(closedAt[index]),
  );
  if (closedAt.length !== lock.entropy.length || closes.includes(null)) {
    return [{ code: 'closing-times-malformed' }];
  }
  const times = closes.filter((time) => time !== null);
  const lockedAt = secondsOf(lock.locked_at) ?? Infinity;
  const lastClose = Math.max(...times.filter((_, index) => lock.entropy[index]?.type !== 'drand'));
  return times.flatMap((time, source): readonly DrawFinding[] => {
    if (time <= lockedAt) return [{ code: 'source-closed-before-lock', source }];
    const beacon = lock.entropy[source]?.type === 'drand';
    return beacon && time <= lastClose ? [{ code: 'beacon-before-close', source }] : [];
  });
}

function proofFindings(
  lock: Lock,
  entropy: readonly string[],
  proofs: readonly Proof[],
): readonly DrawFinding[] {
  return proofs.flatMap((proof): readonly DrawFinding[] => {
    if (proof.type === 'signer') return [];
    const { source } = proof;
    const holds = lock.entropy[source]?.type === proof.type && entropy[source] === shows(proof);
    return holds ? [] : [{ code: 'proof-differs', source }];
  });
}

/** The entropy that a proof shows, or null where it shows none. */
function shows(proof: Exclude<Proof, { readonly type: 'signer' }>): string | null {
  if (proof.type === 'drand') return roundRandomness(proof.signature);
  return tryCanonical(proof.typed) === null ? null : phonesEntropy(proof.typed);
}
