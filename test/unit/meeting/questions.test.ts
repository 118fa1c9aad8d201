// [R9] Who asks, in two presses: locked as the item is entered, drawn and shown as one act, void by itself where the stage
// leaves it; and what the drawn phone may answer.
import { describe, expect, it } from 'vitest';
import { verifyDraw } from '../../../shared/draw/verify.ts';
import type { DrawSettings } from '../../../shared/meeting/agenda/item.ts';
import { LEFT_STAGE } from '../../../shared/meeting/draws/at-once.ts';
import { standingFor } from '../../../shared/meeting/draws/standing.ts';
import { meSlice } from '../../../shared/views/audiences/panel.ts';
import { staffView } from '../../../shared/views/audiences/staff.ts';
import { drawsSlice } from '../../../shared/views/draws/draws.ts';
import { itemId, type Play } from '../../builders.ts';
import {
  determined,
  drawn,
  enterDraw,
  inHouse,
  lastDraw,
  pooled,
  read,
  sendWord,
  showAll,
  type Drawing,
} from './draw-builders.ts';

const ASKS: Drawing = { purpose: 'questioner', take: 1, sources: ['salt'], seconds: 180 };
const BACKSTAGE = {
  connected: new Set<never>(),
  recent: [],
  head: { seq: 0, hash: '', root: '' },
  staffName: (id: string) => id,
};
const control = (play: Play) => staffView(play, BACKSTAGE).control;
const press = (play: Play) => {
  const { next } = control(play);
  if (next.command === null) throw new Error(`nothing to press: ${next.act}`);
  return play.staff(next.command);
};
const entered = (settings: Drawing = ASKS) => enterDraw(inHouse([4, 4]), settings);
const asked = () => press(entered());
const person = (play: Play, n = 0) => {
  const draw = determined(play);
  if (draw.purpose !== 'questioner') throw new Error(draw.purpose);
  const id = standingFor(play.meeting, draw)[n];
  const seat = [...play.meeting.seats.values()].find(({ holder }) => holder.id === id);
  if (!seat) throw new Error('nobody asks');
  return seat;
};
const decide = (play: Play, seat: ReturnType<typeof person>, comes: boolean) =>
  play.decideSeat({
    type: 'AnswerDraw',
    ...{ seat: seat.id, claim: seat.claim, draw: lastDraw(play).id, comes },
  });
const answer = (play: Play, seat: ReturnType<typeof person>, comes: boolean) => {
  const decision = decide(play, seat, comes);
  if (!decision.ok) throw new Error(decision.refusal.code);
  return play.commit(decision, { kind: 'seat', id: seat.id });
};

describe('two presses', () => {
  it('the first enters and locks, the second draws and shows, each as one act', () => {
    const play = entered();
    expect(lastDraw(play)).toMatchObject({ phase: 'locked', keeper: null });
    expect(control(play).next).toMatchObject({ act: 'draw-at-once', irreversible: false });
    press(play);
    const draw = determined(play);
    expect(draw).toMatchObject({ shown: 1, taken: new Set() });
    const { lock, lockHash, entropy, order } = draw;
    const reserve = Object.fromEntries(draw.reserve.map(({ cell, ids }) => [cell, ids]));
    expect(
      verifyDraw({
        lock,
        shownLockHash: lockHash,
        entropy,
        proofs: [],
        claimed: { order, reserve },
      }),
    ).toEqual([]);
    expect(control(play).next.act).toBe('start-countdown');
    press(play);
    expect(play.meeting.countdown).toMatchObject({ phase: 'running', totalSeconds: 180 });
    expect(control(play).next.act).not.toBe('start-countdown');
  });

  it('the second closes the list of words, which is in the record before the number', () => {
    const play = entered({ ...ASKS, sources: ['phones', 'salt'] });
    sendWord(play, 'S001', '清风');
    expect(control(play).next).toMatchObject({ act: 'draw-at-once', owed: 7, of: 8 });
    press(play);
    expect(determined(play)).toMatchObject({ shown: 1, wordsClosed: true });
    expect(determined(play).words.map(({ word }) => word)).toEqual(['清风']);
  });

  it('pressed twice, or by two moderators, it draws once', () => {
    const play = entered();
    const { next } = control(play);
    if (next.act !== 'draw-at-once') throw new Error(next.act);
    press(play);
    const order = determined(play).order;
    const again = play.decide(next.command);
    expect(again).toMatchObject({ ok: false, refusal: { code: 'draw-not-ready' } });
    expect(determined(play).order).toEqual(order);
  });

  it.each<[string, DrawSettings]>([
    ['dice', { purpose: 'questioner', take: 1, sources: ['dice10', 'salt'] }],
    ['several', { purpose: 'questioner', take: 2, sources: ['salt'] }],
    ['a supervisor’s number', { purpose: 'questioner', take: 1, sources: ['phones', 'kept'] }],
    ['another purpose', { purpose: 'team', take: 1, sources: ['salt'] }],
  ])('with %s it is locked by its own key', (_, settings) => {
    const play = entered(settings);
    expect(play.meeting.draws).toEqual([]);
  });

  it('where nobody can be drawn the item is entered all the same, and says so at its key', () => {
    const empty = enterDraw(pooled([3]), ASKS);
    expect(empty.meeting.draws).toEqual([]);
    expect(control(empty).next.act).toBe('lock-draw');
  });
});

