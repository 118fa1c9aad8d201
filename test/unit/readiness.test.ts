// The readiness list: what it finds missing and what it lets pass, said in both languages.
import { describe, expect, it } from 'vitest';
import { readinessText } from '../../shared/text/readiness.ts';
import type { Item, SourceKind } from '../../shared/meeting/state.ts';
import { readiness } from '../../shared/views/readiness.ts';
import type { ReadinessId, ReadinessLine } from '../../shared/views/readiness-lines.ts';
import { NOTHING_OUTSIDE, type Outside } from '../../shared/views/seen.ts';
import { created, groupId, itemId, seated, subjectId, type Play } from '../builders.ts';

const ALL_WELL: Outside = {
  address: { now: 'http://192.168.1.5:8080', standing: 'same' },
  screens: 1,
  staff: 2,
  supervisors: 1,
  backup: { folder: '/backup', standing: 'fresh' },
  disk: { gigabytes: 80, low: false },
  rehearsals: [{ code: 'try-abcde', at: 0, held: true }],
};

function line<Id extends ReadinessId>(play: Play, id: Id, outside: Partial<Outside> = {}) {
  const found = readiness(play, { ...ALL_WELL, ...outside }).lines.find((one) => one.id === id);
  return found as Extract<ReadinessLine, { readonly id: Id }> | undefined;
}

/** Every line of a list, as the console would show it. */
function said(play: Play, outside: Outside): readonly string[] {
  return (['zh', 'en'] as const).flatMap((language) =>
    readiness(play, outside).lines.flatMap((one) => {
      const words = readinessText[language].lines[one.id] as {
        readonly name: string;
        readonly fact: (line: ReadinessLine) => string;
        readonly say: (line: ReadinessLine) => string;
      };
      return [words.name, words.fact(one), words.say(one)];
    }),
  );
}

const panelDraw = (take: number): Item => ({
  id: itemId('panel'),
  kind: 'draw',
  purpose: 'panel',
  take,
  rule: { kind: 'proportional' },
  sources: ['dice10'],
});

describe('a meeting that was just made', () => {
  const play = created();

  it('lacks its lists, its panel, its tickets, a screen and a phone', () => {
    const { lines, ready, of } = readiness(play, NOTHING_OUTSIDE);
    const todo = lines.filter(({ state }) => state === 'todo').map(({ id }) => id);
    expect(todo).toEqual([
      ...['units', 'reviewers', 'weights', 'panel', 'reserve', 'tickets'],
      ...['screen', 'phone', 'rehearsal'],
    ]);
    expect(ready).toBe(lines.filter(({ state }) => state === 'done').length);
    expect(of).toBe(lines.filter(({ state }) => state !== 'optional').length);
  });

  it('warns that nothing is copied to a second folder', () => {
    expect(line(play, 'backup', { backup: { folder: null, standing: 'off' } })?.state).toBe('warn');
  });
});

describe('a meeting with lists and seats', () => {
  it('is ready when all around it is, and says nothing but what is so', () => {
    const play = seated({ units: 40 });
    play.staff({
      type: 'SetWeights',
      weights: [
        { group: groupId('G1'), weight: 2 },
        { group: groupId('G2'), weight: 1 },
      ],
    });
    const { lines, ready, of } = readiness(play, ALL_WELL);
    expect(lines.filter(({ state }) => state === 'warn' || state === 'todo')).toEqual([]);
    expect(ready).toBe(of);
    expect(line(play, 'weights')?.state).toBe('done');
    expect(line(play, 'phone')).toMatchObject({ state: 'done', tried: 12 });
  });

  it('takes equal weights for something to look at, not for a gap', () => {
    expect(line(seated(), 'weights')).toMatchObject({ state: 'optional', equal: true });
  });

  it('knows that seats filled by hand have no reserve', () => {
    expect(line(seated(), 'reserve')).toMatchObject({ state: 'optional', byHand: true });
  });

  it('names groups of weight that are smaller than the secrecy floor', () => {
    const play = seated({ groups: [6, 3] });
    expect(line(play, 'scheme')).toMatchObject({ state: 'warn', small: ['乙'], floor: 5 });
  });

  it('warns where the maxima do not add up to 100', () => {
    const play = seated().staff({
      type: 'AdoptSheet',
      sheet: {
        id: 'live',
        name: '短表',
        criteria: [{ id: 'c1', name: '一', max: 90, step: 1, weight: 1 }],
      },
    });
    expect(line(play, 'sheet')).toMatchObject({ state: 'warn', total: 90 });
  });

  it('counts who has no ticket: a revoked one is none', () => {
    const play = seated();
    expect(line(play, 'tickets')?.state).toBe('done');
    const [first] = play.meeting.pool.keys();
    if (first) play.staff({ type: 'RevokeTicket', reviewer: first });
    expect(line(play, 'tickets')).toMatchObject({ state: 'todo', lacking: 1 });
  });
});

