// The minutes of a meeting, for staff to print.
import type { StaffId } from '../../shared/ids.ts';
import { staffNameOf } from '../../shared/meeting/staff-names.ts';
import { minutesView } from '../../shared/views/audiences/minutes.ts';
import type { HttpDeps } from './deps.ts';
import { hallOf, meetingParams, staffOnly, typed, type App } from './guard.ts';

export async function minutesRoutes(app: App, deps: HttpDeps): Promise<void> {
  typed(app).get(
    '/m/:code/api/minutes',
    staffOnly('view', deps, {
      tags: ['meetings'],
      summary: 'Gives what a meeting came to, for the minutes that staff print and sign.',
      answer: 'The minutes.',
      params: meetingParams,
    }),
    async (request) => {
      const hall = hallOf(request, deps);
      const account = (id: StaffId) => deps.serverFile.staffById(id)?.name ?? null;
      const staffName = (id: StaffId) => staffNameOf(hall.world.directory, id, account);
      return {
        ok: true,
        minutes: minutesView(hall.seen, hall.head, staffName),
        at: hall.now,
      };
    },
  );
}
