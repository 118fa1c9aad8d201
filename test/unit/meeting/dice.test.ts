// Dice as they are read: digit by digit, by two people; what the hall, staff and phones see of them meanwhile.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dieLayout } from '../../../client/screen/draw/DieSlots.tsx';
import { spliceOf, TypedRow, type Splice } from '../../../client/console/stage/typed-row.ts';
import { determine } from '../../../shared/draw/draw.ts';
import { evolve, NO_MEETING } from '../../../shared/meeting/evolve.ts';
import type { StaffCommandOf } from '../../../shared/meeting/commands.ts';
import type { Reading } from '../../../shared/meeting/draws/reading.ts';
import { minutesView } from '../../../shared/views/audiences/minutes.ts';
import { panelStage } from '../../../shared/views/audiences/panel.ts';
import { publicView } from '../../../shared/views/audiences/public.ts';
import { screenView } from '../../../shared/views/audiences/screen.ts';
import { staffView } from '../../../shared/views/audiences/staff.ts';
import type { StageBody } from '../../../shared/views/slices/stage-slices.ts';
import { enNumber, zhNumber } from '../../../shared/text/number-words.ts';
import { cellLock, created, itemId, type Play } from '../../builders.ts';
import { repetitions, seed } from '../../repetitions.ts';
import { DICE10, DICE6, enterDraw, inHouse, lastDraw, lock, pooled } from './draw-builders.ts';

const HEAD = { seq: 0, hash: '', root: '' };

function diceHall(sources: readonly ('dice10' | 'dice6' | 'salt')[] = ['dice10']): Play {
  return lock(enterDraw(pooled([12]), { purpose: 'panel', take: 3, sources }));
}

function readings(play: Play) {
  const draw = lastDraw(play);
  if (draw.phase !== 'locked') throw new Error(draw.phase);
  return draw.readings;
}

/** The splice that a page sends which knows the row as it stands. */
function typing(play: Play, reading: Reading, splice: Partial<Splice>): StaffCommandOf<'TypeDice'> {
  const { row, edits } = readings(play)[reading];
  const { at = row.length, took = 0, digits = '' } = splice;
  return { type: 'TypeDice', draw: lastDraw(play).id, reading, edits, at, took, digits };
}

function type(play: Play, reading: Reading, digits: string): void {
  for (const digit of digits) play.staff(typing(play, reading, { digits: digit }));
}

function drawIn(body: StageBody) {
  if (body.kind !== 'draw') throw new Error(body.kind);
  return body.draw;
}

function onScreen(play: Play) {
  return drawIn(screenView(play).stage.body).dice;
}

function forStaff(play: Play) {
  return staffView(play, {
    ...{ connected: new Set(), head: HEAD, staffName: (id: string) => id },
    recent: play.log.map(({ recorded }) => recorded).reverse(),
  });
}