describe('left before it was drawn', () => {
  const away = () => {
    const play = entered();
    const before = play.meeting.agenda.at(-2)?.id ?? null;
    if (before === null) throw new Error('no item before');
    return { play, before };
  };

  it('is void by itself, on record with that reason and who it was', () => {
    const { play, before } = away();
    expect(control(play).voids).toBe(true);
    play.staff({ type: 'EnterItem', item: before });
    expect(play.meeting.current).toBe(before);
    expect(lastDraw(play)).toMatchObject({ phase: 'void', why: LEFT_STAGE, result: null });
    expect(lastDraw(play)).toHaveProperty('signer', expect.any(String));
    expect(control(play).voids).toBe(false);
  });

  it('is not drawn again with a number that somebody could have looked at: dice come first', () => {
    const { play, before } = away();
    play.staff({ type: 'EnterItem', item: before });
    play.staff({ type: 'EnterItem', item: itemId('draw') });
    expect(play.meeting.draws).toHaveLength(1);
    expect(control(play).next.act).toBe('add-dice');
  });

  it('straight for the next one that asks: the one is void, the other is not locked by itself', () => {
    const { play } = away();
    enterDraw(play, ASKS, 'second');
    expect(play.meeting.draws).toHaveLength(1);
    expect(lastDraw(play).phase).toBe('void');
  });

  it('cannot be taken back, nor can the entering that locked it', () => {
    const { play, before } = away();
    expect(play.meeting.undo).toBeNull();
    play.staff({ type: 'EnterItem', item: before });
    expect(play.meeting.undo).toBeNull();
  });

  it('drawn, it stands wherever the stage goes', () => {
    const { play, before } = away();
    press(play);
    play.staff({ type: 'EnterItem', item: before });
    expect(lastDraw(play).phase).toBe('determined');
    play.staff({ type: 'EnterItem', item: itemId('draw') });
    expect(play.meeting.draws).toHaveLength(1);
  });

  it('read by its own commands, its last name keeps the stage as ever', () => {
    const { play, before } = away();
    read(play, '');
    const left = play.decide({ type: 'EnterItem', item: before });
    expect(left).toMatchObject({ ok: false, refusal: { code: 'leave-open-draw' } });
    showAll(play);
    play.staff({ type: 'EnterItem', item: before });
  });
});

describe('the drawn phone', () => {
  it('says yes, once however often', () => {
    const play = asked();
    const seat = person(play);
    answer(play, seat, true);
    const { seq } = play.meeting;
    answer(play, seat, true);
    expect(play.meeting.seq).toBe(seq);
    const [draw] = drawsSlice(play);
    expect(draw?.taken).toEqual([seat.holder.id]);
    expect(meSlice(play, seat.id)?.takes).toEqual([draw?.id]);
  });

  it('speaks for itself alone where several are drawn', () => {
    const play = drawn(inHouse([4, 4]), { ...ASKS, take: 2 });
    const first = person(play);
    const second = person(play, 1);
    answer(play, first, true);
    expect(drawsSlice(play)[0]?.taken).toEqual([first.holder.id]);
    expect(meSlice(play, second.id)).toMatchObject({ drawn: [lastDraw(play).id], takes: [] });
    answer(play, second, true);
    expect(drawsSlice(play)[0]?.taken).toEqual([first.holder.id, second.holder.id]);
    // One passes it on, the other has still said yes.
    answer(play, second, false);
    expect(drawsSlice(play)[0]?.taken).toEqual([first.holder.id]);
    expect(meSlice(play, first.id)?.takes).toEqual([lastDraw(play).id]);
    expect(meSlice(play, second.id)).toMatchObject({ drawn: [], takes: [] });
  });

  it('passes it on without a reason: the next of the reserve, by a chained record, who answers anew', () => {
    const play = asked();
    const first = person(play);
    answer(play, first, true);
    answer(play, first, false);
    const next = person(play);
    expect(next.id).not.toBe(first.id);
    const [one] = play.meeting.replacements;
    expect(one).toMatchObject({
      out: first.holder.id,
      in: next.holder.id,
      why: 'declined',
      reason: '',
    });
    const [draw] = drawsSlice(play);
    expect(draw?.taken).toEqual([]);
    // Its sender missed the answer: nobody else is passed over for it.
    answer(play, first, false);
    expect(play.meeting.replacements).toHaveLength(1);
    expect(decide(play, first, true)).toMatchObject({ refusal: { code: 'not-drawn' } });
  });

  it('is told where nobody is left, and stays asked', () => {
    const play = press(enterDraw(inHouse([2]), ASKS));
    answer(play, person(play), false);
    const last = person(play);
    expect(decide(play, last, false)).toMatchObject({ refusal: { code: 'nobody-next' } });
    expect(person(play).id).toBe(last.id);
  });

  it('passes nothing on while its time runs, and says nothing after the stage has gone on', () => {
    const play = asked();
    const seat = person(play);
    press(play);
    expect(decide(play, seat, false)).toMatchObject({ refusal: { code: 'draw-over' } });
    expect(decide(play, seat, true)).toMatchObject({ ok: true });
    const tea = { id: itemId('tea'), kind: 'card', title: '茶歇', text: '' } as const;
    play.staff({ type: 'AddItems', after: null, items: [tea] });
    play.staff({ type: 'EnterItem', item: tea.id });
    for (const comes of [true, false])
      expect(decide(play, seat, comes)).toMatchObject({ refusal: { code: 'draw-over' } });
  });

  it('alone may answer: not another seat, not before the name, not for another purpose', () => {
    const play = asked();
    const other = [...play.meeting.seats.values()].find(({ id }) => id !== person(play).id);
    if (!other) throw new Error('one seat only');
    expect(decide(play, other, true)).toMatchObject({ refusal: { code: 'not-drawn' } });
    const locked = entered();
    const [first] = locked.meeting.seats.values();
    if (!first) throw new Error('no seat');
    expect(decide(locked, first, true)).toMatchObject({ refusal: { code: 'draw-not-ready' } });
  });
});
