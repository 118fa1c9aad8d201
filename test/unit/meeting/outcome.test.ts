// From a computed result to a final one: who may, in which order, and what stops it when something has changed meanwhile.
import { describe, expect, it } from 'vitest';
import { changedSince, computedNow } from '../../../shared/meeting/result/outcomes.ts';
import { eventTexts } from '../../../shared/meeting/chain.ts';
import type { StaffCommand } from '../../../shared/meeting/commands.ts';
import type { StaffId } from '../../../shared/ids.ts';
import { publicView } from '../../../shared/views/audiences/public.ts';
import { screenView } from '../../../shared/views/audiences/screen.ts';
import { minutesView } from '../../../shared/views/audiences/minutes.ts';
import { resultPage } from '../../../shared/views/numbers/result-page.ts';
import { CLERK, SECOND_CLERK, roundId, type Play } from '../../builders.ts';
import { adjusted, codeOf, column, declaring, scored, withPlan } from './result-builders.ts';

const COMPUTE = { type: 'ComputeResult' } as const;
const PAPER = { body: '区绩效考核委员会', date: '2026-12-01', document: '会议纪要8号' } as const;

function ready(): Play {
  const play = scored(withPlan('double-random', 2), { U1: 80, U2: 70 });
  return play
    .staff(column('indicators', { U1: '90', U2: '80' }))
    .staff(column('leaders', { U1: '90', U2: '80' }))
    .staff(column('public', { U1: '90', U2: '80' }));
}

const hashOf = ({ meeting }: Play) => meeting.outcome?.hash ?? 'ab'.repeat(32);
const steps = (play: Play) =>
  ({
    check: { type: 'CheckResult', hash: hashOf(play) },
    review: { type: 'ApproveResult', hash: hashOf(play), stage: 'reviewed', ...PAPER },
    settle: { type: 'ApproveResult', hash: hashOf(play), stage: 'settled', ...PAPER },
    publish: { type: 'PublishResult', hash: hashOf(play), days: 5 },
    finish: { type: 'FinishResult', hash: hashOf(play) },
    back: { type: 'ReturnResult', hash: hashOf(play), reason: '附件不全' },
  }) as const satisfies Readonly<Record<string, StaffCommand>>;

describe('a result', () => {
  it('is computed, checked by another, reviewed, settled, published and final, each with its name', () => {
    const play = ready().staff(COMPUTE);
    const { check, review, settle, publish, finish, back } = steps(play);
    expect(codeOf(play, check, CLERK)).toBe('second-person');
    expect(codeOf(play, review)).toBe('result-step');
    play.staff(check, SECOND_CLERK);
    expect(codeOf(play, check, SECOND_CLERK)).toBe('result-done');
    expect(codeOf(play, settle)).toBe('result-step');
    play.staff(review).staff(settle);
    expect(play.meeting.published).toBeNull();
    expect(codeOf(play, finish)).toBe('result-step');
    play.staff(publish);
    expect(codeOf(play, back)).toBe('result-published');
    play.staff(finish);
    expect(play.meeting.published).toMatchObject({
      ...{ n: 1, hash: computedNow(play.meeting)?.hash, computed: { by: 'clerk' } },
      ...{ checked: { by: 'second' }, settled: { by: 'clerk', ...PAPER } },
      published: { days: 5 },
    });
    expect(codeOf(play, COMPUTE)).toBe('result-final');
    expect(codeOf(play, declaring('U1', 'bonus', '1'))).toBe('result-final');
    expect(codeOf(play, column('indicators', { U1: '1', U2: '1' }))).toBe('result-final');
  });

  it('waits for every reveal and every second word', () => {
    const play = ready().staff(declaring('U1', 'bonus', '1'));
    expect(codeOf(play, COMPUTE)).toBe('adjustments-waiting');
    const reject = { type: 'RejectAdjustment', adjustment: 'J1', reason: '依据不足' } as const;
    play.staff(reject, SECOND_CLERK);
    expect(codeOf(play, COMPUTE)).toBe('ok');
    play.staff({ type: 'RepeatRound', round: roundId('s-U2'), reason: '重来' });
    expect(codeOf(play, COMPUTE)).toBe('rounds-unrevealed');
  });

  it('that has changed meanwhile is approved by nobody, says for whom, and is computed anew', () => {
    const play = ready()
      .staff(COMPUTE)
      .staff(steps(ready().staff(COMPUTE)).check, SECOND_CLERK);
    const { review } = steps(play);
    adjusted(play, declaring('U2', 'bonus', '1'));
    expect(play.decide(review)).toMatchObject({ refusal: { code: 'result-changed', n: 1 } });
    expect(
      changedSince(play.meeting).map(({ subject, before, after }) => [
        ...[subject, before?.total, after?.total],
      ]),
    ).toEqual([['U2', '78/1', '79/1']]);
    expect(play.meeting.outcome?.checked).not.toBeNull();
    play.staff(COMPUTE);
    expect(play.meeting.outcome).toMatchObject({ n: 2, checked: null });
    expect(codeOf(play, review)).toBe('stale');
    expect(codeOf(play, COMPUTE)).toBe('result-same');
  });

  it('is sent back with a reason, and another one is published in its stead', () => {
    const play = ready().staff(COMPUTE);
    expect(codeOf(play, { ...steps(play).back, reason: ' ' })).toBe('reason-missing');
    play.staff(steps(play).back);
    expect(play.meeting.outcome).toBeNull();
    play.staff(COMPUTE);
    const through = () => {
      const { check, review, settle, publish } = steps(play);
      play.staff(check, SECOND_CLERK).staff(review).staff(settle).staff(publish);
    };
    through();
    adjusted(play, declaring('U2', 'bonus', '1'));
    play.staff(COMPUTE);
    // Everybody goes on reading the one before.
    expect([play.meeting.outcome?.n, play.meeting.published?.n]).toEqual([3, 2]);
    through();
    expect(play.meeting.published?.n).toBe(3);
  });
});

