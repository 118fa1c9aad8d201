// A turn is said by its items: which belong together, and which draw made them, is read out of no id and no neighbour.
import { describe, expect, it } from 'vitest';
import { AgendaUpcaster } from '../../../shared/meeting/agenda/upcast-items.ts';
import { partsOf } from '../../../shared/meeting/agenda/turn.ts';
import { subjectAsked } from '../../../shared/meeting/agenda/participation.ts';
import type { Item } from '../../../shared/meeting/agenda/item.ts';
import type { MeetingEvent } from '../../../shared/meeting/events.ts';
import { itemById } from '../../../shared/meeting/agenda/items.ts';
import { CLERK, itemId, subjectId, type Play } from '../../builders.ts';
import {
  asking,
  card,
  drawn,
  enter,
  move,
  planned,
  present,
  score,
  skip,
} from './agenda-builders.ts';

const turns = (items: readonly Item[]) =>
  items.flatMap(({ id, turn }) => (turn === undefined ? [] : [[id, turn]]));
const parts = (play: Play, id: string) => {
  const item = itemById(play.meeting, itemId(id));
  if (!item) throw new Error(`no item ${id}`);
  return partsOf(play.meeting, item).map((one) => one.id as string);
};
const asked = (play: Play, id: string) => {
  const item = itemById(play.meeting, itemId(id));
  return item && subjectAsked(play.meeting, item);
};

describe('a turn', () => {
  it('is a unit’s presentation and its scoring, wherever they stand', () => {
    const play = planned({ units: 5 }, [score('U3')]);
    expect(turns(play.meeting.agenda)).toEqual([
      ['p-U1', 'p-U1'],
      ['s-U1', 'p-U1'],
      ['p-U2', 'p-U2'],
      ['s-U2', 'p-U2'],
      ['s-U3', 's-U3'],
    ]);
    play.staff(move(['s-U1'], 'end'));
    play.staff({ type: 'AddItems', after: itemId('in'), items: [card('tea'), present('U3')] });
    expect(parts(play, 'p-U1')).toEqual(['p-U1', 's-U1']);
    expect(parts(play, 'p-U3')).toEqual(['p-U3', 's-U3']);
    expect(parts(play, 'tea')).toEqual(['tea']);
    // A second presentation begins a turn of its own.
    play.staff({
      type: 'AddItems',
      after: null,
      items: [{ ...present('U1'), id: itemId('again') }],
    });
    expect(parts(play, 'again')).toEqual(['again']);
    // Taken up, it comes back with its parts, though others stand between them.
    play
      .staff(enter('in'))
      .staff(skip('p-U1', '出差', 's-U1'))
      .staff(enter('s-U1'));
    expect(play.meeting.skipped.size).toBe(0);
  });

  it('is another one where an item comes to be about another unit, and stays where settings change', () => {
    const play = planned();
    play.staff({ type: 'ChangeItem', item: { ...present('U1'), seconds: 60 } as Item });
    expect(parts(play, 's-U1')).toEqual(['p-U1', 's-U1']);
    play.staff({ type: 'ChangeItem', item: { ...present('U4'), id: itemId('p-U1') } });
    expect(parts(play, 's-U1')).toEqual(['s-U1']);
    expect(parts(play, 'p-U1')).toEqual(['p-U1']);
  });

  it('holds the draw of who asks, which is about another unit once it is moved behind it', () => {
    const play = planned();
    play.staff({ type: 'AddItems', after: itemId('p-U1'), items: [asking('q')] });
    expect(parts(play, 's-U1')).toEqual(['p-U1', 'q', 's-U1']);
    expect(asked(play, 'q')).toBe('U1');
    play.staff(move(['q'], 'p-U2'));
    expect(asked(play, 'q')).toBe('U2');
    expect(parts(play, 's-U2')).toEqual(['p-U2', 'q', 's-U2']);
    play.staff({ type: 'AddItems', after: itemId('p-U2'), items: [present('U5')] });
    expect(asked(play, 'q')).toBe('U2');
    play.staff({ type: 'SetAgenda', items: play.meeting.agenda.filter(({ id }) => id !== 'p-U5') });
    expect(asked(play, 'q')).toBe('U2');
    play.staff(move(['q'], null));
    expect(asked(play, 'q')).toBeUndefined();
  });

  it('[R9] says which draw made it', () => {
    const play = drawn();
    const made = play.meeting.agenda.filter((one) => one.drawn !== undefined);
    expect(made).toHaveLength(6);
    expect(new Set(made.map((one) => one.drawn))).toEqual(new Set(['presenters']));
    for (const { id, turn } of made) expect(parts(play, id)).toHaveLength(turn ? 2 : 0);
  });
});

describe('[R2] items of logs of version 1', () => {
  const old: readonly Item[] = [
    { ...present('U.1'), id: itemId('draw.U.1.p') },
    { ...score('U.1'), id: itemId('draw.U.1.s') },
    present('U2'),
    asking('q'),
    score('U2'),
    { ...score('U9'), id: itemId('a.b') },
    card('c.d'),
  ];

  it('say their turns and draws once they are read', () => {
    const read = new AgendaUpcaster().read({ type: 'AgendaSet', items: old });
    const items = read.type === 'AgendaSet' ? read.items : [];
    expect(turns(items)).toEqual([
      ['draw.U.1.p', 'draw.U.1.p'],
      ['draw.U.1.s', 'draw.U.1.p'],
      ['p-U2', 'p-U2'],
      ['q', 'p-U2'],
      ['s-U2', 'p-U2'],
      ['a.b', 'a.b'],
    ]);
    expect(items.map((item) => item.drawn)).toEqual(['draw', 'draw', ...Array<undefined>(5)]);
    expect(new AgendaUpcaster().read(read)).toEqual(read);
  });

  it('keep them where one of them was changed', () => {
    const play = planned();
    const log = new AgendaUpcaster();
    const read = (event: MeetingEvent) => {
      play.record(log.read(event), CLERK);
    };
    read({ type: 'AgendaSet', items: play.meeting.agenda });
    read({ type: 'ItemsInserted', items: [old[0] ?? card('x'), old[1] ?? card('y')] });
    const changed = { ...score('U.1'), id: itemId('draw.U.1.s'), seconds: 9 } as Item;
    read({ type: 'ItemChanged', item: changed });
    read({ type: 'ItemChanged', item: { ...score('U1'), seconds: 9 } as Item });
    expect(itemById(play.meeting, changed.id)).toMatchObject({ seconds: 9, drawn: 'draw' });
    expect(parts(play, 'draw.U.1.p')).toEqual(['draw.U.1.p', 'draw.U.1.s']);
    expect(parts(play, 'p-U1')).toEqual(['p-U1', 's-U1']);
    expect(subjectId('U.1')).toBe('U.1');
  });
});
