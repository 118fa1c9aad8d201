// The list of meetings, which anyone may see, and new ones.
import { z } from 'zod';
import { TEMPLATES, templateOf } from '../../shared/meeting/template.ts';
import { templateText } from '../../shared/text/template.ts';
import { nameField } from '../../shared/wire-text.ts';
import { isZone } from '../../shared/zone.ts';
import { inTurn } from '../in-turn.ts';
import { refuse } from './answers.ts';
import { loadExample } from './example.ts';
import type { HttpDeps } from './deps.ts';
import { anyone, staffBehind, staffOnly, typed, type App } from './guard.ts';
import { roomForRehearsal } from './rehearsal.ts';

const newMeeting = z.strictObject({
  title: nameField,
  zone: z.string().min(1).max(64).refine(isZone),
  language: z.enum(['zh', 'en']),
  /** What the meeting starts with; absent: check-in, the draw of presenters, board; for the example the whole review. */
  template: z.enum(TEMPLATES).optional(),
  /** Only to try things out: every page says so. */
  rehearsal: z.literal(true).optional(),
  /** With the example's units and reviewers already in it. */
  example: z.literal(true).optional(),
});

export async function meetingRoutes(app: App, deps: HttpDeps): Promise<void> {
  typed(app).get(
    '/api/meetings',
    anyone({
      tags: ['meetings'],
      summary: 'Lists the meetings.',
      answer: 'Code and title of each.',
    }),
    async () => ({
      ok: true,
      meetings: deps.halls.known().map(({ code, title, rehearsal, createdAt, zone }) => ({
        ...{ code, title, rehearsal, createdAt, zone },
      })),
      unopened: deps.halls.unopened.map(({ code, flaw }) => ({ code, flaw })),
    }),
  );

  typed(app).post(
    '/api/meetings',
    staffOnly('create-meeting', deps, {
      tags: ['meetings'],
      summary: 'Makes a meeting.',
      answer: 'The new meeting’s code.',
      body: newMeeting,
    }),
    async (request, reply) => {
      const { title, zone, language, rehearsal, example } = request.body;
      const template = request.body.template ?? (example ? 'double-random' : undefined);
      const make = async () => {
        const room = rehearsal ? roomForRehearsal(deps.halls) : { ok: true as const };
        if (!room.ok) return room;
        const hall = await deps.halls.create(title, zone, language, {
          ...(rehearsal ? { rehearsal } : {}),
          ...(template ? { template: templateOf(template, templateText[language]) } : {}),
        });
        return { ok: true as const, hall };
      };
      // One after the other: two at once would each see room for one.
      const made = await (rehearsal ? inTurn(deps.halls, make) : make());
      if (!made.ok) return refuse(reply, made.refusal);
      const { code } = made.hall.world.meeting;
      const held = await deps.halls.hold(code);
      try {
        if (example) await loadExample(made.hall, staffBehind(request, deps));
        return { ok: true, code };
      } finally {
        held?.release();
      }
    },
  );
}
