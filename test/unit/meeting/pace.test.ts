// How names come: group by group, one by one, by themselves; never one twice, none left out, whatever the pace does.
import { describe, expect, it } from 'vitest';
import { showsTheDrawn } from '../../../shared/draw/shown-names.ts';
import { deadlineOf } from '../../../shared/meeting/due.ts';
import { decideServer } from '../../../shared/meeting/decide.ts';
import { appearance } from '../../../shared/meeting/draws/pace.ts';
import type { Pace } from '../../../shared/meeting/agenda/item.ts';
import { staffView } from '../../../shared/views/audiences/staff.ts';
import { placedRows, rollLayout } from '../../../client/screen/draw/roll-layout.ts';
import { itemId, type Play } from '../../builders.ts';
import { determined, enterDraw, lastDraw, lock, pooled, read, shownDraw } from './draw-builders.ts';

const PANEL = { purpose: 'panel', take: 50, rule: { kind: 'proportional' } } as const;

function panel(pace?: Pace): Play {
  return read(lock(enterDraw(pooled(), { ...PANEL, ...(pace === undefined ? {} : { pace }) })));
}

function next(play: Play) {
  return staffView(play, {
    ...{ connected: new Set(), recent: [], head: { seq: 0, hash: '', root: '' } },
    staffName: (id) => id,
  }).control.next;
}

function press(play: Play): void {
  const { command } = next(play);
  if (command?.type !== 'ShowNames') throw new Error(command?.type ?? 'no command');
  play.now += 1000;
  play.staff(command);
}

function due(play: Play) {
  const deadline = deadlineOf(play.meeting);
  if (deadline?.command.type !== 'ShowDueName') throw new Error('no name is due');
  return { at: deadline.at, command: deadline.command };
}

function decideDue(play: Play, now: number) {
  const context = { now, random: new Uint8Array(32) };
  return decideServer({ ...play.world, box: play.box }, due(play).command, context);
}

describe('a panel of fifty', () => {
  it('comes group by group, each in the order of the draw, and fills its seats with the last', () => {
    const play = panel();
    const { order } = determined(play);
    const groups: string[] = [];
    let before = 0;
    while (shownDraw(play).phase !== 'done') {
      const step = next(play);
      if (step.act !== 'show-group') throw new Error(step.act);
      groups.push(step.group);
      press(play);
      const came = shownDraw(play).shown.slice(before);
      expect(new Set(came.map(({ group }) => group))).toEqual(new Set([step.group]));
      expect(came).toHaveLength(step.comes);
      const places = came.map(({ id }) => order.findIndex((one) => one === id));
      expect(places).toEqual([...places].sort((a, b) => a - b));
      before += came.length;
    }
    expect(groups).toEqual(['人大代表', '政协委员', '企业代表', '群众代表']);
    const shown = shownDraw(play).shown.map(({ id }) => id);
    expect(new Set(shown)).toEqual(new Set<string>(order));
    expect(shown).toHaveLength(50);
    expect([...play.meeting.seats.values()].map(({ holder }): string => holder.id)).toEqual(shown);
  });

  it('one by one, in the same order; a change of pace between two names moves and repeats none', () => {
    const play = panel('name');
    const names = appearance(play.meeting, determined(play));
    press(play);
    press(play);
    expect(next(play)).toMatchObject({ act: 'show-name', every: null });
    play.staff({ type: 'SetPace', draw: lastDraw(play).id, pace: 'group' });
    press(play);
    const one = shownDraw(play).shown.map(({ id }) => id);
    expect(one).toEqual(names.slice(0, one.length));
    expect(one.length).toBe(shownDraw(play).cells[0]?.shown);
    play.staff({ type: 'SetPace', draw: lastDraw(play).id, pace: { every: 4 } });
    while (shownDraw(play).phase !== 'done') press(play);
    expect(shownDraw(play).shown.map(({ id }) => id)).toEqual(names);
  });

  it('two who press: the second key was made for another stage', () => {
    const play = panel();
    const { command, expects } = next(play);
    if (!command) throw new Error('no command');
    play.now += 1000;
    play.staff(command);
    expect(play.decide(command, expects.touched)).toMatchObject({ refusal: { code: 'stale' } });
    expect(play.decide(command)).toMatchObject({ refusal: { code: 'draw-over' } });
  });

  it('without groups of its own ten names or so come at once, units in the order of their turns', () => {
    const play = read(lock(enterDraw(pooled(), { purpose: 'panel', take: 25 })));
    const sizes: number[] = [];
    while (shownDraw(play).phase !== 'done') {
      const before = shownDraw(play).shown.length;
      press(play);
      sizes.push(shownDraw(play).shown.length - before);
    }
    expect(sizes).toEqual([9, 9, 7]);
    const units = read(
      lock(
        enterDraw(pooled(), {
          ...{ purpose: 'presenters', take: 12, pace: 'group', rule: { kind: 'proportional' } },
        }),
      ),
    );
    press(units);
    expect(shownDraw(units).shown.map(({ id }) => id)).toEqual(determined(units).order.slice(0, 6));
  });
});

