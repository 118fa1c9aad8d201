// The minutes of a meeting, for staff to print.
import type { StaffId } from '../../shared/ids.ts';
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
      const staffName = (id: StaffId) => deps.serverFile.staffById(id)?.name ?? id;
      return {
        ok: true,
        minutes: minutesView(hall.seen, hall.head, staffName),
        at: hall.now,
      };
    },
  );
}
