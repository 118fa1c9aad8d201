// What the readiness list is told of the machine, the accounts and the other meetings.
import type { Meeting } from '../shared/meeting/state.ts';
import type { Outside } from '../shared/views/seen.ts';
import { printedStanding, type Reach } from './addresses.ts';
import type { BeaconFetcher } from './beacon.ts';
import type { Backup } from './backup/backup.ts';
import type { KnownMeeting } from './cards.ts';
import type { Clock } from './clock.ts';
import type { DiskWatch } from './disk.ts';
import type { Hall } from './hall.ts';
import type { Halls } from './halls.ts';
import type { Simulation } from './rehearsal/simulation.ts';
import type { ServerFile } from './store/server-file.ts';

export interface SurroundingsParts {
  readonly halls: Pick<Halls, 'known'>;
  readonly serverFile: Pick<ServerFile, 'allStaff'>;
  readonly reach: () => Reach;
  readonly backup: Pick<Backup, 'state'>;
  readonly disk: Pick<DiskWatch, 'free' | 'low' | 'inPlace'>;
  readonly clock: Clock;
  readonly simulation: Pick<Simulation, 'of' | 'reportOf'>;
  readonly beacon: Pick<BeaconFetcher, 'of'>;
}

/** What is promised of a copy; an older one has a reason that somebody should look for. */
export const LATE_MS = 5000;
const GIGABYTE = 1024 ** 3;

/** All but projectors and tablets, which the sockets count. */
export function surroundings(
  hall: Hall,
  parts: SurroundingsParts,
): Omit<Outside, 'screens' | 'tablets'> {
  const { meeting } = hall.world;
  const reach = parts.reach();
  const accounts = parts.serverFile.allStaff().filter(({ disabled }) => !disabled);
  const supervisors = accounts.filter(({ role }) => role === 'supervisor').length;
  const { free, low, inPlace } = parts.disk;
  return {
    now: parts.clock.now(),
    machineAheadMs: parts.clock.aheadMs?.() ?? 0,
    address: { now: reach.publicUrl, lan: reach.lanUrls, standing: standingOf(meeting, reach) },
    staff: accounts.length - supervisors,
    supervisors,
    backup: backupOf(hall, parts.backup),
    disk: {
      gigabytes: free === null ? null : Math.floor(free / GIGABYTE),
      low,
      gone: !inPlace || !hall.inPlace,
    },
    simulated: parts.simulation.of(hall),
    simulatedReport: parts.simulation.reportOf(hall),
    relays: parts.beacon.of(hall),
    rehearsals: rehearsalsOf(meeting, parts.halls.known()),
  };
}

function standingOf({ printedAddress }: Meeting, reach: Reach): Outside['address']['standing'] {
  if (printedAddress !== null) return printedStanding(printedAddress, reach);
  const { hostname } = new URL(reach.publicUrl);
  return hostname === 'localhost' || hostname.startsWith('127.') ? 'local' : 'unprinted';
}

function backupOf(hall: Hall, backup: SurroundingsParts['backup']): Outside['backup'] {
  const { enabled, folder, ageMs, failed } = backup.state(hall);
  if (!enabled) return { folder, standing: 'off' };
  if (failed !== null) return { folder, standing: 'failed' };
  return { folder, standing: (ageMs ?? 0) <= LATE_MS ? 'fresh' : 'late' };
}

/** Newest first. */
function rehearsalsOf({ id }: Meeting, known: readonly KnownMeeting[]): Outside['rehearsals'] {
  return known
    .filter(({ rehearsalOf }) => rehearsalOf === id)
    .map(({ code, createdAt: at, held, phones }) => ({ code, at, held, phones }))
    .sort((a, b) => b.at - a.at);
}
