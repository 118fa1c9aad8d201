// Quotas over several attributes in a meeting (DRAW.md §8): codes in the log and their meaning beside it, what the quotas of a
// panel are refused for, the lottery that its lock names, and who takes over.
import { describe, expect, it } from 'vitest';
import { verify } from '../../../scripts/verify-draw.mjs';
import { workList, workLottery } from '../../../server/lottery/lottery-work.ts';
import { numberLots } from '../../../server/lottery/numbering.ts';
import { isSigned } from '../../../shared/draw/beacon-signature.ts';
import { checkProof } from '../../../shared/draw/check-proof.ts';
import type { QuotaRange } from '../../../shared/draw/lock.ts';
import { readProof } from '../../../shared/draw/proof.ts';
import { readJson } from '../../../shared/draw/strict-json.ts';
import { verifyDraw } from '../../../shared/draw/verify.ts';
import { rareCombinations } from '../../../shared/meeting/attributes.ts';
import type { StaffCommand } from '../../../shared/meeting/commands.ts';
import { decideServer } from '../../../shared/meeting/decide.ts';
import { lotsWork } from '../../../shared/meeting/draws/lots.ts';
import { proportionalTo, quotaFlaws, type Counts } from '../../../shared/meeting/draws/quotas.ts';
import { expectedRows, isExpected } from '../../../shared/meeting/expected-rows.ts';
import { rehearsalPlan } from '../../../shared/meeting/rehearsal.ts';
import { lineFor } from '../../../shared/meeting/reserve.ts';
import type { SpreadRule } from '../../../shared/meeting/agenda/item.ts';
import { finished } from '../../../shared/steps.ts';
import { screenView } from '../../../shared/views/audiences/screen.ts';
import { staffView } from '../../../shared/views/audiences/staff.ts';
import { drawFile, meetingFile } from '../../../shared/views/draws/draw-proof.ts';
import { publishedDraw } from '../../../shared/views/draws/draw-record.ts';
import { created, itemId, reviewerId, type Play } from '../../builders.ts';
import { textOf } from '../../proof-files.ts';
import {
  DICE10,
  determined,
  enterDraw,
  lastDraw,
  lock,
  showAll,
  shownDraw,
} from './draw-builders.ts';

/** Group, gender, age: 24 people, no two attributes alike. */
const PEOPLE = Array.from({ length: 24 }, (_, n) => ({
  group: ['甲组', '乙组', '丙组'][n % 3] ?? '',
  attributes: { 性别: n % 8 < 3 ? '女' : '男', 年龄: ['青', '中', '老'][Math.floor(n / 8)] ?? '' },
}));

function roster(
  people: readonly { group: string; attributes: Readonly<Record<string, string>> }[] = PEOPLE,
  quotas: readonly string[] = ['性别', '年龄'],
): StaffCommand {
  return {
    ...{ type: 'ImportReviewers', source: 'r.csv', quotas },
    entries: people.map((one, n) => ({
      ...{ id: reviewerId(`R${String(n + 1).padStart(3, '0')}`), name: `代表${String(n + 1)}` },
      ...{ ...one, recusals: [] },
    })),
  };
}

/** a1 is 性别 (1 女, 2 男), a2 is 年龄 (1 中, 2 老, 3 青): values are counted in sorted order. */
const QUOTAS: readonly QuotaRange[] = [
  { a: 'group', v: 'G1', min: 1, max: 2 },
  { a: 'group', v: 'G2', min: 1, max: 2 },
  { a: 'group', v: 'G3', min: 1, max: 2 },
  { a: 'a1', v: '1', min: 2, max: 3 },
  { a: 'a1', v: '2', min: 2, max: 3 },
  { a: 'a2', v: '3', min: 2, max: 2 },
];

const SETTINGS = {
  purpose: 'panel',
  take: 5,
  sources: ['dice10'],
  rule: { kind: 'lottery', quotas: QUOTAS },
} as const;

