// The fair lottery of panels under quotas over several attributes (DRAW.md §8): shares, then panels that have them.
//
// The shares of the cells are the fairest that the rows of the quotas allow; that is a small linear programme for each level.
// A mixture of whole panels with these shares is then looked for by column generation. Where there is one, the shares are the
// fairest of all mixtures, since every mixture obeys the rows. Where there is none, the multipliers of the last mixture are a
// row that all panels obey and these shares do not: it is added, and the shares are found anew.
import {
  cellTable,
  sumOf,
  type CellTable,
  type Composition,
  type Demand,
} from '../../shared/draw/lottery/cell-table.ts';
import { PanelSearch } from '../../shared/draw/lottery/panel-search.ts';
import type { SharedPanel } from '../../shared/draw/lottery/round-lots.ts';
import type { Below } from '../../shared/draw/lottery/shuffle.ts';
import { BestPanel } from './best-panel.ts';
import { FairShares, type Cut, type Shares } from './fair-shares.ts';
import { PanelMix, type MixState } from './panel-mix.ts';
import type { Highs } from './solver.ts';

export type Objective = 'leximin' | 'goldilocks';

export interface Found {
  /** The table of those whom some panel can hold. */
  readonly table: CellTable;
  /** Shares above 0, which add up to 1. */
  readonly panels: readonly SharedPanel[];
  /** No lottery gives everybody in the table a larger chance. */
  readonly upper: number;
  /** Whom no panel can hold. */
  readonly leftOut: readonly string[];
}

/** Told now and then how far the work is, from 0 to 1. */
export type Tell = (done: number) => void;

/** Multipliers become whole numbers of this size: what they say is then exact. */
const SCALE = 1_000_000;
/** Seats by which a share may miss a bound and still exhaust it. */
const EXHAUSTED = 1e-7;
/** What of a panel's seats may be missing from all shares together. */
const MISSING = 1e-9;
/** What a panel must weigh more than the mixture's to be worth a column. */
const BETTER = 1e-8;
/** Mixtures between two herds, and how strongly each is drawn: measured on pools of 150 to 800. */
const HERD_EVERY = 6;
const PULLS = [3, 1, 0.3];
/** Of the numbers that break ties. */
const SEED = 20261130;

/** null where no panel obeys every quota. */
export function findLottery(
  highs: Highs,
  demand: Demand,
  objective: Objective,
  tell: Tell = () => undefined,
): Found | null {
  const whole = cellTable(demand);
  const below = repeatable(SEED);
  const start = reached(highs, whole, below);
  if (start === null) return null;
  const { table, panels, leftOut } = start;
  const shares = new FairShares(highs, table);
  const best = new BestPanel(highs, table);
  const mix = new PanelMix(highs, table);
  const work = { table, mix, best, search: new PanelSearch(table, below), below, tell };
  try {
    mix.add(panels);
    for (;;) {
      const wanted = shares[objective]();
      const cut = reach(work, wanted);
      if (cut === null) return { table, panels: mix.mixed(), upper: wanted.upper, leftOut };
      shares.add(cut);
    }
  } finally {
    best.dispose();
    mix.dispose();
  }
}

interface Work {
  readonly table: CellTable;
  readonly mix: PanelMix;
  readonly best: BestPanel;
  readonly search: PanelSearch;
  readonly below: Below;
  readonly tell: Tell;
}

/** Mixes panels until every cell has its share; else what all panels obey and these shares do not. */
function reach(work: Work, { aim }: Shares): Cut | null {
  const { table, mix, best, tell } = work;
  const pull = pullOf(table, aim);
  mix.aim(aim);
  for (let round = 0; ; round += 1) {
    if (round % HERD_EVERY === 0) mix.add(herd(work, aim, pull, pullAt(round)));
    const state = mix.mix();
    tell(doneOf(state.missing, table.k));
    if (state.missing <= MISSING) return null;
    if (mix.add(priced(work, pull, state)) > 0) continue;
    const weights = Array.from(state.weights, (weight) => Math.round(weight * SCALE));
    const found = best.find(weights);
    if (found === null) throw new Error('there was a panel before');
    if (mix.add([found.take]) > 0) continue;
    // What is missing is less than whole numbers can tell from rounding.
    if (weightOf(aim, weights) <= found.value) return null;
    return { weights, most: found.value };
  }
}

/**
 * For each cell, how many quotas more the shares exhaust by having many of it than by having few: where they exhaust a quota,
 * so does every panel of a mixture with these shares.
 */
function pullOf({ sizes, rows }: CellTable, shares: readonly number[]): Float64Array {
  const pull = Float64Array.from(sizes, (size, cell) =>
    Number((shares[cell] ?? 0) >= size - EXHAUSTED),
  );
  for (const { min, max, cells } of rows) {
    const seats = sumOf(cells.map((cell) => shares[cell] ?? 0));
    const sign = Number(seats >= max - EXHAUSTED) - Number(seats <= min + EXHAUSTED);
    for (const cell of cells) pull[cell] = (pull[cell] ?? 0) + sign;
  }
  return pull;
}

/** How strongly a search is drawn to the panels that exhaust the same quotas: weaker where that was too narrow. */
function pullAt(round: number): number {
  return PULLS[(round / HERD_EVERY) % PULLS.length] ?? 0;
}

