// A beacon's signature as it is typed or pasted: what is taken, and what is said of the rest.
import { describe, expect, it } from 'vitest';
import { readBeacon } from '../../shared/beacon-reading.ts';
import { SIGNATURE } from '../beacon-rounds.ts';

describe('what is typed', () => {
  it('is 96 hex digits, with spaces, capitals and full-width digits', () => {
    const taken = { kind: 'signature', signature: SIGNATURE, round: null };
    expect(readBeacon(SIGNATURE)).toEqual(taken);
    expect(readBeacon(`  ${SIGNATURE.replace(/.{4}/g, '$& ')}\n`)).toEqual(taken);
    expect(readBeacon(SIGNATURE.toUpperCase())).toEqual(taken);
    expect(readBeacon(SIGNATURE.replaceAll('1', '１').replaceAll('b', 'ｂ'))).toEqual(taken);
  });

  it('says how many digits there are, or the first that is none', () => {
    expect(readBeacon('')).toEqual({ kind: 'length', have: 0 });
    expect(readBeacon(SIGNATURE.slice(0, 95))).toEqual({ kind: 'length', have: 95 });
    expect(readBeacon(`${SIGNATURE}0`)).toEqual({ kind: 'length', have: 97 });
    expect(readBeacon('b4 4g')).toEqual({ kind: 'stray', character: 'g', place: 4 });
    expect(readBeacon('b4😀')).toEqual({ kind: 'stray', character: '😀', place: 3 });
  });
});

describe('what a relay answers', () => {
  it('is read with its round', () => {
    const answer = { round: 1000, randomness: 'fe'.repeat(32), signature: SIGNATURE };
    const taken = { kind: 'signature', signature: SIGNATURE, round: 1000 };
    expect(readBeacon(JSON.stringify(answer))).toEqual(taken);
    expect(readBeacon(` ${JSON.stringify(answer, null, 2)} `)).toEqual(taken);
    expect(readBeacon(JSON.stringify({ signature: SIGNATURE, round: '1000' }))).toEqual({
      ...taken,
      round: null,
    });
  });

  it.each([
    '{"round":1000',
    '{"round":1000}',
    '{"signature":12}',
    '{"signature":"b4"}',
    '{"signature":"{\\"signature\\":\\"b4\\"}"}',
    '{}',
  ])('without a whole signature it is none: %s', (text) => {
    expect(readBeacon(text)).toEqual({ kind: 'no-signature' });
  });
});
