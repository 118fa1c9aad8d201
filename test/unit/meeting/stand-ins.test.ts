// [R9] A drawn questioner or team member who cannot: the next of the draw's own reserve, by a chained record (DRAW.md §6).
import { describe, expect, it } from 'vitest';
import { firstFalseReplacement } from '../../../shared/draw/replacement.ts';
import { standingFor } from '../../../shared/meeting/draws/standing.ts';
import type { StaffCommand } from '../../../shared/meeting/commands.ts';
import { drawPool } from '../../../shared/meeting/draws/pool.ts';
import { itemById } from '../../../shared/meeting/agenda/items.ts';
import { seatOfReviewer } from '../../../shared/meeting/holders.ts';
import { publishedDraw } from '../../../shared/views/draws/draw-record.ts';
import { drawnIn, drawsSlice } from '../../../shared/views/draws/draws.ts';
import { minutesView } from '../../../shared/views/audiences/minutes.ts';
import { itemId, reviewerId, seatId, subjectId, type Play } from '../../builders.ts';
import { passesOn } from '../../../shared/meeting/draws/purposes.ts';
import { determined, drawn, enterDraw, inHouse, lock, read } from './draw-builders.ts';

const replace = (play: Play, out: string, reason = '身体不适'): StaffCommand => ({
  type: 'ReplaceDrawn',
  draw: determined(play).id,
  out: reviewerId(out),
  reason,
});
const standing = (play: Play) => {
  const draw = determined(play);
  if (!passesOn(draw)) throw new Error('a draw that nobody passes on');
  return standingFor(play.meeting, draw);
};
const reserveOf = (play: Play) =>
  determined(play).reserve.flatMap(({ ids }): readonly string[] => ids);
const asking = () => drawn(inHouse([4, 4]), { purpose: 'questioner' });
const seatOf = (play: Play, id: string) => {
  const seat = seatOfReviewer(play.meeting, reviewerId(id));
  if (!seat) throw new Error(`${id} has no seat`);
  return seat;
};

describe('a drawn questioner who would rather not', () => {
  it('is followed by the next of the reserve; each keeps the seat, and nothing is drawn again', () => {
    const play = asking();
    const [out = ''] = standing(play);
    const [first] = reserveOf(play);
    play.staff(replace(play, out));
    expect(standing(play)).toEqual([first]);
    expect(play.meeting.replacements).toMatchObject([{ out, in: first, why: 'declined' }]);
    expect(seatOf(play, out)).toMatchObject({ present: true, gone: null });
    expect(determined(play).order).toEqual([out]);
    expect(drawsSlice(play)[0]).toMatchObject({ shown: [{ id: out }], standing: [{ id: first }] });
    expect(drawnIn(play.meeting, first ?? '')).toEqual([determined(play).id]);
    expect(drawnIn(play.meeting, out)).toEqual([]);
    // The minutes say why, as it was typed; what is published never does (R14).
    const minutes = minutesView(play, { seq: 0, hash: '', root: '' }, String);
    expect(minutes.replacements).toEqual([]);
    expect(minutes.draws[0]?.replacements).toMatchObject([{ why: 'declined', reason: '身体不适' }]);
    expect(JSON.stringify(publishedDraw(play.meeting, determined(play)))).not.toContain('身体不适');
    expect(JSON.stringify(drawsSlice(play))).not.toContain('身体不适');
    // A seat by hand, a desk's act: whoever declined is a panel member as before.
    play.staff({ type: 'LeaveSeat', seat: seatOf(play, out).id, reason: '有事' });
    play.claim(out);
  });

  it('whoever is not here, or recused from the unit that is asked, is passed over and named', () => {
    const play = inHouse([4, 4]);
    play.staff({
      type: 'AddItems',
      after: null,
      items: [{ id: itemId('p'), kind: 'presentation', subject: subjectId('U002'), seconds: 60 }],
    });
    drawn(play, { purpose: 'questioner' });
    const [out = ''] = standing(play);
    const [away = '', recused = '', next = ''] = reserveOf(play);
    play.staff({ type: 'LeaveSeat', seat: seatOf(play, away).id, reason: '有事' });
    play.staff({
      type: 'DeclareRecusal',
      reviewer: reviewerId(recused),
      subject: subjectId('U002'),
    });
    play.staff({ type: 'LeaveSeat', seat: seatOf(play, out).id, reason: '有事' });
    play.staff(replace(play, out));
    expect(play.meeting.replacements).toMatchObject([
      { out, in: next, why: 'left', skipped: [away, recused] },
    ]);
  });

  it('the records chain to the draw’s and follow its reserve, as anyone can check', () => {
    const play = asking();
    for (let n = 0; n < 3; n++) play.staff(replace(play, standing(play)[0] ?? ''));
    const published = publishedDraw(play.meeting, determined(play));
    if (published.status !== 'result') throw new Error(published.status);
    const records = published.replacements.map(({ record }) => record);
    const reserve = Object.fromEntries(published.reserve.map(({ cell, ids }) => [cell, ids]));
    const [cell = ''] = Object.keys(reserve);
    expect(records).toHaveLength(3);
    expect(firstFalseReplacement(published.recordHash, () => cell, reserve, records)).toBeNull();
    // Whoever has been called is not drawn to ask again.
    enterDraw(play, { purpose: 'questioner' }, 'again');
    const item = itemById(play.meeting, itemId('again'));
    if (item?.kind !== 'draw') throw new Error('no draw');
    expect(drawPool(play.meeting, item).ids).toHaveLength(4);
  });

  it('is refused without a reason, before the last name, for who does not stand, and with nobody left', () => {
    const play = read(lock(enterDraw(inHouse([2]), { purpose: 'questioner' })));
    const refused = (command: StaffCommand) => {
      const decision = play.decide(command);
      return decision.ok ? null : decision.refusal.code;
    };
    const [out = ''] = determined(play).order;
    expect(refused(replace(play, out))).toBe('draw-not-ready');
    play.staff({ type: 'ShowNames', draw: determined(play).id, shown: 1 });
    const [next = ''] = reserveOf(play);
    expect(refused(replace(play, out, ' '))).toBe('reason-missing');
    expect(refused(replace(play, next))).toBe('stale');
    play.staff(replace(play, out));
    expect(refused(replace(play, out))).toBe('stale');
    expect(refused(replace(play, next))).toBe('nobody-next');
  });
});

describe('a drawn team', () => {
  it('keeps its order, by the reserve of the cell of whoever cannot', () => {
    const play = drawn(inHouse([4, 4]), {
      purpose: 'team',
      take: 4,
      rule: { kind: 'proportional' },
    });
    const before = standing(play);
    const [, out = ''] = before;
    play.staff(replace(play, out));
    const after = standing(play);
    expect(after.map((id, n) => (n === 1 ? out : id))).toEqual(before);
    expect(seatOf(play, after[1] ?? '').group).toBe(seatOf(play, out).group);
    expect(seatOf(play, out).id).not.toBe(seatId('none'));
  });
});
