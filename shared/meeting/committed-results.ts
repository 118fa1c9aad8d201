// Results between close and reveal: a commitment in the log, what it was made of among the secrets, opened by the reveal (R4).
import { canonical } from '../draw/canonical.ts';
import { fingerprint } from '../fingerprint.ts';
import type { RoundId } from '../ids.ts';
import type { SubjectResult } from './round.ts';

export interface OpenResults {
  readonly results: readonly SubjectResult[];
  /** 32 hex digits. */
  readonly salt: string;
}

/** T("results", salt ‖ newline ‖ C(results)): 64 hex digits that tell nothing of the results. */
export function resultsCommitment(open: OpenResults): string {
  return fingerprint('results', resultsText(open));
}

/** What lies among the secrets until the reveal. */
export function resultsText({ results, salt }: OpenResults): string {
  return `${salt}\n${canonical(results)}`;
}

/** What {@link resultsText} was made of. */
export function readResults(text: string): OpenResults {
  const end = text.indexOf('\n');
  return {
    salt: text.slice(0, end),
    results: JSON.parse(text.slice(end + 1)) as readonly SubjectResult[],
  };
}

/** The name of that secret. */
export function resultsName(round: RoundId, attempt: number): string {
  return `${round}/${String(attempt)}/results`;
}
