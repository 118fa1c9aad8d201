// [R1] Decide on all that is queued, tell from what is durable: commits that fail in the middle of queued batches.
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { Durable } from '../../server/durable.ts';
import { Hall } from '../../server/hall.ts';
import { Decided } from '../../server/decided.ts';
import { systemClock } from '../../server/clock.ts';
import { memoryStore } from '../memory-store.ts';
import { openThreadedStore } from '../../server/store/threaded-store.ts';
import type { Commit, MeetingStore, TicketRow } from '../../server/store/meeting-store.ts';
import type { Answer, CastAnswer } from '../../shared/protocol.ts';
import type { MeetingId, StaffId } from '../../shared/ids.ts';
import { expectationOf, type StaffCommand } from '../../shared/meeting/commands.ts';
import { reviewerHolder } from '../../shared/meeting/people.ts';
import { doubleRandomReview } from '../../shared/meeting/template.ts';
import type { MeetingEvent } from '../../shared/meeting/events.ts';
import { firstBreak } from '../first-break.ts';
import { templateText } from '../../shared/text/template.ts';
import { screenView } from '../../shared/views/audiences/screen.ts';
import { itemId, reviewerId, roundId, scores, seatId, subjectId } from '../builders.ts';
import { temporaryFolder } from '../with-server.ts';

/** Holds each commit until it is let through or failed by hand; what is let through is carried out for real. */
function held(store: MeetingStore) {
  const waiting: { readonly commit: Commit; readonly go: () => void; readonly fail: () => void }[] =
    [];
  let holding = false;
  const gate: MeetingStore = {
    load: () => store.load(),
    close: () => store.close(),
    commit: (commit) =>
      holding
        ? new Promise((resolve, reject) => {
            waiting.push({
              commit,
              go: () => {
                store.commit(commit).then(resolve, reject);
              },
              fail: () => {
                reject(new Error('disk full'));
              },
            });
          })
        : store.commit(commit),
  };
  return {
    gate,
    hold: () => {
      holding = true;
    },
    letGo: () => {
      holding = false;
    },
    next: async () => {
      await expect.poll(() => waiting.length).toBeGreaterThan(0);
      const one = waiting.shift();
      if (!one) throw new Error('nothing waits');
      return one;
    },
  };
}

async function hallOfSix(store: MeetingStore): Promise<Hall> {
  const hall = await Hall.open({ store, clock: systemClock() });
  await hall.create({
    type: 'CreateMeeting',
    id: 'm1' as MeetingId,
    code: 'hall1',
    title: '评议会',
    zone: 'Asia/Shanghai',
    retainUntil: '2027-11-21',
    ...doubleRandomReview(templateText.zh),
  });
  const people = Array.from({ length: 6 }, (_, n) => reviewerId(`R${String(n + 1)}`));
  await order(hall, {
    type: 'ImportSubjects',
    source: 'u.csv',
    entries: [{ id: subjectId('U1'), kind: 'unit', name: '甲单位', category: '乡镇' }],
  });
  await order(hall, {
    type: 'ImportReviewers',
    source: 'r.csv',
    entries: people.map((id) => ({ id, name: id, group: '甲', attributes: {}, recusals: [] })),
  });
  const tickets = people.map((id): TicketRow => ({
    ...{ holder: reviewerHolder(id), issue: 1 },
    ...{ secretHash: tokenOf(`s${id}`), codeHash: tokenOf(`c${id}`) },
  }));
  await order(hall, { type: 'IssueTickets', reviewers: people }, tickets);
  await order(hall, { type: 'FillSeats', reviewers: people });
  for (const reviewer of people)
    must(await hall.seat({ type: 'ClaimSeat', reviewer, issue: 1 }, tokenOf(reviewer)));
  await order(hall, {
    type: 'SetAgenda',
    items: [
      {
        id: itemId('score'),
        kind: 'score',
        subjects: [subjectId('U1')],
        secrecy: 'named',
        sheet: 'live',
        disclosure: 'hidden',
        seconds: 60,
      },
    ],
  });
  await order(hall, { type: 'EnterItem', item: itemId('score') });
  await order(hall, { type: 'OpenRound', item: itemId('score') });
  return hall;
}

async function order(
  hall: Hall,
  command: StaffCommand,
  tickets: readonly TicketRow[] = [],
): Promise<void> {
  must(await give(hall, command, tickets));
}

function must(answer: Answer): void {
  if (!answer.ok) throw new Error(answer.refusal.code);
}

function tokenOf(reviewer: string): string {
  return createHash('sha256').update(reviewer).digest('hex');
}

function give(
  hall: Hall,
  command: StaffCommand,
  tickets: readonly TicketRow[] = [],
): Promise<Answer> {
  const by = { id: 'moderator' as StaffId, name: '主持', role: 'moderator' } as const;
  return hall.staff(by, command, expectationOf(hall.world.meeting, command), tickets);
}

function cast(hall: Hall, n: number, rev: number): Promise<CastAnswer> {
  return hall.cast(seatId(`S00${String(n)}`), 1, {
    round: roundId('score'),
    attempt: 1,
    subject: subjectId('U1'),
    rev,
    choice: scores(n, n, rev, n),
  });
}

const NOT_SAVED = { ok: false, refusal: { code: 'not-saved' } };

