// What a new meeting is: its id, its code, and the first event that it starts with.
import { randomBytes } from 'node:crypto';
import type { MeetingId } from '../shared/ids.ts';
import type { Instant } from '../shared/instant.ts';
import type { CreateMeeting } from '../shared/meeting/commands.ts';
import { REHEARSAL_DAYS } from '../shared/meeting/rehearsal.ts';
import { doubleRandomReview, type Template } from '../shared/meeting/template.ts';
import { REHEARSAL_PREFIX } from '../shared/rehearsal-code.ts';
import { templateText } from '../shared/text/template.ts';

export interface NewMeeting {
  /** Only to try things out: marked so for ever; its people may be erased after a week, and are with those of its meeting. */
  readonly rehearsal?: boolean;
  /** The meeting that a rehearsal is a copy of. */
  readonly rehearsalOf?: MeetingId;
  /** What to start with instead of the double-random review. */
  readonly template?: Template;
}

/** People's names and attributes are kept this long unless staff choose otherwise. */
export const RETENTION_DAYS = 365;

const CODE_ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

export function newMeetingId(): MeetingId {
  return `m${randomBytes(8).toString('hex')}` as MeetingId;
}

/** A short code for addresses: five letters and digits that cannot be mistaken for each other. */
export function newMeetingCode(
  { rehearsal = false }: NewMeeting,
  isTaken: (code: string) => boolean,
): string {
  for (;;) {
    const letters = Array.from(randomBytes(5), (byte) => CODE_ALPHABET.charAt(byte % 31));
    const code = (rehearsal ? REHEARSAL_PREFIX : '') + letters.join('');
    if (!isTaken(code)) return code;
  }
}

/** The command that makes it; the double-random template has its names in the given language. */
export function creationOf(
  named: Pick<CreateMeeting, 'id' | 'code' | 'title' | 'zone'>,
  language: 'zh' | 'en',
  { rehearsal = false, rehearsalOf, template }: NewMeeting,
  now: Instant,
): CreateMeeting {
  const days = rehearsal ? REHEARSAL_DAYS : RETENTION_DAYS;
  const retainUntil = new Date(now + days * 86_400_000).toISOString();
  return {
    type: 'CreateMeeting',
    ...named,
    retainUntil: retainUntil.slice(0, 10),
    ...(rehearsal ? { rehearsal } : {}),
    ...(rehearsalOf === undefined ? {} : { rehearsalOf }),
    ...(template ?? doubleRandomReview(templateText[language])),
  };
}
