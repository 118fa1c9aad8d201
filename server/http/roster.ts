// Rosters in: a file is read and shown, or stored whole, or its problems are listed. And an empty form for download.
import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { SubjectId } from '../../shared/ids.ts';
import type { ReviewerEntry, SubjectEntry } from '../../shared/meeting/commands/roster.ts';
import { attributeName, MOST_ATTRIBUTES, offersOf } from '../../shared/meeting/attributes.ts';
import {
  declaredApart,
  reviewersChange,
  subjectsChange,
  type DeclaredApart,
  type RosterChange,
} from '../../shared/meeting/roster-change.ts';
import { nameOf, type World } from '../../shared/meeting/world.ts';
import type { Note, RosterReading } from '../../shared/roster/problem.ts';
import { rosterTemplates } from '../../shared/text/roster-template.ts';
import { nameField } from '../../shared/wire-text.ts';
import { expectation } from '../../shared/wire.ts';
import type { Hall } from '../hall.ts';
import { inSteps } from '../in-steps.ts';
import type { RosterResult } from '../roster/read-roster.ts';
import { RosterFiles } from '../roster/roster-files.ts';
import { rosterTemplate, TEMPLATE_TYPE } from '../roster/template.ts';
import { refuse } from './answers.ts';
import { attachment } from './attachment.ts';
import type { HttpDeps } from './deps.ts';
import { drawnListRoute } from './drawn-earlier.ts';
import { hallOf, meetingParams, only, staffBehind, staffOnly, typed, type App } from './guard.ts';
import { columnField, IMPORT_BODY_LIMIT, MOST_FINDINGS, refused } from './import-file.ts';
import { scoreFileRoutes } from './score-files.ts';
import { scoreSheetRoutes } from './score-sheets.ts';

/** Uploads at once, all meetings together. */
const MOST_UPLOADS = 8;
const SAMPLE = 5;

const importBody = z.strictObject({
  file: nameField,
  base64: z.string(),
  store: z.boolean(),
  expects: expectation,
  /** Columns picked by a person, in answer to a question; by role, as letters. */
  choices: z
    .strictObject({
      id: columnField.exactOptional(),
      name: columnField.exactOptional(),
      category: columnField.exactOptional(),
      group: columnField.exactOptional(),
      recusals: columnField.exactOptional(),
    })
    .exactOptional(),
  /** Of reviewers: headings of the columns that quotas are set by; absent, those that were before. */
  quotas: z.array(nameField).max(MOST_ATTRIBUTES).exactOptional(),
});

const templateParams = z.strictObject({ file: z.enum(['subjects.xlsx', 'reviewers.xlsx']) });
const templateQuery = z.object({ language: z.enum(['zh', 'en']).default('zh') });

