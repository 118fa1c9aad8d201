// Draws by lots in a meeting (DRAW.md §9): a list before the lock, numbers once the hall has given what mixes them, digits one
// by one, and no void after the first.
import { describe, expect, it } from 'vitest';
import { verify } from '../../../scripts/verify-draw.mjs';
import { workList } from '../../../server/lottery/lottery-work.ts';
import { numberLots } from '../../../server/lottery/numbering.ts';
import { isSigned } from '../../../shared/draw/beacon-signature.ts';
import { checkProof } from '../../../shared/draw/check-proof.ts';
import { isLots } from '../../../shared/draw/lock.ts';
import { listFlaw, type Panel } from '../../../shared/draw/lots.ts';
import { readProof } from '../../../shared/draw/proof.ts';
import { readJson } from '../../../shared/draw/strict-json.ts';
import { verifyDraw } from '../../../shared/draw/verify.ts';
import type { ServerCommand } from '../../../shared/meeting/commands.ts';
import { decideServer } from '../../../shared/meeting/decide.ts';
import { digitsThrown, lotsWork } from '../../../shared/meeting/draws/lots.ts';
import type { Reading } from '../../../shared/meeting/draws/reading.ts';
import { finished } from '../../../shared/steps.ts';
import { publicView } from '../../../shared/views/audiences/public.ts';
import { staffView } from '../../../shared/views/audiences/staff.ts';
import { drawFile, meetingFile } from '../../../shared/views/draws/draw-proof.ts';
import { publishedDraw, publishedNumbers } from '../../../shared/views/draws/draw-record.ts';
import { PUBLISHED, SIGNATURE } from '../../beacon-rounds.ts';
import { itemId, reviewerId, type Play } from '../../builders.ts';
import { textOf } from '../../proof-files.ts';
import { determined, enterDraw, lastDraw, lock, pooled, showAll, DICE10 } from './draw-builders.ts';

const GROUPS = [6, 6, 7, 11] as const;
const SETTINGS = {
  purpose: 'panel',
  take: 5,
  rule: { kind: 'lots', panels: 100 },
  sources: ['dice10', 'salt'],
} as const;

function server(play: Play, command: ServerCommand): Play {
  const context = { now: play.now, random: new Uint8Array(32) };
  const decision = decideServer({ ...play.world, box: play.box }, command, context);
  if (!decision.ok) throw new Error(`${command.type}: ${decision.refusal.code}`);
  return play.commit(decision, { kind: 'server' }, command.type);
}

/** What the server does beside the meeting, until nothing waits for it. */
async function work(play: Play): Promise<Play> {
  for (let job = lotsWork(play.meeting); job; job = lotsWork(play.meeting)) {
    if (job.kind === 'make') {
      if (job.rule.kind !== 'lots') throw new Error(job.rule.kind);
      const { by, quotas, k, m } = job.rule;
      const random = new Uint8Array(32).fill(7);
      const made = await workList({ pool: job.pool, by, quotas, k, m, random }, () => undefined);
      if (!made.ok) throw new Error(made.why);
      const lots = { list: made.list, best: '0.166666' };
      server(play, { type: 'KeepLots', item: job.item, lots });
    } else server(play, { type: 'NumberLots', draw: job.draw, ...numberLots(job) });
  }
  return play;
}

async function made(settings: object = {}): Promise<Play> {
  const play = enterDraw(pooled(GROUPS), { ...SETTINGS, ...settings });
  return work(play.staff({ type: 'MakeLots', item: itemId('draw') }));
}

async function numbered(settings: object = {}): Promise<Play> {
  return work(lock(await made(settings)).read(DICE10));
}

function type(play: Play, reading: Reading, at: number, digit: string, took = 0) {
  const draw = lastDraw(play);
  if (draw.phase !== 'locked') throw new Error(draw.phase);
  const { edits } = draw.readings[reading];
  return play.decide({
    ...{ type: 'TypeDice', draw: draw.id, reading, edits, at, took },
    digits: digit,
  });
}

