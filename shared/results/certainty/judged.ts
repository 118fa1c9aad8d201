// What certainty is computed from: the ballots that count, by subject and group, with what makes a score of them.
import type { Rational } from '../../scoring/rational.ts';
import type { CountingRules } from '../../scoring/scheme.ts';
import { composeGroups, groupValue } from '../../scoring/counting.ts';
import type { Rating } from './ratings.ts';

export interface JudgedSubject {
  readonly id: string;
  readonly category: string;
  readonly rules: CountingRules;
  /** Those that were expected, with those of weight 0. */
  readonly groups: readonly JudgingGroup[];
}

export interface JudgingGroup {
  readonly id: string;
  readonly weight: Rational;
  /** One of a seat at most. */
  readonly ballots: readonly CountedBallot[];
}

export interface CountedBallot {
  readonly seat: string;
  readonly total: Rational;
}

/** Every ballot as a rating, in the order of subjects, groups and ballots. */
export function ratingsOf(subjects: readonly JudgedSubject[]): readonly Rating[] {
  return subjects.flatMap(({ id, groups }) =>
    groups.flatMap(({ ballots }) =>
      ballots.map(({ seat, total }) => ({ rater: seat, subject: id, total })),
    ),
  );
}

/** The score as the ballots make it, with each total changed before by `changed`. */
export function scoreOf(
  { groups, rules }: Pick<JudgedSubject, 'groups' | 'rules'>,
  changed: (ballot: CountedBallot) => Rational = ({ total }) => total,
): Rational | null {
  const shares = groups.map(({ weight, ballots }) => ({
    weight,
    value: groupValue(ballots.map(changed), weight, rules),
  }));
  const composed = composeGroups(shares, rules);
  return composed.ok ? composed.score : null;
}
