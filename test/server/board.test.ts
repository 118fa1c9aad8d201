// A board over real sockets: two moderators, keys at the same moment, a restart in the middle; no row skipped, none twice.
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { StaffClient } from '../../scripts/staff-client.ts';
import { BOARD, boardHall, plainUnits } from '../board-hall.ts';
import {
  leave,
  must,
  moderatorAt,
  restarted,
  startServer,
  temporaryFolder,
  type Hall,
  type TestServer,
} from '../with-server.ts';

const UNITS = 14;
let folder: ReturnType<typeof temporaryFolder>;
let server: TestServer;
let hall: Pick<Hall, 'staff' | 'phones'>;

beforeEach(async () => {
  folder = temporaryFolder();
  server = await startServer({ data: folder.path });
  hall = await boardHall(server, plainUnits(UNITS));
  await hall.staff.run({ type: 'EnterItem', item: BOARD });
});
afterEach(async () => {
  leave(hall);
  await server.stop();
  folder.remove();
});

const openedIn = ({ view }: StaffClient) =>
  must(view.board.climb).opened.map(({ subject }) => subject as string);
const bottomUp = (n: number) =>
  Array.from({ length: n }, (_, one) => `U${String(UNITS - one).padStart(3, '0')}`);

it('of two moderators’ keys at the same moment one opens a row, the other is told that it came too late', async () => {
  const { staff } = hall;
  const other = await moderatorAt(server.origin, staff.meeting);
  const show = must(staff.view.control.next.command);
  for (let n = 1; n <= 3; n++) {
    await other.until(({ board }) => board.climb?.opened.length === n - 1);
    const answers = await Promise.all([staff.send(show), other.send(show)]);
    expect(answers.map((answer) => (answer.ok ? 'ok' : answer.refusal.code)).sort()).toEqual([
      'ok',
      'stale',
    ]);
    await staff.until(({ board }) => board.climb?.opened.length === n);
  }
  expect(openedIn(staff)).toEqual(bottomUp(3));
  other.close();
});

it('after a restart in the middle goes on with the next row, and what is closed is nowhere', async () => {
  await hall.staff.run({ type: 'ShowRows', item: BOARD, take: 'ten' });
  await hall.staff.run({ type: 'ShowRows', item: BOARD, take: 'one' });
  const before = openedIn(hall.staff);
  expect(before).toEqual(bottomUp(5));
  ({ server, hall } = await restarted(server, hall));
  const { staff } = hall;
  expect(openedIn(staff)).toEqual(before);
  const response = await fetch(`${server.origin}/m/${staff.meeting}/api/snapshot`);
  const text = await response.text();
  expect(response.status).toBe(200);
  expect(text).toContain('单位10');
  expect(text).not.toContain('单位9');
  await staff.next();
  expect(openedIn(staff)).toEqual(bottomUp(6));
});
