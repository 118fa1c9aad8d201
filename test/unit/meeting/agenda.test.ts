// The agenda while the meeting runs: added to, moved, skipped, taken up again, and every act taken back where it can be.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StaffCommand } from '../../../shared/meeting/commands.ts';
import { COMMAND_AREA } from '../../../shared/meeting/commands.ts';
import { decideServer } from '../../../shared/meeting/decide.ts';
import type { RefusalCode } from '../../../shared/meeting/refusals.ts';
import type { Item, Meeting } from '../../../shared/meeting/state.ts';
import { templateOf, TEMPLATES } from '../../../shared/meeting/template.ts';
import type { Decision } from '../../../shared/meeting/world.ts';
import { templateText } from '../../../shared/text/template.ts';
import { screenView } from '../../../shared/views/screen.ts';
import { staffView } from '../../../shared/views/staff.ts';
import {
  itemId,
  NONCE,
  roundId,
  scores,
  seated,
  seatId,
  subjectId,
  type Cast,
  type Play,
} from '../../builders.ts';

const SCORE = { sheet: 'live', disclosure: 'hidden', seconds: 60 } as const;
const present = (unit: string): Item => ({
  id: itemId(`p-${unit}`),
  kind: 'presentation',
  subject: subjectId(unit),
  seconds: 480,
});
const score = (unit: string, closes?: 'itself'): Item => ({
  id: itemId(`s-${unit}`),
  kind: 'score',
  subjects: [subjectId(unit)],
  secrecy: 'named',
  ...SCORE,
  ...(closes ? { closes } : {}),
});
const card = (id: string): Item => ({ id: itemId(id), kind: 'card', title: '茶歇', text: '' });
const WRITTEN: Item = {
  id: itemId('w'),
  kind: 'written',
  subjects: 'rest',
  sheet: 'live',
  disclosure: 'hidden',
};
const BOARD: Item = { id: itemId('end'), kind: 'board' };

/** Check-in, two turns, a written round for the others, the board. */
function planned(cast: Cast = { units: 5 }, items: readonly Item[] = []): Play {
  return seated(cast).staff({
    type: 'SetAgenda',
    items: [
      { id: itemId('in'), kind: 'check-in' },
      present('U1'),
      score('U1'),
      present('U2'),
      score('U2'),
      WRITTEN,
      BOARD,
      ...items,
    ],
  });
}

/** Three units drawn, their turns on the agenda as `presenters.p.U…` in the order of the draw. */
function drawn(): Play {
  const play = seated({ units: 6 });
  const items = play.meeting.agenda.map((item): Item =>
    item.kind === 'draw' ? { ...item, take: 3, sources: ['dice10'] } : item,
  );
  play.staff({ type: 'SetAgenda', items });
  play.staff({ type: 'EnterItem', item: itemId('presenters') });
  play.staff({ type: 'LockDraw', item: itemId('presenters') });
  const draw = play.meeting.draws[0];
  if (!draw) throw new Error('no draw');
  play.staff({ type: 'ReadEntropy', draw: draw.id, dice: '31415926535897932384' });
  return play.staff({ type: 'ShowNames', draw: draw.id, shown: 3 });
}

const ids = (play: Play) => play.meeting.agenda.map(({ id }) => id as string);
const enter = (id: string): StaffCommand => ({ type: 'EnterItem', item: itemId(id) });
const open = (id: string): StaffCommand => ({ type: 'OpenRound', item: itemId(id) });
const move = (items: readonly string[], after: string | null, reason = ''): StaffCommand => ({
  type: 'MoveItems',
  items: items.map(itemId),
  after: after === null ? null : itemId(after),
  reason,
});
const skip = (item: string, reason = '请假', also?: string): StaffCommand => ({
  type: 'SkipItem',
  item: itemId(item),
  reason,
  ...(also === undefined ? {} : { also: itemId(also) }),
});
const controlOf = (play: Play) =>
  staffView(play, {
    connected: new Set(),
    recent: [],
    head: { seq: 0, hash: '' },
    staffName: (id) => id,
  }).control;

function expectRefused(decision: Decision, code: RefusalCode): void {
  expect(decision.ok ? 'accepted' : decision.refusal.code).toBe(code);
}

