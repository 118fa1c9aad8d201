// Checks a file of draws step by step, and says of each step what differs where (DRAW.md §7).

import { attributesOf, cellsOf } from './cells.ts';
import { determine, type DrawResult } from './draw.ts';
import { assurance, checkEntropy } from './entropy.ts';
import {
  hasSeal,
  isRead,
  underSteps,
  type CheckedDraw,
  type CheckFinding,
  type Found,
  type ReadDraw,
} from './check-steps.ts';
import { firstDifference, member, type Difference } from './difference.ts';
import { isLots, lockHash, readLock, type AnyLock } from './lock.ts';
import {
  determineLots,
  listFlaw,
  numberList,
  type LotsLock,
  type LotsResult,
  type Numbered,
  type Panel,
} from './lots.ts';
import { exchangeTries, TRIES_A_STEP } from './lots-exchange.ts';
import { hasOwn, own } from '../own.ts';
import { placesOf, proofSum, type DrawProof, type ProofFile, type Replaced } from './proof.ts';
import { recordHash } from './record.ts';
import { firstFalseReplacement, replacementHash } from './replacement.ts';
import { verifySeal } from './seal.ts';
import { isList } from './shape.ts';
import type { Steps } from '../steps.ts';
import { verifyChain, type ChainFinding } from './verify-chain.ts';
import { verifyDraw, type DrawClaim } from './verify.ts';

type IsSigned = NonNullable<DrawClaim['isSigned']>;

export type CheckedProof = {
  readonly draws: readonly CheckedDraw[];
  /** Null where the file has one draw by itself, or a lock that is malformed. */
  readonly chain: readonly ChainFinding[] | null;
  /** Where the file's own sum is another than its content's: a slip in what nothing else fixes. */
  readonly sum: Difference | null;
};

/** Whether everything holds that was checked. */
export function holds({ draws, chain, sum }: CheckedProof): boolean {
  const isWhole = ({ steps }: CheckedDraw) => steps.every(({ state }) => state === 'same');
  return sum === null && (chain ?? []).length === 0 && draws.every(isWhole);
}

/** How many steps {@link checkProof} takes at most. */
export function proofSteps({ draws }: ProofFile): number {
  return draws.reduce((sum, { lock }) => {
    const read = readLock(lock);
    const tries = read.ok && isLots(read.lock) ? exchangeTries(read.lock.rule) : 0;
    return sum + 1 + tries / TRIES_A_STEP;
  }, 0);
}

/**
 * Checks all of a file that `readProof` has read from what `readJson` gave.
 *
 * @param isSigned as `DrawClaim` has it: without it a beacon's signature is only compared with the randomness
 */
export function* checkProof(file: ProofFile, isSigned?: IsSigned): Steps<CheckedProof> {
  const draws: CheckedDraw[] = [];
  for (const draw of file.draws) {
    draws.push({ ...(yield* checkDraw(draw, isSigned)), isBeaconChecked: isSigned !== undefined });
    yield;
  }
  const sum = proofSum(file.of, file.draws);
  return {
    draws,
    chain: file.of === 'meeting' ? chainOf(file.draws, draws) : null,
    sum: firstDifference(file.sum, sum, 'sum'),
  };
}

