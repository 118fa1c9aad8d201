// What an agenda lacks, and which of its items could not be carried out: found before the day instead of on stage.
import { drawTerms, termsFlaws } from '../meeting/draws/terms.ts';
import { inPlay } from '../meeting/agenda/participation.ts';
import { drawOfItem, isItem, newestVersion } from '../meeting/lookup.ts';
import type { DrawPurpose, Item, ItemOf } from '../meeting/agenda/item.ts';
import type { Meeting } from '../meeting/state.ts';
import type { AgendaFlaw } from './readiness-lines.ts';

/** Everything that keeps the agenda from being carried out as it stands. */
export function agendaFlaws(meeting: Meeting): readonly AgendaFlaw[] {
  const items = inPlay(meeting);
  const flaws: AgendaFlaw[] = [];
  const kinds = new Set(items.map(({ kind }) => kind));
  const presents = items.some((item) => isItem(item, 'draw') && item.purpose === 'presenters');
  if (!kinds.has('check-in')) flaws.push({ kind: 'no-check-in' });
  if (!presents && !kinds.has('score') && !kinds.has('written')) flaws.push({ kind: 'no-scoring' });
  if (!kinds.has('board')) flaws.push({ kind: 'no-board' });
  const lost = items.filter((item) => {
    const ids = isItem(item, 'presentation')
      ? [item.subject]
      : isItem(item, 'score')
        ? item.subjects
        : [];
    return ids.some((id) => !meeting.subjects.has(id) || meeting.out.has(id));
  }).length;
  if (lost > 0) flaws.push({ kind: 'no-subject', items: lost });
  const sheetless = items.filter((item) => {
    const id = sheetOfItem(item);
    return id !== null && !newestVersion(meeting.sheets, id);
  }).length;
  if (sheetless > 0) flaws.push({ kind: 'no-sheet', items: sheetless });
  return [...flaws, ...drawFlaws(meeting)];
}

/** What {@link drawFlaws} reads, with the answer: a phone that checks in changes none of it. */
interface KnownFlaws {
  readonly of: readonly unknown[];
  readonly flaws: readonly AgendaFlaw[];
}
const known = new WeakMap<Meeting['agenda'], KnownFlaws>();

/** Draws that could not be locked as things stand, were everyone with a seat in the hall. */
function drawFlaws(meeting: Meeting): readonly AgendaFlaw[] {
  const { agenda, skipped, subjects, out, categories, groups, pool, seats } = meeting;
  const { draws, replacements } = meeting;
  const lists = [skipped, subjects, out, categories, groups, pool, seats.size];
  const of: readonly unknown[] = [...lists, draws, replacements];
  const before = known.get(agenda);
  if (before?.of.every((one, n) => one === of[n])) return before.flaws;
  const present = new Map([...seats].map(([id, seat]) => [id, { ...seat, present: true }]));
  const full: Meeting = { ...meeting, seats: present };
  const flaws = planned(meeting).flatMap((item) => flawsOfDraw(full, item));
  known.set(agenda, { of, flaws });
  return flaws;
}

function flawsOfDraw(meeting: Meeting, item: ItemOf<'draw'>): readonly AgendaFlaw[] {
  const { purpose } = item;
  // A locked draw has its pool; and whom it chooses from may not be known yet.
  if (drawOfItem(meeting, item.id)?.phase === 'locked' || !isPoolKnown(meeting, purpose)) return [];
  return termsFlaws(item, drawTerms(meeting, item)).map(({ cell, have, want }): AgendaFlaw => {
    const named = [...meeting.groups, ...meeting.categories].find(({ id }) => id === cell);
    const kind = cell === null ? 'draw-too-large' : named ? 'cell-too-small' : 'cell-gone';
    return { kind, purpose, cell: named?.name ?? '', take: want, of: have };
  });
}

function isPoolKnown({ subjects, pool, seats }: Meeting, purpose: DrawPurpose): boolean {
  switch (purpose) {
    case 'presenters':
    case 'verification':
      return subjects.size > 0;
    case 'panel':
      return pool.size > 0;
    case 'questioner':
    case 'team':
      return seats.size > 0;
  }
}

/** Draws of the agenda that are still to come. */
export function planned(meeting: Meeting): readonly ItemOf<'draw'>[] {
  return inPlay(meeting).filter((item): item is ItemOf<'draw'> => {
    const phase = isItem(item, 'draw') ? drawOfItem(meeting, item.id)?.phase : 'determined';
    return phase !== 'determined';
  });
}

export function sheetOfItem(item: Item): string | null {
  if (item.kind === 'score' || item.kind === 'written') return item.sheet;
  return item.kind === 'draw' ? (item.follow?.score.sheet ?? null) : null;
}
