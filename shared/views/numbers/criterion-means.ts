// Means of a sheet's criteria over a group's ballots, for staff, where the group's own value may be shown (R6).
import { byCodeUnits } from '../../draw/canonical.ts';
import { formOfGroup } from '../../meeting/forms.ts';
import { schemeOf } from '../../meeting/rounds.ts';
import { own } from '../../own.ts';
import { afterSpread, valueOf } from '../../scoring/counting.ts';
import type { Line, Scores } from '../../scoring/form.ts';
import { toFraction } from '../../scoring/fractions.ts';
import {
  divide,
  fromDecimal,
  fromShare,
  multiply,
  rational,
  toDecimal,
  type Rational,
  ZERO,
} from '../../scoring/rational.ts';
import { FEWEST_DECIMALS } from '../../scoring/rank.ts';
import { sum } from '../../scoring/sums.ts';
import { shownSubject, type Seen } from '../seen.ts';
import type { CriterionMean, CriterionMeans } from '../slices/unit-slices.ts';
import type { Revealed } from '../../meeting/results.ts';
import type { ShownGroup } from '../../meeting/shown-results.ts';
import { countedBallots } from './counted-ballots.ts';

/**
 * Over the ballots that are left after a trim: of equal totals at its lower edge those with the lower hash go, at its upper
 * edge those with the higher. Where the group's value may be shown enough are left.
 *
 * @param group with why its value is not shown, null where it is
 */
export function criterionMeans(
  seen: Seen,
  one: Revealed,
  { group, why }: Pick<ShownGroup, 'group' | 'why'>,
): CriterionMeans {
  const { meeting } = seen;
  const scheme = schemeOf(meeting, one.attempt);
  if (why === 'floor' || why === 'uncounted') return none('withheld');
  if (group.counted === 0) return none('none');
  if (meeting.erasedAt !== null) return none('erased');
  const { category } = shownSubject(seen, one.result.subject);
  const form = formOfGroup(meeting, one.attempt.terms, group.group, category.id);
  if (!form) throw new Error(`${group.group} has ballots and no sheet`);
  const ballots = [...countedBallots(seen, one, group, form)].sort((a, b) =>
    byCodeUnits(a.hash, b.hash),
  );
  // Only ballots that still name their seats can be told apart by group.
  if (ballots.length !== group.counted) return none('unnamed');
  const totals = ballots.map(({ total }) => total);
  const value = valueOf(totals, scheme);
  if (!value || toFraction(value) !== group.value?.exact)
    throw new Error(`the ballots of ${group.group} on ${one.result.subject} give another value`);
  const left = afterSpread(totals, scheme);
  const kept = ballots.filter((_, n) => left[n] !== null);
  return {
    ballots: kept.length,
    lines: meansOf(
      form.lines,
      kept.map(({ scores }) => scores),
    ),
  };
}

/** The mean of each line over these ballots, and of each node by the weights below it. */
export function meansOf(
  lines: readonly Pick<Line, 'id' | 'name' | 'path' | 'max' | 'share'>[],
  ballots: readonly Scores[],
): readonly CriterionMean[] {
  const means = new Map(
    lines.map(({ id }) => [id, meanOf(ballots.map((scores) => markOf(scores, id)))]),
  );
  const meanIn = ({ id }: Pick<Line, 'id'>) => means.get(id) ?? ZERO;
  return lines.flatMap((line, n): readonly CriterionMean[] => {
    const before = lines[n - 1]?.path ?? [];
    const nodes = line.path.flatMap((name, level): readonly CriterionMean[] => {
      const path = line.path.slice(0, level + 1);
      // Its node began with an earlier line.
      if (n > 0 && startsWith(before, path)) return [];
      const rest = lines.slice(n);
      const end = rest.findIndex((one) => !startsWith(one.path, path));
      const own = end < 0 ? rest : rest.slice(0, end);
      const share = sum(own.map((one) => shareOf(one)));
      // Nothing in it weighs anything.
      if (share.n === 0n) return [];
      const points = own.map((one) =>
        divide(multiply(shareOf(one), meanIn(one)), decimal(one.max)),
      );
      const mean = divide(multiply(rational(100), sum(points)), share);
      return [
        {
          id: `${line.id}/${String(level)}`,
          kind: 'node',
          name,
          level,
          max: '100',
          mean: shown(mean),
        },
      ];
    });
    const { id, name, path, max } = line;
    return [
      ...nodes,
      { id, kind: 'line', name, level: path.length, max, mean: shown(meanIn(line)) },
    ];
  });
}

function startsWith(path: readonly string[], beginning: readonly string[]): boolean {
  return beginning.every((name, level) => path[level] === name);
}

function shareOf({ share }: Pick<Line, 'share'>): Rational {
  const value = fromShare(share);
  if (!value) throw new Error(`no share: ${share}`);
  return value;
}

function decimal(text: string): Rational {
  const value = fromDecimal(text);
  if (!value) throw new Error(`not a decimal: ${text}`);
  return value;
}

function markOf(scores: Scores, id: string): Rational {
  const mark = fromDecimal(String(own(scores, id)));
  if (!mark) throw new Error(`a counted ballot without a mark for ${id}`);
  return mark;
}

function meanOf(marks: readonly Rational[]): Rational {
  return divide(sum(marks), rational(marks.length));
}

function shown(value: Rational): string {
  return toDecimal(value, FEWEST_DECIMALS);
}

function none(why: Extract<CriterionMeans, { ballots: null }>['why']): CriterionMeans {
  return { ballots: null, why };
}
