// [R15] A figure that two surfaces show has the same digits on both, and those that the ballots come to: over meetings by
// chance, against shared/results/ and a second computation, each from a case made of the ballots alone.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inDecimals, isGreater, type Fraction } from '../../scripts/rehearsal/arithmetic.ts';
import { expectedOf } from '../../scripts/results/compare.ts';
import { schemeOf } from '../../shared/meeting/rounds.ts';
import type { Round } from '../../shared/meeting/round.ts';
import type { Scheme } from '../../shared/scoring/scheme.ts';
import type { Play } from '../builders.ts';
import { caseOf, type Counted } from '../meeting-case.ts';
import { played, randomMeeting } from '../random-meeting.ts';
import { repetitions, seed } from '../repetitions.ts';
import type { Ballot } from '../second/case.ts';
import { secondResult } from '../second-results.ts';
import { SURFACES } from '../surfaces.ts';

const CHANCES = { seed: seed(15), numRuns: repetitions(12, 500) };

/** What one subject came to, from its ballots. */
interface Computed {
  readonly subject: string;
  readonly category: string;
  /** Sequence numbers: of the opening by time, of the reveal. */
  readonly openedAt: number;
  readonly revealed: number;
  readonly exact: string | null;
  readonly kept: string | null;
  readonly groups: readonly ComputedGroup[];
  readonly scheme: Scheme;
}

interface ComputedGroup {
  readonly id: string;
  readonly weight: string;
  readonly totals: number;
  readonly abstained: number;
  readonly exact: string | null;
  readonly kept: string | null;
}

const fraction = (exact: string): Fraction => {
  const [n = '0', d = '1'] = exact.split('/');
  return { n: BigInt(n), d: BigInt(d) };
};
const same = (a: Fraction, b: Fraction) => !isGreater(a, b) && !isGreater(b, a);

/** By subject: exact value and four decimals, alike from both computations. */
function valuesOf(
  case_: ReturnType<typeof caseOf>,
): ReadonlyMap<string, [string | null, string | null]> {
  const [one, other] = [expectedOf(case_), secondResult(case_)].map((result) => {
    expect(result).not.toHaveProperty('refused');
    const { subjects } = result as unknown as {
      readonly subjects: readonly { id: string; exact: string | null; total: string | null }[];
    };
    return new Map(
      subjects.map(({ id, exact, total }) => [
        id,
        [exact, total] as [string | null, string | null],
      ]),
    );
  });
  expect(one).toEqual(other);
  return one!;
}

function computed(play: Play, round: Round, attempt: Counted): readonly Computed[] {
  const { meeting } = play;
  const scores = valuesOf(caseOf(play, round, attempt));
  const byGroup = attempt.terms.weights.map(({ group, weight }) => ({
    ...{ id: group, weight },
    values: valuesOf(caseOf(play, round, attempt, group)),
  }));
  const { ballots } = caseOf(play, round, attempt).rounds[0]!;
  const groupOf = (seat: string) =>
    [...meeting.seats.values()].find(({ id }) => id === seat)?.group ?? '';
  return attempt.closing.turnout.map(({ subject }): Computed => {
    const last = new Map<string, Ballot>();
    for (const one of ballots) if (one[1] === subject) last.set(one[0], one);
    const [exact, kept] = scores.get(subject)!;
    return {
      ...{ subject, exact, kept, openedAt: attempt.openedAt },
      revealed: attempt.phase === 'revealed' ? attempt.revealed : Infinity,
      category: meeting.subjects.get(subject)?.category ?? '',
      scheme: schemeOf(meeting, attempt),
      groups: byGroup.map(({ id, weight, values }) => {
        const mine = [...last.values()].filter(([seat]) => groupOf(seat) === id);
        const [value, shown] = values.get(subject)!;
        return {
          ...{ id, weight, exact: value, kept: shown },
          totals: mine.filter(([, , what]) => what !== 'abstain').length,
          abstained: mine.filter(([, , what]) => what === 'abstain').length,
        };
      }),
    };
  });
}

/** RESULTS §2, once more: how many are left, from how many on they are shown. */
const leftOf = (n: number, { spread }: Scheme) =>
  spread.kind === 'trim' && n - 2 * spread.t >= 3 ? n - 2 * spread.t : n;
const needed = ({ centre, floor }: Scheme) => (centre === 'median' ? 2 * floor - 1 : floor);

function whyNot({ exact, groups, scheme }: Computed): string | null {
  const heavy = groups.filter(({ weight }) => weight !== '0');
  const counts = heavy.filter((group) => group.exact !== null);
  const left = counts.reduce((sum, { totals }) => sum + leftOf(totals, scheme), 0);
  if (exact !== null) return left < needed(scheme) ? 'floor' : null;
  const lost = heavy.filter((group) => group.exact === null && group.totals > 0);
  const none = heavy.filter(({ totals }) => totals === 0);
  if (counts.length === 0) return lost.length > 0 ? 'floor' : 'no-ballots';
  return none.length > 0 ? 'group-without-ballots' : 'floor';
}

function meanOf(one: Computed, group: ComputedGroup): string {
  const isSmall = ({ totals }: ComputedGroup) =>
    totals > 0 && leftOf(totals, one.scheme) < needed(one.scheme);
  const isIn = ({ weight, exact }: ComputedGroup) => weight !== '0' && exact !== null;
  const closed = one.groups.some((other) => isSmall(other) && isIn(other));
  if (closed || isSmall(group) || group.exact === null) return '–';
  return inDecimals(fraction(group.exact), 2);
}

