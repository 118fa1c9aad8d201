// The result for staff: what it is made of and comes to; and one unit's values, on which a page tries a plan.
import type { StaffId, SubjectId } from '../../shared/ids.ts';
import { inputFor, inputOf } from '../../shared/meeting/result/input.ts';
import { staffNameOf } from '../../shared/meeting/staff-names.ts';
import { fields } from '../../shared/wire-fields.ts';
import { resultPage } from '../../shared/views/numbers/result-page.ts';
import { refuse } from './answers.ts';
import type { HttpDeps } from './deps.ts';
import { hallOf, meetingParams, staffBehind, staffOnly, typed, type App } from './guard.ts';

const ofSubject = meetingParams.extend({ subject: fields.subject });

export async function resultRoutes(app: App, deps: HttpDeps): Promise<void> {
  typed(app).get(
    '/m/:code/api/result',
    staffOnly('view', deps, {
      tags: ['meetings'],
      summary:
        'Gives the plan, columns, adjustments and vetoes, the result and how far it is decided.',
      answer: 'All of it as it is now; without a plan `plan` is null.',
      params: meetingParams,
    }),
    async (request) => {
      const hall = hallOf(request, deps);
      const account = (id: StaffId) => deps.serverFile.staffById(id)?.name ?? null;
      const staffName = (id: StaffId) => staffNameOf(hall.world.directory, id, account);
      const { id: me } = staffBehind(request, deps);
      return { ok: true, page: resultPage(hall.seen, { me, staffName }) };
    },
  );

  typed(app).get(
    '/m/:code/api/result/:subject',
    staffOnly('view', deps, {
      tags: ['meetings'],
      summary:
        'Gives what one unit’s result is computed from: revealed scores, columns, adjustments.',
      answer: 'The values, exact ones as fractions.',
      params: ofSubject,
    }),
    async (request, reply) => {
      const { meeting } = hallOf(request, deps).world;
      const id: SubjectId = request.params.subject;
      if (!meeting.subjects.has(id)) return refuse(reply, { code: 'unknown-subject', id }, 404);
      return { ok: true, input: inputFor(inputOf(meeting), id) };
    },
  );
}
