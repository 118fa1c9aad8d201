// The core's SHA-256 as Node has it and as browsers do: the same digits, whatever is hashed.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hash } from 'node:crypto';
import { fingerprint } from '../../shared/fingerprint.ts';
import { portable, sha256 as native } from '../../shared/sha256.ts';
import { repetitions, seed } from '../repetitions.ts';

describe('SHA-256', () => {
  it('[R8] gives the known digits (FIPS 180-4)', () => {
    const known = [
      ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
      ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    ] as const;
    for (const [text, digits] of known)
      expect([portable(text), native(text)]).toEqual([digits, digits]);
  });

  it('[R8] is the same in a browser and in Node, of texts and of bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(native(text)).toBe(portable(text));
      }),
      { seed: seed(256), numRuns: repetitions(500, 20 * 500) },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(native(bytes)).toBe(portable(bytes));
      }),
      { seed: seed(256), numRuns: repetitions(500, 20 * 500) },
    );
    // No canonical text holds one; were one hashed, both would write the same bytes for it.
    expect(native('\ud800')).toBe(portable('\ud800'));
  });

  it('in Node is the platform’s', () => {
    expect(native).not.toBe(portable);
    expect(native('评分票')).toBe(hash('sha256', '评分票', 'hex'));
  });

  it('a fingerprint covers its tag, a zero byte and the text', () => {
    const bytes = new TextEncoder().encode('kleroterion/ballot/1\0评分票');
    expect(fingerprint('ballot', '评分票')).toBe(portable(bytes));
  });
});
