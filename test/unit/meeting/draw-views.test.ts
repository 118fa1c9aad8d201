// What pages know of a draw and when: chances before it, words only once their list is closed, names only once shown.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { determine } from '../../../shared/draw/draw.ts';
import { phonesEntropy } from '../../../shared/draw/entropy.ts';
import type { ItemOf, SourceKind } from '../../../shared/meeting/agenda/item.ts';
import { publishedDraw } from '../../../shared/views/draws/draw-record.ts';
import { meSlice, panelStage, seatsConcerned } from '../../../shared/views/audiences/panel.ts';
import { publicView } from '../../../shared/views/audiences/public.ts';
import { screenView } from '../../../shared/views/audiences/screen.ts';
import { staffView } from '../../../shared/views/audiences/staff.ts';
import { cellLock, itemId, seatId, subjectId, type Play } from '../../builders.ts';
import {
  determined,
  DICE10,
  drawn,
  enterDraw,
  FOUNDING,
  inHouse,
  lastDraw,
  lock,
  pooled,
  read,
  sendWord,
  showAll,
  shownDraw,
} from './draw-builders.ts';
import { repetitions, seed } from '../../repetitions.ts';

/** Dice with six sides, but for the one that has none at all. */
function usingSixes(item: ItemOf<'draw'>): ItemOf<'draw'> {
  return item.sources.includes('dice10') ? { ...item, sources: ['dice6'] } : item;
}

function staff(play: Play) {
  return staffView(play, {
    connected: new Set(play.meeting.seats.keys()),
    recent: play.log.map(({ recorded }) => recorded).reverse(),
    // The chain's head covers the entropy too: dice and salts are too many to be guessed back from a hash.
    head: { seq: 0, hash: '', root: '' },
    staffName: (id) => id,
  });
}

/** The same without the digits of the dice, which the hall has seen. */
function withoutDice(play: Play): string {
  const digits = shownDraw(play).sources.flatMap((source) => source.digits ?? []);
  expect(digits).toHaveLength(1);
  return everything(play)
    .replaceAll(`"digits":"${digits.join('')}"`, '')
    .replaceAll(/"digit":"\d"/g, '');
}

/** All that leaves the server for anyone, the draw's own record included. */
function everything(play: Play): string {
  return JSON.stringify([
    screenView(play),
    publicView(play),
    panelStage(play),
    staff(play),
    [...play.meeting.seats.keys()].map((seat) => meSlice(play, seat)),
    play.meeting.draws.map((draw) => publishedDraw(play.meeting, draw)),
  ]);
}

describe('before the lock everyone’s chance is shown', () => {
  it('in proportion: one chance for all, and a range for each cell', () => {
    const { chance, of, cells } = shownDraw(
      enterDraw(pooled(FOUNDING), { purpose: 'panel', take: 50, rule: { kind: 'proportional' } }),
    );
    expect([chance, of]).toEqual(['1/6', 300]);
    expect(cells.map(({ name, of: size, least, most }) => [name, size, least, most])).toEqual([
      ['人大代表', 60, 10, 10],
      ['政协委员', 60, 10, 10],
      ['企业代表', 70, 11, 12],
      ['群众代表', 110, 18, 19],
    ]);
    expect(new Set(cells.map((cell) => cell.chance))).toEqual(new Set(['1/6']));
  });

  it('by fixed numbers: each cell its own chance, and none where it has too few', () => {
    const rule = { kind: 'fixed', take: { K1: 2, K2: 1, K4: 3 } } as const;
    const { chance, cells } = shownDraw(
      enterDraw(pooled([2], [5, 3, 2, 2]), { purpose: 'presenters', take: 6, rule }),
    );
    expect(chance).toBeNull();
    expect(cells.map((cell) => [cell.category?.mark, cell.most, cell.of, cell.chance])).toEqual([
      ['部', 2, 5, '2/5'],
      ['双', 1, 3, '1/3'],
      ['镇', 0, 2, '0/1'],
      ['街', 3, 2, null],
    ]);
  });

  it('the lock changes none of it', () => {
    const play = enterDraw(pooled(FOUNDING), {
      purpose: 'panel',
      take: 50,
      rule: { kind: 'proportional' },
    });
    const { cells, chance, of, take } = shownDraw(play);
    expect(shownDraw(lock(play))).toMatchObject({ cells, chance, of, take, phase: 'locked' });
  });

  it('a pool of nobody breaks nothing', () => {
    for (const rule of [undefined, { kind: 'proportional' }, { kind: 'fixed', take: { G1: 2 } }])
      expect(
        shownDraw(
          enterDraw(pooled([4]), {
            purpose: 'team',
            take: 2,
            ...(rule === undefined ? {} : { rule: rule as { kind: 'proportional' } }),
          }),
        ),
      ).toMatchObject({ chance: null, of: 0 });
  });
});

