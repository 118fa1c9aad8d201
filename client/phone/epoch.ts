// Which of two servers goes on with a meeting: the one whose epoch is higher. A phone never goes back (DESIGN.md §8).

const newest = new Map<string, number>();

/**
 * Whether this epoch is lower than one that this phone has seen in the meeting: then the server has an older copy, and
 * nothing is sent to it. A higher one is remembered from now on, through a reload where the browser stores anything.
 */
export function isOlder(
  meeting: string,
  epoch: number,
  storage: () => Pick<Storage, 'getItem' | 'setItem'>,
): boolean {
  const key = `kleroterion.epoch.${meeting}`;
  let seen = newest.get(key) ?? 0;
  try {
    const kept = Number(storage().getItem(key));
    if (Number.isSafeInteger(kept)) seen = Math.max(seen, kept);
    if (epoch > seen) storage().setItem(key, String(epoch));
  } catch {
    // What this page itself has seen still counts.
  }
  newest.set(key, Math.max(seen, epoch));
  return epoch < seen;
}
