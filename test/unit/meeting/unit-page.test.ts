// A unit's page: its score opened down to groups and criteria, by hand-written arithmetic, and what it keeps to itself.
import { describe, expect, it } from 'vitest';
import type { Choice } from '../../../shared/ballots/ballot.ts';
import type { StaffCommand } from '../../../shared/meeting/commands.ts';
import { SCHEME_DEFAULTS, type Scheme } from '../../../shared/scoring/scheme.ts';
import { meansOf } from '../../../shared/views/numbers/criterion-means.ts';
import { resultsSlice } from '../../../shared/views/numbers/public-results.ts';
import { unitPage } from '../../../shared/views/numbers/unit-page.ts';
import {
  ABSTAIN,
  groupId,
  itemId,
  reviewerId,
  roundId,
  scores,
  scoring,
  subjectId,
  type Play,
} from '../../builders.ts';

const U1 = subjectId('U1');
const ROUND = roundId('score');
const CLOSE = { type: 'CloseRound', round: ROUND } as const;
const REVEAL = { type: 'RevealRound', round: ROUND } as const;

/** A sheet worth this total: the criteria of 40 and 20 take what the others leave. */
function worth(total: number): Choice {
  const c1 = Math.min(40, total);
  const c2 = Math.min(20, total - c1);
  const c3 = Math.min(25, total - c1 - c2);
  return scores(c1, c2, c3, total - c1 - c2 - c3);
}

const adopt = (changes: Partial<Scheme>): StaffCommand => ({
  type: 'AdoptScheme',
  scheme: { ...SCHEME_DEFAULTS, id: 'main', ...changes },
});

/** U1 scored by groups of these sizes and weights, up to the close; `null` abstains. */
function closed(
  groups: readonly { readonly weight: number; readonly totals: readonly (number | null)[] }[],
  scheme: Partial<Scheme> = {},
  before: (play: Play) => void = () => undefined,
): Play {
  const play = scoring('hidden', { groups: groups.map(({ totals }) => totals.length) });
  play.staff({
    type: 'SetWeights',
    weights: groups.map(({ weight }, n) => ({ group: groupId(`G${String(n + 1)}`), weight })),
  });
  play.staff(adopt(scheme));
  before(play);
  play.staff({ type: 'OpenRound', item: itemId('score') });
  groups
    .flatMap(({ totals }) => totals)
    .forEach((total, n) => {
      const seat = `S${String(n + 1).padStart(3, '0')}`;
      if (play.decideCast(seat, 'score', 1, ABSTAIN).ok)
        play.cast(seat, 'score', 1, total === null ? ABSTAIN : worth(total));
    });
  return play.staff(CLOSE);
}

const revealed = (...given: Parameters<typeof closed>) => closed(...given).staff(REVEAL);
const resultOf = (play: Play) => {
  const { result } = unitPage(play, U1);
  if (!result) throw new Error('nothing is revealed');
  return result;
};

/** Three groups: two that a trim leaves five of, and one of two ballots that weighs nothing. */
const THREE = [
  { weight: 60, totals: [60, 70, 72, 74, 76, 78, 100] },
  { weight: 40, totals: [50, 79, 80, 81, 83, 84, 99] },
  { weight: 0, totals: [90, 10] },
];
const TRIM = { spread: { kind: 'trim', t: 1 } } as const;

