// Score sheets in and out: a file is read for the editor and stores nothing; what stands can be listed and taken along.
import { z } from 'zod';
import { newestVersion } from '../../shared/meeting/versions.ts';
import type { ReadSheet } from '../../shared/roster/score-sheet.ts';
import { scoreTemplates } from '../../shared/text/score-template.ts';
import { nameField } from '../../shared/wire-text.ts';
import type { Hall } from '../hall.ts';
import type { RosterResult } from '../roster/read-roster.ts';
import { scoreFile } from '../roster/score-file.ts';
import { TEMPLATE_TYPE } from '../roster/template.ts';
import { refuse } from './answers.ts';
import type { HttpDeps } from './deps.ts';
import { hallOf, meetingParams, only, staffOnly, typed, type App } from './guard.ts';
import {
  columnField,
  IMPORT_BODY_LIMIT,
  MOST_FINDINGS,
  refused,
  type FileReading,
} from './import-file.ts';

const roles = [
  ...(['level1', 'level2', 'level3', 'criterion', 'max'] as const),
  ...(['weight', 'step', 'grades', 'who'] as const),
];

const sheetBody = z.strictObject({
  file: nameField,
  base64: z.string(),
  /** Columns picked by a person, in answer to a question; by role, as letters. */
  choices: z.partialRecord(z.enum(roles), columnField).exactOptional(),
});

const fileQuery = z.object({
  language: z.enum(['zh', 'en']).default('zh'),
  /** Absent: an example to write over. */
  sheet: z.string().max(64).exactOptional(),
});

/** As programs call a sheet that nobody has named. */
const UNNAMED = /^(?:sheet|table|工作表|表)\s*\d*$/iu;

export function scoreSheetRoutes(app: App, deps: HttpDeps, { files, place }: FileReading): void {
  typed(app).post(
    '/m/:code/api/import/sheet',
    {
      onRequest: [only('AdoptSheet', deps), place],
      bodyLimit: IMPORT_BODY_LIMIT,
      schema: {
        tags: ['rosters'],
        summary: 'Reads a file with a score sheet. Nothing is stored.',
        answer: 'Its name and its tree; or every problem with its row, column and remedy.',
        access: 'staff',
        params: meetingParams,
        body: sheetBody,
      },
    },
    async (request, reply) => {
      const { file, base64, choices = {} } = request.body;
      const groups = groupNames(hallOf(request, deps));
      const result = await files.read({ kind: 'sheet', base64, choices, groups });
      if (!result) return refuse(reply, { code: 'busy' });
      const { reading, sheet } = result as RosterResult<ReadSheet>;
      if (!reading.ok) return reply.code(400).send(refused(reading));
      const [{ title, points, nodes } = { title: '', points: true, nodes: [] }] = reading.entries;
      const tab = UNNAMED.test(sheet) ? '' : sheet;
      const name = title || tab || file.replace(/\.[^.]*$/, '');
      return {
        ...{ ok: true, name, points, nodes, sheet, columns: reading.columns },
        notes: reading.notes.slice(0, MOST_FINDINGS),
        moreNotes: Math.max(0, reading.notes.length - MOST_FINDINGS),
      };
    },
  );

  typed(app).get(
    '/m/:code/api/sheets',
    staffOnly('view', deps, {
      tags: ['meetings'],
      summary: 'Lists the score sheets of a meeting as they stand now.',
      answer: 'The newest version of each, and the names of the groups that they name.',
      params: meetingParams,
    }),
    async (request) => {
      const hall = hallOf(request, deps);
      return { ok: true, sheets: newestSheets(hall), groups: groupNames(hall) };
    },
  );

  typed(app).get(
    '/m/:code/api/sheet-file',
    staffOnly('view', deps, {
      tags: ['meetings'],
      summary: 'Gives a score sheet as a spreadsheet that can be imported, or an example of one.',
      answer: 'The spreadsheet.',
      type: TEMPLATE_TYPE,
      params: meetingParams,
      querystring: fileQuery,
    }),
    async (request, reply) => {
      const hall = hallOf(request, deps);
      const { language, sheet: id } = request.query;
      const sheet = newestSheets(hall).find((one) => one.id === id) ?? null;
      if (id !== undefined && !sheet) return refuse(reply, { code: 'unknown-sheet' }, 404);
      const file = sheet ? sheet.name.replace(/[\\/:*?"<>|]/g, '_') : scoreTemplates[language].file;
      return reply
        .type(TEMPLATE_TYPE)
        .header(
          'content-disposition',
          `attachment; filename*=UTF-8''${encodeURIComponent(`${file}.xlsx`)}`,
        )
        .send(await scoreFile(sheet, groupNames(hall), language));
    },
  );
}

function newestSheets({ world: { meeting } }: Hall) {
  const ids = [...new Set(meeting.sheets.map(({ id }) => id))];
  return ids.flatMap((id) => newestVersion(meeting.sheets, id) ?? []);
}

function groupNames({ world: { meeting } }: Hall) {
  return meeting.groups.map(({ id, name }) => ({ id, name }));
}
