// An annex, never the result: the ranks as they would be had everybody been equally severe.
import { divide, fromDecimal, rational, toDecimal, type Rational } from '../../scoring/rational.ts';
import { subtract } from '../../scoring/sums.ts';
import { scoreOf, type JudgedSubject } from './judged.ts';
import { ranksOf, type Ranks } from './places.ts';

/** Effects are floating point; scores that differ by less than they err share a rank. */
const EFFECT_PLACES = 9;
const SCORE_PLACES = 6;

/**
 * Each total less its rater's effect, counted by the same rules.
 *
 * @param effectOf of a rater on a subject, in points: it may be another in a live round than in a written one
 */
export function ranksWithEqualSeverity(
  subjects: readonly JudgedSubject[],
  effectOf: (subject: JudgedSubject, seat: string) => number,
): ReadonlyMap<string, Ranks> {
  return ranksOf(
    subjects.map((subject) => {
      const score = scoreOf(subject, ({ seat, total }) =>
        subtract(total, exactly(effectOf(subject, seat))),
      );
      return { id: subject.id, category: subject.category, score: score && shortened(score) };
    }),
  );
}

function exactly(effect: number): Rational {
  const size = 10 ** EFFECT_PLACES;
  return divide(rational(BigInt(Math.round(effect * size))), rational(BigInt(size)));
}

function shortened(score: Rational): Rational | null {
  return fromDecimal(toDecimal(score, SCORE_PLACES));
}
