// The readiness list: what it finds missing and what it lets pass, said in both languages.
import { reviewerHolder } from '../../shared/meeting/people.ts';
import { describe, expect, it } from 'vitest';
import { readinessText } from '../../shared/text/readiness.ts';
import { leftOut } from '../../shared/meeting/agenda/participation.ts';
import type { Item, ItemOf, SourceKind } from '../../shared/meeting/agenda/item.ts';
import { templateOf } from '../../shared/meeting/template.ts';
import { templateText } from '../../shared/text/template.ts';
import { readiness } from '../../shared/views/console/readiness.ts';
import type { ReadinessId, ReadinessLine } from '../../shared/views/slices/readiness-lines.ts';
import { NOTHING_OUTSIDE, type Outside } from '../../shared/views/seen.ts';
import {
  countsFromTheFloor,
  created,
  groupId,
  itemId,
  reviewerId,
  seated,
  subjectId,
  type Play,
} from '../builders.ts';
import { flatSheet } from '../flat-sheet.ts';

const ALL_WELL: Outside = {
  now: Date.UTC(2026, 10, 21, 6),
  address: { now: 'http://192.168.1.5:8080', standing: 'same' },
  machineAheadMs: 0,
  screens: { connected: 1, dozing: 0 },
  tablets: { connected: 0, dozing: 0 },
  staff: 2,
  supervisors: 1,
  backup: { folder: '/backup', standing: 'fresh' },
  disk: { gigabytes: 80, low: false, gone: false },
  simulated: null,
  simulatedReport: null,
  relays: 'idle',
  rehearsals: [{ code: 'try-abcde', at: 0, held: true, phones: 1 }],
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

const panelDraw = (take: number): ItemOf<'draw'> => ({
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

describe('a panel that is to be drawn', () => {
  it('is not prepared while nobody is there to draw from', () => {
    const play = created();
    play.staff({ type: 'SetAgenda', items: [panelDraw(50)] });
    expect(line(play, 'panel')).toMatchObject({ state: 'todo', drawn: 50, pool: 0 });
    for (const words of [readinessText.zh, readinessText.en])
      expect(words.lines.panel.say(line(play, 'panel') as never)).toMatch(/50.+(导入|Import)/);
  });
});

describe('a meeting with lists and seats', () => {
  it('is ready when all around it is, and says nothing but what is so', () => {
    const play = seated({ units: 40 });
    countsFromTheFloor(play);
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
    expect(line(play, 'phone')).toMatchObject({ state: 'done', tried: 13 });
  });

  it('takes equal weights for something to look at, not for a gap', () => {
    expect(line(seated(), 'weights')).toMatchObject({ state: 'optional', equal: true });
  });

  it('knows that seats filled by hand have no reserve', () => {
    expect(line(seated(), 'reserve')).toMatchObject({ state: 'optional', byHand: true });
  });

  it('names groups of weight that are smaller than the secrecy floor', () => {
    const play = seated({ groups: [6, 3] });
    expect(line(play, 'scheme')).toMatchObject({
      state: 'warn',
      small: ['乙'],
      rules: { floor: 5 },
    });
  });

  it('warns where the maxima do not add up to 100', () => {
    const play = seated().staff({
      type: 'AdoptSheet',
      sheet: flatSheet({
        id: 'live',
        name: '短表',
        criteria: [
          { id: 'c1', name: '一', max: 50, step: 1, weight: 50 },
          { id: 'c2', name: '二', max: 40, step: 1, weight: 40 },
        ],
      }),
    });
    expect(line(play, 'sheet')).toMatchObject({ state: 'warn', total: 90 });
  });

  const id = itemId('one');
  const SCORE = { sheet: 'short', disclosure: 'hidden', seconds: 60 } as const;
  const SCORED: readonly Item[] = [
    { id, kind: 'score', subjects: [subjectId('U1')], secrecy: 'named', ...SCORE },
    { id, kind: 'written', subjects: 'rest', sheet: 'short', disclosure: 'hidden' },
    {
      ...{ id, kind: 'draw', purpose: 'presenters', take: 2, sources: ['dice10'] },
      follow: { presentationSeconds: 480, score: SCORE },
    },
  ];

  it.each(SCORED)('looks at the sheet that is scored by after a $kind', (item) => {
    const criteria = [50, 40].map((max, n) => ({
      ...{ id: `c${String(n)}`, name: `第${String(n)}项`, max, step: 1, weight: max },
    }));
    const play = seated().staff({
      type: 'AdoptSheet',
      sheet: flatSheet({ id: 'short', name: '短表', criteria }),
    });
    expect(line(play, 'sheet')).toMatchObject({ state: 'done' });
    play.staff({ type: 'SetAgenda', items: [item] });
    expect(line(play, 'sheet')).toMatchObject({ state: 'warn', total: 90 });
  });

  it('takes a single criterion for a scale that people know', () => {
    const names = templateText.zh;
    const { sheet } = templateOf('satisfaction', names);
    const play = seated().staff({ type: 'AdoptSheet', sheet });
    play.staff({
      type: 'SetAgenda',
      items: [
        {
          ...{ id: itemId('w'), kind: 'written', subjects: 'rest' },
          ...{ sheet: sheet.id, disclosure: 'progress' },
        },
      ],
    });
    expect(line(play, 'sheet')).toMatchObject({ state: 'done', criteria: 1, total: 10 });
    expect(said(play, ALL_WELL)).toContain('得分折算成百分制。');
  });

  it('counts who has no ticket: a revoked one is none', () => {
    const play = seated();
    expect(line(play, 'tickets')?.state).toBe('done');
    const [first] = play.meeting.pool.keys();
    if (first) play.staff({ type: 'RevokeTicket', holder: reviewerHolder(first) });
    expect(line(play, 'tickets')).toMatchObject({ state: 'todo', lacking: 1 });
  });
});

describe('the agenda', () => {
  it('lacks what it lacks, and names a draw that takes more than can be drawn: all have seats', () => {
    const play = seated({ units: 40 }).staff({ type: 'SetAgenda', items: [panelDraw(50)] });
    expect(line(play, 'agenda')).toMatchObject({
      state: 'warn',
      flaws: [
        { kind: 'no-check-in' },
        { kind: 'no-scoring' },
        { kind: 'no-board' },
        { kind: 'draw-too-large', purpose: 'panel', take: 50, of: 0 },
      ],
    });
  });

  it('says which scorings cannot be shown live, and why', () => {
    const flaws = (play: Play) =>
      line(play, 'agenda')?.flaws.filter((one) => one.kind === 'not-live');
    const play = seated({ units: 40, groups: [12, 4] });
    const one = { kind: 'not-live', items: 1 } as const;
    expect(flaws(play)).toEqual([{ ...one, why: { why: 'floor-counts' } }]);
    countsFromTheFloor(play);
    const few = { why: 'few-seats', group: '乙', seats: 4, least: 5 } as const;
    expect(flaws(play)).toEqual([{ ...one, why: few }]);
    expect(said(play, ALL_WELL).join()).toContain('揭晓前不公布');
    // Before the panel is drawn the plan says how many there will be: in proportion 3 of 16 are 乙's.
    const ahead = created();
    countsFromTheFloor(ahead);
    const entries = [...play.meeting.pool.values()].map(({ id, group }) => ({
      ...{ id, name: id, attributes: {}, recusals: [] },
      group: group === 'G1' ? '甲' : '乙',
    }));
    ahead.staff({ type: 'ImportReviewers', source: 'r.csv', entries });
    ahead.staff({ type: 'SetAgenda', items: [panelDraw(12), ...ahead.meeting.agenda] });
    expect(flaws(ahead)).toEqual([{ ...one, why: { ...few, seats: 3 } }]);
  });

  it('does not count the turn of a unit that was withdrawn: it is skipped', () => {
    const play = seated({ units: 40 });
    countsFromTheFloor(play);
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
    expect(leftOut(play.meeting).has(itemId('p'))).toBe(true);
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

describe('a draw that could not be locked is found before the day', () => {
  const fixed = (take: Readonly<Record<string, number>>): Item => ({
    ...panelDraw(Object.values(take).reduce((sum, n) => sum + n, 0)),
    rule: { kind: 'fixed', take },
  });
  const flawsOf = (play: Play) =>
    line(play, 'agenda')?.flaws.filter(({ kind }) => /draw|cell/.test(kind));
  /** A pool of 60 and 55 people, five of the first group with a seat already. */
  const hall = () => {
    const play = created();
    const entries = Array.from({ length: 115 }, (_, n) => ({
      id: reviewerId(`R${String(n)}`),
      name: `代表${String(n)}`,
      group: n < 60 ? '甲' : '乙',
      attributes: {},
      recusals: [],
    }));
    play.staff({ type: 'ImportReviewers', source: 'x', entries });
    return play.staff({ type: 'FillSeats', reviewers: entries.slice(0, 5).map(({ id }) => id) });
  };

  it('as a whole and cell by cell, with those left out who have a seat', () => {
    const play = hall();
    play.staff({ type: 'SetAgenda', items: [fixed({ G1: 100, G2: 56 })] });
    expect(line(play, 'agenda')?.state).toBe('warn');
    expect(flawsOf(play)).toEqual([
      { kind: 'draw-too-large', purpose: 'panel', cell: '', take: 156, of: 110 },
      { kind: 'cell-too-small', purpose: 'panel', cell: '甲', take: 100, of: 55 },
      { kind: 'cell-too-small', purpose: 'panel', cell: '乙', take: 56, of: 55 },
    ]);
    // The same rule refuses the lock on stage.
    play.staff({ type: 'EnterItem', item: itemId('panel') });
    expect(play.decide({ type: 'LockDraw', item: itemId('panel') })).toMatchObject({
      refusal: { code: 'pool-too-small', have: 110, want: 156 },
    });
    const small = hall().staff({ type: 'SetAgenda', items: [fixed({ G1: 55, G2: 55 })] });
    expect(flawsOf(small)).toEqual([]);
    small.staff({ type: 'SetAgenda', items: [fixed({ G1: 56, G2: 1 })] });
    expect(flawsOf(small)).toMatchObject([{ kind: 'cell-too-small', take: 56, of: 55 }]);
    small.staff({ type: 'EnterItem', item: itemId('panel') });
    expect(small.decide({ type: 'LockDraw', item: itemId('panel') })).toMatchObject({
      refusal: { code: 'quota-wrong', cell: '甲', have: 55, want: 56 },
    });
  });

  it('also where a list that was imported again no longer has the group', () => {
    const play = created();
    const people = (groups: readonly string[]) =>
      groups.map((group, n) => ({
        ...{ id: reviewerId(`R${String(n)}`), name: `代表${String(n)}`, group },
        ...{ attributes: {}, recusals: [] },
      }));
    play.staff({ type: 'ImportReviewers', source: 'x', entries: people(['甲', '甲', '乙']) });
    play.staff({ type: 'SetAgenda', items: [fixed({ G1: 1, G2: 1 })] });
    expect(flawsOf(play)).toEqual([]);
    play.staff({ type: 'ImportReviewers', source: 'y', entries: people(['甲', '甲', '甲']) });
    expect(flawsOf(play)).toEqual([
      { kind: 'cell-gone', purpose: 'panel', cell: '', take: 1, of: 0 },
    ]);
    expect(said(play, ALL_WELL).join()).toContain('名册里已经没有的组别或类别');
  });

  it('counts who holds a seat for a draw among the panel, as if everyone came', () => {
    const ask = (take: number): Item => ({
      ...{ id: itemId('ask'), kind: 'draw', purpose: 'questioner', take },
      sources: ['dice10'],
    });
    const play = seated({}, 0).staff({ type: 'SetAgenda', items: [ask(12)] });
    expect(flawsOf(play)).toEqual([]);
    play.staff({ type: 'SetAgenda', items: [ask(13)] });
    expect(flawsOf(play)).toMatchObject([{ kind: 'draw-too-large', take: 13, of: 12 }]);
  });
});

describe('phones', () => {
  const NONE: Partial<Outside> = { rehearsals: [] };

  it('that came to a rehearsal with a printed ticket are what the line asks for', () => {
    const play = seated({}, 0);
    expect(line(play, 'phone', NONE)).toMatchObject({ state: 'todo', tried: 0 });
    const rehearsals = [{ code: 'try-abcde', at: 0, held: true, phones: 0 }];
    expect(line(play, 'phone', { rehearsals })?.state).toBe('todo');
    const tried = [{ code: 'try-abcde', at: 0, held: false, phones: 1 }];
    expect(line(play, 'phone', { rehearsals: tried })).toMatchObject({ state: 'done', tried: 1 });
  });

  it('simulated ones count in the rehearsal itself and nowhere else', () => {
    const play = seated({}, 0);
    play.world = { ...play.world, meeting: { ...play.meeting, rehearsal: true } };
    play.claim('R1');
    expect(play.meeting.phones.size).toBe(0);
    expect(line(play, 'phone')).toMatchObject({ state: 'done', tried: 1 });
    const reviewers = [reviewerId('R2')];
    play.staff({ type: 'IssueTickets', reviewers, address: 'http://192.168.1.5:8080' });
    play.claim('R2');
    expect([...play.meeting.phones]).toEqual(['reviewer/R2']);
    // Whoever is tried stays tried, though simulated phones get all tickets anew.
    play.staff({ type: 'IssueTickets', reviewers });
    expect(play.meeting.phones.size).toBe(1);
  });

  it('are none where the desk noted a person without one', () => {
    const play = seated({ groups: [6, 6] }, 0);
    const entries = [
      { id: reviewerId('R99'), name: '丁', group: '甲', attributes: {}, recusals: [] },
    ];
    const pool = created().staff({ type: 'ImportReviewers', source: 'x', entries });
    pool.staff({ type: 'MarkHere', reviewer: reviewerId('R99'), here: true });
    expect(pool.meeting.arrived.size).toBe(1);
    expect(line(pool, 'phone', NONE)?.tried).toBe(0);
    expect(line(play, 'phone', NONE)?.tried).toBe(0);
  });
});

describe('[R14] personal data', () => {
  const DAY = 86_400_000;
  const after = Date.UTC(2027, 10, 21, 16);

  it('is well kept until its day is over, then to be erased, then done', () => {
    const play = seated();
    expect(line(play, 'retention', { now: after - 1 })).toMatchObject({
      state: 'done',
      overdue: false,
    });
    expect(line(play, 'retention', { now: after })).toMatchObject({ state: 'warn', overdue: true });
    expect(line(play, 'retention', { now: after + 400 * DAY })?.state).toBe('warn');
    play.now = after;
    play.staff({ type: 'ErasePeople' });
    expect(line(play, 'retention', { now: after + 400 * DAY })).toMatchObject({
      state: 'done',
      erased: true,
      overdue: false,
    });
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
    const made = { code: 'try-abcde', at: 0, held: false, phones: 0 };
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

/** One unit, one reviewer, one seat, one criterion, one item, one draw, and one of each flaw. */
function ofOne(): Play {
  const play = seated({ units: 1, groups: [1] }, 0);
  play.staff({
    type: 'AdoptSheet',
    sheet: flatSheet({
      id: 'live',
      name: '一',
      criteria: [{ id: 'c1', name: '一', max: 1, step: 1, weight: 1 }],
    }),
  });
  return play;
}

describe('speaks full sentences', () => {
  const late: Outside = {
    ...NOTHING_OUTSIDE,
    address: { now: 'http://localhost:8080', standing: 'local' },
    backup: { folder: '/b', standing: 'late' },
    disk: { gigabytes: 0, low: true, gone: false },
    rehearsals: [{ code: 'try-abcde', at: 0, held: false, phones: 1 }],
  };
  const overdue: Outside = { ...late, now: Date.UTC(2030, 0, 1) };

  it('in both languages, whatever stands', () => {
    for (const play of [created(), seated(), seated({ groups: [6, 3] }), ofOne()])
      for (const outside of [NOTHING_OUTSIDE, ALL_WELL, late, overdue])
        for (const sentence of said(play, outside))
          expect(sentence).not.toMatch(/undefined|null|NaN|\[object/);
  });

  it('also of one', () => {
    const one = ofOne();
    const ask: Item = {
      ...{ id: itemId('ask'), kind: 'draw', purpose: 'questioner', take: 1 },
      sources: ['phones', 'kept'],
    };
    const plays = [
      one,
      ofOne().staff({ type: 'RevokeTicket', holder: reviewerHolder(reviewerId('R1')) }),
      ofOne().staff({ type: 'SetAgenda', items: [ask] }),
      ofOne().staff({ type: 'SetAgenda', items: [panelDraw(1)] }),
    ];
    const sentences = plays.flatMap((play) => [
      ...said(play, NOTHING_OUTSIDE),
      ...said(play, late),
    ]);
    for (const sentence of sentences) expect(sentence).not.toMatch(MANY_OF_ONE);
    const english = sentences.join('\n');
    for (const right of ['1 category', '1 group', '1 criterion, 1 point', '1 item', '1 seat'])
      expect(english).toContain(right);
    expect(english).toContain('1 draw needs');
    for (const flaw of ['no-subject', 'no-sheet'] as const) {
      const agenda = {
        id: 'agenda',
        state: 'warn',
        items: 1,
        flaws: [{ kind: flaw, items: 1 }],
      } as const;
      expect(readinessText.en.lines.agenda.say(agenda)).toMatch(/^1 item (names|uses) /);
      expect(readinessText.en.lines.agenda.say(agenda)).not.toMatch(/them/);
    }
    const tickets = { issued: 2, lacking: 1, rehearsal: false } as const;
    expect(
      readinessText.en.lines.tickets.say({ id: 'tickets', state: 'todo', ...tickets }),
    ).toContain('1 person has none');
    const reserve = { id: 'reserve', state: 'done', reserve: 1, byHand: false } as const;
    expect(readinessText.en.lines.reserve.fact(reserve)).toBe('1 person');
  });
});

/** What an English sentence says of one thing as if they were several. */
const MANY_OF_ONE = /\b1 (people|categories|groups|criteria|points|items|seats|draws|persons?s)\b/;
