// Verifies a ballot box a few milliseconds at a time: every ballot's hash, then the roots that the log says it has.
import type { RoundId } from '../../shared/ids.ts';
import { joinedRoot, merkleRoot } from '../../shared/scoring/merkle.ts';
import { DamagedFile } from './store-errors.ts';
import { soundBallot, type StoredBallot } from './stored-ballots.ts';

/** What the log says of the ballots of an attempt that is closed (R4). */
export interface ClosedRoot {
  readonly round: RoundId;
  readonly attempt: number;
  readonly root: string;
}

/** Yields how many ballots have been looked at, between steps of work; returns the place of the first damage, or null. */
export type Verifying = Generator<number, string | null, undefined>;

/** Hashes by subject, each after its seat and revision: so that nothing large has to be sorted in one go. */
type Leaves = Map<string, { readonly seat: string; readonly rev: number; readonly hash: string }[]>;

const NO_LEAVES: Leaves = new Map();

/** A power of two, so that the hashes of such chunks are nodes of the tree. */
const CHUNK = 256;

/** @param slices every ballot once, a hundred or so at a time */
export function* verifying(
  slices: Iterable<readonly StoredBallot[]>,
  roots: readonly ClosedRoot[],
): Verifying {
  const attempts = new Map(roots.map((one) => [attemptId(one), new Map() as Leaves]));
  let checked = 0;
  try {
    for (const rows of slices) {
      for (const row of rows) {
        const { ballot, hash } = soundBallot(row);
        const leaves = attempts.get(attemptId(ballot));
        const { subject, seat, rev } = ballot;
        const known = leaves?.get(subject);
        if (known) known.push({ seat, rev, hash });
        else leaves?.set(subject, [{ seat, rev, hash }]);
      }
      checked += rows.length;
      yield checked;
    }
  } catch (error) {
    if (error instanceof DamagedFile) return error.place;
    throw error;
  }
  for (const one of roots) {
    const steps = rootOf(attempts.get(attemptId(one)) ?? NO_LEAVES);
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) yield checked;
    if (step.value !== one.root) return falseRoot(one);
  }
  return null;
}

/** How ballots are named whose root is not the log's. */
export function falseRoot({ round, attempt }: ClosedRoot): string {
  return `ballots of ${round}, attempt ${String(attempt)}: root differs from the log`;
}

/** The root as `boxRoot` computes it, in steps. */
function* rootOf(leaves: Leaves): Generator<undefined, string, undefined> {
  const nodes: string[] = [];
  let chunk: string[] = [];
  for (const subject of [...leaves.keys()].sort(byText)) {
    const ordered = leaves.get(subject) ?? [];
    ordered.sort((a, b) => byText(a.seat, b.seat) || a.rev - b.rev);
    for (const { hash } of ordered) {
      chunk.push(hash);
      if (chunk.length < CHUNK) continue;
      nodes.push(merkleRoot(chunk));
      chunk = [];
      yield;
    }
  }
  if (chunk.length > 0 || nodes.length === 0) nodes.push(merkleRoot(chunk));
  return joinedRoot(nodes);
}

function byText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function attemptId({ round, attempt }: Pick<ClosedRoot, 'round' | 'attempt'>): string {
  return `${round}/${String(attempt)}`;
}