describe('[R9] dice are read twice', () => {
  it('the hall sees each digit as it is typed, and struck as the second agrees', () => {
    const play = diceHall();
    expect(onScreen(play)?.slots).toHaveLength(20);
    expect(onScreen(play)?.slots.every(({ state }) => state === 'empty')).toBe(true);
    for (const [n, digit] of Array.from(DICE10).entries()) {
      type(play, 'first', digit);
      expect(onScreen(play)?.slots[n]).toEqual({ state: 'read', digit });
      expect(onScreen(play)).toMatchObject({ first: n + 1, second: 0 });
    }
    for (const [n, digit] of Array.from(DICE10.slice(0, 19)).entries()) {
      type(play, 'second', digit);
      expect(onScreen(play)?.slots[n]).toEqual({ state: 'agreed', digit });
    }
    expect(lastDraw(play).phase).toBe('locked');
    type(play, 'second', DICE10.slice(19));
    const draw = lastDraw(play);
    if (draw.phase !== 'determined') throw new Error(draw.phase);
    expect(draw.entropy).toEqual([DICE10]);
    expect(draw.order).toEqual(determine(cellLock(draw.lock), [DICE10]).order);
    // It rests with all dice struck until the first name.
    expect(
      onScreen(play)
        ?.slots.map(({ digit }) => digit)
        .join(''),
    ).toBe(DICE10);
    expect(play.meeting.agenda).toHaveLength(4);
    play.staff({ type: 'ShowNames', draw: draw.id, shown: 1 });
    expect(onScreen(play)).toBeNull();
    expect(drawIn(screenView(play).stage.body).sources).toMatchObject([{ digits: DICE10 }]);
  });

  it('a die on which they differ counts for neither, until both have looked again', () => {
    const play = diceHall();
    type(play, 'first', DICE10);
    const wrong = `${DICE10.slice(0, 6)}9${DICE10.slice(7)}`;
    type(play, 'second', wrong);
    expect(lastDraw(play).phase).toBe('locked');
    expect(onScreen(play)?.slots[6]).toEqual({ state: 'differs', digit: null });
    expect(forStaff(play).control.dice?.differs).toEqual([7]);
    // The first reader was wrong.
    play.staff(typing(play, 'first', { at: 6, took: 1, digits: '9' }));
    const draw = lastDraw(play);
    expect(draw).toMatchObject({ phase: 'determined', entropy: [wrong] });
  });

  it('Backspace, a digit in the middle and a whole row at once are one change each, also where the row stays as it was; nothing typed is nothing', () => {
    const play = diceHall();
    play.staff(typing(play, 'first', { digits: '702 94' }));
    expect(readings(play).first).toEqual({ row: '70294', edits: 1 });
    play.staff(typing(play, 'first', { at: 4, took: 1 }));
    play.staff(typing(play, 'first', { at: 1, took: 1, digits: '８８' }));
    expect(readings(play).first).toEqual({ row: '78829', edits: 3 });
    // The page that replaced a digit by its like counts an edit, and so does the server.
    play.staff(typing(play, 'first', { at: 2, took: 1, digits: '8' }));
    expect(readings(play).first).toEqual({ row: '78829', edits: 4 });
    const { seq } = play.meeting;
    play.staff(typing(play, 'first', { at: 2 }));
    expect(play.meeting.seq).toBe(seq);
  });

  it('refuses nonsense, too many, and places that are not there', () => {
    const play = diceHall(['dice6']);
    for (const digits of ['7', '0', 'x', '４⑤', '1-2', 'constructor', '1'.repeat(27)])
      expect(play.decide(typing(play, 'first', { digits }))).toMatchObject({
        refusal: { code: 'dice-wrong', want: 26 },
      });
    for (const place of [{ at: 1 }, { took: 1 }, { at: 1e6, took: 1e6 }])
      expect(play.decide(typing(play, 'first', { ...place, digits: '1' }))).toMatchObject({
        refusal: { code: 'dice-elsewhere' },
      });
    expect(readings(play).first).toEqual({ row: '', edits: 0 });
    type(play, 'first', DICE6);
    expect(play.decide(typing(play, 'first', { digits: '1' }))).toMatchObject({
      refusal: { code: 'dice-wrong', have: 27, want: 26 },
    });
  });

  it('two who type into one row: what was made for another row is refused, and nothing comes twice', () => {
    const play = diceHall();
    const both = typing(play, 'first', { digits: '7' });
    play.staff(both);
    expect(play.decide(both)).toMatchObject({ refusal: { code: 'dice-elsewhere' } });
    expect(readings(play).first.row).toBe('7');
  });

  it('the second reading waits for the first, phones’ words come before both, and a draw is read once', () => {
    const play = diceHall();
    type(play, 'first', DICE10.slice(1));
    expect(play.decide(typing(play, 'second', { digits: '8' }))).toMatchObject({
      refusal: { code: 'first-reading-open' },
    });
    const asking = lock(
      enterDraw(inHouse([4, 4]), { purpose: 'questioner', sources: ['phones', 'dice10'] }),
    );
    expect(asking.decide(typing(asking, 'first', { digits: '1' }))).toMatchObject({
      refusal: { code: 'words-open' },
    });
    expect(forStaff(asking).control.dice).toBeNull();
    const late = typing(play, 'first', { digits: '1' });
    play.staff({ type: 'VoidDraw', draw: lastDraw(play).id, why: '骰子掉了' });
    expect(play.decide(late)).toMatchObject({ refusal: { code: 'draw-not-ready' } });
  });

  it('opens the salt with the last die, and says so where it is lost', () => {
    const play = diceHall(['dice10', 'salt']);
    type(play, 'first', DICE10);
    type(play, 'second', DICE10.slice(0, 19));
    const last = typing(play, 'second', { digits: DICE10.slice(19) });
    const { secrets } = play.world;
    play.world = { ...play.world, secrets: new Map() };
    expect(play.decide(last)).toMatchObject({ refusal: { code: 'salt-lost' } });
    play.world = { ...play.world, secrets };
    play.staff(last);
    expect(lastDraw(play)).toMatchObject({ phase: 'determined' });
    // The digits are the hall's; the salt comes with the last name.
    expect(drawIn(screenView(play).stage.body).sources).toMatchObject([
      { type: 'dice10', digits: DICE10 },
      { type: 'salt', digits: null },
    ]);
  });

  it('the bell between two digits, or any other step of the stage, refuses none', () => {
    const play = diceHall();
    const digit = typing(play, 'first', { digits: '7' });
    play.staff({ type: 'RingBell', item: itemId('draw') });
    expect(play.decide(digit, 0)).toMatchObject({ ok: true });
  });

  it('[R1] the log alone brings every slot back as it stood', () => {
    const play = diceHall();
    type(play, 'first', DICE10);
    type(play, 'second', `${DICE10.slice(0, 4)}7`);
    const again = play.log.reduce((meeting, { recorded }) => evolve(meeting, recorded), NO_MEETING);
    expect(
      onScreen(Object.assign(created(), { world: { ...play.world, meeting: again } })),
    ).toEqual(onScreen(play));
  });
});

