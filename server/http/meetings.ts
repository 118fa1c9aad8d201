// The list of meetings, which anyone may see, and new ones.
import { z } from 'zod';
import type { HttpDeps } from './deps.ts';
import { nameField } from './fields.ts';
import { only, typed, type App } from './guard.ts';

const newMeeting = z.strictObject({
  title: nameField,
  zone: z.string().min(1).max(64).refine(isZone),
  language: z.enum(['zh', 'en']),
});

export async function meetingRoutes(app: App, deps: HttpDeps): Promise<void> {
  typed(app).get('/api/meetings', async () => ({
    ok: true,
    meetings: deps.halls
      .all()
      .map(({ world: { meeting } }) => ({ code: meeting.code, title: meeting.title }))
      // One that is being made has neither yet.
      .filter(({ code }) => code !== ''),
  }));

  typed(app).post(
    '/api/meetings',
    { onRequest: only('create-meeting', deps), schema: { body: newMeeting } },
    async ({ body: { title, zone, language } }) => {
      const hall = await deps.halls.create(title, zone, language);
      return { ok: true, code: hall.world.meeting.code };
    },
  );
}

/** Whether `Intl` knows this time zone. */
function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
