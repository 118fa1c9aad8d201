// Lists that a form changes: always a new list.

export function replaced<T>(list: readonly T[], at: number, value: T): readonly T[] {
  return list.map((one, n) => (n === at ? value : one));
}

export function without<T>(list: readonly T[], at: number): readonly T[] {
  return list.filter((_, n) => n !== at);
}

/** The entry at `at` taken out and put in at `to`, brought within the list. */
export function put<T>(list: readonly T[], at: number, to: number): readonly T[] {
  const one = list[at];
  if (one === undefined) return list;
  const others = without(list, at);
  return [...others.slice(0, Math.max(0, to)), one, ...others.slice(Math.max(0, to))];
}

/** The entry at `at` trades places with its neighbour; unchanged at the ends. */
export function moved<T>(list: readonly T[], at: number, by: -1 | 1): readonly T[] {
  const one = list[at];
  const other = list[at + by];
  if (one === undefined || other === undefined) return list;
  return replaced(replaced(list, at, other), at + by, one);
}
