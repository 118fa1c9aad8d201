// [RESULTS §10] What leaves the server, clause by clause: what is withheld, and that nothing else goes along.
import { describe, expect, it } from 'vitest';
import { certaintyOf, type RevealedSubject } from '../../../shared/results/certainty/permitted.ts';
import { rational } from '../../../shared/scoring/rational.ts';

const HEAD = 'ab'.repeat(32);

interface Wanted {
  readonly subjects?: number;
  /** Seats of each group; the first weighs 3, the others 1. */
  readonly seats?: readonly number[];
  readonly floor?: number;
  /** The total of a seat, by its group's number and its own, on a subject; null: none. */
  readonly total?: (subject: number, group: number, seat: number) => number | null;
  readonly more?: (subject: number) => Partial<RevealedSubject>;
}

/** Levels ten points apart, raters up to three points apart, and a little noise. */
const usual = (subject: number, group: number, seat: number) =>
  90 - 10 * subject + (seat % 4) - group + ((seat * 5 + subject * (1 + (seat % 5)) + group) % 3);

function subjects({ subjects: n = 4, seats = [12, 6], floor = 5, total = usual, more }: Wanted) {
  return Array.from({ length: n }, (_, subject): RevealedSubject => ({
    id: `u${String(subject)}`,
    category: 'c',
    kind: 'live',
    secrecy: 'named',
    withheld: false,
    erased: false,
    rules: {
      spread: { kind: 'none' },
      centre: 'mean',
      emptyGroup: 'rescale',
      belowFloor: 'count',
      floor,
    },
    groups: seats.map((count, group) => ({
      id: `g${String(group)}`,
      weight: rational(group === 0 ? 3 : 1),
      ballots: Array.from({ length: count }, (_x, seat) => seat).flatMap((seat) => {
        const given = total(subject, group, seat);
        return given === null
          ? []
          : [{ seat: `g${String(group)}-${String(seat)}`, total: rational(given) }];
      }),
    })),
    ...more?.(subject),
  }));
}

const found = (wanted: Wanted) => of(subjects(wanted));
const of = (all: readonly RevealedSubject[]) =>
  certaintyOf({ subjects: all, groups: ['g0', 'g1'], head: HEAD });
const why = (figure: { readonly ok: boolean; readonly why?: string } | undefined) =>
  figure?.ok === false ? figure.why : null;

describe('agreement', () => {
  it('over all, and of each group of the floor; of a smaller one a dash', () => {
    const { sets } = found({ seats: [12, 4] });
    expect(sets).toHaveLength(1);
    expect(sets[0]?.all).toEqual({
      w: { ok: true, value: '1.00' },
      icc: { ok: true, value: '1.00' },
    });
    expect(sets[0]?.groups.map(({ group, w, icc }) => [group, why(w), why(icc)])).toEqual([
      ['g0', null, null],
      ['g1', 'floor', 'floor'],
    ]);
    const [all] = found({ seats: [3, 1] }).sets;
    expect([why(all?.all.w), why(all?.groups[1]?.w)]).toEqual(['floor', 'few-raters']);
  });

  it('the floor counts raters of every subject, not seats', () => {
    const { sets } = found({
      total: (s, g, seat) => (g === 0 && seat >= 4 && s === 2 ? null : usual(s, g, seat)),
    });
    expect(sets[0]?.groups.map(({ icc }) => why(icc))).toEqual(['floor', null]);
  });

  it('not of fewer than three subjects', () => {
    expect(why(found({ subjects: 2 }).sets[0]?.all.icc)).toBe('three-subjects');
    expect(why(found({ subjects: 1 }).sets[0]?.all.w)).toBe('few-subjects');
  });

  it('of live and of written rounds apart', () => {
    const { sets } = found({ subjects: 7, more: (n) => ({ kind: n < 3 ? 'live' : 'written' }) });
    expect(sets.map(({ kind, subjects: count }) => [kind, count])).toEqual([
      ['live', 3],
      ['written', 4],
    ]);
    expect(found({ more: () => ({ kind: 'written' }) }).sets.map(({ kind }) => kind)).toEqual([
      'written',
    ]);
  });
});

describe('severity', () => {
  it('the standard deviation of ten raters of three subjects or more', () => {
    // Twelve raters, six of them one point above the others: √(12 · 0.25 / 11) = 0.52.
    const total = (s: number, _g: number, seat: number) => 80 - 9 * s + (seat % 2);
    expect(found({ seats: [12], total }).sets[0]?.severity).toEqual({ ok: true, value: '0.52' });
    expect(why(found({ seats: [9], total }).sets[0]?.severity)).toBe('ten-raters');
    // Three of the twelve rated two subjects only.
    const seldom = (s: number, g: number, seat: number) =>
      seat < 3 && s > 1 ? null : total(s, g, seat);
    expect(why(found({ seats: [12], total: seldom }).sets[0]?.severity)).toBe('ten-raters');
    expect(why(found({ subjects: 2, seats: [12], total }).sets[0]?.severity)).toBe('ten-raters');
  });

  it('not where the graph of who rated whom falls apart', () => {
    const apart = found({
      seats: [12, 12],
      total: (s, g, seat) => (s % 2 === g ? usual(s, g, seat) : null),
    });
    expect(why(apart.sets[0]?.severity)).toBe('apart');
    expect(why(apart.annex)).toBe('apart');
    expect(apart.ranks.ok).toBe(true);
  });
});

