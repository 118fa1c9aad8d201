// The phone's outbox: never a lost tap, never a doubled one (R5).
import { describe, expect, test } from 'vitest';
import type { Choice } from '../../shared/ballots/ballot.ts';
import type { CastAnswer } from '../../shared/protocol.ts';
import {
  answered,
  dismiss,
  EMPTY_OUTBOX,
  put,
  settle,
  toMessage,
  type Outbox,
} from '../../client/phone/slips/outbox.ts';
import { counted, key, refused, scores, tap, target } from './phone-builders.ts';

const first = put(EMPTY_OUTBOX, target, scores(37, 18), [], tap());
const only = (outbox: Outbox) => outbox.waiting[0]!;
const acknowledged: CastAnswer = {
  ok: true,
  receipt: { ...toMessage(only(first)), total: '91.00', code: '7K3F-Q2MD' },
};

describe('[R5] entering the outbox', () => {
  test('a first choice has revision 1', () => {
    expect(toMessage(only(first))).toEqual({
      round: 'R',
      attempt: 1,
      subject: 'u5',
      rev: 1,
      choice: scores(37, 18),
    });
  });

  test('a double tap changes nothing', () => {
    expect(put(first, target, scores(37, 18), [], tap())).toBe(first);
  });

  test('a new choice replaces the waiting one under a higher revision', () => {
    const second = put(first, target, scores(30, 18), [], tap());
    expect(second.waiting).toHaveLength(1);
    expect(only(second)).toMatchObject({ rev: 2, choice: scores(30, 18) });
  });

  test('a change of a counted ballot follows its revision', () => {
    expect(
      only(put(EMPTY_OUTBOX, target, scores(1, 1), [counted(7, scores(37, 18))], tap())).rev,
    ).toBe(8);
  });

  test('what follows a refused choice is later than that, also by a clock that was set back', () => {
    const late = put(EMPTY_OUTBOX, target, scores(37, 18), [], { ...tap(), at: 5000 });
    const outbox = answered(late, only(late), refused({ code: 'not-checked-in' }), []);
    const again = put(outbox, target, scores(30, 18), [], { ...tap(), at: 10 });
    expect(only(again).tap.at).toBe(5001);
  });

  test('a choice that was refused before makes room for the new one', () => {
    const outbox = answered(first, only(first), refused({ code: 'not-checked-in' }), []);
    expect(outbox.refused).toHaveLength(1);
    const again = put(outbox, target, scores(37, 18), [], tap());
    expect(again).toMatchObject({ waiting: [{ rev: 1 }], refused: [] });
  });
});

describe('[R5] answers', () => {
  test('silence leaves it waiting, to be resent with the same revision', () => {
    expect(answered(first, only(first), null, [])).toBe(first);
  });

  test('an acknowledgement takes it out', () => {
    expect(answered(first, only(first), acknowledged, [])).toEqual(EMPTY_OUTBOX);
  });

  test('a late answer to a replaced choice leaves the newer one waiting', () => {
    const second = put(first, target, scores(30, 18), [], tap());
    expect(answered(second, only(first), acknowledged, [])).toBe(second);
    expect(answered(second, only(first), refused({ code: 'round-closed' }), [])).toBe(second);
  });

  test.each(['busy', 'not-saved', 'too-many', 'not-joined'] as const)(
    '%s says nothing about the ballot: it stays',
    (code) => {
      expect(answered(first, only(first), refused({ code }), [])).toBe(first);
    },
  );

  test('after the close it is kept as not counted until the person has read it', () => {
    const outbox = answered(first, only(first), refused({ code: 'round-closed' }), []);
    expect(outbox.waiting).toEqual([]);
    expect(outbox.refused).toMatchObject([
      { choice: scores(37, 18), refusal: { code: 'round-closed' } },
    ]);
    expect(dismiss(outbox, key)).toEqual(EMPTY_OUTBOX);
  });

  test('"closed" for a ballot whose first answer was lost: it is counted', () => {
    const ballots = [counted(1, scores(37, 18))];
    expect(answered(first, only(first), refused({ code: 'round-closed' }), ballots)).toEqual(
      EMPTY_OUTBOX,
    );
  });
});

describe('[R5] an older revision', () => {
  const older = refused({ code: 'older-revision', newest: 4 });

  test('different content goes out once more, above the newest, and not for ever', () => {
    let outbox = answered(first, only(first), older, []);
    expect(only(outbox)).toMatchObject({ rev: 5, choice: scores(37, 18) });
    for (let newest = 5; outbox.waiting.length > 0 && newest < 50; newest++)
      outbox = answered(outbox, only(outbox), refused({ code: 'older-revision', newest }), []);
    expect(outbox).toMatchObject({ waiting: [], refused: [{ choice: scores(37, 18) }] });
  });

  test('a page that cannot know of others asks the person instead', () => {
    const outbox = answered(first, only(first), older, [], true);
    expect(outbox).toMatchObject({ waiting: [], refused: [{ choice: scores(37, 18) }] });
  });

  test('a number too far above is taken back to the next one, with or without other pages', () => {
    const leaps = refused({ code: 'revision-leaps', newest: 2 });
    const far = { ...first, waiting: [{ ...only(first), rev: 1004 }] };
    for (const alone of [true, false])
      expect(only(answered(far, only(far), leaps, [], alone))).toMatchObject({
        rev: 3,
        choice: scores(37, 18),
      });
  });

  test('the same content is counted already', () => {
    expect(answered(first, only(first), older, [counted(4, scores(37, 18))])).toEqual(EMPTY_OUTBOX);
  });
});

describe('[R5] settling with the view', () => {
  test('what the server holds is taken out, though its answer was lost', () => {
    expect(settle(first, [counted(1, scores(37, 18))])).toEqual(EMPTY_OUTBOX);
  });

  test.each<[string, Choice, number]>([
    ['other scores', scores(36, 18), 1],
    ['an abstention', { kind: 'abstain' }, 1],
  ])('%s under the same revision are not this ballot', (_, choice, rev) => {
    expect(settle(first, [counted(rev, choice)])).toBe(first);
  });
});
