// The numbered list turned round: the numbers of each person, as phones show them and the printed list has them.
import type { Panel } from './lots.ts';

/** A number as it is written and thrown: "007" of a thousand. */
export function writtenNumber(number: number, lots: number): string {
  return String(number).padStart(String(lots).length - 1, '0');
}

/** The numbers of whoever is on a lot, ascending, by id. */
export function numbersByPerson(panels: readonly Panel[]): ReadonlyMap<string, readonly number[]> {
  const numbers = new Map<string, number[]>();
  for (const [number, panel] of panels.entries())
    for (const id of panel) {
      const own = numbers.get(id);
      if (own) own.push(number);
      else numbers.set(id, [number]);
    }
  return numbers;
}

/** Who is on most lots with somebody, at most three of them, and on how many; none where nobody is ever. */
export function mostOftenWith(
  panels: readonly Panel[],
  id: string,
): { readonly ids: readonly string[]; readonly lots: number } {
  const times = new Map<string, number>();
  for (const panel of panels)
    if (panel.includes(id))
      for (const other of panel) if (other !== id) times.set(other, (times.get(other) ?? 0) + 1);
  const lots = Math.max(0, ...times.values());
  const ids = [...times].flatMap(([other, n]) => (n === lots ? [other] : []));
  return { ids: ids.sort().slice(0, 3), lots };
}

/** Digits of numbers that a line of the printed list holds, and lines that a page does. */
const LINE = 24;
const LINES = 54;

/**
 * How many people stand on a page of the printed list: about a dozen where each has some 167 numbers. One count for all
 * pages, so that a page's number follows from a person's place in the pool.
 */
export function peopleAPage(numbers: ReadonlyMap<string, readonly number[]>): number {
  const most = Math.max(1, ...[...numbers.values()].map(({ length }) => length));
  // A line more for the name, half a one between two.
  return Math.max(1, Math.floor(LINES / (Math.ceil(most / LINE) + 1.5)));
}

/** The page of the printed list, from 1, on which a person stands; null who is on no lot. */
export function pageOf(numbers: ReadonlyMap<string, readonly number[]>, id: string): number | null {
  const place = [...numbers.keys()].sort().indexOf(id);
  return place === -1 ? null : Math.floor(place / peopleAPage(numbers)) + 1;
}
