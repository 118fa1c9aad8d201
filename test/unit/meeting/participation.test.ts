// Which units a round is about and which items are left out: computed from what happened, whatever the order of it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  leftOut,
  subjectsAhead,
  subjectsOf,
} from '../../../shared/meeting/agenda/participation.ts';
import type { Item, ItemOf } from '../../../shared/meeting/agenda/item.ts';
import type { StaffCommand } from '../../../shared/meeting/commands.ts';
import { scoringOf, subjectOf } from '../../../shared/meeting/agenda/turn.ts';
import { lastAttempt } from '../../../shared/meeting/rounds.ts';
import { screenView } from '../../../shared/views/audiences/screen.ts';
import { CLERK, itemId, roundId, subjectId, type Play } from '../../builders.ts';
import { enter, open, planned, present, score, skip, WRITTEN } from './agenda-builders.ts';
import { repetitions, seed } from '../../repetitions.ts';

const SECOND: ItemOf<'written'> = { ...WRITTEN, id: itemId('w2') };
const NAMED: ItemOf<'written'> = { ...SECOND, subjects: ['U2', 'U4'].map(subjectId) };
const withdraw = (unit: string, reason = '有任务'): StaffCommand => ({
  type: 'WithdrawSubject',
  subject: subjectId(unit),
  reason,
});
const back = (unit: string): StaffCommand => ({
  type: 'RestoreSubject',
  subject: subjectId(unit),
  reason: '来了',
});
const set = (item: string, ...units: readonly string[]): StaffCommand => ({
  type: 'SetRoundSubjects',
  round: roundId(item),
  subjects: units.map(subjectId),
  reason: '另行安排',
});
const add = (...items: readonly Item[]): StaffCommand => ({ type: 'AddItems', after: null, items });
const remove = (...items: readonly string[]): StaffCommand => ({
  type: 'RemoveItems',
  items: items.map(itemId),
});
const close = (item: string): StaffCommand => ({ type: 'CloseRound', round: roundId(item) });
const reopen = (item: string): StaffCommand => ({
  type: 'ReopenRound',
  round: roundId(item),
  reason: '有人未投',
});

describe('[R13] what an open written round is about', () => {
  it('follows the agenda: a turn that is left out puts its unit in, one taken up takes it out', () => {
    const play = planned().staff(enter('w')).staff(open('w'));
    play.staff(skip('p-U1', '出差', 's-U1'));
    expect(play.about('w')).toEqual(['U1', 'U3', 'U4', 'U5']);
    play.staff({ type: 'RestoreItem', item: itemId('p-U1'), also: [itemId('s-U1')] });
    expect(play.about('w')).toEqual(['U3', 'U4', 'U5']);
    play.staff({ type: 'ChangeItem', item: { ...present('U4'), id: itemId('p-U2') } });
    expect(play.about('w')).toEqual(['U3', 'U5']);
  });

  it('stands still from the close on, and is computed again where the round is reopened', () => {
    const play = planned().staff(enter('w')).staff(open('w')).staff(close('w'));
    play.staff(withdraw('U3')).staff(add(present('U4')));
    play.staff(skip('p-U2', '出差', 's-U2'));
    expect(play.about('w')).toEqual(['U3', 'U4', 'U5']);
    play.staff(reopen('w'));
    expect(play.about('w')).toEqual(['U2', 'U5']);
    play
      .staff(close('w'))
      .staff({ type: 'RevealRound', round: roundId('w') })
      .staff(back('U3'));
    expect(play.about('w')).toEqual(['U2', 'U5']);
  });

  it('keeps what staff set, whatever comes and goes around it', () => {
    const play = planned()
      .staff(enter('w'))
      .staff(open('w'))
      .staff(set('w', 'U1', 'U3'));
    play.staff(withdraw('U1')).staff(withdraw('U4'));
    expect(play.about('w')).toEqual(['U3']);
    play.staff(back('U1')).staff(back('U4'));
    expect(play.about('w')).toEqual(['U1', 'U3']);
    const again: Item = { ...present('U1'), id: itemId('again') };
    play.staff(add(again));
    expect(play.about('w')).toEqual(['U3']);
    play.staff(remove('again'));
    expect(play.about('w')).toEqual(['U1', 'U3']);
  });

  it('leaves a unit in the round that had it first, also when another one opens again', () => {
    const play = planned({ units: 5 }, [NAMED]).staff(enter('w')).staff(open('w'));
    play.staff(enter('w2')).staff(open('w2'));
    expect([play.about('w'), play.about('w2')]).toEqual([['U3', 'U4', 'U5'], ['U2']]);
    // Named there, it stays there when it loses the turn that had kept it out of the other.
    play.staff(skip('p-U2', '出差', 's-U2'));
    expect([play.about('w'), play.about('w2')]).toEqual([['U3', 'U4', 'U5'], ['U2']]);

    const later = planned({ units: 5 }, [SECOND]).staff(enter('w')).staff(open('w'));
    later.staff(close('w')).staff(skip('p-U1', '出差', 's-U1'));
    later.staff(enter('w2')).staff(open('w2'));
    expect(later.about('w2')).toEqual(['U1']);
    later.staff(enter('w')).staff(reopen('w'));
    expect([later.about('w'), later.about('w2')]).toEqual([['U3', 'U4', 'U5'], ['U1']]);
  });

  it('[R2] keeps the list that a log of version 1 stored, less who is out or has got a turn since', () => {
    const play = planned({ units: 6 }).staff(enter('w')).staff(open('w'));
    const opened = play.log.at(-1)?.recorded.event;
    if (opened?.type !== 'RoundOpened') throw new Error('not opened');
    expect('subjects' in opened).toBe(false);
    play.undo();
    const record = (...events: readonly Parameters<Play['record']>[0][]) => {
      for (const event of events) play.record(event, CLERK);
    };
    const list = (subjects: readonly string[], reason: string) =>
      ({
        type: 'RoundSubjectsSet',
        round: roundId('w'),
        attempt: 1,
        subjects: subjects.map(subjectId),
        reason,
      }) as const;
    record({ ...opened, subjects: ['U3', 'U4', 'U5', 'U6'].map(subjectId) });
    // As version 1 told it: U2 by hand though it has a turn, U3 gets a turn, U4 withdraws.
    record(list(['U2', 'U3', 'U4', 'U5', 'U6'], '补评'));
    record(list(['U2', 'U4', 'U5', 'U6'], ''), { type: 'ItemsInserted', items: [present('U3')] });
    record(
      { type: 'ItemSkipped', item: itemId('s-U1'), reason: '机构改革' },
      list(['U2', 'U5', 'U6'], '机构改革'),
      { type: 'SubjectWithdrawn', subject: subjectId('U4'), reason: '机构改革', turns: [] },
    );
    expect(play.about('w')).toEqual(['U2', 'U5', 'U6']);
    play.staff(skip('p-U1', '出差', 's-U1'));
    expect(play.about('w')).toEqual(['U2', 'U5', 'U6']);
    play.staff(withdraw('U5')).staff(add(present('U6')));
    expect(play.about('w')).toEqual(['U2']);
    play.staff(back('U5')).staff(remove('p-U6'));
    expect(play.about('w')).toEqual(['U2', 'U5', 'U6']);
  });
});

