// The agenda while the meeting runs: added to, moved, skipped, taken up again, and the step that follows.
import { describe, expect, it } from 'vitest';
import type { StaffCommand } from '../../../shared/meeting/commands.ts';
import type { Item } from '../../../shared/meeting/agenda/item.ts';
import { templateOf, TEMPLATES } from '../../../shared/meeting/template.ts';
import { templateText } from '../../../shared/text/template.ts';
import { itemId, roundId, subjectId, type Play } from '../../builders.ts';
import {
  present,
  score,
  card,
  asking,
  WRITTEN,
  BOARD,
  planned,
  drawn,
  ids,
  enter,
  open,
  move,
  showBoard,
  skip,
  controlOf,
  expectRefused,
} from './agenda-builders.ts';
import { enterDraw, lock, pooled, read, showAll } from './draw-builders.ts';
import { leavesOf } from '../../../shared/scoring/sheet.ts';

describe('what a draw put on the agenda', () => {
  it('is said by the items themselves: staff can neither forge nor wipe it out, and ids mean nothing', () => {
    const play = enterDraw(pooled([2], [3]), { purpose: 'presenters', take: 2 });
    const forged = { ...card('draw.U001.p'), drawn: itemId('draw'), turn: itemId('x') };
    play.staff({ type: 'AddItems', after: null, items: [forged, card('draw.U002.s')] });
    play.staff({ type: 'ChangeItem', item: forged });
    // They count as staff's own: no reason is asked for moving one.
    play.staff(move(['draw.U001.p'], 'draw', ''));
    showAll(read(lock(play)));
    const own = play.meeting.agenda.filter(({ drawn }) => drawn === 'draw');
    expect(own.map(({ id }) => id)).toHaveLength(4);
    expect(own.every(({ kind }) => kind !== 'card')).toBe(true);
    expectRefused(
      play.decide(move([own[2]?.id ?? '', own[3]?.id ?? ''], 'draw', '')),
      'reason-missing',
    );
    expect(new Set(ids(play)).size).toBe(play.meeting.agenda.length);
    const withoutSaying = play.meeting.agenda.map(
      ({ drawn: _drawn, turn: _turn, ...item }): Item => item,
    );
    play.staff({ type: 'SetAgenda', items: withoutSaying });
    expect(play.meeting.agenda.filter(({ drawn }) => drawn === 'draw')).toEqual(own);
    // Saved as it stands, the agenda keeps them.
    play.staff({ type: 'SetAgenda', items: play.meeting.agenda });
  });
});

describe('adding', () => {
  it('puts items behind any other, at the very beginning, and while one is on stage', () => {
    const play = planned().staff(enter('p-U1'));
    play.staff({ type: 'AddItems', after: itemId('p-U1'), items: [card('tea')] });
    play.staff({ type: 'AddItems', after: null, items: [card('welcome')] });
    expect(ids(play)).toEqual(['welcome', 'in', 'p-U1', 'tea', 's-U1', 'p-U2', 's-U2', 'w', 'end']);
    expect(play.meeting.current).toBe('p-U1');
  });

  it('refuses what is there already, what does not exist, and a unit that takes no part', () => {
    const play = planned();
    const add = (items: readonly Item[], after = 'in') =>
      play.decide({ type: 'AddItems', after: itemId(after), items });
    expectRefused(add([card('end')]), 'agenda-invalid');
    expectRefused(add([card('x'), card('x')]), 'agenda-invalid');
    expectRefused(add([card('x')], 'nowhere'), 'unknown-item');
    expectRefused(add([present('U9')]), 'agenda-invalid');
    expectRefused(
      add([{ ...BOARD, id: itemId('b'), category: 'none' as never }]),
      'agenda-invalid',
    );
    play.staff({ type: 'WithdrawSubject', subject: subjectId('U5'), reason: '机构撤销' });
    expectRefused(add([present('U5')]), 'subject-out');
    expectRefused(add([score('U5')]), 'subject-out');
  });

  it('[R13] a unit that gets a turn leaves the open written round', () => {
    const play = planned().staff(enter('w')).staff(open('w'));
    expect(play.about('w')).toEqual(['U3', 'U4', 'U5']);
    play.staff({ type: 'AddItems', after: itemId('w'), items: [present('U4'), score('U4')] });
    expect(play.about('w')).toEqual(['U3', 'U5']);
  });
});

