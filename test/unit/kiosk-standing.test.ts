// What the desk's tablet knows of a person's affairs before it lets go of them.
import { describe, expect, test } from 'vitest';
import type { MyBallot } from '../../shared/views/slices/panel-slices.ts';
import { standingOf } from '../../client/kiosk/standing.ts';
import {
  answerCame,
  scored,
  sendingIn,
  submitted,
  type OnDevice,
} from '../../client/phone/slips/slips.ts';
import { counted, me, nothing, refused, scores, stage, tap, target } from './phone-builders.ts';

const filled = scored(scored(nothing, [], target, 'work', 37), [], target, 'law', 18);
const sent = submitted(filled, [], target, scores(37, 18), tap());
const round = stage().open;
/** @param held null: no written round, the live one is open */
const standing = (device: OnDevice | null, held: readonly MyBallot[] | null = null) =>
  standingOf(
    held
      ? { stage: { ...stage(), open: [] }, written: round, me: { ...me(), ballots: held } }
      : { stage: stage(), written: [], me: me() },
    device,
  );

describe('before the tablet is handed back', () => {
  test('while the person is greeted there is nothing to lose', () => {
    expect(standing(null)).toEqual({
      unsent: [],
      refused: [],
      drafts: 0,
      word: null,
      written: null,
    });
  });

  test('scores that were not submitted are a draft; taken back again, they are none', () => {
    expect(standing(filled)).toMatchObject({ drafts: 1, unsent: [] });
    const none = scored(
      scored(filled, [], target, 'work', undefined),
      [],
      target,
      'law',
      undefined,
    );
    expect(standing(none)).toMatchObject({ drafts: 0 });
  });

  test('[R5] submitted, it is on its way and no draft; changed since, it is both', () => {
    expect(standing(sent)).toMatchObject({ drafts: 0, unsent: [{ rev: 1 }] });
    const changed = scored(sent, [], target, 'law', 20);
    expect(standing(changed)).toMatchObject({ drafts: 1, unsent: [{ rev: 1 }] });
  });

  test('refused, it is not counted and must be told', () => {
    const [waiting] = sendingIn(sent.slips);
    const after = answerCame(sent, [], waiting!, refused({ code: 'round-closed' }));
    expect(standing(after)).toMatchObject({
      unsent: [],
      refused: [{ refusal: { code: 'round-closed' } }],
    });
  });

  test('a draft that can no longer be submitted is not asked about', () => {
    const closed = { stage: { ...stage(), open: [] }, written: [], me: me() };
    expect(standingOf(closed, filled).drafts).toBe(0);
  });

  test('of a written round it knows how much is counted, and what was not submitted', () => {
    expect(standing(filled, [])).toMatchObject({ drafts: 1, written: { n: 0, of: 1 } });
    const held = [counted(1, scores(37, 18))];
    expect(standing(nothing, held)).toMatchObject({ written: { n: 1, of: 1 } });
  });
});
