// Maximin as it is usually found: a variable for each person, first panels by weights that fall for whoever was on one, then
// column generation with the best panel each time, settings as the solver has them (Flanigan and others, Nature 2021).
import { BestPanel } from '../../server/lottery/best-panel.ts';
import { Rows, solved, LINEAR, type Highs } from '../../server/lottery/solver.ts';
import { cellTable, type Composition, type Demand } from '../../shared/draw/lottery/cell-table.ts';

/** The difference of two bounds at which those who hold such draws stop. */
const CLOSE = 0.0005;
const SCALE = 1_000_000;

/**
 * @param mostSeconds it is given up after so long
 * @returns the smallest chance, and whether it was found to the end
 */
export function usualMaximin(
  highs: Highs,
  demand: Demand,
  mostSeconds: number,
): { readonly smallest: number; readonly isWhole: boolean } {
  const people = demand.pool.length;
  const table = personByPerson(demand);
  const best = new BestPanel(highs, table, { output_flag: false });
  const began = performance.now();
  const isOver = () => performance.now() - began > 1000 * mostSeconds;
  // y for each person, then the bound: minimise it with Σ y = 1 and Σ of a panel ≤ bound.
  const rows = new Rows();
  rows.add(
    1,
    1,
    table.sizes.map((_, person) => [person, 1] as const),
  );
  const model = highs.createModel({
    ...rows.done(people + 1),
    numCols: people + 1,
    colCost: [...table.sizes.map(() => 0), 1],
    colLower: Array.from({ length: people + 1 }, () => 0),
    colUpper: Array.from({ length: people + 1 }, () => Infinity),
  });
  model.options.set(LINEAR);
  const add = (take: Composition) => {
    const members = [...take.keys()].filter((person) => take[person] === 1);
    const values = [...members.map(() => 1), -1];
    model.addRow(-Infinity, 0, { indices: [...members, people], values });
  };
  try {
    let weights = table.sizes.map(() => 1);
    for (let round = 0; round < people && !isOver(); round += 1) {
      const found = best.find(weights.map((weight) => Math.round(weight * SCALE)));
      if (!found) throw new Error('no panel meets these quotas');
      add(found.take);
      weights = weights.map((weight, person) => (found.take[person] === 1 ? 0.8 : 1) * weight);
      const sum = weights.reduce((all, weight) => all + weight, 0);
      weights = weights.map((weight) => (weight * people) / sum);
    }
    for (;;) {
      if (!solved(model)) throw new Error('there are always weights');
      const values = [...model.getSolution().colValue];
      const bound = values[people] ?? 0;
      if (isOver()) return { smallest: bound, isWhole: false };
      const found = best.find(values.slice(0, people).map((one) => Math.round(one * SCALE)));
      if (!found || found.value / SCALE <= bound + CLOSE) return { smallest: bound, isWhole: true };
      add(found.take);
    }
  } finally {
    model.dispose();
    best.dispose();
  }
}

/** A table in which everybody is alone in a cell. */
function personByPerson({ pool, by, quotas, k }: Demand) {
  return cellTable({
    pool: pool.map(({ id, a }) => ({ id, a: { ...a, '#': id } })),
    ...{ by: [...by, '#'], quotas, k },
  });
}