function staff(play: Play) {
  return staffView(play, {
    ...{ connected: new Set<never>(), recent: [], head: { seq: 0, hash: '', root: '' } },
    staffName: (id) => id,
  });
}

function asked(rule: SpreadRule = SETTINGS.rule, take = 5, command = roster()): Play {
  return enterDraw(created().staff(command), { ...SETTINGS, rule, take });
}

const make = { type: 'MakeLots', item: itemId('draw') } as const;
const lockIt = { type: 'LockDraw', item: itemId('draw') } as const;
const refused = (refusal: object) => ({ ok: false, refusal });

/** What the server does beside the meeting. */
async function work(play: Play): Promise<Play> {
  for (let job = lotsWork(play.meeting); job; job = lotsWork(play.meeting)) {
    const command =
      job.kind === 'number'
        ? ({ type: 'NumberLots', draw: job.draw, ...numberLots(job) } as const)
        : ({ type: 'KeepLots', item: job.item, lots: await made(job) } as const);
    const context = { now: play.now, random: new Uint8Array(32) };
    const decision = decideServer({ ...play.world, box: play.box }, command, context);
    if (!decision.ok) throw new Error(decision.refusal.code);
    play.commit(decision, { kind: 'server' }, command.type);
  }
  return play;
}

async function made({
  pool,
  rule,
  objective,
}: Extract<NonNullable<ReturnType<typeof lotsWork>>, { kind: 'make' }>) {
  const { by, quotas, k } = rule;
  const demand = { pool, by, quotas, k, objective: objective ?? 'leximin' } as const;
  const tell = () => undefined;
  const random = new Uint8Array(32).fill(7);
  const found =
    rule.kind === 'lots'
      ? await workList({ ...demand, m: rule.m, random }, tell)
      : await workLottery(demand, tell);
  if (!found.ok) return { failed: found.why === 'infeasible' ? 'impossible' : 'broken' } as const;
  const best = found.upper.toFixed(6);
  return 'list' in found ? { list: found.list, best } : { panels: found.panels, best };
}

describe('a lottery without those whom an earlier meeting drew', () => {
  const among = (...ids: readonly string[]) =>
    enterDraw(created().staff(roster()), {
      ...SETTINGS,
      without: [{ from: '2025年度评议会', ids }],
    });

  it('draws among the others, and its lock and its quotas count without them', async () => {
    const play = await work(among('R001', 'R009').staff(make));
    const { of, leftOut, cells } = shownDraw(play);
    expect([of, leftOut]).toEqual([
      22,
      [{ why: 'drawn-earlier', count: 2, names: ['代表1', '代表9'], from: ['2025年度评议会'] }],
    ]);
    expect(cells.find(({ id }) => id === 'a1:1')).toMatchObject({ of: 7, band: null });
    showAll(lock(play).read(DICE10));
    const { lock: frozen, order } = determined(play);
    const earlier = frozen.excluded.filter(({ why }) => why === 'drawn-earlier');
    expect(earlier.map(({ id }) => id)).toEqual(['R001', 'R009']);
    expect(order).toHaveLength(5);
    for (const id of ['R001', 'R009']) expect(order).not.toContain(id);
  });

  it('is of no use once another is left out, and refused where too few of a value are left', async () => {
    const women = ['R001', 'R002', 'R003', 'R009', 'R010', 'R011', 'R017', 'R018'];
    expect(among(...women).decide(make)).toEqual(
      refused({ code: 'quota-wrong', people: true, cell: '性别 · 女', have: 1, want: 2 }),
    );
    const play = await work(among('R001').staff(make));
    const item = play.meeting.agenda.at(-1);
    if (item?.kind !== 'draw') throw new Error('no draw');
    play.staff({
      type: 'ChangeItem',
      item: { ...item, without: [{ from: '2024', ids: ['R002'] }] },
    });
    expect(play.decide(lockIt)).toEqual(refused({ code: 'lots-not-made' }));
  });
});

