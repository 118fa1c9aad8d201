// What imports of files have in common: how large they may be, and how their problems go out.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { RosterReading } from '../../shared/roster/problem.ts';
import type { RosterFiles } from '../roster/roster-files.ts';

/** What a route that reads a file works with. */
export interface FileReading {
  readonly files: RosterFiles;
  /** A place of those that read files at once, all routes together. */
  readonly place: (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;
}

/** 10 MB of file as base64, and the rest of the message. */
export const IMPORT_BODY_LIMIT = 14 * 1024 * 1024;
/** A file of the wrong kind has a problem in each row: nobody reads ten thousand. */
export const MOST_FINDINGS = 200;

export const columnField = z.string().regex(/^[A-Z]{1,3}$/);

/** The problems of a file, or its questions, as they go out. */
export function refused({ problems, questions }: Extract<RosterReading<unknown>, { ok: false }>) {
  const more = problems.length - MOST_FINDINGS;
  return {
    ok: false,
    problems: problems.slice(0, MOST_FINDINGS),
    ...(more > 0 ? { more } : {}),
    ...(questions ? { questions } : {}),
  };
}
