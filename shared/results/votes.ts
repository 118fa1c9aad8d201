// A ballot over a list: chosen or approved, quorum and majority, and who shares the last place (RESULTS.md §7).
import { sum } from '../scoring/sums.ts';
import { compare, divide, multiply, rational, ZERO, type Rational } from '../scoring/rational.ts';
import { positive } from './amount.ts';
import type { CaseSeat, Vote } from './case.ts';
import { distinct, known, refuse } from './refused.ts';

export interface VoteResult {
  readonly id: string;
  /** The quorum was met, or none was asked for. */
  readonly valid: boolean;
  /** By option: ballots, or their weight where `weighted`. */
  readonly counts: ReadonlyMap<string, Rational>;
  readonly weighted: boolean;
  /** The one with most first. */
  readonly elected: readonly string[];
  /** Those of equal count of whom not all have a place. */
  readonly tied: readonly string[];
}

interface Cast {
  readonly group: string;
  readonly words: readonly string[] | null;
}

/** @throws Refused for a ballot that breaks the vote's own rules, and for a vote that contradicts itself. */
export function countVote(
  vote: Vote,
  seats: ReadonlyMap<string, CaseSeat>,
  weights: ReadonlyMap<string, Rational>,
): VoteResult {
  check(vote, seats);
  const { options, majority, quorum, weighted } = vote;
  const last = new Map<string, Cast>();
  for (const { seat, words } of vote.ballots) {
    if (!vote.seats.includes(seat)) refuse('unknown', seat);
    checkWords(vote, words);
    last.set(seat, { group: known(seats, seat).group, words });
  }
  const casts = [...last.values()];
  const measure = weighted ? byWeight(casts, weights) : byBallots(casts);
  const isFor = (option: string, place: number) =>
    measure(({ words }) =>
      vote.kind === 'choose' ? !!words?.includes(option) : words?.[place] === 'for',
    );
  const isDecided = (place: number) =>
    measure(({ words }) =>
      vote.kind === 'choose' ? words !== null : !!words && words[place] !== 'abstain',
    );
  const base = (place: number): Rational => {
    if (majority?.of === 'seats') return rational(vote.seats.length);
    return majority?.of === 'decided' ? isDecided(place) : measure(() => true);
  };
  const counts = new Map(options.map((option, place) => [option, isFor(option, place)]));
  const reaching = options.filter((option, place) => {
    const count = counts.get(option) ?? ZERO;
    if (count.n === 0n) return false;
    if (!majority) return true;
    const over = compare(count, multiply(positive(majority.share), base(place)));
    return majority.strict ? over > 0 : over >= 0;
  });
  const valid =
    !quorum ||
    compare(
      rational(casts.length),
      multiply(positive(quorum.share), rational(vote[quorum.of].length)),
    ) >= 0;
  const { elected, tied } = valid ? elect(reaching, counts, vote.n) : NOBODY;
  return { id: vote.id, valid, counts, weighted, elected, tied };
}

const NOBODY = { elected: [], tied: [] } as const;

/** The first n by count; of those who share the last place nobody. */
function elect(
  reaching: readonly string[],
  counts: ReadonlyMap<string, Rational>,
  n: number | undefined,
): Pick<VoteResult, 'elected' | 'tied'> {
  const count = (option: string) => counts.get(option) ?? ZERO;
  const sorted = [...reaching].sort((a, b) => compare(count(b), count(a)));
  const [last, next] = n === undefined ? [] : [sorted[n - 1], sorted[n]];
  if (last === undefined || next === undefined || compare(count(last), count(next)) !== 0)
    return { elected: sorted.slice(0, n), tied: [] };
  const limit = count(last);
  return {
    elected: sorted.filter((option) => compare(count(option), limit) > 0),
    tied: sorted.filter((option) => compare(count(option), limit) === 0),
  };
}

type Measure = (holds: (cast: Cast) => boolean) => Rational;

function byBallots(casts: readonly Cast[]): Measure {
  return (holds) => rational(casts.filter(holds).length);
}

/** Σ weight · share of the group's ballots / Σ weight over groups with a ballot. */
function byWeight(casts: readonly Cast[], weights: ReadonlyMap<string, Rational>): Measure {
  const groups = [...new Set(casts.map(({ group }) => group))].map((group) => ({
    weight: known(weights, group),
    mine: casts.filter((cast) => cast.group === group),
  }));
  const whole = sum(groups.map(({ weight }) => weight));
  return (holds) => {
    if (whole.n === 0n) return ZERO;
    const parts = groups.map(({ weight, mine }) =>
      multiply(weight, rational(mine.filter(holds).length, mine.length)),
    );
    return divide(sum(parts), whole);
  };
}

function check(vote: Vote, seats: ReadonlyMap<string, CaseSeat>): void {
  const { options, n, kind, exactly, majority, quorum, weighted } = vote;
  distinct(options);
  for (const id of [...distinct(vote.seats), ...distinct(vote.present)]) known(seats, id);
  for (const id of vote.present) if (!vote.seats.includes(id)) refuse('unknown', id);
  if (kind === 'choose' && n === undefined) refuse('vote', 'n');
  if (n !== undefined && (n < 1 || (exactly && n > options.length))) refuse('vote', 'n');
  if (weighted && majority?.of === 'seats') refuse('vote', 'majority');
  for (const share of [majority?.share, quorum?.share])
    if (share !== undefined && compare(positive(share), rational(1)) > 0) refuse('range', share);
}

function checkWords(
  { kind, options, n = 0, exactly }: Vote,
  words: Vote['ballots'][number]['words'],
) {
  if (!words) return;
  if (kind === 'approve') {
    if (words.length !== options.length) refuse('vote', 'words');
    if (words.some((word) => !['for', 'against', 'abstain'].includes(word))) refuse('vote', 'word');
    return;
  }
  if (exactly ? words.length !== n : words.length > n) refuse('vote', 'n');
  for (const word of distinct(words)) if (!options.includes(word)) refuse('unknown', word);
}