describe('attributes of a list', () => {
  it('are codes in the log, and what they mean lies in the directory', () => {
    const play = created().staff(roster());
    expect(play.meeting.pool.get(reviewerId('R001'))?.codes).toEqual({ a1: '1', a2: '3' });
    expect(play.directory.get('attribute/a1')).toMatchObject({
      ...{ name: '性别', attributes: { 1: '女', 2: '男' } },
    });
    const said = JSON.stringify(play.log.map(({ recorded }) => recorded));
    for (const word of ['性别', '女', '青']) expect(said).not.toContain(word);
    expect(staff(play).setup.attributes[0]).toEqual({
      ...{ id: 'a1', name: '性别' },
      values: [
        { v: '1', name: '女', count: 9 },
        { v: '2', name: '男', count: 15 },
      ],
    });
    const expected = expectedRows(play.log.map(({ recorded }) => recorded));
    for (const entry of play.directory.values()) expect(isExpected(expected, entry)).toBe(true);
  });

  it('keep their codes in a list of another order, with a new value, and after one without them', () => {
    const play = created().staff(roster());
    const mixed = [...PEOPLE].reverse().map(({ group, attributes }, n) => ({
      group,
      attributes: { ...attributes, 性别: n === 0 ? 'X' : attributes.性别 },
    }));
    play.staff(roster(mixed, []));
    expect(play.meeting.attributes).toEqual([]);
    expect(play.meeting.pool.get(reviewerId('R002'))?.codes).toBeUndefined();
    play.staff(roster(mixed, ['年龄', '性别']));
    expect(play.meeting.attributes.map(({ id }) => id)).toEqual(['a2', 'a1']);
    expect(play.directory.get('attribute/a1')?.attributes).toEqual({ 1: '女', 2: '男', 3: 'X' });
    expect(play.meeting.pool.get(reviewerId('R001'))?.codes).toEqual({ a2: '2', a1: '3' });
  });

  it('once more change nothing, and another choice of columns does', () => {
    const play = created().staff(roster());
    expect(play.decide(roster())).toMatchObject({ ok: true, events: [] });
    expect(play.decide(roster(PEOPLE, ['性别']))).toMatchObject({
      events: [{ type: 'ReviewersImported' }],
    });
  });

  it('are refused with a gap, of one value, of too many, or twice', () => {
    const play = created();
    const gap = [{ group: '甲组', attributes: {} }, ...PEOPLE];
    const one = PEOPLE.map(({ group }) => ({ group, attributes: { 性别: '女' } }));
    const many = Array.from({ length: 60 }, (_, n) => ({
      group: '甲组',
      attributes: { 性别: String(n) },
    }));
    for (const people of [gap, one, many])
      expect(play.decide(roster(people, ['性别']))).toEqual(refused({ code: 'malformed' }));
    expect(play.decide(roster(PEOPLE, ['性别', '性别']))).toEqual(refused({ code: 'malformed' }));
  });

  it('may be called what every object has', () => {
    const odd = PEOPLE.map(({ group }, n) => ({
      group,
      attributes: Object.fromEntries([['constructor', n % 2 === 0 ? '__proto__' : 'toString']]),
    }));
    const play = created().staff(roster(odd, ['constructor']));
    expect(staff(play).setup.attributes).toEqual([
      {
        ...{ id: 'a1', name: 'constructor' },
        values: [
          { v: '1', name: '__proto__', count: 12 },
          { v: '2', name: 'toString', count: 12 },
        ],
      },
    ]);
    expect(play.decide(roster(PEOPLE, ['toString']))).toEqual(refused({ code: 'malformed' }));
  });

  it('that fewer than three share in all are counted, by name', () => {
    const play = created().staff(roster());
    const { rare } = staff(play).setup;
    const combinations = rareCombinations([...play.meeting.pool.values()]);
    expect(rare.combinations).toBe(combinations.length);
    expect(rare.people).toBe(combinations.reduce((sum, { people }) => sum + people, 0));
    expect(rare.people).toBeGreaterThan(0);
    expect(rare.first[0]?.names).toHaveLength(3);
    expect(rare.first[0]?.names[0]).toMatch(/组$/);
    expect(staff(created().staff(roster(PEOPLE, []))).setup.rare.combinations).toBe(0);
  });

  it('are gone with the people, and views go on with the codes', async () => {
    const play = await work(asked().staff(make));
    showAll(lock(play).read(DICE10));
    play.now = Date.UTC(2028, 0, 1);
    play.staff({ type: 'ErasePeople' });
    expect([...play.directory.keys()].filter((key) => key.startsWith('attribute'))).toEqual([]);
    const { body } = screenView(play).stage;
    expect(body).toMatchObject({
      draw: { cells: [{ name: '甲组' }, {}, {}, { name: 'a1 · 1' }, { name: 'a1 · 2' }, {}] },
    });
    expect(staff(play).setup.attributes[0]).toMatchObject({ name: 'a1' });
  });

  it('mean the same in a rehearsal, whose codes are counted anew', () => {
    const play = asked();
    play.staff(roster(PEOPLE, ['年龄']));
    const plan = rehearsalPlan(play.world);
    const copy = created();
    // What asks about an attribute that the list has no more is not copied.
    expect(plan.commands.find(({ type }) => type === 'SetAgenda')).toMatchObject({
      items: play.meeting.agenda.slice(0, -1),
    });
    play.staff(roster());
    play.staff({
      ...{ type: 'ChangeItem' },
      item: {
        ...{ ...SETTINGS, id: itemId('draw'), kind: 'draw' },
        rule: { kind: 'lottery', quotas: [{ a: 'a2', v: '3', min: 1, max: 2 }] },
      },
    });
    const again = rehearsalPlan(play.world);
    for (const command of again.commands) copy.staff(command);
    const item = copy.meeting.agenda.at(-1);
    expect(item).toMatchObject({ rule: { quotas: [{ min: 1, max: 2 }] } });
    expect(copy.meeting.attributes).toHaveLength(2);
    expect(copy.directory.get('attribute/a2')?.attributes['3']).toBe('青');
  });
});

