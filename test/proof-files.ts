// Files of draws for tests: of every rule and source, whole, and as they come out of a meeting with voids and replacements.
import { canonical } from '../shared/draw/canonical.ts';
import { QUICKNET } from '../shared/draw/beacon.ts';
import { attributesOf, cellsOf } from '../shared/draw/cells.ts';
import { determine } from '../shared/draw/draw.ts';
import { assurance, phonesEntropy, saltCommit } from '../shared/draw/entropy.ts';
import { fromHex, sha256, toHex } from '../shared/draw/hash.ts';
import { isLots, lockHash, type AnyLock, type CellRule, type Lock } from '../shared/draw/lock.ts';
import type { LotsRule, PoolMember, Source } from '../shared/draw/lock-form.ts';
import { determineLots, lotsHash, type Panel } from '../shared/draw/lots.ts';
import { placesOf, proofFile, type DrawProof, type ProofFile } from '../shared/draw/proof.ts';
import { recordHash, type DrawRecord, type Proof } from '../shared/draw/record.ts';
import { replacementHash } from '../shared/draw/replacement.ts';
import { ROUND as SIGNED_ROUND, SIGNATURE as ROUND_SIGNATURE } from './beacon-rounds.ts';
import { addedTo, missingFrom, sealedHash, type SealedPool } from '../shared/draw/seal.ts';

export const SALT = '5a'.repeat(32);
export const THROW = '84019375620184736251';
export const WORDS = ['春', '绿水青山', '7'] as const;
const SIGNATURE = 'b4'.repeat(48);
const ROUND = 40_000_000;

/** When a source of each type closed: before the beacon's round, the digits after it. */
const CLOSED: Readonly<Record<Source['type'], string>> = {
  ...{ phones: '2026-11-21T09:05:00Z', dice10: '2026-11-21T09:06:00Z' },
  ...{ dice6: '2026-11-21T09:06:00Z', salt: '2026-11-21T09:06:01Z' },
  ...{ drand: '', digits: '2030-01-01T00:00:00Z' },
};

/** Sources by their types, each as it is usually locked. */
export function sourceOf(type: Source['type'], m = 10): Source {
  switch (type) {
    case 'dice10':
      return { type, count: 20 };
    case 'dice6':
      return { type, count: 26 };
    case 'drand':
      return { type, chain: QUICKNET.chain, round: ROUND };
    case 'phones':
      return { type };
    case 'salt':
      return { type, commit: saltCommit(SALT) };
    case 'digits':
      return { type, count: String(m).length - 1 };
    default:
      return type satisfies never;
  }
}

/** What such a source gives; `dice` are thrown as far as they reach. */
function partOf(source: Source, dice: string, signature: string): string {
  switch (source.type) {
    case 'dice10':
    case 'digits':
      return dice.repeat(2).slice(-source.count);
    case 'dice6':
      return dice
        .repeat(2)
        .replace(/[0789]/g, '3')
        .slice(0, source.count);
    case 'drand':
      return toHex(sha256(fromHex(signature)));
    case 'phones':
      return phonesEntropy(WORDS);
    case 'salt':
      return SALT;
    default:
      return source satisfies never;
  }
}

export function entropyOf(
  { entropy }: AnyLock,
  dice = THROW,
  signature = SIGNATURE,
): readonly string[] {
  return entropy.map((source) => partOf(source, dice, signature));
}

export function lockWith(
  rule: CellRule | LotsRule,
  pool: readonly PoolMember[],
  entropy: readonly Source[],
  changes: Partial<Lock> = {},
): AnyLock {
  const names = { v: 'fairdraw/1', session: 'demo', draw: 'panel' } as const;
  const order = { seq: 0, prev: '', locked_at: '2026-11-21T09:00:00Z', ...changes };
  return { excluded: [], ...names, ...order, pool, rule, entropy } as AnyLock;
}

/** What a lock says where its pool was sealed before with these in it: every difference is listed. */
export function sealTerms(
  sealed: SealedPool,
  pool: readonly PoolMember[],
): Pick<Lock, 'excluded' | 'sealed' | 'added'> {
  return {
    excluded: missingFrom(sealed, pool).map((id) => ({ id, why: 'gone' })),
    ...{ sealed: sealedHash(sealed), added: addedTo(sealed, pool) },
  };
}

/** `panels` panels of `k`, by turns through the pool, so that nobody is in more than one more than another. */
export function lotsOf(pool: readonly PoolMember[], k: number, m: number): readonly Panel[] {
  return Array.from({ length: m }, (_, n) =>
    Array.from({ length: k }, (__, i) => pool[(n * k + i) % pool.length]?.id ?? '').sort(),
  );
}

export function lotsRule(list: readonly Panel[], by: Pick<LotsRule, 'by' | 'quotas'>): LotsRule {
  const [k, m] = [list[0]?.length ?? 0, list.length];
  return { kind: 'lots', ...by, k, m, panels: lotsHash(list) };
}