function vote(play: Play, seat: string, unit: string, item = `s-${unit}`): void {
  const round = play.meeting.rounds.get(roundId(item));
  play.seat({
    type: 'CastBallot',
    seat: seatId(seat),
    claim: play.meeting.seats.get(seatId(seat))?.claim ?? 0,
    round: roundId(item),
    attempt: round?.attempts.length ?? 0,
    subject: subjectId(unit),
    rev: 1,
    choice: scores(30, 15, 20, 10),
    nonce: NONCE,
  });
}

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
    expect(play.meeting.rounds.get(roundId('w'))?.subjects).toEqual(['U3', 'U4', 'U5']);
    play.staff({ type: 'AddItems', after: itemId('w'), items: [present('U4'), score('U4')] });
    expect(play.meeting.rounds.get(roundId('w'))?.subjects).toEqual(['U3', 'U5']);
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
    const [first, second, third] = play.meeting.draws.flatMap((draw) =>
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
    expect(controlOf(play).previous).toBe('in');
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
    play.staff({ type: 'RestoreItem', item: itemId('p-U1'), also: itemId('s-U1') });
    expect(play.meeting.skipped.size).toBe(0);
    play.staff(skip('p-U1', '出差', 's-U1')).staff(enter('p-U1'));
    expect(play.meeting.skipped.size).toBe(0);
    expect(play.meeting.current).toBe('p-U1');
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
    play.staff(enter('end'));
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
    expect(controlOf(play).next.act).toBe('finished');
  });

  it('leads to the round itself where that has begun', () => {
    const play = planned({ units: 2 });
    play.staff(skip('w', '没有书面评议'));
    play.staff(enter('s-U1')).staff(open('s-U1'));
    play.staff({ type: 'CloseRound', round: roundId('s-U1') });
    scored(play, 's-U2');
    play.staff(enter('end'));
    expect(controlOf(play).next).toMatchObject({ act: 'enter', command: { item: 's-U1' } });
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
});

describe('clocks', () => {
  it('a clock that was started too early is taken back; not that of an open round', () => {
    const play = planned().staff(enter('p-U1'));
    expectRefused(play.decide({ type: 'ClearCountdown', item: itemId('p-U1') }), 'no-countdown');
    play.staff({ type: 'StartCountdown', item: itemId('p-U1') });
    play.staff({ type: 'ClearCountdown', item: itemId('p-U1') });
    expect(play.meeting.countdown).toBeNull();
    play.staff(enter('s-U1')).staff(open('s-U1'));
    expectRefused(play.decide({ type: 'ClearCountdown', item: itemId('s-U1') }), 'round-open');
  });

  it('whoever steps back finds the clock as it was left', () => {
    const play = planned().staff(enter('p-U1'));
    play.staff({ type: 'StartCountdown', item: itemId('p-U1') });
    const { countdown } = play.meeting;
    play.now += 5000;
    play.staff(enter('s-U1'));
    expect(play.meeting.countdown).toBeNull();
    play.staff(enter('p-U1'));
    expect(play.meeting.countdown).toEqual(countdown);
    // Only the very last item: whoever comes back later starts anew.
    play.staff(enter('s-U1')).staff(enter('p-U2')).staff(enter('p-U1'));
    expect(play.meeting.countdown).toBeNull();
  });

  it('[R13] a round closes itself at zero, and only then, only if its item says so', () => {
    const play = planned({ units: 5 }, [score('U3', 'itself')]);
    const close = (round = 's-U3', attempt = 1) =>
      decideServer(
        { ...play.world, box: play.box },
        { type: 'CloseAtZero', round: roundId(round), attempt },
        play.now,
      );
    play.staff(enter('s-U3')).staff(open('s-U3'));
    expect(screenView(play).stage.body).toMatchObject({ closesItself: true });
    vote(play, 'S001', 'U3');
    play.now += 59_999;
    expectRefused(close(), 'no-countdown');
    play.now += 1;
    expect(close().ok).toBe(true);
    // Time was added, or it was stopped: then it is not over.
    play.staff({ type: 'ExtendCountdown', item: itemId('s-U3'), seconds: 30 });
    expectRefused(close(), 'no-countdown');
    play.staff({ type: 'StopCountdown', item: itemId('s-U3') });
    play.now += 60_000;
    expectRefused(close(), 'no-countdown');
    play.staff({ type: 'StartCountdown', item: itemId('s-U3') });
    play.now += 30_000;
    expectRefused(close('s-U3', 2), 'round-not-open');
    const closed = close();
    if (!closed.ok) throw new Error(closed.refusal.code);
    play.commit(closed, { kind: 'server' });
    expect(play.meeting.rounds.get(roundId('s-U3'))?.attempts[0]).toMatchObject({
      phase: 'closed',
      closing: { ballots: 1 },
    });
    expectRefused(close(), 'round-not-open');
    play.staff(enter('s-U1')).staff(open('s-U1'));
    play.now += 600_000;
    expectRefused(close('s-U1'), 'round-not-open');
  });
});

