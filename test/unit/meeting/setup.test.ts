// Rosters, seats and agenda: what a change of one may not take away from another.
import { describe, expect, it } from 'vitest';
import type { StaffCommand } from '../../../shared/meeting/commands.ts';
import { rehearsalPlan } from '../../../shared/meeting/rehearsal.ts';
import type { Item, ItemOf } from '../../../shared/meeting/agenda/item.ts';
import { publicView } from '../../../shared/views/audiences/public.ts';
import { staffCommand } from '../../../shared/wire.ts';
import {
  CLERK,
  created,
  itemId,
  type Play,
  reviewerId,
  seated,
  subjectId,
} from '../../builders.ts';

function units(categories: readonly string[], from = 1): StaffCommand {
  const entries = categories.map((category, n) => {
    const id = `U${String(from + n)}`;
    return { id: subjectId(id), kind: 'unit' as const, name: `单位${id}`, category };
  });
  return { type: 'ImportSubjects', source: 'units.csv', entries };
}

function withItem(play: Play, item: Item): StaffCommand {
  return { type: 'SetAgenda', items: [...play.meeting.agenda, item] };
}

const TURN: Item = {
  id: itemId('turn'),
  kind: 'presentation',
  subject: subjectId('U1'),
  seconds: 0,
};

describe('a list of units', () => {
  it('is not replaced by one that lacks a unit of the agenda: no view could name it', () => {
    const play = created().staff(units(['部', '部']));
    play.staff(withItem(play, TURN)).staff({ type: 'EnterItem', item: TURN.id });
    expect(play.decide(units(['部'], 2))).toEqual({
      ok: false,
      refusal: { code: 'subject-needed', id: 'U1' },
    });
    play.staff(units(['镇']));
    expect(publicView(play).stage.body).toMatchObject({ subject: { category: { name: '镇' } } });
  });

  const SCORE = { sheet: 'live', disclosure: 'hidden' } as const;
  const ABOUT_U1: readonly Item[] = [
    TURN,
    {
      id: TURN.id,
      kind: 'score',
      subjects: [subjectId('U1')],
      secrecy: 'named',
      ...SCORE,
      seconds: 0,
    },
    { id: TURN.id, kind: 'written', subjects: [subjectId('U1')], ...SCORE },
  ];

  it.each(ABOUT_U1)('keeps the unit that a $kind is about', (item) => {
    const play = created().staff(units(['部', '部']));
    play.staff(withItem(play, item));
    const refusal = { code: 'subject-needed', id: 'U1' };
    expect(play.decide(units(['部'], 2))).toEqual({ ok: false, refusal });
  });

  const board = (category: string): Item =>
    ({ id: itemId(`board-${category}`), kind: 'board', category }) as Item;
  const draw = (take: Readonly<Record<string, number>>): Item => ({
    id: itemId('visits'),
    kind: 'draw',
    purpose: 'verification',
    take: 3,
    rule: { kind: 'fixed', take },
    sources: ['dice10'],
  });
  /** What the categories that these items name are called by now. */
  const meant = ({ categories, agenda }: Play['meeting']) => {
    const names = new Map<string, string>(categories.map(({ id, name }) => [id, name]));
    return agenda.map((item) =>
      item.kind === 'draw' && item.rule?.kind === 'fixed'
        ? Object.entries(item.rule.take).map(([cell, n]) => [names.get(cell), n])
        : item.kind === 'board' && names.get(item.category ?? ''),
    );
  };

  it('in another order, with a category more or less or renamed, leaves the agenda its categories', () => {
    const play = created().staff(units(['部', '部', '镇', '镇']));
    const items = [draw({ K1: 1, K2: 2 }), board('K2')];
    play.staff({ type: 'SetAgenda', items });
    const first = meant(play.meeting);
    const again = units(['部', '部', '镇', '镇']);
    if (again.type !== 'ImportSubjects') return;
    play.staff({ ...again, entries: [...again.entries].reverse() });
    expect(meant(play.meeting)).toEqual(first);
    play.staff(units(['街', '镇', '部', '部']));
    expect(meant(play.meeting)).toEqual(first);
    play.staff(units(['街', '乡镇', '部', '部']));
    expect(meant(play.meeting)[1]).toBe('乡镇');
    // What the rehearsal counts anew means the same there.
    const { commands } = rehearsalPlan(play.world);
    const copy = created();
    for (const command of commands)
      if (command.type === 'ImportSubjects' || command.type === 'SetAgenda') copy.staff(command);
    expect(meant(copy.meeting)).toEqual(meant(play.meeting));
    // A category that is gone stays gone: no new one is taken for it.
    play.staff(units(['街', '部', '部', '部']));
    play.staff(units(['街', '部', '部', '园']));
    expect(meant(play.meeting)[1]).toBeUndefined();
  });

  it('copied into a rehearsal, which counts categories anew, leaves boards and draws theirs', () => {
    const play = created().staff(units(['部', '镇']));
    play.staff({ type: 'SetAgenda', items: [draw({ K2: 3 }), board('K2')] });
    play.staff(units(['镇', '部']));
    expect(meant(play.meeting)).toEqual([[['镇', 3]], '镇']);
    const copy = created();
    for (const command of rehearsalPlan(play.world).commands)
      if (command.type === 'ImportSubjects' || command.type === 'SetAgenda') copy.staff(command);
    expect(copy.meeting.categories[0]).toMatchObject({ id: 'K1', name: '镇' });
    expect(meant(copy.meeting)).toEqual([[['镇', 3]], '镇']);
  });

  it.each([
    ['board', board('K2'), undefined],
    ['draw', draw({ K2: 3 }), [[undefined, 3]]],
  ])('that lacks the category of a %s takes no new one for it', (_, item, gone) => {
    const play = created().staff(units(['部', '镇']));
    play.staff({ type: 'SetAgenda', items: [item] });
    play.staff(units(['部', '部'])).staff(units(['部', '园']));
    expect(meant(play.meeting)).toEqual([gone]);
  });

  it('gives every category a mark of its own, also those named by the same few digits', () => {
    const play = created().staff(units(['3', '1', '13', '31', '4', '5']));
    const marks = play.meeting.categories.map(({ mark }) => mark);
    expect(new Set(marks).size).toBe(6);
  });
});