function throwDigit(play: Play, at: number, digit: string): Play {
  for (const reading of ['first', 'second'] as const) {
    const decision = type(play, reading, at, digit);
    if (!decision.ok) throw new Error(decision.refusal.code);
    play.commit(decision, { kind: 'server' });
  }
  return play;
}

function staff(play: Play) {
  return staffView(play, {
    connected: new Set<never>(),
    recent: [],
    head: { seq: 0, hash: '', root: '' },
    staffName: (id) => id,
  });
}

const refused = (code: string) => ({ ok: false, refusal: { code } });

function numberedIn(play: Play) {
  const { lots } = lastDraw(play);
  if (!lots?.numbered) throw new Error('not numbered');
  return { ...lots, numbered: lots.numbered };
}

function panelOf(play: Play, number: number): Panel {
  const { places, panels } = numberedIn(play).numbered;
  return panels[places[number] ?? -1] ?? [];
}

describe('before the lock', () => {
  it('a list is made for the pool as it stands, and the lock names it', async () => {
    const play = enterDraw(pooled(GROUPS), SETTINGS);
    expect(staff(play).control.next).toMatchObject({ act: 'make-lots', why: null });
    expect(play.decide({ type: 'LockDraw', item: itemId('draw') })).toEqual(
      refused('lots-not-made'),
    );
    play.staff({ type: 'MakeLots', item: itemId('draw') });
    expect(staff(play).control.next).toMatchObject({
      ...{ act: 'wait-lots', command: null, numbers: false },
    });
    // Asked for twice, it is made once.
    expect(play.decide({ type: 'MakeLots', item: itemId('draw') })).toMatchObject({ events: [] });
    await work(play);
    lock(play);
    const draw = lastDraw(play);
    if (!isLots(draw.lock) || !draw.lots) throw new Error(draw.lock.rule.kind);
    expect(listFlaw(draw.lock, draw.lots.list.panels)).toBeNull();
    expect(draw.lock.entropy.map((one) => one.type)).toEqual(['dice10', 'salt', 'digits']);
    // Dice take part in the numbering, and the digits in everything.
    expect(draw.assurance).toBe('public');
  });

  it('a list that was made for others is none', async () => {
    const play = await made();
    const entries = [...play.meeting.pool.values()].slice(1).map(({ id, group }) => ({
      ...{ id, name: id, attributes: {}, recusals: [] },
      group: play.meeting.groups.find((one) => one.id === group)?.name ?? '',
    }));
    play.staff({ type: 'ImportReviewers', source: 'again.csv', entries });
    expect(play.decide({ type: 'LockDraw', item: itemId('draw') })).toEqual(
      refused('lots-not-made'),
    );
    await work(play.staff({ type: 'MakeLots', item: itemId('draw') }));
    lock(play);
    expect(lastDraw(play).lock.pool).toHaveLength(29);
  });

  it('one for people who have changed meanwhile is not taken; where none can be made the key asks again', () => {
    const play = enterDraw(pooled(GROUPS), SETTINGS);
    play.staff({ type: 'MakeLots', item: itemId('draw') });
    const list = Array.from({ length: 100 }, () => ['R001', 'R002', 'R003', 'R004', 'R099']);
    expect(() =>
      server(play, { type: 'KeepLots', item: itemId('draw'), lots: { list, best: '0.1' } }),
    ).toThrow('lots-not-made');
    expect(play.meeting.lots.get(itemId('draw'))).toEqual({ phase: 'wanted' });
    server(play, { type: 'KeepLots', item: itemId('draw'), lots: { failed: 'broken' } });
    expect(staff(play).control.next).toMatchObject({
      ...{ act: 'make-lots', why: 'broken' },
    });
  });

  it('so few lots that somebody would be in none are refused', () => {
    const play = enterDraw(pooled(GROUPS), {
      ...SETTINGS,
      take: 2,
      rule: { kind: 'lots', panels: 10 },
    });
    expect(play.decide({ type: 'MakeLots', item: itemId('draw') })).toEqual({
      ok: false,
      refusal: { code: 'lots-too-few', people: 30, seats: 2 },
    });
  });

  it('a salt alone numbers no lots, nor is anything but a panel drawn by them', () => {
    const flaw = (settings: object) => {
      const play = pooled(GROUPS);
      const item = { id: itemId('draw'), kind: 'draw', ...SETTINGS, ...settings } as never;
      return play.decide({ type: 'AddItems', after: null, items: [item] });
    };
    expect(flaw({}).ok).toBe(true);
    expect(flaw({ sources: ['salt'] }).ok).toBe(false);
    expect(flaw({ purpose: 'questioner' }).ok).toBe(false);
    expect(flaw({ purpose: 'verification' }).ok).toBe(false);
  });
});

