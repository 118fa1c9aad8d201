// The fair lottery of panels (DRAW.md §8, §9): leximin beside a maximin as it is usually found, by the same solver in the same
// run; a thousand lots; and what each setting of the search for the best panel costs.
import { BestPanel } from '../../server/lottery/best-panel.ts';
import { findLottery } from '../../server/lottery/find-lottery.ts';
import { workList } from '../../server/lottery/lottery-work.ts';
import { loadSolver, WHOLE, type Highs } from '../../server/lottery/solver.ts';
import { cellTable } from '../../shared/draw/lottery/cell-table.ts';
import { madePool } from '../lottery/made-pools.ts';
import { usualMaximin } from '../lottery/usual-maximin.ts';
import { row, times, title } from './table.ts';

const POOLS = [
  ...([4, 5, 7] as const).map((attributes) => ({ people: 150, k: 22, attributes, goal: 1.4 })),
  ...([4, 5, 7] as const).map((attributes) => ({ people: 300, k: 45, attributes, goal: 10 })),
  ...([4, 7] as const).map((attributes) => ({ people: 800, k: 75, attributes, goal: 120 })),
];
const SEED = 1;
/** The usual maximin is given up after so long. */
const MOST_SECONDS = 60;

export async function benchLottery(): Promise<void> {
  const highs = await loadSolver();
  title(
    'The fair lottery of panels: seconds of CPU; maximin as it is usually found, person by person, by the same solver.',
  );
  row('people / panel, attributes', [
    ...['leximin', 'goal', 'smallest %', 'short of', 'maximin', 'smallest %', 'leximin is'],
  ]);
  for (const { people, k, attributes, goal } of POOLS) {
    const demand = madePool(people, k, attributes, SEED);
    const ours = spent(() => findLottery(highs, demand, 'leximin'));
    if (!ours.made) throw new Error('no panel meets these quotas');
    const { table, panels, upper } = ours.made;
    const chances = table.sizes.map(
      (size, cell) =>
        panels.reduce((sum, { take, share }) => sum + share * (take[cell] ?? 0), 0) / size,
    );
    const least = Math.min(...chances);
    const usual = spent(() => usualMaximin(highs, demand, MOST_SECONDS));
    const isWhole = usual.made.isWhole;
    row(`${people} / ${k}, ${attributes}`, [
      ...[seconds(ours.seconds), seconds(goal), percent(least), (upper - least).toExponential(0)],
      ...[(isWhole ? '' : '> ') + seconds(usual.seconds), percent(usual.made.smallest)],
      times(ours.seconds, usual.seconds),
    ]);
  }
  await lots();
  settings(highs);
}

async function lots(): Promise<void> {
  title('A thousand lots from it. What the smallest chance loses, in lots. Goal: 1.');
  row('people / panel, attributes', ['seconds', 'best', 'in lots', 'loses', 'distinct']);
  for (const { people, k, attributes } of POOLS.slice(0, 6)) {
    const demand = { ...madePool(people, k, attributes, SEED), m: 1000 };
    const before = cpuSeconds();
    const made = await workList({ ...demand, random: new Uint8Array(32) }, () => undefined);
    if (!made.ok) throw new Error(made.why);
    const { min, upper, list } = made;
    row(`${people} / ${k}, ${attributes}`, [
      ...[seconds(cpuSeconds() - before), (1000 * upper).toFixed(2), String(1000 * min)],
      ...[(1000 * (upper - min)).toFixed(2), String(new Set(list.map(String)).size)],
    ]);
  }
}

/** Each setting that is off, on. */
function settings(highs: Highs): void {
  title('The best panel by random weights, 300 / 45, seven attributes: ms for each of 20.');
  row('', ['ms', 'over']);
  const table = cellTable(madePool(300, 45, 7, SEED));
  const show = (words: string, change: object, reference?: number): number => {
    const best = new BestPanel(highs, table, { ...WHOLE, ...change });
    let state = 5;
    const weights = () =>
      table.sizes.map(() => (state = (state * 1103515245 + 12345) % 2 ** 31) % 1_000_000);
    const { seconds: all } = spent(() => {
      for (let n = 0; n < 20; n += 1) best.find(weights());
    });
    best.dispose();
    row(words, [(50 * all).toFixed(1), times(all, reference ?? all)]);
    return all;
  };
  const reference = show('presolve, symmetry and heuristics off', {});
  show('with presolve', { presolve: 'on' }, reference);
  show('with detection of symmetry', { mip_detect_symmetry: true }, reference);
  show('with heuristics', { mip_heuristic_effort: 0.05 }, reference);
}

function spent<T>(work: () => T): { readonly made: T; readonly seconds: number } {
  const before = cpuSeconds();
  const made = work();
  return { made, seconds: cpuSeconds() - before };
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function seconds(value: number): string {
  return value.toFixed(2);
}

function percent(value: number): string {
  return (100 * value).toFixed(3);
}