describe('whatever happens to agenda, units and rounds', () => {
  const items = ['in', 'p-U1', 's-U1', 'p-U2', 's-U2', 'w', 'end', 's-U3', 'w2', 'p-U4'];
  const item = fc.constantFrom(...items);
  const unit = fc.constantFrom('U1', 'U2', 'U3', 'U4', 'U5');
  const round = fc.constantFrom('w', 'w2', 's-U1', 's-U3');
  const command: fc.Arbitrary<StaffCommand | null> = fc.oneof(
    { weight: 3, arbitrary: item.map(enter) },
    { weight: 3, arbitrary: item.map(open) },
    { weight: 2, arbitrary: fc.constantFrom('w', 'w2').map(open) },
    item.map((id) => skip(id)),
    item.map((id): StaffCommand => ({ type: 'RestoreItem', item: itemId(id) })),
    unit.map((id) => withdraw(id)),
    unit.map(back),
    fc.constantFrom(add(present('U4')), add(present('U4'), score('U4')), add(score('U5'))),
    fc.constantFrom(remove('p-U4'), remove('p-U2'), remove('p-U4', 's-U4')),
    fc.tuple(round, fc.uniqueArray(unit, { minLength: 1 })).map(([id, units]) => set(id, ...units)),
    round.map(close),
    round.map(reopen),
    round.map((id): StaffCommand => ({ type: 'RevealRound', round: roundId(id) })),
    fc.constant(null),
  );

  it('nobody is in two rounds or in an open one without taking part, and what is closed stands', () => {
    let seen = 0;
    fc.assert(
      fc.property(
        fc.array(command, { minLength: 8, maxLength: 40 }),
        fc.constantFrom(SECOND, NAMED),
        (commands, second) => {
          const play = planned({ units: 5, groups: [2] }, [score('U3'), second]);
          for (const given of commands) {
            // The last act is taken back.
            const one = given ?? { type: 'TakeBack', act: play.meeting.undo?.n ?? 0 };
            if (one.type === 'OpenRound' && play.decide(enter(one.item)).ok)
              play.staff(enter(one.item));
            const before = play.meeting;
            const ahead = new Map(
              before.agenda.flatMap(({ id }) => {
                const plan = scoringOf(before, id);
                return plan?.round === 'written'
                  ? [[id, subjectsAhead(before, plan)] as const]
                  : [];
              }),
            );
            if (!play.decide(one).ok) continue;
            play.staff(one);
            const { meeting } = play;
            const all = [...meeting.rounds.values()];
            const written = all.filter(({ kind }) => kind === 'written');
            const units = written.flatMap((each) => [...subjectsOf(meeting, each)]);
            expect(new Set(units).size, 'each in one written round').toBe(units.length);
            for (const each of all) {
              const { phase } = lastAttempt(each);
              const former = before.rounds.get(each.id);
              if (phase === 'open')
                for (const id of subjectsOf(meeting, each)) expect(meeting.out.has(id)).toBe(false);
              else if (former && lastAttempt(former).phase !== 'open')
                expect(subjectsOf(meeting, each)).toEqual(subjectsOf(before, former));
              if (each.kind === 'written' && phase === 'open' && !former) {
                expect(subjectsOf(meeting, each)).toEqual(ahead.get(each.item));
                seen += 1;
              }
            }
            // A unit that is out has no item left to come, and only such and skipped ones are left out.
            const gone = leftOut(meeting);
            for (const each of meeting.agenda) {
              const of = subjectOf(each);
              const out = of !== undefined && meeting.out.has(of);
              const begun = meeting.rounds.has(roundId(each.id));
              expect(gone.has(each.id)).toBe(meeting.skipped.has(each.id) || (out && !begun));
            }
            screenView(play);
          }
        },
      ),
      { seed: seed(20261129), numRuns: repetitions(120, 20 * 250) },
    );
    expect(seen).toBeGreaterThan(50);
  });
});
