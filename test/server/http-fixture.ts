// Real routes over real halls and a real server file, with a log that can be read; only clock and password cost differ.
import fastify, { type FastifyInstance } from 'fastify';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { CLONE_COMMANDS } from '../../shared/commands.ts';
import type { StaffRole } from '../../shared/staff-role.ts';
import type { Reach } from '../../server/addresses.ts';
import { Documents } from '../../server/documents/documents.ts';
import type { Hall } from '../../server/hall.ts';
import { Halls } from '../../server/halls.ts';
import type { HttpDeps } from '../../server/http/deps.ts';
import { guard } from '../../server/http/guard.ts';
import { joinRoutes } from '../../server/http/join.ts';
import { loggerOptions } from '../../server/http/log.ts';
import { meetingRoutes } from '../../server/http/meetings.ts';
import { publicRoutes } from '../../server/http/public.ts';
import { rosterRoutes } from '../../server/http/roster.ts';
import { invite, staffRoutes } from '../../server/http/staff.ts';
import { ticketRoutes } from '../../server/http/tickets.ts';
import { Speakers } from '../../server/live/speakers.ts';
import { Passphrases } from '../../server/identity/passphrase.ts';
import { openServerFile } from '../../server/store/server-file.ts';
import type { ReviewerId, StaffId } from '../../shared/ids.ts';
import { expectationOf, type StaffCommand } from '../../shared/meeting/commands.ts';
import type { PrintedTicket } from '../../shared/printed-ticket.ts';

export const ORIGIN = 'http://192.168.1.5:8080';
export const TLS_ORIGIN = 'https://review.example.cn';
export const PASSPHRASE = 'correct horse battery';

export interface Fixture {
  readonly app: FastifyInstance;
  readonly deps: HttpDeps;
  readonly halls: Halls;
  readonly clock: { at: number };
  /** Everything logged so far. */
  readonly log: string[];
  close(): Promise<void>;
}

export async function openFixture(
  addRoutes: (app: FastifyInstance) => void = () => undefined,
): Promise<Fixture> {
  const folder = mkdtempSync(join(tmpdir(), 'kleroterion-http-'));
  const opened = openServerFile(join(folder, 'server.sqlite'));
  if (!opened.ok) throw new Error(opened.detail);
  const clock = { at: Date.UTC(2026, 10, 21, 6) };
  const now = () => clock.at;
  const openedHalls = await Halls.open({
    folder,
    server: opened.file,
    clock: { now },
    onFailure: (error) => {
      throw error;
    },
  });
  if (!openedHalls.ok) throw new Error(openedHalls.detail);
  const { halls } = openedHalls;
  const reach: Reach = {
    localUrl: 'http://localhost:8080',
    lanUrls: [ORIGIN],
    publicUrl: ORIGIN,
    openAt: [ORIGIN],
    origins: new Set(['http://localhost:8080', ORIGIN, TLS_ORIGIN]),
  };
  const random = (length: number) => randomBytes(length);
  const deps: HttpDeps = {
    halls,
    serverFile: opened.file,
    documents: new Documents(folder),
    passphrases: new Passphrases(random, { N: 16, r: 1, p: 1 }),
    reach: () => reach,
    commands: CLONE_COMMANDS,
    now,
    random,
    // The clock of a test stands still: nobody would ever be forgiven.
    speakers: new Speakers(() => performance.now()),
    removeRehearsal: async (hall) => halls.letGo(hall),
  };
  const log: string[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      log.push(chunk.toString());
      done();
    },
  });
  const app = fastify({ logger: { ...loggerOptions('trace'), stream } });
  await guard(app, deps);
  for (const routes of [
    staffRoutes,
    meetingRoutes,
    joinRoutes,
    publicRoutes,
    rosterRoutes,
    ticketRoutes,
  ])
    await app.register(async (scope) => routes(scope, deps));
  addRoutes(app);
  await app.ready();
  return {
    ...{ app, deps, halls, clock, log },
    async close() {
      await app.close();
      await halls.close();
      opened.file.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}

interface Asked {
  readonly cookie?: string;
  readonly headers?: Record<string, string>;
  readonly origin?: string | null;
}

/** POST as a page of ours would, GET where there is no body. */
export async function ask(
  { app }: Pick<Fixture, 'app'>,
  url: string,
  body?: unknown,
  { cookie, headers = {}, origin = ORIGIN }: Asked = {},
) {
  const response = await app.inject({
    method: body === undefined ? 'GET' : 'POST',
    url,
    headers: {
      ...(body !== undefined && origin !== null ? { origin } : {}),
      ...(cookie === undefined ? {} : { cookie }),
      ...headers,
    },
    ...(body === undefined ? {} : { payload: body as object }),
  });
  const cookies = response.cookies.filter(({ value }) => value !== '');
  return {
    response,
    status: response.statusCode,
    json: response.headers['content-type']?.toString().includes('json') ? response.json() : null,
    /** What the browser would send from now on. */
    cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
  };
}

let accounts = 0;

/** A member of staff of this role, logged in; gives the cookie. */
export async function staffCookie(fixture: Fixture, role: StaffRole): Promise<string> {
  const token = invite(fixture.deps, role).split('#invite=')[1];
  const name = `${role} ${String(++accounts)}`;
  const { json, cookie } = await ask(fixture, '/api/staff/accept', {
    token,
    name,
    passphrase: PASSPHRASE,
  });
  if (json.ok !== true) throw new Error(JSON.stringify(json));
  return cookie;
}

/** Gives a command on the present state. */
export async function command(hall: Hall, command: StaffCommand): Promise<void> {
  const by = { id: 's-test' as StaffId, name: '主持', role: 'moderator' } as const;
  const answer = await hall.staff(by, command, expectationOf(hall.world.meeting, command));
  if (!answer.ok) throw new Error(`${command.type}: ${answer.refusal.code}`);
}

/** A meeting with `count` reviewers, tickets for all of them, and seats for all but the last. */
export async function meetingWithTickets(fixture: Fixture, cookie: string, count: number) {
  const hall = await fixture.halls.create('测试会议', 'Asia/Shanghai', 'zh');
  const entries = Array.from({ length: count }, (_, n) => ({
    id: `R${String(n + 1)}` as ReviewerId,
    name: `代表${String(n + 1)}`,
    group: '人大代表',
    attributes: {},
    recusals: [],
  }));
  await command(hall, { type: 'ImportReviewers', source: 'test', entries });
  const { code } = hall.world.meeting;
  const { json } = await ask(fixture, `/m/${code}/api/tickets`, { reviewers: 'pool' }, { cookie });
  await command(hall, {
    type: 'FillSeats',
    reviewers: entries.slice(0, -1).map(({ id }) => id),
  });
  return { hall, path: `/m/${code}/api`, tickets: json.tickets as readonly PrintedTicket[] };
}

export function secretOf(ticket: PrintedTicket): string {
  return ticket.url.split('#')[1] ?? '';
}
