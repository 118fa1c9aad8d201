// What the views ask of a kind of item. Each kind answers in its own file; a missing answer does not compile.
import type { ItemOf, Kind } from '../../meeting/agenda/item.ts';
import type { ProgressSlice } from '../slices/number-slices.ts';
import type { AgendaFlaw } from '../slices/readiness-lines.ts';
import type { Seen } from '../seen.ts';
import type { StageBody } from '../slices/stage-slices.ts';
import type { NextStep, StepAct } from '../slices/next-step.ts';

export interface KindView<K extends Kind> {
  /** What the stage shows of it. */
  stage(seen: Seen, item: ItemOf<K>): Bodies[K];
  /** What phones get of it, and what staff do; absent: what the stage shows. */
  phone?(seen: Seen, item: ItemOf<K>): Bodies[K];
  staff?(seen: Seen, item: ItemOf<K>): Bodies[K];
  /** The next step while it is on stage and not over. */
  step(seen: Seen, item: ItemOf<K>, steps: Steps): NextStep;
  /** What is left to do once its result stands; absent where nothing ever is. */
  rest?(seen: Seen, item: ItemOf<K>, steps: Steps): NextStep | null;
  /** How many have done what it asks of them. */
  progress(seen: Pick<Seen, 'meeting' | 'book'>, item: ItemOf<K>): ProgressSlice;
  /** What lists say of it beside the name of its kind; empty where that says enough. */
  title(seen: Seen, item: ItemOf<K>): string;
  /** The flaw of an agenda that has nothing like it. */
  fills(item: ItemOf<K>): AgendaLack | null;
}

type Bodies = { readonly [B in StageBody as B['kind']]: B };

export type AgendaLack = Extract<
  AgendaFlaw,
  { readonly kind: `no-${string}`; readonly items?: never }
>['kind'];

/** How a step is made. */
export interface Steps {
  readonly make: (
    act: StepAct,
    more?: Partial<Pick<NextStep, 'expects' | 'irreversible'>>,
  ) => NextStep;
  /** The way on, where nothing is left to do here. */
  readonly onward: () => NextStep;
}

export const NOTHING_COUNTED: ProgressSlice = { kind: null, done: 0, expected: 0, groups: [] };
