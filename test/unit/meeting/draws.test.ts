// A draw from lock to turn: nothing is seen before its name is shown, nothing is drawn twice.
import { describe, expect, it } from 'vitest';
import { determine } from '../../../shared/draw/draw.ts';
import { recordHash } from '../../../shared/draw/record.ts';
import { verifyDraw } from '../../../shared/draw/verify.ts';
import { screenView } from '../../../shared/views/audiences/screen.ts';
import type { Draw } from '../../../shared/meeting/draws/draw.ts';
import { cellLock, itemId, type Play, seated } from '../../builders.ts';
import { shownDraw } from './draw-builders.ts';

const DICE = '84019375620184736251';

function drawing(sources: readonly ('dice10' | 'salt')[] = ['dice10'], take = 2): Play {
  const play = seated();
  const item = play.meeting.agenda.find(({ kind }) => kind === 'draw');
  if (item?.kind !== 'draw') throw new Error('no draw');
  play.staff({ type: 'ChangeItem', item: { ...item, take, sources } });
  return play.staff({ type: 'EnterItem', item: item.id });
}

function locked(play: Play): Play {
  return play.staff({ type: 'LockDraw', item: itemId('presenters') });
}

function last(play: Play): Draw {
  const draw = play.meeting.draws.at(-1);
  if (!draw) throw new Error('no draw');
  return draw;
}

function read(play: Play, dice = DICE): Play {
  return play.read(dice);
}

function bodyText(play: Play): string {
  return JSON.stringify(screenView(play));
}

describe('[R9] a draw of presenters', () => {
  it('locks pool, rule and sources before any entropy, and anyone recomputes it', () => {
    const play = read(locked(drawing()));
    const draw = last(play);
    if (draw.phase !== 'determined') throw new Error(draw.phase);
    expect(draw.lock).toMatchObject({ seq: 0, prev: '', rule: { kind: 'simple', k: 2 } });
    expect(draw.order).toEqual(determine(cellLock(draw.lock), [DICE]).order);
    expect(
      verifyDraw({
        lock: draw.lock,
        shownLockHash: draw.lockHash,
        entropy: draw.entropy,
        claimed: {
          order: draw.order,
          reserve: Object.fromEntries(draw.reserve.map(({ cell, ids }) => [cell, ids])),
        },
      }),
    ).toEqual([]);
  });

  it('no view holds a name before it is shown; the dice are public as they are read', () => {
    const play = read(locked(drawing()));
    const draw = last(play);
    if (draw.phase !== 'determined') throw new Error(draw.phase);
    const items = play.meeting.agenda.length;
    for (let shown = 0; shown < 2; shown++) {
      expect(shownDraw(play).shown.map(({ id }) => id)).toEqual(draw.order.slice(0, shown));
      expect(play.meeting.agenda).toHaveLength(items);
      expect(bodyText(play)).toContain(DICE);
      play.staff({ type: 'ShowNames', draw: draw.id, shown: shown + 1 });
    }
    expect(play.meeting.agenda.map(({ id }) => id)).toEqual([
      'check-in',
      'presenters',
      ...draw.order.flatMap((id) => [`presenters.${id}.p`, `presenters.${id}.s`]),
      'board',
    ]);
  });

  it('refuses wrong dice and says how many digits were read; a draw cannot be read twice', () => {
    const play = locked(drawing());
    const draw = last(play).id;
    play.staff({
      ...{ type: 'TypeDice', draw, reading: 'first', edits: 0, at: 0, took: 0, digits: '123' },
    });
    expect(play.decide({ type: 'ReadEntropy', draw })).toEqual({
      ok: false,
      refusal: { code: 'dice-wrong', have: 0, want: 20 },
    });
    play.staff({
      ...{ type: 'TypeDice', draw, reading: 'first', edits: 1, at: 0, took: 3, digits: '' },
    });
    play.staff({
      ...{ type: 'TypeDice', draw, reading: 'first', edits: 2, at: 0, took: 0, digits: DICE },
    });
    play.staff({
      ...{ type: 'TypeDice', draw, reading: 'second', edits: 0, at: 0, took: 0, digits: DICE },
    });
    expect(play.decide({ type: 'ReadEntropy', draw })).toMatchObject({
      refusal: { code: 'draw-not-ready' },
    });
    expect(play.decide({ type: 'LockDraw', item: itemId('presenters') })).toMatchObject({
      refusal: { code: 'draw-running' },
    });
  });

  it('a void is a record that the next lock follows, and a salt once lost is not used again', () => {
    const play = locked(drawing(['dice10', 'salt']));
    const first = last(play);
    play.staff({ type: 'VoidDraw', draw: first.id, why: '骰子掉到了桌下' });
    const voided = last(play);
    if (voided.phase !== 'void') throw new Error(voided.phase);
    expect(voided.recordHash).toBe(
      recordHash({
        lock_hash: first.lockHash,
        entropy: ['', ''],
        proofs: [{ type: 'signer', id: 'clerk' }],
        status: 'void',
        why: '骰子掉到了桌下',
      }),
    );
    locked(play);
    expect(last(play).lock).toMatchObject({
      seq: 1,
      prev: voided.recordHash,
      entropy: [{ type: 'dice10', count: 20 }],
    });
  });

  it('a salt that was not opened is kept from the next lock, whichever item makes it', () => {
    const play = locked(drawing(['dice10', 'salt']));
    const { item, ...first } = last(play);
    play.staff({ type: 'VoidDraw', draw: first.id, why: '骰子掉到了桌下' });
    const items = play.meeting.agenda.map((one) =>
      one.id === item ? { ...one, id: itemId('again') } : one,
    );
    // The present item must stay, so the meeting goes to the other one first.
    play.staff({ type: 'SetAgenda', items: [...play.meeting.agenda, ...items.slice(1, 2)] });
    play.staff({ type: 'EnterItem', item: itemId('again') });
    play.staff({ type: 'LockDraw', item: itemId('again') });
    expect(last(play).lock.entropy).toEqual([{ type: 'dice10', count: 20 }]);
  });

  it('a void after the entropy was read keeps its result, which is published all the same', () => {
    const play = read(locked(drawing()));
    const draw = last(play);
    if (draw.phase !== 'determined') throw new Error(draw.phase);
    play.staff({ type: 'VoidDraw', draw: draw.id, why: '读错了骰子' });
    const { entropy, order, reserve } = draw;
    expect(last(play)).toMatchObject({ signer: 'clerk', result: { entropy, order, reserve } });
    expect(bodyText(play)).toContain(DICE);
  });

  it('opens the salt it locked; the salt is in no event before', () => {
    const play = locked(drawing(['dice10', 'salt']));
    const salt = [...play.world.secrets].find(([name]) => name.endsWith('/salt'))?.[1] ?? 'none';
    expect(JSON.stringify(play.log)).not.toContain(salt);
    const draw = last(read(play));
    expect(draw.phase === 'determined' && draw.entropy).toEqual([DICE, salt]);
    expect(draw.assurance).toBe('public');
  });

  it('a salt alone is an operator draw and says so', () => {
    expect(last(locked(drawing(['salt']))).assurance).toBe('operator');
  });

  it('refuses a pool that is too small, and leaving while the draw is unfinished', () => {
    expect(drawing(['dice10'], 5).decide({ type: 'LockDraw', item: itemId('presenters') })).toEqual(
      {
        ok: false,
        refusal: { code: 'pool-too-small', people: false, have: 4, want: 5 },
      },
    );
    expect(locked(drawing()).decide({ type: 'EnterItem', item: itemId('board') })).toMatchObject({
      refusal: { code: 'leave-open-draw' },
    });
  });
});
