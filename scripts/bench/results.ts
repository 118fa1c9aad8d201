// What a whole result costs (RESULTS.md): 77 units, 300 reviewers, every ballot, 200 adjustments, against its case as JSON.
import type { AdjustmentEntry, CaseBallot, ResultCase } from '../../shared/results/case.ts';
import { resultOf } from '../../shared/results/result.ts';
import { median } from './loop.ts';
import { ms, row, times, title } from './table.ts';

const UNITS = 77;
/** Of these so many are scored one by one on stage, the others in one batch. */
const ON_STAGE = 12;
const SEATS = 300;
const GROUPS = 4;
const ADJUSTMENTS = 200;
const RUNS = 15;

export function benchResults(): Promise<void> {
  const case_ = wholeCase();
  const ballots = case_.rounds.reduce((sum, round) => sum + round.ballots.length, 0);
  title(
    `A whole result: ${String(UNITS)} units, ${String(SEATS)} reviewers, ${String(ballots)} ballots, ${String(ADJUSTMENTS)} adjustments. CPU, ms. Goal: 100 ms.`,
  );
  row('', ['first', 'median', 'to JSON']);
  const spent = (work: () => unknown) =>
    Array.from({ length: RUNS }, () => {
      const before = process.cpuUsage();
      work();
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    });
  const json = spent(() => JSON.parse(JSON.stringify(case_)));
  const show = (words: string, taken: readonly number[]) => {
    row(words, [ms(taken[0] ?? 0), ms(median(taken)), times(median(taken), median(json))]);
  };
  show('the case as JSON, out and in', json);
  show(
    'computed',
    spent(() => resultOf(case_)),
  );
  show(
    'computed without adjustments',
    spent(() => resultOf({ ...case_, adjustments: null })),
  );
  return Promise.resolve();
}

function wholeCase(): ResultCase {
  const groups = Array.from({ length: GROUPS }, (_, n) => ({ id: `G${String(n)}`, weight: '25' }));
  const subjects = Array.from({ length: UNITS }, (_, n) => ({
    ...{ id: `U${String(n)}`, category: `K${String(n % 4)}`, headcount: 40 + n },
  }));
  const seats = Array.from({ length: SEATS }, (_, n) => ({
    ...{ id: `S${String(n)}`, group: `G${String(n % GROUPS)}`, recusals: [] },
  }));
  const criteria = [40, 20, 25, 15];
  const children = criteria.map((max, n) => ({
    ...{ id: `c${String(n)}`, weight: String(max), max: String(max), step: '0.5' },
  }));
  const ballotsOf = (unit: number): readonly CaseBallot[] =>
    seats.map(({ id }, n) => {
      const by = n * 31 + unit * 17;
      const marks = criteria.map((max, c) => [
        `c${String(c)}`,
        String(((by + c * 7) % (2 * max)) / 2),
      ]);
      const abstains = by % 29 === 0;
      return {
        ...{ seat: id, subject: `U${String(unit)}`, attempt: 1 },
        marks: abstains ? null : (Object.fromEntries(marks) as Record<string, string>),
      };
    });
  const round = (id: string, units: readonly number[]) => ({
    ...{ id, subjects: units.map((n) => `U${String(n)}`), sheets: [{ sheet: 'sheet' }] },
    ...{ revealed: {}, ballots: units.flatMap(ballotsOf) },
  });
  const all = subjects.map((_, n) => n);
  const rounds = [
    ...all.slice(0, ON_STAGE).map((n) => round(`turn-${String(n)}`, [n])),
    round('batch', all.slice(ON_STAGE)),
  ];
  const shares = (of: (n: number) => string) =>
    Object.fromEntries(subjects.map(({ id }, n) => [id, of(n)]));
  return {
    ...{ subjects, groups, seats, sheets: [{ id: 'sheet', children }], rounds },
    scheme: {
      ...{ spread: { kind: 'trim', t: 5 }, centre: 'mean', emptyGroup: 'rescale' },
      ...{ belowFloor: 'count', floor: 5 },
    },
    imported: [
      { id: 'indicators', max: '120', values: shares((n) => `${String(80 + (n % 40))}.25`) },
    ],
    ...{ earlier: [], experts: [], vetoes: [{ subject: 'U5', effect: { worst: 'B' } }], votes: [] },
    draws: [{ id: 'last', order: subjects.map(({ id }) => id) }],
    adjustments: {
      period: ['2026-01-01', '2026-12-31'],
      kinds: [
        { id: 'honours', sign: 'bonus', cap: '3', multipliers: { national: '2', city: '3/2' } },
        { id: 'faults', sign: 'deduction', cap: '5', late: 'carry' },
      ],
      entries: Array.from({ length: ADJUSTMENTS }, (_, n) => entry(n)),
      ...{ bonusCap: '4', deductionCap: '6', clamp: ['0', '105'] },
    },
    result: {
      tree: {
        ...{ id: 'root', combine: 'weighted', missing: 'rescale' },
        children: [
          { id: 'meeting', weight: '60', source: { rounds: rounds.map(({ id }) => id) } },
          { id: 'indicators', weight: '40', source: { imported: 'indicators' } },
        ],
      },
      tieBreak: [{ node: 'meeting' }, { deduction: true }, { draw: 'last' }],
    },
    grades: { names: ['A', 'B', 'C', 'D'], shares: ['0.2', '0.6', '0.2'], of: 'category' },
    consequences: [{ last: 3, of: 'category' }, { staffShare: { A: '0.25', B: '0.2' } }],
  };
}

function entry(n: number): AdjustmentEntry {
  return {
    id: `E${String(n).padStart(3, '0')}`,
    subject: `U${String(n % UNITS)}`,
    kind: n % 3 === 0 ? 'faults' : 'honours',
    points: `${String(1 + (n % 4))}.5`,
    event: n % 5 === 0 ? `event ${String(n % 10)}` : '',
    tags: n % 7 === 0 ? ['national'] : [],
    date: `2026-${String(1 + (n % 12)).padStart(2, '0')}-15`,
    state: n % 11 === 0 ? 'rejected' : 'confirmed',
  };
}
