// What anyone may fetch: the snapshot of a meeting, and a draw to check.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { canonical } from '../../shared/draw/canonical.ts';
import type { ProofFile } from '../../shared/draw/proof.ts';
import { publicView } from '../../shared/views/audiences/public.ts';
import { drawFile, meetingFile } from '../../shared/views/draws/draw-proof.ts';
import { publishedDraw, publishedNumbers } from '../../shared/views/draws/draw-record.ts';
import type { Draw } from '../../shared/meeting/draws/draw.ts';
import { isUnfinished } from '../../shared/meeting/draws/standing.ts';
import type { Meeting } from '../../shared/meeting/state.ts';
import { checkAddress } from '../../shared/check-address.ts';
import { publishedSeals } from '../../shared/views/draws/seals.ts';
import type { Reach } from '../addresses.ts';
import type { Halls } from '../halls.ts';
import { refuse } from './answers.ts';
import { attachment } from './attachment.ts';
import { anyone, hallOf } from './guard.ts';
import { sendOncePacked } from './once-packed.ts';
import { qrSvg } from './qr.ts';

export function publicRoutes(
  app: FastifyInstance,
  deps: { readonly halls: Pick<Halls, 'byCode' | 'refusalOf'>; readonly reach: () => Reach },
): void {
  app.get<{ Params: { code: string } }>(
    '/m/:code/api/snapshot',
    anyone({
      tags: ['public'],
      summary: 'Gives all that viewers may see, with an ETag.',
      answer: 'The public view.',
    }),
    async (request, reply) => {
      const hall = hallOf(request, deps);
      const body = JSON.stringify({ ok: true, ...publicView(hall.seen) });
      const tag = `"${createHash('sha256').update(body).digest('base64url')}"`;
      void reply.header('etag', tag).header('cache-control', 'public, max-age=1');
      if (request.headers['if-none-match'] === tag) return reply.code(304).send();
      return reply.type('application/json').send(body);
    },
  );

  app.get<{ Params: { code: string; draw: string } }>(
    '/m/:code/api/draws/:draw',
    anyone({
      tags: ['public'],
      summary: 'Gives a draw’s lock, and with its last shown name entropy and result.',
      answer: 'The draw as it may be recomputed by now.',
    }),
    async (request, reply) => {
      const hall = hallOf(request, deps);
      const draw = hall.world.meeting.draws.find(({ id }) => id === request.params.draw);
      if (!draw) return refuse(reply, { code: 'draw-not-ready' }, 404);
      const { meeting } = hall.world;
      return sendOncePacked(request, json(reply), meeting, `draw/${draw.id}`, () =>
        JSON.stringify({ ok: true, ...publishedDraw(meeting, draw) }),
      );
    },
  );

  app.get<{ Params: { code: string; draw: string } }>(
    '/m/:code/api/draws/:draw/numbers',
    anyone({
      tags: ['public'],
      summary: 'Gives the panels of a draw by lots in order of their numbers, once they have them.',
      answer: 'The numbered list.',
    }),
    async (request, reply) => {
      const hall = hallOf(request, deps);
      const draw = hall.world.meeting.draws.find(({ id }) => id === request.params.draw);
      const of = draw?.lots?.numbered;
      if (!draw || !of) return refuse(reply, { code: 'draw-not-ready' }, 404);
      // Nobody changes what has been published.
      void reply.header('cache-control', 'public, max-age=86400, immutable');
      return sendOncePacked(request, json(reply), of, 'numbers', () =>
        JSON.stringify({ ok: true, ...publishedNumbers(draw) }),
      );
    },
  );

  app.get<{ Params: { code: string; draw: string } }>(
    '/m/:code/api/draws/:draw/proof',
    anyone({
      tags: ['public'],
      summary: 'Gives the file by which anyone checks a draw, with what is public of it by now.',
      answer: 'The file, as canonical JSON.',
    }),
    async (request, reply) => {
      const { meeting } = hallOf(request, deps).world;
      const draw = meeting.draws.find(({ id }) => id === request.params.draw);
      if (!draw) return refuse(reply, { code: 'draw-not-ready' }, 404);
      const name = `${request.params.code}-${draw.id}`;
      return sendProof(request, reply, meeting, name, () => drawFile(meeting, draw));
    },
  );

  app.get<{ Params: { code: string } }>(
    '/m/:code/api/draws',
    anyone({
      tags: ['public'],
      summary: 'Gives the file by which anyone checks all draws of a meeting and their chain.',
      answer: 'The file, as canonical JSON.',
    }),
    async (request, reply) => {
      const { meeting } = hallOf(request, deps).world;
      const name = `${request.params.code}-draws`;
      return sendProof(request, reply, meeting, name, () => meetingFile(meeting));
    },
  );

  app.get<{ Params: { code: string } }>(
    '/m/:code/api/seals',
    anyone({
      tags: ['public'],
      summary: 'Gives the pools that were sealed for later draws, oldest first.',
      answer:
        'What each seal is the hash of: ids with group or category, and the hash of their names.',
    }),
    async (request, reply) => {
      const { meeting } = hallOf(request, deps).world;
      return reply.send({ ok: true, ...publishedSeals(meeting) });
    },
  );

  // Printed beside the 64 digits that it keeps.
  app.get<{ Params: { code: string; sealed: string } }>(
    '/m/:code/api/seals/:sealed/seal.svg',
    anyone({
      tags: ['public'],
      summary: 'Draws the QR code that keeps the 64 digits of a sealed pool.',
      answer: 'The QR code.',
      type: 'image/svg+xml',
    }),
    async (request, reply) => {
      const { code, sealed } = request.params;
      const seal = hallOf(request, deps).world.meeting.seals.find((one) => one.sealed === sealed);
      if (!seal) return refuse(reply, { code: 'nothing-to-seal' }, 404);
      const url = `${deps.reach().publicUrl}/m/${code}/watch?sealed=${seal.sealed}`;
      return reply.type('image/svg+xml').send(await qrSvg(url));
    },
  );

  app.get<{ Params: { code: string } }>(
    '/m/:code/api/watch.svg',
    anyone({
      tags: ['public'],
      summary: 'Draws the QR code of the page for viewers.',
      answer: 'The QR code.',
      type: 'image/svg+xml',
    }),
    async (request, reply) => {
      hallOf(request, deps);
      const url = `${deps.reach().publicUrl}/m/${request.params.code}/watch`;
      return reply.type('image/svg+xml').send(await qrSvg(url));
    },
  );

  for (const { code: name, summary, page } of DRAW_CODES)
    app.get<{ Params: { code: string; draw: string } }>(
      `/m/:code/api/draws/:draw/${name}.svg`,
      anyone({ tags: ['public'], summary, answer: 'The QR code.', type: 'image/svg+xml' }),
      async (request, reply) => {
        const { code, draw: id } = request.params;
        const draw = hallOf(request, deps).world.meeting.draws.find((one) => one.id === id);
        if (!draw) return refuse(reply, { code: 'no-such-meeting' });
        const url = deps.reach().publicUrl + page(code, draw);
        return reply.type('image/svg+xml').send(await qrSvg(url));
      },
    );
}

const DRAW_CODES = [
  {
    code: 'lock',
    summary: 'Draws the QR code that keeps a lock’s 64 digits.',
    // Photographed, it keeps them and leads to where they can be compared; once all is known, to where the draw is checked.
    page: (code: string, draw: Draw) =>
      isUnfinished(draw)
        ? `/m/${code}/watch?lock=${draw.lockHash}`
        : checkAddress(code, draw.id, draw.lockHash),
  },
  {
    code: 'check',
    summary: 'Draws the QR code of the page on which a draw is checked.',
    // Without the digits: whoever scans it types those that they saw themselves.
    page: (code: string, draw: Draw) => checkAddress(code, draw.id, null),
  },
] as const;

function sendProof(
  request: FastifyRequest,
  reply: FastifyReply,
  meeting: Meeting,
  name: string,
  file: () => ProofFile,
): Promise<FastifyReply> {
  void json(reply).header('content-disposition', attachment(`${name}.json`));
  return sendOncePacked(request, reply, meeting, `proof/${name}`, () => canonical(file()));
}

function json(reply: FastifyReply): FastifyReply {
  return reply.type('application/json; charset=utf-8');
}