it('[R6] [R15] viewers see it once it is published, as it was signed, in the digits that staff see', () => {
  const play = ready();
  adjusted(play, declaring('U1', 'bonus', '6'));
  play.staff(COMPUTE);
  const { check, review, settle, publish } = steps(play);
  play.staff(check, SECOND_CLERK).staff(review).staff(settle);
  expect(publicView(play).published).toBeNull();
  play.staff(publish);
  const me = 'clerk' as StaffId;
  const { rows } = resultPage(play, { me, staffName: (id) => id });
  const signed = publicView(play).published?.units ?? [];
  expect(signed.map(({ of: _, tied: __, ...row }) => row)).toEqual(rows);
  // 0.6 · 90 + 0.2 · 80 + 0.2 · 90, and 5 of 6
  expect(signed.map(({ total, bonus, bonusEntered }) => [total, bonus, bonusEntered])).toEqual([
    ['93.00', '5.00', '6.00'],
    ['78.00', '0.00', '0.00'],
  ]);
  expect(signed[0]?.nodes.map(({ name, value, part, of }) => [name, value, part, of])).toEqual([
    ['指标考核', '90.00', '54.00', '60'],
    ['述职评议', '80.00', '16.00', '20'],
    ['满意度', '90.00', '18.00', '20'],
    ['领导评价', '90.00', '5.40', '6'],
    ['公众评价', '90.00', '12.60', '14'],
  ]);
  const minutes = minutesView(play, { seq: 0, hash: '', root: '' }, String);
  expect(minutes.result?.rows).toEqual(rows);
  expect(minutes.result?.outcome).toMatchObject({ checked: { by: 'second' }, final: null });
  adjusted(play, declaring('U2', 'bonus', '1'));
  expect(publicView(play).published?.units.map(({ total }) => total)).toEqual(['93.00', '78.00']);
  expect(screenView(play)).not.toHaveProperty('published');
});

it('[R6] nothing of it is in the public part of the log', () => {
  const play = ready();
  adjusted(play, declaring('U1', 'bonus', '1.25'));
  play.staff(COMPUTE);
  const texts = play.log.map(({ recorded }) => eventTexts(recorded));
  const { hash = '' } = play.meeting.outcome ?? {};
  for (const told of [hash, '"1.25"', '"indicators","subject"', '357/4', '"total"']) {
    expect(texts.some(({ open }) => open.includes(told))).toBe(false);
  }
  // 0.6 · 90 + 0.2 · 80 + 0.2 · 90 + 1.25
  expect(texts.some(({ closed }) => closed.includes('357/4'))).toBe(true);
});
