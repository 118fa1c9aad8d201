// Whom the draws of a proof file drew: its ids alone, as a file holds no names.
import { readLock } from './lock.ts';
import { own } from '../own.ts';
import type { ProofFile } from './proof.ts';

export interface DrawnInProof {
  /** What the lock calls the draw. */
  readonly draw: string;
  readonly lockedAt: string;
  /** Those who were drawn, in their order, then those who came from the reserve. */
  readonly ids: readonly string[];
}

/** Of every draw of the file that has a result; whether that is true is for `checkProof` to say. */
export function drawnInProof({ draws }: ProofFile): readonly DrawnInProof[] {
  return draws.flatMap((proof): readonly DrawnInProof[] => {
    if (proof.status !== 'result') return [];
    const read = readLock(proof.lock);
    const order = own(proof.result, 'order');
    if (!read.ok || !Array.isArray(order)) return [];
    const came = proof.replacements.map(({ record }) => record.in);
    const ids = [...(order as readonly unknown[]), ...came].filter(
      (id): id is string => typeof id === 'string' && id !== '',
    );
    return [{ draw: read.lock.draw, lockedAt: read.lock.locked_at, ids: [...new Set(ids)] }];
  });
}
