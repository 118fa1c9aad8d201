// The agenda while it is edited: new items with usual settings, and the least command that makes it stand.
import type { ItemId, SubjectId } from '../../../shared/ids.ts';
import type { StaffCommand } from '../../../shared/meeting/commands.ts';
import type { Item, ItemBody, ScoreSettings } from '../../../shared/meeting/agenda/item.ts';
import { PRESENTATION_SECONDS, usualDraw } from './draw-draft.ts';
import { freshId } from './fresh-id.ts';

export type Kind = ItemBody['kind'];
export const KINDS: readonly Kind[] = [
  'check-in',
  'draw',
  'presentation',
  'score',
  'written',
  'board',
  'card',
];

const SCORE_SECONDS = 90;

export interface Surroundings {
  /** Sheet ids, the usual one first. */
  readonly sheets: readonly string[];
  readonly subjects: readonly SubjectId[];
  /** What a new card is called until somebody writes its title. */
  readonly cardTitle: string;
}

/** A new item, or null where it would need a unit and there is none. */
export function newItem(kind: Kind, { sheets, subjects, cardTitle }: Surroundings): Item | null {
  const id = freshId(kind) as ItemId;
  const [subject] = subjects;
  const score: ScoreSettings = {
    sheet: sheets[0] ?? 'sheet',
    disclosure: 'live',
    seconds: SCORE_SECONDS,
  };
  switch (kind) {
    case 'check-in':
    case 'board':
      return { id, kind };
    case 'draw':
      return usualDraw(id, 'presenters', score, subjects.length);
    case 'card':
      return { id, kind, title: cardTitle, text: '' };
    case 'written':
      return {
        id,
        kind,
        subjects: 'rest',
        // A sheet made for it comes before the one for the stage.
        sheet: sheets.find((sheet) => sheet === 'written') ?? score.sheet,
        disclosure: 'hidden',
      };
    case 'presentation':
      return subject === undefined ? null : { id, kind, subject, seconds: PRESENTATION_SECONDS };
    case 'score':
      return subject === undefined
        ? null
        : { id, kind, subjects: [subject], secrecy: 'named', ...score };
  }
}

/** The usual run of a double-random review. */
export function usualAgenda(surroundings: Surroundings): readonly Item[] {
  const kinds: readonly Kind[] = ['check-in', 'draw', 'board'];
  return kinds.flatMap((kind) => newItem(kind, surroundings) ?? []);
}

/** One item where only its settings differ, so that a colleague's work elsewhere is not overwritten; else the list. */
export function agendaCommand(before: readonly Item[], after: readonly Item[]): StaffCommand {
  const sameOrder =
    before.length === after.length && before.every(({ id }, n) => id === after[n]?.id);
  const changed = after.filter((item, n) => JSON.stringify(item) !== JSON.stringify(before[n]));
  const [only] = changed;
  return sameOrder && only && changed.length === 1
    ? { type: 'ChangeItem', item: only }
    : { type: 'SetAgenda', items: after };
}