describe('the board on stage', () => {
  it('is turned to a category and back, and its own setting comes again with the next entry', () => {
    const play = planned();
    const [first, second] = play.meeting.categories;
    if (!first || !second) throw new Error('two categories');
    const shown = () => {
      const { body } = screenView(play).stage;
      return body.kind === 'board' ? (body.category?.id ?? 'all') : null;
    };
    const turn = (category: string): StaffCommand => ({
      type: 'TurnBoard',
      category: category as 'all',
    });
    expectRefused(play.staff(enter('in')).decide(turn(first.id)), 'wrong-item');
    play.staff(enter('end')).staff(turn(first.id));
    expect(shown()).toBe(first.id);
    expectRefused(play.decide(turn('none')), 'malformed');
    play.staff(turn('all'));
    expect(shown()).toBe('all');
    play.staff(turn(second.id)).staff(enter('in')).staff(enter('w')).staff(enter('end'));
    expect(shown()).toBe('all');
  });
});

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
    expect([...play.meeting.skipped.keys()].sort()).toEqual(['p-U1', 'p-U2', 's-U1', 's-U2']);
    play.staff(restore('U1')).staff(restore('U2'));
    expect([...play.meeting.skipped]).toEqual([['p-U2', '出差']]);
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
      head: { seq: 0, hash: '' },
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
    const subjects = () => play.meeting.rounds.get(roundId('w'))?.subjects;
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
    const before = JSON.stringify([play.meeting.agenda, [...play.meeting.skipped]]);
    for (const unit of ['U1', 'U3']) play.staff(withdraw(unit)).staff(restore(unit));
    expect(JSON.stringify([play.meeting.agenda, [...play.meeting.skipped]])).toBe(before);
    play.staff(withdraw('U1'));
    expectRefused(play.decide({ type: 'RestoreItem', item: itemId('p-U1') }), 'subject-out');
    expectRefused(play.decide(enter('p-U1')), 'subject-out');
  });
});

describe('a category’s standings', () => {
  it('have places, ties and moves of their own', () => {
    // Odd units are of the first category, even ones of the second.
    const play = planned({ units: 6, groups: [6] }, [score('U3'), score('U4'), score('U5')]);
    const totals: Record<string, number> = { U1: 20, U2: 40, U3: 30, U4: 40, U5: 35 };
    for (const unit of ['U1', 'U2', 'U3', 'U4', 'U5']) {
      play.staff(enter(`s-${unit}`)).staff(open(`s-${unit}`));
      for (const seat of play.meeting.seats.keys())
        play.seat({
          type: 'CastBallot',
          seat,
          claim: play.meeting.seats.get(seat)?.claim ?? 0,
          round: roundId(`s-${unit}`),
          attempt: 1,
          subject: subjectId(unit),
          rev: 1,
          choice: scores(totals[unit] ?? 0, 0, 0, 0),
          nonce: NONCE,
        });
      play.staff({ type: 'CloseRound', round: roundId(`s-${unit}`) });
      play.staff({ type: 'RevealRound', round: roundId(`s-${unit}`) });
    }
    const { rows, categories } = screenView(play).board;
    expect(categories.map(({ mark, of }) => [mark.length, of])).toEqual([
      [1, 3],
      [1, 3],
    ]);
    expect(
      rows.map((row) => [
        row.subject.id,
        row.rank,
        row.tied,
        row.moved,
        row.categoryRank,
        row.categoryTied,
        row.categoryMoved,
      ]),
    ).toEqual([
      ['U2', 1, true, 0, 1, true, 0],
      ['U4', 1, true, 0, 1, true, 0],
      ['U5', 3, false, 0, 1, false, 0],
      ['U3', 4, false, -1, 2, false, -1],
      ['U1', 5, false, -1, 3, false, -1],
    ]);
  });
});