describe('the number', () => {
  it('is thrown digit by digit, and its panel is seated', async () => {
    const play = await numbered();
    const shown = () => publicView(play).draws[0]?.lots;
    expect(shown()).toMatchObject({ of: 100, left: 100, still: 30, numbering: false });
    throwDigit(play, 0, '4');
    const tens = Array.from({ length: 10 }, (_, n) => panelOf(play, 40 + n));
    expect(shown()).toMatchObject({ left: 10, still: new Set(tens.flat()).size });
    expect(shown()?.digits).toEqual([
      { state: 'agreed', digit: '4' },
      { state: 'empty', digit: null },
    ]);
    expect(staff(play).control).toMatchObject({
      next: { act: 'throw-digit', place: 2, of: 2 },
      dice: { stand: 1, count: 2 },
    });
    throwDigit(play, 1, '7');
    const draw = determined(play);
    expect(draw.entropy.at(-1)).toBe('47');
    expect([...draw.order].sort()).toEqual([...panelOf(play, 47)]);
    expect(digitsThrown(draw)).toBe('47');
    showAll(play);
    const seated = [...play.meeting.seats.values()].map(({ holder }) => holder.id);
    expect(seated.sort()).toEqual([...panelOf(play, 47)]);
    // With what is public now anybody finds the same.
    const published = publishedDraw(play.meeting, determined(play));
    if (published.status !== 'result' || !published.panels) throw new Error(published.status);
    const claim = {
      lock: published.lock,
      panels: published.panels,
      shownLockHash: draw.lockHash,
      entropy: published.entropy,
      proofs: published.proofs,
      claimed: {
        order: published.order,
        reserve: Object.fromEntries(published.reserve.map(({ cell, ids }) => [cell, ids])),
        numbered: numberedIn(play).numbered.hash,
      },
    };
    expect(verifyDraw(claim)).toEqual([]);
    const other = [...published.entropy.slice(0, -1), '48'];
    expect(verifyDraw({ ...claim, entropy: other })).not.toEqual([]);
  });

  it('keeps what both have read, and takes the next only then', async () => {
    const play = await numbered();
    expect(type(play, 'first', 0, '47')).toMatchObject({ refusal: { code: 'dice-wrong' } });
    expect(type(play, 'second', 0, '4')).toMatchObject(refused('first-reading-open'));
    const first = type(play, 'first', 0, '4');
    if (first.ok) play.commit(first, { kind: 'server' });
    expect(type(play, 'first', 1, '7')).toMatchObject({ refusal: { code: 'dice-wrong' } });
    // They differ: none counts, and the die is looked at again.
    const second = type(play, 'second', 0, '9');
    if (second.ok) play.commit(second, { kind: 'server' });
    expect(digitsThrown(lastDraw(play))).toBe('');
    expect(staff(play).control.dice).toMatchObject({ stand: 0, differs: [1] });
    const again = type(play, 'second', 0, '4', 1);
    if (again.ok) play.commit(again, { kind: 'server' });
    expect(digitsThrown(lastDraw(play))).toBe('4');
    expect(type(play, 'first', 0, '5', 1)).toMatchObject(refused('digit-stands'));
    expect(type(play, 'second', 0, '', 1)).toMatchObject(refused('digit-stands'));
  });

  it('nothing is voided once a digit was read; before, the same list waits for the next lock', async () => {
    const play = await numbered();
    const void_ = { type: 'VoidDraw', draw: lastDraw(play).id, why: '骰子掉了' } as const;
    const before = play.decide(void_);
    expect(before.ok).toBe(true);
    const first = type(play, 'first', 0, '4');
    if (first.ok) play.commit(first, { kind: 'server' });
    expect(play.decide(void_)).toEqual(refused('digit-thrown'));

    const other = await numbered({ sources: ['dice10'] });
    const [list] = [lastDraw(other).lots?.list];
    other.staff({ ...void_, draw: lastDraw(other).id });
    const published = publishedDraw(other.meeting, lastDraw(other));
    // What was read stands in the record of the void; the digit was not.
    expect(published).toMatchObject({ status: 'void', entropy: [DICE10, ''] });
    lock(other);
    expect(lastDraw(other).lots).toMatchObject({ list, entropy: null, numbered: null });
  });

  it('no view has a digit of the first reading but the screen', async () => {
    const play = await numbered();
    const first = type(play, 'first', 0, '4');
    if (first.ok) play.commit(first, { kind: 'server' });
    const { body } = staff(play).control.stage;
    if (body.kind !== 'draw') throw new Error(body.kind);
    expect(body.draw.lots?.digits[0]).toEqual({ state: 'read', digit: null });
  });

  it('who is in which panel is published with the numbers, and not before', async () => {
    const play = lock(await made());
    expect(publishedNumbers(lastDraw(play))).toBeNull();
    await work(play.read(DICE10));
    const told = publishedNumbers(lastDraw(play));
    expect(told?.panels[47]).toEqual(panelOf(play, 47));
    expect(play.meeting.pool.has(reviewerId(told?.panels[0]?.[0] ?? ''))).toBe(true);
  });
});

