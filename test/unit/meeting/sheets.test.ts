// Sheets in a meeting: chosen by group and category, seen in part, frozen by their first ballot (RESULTS.md §1).
import { describe, expect, it } from 'vitest';
import type { Choice } from '../../../shared/ballots/ballot.ts';
import type { CategoryId, GroupId } from '../../../shared/ids.ts';
import type { SheetPlan } from '../../../shared/meeting/agenda/item.ts';
import { rehearsalPlan } from '../../../shared/meeting/rehearsal.ts';
import type { SheetNode } from '../../../shared/scoring/sheet.ts';
import { panelWritten } from '../../../shared/views/audiences/panel.ts';
import { screenView } from '../../../shared/views/audiences/screen.ts';
import { itemId, NONCE, Play, roundId, SALT, seated, seatId, subjectId } from '../../builders.ts';

const line = (id: string, more: object = {}): SheetNode => ({
  ...{ id, name: id, weight: '1', max: '10', step: '0.5' },
  ...more,
});

function withSheets(plan: (play: Play) => SheetPlan, groups = [5, 5]): Play {
  const play = seated({ units: 4, groups });
  const [first] = play.meeting.groups;
  play
    .staff({
      type: 'AdoptSheet',
      sheet: { id: 'a', name: '甲表', children: [line('x'), line('y', { groups: [first?.id] })] },
    })
    .staff({ type: 'AdoptSheet', sheet: { id: 'b', name: '乙表', children: [line('z')] } });
  return play.staff({
    type: 'SetAgenda',
    items: [
      {
        ...{ id: itemId('w'), kind: 'written', subjects: 'rest', sheet: plan(play) },
        disclosure: 'hidden',
      },
    ],
  });
}

const opened = (plan: (play: Play) => SheetPlan, groups?: number[]) =>
  withSheets(plan, groups)
    .staff({ type: 'EnterItem', item: itemId('w') })
    .staff({ type: 'OpenRound', item: itemId('w') });

const groupAt = (play: Play, n: number) => play.meeting.groups[n]?.id as GroupId;
const categoryAt = (play: Play, n: number) => play.meeting.categories[n]?.id as CategoryId;

function cast(play: Play, seat: number, unit: number, scores: Readonly<Record<string, number>>) {
  const choice: Choice = { kind: 'scores', scores };
  const decision = play.decideSeat({
    type: 'CastBallot',
    ...{ seat: seatId(`S${String(seat).padStart(3, '0')}`), claim: 1, round: roundId('w') },
    attempt: 1,
    ...{ subject: subjectId(`U${String(unit)}`), rev: 1, choice, nonce: NONCE, salt: SALT },
  });
  if (!decision.ok) return decision.refusal.code;
  play.commit(decision, { kind: 'server' });
  return 'taken';
}

const byCategory = (play: Play): SheetPlan => [
  { categories: [categoryAt(play, 0)], sheet: 'a' },
  { groups: [groupAt(play, 1)], sheet: 'b' },
];