describe('moving', () => {
  it('keeps the order of what is moved, and moving it where it stands does nothing', () => {
    const play = planned();
    play.staff(move(['p-U2', 's-U2'], 'in'));
    expect(ids(play)).toEqual(['in', 'p-U2', 's-U2', 'p-U1', 's-U1', 'w', 'end']);
    const again = play.decide(move(['p-U2', 's-U2'], 'in'));
    expect(again.ok && again.events).toEqual([]);
    play.staff(move(['end'], null));
    expect(ids(play)[0]).toBe('end');
  });

  it('leaves the one on stage and those already used where they are', () => {
    const play = planned().staff(enter('s-U1'));
    expectRefused(play.decide(move(['s-U1'], 'end')), 'item-on-stage');
    play.staff(open('s-U1')).staff({ type: 'CloseRound', round: roundId('s-U1') });
    play.staff(enter('p-U2'));
    expectRefused(play.decide(move(['s-U1'], 'end')), 'item-started');
    expectRefused(play.decide(move(['x'], 'end')), 'unknown-item');
    expectRefused(play.decide(move(['w'], 'w')), 'unknown-item');
    expectRefused(play.decide(move(['w', 'w'], 'end')), 'unknown-item');
  });

  it('[R9] changes the order of a draw only for a reason; its record stays what it was', () => {
    const play = drawn();
    const [first, second, third] = play.meeting.draws.flatMap((draw): readonly string[] =>
      draw.phase === 'determined' ? draw.order : [],
    );
    const turn = (unit: string | undefined) =>
      play.meeting.agenda
        .filter((item) => 'subject' in item && item.subject === unit)
        .map(({ id }) => id as string);
    const partsOf = (unit: string | undefined) =>
      play.meeting.agenda.flatMap((item) =>
        (item.kind === 'presentation' && item.subject === unit) ||
        (item.kind === 'score' && item.subjects[0] === unit)
          ? [item.id as string]
          : [],
      );
    const record = JSON.stringify(play.meeting.draws);
    expectRefused(play.decide(move(partsOf(third), 'presenters')), 'reason-missing');
    expectRefused(play.decide(move(partsOf(third), 'presenters', '  ')), 'reason-missing');
    play.staff(move(partsOf(third), 'presenters', '市长先听'));
    const order = play.meeting.agenda.flatMap((item) =>
      item.kind === 'presentation' ? [item.subject as string] : [],
    );
    expect(order).toEqual([third, first, second]);
    expect(turn(third)).toHaveLength(1);
    expect(JSON.stringify(play.meeting.draws)).toBe(record);
    // What was not drawn needs none.
    expect(play.decide(move(['board'], 'check-in')).ok).toBe(true);
  });

  it('[R9] no other command gets round that', () => {
    const play = drawn();
    const { agenda } = play.meeting;
    const backwards = [...agenda].reverse();
    expectRefused(play.decide({ type: 'SetAgenda', items: backwards }), 'drawn-order');
    const gone = agenda.filter(({ kind }) => kind !== 'presentation');
    expectRefused(play.decide({ type: 'SetAgenda', items: gone }), 'drawn-order');
    const turn = agenda.find((item) => item.kind === 'presentation');
    const others = [...play.meeting.subjects.keys()].filter(
      (id) => !agenda.some((item) => item.kind === 'presentation' && item.subject === id),
    );
    const [other] = others;
    if (turn?.kind !== 'presentation' || other === undefined) throw new Error('no turn');
    const swapped: Item = { ...turn, subject: other };
    expectRefused(play.decide({ type: 'ChangeItem', item: swapped }), 'drawn-order');
    expectRefused(
      play.decide({
        type: 'SetAgenda',
        items: agenda.map((item) => (item === turn ? swapped : item)),
      }),
      'drawn-order',
    );
    // Its time may change, and other items may stand between.
    expect(play.decide({ type: 'ChangeItem', item: { ...turn, seconds: 60 } }).ok).toBe(true);
    const withTea = agenda.flatMap((item) => (item === turn ? [card('tea'), item] : [item]));
    expect(play.decide({ type: 'SetAgenda', items: withTea }).ok).toBe(true);
  });
});

