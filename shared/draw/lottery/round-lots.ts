// From a lottery to a list of lots: m panels in whose seats every cell has about m times its share (DRAW.md §9).

import { sumOf, type CellTable, type Composition } from './cell-table.ts';
import { PanelSearch } from './panel-search.ts';
import type { Below } from './shuffle.ts';

/** A panel of a lottery, and how often it comes; all shares add up to 1. */
export interface SharedPanel {
  readonly take: Composition;
  readonly share: number;
}

/** Panels that are looked at once more, for each that the list has, before it is taken that no more can be had. */
const MOST_LOOKS = 40;
/** The same where every seat is needed: the last ones are seldom found. */
const FEW_LOOKS = 4;

/**
 * The compositions of `m` panels, or null where somebody would be in none. With the seats of each cell dealt evenly to its
 * members the smallest chance is that of the lottery rounded down to whole panels, or the next below that can be had.
 *
 * Each panel of the lottery comes as often as its share says, rounded down; what is missing then is filled with panels that
 * give most to those who have least. Whoever is still short gets their seats by panels that are made anew.
 *
 * @param lottery panels that `isPanel` holds for, with somebody of every cell
 */
export function roundToLots(
  table: CellTable,
  lottery: readonly SharedPanel[],
  m: number,
  below: Below,
): readonly Composition[] | null {
  const { sizes } = table;
  const target = sizes.map((_, cell) =>
    sumOf(lottery.map(({ take, share }) => m * share * (take[cell] ?? 0))),
  );
  const smallest = Math.min(...target.map((seats, cell) => seats / (sizes[cell] ?? 1)));
  const panels = filled(table, lottery, target, m, below);
  // What the lottery's own rounding took from a whole number is no whole panel less.
  const wanted = Math.max(1, Math.floor(smallest + 1e-6));
  const levels = new Set([wanted, wanted - 1, Math.floor(wanted / 2), 1].filter((one) => one > 0));
  for (const level of levels) {
    const needed = sizes.map((size) => size * level);
    if (evened(table, panels, needed, target, below)) return panels;
  }
  return null;
}

function filled(
  table: CellTable,
  lottery: readonly SharedPanel[],
  target: readonly number[],
  m: number,
  below: Below,
): Composition[] {
  const panels = lottery.flatMap(({ take, share }) =>
    Array.from({ length: Math.floor(m * share + 1e-9) }, () => take),
  );
  const search = new PanelSearch(table, below);
  const behind = Float64Array.from(target);
  for (const take of panels)
    for (const [cell, count] of take.entries()) behind[cell] = (behind[cell] ?? 0) - count;
  let last = lottery[0]?.take ?? [];
  while (panels.length < m) {
    last = search.improve(behind, last, 3 * table.k) ?? last;
    for (const [cell, count] of last.entries()) behind[cell] = (behind[cell] ?? 0) - count;
    panels.push(last);
  }
  return panels.slice(0, m);
}

/**
 * Makes panels anew, in place, until every cell has the seats it needs; whether it then has. Who stays short for long weighs
 * more and more, so that others give way.
 */
function evened(
  table: CellTable,
  panels: Composition[],
  needed: readonly number[],
  target: readonly number[],
  below: Below,
): boolean {
  const search = new PanelSearch(table, below);
  const seats = table.sizes.map((_, cell) => sumOf(panels.map((take) => take[cell] ?? 0)));
  const urgency = table.sizes.map(() => 1);
  const lackOf = (counts: readonly number[]) =>
    counts.reduce(
      (sum, count, cell) => sum + (urgency[cell] ?? 1) * Math.max(0, (needed[cell] ?? 0) - count),
      0,
    );
  let lack = lackOf(seats);
  const weights = new Float64Array(seats.length);
  const isTight = sumOf(needed) >= sumOf(seats);
  const most = (isTight ? FEW_LOOKS : MOST_LOOKS) * panels.length;
  for (let looks = 1; looks <= most && lack > 0; looks += 1) {
    if (looks % panels.length === 0) {
      for (const [cell, count] of seats.entries())
        if (count < (needed[cell] ?? 0)) urgency[cell] = (urgency[cell] ?? 1) + 1;
      lack = lackOf(seats);
    }
    const place = below(panels.length);
    const old = panels[place];
    if (!old) continue;
    for (const [cell, count] of seats.entries()) {
      const others = count - (old[cell] ?? 0);
      const isNeeded = others < (needed[cell] ?? 0);
      // A seat for whoever is short counts; beyond that, seats go where the lottery has more of them.
      const short = isNeeded ? (urgency[cell] ?? 1) : 0;
      weights[cell] = short + (0.001 * ((target[cell] ?? 0) - others)) / (table.sizes[cell] ?? 1);
    }
    const take = search.improve(weights, old, 2 * table.k) ?? old;
    const now = seats.map((count, cell) => count - (old[cell] ?? 0) + (take[cell] ?? 0));
    const left = lackOf(now);
    if (left > lack) continue;
    panels[place] = take;
    for (const [cell, count] of now.entries()) seats[cell] = count;
    lack = left;
  }
  return lack === 0;
}