describe('opening by mistake', () => {
  it('is taken back before any ballot, never after one', () => {
    const play = planned().staff(enter('s-U1')).staff(open('s-U1'));
    expect(controlOf(play).undo).toMatchObject({ act: 'open-round' });
    vote(play, 'S001', 'U1');
    expect(controlOf(play).undo).toBeNull();
    expectRefused(
      play.decide({ type: 'CancelRound', round: roundId('s-U1') }),
      'round-has-ballots',
    );
    const other = planned().staff(enter('s-U1')).staff(open('s-U1'));
    other.staff({ type: 'CancelRound', round: roundId('s-U1') });
    expect(other.meeting.rounds.size).toBe(0);
    expect(other.meeting.countdown).toBeNull();
    other.staff(open('s-U1'));
    expectRefused(other.decide({ type: 'CancelRound', round: roundId('w') }), 'round-not-open');
  });

  it('gives a unit back to the written round that it left', () => {
    const listed: Item = {
      ...WRITTEN,
      id: itemId('listed'),
      subjects: ['U1', 'U3'].map(subjectId),
    };
    const play = planned({ units: 5 }, [listed]).staff(enter('listed')).staff(open('listed'));
    const subjects = () => play.meeting.rounds.get(roundId('listed'))?.subjects;
    play.staff(enter('s-U1')).staff(open('s-U1'));
    expect(subjects()).toEqual(['U3']);
    play.staff({ type: 'CancelRound', round: roundId('s-U1') });
    expect(subjects()).toEqual(['U1', 'U3']);
  });
});

