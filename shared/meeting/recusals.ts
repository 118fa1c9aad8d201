// Who may not judge whom: recusals that were declared, and units that would judge themselves.
import type { ReviewerId, SubjectId } from '../ids.ts';
import type { Seat } from './people.ts';
import type { Meeting } from './state.ts';

/** Whether this seat may not score that subject: a declared recusal, or a unit that would score itself. */
export function isRecused(meeting: Meeting, { holder }: Seat, subject: SubjectId): boolean {
  return holder.kind === 'subject'
    ? holder.id === subject
    : hasConflict(meeting, holder.id, subject);
}

/** Whether someone of the pool, with a seat or without, has declared a recusal from that subject; never where it is none. */
export function hasConflict(
  { pool }: Meeting,
  reviewer: ReviewerId,
  subject: SubjectId | undefined,
): boolean {
  return subject !== undefined && (pool.get(reviewer)?.recusals.includes(subject) ?? false);
}
