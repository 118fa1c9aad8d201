// Changes that a person has begun and not saved: kept beside the view, with the state they were begun on.
import { createStore } from 'zustand/vanilla';
import type { Expectation } from '../../../shared/meeting/commands.ts';

export interface Draft {
  readonly value: unknown;
  /** What the screen showed at the first change: a save on top of someone else's is refused as stale. */
  readonly expects: Expectation;
}

export type Drafts = ReturnType<typeof newDrafts>;

export function newDrafts() {
  return createStore<Readonly<Record<string, Draft | undefined>>>(() => ({}));
}
