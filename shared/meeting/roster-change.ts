// How a roster on its way in differs from the one that stands: decided by, and shown before anything is stored.
import type { SubjectId } from '../ids.ts';
import type { ReviewerEntry, SubjectEntry } from './commands/roster.ts';
import { commitmentOf, directoryKey, type World } from './world.ts';

export interface RosterChange {
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  /** In the roster that stands, and not in this one. */
  readonly removed: number;
  /** Whether storing it would change nothing at all, the order of units included. */
  readonly nothing: boolean;
}

export function subjectsChange(
  { meeting, directory }: World,
  entries: readonly SubjectEntry[],
): RosterChange {
  const names = new Map(meeting.categories.map(({ id, name }) => [id, name]));
  const ids = [...meeting.subjects.keys()];
  const change = changeOf(meeting.subjects, entries, ({ id, name, category }) => {
    const subject = meeting.subjects.get(id);
    return (
      subject !== undefined &&
      names.get(subject.category) === category &&
      directory.get(directoryKey('subject', id))?.name === name
    );
  });
  return { ...change, nothing: change.nothing && entries.every(({ id }, n) => ids[n] === id) };
}

export function reviewersChange(
  { meeting, directory }: World,
  entries: readonly ReviewerEntry[],
): RosterChange {
  const names = new Map(meeting.groups.map(({ id, name }) => [id, name]));
  return changeOf(meeting.pool, entries, ({ id, name, group, attributes, recusals }) => {
    const reviewer = meeting.pool.get(id);
    const row = directory.get(directoryKey('reviewer', id));
    return (
      reviewer !== undefined &&
      row !== undefined &&
      row.name === name &&
      names.get(reviewer.group) === group &&
      sameList(reviewer.recusals, recusals) &&
      commitmentOf(row) === commitmentOf({ ...row, attributes })
    );
  });
}

/** @param isSame whether an entry stands in the roster exactly so */
function changeOf<Entry extends { readonly id: Id }, Id>(
  standing: ReadonlyMap<Id, unknown>,
  entries: readonly Entry[],
  isSame: (entry: Entry) => boolean,
): RosterChange {
  const known = entries.filter(({ id }) => standing.has(id)).length;
  const same = entries.filter(isSame).length;
  const removed = standing.size - known;
  return {
    added: entries.length - known,
    changed: known - same,
    same,
    removed,
    nothing: same === entries.length && removed === 0,
  };
}

function sameList(a: readonly SubjectId[], b: readonly SubjectId[]): boolean {
  return a.length === b.length && a.every((id, n) => id === b[n]);
}
