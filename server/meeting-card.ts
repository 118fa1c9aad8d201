// What lists say of a meeting while its file is closed: its card, which server.sqlite keeps.
import { z } from 'zod';
import type { MeetingId } from '../shared/ids.ts';
import { lastAttempt } from '../shared/meeting/rounds.ts';
import type { Meeting } from '../shared/meeting/state.ts';

export type MeetingCard = Readonly<z.output<typeof card>>;

const card = z.object({
  title: z.string(),
  zone: z.string(),
  rehearsal: z.boolean(),
  rehearsalOf: z
    .string()
    .transform((id) => id as MeetingId)
    .nullable(),
  createdAt: z.int(),
  erasedAt: z.int().nullable(),
  printedAddress: z.string().nullable(),
  /** Whether a round has been closed in it. */
  held: z.boolean(),
  /** Holders whose ticket a phone has brought. */
  phones: z.int(),
  /** Its file is open, or a countdown runs in it: a start opens it at once. */
  awake: z.boolean(),
});

export function cardOf(meeting: Meeting, awake: boolean): MeetingCard {
  const { title, zone, rehearsal, rehearsalOf, createdAt, erasedAt, printedAddress } = meeting;
  return {
    ...{ title, zone, rehearsal, rehearsalOf, createdAt, erasedAt, printedAddress },
    held: [...meeting.rounds.values()].some((round) => lastAttempt(round).phase !== 'open'),
    phones: meeting.phones.size,
    awake,
  };
}

/** null where none was written yet, or by a version that knew other things. */
export function readCard(text: string | null): MeetingCard | null {
  if (text === null || text === '') return null;
  const read = card.safeParse(JSON.parse(text));
  return read.success ? read.data : null;
}
