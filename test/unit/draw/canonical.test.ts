// Canonical JSON: one text for each value, and none for what it cannot hold.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonical, NotCanonical, tryCanonical } from '../../../shared/draw/canonical.ts';
import { FIXED } from './locks.ts';

const text = fc.string({ unit: 'binary' }).map((value) => value.normalize('NFC'));
const { value: anyValue } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.maxSafeNat(),
    fc.boolean(),
    text,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(text, tie('value'), { maxKeys: 5 }),
  ),
}));

/** The same value with every object's keys put in the opposite order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).reverse();
  return Object.fromEntries(entries.map(([key, inner]) => [key, reversed(inner)]));
}

function codeUnits(key: string): readonly number[] {
  return Array.from({ length: key.length }, (_, index) => key.charCodeAt(index));
}

describe('canonical', () => {
  test('[R9] reads back as the value it was written from', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      FIXED,
    );
  });

  test('[R9] does not depend on the order of keys', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        expect(canonical(reversed(value))).toBe(canonical(value));
      }),
      FIXED,
    );
  });

  test('[R9] writes keys by UTF-16 code units', () => {
    fc.assert(
      fc.property(fc.uniqueArray(text, { minLength: 2, maxLength: 6 }), (keys) => {
        const written = canonical(Object.fromEntries(keys.map((key) => [key, 0])));
        const places = keys.map((key) => ({
          units: codeUnits(key),
          place: `,${written.slice(1)}`.indexOf(`,${JSON.stringify(key)}:0`),
        }));
        places.sort((left, right) => left.place - right.place);
        for (const [index, { units }] of places.entries()) {
          const next = places[index + 1]?.units;
          if (next === undefined) continue;
          const at = units.findIndex((unit, place) => unit !== next[place]);
          // A key that is the beginning of the next one comes first.
          expect(at === -1 || units[at]! < (next[at] ?? -1)).toBe(true);
        }
      }),
      FIXED,
    );
  });

  test('has no white space, escapes as little as JSON allows, and writes −0 as 0', () => {
    expect(canonical({ b: ['é\u2028"\\\u001f\n', true], a: -0 })).toBe(
      '{"a":0,"b":["é\u2028\\"\\\\\\u001f\\n",true]}',
    );
  });

  test('[R9] writes every ASCII character, alone and beside others, as JSON does', () => {
    for (let code = 0; code < 128; code += 1) {
      const char = String.fromCharCode(code);
      for (const string of [char, `a${char}`, `${char}评`])
        expect(canonical(string)).toBe(JSON.stringify(string));
    }
  });

  test('holds the largest integer, and a key called __proto__', () => {
    expect(canonical(9007199254740991)).toBe('9007199254740991');
    expect(canonical(JSON.parse('{"__proto__":1}'))).toBe('{"__proto__":1}');
  });

  test.each([
    ['null', null],
    ['undefined', undefined],
    ['a key without a value', { a: undefined }],
    ['a fraction', 0.5],
    ['a negative integer', -1],
    ['2^53', 2 ** 53],
    ['NaN', Number.NaN],
    ['a BigInt', 1n],
    ['a hole', Array(1)],
    ['a lone high surrogate', '\ud800'],
    ['a lone low surrogate', 'x\udc00'],
    ['a string that is not NFC', 'e\u0301'],
    ['a key that is not NFC', { 'e\u0301': 1 }],
    ['a date', new Date(0)],
    ['a map', new Map([['a', 1]])],
    ['a function', () => 1],
  ])('refuses %s', (_, value) => {
    expect(() => canonical(value)).toThrow(NotCanonical);
    expect(() => canonical([{ in: value }])).toThrow(NotCanonical);
    expect(tryCanonical([value])).toBeNull();
  });
});
