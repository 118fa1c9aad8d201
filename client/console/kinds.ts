// What the console says of each kind without showing it: what an item is about, and whom the roll counts meanwhile.
import type { ItemOf, Kind } from '../../shared/meeting/agenda/item.ts';
import type { SubjectCard } from '../../shared/views/slices/cards.ts';
import type { SetupSlice } from '../../shared/views/slices/staff-slices.ts';
import type { StageBody } from '../../shared/views/slices/stage-slices.ts';
import { factsOf, type Kind as StageKind } from '../live/kinds.ts';

interface KindWords<K extends Kind> {
  /** Its unit, its category or its title; empty where it is about none. */
  about(item: ItemOf<K>, subject: SubjectCard | null, categories: SetupSlice['categories']): string;
  /** Whether that says it all, without the name of its kind. */
  readonly alone: boolean;
}

const OF_UNIT = {
  about: (_: unknown, subject: SubjectCard | null) => subject?.name ?? '',
  alone: false,
};

const WORDS: { readonly [K in Kind]: KindWords<K> } = {
  'check-in': OF_UNIT,
  draw: OF_UNIT,
  presentation: OF_UNIT,
  score: OF_UNIT,
  written: OF_UNIT,
  board: {
    about: ({ category }, _, categories) =>
      categories.find(({ id }) => id === category)?.name ?? '',
    alone: false,
  },
  card: { about: ({ title }) => title, alone: true },
};

export function wordsOf<K extends Kind>({ kind }: { readonly kind: K }): KindWords<K> {
  return WORDS[kind];
}

/** Seats still empty, ballots still owed, seats not finished with the batch, or people present. */
export type Counted = 'seats' | 'ballots' | 'batch' | 'present';

const COUNTED: Readonly<Record<StageKind, Counted>> = {
  idle: 'present',
  'check-in': 'seats',
  draw: 'present',
  presentation: 'present',
  score: 'ballots',
  written: 'batch',
  board: 'present',
  card: 'present',
};

/** Nothing is owed before a round opens. */
export function countedOf(body: StageBody): Counted {
  return factsOf(body).round?.phase === 'ready' ? 'present' : COUNTED[body.kind];
}
