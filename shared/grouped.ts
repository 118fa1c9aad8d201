/** The entries by a key of theirs, keys and entries in the order in which they come. */
export function grouped<K, T>(entries: readonly T[], keyOf: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const one of entries) {
    const key = keyOf(one);
    const alike = groups.get(key);
    if (alike) alike.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}
