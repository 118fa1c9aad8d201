// One number on the phone's own keypad: which number goes on by itself, and what no key can make.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  digitsOf,
  endsPress,
  lastKey,
  markOf,
  pressed,
  type By,
} from '../../client/phone/written/number-keys.ts';
import { repetitions, seed } from '../repetitions.ts';

type Scale = Parameters<typeof lastKey>[0];
const scale = (max: string, step = '1'): Scale => ({ max, step });

/** Presses these one after the other; a key that no mark begins with is passed over. */
function typed(of: Scale, keys: readonly string[], by: By = 'glass') {
  let now = { text: '', isFinal: false };
  for (const key of keys) now = pressed(of, now.text, key, by) ?? now;
  return now;
}

describe('the key beside 0', () => {
  it.each([
    ['100', '1', '100', 2],
    ['10', '1', '10', 1],
    ['1000', '1', '1000', 3],
    ['40', '1', null, null],
    ['100', '0.5', '.5', null],
    ['10', '0.5', '.5', null],
    ['100', '0.25', '.', null],
    ['100', '5', '100', 2],
    ['1', '1', null, null],
  ])('of 0 to %s in steps of %s is %s', (max, step, key, digits) => {
    expect(lastKey(scale(max, step))).toBe(key);
    expect(digitsOf(scale(max, step))).toBe(digits);
  });
});

describe('on glass', () => {
  it.each([
    ['100', '1', ['8'], '8', false],
    ['100', '1', ['8', '5'], '85', true],
    // Two digits are always whole, as 100 has a key.
    ['100', '1', ['1', '0'], '10', true],
    ['100', '1', ['0'], '0', false],
    ['100', '1', ['0', '5'], '05', true],
    ['100', '1', ['100'], '100', true],
    ['100', '1', ['8', '100'], '100', true],
    ['10', '1', ['0'], '0', true],
    ['10', '1', ['1'], '1', true],
    ['10', '1', ['10'], '10', true],
    // 50 is more than 40, so 5 needs no second digit, and 4 does.
    ['40', '1', ['5'], '5', true],
    ['40', '1', ['4'], '4', false],
    ['40', '1', ['4', '5'], '4', false],
    ['40', '1', ['4', '0'], '40', true],
    ['100', '0.5', ['8', '5'], '85', false],
    ['100', '0.5', ['8', '5', '.5'], '85.5', true],
    ['100', '0.5', ['1', '0', '0'], '100', true],
    ['100', '0.5', ['.5'], '0.5', true],
    ['10', '0.5', ['9', '.5'], '9.5', true],
    ['10', '0.5', ['1', '0'], '10', true],
    ['10', '0.5', ['1', '0', '.5'], '10', true],
    ['100', '0.25', ['8', '.', '7', '5'], '8.75', true],
    ['100', '0.25', ['8', '.', '6'], '8.', false],
    ['100', '5', ['8', '3'], '8', false],
    ['100', '5', ['8', '5'], '85', true],
    ['1', '1', ['1'], '1', true],
    ['1', '0.1', ['1'], '1', true],
    ['1', '0.1', ['0'], '0', false],
    ['300', '1', ['8', '5'], '85', true],
    ['300', '1', ['1', '5'], '15', false],
  ])('of 0 to %s in steps of %s, %j is %s, final: %s', (max, step, keys, text, isFinal) => {
    expect(typed(scale(max, step), keys)).toEqual({ text, isFinal });
  });
});

it('on a board 100 is typed, so 10 waits for it', () => {
  expect(typed(scale('100'), ['1', '0'], 'board')).toEqual({ text: '10', isFinal: false });
  expect(typed(scale('100'), ['1', '0', '0'], 'board')).toEqual({ text: '100', isFinal: true });
  expect(typed(scale('100'), ['8', '5'], 'board')).toEqual({ text: '85', isFinal: true });
  expect(typed(scale('100', '0.5'), ['8', '5', '.', '5'], 'board')).toEqual({
    text: '85.5',
    isFinal: true,
  });
});

describe('a click after a key was taken as the finger came down', () => {
  const down = 1000;

  it('is of the same press where a pointer made it, and where a screen reader did at once', () => {
    expect(endsPress(down, { detail: 1, timeStamp: 9000 })).toBe(true);
    expect(endsPress(down, { detail: 0, timeStamp: 1001 })).toBe(true);
  });

  it('is a press of its own where no pointer made it, or none came down', () => {
    expect(endsPress(down, { detail: 0, timeStamp: 9000 })).toBe(false);
    expect(endsPress(null, { detail: 1, timeStamp: 1001 })).toBe(false);
  });
});

const SEED = seed(1305);

it(`every mark can be typed on glass, and stays what was typed, seed ${String(SEED)}`, () => {
  const scales = fc.tuple(
    fc.constantFrom('1', '5', '10', '12', '40', '99', '100', '150', '1000'),
    fc.constantFrom('0.1', '0.25', '0.5', '1'),
  );
  fc.assert(
    fc.property(scales, fc.double({ min: 0, max: 1, noNaN: true }), ([max, step], share) => {
      const of = scale(max, step);
      const mark = Math.round((share * Number(max)) / Number(step)) * Number(step);
      const text = String(Math.round(mark * 100) / 100);
      const key = lastKey(of);
      const keys =
        key === text
          ? [text]
          : key === '.5' && text.endsWith('.5')
            ? [...Array.from(text.slice(0, -2)), '.5']
            : Array.from(text);
      const now = typed(of, keys);
      expect(now.text).toBe(text);
      expect(markOf(of, now.text)).toBe(Number(text));
    }),
    { numRuns: repetitions(300, 20_000), seed: SEED },
  );
});
