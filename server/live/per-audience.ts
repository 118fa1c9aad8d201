// The audiences, and something for each of them.
import type { Audience } from '../../shared/views/audiences/audiences.ts';

/** In the order in which they are told of one change: the hall first, whoever is far away last. */
export const AUDIENCES: readonly Audience[] = ['screen', 'panel', 'staff', 'public'];

export function perAudience<T>(make: (audience: Audience) => T): Readonly<Record<Audience, T>> {
  return Object.fromEntries(AUDIENCES.map((one) => [one, make(one)])) as Record<Audience, T>;
}