describe('skipping', () => {
  it('needs a reason, keeps the item on the agenda, and the next step walks past it', () => {
    const play = planned().staff(enter('in'));
    expectRefused(play.decide(skip('p-U1', ' ')), 'reason-missing');
    play.staff(skip('p-U1', '出差', 's-U1'));
    expect([...play.meeting.skipped]).toEqual([
      ['p-U1', '出差'],
      ['s-U1', '出差'],
    ]);
    expect(ids(play)).toContain('p-U1');
    expect(controlOf(play).next).toMatchObject({ act: 'enter', command: { item: 'p-U2' } });
    play.staff(enter('p-U2'));
    expect(controlOf(play).back).toEqual(enter('in'));
    expect(controlOf(play).stage.body).toMatchObject({ ordinal: { n: 1, of: 1 } });
  });

  it('is refused for what was used, and for an open round or draw', () => {
    const play = planned().staff(enter('s-U1')).staff(open('s-U1'));
    expectRefused(play.decide(skip('s-U1')), 'leave-open-round');
    play.staff({ type: 'CloseRound', round: roundId('s-U1') });
    expectRefused(play.decide(skip('s-U1')), 'item-started');
    expectRefused(play.decide(skip('p-U2', 'x', 's-U1')), 'item-started');
    expectRefused(play.decide(skip('nowhere')), 'unknown-item');
    expectRefused(play.decide(skip('p-U2', 'x', 'nowhere')), 'unknown-item');
  });

  it('is taken back, and whoever enters a skipped turn takes up both of its parts', () => {
    const play = planned().staff(skip('p-U1', '出差', 's-U1'));
    play.staff({ type: 'RestoreItem', item: itemId('p-U1'), also: [itemId('s-U1')] });
    expect(play.meeting.skipped.size).toBe(0);
    play.staff(skip('p-U1', '出差', 's-U1')).staff(enter('p-U1'));
    expect(play.meeting.skipped.size).toBe(0);
    expect(play.meeting.current).toBe('p-U1');
  });

  it('a draw of who asks belongs to the turn: skipped, taken back and taken up with it', () => {
    const play = planned();
    play.staff({ type: 'AddItems', after: itemId('p-U1'), items: [asking('q')] });
    play.staff(skip('p-U1', '出差', 'q', 's-U1'));
    expect([...play.meeting.skipped.keys()]).toEqual(['p-U1', 'q', 's-U1']);
    const undo = controlOf(play).undo?.command;
    expect(controlOf(play).undo).toMatchObject({ act: 'skip', item: { item: { id: 'p-U1' } } });
    play.staff(undo as StaffCommand);
    expect(play.meeting.skipped.size).toBe(0);
    play.staff(skip('p-U1', '出差', 'q', 's-U1')).staff(enter('s-U1'));
    expect(play.meeting.skipped.size).toBe(0);
  });

  it('the present item too: the next step leads on', () => {
    const play = planned()
      .staff(enter('p-U1'))
      .staff(skip('p-U1', '缺席', 's-U1'));
    expect(controlOf(play).next).toMatchObject({ act: 'enter', command: { item: 'p-U2' } });
  });
});

describe('the next step', () => {
  /** Opens, closes and reveals the round of an item, which must be on stage. */
  const scored = (play: Play, item: string) =>
    play
      .staff(enter(item))
      .staff(open(item))
      .staff({ type: 'CloseRound', round: roundId(item) })
      .staff({ type: 'RevealRound', round: roundId(item) });

  it('leads back to the first unit that was jumped past, then on past all that is over', () => {
    const play = planned();
    scored(play, 's-U2');
    scored(play, 'w');
    showBoard(play);
    expect(controlOf(play).next).toMatchObject({
      act: 'enter',
      command: { item: 'p-U1' },
      owed: 1,
    });
    play.staff(enter('p-U1'));
    expect(controlOf(play).next.act).toBe('start-countdown');
    scored(play, 's-U1');
    expect(controlOf(play).next).toMatchObject({ act: 'enter', command: { item: 'end' } });
    play.staff(enter('end'));
    expect(controlOf(play).next).toMatchObject({ act: 'show-row', owed: 1 });
    showBoard(play);
    expect(controlOf(play).next.act).toBe('finished');
  });

  it('leads to the round itself where that has begun', () => {
    const play = planned({ units: 2 });
    play.staff(skip('w', '没有书面评议'));
    play.staff(enter('s-U1')).staff(open('s-U1'));
    play.staff({ type: 'CloseRound', round: roundId('s-U1') });
    scored(play, 's-U2');
    showBoard(play);
    expect(controlOf(play).next).toMatchObject({ act: 'enter', command: { item: 's-U1' } });
  });

  it('walks past a draw whose names have all been shown', () => {
    const play = drawn();
    const [before, draw, first] = ids(play);
    expect(draw).toBe('presenters');
    play.staff(enter(before ?? ''));
    expect(controlOf(play).next).toMatchObject({ act: 'enter', command: { item: first } });
  });

  it('walks past a presentation whose unit has been scored', () => {
    const play = planned();
    scored(play, 's-U1');
    play.staff(enter('p-U1'));
    expect(controlOf(play).next).toMatchObject({ act: 'enter', command: { item: 'p-U2' } });
  });
});