/**
 * Panels one after the other, each with what those before it have least of, measured by what they should have: on average
 * they come close to the shares, and around them in every direction. Random points around a middle in n dimensions have it
 * between them, nearly for certain, once there are more than twice as many as dimensions. Of use are only those that exhaust
 * what the shares exhaust.
 */
function herd(
  { table, mix, search }: Work,
  aim: readonly number[],
  pull: Float64Array,
  strength: number,
): readonly Composition[] {
  const { sizes, k } = table;
  const exhausted = weightOf(aim, pull) - 0.5;
  const behind = Float64Array.from(aim);
  const found = new Map<string, Composition>();
  let last = mix.panels[0] ?? [];
  const enough = Math.ceil(2.2 * sizes.length) + 10;
  for (let tries = 0; tries < 8 * sizes.length && found.size < enough; tries += 1) {
    const weights = behind.map((seats, cell) => seats + strength * (pull[cell] ?? 0));
    last = search.improve(weights, last, 2 * k) ?? last;
    for (const [cell, taken] of last.entries())
      behind[cell] = (behind[cell] ?? 0) + (aim[cell] ?? 0) - taken;
    if (weightOf(last, pull) > exhausted) found.set(last.join(), last);
  }
  return [...found.values()];
}

/** Panels that weigh more than those of the mixture do: found fast, from where others are. */
function priced(
  { table, mix, search, below }: Work,
  pull: Float64Array,
  { weights, beaten }: MixState,
): readonly Composition[] {
  const { panels } = mix;
  const most = Math.max(...weights);
  const pulled = weights.map((weight, cell) => weight + most * (pull[cell] ?? 0));
  return Array.from({ length: 20 + Math.floor(table.sizes.length / 4) }).flatMap(() => {
    const from = panels[below(panels.length)];
    const take = from ? search.improve(pulled, from, 2 * table.k) : null;
    return take && weightOf(take, weights) > beaten + BETTER ? [take] : [];
  });
}

/** By orders of magnitude: each costs about the same. */
function doneOf(lack: number, k: number): number {
  return 1 - Math.log(Math.max(1, lack / MISSING)) / Math.log(k / MISSING);
}

function weightOf(take: Composition, weights: ArrayLike<number>): number {
  let sum = 0;
  for (const [cell, count] of take.entries()) sum += count * (weights[cell] ?? 0);
  return sum;
}

/** Panels that hold somebody of every cell that a panel can hold; null where there is no panel. */
function reached(
  highs: Highs,
  table: CellTable,
  below: Below,
): (Pick<Found, 'table' | 'leftOut'> & { readonly panels: readonly Composition[] }) | null {
  const { sizes } = table;
  const best = new BestPanel(highs, table);
  try {
    const first = best.find(sizes.map(() => 0));
    if (first === null) return null;
    const panels: Composition[] = [first.take];
    const seen = new Set<number>();
    const look = (take: Composition) => {
      for (const [cell, count] of take.entries()) if (count > 0) seen.add(cell);
    };
    look(first.take);
    const search = new PanelSearch(table, below);
    // Whoever has been on none weighs most: a few rounds reach nearly all.
    for (let left = 2 * sizes.length; left > 0 && seen.size < sizes.length; left -= 1) {
      const weights = Float64Array.from(sizes, (_, cell) =>
        seen.has(cell) ? 0 : 1 + below(100) / 100,
      );
      const take = search.improve(weights, panels.at(-1) ?? first.take, 2 * table.k) ?? first.take;
      const before = seen.size;
      look(take);
      if (seen.size === before) break;
      panels.push(take);
    }
    for (const cell of sizes.keys()) {
      if (seen.has(cell)) continue;
      const found = best.find(sizes.map((_, other) => Number(other === cell)));
      if (found === null || found.value === 0) continue;
      look(found.take);
      panels.push(found.take);
    }
    if (seen.size === sizes.length) return { table, panels, leftOut: [] };
    return onlyOf(table, panels, seen);
  } finally {
    best.dispose();
  }
}

/** The same without the cells that no panel holds. */
function onlyOf(table: CellTable, panels: readonly Composition[], kept: ReadonlySet<number>) {
  const places = [...table.sizes.keys()].filter((cell) => kept.has(cell));
  const placeOf = new Map(places.map((cell, place) => [cell, place]));
  const pick = <T>(list: readonly T[]) => list.filter((_, cell) => kept.has(cell));
  const moved = (cells: readonly number[]) =>
    cells.flatMap((cell) => {
      const place = placeOf.get(cell);
      return place === undefined ? [] : [place];
    });
  return {
    table: {
      ...table,
      names: pick(table.names),
      members: pick(table.members),
      sizes: pick(table.sizes),
      rows: table.rows.map((row) => ({ ...row, cells: moved(row.cells) })),
      rowsOf: pick(table.rowsOf),
    },
    panels: panels.map(pick),
    leftOut: table.members.flatMap((ids, cell) => (kept.has(cell) ? [] : ids)),
  };
}

/** The same numbers in every run: they break ties and decide nothing. */
function repeatable(seed: number): Below {
  let state = seed;
  return (n) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % n;
  };
}
