// Figures for Prometheus at /metrics: for this machine itself, or for whoever has the token.
import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { FaultPage } from '../../shared/fault.ts';
import type { Audience } from '../../shared/views/audiences/audiences.ts';
import type { FileCheck } from '../../shared/views/console/file-check.ts';
import type { Backup } from '../backup/backup.ts';
import type { DiskWatch } from '../disk.ts';
import type { HallMeter } from '../hall.ts';
import type { Halls } from '../halls.ts';
import { AUDIENCES } from '../live/per-audience.ts';
import { refuse } from './answers.ts';
import { isLocal } from './proxy.ts';

/** What is asked when somebody looks, and not before. */
interface Observed {
  readonly halls: Pick<Halls, 'all' | 'known'>;
  readonly connections: (audience: Audience) => number;
  readonly backup: Pick<Backup, 'state'>;
  readonly disk: Pick<DiskWatch, 'free'>;
}

/** Half a millisecond to ten seconds. */
const SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export class Metrics implements HallMeter {
  readonly #registry = new Registry();
  readonly #ballots = this.#counter('ballots_acknowledged', 'Ballots acknowledged to phones');
  readonly #published = this.#counter('publish_messages', 'Messages published, each to a room', [
    'audience',
  ]);
  readonly #commits = this.#histogram('commit_seconds', 'Time of a commit, sync included');
  readonly #acks = this.#histogram('ack_seconds', 'From a ballot’s arrival to its receipt');
  readonly #faults = this.#counter('page_faults', 'Exceptions that pages reported', ['page']);
  #watching = false;

  committed(seconds: number): void {
    this.#commits.observe(seconds);
  }

  acknowledged(seconds: number): void {
    this.#ballots.inc();
    this.#acks.observe(seconds);
  }

  published(audience: Audience): void {
    this.#published.inc({ audience });
  }

  faulted(page: FaultPage): void {
    this.#faults.inc({ page });
  }

  /** All figures as text. The process's own begin with the first look: nobody pays for what nobody reads. */
  async text(observed: Observed): Promise<string> {
    if (!this.#watching) {
      this.#watching = true;
      collectDefaultMetrics({ register: this.#registry });
      this.#observe(observed);
    }
    return this.#registry.metrics();
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  #observe({ halls, connections, backup, disk }: Observed): void {
    this.#gauge('connections', 'Open sockets', 'audience', (set) => {
      for (const audience of AUDIENCES) set(connections(audience), audience);
    });
    this.#gauge('meetings', 'Meetings of this server', 'standing', (set) => {
      set(halls.all().length, 'open');
      set(halls.known().length, 'known');
    });
    const perMeeting = (name: string, help: string, read: (hall: HallOf) => number | null) => {
      this.#gauge(name, help, 'meeting', (set) => {
        for (const hall of halls.all()) set(read(hall), hall.world.meeting.code);
      });
    };
    perMeeting('queue_length', 'Decisions that wait for the next commit', (hall) => hall.waiting);
    perMeeting('store_failing', '1 while the last commit has failed', (hall) =>
      Number(hall.failing),
    );
    perMeeting('file_checked_ratio', 'Share of the ballots verified since the start', (hall) =>
      checkedShare(hall.fileCheck),
    );
    perMeeting('file_damaged', '1 once the file was found damaged; nothing is saved then', (hall) =>
      Number(hall.fileCheck.phase === 'damaged'),
    );
    perMeeting(
      'epoch',
      'Times this meeting was started from a copy, and one',
      (hall) => hall.world.meeting.epoch,
    );
    perMeeting(
      'backup_age_seconds',
      'Age of what no copy has yet; 0 while the copy is whole',
      (hall) => {
        const { ageMs } = backup.state(hall);
        return ageMs === null ? null : ageMs / 1000;
      },
    );
    perMeeting('backup_failed', '1 while the last attempt to copy has failed', (hall) =>
      Number(backup.state(hall).failed !== null),
    );
    this.#gauge('disk_free_bytes', 'Room in the data folder', null, (set) => set(disk.free));
  }

  #counter<Label extends string = never>(name: string, help: string, labelNames: Label[] = []) {
    const registers = [this.#registry];
    return new Counter({ name: `kleroterion_${name}_total`, help, labelNames, registers });
  }

  #histogram(name: string, help: string) {
    const registers = [this.#registry];
    return new Histogram({ name: `kleroterion_${name}`, help, buckets: SECONDS, registers });
  }

  /** Read at every look; null is left out. */
  #gauge(
    name: string,
    help: string,
    label: string | null,
    read: (set: (value: number | null, is?: string) => void) => void,
  ): void {
    new Gauge({
      name: `kleroterion_${name}`,
      help,
      labelNames: label === null ? [] : [label],
      registers: [this.#registry],
      collect() {
        this.reset();
        read((value, is) => {
          if (value === null) return;
          if (label === null || is === undefined) this.set(value);
          else this.set({ [label]: is }, value);
        });
      },
    });
  }
}

/** null where damage ended the check. */
function checkedShare(check: FileCheck): number | null {
  if (check.phase === 'checking') return check.of === 0 ? 0 : check.checked / check.of;
  return check.phase === 'sound' ? 1 : null;
}

type HallOf = ReturnType<Halls['all']>[number];

/** @param token null where only the machine itself may look */
export function metricsRoute(
  app: FastifyInstance,
  metrics: Metrics,
  observed: Observed,
  token: string | null,
): void {
  app.get('/metrics', { logLevel: 'silent' }, async (request, reply) => {
    if (!mayWatch(request, token)) return refuse(reply, { code: 'metrics-closed' });
    void reply.header('cache-control', 'no-store').type(metrics.contentType);
    return metrics.text(observed);
  });
}

/**
 * Whether a request comes from this machine itself or brings the token.
 *
 * @param token null where only the machine itself may look
 */
export function mayWatch(request: FastifyRequest, token: string | null): boolean {
  return isLocal(request.raw) || hasToken(request, token);
}

function hasToken({ headers }: FastifyRequest, token: string | null): boolean {
  const given = /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1];
  if (token === null || given === undefined) return false;
  // Hashes are of one length, whatever was sent.
  return timingSafeEqual(sha256(given), sha256(token));
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