describe('a unit’s page, in figures', () => {
  it('shows each group’s value, weight and part, and the score that the parts add up to', () => {
    const { score, groups, sum, scheme } = resultOf(revealed(THREE, TRIM));
    // (70 + 72 + 74 + 76 + 78) / 5 = 74; (79 + 80 + 81 + 83 + 84) / 5 = 81.4; 0.6 · 74 + 0.4 · 81.4 = 44.40 + 32.56.
    expect(
      groups.map(({ mean, weight, share, part, dropped }) => [mean, weight, share, part, dropped]),
    ).toEqual([
      ['74.00', 60, '60', '44.40', 1],
      ['81.40', 40, '40', '32.56', 1],
      [null, 0, null, null, 0],
    ]);
    expect([score, sum]).toEqual(['76.96', '76.96']);
    expect(scheme).toEqual({
      ...{ ...TRIM, centre: 'mean', emptyGroup: 'rescale', belowFloor: 'count', floor: 5 },
    });
  });

  it('says what the shown parts come to where rounding parts them from the score', () => {
    const third = (total: number) => ({ weight: 1, totals: [total, 0, 0, 0, 0, 0] });
    // 12 + 1/6, 12 + 1/6, 12 + 1/6 of weight a third each: 4.06 three times, and 12.17 together.
    const { score, sum, groups } = resultOf(revealed([third(73), third(73), third(73)]));
    expect(groups.map(({ part, share }) => [part, share])).toEqual([
      ['4.06', '33.33'],
      ['4.06', '33.33'],
      ['4.06', '33.33'],
    ]);
    expect([score, sum]).toEqual(['12.17', '12.18']);
  });

  it('gives an empty group’s weight to the others, or no score, as the scheme says', () => {
    const groups = [
      { weight: 30, totals: [80, 80, 80, 80, 80] },
      { weight: 10, totals: [60, 60, 60, 60, 60] },
      { weight: 60, totals: [null, null] },
    ];
    const rescaled = resultOf(revealed(groups));
    expect(rescaled.groups.map(({ share, part, why }) => [share, part, why])).toEqual([
      ['75', '60.00', null],
      ['25', '15.00', null],
      [null, null, 'none'],
    ]);
    expect(rescaled.groups[2]).toMatchObject({ expected: 2, counted: 2, scored: 0, abstained: 2 });
    expect(rescaled.score).toBe('75.00');
    const incomplete = resultOf(revealed(groups, { emptyGroup: 'incomplete' }));
    expect(incomplete).toMatchObject({ score: null, why: 'group-without-ballots', sum: null });
    expect(incomplete.groups.map(({ part }) => part)).toEqual([null, null, null]);
    expect(incomplete.places).toBeNull();
  });

  it('counts who was recused in each group, and expects none of them', () => {
    const play = revealed(THREE, { floor: 2 }, (before) => {
      for (const reviewer of ['R1', 'R8', 'R9'])
        before.staff({ type: 'DeclareRecusal', reviewer: reviewerId(reviewer), subject: U1 });
    });
    const { groups, round } = resultOf(play);
    expect(groups.map(({ recused, expected }) => [recused, expected])).toEqual([
      [1, 6],
      [2, 5],
      [0, 2],
    ]);
    expect(round).toMatchObject({ kind: 'live', attempt: 1, expected: 13, ballots: 13, units: 1 });
    expect(groups[0]?.criteria).toMatchObject({ ballots: 6 });
  });

  it('names places, of how many, and with whom they are shared', () => {
    const play = revealed([{ weight: 1, totals: [80, 80, 80, 80, 80] }]);
    for (const [n, total] of [
      [3, 80],
      [2, 90],
    ] as const) {
      const id = itemId(`s${String(n)}`);
      const subject = subjectId(`U${String(n)}`);
      const item = { id, kind: 'score', subjects: [subject], secrecy: 'named' } as const;
      play.staff({
        type: 'AddItems',
        after: null,
        items: [{ ...item, sheet: 'live', disclosure: 'hidden', seconds: 60 }],
      });
      play.staff({ type: 'EnterItem', item: id }).staff({ type: 'OpenRound', item: id });
      for (let seat = 1; seat <= 5; seat++) play.cast(`S00${String(seat)}`, id, 1, worth(total));
      play.staff({ type: 'CloseRound', round: roundId(id) });
      play.staff({ type: 'RevealRound', round: roundId(id) });
    }
    const { places } = resultOf(play);
    const shared = [{ id: 'U3', name: '第3单位' }];
    expect(places).toMatchObject({
      category: { rank: 1, of: 2, all: 2, shared },
      overall: { rank: 2, of: 3, all: 4, shared },
    });
    expect(unitPage(play, subjectId('U2')).result?.places?.overall.shared).toEqual([]);
    expect(unitPage(play, subjectId('U4'))).toMatchObject({ result: null, pending: null });
    play.staff({ type: 'WithdrawSubject', subject: U1, reason: '撤并' });
    expect(resultOf(play)).toMatchObject({ score: '80.00', places: null });
  });

  it('[R13] lists results that stand no longer, and says that a repetition is on and nothing of it', () => {
    const play = revealed([{ weight: 1, totals: [80, 80, 80, 80, 80] }]);
    expect(unitPage(play, U1)).toMatchObject({ pending: null, earlier: [] });
    play.now += 60_000;
    play.staff({ type: 'RepeatRound', round: ROUND, reason: '话筒没有声音' });
    const again = { kind: 'live', attempt: 2, reason: '话筒没有声音' };
    expect(unitPage(play, U1).pending).toEqual({ ...again, phase: 'open' });
    for (let seat = 1; seat <= 5; seat++) play.cast(`S00${String(seat)}`, 'score', 1, worth(60));
    play.staff(CLOSE);
    expect(unitPage(play, U1).pending).toEqual({ ...again, phase: 'closed' });
    expect(resultOf(play).score).toBe('80.00');
    play.now += 60_000;
    play.staff(REVEAL);
    const { result, earlier, pending } = unitPage(play, U1);
    expect(result?.score).toBe('60.00');
    expect(result?.round).toMatchObject({
      ...{ attempt: 2, reason: '话筒没有声音' },
      ...{ openedAt: play.now - 60_000, closedAt: play.now - 60_000, revealedAt: play.now },
    });
    expect(pending).toBeNull();
    expect(earlier).toMatchObject([
      {
        ...{ kind: 'live', attempt: 1, score: '80.00' },
        ended: { by: 'repeated', reason: '话筒没有声音' },
      },
    ]);
  });
});

