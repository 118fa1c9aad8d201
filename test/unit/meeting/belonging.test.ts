// A meeting may name its series and its period, and units what they were called before.
import { expect, it } from 'vitest';
import { keptLog, keptLogs } from '../../kept-logs.ts';
import { evolve, NO_MEETING } from '../../../shared/meeting/evolve.ts';
import { rehearsalPlan } from '../../../shared/meeting/rehearsal.ts';
import { commitmentOf } from '../../../shared/meeting/world.ts';
import { staffCommand } from '../../../shared/wire.ts';
import { created, seated, subjectId } from '../../builders.ts';

const PERIOD = { from: '2026-01-01', to: '2026-12-31' };
const DETAILS = { title: '年度评议', zone: 'Asia/Shanghai', retainUntil: '2027-11-21' };
const change = { type: 'ChangeMeeting', ...DETAILS } as const;

it('series and period are kept by whoever does not know of them, and taken back by null', () => {
  const play = created();
  expect(play.meeting.belonging).toEqual({});
  play.staff({ ...change, series: '区直评议', period: PERIOD });
  expect(play.meeting.belonging).toEqual({ series: '区直评议', period: PERIOD });
  play.staff({ ...change, title: '年度评议会' });
  expect(play.meeting.belonging).toEqual({ series: '区直评议', period: PERIOD });
  expect(rehearsalPlan(play.world).template).toMatchObject({ series: '区直评议', period: PERIOD });
  play.staff({ ...change, series: null });
  expect(play.meeting.belonging).toEqual({ period: PERIOD });
  expect(play.decide(change)).toMatchObject({ ok: true, events: [] });
});

it('a period ends no earlier than it begins', () => {
  const given = (from: string, to: string) =>
    staffCommand.safeParse({ ...change, period: { from, to } }).success;
  expect([given('2026-01-01', '2026-01-01'), given('2026-02-01', '2026-01-01')]).toEqual([
    true,
    false,
  ]);
});

it('[R2] older logs name neither', () => {
  for (const name of keptLogs(1))
    expect(
      keptLog(name).reduce((meeting, { recorded }) => evolve(meeting, recorded), NO_MEETING)
        .belonging,
    ).toEqual({});
});

it('[R14] former names lie in the directory under the unit’s commitment, and outlive a list without them', () => {
  const play = seated({ units: 1 });
  const entry = {
    id: subjectId('U1'),
    kind: 'unit',
    name: '发展和改革局',
    category: '区级部门',
  } as const;
  const list = (more: object) =>
    ({ type: 'ImportSubjects', source: 'u.csv', entries: [{ ...entry, ...more }] }) as const;
  const row = () => play.directory.get('subject/U1')!;
  const before = commitmentOf(row());
  play.staff(list({ formerly: ['计划委员会', '发展计划局'] }));
  expect(row().formerly).toEqual(['计划委员会', '发展计划局']);
  expect(play.meeting.subjects.get(subjectId('U1'))?.commitment).toBe(commitmentOf(row()));
  expect(commitmentOf(row())).not.toBe(before);
  expect(JSON.stringify(play.log)).not.toContain('计划委员会');
  expect(play.decide(list({}))).toMatchObject({ ok: true, events: [] });
  expect(rehearsalPlan(play.world).commands).toContainEqual(
    expect.objectContaining({ entries: [expect.objectContaining({ formerly: row().formerly })] }),
  );
  play.staff(list({ formerly: [] }));
  expect(row()).not.toHaveProperty('formerly');
});