describe('an agenda', () => {
  /** As an item of an older log may be: the wire and the types let nobody make one. */
  const scoring = (...subjects: readonly string[]): Item => ({
    id: itemId('score'),
    kind: 'score',
    subjects: subjects.map(subjectId) as unknown as ItemOf<'score'>['subjects'],
    secrecy: 'named',
    sheet: 'live',
    disclosure: 'live',
    seconds: 0,
  });

  it('scores one unit in a live item, no unit twice and none at all neither', () => {
    const play = created().staff(units(['部', '部']));
    const refusal = { code: 'agenda-invalid' };
    for (const subjects of [['U1', 'U1'], ['U1', 'U2'], []]) {
      const item = scoring(...subjects);
      expect(play.decide(withItem(play, item))).toMatchObject({ refusal });
      expect(play.decide({ type: 'AddItems', after: null, items: [item] })).toMatchObject({
        refusal,
      });
    }
    play.staff(withItem(play, scoring('U1')));
    expect(play.decide({ type: 'ChangeItem', item: scoring('U1', 'U2') })).toMatchObject({
      refusal,
    });
  });

  it('[R2] an older log’s item over two units opens no round, and no rehearsal takes it over', () => {
    const play = seated();
    play.record({ type: 'ItemsInserted', items: [scoring('U1', 'U2')] }, CLERK);
    play.staff({ type: 'EnterItem', item: itemId('score') });
    expect(play.decide({ type: 'OpenRound', item: itemId('score') })).toMatchObject({
      refusal: { code: 'agenda-invalid' },
    });
    const agenda = rehearsalPlan(play.world).commands.find(({ type }) => type === 'SetAgenda');
    expect(JSON.stringify(agenda)).not.toContain('"kind":"score"');
    play.staff({ type: 'ChangeItem', item: scoring('U2') });
    play.staff({ type: 'OpenRound', item: itemId('score') });
  });

  it('[R10] the wire takes one unit for a live item', () => {
    const command = (...subjects: readonly string[]) =>
      staffCommand.safeParse({ type: 'AddItems', after: null, items: [scoring(...subjects)] });
    expect(command('U1').success).toBe(true);
    expect(command('U1', 'U2').success).toBe(false);
    expect(command().success).toBe(false);
  });
});

describe('[R9] while a panel is drawn', () => {
  it('nobody is seated by hand: whoever is drawn gets one seat', () => {
    const play = created().staff(units(['部']));
    play.staff({
      type: 'ImportReviewers',
      source: 'reviewers.csv',
      entries: ['R1', 'R2'].map((id) => ({
        id: reviewerId(id),
        name: id,
        group: '甲',
        attributes: {},
        recusals: [],
      })),
    });
    const item = play.meeting.agenda.find(({ kind }) => kind === 'draw');
    if (item?.kind !== 'draw') throw new Error('no draw');
    play.staff({ type: 'ChangeItem', item: { ...item, purpose: 'panel', take: 1 } });
    play.staff({ type: 'EnterItem', item: item.id }).staff({ type: 'LockDraw', item: item.id });
    const fill: StaffCommand = { type: 'FillSeats', reviewers: [...play.meeting.pool.keys()] };
    expect(play.decide(fill)).toMatchObject({ refusal: { code: 'draw-running' } });
    const draw = play.meeting.draws[0];
    if (!draw) throw new Error('no draw');
    play.read('84019375620184736251');
    expect(play.decide(fill)).toMatchObject({ refusal: { code: 'draw-running' } });
    play.staff({ type: 'ShowNames', draw: draw.id, shown: 1 });
    expect(play.meeting.seats.size).toBe(1);
  });
});
