// Answers that come a line of JSON after the other while work is done, and end the work where nobody listens any more.
import { PassThrough } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';

export const LINES_TYPE = 'application/x-ndjson';

/**
 * @param ends aborts what is under way when the server closes
 * @param work says lines; a bug of its own ends the answer, and is logged
 */
export function sendLines(
  { log }: FastifyRequest,
  reply: FastifyReply,
  ends: AbortSignal,
  work: (say: (line: object) => void, signal: AbortSignal) => Promise<void>,
): FastifyReply {
  const gone = new AbortController();
  const end = () => {
    gone.abort();
  };
  reply.raw.once('close', end);
  ends.addEventListener('abort', end, { once: true });
  const lines = new PassThrough();
  const say = (line: object) => {
    if (!lines.destroyed) lines.write(`${JSON.stringify(line)}\n`);
  };
  void work(say, gone.signal)
    .then(() => {
      lines.end();
    })
    // A bug of the thread's own: the page says that there was no answer, the log why.
    .catch((error: unknown) => {
      log.error(error);
      lines.destroy();
    })
    .finally(() => {
      ends.removeEventListener('abort', end);
    });
  return reply.type(LINES_TYPE).send(lines);
}
