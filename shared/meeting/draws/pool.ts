// Who may be drawn.
import { unreachable } from '../../ids.ts';
import { presenting, subjectAsked } from '../agenda/participation.ts';
import { wasReplaced } from '../lookup.ts';
import { isRecused } from '../recusals.ts';
import type { Draw } from './draw.ts';
import type { DrawPurpose, ItemOf } from '../agenda/item.ts';
import type { Meeting } from '../state.ts';

/** Who is in a draw's pool, ascending as a lock wants it, and who of the same kind is left out and why. */
export interface DrawPool {
  readonly ids: readonly string[];
  /** `why` is a short code, never a sentence about a person. */
  readonly excluded: readonly { readonly id: string; readonly why: string }[];
}

export function drawPool(meeting: Meeting, item: ItemOf<'draw'>): DrawPool {
  const found = candidates(meeting, item);
  const ids: string[] = [];
  const excluded: { id: string; why: string }[] = [];
  for (const { id, why } of [...found].sort((a, b) => (a.id < b.id ? -1 : 1)))
    if (why === null) ids.push(id);
    else excluded.push({ id, why });
  return { ids, excluded };
}

function candidates(
  meeting: Meeting,
  item: ItemOf<'draw'>,
): readonly { readonly id: string; readonly why: string | null }[] {
  const seats = [...meeting.seats.values()].filter(
    ({ holder, gone }) => holder.kind === 'reviewer' && gone !== 'replaced',
  );
  const cameFor = (id: Draw['id']) =>
    meeting.replacements.flatMap((one) => (one.draw === id ? (one.in ?? []) : []));
  const before = new Set<string>(
    meeting.draws
      .filter((draw) => draw.purpose === item.purpose && draw.item !== item.id)
      .flatMap((draw) =>
        draw.phase === 'determined' ? [draw.order, cameFor(draw.id)].flat() : [],
      ),
  );
  const earlier = (id: string) => (before.has(id) ? 'drawn-before' : null);
  switch (item.purpose) {
    case 'presenters': {
      const turns = presenting(meeting);
      return [...meeting.subjects.keys()].map((id) => ({
        id,
        why: meeting.out.get(id)?.why ?? (turns.has(id) ? 'on-agenda' : null),
      }));
    }
    case 'verification':
      return [...meeting.subjects.keys()].map((id) => ({
        id,
        why: meeting.out.get(id)?.why ?? earlier(id),
      }));
    case 'panel': {
      const seated = new Set<string>(seats.map(({ holder }) => holder.id));
      return [...meeting.pool.keys()].map((id) => ({
        id,
        why: seated.has(id) ? 'seated' : wasReplaced(meeting, id) ? 'replaced' : null,
      }));
    }
    case 'questioner': {
      const asked = subjectAsked(meeting, item);
      return seats
        .filter(({ present }) => present)
        .map((seat) => ({
          id: seat.holder.id,
          why:
            asked !== undefined && isRecused(meeting, seat, asked)
              ? 'recused'
              : earlier(seat.holder.id),
        }));
    }
    case 'team':
      return seats.map(({ holder: { id } }) => ({ id, why: earlier(id) }));
    default:
      return unreachable(item.purpose);
  }
}

/** Whether a draw is among people; else it is among subjects. */
export function drawsPeople(purpose: DrawPurpose): boolean {
  return purpose === 'panel' || purpose === 'questioner' || purpose === 'team';
}
