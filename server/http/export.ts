// Files that a meeting is taken away as: made in a thread from what was revealed, for staff to save.
import { z } from 'zod';
import { exportedSteps } from '../../shared/export/exporting.ts';
import { EXPORT_FILES, type ExportFile } from '../../shared/export/file-names.ts';
import { fileNameOf } from '../../shared/export/files.ts';
import { ExportFiles } from '../export/export-files.ts';
import { WORKBOOK_TYPE } from '../export/workbook.ts';
import { inSteps } from '../in-steps.ts';
import { refuse } from './answers.ts';
import { attachment } from './attachment.ts';
import type { HttpDeps } from './deps.ts';
import { hallOf, meetingParams, staffOnly, typed, type App } from './guard.ts';

const exportParams = meetingParams.extend({ file: z.enum(EXPORT_FILES) });
const exportQuery = z.object({ language: z.enum(['zh', 'en']).default('zh') });

export async function exportRoutes(app: App, deps: HttpDeps): Promise<void> {
  const files = new ExportFiles();
  app.addHook('onClose', () => files.close());
  typed(app).get(
    '/m/:code/api/export/:file',
    staffOnly('view', deps, {
      tags: ['meetings'],
      summary:
        'Gives a meeting’s lists and revealed results as a workbook with formulas, as CSV, or as JSON with exact fractions.',
      answer: 'The file.',
      type: WORKBOOK_TYPE,
      params: exportParams,
      querystring: exportQuery,
    }),
    async (request, reply) => {
      const hall = hallOf(request, deps);
      const { file } = request.params;
      const { language } = request.query;
      const { seen, head, now } = hall;
      const exported = await inSteps(exportedSteps(seen, { head, at: now }));
      const made = await files.make({ exported, file, language });
      if (!made.ok) return refuse(reply, { code: 'busy' }, made.why === 'full' ? 429 : 503);
      return reply
        .type(typeOf(file))
        .header(
          'content-disposition',
          attachment(fileNameOf(exported.meeting.title, file, language)),
        )
        .send(Buffer.from(made.answer));
    },
  );
}

function typeOf(file: ExportFile): string {
  if (file === 'workbook.xlsx') return WORKBOOK_TYPE;
  return file === 'results.json' ? 'application/json; charset=utf-8' : 'text/csv; charset=utf-8';
}
