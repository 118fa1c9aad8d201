// The record of a draw: what the chain of locks hashes, so that no draw can be dropped or done twice.

import { canonical } from './canonical.ts';
import { tagged, toHex, utf8 } from './hash.ts';

/** What shows where a part of the entropy came from; `source` is its index in the lock. */
export type Proof =
  | { readonly type: 'drand'; readonly source: number; readonly signature: string }
  | { readonly type: 'phones'; readonly source: number; readonly typed: readonly string[] }
  /** The member of staff who declared a draw void. */
  | { readonly type: 'signer'; readonly id: string };

export type DrawRecord = {
  /** 64 hex digits. */
  readonly lock_hash: string;
  /** One string for each source of the lock; in a void, "" where a source was not read. */
  readonly entropy: readonly string[];
  readonly proofs: readonly Proof[];
  readonly status: 'result' | 'void';
  /** "" for a result; the reason of a void. */
  readonly why: string;
};

/** T("record", C(record)) as 64 hex digits: the next lock's `prev`. */
export function recordHash(record: DrawRecord): string {
  return toHex(tagged('record', utf8(canonical(record))));
}

/**
 * The `roster` of a lock, T("roster", C({salt, names})) as 64 hex digits: fixes who stands behind
 * an id without publishing names.
 *
 * @param salt keeps names from being guessed; 64 hex digits of randomness
 * @param names id to name, in NFC
 */
export function rosterHash(salt: string, names: Readonly<Record<string, string>>): string {
  return toHex(tagged('roster', utf8(canonical({ salt, names }))));
}
