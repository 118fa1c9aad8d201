// Whom a simulated phone plays.
import type { ReviewerId } from '../../shared/ids.ts';
import { keyOf, type Holder, type HolderKey } from '../../shared/meeting/people.ts';

/** A person by their id, a unit by its key: no id has a stroke in it, so the two never meet. */
export type Played = ReviewerId | HolderKey;

export function playedBy(holder: Holder): Played {
  return holder.kind === 'reviewer' ? holder.id : keyOf(holder);
}
