// Every act that can be taken back leaves the meeting as it was.
import { reviewerHolder } from '../../../shared/meeting/people.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StaffCommand } from '../../../shared/meeting/commands.ts';
import type { Item } from '../../../shared/meeting/agenda/item.ts';
import { evolve, NO_MEETING } from '../../../shared/meeting/evolve.ts';
import type { Meeting, Restorable } from '../../../shared/meeting/state.ts';
import { itemId, reviewerId, roundId, seatId, subjectId } from '../../builders.ts';
import {
  card,
  controlOf,
  drawn,
  enter,
  expectRefused,
  ids,
  move,
  open,
  planned,
  present,
  rowsOf,
  score,
  skip,
} from './agenda-builders.ts';
import { repetitions, seed } from '../../repetitions.ts';

const FIELDS = [
  'agenda',
  'skipped',
  'out',
  'current',
  'countdown',
  'left',
  'boardTurned',
  'rounds',
] as const satisfies readonly (keyof Restorable)[];
const restorable = (meeting: Meeting): Restorable => meeting;

describe('undo', () => {
  /** Everything that an undone act must leave as it was; sequence numbers and memories of the way aside. */
  function essence(meeting: Meeting): string {
    const item = meeting.agenda.find(({ id }) => id === meeting.current);
    const own = item?.kind === 'board' ? (item.category ?? 'all') : null;
    return JSON.stringify({
      agenda: meeting.agenda,
      skipped: [...meeting.skipped].sort(([a], [b]) => (a < b ? -1 : 1)),
      current: meeting.current,
      board: meeting.boardTurned?.category ?? own,
      countdown: meeting.countdown,
      out: [...meeting.out],
      rounds: [...meeting.rounds.values()],
      draws: meeting.draws,
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
    anItem.map((item): StaffCommand => ({ type: 'ClearCountdown', item: itemId(item) })),
    fc
      .tuple(fc.option(anItem), fc.constantFrom('x', 'y'), fc.boolean())
      .map(([after, id, turn]): StaffCommand => ({
        type: 'AddItems',
        after: after === null ? null : itemId(after),
        items: turn ? [present('U4'), score('U4')] : [card(id)],
      })),
    fc
      .constantFrom(['x'], ['y', 'x'], ['p-U4', 's-U4'], ['p-U2', 's-U2'], ['w'])
      .map((items): StaffCommand => ({ type: 'RemoveItems', items: items.map(itemId) })),
    fc
      .tuple(fc.constantFrom('p-U1', 'p-U2'), fc.integer({ min: 0, max: 900 }))
      .map(([item, seconds]): StaffCommand => ({
        type: 'ChangeItem',
        item: { ...present(item.slice(2)), seconds } as Item,
      })),
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

  /** What the desk does meanwhile; whom or what it is about decides the number. */
  const deskWork: fc.Arbitrary<(n: number) => StaffCommand> = fc.constantFrom(
    (n) => ({ type: 'CheckIn', seat: seatNo(n) }),
    (n) => ({ type: 'UndoCheckIn', seat: seatNo(n) }),
    (n) => ({ type: 'LeaveSeat', seat: seatNo(n), reason: '有事' }),
    (n) => ({ type: 'IssueTickets', reviewers: [reviewerNo(n)] }),
    (n) => ({ type: 'RevokeTicket', holder: reviewerHolder(reviewerNo(n)) }),
    (n) => ({
      type: 'SwapTickets',
      a: reviewerHolder(reviewerNo(n)),
      b: reviewerHolder(reviewerNo(n + 1)),
    }),
    (n) => ({
      type: 'DeclareRecusal',
      reviewer: reviewerNo(n),
      subject: subjectId(`U${String(1 + (n % 4))}`),
    }),
  );
  const seatNo = (n: number) => seatId(`S00${String(1 + (n % 6))}`);
  const reviewerNo = (n: number) => reviewerId(`R${String(1 + (n % 6))}`);

  const act = fc.tuple(command, fc.array(deskWork, { maxLength: 3 }));
  const peopleOf = ({ seats, tickets, pool }: Meeting) =>
    JSON.stringify([...seats.values(), ...tickets.values(), ...pool.values()]);

  it('of whatever can be undone leaves the meeting as it was, whatever the desk did meanwhile', () => {
    const undone = new Map<string, number>();
    fc.assert(
      fc.property(fc.array(act, { minLength: 1, maxLength: 14 }), (acts) => {
        const play = planned({ units: 5, groups: [3, 3] }, [score('U3')]);
        const names = new Map(play.meeting.categories.map(({ id, name }) => [name, id]));
        for (const [given, desk] of acts) {
          const one =
            given.type === 'TurnBoard'
              ? { ...given, category: names.get(given.category) ?? ('all' as const) }
              : given.type === 'StartCountdown' || given.type === 'ClearCountdown'
                ? { ...given, item: play.meeting.current ?? given.item }
                : given;
          play.now += 1000;
          const before = essence(play.meeting);
          const former = restorable(play.meeting);
          const decision = play.decide(one);
          if (!decision.ok || decision.events.length === 0) continue;
          play.staff(one);
          const act = controlOf(play).undo;
          if (!act) continue;
          desk.forEach((work, n) => {
            play.now += 1000;
            const one = work(n + undone.size);
            if (play.decide(one).ok) play.staff(one);
          });
          const { undo } = controlOf(play);
          expect(undo).toMatchObject({ act: act.act, command: act.command });
          if (!undo) continue;
          const people = peopleOf(play.meeting);
          // Undo, see that all is as it was, and do it again.
          play.now += 1000;
          const back = play.decide(undo.command);
          if (!back.ok) throw new Error(`undo of ${one.type}: ${back.refusal.code}`);
          play.staff(undo.command);
          expect(essence(play.meeting), `undo of ${one.type}`).toBe(before);
          expect(peopleOf(play.meeting)).toBe(people);
          // Every field that an act can change is the very one that it was, and a replay of the log agrees.
          for (const field of FIELDS) expect(play.meeting[field]).toBe(former[field]);
          expect(play.log.map(({ recorded }) => recorded).reduce(evolve, NO_MEETING)).toEqual(
            play.meeting,
          );
          expectRefused(play.decide(undo.command), 'stale');
          undone.set(undo.act, (undone.get(undo.act) ?? 0) + 1);
          // What is on stage now may have another clock: an act that only goes on from there.
          if (play.decide(one).ok) play.staff(one);
        }
      }),
      { seed: seed(20261122), numRuns: repetitions(150, 20 * 300) },
    );
    expect([...undone.keys()].sort()).toEqual([
      'add',
      'change',
      'clear-countdown',
      'combine',
      'enter',
      'move',
      'open-round',
      'remove',
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
    expect(controlOf(play).undo).toMatchObject({ act: 'enter', command: { type: 'TakeBack' } });
    play.now += 1000;
    play.staff({ type: 'AdoptScheme', scheme: { ...must(play.meeting.schemes.at(-1)), floor: 3 } });
    expect(controlOf(play).undo).toBeNull();
    play.staff(skip('p-U2', '出差', 's-U2'));
    const { undo } = controlOf(play);
    expect(undo).toMatchObject({ act: 'skip', item: { item: { id: 'p-U2' } } });
    play.claim('R1');
    expect(controlOf(play).undo).toEqual(undo);
    play.staff(must(undo).command);
    expect(play.meeting.skipped.size).toBe(0);
    // A second press of the same key is about an act that is not the last one any more.
    expectRefused(play.decide(must(undo).command), 'stale');
  });

  it('of a turn added by mistake takes it off again, and its unit is back in the written round', () => {
    const play = planned().staff(enter('w')).staff(open('w'));
    const subjects = () => play.about('w');
    expect(subjects()).toEqual(['U3', 'U4', 'U5']);
    play.now += 1000;
    play.staff({ type: 'AddItems', after: itemId('w'), items: [present('U4'), score('U4')] });
    expect(subjects()).toEqual(['U3', 'U5']);
    const { undo } = controlOf(play);
    expect(undo).toMatchObject({ act: 'add', item: { item: { id: 'p-U4' } } });
    play.now += 1000;
    play.staff(must(undo).command);
    expect(subjects()).toEqual(['U3', 'U4', 'U5']);
    expect(ids(play)).not.toContain('p-U4');
    // Taken back by mistake, it is put there again.
    const again = must(controlOf(play).undo);
    expect(again.act).toBe('remove');
    play.staff(again.command);
    expect(subjects()).toEqual(['U3', 'U5']);
    expect(ids(play)).toContain('p-U4');
  });

  it('of a turn leaves a unit out of the written round that was taken out of it by hand', () => {
    const play = planned().staff(enter('w')).staff(open('w'));
    play.staff({
      type: 'SetRoundSubjects',
      round: roundId('w'),
      subjects: [subjectId('U3'), subjectId('U5')],
      reason: '材料没有交',
    });
    // Says so with a reason of its own, and so does the way back.
    expect(controlOf(play).undo).toBeNull();
    play.now += 1000;
    play.staff({ type: 'AddItems', after: itemId('w'), items: [present('U4'), score('U4')] });
    play.staff(must(controlOf(play).undo).command);
    expect(play.about('w')).toEqual(['U3', 'U5']);
    // Nor is it back where the turn is taken off by a command.
    play.staff({ type: 'AddItems', after: itemId('w'), items: [present('U4'), score('U4')] });
    play.staff({ type: 'RemoveItems', items: [itemId('p-U4'), itemId('s-U4')] });
    expect(play.about('w')).toEqual(['U3', 'U5']);
  });

  it('and one in it that was put there by hand, though it has a turn', () => {
    const play = planned().staff(enter('w')).staff(open('w'));
    const subjects = ['U1', 'U2', 'U3', 'U4', 'U5'].map(subjectId);
    play.staff({ type: 'SetRoundSubjects', round: roundId('w'), subjects, reason: '一并书面' });
    for (const act of [
      skip('p-U1', '请假'),
      { type: 'RemoveItems', items: [itemId('s-U2')] } as const,
    ]) {
      play.now += 1000;
      play.staff(act);
      expect(play.about('w')).toEqual(subjects);
      play.staff(must(controlOf(play).undo).command);
      expect(play.about('w')).toEqual(subjects);
    }
    // Another turn, which it gets from now on, takes it out.
    play.staff({
      type: 'AddItems',
      after: null,
      items: [{ ...score('U1'), id: itemId('again') }],
    });
    play.staff({ type: 'RemoveItems', items: [itemId('p-U1'), itemId('s-U1')] });
    expect(play.about('w')).toEqual(['U2', 'U3', 'U4', 'U5']);
  });

  it('of a withdrawal: each unit is where it was, in the round or out of it', () => {
    const play = planned().staff(enter('w')).staff(open('w'));
    const list = [subjectId('U3'), subjectId('U5')];
    const round = roundId('w');
    play.staff({ type: 'SetRoundSubjects', round, subjects: list, reason: '材料没有交' });
    for (const unit of ['U3', 'U4', 'U1']) {
      play.now += 1000;
      play.staff({ type: 'WithdrawSubject', subject: subjectId(unit), reason: '有任务' });
      const { undo } = controlOf(play);
      expect(undo).toMatchObject({ act: 'withdraw' });
      expect(play.about('w')).toEqual(list.filter((id) => id !== unit));
      play.staff(must(undo).command);
      expect(play.about('w')).toEqual(list);
      expect(controlOf(play).undo).toBeNull();
    }
  });

  it('[R9] of the turns that a draw put there is not offered, and they are not removed', () => {
    const play = drawn();
    expect(controlOf(play).undo).toBeNull();
    const turn = must(play.meeting.agenda.find(({ kind }) => kind === 'presentation'));
    expectRefused(play.decide({ type: 'RemoveItems', items: [turn.id] }), 'drawn-order');
  });

  it('an item is removed only while nothing on record speaks of it', () => {
    const play = planned({ units: 5 }, [card('x')]);
    const remove = (...items: readonly string[]) =>
      play.decide({ type: 'RemoveItems', items: items.map(itemId) });
    expectRefused(remove('nowhere'), 'unknown-item');
    expectRefused(remove('x', 'x'), 'unknown-item');
    play.staff(enter('x')).staff(enter('in'));
    expectRefused(remove('x'), 'item-started');
    expectRefused(remove('in'), 'item-started');
    expect(
      rowsOf(play)
        .filter(({ removable }) => !removable)
        .map(({ item }) => item.id),
    ).toEqual(['in', 'x']);
    play.staff({ type: 'RemoveItems', items: [itemId('w')] });
    expect(ids(play)).not.toContain('w');
  });

  it('of a cleared clock brings it back as if it had run on, until another one starts', () => {
    const play = planned().staff(enter('p-U1'));
    play.staff({ type: 'StartCountdown', item: itemId('p-U1') });
    const before = play.meeting.countdown;
    play.now += 1000;
    play.staff({ type: 'ClearCountdown', item: itemId('p-U1') });
    const undo = must(controlOf(play).undo);
    expect(undo.act).toBe('clear-countdown');
    play.now += 1000;
    play.staff(undo.command);
    expect(play.meeting.countdown).toEqual(before);
    play.staff({ type: 'ClearCountdown', item: itemId('p-U1') });
    const { command } = must(controlOf(play).undo);
    play.staff({ type: 'StartCountdown', item: itemId('p-U1') });
    expectRefused(play.decide(command), 'stale');
  });

  it('of a jump into a skipped turn is PageUp: the turn stays taken up', () => {
    const play = planned()
      .staff(enter('in'))
      .staff(skip('p-U1', '出差', 's-U1'));
    play.now += 1000;
    play.staff(enter('p-U1'));
    expect(controlOf(play).undo).toBeNull();
    expect(controlOf(play).back).toEqual(enter('in'));
  });
});

function must<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('it is not there');
  return value;
}
