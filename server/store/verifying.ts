// Verifies a ballot box a few milliseconds at a time: every ballot's hash, then the roots that the log says it has.
import { matterText } from '../../shared/ballots/ballot.ts';
import { underRoot } from '../../shared/ballots/box-index.ts';
import { byCodeUnits } from '../../shared/draw/canonical.ts';
import type { RoundId } from '../../shared/ids.ts';
import { joinedRoot, merkleRoot } from '../../shared/scoring/merkle.ts';
import { DamagedFile } from './store-errors.ts';
import type { BoxedBallot } from './meeting-store.ts';
import { placeOf, soundBallot, type StoredBallot } from './stored-ballots.ts';

/** What the log says of the ballots of an attempt that is closed (R4). */
export interface ClosedRoot {
  readonly round: RoundId;
  readonly attempt: number;
  readonly root: string;
}

/** Yields how many ballots have been looked at, between steps of work; returns the place of the first damage, or null. */
export type Verifying = Generator<number, string | null, undefined>;

/** The hashes of an attempt in parts, so that nothing large has to be sorted in one go. */
interface Leaves {
  /** By the first digits of the hash. */
  readonly byHash: Map<string, Leaf[]>;
  /** By subject, for as long as all are of version 1. */
  readonly bySubject: Map<string, Leaf[]>;
  isOld: boolean;
}

type Leaf = Pick<BoxedBallot, 'ballot' | 'hash'>;

/** A power of two, so that the hashes of such chunks are nodes of the tree. */
const CHUNK = 256;

/**
 * @param slices every ballot once, a hundred or so at a time
 * @param erasedAt the event that cut off whose the ballots before it are, or null; asked anew for every slice
 */
export function* verifying(
  slices: Iterable<readonly StoredBallot[]>,
  roots: readonly ClosedRoot[],
  erasedAt: () => number | null = () => null,
): Verifying {
  const attempts = new Map(roots.map((one) => [attemptId(one), noLeaves()]));
  let checked = 0;
  try {
    for (const rows of slices) {
      const erased = erasedAt();
      for (const row of rows) {
        const leaf = soundBallot(row);
        const { ballot, hash, after } = leaf;
        const isErased = erased !== null && after < erased && ballot.v !== 1;
        if (isErased !== (ballot.seat === null)) throw new DamagedFile(placeOf(row));
        const leaves = attempts.get(attemptId(ballot));
        if (!leaves) continue;
        leaves.isOld &&= ballot.v === 1;
        add(leaves.byHash, hash.slice(0, 2), leaf);
        if (leaves.isOld) add(leaves.bySubject, matterText(ballot.matter), leaf);
      }
      checked += rows.length;
      yield checked;
    }
  } catch (error) {
    if (error instanceof DamagedFile) return error.place;
    throw error;
  }
  for (const one of roots) {
    const steps = rootOf(attempts.get(attemptId(one)) ?? noLeaves());
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
  const parts = leaves.isOld ? leaves.bySubject : leaves.byHash;
  const nodes: string[] = [];
  let chunk: string[] = [];
  for (const name of [...parts.keys()].sort(byCodeUnits)) {
    for (const { hash } of underRoot(parts.get(name) ?? [], leaves.isOld)) {
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

function noLeaves(): Leaves {
  return { byHash: new Map(), bySubject: new Map(), isOld: true };
}

function add(parts: Map<string, Leaf[]>, name: string, leaf: Leaf): void {
  const known = parts.get(name);
  if (known) known.push(leaf);
  else parts.set(name, [leaf]);
}

function attemptId({ round, attempt }: Pick<ClosedRoot, 'round' | 'attempt'>): string {
  return `${round}/${String(attempt)}`;
}
