// Who sits on which panel of a list of lots: the seats of a cell are dealt to its members in rounds (DRAW.md §9).

import { byCodeUnits } from '../canonical.ts';
import type { Panel } from '../lots.ts';
import type { CellTable, Composition } from './cell-table.ts';
import { shuffled, type Below } from './shuffle.ts';

/**
 * A panel of each composition, in a random order of them. In each round everybody of a cell is taken once, each round in a
 * fresh random order; whoever is on the panel already comes at the end of the round. So two people of a cell differ by at most
 * one in how many panels they are in, and who sits with whom does not repeat as it would in a fixed order.
 *
 * @param compositions each one that `isPanel` holds for
 */
export function dealPanels(
  { members }: CellTable,
  compositions: readonly Composition[],
  below: Below,
): readonly Panel[] {
  /** Of each cell, who has not been taken in its round. */
  const rounds = members.map((): string[] => []);
  return shuffled(compositions, below).map((take) =>
    take
      .flatMap((count, cell) => {
        const seated: string[] = [];
        let waiting = rounds[cell] ?? [];
        while (seated.length < count) {
          const at = waiting.findIndex((id) => !seated.includes(id));
          // None is left who is not on the panel, and then none at all: nobody is on it twice in one round.
          if (at < 0) waiting = shuffled(members[cell] ?? [], below);
          else seated.push(...waiting.splice(at, 1));
        }
        rounds[cell] = waiting;
        return seated;
      })
      .sort(byCodeUnits),
  );
}
