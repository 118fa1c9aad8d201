// A real server for a test: real Fastify, sockets and SQLite files; only a passphrase's cost is lowered.
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SocketPhone } from '../server/rehearsal/socket-phone.ts';
import { StaffClient } from '../scripts/staff-client.ts';
import type { PrintedTicket } from '../shared/printed-ticket.ts';
import { startApp, type AppOptions, type RunningApp } from '../server/app.ts';
import { documentsBeside, fileOf, meetingsFound } from '../server/meeting-folder.ts';
import type { ItemId, MeetingId, ReviewerId, SubjectId } from '../shared/ids.ts';
import type { DrawSettings } from '../shared/meeting/agenda/item.ts';
import type { DrawView } from '../shared/views/slices/draw-slices.ts';

export const EXAMPLE = new URL('../scripts/example/', import.meta.url);
export const PAGES = new URL('../dist/client', import.meta.url).pathname;
export const PASSPHRASE = 'correct horse battery';

export function example(name: 'units-77.csv' | 'reviewers-300.csv'): Uint8Array {
  return readFileSync(new URL(name, EXAMPLE));
}

export function temporaryFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'kleroterion-'));
  return {
    path,
    remove: () => {
      // Threads of a server that has just closed may still write here.
      rmSync(path, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}

/**
 * Pulls a disk out: the folder is away in one step, also while it is written to, and a file stands where it was.
 *
 * @returns puts it back
 */
export function pullOut(folder: string): () => void {
  const away = `${folder}-away`;
  renameSync(folder, away);
  writeFileSync(folder, '');
  return () => {
    rmSync(folder);
    renameSync(away, folder);
  };
}

export interface TestServer {
  readonly app: RunningApp;
  readonly origin: string;
  readonly data: string;
  /** Stops the server and removes its folder. */
  stop(): Promise<void>;
}

export async function startServer(options: Partial<AppOptions> = {}): Promise<TestServer> {
  const folder = options.data === undefined ? temporaryFolder() : null;
  const data = options.data ?? folder?.path ?? '';
  const started = await startApp({
    port: 0,
    host: '127.0.0.1',
    publicUrl: null,
    language: 'zh',
    pages: PAGES,
    logLevel: 'error',
    passphraseCost: { N: 1024, r: 8, p: 1 },
    ...options,
    data,
  });
  if (!started.ok) throw new Error(`${started.flaw}: ${started.detail}`);
  const { app } = started;
  return {
    app,
    data,
    origin: app.reach.localUrl.replace('localhost', '127.0.0.1'),
    async stop() {
      await app.close();
      folder?.remove();
    },
  };
}

/** The folder of a meeting's documents. */
export function documentsOf(data: string, id: MeetingId): string {
  return join(data, documentsBeside(fileOf(id)));
}

/** Paths of all meetings' databases in a data folder or among copies. */
export function databasesIn(data: string): readonly string[] {
  return meetingsFound(data).map((id) => join(data, fileOf(id)));
}

/** A moderator of a fresh server, with a new meeting open. */
export async function moderator(server: TestServer): Promise<StaffClient> {
  const staff = new StaffClient(server.origin);
  await staff.accept(server.app.staffLink ?? '', '主持', PASSPHRASE);
  await staff.create('区政府年度绩效评议会');
  return staff;
}

/** The moderator of {@link moderator} at one console more. */
export async function moderatorAt(origin: string, meeting: string): Promise<StaffClient> {
  const staff = new StaffClient(origin);
  await staff.logIn('主持', PASSPHRASE);
  await staff.connect(meeting);
  return staff;
}

/**
 * The server ends and starts again at the same address, with its data in a folder of the test's own. The moderator logs in
 * anew, phones come back by themselves.
 */
export async function restarted<Who extends { readonly staff: StaffClient }>(
  { origin, data, stop }: TestServer,
  hall: Who,
): Promise<{ readonly server: TestServer; readonly hall: Who }> {
  hall.staff.close();
  await stop();
  const server = await startServer({ data, port: Number(new URL(origin).port) });
  const staff = await moderatorAt(server.origin, hall.staff.meeting);
  await staff.until(({ file }) => file.phase === 'sound');
  return { server, hall: { ...hall, staff } };
}

export interface Hall {
  readonly staff: StaffClient;
  readonly tickets: readonly PrintedTicket[];
  readonly phones: readonly SocketPhone[];
}

/** The phone of the nth seat, from 0. */
export function phoneOf({ phones }: Pick<Hall, 'phones'>, n: number): SocketPhone {
  return must(phones[n], `phone ${String(n)}`);
}

/** A phone that has scanned this ticket. */
export function phoneFor(
  { origin, meeting }: Pick<StaffClient, 'origin' | 'meeting'>,
  { url }: Pick<PrintedTicket, 'url'>,
  transport: 'websocket' | 'polling' = 'websocket',
): SocketPhone {
  return new SocketPhone({ origin, meeting, ticket: new URL(url).hash.slice(1), transport });
}

/** Everyone's connection ends, so that the server can stop. */
export function leave({ staff, phones }: Pick<Hall, 'staff' | 'phones'>): void {
  for (const phone of phones) phone.close();
  staff.close();
}

/** The rosters of the founding case: 77 units, 300 reviewers. */
export async function importExamples(staff: StaffClient): Promise<void> {
  await staff.importRoster('subjects', 'units-77.csv', example('units-77.csv'));
  await staff.importRoster('reviewers', 'reviewers-300.csv', example('reviewers-300.csv'));
}

/** So many of {@link importExamples} seated whom no recusal keeps from any unit; their tickets. */
export async function seatUnbound(
  staff: StaffClient,
  count: number,
): Promise<readonly PrintedTicket[]> {
  const reviewers = staff.view.people
    .filter(({ recusals }) => recusals.length === 0)
    .slice(0, count)
    .map(({ reviewer }) => reviewer as ReviewerId);
  await staff.run({ type: 'FillSeats', reviewers });
  return staff.tickets(reviewers);
}

/** The example rosters imported, `count` reviewers seated, and a phone checked in for each. */
export async function seatedHall(server: TestServer, count: number): Promise<Hall> {
  const staff = await moderator(server);
  return { staff, ...(await seatPhones(staff, server.origin, count)) };
}

/** {@link seatedHall}, for a meeting that is there. */
export async function seatPhones(
  staff: StaffClient,
  origin: string,
  count: number,
): Promise<Omit<Hall, 'staff'>> {
  await importExamples(staff);
  // Evenly over the list, so that all four groups have seats.
  const pool = staff.view.people.flatMap(({ reviewer }) => reviewer ?? []);
  const chosen = pool.filter((_, n) => n % Math.floor(pool.length / count) === 0).slice(0, count);
  await staff.run({ type: 'FillSeats', reviewers: chosen });
  const tickets = await staff.tickets(chosen);
  const phones = tickets.map((one) => phoneFor({ origin, meeting: staff.meeting }, one));
  await Promise.all(phones.map((phone) => phone.join()));
  return { tickets, phones };
}

/** Puts a score item for one unit on the agenda and on stage. */
export async function stageScoring(
  staff: StaffClient,
  subject: string,
  disclosure: 'live' | 'hidden',
): Promise<void> {
  const id = `score-${subject}` as ItemId;
  await staff.run({
    type: 'SetAgenda',
    items: [
      ...staff.view.agenda.map(({ item }) => item),
      {
        id,
        kind: 'score',
        subjects: [subject as SubjectId],
        secrecy: 'named',
        sheet: 'live',
        disclosure,
        seconds: 120,
      },
    ],
  });
  await staff.run({ type: 'EnterItem', item: id });
  await staff.run({ type: 'OpenRound', item: id });
}

/** The board enters the stage, opens all of its rows, and stands at its list. */
export async function showBoard(staff: StaffClient, board = 'board'): Promise<void> {
  const item = board as ItemId;
  await staff.run({ type: 'EnterItem', item });
  await staff.run({ type: 'ShowRows', item, take: 'all' });
  await staff.run({ type: 'TurnBoard', category: 'all' });
}

export const reviewer = (id: string) => id as ReviewerId;

/** The value, which the test has brought about; a test goes no further without it. */
export function must<T>(value: T | null | undefined, what = 'a value'): T {
  if (value === null || value === undefined) throw new Error(`missing: ${what}`);
  return value;
}

/** Puts a draw at the end of the agenda, and enters it. */
export async function enterDraw(
  staff: StaffClient,
  id: string,
  settings: DrawSettings,
): Promise<void> {
  const after = staff.view.agenda.at(-1)?.item.id ?? null;
  const item = { id: id as ItemId, kind: 'draw', ...settings } as const;
  await staff.run({ type: 'AddItems', after, items: [item] });
  await staff.run({ type: 'EnterItem', item: item.id });
}

/** The one on stage. */
export function drawOf(staff: StaffClient): DrawView {
  const { body } = staff.view.control.stage;
  if (body.kind !== 'draw') throw new Error(body.kind);
  return body.draw;
}
