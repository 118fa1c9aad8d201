// A slip on its way to the hall: never a lost tap, never a doubled one (R5).
import { describe, expect, test } from 'vitest';
import type { Choice } from '../../shared/ballots/ballot.ts';
import type { CastAnswer } from '../../shared/protocol.ts';
import type { MyBallot } from '../../shared/views/slices/panel-slices.ts';
import type { Sending, Slip } from '../../client/phone/slips/phases.ts';
import {
  answered,
  blankSlip,
  cast,
  dismissed,
  seen,
  toMessage,
} from '../../client/phone/slips/slip.ts';
import { counted, refused, scores, tap, target } from './phone-builders.ts';

const put = (slip: Slip, choice: Choice, held: MyBallot | null = null, by = tap()) =>
  cast(slip, held, choice, by);
const only = (slip: Slip): Sending => {
  if (slip.phase !== 'sending') throw new Error(slip.phase);
  return slip;
};
const EMPTY = blankSlip(target);
const first = only(put(EMPTY, scores(37, 18)));
const acknowledged: CastAnswer = {
  ok: true,
  receipt: { ...toMessage(first), total: '91.00', code: '7K3F-Q2MD' },
};

describe('[R5] entering the outbox', () => {
  test('a first choice has revision 1', () => {
    expect(toMessage(first)).toEqual({
      round: 'R',
      attempt: 1,
      subject: 'u5',
      rev: 1,
      choice: scores(37, 18),
    });
  });

  test('a double tap changes nothing', () => {
    expect(put(first, scores(37, 18))).toBe(first);
  });

  test('a new choice replaces the waiting one under a higher revision', () => {
    expect(put(first, scores(30, 18))).toMatchObject({ rev: 2, choice: scores(30, 18) });
  });

  test('a change of a counted ballot follows its revision', () => {
    expect(put(EMPTY, scores(1, 1), counted(7, scores(37, 18)))).toMatchObject({ rev: 8 });
  });

  test('what follows a refused choice is later than that, also by a clock that was set back', () => {
    const late = only(put(EMPTY, scores(37, 18), null, { ...tap(), at: 5000 }));
    const no = answered(late, late, refused({ code: 'not-checked-in' }), null);
    const again = put(no, scores(30, 18), null, { ...tap(), at: 10 });
    expect(only(again).tap.at).toBe(5001);
  });

  test('a choice that was refused before makes room for the new one', () => {
    const no = answered(first, first, refused({ code: 'not-checked-in' }), null);
    expect(no.phase).toBe('refused');
    expect(put(no, scores(37, 18))).toMatchObject({ phase: 'sending', rev: 1 });
  });
});

describe('[R5] answers', () => {
  test('silence leaves it waiting, to be resent with the same revision', () => {
    expect(answered(first, first, null, null)).toBe(first);
  });

  test('an acknowledgement makes it counted', () => {
    expect(answered(first, first, acknowledged, null)).toMatchObject({
      phase: 'counted',
      counted: { rev: 1, code: '7K3F-Q2MD', held: true },
    });
  });

  test('a late answer to a replaced choice leaves the newer one waiting', () => {
    const second = put(first, scores(30, 18));
    expect(answered(second, first, acknowledged, null)).toMatchObject({
      ...{ phase: 'sending', rev: 2, choice: scores(30, 18), counted: { rev: 1 } },
    });
    expect(answered(second, first, refused({ code: 'round-closed' }), null)).toBe(second);
  });

  test.each(['busy', 'not-saved', 'too-many', 'not-joined'] as const)(
    '%s says nothing about the ballot: it stays',
    (code) => {
      expect(answered(first, first, refused({ code }), null)).toBe(first);
    },
  );

  test('after the close it is kept as not counted until the person has read it', () => {
    const no = answered(first, first, refused({ code: 'round-closed' }), null);
    expect(no).toMatchObject({
      ...{ phase: 'refused', choice: scores(37, 18), refusal: { code: 'round-closed' } },
    });
    expect(dismissed(no)).toEqual({ ...EMPTY, tap: first.tap });
  });

  test('"closed" for a ballot whose first answer was lost: it is counted', () => {
    const held = counted(1, scores(37, 18));
    expect(answered(first, first, refused({ code: 'round-closed' }), held).phase).toBe('counted');
  });
});

describe('[R5] an older revision', () => {
  const older = refused({ code: 'older-revision', newest: 4 });

  test('different content goes out once more, above the newest, and not for ever', () => {
    let slip = answered(first, first, older, null);
    expect(slip).toMatchObject({ rev: 5, choice: scores(37, 18) });
    for (let newest = 5; slip.phase === 'sending' && newest < 50; newest++)
      slip = answered(slip, slip, refused({ code: 'older-revision', newest }), null);
    expect(slip).toMatchObject({ phase: 'refused', choice: scores(37, 18) });
  });

  test('a page that cannot know of others asks the person instead', () => {
    expect(answered(first, first, older, null, 1, true)).toMatchObject({
      ...{ phase: 'refused', choice: scores(37, 18) },
    });
  });

  test('a number too far above is taken back to the next one, with or without other pages', () => {
    const leaps = refused({ code: 'revision-leaps', newest: 2 });
    const far = { ...first, rev: 1004 };
    for (const alone of [true, false])
      expect(answered(far, far, leaps, null, 1, alone)).toMatchObject({
        ...{ phase: 'sending', rev: 3, choice: scores(37, 18) },
      });
  });

  test('the same content is counted already', () => {
    expect(answered(first, first, older, counted(4, scores(37, 18))).phase).toBe('counted');
  });
});

describe('[R5] settling with the view', () => {
  test('what the server holds is taken out, though its answer was lost', () => {
    expect(seen(first, counted(1, scores(37, 18)), 1, true)).toMatchObject({
      ...{ phase: 'counted', counted: { rev: 1, held: true } },
    });
  });

  test.each<[string, Choice, number]>([
    ['other scores', scores(36, 18), 1],
    ['an abstention', { kind: 'abstain' }, 1],
  ])('%s under the same revision are not this ballot', (_, choice, rev) => {
    expect(seen(first, counted(rev, choice), 1, true)).toBe(first);
  });
});
