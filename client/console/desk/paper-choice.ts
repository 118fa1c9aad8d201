// What was typed from a paper ballot, on its way to a choice.
import type { Choice } from '../../../shared/ballots/ballot.ts';
import type { Sheet } from '../../../shared/scoring/sheet.ts';
import { own } from '../../../shared/own.ts';

export interface Typed {
  readonly abstain: boolean;
  readonly scores: Readonly<Record<string, number | null>>;
}

export const NOTHING_TYPED: Typed = { abstain: false, scores: {} };

/** The choice, or what it still lacks: how many criteria, or that a score is out of its range. */
export function choiceOf(
  sheet: Sheet,
  { abstain, scores }: Typed,
): { readonly choice: Choice } | { readonly missing: number } | { readonly wrong: true } {
  if (abstain) return { choice: { kind: 'abstain' } };
  const given = sheet.criteria.map(({ id }) => own(scores, id) ?? null);
  const missing = given.filter((score) => score === null).length;
  if (missing > 0) return { missing };
  const fits = sheet.criteria.every(({ max, step }, n) => {
    const score = given[n] ?? -1;
    return Number.isInteger(score) && score >= 0 && score <= max && score % step === 0;
  });
  if (!fits) return { wrong: true };
  const filled = sheet.criteria.map(({ id }, n) => [id, given[n] ?? 0] as const);
  return { choice: { kind: 'scores', scores: Object.fromEntries(filled) } };
}
