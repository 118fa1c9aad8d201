// [R11] A list of thousands holds up nobody: it is read, decided, stored and shown in steps. Counted in turns of the loop.
import { describe, expect, it, onTestFinished } from 'vitest';
import { systemClock } from '../../server/clock.ts';
import { Hall } from '../../server/hall.ts';
import { openAudiences } from '../../server/live/audiences.ts';
import type { MeetingStore } from '../../server/store/meeting-store.ts';
import { openThreadedStore } from '../../server/store/threaded-store.ts';
import { canonical } from '../../shared/draw/canonical.ts';
import type { GroupId, MeetingId, StaffId } from '../../shared/ids.ts';
import { expectationOf, type StaffCommand } from '../../shared/meeting/commands.ts';
import { isWhole, readyInSteps } from '../../shared/meeting/events/parse.ts';
import type { MeetingEvent, Recorded } from '../../shared/meeting/events.ts';
import { doubleRandomReview } from '../../shared/meeting/template.ts';
import type { SideWrite } from '../../shared/meeting/world.ts';
import type { Answer } from '../../shared/protocol.ts';
import { finished } from '../../shared/steps.ts';
import { templateText } from '../../shared/text/template.ts';
import { reviewerId, subjectId } from '../builders.ts';
import { firstBreak } from '../first-break.ts';
import { memoryStore } from '../memory-store.ts';
import { commitOf, events, MEETING, temporaryFolder, ticket } from './store-fixtures.ts';

const MANY = 10_000;
/** What takes no longer than a few hundred rows do has a turn for each few hundred of them. */
const TURNS = MANY / 500;

describe('[R11] 10,000 rows stored', () => {
  it.each([
    ['reviewers', reviewers(MANY)],
    ['units', units(MANY)],
  ])('%s are decided in many turns of the loop, the first time and again', async (_, command) => {
    const loop = turns();
    const at: number[] = [];
    const hall = await newHall({
      ...memoryStore(),
      commit: (commit) => {
        if (commit.side.length > 0) at.push(loop.count);
        return Promise.resolve();
      },
    });
    let before = loop.count;
    must(await give(hall, command));
    expect(at.length).toBe(1);
    expect((at[0] ?? 0) - before).toBeGreaterThanOrEqual(TURNS / 2);

    before = loop.count;
    must(await give(hall, command));
    expect(at.length).toBe(1);
    expect(loop.count - before).toBeGreaterThanOrEqual(TURNS / 2);
  });

  it('are shown to staff in many turns', async () => {
    const loop = turns();
    const hall = await newHall(memoryStore());
    const published: number[] = [];
    const audiences = openAudiences({
      hall,
      publish: (audience) => {
        if (audience === 'staff') published.push(loop.count);
      },
      connected: () => new Set(),
      staffName: String,
    });
    let durable = 0;
    hall.onChange(() => (durable = loop.count));
    audiences.whole('staff');
    must(await give(hall, reviewers(MANY)));
    await expect.poll(() => published.length).toBe(1);
    audiences.stop();
    expect((published[0] ?? 0) - durable).toBeGreaterThanOrEqual(TURNS / 2);
    expect(audiences.whole('staff').slices).toMatchObject({ people: { length: MANY } });
  });

  it('are decided again where the meeting has moved on meanwhile', async () => {
    const store = memoryStore();
    const hall = await newHall(store);
    must(await give(hall, reviewers(2)));
    const group = hall.world.meeting.groups[0]?.id ?? ('' as GroupId);
    const storing = give(hall, reviewers(MANY));
    must(await give(hall, { type: 'SetWeights', weights: [{ group, weight: 7 }] }));
    must(await storing);
    expect(hall.world.meeting.pool.size).toBe(MANY);
    expect(hall.world.meeting.groups[0]?.weight).toBe(7);
    expect(firstBreak((await store.load()).events)).toBeNull();
  });

  it('are refused where another list has come meanwhile', async () => {
    const hall = await newHall(memoryStore());
    const storing = give(hall, reviewers(MANY));
    must(await give(hall, reviewers(3)));
    expect(await storing).toEqual({ ok: false, refusal: { code: 'stale' } });
    expect(hall.world.meeting.pool.size).toBe(3);
  });
});

describe('[R2] an event with a long list', () => {
  const imported = (count: number) =>
    ({
      type: 'ReviewersImported',
      source: 'r.csv',
      groups: [{ id: 'G1' as GroupId, name: '甲', weight: '1' }],
      reviewers: Array.from({ length: count }, (_, n) => ({
        ...{ id: reviewerId(`R${String(n)}`), group: 'G1' as GroupId },
        ...{ recusals: [subjectId(`单位"${String(n)}`)], commitment: 'a'.repeat(64) },
      })),
    }) satisfies MeetingEvent;
  const recorded = (event: MeetingEvent): Recorded => ({
    ...{ seq: 1, at: 1, by: { kind: 'server' }, act: { n: 1, command: 'Test' }, v: 2, event },
  });

  it('has the same text whether it was written in steps or at once', () => {
    const event = imported(1_700);
    const atOnce = canonical(structuredClone(event));
    finished(readyInSteps(event));
    expect(canonical(event)).toBe(atOnce);
    expect(isWhole(recorded(event))).toBe(true);
  });

  it.each([0, 499, 500, 1_234, 1_699])('is not whole where row %i is not', (place) => {
    const event = imported(1_700);
    Object.assign(event.reviewers[place] ?? {}, { commitment: 'no hash' });
    finished(readyInSteps(event));
    expect(isWhole(recorded(event))).toBe(false);
  });
});