describe('far-out ballots', () => {
  /** So many of the first raters give the first subject six points less. */
  const angry = (count: number) => (s: number, g: number, seat: number) =>
    usual(s, g, seat) - (s === 0 && g === 0 && seat < count ? 6 : 0);

  it('are one number for the whole meeting, and below five not that', () => {
    const many = { subjects: 6, seats: [120, 6] };
    expect(found({ ...many, total: angry(0) }).farOut).toEqual({ ok: true, value: null });
    expect(found({ ...many, total: angry(4) }).farOut).toEqual({ ok: true, value: null });
    expect(found({ ...many, total: angry(5) }).farOut).toEqual({ ok: true, value: 5 });
    // Three in the live rounds and three in the written ones.
    const total = (s: number, g: number, seat: number) =>
      usual(s % 6, g, seat) - (s % 6 === 0 && g === 0 && seat < 3 ? 6 : 0);
    const both = found({
      ...many,
      subjects: 12,
      total,
      more: (n) => ({ kind: n < 6 ? 'live' : 'written' }),
    });
    expect(both.farOut).toEqual({ ok: true, value: 6 });
  });

  it('do not exist where as much is fitted as there are ballots', () => {
    expect(why(found({ subjects: 1 }).farOut)).toBe('no-freedom');
  });
});

describe('ranks', () => {
  it('the two ends of each interval and the annex, as whole ranks, of subjects with a score', () => {
    const all = found({ total: (s, g, seat) => (s === 3 ? null : usual(s, g, seat)) });
    expect(all.ranks).toEqual({
      ok: true,
      value: [0, 1, 2].map((n) => ({
        subject: `u${String(n)}`,
        overall: [n + 1, n + 1],
        category: [n + 1, n + 1],
      })),
    });
    expect(all.annex).toEqual({
      ok: true,
      value: [0, 1, 2].map((n) => ({ subject: `u${String(n)}`, overall: n + 1, category: n + 1 })),
    });
  });

  it('with everybody equally severe whoever met the severe raters moves up', () => {
    // The second half of the raters gives ten points less, and only it rated the first subject.
    const total = (s: number, _g: number, seat: number) =>
      s === 0 && seat < 6
        ? null
        : s === 1 && seat >= 6
          ? null
          : (s === 0 ? 84 : s === 1 ? 82 : 70 - s) - (seat >= 6 ? 10 : 0);
    const { annex } = found({ seats: [12], total });
    expect(annex.ok && annex.value.map(({ overall }) => overall)).toEqual([1, 2, 3, 4]);
    const before = subjects({ seats: [12], total });
    expect(before[0]?.groups[0]?.ballots[0]?.total).toEqual(rational(74));
    expect(before[1]?.groups[0]?.ballots[0]?.total).toEqual(rational(82));
  });

  it('not of one subject or one rater', () => {
    expect(why(found({ subjects: 1 }).ranks)).toBe('few-subjects');
    expect(why(found({ seats: [1] }).ranks)).toBe('few-raters');
    expect(why(found({ seats: [1] }).annex)).toBe('few-raters');
  });
});

it('where a group’s mean is withheld for any subject: no interval, no annex, no W; of the other set’s W nothing changes', () => {
  const kinds = (n: number) => ({ kind: n < 3 ? ('live' as const) : ('written' as const) });
  const all = found({ subjects: 6, more: (n) => ({ ...kinds(n), withheld: n === 4 }) });
  expect([why(all.ranks), why(all.annex)]).toEqual(['withheld', 'withheld']);
  const [live, written] = all.sets;
  expect([why(live?.all.w), why(live?.groups[0]?.w)]).toEqual([null, null]);
  expect([why(written?.all.w), why(written?.groups[0]?.w)]).toEqual(['withheld', 'withheld']);
  expect([why(written?.all.icc), why(written?.severity), why(all.farOut)]).toEqual([
    null,
    null,
    null,
  ]);
});

it.each(['sealed', 'erased'] as const)(
  '%s ballots of one seat cannot be joined: a dash for all that joins them',
  (how) => {
    const kinds = (n: number) => ({ kind: n < 3 ? ('live' as const) : ('written' as const) });
    const shut = how === 'sealed' ? { secrecy: 'sealed' as const } : { erased: true };
    const all = found({ subjects: 6, more: (n) => ({ ...kinds(n), ...(n === 5 ? shut : {}) }) });
    const [live, written] = all.sets;
    expect([all.farOut, all.ranks, all.annex].map(why)).toEqual([how, how, how]);
    expect(
      [written?.all.w, written?.all.icc, written?.groups[1]?.icc, written?.severity].map(why),
    ).toEqual([how, how, how, how]);
    expect([live?.all.w, live?.all.icc, live?.severity].map(why)).toEqual([null, null, null]);
  },
);

it('no seat, total, score, effect or residual is in what leaves', () => {
  const all = found({ subjects: 6, more: (n) => ({ kind: n < 3 ? 'live' : 'written' }) });
  expect(JSON.stringify(all)).not.toMatch(/g\d-|seat|rater(?!s)|effect|residual|error|total|score/);
  const keys = new Set<string>();
  JSON.stringify(all, (key, value: unknown) => (keys.add(key), value));
  expect([...keys].filter((key) => !/^\d*$/.test(key)).sort()).toEqual([
    'all',
    'annex',
    'category',
    'farOut',
    'group',
    'groups',
    'icc',
    'kind',
    'ok',
    'overall',
    'ranks',
    'sets',
    'severity',
    'subject',
    'subjects',
    'value',
    'w',
  ]);
});
