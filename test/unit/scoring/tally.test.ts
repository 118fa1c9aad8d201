// A subject's tally, and that what is shown of it gives no small group away.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rational } from '../../../shared/scoring/rational.ts';
import { disclosable, tallySubject } from '../../../shared/scoring/tally.ts';
import type { Scheme } from '../../../shared/scoring/scheme.ts';
import type { GroupBallots } from '../../../shared/scoring/tally.ts';
import { FIXED, schemeOf } from './schemes.ts';

function group(id: string, weight: number, counted: number, points = 80): GroupBallots {
  const totals = Array.from({ length: counted }, () => rational(points));
  return { id, weight: rational(weight), expected: counted + 2, totals, abstained: 1 };
}

const disclosureOf = (...groups: readonly GroupBallots[]) =>
  disclosable(tallySubject({ groups, scheme: schemeOf() }), schemeOf());

describe('tallySubject', () => {
  test('[R8] counts each group and composes the score', () => {
    const tally = tallySubject({
      groups: [group('deputies', 3, 5, 90), group('residents', 1, 6, 70)],
      scheme: schemeOf(),
    });
    expect(tally).toEqual({
      groups: [
        {
          group: 'deputies',
          weight: rational(3),
          expected: 7,
          counted: 5,
          abstained: 1,
          value: rational(90),
        },
        {
          group: 'residents',
          weight: rational(1),
          expected: 8,
          counted: 6,
          abstained: 1,
          value: rational(70),
        },
      ],
      score: rational(85),
    });
  });

  test('[R8] says why a subject has no score', () => {
    const groups = [group('deputies', 3, 5), group('residents', 1, 0)];
    const tally = tallySubject({ groups, scheme: schemeOf({ emptyGroup: 'incomplete' }) });
    expect(tally).toMatchObject({ score: null, why: 'group-without-ballots' });
    expect(tally.groups[1]).toMatchObject({ counted: 0, abstained: 1, value: null });
    const none = tallySubject({ groups: [group('residents', 1, 0)], scheme: schemeOf() });
    expect(none).toMatchObject({ score: null, why: 'no-ballots' });
  });
});

describe('disclosable', () => {
  test.each([
    ['all at the floor', [group('a', 1, 5), group('b', 1, 9)], true, true, []],
    ['one below', [group('a', 1, 4), group('b', 1, 9)], false, true, ['a']],
    ['one of a single ballot', [group('a', 1, 1), group('b', 1, 9)], false, true, ['a']],
    ['one empty', [group('a', 1, 0), group('b', 1, 9)], true, true, []],
    ['a small one of weight 0', [group('a', 0, 4), group('b', 1, 9)], true, true, ['a']],
    ['a small one alone', [group('a', 1, 4)], false, false, ['a']],
    ['a small one beside an empty one', [group('a', 1, 4), group('b', 1, 0)], false, false, ['a']],
    ['a small one beside weight 0', [group('a', 1, 4), group('b', 0, 9)], false, false, ['a']],
    ['two small ones', [group('a', 1, 4), group('b', 1, 2)], false, true, ['a', 'b']],
    ['two small even together', [group('a', 1, 1), group('b', 1, 1)], false, false, ['a', 'b']],
    ['nothing', [group('a', 1, 0)], true, false, []],
  ])('[R6] %s', (_, groups, showsGroups, showsScore, withheld) => {
    expect(disclosureOf(...groups)).toMatchObject({
      ...{ groups: showsGroups, score: showsScore, withheld },
    });
  });

  test('[R6] what is shown never fixes the value of a group below the floor', () => {
    const some = fc.tuple(fc.nat(3), fc.nat(11));
    const schemes = fc
      .record<Partial<Scheme>>({
        spread: fc.constantFrom(
          { kind: 'none' } as const,
          { kind: 'trim', t: 1 } as const,
          { kind: 'trim', t: 2 } as const,
          { kind: 'cap', margin: '5' } as const,
        ),
        centre: fc.constantFrom('mean', 'median'),
        belowFloor: fc.constantFrom('count', 'empty'),
        floor: fc.integer({ min: 2, max: 5 }),
      })
      .map(schemeOf);
    fc.assert(
      fc.property(fc.array(some, { minLength: 1, maxLength: 4 }), schemes, (given, scheme) => {
        const groups = given.map(([weight, counted], index) =>
          group(String(index), weight, counted),
        );
        const tally = tallySubject({ groups, scheme });
        const { groups: shows, score, withheld } = disclosable(tally, scheme);
        const inScore = tally.groups.filter(({ weight, value }) => weight.n > 0n && value !== null);
        const { spread, centre, floor } = scheme;
        for (const { group: id, counted } of tally.groups) {
          const trimmed = spread.kind === 'trim' ? counted - 2 * spread.t : counted;
          const left = trimmed < 3 ? counted : trimmed;
          const isSmall = left < (centre === 'median' ? 2 * floor - 1 : floor);
          expect(withheld.includes(id)).toBe(counted > 0 && isSmall);
          if (counted === 0 || !isSmall) continue;
          // The score is one equation: unknown are the values that are not shown.
          const unknown = inScore.filter((one) => !shows || withheld.includes(one.group));
          if (score && inScore.some((one) => one.group === id))
            expect(unknown.length).toBeGreaterThan(1);
        }
      }),
      FIXED,
    );
  });
});
