// Verifies a draw from what was shown and what is claimed (DRAW.md §7), without trusting who says so.

import { roundRandomness, roundTime } from './beacon.ts';
import { tryCanonical } from './canonical.ts';
import { determine } from './draw.ts';
import type { DrawResult } from './draw.ts';
import { assurance, checkEntropy, phonesEntropy } from './entropy.ts';
import type { Assurance, EntropyFlaw } from './entropy.ts';
import { isLots, lockHash, readLock } from './lock.ts';
import type { AnyLock, LockFlaw, Source } from './lock.ts';
import {
  determineLots,
  listFlaw,
  type ListFlaw,
  type LotsResult,
  type Numbered,
  type Panel,
} from './lots.ts';
import type { Proof } from './record.ts';
import { own } from '../own.ts';
import { verifySeal, type SealFinding } from './seal.ts';
import { secondsOf } from './time.ts';

export type DrawClaim = {
  readonly lock: unknown;
  readonly entropy: unknown;
  /** Of a draw by lots the list of panels that was published with its lock. */
  readonly panels?: unknown;
  /** What `numberList` makes of that list, where whoever asks has computed it in steps. */
  readonly numbered?: Numbered;
  /** The 64 hex digits that were on screen and phones before any entropy existed. */
  readonly shownLockHash: string;
  /** What is said to be the result; only the keys that are given are compared. */
  readonly claimed: Partial<DrawResult> | Partial<LotsResult>;
  /** When each source of the lock closed, YYYY-MM-DDThh:mm:ssZ; "" for a beacon, which has its round. */
  readonly closedAt?: readonly string[];
  readonly proofs?: readonly Proof[];
  /** The pool that was sealed before, where the lock names one: every difference must be listed. */
  readonly sealed?: unknown;
  /** What fixed the phones' list as it was shown when it closed: 64 hex digits. */
  readonly shownWordsHash?: string;
  /**
   * Whether the beacon's chain signed a round, as `isSigned` of beacon-signature.ts says: that is large, so whoever asks
   * brings it. Without it a signature is compared with the randomness only.
   */
  readonly isSigned?: (round: number, signature: string) => boolean;
  /**
   * The assurance that is claimed (of lots: that of their numbering), and whether a salt is said to have been kept apart from
   * the server.
   */
  readonly assurance?: { readonly claimed: string; readonly saltKeptApart: boolean };
};

export type DrawFinding =
  | { readonly code: 'lock-malformed'; readonly flaw: LockFlaw }
  | { readonly code: 'list-malformed'; readonly flaw: ListFlaw }
  | { readonly code: 'lock-hash-differs'; readonly computed: string }
  | { readonly code: 'entropy-flawed'; readonly flaw: EntropyFlaw }
  | { readonly code: 'closing-times-malformed' }
  | { readonly code: 'source-closed-before-lock'; readonly source: number }
  | { readonly code: 'beacon-before-close'; readonly source: number }
  | { readonly code: 'digits-before-numbering'; readonly source: number }
  | { readonly code: 'proof-differs'; readonly source: number }
  | { readonly code: 'beacon-unsigned'; readonly source: number }
  | { readonly code: 'words-differ'; readonly source: number }
  | { readonly code: 'seal-differs'; readonly finding: SealFinding }
  | { readonly code: 'assurance-differs'; readonly computed: Assurance }
  | { readonly code: 'result-differs'; readonly key: string };

/**
 * Everything that is wrong with a draw; an empty list means that lock, order of time, proofs and
 * result hold together. A beacon's round must have a signature of the chain among the proofs, where
 * `isSigned` is given. The recording of dice is for people to watch.
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
  if (claim.sealed !== undefined)
    for (const finding of verifySeal(lock, claim.sealed))
      findings.push({ code: 'seal-differs', finding });
  const flaw = checkEntropy(lock, claim.entropy);
  if (flaw !== null) return [...findings, { code: 'entropy-flawed', flaw }];
  const entropy = claim.entropy as readonly string[];
  findings.push(...proofFindings(lock, entropy, claim.proofs ?? []));
  if (claim.isSigned) findings.push(...beaconFindings(lock, claim.proofs ?? [], claim.isSigned));
  for (const [source, { type }] of lock.entropy.entries())
    if (type === 'phones' && (claim.shownWordsHash ?? entropy[source]) !== entropy[source])
      findings.push({ code: 'words-differ', source });
  let result: DrawResult | LotsResult;
  if (isLots(lock)) {
    const broken = listFlaw(lock, claim.panels);
    if (broken !== null) return [...findings, { code: 'list-malformed', flaw: broken }];
    result = determineLots(lock, claim.panels as readonly Panel[], entropy, claim.numbered);
  } else {
    result = determine(lock, entropy);
  }
  const claimed: Readonly<Record<string, unknown>> = claim.claimed;
  const computedOf: Readonly<Record<string, unknown>> = result;
  for (const key of Object.keys(claimed)) {
    const said = tryCanonical(own(claimed, key));
    if (said === null || said !== tryCanonical(own(computedOf, key)))
      findings.push({ code: 'result-differs', key });
  }
  return findings;
}

/** The lock is older than every source's close, a beacon's round later than the other closes, the digits of lots last of all. */
function timeFindings(lock: AnyLock, closedAt: readonly string[]): readonly DrawFinding[] {
  const closes = lock.entropy.map((source, index) =>
    source.type === 'drand' ? roundTime(source.round) : secondsOf(closedAt[index]),
  );
  if (closedAt.length !== lock.entropy.length || closes.includes(null)) {
    return [{ code: 'closing-times-malformed' }];
  }
  const times = closes.filter((time) => time !== null);
  const lockedAt = secondsOf(lock.locked_at) ?? Infinity;
  const typeOf = (source: number) => lock.entropy[source]?.type;
  const lastOf = (isAsked: (type: Source['type'] | undefined) => boolean) =>
    Math.max(...times.filter((_, source) => isAsked(typeOf(source))));
  const lastClose = lastOf((type) => type !== 'drand' && type !== 'digits');
  const numbered = lastOf((type) => type !== 'digits');
  return times.flatMap((time, source): readonly DrawFinding[] => {
    if (time <= lockedAt) return [{ code: 'source-closed-before-lock', source }];
    if (typeOf(source) === 'drand' && time <= lastClose)
      return [{ code: 'beacon-before-close', source }];
    return typeOf(source) === 'digits' && time < numbered
      ? [{ code: 'digits-before-numbering', source }]
      : [];
  });
}

function proofFindings(
  lock: AnyLock,
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

/** Each beacon source has a proof that the chain signed. */
function beaconFindings(
  lock: AnyLock,
  proofs: readonly Proof[],
  isSigned: NonNullable<DrawClaim['isSigned']>,
): readonly DrawFinding[] {
  return lock.entropy.flatMap((one, source): readonly DrawFinding[] => {
    if (one.type !== 'drand') return [];
    const signed = proofs.some(
      (proof) =>
        proof.type === 'drand' && proof.source === source && isSigned(one.round, proof.signature),
    );
    return signed ? [] : [{ code: 'beacon-unsigned', source }];
  });
}

/** The entropy that a proof shows, or null where it shows none. */
function shows(proof: Exclude<Proof, { readonly type: 'signer' }>): string | null {
  if (proof.type === 'drand') return roundRandomness(proof.signature);
  return tryCanonical(proof.typed) === null ? null : phonesEntropy(proof.typed);
}