describe('quotas of a panel', () => {
  const counts: Counts = new Map([
    [
      'a1',
      new Map([
        ['1', 40],
        ['2', 60],
      ]),
    ],
    [
      'a2',
      new Map([
        ['1', 99],
        ['2', 1],
      ]),
    ],
  ]);
  const quota = (a: string, v: string, min: number, max: number) => ({ a, v, min, max });

  it('are counted one by one and attribute by attribute', () => {
    expect(quotaFlaws([quota('a1', '1', 4, 5)], counts, 10)).toEqual([]);
    expect(quotaFlaws([quota('a2', '2', 2, 5)], counts, 10)).toMatchObject([
      { kind: 'few', have: 1 },
    ]);
    expect(quotaFlaws([quota('a1', '9', 1, 5)], counts, 10)).toMatchObject([
      { kind: 'few', have: 0 },
    ]);
    expect(quotaFlaws([quota('a1', '1', 6, 9), quota('a1', '2', 5, 9)], counts, 10)).toMatchObject([
      { kind: 'min', a: 'a1', sum: 11, take: 10 },
    ]);
    expect(quotaFlaws([quota('a1', '1', 0, 4), quota('a1', '2', 0, 5)], counts, 10)).toMatchObject([
      { kind: 'max', a: 'a1', sum: 9, take: 10 },
    ]);
    // Whoever has a value without a quota may come in any number.
    expect(quotaFlaws([quota('a1', '1', 0, 4)], counts, 10)).toEqual([]);
    expect(quotaFlaws([quota('constructor', 'toString', 1, 1)], counts, 10)).toMatchObject([
      { kind: 'few', have: 0 },
    ]);
  });

  it('in proportion can be met attribute by attribute', () => {
    for (let take = 1; take <= 100; take += 7) {
      const quotas = proportionalTo(counts, take);
      expect(quotas).toHaveLength(4);
      expect(quotaFlaws(quotas, counts, take)).toEqual([]);
    }
    expect(proportionalTo(counts, 10)[0]).toEqual({ a: 'a1', v: '1', min: 4, max: 4 });
  });

  it('are refused on the agenda where they ask about nothing, twice, or for more at least than at most', () => {
    const play = created().staff(roster());
    const with_ = (quotas: readonly QuotaRange[], purpose: 'panel' | 'team' = 'panel') =>
      play.decide({
        ...{ type: 'AddItems', after: null },
        items: [
          {
            ...SETTINGS,
            purpose,
            id: itemId('x'),
            kind: 'draw',
            rule: { kind: 'lottery', quotas },
          },
        ],
      });
    for (const quotas of [
      [quota('a9', '1', 1, 2)],
      [quota('constructor', '1', 1, 2)],
      [quota('group', 'G9', 1, 2)],
      [quota('a1', '__proto__', 1, 2)],
      [quota('a1', '1', 3, 2)],
      [quota('a1', '1', 1, 2), quota('a1', '1', 0, 1)],
    ])
      expect(with_(quotas)).toEqual(refused({ code: 'agenda-invalid' }));
    expect(with_([quota('a1', '1', 1, 2)], 'team')).toEqual(refused({ code: 'agenda-invalid' }));
    // A value that nobody has may have one: at most so many of it come.
    expect(with_([quota('a1', '7', 0, 2)])).toMatchObject({ ok: true });
  });

  it('that no panel can be within are named as it is asked for, and on the list of what is missing', () => {
    const rule = (quotas: readonly QuotaRange[]) => ({ kind: 'lottery', quotas }) as const;
    const few = asked(rule([quota('a1', '7', 1, 2)]));
    expect(few.decide(make)).toEqual(
      refused({ code: 'quota-wrong', people: true, cell: '性别 · 7', have: 0, want: 1 }),
    );
    expect(few.decide(lockIt)).toEqual(
      refused({ code: 'quota-wrong', people: true, cell: '性别 · 7', have: 0, want: 1 }),
    );
    const least = asked(rule([quota('a1', '1', 4, 5), quota('a1', '2', 4, 5)]));
    const contradict = {
      code: 'quotas-contradict',
      attribute: '性别',
      minima: true,
      sum: 8,
      take: 5,
    };
    expect(least.decide(make)).toEqual(refused(contradict));
    expect(staff(least).readiness.lines.find(({ id }) => id === 'agenda')).toMatchObject({
      flaws: expect.arrayContaining([
        expect.objectContaining({ kind: 'minima-too-large', cell: '性别', take: 5, of: 8 }),
      ]) as unknown,
    });
    const most = asked(
      rule([quota('group', 'G1', 0, 1), quota('group', 'G2', 0, 1), quota('group', 'G3', 0, 1)]),
    );
    expect(most.decide(make)).toEqual(
      refused({ code: 'quotas-contradict', attribute: 'group', minima: false, sum: 3, take: 5 }),
    );
    const alone = asked(rule([quota('a1', '1', 0, 1)]), 5, roster(PEOPLE.slice(0, 4), ['性别']));
    expect(alone.decide(make)).toEqual(
      refused({ code: 'pool-too-small', people: true, have: 4, want: 5 }),
    );
  });

  it('that together no panel is within fail, and say so on the stage', async () => {
    // Each can be met; all young are needed, and none may be a woman or a man of the young.
    const play = await work(
      asked({
        kind: 'lottery',
        quotas: [quota('a2', '3', 5, 5), quota('a1', '1', 4, 5)],
      }).staff(make),
    );
    expect(play.meeting.lots.get(itemId('draw'))).toMatchObject({
      phase: 'failed',
      why: 'impossible',
    });
    expect(staff(play).control.next).toMatchObject({ act: 'make-lots', why: 'impossible' });
    expect(screenView(play).stage.body).toMatchObject({
      draw: { lottery: { state: 'failed', why: 'impossible', made: null } },
    });
  });
});