describe('which sheet a seat fills in', () => {
  it('is the first that fits its group and the unit’s category, without what is for others', () => {
    const play = opened(byCategory);
    // Units 1 and 3 are of the first category.
    expect(cast(play, 1, 1, { x: 10, y: 0.5 })).toBe('taken');
    expect(cast(play, 6, 1, { x: 10, y: 0.5 })).toBe('ballot-invalid');
    expect(cast(play, 6, 1, { x: 10 })).toBe('taken');
    expect(cast(play, 6, 2, { z: 10 })).toBe('taken');
    // The first group has none for the second category, and is not expected.
    expect(cast(play, 1, 2, { z: 10 })).toBe('not-in-round');
    const [open] = panelWritten(play);
    expect(open?.of.map(({ group, category }) => [group, category])).toEqual([
      [groupAt(play, 0), categoryAt(play, 0)],
      [groupAt(play, 1), categoryAt(play, 0)],
      [groupAt(play, 1), categoryAt(play, 1)],
    ]);
  });

  it('a group without one counts as little as if there were no such group, whatever the scheme asks', () => {
    const play = withSheets(byCategory);
    const { version: _, ...scheme } = play.meeting.schemes[0]!;
    play
      .staff({ type: 'AdoptScheme', scheme: { ...scheme, emptyGroup: 'incomplete' } })
      .staff({ type: 'EnterItem', item: itemId('w') })
      .staff({ type: 'OpenRound', item: itemId('w') });
    for (let seat = 1; seat <= 5; seat++) {
      for (const unit of [1, 3]) cast(play, seat, unit, { x: 10, y: 5 });
      for (const unit of [1, 3]) cast(play, seat + 5, unit, { x: 4 });
      for (const unit of [2, 4]) cast(play, seat + 5, unit, { z: 9 });
    }
    play
      .staff({ type: 'CloseRound', round: roundId('w') })
      .staff({ type: 'RevealRound', round: roundId('w') });
    // (75 + 40) / 2 with equal weights, and 90 by the second group alone.
    expect(screenView(play).board.rows.map(({ subject, score }) => [subject.id, score])).toEqual([
      ['U2', '90.00'],
      ['U4', '90.00'],
      ['U1', '57.50'],
      ['U3', '57.50'],
    ]);
    const attempt = play.meeting.rounds.get(roundId('w'))?.attempts[0];
    if (attempt?.phase !== 'revealed') throw new Error('not revealed');
    expect(attempt.closing.turnout.map(({ expected, cast: given }) => [expected, given])).toEqual([
      [10, 10],
      [5, 5],
      [10, 10],
      [5, 5],
    ]);
  });

  it('a round that nobody has a sheet for does not open', () => {
    const nobody = withSheets((play) => {
      const children = [line('q', { groups: [groupAt(play, 0)] })];
      play.staff({ type: 'AdoptSheet', sheet: { id: 'c', name: '丙表', children } });
      return [{ groups: [groupAt(play, 1)], sheet: 'c' }];
    });
    nobody.staff({ type: 'EnterItem', item: itemId('w') });
    const decision = nobody.decide({ type: 'OpenRound', item: itemId('w') });
    expect(decision).toEqual({ ok: false, refusal: { code: 'nobody-scores' } });
  });
});

describe('a sheet that changes', () => {
  const changed = { id: 'b', name: '乙表', children: [line('z', { max: '20' })] };

  it('before its first ballot needs no reason, and an open round keeps what it opened with', () => {
    const play = opened(byCategory);
    play.staff({ type: 'AdoptSheet', sheet: changed });
    expect(play.meeting.sheets.at(-1)).toMatchObject({ id: 'b', version: 2 });
    expect(cast(play, 6, 2, { z: 20 })).toBe('ballot-invalid');
  });

  it('after it is refused without one, and is a new version with it', () => {
    const play = opened(byCategory);
    cast(play, 6, 2, { z: 10 });
    // As it stands it needs no reason, and is no version more.
    play.staff({ type: 'AdoptSheet', sheet: { ...changed, children: [line('z')] } });
    expect(play.meeting.sheets.filter(({ id }) => id === 'b')).toHaveLength(1);
    const refused = () => play.staff({ type: 'AdoptSheet', sheet: changed });
    expect(refused).toThrow('sheet-has-ballots');
    expect(() => play.staff({ type: 'AdoptSheet', sheet: changed, reason: '  ' })).toThrow(
      'sheet-has-ballots',
    );
    // The other sheet has none.
    play.staff({ type: 'AdoptSheet', sheet: { ...changed, id: 'a' } });
    play.staff({ type: 'AdoptSheet', sheet: changed, reason: ' 满分改了 ' });
    expect(play.meeting.sheets.at(-1)).toMatchObject({ version: 2, reason: '满分改了' });
    expect(cast(play, 7, 2, { z: 10 })).toBe('taken');
  });

  it('goes along to a rehearsal with its groups under their new ids', () => {
    const play = withSheets(byCategory);
    const { template, commands } = rehearsalPlan(play.world);
    const adopted = commands.flatMap((one) => (one.type === 'AdoptSheet' ? [one.sheet] : []));
    const sheets = [template.sheet, ...adopted];
    const second = sheets.find(({ id }) => id === 'a')?.children[1];
    expect(second && 'groups' in second ? second.groups : null).toEqual(['G1']);
    const agenda = commands.find((one) => one.type === 'SetAgenda');
    const [item] = agenda?.type === 'SetAgenda' ? agenda.items : [];
    expect(item?.kind === 'written' ? item.sheet : null).toEqual([
      { categories: ['K1'], sheet: 'a' },
      { groups: ['G2'], sheet: 'b' },
    ]);
  });
});
