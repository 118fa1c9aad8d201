// Refusals that concern the whole page and not only what was pressed: a session that is over, an address that is not ours.
import type { Refusal } from '../../shared/meeting/refusals.ts';

type Listener = (refusal: Refusal) => void;

const listeners = new Set<Listener>();

/** Every refusal that reaches this page passes here, over HTTP or a socket. */
export function passOn(refusal: Refusal): void {
  for (const listener of listeners) listener(refusal);
}

/** @returns what ends it */
export function onRefusal(listener: Listener): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
