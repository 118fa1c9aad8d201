// Who can be drawn for each purpose, and who is left out and why.
import { describe, expect, it } from 'vitest';
import { DRAW_TO_ASK } from '../../../shared/meeting/draws/purposes.ts';
import type { DrawPurpose } from '../../../shared/meeting/agenda/item.ts';
import { itemId, seatId, subjectId, type Play } from '../../builders.ts';
import { determined, drawn, enterDraw, inHouse, lastDraw, lock, pooled } from './draw-builders.ts';

function poolOf(play: Play): readonly string[] {
  return lastDraw(play).lock.pool.map(({ id }) => id);
}

describe('[R9] who is in the pool', () => {
  const presenting = (play: Play, unit: string) => {
    const id = itemId(`p-${unit}`);
    const last = play.meeting.agenda.at(-1)?.id ?? null;
    play.staff({
      type: 'AddItems',
      after: last,
      items: [{ id, kind: 'presentation', subject: subjectId(unit), seconds: 60 }],
    });
    return play.staff({ type: 'EnterItem', item: id });
  };

  it('a questioner: those present, neither recused from the unit that presented nor drawn before', () => {
    const play = inHouse([4, 4]);
    play.staff({ type: 'LeaveSeat', seat: seatId('S008'), reason: '有事' });
    presenting(play, 'U001');
    drawn(play, { purpose: 'questioner' }, 'q1');
    // R001 declared a recusal from U001 in the roster.
    expect(lastDraw(play).lock.excluded).toEqual([{ id: 'R001', why: 'recused' }]);
    expect(poolOf(play)).toEqual(['R002', 'R003', 'R004', 'R005', 'R006', 'R007']);
    const [first] = determined(play).order;
    presenting(play, 'U002');
    lock(enterDraw(play, { purpose: 'questioner' }, 'q2'), 'q2');
    expect(lastDraw(play).lock.excluded).toEqual([{ id: first, why: 'drawn-before' }]);
    expect(poolOf(play)).toContain('R001');
  });

  it('a questioner of a turn that was skipped and is taken up again: as in any turn', () => {
    const play = inHouse([4, 4]);
    play.staff({
      ...{ type: 'AddItems', after: null },
      items: [
        { id: itemId('p'), kind: 'presentation', subject: subjectId('U001'), seconds: 60 },
        { id: itemId('q'), turn: itemId('p'), ...DRAW_TO_ASK },
      ],
    });
    play.staff({ type: 'SkipItem', item: itemId('p'), reason: '请假', also: [itemId('q')] });
    play.staff({ type: 'EnterItem', item: itemId('q') });
    expect(play.meeting.skipped.size).toBe(0);
    expect(lastDraw(play).lock.excluded).toEqual([{ id: 'R001', why: 'recused' }]);
  });

  it('verification: neither withdrawn nor combined nor drawn before; those who presented stay in', () => {
    const play = pooled([2], [4, 2]);
    play.staff({ type: 'WithdrawSubject', subject: subjectId('U005'), reason: '机构撤销' });
    play.staff({
      type: 'CombineSubjects',
      into: subjectId('U002'),
      from: subjectId('U006'),
      reason: '合署办公',
    });
    drawn(play, { purpose: 'presenters', take: 1 }, 'p');
    const presented = determined(play).order;
    drawn(play, { purpose: 'verification', take: 1 }, 'v1');
    expect(lastDraw(play).lock.excluded).toEqual([
      { id: 'U005', why: 'withdrawn' },
      { id: 'U006', why: 'combined' },
    ]);
    const [visited] = determined(play).order;
    expect(poolOf(play)).toEqual(expect.arrayContaining([...presented]));
    lock(enterDraw(play, { purpose: 'verification', take: 1 }, 'v2'), 'v2');
    expect(lastDraw(play).lock.excluded).toContainEqual({ id: visited, why: 'drawn-before' });
    // Nothing but the list itself follows from it.
    expect(play.meeting.agenda.filter(({ kind }) => kind === 'presentation')).toHaveLength(1);
  });

  it('a team: from the panel that sits, not from the pool, and not those replaced', () => {
    const play = pooled([20, 20]);
    drawn(play, { purpose: 'panel', take: 8, rule: { kind: 'proportional' } }, 'panel');
    const [seat] = play.meeting.seats.values();
    if (!seat) throw new Error('no seat');
    play.staff({
      type: 'ReplaceSeat',
      seat: seat.id,
      why: 'no-show',
      reason: '没来',
      vacant: true,
    });
    const sitting = [...play.meeting.seats.values()]
      .filter(({ gone }) => gone === null)
      .map(({ holder }) => holder.id as string);
    drawn(play, { purpose: 'team', take: 5 }, 'team');
    expect(poolOf(play)).toEqual([...sitting].sort());
    expect(determined(play).order).toHaveLength(5);
  });

  it.each<DrawPurpose>(['questioner', 'team'])('a %s of nobody is refused', (purpose) => {
    const play = enterDraw(pooled([4]), { purpose });
    expect(play.decide({ type: 'LockDraw', item: itemId('draw') })).toEqual({
      ok: false,
      refusal: { code: 'pool-too-small', people: true, have: 0, want: 1 },
    });
  });
});