describe('what a draw is about', () => {
  it('a questioner asks the unit that presented last; a team visits the units drawn for it', () => {
    const play = inHouse([4, 4]);
    play.staff({
      type: 'AddItems',
      after: null,
      items: [{ id: itemId('p'), kind: 'presentation', subject: subjectId('U002'), seconds: 60 }],
    });
    enterDraw(play, { purpose: 'questioner' }, 'q');
    expect(shownDraw(play).asked?.id).toBe('U002');
    expect(shownDraw(showAll(read(lock(play, 'q')))).asked?.id).toBe('U002');
    drawn(play, { purpose: 'verification', take: 3 }, 'v');
    expect(shownDraw(play)).toMatchObject({ asked: null, visits: [] });
    const units = determined(play).order;
    enterDraw(play, { purpose: 'team', take: 5 }, 't');
    expect(shownDraw(play).visits.map(({ id }) => id)).toEqual([...units].sort());
  });

  it('names come with the cell they were drawn in, and count there', () => {
    const play = drawn(pooled([4, 8]), {
      purpose: 'panel',
      take: 3,
      rule: { kind: 'fixed', take: { G1: 1, G2: 2 } },
    });
    const { cells, shown } = shownDraw(play);
    expect(cells.map((cell) => cell.shown)).toEqual([1, 2]);
    expect(shown.filter(({ cell }) => cell === 'G2')).toHaveLength(2);
    expect(shownDraw(play).sources).toMatchObject([{ type: 'dice10', digits: DICE10 }]);
  });
});

describe('the moderator’s one key', () => {
  it('phones, then dice, then names; a salt needs one key and no form', () => {
    const play = enterDraw(inHouse([3, 3]), { purpose: 'team', sources: ['phones', 'salt'] });
    const next = () => staff(play).control.next;
    expect(next()).toMatchObject({ act: 'lock-draw', irreversible: true });
    lock(play);
    sendWord(play, 'S001', '山');
    expect(next()).toMatchObject({ act: 'close-words', owed: 5, of: 6, irreversible: true });
    play.staff(next().command ?? { type: 'ErasePeople' });
    expect(next()).toMatchObject({
      act: 'read-entropy',
      command: { type: 'ReadEntropy' },
    });
    play.staff(next().command ?? { type: 'ErasePeople' });
    expect(next()).toMatchObject({ act: 'show-name', owed: 1, of: 1 });
  });

  it('[R9] after a void dice take the place of the salt: the key adds them, then it locks', () => {
    for (const [sources, after] of [
      [['salt'], ['dice10']],
      [
        ['phones', 'salt'],
        ['phones', 'dice10'],
      ],
    ] as const) {
      const play = lock(enterDraw(inHouse([3, 3]), { purpose: 'questioner', sources }));
      play.staff({ type: 'VoidDraw', draw: lastDraw(play).id, why: '名单有误' });
      const { next } = staff(play).control;
      expect(next).toMatchObject({
        act: 'add-dice',
        irreversible: false,
        command: { type: 'ChangeItem', item: { sources: after } },
      });
      const command = next.command ?? { type: 'ErasePeople' };
      expect(play.decide(command, next.expects.touched)).toMatchObject({ ok: true });
      play.now += 1000;
      play.staff(command);
      expect(staff(play).control).toMatchObject({
        next: { act: 'lock-draw' },
        undo: { act: 'change' },
      });
      const back = play.meeting.undo?.restores.agenda.find(({ id }) => id === play.meeting.current);
      expect(back).toMatchObject({ sources });
      expect(shownDraw(lock(play)).assurance).toBe('public');
    }
  });

  it('[R9] so it does where the salt of the draw before was never opened; six-sided where no other dice are used', () => {
    const play = lock(enterDraw(inHouse([3, 3]), { purpose: 'questioner', sources: ['salt'] }));
    play.staff({ type: 'VoidDraw', draw: lastDraw(play).id, why: '名单有误' });
    const { agenda } = play.meeting;
    const items = agenda.map((item) => (item.kind === 'draw' ? usingSixes(item) : item));
    play.staff({ type: 'SetAgenda', items });
    enterDraw(play, { purpose: 'questioner', sources: ['salt'] }, 'again');
    expect(staff(play).control.next).toMatchObject({
      act: 'add-dice',
      command: { item: { id: 'again', sources: ['dice6'] } },
    });
    // The next draw but one has its salt again.
    play.staff(staff(play).control.next.command ?? { type: 'ErasePeople' });
    lock(play, 'again').staff({ type: 'VoidDraw', draw: lastDraw(play).id, why: '骰子落地' });
    enterDraw(play, { purpose: 'questioner', sources: ['salt'] }, 'third');
    expect(staff(play).control.next.act).toBe('draw-at-once');
  });

  it('dice beside phones ask for the form', () => {
    const play = enterDraw(inHouse([3, 3]), {
      purpose: 'questioner',
      sources: ['phones', 'dice6'],
    });
    lock(play).staff({ type: 'CloseWords', draw: lastDraw(play).id });
    expect(staff(play).control.next).toMatchObject({ act: 'read-entropy', command: null });
  });
});

