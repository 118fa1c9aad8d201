// Which of two servers goes on with a meeting: the one whose epoch is higher. A phone never goes back (RULES.md §4).

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
    const stored = Number.isSafeInteger(kept) ? kept : 0;
    seen = Math.max(seen, stored);
    // Also where another page, which had not seen it yet, has put a lower one in its place.
    if (Math.max(epoch, seen) > stored) storage().setItem(key, String(Math.max(epoch, seen)));
  } catch {
    // What this page itself has seen still counts.
  }
  newest.set(key, Math.max(seen, epoch));
  return epoch < seen;
}
