// All the wiring, top to bottom: files, halls, routes, sockets. No decision is made here.
import { randomBytes } from 'node:crypto';
import type { Server as TlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { CLONE_COMMANDS, type Commands } from '../shared/commands.ts';
import type { Audience } from '../shared/views/audiences/audiences.ts';
import { serverText } from '../shared/text/server.ts';
import { machineUrl, reachNow, type Reach } from './addresses.ts';
import { Backup } from './backup/backup.ts';
import { BeaconFetcher } from './beacon.ts';
import type { KnownMeeting } from './cards.ts';
import { systemClock, type Clock } from './clock.ts';
import { MOST_CONNECTIONS, type Config } from './config.ts';
import { watchDisk, type DiskWatch } from './disk.ts';
import { Documents } from './documents/documents.ts';
import { followErasures } from './erasures.ts';
import { FaultBook } from './faults.ts';
import { Halls, type OpenStore, type UnopenedFile, type UnopenedMeeting } from './halls.ts';
import { certaintyRoutes } from './http/certainty.ts';
import { commandRoutes } from './http/command.ts';
import type { HttpDeps } from './http/deps.ts';
import { documentRoutes } from './http/documents.ts';
import { exportRoutes } from './http/export.ts';
import { faultRoutes } from './http/faults.ts';
import { gateOf } from './http/gate.ts';
import { guard } from './http/guard.ts';
import { healthRoute } from './http/health.ts';
import { joinRoutes } from './http/join.ts';
import { httpServer } from './http/listener.ts';
import { meetingRoutes } from './http/meetings.ts';
import { Metrics, metricsRoute } from './http/metrics.ts';
import { describeApi } from './http/openapi.ts';
import { commentRoutes } from './http/comments.ts';
import { minutesRoutes } from './http/minutes.ts';
import { onceEach } from './http/origin.ts';
import { pages } from './http/pages.ts';
import { trustProxies } from './http/proxy.ts';
import { printedLotsRoute } from './http/printed-lots.ts';
import { publicRoutes } from './http/public.ts';
import { reachRoutes } from './http/reach.ts';
import { rehearsalRoutes } from './http/rehearsal.ts';
import { quotaRoutes } from './http/quotas.ts';
import { resultRoutes } from './http/result.ts';
import { rosterRoutes } from './http/roster.ts';
import { cutStalled, type Patience } from './http/stalled.ts';
import { invite, staffRoutes } from './http/staff.ts';
import { drawnEarlierRoutes } from './http/drawn-earlier.ts';
import { subjectResultRoutes } from './http/subject-result.ts';
import { ticketRoutes } from './http/tickets.ts';
import { LotsKeeper } from './lottery/lots-keeper.ts';
import { Passphrases, type ScryptCost } from './identity/passphrase.ts';
import { openSockets } from './live/sockets.ts';
import { Speakers } from './live/speakers.ts';
import { openData } from './data.ts';
import { removeCopy, removeRehearsal } from './removal.ts';
import { Simulation, type SimulationPace } from './rehearsal/simulation.ts';
import { simulatedTickets } from './rehearsal/tickets.ts';
import { surroundings } from './surroundings.ts';
import { Timekeeper } from './timekeeper.ts';
import type { TlsPair } from './tls.ts';
import { Waking } from './waking.ts';

export interface AppOptions
  extends
    Pick<Config, 'port' | 'host' | 'data' | 'publicUrl' | 'language'>,
    Partial<
      Pick<
        Config,
        | 'alsoAt'
        | 'backup'
        | 'trustProxy'
        | 'metricsToken'
        | 'connections'
        | 'beaconRelays'
        | 'staffLink'
        | 'takeOn'
      >
    > {
  /** Folder of the built pages. */
  readonly pages: string;
  /** How the programs are called; with npm unless told otherwise. */
  readonly commands?: Commands;
  /** Speaks TLS with these; the addresses are https then. */
  readonly tls?: TlsPair | null;
  readonly logLevel?: string;
  /** Called when the check that runs behind a meeting has found its file damaged. */
  readonly onDamage?: (title: string, file: string, place: string) => void;
  /** Called when a meeting that somebody needed could not be opened. */
  readonly onUnopened?: (unopened: UnopenedMeeting) => void;
  /** Called when the data folder is no longer where it was, and when it is back. */
  readonly onPlace?: (inPlace: boolean) => void;
  /** Called once for each address, of the first few, under which pages were opened that is none of ours. */
  readonly onForeignOrigin?: (origin: string, open: readonly string[]) => void;
  /** For tests and benchmarks: time, what a passphrase costs, another store, the size of a commit. */
  readonly clock?: Clock;
  readonly passphraseCost?: ScryptCost;
  readonly openStore?: OpenStore;
  readonly maxBatch?: number;
  /** How long a body that stops coming is waited for. */
  readonly patience?: Patience;
  /** How fast simulated phones are, and when those that somebody forgot go. */
  readonly phonePace?: SimulationPace;
  /** Between two times that relays of the beacon are asked. */
  readonly beaconPauseMs?: number;
}

export interface RunningApp {
  /** The one that is really listened on. */
  readonly port: number;
  readonly reach: Reach;
  readonly halls: Halls;
  /** A one-time link for a first moderator, or for one more where it was asked for; else null. */
  readonly staffLink: string | null;
  /** Whether the data folder was a backup folder until now. */
  readonly fromCopy: boolean;
  readonly backup: Backup;
  /** Room on the data folder's disk. */
  readonly disk: DiskWatch;
  /** New handshakes get this certificate; only where the server speaks TLS already. */
  renewTls(pair: TlsPair): void;
  close(): Promise<void>;
}

export type AppStart = { readonly ok: true; readonly app: RunningApp } | UnopenedFile;

const IDLE_SWEEP_MS = 50;

/**
 * Opens the data folder and serves it. What is wrong with a file comes back as a value; what is wrong with the port or
 * the folder is thrown as Node's own error, with its `code`.
 */
export async function startApp(options: AppOptions): Promise<AppStart> {
  const clock = options.clock ?? systemClock();
  const commands = options.commands ?? CLONE_COMMANDS;
  const now = () => clock.now();
  const folder = openData(options.data);
  if (!folder.ok) return folder;
  const { serverFile, removals, fromCopy } = folder;

  const app = httpServer(options.tls ?? null, options.logLevel);
  const metrics = new Metrics();
  const openedHalls = await Halls.open({
    folder: options.data,
    server: serverFile,
    clock,
    onFailure: (error) => app.log.error({ err: error }, 'a commit failed'),
    onDamage: (hall, file, place) => {
      app.log.error({ file, place }, 'the file is damaged: nothing is saved any more');
      options.onDamage?.(hall.world.meeting.title, file, place);
    },
    onUnopened: (unopened) => {
      const { code, file, flaw, detail } = unopened;
      app.log.error({ code, file, flaw, detail }, 'a meeting could not be opened');
      options.onUnopened?.(unopened);
    },
    meter: metrics,
    takeOn: new Set(options.takeOn),
    ...(options.openStore ? { openStore: options.openStore } : {}),
    ...(options.maxBatch === undefined ? {} : { maxBatch: options.maxBatch }),
  });
  if (!openedHalls.ok) {
    serverFile.close();
    return openedHalls;
  }
  const { halls } = openedHalls;
  const hasErrand = ({ id, code, blank }: KnownMeeting): boolean =>
    !halls.byCode(code) && (blank || backup.isStale(id));
  const backup: Backup = new Backup(
    {
      data: options.data,
      folder: options.backup ?? null,
      serverFile,
      note: serverText[options.language].backupNote(commands.start),
      now,
      isAwaited: () => halls.known().some(hasErrand),
      log: (error, message) => app.log.error({ err: error }, message),
    },
    removals,
  );
  const { data } = options;
  for (const id of removals) removeCopy(data, id, backup);
  const documents = new Documents(data);
  // What an upload left behind when the machine died goes now, not when somebody next asks for a report.
  halls.onHall((hall) => {
    documents.of(hall);
    return null;
  });
  halls.onHall((hall) => backup.watch(hall));
  halls.keepWhile((hall) => !backup.isFresh(hall));
  const timekeeper = new Timekeeper();
  halls.onHall((hall) => timekeeper.watch(hall));
  const lotsKeeper = new LotsKeeper((error) => {
    app.log.error({ err: error }, 'lots could not be made or numbered');
  });
  halls.onHall((hall) => lotsKeeper.watch(hall));
  halls.keepWhile((hall) => lotsKeeper.isAtWork(hall));
  const erasures = followErasures(halls);
  const waking = new Waking({ halls, now, hasErrand });
  await waking.start(options.takeOn);
  const disk = await watchDisk({
    folder: data,
    isInPlace: () => serverFile.isInPlace,
    onPlace: (inPlace) => {
      if (inPlace) app.log.warn('the data folder is back');
      else app.log.error('the data folder is not where it was: nothing is saved');
      options.onPlace?.(inPlace);
    },
  });
  const closeFiles = async () => {
    waking.close();
    timekeeper.close();
    await lotsKeeper.close();
    erasures.close();
    disk.close();
    await backup.close();
    await halls.close();
    serverFile.close();
  };

  try {
    // The port is known only once it is listened on (0 lets the system choose), the addresses only with the port.
    let port = options.port;
    const reach = reachNow(() => ({ ...options, port, secure: Boolean(options.tls) }), now);
    const random = (length: number) => randomBytes(length);
    const speakers = new Speakers(now);
    const deps: HttpDeps = {
      halls,
      serverFile,
      documents,
      passphrases: new Passphrases(random, options.passphraseCost),
      reach,
      ...(options.trustProxy ? { forwardedOrigin: trustProxies(options.trustProxy) } : {}),
      ...(options.onForeignOrigin ? { onForeignOrigin: onceEach(options.onForeignOrigin) } : {}),
      commands,
      now,
      random,
      speakers,
      connectedSeats: (hall) => sockets.connectedSeats(hall),
      viewOf: (hall, seat) => sockets.viewOf(hall, seat),
      removeRehearsal: (hall) =>
        removeRehearsal(hall, {
          ...{ data, serverFile, halls, backup },
          partWith: () => {
            simulation.forget(hall);
            sockets.detach(hall, { code: 'rehearsal-deleted' });
          },
        }),
    };
    await guard(app, deps);
    await describeApi(app);
    for (const routes of [
      reachRoutes,
      staffRoutes,
      meetingRoutes,
      joinRoutes,
      resultRoutes,
      rosterRoutes,
      quotaRoutes,
      ticketRoutes,
      commandRoutes,
      rehearsalRoutes,
      minutesRoutes,
      commentRoutes,
      exportRoutes,
      documentRoutes,
      drawnEarlierRoutes,
      subjectResultRoutes,
      certaintyRoutes,
    ])
      await app.register(async (scope) => routes(scope, deps));
    const faults = new FaultBook({
      now,
      log: (fault) => app.log.error({ fault }, 'a page reported an exception'),
      counted: (page) => metrics.faulted(page),
    });
    faultRoutes(app, faults);
    publicRoutes(app, deps);
    printedLotsRoute(app, deps);
    healthRoute(app, { halls, backup, disk }, options.metricsToken ?? null);
    const sockets = openSockets({
      http: app.server,
      halls,
      maxConnections: options.connections ?? MOST_CONNECTIONS,
      ...{ speakers, now },
      log: (error) => app.log.error({ err: error }, 'a socket message failed'),
      published: (audience) => metrics.published(audience),
      outside: (hall) =>
        surroundings(hall, { halls, serverFile, reach, backup, disk, clock, simulation, beacon }),
      gate: gateOf(deps),
    });
    halls.onHall((hall) => sockets.attach(hall));
    const simulation: Simulation = new Simulation({
      halls,
      origin: () => machineUrl({ ...options, port, secure: Boolean(options.tls) }),
      tickets: async (hall, by) => {
        const staff = serverFile.staffById(by);
        if (staff?.disabled !== false) return null;
        const issued = await simulatedTickets(hall, staff, deps);
        return issued.ok ? issued.tickets : null;
      },
      changed: (hall) => sockets.tellStaff(hall),
      log: (error) => app.log.error({ err: error }, 'simulated phones failed'),
      ...options.phonePace,
    });
    const beacon: BeaconFetcher = new BeaconFetcher({
      relays: options.beaconRelays ?? [],
      changed: (hall) => sockets.tellStaff(hall),
      ...(options.beaconPauseMs === undefined ? {} : { pauseMs: options.beaconPauseMs }),
    });
    halls.onHall((hall) => beacon.watch(hall));
    // After the sockets, which put themselves before all other listeners: theirs are watched as well.
    const endWatch = cutStalled(app.server, options.patience);
    const connections = (audience: Audience) => sockets.count(audience);
    metricsRoute(app, metrics, { halls, connections, backup, disk }, options.metricsToken ?? null);
    await pages(app, options.pages);
    await app.listen({ port: options.port, host: options.host });
    port = (app.server.address() as AddressInfo).port;

    return {
      ok: true,
      app: {
        port,
        reach: reach(),
        halls,
        staffLink:
          serverFile.allStaff().length === 0 || options.staffLink
            ? invite(deps, 'moderator')
            : null,
        fromCopy,
        backup,
        disk,
        renewTls(pair) {
          (app.server as Partial<TlsServer>).setSecureContext?.(pair);
        },
        async close() {
          // A request that is under way now keeps its connection when it is answered: nobody else would end that one.
          const idle = setInterval(() => app.server.closeIdleConnections(), IDLE_SWEEP_MS);
          beacon.close();
          await simulation.close();
          await sockets.close();
          endWatch();
          clearInterval(idle);
          await app.close();
          await closeFiles();
        },
      },
    };
  } catch (error) {
    await app.close();
    await closeFiles();
    throw error;
  }
}