describe('secrecy of a draw (DRAW.md §6)', () => {
  it('no view holds a word before the list is closed, not even on its sender’s phone', () => {
    const word = fc.stringMatching(/^[a-z]{12,20}$/);
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 6 }), (words) => {
        const play = lock(
          enterDraw(inHouse([3, 3]), { purpose: 'questioner', sources: ['phones', 'dice10'] }),
        );
        words.forEach((one, n) => sendWord(play, `S00${String(n + 1)}`, one));
        const before = everything(play);
        for (const one of words) expect(before).not.toContain(one);
        expect(before).not.toContain(phonesEntropy(words));
        expect(shownDraw(play).words).toMatchObject({ sent: words.length, of: 6, list: null });
        play.staff({ type: 'CloseWords', draw: lastDraw(play).id });
        expect(shownDraw(play).words).toEqual({
          sent: words.length,
          of: 6,
          closed: true,
          hash: phonesEntropy(words),
          list: words,
        });
        // Phones hear what fixes the list; the list itself is in the draw's record.
        expect(JSON.stringify(panelStage(play))).toContain(phonesEntropy(words));
        for (const one of words) expect(JSON.stringify(panelStage(play))).not.toContain(one);
      }),
      { seed: seed(93), numRuns: repetitions(20, 20 * 20) },
    );
  });

  it('phones are not told of each other’s words while the list is open', () => {
    const play = lock(
      enterDraw(inHouse([3, 3]), { purpose: 'questioner', sources: ['phones', 'dice10'] }),
    );
    const before = JSON.stringify(panelStage(play));
    sendWord(play, 'S001', '山');
    expect(JSON.stringify(panelStage(play))).toBe(before);
    expect(meSlice(play, seatId('S001'))?.words).toEqual([lastDraw(play).id]);
    expect(meSlice(play, seatId('S002'))?.words).toEqual([]);
  });

  it('until the first name two throws differ in the dice alone; other entropy and “you are drawn” wait for the last', () => {
    const dice = fc.stringMatching(/^[0-9]{20}$/);
    const sources = fc.constantFrom<readonly SourceKind[]>(
      ['dice10'],
      ['phones', 'dice10', 'salt'],
    );
    fc.assert(
      fc.property(
        dice,
        dice,
        sources,
        fc.constantFrom('questioner', 'team'),
        (a, b, from, purpose) => {
          const [one, other] = [a, b].map((thrown) => {
            const play = lock(enterDraw(inHouse([4, 4]), { purpose, take: 3, sources: from }));
            if (from.includes('phones')) {
              sendWord(play, 'S001', '山');
              play.staff({ type: 'CloseWords', draw: lastDraw(play).id });
            }
            return read(play, thrown);
          });
          if (!one || !other) throw new Error('two plays');
          expect(withoutDice(one)).toBe(withoutDice(other));
          const { order, entropy } = determined(one);
          const { lock: frozen } = lastDraw(one);
          const secret = entropy.filter((_, n) => frozen.entropy[n]?.type === 'salt');
          for (let shown = 1; shown <= 3; shown++) {
            one.staff({ type: 'ShowNames', draw: lastDraw(one).id, shown });
            expect(shownDraw(one).shown.map(({ id }) => id)).toEqual(order.slice(0, shown));
            const told = [...one.meeting.seats.keys()].filter(
              (seat) => (meSlice(one, seat)?.drawn.length ?? 0) > 0,
            );
            const concerned = seatsConcerned(one.meeting, {
              type: 'NamesShown',
              draw: lastDraw(one).id,
              shown,
            });
            expect(concerned).toEqual(told);
            const text = everything(one);
            if (shown < 3) {
              expect(told).toEqual([]);
              for (const part of secret) expect(text).not.toContain(part);
            } else {
              const holders = told.map((seat) => one.meeting.seats.get(seat)?.holder.id);
              expect([...holders].sort()).toEqual([...order].sort());
              for (const part of secret) expect(text).toContain(part);
            }
          }
          // With what is public now, anyone gets the same names.
          const published = publishedDraw(one.meeting, lastDraw(one));
          if (published.status !== 'result') throw new Error(published.status);
          expect(determine(cellLock(published.lock), published.entropy).order).toEqual(order);
        },
      ),
      { seed: seed(94), numRuns: repetitions(12, 20 * 12) },
    );
  });
});