it('[R1] a decision that cannot be written, which is a bug, leaves world and chain as they were', async () => {
  const hall = await Hall.open({ store: memoryStore(), clock: systemClock() });
  const { sheet, ...rest } = doubleRandomReview(templateText.zh);
  const meeting = {
    type: 'CreateMeeting',
    id: 'm1' as MeetingId,
    code: 'hall1',
    title: '评议会',
    zone: 'Asia/Shanghai',
    retainUntil: '2027-11-21',
    ...rest,
  } as const;
  // Not in NFC, and in the second of its events.
  const flawed = { ...sheet, name: 'e\u0301' };
  await expect(hall.create({ ...meeting, sheet: flawed })).rejects.toThrow('NFC');
  await hall.create({ ...meeting, sheet });
  expect(hall.world.meeting.seq).toBe(4);
});

describe.each([
  ['memory', () => Promise.resolve({ store: memoryStore(), done: () => undefined })],
  [
    'file',
    async () => {
      const folder = temporaryFolder();
      const opened = await openThreadedStore(`${folder.path}/m.sqlite`, {
        create: { meeting: 'm1' as MeetingId },
      });
      if (!opened.ok) throw new Error(opened.flaw);
      return { store: opened.store, done: folder.remove };
    },
  ],
])('[R1] with a %s store', (_, open) => {
  it('three batches queued, the second fails: what was decided on it is refused too, nobody saw it', async () => {
    const { store, done } = await open();
    const gate = held(store);
    const hall = await hallOfSix(gate.gate);
    const durable = hall.world;
    gate.hold();

    const first = cast(hall, 1, 1);
    const one = await gate.next();
    const second = [cast(hall, 2, 1), cast(hall, 1, 2)];
    one.go();
    expect(await first).toMatchObject({ ok: true, receipt: { rev: 1 } });
    const two = await gate.next();
    // Decided on a world that holds the second batch: the same revision again, a newer one, and the round's close.
    const third = [
      cast(hall, 2, 1),
      cast(hall, 2, 2),
      give(hall, { type: 'CloseRound', round: roundId('score') }),
    ];
    const before = JSON.stringify(screenView(hall.seen));
    two.fail();

    expect(await Promise.all([...second, ...third])).toEqual(Array(5).fill(NOT_SAVED));
    expect(hall.world.meeting).toBe(durable.meeting);
    expect(JSON.stringify(screenView(hall.seen))).toBe(before);
    expect(hall.seen.box.kept(roundId('score'), 1)).toHaveLength(1);

    gate.letGo();
    expect(await cast(hall, 2, 1)).toMatchObject({ ok: true });
    await order(hall, { type: 'CloseRound', round: roundId('score') });
    const { ballots, events } = await store.load();
    expect(ballots.map(({ ballot }) => [ballot.seat, ballot.rev])).toEqual([
      ['S001', 1],
      ['S002', 1],
    ]);
    expect(firstBreak(events)).toBeNull();
    await hall.close();
    done();
  });

  it('what queued during one commit makes the next: a hundred casts need few commits', async () => {
    const { store, done } = await open();
    let commits = 0;
    const counting: MeetingStore = {
      load: () => store.load(),
      close: () => store.close(),
      commit: (commit) => {
        commits += 1;
        return store.commit(commit);
      },
    };
    const hall = await hallOfSix(counting);
    commits = 0;
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, n) => cast(hall, (n % 6) + 1, Math.floor(n / 6) + 1)),
    );
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(commits).toBeLessThanOrEqual(3);
    await hall.close();
    done();
  });

  it('a reopened meeting is the same meeting: state, box, live means, sessions', async () => {
    const { store, done } = await open();
    const hall = await hallOfSix(store);
    for (let n = 1; n <= 6; n++) await cast(hall, n, 1);
    const again = await Hall.open({ store, clock: systemClock() });
    expect(again.world).toEqual(hall.world);
    expect(again.seen.book).toEqual(hall.seen.book);
    expect(again.head).toEqual(hall.head);
    expect(again.session(tokenOf('R1'))).toEqual({
      tokenHash: tokenOf('R1'),
      seat: 'S001',
      claim: 1,
    });
    await hall.close();
    done();
  });

  it('what was done last can be taken back after a restart, once, and never over a ballot', async () => {
    const { store, done } = await open();
    const first = await hallOfSix(store);
    const act = first.world.meeting.undo?.n ?? 0;
    const again = await Hall.open({ store, clock: systemClock() });
    const two = await Promise.all([1, 2].map(() => give(again, { type: 'TakeBack', act })));
    expect(two.map((answer) => (answer.ok ? 'done' : answer.refusal.code))).toEqual([
      'done',
      'stale',
    ]);
    expect(again.world.meeting.rounds.size).toBe(0);
    expect((await Hall.open({ store, clock: systemClock() })).world).toEqual(again.world);
    await order(again, { type: 'OpenRound', item: itemId('score') });
    const opened = again.world.meeting.undo?.n ?? 0;
    await cast(again, 1, 1);
    expect(await give(again, { type: 'TakeBack', act: opened })).toEqual({
      ok: false,
      refusal: { code: 'round-has-ballots' },
    });
    await again.close();
    done();
  });
});

it('[R2] writes no event that could not be read again', async () => {
  const decided = new Decided(Durable.rebuild(await memoryStore().load()));
  const event = { type: 'BellRung', item: 7 } as unknown as MeetingEvent;
  const decision = { ok: true, events: [event], side: [], ballots: [] } as const;
  expect(() => decided.take(decision, { kind: 'server' }, 1, 'RingBell')).toThrow(/not whole/);
  expect(decided.deciding.meeting.seq).toBe(0);
});