describe('undo', () => {
  /** Everything that an undone act must leave as it was; sequence numbers and memories of the way aside. */
  function essence(meeting: Meeting): string {
    const item = meeting.agenda.find(({ id }) => id === meeting.current);
    const own = item?.kind === 'board' ? (item.category ?? 'all') : null;
    return JSON.stringify({
      agenda: meeting.agenda,
      skipped: [...meeting.skipped].sort(([a], [b]) => (a < b ? -1 : 1)),
      current: meeting.current,
      board: meeting.boardCategory ?? own,
      countdown: meeting.countdown,
      out: [...meeting.out],
      rounds: [...meeting.rounds.values()],
      draws: meeting.draws,
      seats: [...meeting.seats.values()],
    });
  }

  const UNITS = ['U1', 'U2', 'U3', 'U4'];
  const ITEMS = ['in', 'p-U1', 's-U1', 'p-U2', 's-U2', 'w', 'end', 's-U3'];
  const reasons = fc.constantFrom('请假', '另行安排');
  const anItem = fc.constantFrom(...ITEMS);
  const aUnit = fc.constantFrom(...UNITS);
  const command: fc.Arbitrary<StaffCommand> = fc.oneof(
    anItem.map(enter),
    anItem.map(enter),
    fc.tuple(anItem, reasons).map(([item, reason]) => skip(item, reason)),
    fc
      .tuple(fc.constantFrom('U1', 'U2'), reasons)
      .map(([unit, reason]) => skip(`p-${unit}`, reason, `s-${unit}`)),
    anItem.map((item): StaffCommand => ({ type: 'RestoreItem', item: itemId(item) })),
    fc
      .tuple(fc.uniqueArray(anItem, { minLength: 1, maxLength: 2 }), fc.option(anItem))
      .map(([items, after]) => move(items, after, '让领导先听')),
    anItem.map(open),
    anItem.map((item): StaffCommand => ({ type: 'StartCountdown', item: itemId(item) })),
    anItem.map((item): StaffCommand => ({ type: 'StopCountdown', item: itemId(item) })),
    anItem.map((item): StaffCommand => ({ type: 'CloseRound', round: roundId(item) })),
    anItem.map((item): StaffCommand => ({ type: 'RevealRound', round: roundId(item) })),
    fc
      .constantFrom('all', '区级部门', '乡镇')
      .map((category): StaffCommand => ({ type: 'TurnBoard', category: category as 'all' })),
    aUnit.map((unit): StaffCommand => ({
      type: 'WithdrawSubject',
      subject: subjectId(unit),
      reason: `${unit}退出`,
    })),
    fc.tuple(aUnit, aUnit).map(([into, from]): StaffCommand => ({
      type: 'CombineSubjects',
      into: subjectId(into),
      from: subjectId(from),
      reason: `${from}合并`,
    })),
  );

  it('of whatever can be undone leaves the meeting as it was', () => {
    const undone = new Map<string, number>();
    fc.assert(
      fc.property(fc.array(command, { minLength: 1, maxLength: 14 }), (commands) => {
        const play = planned({ units: 5, groups: [3, 3] }, [score('U3')]);
        const names = new Map(play.meeting.categories.map(({ id, name }) => [name, id]));
        for (const given of commands) {
          const one =
            given.type === 'TurnBoard'
              ? { ...given, category: names.get(given.category) ?? ('all' as const) }
              : given;
          play.now += 1000;
          const before = essence(play.meeting);
          const decision = play.decide(one);
          if (!decision.ok || decision.events.length === 0) continue;
          play.staff(one);
          const { undo } = controlOf(play);
          if (!undo) continue;
          // Undo, see that all is as it was, and do it again.
          play.now += 1000;
          const back = play.decide(undo.command, undo.expects.touched);
          if (!back.ok) throw new Error(`undo of ${one.type}: ${back.refusal.code}`);
          play.staff(undo.command);
          expect(essence(play.meeting), `undo of ${one.type}`).toBe(before);
          undone.set(undo.act, (undone.get(undo.act) ?? 0) + 1);
          // What is on stage now may have another clock: an act that only goes on from there.
          if (play.decide(one).ok) play.staff(one);
        }
      }),
      { seed: 20261122, numRuns: 300 },
    );
    expect([...undone.keys()].sort()).toEqual([
      'combine',
      'enter',
      'move',
      'open-round',
      'restore',
      'skip',
      'start-countdown',
      'turn-board',
      'withdraw',
    ]);
  });

  it('is not offered for what cannot be taken back, and not changed by phones', () => {
    const play = planned().staff(enter('in'));
    expect(controlOf(play).undo).toBeNull();
    play.staff(enter('p-U1'));
    expect(controlOf(play).undo).toMatchObject({
      act: 'enter',
      command: { type: 'EnterItem', item: 'in' },
    });
    play.staff({ type: 'AddItems', after: null, items: [card('x')] });
    expect(controlOf(play).undo).toBeNull();
    play.staff(skip('p-U2', '出差', 's-U2'));
    expect(controlOf(play).undo?.command).toEqual({
      type: 'RestoreItem',
      item: 'p-U2',
      also: 's-U2',
    });
    play.claim('R1');
    expect(controlOf(play).undo).not.toBeNull();
    const { area } = { area: COMMAND_AREA.RestoreItem };
    expect(controlOf(play).undo?.expects.touched).toBe(play.meeting.touched[area]);
  });

  it('of a jump into a skipped turn is PageUp: the turn stays taken up', () => {
    const play = planned()
      .staff(enter('in'))
      .staff(skip('p-U1', '出差', 's-U1'));
    play.now += 1000;
    play.staff(enter('p-U1'));
    expect(controlOf(play).undo).toBeNull();
    expect(controlOf(play).previous).toBe('in');
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
        for (const { max, name: criterion } of one.criteria) {
          expect(max).toBeGreaterThan(0);
          expect(criterion).not.toBe('');
        }
      expect(new Set(agenda.map(({ id }) => id)).size).toBe(agenda.length);
      expect(agenda.some(({ kind }) => kind === 'board')).toBe(true);
    }
  });
});
