// Lots where no two quotas count the same person: without quotas, or with quotas on one attribute, the fairest list of panels
// can be written down, and needs no solver.

import { sumOf, type CellTable, type Composition } from './cell-table.ts';

export interface OneAttributeLots {
  readonly compositions: readonly Composition[];
  /** No lottery gives everybody a larger chance. */
  readonly upper: number;
}

/**
 * `m` panels whose least number of panels a person is in is as large as it can be; null where some cell has two quotas or
 * shares one with another, and where there is no such panel.
 *
 * A cell with `n` members gives `S` seats to all panels together, between `m` times what it must and what it may give to one.
 * At the level L everybody is in L panels, as far as these bounds let them: `S = clamp(n·L)`. What is left over at the highest
 * level for which there are seats goes to the cells in order. Panel j takes `⌊(T + j) / m⌋ − ⌊(T − S + j) / m⌋` of a cell, T
 * being the seats of this cell and those before it: over all j that is S, and never more than one off S / m.
 */
export function oneAttributeLots(table: CellTable, m: number): OneAttributeLots | null {
  const { k, sizes, rows, rowsOf } = table;
  if (rowsOf.some((own) => own.length > 1) || rows.some(({ cells }) => cells.length > 1))
    return null;
  const bounds = sizes.map((size, cell) => {
    const row = rows[rowsOf[cell]?.[0] ?? -1];
    return { size, least: row?.min ?? 0, most: Math.min(row?.max ?? size, size) };
  });
  const isNobodyAsked = rows.some(({ min, cells }) => cells.length === 0 && min > 0);
  if (isNobodyAsked || bounds.some(({ least, most }) => least > most)) return null;
  const seatsAt = (level: number) =>
    bounds.map(({ size, least, most }) => Math.min(m * most, Math.max(m * least, size * level)));
  if (sumOf(seatsAt(0)) > m * k || sumOf(seatsAt(m)) < m * k) return null;
  let [level, above] = [0, m + 1];
  while (above - level > 1) {
    const middle = Math.floor((level + above) / 2);
    if (sumOf(seatsAt(middle)) <= m * k) level = middle;
    else above = middle;
  }
  const [seats, room] = [seatsAt(level), seatsAt(level + 1)];
  let left = m * k - sumOf(seats);
  for (const [cell, most] of room.entries()) {
    const more = Math.min(left, most - (seats[cell] ?? 0));
    seats[cell] = (seats[cell] ?? 0) + more;
    left -= more;
  }
  const compositions = Array.from({ length: m }, (_, j) => {
    let before = 0;
    return seats.map((count) => {
      const from = Math.floor((before + j) / m);
      before += count;
      return Math.floor((before + j) / m) - from;
    });
  });
  return { compositions, upper: smallestChance(bounds, k) };
}

/** What everybody can have at least: as high as seats go round, and no higher than a cell's most. */
function smallestChance(
  bounds: readonly { readonly size: number; readonly least: number; readonly most: number }[],
  k: number,
): number {
  const cap = Math.min(...bounds.map(({ size, most }) => most / size));
  // Those who must give much have their seats whatever the level; the others share what is left.
  const byLeast = [...bounds].sort((one, other) => one.least / one.size - other.least / other.size);
  let [left, people, level] = [k - sumOf(bounds.map(({ least }) => least)), 0, 0];
  for (const [place, { size, least }] of byLeast.entries()) {
    left += least;
    people += size;
    level = left / people;
    const next = byLeast[place + 1];
    if (!next || level <= next.least / next.size) break;
  }
  return Math.min(cap, level);
}