/** The fewest decimals from two on with which it reads like no other that differs. */
function digitsOf(own: Fraction, others: readonly Fraction[]): string {
  for (let places = 2; ; places++) {
    const text = inDecimals(own, places);
    if (others.every((other) => same(own, other) || inDecimals(other, places) !== text))
      return text;
  }
}

/** Every figure of what stands, from the ballots. */
function expectedFigures(play: Play): ReadonlyMap<string, string> {
  const { meeting } = play;
  const figures = new Map<string, string>();
  const all = [...meeting.rounds.values()].flatMap((round) =>
    round.attempts.flatMap((attempt) =>
      attempt.phase === 'revealed' ? computed(play, round, attempt) : [],
    ),
  );
  const standing = new Map<string, Computed>();
  for (const one of [...all].sort((a, b) => a.revealed - b.revealed)) {
    const before = standing.get(one.subject);
    if (!before || before.openedAt <= one.openedAt) standing.set(one.subject, one);
  }
  const ranked = [...standing.values()].flatMap((one) =>
    one.exact !== null && whyNot(one) === null && !meeting.out.has(one.subject as never)
      ? [{ ...one, value: fraction(one.exact) }]
      : [],
  );
  for (const one of standing.values()) {
    const { subject, groups, exact } = one;
    const mine = ranked.find((other) => other.subject === subject);
    const why = whyNot(one);
    const value = exact !== null && why === null ? fraction(exact) : null;
    const others = mine ? ranked.map((other) => other.value) : [];
    const place = (among: readonly { readonly value: Fraction }[]) =>
      mine ? String(1 + among.filter((other) => isGreater(other.value, mine.value)).length) : '–';
    const alike = ranked.filter((other) => mine && same(other.value, mine.value));
    figures.set(`score ${subject}`, value ? digitsOf(value, others) : '–');
    const mates = ranked.filter(({ category }) => mine && category === one.category);
    const beside = mates.map((other) => other.value);
    figures.set(`categoryScore ${subject}`, value ? digitsOf(value, beside) : '–');
    figures.set(`why ${subject}`, why ?? '–');
    figures.set(`rank ${subject}`, place(ranked));
    figures.set(
      `categoryRank ${subject}`,
      place(ranked.filter(({ category }) => category === one.category)),
    );
    figures.set(`tied ${subject}`, String(alike.length > 1));
    figures.set(`exact ${subject}`, exact ?? '–');
    figures.set(`kept ${subject}`, one.kept ?? '–');
    const cast = groups.map(({ totals, abstained }) => totals + abstained);
    figures.set(`ballots ${subject}`, String(cast.reduce((sum, n) => sum + n, 0)));
    groups.forEach((group, n) => {
      figures.set(`mean ${subject} ${group.id}`, meanOf(one, group));
      figures.set(`kept ${subject} ${group.id}`, group.kept ?? '–');
      figures.set(`weight ${subject} ${group.id}`, group.weight);
      figures.set(`cast ${subject} ${group.id}`, String(cast[n]));
    });
  }
  for (const round of meeting.rounds.values()) {
    const attempt = round.attempts.at(-1);
    if (attempt?.phase !== 'closed' || !attempt.opened) continue;
    for (const one of computed(play, round, attempt))
      for (const group of one.groups)
        figures.set(`opened ${one.subject} ${group.id}`, meanOf(one, group));
  }
  for (const [id, { attempts }] of meeting.rounds) {
    const newest = [...play.box.kept(id, attempts.length)].sort(
      (a, b) => a.ballot.rev - b.ballot.rev,
    );
    for (const { ballot } of newest) {
      if (ballot.matter.kind !== 'subject') continue;
      const marks = ballot.choice.kind === 'scores' ? Object.entries(ballot.choice.scores) : null;
      // Of the other sheet it is only to be the same everywhere. This one has 100 points, each worth one.
      if (marks?.some(([line]) => !line.startsWith('c'))) continue;
      const total = marks ? `${String(marks.reduce((sum, [, mark]) => sum + mark, 0))}.00` : '–';
      figures.set(
        `own ${id} ${String(attempts.length)} ${ballot.matter.id} ${String(ballot.seat)}`,
        total,
      );
    }
  }
  return figures;
}

it(`every surface shows the figures that the ballots come to (seed ${String(CHANCES.seed)})`, () => {
  /** Which surfaces showed a figure of each kind, beyond saying that there is none. */
  const shownBy = new Map<string, Set<string>>();
  const look = (play: Play) => {
    const wanted = expectedFigures(play);
    const seen = new Map<string, string>();
    for (const { name, figures } of SURFACES)
      for (const [what, digits] of figures(play)) {
        const first = seen.get(what) ?? digits;
        seen.set(what, first);
        // Who was expected is known at the close alone, so it is only to be the same everywhere.
        const isCompared = /^(expected|own) /.test(what) && !wanted.has(what);
        const right = isCompared ? first : wanted.get(what);
        expect(`${name}: ${what} ${digits}`).toBe(`${name}: ${what} ${String(right)}`);
        const [kind = ''] = what.split(' ');
        if (digits !== '–') shownBy.set(kind, (shownBy.get(kind) ?? new Set()).add(name));
      }
  };
  fc.assert(
    fc.property(randomMeeting, (plan) => {
      played(plan, look);
    }),
    CHANCES,
  );
  for (const kind of [
    'score',
    'why',
    'rank',
    'mean',
    'cast',
    'expected',
    'weight',
    'own',
    'ballots',
    'opened',
  ])
    expect([kind, (shownBy.get(kind)?.size ?? 0) > 1]).toEqual([kind, true]);
});
