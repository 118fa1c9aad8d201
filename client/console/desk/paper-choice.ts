// What was typed from a paper ballot, on its way to a choice.
import type { Choice } from '../../../shared/ballots/ballot.ts';
import { checkScores } from '../../../shared/scoring/check-scores.ts';
import type { Form } from '../../../shared/scoring/form.ts';
import { own } from '../../../shared/own.ts';

export interface Typed {
  readonly abstain: boolean;
  readonly scores: Readonly<Record<string, number | null>>;
}

export const NOTHING_TYPED: Typed = { abstain: false, scores: {} };

/** The choice, or what it still lacks: how many criteria, or that a score is out of its range. */
export function choiceOf(
  form: Form,
  { abstain, scores }: Typed,
): { readonly choice: Choice } | { readonly missing: number } | { readonly wrong: true } {
  if (abstain) return { choice: { kind: 'abstain' } };
  const given = form.lines.map(({ id }) => [id, own(scores, id) ?? null] as const);
  const filled = given.flatMap(([id, score]) => (score === null ? [] : [[id, score] as const]));
  if (filled.length < given.length) return { missing: given.length - filled.length };
  const all = Object.fromEntries(filled);
  return checkScores(form, all) === null
    ? { choice: { kind: 'scores', scores: all } }
    : { wrong: true };
}
