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
import { passOf, readTyped } from '../../client/phone/score/typed.ts';
import { halfMinutes } from '../../client/phone/large/half-minutes.ts';
import { lastGiven } from '../../client/phone/slips/last-given.ts';
import { sheetKey } from '../../client/phone/slips/matter.ts';
import { clockText } from '../../client/ui/countdown.ts';
import { largeSheetText } from '../../shared/text/large-sheet.ts';
import {
  Disk,
  counted,
  formsOf,
  group,
  nothing,
  scores,
  sheet,
  tap,
  target,
} from './phone-builders.ts';

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

describe('time in words', () => {
  test('is never more than the clock beside it, and less by under half a minute', () => {
    for (let ms = 250; ms <= 600_000; ms += 250) {
      const [minutes = 0, seconds = 0] = clockText(ms).split(':').map(Number);
      const shown = minutes * 60 + seconds;
      const said = halfMinutes(ms) * 30;
      expect(said).toBeLessThanOrEqual(shown);
      expect(shown - said).toBeLessThan(30);
    }
  });

  test.each([
    [120_000, '还有2分钟', '2 minutes left'],
    [119_000, '还有1分半', '1½ minutes left'],
    [90_000, '还有1分半', '1½ minutes left'],
    [89_000, '还有1分钟', '1 minute left'],
    [60_000, '还有1分钟', '1 minute left'],
    [59_000, '还有半分钟', 'Half a minute left'],
    [29_000, '不到半分钟', 'Less than half a minute left'],
  ])('%i ms', (ms, zh, en) => {
    expect(largeSheetText.zh.left(halfMinutes(ms))).toBe(zh);
    expect(largeSheetText.en.left(halfMinutes(ms))).toBe(en);
  });
});

describe('where − and + begin', () => {
  const ballot = counted(1, scores(41, 22));
  const sheets = { [sheetKey(ballot)]: formsOf(sheet) };
  const last = (ballots: Parameters<typeof lastGiven>[0], of = sheet.id) =>
    lastGiven(ballots, sheets, group, of, 'work');

  test('at what this person gave the same sheet’s line last', () => {
    expect(last([ballot])).toBe(41);
    expect(last([ballot, { ...ballot, choice: scores(50, 20) }])).toBe(50);
    expect(last([ballot, { ...ballot, choice: { kind: 'abstain' } }])).toBe(41);
  });

  test('else at six tenths, on a step of the line', () => {
    expect(last([])).toBeUndefined();
    expect(last([ballot], 'another')).toBeUndefined();
    expect(last([{ ...ballot, attempt: 2 }])).toBeUndefined();
    expect(passOf({ id: 'a', name: '', max: '20', step: '1' })).toBe(12);
    expect(passOf({ id: 'a', name: '', max: '40', step: '5' })).toBe(25);
    expect(passOf({ id: 'a', name: '', max: '15', step: '0.5' })).toBe(9);
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