describe('the agenda', () => {
  it('lacks what it lacks, and names a draw that takes more than there are', () => {
    const play = seated({ units: 40 }).staff({ type: 'SetAgenda', items: [panelDraw(50)] });
    expect(line(play, 'agenda')).toMatchObject({
      state: 'warn',
      flaws: [
        { kind: 'no-check-in' },
        { kind: 'no-scoring' },
        { kind: 'no-board' },
        { kind: 'draw-too-large', purpose: 'panel', take: 50, of: 12 },
      ],
    });
  });

  it('does not count the turn of a unit that was withdrawn: it is skipped', () => {
    const play = seated({ units: 40 });
    const turn: Item = {
      id: itemId('p'),
      kind: 'presentation',
      subject: subjectId('U1'),
      seconds: 60,
    };
    play.staff({ type: 'SetAgenda', items: [...play.meeting.agenda, turn] });
    expect(line(play, 'agenda')?.flaws).toEqual([]);
    play.staff({ type: 'WithdrawSubject', subject: subjectId('U1'), reason: '撤销' });
    // The withdrawal itself skips the turn.
    expect(play.meeting.skipped.has(itemId('p'))).toBe(true);
    expect(line(play, 'agenda')?.flaws).toEqual([]);
  });

  it('has a panel to be drawn, with everyone of the pool in need of a ticket', () => {
    const play = created();
    const { agenda } = play.meeting;
    const source = seated({ groups: [6, 6] });
    const entries = [...source.meeting.pool.values()].map(({ id, group }) => ({
      id,
      name: id,
      group,
      attributes: {},
      recusals: [],
    }));
    play.staff({ type: 'ImportReviewers', source: 'x', entries });
    play.staff({ type: 'SetAgenda', items: [panelDraw(10), ...agenda] });
    expect(line(play, 'panel')).toMatchObject({ state: 'done', seats: 0, drawn: 10, pool: 12 });
    expect(line(play, 'reserve')).toMatchObject({ state: 'done', reserve: 2 });
    expect(line(play, 'tickets')).toMatchObject({ state: 'todo', lacking: 12 });
    expect(line(play, 'dice')).toMatchObject({ state: 'optional', dice10: 2, dice6: 0 });
  });
});

describe('draws and whom they will convince', () => {
  const draw = (id: string, sources: readonly SourceKind[]): Item => ({
    id: itemId(id),
    kind: 'draw',
    purpose: 'questioner',
    take: 1,
    sources,
  });

  it('are counted by assurance, and a supervisor is needed where one keeps a number', () => {
    const play = seated();
    expect(line(play, 'supervisor', { supervisors: 0 })).toMatchObject({
      state: 'optional',
      keeps: 0,
    });
    play.staff({
      type: 'SetAgenda',
      items: [draw('a', ['phones', 'kept']), draw('b', ['salt']), draw('c', ['dice10', 'salt'])],
    });
    expect(line(play, 'assurance')).toMatchObject({
      state: 'optional',
      public: 1,
      participants: 1,
      operator: 1,
    });
    expect(line(play, 'supervisor', { supervisors: 0 })).toMatchObject({ state: 'todo', keeps: 1 });
    expect(line(play, 'supervisor', { supervisors: 1 })).toMatchObject({ state: 'done' });
  });
});

describe('the surroundings', () => {
  it('warn of an address that phones cannot open', () => {
    const play = seated();
    for (const standing of ['gone', 'local'] as const)
      expect(line(play, 'address', { address: { now: 'http://x', standing } })?.state).toBe('warn');
    for (const standing of ['same', 'reachable', 'unprinted'] as const)
      expect(line(play, 'address', { address: { now: 'http://x', standing } })?.state).toBe('done');
  });

  it('a rehearsal that was made and not held is still to do', () => {
    const made = { code: 'try-abcde', at: 0, held: false };
    expect(line(seated(), 'rehearsal', { rehearsals: [made] })).toMatchObject({
      state: 'todo',
      full: false,
      rehearsals: [made],
    });
    const three = { rehearsals: [made, { ...made, held: true }, made] };
    expect(line(seated(), 'rehearsal', three)).toMatchObject({ state: 'done', full: true });
  });
});

describe('a rehearsal', () => {
  const play = created();
  play.world = { ...play.world, meeting: { ...play.meeting, rehearsal: true } };

  it('wants no printed tickets, no projector and no copies, and is not rehearsed', () => {
    const address = { now: 'http://localhost:8080', standing: 'local' } as const;
    const outside = { ...NOTHING_OUTSIDE, address };
    const { lines } = readiness(play, outside);
    const states = new Map(lines.map(({ id, state }) => [id, state]));
    for (const id of ['tickets', 'screen', 'address', 'backup'] as const)
      expect([id, states.get(id)]).toEqual([id, 'optional']);
    expect(states.get('phone')).toBe('todo');
    expect(states.has('rehearsal')).toBe(false);
    expect(said(play, outside).join()).toContain('模拟手机自带码');
    for (const sentence of said(play, outside)) expect(sentence).not.toMatch(/undefined|null/);
  });
});

it('speaks full sentences in both languages, whatever stands', () => {
  const late: Outside = {
    ...NOTHING_OUTSIDE,
    address: { now: 'http://localhost:8080', standing: 'local' },
    backup: { folder: '/b', standing: 'late' },
    disk: { gigabytes: 0, low: true },
  };
  for (const play of [created(), seated(), seated({ groups: [6, 3] })])
    for (const outside of [NOTHING_OUTSIDE, ALL_WELL, late])
      for (const sentence of said(play, outside))
        expect(sentence).not.toMatch(/undefined|null|NaN|\[object/);
});