/** A draw whose sources were read. */
export function drawnProof(
  lock: AnyLock,
  {
    panels,
    dice = THROW,
    sealed,
    signature = SIGNATURE,
  }: {
    readonly panels?: readonly Panel[];
    readonly dice?: string;
    readonly sealed?: SealedPool;
    readonly signature?: string;
  } = {},
): Extract<DrawProof, { readonly status: 'result' }> {
  const entropy = entropyOf(lock, dice, signature);
  const proofs = lock.entropy.flatMap(({ type }, source): readonly Proof[] =>
    type === 'phones'
      ? [{ type, source, typed: WORDS }]
      : type === 'drand'
        ? [{ type, source, signature }]
        : [],
  );
  const shown = lockHash(lock);
  const list = panels ?? [];
  const result = isLots(lock) ? determineLots(lock, list, entropy) : determine(lock, entropy);
  return {
    ...{ lock, shown, keptApart: false, assurance: assurance(lock, { saltKeptApart: false }) },
    ...(panels ? { panels, places: placesOf(panels) } : {}),
    ...(sealed ? { sealed } : {}),
    ...{ status: 'result', entropy, proofs, result: { ...result }, replacements: [] },
    closed: lock.entropy.map(({ type }) => CLOSED[type]),
    record: recordHash({ lock_hash: shown, entropy, proofs, status: 'result', why: '' }),
  };
}

/** Somebody drawn is replaced so many times over, past the first of the reserve, who is not there. */
export function withReplaced(
  draw: Extract<DrawProof, { readonly status: 'result' }>,
  times: number,
): Extract<DrawProof, { readonly status: 'result' }> {
  const { order, reserve } = draw.result as ReturnType<typeof determine>;
  const cells = cellsOf((draw.lock as AnyLock).pool, attributesOf((draw.lock as AnyLock).rule));
  const [cell = '', queue = []] =
    Object.entries(reserve).find(([, ids]) => ids.length > times) ?? [];
  const members = new Set(cells.get(cell)?.map(({ id }) => id));
  const out = order.find((id) => members.has(id)) ?? '';
  let prev = draw.record;
  const replacements = queue.slice(1, times + 1).map((next) => {
    const record = {
      ...{ prev, lock_hash: draw.shown, out, in: next, why: 'no-show' },
      skipped: queue.slice(0, 1),
    };
    prev = replacementHash(record);
    return { record, hash: prev };
  });
  return { ...draw, replacements };
}

/** Drawn by a round of the beacon that its chain did sign; with what is said to be the signature. */
export function beaconProof(signature: string = ROUND_SIGNATURE): ProofFile {
  const source: Source = { type: 'drand', chain: QUICKNET.chain, round: SIGNED_ROUND };
  const rule = { kind: 'simple', k: 3 } as const;
  const terms = { locked_at: '2023-08-23T15:49:24Z' };
  const lock = lockWith(rule, poolIn({ A: 6, B: 5 }), [source], terms);
  return proofFile('draw', [drawnProof(lock, { signature })]);
}

/** A meeting: words and a salt, a void, dice with replacements and a seal, lots, and one that is only locked. */
export function meetingProof(): ProofFile {
  const pool = poolIn({ A: 6, B: 5 });
  // One has come since, one has another group, one has gone.
  const sealed: SealedPool = {
    pool: [...pool.slice(1, -1), { id: 'p0010', a: { g: 'C' } }, { id: 'p0011', a: { g: 'A' } }],
    roster: 'cd'.repeat(32),
  };
  const list = lotsOf(pool, 3, 10);
  const draws: DrawProof[] = [];
  const next = (
    rule: CellRule | LotsRule,
    types: readonly Source['type'][],
    terms: Partial<Lock> = {},
  ): AnyLock => {
    const before = draws.at(-1);
    const seq = draws.length;
    return lockWith(
      rule,
      pool,
      types.map((type) => sourceOf(type)),
      {
        ...{ seq, prev: before && 'record' in before ? before.record : '' },
        locked_at: `2026-11-21T09:0${String(seq)}:00Z`,
        ...terms,
      },
    );
  };
  const late = (draw: ReturnType<typeof drawnProof>) => ({
    ...draw,
    closed: draw.closed.map((at) => at && '2026-11-21T10:00:00Z'),
  });
  draws.push(late(drawnProof(next({ kind: 'simple', k: 2 }, ['phones', 'salt', 'dice6']))));
  const lock = next({ kind: 'fixed', by: ['g'], take: { A: 1, B: 2 } }, ['dice10', 'salt']);
  const voided: DrawRecord = {
    ...{ lock_hash: lockHash(lock), entropy: ['', ''], status: 'void', why: 'left-stage' },
    proofs: [{ type: 'signer', id: 'S1' }],
  };
  draws.push({
    ...{ lock, shown: voided.lock_hash, assurance: 'public', keptApart: false, status: 'void' },
    ...{ entropy: voided.entropy, proofs: voided.proofs, why: voided.why },
    record: recordHash(voided),
  });
  const proportional = { kind: 'proportional', by: ['g'], k: 4 } as const;
  const ofSealed = next(proportional, ['dice10'], sealTerms(sealed, pool));
  draws.push(late(withReplaced(drawnProof(ofSealed, { sealed }), 2)));
  const lots = lotsRule(list, { by: [], quotas: [] });
  draws.push(late(drawnProof(next(lots, ['phones', 'digits']), { panels: list })));
  const last = next({ kind: 'simple', k: 1 }, ['dice10', 'drand']);
  draws.push({
    ...{ lock: last, shown: lockHash(last), assurance: 'public', keptApart: false },
    status: 'locked',
  });
  return proofFile('meeting', draws);
}

/** A pool with so many of each value of g. */
export function poolIn(counts: Readonly<Record<string, number>>): readonly PoolMember[] {
  const values = Object.entries(counts).flatMap(([g, n]) => Array.from({ length: n }, () => g));
  const spread = values.map((g, n) => ({ g, place: (n * 7919) % 10007 }));
  spread.sort((a, b) => a.place - b.place);
  return spread.map(({ g }, n) => ({ id: `p${String(n).padStart(4, '0')}`, a: { g } }));
}

/** Its text, as a server sends it. */
export function textOf(file: ProofFile): string {
  return canonical(file);
}