function* checkDraw(draw: DrawProof, isSigned: IsSigned | undefined): Steps<Found> {
  const read = readLock(draw.lock);
  if (!read.ok) return underSteps(draw, null, null, [{ code: 'lock-malformed', flaw: read.flaw }]);
  const { lock } = read;
  const hash = lockHash(lock);
  if (!isRead(draw)) return underSteps(draw, lock, null, unreadFindings(draw, lock, hash));
  const { entropy, closed, proofs } = draw;
  const canNumber =
    isLots(lock) && checkEntropy(lock, entropy) === null && listFlaw(lock, draw.panels) === null;
  const numbered = canNumber
    ? yield* numberList(lock, draw.panels as readonly Panel[], entropy.slice(0, -1))
    : null;
  const missing = missingProofs(lock, draw);
  const found: CheckFinding[] = [
    ...verifyDraw({
      ...{ lock, entropy, proofs, shownLockHash: draw.shown, claimed: {}, closedAt: closed },
      ...(draw.panels === undefined ? {} : { panels: draw.panels }),
      ...(numbered === null ? {} : { numbered }),
      ...(hasSeal(lock, draw) ? { sealed: draw.sealed ?? null } : {}),
      ...(isSigned ? { isSigned } : {}),
      assurance: { claimed: draw.assurance, saltKeptApart: draw.keptApart },
    }).filter((one) => one.code !== 'beacon-unsigned' || !missing.includes(one.source)),
    ...missing.map((source) => ({ code: 'proof-missing' as const, source })),
    ...(isLots(lock) ? panelFindings(draw) : lotsLeft(draw)),
    ...recordFindings(draw, hash),
  ];
  const computed = resultOf(lock, draw, numbered);
  // Where the entropy cannot be used, nobody else has looked at the list.
  if (!computed && isLots(lock) && checkEntropy(lock, entropy) !== null)
    found.push(...listFindings(lock, draw));
  if (computed) {
    found.push(...resultFindings(draw.result, computed));
    if (draw.status === 'result') found.push(...replacementFindings(lock, draw, hash, computed));
  }
  return underSteps(draw, lock, computed, found);
}

function unreadFindings(draw: DrawProof, lock: AnyLock, hash: string): readonly CheckFinding[] {
  const found: CheckFinding[] = [];
  if (hash !== draw.shown) found.push({ code: 'lock-hash-differs', computed: hash });
  const holds = assurance(lock, { saltKeptApart: draw.keptApart });
  if (holds !== draw.assurance) found.push({ code: 'assurance-differs', computed: holds });
  if (hasSeal(lock, draw))
    for (const finding of verifySeal(lock, draw.sealed))
      found.push({ code: 'seal-differs', finding });
  if (isLots(lock)) {
    found.push(...listFindings(lock, draw), ...panelFindings(draw));
  } else {
    found.push(...lotsLeft(draw));
  }
  if (draw.status === 'void') found.push(...recordFindings(draw, hash));
  return found;
}

/** Whether there is a sealed pool to check: the lock names one, or one stands beside it. */
function resultOf(lock: AnyLock, draw: ReadDraw, numbered: Numbered | null) {
  const { entropy, panels } = draw;
  if (checkEntropy(lock, entropy) !== null) return null;
  if (!isLots(lock)) return determine(lock, entropy);
  return numbered && determineLots(lock, panels as readonly Panel[], entropy, numbered);
}

/** The sources whose words or signature are not in the file. */
function missingProofs(lock: AnyLock, { status, proofs }: ReadDraw): readonly number[] {
  // The record of a void holds who declared it.
  if (status === 'void') return [];
  return lock.entropy.flatMap(({ type }, source) =>
    (type === 'phones' || type === 'drand') &&
    !proofs.some((proof) => proof.type === type && proof.source === source)
      ? [source]
      : [],
  );
}

function listFindings(lock: LotsLock, { panels }: DrawProof): readonly CheckFinding[] {
  const flaw = listFlaw(lock, panels);
  return flaw === null ? [] : [{ code: 'list-malformed', flaw }];
}

/** A list beside a rule that has none. */
function lotsLeft(draw: DrawProof): readonly CheckFinding[] {
  return (['panels', 'places'] as const).flatMap((name) =>
    hasOwn(draw, name)
      ? [{ code: 'differs' as const, place: name, said: '…', computed: '', digit: 0 }]
      : [],
  );
}

