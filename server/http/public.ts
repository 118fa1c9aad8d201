// What anyone may fetch: the snapshot of a meeting, a draw to check, and whether the server is well.
import type { FastifyInstance } from 'fastify';
import { createHash } from 'node:crypto';
import { publicView } from '../../shared/views/public.ts';
import type { Draw } from '../../shared/meeting/state.ts';
import type { Reach } from '../addresses.ts';
import type { Hall } from '../hall.ts';
import { qrSvg } from './join.ts';

interface PublicParts {
  readonly hallByCode: (code: string) => Hall | undefined;
  readonly reach: () => Reach;
}

const NO_MEETING = { ok: false, refusal: { code: 'no-such-meeting' } } as const;

export function publicRoutes(app: FastifyInstance, { hallByCode, reach }: PublicParts): void {
  app.get('/healthz', () => ({ ok: true }));

  app.get<{ Params: { code: string } }>('/api/m/:code/snapshot', async (request, reply) => {
    const hall = hallByCode(request.params.code);
    if (!hall) return reply.code(404).send(NO_MEETING);
    const body = JSON.stringify({ ok: true, ...publicView(hall.seen) });
    const tag = `"${createHash('sha256').update(body).digest('base64url')}"`;
    void reply.header('etag', tag).header('cache-control', 'public, max-age=1');
    if (request.headers['if-none-match'] === tag) return reply.code(304).send();
    return reply.type('application/json').send(body);
  });

  app.get<{ Params: { code: string; draw: string } }>(
    '/api/m/:code/draws/:draw',
    async (request, reply) => {
      const hall = hallByCode(request.params.code);
      if (!hall) return reply.code(404).send(NO_MEETING);
      const draw = hall.world.meeting.draws.find(({ id }) => id === request.params.draw);
      if (!draw) return reply.code(404).send({ ok: false, refusal: { code: 'draw-not-ready' } });
      return reply.send({ ok: true, ...published(draw) });
    },
  );

  // Photographed, it keeps the lock's 64 digits and leads to where they can be compared.
  app.get<{ Params: { code: string; draw: string } }>(
    '/api/m/:code/draws/:draw/lock.svg',
    async (request, reply) => {
      const { code, draw: id } = request.params;
      const draw = hallByCode(code)?.world.meeting.draws.find((one) => one.id === id);
      if (!draw) return reply.code(404).send(NO_MEETING);
      const url = `${reach().publicUrl}/m/${code}/watch?lock=${draw.lockHash}`;
      return reply.type('image/svg+xml').send(await qrSvg(url));
    },
  );
}

/** Lock at once; entropy and result only when the last name has been shown, or with a void (DRAW.md §6). */
function published(draw: Draw): object {
  const { id, lock, lockHash, assurance } = draw;
  const open = { id, lock, lockHash, assurance };
  if (draw.phase === 'void') {
    const { why, recordHash, signer, result } = draw;
    // With what its record holds, anyone recomputes the hash that the next lock follows; a result read before is no secret.
    const entropy = result?.entropy ?? lock.entropy.map(() => '');
    const proofs = signer === null ? [] : [{ type: 'signer', id: signer }];
    const outcome = result && { order: result.order, reserve: result.reserve };
    return { ...open, status: 'void', why, entropy, proofs, ...outcome, recordHash };
  }
  if (draw.phase !== 'determined' || draw.shown < draw.order.length)
    return { ...open, status: 'locked' };
  const { entropy, order, reserve, recordHash } = draw;
  return { ...open, status: 'result', entropy, order, reserve, recordHash };
}