export async function rosterRoutes(app: App, deps: HttpDeps): Promise<void> {
  const files = new RosterFiles();
  app.addHook('onClose', () => files.close());
  let uploads = 0;
  /** Before the body is read: each is held in memory whole, and one that breaks off gives its place back. */
  const place = async (_: FastifyRequest, reply: FastifyReply) => {
    if (uploads >= MOST_UPLOADS) return reply.send(refuse(reply, { code: 'busy' }));
    uploads++;
    reply.raw.once('close', () => {
      uploads--;
    });
    return undefined;
  };
  const options = (command: 'ImportSubjects' | 'ImportReviewers', what: string) => ({
    onRequest: [only(command, deps), place],
    bodyLimit: IMPORT_BODY_LIMIT,
    schema: {
      tags: ['rosters'],
      summary: `Reads a file of ${what}, shows what is in it, and stores it when asked to.`,
      answer:
        'What was read; or every problem with its row, column and remedy, and nothing is stored.',
      access: 'staff' as const,
      params: meetingParams,
      body: importBody,
    },
  });
  const forSubjects = options('ImportSubjects', 'units');
  const forReviewers = options('ImportReviewers', 'reviewers');

  typed(app).post('/m/:code/api/import/subjects', forSubjects, async (request, reply) => {
    const hall = hallOf(request, deps);
    const { file, base64, store, expects, choices = {} } = request.body;
    const seen = seenNow(hall, 'subjects');
    const result = await files.read({ kind: 'subjects', base64, choices });
    if (!result) return refuse(reply, { code: 'busy' });
    const { reading } = result as RosterResult<SubjectEntry>;
    if (!reading.ok) return reply.code(400).send(refused(reading));
    const { entries } = reading;
    const { world } = hall;
    const change = await inSteps(subjectsChange(world, entries));
    if (store) {
      const by = staffBehind(request, deps);
      const command = { type: 'ImportSubjects', source: file, entries } as const;
      const answer = await hall.staff(by, command, expects);
      if (!answer.ok) return refuse(reply, answer.refusal);
    }
    const sample = entries
      .slice(0, SAMPLE)
      .map(({ id, name, category }) => ({ id, name, category }));
    const categories = counted(entries.map(({ category }) => category));
    return { ...understood(result, reading, seen, change), stored: store, sample, categories };
  });

  typed(app).post('/m/:code/api/import/reviewers', forReviewers, async (request, reply) => {
    const hall = hallOf(request, deps);
    const { file, base64, store, expects, choices = {} } = request.body;
    const seen = seenNow(hall, 'reviewers');
    const subjects = subjectsOf(hall);
    const read = { kind: 'reviewers', base64, subjects, choices } as const;
    const result = await files.read(read);
    if (!result) return refuse(reply, { code: 'busy' });
    const { reading } = result as RosterResult<ReviewerEntry>;
    if (!reading.ok) return reply.code(400).send(refused(reading));
    const { entries } = reading;
    const { world } = hall;
    const offers = offersOf(entries, headingsIn(reading.notes));
    const wished = new Set(request.body.quotas ?? standingHeadings(world));
    const quotas = offers
      .filter(({ heading, flaw }) => wished.has(heading) && flaw === null)
      .map(({ heading }) => heading);
    const change = await inSteps(reviewersChange(world, entries, quotas));
    const notes = [...declaredNotes(world, entries), ...reading.notes];
    if (store) {
      const by = staffBehind(request, deps);
      const command = { type: 'ImportReviewers', source: file, entries, quotas } as const;
      const answer = await hall.staff(by, command, expects);
      if (!answer.ok) return refuse(reply, answer.refusal);
    }
    const sample = entries
      .slice(0, SAMPLE)
      .map(({ id, name, group, recusals }) => ({ id, name, group, recusals }));
    const groups = counted(entries.map(({ group }) => group));
    const what = understood(result, { ...reading, notes }, seen, change);
    const attributes = offers.map(({ blank, ...offer }) => ({
      ...offer,
      ...{ blank: blank.slice(0, SAMPLE), blanks: blank.length },
      chosen: quotas.includes(offer.heading),
    }));
    return { ...what, stored: store, sample, groups, attributes };
  });

  scoreSheetRoutes(app, deps, { files, place });
  scoreFileRoutes(app, deps, { files, place });
  drawnListRoute(app, deps, { files, place });

  typed(app).get(
    '/api/roster-template/:file',
    staffOnly('view', deps, {
      tags: ['rosters'],
      summary: 'Gives an empty spreadsheet to fill in.',
      answer: 'The spreadsheet.',
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      params: templateParams,
      querystring: templateQuery,
    }),
    async (request, reply) => {
      const { language } = request.query;
      const kind = request.params.file === 'subjects.xlsx' ? 'subjects' : 'reviewers';
      const name = `${rosterTemplates[language][kind].file}.xlsx`;
      return reply
        .type(TEMPLATE_TYPE)
        .header('content-disposition', attachment(name))
        .send(await rosterTemplate(kind, language));
    },
  );
}

/** What a preview is understood against, so that it is stored against the same. */
function seenNow({ world: { meeting } }: Hall, kind: 'subjects' | 'reviewers') {
  const entries = [...(kind === 'subjects' ? meeting.subjects : meeting.pool).values()];
  const list = entries.map(({ id, commitment }) => `${id} ${commitment}`).join('\n');
  return {
    expects: { item: meeting.current, touched: meeting.touched.roster },
    /** Stands for the roster that would be replaced. */
    standing: createHash('sha256').update(list).digest('base64url').slice(0, 16),
  };
}

function understood<Entry>(
  { sheet }: RosterResult,
  { entries, columns, notes }: Extract<RosterReading<Entry>, { ok: true }>,
  seen: ReturnType<typeof seenNow>,
  change: RosterChange,
) {
  return {
    ok: true,
    count: entries.length,
    sheet,
    columns,
    change,
    notes: notes.slice(0, MOST_FINDINGS),
    moreNotes: Math.max(0, notes.length - MOST_FINDINGS),
    ...seen,
  };
}

/** What was declared and the file does not say: first, because it is about people and not about cells. */
function declaredNotes(world: World, entries: readonly ReviewerEntry[]): readonly Note[] {
  const { stay, rest } = declaredApart(world, entries);
  const told = (code: 'declared-stays' | 'declared-rests') => (declared: DeclaredApart) => {
    const { subjects, ...one } = declared;
    const units = subjects.map((id) => nameOf(world.directory, 'subject', id));
    return { sheet: '', code, units, ...one };
  };
  return [...stay.map(told('declared-stays')), ...rest.map(told('declared-rests'))];
}

/** Columns of no role, in the order of the sheet. */
function headingsIn(notes: readonly Note[]): readonly string[] {
  return notes.flatMap((note) => (note.code === 'attributes' ? note.keys : []));
}

function standingHeadings({ meeting, directory }: World): readonly string[] {
  return meeting.attributes.map(({ id }) => attributeName(directory, id));
}

function subjectsOf({ world: { meeting, directory } }: Hall) {
  return [...meeting.subjects.keys()].map((id: SubjectId) => ({
    id,
    name: nameOf(directory, 'subject', id),
  }));
}

/** Each name once, in order of appearance, with how often it stands there. */
function counted(names: readonly string[]) {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ name, count }));
}