describe('the file of a draw by lots', () => {
  /** What page and script find in the file of the newest draw and in that of the meeting. */
  function found(play: Play): readonly unknown[] {
    return [drawFile(play.meeting, lastDraw(play)), meetingFile(play.meeting)].flatMap((file) => {
      const text = textOf(file);
      const json = readJson(text);
      const read = readProof(json.ok ? json.value : null);
      if (!read.ok) return [read.flaw];
      const { draws, chain, sum } = finished(checkProof(read.file, isSigned));
      const differ = draws.flatMap(({ steps }) => steps.filter(({ state }) => state !== 'same'));
      return [...differ, ...(chain ?? []), ...(sum ? [sum] : []), ...verify(text)];
    });
  }
  const stepsOf = ({ meeting }: Play) =>
    finished(checkProof(meetingFile(meeting), isSigned))
      .draws.at(-1)
      ?.steps.map(({ name }) => name);

  /** Words, dice and beacon as far as they are sources, a minute apart, and then the server's numbers. */
  async function read(play: Play): Promise<Play> {
    const types = lastDraw(play).lock.entropy.map((one) => one.type);
    play.now += 60_000;
    if (types.includes('phones')) play.staff({ type: 'CloseWords', draw: lastDraw(play).id });
    play.now += 60_000;
    if (types.includes('dice10') || !types.includes('drand')) play.read(DICE10);
    if (types.includes('drand')) {
      play.now = PUBLISHED + 700;
      play.staff({ type: 'ReadBeacon', draw: lastDraw(play).id, signature: SIGNATURE });
    }
    return work(play);
  }

  it.each([
    [['dice10', 'salt'], undefined],
    [['phones', 'dice10'], undefined],
    [['phones', 'salt'], undefined],
    [['drand'], 900],
    [['phones', 'dice10', 'drand'], 900],
  ] as const)('by %j is whole at every stage', async (sources, beaconSeconds) => {
    const settings = { sources, ...(beaconSeconds ? { beaconSeconds } : {}) };
    const play = await made(settings);
    play.now = PUBLISHED - 900_000;
    // The list waits for its lock as it was.
    lock(play);
    expect(found(play)).toEqual([]);
    expect(stepsOf(play)).toEqual(['lock', 'shown', 'list', 'assurance']);
    await read(play);
    expect(numberedIn(play).numbered.panels).toHaveLength(100);
    expect(found(play)).toEqual([]);
    play.now += 60_000;
    throwDigit(play, 0, '4');
    expect(found(play)).toEqual([]);
    throwDigit(play, 1, '7');
    expect(found(play)).toEqual([]);
    showAll(play);
    expect(found(play)).toEqual([]);
    expect(stepsOf(play)).toEqual(
      expect.arrayContaining(['times', 'sources', 'list', 'numbering', 'drawn', 'record']),
    );
    const [one] = drawFile(play.meeting, lastDraw(play)).draws;
    expect(one).toMatchObject({ status: 'result', result: { number: '47' } });
    // Each source closed by itself, and the digits last.
    const { closed } = one as { closed: readonly string[] };
    const times = closed.filter((at) => at !== '');
    expect(closed.at(-1)).toBe([...times].sort().at(-1));
    if (sources.length === 3) expect(new Set(closed).size).toBe(4);
    // Another digit is another draw.
    const forged = textOf(drawFile(play.meeting, lastDraw(play))).replace('"47"', '"48"');
    expect(verify(forged)).not.toEqual([]);
  });

  it('read all at once, and thrown in the second of the lock, is whole as well', async () => {
    const play = await numbered();
    throwDigit(throwDigit(play, 0, '0'), 1, '9');
    showAll(play);
    expect(found(play)).toEqual([]);
  });

  it('void with its numbers before a digit, and drawn again, is whole', async () => {
    const play = await numbered();
    play.staff({ type: 'VoidDraw', draw: lastDraw(play).id, why: '骰子掉了' });
    expect(drawFile(play.meeting, lastDraw(play)).draws).toMatchObject([{ status: 'void' }]);
    expect(found(play)).toEqual([]);
    lock(play);
    expect(found(play)).toEqual([]);
    await read(play);
    throwDigit(throwDigit(play, 0, '4'), 1, '7');
    showAll(play);
    expect(meetingFile(play.meeting).draws).toHaveLength(2);
    expect(found(play)).toEqual([]);
  });

  it('of people who were sealed before holds what was sealed', async () => {
    const play = pooled(GROUPS).staff({ type: 'SealPool', of: 'people' });
    const entries = [...play.meeting.pool.values()].slice(1).map(({ id, group }) => ({
      ...{ id, name: id, attributes: {}, recusals: [] },
      group: play.meeting.groups.find((one) => one.id === group)?.name ?? '',
    }));
    play.staff({ type: 'ImportReviewers', source: 'again.csv', entries });
    enterDraw(play, SETTINGS);
    lock(await work(play.staff({ type: 'MakeLots', item: itemId('draw') })));
    expect(stepsOf(play)).toContain('seal');
    expect(found(play)).toEqual([]);
    await read(play);
    throwDigit(throwDigit(play, 0, '4'), 1, '7');
    showAll(play);
    const file = drawFile(play.meeting, lastDraw(play));
    expect(file.draws[0]?.sealed?.pool).toHaveLength(30);
    expect(found(play)).toEqual([]);
    const [one] = file.draws;
    if (!one?.sealed) throw new Error('not sealed');
    const other = { ...one.sealed, pool: one.sealed.pool.slice(1) };
    const text = textOf({ ...file, draws: [{ ...one, sealed: other }] });
    expect(verify(text)).toContainEqual(expect.objectContaining({ step: 'seal' }));
  });
});
