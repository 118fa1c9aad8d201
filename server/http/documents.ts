// Reports of units: staff hand them in, anyone may read those that are attached now. What goes out can run nothing.
import fastifyStatic from '@fastify/static';
import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { SubjectId } from '../../shared/ids.ts';
import type { ReportDocument } from '../../shared/meeting/people.ts';
import type { Refusal } from '../../shared/meeting/refusals.ts';
import type { Answer } from '../../shared/protocol.ts';
import { fields } from '../../shared/wire-fields.ts';
import { nameField } from '../../shared/wire-text.ts';
import type { Taken } from '../documents/document-store.ts';
import type { Hall, StaffActor } from '../hall.ts';
import { refuse } from './answers.ts';
import { extended } from './attachment.ts';
import type { HttpDeps } from './deps.ts';
import {
  anyone,
  hallOf,
  meetingParams,
  presenceIn,
  staffBehind,
  staffOnly,
  typed,
  type App,
} from './guard.ts';

/** Uploads at once, all meetings together: a disk has one arm, and ballots need it. */
const MOST_UPLOADS = 4;

const uploadParams = meetingParams.extend({ subject: fields.subject });
const uploadQuery = z.object({ name: nameField });
const againBody = z.strictObject({ hash: fields.hex64, name: nameField });
const readParams = meetingParams.extend({ hash: z.string().max(64) });

export async function documentRoutes(app: App, deps: HttpDeps): Promise<void> {
  let uploads = 0;
  // It knows ranges. What the headers say is ours: a file by the name of its hash tells no type, and a file's time no version.
  await app.register(fastifyStatic, { root: deps.documents.root, serve: false });
  // Not read here: the handler streams it to disk and counts. A form of another site cannot send this type unasked.
  app.addContentTypeParser('application/octet-stream', (_request, payload, done) =>
    done(null, payload),
  );

  typed(app).post(
    '/m/:code/api/subjects/:subject/documents',
    staffOnly('AttachDocument', deps, {
      tags: ['control'],
      summary: 'Attaches a report to a unit; the body is the file, its name stands in the query.',
      answer: 'The document as it is listed; it is on disk.',
      params: uploadParams,
      querystring: uploadQuery,
    }),
    async (request, reply) => {
      const hall = hallOf(request, deps);
      const { subject } = request.params;
      const { name } = request.query;
      if (!hall.world.meeting.subjects.has(subject))
        return refuse(reply, { code: 'unknown-subject', id: subject });
      if (!(request.body instanceof Readable)) return refuse(reply, { code: 'malformed' });
      if (uploads >= MOST_UPLOADS) return refuse(reply, { code: 'busy' });
      uploads++;
      let taken: Taken;
      let answer: Answer = { ok: true };
      try {
        taken = await deps.documents.of(hall).take(request.body, name, async (stored) => {
          // Asked now: twenty megabytes take their time, and whoever sent them may have been shut out meanwhile.
          const presence = presenceIn(request.headers.cookie, deps);
          answer = presence.ok
            ? await attach(presence.staff, hall, subject, { ...stored, name })
            : presence;
          return answer.ok || attached(hall, stored.hash) !== undefined;
        });
      } catch (error) {
        // They hung up: nobody waits for this answer, and nothing is wrong here.
        if (request.raw.destroyed && !request.raw.complete)
          return refuse(reply, { code: 'malformed' });
        throw error;
      } finally {
        uploads--;
      }
      if (!taken.ok)
        return refuse(
          reply,
          refusalOf(taken, hall, deps),
          taken.flaw === 'too-large' ? 413 : undefined,
        );
      return answerOf(answer, { ...taken.stored, name }, reply);
    },
  );

  // A removal taken back: the bytes are still here, and whoever removed them need not have them.
  typed(app).post(
    '/m/:code/api/subjects/:subject/documents/again',
    staffOnly('AttachDocument', deps, {
      tags: ['control'],
      summary: 'Attaches a report again whose file the server has: takes a removal back.',
      answer: 'The document as it is listed.',
      params: uploadParams,
      body: againBody,
    }),
    async (request, reply) => {
      const hall = hallOf(request, deps);
      const { hash, name } = request.body;
      const { subject } = request.params;
      const by = staffBehind(request, deps);
      const documents = deps.documents.of(hall);
      return documents.inTurn(async () => {
        const stored = await documents.find(hash, name);
        if (!stored) return refuse(reply, { code: 'document-unknown' });
        const document = { ...stored, name };
        return answerOf(await attach(by, hall, subject, document), document, reply);
      });
    },
  );

  typed(app).get(
    '/m/:code/api/documents/:hash',
    anyone({
      tags: ['public'],
      summary: 'Gives a report that is attached to a unit now, whole or a range of it.',
      answer: 'The file, in the type that its content was found to have.',
      type: 'application/pdf',
      params: readParams,
    }),
    async (request, reply) => {
      const hall = hallOf(request, deps);
      const document = attached(hall, request.params.hash);
      const documents = deps.documents.of(hall);
      const bytes = document ? await documents.bytes(document.hash) : null;
      if (!document || bytes === null) return refuse(reply, { code: 'document-unknown' }, 404);
      const { headers } = request.raw;
      const tag = `"${document.hash}"`;
      describe(reply, document, tag);
      if (headers['if-none-match'] === tag) return reply.code(304).send();
      // The library does not know this tag, and refuses a last part that is longer than the whole.
      const last = Number(/^bytes=-(\d+)$/.exec(headers.range ?? '')?.[1] ?? 0);
      if ((headers['if-range'] ?? tag) !== tag || last > bytes) delete headers.range;
      delete headers['if-range'];
      return reply.sendFile(document.hash, documents.folder, OWN_HEADERS);
    },
  );
}

