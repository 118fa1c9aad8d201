// Which one thing a phone shows, and what happens on it to drafts, answers and views.
import { describe, expect, test } from 'vitest';
import type { RoundId } from '../../shared/ids.ts';
import type { Receipt } from '../../shared/protocol.ts';
import type { MyBallot } from '../../shared/views/slices/panel-slices.ts';
import {
  answerCame,
  backToSheet,
  ballotsOf,
  letGo,
  scored,
  sendingIn,
  submitted,
  viewCame,
  type OnDevice,
} from '../../client/phone/slips/slips.ts';
import { focusOf } from '../../client/phone/focus.ts';
import {
  counted,
  draftsOf,
  key,
  me,
  nothing,
  refused,
  scores,
  stage,
  tap,
  target,
} from './phone-builders.ts';

const focus = (device: OnDevice, phase = stage(), held: readonly MyBallot[] = []) =>
  focusOf(phase, me(), ballotsOf(device.slips, held), device);
const filled = scored(scored(nothing, [], target, 'work', 37), [], target, 'law', 18);
const sent = submitted(filled, [], target, scores(37, 18), tap());
const receipt = (rev: number): Receipt => ({
  round: target.round,
  attempt: 1,
  subject: target.subject.id,
  rev,
  total: '55.00',
  code: '7K3F-Q2MD',
});

describe('a round is open', () => {
  test('the sheet starts empty, not at 0', () => {
    expect(focus(nothing)).toMatchObject({ kind: 'sheet', scores: {}, ballot: null });
  });

  test('0 is a score, and a score can be taken back', () => {
    const zero = scored(nothing, [], target, 'work', 0);
    expect(focus(zero)).toMatchObject({ scores: { work: 0 } });
    expect(focus(scored(zero, [], target, 'work', undefined))).toMatchObject({ scores: {} });
  });

  test('submitted but not answered, the sheet stays and waits', () => {
    expect(focus(sent)).toMatchObject({ kind: 'sheet', waiting: { rev: 1 }, ballot: null });
  });

  test('[R1] counted shows only on the answer, before any view', () => {
    const [waiting] = sendingIn(sent.slips);
    const after = answerCame(sent, [], waiting!, { ok: true, receipt: receipt(1) });
    expect(focus(after)).toMatchObject({ kind: 'counted', open: true, ballot: { rev: 1 } });
    expect(draftsOf(after)).toEqual({});
  });

  test('an answer that was lost is made up for by the view', () => {
    const held = [counted(1, scores(37, 18))];
    expect(focus(viewCame(sent, held, 1), stage(), held)).toMatchObject({ kind: 'counted' });
  });

  test('what was changed after the tap stays on the sheet when the first is counted', () => {
    const changed = scored(sent, [], target, 'law', 20);
    const [waiting] = sendingIn(sent.slips);
    const after = answerCame(changed, [], waiting!, { ok: true, receipt: receipt(1) });
    expect(focus(after)).toMatchObject({ kind: 'sheet', scores: { work: 37, law: 20 } });
  });

  test('changing a counted ballot begins with its scores and can be given up', () => {
    const held = [counted(1, scores(37, 18))];
    const editing = scored({ ...nothing, editing: key }, held, target, 'law', 20);
    expect(focus(editing, stage(), held)).toMatchObject({
      kind: 'sheet',
      scores: { work: 37, law: 20 },
      ballot: { rev: 1 },
    });
    expect(focus(letGo(editing, key), stage(), held)).toMatchObject({ kind: 'counted' });
  });

  test('abstaining lets go of the draft', () => {
    expect(draftsOf(submitted(filled, [], target, { kind: 'abstain' }, tap()))).toEqual({});
  });

  test('a refusal shows while the round is open, and leads back to the scores', () => {
    const [waiting] = sendingIn(sent.slips);
    const no = answerCame(sent, [], waiting!, refused({ code: 'not-checked-in' }));
    expect(focus(no)).toMatchObject({ kind: 'late', open: true, waiting: false });
    const back = backToSheet(no, key);
    expect(focus(back)).toMatchObject({ kind: 'sheet', scores: { work: 37, law: 18 } });
  });

  test('a voided ballot does not stay counted through this page’s own receipt', () => {
    const given = submitted(nothing, [], target, scores(37, 18), tap());
    const [waiting] = sendingIn(given.slips);
    const after = answerCame(given, [], waiting!, { ok: true, receipt: receipt(1) });
    expect(ballotsOf(after.slips, [])).toHaveLength(1);
    const view = viewCame(after, [counted(1, scores(37, 18))], 1);
    expect(ballotsOf(viewCame(view, [], 1).slips, [])).toEqual([]);
  });

  test('the round on stage comes before an older one', () => {
    const older = { ...target, round: 'R0' as RoundId };
    expect(focus(nothing, stage('open', [older, target]))).toMatchObject({
      target: { round: 'R' },
    });
  });

  test('a recused unit has no sheet', () => {
    const recused = me([target.subject.id]);
    expect(focusOf(stage(), recused, [], nothing)).toMatchObject({ kind: 'recused' });
  });
});

describe('the round has closed', () => {
  const closed = stage('closed');

  test('a draft that was not submitted is shown as not counted', () => {
    const half = scored(nothing, [], target, 'work', 37);
    expect(focus(half, closed)).toMatchObject({ kind: 'late', refusal: null, waiting: false });
    expect(focus(letGo(half, key), closed)).toMatchObject({ kind: 'stage' });
  });

  test('a ballot on its way is neither counted nor lost until the answer', () => {
    expect(focus(sent, closed)).toMatchObject({ kind: 'late', waiting: true });
  });

  test('one that came too late says so, and what counted before still stands', () => {
    const held = [counted(1, scores(30, 18))];
    const change = submitted(filled, held, target, scores(37, 18), tap());
    const [waiting] = sendingIn(change.slips);
    const late = answerCame(change, held, waiting!, refused({ code: 'round-closed' }));
    expect(focus(late, closed, held)).toMatchObject({
      kind: 'late',
      refusal: { code: 'round-closed' },
      ballot: { rev: 1 },
    });
    expect(focus(letGo(late, key), closed, held)).toMatchObject({ kind: 'counted', open: false });
  });

  test('without a ballot the stage shows', () => {
    expect(focus(nothing, closed)).toMatchObject({ kind: 'stage', body: { phase: 'closed' } });
  });
});
