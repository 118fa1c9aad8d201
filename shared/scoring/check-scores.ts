// Whether what was filled in is a ballot of its form, and what it is worth then (RESULTS.md §1).
import { own } from '../own.ts';
import {
  partsFor,
  totalSoFar,
  worthOfForm,
  type Form,
  type Scores,
  type ScoresFlaw,
} from './form.ts';
import type { Rational } from './rational.ts';

/** Why these scores are no ballot of this form, or null. 0 is a score; a draft is `incomplete`. */
export function checkScores(form: Form, scores: Scores): ScoresFlaw | null {
  const { lines } = worthOfForm(form);
  if (Object.keys(scores).some((id) => !lines.has(id))) return 'unknown-criterion';
  let incomplete = false;
  for (const [id, line] of lines) {
    const score = own(scores, id);
    if (score === undefined) incomplete = true;
    else {
      const worth = partsFor(line, String(score));
      if (typeof worth === 'string') return worth;
    }
  }
  return incomplete ? 'incomplete' : null;
}

/**
 * The total of a ballot, 0..100: level by level Σ weight · value / Σ weight.
 *
 * @param scores what `checkScores` finds no flaw in. @throws RangeError where one is missing or no mark of its line.
 */
export function ballotTotal(form: Form, scores: Scores): Rational {
  for (const [id, line] of worthOfForm(form).lines)
    if (typeof partsFor(line, String(own(scores, id))) === 'string')
      throw new RangeError(`no score for ${id}`);
  return totalSoFar(form, scores);
}
