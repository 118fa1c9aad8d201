// Whether the server is well. Anyone may know whether; what is the matter, this machine and whoever has the token.
import type { FastifyInstance } from 'fastify';
import packageJson from '../../package.json' with { type: 'json' };
import type { FileCheck } from '../../shared/views/console/file-check.ts';
import type { Backup } from '../backup/backup.ts';
import type { DiskWatch } from '../disk.ts';
import type { Halls } from '../halls.ts';
import { mayWatch } from './metrics.ts';

interface HealthParts {
  readonly halls: Pick<Halls, 'all' | 'known' | 'unopened'>;
  readonly backup: Pick<Backup, 'state'>;
  readonly disk: Pick<DiskWatch, 'free' | 'low' | 'inPlace'>;
}

/**
 * Meetings that are open now one by one, of the others how many there are. 503 while a meeting's last commit has failed or
 * the data folder is gone, and once a file was found damaged; all else is told and left to whoever
 * reads it. Strangers get neither the codes of meetings nor how much has happened in them.
 *
 * @param token see {@link mayWatch}
 */
export function healthRoute(
  app: FastifyInstance,
  { halls, backup, disk }: HealthParts,
  token: string | null,
): void {
  app.get('/healthz', { logLevel: 'silent' }, async (request, reply) => {
    const meetings = halls.all();
    const ok =
      disk.inPlace &&
      !meetings.some(({ failing, fileCheck }) => failing || fileCheck.phase === 'damaged');
    void reply.code(ok ? 200 : 503).header('cache-control', 'no-store');
    if (!mayWatch(request, token)) return reply.send({ ok });
    return reply.send({
      ok,
      version: packageJson.version,
      known: halls.known().length,
      meetings: meetings.map((hall) => {
        const { code, seq, epoch } = hall.world.meeting;
        const { enabled, ageMs, failed } = backup.state(hall);
        return {
          ...{ code, epoch, events: seq, saving: !hall.failing },
          file: checkOf(hall.fileCheck),
          backup: { enabled, ageMs, failed },
        };
      }),
      unopened: halls.unopened.map(({ code, flaw }) => ({ code, flaw })),
      disk: { freeBytes: disk.free, low: disk.low, inPlace: disk.inPlace },
    });
  });
}

/** Not the place of the damage: it would tell strangers who has voted. */
function checkOf(check: FileCheck): object {
  return check.phase === 'damaged' ? { phase: 'damaged' } : check;
}
