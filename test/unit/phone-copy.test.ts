// When a meeting goes on from a copy: phones keep what was acknowledged, hand it in again, and refuse an older server.
import { describe, expect, test } from 'vitest';
import {
  acknowledge,
  lackedBy,
  readAcknowledged,
  toResend,
  type Acknowledged,
} from '../../client/phone/acknowledged.ts';
import { answerCame, resent, submitted } from '../../client/phone/device.ts';
import { isOlder } from '../../client/phone/epoch.ts';
import { focusOf } from '../../client/phone/focus.ts';
import { forgetKept, writeKept } from '../../client/phone/kept.ts';
import { EMPTY_OUTBOX, toMessage } from '../../client/phone/outbox.ts';
import type { CastAnswer } from '../../shared/protocol.ts';
import type { SubjectId } from '../../shared/ids.ts';
import {
  counted,
  key,
  me,
  nothing,
  refused,
  scores,
  sheet,
  stage,
  target,
} from './phone-builders.ts';

function memory() {
  const items = new Map<string, string>();
  const storage = {
    getItem: (name: string) => items.get(name) ?? null,
    setItem: (name: string, value: string) => void items.set(name, value),
    removeItem: (name: string) => void items.delete(name),
  };
  return () => storage;
}
const refusing = () => {
  throw new Error('SecurityError');
};

const entry = (rev: number, epoch = 1, subject = target.subject): Acknowledged => ({
  round: target.round,
  attempt: 1,
  subject,
  rev,
  choice: scores(30 + rev, 18),
  epoch,
});
const other = { ...target.subject, id: 'u6' as SubjectId };
const { open } = stage();
const sheetOf = () => sheet;

describe('the epoch', () => {
  test('only rises: a server with a lower one has an older copy', () => {
    const storage = memory();
    expect(isOlder('rise', 1, storage)).toBe(false);
    expect(isOlder('rise', 2, storage)).toBe(false);
    expect(isOlder('rise', 1, storage)).toBe(true);
    expect(isOlder('rise', 2, storage)).toBe(false);
  });

  test('is remembered through a reload, for each meeting', () => {
    const storage = memory();
    storage().setItem('kleroterion.epoch.kept', '3');
    expect(isOlder('kept', 2, storage)).toBe(true);
    expect(isOlder('another', 2, storage)).toBe(false);
  });

  test('is remembered by the page where the browser stores nothing, or nonsense', () => {
    expect(isOlder('private', 2, refusing)).toBe(false);
    expect(isOlder('private', 1, refusing)).toBe(true);
    const storage = memory();
    storage().setItem('kleroterion.epoch.broken', 'x');
    expect(isOlder('broken', 1, storage)).toBe(false);
  });
});

describe('what was acknowledged', () => {
  test('is kept, the newest of each ballot, beside what another tab kept', () => {
    const storage = memory();
    const mine = acknowledge([], key, entry(1), 'k', storage);
    acknowledge([], 'R/1/u6', entry(1, 1, other), 'k', storage);
    const both = acknowledge(mine, key, entry(2), 'k', storage);
    expect(both).toEqual([entry(1, 1, other), entry(2)]);
    expect(readAcknowledged('k', storage)).toEqual(both);
  });

  test('is forgotten when a server refused it, so that an old choice overtakes no newer one', () => {
    const storage = memory();
    const mine = acknowledge([], key, entry(3), 'k', storage);
    expect(acknowledge(mine, key, null, 'k', storage)).toEqual([]);
    expect(acknowledge([], key, entry(1), 'k', storage)).toEqual([entry(1)]);
  });

  test('is kept by the page where the browser stores nothing, and nonsense is nothing', () => {
    expect(acknowledge([entry(1, 1, other)], key, entry(1), 'k', refusing)).toHaveLength(2);
    const storage = memory();
    for (const text of ['{}', 'null', '{', '"x"']) {
      storage().setItem('k.acknowledged', text);
      expect(readAcknowledged('k', storage)).toEqual([]);
    }
  });

  test('leaves the phone with its person', () => {
    const storage = memory();
    acknowledge([], key, entry(1), 'k', storage);
    writeKept('k', { outbox: EMPTY_OUTBOX, drafts: {}, sheets: {} }, storage);
    forgetKept('k', storage);
    expect(readAcknowledged('k', storage)).toEqual([]);
  });
});

describe('[R5] what a server lacks', () => {
  test('is what it does not hold, or holds in a lower revision', () => {
    const kept = [entry(2), entry(1, 1, other)];
    expect(lackedBy([], kept)).toEqual(kept);
    expect(lackedBy([counted(1, scores(1, 1))], kept)).toEqual(kept);
    expect(lackedBy([counted(2, scores(1, 1))], kept)).toEqual([entry(1, 1, other)]);
    expect(lackedBy([counted(3, scores(1, 1))], kept)).toEqual([entry(1, 1, other)]);
  });

  test('goes out with the same revision while its round takes ballots', () => {
    const again = toResend([entry(2)], open, () => undefined, 0);
    expect(again.map(toMessage)).toEqual([
      { round: 'R', attempt: 1, subject: 'u5', rev: 2, choice: scores(32, 18) },
    ]);
  });

  test('goes out for a closed round only to a server of a higher epoch, which will say what became of it', () => {
    expect(toResend([entry(2)], [], sheetOf, 1)).toEqual([]);
    expect(toResend([entry(2)], [], sheetOf, 2)).toHaveLength(1);
    expect(toResend([entry(2, 2)], [], sheetOf, 2)).toEqual([]);
    const second = open.map((round) => ({ ...round, attempt: 2 }));
    expect(toResend([entry(2)], second, sheetOf, 1)).toEqual([]);
  });

  test('counts no longer until the new server has answered', () => {
    const sent = { target, rev: 2, choice: scores(32, 18), renumbered: false };
    const device = { ...nothing, receipts: [counted(2, scores(32, 18))] };
    const again = resent(device, [sent]);
    expect(again).toMatchObject({ outbox: { waiting: [sent] }, receipts: [] });
    expect(focusOf(stage(), me(), again.receipts, again)).toMatchObject({
      kind: 'sheet',
      waiting: { rev: 2 },
    });
    const ok: CastAnswer = {
      ok: true,
      receipt: { ...toMessage(sent), total: '50.00', code: 'NEW0-CODE' },
    };
    const after = answerCame(again, [], sent, ok);
    expect(after).toMatchObject({
      outbox: EMPTY_OUTBOX,
      receipts: [{ rev: 2, code: 'NEW0-CODE' }],
    });
  });

  test('gives way to what the person has changed since', () => {
    const changed = submitted(nothing, [counted(2, scores(1, 1))], target, scores(5, 5));
    const sent = { target, rev: 2, choice: scores(32, 18), renumbered: false };
    expect(resent(changed, [sent])).toBe(changed);
    expect(changed.outbox.waiting[0]?.rev).toBe(3);
  });

  test('refused: the page names the unit and what was given', () => {
    const sent = { target, rev: 2, choice: scores(32, 18), renumbered: false };
    const after = answerCame(resent(nothing, [sent]), [], sent, refused({ code: 'round-closed' }));
    expect(focusOf(stage('closed'), me(), [], after)).toMatchObject({
      kind: 'late',
      target: { subject: { name: '区交通局' } },
      choice: scores(32, 18),
      refusal: { code: 'round-closed' },
    });
  });
});
