// When a meeting goes on from a copy: phones keep what was acknowledged, hand it in again, and refuse an older server.
import { describe, expect, test } from 'vitest';
import {
  acknowledge,
  lackedBy,
  toResend,
  type Acknowledged,
  type AllAcknowledged,
} from '../../client/phone/slips/acknowledged.ts';
import { answerCame, resent, submitted } from '../../client/phone/slips/device.ts';
import { isOlder } from '../../client/phone/slips/epoch.ts';
import { focusOf } from '../../client/phone/focus.ts';
import { forgetKept } from '../../client/phone/slips/kept-here.ts';
import { openShelf, readKept } from '../../client/phone/slips/kept.ts';
import { EMPTY_OUTBOX, toMessage, type Tap } from '../../client/phone/slips/outbox.ts';
import { keyOf } from '../../client/phone/slips/target.ts';
import type { CastAnswer } from '../../shared/protocol.ts';
import type { SubjectId } from '../../shared/ids.ts';
import {
  Disk,
  counted,
  key,
  me,
  nothing,
  refused,
  scores,
  sheet,
  stage,
  tap,
  target,
} from './phone-builders.ts';

function memory(start?: Record<string, string>) {
  const disk = new Disk(start);
  return () => disk;
}
const refusing = () => {
  throw new Error('SecurityError');
};

const tapOf = (at: number, epoch = 1): Tap => ({
  id: `t${String(at)}`,
  at,
  claim: 1,
  epoch,
  over: null,
});
const entry = (rev: number, epoch = 1, subject = target.subject): Acknowledged => ({
  ...counted(rev, scores(30 + rev, 18)),
  subject,
  tap: tapOf(rev, epoch),
});
const all = (...entries: readonly Acknowledged[]): AllAcknowledged =>
  Object.fromEntries(entries.map((one) => [keyOf(one), one]));
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
  test('is the newest of each ballot, whichever page heard of it last', () => {
    const both = acknowledge(all(entry(1), entry(1, 1, other)), key, entry(2));
    expect(both).toEqual(all(entry(1, 1, other), entry(2)));
    expect(acknowledge(both, key, entry(1))).toBe(both);
  });

  test('is forgotten when a server refused it, so that an old choice overtakes no newer one', () => {
    expect(acknowledge(all(entry(3)), key, null)).toEqual({});
    expect(acknowledge({}, key, entry(1))).toEqual(all(entry(1)));
  });

  test('is bounded, the newest kept', () => {
    const many = Array.from({ length: 301 }, (_, n) =>
      entry(1, 1, { ...other, id: `w${String(n)}` as SubjectId }),
    );
    const kept = many.reduce((held, one) => acknowledge(held, keyOf(one), one), all());
    expect(Object.values(kept)).toEqual(many.slice(1));
  });

  test('leaves the phone with its person', () => {
    const storage = memory();
    const shelf = openShelf('k', storage);
    shelf.write({ outbox: EMPTY_OUTBOX, drafts: {}, sheets: {}, acknowledged: all(entry(1)) });
    expect(readKept(openShelf('k', storage)).acknowledged).toEqual(all(entry(1)));
    forgetKept('k', storage);
    expect(storage().length).toBe(0);
  });
});

describe('[R5] what a server lacks', () => {
  test('is what it does not hold, or holds in a lower revision', () => {
    const kept = [entry(2), entry(1, 1, other)];
    expect(lackedBy([], all(...kept))).toEqual(kept);
    expect(lackedBy([counted(1, scores(1, 1))], all(...kept))).toEqual(kept);
    expect(lackedBy([counted(2, scores(1, 1))], all(...kept))).toEqual([entry(1, 1, other)]);
    expect(lackedBy([counted(3, scores(1, 1))], all(...kept))).toEqual([entry(1, 1, other)]);
  });

  test('goes out with the same revision while its round takes ballots', () => {
    const again = toResend([entry(2)], open, () => undefined, 1, false);
    expect(again.map(toMessage)).toEqual([
      { round: 'R', attempt: 1, subject: 'u5', rev: 2, choice: scores(32, 18) },
    ]);
  });

  test('goes out for a closed round only to a server of a higher epoch, which will say what became of it', () => {
    expect(toResend([entry(2)], [], sheetOf, 1, true)).toEqual([]);
    expect(toResend([entry(2)], [], sheetOf, 2, true)).toHaveLength(1);
    expect(toResend([entry(2, 2)], [], sheetOf, 2, true)).toEqual([]);
    const second = open.map((round) => ({ ...round, attempt: 2 }));
    expect(toResend([entry(2)], second, sheetOf, 1, true)).toEqual([]);
  });

  test('counts no longer until the new server has answered', () => {
    const sent = { target, rev: 2, choice: scores(32, 18), tap: tapOf(2, 2), renumbered: 0 };
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
    const changed = submitted(nothing, [counted(2, scores(1, 1))], target, scores(5, 5), tap());
    const sent = { target, rev: 2, choice: scores(32, 18), tap: tapOf(0, 2), renumbered: 0 };
    expect(resent(changed, [sent])).toBe(changed);
    expect(changed.outbox.waiting[0]?.rev).toBe(3);
  });

  test('refused: the page names the unit and what was given', () => {
    const sent = { target, rev: 2, choice: scores(32, 18), tap: tapOf(2, 2), renumbered: 0 };
    const after = answerCame(resent(nothing, [sent]), [], sent, refused({ code: 'round-closed' }));
    expect(focusOf(stage('closed'), me(), [], after)).toMatchObject({
      kind: 'late',
      target: { subject: { name: '区交通局' } },
      choice: scores(32, 18),
      refusal: { code: 'round-closed' },
    });
  });
});
