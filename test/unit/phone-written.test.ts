// The written round on the phone: many units at once, through lost answers, reloads, and units that come and go.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Choice } from '../../shared/ballots/ballot.ts';
import type { CategoryId, RoundId, SubjectId } from '../../shared/ids.ts';
import type { CastAnswer } from '../../shared/protocol.ts';
import type { ShownSubject } from '../../shared/views/slices/shown.ts';
import type {
  MyBallot,
  OpenRound,
  PanelStageSlice,
} from '../../shared/views/slices/panel-slices.ts';
import {
  answerCame,
  ballotsOf,
  letGo,
  scored,
  sendingIn,
  submitted,
  viewCame,
  type OnDevice,
} from '../../client/phone/slips/slips.ts';
import { focusOf } from '../../client/phone/focus.ts';
import { openShelf } from '../../client/phone/slips/shelf.ts';
import type { Sending } from '../../client/phone/slips/phases.ts';
import { toMessage } from '../../client/phone/slips/slip.ts';
import { doneOf } from '../../client/phone/written/done-of.ts';
import { matterOf, openTargets, type Target } from '../../client/phone/slips/matter.ts';
import {
  filtered,
  goneFrom,
  isOpen,
  nextOpen,
  rowsOf,
} from '../../client/phone/written/written-rows.ts';
import {
  Disk,
  counted,
  formsOf,
  group,
  key as liveKey,
  me,
  nothing,
  outboxOf,
  refused,
  scores,
  sheet,
  stage,
  tap,
  target as live,
} from './phone-builders.ts';
import { repetitions, seed } from '../repetitions.ts';

const unit = (n: number, category = live.subject.category): ShownSubject => ({
  ...live.subject,
  id: `w${String(n)}` as SubjectId,
  name: `第${String(n)}单位`,
  category,
});
const round: OpenRound = {
  round: 'W' as RoundId,
  attempt: 1,
  subjects: Array.from({ length: 65 }, (_, n) => unit(n)),
  ...formsOf(sheet, [live.subject.category.id, 'town' as CategoryId]),
  limits: null,
  countdown: null,
  ordinal: null,
  disclosure: 'hidden',
};
const targets = openTargets([round], group);
const at = (n: number): Target => {
  const found = targets[n];
  if (!found) throw new Error(`no unit ${String(n)}`);
  return found;
};
const held = (n: number, rev: number, choice: Choice): MyBallot => ({
  ...counted(rev, choice),
  round: round.round,
  subject: at(n).subject,
});
const filled = (device: OnDevice, n: number, work: number): OnDevice =>
  scored(scored(device, [], at(n), 'work', work), [], at(n), 'law', 18);
const answerTo = (one: Sending): CastAnswer => ({
  ok: true,
  receipt: { ...toMessage(one), total: '55.00', code: '7K3F-Q2MD' },
});
const away: PanelStageSlice = { ...stage(), body: { kind: 'check-in' } as const, open: [] };
const focus = (device: OnDevice, over: readonly string[] | null, on = away) =>
  focusOf(on, me(), ballotsOf(device.slips, []), device, [round], over);

