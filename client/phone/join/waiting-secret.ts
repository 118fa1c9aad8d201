// The code of a phone that waits for a seat, kept through a reload: in this tab alone, and no longer than it waits.
import type { Secret } from './claim.ts';

export function keptSecret(
  meeting: string,
  storage: () => Pick<Storage, 'getItem'>,
): Secret | null {
  try {
    const kept: unknown = JSON.parse(storage().getItem(keyOf(meeting)) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return null;
    if ('ticket' in kept && typeof kept.ticket === 'string') return { ticket: kept.ticket };
    return 'typed' in kept && typeof kept.typed === 'string' ? { typed: kept.typed } : null;
  } catch {
    return null;
  }
}

/** @param secret null: nobody waits any more, and the code is let go of */
export function keepSecret(
  meeting: string,
  secret: Secret | null,
  storage: () => Pick<Storage, 'setItem' | 'removeItem'>,
): void {
  try {
    if (secret) storage().setItem(keyOf(meeting), JSON.stringify(secret));
    else storage().removeItem(keyOf(meeting));
  } catch {
    // A private window keeps nothing: after a reload the code is scanned again.
  }
}

function keyOf(meeting: string): string {
  return `kleroterion.waiting.${meeting}`;
}
