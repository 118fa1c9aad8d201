// The agenda under edit: kind → the fields of its settings, their summary, and what a new one takes over.
import type { ComponentType } from 'react';
import { drawsPeople, PURPOSES } from '../../../shared/meeting/draws/purposes.ts';
import type { SubjectId } from '../../../shared/ids.ts';
import type { Disclosure, ItemOf, Kind } from '../../../shared/meeting/agenda/item.ts';
import { KIND_NAMES } from '../../../shared/meeting/agenda/kinds.ts';
import type { consoleAgendaText } from '../../../shared/text/console/agenda.ts';
import type { ConsoleText } from '../../../shared/text/console.ts';
import type { SetupSlice } from '../../../shared/views/slices/staff-slices.ts';
import { later } from '../../live/later.ts';
import { Lines, Minutes, OneCategory, OnlyUnit, Scored, Title, Unit } from './ItemFields.tsx';
import type { FormProps } from './kind-props.ts';

interface Said {
  readonly text: ConsoleText;
  readonly words: (typeof consoleAgendaText)['zh'];
  readonly categories: SetupSlice['categories'];
}

interface KindInSetup<K extends Kind> {
  /** Of its form; none where there is nothing to set. */
  readonly fields: readonly ComponentType<FormProps<K>>[];
  /** Its settings in a line. */
  summary(item: ItemOf<K>, said: Said): readonly string[];
  /** A new one as the last of its kind was set. */
  like(item: ItemOf<K>, last: ItemOf<K>): ItemOf<K>;
  /** The same about another unit, where it is about one. */
  about(item: ItemOf<K>, subject: SubjectId): ItemOf<K>;
  /** With its numbers shown at another time, where the stage decides that until the round opens. */
  readonly disclosed: ((item: ItemOf<K>, disclosure: Disclosure) => ItemOf<K>) | null;
  /** What must be filled in before it can stand, as a sentence. */
  lacks(item: ItemOf<K>, said: Pick<Said, 'words'>): string | null;
}

const same = <I>(item: I): I => item;
const PLAIN = { like: same, about: same, disclosed: null, lacks: () => null };

const KINDS: { readonly [K in Kind]: KindInSetup<K> } = {
  'check-in': { ...PLAIN, fields: [], summary: () => [] },
  draw: {
    ...PLAIN,
    fields: [later(async () => (await import('./DrawForm.tsx')).DrawForm)],
    summary: ({ take, purpose, sources, rule, tie, without = [] }, { text, words }) => {
      const people = drawsPeople(purpose);
      const left = new Set(without.flatMap(({ ids }) => ids)).size;
      return [
        tie
          ? words.sharing(tie.place)
          : PURPOSES[purpose].orders
            ? words.drawsAll
            : text.agenda.drawTakes(take, people),
        ...(rule?.kind === 'bands' ? [words.byPlace] : []),
        ...(left > 0 ? [words.leavesOut(people, left)] : []),
        sources.map((source) => text.sources[source]).join(text.agenda.plus),
      ];
    },
    lacks: ({ rule }, { words }) => {
      const quotas = rule && 'quotas' in rule ? rule.quotas : undefined;
      const isWrong = quotas && (quotas.length === 0 || quotas.some(({ min, max }) => min > max));
      return isWrong ? words.quotasLack : null;
    },
  },
  presentation: {
    ...PLAIN,
    fields: [Unit, Minutes],
    summary: ({ seconds }, { text }) => [text.agenda.lasts(seconds)],
    like: (item, { seconds }) => ({ ...item, seconds }),
    about: (item, subject) => ({ ...item, subject }),
  },
  score: {
    fields: [OnlyUnit, Scored],
    summary: ({ disclosure, seconds, closes, who }, { text, words }) => [
      ...(who ? [words.byUnits] : []),
      text.disclosures[disclosure],
      text.agenda.lasts(seconds),
      ...(closes ? [words.closesShort] : []),
    ],
    like: (item, { sheet, disclosure, seconds, closes, who }) => ({
      ...{ ...item, sheet, disclosure, seconds },
      ...(closes ? { closes } : {}),
      ...(who ? { who } : {}),
    }),
    about: (item, subject) => ({ ...item, subjects: [subject] }),
    disclosed: (item, disclosure) => ({ ...item, disclosure }),
    lacks: () => null,
  },
  written: {
    ...PLAIN,
    fields: [later(async () => (await import('./WrittenForm.tsx')).WrittenForm)],
    summary: ({ subjects, disclosure, who }, { text, words }) => [
      ...(who ? [words.byUnits] : []),
      subjects === 'rest' ? words.writtenAbouts.rest : words.pickUnits(subjects.length),
      text.disclosures[disclosure],
    ],
  },
  board: {
    ...PLAIN,
    fields: [OneCategory],
    summary: ({ category }, { categories }) =>
      categories.flatMap(({ id, name }) => (id === category ? [name] : [])),
  },
  card: {
    ...PLAIN,
    fields: [Title, Lines],
    summary: ({ title }) => [title],
    lacks: ({ title }, { words }) => (title.trim() === '' ? words.cardTitleMissing : null),
  },
};

export function setupOf<K extends Kind>({ kind }: { readonly kind: K }): KindInSetup<K> {
  return KINDS[kind];
}

/** The usual run of a double-random review. */
export const USUAL_RUN: readonly Kind[] = ['check-in', 'draw', 'board'];

const TURN: readonly Kind[] = ['presentation', 'score'];

/** What is put on the agenda in one go while the meeting runs: a turn, or one item. */
export const ADDITIONS: readonly [readonly Kind[], ...(readonly Kind[])[]] = [
  TURN,
  ...KIND_NAMES.flatMap((kind) => (kind === TURN[0] ? [] : [[kind]])).reverse(),
];