const OWN_HEADERS = { etag: false, lastModified: false, cacheControl: false, contentType: false };

function attach(
  by: StaffActor,
  hall: Hall,
  subject: SubjectId,
  document: ReportDocument,
): Promise<Answer> {
  const expects = { item: hall.world.meeting.current, touched: 0 };
  return hall.staff(by, { type: 'AttachDocument', subject, document }, expects);
}

function answerOf(answer: Answer, document: ReportDocument, reply: FastifyReply) {
  return answer.ok ? { ok: true, document } : refuse(reply, answer.refusal);
}

/** Only what hangs on a subject of this meeting now: a hash alone is no right to a file. */
function attached({ world: { meeting } }: Hall, hash: string): ReportDocument | undefined {
  for (const [subject, list] of meeting.documents) {
    const found = meeting.subjects.has(subject) && list.find((one) => one.hash === hash);
    if (found) return found;
  }
  return undefined;
}

/**
 * Headers of a document. Its type is ours and not guessed at; no script, style or frame of it works. A sandbox stands
 * around all but a PDF: browsers open none within one, and their viewers keep a PDF's scripts away from the page's
 * origin. Our own pages may frame a PDF: the desk's tablet shows it in place.
 */
function describe(reply: FastifyReply, { name, media }: ReportDocument, tag: string): void {
  const isText = media.startsWith('text/');
  const policy =
    media === 'application/pdf'
      ? "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'"
      : "default-src 'none'; frame-ancestors 'none'; sandbox";
  void reply
    .type(isText ? `${media}; charset=utf-8` : media)
    .header('content-security-policy', policy)
    .header('x-frame-options', media === 'application/pdf' ? 'SAMEORIGIN' : 'DENY')
    .header('content-disposition', `inline; filename*=UTF-8''${extended(name)}`)
    // Asked for anew each time, which costs a few bytes: what was taken down shall not live on in caches.
    .header('cache-control', 'public, no-cache')
    .header('etag', tag);
}

function refusalOf(
  taken: Extract<Taken, { readonly ok: false }>,
  hall: Hall,
  { halls }: HttpDeps,
): Refusal {
  switch (taken.flaw) {
    case 'too-large':
      return { code: 'document-too-large', maxMegabytes: taken.maxMegabytes };
    case 'media':
      return { code: 'document-media' };
    case 'no-room':
      return { code: 'not-saved' };
    case 'gone':
      return { code: halls.all().includes(hall) ? 'not-saved' : 'no-such-meeting' };
  }
}
