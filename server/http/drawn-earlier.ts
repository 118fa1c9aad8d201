// Whom a meeting's draws have drawn, by name: staff leave them out of a draw of another meeting. And lists of them, read.
import { z } from 'zod';
import type { EarlierEntry } from '../../shared/meeting/draws/earlier.ts';
import { drawnEarlier } from '../../shared/views/draws/drawn-earlier.ts';
import { shownMeeting } from '../../shared/views/seen.ts';
import { nameField } from '../../shared/wire-text.ts';
import type { RosterResult } from '../roster/read-roster.ts';
import { refuse } from './answers.ts';
import type { HttpDeps } from './deps.ts';
import { hallOf, meetingParams, only, staffOnly, typed, type App } from './guard.ts';
import { columnField, IMPORT_BODY_LIMIT, refused, type FileReading } from './import-file.ts';

export async function drawnEarlierRoutes(app: App, deps: HttpDeps): Promise<void> {
  typed(app).get(
    '/m/:code/api/drawn',
    staffOnly('view', deps, {
      tags: ['meetings'],
      summary: 'Gives who was drawn in each draw that is over, with their names.',
      answer: 'The meeting, and its draws, newest first.',
      params: meetingParams,
    }),
    async (request) => {
      const { seen } = hallOf(request, deps);
      return { ok: true, meeting: shownMeeting(seen.meeting), draws: drawnEarlier(seen) };
    },
  );
}

const listBody = z.strictObject({
  file: nameField,
  base64: z.string(),
  of: z.enum(['people', 'units']),
  /** Columns picked by a person, in answer to a question; by role, as letters. */
  choices: z
    .strictObject({ id: columnField.exactOptional(), name: columnField.exactOptional() })
    .exactOptional(),
});

export function drawnListRoute(app: App, deps: HttpDeps, { files, place }: FileReading): void {
  typed(app).post(
    '/m/:code/api/import/drawn',
    {
      onRequest: [only('SetAgenda', deps), place],
      bodyLimit: IMPORT_BODY_LIMIT,
      schema: {
        tags: ['rosters'],
        summary: 'Reads a file of who was drawn in an earlier meeting. Nothing is stored.',
        answer: 'Their ids and names; or every problem with its row, column and remedy.',
        access: 'staff',
        params: meetingParams,
        body: listBody,
      },
    },
    async (request, reply) => {
      hallOf(request, deps);
      const { base64, of, choices = {} } = request.body;
      const result = await files.read({ kind: 'drawn', base64, of, choices });
      if (!result) return refuse(reply, { code: 'busy' });
      const { reading } = result as RosterResult<EarlierEntry>;
      if (!reading.ok) return reply.code(400).send(refused(reading));
      return { ok: true, entries: reading.entries };
    },
  );
}
