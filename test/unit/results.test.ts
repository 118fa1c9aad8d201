// [R8] results/1: known answers, what is refused and why, and a result that does not hang on the order of ballots.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { differenceIn, expectedOf } from '../../scripts/results/compare.ts';

interface Case {
  readonly name: string;
  readonly [key: string]: unknown;
}

const { cases } = JSON.parse(
  readFileSync(new URL('../vectors/results.json', import.meta.url), 'utf8'),
) as { readonly cases: readonly Case[] };

describe('known answers', () => {
  it.each(cases.map((one) => [one.name, one] as const))('%s', (_, one) => {
    expect(differenceIn(one)).toBeNull();
  });

  it('a wrong one is named with its place', () => {
    const [first] = cases;
    const { expected } = first as unknown as { expected: { subjects: readonly object[] } };
    const wrong = expected.subjects.map((one, n) => (n === 1 ? { ...one, rank: 9 } : one));
    expect(differenceIn({ ...first, expected: { ...expected, subjects: wrong } })).toBe(
      'expected.subjects[1].rank is 3, should be 9',
    );
    expect(differenceIn({ ...first, expected: undefined, refused: 'why' })).toBe(
      'is accepted, and should be refused',
    );
  });
});

const line = (id: string, weight = '1', more: object = {}) => ({
  ...{ id, name: id, weight, max: '10', step: '0.5' },
  ...more,
});
const column = (id: string, values: object) => ({ id, max: '100', values });
const leaf = (id: string, weight: string, source: object) => ({ id, name: id, weight, source });
const root = (...children: readonly object[]) => ({
  ...{ id: 'root', name: 'root', combine: 'weighted', missing: 'incomplete' },
  children,
});

/** Two subjects, two groups of two, one round; everything is as it should be. */
function sound(change: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    subjects: [
      { id: 'A', category: 'x' },
      { id: 'B', category: 'x' },
    ],
    groups: [
      { id: 'g', weight: '60' },
      { id: 'h', weight: '40' },
    ],
    seats: [
      { id: 'g1', group: 'g', recusals: [] },
      { id: 'g2', group: 'g', recusals: ['B'] },
      { id: 'h1', group: 'h', recusals: [] },
      { id: 'h2', group: 'h', recusals: [], unit: 'A' },
    ],
    sheets: [{ id: 's', name: 's', children: [line('l'), line('m', '3')] }],
    rounds: [
      {
        ...{ id: 'r', subjects: ['A', 'B'], sheets: [{ sheet: 's' }] },
        ballots: [
          ['g1', 'A', { l: '8', m: '9.5' }],
          ['g2', 'A', { l: '7', m: '6' }],
          ['h1', 'A', 'abstain'],
          ['g1', 'B', { l: '3', m: '4' }],
          ['h1', 'B', { l: '10', m: '10' }],
          ['h2', 'B', { l: '0', m: '0' }],
        ],
      },
    ],
    scheme: { spread: { kind: 'none' }, centre: 'mean', emptyGroup: 'rescale' },
    result: { tree: root(leaf('meeting', '1', { rounds: ['r'] })) },
    ...change,
  };
}

const withBallot = (ballot: readonly unknown[], more: object = {}) => {
  const [round] = sound()['rounds'] as [{ ballots: readonly unknown[] }];
  return sound({ rounds: [{ ...round, ...more, ballots: [...round.ballots, ballot] }] });
};
const withSheet = (...children: readonly object[]) =>
  sound({ sheets: [{ id: 's', name: 's', children }], rounds: [], result: {} });

