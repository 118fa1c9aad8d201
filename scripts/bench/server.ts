// A server for a benchmark, in this process and with a data folder of its own, and its first meeting's hall.
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApp, type AppOptions, type RunningApp } from '../../server/app.ts';
import type { Hall } from '../../server/hall.ts';
import type { TicketRow } from '../../server/store/meeting-store.ts';
import type { Choice } from '../../shared/ballots/ballot.ts';
import type { ItemId, ReviewerId, StaffId, SubjectId } from '../../shared/ids.ts';
import { subjectsOf } from '../../shared/meeting/agenda/participation.ts';
import { expectationOf, type StaffCommand } from '../../shared/meeting/commands.ts';
import type { ReviewerEntry } from '../../shared/meeting/commands/roster.ts';
import { lastAttempt } from '../../shared/meeting/rounds.ts';
import type { Seat } from '../../shared/meeting/people.ts';
import type { Round } from '../../shared/meeting/round.ts';

/** Lends a folder that is removed afterwards. */
export async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'kleroterion-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Serves the data of a folder; pages are empty ones. Close it yourself. */
export async function benchServer(
  folder: string,
  options: Partial<AppOptions> = {},
): Promise<RunningApp> {
  const pages = join(folder, 'pages');
  mkdirSync(join(pages, 'assets'), { recursive: true });
  for (const shell of ['index.html', 'phone.html']) writeFileSync(join(pages, shell), '');
  const started = await startApp({
    port: 0,
    host: '127.0.0.1',
    data: join(folder, 'data'),
    publicUrl: null,
    language: 'en',
    pages,
    logLevel: 'error',
    passphraseCost: { N: 1024, r: 8, p: 1 },
    ...options,
  });
  if (!started.ok) throw new Error(started.detail);
  return started.app;
}

/** Gives a staff command made on the present state. Throws where it is refused. */
export async function order(
  hall: Hall,
  command: StaffCommand,
  tickets: readonly TicketRow[] = [],
): Promise<void> {
  const by = { id: 'bench' as StaffId, name: '主持', role: 'moderator' } as const;
  const expects = expectationOf(hall.world.meeting, command);
  const answer = await hall.staff(by, command, expects, tickets);
  if (!answer.ok) throw new Error(`${command.type}: ${answer.refusal.code}`);
}

export function reviewers(count: number): readonly ReviewerEntry[] {
  return Array.from({ length: count }, (_, n) => ({
    id: `R${String(n)}` as ReviewerId,
    name: `代表${String(n)}`,
    group: `组${String(n % 4)}`,
    attributes: { 性别: n % 2 === 0 ? '男' : '女', 工作单位: `单位${String(n % 77)}` },
    recusals: [],
  }));
}

/** A meeting with so many units and checked-in seats, and a written round over all units on stage, not open yet. */
export async function writtenMeeting(app: RunningApp, units: number, seats: number): Promise<Hall> {
  const hall = await app.halls.create('Bench', 'Asia/Shanghai', 'en');
  await order(hall, {
    type: 'ImportSubjects',
    source: 'units',
    entries: Array.from({ length: units }, (_, n) => ({
      id: `U${String(n)}` as SubjectId,
      kind: 'unit',
      name: `单位${String(n)}`,
      category: n % 2 === 0 ? '区级部门' : '乡镇',
    })),
  });
  const entries = reviewers(seats);
  await order(hall, { type: 'ImportReviewers', source: 'reviewers', entries });
  const people = entries.map(({ id }) => id);
  const rows = people.map((id) => ({
    ...{ holder: { kind: 'reviewer', id } as const, issue: 1 },
    ...{ secretHash: randomBytes(32).toString('hex'), codeHash: randomBytes(32).toString('hex') },
  }));
  await order(hall, { type: 'IssueTickets', reviewers: people }, rows);
  await order(hall, { type: 'FillSeats', reviewers: people });
  await Promise.all(
    people.map((reviewer, n) => {
      const token = n.toString(16).padStart(64, '0');
      return hall.seat({ type: 'ClaimSeat', reviewer, issue: 1 }, token);
    }),
  );
  const item = 'written' as ItemId;
  const written = { id: item, kind: 'written', subjects: 'rest', sheet: 'live' } as const;
  await order(hall, { type: 'SetAgenda', items: [{ ...written, disclosure: 'hidden' }] });
  await order(hall, { type: 'EnterItem', item });
  return hall;
}

export function onlyRound(hall: Hall): Round {
  const [round] = hall.world.meeting.rounds.values();
  if (!round) throw new Error('no round is open');
  return round;
}

/** Casts one ballot; throws where it is refused. Some abstain, the others' scores differ. */
export async function cast(hall: Hall, seat: Seat, subject: SubjectId, rev: number, n: number) {
  const round = onlyRound(hall);
  const scores = { c1: n % 41, c2: n % 21, c3: n % 26, c4: n % 16 };
  const choice: Choice = n % 17 === 0 ? { kind: 'abstain' } : { kind: 'scores', scores };
  const key = { round: round.id, attempt: lastAttempt(round).n, subject, rev };
  const answer = await hall.cast(seat.id, seat.claim, { ...key, choice });
  if (!answer.ok) throw new Error(`a cast was refused: ${answer.refusal.code}`);
}

/** Every seat casts this revision for the first so many units. */
export async function castAll(hall: Hall, rev = 1, units = Infinity): Promise<void> {
  const seats = [...hall.world.meeting.seats.values()];
  let n = 0;
  const subjects = subjectsOf(hall.world.meeting, onlyRound(hall));
  for (const subject of subjects.slice(0, units))
    await Promise.all(seats.map((seat) => cast(hall, seat, subject, rev, (n += 1))));
}
