// By chance: the tree of a result, what it draws on beside the rounds, adjustments, tie-breaks, grades and consequences.
import type {
  Adjustments,
  Case,
  Consequence,
  Entry,
  Grades,
  Kind,
  Source,
  Subject,
  TieRule,
  TreeNode,
  Veto,
} from '../second/case.ts';
import { type Chance } from './chance.ts';
import { CATEGORIES, weights } from './meeting.ts';

const QUARTERS = ['0', '0.25', '0.5', '0.75', '0.75', '1', '1'];

export function imported(chance: Chance, subjects: readonly Subject[]): Case['imported'] {
  return chance.times(1, 2, (i) => {
    const max = chance.pick([100, 10, 5]);
    const values = chance
      .some(subjects, 9)
      .map(({ id }) => [id, (Number(chance.pick(QUARTERS)) * max).toString()]);
    return { id: `I${i}`, max: max.toString(), values: Object.fromEntries(values) };
  });
}

const GONE = { id: 'gone', category: 'A' };

export function earlier(
  chance: Chance,
  subjects: readonly Subject[],
  grades: readonly string[],
): Case['earlier'] {
  const value = (): string => chance.pick(['0', '50', '75', '80', '100']);
  return chance.times(0, 3, (i) => ({
    id: `E${i}`,
    root: 'old',
    values: Object.fromEntries(
      chance.some([...subjects, GONE], 7).map(({ id }) => [
        id,
        {
          old: value(),
          ...(chance.often(6) && { part: value() }),
          ...(chance.often(8) && { total: chance.pick(['-3.5', '50', '75', '80', '104.25']) }),
        },
      ]),
    ),
    grades: Object.fromEntries(
      grades.length === 0
        ? []
        : chance.some([...subjects, GONE], 7).map(({ id }) => [id, chance.pick(grades)]),
    ),
  }));
}

export function experts(chance: Chance, subjects: readonly Subject[]): Case['experts'] {
  return chance.times(0, 1, (i) => ({
    id: `X${i}`,
    entries: chance.times(0, 5, () => ({
      subject: chance.pick(subjects).id,
      points: chance.pick(['1', '2', '2.5', '6']),
      state: chance.pick(['confirmed', 'confirmed', 'declared', 'rejected', 'cancelled']),
    })),
  }));
}

export function draws(chance: Chance, subjects: readonly Subject[]): Case['draws'] {
  return chance.times(0, 1, (i) => ({
    id: `D${i}`,
    order: chance.shuffled(chance.some(subjects, 8).map(({ id }) => id)),
  }));
}

/** All that a result draws on is there; only its own `result` is to come. */
export function result(chance: Chance, case_: Omit<Case, 'result'>): Case['result'] {
  const trees = chance.often(4)
    ? Object.fromEntries(
        chance.atLeastOne(CATEGORIES, 7).map((each) => [each, tree(chance, case_)]),
      )
    : undefined;
  const shared = trees === undefined || chance.often(3) ? tree(chance, case_) : undefined;
  const all = [...Object.values(trees ?? {}), ...(shared ? [shared] : [])];
  const ids = [...new Set(all.flatMap(idsOf))];
  const tieBreak = chance.often(6) ? rules(chance, case_, ids) : undefined;
  const done = (node: TreeNode): TreeNode => withParents(chance, node, ids);
  return {
    ...(trees && {
      trees: Object.fromEntries(Object.entries(trees).map(([each, root]) => [each, done(root)])),
    }),
    ...(shared && { tree: done(shared) }),
    ...(tieBreak && { tieBreak }),
  };
}

function idsOf(node: TreeNode): string[] {
  return [node.id, ...(node.children ?? []).flatMap(idsOf)];
}

/** Which nodes there are is known at the end: until then a parent's node is open. */
const OPEN: Source = { parent: '?' };

function withParents(chance: Chance, node: TreeNode, ids: readonly string[]): TreeNode {
  if (node.source === OPEN) return { ...node, source: { parent: chance.pick(ids) } };
  if (node.children === undefined) return node;
  return { ...node, children: node.children.map((child) => withParents(chance, child, ids)) };
}

function tree(chance: Chance, case_: Omit<Case, 'result'>): TreeNode {
  let nodes = 0;
  const inner = (level: number): Omit<TreeNode, 'id' | 'name'> => {
    const combine = chance.pick(['weighted', 'points'] as const);
    const list = weights(chance, chance.int(1, level === 1 ? 4 : 2));
    return {
      combine,
      missing: chance.pick(['rescale', 'rescale', 'zero', 'incomplete'] as const),
      children: list.map((weight) => {
        const own = {
          id: `n${++nodes}`,
          name: 'node',
          ...(combine === 'points' ? { points: weight } : { weight }),
        };
        if (level < 3 && chance.often(2)) return { ...own, ...inner(level + 1) };
        return { ...own, source: source(chance, case_) };
      }),
    };
  };
  return { id: 'root', name: 'result', ...inner(1) };
}

