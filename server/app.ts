// All the wiring, top to bottom: files, halls, routes, sockets. No decision is made here.
import fastify from 'fastify';
import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { StaffId } from '../shared/ids.ts';
import { reachNow, type Reach } from './addresses.ts';
import { systemClock, type Clock } from './clock.ts';
import type { Config } from './config.ts';
import { Halls, type OpenStore } from './halls.ts';
import { commandRoutes } from './http/command.ts';
import type { HttpDeps } from './http/deps.ts';
import { guard, staffIn } from './http/guard.ts';
import { joinRoutes, seatIn } from './http/join.ts';
import { loggerOptions } from './http/log.ts';
import { meetingRoutes } from './http/meetings.ts';
import { pages } from './http/pages.ts';
import { publicRoutes } from './http/public.ts';
import { rosterRoutes } from './http/roster.ts';
import { invite, staffRoutes } from './http/staff.ts';
import { ticketRoutes } from './http/tickets.ts';
import { Passphrases, type ScryptCost } from './identity/passphrase.ts';
import { openSockets } from './live/sockets.ts';
import type { OpeningFailure } from './store/database.ts';
import { openServerFile } from './store/server-file.ts';

export interface AppOptions extends Config {
  /** Folder of the built pages. */
  readonly pages: string;
  readonly logLevel?: string;
  /** For tests and benchmarks: time, what a passphrase costs, another store, the size of a commit. */
  readonly clock?: Clock;
  readonly passphraseCost?: ScryptCost;
  readonly openStore?: OpenStore;
  readonly maxBatch?: number;
}

export interface RunningApp {
  readonly reach: Reach;
  readonly halls: Halls;
  /** A one-time link for a first moderator; null once there is staff. */
  readonly staffLink: string | null;
  close(): Promise<void>;
}

export type AppStart =
  { readonly ok: true; readonly app: RunningApp } | (OpeningFailure & { readonly file: string });

const MOST_CONNECTIONS = 20_000;
const REQUEST_TIMEOUT_MS = 30_000;

/**
 * Opens the data folder and serves it. What is wrong with a file comes back as a value; what is wrong with the port or
 * the folder is thrown as Node's own error, with its `code`.
 */
export async function startApp(options: AppOptions): Promise<AppStart> {
  const clock = options.clock ?? systemClock();
  const now = () => clock.now();
  mkdirSync(options.data, { recursive: true, mode: 0o700 });
  const serverPath = join(options.data, 'server.sqlite');
  const opened = openServerFile(serverPath);
  if (!opened.ok) return { ...opened, file: serverPath };
  const serverFile = opened.file;

  const app = fastify({
    logger: loggerOptions(options.logLevel ?? 'warn'),
    bodyLimit: 64 * 1024,
    requestTimeout: REQUEST_TIMEOUT_MS,
    http: { headersTimeout: REQUEST_TIMEOUT_MS },
    forceCloseConnections: true,
  });
  const openedHalls = await Halls.open({
    folder: options.data,
    server: serverFile,
    clock,
    onFailure: (error) => {
      app.log.error({ err: error }, 'a commit failed');
    },
    ...(options.openStore ? { openStore: options.openStore } : {}),
    ...(options.maxBatch === undefined ? {} : { maxBatch: options.maxBatch }),
  });
  if (!openedHalls.ok) {
    serverFile.close();
    return openedHalls;
  }
  const { halls } = openedHalls;

  try {
    // The port is known only once it is listened on (0 lets the system choose), the addresses only with the port.
    let port = options.port;
    const reach = reachNow(() => ({ ...options, port }), now);
    const random = (length: number) => randomBytes(length);
    const deps: HttpDeps = {
      halls,
      serverFile,
      passphrases: new Passphrases(random, options.passphraseCost),
      reach,
      now,
      random,
    };
    await guard(app, deps);
    for (const routes of [
      staffRoutes,
      meetingRoutes,
      joinRoutes,
      rosterRoutes,
      ticketRoutes,
      commandRoutes,
    ])
      await app.register(async (scope) => routes(scope, deps));
    publicRoutes(app, { hallByCode: (code) => halls.byCode(code), reach });
    await pages(app, options.pages);

    const sockets = openSockets({
      http: app.server,
      hallByCode: (code) => halls.byCode(code),
      maxConnections: MOST_CONNECTIONS,
      log: (error) => {
        app.log.error({ err: error }, 'a socket message failed');
      },
      gate: {
        isOriginAllowed: (origin, isPollingGet) =>
          origin === undefined ? isPollingGet : reach().origins.has(origin),
        staffOf: (cookies) => staffIn(cookies, deps),
        seatOf: (cookies, hall) => seatIn(cookies, hall),
        staffName: remembered((id) => serverFile.staffById(id)?.name ?? id),
      },
    });
    halls.onHall((hall) => {
      sockets.attach(hall);
    });
    await app.listen({ port: options.port, host: options.host });
    port = (app.server.address() as AddressInfo).port;

    return {
      ok: true,
      app: {
        reach: reach(),
        halls,
        staffLink: serverFile.allStaff().length > 0 ? null : invite(deps, 'moderator'),
        async close() {
          await sockets.close();
          await app.close();
          await halls.close();
          serverFile.close();
        },
      },
    };
  } catch (error) {
    await app.close();
    await halls.close();
    serverFile.close();
    throw error;
  }
}

/** Names of staff never change, and the console's log asks for them at every change. */
function remembered(read: (id: StaffId) => string): (id: StaffId) => string {
  const known = new Map<StaffId, string>();
  return (id) => {
    const name = known.get(id) ?? read(id);
    known.set(id, name);
    return name;
  };
}
