// What setup, the phone and a rehearsal make of units that rate each other (RESULTS.md §8).
import { describe, expect, it } from 'vitest';
import { rehearsalPlan } from '../../shared/meeting/rehearsal.ts';
import { whoFlaws } from '../../shared/meeting/who-flaws.ts';
import { SCHEME_DEFAULTS } from '../../shared/scoring/scheme.ts';
import { agendaFlaws } from '../../shared/views/console/agenda-flaws.ts';
import { readiness } from '../../shared/views/console/readiness.ts';
import { plannedSeats } from '../../shared/views/console/planned-seats.ts';
import { NOTHING_OUTSIDE } from '../../shared/views/seen.ts';
import { rated } from '../../shared/views/rated.ts';
import type { OpenRound, SeatView } from '../../shared/views/slices/panel-slices.ts';
import { waitingUnit } from '../../shared/views/audiences/waiting-unit.ts';
import {
  created,
  itemId,
  roundId,
  scores,
  seated,
  subjectId,
  voting,
  type Play,
} from '../builders.ts';

const unitIds = (n: number) => Array.from({ length: n }, (_, k) => subjectId(`U${String(k + 1)}`));

function listed(n: number): Play {
  return created().staff({
    ...({ type: 'ImportSubjects', source: 'units.csv' } as const),
    entries: unitIds(n).map((id) => ({
      ...({ id, kind: 'unit' } as const),
      ...{ name: `第${id}单位`, category: '乡镇' },
    })),
  });
}

describe('what would stay closed', () => {
  const towns = [
    { name: '部门', count: 12 },
    { name: '街道', count: 5 },
  ];

  it('a ring of fewer than the floor, or one that is too short for a category', () => {
    expect(whoFlaws({ kind: 'ring', next: 5 }, towns, SCHEME_DEFAULTS)).toEqual([
      { kind: 'too-few', name: '街道', units: 5 },
    ]);
    expect(whoFlaws({ kind: 'ring', next: 4 }, towns, SCHEME_DEFAULTS)).toEqual([
      { kind: 'closed', name: null, ballots: 4 },
    ]);
    // A median shows from 2 · 5 − 1 ballots on.
    const median = { ...SCHEME_DEFAULTS, centre: 'median' } as const;
    expect(whoFlaws({ kind: 'ring', next: 8 }, towns.slice(0, 1), median)).toEqual([
      { kind: 'closed', name: null, ballots: 8 },
    ]);
  });

  it('a category in which everyone gets too few', () => {
    expect(whoFlaws({ kind: 'units', within: 'category' }, towns, SCHEME_DEFAULTS)).toEqual([
      { kind: 'closed', name: '街道', ballots: 4 },
    ]);
    expect(whoFlaws({ kind: 'units', within: 'all' }, towns, SCHEME_DEFAULTS)).toEqual([]);
  });
});

it('the readiness list asks for seats and tickets of units, and for no panel where units alone judge', () => {
  const play = listed(3);
  const ring = {
    ...({ id: itemId('mutual'), kind: 'written', subjects: 'rest', sheet: 'live' } as const),
    ...({ disclosure: 'hidden', who: { kind: 'ring', next: 3 } } as const),
  };
  play.staff({ type: 'SetAgenda', items: [ring] });
  expect(agendaFlaws(play).map(({ kind }) => kind)).toEqual([
    ...['no-check-in', 'no-board', 'ring-not-planned', 'ring-too-few', 'stays-closed'],
  ]);
  const line = (id: string) => readiness(play, NOTHING_OUTSIDE).lines.find((one) => one.id === id);
  expect(line('unit-seats')).toMatchObject({ state: 'todo', seats: 0, without: 3 });
  expect(line('reviewers')).toMatchObject({ state: 'optional' });
  expect(line('panel')).toBeUndefined();
  const [first, second] = unitIds(2);
  play.staff({ type: 'SeatUnits', in: 'new', name: '互评', units: [first!, second!] });
  expect(line('unit-seats')).toMatchObject({ state: 'todo', seats: 2, without: 1, lacking: 2 });
  play.staff({ type: 'IssueTickets', reviewers: [], units: [first!, second!] });
  expect(line('unit-seats')).toMatchObject({ state: 'done', lacking: 0 });
  expect([...(plannedSeats(play.meeting) ?? [])]).toEqual([['G1', 2]]);
});

it('a rehearsal seats the same units in the same groups, with the weights that these have', () => {
  const play = seated({ units: 4, groups: [2] });
  play.staff({ type: 'SeatUnits', in: 'new', name: '互评', units: unitIds(2) });
  play.staff({ type: 'SetWeights', weights: [{ group: play.meeting.groups[1]!.id, weight: 3 }] });
  const { commands } = rehearsalPlan(play.world);
  const copy = created();
  for (const command of commands) copy.staff(command);
  const held = ({ meeting }: Play) =>
    [...meeting.seats.values()].map(({ holder, group }) => [
      ...[holder.kind, holder.id],
      meeting.groups.find(({ id }) => id === group),
    ]);
  expect(held(copy).sort()).toEqual(held(play).sort());
});

it('a phone shows the rounds in which its seat rates, with the units that it rates', () => {
  const open = (round: string, ofUnits: boolean) =>
    ({
      ...{ round: roundId(round), limits: null, subjects: unitIds(3).map((id) => ({ id })) },
      ...(ofUnits ? { ofUnits: true } : {}),
    }) as unknown as OpenRound;
  const view = (rates?: SeatView['me']['rates']) =>
    ({
      stage: { open: [open('live', false)] },
      written: [open('mutual', true)],
      me: rates ? { rates } : {},
    }) as unknown as SeatView;
  const person = rated(view());
  expect([person.stage.open.length, person.written.length]).toEqual([1, 0]);
  const unit = rated(view([{ round: roundId('mutual'), subjects: [subjectId('U2')] }]));
  expect(unit.stage.open).toEqual([]);
  expect(unit.written.map(({ subjects }) => subjects.map(({ id }) => id))).toEqual([['U2']]);
  expect(rated(view([])).written).toEqual([]);
});

it('[R6] a unit without a seat sees its score from the reveal on, and no sooner', () => {
  const play = voting('hidden', { groups: [5] });
  const told = () => waitingUnit(play, subjectId('U1'));
  for (const seat of ['S001', 'S002', 'S003', 'S004', 'S005'])
    play.cast(seat, 'score', 1, scores(40, 20, 25, 5));
  expect(told()).toMatchObject({ now: { kind: 'score', own: true }, result: null });
  play.staff({ type: 'CloseRound', round: roundId('score') });
  expect(told().result).toBeNull();
  play.staff({ type: 'RevealRound', round: roundId('score') });
  expect(told().result).toEqual({ score: '90.00', why: null, rank: 1, of: 4 });
  expect(waitingUnit(play, subjectId('U2'))).toMatchObject({ now: { own: false }, result: null });
});
