// [R2] Version 1 did not say which turn an item is of, nor what a withdrawal had skipped: its agenda up to there does.
import { describe, expect, it } from 'vitest';
import type { Item } from '../../../shared/meeting/agenda/item.ts';
import { AgendaUpcaster } from '../../../shared/meeting/agenda/upcast-items.ts';
import type { MeetingEvent } from '../../../shared/meeting/events.ts';
import { itemId, subjectId } from '../../builders.ts';
import { asking, card, present, score } from './agenda-builders.ts';

/** The last of these events as this version has it. */
function last(...events: readonly MeetingEvent[]): MeetingEvent | undefined {
  const upcaster = new AgendaUpcaster();
  return events.map((event) => upcaster.read(event)).at(-1);
}

const set = (...items: readonly Item[]): MeetingEvent => ({ type: 'AgendaSet', items });
const skipped = (id: string, reason = '撤销'): MeetingEvent => ({
  ...{ type: 'ItemSkipped', item: itemId(id), reason },
});

describe('[R2] a draw of who asks that is changed', () => {
  const turnOf = (...before: readonly MeetingEvent[]) => {
    const event = last(...before, { type: 'ItemChanged', item: asking('q') });
    return event?.type === 'ItemChanged' ? event.item.turn : 'another event';
  };
  const agenda = set(present('U1'), score('U1'), present('U2'), score('U2'), asking('q'));

  it('is of the turn before it', () => {
    expect(turnOf(agenda)).toBe('p-U2');
  });

  it('is of the turn that it was moved to', () => {
    const after = itemId('p-U1');
    expect(turnOf(agenda, { type: 'ItemsMoved', items: [itemId('q')], after, reason: '' })).toBe(
      'p-U1',
    );
  });

  it('is of none that was removed, and of one that was added', () => {
    const gone = [itemId('p-U2'), itemId('s-U2')];
    expect(turnOf(agenda, { type: 'ItemsRemoved', items: gone })).toBe('p-U1');
    const late = { type: 'ItemsInserted', after: itemId('s-U2'), items: [present('U3')] } as const;
    expect(turnOf(agenda, late)).toBe('p-U3');
  });
});

const withdrawn: MeetingEvent = {
  ...{ type: 'SubjectWithdrawn', subject: subjectId('U1'), reason: '撤销' },
};
const combined: MeetingEvent = {
  ...{ type: 'SubjectsCombined', from: subjectId('U1'), into: subjectId('U2'), reason: '撤销' },
};

describe.each([withdrawn, combined])('[R2] a unit that left by $type', (leaves) => {
  const agenda = set(card('c'), present('U1'), score('U1'), present('U2'));
  const turnsOf = (...before: readonly MeetingEvent[]) => {
    const event = last(agenda, ...before, leaves);
    return event && 'turns' in event ? event.turns : 'none said';
  };

  it('lost the items of its own that were skipped for the same reason', () => {
    const all = [skipped('c'), skipped('p-U1'), skipped('s-U1'), skipped('p-U2')];
    expect(turnsOf(...all)).toEqual(['p-U1', 's-U1']);
    expect(turnsOf(skipped('p-U1', '请假'), skipped('s-U1'))).toEqual(['s-U1']);
  });

  it('did not lose what was taken up again', () => {
    const again = { type: 'ItemRestored', item: itemId('p-U1') } as const;
    expect(turnsOf(skipped('p-U1'), skipped('s-U1'), again)).toEqual(['s-U1']);
  });
});
