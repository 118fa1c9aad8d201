// Staff commands over HTTP: for those too long for a socket's message, such as a whole agenda, and for machines.
import { MESSAGES } from '../../shared/wire.ts';
import { refuse } from './answers.ts';
import type { HttpDeps } from './deps.ts';
import { hallOf, meetingParams, only, staffBehind, typed, type App } from './guard.ts';

/** A thousand items with long texts; whatever is sent to this route, a member of staff has signed in to send it. */
export const COMMAND_BODY_LIMIT = 512 * 1024;

export async function commandRoutes(app: App, deps: HttpDeps): Promise<void> {
  typed(app).post(
    '/m/:code/api/command',
    {
      onRequest: only('view', deps),
      bodyLimit: COMMAND_BODY_LIMIT,
      schema: {
        tags: ['control'],
        summary: 'Carries out a command of staff, as the console gives it.',
        answer: 'It is done and on disk.',
        access: 'staff',
        params: meetingParams,
        body: MESSAGES.command,
      },
    },
    async (request, reply) => {
      const hall = hallOf(request, deps);
      const { command, expects } = request.body;
      const answer = await hall.staff(staffBehind(request, deps), command, expects);
      return answer.ok ? answer : refuse(reply, answer.refusal);
    },
  );
}