describe('[R7] who types the second reading', () => {
  const row = fc.stringMatching(/^[0-9]{20}$/);

  it('sees no digit of the first: two throws give staff and phones the same views until both agree', () => {
    fc.assert(
      fc.property(row, row, fc.integer({ min: 0, max: 20 }), (a, b, length) => {
        const views = [a, b].map((thrown) => {
          const play = diceHall();
          play.staff(typing(play, 'first', { digits: thrown.slice(0, length) || '0' }));
          const minutes = minutesView(play, HEAD, (id) => id);
          return JSON.stringify([
            forStaff(play),
            panelStage(play),
            minutes,
            publicView(play).draws,
          ]);
        });
        expect(views[0]).toBe(views[1]);
      }),
      { seed: seed(113), numRuns: repetitions(10, 200) },
    );
  });
});

describe('a page that types', () => {
  function page(answers: (splice: Splice, edits: number) => Promise<boolean>, have = 0, edits = 0) {
    return new TypedRow({
      control: { have, edits },
      send: answers,
      forgets: (typed) => typed.length === 20,
    });
  }

  it('says the shortest change, and never a digit that it does not know', () => {
    expect(spliceOf('702', '7024')).toEqual({ at: 3, took: 0, digits: '4' });
    expect(spliceOf('7024', '702')).toEqual({ at: 3, took: 1, digits: '' });
    expect(spliceOf('••••', '••9•')).toEqual({ at: 2, took: 1, digits: '9' });
    expect(spliceOf('11', '111')).toEqual({ at: 2, took: 0, digits: '1' });
    expect(spliceOf('••', '••••')).toBeNull();
  });

  it('sends one change after the other, and what came meanwhile with the next', async () => {
    const sent: (readonly [Splice, number])[] = [];
    const waiting: ((taken: boolean) => void)[] = [];
    const typed = page((splice, edits) => {
      sent.push([splice, edits]);
      return new Promise((resolve) => waiting.push(resolve));
    });
    void typed.type('7');
    void typed.type('70');
    const done = typed.type('702');
    expect(sent).toEqual([[{ at: 0, took: 0, digits: '7' }, 0]]);
    waiting.shift()?.(true);
    await expect.poll(() => sent.length).toBe(2);
    expect(sent[1]).toEqual([{ at: 1, took: 0, digits: '02' }, 1]);
    waiting.shift()?.(true);
    expect(await done).toBe(true);
    expect(typed.shown.getState().row).toBe('702');
  });

  it('forgets a first reading that is whole, and begins anew from what another page has typed', async () => {
    const typed = page(() => Promise.resolve(true));
    await typed.type(DICE10);
    expect(typed.shown.getState().row).toBe('•'.repeat(20));
    typed.hear({ have: 3, edits: 1 });
    expect(typed.shown.getState().row).toBe('•'.repeat(20));
    typed.hear({ have: 3, edits: 5 });
    expect(typed.shown.getState().row).toBe('•••');
  });

  it('keeps in step where it types over a digit that it did not know and that was the same', async () => {
    const play = diceHall();
    type(play, 'first', '702');
    const typed = page(
      (splice, edits) => {
        const decision = play.decide({ ...typing(play, 'first', splice), edits });
        if (decision.ok) play.commit(decision, { kind: 'server' });
        return Promise.resolve(decision.ok);
      },
      ...([3, 3] as const),
    );
    expect(await typed.type('•0•')).toBe(true);
    expect(await typed.type('•0•5')).toBe(true);
    expect(readings(play).first.row).toBe('7025');
  });

  it('sends nothing of what is held while an earlier digit is on its way', async () => {
    const sent: Splice[] = [];
    const waiting: ((taken: boolean) => void)[] = [];
    const typed = page((splice) => {
      sent.push(splice);
      return new Promise((resolve) => waiting.push(resolve));
    });
    void typed.type('7');
    const done = typed.type('70');
    typed.hold('70x');
    waiting.shift()?.(true);
    await expect.poll(() => waiting.length).toBe(1);
    waiting.shift()?.(true);
    expect(await done).toBe(true);
    expect(sent.map(({ digits }) => digits)).toEqual(['7', '0']);
    expect(typed.shown.getState().row).toBe('70x');
  });

  it('takes back what was refused', async () => {
    const typed = page(() => Promise.resolve(false), 2, 2);
    expect(await typed.type('••5')).toBe(false);
    expect(typed.shown.getState().row).toBe('••');
  });
});

describe('slots of dice', () => {
  it('fit their field, whatever their number', () => {
    for (const count of [20, 21, 26, 27, 40, 60, 61, 100, 200]) {
      const { columns, gap, width, height, digit } = dieLayout(count);
      const rows = Math.ceil(count / columns);
      expect(columns * width + (columns - 1) * gap).toBeLessThanOrEqual(160.01);
      expect(rows * height + (rows - 1) * gap).toBeLessThanOrEqual(25.81);
      expect(digit).toBeGreaterThan(2.8);
      expect(digit).toBeLessThanOrEqual(height);
    }
    expect(dieLayout(20)).toMatchObject({ columns: 10, height: 12.1 });
    expect(dieLayout(26).columns).toBe(13);
  });

  it('their number is said in words', () => {
    expect([0, 9, 10, 11, 20, 26, 99, 100].map(zhNumber)).toEqual([
      ...['零', '九', '十', '十一', '二十', '二十六', '九十九', '100'],
    ]);
    expect([0, 13, 20, 26, 100].map(enNumber)).toEqual([
      ...['zero', 'thirteen', 'twenty', 'twenty-six', '100'],
    ]);
  });
});
