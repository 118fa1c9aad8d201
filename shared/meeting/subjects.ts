// Subjects in the order of the roster.
import type { Meeting } from './state.ts';
import type { SubjectId } from '../ids.ts';

/** Subjects that take part: neither withdrawn nor combined with another. */
export function subjectsIn(meeting: Meeting): readonly SubjectId[] {
  return [...meeting.subjects.keys()].filter((id) => !meeting.out.has(id));
}

/** Subjects in the order of the roster, each once. */
export function inRosterOrder(
  meeting: Meeting,
  subjects: readonly SubjectId[],
): readonly SubjectId[] {
  const wanted = new Set(subjects);
  return [...meeting.subjects.keys()].filter((id) => wanted.has(id));
}