describe('a lottery under quotas', () => {
  it('is found for the pool as it stands, named in the lock, and verifies by both verifiers', async () => {
    const play = asked();
    expect(staff(play).control.next).toMatchObject({ act: 'make-lots', why: null });
    expect(play.decide(lockIt)).toEqual(refused({ code: 'lots-not-made' }));
    play.staff(make);
    expect(staff(play).control.next).toMatchObject({ act: 'wait-lots', numbers: false });
    await work(play);
    const { body } = screenView(play).stage;
    expect(body).toMatchObject({
      draw: {
        ...{ phase: 'ready', byQuotas: true, lottery: { state: 'made', made: { leftOut: 0 } } },
        cells: [
          { id: 'G1', name: '甲组', of: 8 },
          {},
          {},
          { id: 'a1:1', name: '性别 · 女', of: 9 },
          {},
          {},
        ],
      },
    });
    showAll(lock(play).read(DICE10));
    const { rule, pool } = lastDraw(play).lock;
    expect(rule).toMatchObject({
      kind: 'lottery',
      by: ['group', 'a1', 'a2'],
      k: 5,
      quotas: QUOTAS,
    });
    expect(pool[0]).toEqual({ id: 'R001', a: { group: 'G1', a1: '1', a2: '3' } });
    const published = publishedDraw(play.meeting, lastDraw(play));
    if (published.status !== 'result') throw new Error(published.status);
    const { order, reserve, entropy, proofs, lockHash: shownLockHash } = published;
    const byCell = Object.fromEntries(reserve.map(({ cell, ids }) => [cell, ids]));
    const claim = {
      ...{ lock: published.lock, shownLockHash, entropy, proofs },
      claimed: { order, reserve: byCell },
    };
    expect(verifyDraw(claim)).toEqual([]);
    expect(verifyDraw({ ...claim, entropy: [DICE10.replace('8', '9')] })).not.toEqual([]);
    for (const file of [drawFile(play.meeting, lastDraw(play)), meetingFile(play.meeting)]) {
      const json = readJson(textOf(file));
      const proof = readProof(json.ok ? json.value : null);
      if (!proof.ok) throw new Error(JSON.stringify(proof.flaw));
      const { draws, chain, sum } = finished(checkProof(proof.file, isSigned));
      const differ = draws.flatMap(({ steps }) => steps.filter(({ state }) => state !== 'same'));
      expect([...differ, ...(chain ?? []), ...(sum ? [sum] : [])]).toEqual([]);
      expect(verify(textOf(file))).toEqual([]);
    }
    const drawn = determined(play);
    for (const { a, v, min, max } of QUOTAS) {
      const of = drawn.order.filter((id) => pool.find((one) => one.id === id)?.a[a] === v).length;
      expect(of).toBeGreaterThanOrEqual(min);
      expect(of).toBeLessThanOrEqual(max);
    }
    expect(play.meeting.seats.size).toBe(5);
    const { body: done } = screenView(play).stage;
    if (done.kind !== 'draw') throw new Error(done.kind);
    done.draw.cells.forEach(({ shown, least }) => {
      expect(shown).toBeGreaterThanOrEqual(least);
    });
  });

  it('is none for other quotas, another objective or another list', async () => {
    const play = await work(asked().staff(make));
    const isMade = () => staff(play).control.next.act === 'lock-draw';
    expect(isMade()).toBe(true);
    const change = (rule: SpreadRule) =>
      play.staff({
        ...{ type: 'ChangeItem' },
        item: { ...SETTINGS, id: itemId('draw'), kind: 'draw', rule },
      });
    change({ kind: 'lottery', quotas: QUOTAS, objective: 'goldilocks' });
    expect(isMade()).toBe(false);
    change({ kind: 'lottery', quotas: QUOTAS.slice(1) });
    expect(isMade()).toBe(false);
    change({ kind: 'lottery', quotas: QUOTAS });
    expect(isMade()).toBe(true);
    const [first, ...rest] = PEOPLE;
    if (!first) throw new Error('nobody');
    play.staff(roster([{ ...first, attributes: { ...first.attributes, 性别: '男' } }, ...rest]));
    expect(isMade()).toBe(false);
  });

  it('refuses one that was found for others, and takes one that two asked for once', async () => {
    const play = asked().staff(make);
    expect(play.decide(make)).toMatchObject({ ok: true, events: [] });
    const job = lotsWork(play.meeting);
    if (job?.kind !== 'make') throw new Error('nothing to make');
    const lots = await made(job);
    play.staff(roster(PEOPLE.slice(0, 16)));
    const context = { now: play.now, random: new Uint8Array(32) };
    const keep = (item = job.item) =>
      decideServer({ ...play.world, box: play.box }, { type: 'KeepLots', item, lots }, context);
    expect(keep()).toEqual(refused({ code: 'lots-not-made' }));
    await work(play);
    expect(keep()).toEqual(refused({ code: 'draw-not-ready' }));
  });

  it('leaves out whom no panel within the quotas can hold, and says how many', async () => {
    const quotas = [{ a: 'a2', v: '3', min: 0, max: 0 }];
    const play = lock(await work(asked({ kind: 'lottery', quotas }).staff(make)));
    const { excluded, pool } = lastDraw(play).lock;
    expect([pool.length, excluded.length]).toEqual([16, 8]);
    expect(new Set(excluded.map(({ why }) => why))).toEqual(new Set(['quota']));
    expect(screenView(play).stage.body).toMatchObject({
      draw: { of: 16, lottery: { made: { leftOut: 8 } }, chance: '5/16' },
    });
  });

  it('of a pool of one draws that one', async () => {
    const both = PEOPLE.slice(2, 4);
    const quotas = [
      { a: 'a1', v: '1', min: 1, max: 1 },
      { a: 'a1', v: '2', min: 0, max: 0 },
    ];
    const play = await work(
      asked({ kind: 'lottery', quotas }, 1, roster(both, ['性别'])).staff(make),
    );
    showAll(lock(play).read(DICE10));
    expect(lastDraw(play).lock.pool).toHaveLength(1);
    expect(determined(play).order).toEqual(['R001']);
  });

  it('is replaced from by an exchange that keeps every quota', async () => {
    const play = await work(asked().staff(make));
    showAll(lock(play).read(DICE10));
    const drawn = determined(play);
    if (drawn.purpose !== 'panel') throw new Error(drawn.purpose);
    const [out = reviewerId('')] = drawn.order;
    const line = lineFor(drawn, drawn.order, out, (id) => !drawn.order.includes(reviewerId(id)));
    expect(line.length).toBeGreaterThan(0);
    const members = new Map(drawn.lock.pool.map((one) => [one.id, one.a]));
    for (const next of line) {
      const panel = drawn.order.map((id) => (id === out ? next : id));
      for (const { a, v, min, max } of QUOTAS) {
        const of = panel.filter((id) => members.get(id)?.[a] === v).length;
        expect(of >= min && of <= max).toBe(true);
      }
    }
  });

  it('is drawn from a sealed pool without a difference', async () => {
    const play = created().staff(roster()).staff({ type: 'SealPool', of: 'people' });
    await work(enterDraw(play, SETTINGS).staff(make));
    const { sealed, added } = lastDraw(lock(play)).lock;
    expect(sealed).toBe(play.meeting.seals[0]?.sealed);
    expect(added).toEqual([]);
  });
});

describe('lots under quotas', () => {
  it('each hold every quota, and the hall sees what is left of each', async () => {
    const rule = { kind: 'lots', panels: 100, quotas: QUOTAS } as const;
    const play = lock(await work(asked(rule).staff(make)));
    expect(lastDraw(play).lock.rule).toMatchObject({
      by: ['group', 'a1', 'a2'],
      m: 100,
      quotas: QUOTAS,
    });
    await work(play.read(DICE10));
    const { body } = screenView(play).stage;
    expect(body).toMatchObject({
      draw: {
        ...{ byQuotas: true, lottery: null },
        lots: {
          of: 100,
          groups: [{ name: '甲组', of: 8, still: 8 }, {}, {}, { name: '性别 · 女' }, {}, {}],
        },
      },
    });
  });
});
