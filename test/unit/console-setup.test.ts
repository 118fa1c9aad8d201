// What the console fills in of a new item: what the last one of its kind had, and the unit that is meant.
import { describe, expect, it, vi } from 'vitest';
import { setupOf } from '../../client/console/setup/kinds.ts';
import type { Item } from '../../shared/meeting/agenda/item.ts';
import { subjectOf } from '../../shared/meeting/agenda/turn.ts';
import { consoleAgendaText } from '../../shared/text/console/agenda.ts';
import { itemId, subjectId } from '../builders.ts';
import { present, score } from './meeting/agenda-builders.ts';

// The page's language is asked of the browser as the first part of a page is loaded.
vi.hoisted(() => {
  vi.stubGlobal('location', { search: '?lang=en' });
  vi.stubGlobal('document', { documentElement: {} });
});

/** As a form knows it, which asks each kind only about its own. */
const like = (item: Item, last: Item) => setupOf(item).like(item, last);
const about = (item: Item, unit: string) => setupOf(item).about(item, subjectId(unit));

describe('a new item', () => {
  it('lasts as long as the last presentation, and is about its own unit', () => {
    const last = { ...present('U1'), seconds: 300 } as Item;
    expect(like(present('U2'), last)).toEqual({ ...present('U2'), seconds: 300 });
  });

  it('is scored like the last one, and about its own unit', () => {
    const settings = { sheet: 'short', disclosure: 'live', seconds: 45, closes: 'itself' } as const;
    const last = { ...score('U1'), ...settings } as Item;
    expect(like(score('U2'), last)).toEqual({ ...score('U2'), ...settings });
  });

  it.each([present('U1'), score('U1')])(
    'of a turn is about the unit that is chosen: $kind',
    (item) => {
      const other = about(item, 'U2');
      expect(subjectOf(other)).toBe('U2');
      expect(other).toEqual(
        item.kind === 'score' ? { ...score('U2'), id: item.id } : { ...present('U2'), id: item.id },
      );
    },
  );

  it('with a title waits for it', () => {
    const card = (title: string) => ({ id: itemId('c'), kind: 'card', title, text: '' }) as const;
    const words = consoleAgendaText.en;
    const lacks = (title: string) => setupOf(card(title)).lacks(card(title), { words });
    expect(lacks(' ')).toBe(words.cardTitleMissing);
    expect(lacks('Break')).toBeNull();
  });
});