describe('names that come by themselves', () => {
  it('wait for the first key, then follow at their interval, one at a time, also after a long rest', () => {
    const play = panel({ every: 3 });
    expect(deadlineOf(play.meeting)).toBeNull();
    press(play);
    expect(due(play)).toEqual({
      at: play.now + 3000,
      command: { type: 'ShowDueName', draw: 'D1', shown: 2 },
    });
    expect(decideDue(play, play.now + 2999)).toMatchObject({ ok: false });
    // The server was away for an hour: one name, and the next in its time.
    play.now += 3_600_000;
    const decision = decideDue(play, play.now);
    if (!decision.ok) throw new Error(decision.refusal.code);
    play.commit(decision, { kind: 'server' });
    expect(shownDraw(play).shown).toHaveLength(2);
    expect(due(play)).toMatchObject({ at: play.now + 3000, command: { shown: 3 } });
    // A key brings one sooner; what was due then is not shown on top of it.
    const late = due(play).command;
    press(play);
    expect(
      decideServer({ ...play.world, box: play.box }, late, {
        now: play.now + 9000,
        random: new Uint8Array(32),
      }),
    ).toMatchObject({ ok: false });
  });

  it('stop where the moderator chooses keys, and where the draw is void', () => {
    const play = panel({ every: 3 });
    press(play);
    play.staff({ type: 'SetPace', draw: lastDraw(play).id, pace: 'name' });
    expect(deadlineOf(play.meeting)).toBeNull();
    play.staff({ type: 'SetPace', draw: lastDraw(play).id, pace: { every: 1 } });
    expect(deadlineOf(play.meeting)).not.toBeNull();
    play.staff({ type: 'VoidDraw', draw: lastDraw(play).id, why: '有误' });
    expect(deadlineOf(play.meeting)).toBeNull();
    expect(play.decide({ type: 'SetPace', draw: lastDraw(play).id, pace: 'name' })).toMatchObject({
      refusal: { code: 'draw-not-ready' },
    });
  });

  it('are over with the last name', () => {
    const play = read(
      lock(enterDraw(pooled([4]), { purpose: 'panel', take: 2, pace: { every: 1 } })),
    );
    press(play);
    press(play);
    expect(deadlineOf(play.meeting)).toBeNull();
    expect(play.meeting.current).toBe(itemId('draw'));
  });
});

describe('the names that were shown', () => {
  it('of a panel are compared as they are, of every other draw in their order', () => {
    expect(showsTheDrawn('panel', ['b', 'a'], ['a', 'b'])).toBe(true);
    expect(showsTheDrawn('panel', ['b', 'a'], ['a', 'a'])).toBe(false);
    expect(showsTheDrawn('panel', ['b', 'a'], ['a'])).toBe(false);
    expect(showsTheDrawn('presenters', ['b', 'a'], ['a', 'b'])).toBe(false);
    expect(showsTheDrawn('presenters', ['b', 'a'], ['b', 'a'])).toBe(true);
  });
});

describe('the roll of a panel', () => {
  it('has each group once with its count, every name once, and a slot for who is to come', () => {
    const play = panel();
    press(play);
    press(play);
    const { shown, take } = shownDraw(play);
    const rows = placedRows(shown, take, true, rollLayout(take, 2));
    expect(rows.filter((row) => row.kind === 'group' && !row.again)).toHaveLength(2);
    expect(rows.flatMap((row) => (row.kind === 'name' ? [row.drawn.id] : []))).toEqual(
      shown.map(({ id }) => id),
    );
    expect(rows.filter(({ kind }) => kind !== 'group').map(({ n }) => n)).toEqual(
      Array.from({ length: 50 }, (_, n) => n + 1),
    );
  });
});