function source(chance: Chance, case_: Omit<Case, 'result'>): Source {
  const { subjects, rounds, imported, earlier, experts } = case_;
  const kinds: (() => Source)[] = [];
  if (subjects.some(({ parent }) => parent !== undefined)) kinds.push(() => OPEN);
  if (rounds.length > 0) {
    const some = (): Source => ({ rounds: chance.atLeastOne(rounds, 5).map(({ id }) => id) });
    kinds.push(some, some, some);
  }
  const column = (): Source => ({ imported: chance.pick(imported).id });
  kinds.push(column, column, column);
  if (earlier.length > 0)
    kinds.push(() => {
      const node = chance.pick([undefined, 'old', 'part', 'total', 'total']);
      return { earlier: chance.pick(earlier).id, ...(node !== undefined && { node }) };
    });
  if (experts.length > 0)
    kinds.push(() => ({ expert: chance.pick(experts).id, max: chance.pick(['5', '10']) }));
  return chance.pick(kinds)();
}

function rules(
  chance: Chance,
  { rounds, groups, draws }: Omit<Case, 'result'>,
  nodes: readonly string[],
): TieRule[] {
  return chance.times(1, 4, (): TieRule => {
    const kinds: TieRule[] = [{ node: chance.pick(nodes) }, { deduction: true }];
    if (rounds.length > 0)
      kinds.push({
        group: chance.pick(groups).id,
        rounds: chance.atLeastOne(rounds, 6).map(({ id }) => id),
      });
    if (draws.length > 0) kinds.push({ draw: chance.pick(draws).id });
    return chance.pick(kinds);
  });
}

export function adjustments(chance: Chance, subjects: readonly Subject[]): Adjustments {
  const kinds = chance.times(1, 3, (i): Kind => {
    const cap = chance.pick([undefined, undefined, '0.5', '1.5', '2']);
    const late = chance.pick([undefined, 'drop', 'carry'] as const);
    return {
      id: `k${i}`,
      name: 'kind',
      sign: chance.pick(['bonus', 'deduction']),
      ...(cap !== undefined && { cap }),
      ...(late !== undefined && { late }),
      ...(chance.often(5) && {
        multipliers: { t1: '2', t2: chance.pick(['0.5', '0.333333', '3']) },
      }),
    };
  });
  const entries = chance.times(0, 10, (i): Entry => {
    const date = chance.pick([
      '2024-06-01',
      '2024-06-01',
      '2024-01-01',
      '2024-12-31',
      '2023-12-31',
      '2025-01-01',
    ]);
    return {
      id: `e${i}`,
      subject: chance.pick(subjects).id,
      kind: chance.pick(kinds).id,
      points: chance.pick(['0.5', '1', '1', '2']),
      event: chance.pick(['', '', 'v1', 'v2']),
      tags: chance.some(['t1', 't2', 't3', 't1'], 3),
      date,
      reason: 'reason',
      evidence: '',
      state: chance.pick([
        'confirmed',
        'confirmed',
        'confirmed',
        'declared',
        'rejected',
        'cancelled',
      ]),
      ...(date < '2024' && chance.often(5) && { carried: true }),
    };
  });
  const clamp = chance.pick([
    undefined,
    undefined,
    ['0', '100'],
    ['40.5', '75'],
    // Narrow ones tie many or all.
    ['65', '70'],
    ['60', '60'],
  ] as const);
  return {
    period: ['2024-01-01', '2024-12-31'],
    kinds,
    entries: chance.shuffled(entries),
    ...(chance.often(3) && { bonusCap: chance.pick(['0', '1', '3']) }),
    ...(chance.often(3) && { deductionCap: chance.pick(['0', '1', '3']) }),
    ...(clamp && { clamp }),
  };
}

const SHARES = [
  ['0.5', '0.25', '0.25'],
  ['1/3', '1/3', '1/3'],
  ['0.2', '0.3', '0.2'],
  ['2/3', '0', '0.1'],
  ['0', '0.5', '0'],
  ['0.2', '0.8', '0'],
];

export function grades(chance: Chance): Grades {
  const names = ['a', 'b', 'c', 'd'].slice(0, chance.int(2, 4));
  const limits = names.length - 1;
  const by = chance.pick(['thresholds', 'shares', 'both'] as const);
  const falling = chance.shuffled(['80', '75', '50', '33.333333']).slice(0, limits);
  const of = chance.pick([undefined, 'category', 'all'] as const);
  return {
    names,
    ...(by !== 'shares' && { thresholds: falling.toSorted((a, b) => Number(b) - Number(a)) }),
    ...(by !== 'thresholds' && {
      shares: chance.pick(SHARES).slice(0, limits),
    }),
    ...(of && { of }),
  };
}

export function vetoes(
  chance: Chance,
  subjects: readonly Subject[],
  names: readonly string[],
): Veto[] {
  return chance.times(0, chance.often(4) ? 3 : 0, () => ({
    subject: chance.pick(subjects).id,
    reason: 'reason',
    effect:
      names.length > 0 && chance.often(7) ? { worst: chance.pick(names) } : ('unranked' as const),
  }));
}

export function consequences(chance: Chance, names: readonly string[]): Consequence[] {
  return chance.times(1, 3, (): Consequence => {
    const last = { last: chance.int(1, 3), of: chance.pick(['category', 'all'] as const) };
    if (names.length === 0) return last;
    return chance.pick<Consequence>([
      last,
      {
        repeated: {
          grade: chance.pick(names),
          times: chance.int(1, 2),
          within: chance.int(1, 4),
        },
      },
      {
        staffShare: Object.fromEntries(
          chance.some(names, 7).map((grade) => [grade, chance.pick(['0', '0.15', '1/3'])]),
        ),
      },
    ]);
  });
}
