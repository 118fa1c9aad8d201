// When a meeting goes on from a copy: phones keep what was acknowledged, hand it in again, and refuse an older server.
import { describe, expect, test } from 'vitest';
import { isOlder } from '../../client/phone/slips/epoch.ts';
import { focusOf } from '../../client/phone/focus.ts';
import { forgetKept } from '../../client/phone/slips/kept-here.ts';
import { openShelf } from '../../client/phone/slips/shelf.ts';
import type { Slip, Tap } from '../../client/phone/slips/phases.ts';
import { isResent, toMessage } from '../../client/phone/slips/slip.ts';
import {
  answerCame,
  ballotsOf,
  isSame,
  lackingSent,
  sendingIn,
  submitted,
  united,
  viewCame,
  type OnDevice,
  type Slips,
} from '../../client/phone/slips/slips.ts';
import type { CastAnswer } from '../../shared/protocol.ts';
import type { SubjectId } from '../../shared/ids.ts';
import type { MyBallot } from '../../shared/views/slices/panel-slices.ts';
import {
  Disk,
  acknowledged,
  all,
  counted,
  group,
  key,
  me,
  nothing,
  outboxOf,
  refused,
  scores,
  stage,
  tap,
  target,
} from './phone-builders.ts';
import { openTargets } from '../../client/phone/slips/matter.ts';

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
const entry = (rev: number, epoch = 1, subject = target.subject) =>
  acknowledged({ ...counted(rev, scores(30 + rev, 18)), subject }, tapOf(rev, epoch));
const other = { ...target.subject, id: 'u6' as SubjectId };
const { open } = stage();
const holding = (...slips: readonly Slip[]): OnDevice => ({
  ...nothing,
  slips: all(...slips),
});
const held = (rev: number, of = entry(rev)): MyBallot => {
  const { tap: _, held: __, ...ballot } = of.counted;
  const { round, attempt, subject } = of.target;
  return { ...ballot, round, attempt, subject, rev };
};
/** What a page that has these on it hands in again when the server says that it holds `inView`. */
const again = (
  device: OnDevice,
  inView: readonly MyBallot[] = [],
  rounds = open,
  epoch = 1,
  isNews = true,
) => lackingSent(viewCame(device, inView, epoch), openTargets(rounds, group), epoch, isNews);
const OK = (slips: Slips): CastAnswer => ({
  ok: true,
  receipt: { ...toMessage(sendingIn(slips)[0]!), total: '50.00', code: 'NEW0-CODE' },
});

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
    const both = united(all(entry(1), entry(1, 1, other)), all(entry(2)));
    expect(isSame(both, all(entry(2), entry(1, 1, other)))).toBe(true);
    expect(isSame(united(both, all(entry(1))), both)).toBe(true);
    expect(isSame(united(all(entry(1)), both), both)).toBe(true);
  });

  test('is forgotten when a server refused it, so that an old choice overtakes no newer one', () => {
    const sent = again(holding(entry(3)), [], open, 2);
    const no = answerCame(sent, [], sendingIn(sent.slips)[0]!, refused({ code: 'round-closed' }));
    expect(no.slips.get(key)).toMatchObject({ phase: 'refused', counted: null });
    // Also where another page still takes it for counted.
    for (const slips of [united(no.slips, all(entry(3))), united(all(entry(3)), no.slips)])
      expect(slips.get(key)).toMatchObject({ phase: 'refused', counted: null });
  });

  test('is bounded, the newest kept', () => {
    const many = Array.from({ length: 301 }, (_, n) =>
      entry(1, 1, { ...other, id: `w${String(n)}` as SubjectId }),
    );
    const kept = many.reduce<Slips>((slips, one) => united(slips, all(one)), new Map());
    expect([...kept.values()]).toEqual(many.slice(1));
  });

  test('leaves the phone with its person', () => {
    const storage = memory();
    const shelf = openShelf('k', storage);
    shelf.write({ slips: all(entry(1)), sheets: {} });
    expect(isSame(openShelf('k', storage).read().slips, all(entry(1)))).toBe(true);
    forgetKept('k', storage);
    expect(storage().length).toBe(0);
  });
});

