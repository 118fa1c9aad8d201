// Which documents some meeting has now: the others' files may go.
import type { Halls } from '../halls.ts';

/** Hashes of all documents that are attached in any meeting, as the durable worlds have it. */
export function referred(halls: Pick<Halls, 'all'>): ReadonlySet<string> {
  return new Set(
    halls
      .all()
      .flatMap(({ world }) => [...world.meeting.documents.values()].flat())
      .map(({ hash }) => hash),
  );
}
