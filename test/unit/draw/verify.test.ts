// Verification: an honest draw and chain pass without a finding, every kind of tampering is named.

import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { QUICKNET, roundTime } from '../../../shared/draw/beacon.ts';
import { determine } from '../../../shared/draw/draw.ts';
import { phonesEntropy, saltCommit } from '../../../shared/draw/entropy.ts';
import { lockHash } from '../../../shared/draw/lock.ts';
import type { Lock } from '../../../shared/draw/lock.ts';
import { recordHash, rosterHash } from '../../../shared/draw/record.ts';
import type { DrawRecord } from '../../../shared/draw/record.ts';
import { verifyChain } from '../../../shared/draw/verify-chain.ts';
import type { ChainFinding, ChainLink } from '../../../shared/draw/verify-chain.ts';
import { verifyDraw } from '../../../shared/draw/verify.ts';
import type { DrawClaim } from '../../../shared/draw/verify.ts';
import { DICE, lockOf, poolOf, THROW } from './locks.ts';

const SALT = '5a'.repeat(32);
const OTHER = '0f'.repeat(32);
const SIGNATURE = 'b4'.repeat(48);
const ROUND = 40000000;
const TYPED = ['春', '7'];
const POOL = poolOf({ F: 5, M: 7 });

const LOCK = lockOf(
  POOL,
  { kind: 'proportional', by: ['g'], k: 5 },
  {
    entropy: [
      { type: 'phones' },
      DICE,
      { type: 'drand', chain: QUICKNET.chain, round: ROUND },
      { type: 'salt', commit: saltCommit(SALT) },
    ],
  },
);
const sha256 = (hex: string) => createHash('sha256').update(Buffer.from(hex, 'hex')).digest('hex');
const ENTROPY = [phonesEntropy(TYPED), THROW, sha256(SIGNATURE), SALT];
const iso = (seconds: number) => `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;
const BEFORE_ROUND = iso(roundTime(ROUND) - 1);

const HONEST = {
  lock: LOCK,
  entropy: ENTROPY,
  shownLockHash: lockHash(LOCK),
  claimed: determine(LOCK, ENTROPY),
  closedAt: ['2026-11-21T09:00:01Z', '2026-11-21T09:05:00Z', '', BEFORE_ROUND],
  proofs: [
    { type: 'phones', source: 0, typed: TYPED },
    { type: 'drand', source: 2, signature: SIGNATURE },
    { type: 'signer', id: 'supervisor' },
  ],
} as const satisfies DrawClaim;

describe('verifyDraw', () => {
  test('[R9] finds nothing wrong with an honest draw', () => {
    expect(verifyDraw(HONEST)).toEqual([]);
    const { lock, entropy, shownLockHash } = HONEST;
    expect(verifyDraw({ lock, entropy, shownLockHash, claimed: {} })).toEqual([]);
  });

  test.each(Object.keys(HONEST.claimed) as (keyof typeof HONEST.claimed)[])(
    '[R9] another %s is found',
    (key) => {
      const was: unknown = HONEST.claimed[key];
      const changed = Array.isArray(was) ? was.slice().reverse() : 'x';
      const claimed = { ...HONEST.claimed, [key]: changed };
      expect(verifyDraw({ ...HONEST, claimed })).toEqual([{ code: 'result-differs', key }]);
    },
  );

  const otherLock: Lock = { ...LOCK, draw: 'panel' };
  test.each<readonly [string, Partial<DrawClaim>, readonly unknown[]]>([
    [
      'a malformed lock',
      { lock: { ...LOCK, v: 'x' } },
      [{ code: 'lock-malformed', flaw: 'version' }],
    ],
    [
      'another lock than was shown',
      { lock: otherLock, claimed: determine(otherLock, ENTROPY) },
      [{ code: 'lock-hash-differs', computed: lockHash(otherLock) }],
    ],
    [
      'a salt that does not open',
      { entropy: [...ENTROPY.slice(0, 3), OTHER] },
      [{ code: 'entropy-flawed', flaw: 'salt-not-opened' }],
    ],
    [
      'closing times that are not as many as sources',
      { closedAt: HONEST.closedAt.slice(0, 3) },
      [{ code: 'closing-times-malformed' }],
    ],
    [
      'a surplus closing time',
      { closedAt: [...HONEST.closedAt, BEFORE_ROUND] },
      [{ code: 'closing-times-malformed' }],
    ],
    [
      'a closing time that is none',
      { closedAt: ['', ...HONEST.closedAt.slice(1)] },
      [{ code: 'closing-times-malformed' }],
    ],
    [
      'phones that closed when the lock was made',
      { closedAt: [LOCK.locked_at, ...HONEST.closedAt.slice(1)] },
      [{ code: 'source-closed-before-lock', source: 0 }],
    ],
    [
      'dice that were read when the beacon was out',
      { closedAt: ['2026-11-21T09:00:01Z', iso(roundTime(ROUND)), '', BEFORE_ROUND] },
      [{ code: 'beacon-before-close', source: 2 }],
    ],
    [
      'a signature of something else',
      { proofs: [{ type: 'drand', source: 2, signature: 'b5'.repeat(48) }] },
      [{ code: 'proof-differs', source: 2 }],
    ],
    [
      'another list of the phones',
      { proofs: [{ type: 'phones', source: 0, typed: TYPED.slice().reverse() }] },
      [{ code: 'proof-differs', source: 0 }],
    ],
    [
      'a list that no hash can be taken of',
      { proofs: [{ type: 'phones', source: 0, typed: ['\ud800'] }] },
      [{ code: 'proof-differs', source: 0 }],
    ],
    [
      'a proof of another source',
      { proofs: [{ type: 'phones', source: 1, typed: TYPED }] },
      [{ code: 'proof-differs', source: 1 }],
    ],
  ])('[R9] finds %s', (_, changes, findings) => {
    expect(verifyDraw({ ...HONEST, ...changes })).toEqual(findings);
  });
});

test('[R9] a list of the phones is no proof of a beacon, whatever its hash', () => {
  const hash = phonesEntropy(TYPED);
  const entropy = [hash, THROW, hash, SALT];
  const proofs = [{ type: 'phones', source: 2, typed: TYPED }] as const;
  expect(verifyDraw({ ...HONEST, entropy, proofs, claimed: {} })).toEqual([
    { code: 'proof-differs', source: 2 },
  ]);
});

describe('records', () => {
  const RECORD: DrawRecord = {
    lock_hash: lockHash(LOCK),
    entropy: ENTROPY,
    proofs: HONEST.proofs,
    status: 'result',
    why: '',
  };

  test('[R9] hash as DRAW.md says', () => {
    const { entropy, lock_hash, why } = RECORD;
    const proofs = [
      { source: 0, type: 'phones', typed: TYPED },
      { signature: SIGNATURE, source: 2, type: 'drand' },
      { id: 'supervisor', type: 'signer' },
    ];
    const text = JSON.stringify({ entropy, lock_hash, proofs, status: 'result', why });
    const wanted = createHash('sha256').update(`fairdraw/1/record\0${text}`).digest('hex');
    expect(recordHash(RECORD)).toBe(wanted);
  });

  test('[R14] a roster is fixed by salt, ids and names', () => {
    const text = `{"names":{"u1":"甲","u2":"乙"},"salt":"${SALT}"}`;
    const wanted = createHash('sha256').update(`fairdraw/1/roster\0${text}`).digest('hex');
    expect(rosterHash(SALT, { u2: '乙', u1: '甲' })).toBe(wanted);
  });
});

/** Draws of one session in a row; `entropy` [] is a lock that was voided before anything was read. */
function chainOf(...draws: readonly { entropy: readonly string[]; changes?: Partial<Lock> }[]) {
  const links: ChainLink[] = [];
  for (const [seq, { entropy, changes }] of draws.entries()) {
    const before = links[seq - 1];
    const prev = before === undefined ? '' : recordHash(before.record);
    const lock = { ...LOCK, seq, prev, ...changes };
    const isVoid = entropy.length < lock.entropy.length;
    const record: DrawRecord = {
      lock_hash: lockHash(lock),
      entropy,
      proofs: [],
      status: isVoid ? 'void' : 'result',
      why: isVoid ? 'salt-lost' : '',
    };
    links.push({ lock, record });
  }
  return links;
}

function replaced(links: readonly ChainLink[], at: number, change: (link: ChainLink) => ChainLink) {
  return links.map((link, index) => (index === at ? change(link) : link));
}

describe('verifyChain', () => {
  const withoutSalt = { entropy: LOCK.entropy.slice(0, 3) };
  const whole = chainOf(
    { entropy: ENTROPY },
    { entropy: ENTROPY.slice(0, 2) },
    { entropy: ENTROPY.slice(0, 3), changes: withoutSalt },
    { entropy: ENTROPY, changes: { draw: 'panel', locked_at: '2026-11-21T10:00:00Z' } },
  );

  test('[R9] finds nothing wrong with a whole chain, nor with none', () => {
    expect(verifyChain(whole)).toEqual([]);
    expect(verifyChain([])).toEqual([]);
  });

  const changedRecord = (changes: Partial<DrawRecord>) => (link: ChainLink) => ({
    ...link,
    record: { ...link.record, ...changes },
  });
  const last = (changes: Partial<Lock>) =>
    chainOf({ entropy: ENTROPY }, { entropy: ENTROPY, changes });
  test.each<readonly [string, readonly ChainLink[], readonly ChainFinding[]]>([
    [
      'a draw that was left out',
      whole.filter((_, index) => index !== 2),
      [
        { at: 2, code: 'seq-gap' },
        { at: 2, code: 'prev-differs' },
        // Without the draw in between, a salt follows one that was not opened.
        { at: 2, code: 'salt-after-unopened-salt' },
      ],
    ],
    [
      'a record that was changed afterwards',
      replaced(whole, 0, changedRecord({ why: 'x' })),
      [{ at: 1, code: 'prev-differs' }],
    ],
    [
      'a record of another lock',
      replaced(whole, 3, changedRecord({ lock_hash: OTHER })),
      [{ at: 3, code: 'lock-hash-differs' }],
    ],
    [
      'a void without a reason',
      replaced(whole, 3, changedRecord({ status: 'void' })),
      [{ at: 3, code: 'void-without-reason' }],
    ],
    [
      'a result whose salt does not open',
      replaced(whole, 3, changedRecord({ entropy: [...ENTROPY.slice(0, 3), OTHER] })),
      [{ at: 3, code: 'result-without-salt' }],
    ],
    [
      'a salt after one that was not opened',
      chainOf({ entropy: ENTROPY.slice(0, 3) }, { entropy: ENTROPY }),
      [{ at: 1, code: 'salt-after-unopened-salt' }],
    ],
    ['another session', last({ session: 'other' }), [{ at: 1, code: 'session-differs' }]],
    [
      'a lock older than the one before',
      last({ locked_at: '2026-11-21T08:59:59Z' }),
      [{ at: 1, code: 'locked-before-predecessor' }],
    ],
    [
      'a chain that does not begin',
      whole.slice(3),
      [
        { at: 0, code: 'seq-gap' },
        { at: 0, code: 'prev-differs' },
      ],
    ],
  ])('[R9] finds %s', (_, links, findings) => {
    expect(verifyChain(links)).toEqual(findings);
  });
});
