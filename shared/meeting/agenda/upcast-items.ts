// Items of logs of version 1: turns were neighbours about one unit, and what a draw had made was told by ids with dots.
import type { ItemId } from '../../ids.ts';
import type { MeetingEvent } from '../events.ts';
import type { Item } from './item.ts';
import { withTurns } from './turn.ts';

/** The event with items that say which turn they are of, and which draw made them. */
export function upcastItems(event: MeetingEvent): MeetingEvent {
  switch (event.type) {
    case 'AgendaSet':
    case 'ItemsInserted':
      return { ...event, items: withTurns(event.items.map(ofDraw)) };
    case 'ItemChanged':
      return { ...event, item: ofDraw(event.item) };
    default:
      return event;
  }
}

/** `<item of the draw>.<unit>.p` and `.s`: nobody else made ids with a dot. */
function ofDraw(item: Item): Item {
  const unit =
    item.kind === 'presentation'
      ? `.${item.subject}.p`
      : item.kind === 'score'
        ? `.${item.subjects[0]}.s`
        : null;
  if (unit === null || !item.id.endsWith(unit)) return item;
  const drawn = item.id.slice(0, -unit.length) as ItemId;
  return { ...item, turn: `${item.id.slice(0, -1)}p` as ItemId, drawn };
}
