// What every meeting store does, whether it keeps a meeting in memory, in a file, or in a file behind a thread.
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { anonymous } from '../../shared/ballots/ballot.ts';
import { inOrder } from '../in-order.ts';
import { memoryStore } from '../memory-store.ts';
import type { MeetingStore } from '../../server/store/meeting-store.ts';
import { openThreadedStore } from '../../server/store/threaded-store.ts';
import {
  ballot,
  ballots,
  commitOf,
  events,
  MEETING,
  opened,
  session,
  temporaryFolder,
  ticket,
} from './store-fixtures.ts';

const create = { meeting: MEETING };

const STORES: readonly (readonly [string, () => Promise<MeetingStore>])[] = [
  ['memory', () => Promise.resolve(memoryStore())],
  ['file', () => Promise.resolve(inOrder(opened(join(temporaryFolder(), 'm.sqlite'), { create })))],
  [
    'thread',
    async () => {
      const opening = await openThreadedStore(join(temporaryFolder(), 'm.sqlite'), { create });
      if (!opening.ok) throw new Error(opening.detail);
      onTestFinished(() => opening.store.close());
      return opening.store;
    },
  ],
];

describe.each(STORES)('%s store', (_, open) => {
  test('a new store is empty and has a key for short codes', async () => {
    const { codeKey, copied, ...rest } = await (await open()).load();
    expect(copied).toBe(false);
    expect(codeKey).toMatch(/^[0-9a-f]{64}$/);
    for (const rows of Object.values(rest)) expect(rows).toEqual([]);
  });

  test('[R1] what was committed is loaded, events and ballots in their order', async () => {
    const store = await open();
    const log = events(3);
    const cast = [ballot(9), ballot(2), ballot(2, { rev: 2 }), ballot(7), ballot(1)];
    await store.commit(commitOf({ events: log.slice(0, 1) }));
    await store.commit(commitOf({ ballots: cast.slice(0, 2) }));
    await store.commit(commitOf({ events: log.slice(1), ballots: cast.slice(2) }));
    const loaded = await store.load();
    expect(loaded.events).toEqual(log);
    expect(loaded.ballots).toEqual(cast);
  });

  test('side rows: the newest name and secret count, tickets and sessions add up', async () => {
    const store = await open();
    const entry = { kind: 'reviewer', id: 'R1', name: '张三', salt: 's' } as const;
    const tickets = [ticket('R1', 1, 'a'), ticket('R1', 2, 'b')];
    const sessions = [session('d', 1), session('e', 2)];
    await store.commit(
      commitOf({
        side: [
          { kind: 'directory', entry: { ...entry, attributes: { 性别: '女' } } },
          { kind: 'secret', name: 'salt', value: '1' },
        ],
        tickets: tickets.slice(0, 1),
        sessions: sessions.slice(0, 1),
      }),
    );
    const renamed = { ...entry, name: '张珊', attributes: {} };
    await store.commit(
      commitOf({
        side: [
          { kind: 'directory', entry: renamed },
          { kind: 'secret', name: 'salt', value: '2' },
        ],
        tickets: tickets.slice(1),
        sessions: sessions.slice(1),
      }),
    );
    const loaded = await store.load();
    expect(loaded.directory).toEqual([renamed]);
    expect(loaded.secrets).toEqual([{ name: 'salt', value: '2' }]);
    expect(loaded.tickets).toEqual(tickets);
    expect(loaded.sessions).toEqual(sessions);
  });

  test('former names of a unit are kept with it, comments beside it; an erasure takes comments', async () => {
    const store = await open();
    const unit = { kind: 'subject', id: 'U1', name: '发改局', attributes: {}, salt: 's' } as const;
    const renamed = { ...unit, formerly: ['计委', '计划局'] };
    const comment = { ...unit, kind: 'comment', id: 'C1' } as const;
    const entries = [comment, renamed, { ...unit, id: 'U2' }];
    await store.commit(
      commitOf({ side: entries.map((entry) => ({ kind: 'directory', entry }) as const) }),
    );
    const rows = (await store.load()).directory;
    expect(rows.find(({ id }) => id === 'U1')).toEqual(renamed);
    expect(rows.find(({ id }) => id === 'U2')).toEqual({ ...unit, id: 'U2' });
    expect(rows.find(({ id }) => id === 'C1')).toEqual(comment);
    await store.commit(commitOf({ side: [{ kind: 'erase-people', subjects: [] }] }));
    expect((await store.load()).directory.map(({ id }) => id).sort()).toEqual(['U1', 'U2']);
  });

  test('[R14] an erasure takes people’s rows and the salts of rosters, and leaves the rest', async () => {
    const store = await open();
    const entry = (kind: 'reviewer' | 'subject' | 'reason', id: string) =>
      ({ kind, id, name: `name of ${id}`, attributes: {}, salt: id }) as const;
    const kept = entry('subject', 'U1');
    await store.commit(
      commitOf({
        events: events(1),
        side: [
          ...[
            entry('reviewer', 'R1'),
            entry('reviewer', 'R2'),
            entry('reason', 'W9'),
            entry('subject', 'H1'),
            kept,
          ].map((one) => ({ kind: 'directory', entry: one }) as const),
          { kind: 'secret', name: 'draw-1', value: 'salt' },
          { kind: 'secret', name: 'draw-1/roster', value: 'salt' },
        ],
      }),
    );
    const cast = [ballot(1), ballot(2), ballot(1, { rev: 2 })];
    await store.commit(commitOf({ ballots: cast }));
    await store.commit(commitOf({ side: [{ kind: 'erase-people', subjects: ['H1', 'H9'] }] }));
    const loaded = await store.load();
    expect(loaded.ballots).toEqual(cast.map((one) => ({ ...one, ballot: anonymous(one.ballot) })));
    expect(loaded.directory).toEqual([kept]);
    expect(loaded.secrets).toEqual([{ name: 'draw-1', value: 'salt' }]);
    // A later import may bring names again.
    await store.commit(commitOf({ side: [{ kind: 'directory', entry: entry('reviewer', 'R1') }] }));
    expect((await store.load()).directory).toHaveLength(2);
  });

  const log = events(4);
  test.each([
    ['[R5] a revision that is kept already', { ballots: [ballot(8), ballot(1)] }],
    ['[R5] one revision twice', { ballots: [ballot(8), ballot(8)] }],
    ['[R4] a ballot after an event that is not there', { ballots: [ballot(8, { after: 9 })] }],
    ['[R3] an event that leaves a gap', { ballots: [ballot(8)], events: log.slice(3) }],
    ['[R3] an event again', { ballots: [ballot(8)], events: log.slice(1, 2) }],
    [
      '[R3] an event from another chain',
      { events: [{ ...log[2]!, prev: 'f'.repeat(64) }], ballots: [ballot(8)] },
    ],
    ['a ticket again', { ballots: [ballot(8)], tickets: [ticket('R1', 1, 'e')] }],
    ['a ticket with a known secret', { ballots: [ballot(8)], tickets: [ticket('R2', 1, 'a')] }],
    ['a session again', { ballots: [ballot(8)], sessions: [session('d', 2)] }],
  ])('[R1] %s: nothing of the commit is kept, and the store goes on', async (_, parts) => {
    const store = await open();
    await store.commit(
      commitOf({
        events: log.slice(0, 2),
        ballots: [ballot(1)],
        tickets: [ticket('R1', 1, 'a')],
        sessions: [session('d', 1)],
      }),
    );
    const before = await store.load();
    await expect(store.commit(commitOf(parts))).rejects.toMatchObject({ fault: 'broken-rule' });
    expect(await store.load()).toEqual(before);
    await store.commit(commitOf({ events: log.slice(2, 3), ballots: [ballot(8)] }));
    expect((await store.load()).ballots).toEqual([ballot(1), ballot(8)]);
  });

  test('[R1] commits queued behind one that fails are refused with it', async () => {
    const store = await open();
    const settled = await Promise.allSettled([
      store.commit(commitOf({ events: events(1) })),
      store.commit(commitOf({ ballots: [ballot(1, { after: 5 })] })),
      store.commit(commitOf({ ballots: [ballot(2)] })),
      store.commit(commitOf({ ballots: [ballot(3)] })),
    ]);
    expect(
      settled.map((one) => (one.status === 'rejected' ? one.reason.fault : one.status)),
    ).toEqual(['fulfilled', 'broken-rule', 'earlier-failed', 'earlier-failed']);
    await store.commit(commitOf({ ballots: [ballot(4)] }));
    expect((await store.load()).ballots).toEqual([ballot(4)]);
  });

  test('commits that are not awaited are carried out in the order of the calls', async () => {
    const store = await open();
    const log = events(30);
    await Promise.all(
      log.map((event, n) =>
        store.commit(commitOf({ events: [event], ballots: ballots(n * 5, 5, n + 1) })),
      ),
    );
    const loaded = await store.load();
    expect(loaded.events).toEqual(log);
    expect(loaded.ballots.map(({ ballot }) => ballot.seat)).toEqual(
      Array.from({ length: 150 }, (_, n) => `S${n}`),
    );
  });

  test('a closed store refuses commits, and closing it again does nothing', async () => {
    const store = await open();
    await store.close();
    await expect(store.commit(commitOf({ events: events(1) }))).rejects.toMatchObject({
      fault: 'gone',
    });
    await store.close();
  });
});
