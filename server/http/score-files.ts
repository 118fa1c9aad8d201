// Scores of units in: a file is read and shown beside the units of the meeting, and stored as a column or an earlier result.
import { z } from 'zod';
import { compare, fromDecimal } from '../../shared/scoring/rational.ts';
import { nameOf } from '../../shared/meeting/world.ts';
import type { StaffCommandOf } from '../../shared/meeting/commands.ts';
import { subjectsIn } from '../../shared/meeting/subjects.ts';
import type { ReadScore } from '../../shared/roster/columns.ts';
import { fields } from '../../shared/wire-fields.ts';
import { nameField } from '../../shared/wire-text.ts';
import { expectation } from '../../shared/wire.ts';
import type { RosterResult } from '../roster/read-roster.ts';
import { refuse } from './answers.ts';
import type { HttpDeps } from './deps.ts';
import { hallOf, meetingParams, only, staffBehind, typed, type App } from './guard.ts';
import {
  columnField,
  IMPORT_BODY_LIMIT,
  MOST_FINDINGS,
  refused,
  type FileReading,
} from './import-file.ts';

const SAMPLE = 5;
/** Units without a score that are named. */
const MOST_MISSING = 20;

const scoresBody = z.strictObject({
  file: nameField,
  base64: z.string(),
  store: z.boolean(),
  expects: expectation,
  /** Of a column, or of an earlier result. */
  as: z.enum(['column', 'earlier']),
  id: fields.named,
  name: nameField,
  max: fields.plainDecimal,
  /** That units without a score are meant to have none. */
  partial: z.boolean(),
  choices: z
    .strictObject({
      id: columnField.exactOptional(),
      name: columnField.exactOptional(),
      score: columnField.exactOptional(),
      grade: columnField.exactOptional(),
    })
    .exactOptional(),
});

export function scoreFileRoutes(app: App, deps: HttpDeps, { files, place }: FileReading): void {
  typed(app).post(
    '/m/:code/api/import/scores',
    {
      onRequest: [only('ImportColumn', deps), place],
      bodyLimit: IMPORT_BODY_LIMIT,
      schema: {
        tags: ['rosters'],
        summary: 'Reads a file of scores, shows whose they are, and stores them when asked to.',
        answer:
          'What was read and who has none; or every problem with its row, column and remedy, and nothing is stored.',
        access: 'staff',
        params: meetingParams,
        body: scoresBody,
      },
    },
    async (request, reply) => {
      const hall = hallOf(request, deps);
      const { base64, store, expects, choices = {} } = request.body;
      const { meeting, directory } = hall.world;
      const subjects = subjectsIn(meeting).map((id) => ({
        ...{ id, name: nameOf(directory, 'subject', id) },
      }));
      const seen = { item: meeting.current, touched: meeting.touched.results };
      const result = await files.read({ kind: 'scores', base64, choices, subjects });
      if (!result) return refuse(reply, { code: 'busy' });
      const { reading, sheet } = result as RosterResult<ReadScore>;
      if (!reading.ok) return reply.code(400).send(refused(reading));
      const { entries } = reading;
      if (store) {
        const command = commandOf(request.body, entries);
        const answer = await hall.staff(staffBehind(request, deps), command, expects);
        if (!answer.ok) return refuse(reply, answer.refusal);
      }
      const given = new Set(entries.map(({ subject }) => subject));
      const missing = subjects.filter(({ id }) => !given.has(id));
      const names = new Map(subjects.map(({ id, name }) => [id, name]));
      return {
        ...{ ok: true, stored: store, sheet, columns: reading.columns, count: entries.length },
        sample: entries
          .slice(0, SAMPLE)
          .map(({ subject, value, grade }) => ({ name: names.get(subject), value, grade })),
        missing: missing.slice(0, MOST_MISSING).map(({ name }) => name),
        ...{ missed: missing.length, most: mostOf(entries), expects: seen },
        notes: reading.notes.slice(0, MOST_FINDINGS),
        moreNotes: Math.max(0, reading.notes.length - MOST_FINDINGS),
      };
    },
  );
}

function commandOf(
  { as, id, name, max, file, partial }: z.output<typeof scoresBody>,
  entries: readonly ReadScore[],
): StaffCommandOf<'ImportColumn'> | StaffCommandOf<'ImportEarlier'> {
  if (as === 'column')
    return {
      ...{ type: 'ImportColumn', column: id, name, max, source: file, partial },
      values: entries.flatMap(({ subject, value }) => (value === '' ? [] : [{ subject, value }])),
    };
  return {
    ...{ type: 'ImportEarlier', earlier: id, name, source: file },
    rows: entries.map(({ subject, value, grade }) => ({
      subject,
      ...(value === '' ? {} : { total: value, root: value }),
      ...(grade === '' ? {} : { grade }),
    })),
  };
}

/** The highest score, so that a full mark that is too low is seen before it is refused. */
function mostOf(entries: readonly ReadScore[]): string {
  return entries.reduce((most, { value }) => {
    const [one, best] = [fromDecimal(value), fromDecimal(most)];
    return one && (!best || compare(one, best) > 0) ? value : most;
  }, '');
}