describe('a case by hand', () => {
  it('counts as it is written', () => {
    // A: g has 8/10·¼ + 9.5/10·¾ = 91.25 and 7/10·¼ + 6/10·¾ = 62.5, their mean is 76.875; h abstained.
    // B: g has 3/10·¼ + 4/10·¾ = 37.5; h has 100 and 0, 50; 0.6·37.5 + 0.4·50 = 42.5.
    expect(expectedOf(sound())).toMatchObject({
      subjects: [
        { id: 'A', exact: '615/8', total: '76.8750', rank: 1, nodes: { meeting: '76.8750' } },
        { id: 'B', exact: '85/2', total: '42.5000', rank: 2 },
      ],
    });
  });

  it('is the same in whatever order the ballots of different people came', () => {
    const [round] = sound()['rounds'] as [{ ballots: readonly unknown[] }];
    const turned = { ...round, ballots: [...round.ballots].reverse() };
    expect(expectedOf(sound({ rounds: [turned] }))).toEqual(expectedOf(sound()));
  });

  it('takes the last ballot of a seat, and no draft', () => {
    expect(expectedOf(withBallot(['g1', 'B', { l: '5' }]))).toEqual(expectedOf(sound()));
    expect(expectedOf(withBallot(['g1', 'B', { l: '10', m: '10' }]))).toMatchObject({
      subjects: [{}, { total: '80.0000' }],
    });
    expect(expectedOf(withBallot(['g1', 'B', 'abstain']))).toMatchObject({
      subjects: [{}, { total: '50.0000' }],
    });
  });

  it('counts the attempt that was revealed last', () => {
    const again = withBallot(['h1', 'B', { l: '0', m: '0' }, 2], { revealed: { B: 2 } });
    expect(expectedOf(again)).toMatchObject({
      subjects: [{ total: '76.8750' }, { total: '0.0000' }],
    });
  });
});

describe('names that are code', () => {
  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('%s', (name) => {
    const renamed: unknown = JSON.parse(
      JSON.stringify(sound())
        .replaceAll('"A"', JSON.stringify(name))
        .replaceAll('"l"', `"${name}.l"`),
    );
    expect(expectedOf(renamed)).toMatchObject({ subjects: [{ id: name, exact: '615/8' }, {}] });
    const lines: unknown = JSON.parse(
      JSON.stringify(sound()).replaceAll('"l"', JSON.stringify(name)),
    );
    expect(expectedOf(lines)).toMatchObject({ subjects: [{ exact: '615/8' }, {}] });
    const absent = sound({
      imported: [column('i', {})],
      subjects: [
        { id: name, category: name },
        { id: 'A', category: 'x' },
        { id: 'B', category: 'x' },
      ],
      result: { trees: { x: root(leaf('i', '1', { imported: 'i' })) } },
    });
    expect(expectedOf(absent)).toMatchObject({ subjects: [{ total: null }, {}, {}] });
  });
});

const deduct = (entry: object, kind: object = {}) =>
  sound({
    adjustments: {
      period: ['2026-01-01', '2026-12-31'],
      kinds: [{ id: 'k', sign: 'deduction', ...kind }],
      entries: [
        {
          ...{ id: 'e', subject: 'A', kind: 'k', points: '1', event: '', tags: [] },
          ...{ date: '2026-02-01', state: 'confirmed' },
          ...entry,
        },
      ],
    },
  });
const choose = (ballots: readonly unknown[], more: object = {}) =>
  sound({
    votes: [
      {
        ...{ id: 'v', kind: 'choose', options: ['A', 'B'], n: 1, seats: ['g1', 'h1'], present: [] },
        ...{ ballots, ...more },
      },
    ],
  });

