// Rosters in: a file is read and shown, or stored whole, or its problems are listed.
import { z } from 'zod';
import type { SubjectId } from '../../shared/ids.ts';
import type { ReviewerEntry, SubjectEntry } from '../../shared/meeting/commands.ts';
import type { Problem, RosterReading, Rows } from '../../shared/roster/problem.ts';
import { readReviewers } from '../../shared/roster/reviewers.ts';
import { readSubjects } from '../../shared/roster/subjects.ts';
import { nameOf } from '../../shared/meeting/world.ts';
import type { Hall } from '../hall.ts';
import { readCsv } from '../roster/csv.ts';
import { refuse } from './answers.ts';
import type { HttpDeps } from './deps.ts';
import { expectsField, nameField } from './fields.ts';
import { hallOf, meetingParams, only, staffBehind, typed, type App } from './guard.ts';

/** 10 MB of file as base64, and the rest of the message. */
const IMPORT_BODY_LIMIT = 14 * 1024 * 1024;
const SAMPLE = 5;

const importBody = z.strictObject({
  file: nameField,
  base64: z.string(),
  store: z.boolean(),
  expects: expectsField,
});

export async function rosterRoutes(app: App, deps: HttpDeps): Promise<void> {
  const options = {
    onRequest: only('import', deps),
    bodyLimit: IMPORT_BODY_LIMIT,
    schema: { params: meetingParams, body: importBody },
  };

  typed(app).post('/api/m/:code/import/subjects', options, async (request, reply) => {
    const hall = hallOf(request, deps);
    if (!hall) return refuse(reply, { code: 'no-such-meeting' });
    const { file, base64, store, expects } = request.body;
    const reading = readFile(base64, readSubjects);
    if (!reading.ok) return reply.code(400).send(reading);
    const { entries, notes } = reading;
    if (store) {
      const { id } = staffBehind(request, deps);
      const command = { type: 'ImportSubjects', source: file, entries } as const;
      const answer = await hall.staff(id, command, expects);
      if (!answer.ok) return refuse(reply, answer.refusal);
    }
    const sample = entries.slice(0, SAMPLE).map(subjectCard);
    const categories = counted(entries.map(({ category }) => category));
    return { ok: true, stored: store, count: entries.length, sample, categories, notes };
  });

  typed(app).post('/api/m/:code/import/reviewers', options, async (request, reply) => {
    const hall = hallOf(request, deps);
    if (!hall) return refuse(reply, { code: 'no-such-meeting' });
    const { file, base64, store, expects } = request.body;
    const reading = readFile(base64, (rows) => readReviewers(rows, subjectsOf(hall)));
    if (!reading.ok) return reply.code(400).send(reading);
    const { entries, notes } = reading;
    if (store) {
      const { id } = staffBehind(request, deps);
      const command = { type: 'ImportReviewers', source: file, entries } as const;
      const answer = await hall.staff(id, command, expects);
      if (!answer.ok) return refuse(reply, answer.refusal);
    }
    const sample = entries.slice(0, SAMPLE).map(reviewerCard);
    const groups = counted(entries.map(({ group }) => group));
    return { ok: true, stored: store, count: entries.length, sample, groups, notes };
  });
}

function readFile<Entry>(
  base64: string,
  read: (rows: Rows) => RosterReading<Entry>,
): RosterReading<Entry> {
  const bytes = Buffer.from(base64, 'base64');
  // Buffer skips what is no base64: only a text that comes back the same was whole.
  if (bytes.toString('base64') !== base64) return broken({ sheet: '', code: 'file-empty' });
  const csv = readCsv(bytes);
  return csv.ok ? read(csv.rows) : csv;
}

function broken(problem: Problem) {
  return { ok: false, problems: [problem] } as const;
}

function subjectsOf({ world: { meeting, directory } }: Hall) {
  return [...meeting.subjects.keys()].map((id: SubjectId) => ({
    id,
    name: nameOf(directory, 'subject', id),
  }));
}

function subjectCard({ id, name, category }: SubjectEntry) {
  return { id, name, category };
}

function reviewerCard({ id, name, group, recusals }: ReviewerEntry) {
  return { id, name, group, recusals };
}

/** Each name once, in order of appearance, with how often it stands there. */
function counted(names: readonly string[]) {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ name, count }));
}
