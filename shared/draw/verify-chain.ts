// Verifies that the draws of a session follow each other without a gap (DRAW.md §6.6, §7.1).

import { saltCommit } from './entropy.ts';
import { lockHash } from './lock.ts';
import type { AnyLock } from './lock.ts';
import { recordHash } from './record.ts';
import type { DrawRecord } from './record.ts';
import { isHex64 } from './shape.ts';

/** One draw of a session: its lock, and the record that froze at its result or void. */
export type ChainLink = { readonly lock: AnyLock; readonly record: DrawRecord };

export type ChainFinding = {
  /** Index of the link that is wrong. */
  readonly at: number;
  readonly code:
    | 'session-differs'
    | 'seq-gap'
    | 'prev-differs'
    | 'lock-hash-differs'
    | 'locked-before-predecessor'
    | 'void-without-reason'
    | 'result-without-salt'
    | 'salt-after-unopened-salt';
};

/**
 * Everything that is wrong with the draws of a session, given in order from seq 0; an empty list
 * means that the chain is whole. The locks must be well formed.
 */
export function verifyChain(links: readonly ChainLink[]): readonly ChainFinding[] {
  return links.flatMap((link, at) =>
    linkFindings(link, at, links[at - 1]).map((code) => ({ at, code })),
  );
}

function linkFindings(
  { lock, record }: ChainLink,
  at: number,
  before: ChainLink | undefined,
): readonly ChainFinding['code'][] {
  const found: ChainFinding['code'][] = [];
  if (lock.seq !== at) found.push('seq-gap');
  if (lock.prev !== (before === undefined ? '' : recordHash(before.record))) {
    found.push('prev-differs');
  }
  if (record.lock_hash !== lockHash(lock)) found.push('lock-hash-differs');
  if (record.status === 'void' && record.why === '') found.push('void-without-reason');
  if (record.status === 'result' && hasUnopenedSalt({ lock, record })) {
    found.push('result-without-salt');
  }
  if (before === undefined) return found;
  if (lock.session !== before.lock.session) found.push('session-differs');
  // Texts of this form order as their times do.
  if (lock.locked_at < before.lock.locked_at) found.push('locked-before-predecessor');
  // Else whoever holds the salt could choose between two results by not opening it.
  const hasSalt = lock.entropy.some((source) => source.type === 'salt');
  if (hasSalt && hasUnopenedSalt(before)) found.push('salt-after-unopened-salt');
  return found;
}

function hasUnopenedSalt({ lock, record }: ChainLink): boolean {
  return lock.entropy.some((source, index) => {
    if (source.type !== 'salt') return false;
    const salt = record.entropy[index];
    return !isHex64(salt) || saltCommit(salt) !== source.commit;
  });
}
