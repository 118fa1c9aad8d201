// Where any page, with or without a session, tells of an exception.
import { faultMessage } from '../../shared/wire-fault.ts';
import type { FaultBook } from '../faults.ts';
import { refuse } from './answers.ts';
import { typed, type App } from './guard.ts';

const FAULT_BYTES = 4 * 1024;

export function faultRoutes(app: App, faults: FaultBook): void {
  typed(app).post(
    '/api/fault',
    {
      bodyLimit: FAULT_BYTES,
      schema: {
        tags: ['public'],
        summary:
          'Takes a page’s report of an exception: where it was and of what kind, nothing that anybody wrote.',
        answer: 'It was counted; beyond sixty reports a minute none is.',
        body: faultMessage,
      },
    },
    async (request, reply) =>
      faults.add(request.body) ? { ok: true } : refuse(reply, { code: 'too-many' }, 429),
  );
}