/** The panels against what stands under each person: two who tell the same differ where one of them was changed. */
function panelFindings({ panels, places }: DrawProof): readonly CheckFinding[] {
  if (!isList(panels) || !panels.every((one) => isList(one))) return [];
  const shown = places ?? {};
  const difference = firstDifference(shown, placesOf(panels), 'places');
  if (difference === null) return [];
  const listed = new Map<number, string[]>();
  for (const [id, numbers] of Object.entries(shown))
    for (const n of isList(numbers) ? numbers : []) listed.set(n, [...(listed.get(n) ?? []), id]);
  for (const [n, panel] of panels.entries()) {
    const own = listed.get(n + 1) ?? [];
    const has = panel.find((id) => !own.includes(id)) ?? null;
    const lacks = own.find((id) => !panel.includes(id)) ?? null;
    if (has !== null || lacks !== null)
      return [{ code: 'panel-differs', panel: n + 1, has, lacks }];
  }
  return [{ code: 'differs', ...difference }];
}

function resultFindings(
  said: Readonly<Record<string, unknown>>,
  computed: DrawResult | LotsResult,
): readonly CheckFinding[] {
  const known: Readonly<Record<string, unknown>> = computed;
  return [...new Set([...Object.keys(known), ...Object.keys(said)])].flatMap((name) => {
    const place = `result${member(name)}`;
    const difference = firstDifference(own(said, name), own(known, name), place);
    return difference ? [{ code: 'differs' as const, ...difference }] : [];
  });
}

function recordFindings(
  draw: Exclude<DrawProof, { readonly status: 'locked' }>,
  hash: string,
): readonly CheckFinding[] {
  const difference = firstDifference(draw.record, recordOf(draw, hash), 'record');
  return difference ? [{ code: 'differs', ...difference }] : [];
}

function recordOf(draw: Exclude<DrawProof, { readonly status: 'locked' }>, lock_hash: string) {
  const { entropy, proofs, status } = draw;
  return recordHash({ lock_hash, entropy, proofs, status, why: status === 'void' ? draw.why : '' });
}

function replacementFindings(
  lock: AnyLock,
  draw: Extract<DrawProof, { readonly status: 'result' }>,
  hash: string,
  { selected, reserve }: DrawResult | LotsResult,
): readonly CheckFinding[] {
  const { replacements } = draw;
  const cells = new Map(
    [...cellsOf(lock.pool, attributesOf(lock.rule))].flatMap(([cell, members]) =>
      members.map(({ id }) => [id, cell] as const),
    ),
  );
  const records = replacements.map(({ record }) => record);
  const first = recordOf(draw, hash);
  const n = firstFalseReplacement(first, (id) => cells.get(id) ?? '', reserve, records);
  const seated = new Set(selected);
  const stranger = records.findIndex(({ out, in: next, lock_hash }) => {
    const isKnown = seated.has(out) && lock_hash === hash;
    seated.add(next);
    return !isKnown;
  });
  const wrong = Math.min(...[n ?? Infinity, stranger < 0 ? Infinity : stranger]);
  return [
    ...replacements.flatMap(({ record, hash: said }: Replaced, at): readonly CheckFinding[] => {
      const place = `replacements[${String(at)}].hash`;
      const difference = firstDifference(said, replacementHash(record), place);
      return difference ? [{ code: 'differs', ...difference }] : [];
    }),
    ...(wrong === Infinity ? [] : [{ code: 'replacement-false' as const, n: wrong }]),
  ];
}

/** The chain of a meeting's draws; null where a lock is malformed. */
function chainOf(
  draws: readonly DrawProof[],
  checked: readonly CheckedDraw[],
): readonly ChainFinding[] | null {
  const links = draws.flatMap((draw, n) => {
    const lock = checked[n]?.lock;
    if (!lock) return [];
    const lock_hash = lockHash(lock);
    // One that is still to come to its end is the last: nothing follows its record.
    if (draw.status === 'locked')
      return { lock, record: { lock_hash, ...OPEN, entropy: lock.entropy.map(() => '') } };
    const { entropy, proofs, status } = draw;
    const why = status === 'void' ? draw.why : '';
    return { lock, record: { lock_hash, entropy, proofs, status, why } };
  });
  return links.length === draws.length ? verifyChain(links) : null;
}

const OPEN = { proofs: [], status: 'void', why: 'open' } as const;