describe('[R1] rows that go ahead of their commit', () => {
  it('are stored with it, in the order of the commits', async () => {
    const { store, reopen } = await openStore();
    const [first, second, third] = events(3);
    const done = [
      store.commit(commitOf({ events: [first!], side: names(2_600, 'a') })),
      store.commit(commitOf({ events: [second!], side: names(3, 'b') })),
      store.commit(commitOf({ events: [third!], tickets: tickets(1_300) })),
    ];
    await Promise.all(done);
    await store.close();
    const { directory, ...loaded } = await reopen();
    expect(
      directory.map(({ name }) => name.slice(0, 1)).filter((name) => name === 'b'),
    ).toHaveLength(3);
    expect([directory.length, loaded.tickets.length, loaded.events.length]).toEqual([
      2_600, 1_300, 3,
    ]);
  });

  it('are gone with one that fails', async () => {
    const { store, reopen } = await openStore();
    const [first, second] = events(2);
    await store.commit(commitOf({ events: [first!] }));
    const twice = commitOf({ events: [first!], side: names(1_200, 'a') });
    await expect(store.commit(twice)).rejects.toMatchObject({ fault: 'broken-rule' });
    await store.commit(commitOf({ events: [second!], side: names(700, 'b') }));
    await store.close();
    const { directory } = await reopen();
    expect(directory.map(({ name }) => name.slice(0, 1)).join('')).toBe('b'.repeat(700));
  });
});

/** Counts the turns of the event loop until the test is over. */
function turns(): { readonly count: number } {
  const loop = { count: 0 };
  let next: NodeJS.Immediate;
  const turn = () => {
    loop.count += 1;
    next = setImmediate(turn);
  };
  turn();
  onTestFinished(() => clearImmediate(next));
  return loop;
}

async function newHall(store: MeetingStore): Promise<Hall> {
  const hall = await Hall.open({ store, clock: systemClock() });
  onTestFinished(() => hall.close());
  await hall.create({
    type: 'CreateMeeting',
    id: 'm1' as MeetingId,
    code: 'hall1',
    title: '评议会',
    zone: 'Asia/Shanghai',
    retainUntil: '2027-11-21',
    ...doubleRandomReview(templateText.zh),
  });
  return hall;
}

function reviewers(count: number): StaffCommand {
  const entries = Array.from({ length: count }, (_, n) => ({
    ...{ id: reviewerId(`R${String(n)}`), name: `代表${String(n)}`, group: '甲' },
    ...{ attributes: { 性别: n % 2 === 0 ? '男' : '女' }, recusals: [] },
  }));
  return { type: 'ImportReviewers', source: 'r.csv', entries };
}

function units(count: number): StaffCommand {
  const entries = Array.from({ length: count }, (_, n) => ({
    ...{ id: subjectId(`U${String(n)}`), kind: 'unit' as const },
    ...{ name: `单位${String(n)}`, category: `类别${String(n % 7)}` },
  }));
  return { type: 'ImportSubjects', source: 'u.csv', entries };
}

function give(hall: Hall, command: StaffCommand): Promise<Answer> {
  const by = { id: 'moderator' as StaffId, name: '主持', role: 'moderator' } as const;
  return hall.staff(by, command, expectationOf(hall.world.meeting, command));
}

function must(answer: Answer): void {
  if (!answer.ok) throw new Error(answer.refusal.code);
}

async function openStore() {
  const path = `${temporaryFolder()}/meeting.sqlite`;
  const opening = await openThreadedStore(path, { create: { meeting: MEETING } });
  if (!opening.ok) throw new Error(opening.detail);
  const reopen = async () => {
    const again = await openThreadedStore(path);
    if (!again.ok) throw new Error(again.detail);
    onTestFinished(() => again.store.close());
    return again.store.load();
  };
  return { store: opening.store, reopen };
}

function names(count: number, name: string): readonly SideWrite[] {
  return Array.from({ length: count }, (_, n) => ({
    kind: 'directory',
    entry: {
      ...{ kind: 'reviewer', id: `R${String(n)}`, name: `${name}${String(n)}` },
      ...{ attributes: {}, salt: 'a'.repeat(64) },
    },
  }));
}

function tickets(count: number) {
  return Array.from({ length: count }, (_, n) => ({
    ...ticket(`R${String(n)}`, 1, 'a'),
    secretHash: n.toString(16).padStart(64, '0'),
  }));
}
