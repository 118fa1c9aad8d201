// One unit's result opened down to its parts, for staff.
import type { SubjectId } from '../../shared/ids.ts';
import { fields } from '../../shared/wire-fields.ts';
import { unitPage } from '../../shared/views/numbers/unit-page.ts';
import { refuse } from './answers.ts';
import type { HttpDeps } from './deps.ts';
import { hallOf, meetingParams, staffOnly, typed, type App } from './guard.ts';

const params = meetingParams.extend({ subject: fields.subject });

export async function subjectResultRoutes(app: App, deps: HttpDeps): Promise<void> {
  typed(app).get(
    '/m/:code/api/subjects/:subject/result',
    staffOnly('view', deps, {
      tags: ['meetings'],
      summary: 'Gives what a unit’s revealed score is made of, down to groups and criteria.',
      answer: 'The unit’s page; its `result` is null before the reveal.',
      params,
    }),
    async (request, reply) => {
      const hall = hallOf(request, deps);
      const id: SubjectId = request.params.subject;
      if (!hall.world.meeting.subjects.has(id))
        return refuse(reply, { code: 'unknown-subject', id }, 404);
      return { ok: true, page: unitPage(hall.seen, id) };
    },
  );
}
