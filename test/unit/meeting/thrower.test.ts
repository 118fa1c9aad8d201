// Who throws the dice of a draw: one of those in the house, by a draw of its own, in two presses.
import { describe, expect, it } from 'vitest';
import { DRAW_TO_THROW } from '../../../shared/meeting/draws/purposes.ts';
import { drawOfStage } from '../../../shared/views/draws/draws.ts';
import { drawingItem } from '../../../shared/meeting/agenda/turn.ts';
import { itemId, reviewerId, seatId, type Play } from '../../builders.ts';
import { determined, drawn, enterDraw, inHouse, lastDraw, lock, pooled } from './draw-builders.ts';

/** A draw with dice on stage, and before it the draw of who throws them, entered. */
function entered(play: Play, id = 'who'): Play {
  if (!drawingItem(play.meeting, itemId('dice')))
    enterDraw(play, { purpose: 'verification' }, 'dice');
  play.staff({
    type: 'AddItems',
    after: play.meeting.agenda.at(-2)?.id ?? null,
    items: [{ id: itemId(id), ...DRAW_TO_THROW, throws: itemId('dice') }],
  });
  return play.staff({ type: 'EnterItem', item: itemId(id) });
}

const shownAtOnce = (play: Play) => play.staff({ type: 'DrawAtOnce', draw: lastDraw(play).id });

function throwerOf(play: Play, item = 'dice') {
  const found = drawingItem(play.meeting, itemId(item));
  if (!found) throw new Error('no draw');
  return drawOfStage(play, found).thrower;
}

describe('who throws the dice', () => {
  it('is one of those present, drawn with the press after the one that entered it', () => {
    const play = inHouse([2, 2]);
    play.staff({ type: 'LeaveSeat', seat: seatId('S004'), reason: '有事' });
    entered(play);
    expect(lastDraw(play)).toMatchObject({ phase: 'locked', purpose: 'thrower' });
    expect(lastDraw(play).lock.pool.map(({ id }) => id)).toEqual(['R001', 'R002', 'R003']);
    expect(throwerOf(play)).toBeNull();
    shownAtOnce(play);
    const [who] = determined(play).order;
    const name = play.directory.get(`reviewer/${String(who)}`)?.name;
    expect(throwerOf(play)).toEqual({ draw: lastDraw(play).id, name });
  });

  it('before the panel is drawn: one of those who have come in', () => {
    const play = pooled([5]);
    play.staff({ type: 'MarkHere', reviewer: reviewerId('R002'), here: true });
    entered(play);
    expect(lastDraw(play).lock.pool.map(({ id }) => id)).toEqual(['R002']);
    shownAtOnce(play);
    expect(throwerOf(play)?.name).toBe('人大代表002');
  });

  it('is not locked where nobody is there, and says so when it is asked to', () => {
    const play = entered(pooled([5]));
    expect(play.meeting.draws).toEqual([]);
    expect(play.decide({ type: 'LockDraw', item: itemId('who') })).toEqual({
      ok: false,
      refusal: { code: 'pool-too-small', people: true, have: 0, want: 1 },
    });
  });

  it('has a lock and a record of its own, which the lock of the dice follows', () => {
    const play = shownAtOnce(entered(inHouse([2, 2])));
    const { recordHash } = determined(play);
    lock(play.staff({ type: 'EnterItem', item: itemId('dice') }), 'dice');
    expect(lastDraw(play).lock).toMatchObject({ seq: 1, prev: recordHash, draw: 'verification' });
    expect(throwerOf(play)).not.toBeNull();
  });

  it('another one can be drawn, who throws instead; the next of the reserve comes where somebody cannot', () => {
    const play = shownAtOnce(entered(inHouse([2, 2])));
    play.staff({ type: 'EnterItem', item: itemId('dice') });
    shownAtOnce(entered(play, 'again'));
    const { id, order, reserve } = determined(play);
    const [who] = order;
    if (who === undefined) throw new Error('nobody');
    expect(throwerOf(play)?.draw).toBe(id);
    play.staff({ type: 'ReplaceDrawn', draw: id, out: reviewerId(who), reason: '手不方便' });
    const next = reserve[0]?.ids[0] ?? '';
    expect(throwerOf(play)?.name).toBe(play.directory.get(`reviewer/${next}`)?.name);
  });

  it('is void where the stage leaves before the second press', () => {
    const play = entered(inHouse([2, 2]));
    play.staff({ type: 'EnterItem', item: itemId('dice') });
    expect(lastDraw(play)).toMatchObject({ phase: 'void', why: 'left-stage' });
    expect(throwerOf(play)).toBeNull();
  });

  it('of a draw that was not said nobody throws', () => {
    const play = inHouse([2, 2]);
    drawn(play, { purpose: 'verification' }, 'dice');
    play.staff({
      type: 'AddItems',
      after: null,
      items: [{ id: itemId('who'), ...DRAW_TO_THROW }],
    });
    shownAtOnce(play.staff({ type: 'EnterItem', item: itemId('who') }));
    expect(throwerOf(play)).toBeNull();
    const wrong = {
      ...({ id: itemId('x'), kind: 'draw', purpose: 'verification', take: 1 } as const),
      ...({ sources: ['salt'], throws: itemId('dice') } as const),
    };
    expect(play.decide({ type: 'AddItems', after: null, items: [wrong] }).ok).toBe(false);
  });
});