describe('[R5] what a server lacks', () => {
  test('is what it does not hold, or holds in a lower revision', () => {
    const kept = holding(entry(2), entry(1, 1, other));
    const both = stage('open', [target, { ...target, subject: other }]).open;
    const lacked = (...inView: readonly MyBallot[]) =>
      sendingIn(again(kept, inView, both).slips).map((one) => [one.target.subject.id, one.rev]);
    expect(lacked()).toEqual([
      ['u5', 2],
      ['u6', 1],
    ]);
    expect(lacked(held(1))).toEqual(lacked());
    expect(lacked(held(2))).toEqual([['u6', 1]]);
    expect(lacked(held(3))).toEqual([['u6', 1]]);
  });

  test('goes out with the same revision while its round takes ballots', () => {
    const sent = sendingIn(again(holding(entry(2)), [], open, 1, false).slips);
    expect(sent.map(toMessage)).toEqual([
      { round: 'R', attempt: 1, subject: 'u5', rev: 2, choice: scores(32, 18) },
    ]);
    expect(sent.map(isResent)).toEqual([true]);
  });

  test('goes out for a closed round only to a server of a higher epoch, which will say what became of it', () => {
    const sent = (epoch: number, of = entry(2), rounds: typeof open = []) =>
      sendingIn(again(holding(of), [], rounds, epoch).slips);
    expect(sent(1)).toEqual([]);
    expect(sent(2)).toHaveLength(1);
    expect(sent(2, entry(2, 2))).toEqual([]);
    const second = open.map((round) => ({ ...round, attempt: 2 }));
    expect(sent(1, entry(2), second)).toEqual([]);
  });

  test('counts no longer until the new server has answered', () => {
    const device = viewCame(holding(entry(2)), [held(2)], 1);
    const sent = again(device, [], open, 2);
    expect(outboxOf(sent)).toMatchObject({ waiting: [{ rev: 2 }] });
    expect(ballotsOf(sent.slips, [])).toEqual([]);
    expect(focusOf(stage(), me(), ballotsOf(sent.slips, []), sent)).toMatchObject({
      kind: 'sheet',
      waiting: { rev: 2 },
    });
    const after = answerCame(sent, [], sendingIn(sent.slips)[0]!, OK(sent.slips));
    expect(outboxOf(after)).toEqual({ waiting: [], refused: [] });
    expect(ballotsOf(after.slips, [])).toMatchObject([{ rev: 2, code: 'NEW0-CODE' }]);
  });

  test('gives way to what the person has changed since', () => {
    const inView = [counted(2, scores(1, 1))];
    const changed = submitted(holding(entry(2)), inView, target, scores(5, 5), tap());
    expect(outboxOf(again(changed, [], open, 2))).toMatchObject({
      waiting: [{ rev: 3, choice: scores(5, 5) }],
    });
  });

  test('refused: the page names the unit and what was given', () => {
    const sent = again(holding(entry(2)), [], open, 2);
    const no = refused({ code: 'round-closed' });
    const after = answerCame(sent, [], sendingIn(sent.slips)[0]!, no);
    expect(focusOf(stage('closed'), me(), [], after)).toMatchObject({
      kind: 'late',
      target: { subject: { name: '区交通局' } },
      choice: scores(32, 18),
      refusal: { code: 'round-closed' },
    });
  });

  test('whose round it does not know yet: goes out when that opens, and is no refusal', () => {
    const sent = again(holding(entry(2)), [], [], 2);
    const no = refused({ code: 'not-in-round' });
    const after = answerCame(sent, [], sendingIn(sent.slips)[0]!, no, 2);
    expect(outboxOf(after)).toEqual({ waiting: [], refused: [] });
    expect(outboxOf(again(after, [], [], 2)).waiting).toEqual([]);
    expect(outboxOf(again(after, [], open, 2))).toMatchObject({ waiting: [{ rev: 2 }] });
  });
});