describe('what is refused, and why', () => {
  it.each<readonly [string, Record<string, unknown>, RegExp]>([
    ['a subject twice', sound({ subjects: [{ id: 'A' }, { id: 'A' }] }), /^twice: A/],
    ['a seat of no group', sound({ seats: [{ id: 'z', group: 'nobody' }] }), /^unknown: nobody/],
    ['weights all zero', sound({ groups: ['g', 'h'].map((id) => ({ id, weight: '0' })) }), /zero/],
    ['a weight below zero', sound({ groups: [{ id: 'g', weight: '-1' }] }), /^negative: -1/],
    ['seven decimals', sound({ groups: [{ id: 'g', weight: '0.1234567' }] }), /^number/],
    ['a mark between steps', withBallot(['g1', 'A', { l: '8.25', m: '1' }]), /^mark: l/],
    ['a mark above the maximum', withBallot(['g1', 'A', { l: '10.5', m: '1' }]), /^mark: l/],
    [
      'a line that is not there',
      withBallot(['g1', 'A', { l: '1', m: '1', n: '1' }]),
      /^unknown: n/,
    ],
    ['a recused ballot', withBallot(['g2', 'B', 'abstain']), /^recused: g2/],
    ['a seat on its own unit', withBallot(['h2', 'A', { l: '1', m: '1' }]), /^own-unit: h2/],
    [
      'a ballot of a group without a sheet',
      withBallot(['g1', 'A', 'abstain'], { sheets: [{ groups: ['h'], sheet: 's' }] }),
      /^no-sheet: g1/,
    ],
    ['four levels', withSheet(level(level(level(line('l'))))), /^too-deep/],
    ['a lone line of weight 0', withSheet(line('l', '0')), /^weights-all-zero/],
    [
      'weights that are all zero for one group',
      withSheet(line('l', '0'), line('m', '1', { groups: ['h'] })),
      /^weights-all-zero/,
    ],
    ['equal marks of a scale', withSheet(scale('5', '5')), /^scale: l/],
    ['a scale from its worst', withSheet(scale('5', '8')), /^scale: l/],
    ['a mark of a scale above the maximum', withSheet(scale('11', '8')), /^scale: l/],
    [
      'an imported value above its maximum',
      sound({ imported: [column('i', { A: '101' })] }),
      /^range/,
    ],
    ['a column of somebody else', sound({ imported: [column('i', { Z: '1' })] }), /^unknown: Z/],
    [
      'parents in a circle',
      sound({
        subjects: [
          { id: 'A', parent: 'B' },
          { id: 'B', parent: 'A' },
        ],
      }),
      /^circle/,
    ],
    [
      'a component of nothing',
      sound({ result: { tree: leaf('x', '1', { imported: 'x' }) } }),
      /^unknown: x/,
    ],
    [
      'components of weight 0',
      sound({ result: { tree: root(leaf('m', '0', { rounds: ['r'] })) } }),
      /zero/,
    ],
    ['no points', deduct({ points: '0' }), /^not-above-zero/],
    ['a multiplier of 0', deduct({}, { multipliers: { t: '0' } }), /^not-above-zero/],
    ['an entry of no kind', deduct({ kind: 'z' }), /^unknown: z/],
    ['more choices than places', choose([['g1', 'A', 'B']]), /^vote: n/],
    ['a choice twice', choose([['g1', 'A', 'A']], { n: 2 }), /^twice: A/],
    ['a choice that is not on the list', choose([['g1', 'Z']]), /^unknown: Z/],
    ['fewer than exactly so many', choose([['g1', 'A']], { n: 2, exactly: true }), /^vote: n/],
    ['a ballot of somebody else', choose([['g2', 'A']]), /^unknown: g2/],
    [
      'a majority of seats by weight',
      choose([], { weighted: true, majority: { share: '0.5', of: 'seats', strict: true } }),
      /^vote: majority/,
    ],
    [
      'thresholds that do not fall',
      sound({ grades: { names: ['a', 'b', 'c'], thresholds: ['60', '60'] } }),
      /^grades: thresholds/,
    ],
    [
      'shares above the whole',
      sound({ grades: { names: ['a', 'b', 'c'], shares: ['0.6', '0.5'] } }),
      /^grades: shares/,
    ],
  ])('%s', (_, given, why) => {
    expect(expectedOf(given)).toEqual({ refused: expect.stringMatching(why) });
  });

  function level(...children: readonly object[]) {
    return { id: `n${JSON.stringify(children).length}`, name: '', weight: '1', children };
  }
  function scale(...marks: readonly string[]) {
    const grades = marks.map((mark, n) => ({ id: `q${String(n)}`, name: '', mark }));
    return { id: 'l', name: 'l', weight: '1', max: '10', scale: grades };
  }
});
