// What anyone may fetch: the snapshot of a meeting, and a draw to check.
import type { FastifyInstance } from 'fastify';
import { createHash } from 'node:crypto';
import { publicView } from '../../shared/views/audiences/public.ts';
import { publishedDraw } from '../../shared/views/draws/draw-record.ts';
import type { Reach } from '../addresses.ts';
import type { Halls } from '../halls.ts';
import { refuse } from './answers.ts';
import { anyone, hallOf } from './guard.ts';
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
      return reply.send({ ok: true, ...publishedDraw(hall.world.meeting, draw) });
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

  // Photographed, it keeps the lock's 64 digits and leads to where they can be compared.
  app.get<{ Params: { code: string; draw: string } }>(
    '/m/:code/api/draws/:draw/lock.svg',
    anyone({
      tags: ['public'],
      summary: 'Draws the QR code that keeps a lock’s 64 digits.',
      answer: 'The QR code.',
      type: 'image/svg+xml',
    }),
    async (request, reply) => {
      const { code, draw: id } = request.params;
      const draw = hallOf(request, deps).world.meeting.draws.find((one) => one.id === id);
      if (!draw) return refuse(reply, { code: 'no-such-meeting' });
      const url = `${deps.reach().publicUrl}/m/${code}/watch?lock=${draw.lockHash}`;
      return reply.type('image/svg+xml').send(await qrSvg(url));
    },
  );
}