describe('stale commands', () => {
  const STALE_BY: readonly (readonly [string, StaffCommand])[] = [
    ['a changed agenda', { type: 'AddItems', after: null, items: [card('x')] }],
    ['a moved item', move(['end'], 'in')],
    ['a skipped item', skip('p-U2')],
    ['a changed item', { type: 'ChangeItem', item: { ...WRITTEN, disclosure: 'progress' } }],
    ['a withdrawn unit', { type: 'WithdrawSubject', subject: subjectId('U5'), reason: '撤销' }],
    ['new weights', { type: 'SetWeights', weights: [{ group: '甲' as never, weight: 3 }] }],
  ];

  it.each(STALE_BY)('an opening made before %s is refused', (_, other) => {
    const play = planned().staff(enter('s-U1'));
    const { stage } = play.meeting.touched;
    const weights = other.type === 'SetWeights' ? play.meeting.groups : [];
    play.staff(
      other.type === 'SetWeights'
        ? { ...other, weights: weights.map(({ id }) => ({ group: id, weight: 3 })) }
        : other,
    );
    expectRefused(play.decide(open('s-U1'), stage), 'stale');
    expect(play.decide(open('s-U1')).ok).toBe(true);
  });

  it.each(STALE_BY)('a lock made before %s is refused', (_, other) => {
    const draw: Item = {
      id: itemId('d'),
      kind: 'draw',
      purpose: 'verification',
      take: 1,
      sources: ['dice10'],
    };
    const play = planned({ units: 5 }, [draw]).staff(enter('d'));
    const { stage } = play.meeting.touched;
    play.staff(
      other.type === 'SetWeights'
        ? { ...other, weights: play.meeting.groups.map(({ id }) => ({ group: id, weight: 3 })) }
        : other,
    );
    expectRefused(play.decide({ type: 'LockDraw', item: draw.id }, stage), 'stale');
    expect(play.decide({ type: 'LockDraw', item: draw.id }).ok).toBe(true);
  });

  it('a doubled key acts once', () => {
    const play = planned().staff(enter('in'));
    const { stage, roster } = play.meeting.touched;
    play.staff(enter('p-U1'));
    expectRefused(play.decide(enter('p-U1'), stage), 'stale');
    play.staff(move(['end'], 'in'));
    expectRefused(play.decide(move(['end'], 'in'), roster), 'stale');
  });

  it('the bell makes no key stale', () => {
    const play = planned().staff(enter('p-U1'));
    const { touched, undo } = play.meeting;
    play.staff({ type: 'RingBell', item: itemId('p-U1') });
    expect(play.meeting.touched).toEqual(touched);
    expect(play.meeting.undo).toEqual(undo);
    expect(play.meeting.bell).toBe(play.meeting.seq);
    expectRefused(play.decide({ type: 'RingBell', item: itemId('in') }), 'wrong-item');
  });

  it('the bell pressed at two devices at once strikes once, and again a moment later', () => {
    const play = planned().staff(enter('p-U1'));
    const ring = { type: 'RingBell', item: itemId('p-U1') } as const;
    const strikes = () => play.log.filter(({ recorded: { event } }) => event.type === 'BellRung');
    for (const [later, heard] of [
      [0, 1],
      [0, 1],
      [1499, 1],
      [1, 2],
      // The machine's clock was set back an hour.
      [-3_600_000, 3],
    ] as const) {
      play.now += later;
      play.staff(ring);
      expect(strikes()).toHaveLength(heard);
    }
  });
});

describe('templates', () => {
  it.each(TEMPLATES)('%s: its agenda stands on its own sheets, in both languages', (name) => {
    for (const language of ['zh', 'en'] as const) {
      const { sheet, furtherSheets = [], agenda } = templateOf(name, templateText[language]);
      const sheets = new Set([sheet, ...furtherSheets].map(({ id }) => id));
      for (const item of agenda) {
        if (item.kind === 'written') expect(sheets).toContain(item.sheet);
        if (item.kind === 'draw' && item.follow) expect(sheets).toContain(item.follow.score.sheet);
      }
      for (const one of [sheet, ...furtherSheets])
        for (const { max, name: criterion } of leavesOf(one)) {
          expect(Number(max)).toBeGreaterThan(0);
          expect(criterion).not.toBe('');
        }
      expect(new Set(agenda.map(({ id }) => id)).size).toBe(agenda.length);
      expect(agenda.some(({ kind }) => kind === 'board')).toBe(true);
    }
  });
});
