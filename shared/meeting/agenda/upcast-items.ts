// Items of logs of version 1: turns were neighbours about one unit, what a draw had made was told by ids with dots, and what
// a withdrawal had skipped by its reason.
import type { ItemId, SubjectId } from '../../ids.ts';
import type { MeetingEvent } from '../events.ts';
import type { Item } from './item.ts';
import { kindOf } from './kinds.ts';
import { asPlaced, inserted, subjectOf, withTurns } from './turn.ts';

/** Reads the agenda's events of one log in their order: an item alone does not tell which turn it is of. */
export class AgendaUpcaster {
  #agenda: readonly Item[] = [];
  readonly #skipped = new Map<ItemId, string>();

  /** The event with items that say their turn and their draw, and with the turns that a withdrawal has skipped. */
  read(event: MeetingEvent): MeetingEvent {
    switch (event.type) {
      case 'AgendaSet': {
        const items = withTurns(event.items.map(ofDraw));
        this.#agenda = items;
        return { ...event, items };
      }
      case 'ItemsInserted': {
        const items = withTurns(event.items.map(ofDraw));
        this.#agenda = inserted(this.#agenda, event.after ?? null, items);
        return { ...event, items };
      }
      case 'ItemsRemoved':
        this.#agenda = this.#agenda.filter(({ id }) => !event.items.includes(id));
        return event;
      case 'ItemsMoved': {
        const moved = event.items.flatMap(
          (id) => this.#agenda.find((item) => item.id === id) ?? [],
        );
        const rest = this.#agenda.filter(({ id }) => !event.items.includes(id));
        this.#agenda = inserted(rest, event.after ?? null, moved);
        return event;
      }
      case 'ItemChanged': {
        const changed = this.#agenda.map((item) => (item.id === event.item.id ? event.item : item));
        this.#agenda = withTurns(asPlaced({ agenda: this.#agenda }, changed));
        const item = this.#agenda.find(({ id }) => id === event.item.id) ?? event.item;
        return { ...event, item };
      }
      case 'ItemSkipped':
        this.#skipped.set(event.item, event.reason);
        return event;
      case 'ItemRestored':
        this.#skipped.delete(event.item);
        return event;
      case 'SubjectWithdrawn':
        return { ...event, turns: event.turns ?? this.#skippedFor(event.subject, event.reason) };
      case 'SubjectsCombined':
        return { ...event, turns: event.turns ?? this.#skippedFor(event.from, event.reason) };
      default:
        return event;
    }
  }

  #skippedFor(subject: SubjectId, reason: string): readonly ItemId[] {
    const own = this.#agenda.filter((item) => subjectOf(item) === subject);
    return own.flatMap(({ id }) => (this.#skipped.get(id) === reason ? [id] : []));
  }
}

/** `<item of the draw>.<unit>.p` and `.s`: nobody else made ids with a dot. */
function ofDraw(item: Item): Item {
  const subject = subjectOf(item);
  if (subject === undefined) return item;
  const unit = `.${subject}.${kindOf(item).presents ? 'p' : 's'}`;
  if (!item.id.endsWith(unit)) return item;
  const drawn = item.id.slice(0, -unit.length) as ItemId;
  return { ...item, turn: `${item.id.slice(0, -1)}p` as ItemId, drawn };
}