describe('rows', () => {
  it('say for each unit what stands for it', () => {
    let device = filled(nothing, 0, 10);
    device = submitted(filled(device, 1, 20), [], at(1), scores(20, 18), tap());
    device = submitted(device, [], at(2), { kind: 'abstain' }, tap());
    const [, third] = sendingIn(device.slips);
    if (!third) throw new Error('nothing waits');
    device = answerCame(device, [], third, refused({ code: 'not-checked-in' }));
    const ballots = [held(3, 1, scores(30, 18)), held(4, 2, { kind: 'abstain' })];
    device = scored(device, ballots, at(4), 'work', 5);
    const rows = rowsOf(round, me([at(5).subject.id]), ballots, device);
    expect(rows.slice(0, 7).map(({ state }) => state)).toEqual([
      'draft',
      'waiting',
      'refused',
      'counted',
      'draft',
      'recused',
      'empty',
    ]);
    expect(rows.filter(isOpen)).toHaveLength(65 - 4);
    expect(doneOf(round, me([at(5).subject.id]), ballots)).toEqual({ n: 2, of: 64 });
  });

  it('are found by state, category and name; the one at hand stays', () => {
    const town = {
      ...live.subject.category,
      id: 'town' as never,
      name: '乡镇',
      mark: '镇',
      hue: 2,
    };
    const mixed = { ...round, subjects: [unit(1), unit(2, town), { ...unit(3), name: 'ＡＢ局' }] };
    const [first] = openTargets([mixed], group);
    if (!first) throw new Error('no unit');
    const ballots = [{ ...held(1, 1, scores(1, 1)), subject: first.subject }];
    const rows = rowsOf(mixed, me([mixed.subjects[1]!.id]), ballots, nothing);
    const found = (by: Partial<Parameters<typeof filtered>[1]>, keep: string | null = null) =>
      filtered(rows, { filter: 'all', category: null, query: '', ...by }, keep).map(
        ({ target }) => target.subject.id,
      );
    expect(found({})).toEqual(['w1', 'w2', 'w3']);
    expect(found({ filter: 'open' })).toEqual(['w3']);
    expect(found({ filter: 'open' }, matterOf(first))).toEqual(['w1', 'w3']);
    expect(found({ filter: 'recused' })).toEqual(['w2']);
    expect(found({ category: 'town' })).toEqual(['w2']);
    expect(found({ query: ' ab' })).toEqual(['w3']);
    expect(found({ query: 'x' })).toEqual([]);
  });

  it('the next one to score lies below the one at hand, then from the top', () => {
    const ballots = targets.flatMap((_, n) =>
      n === 3 || n === 60 ? [] : [held(n, 1, scores(1, 1))],
    );
    const rows = rowsOf(round, me(), ballots, nothing);
    const next = (from: number | null) =>
      nextOpen(rows, from === null ? null : matterOf(at(from)))?.target.subject.id;
    expect([next(null), next(3), next(60), next(61)]).toEqual(['w3', 'w60', 'w3', 'w3']);
    const all = rowsOf(round, me(), [...ballots, held(3, 1, scores(1, 1))], nothing);
    expect(nextOpen(all, matterOf(at(60)))).toBeNull();
  });

  it('a unit that left is told of while something of it lies here', () => {
    const device = filled(nothing, 7, 10);
    const smaller = { ...round, subjects: round.subjects.filter(({ id }) => id !== 'w7') };
    const gone = goneFrom(smaller, me(), [held(7, 1, scores(1, 1))], device);
    expect(gone).toMatchObject([{ subject: { id: 'w7' }, counted: true }]);
    expect(goneFrom(smaller, me(), [], letGo(device, gone[0]?.key ?? ''))).toEqual([]);
    expect(goneFrom(round, me(), [], device)).toEqual([]);
  });
});

describe('what is in focus', () => {
  it('the written round while it is on stage, or where the person went to it', () => {
    const onStage = {
      ...away,
      body: {
        kind: 'written',
        round: round.round,
        attempt: 1,
        phase: 'open',
        disclosure: 'hidden',
        subjects: 65,
      } as const,
    };
    expect(focus(nothing, null, onStage)).toMatchObject({ kind: 'written', round: { round: 'W' } });
    expect(focus(nothing, null)).toMatchObject({ kind: 'stage' });
    expect(focus(nothing, [])).toMatchObject({ kind: 'written' });
  });

  it('a live round leads away from it at once, keeps the draft, and leads back', () => {
    let device = filled(nothing, 9, 33);
    expect(focus(device, [])).toMatchObject({ kind: 'written' });
    expect(focus(device, [], stage())).toMatchObject({ kind: 'sheet', target: { round: 'R' } });
    device = submitted(device, [], live, scores(1, 1), tap());
    const sent = sendingIn(device.slips).find(({ target }) => target.round === live.round);
    if (!sent) throw new Error('nothing waits');
    device = answerCame(device, [], sent, answerTo(sent));
    // It is seen to be counted before anything else.
    expect(focus(device, [], stage())).toMatchObject({ kind: 'counted', ballot: { round: 'R' } });
    expect(focus(device, [liveKey], stage())).toMatchObject({ kind: 'written' });
    // The live round closes: the person stays where they are.
    expect(focus(device, [liveKey])).toMatchObject({ kind: 'written' });
    const rows = rowsOf(round, me(), ballotsOf(device.slips, []), device);
    expect(rows[9]).toMatchObject({ state: 'draft', scores: { work: 33, law: 18 } });
  });

  it('what the hall refused of it never stands in the way of a live sheet', () => {
    let device = submitted(filled(nothing, 2, 5), [], at(2), scores(5, 18), tap());
    const [sent] = sendingIn(device.slips);
    if (!sent) throw new Error('nothing waits');
    device = answerCame(device, [], sent, refused({ code: 'not-in-round' }));
    expect(focus(device, null, stage())).toMatchObject({ kind: 'sheet' });
    expect(focus(device, [])).toMatchObject({ kind: 'written' });
  });

  it('after its close what was not submitted is read and let go at once, not unit by unit', () => {
    let device = nothing;
    for (const n of [4, 5, 6]) device = filled(device, n, n);
    const late = focusOf(away, me(), [], device, [], null);
    expect(late).toMatchObject({ kind: 'late', target: { subject: { id: 'w4' } } });
    if (late.kind !== 'late') throw new Error('not late');
    expect(late.more.map(({ subject }) => subject.id)).toEqual(['w5', 'w6']);
    for (const one of [late.target, ...late.more]) device = letGo(device, matterOf(one));
    expect(focusOf(away, me(), [], device, [], null)).toMatchObject({ kind: 'stage' });
  });
});

