// Which units a written round is about. One rule: nobody is scored in two rounds, so a unit that any other round is
// about, open or over, belongs in none; after a reveal only a new attempt changes its score (R13).
import { presenting } from './agenda/turn.ts';
import type { ItemId, SubjectId } from '../ids.ts';
import { itemById, openWritten, subjectsIn } from './lookup.ts';
import type { Scoring } from './agenda/kind.ts';
import type { Round } from './round.ts';
import type { Meeting } from './state.ts';

/** Why a unit cannot be in the written round of this item, null where it can. */
export function keptOut(
  { out, rounds }: Meeting,
  item: ItemId,
  subject: SubjectId,
): 'out' | 'scored' | null {
  if (out.has(subject)) return 'out';
  for (const round of rounds.values())
    if (round.item !== item && round.subjects.includes(subject)) return 'scored';
  return null;
}

/** What a written round is about as it opens: its own list, or everyone who takes part and has no turn. */
export function writtenSubjects(
  meeting: Meeting,
  item: Pick<Scoring, 'id' | 'subjects'>,
): readonly SubjectId[] {
  return planned(meeting, item).filter((id) => keptOut(meeting, item.id, id) === null);
}

/**
 * The open written round that a subject belongs in and is not in. Where there are several it is the one that names it, or
 * else the one opened first: it joins no more than one.
 */
export function writtenFor(meeting: Meeting, subject: SubjectId): Round | undefined {
  const fitting = openWritten(meeting).flatMap((round) => {
    const item = itemById(meeting, round.item);
    if (item?.kind !== 'written' || round.subjects.includes(subject)) return [];
    const fits =
      planned(meeting, item).includes(subject) && keptOut(meeting, item.id, subject) === null;
    return fits ? [{ round, names: item.subjects !== 'rest' }] : [];
  });
  return (fitting.find(({ names }) => names) ?? fitting[0])?.round;
}

function planned(meeting: Meeting, { subjects }: Pick<Scoring, 'subjects'>): readonly SubjectId[] {
  if (subjects !== 'rest') return subjects;
  const live = withTurn(meeting);
  return subjectsIn(meeting).filter((id) => !live.has(id));
}

/** Subjects with a turn of their own: those that present, and those that are scored without presenting. */
function withTurn(meeting: Meeting): ReadonlySet<SubjectId> {
  const presents = new Set(
    meeting.agenda.flatMap((item) => (item.kind === 'presentation' ? [item.subject] : [])),
  );
  const scored = meeting.agenda.flatMap((item) =>
    item.kind === 'score' && !meeting.skipped.has(item.id) ? item.subjects : [],
  );
  // Where a unit was to present, the presentation decides: skipped, it hands in a written report like the others.
  return new Set([...presenting(meeting), ...scored.filter((id) => !presents.has(id))]);
}
