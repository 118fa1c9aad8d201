// Rehearsals: a copy of a meeting to try things out in, and tickets for simulated phones, never for a real meeting.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { StaffId } from '../../shared/ids.ts';
import { MOST_REHEARSALS, rehearsalPlan, rehearsalTitle } from '../../shared/meeting/rehearsal.ts';
import { rehearsalText } from '../../shared/text/rehearsal.ts';
import type { Hall, StaffActor } from '../hall.ts';
import { inTurn } from '../in-turn.ts';
import type { Halls } from '../halls.ts';
import { simulatedTickets } from '../rehearsal/tickets.ts';
import { refuse, type Refused } from './answers.ts';
import { carryOut } from './carry-out.ts';
import type { HttpDeps } from './deps.ts';
import { anyone, hallOf, meetingParams, staffBehind, staffOnly, typed, type App } from './guard.ts';

const copyBody = z.strictObject({ language: z.enum(['zh', 'en']) });
const keyBody = z.strictObject({ key: z.string().max(160) });

export async function rehearsalRoutes(app: App, deps: HttpDeps): Promise<void> {
  typed(app).post(
    '/m/:code/api/rehearsal',
    staffOnly('create-meeting', deps, {
      tags: ['meetings'],
      summary: 'Copies a meeting’s lists and settings into a rehearsal.',
      answer: 'The rehearsal’s code.',
      params: meetingParams,
      body: copyBody,
    }),
    async (request, reply) => {
      const original = hallOf(request, deps);
      const by = staffBehind(request, deps);
      const { rehearsalOf } = original.world.meeting;
      const { language } = request.body;
      const known = deps.halls.known().find(({ id }) => id === rehearsalOf);
      const parent = known ? await deps.halls.hold(known.code) : null;
      try {
        const of = parent?.hall ?? original;
        // One after the other: two at once would each see room for one.
        const made = await inTurn(of, () => rehearse(original, of, { by, language }, deps));
        return made.ok ? made : refuse(reply, made.refusal);
      } finally {
        parent?.release();
      }
    },
  );

  typed(app).post(
    '/m/:code/api/delete',
    staffOnly('create-meeting', deps, {
      tags: ['meetings'],
      summary: 'Deletes a rehearsal with its copy and its documents; a meeting is refused.',
      answer: 'Nothing but that it is gone.',
      params: meetingParams,
    }),
    async (request, reply) => {
      const hall = hallOf(request, deps);
      if (!hall.world.meeting.rehearsal) return refuse(reply, { code: 'not-a-rehearsal' });
      if (!(await deps.removeRehearsal(hall))) return refuse(reply, { code: 'no-such-meeting' });
      return { ok: true };
    },
  );

  typed(app).get(
    '/m/:code/api/rehearsal-link',
    staffOnly('IssueTickets', deps, {
      tags: ['control'],
      summary: 'Gives the address with which simulated phones join a rehearsal.',
      answer: 'The address with its key; only for a rehearsal.',
      params: meetingParams,
    }),
    async (request, reply) => {
      const hall = hallOf(request, deps);
      if (!hall.world.meeting.rehearsal) return refuse(reply, { code: 'no-such-meeting' });
      const { id } = staffBehind(request, deps);
      const { code } = hall.world.meeting;
      return { ok: true, url: `${deps.reach().publicUrl}/m/${code}/rehearse#${keyOf(hall, id)}` };
    },
  );

  typed(app).post(
    '/m/:code/api/rehearsal-tickets',
    anyone({
      tags: ['control'],
      summary: 'Issues tickets for simulated phones, in exchange for a rehearsal’s key.',
      answer: 'Reviewers and secrets; only for a rehearsal.',
      params: meetingParams,
      body: keyBody,
    }),
    async (request, reply) => {
      const hall = hallOf(request, deps);
      if (!hall.world.meeting.rehearsal) return refuse(reply, { code: 'no-such-meeting' });
      const by = staffOfKey(hall, request.body.key, deps);
      if (by === null) return refuse(reply, { code: 'wrong-key' });
      const issued = await simulatedTickets(hall, by, deps);
      return issued.ok ? issued : refuse(reply, issued.refusal);
    },
  );
}

/**
 * Makes the copy and gives its code. Refused where there are as many as there may be, and once the people of the original
 * or of the meeting that it belongs to are erased.
 */
async function rehearse(
  original: Hall,
  parent: Hall,
  { by, language }: { readonly by: StaffActor; readonly language: 'zh' | 'en' },
  { halls, documents }: HttpDeps,
): Promise<{ readonly ok: true; readonly code: string } | Refused> {
  const { id, title, zone, rehearsalOf } = original.world.meeting;
  // A copy of a copy is one of the meeting.
  const of = rehearsalOf ?? id;
  const others = halls.known().filter(({ rehearsalOf }) => rehearsalOf === of);
  if (others.length >= MOST_REHEARSALS) return refused(MOST_REHEARSALS);
  if ([original, parent].some(({ world }) => world.meeting.erasedAt !== null))
    return { ok: false, refusal: { code: 'already-erased' } };
  const { template, commands } = rehearsalPlan(original.world);
  const name = rehearsalTitle(rehearsalText[language].mark, title);
  const options = { rehearsal: true, rehearsalOf: of, template };
  const copy = await halls.create(name, zone, language, options);
  const { code } = copy.world.meeting;
  const held = await halls.hold(code);
  try {
    const reports = commands.flatMap((command) =>
      command.type === 'AttachDocument' ? [command.document.hash] : [],
    );
    // The bytes first, as with any report.
    if (reports.length > 0) documents.of(copy).takeFrom(documents.of(original), reports);
    for (const command of commands) await carryOut(copy, by, command);
    return { ok: true, code };
  } finally {
    held?.release();
  }
}

/** Rehearsals that are a copy of nothing stand together: there may be as many of them as of one meeting. */
export function roomForRehearsal(halls: Pick<Halls, 'known'>): { readonly ok: true } | Refused {
  const others = halls
    .known()
    .filter(({ rehearsal, rehearsalOf }) => rehearsal && rehearsalOf === null);
  return others.length >= MOST_REHEARSALS ? refused(MOST_REHEARSALS) : { ok: true };
}

function refused(most: number): Refused {
  return { ok: false, refusal: { code: 'rehearsals-full', most } };
}

/** A key acts in the name of whoever made it. It stands as long as the rehearsal and the account. */
function keyOf(hall: Hall, staff: StaffId): string {
  return `${staff}.${signature(hall, staff).toString('base64url')}`;
}

function staffOfKey(hall: Hall, key: string, { serverFile }: HttpDeps): StaffActor | null {
  const dot = key.lastIndexOf('.');
  const id = key.slice(0, dot) as StaffId;
  const given = Buffer.from(key.slice(dot + 1), 'base64url');
  const wanted = signature(hall, id);
  if (dot < 1 || given.length !== wanted.length || !timingSafeEqual(given, wanted)) return null;
  const account = serverFile.staffById(id);
  return account?.disabled === false ? account : null;
}

function signature(hall: Hall, staff: StaffId): Buffer {
  return createHmac('sha256', Buffer.from(hall.codeKey, 'hex'))
    .update(`rehearsal/${staff}`)
    .digest();
}