describe('a unit’s page, criterion by criterion', () => {
  const criteriaOf = (play: Play, n = 0) => resultOf(play).groups[n]?.criteria;

  it('gives the means of the ballots that a trim leaves', () => {
    const criteria = criteriaOf(revealed(THREE, TRIM));
    // 70 … 78 without 60 and 100: 40 each, 20 each, and 10, 12, 14, 16, 18 of 25.
    expect(criteria).toMatchObject({
      ballots: 5,
      lines: [
        { id: 'c1', kind: 'line', name: '重点工作完成', level: 0, max: '40', mean: '40.00' },
        { id: 'c2', max: '20', mean: '20.00' },
        { id: 'c3', max: '25', mean: '14.00' },
        { id: 'c4', max: '15', mean: '0.00' },
      ],
    });
  });

  it('counts the newest revision of each seat, and of those no abstention', () => {
    const play = scoring('hidden', { groups: [7] }).staff({
      type: 'OpenRound',
      item: itemId('score'),
    });
    for (let n = 1; n <= 6; n++) play.cast(`S00${String(n)}`, 'score', 1, scores(10, 10, 10, 10));
    play.cast('S001', 'score', 2, scores(40, 10, 10, 10)).cast('S007', 'score', 1, ABSTAIN);
    // 10 five times and 40 once.
    expect(criteriaOf(play.staff(CLOSE).staff(REVEAL))).toMatchObject({
      ballots: 6,
      lines: [{ mean: '15.00' }, { mean: '10.00' }, { mean: '10.00' }, { mean: '10.00' }],
    });
  });

  it('shows each group the lines that it filled, under their nodes', () => {
    const leaf = (id: string, more: object = {}) => ({
      ...{ id, name: id.toUpperCase(), weight: '1', max: '10', step: '0.5' },
      ...more,
    });
    const play = scoring('hidden', { groups: [5, 5] });
    play.staff({
      type: 'AdoptSheet',
      sheet: {
        ...{ id: 'live', name: '新表' },
        children: [
          { id: 'n', name: '工作', weight: '3', children: [leaf('a'), leaf('b')] },
          leaf('c', { groups: ['G1'] }),
        ],
      },
    });
    play.staff({ type: 'OpenRound', item: itemId('score') });
    for (let n = 1; n <= 5; n++) {
      const marks = { a: 8.5, b: 4 };
      play.cast(`S00${String(n)}`, 'score', 1, { kind: 'scores', scores: { ...marks, c: n } });
      const other = `S${String(n + 5).padStart(3, '0')}`;
      play.cast(other, 'score', 1, { kind: 'scores', scores: marks });
    }
    play.staff(CLOSE).staff(REVEAL);
    const linesIn = (n: number) => {
      const criteria = criteriaOf(play, n);
      return criteria?.ballots === 5
        ? criteria.lines.map(({ kind, name, mean, max }) => [kind, name, mean, max])
        : criteria;
    };
    const work = [
      ['node', '工作', '62.50', '100'],
      ['line', 'A', '8.50', '10'],
      ['line', 'B', '4.00', '10'],
    ];
    expect(linesIn(0)).toEqual([...work, ['line', 'C', '3.00', '10']]);
    expect(linesIn(1)).toEqual(work);
    // (3 · 62.5 + 30) / 4 and 62.5 alone.
    expect(resultOf(play).groups.map(({ mean }) => mean)).toEqual(['54.38', '62.50']);
    expect(resultOf(play).round.sheets).toEqual([{ name: '新表', version: 2 }]);
  });

  it('gives a node of the sheet the mean that its lines make by their weights, at any depth', () => {
    const line = (id: string, share: string, ...path: readonly string[]) => ({
      ...{ id, name: id.toUpperCase(), path, max: '10' },
      share,
    });
    const lines = [
      line('a', '1/4', '甲', '甲一'),
      line('b', '1/4', '甲', '甲一'),
      line('c', '1/4', '甲'),
      line('d', '1/4'),
      line('e', '0/1', '乙'),
    ];
    const ballots = [
      { a: 8, b: 2.5, c: 10, d: 1, e: 9 },
      { a: 6, b: 3.5, c: 4, d: 2, e: 9 },
    ];
    // 甲一: (7 + 3) / 20; 甲: (7 + 3 + 7) / 30; 乙 weighs nothing.
    expect(
      meansOf(lines, ballots).map(({ name, level, max, mean }) => [name, level, max, mean]),
    ).toEqual([
      ['甲', 0, '100', '56.67'],
      ['甲一', 1, '100', '50.00'],
      ['A', 2, '10', '7.00'],
      ['B', 2, '10', '3.00'],
      ['C', 1, '10', '7.00'],
      ['D', 0, '10', '1.50'],
      ['E', 1, '10', '9.00'],
    ]);
  });

  it('[R6] has none below the floor, counted after the trim, nor from fewer than a median needs', () => {
    const of = (n: number) => [{ weight: 1, totals: Array.from({ length: n }, () => 80) }];
    const few = { ballots: null, why: 'withheld' };
    expect(criteriaOf(revealed(of(5)))).toMatchObject({ ballots: 5 });
    expect(criteriaOf(revealed(of(6), TRIM))).toEqual(few);
    expect(criteriaOf(revealed(of(7), TRIM))).toMatchObject({ ballots: 5 });
    expect(criteriaOf(revealed(of(8), { centre: 'median' }))).toEqual(few);
    expect(criteriaOf(revealed(of(9), { centre: 'median' }))).toMatchObject({ ballots: 9 });
    expect(criteriaOf(revealed(of(10), { centre: 'median', ...TRIM }))).toEqual(few);
  });

  it('[R14] has none after an erasure, and none from ballots that name nobody', () => {
    const erased = revealed(THREE);
    erased.now = Date.UTC(2030, 0);
    erased.staff({ type: 'ErasePeople' });
    erased.box.eraseVoters();
    expect(criteriaOf(erased)).toEqual({ ballots: null, why: 'erased' });
    expect(resultOf(erased).groups[0]?.mean).toBe('75.71');
    const unnamed = revealed(THREE);
    unnamed.box.eraseVoters();
    expect(criteriaOf(unnamed)).toEqual({ ballots: null, why: 'unnamed' });
  });
});

