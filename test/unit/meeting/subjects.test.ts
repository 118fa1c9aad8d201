// Units that withdraw or are combined, and come back.
import { describe, expect, it } from 'vitest';
import { AgendaUpcaster } from '../../../shared/meeting/agenda/upcast-items.ts';
import type { MeetingEvent } from '../../../shared/meeting/events.ts';
import type { StaffCommand } from '../../../shared/meeting/commands.ts';
import { leftOut } from '../../../shared/meeting/agenda/participation.ts';
import { screenView } from '../../../shared/views/audiences/screen.ts';
import { staffView } from '../../../shared/views/audiences/staff.ts';
import { itemId, roundId, subjectId } from '../../builders.ts';
import { planned, enter, open, skip, expectRefused, vote } from './agenda-builders.ts';

describe('a unit that takes part no longer', () => {
  const withdraw = (unit: string, reason = '机构改革'): StaffCommand => ({
    type: 'WithdrawSubject',
    subject: subjectId(unit),
    reason,
  });
  const restore = (unit: string): StaffCommand => ({
    type: 'RestoreSubject',
    subject: subjectId(unit),
    reason: '仍要评议',
  });

  it('its turns are skipped and come back with it; what staff skipped before stays skipped', () => {
    const play = planned().staff(skip('p-U2', '出差'));
    play.staff(withdraw('U1')).staff(withdraw('U2'));
    expect([...leftOut(play.meeting).keys()].sort()).toEqual(['p-U1', 'p-U2', 's-U1', 's-U2']);
    play.staff(restore('U1')).staff(restore('U2'));
    expect([...leftOut(play.meeting)]).toEqual([['p-U2', '出差']]);
  });

  it('who asks it is not drawn either, nor asks the unit before; it is drawn again when the unit is back', () => {
    const play = planned();
    const ask = itemId('ask-U2');
    play.staff({
      type: 'AddItems',
      after: itemId('p-U2'),
      items: [{ id: ask, kind: 'draw', purpose: 'questioner', take: 1, sources: ['dice10'] }],
    });
    play.staff(withdraw('U2'));
    expect(leftOut(play.meeting).get(ask)).toBe('机构改革');
    play.staff(restore('U2'));
    expect(leftOut(play.meeting).size).toBe(0);
    // While the hall looks at who will ask it, it is on stage.
    play.staff(enter('ask-U2'));
    expectRefused(play.decide(withdraw('U2')), 'subject-on-stage');
    play.staff(withdraw('U1'));
    expect(leftOut(play.meeting).has(ask)).toBe(false);
  });

  it('a turn skipped by hand for the same reason stays skipped when the unit comes back', () => {
    const play = planned().staff(skip('p-U1', '机构改革'));
    play.staff(withdraw('U1')).staff(restore('U1'));
    expect([...leftOut(play.meeting)]).toEqual([['p-U1', '机构改革']]);
  });

  it('[R2] in a log that does not say which turns it lost, they are those with its reason', () => {
    const play = planned();
    const log = new AgendaUpcaster();
    log.read({ type: 'AgendaSet', items: play.meeting.agenda });
    const read = (event: MeetingEvent) => {
      play.record(log.read(event), { kind: 'server' });
    };
    for (const item of ['p-U1', 's-U1'])
      read({ type: 'ItemSkipped', item: itemId(item), reason: '机构改革' });
    read({ type: 'SubjectWithdrawn', subject: subjectId('U1'), reason: '机构改革' });
    play.staff(restore('U1'));
    expect(leftOut(play.meeting).size).toBe(0);
  });

  it('combined units have one name and one row; the one that left comes back', () => {
    const play = planned();
    expectRefused(
      play.decide({
        type: 'CombineSubjects',
        into: subjectId('U1'),
        from: subjectId('U1'),
        reason: 'x',
      }),
      'same-subject',
    );
    play.staff({
      type: 'CombineSubjects',
      into: subjectId('U3'),
      from: subjectId('U4'),
      reason: '合并',
    });
    const card_ = staffView(play, {
      connected: new Set(),
      recent: [],
      head: { seq: 0, hash: '', root: '' },
      staffName: (id) => id,
    }).subjects.find(({ id }) => id === 'U3');
    expect(card_?.name).toBe('第3单位、第4单位');
    expectRefused(play.decide(withdraw('U4')), 'subject-out');
    expect(screenView(play).board.of).toBe(4);
    play.staff(restore('U4'));
    expect(screenView(play).board.of).toBe(5);
  });

  it('[R13] leaves the open written round and comes back to it; refused while it is on stage', () => {
    const play = planned().staff(enter('w')).staff(open('w'));
    const subjects = () => play.about('w');
    play.staff(withdraw('U4'));
    expect(subjects()).toEqual(['U3', 'U5']);
    play.staff(restore('U4'));
    expect(subjects()).toEqual(['U3', 'U4', 'U5']);
    play.staff(enter('p-U1'));
    expectRefused(play.decide(withdraw('U1')), 'subject-on-stage');
    play.staff(enter('s-U2')).staff(open('s-U2'));
    expectRefused(play.decide(withdraw('U2')), 'subject-on-stage');
    expectRefused(play.decide(withdraw('U3', ' ')), 'reason-missing');
    expectRefused(play.decide(withdraw('U9')), 'unknown-subject');
    expectRefused(play.decide(restore('U3')), 'unknown-subject');
  });

  it('has no row on the board; its score stays on record and comes back with it', () => {
    const play = planned({ units: 5, groups: [6, 6] });
    for (const unit of ['U1', 'U2']) {
      play.staff(enter(`s-${unit}`)).staff(open(`s-${unit}`));
      for (const seat of play.meeting.seats.keys()) vote(play, seat, unit);
      play.staff({ type: 'CloseRound', round: roundId(`s-${unit}`) });
      play.staff({ type: 'RevealRound', round: roundId(`s-${unit}`) });
    }
    play.staff(enter('end'));
    const rows = () => screenView(play).board.rows.map(({ subject }) => subject.id);
    expect(rows()).toEqual(['U1', 'U2']);
    play.staff(withdraw('U1'));
    expect(rows()).toEqual(['U2']);
    expect(screenView(play).board.rows[0]).toMatchObject({ rank: 1, tied: false });
    play.staff(restore('U1'));
    expect(rows()).toEqual(['U1', 'U2']);
  });

  it('gives the same agenda back: no turn of it is lost or doubled', () => {
    const play = planned();
    const before = JSON.stringify([play.meeting.agenda, [...leftOut(play.meeting)]]);
    for (const unit of ['U1', 'U3']) play.staff(withdraw(unit)).staff(restore(unit));
    expect(JSON.stringify([play.meeting.agenda, [...leftOut(play.meeting)]])).toBe(before);
    play.staff(withdraw('U1'));
    expectRefused(play.decide({ type: 'RestoreItem', item: itemId('p-U1') }), 'subject-out');
    expectRefused(play.decide(enter('p-U1')), 'subject-out');
  });
});