describe('[R5] any history of taps, lost answers and reloads', () => {
  const step = fc.oneof(
    fc.record({
      do: fc.constant('submit' as const),
      unit: fc.nat(5),
      choice: fc.option(fc.nat(60), { freq: 6 }),
    }),
    fc.record({
      do: fc.constantFrom('arrive' as const, 'lost' as const, 'twice' as const),
      pick: fc.nat(9),
    }),
    fc.record({ do: fc.constantFrom('reload' as const, 'view' as const) }),
  );

  it('ends with the newest choice counted for every unit, and nothing left to send', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const box = new Map<string, MyBallot>();
        const wanted = new Map<string, Choice>();
        const disk = new Disk();
        let shelf = openShelf('k', () => disk);
        let device: OnDevice = nothing;
        let view: readonly MyBallot[] = [];
        const known = () => ballotsOf(device.slips, view);
        const arrive = (one: Sending): CastAnswer => {
          const key = matterOf(one.target);
          const there = box.get(key);
          if (there && one.rev <= there.rev)
            return there.rev === one.rev &&
              JSON.stringify(there.choice) === JSON.stringify(one.choice)
              ? answerTo(one)
              : refused({ code: 'older-revision', newest: there.rev });
          const { round: id, attempt, subject } = one.target;
          const { rev, choice } = one;
          box.set(key, { round: id, attempt, subject, rev, choice, total: null, code: 'X' });
          return answerTo(one);
        };
        const send = (one: Sending | undefined, how: 'arrive' | 'lost' | 'twice') => {
          if (!one) return;
          const answer = arrive(one);
          if (how === 'twice') arrive(one);
          if (how !== 'lost') device = answerCame(device, view, one, answer);
        };
        for (const one of steps) {
          switch (one.do) {
            case 'submit': {
              const to = at(one.unit);
              const choice: Choice =
                one.choice === null ? { kind: 'abstain' } : scores(one.choice, 18);
              if (one.choice !== null)
                device = scored(
                  scored(device, known(), to, 'work', one.choice),
                  known(),
                  to,
                  'law',
                  18,
                );
              device = submitted(device, known(), to, choice, tap());
              wanted.set(matterOf(to), choice);
              break;
            }
            case 'reload':
              shelf.write({ ...device, sheets: {} });
              shelf = openShelf('k', () => disk);
              device = { ...nothing, slips: shelf.read().slips };
              view = [...box.values()];
              device = viewCame(device, view, 1);
              break;
            case 'view':
              view = [...box.values()];
              device = viewCame(device, view, 1);
              break;
            default:
              send(
                sendingIn(device.slips)[one.pick % (sendingIn(device.slips).length || 1)],
                one.do,
              );
          }
        }
        for (let turn = 0; turn < 4; turn++)
          for (const one of sendingIn(device.slips)) send(one, 'arrive');
        expect(outboxOf(device)).toEqual({ waiting: [], refused: [] });
        for (const [key, choice] of wanted) expect(box.get(key)?.choice).toEqual(choice);
        const rows = rowsOf(round, me(), ballotsOf(device.slips, [...box.values()]), device);
        expect(rows.filter(({ state }) => state === 'counted')).toHaveLength(wanted.size);
      }),
      { seed: seed(65), numRuns: repetitions(300, 20 * 300) },
    );
  });
});