describe('[R6] what a unit’s page keeps to itself', () => {
  it('where a small group has weight, no group’s value, part or criterion is shown', () => {
    const small = [
      { weight: 50, totals: [70, 70, 70, 70, 70, 70, 70] },
      { weight: 50, totals: [80, 80] },
    ];
    const other = [
      { weight: 50, totals: [80, 80, 80, 80, 80, 80, 80] },
      { weight: 50, totals: [70, 70] },
    ];
    const { score, groups, sum } = resultOf(revealed(small));
    expect([score, sum]).toEqual(['75.00', null]);
    for (const { mean, part, why, criteria } of groups)
      expect([mean, part, why, criteria]).toEqual([
        ...[null, null, 'floor'],
        { ballots: null, why: 'withheld' },
      ]);
    // The same score from other values: nothing on the page tells the two apart but the box's own root.
    const seen = (play: Play) =>
      JSON.stringify([unitPage(play, U1), resultsSlice(play)], (key, value: unknown) =>
        key === 'root' ? null : value,
      );
    expect(seen(revealed(other))).toBe(seen(revealed(small)));
  });

  it('a small group without weight holds back its own only', () => {
    const { groups } = resultOf(revealed(THREE, TRIM));
    expect(groups.map(({ why, criteria }) => [why, criteria.ballots])).toEqual([
      [null, 5],
      [null, 5],
      ['floor', null],
    ]);
  });

  it('a small group that counts as none is in no score, and the others show theirs', () => {
    const groups = [
      { weight: 30, totals: [80, 80, 80, 80, 80] },
      { weight: 70, totals: [20, 40] },
    ];
    const { score, groups: shown, weights } = resultOf(revealed(groups, { belowFloor: 'empty' }));
    expect([score, weights]).toEqual(['80.00', 30]);
    expect(shown.map(({ share, part, mean, why }) => [share, part, mean, why])).toEqual([
      ['100', '80.00', '80.00', null],
      [null, null, null, 'floor'],
    ]);
    expect(shown[1]?.criteria).toEqual({ ballots: null, why: 'withheld' });
  });

  it('a score that is one small group’s is not shown, nor a root over so few', () => {
    const { score, why, places, round } = resultOf(revealed([{ weight: 1, totals: [80, 90, 70] }]));
    expect([score, why, places, round.root]).toEqual([null, 'floor', null, null]);
  });

  it('before the reveal there is nothing, after the close neither', () => {
    expect(unitPage(closed(THREE), U1)).toEqual({
      ...{ subject: expect.anything() as unknown, result: null, earlier: [] },
      pending: { kind: 'live', attempt: 1, phase: 'closed', reason: null },
    });
  });
});
