// Small parts of the phone: totals as shown, typed scores, what is kept on the device.
import { describe, expect, test } from 'vitest';
import type { CastAnswer } from '../../shared/protocol.ts';
import { answerCame, scored, sendingIn, submitted } from '../../client/phone/slips/slips.ts';
import { forgetKept } from '../../client/phone/slips/kept-here.ts';
import { textOf } from '../../client/phone/slips/join.ts';
import { NOTHING_KEPT, openShelf, type Kept } from '../../client/phone/slips/shelf.ts';
import { toMessage } from '../../client/phone/slips/slip.ts';
import { shownColumn } from '../../client/phone/score/column.ts';
import { missing, shownDecimal, shownTotal } from '../../client/phone/score/totals.ts';
import { readTyped } from '../../client/phone/score/typed.ts';
import { Disk, formsOf, nothing, scores, sheet, tap, target } from './phone-builders.ts';

const thirds = { ...sheet, lines: sheet.lines.map((line) => ({ ...line, share: '1/2' })) };

describe('[R8] totals', () => {
  test('a sheet of whole points shows whole totals, as the server’s decimals do', () => {
    expect(shownTotal(sheet, { work: 37, law: 18 })).toBe('55');
    expect(shownDecimal('55.00', sheet)).toBe('55');
  });

  test('any other sheet always shows two decimals', () => {
    expect(shownTotal(thirds, { work: 60, law: 40 })).toBe('100.00');
    expect(shownTotal(thirds, { work: 37, law: 18 })).toBe('53.33');
    expect(shownDecimal('55.00', thirds)).toBe('55.00');
  });

  test('what is not scored adds nothing and is counted as missing', () => {
    expect(shownTotal(sheet, { law: 0 })).toBe('0');
    expect(missing(sheet, { law: 0 })).toBe(1);
  });

  test('a column keeps its decimals together', () => {
    expect(shownColumn(['91.00', null, '7.00'])).toEqual(['91', null, '7']);
    expect(shownColumn(['91.00', '7.25'])).toEqual(['91.00', '7.25']);
  });
});

describe('typed scores', () => {
  const line = { id: 'a', name: '', max: '40', step: '5' };
  test.each([
    ['35', 35],
    ['０', 0],
    [' ４０ ', 40],
    ['45', null],
    ['37', null],
    ['', null],
    ['-5', null],
    ['1e1', null],
    ['5.0', 5],
    ['2.5', null],
  ])('%j is %j', (text, score) => {
    expect(readTyped(text, line)).toBe(score);
  });
});

describe('kept on the device', () => {
  const disk = (start?: Record<string, string>) => {
    const one = new Disk(start);
    return () => one;
  };
  const typed = scored(nothing, [], target, 'work', 37);
  const { slips } = submitted(typed, [], target, scores(37, 18), tap());
  const full: Kept = { slips, sheets: { 'R/1': formsOf(sheet) } };
  const same = (kept: Kept) => [[...kept.slips.values()].map(textOf), kept.sheets];

  test('survives a reload', () => {
    const there = disk();
    expect(openShelf('k', there).write(full)).toBe(true);
    expect(same(openShelf('k', there).read())).toEqual(same(full));
  });

  test('a browser that refuses storage does not stop scoring', () => {
    const refusing = () => {
      throw new Error('SecurityError');
    };
    expect(openShelf('k', refusing).write(full)).toBe(false);
    expect(openShelf('k', refusing).read()).toEqual(NOTHING_KEPT);
    expect(() => {
      forgetKept('k', refusing);
    }).not.toThrow();
  });

  test.each(['', 'null', '[]', '{"v":0}', '{"v":1}', 'no json'])('reads %j as nothing', (text) => {
    for (const name of ['k', 'k.acknowledged', 'k.slip/R/1/u5/a', 'k.slip/x', 'k.unknown/y'])
      expect(openShelf('k', disk({ [name]: text })).read()).toEqual(NOTHING_KEPT);
  });

  test('"not me" takes another’s scores along, but no ballot that still waits', () => {
    const there = disk();
    const shelf = openShelf('k', there);
    shelf.write(full);
    forgetKept('k', there);
    expect(same(openShelf('k', there).read())).toEqual(same(full));
    const answer: CastAnswer = {
      ok: true,
      receipt: { ...toMessage(sendingIn(slips)[0]!), total: '55.00', code: '7K3F-Q2MD' },
    };
    const now = answerCame({ ...nothing, slips }, [], sendingIn(slips)[0]!, answer);
    shelf.write({ ...full, slips: now.slips });
    forgetKept('k', there);
    expect(openShelf('k', there).read()).toEqual(NOTHING_KEPT);
  });
});
