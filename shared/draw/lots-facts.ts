// Who sits with whom in a list of panels: what the chances of single persons do not tell (DRAW.md §9).
import type { Panel } from './lots.ts';

export interface Together {
  /** Panels that are no other one again. */
  readonly distinct: number;
  /** Pairs of people of whom neither is in a panel without the other. */
  readonly always: number;
  /** Pairs of people who are in no panel together. */
  readonly never: number;
}

/**
 * Counts over all pairs of the people who are in a panel. Takes time in the number of panels times the square of their size,
 * and room in the square of the number of people: for a thread of its own.
 */
export function togetherIn(panels: readonly Panel[]): Together {
  const places = new Map<string, number>();
  for (const panel of panels)
    for (const id of panel) if (!places.has(id)) places.set(id, places.size);
  const people = places.size;
  const times = new Uint32Array(people);
  const pairs = new Uint16Array((people * (people - 1)) / 2);
  // No list has more than a thousand panels, so that no count overflows.
  const at = (one: number, other: number) =>
    one < other ? (other * (other - 1)) / 2 + one : (one * (one - 1)) / 2 + other;
  for (const panel of panels) {
    const members = panel.map((id) => places.get(id) ?? 0);
    for (const [n, one] of members.entries()) {
      times[one] = (times[one] ?? 0) + 1;
      for (let m = 0; m < n; m += 1) {
        const pair = at(one, members[m] ?? 0);
        pairs[pair] = (pairs[pair] ?? 0) + 1;
      }
    }
  }
  let [always, never] = [0, 0];
  for (let one = 1; one < people; one += 1)
    for (let other = 0; other < one; other += 1) {
      const count = pairs[at(one, other)];
      if (count === 0) never += 1;
      else if (count === times[one] && count === times[other]) always += 1;
    }
  return { distinct: new Set(panels.map((panel) => panel.join())).size, always, never };
}
