// How a roster on its way in differs from the one that stands: decided by, and shown before anything is stored.
import type { ReviewerId, SubjectId } from '../ids.ts';
import type { ReviewerEntry, SubjectEntry } from './commands/roster.ts';
import { canonical } from '../draw/canonical.ts';
import { own } from '../own.ts';
import { mapped, type Steps } from '../steps.ts';
import { codesOf, codedAttributes } from './attributes.ts';
import type { Meeting } from './state.ts';
import { directoryKey, nameOf, type DirectoryEntry, type World } from './world.ts';

export interface RosterChange {
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  /** In the roster that stands, and not in this one. */
  readonly removed: number;
  /** Whether storing it would change nothing at all, the order of units included. */
  readonly nothing: boolean;
}

export function* subjectsChange(
  { meeting, directory }: World,
  entries: readonly SubjectEntry[],
): Steps<RosterChange> {
  const names = new Map(meeting.categories.map(({ id, name }) => [id, name]));
  const ids = [...meeting.subjects.keys()];
  const change = yield* changeOf(meeting.subjects, entries, ({ id, name, category, formerly }) => {
    const subject = meeting.subjects.get(id);
    const row = directory.get(directoryKey('subject', id));
    return (
      subject !== undefined &&
      names.get(subject.category) === category &&
      row?.name === name &&
      (formerly === undefined || canonical(formerly) === canonical(row.formerly ?? []))
    );
  });
  return { ...change, nothing: change.nothing && entries.every(({ id }, n) => ids[n] === id) };
}

/** @param quotas headings of the columns that quotas are set by */
export function* reviewersChange(
  { meeting, directory }: World,
  entries: readonly ReviewerEntry[],
  quotas: readonly string[] = [],
): Steps<RosterChange> {
  const coded = codedAttributes(directory, entries, quotas);
  const names = new Map(meeting.groups.map(({ id, name }) => [id, name]));
  const change = yield* changeOf(meeting.pool, entries, (entry) => {
    const { id, name, group, attributes, recusals } = entry;
    const reviewer = meeting.pool.get(id);
    const row = directory.get(directoryKey('reviewer', id));
    return (
      reviewer !== undefined &&
      row !== undefined &&
      row.name === name &&
      names.get(reviewer.group) === group &&
      sameSet(reviewer.recusals, withDeclared(meeting, { id, recusals })) &&
      sameAttributes(row.attributes, attributes) &&
      sameAttributes(reviewer.codes ?? {}, codesOf(entry, coded))
    );
  });
  const ids = meeting.attributes.map(({ id }) => id);
  const isSame = ids.length === coded.length && coded.every(({ id }) => ids.includes(id));
  return { ...change, nothing: change.nothing && isSame };
}

/** What a row of a list says of whom its reviewer may not score, and what a person has declared besides. */
export function withDeclared(
  meeting: Meeting,
  { id, recusals }: Pick<ReviewerEntry, 'id' | 'recusals'>,
): readonly SubjectId[] {
  return [...new Set([...recusals, ...declaredFor(meeting, id)])];
}

/** Someone's declared recusals that a list does not name. */
export interface DeclaredApart {
  readonly id: ReviewerId;
  /** As the list has it, or as it was where the list leaves them out. */
  readonly name: string;
  /** Whom the id stood for until now, where the list gives it another name. */
  readonly was?: string;
  readonly subjects: readonly SubjectId[];
}

/** Which declared recusals a list on its way in leaves as they are, and which rest because it leaves out whose they are. */
export function declaredApart(
  { meeting, directory }: World,
  entries: readonly ReviewerEntry[],
): Readonly<Record<'stay' | 'rest', readonly DeclaredApart[]>> {
  const listed = new Map(entries.map((entry) => [entry.id, entry]));
  const stay: DeclaredApart[] = [];
  const rest: DeclaredApart[] = [];
  for (const id of meeting.declared.keys()) {
    const was = directory.get(directoryKey('reviewer', id))?.name;
    const entry = listed.get(id);
    const subjects = declaredFor(meeting, id).filter(
      (subject) => entry?.recusals.includes(subject) !== true,
    );
    if (subjects.length === 0) continue;
    if (!entry) rest.push({ id, name: nameOf(directory, 'reviewer', id), subjects });
    else
      stay.push({
        ...{ id, name: entry.name, subjects },
        ...(was === undefined || was === entry.name ? {} : { was }),
      });
  }
  return { stay, rest };
}

/** A list of units may have lost one since. */
function declaredFor({ declared, subjects }: Meeting, id: ReviewerId): readonly SubjectId[] {
  return declared.get(id)?.filter((subject) => subjects.has(subject)) ?? [];
}

/** @param isSame whether an entry stands in the roster exactly so */
function* changeOf<Entry extends { readonly id: Id }, Id>(
  standing: ReadonlyMap<Id, unknown>,
  entries: readonly Entry[],
  isSame: (entry: Entry) => boolean,
): Steps<RosterChange> {
  const known = entries.filter(({ id }) => standing.has(id)).length;
  const same = (yield* mapped(entries, isSame)).filter((is) => is).length;
  const removed = standing.size - known;
  return {
    added: entries.length - known,
    changed: known - same,
    same,
    removed,
    nothing: same === entries.length && removed === 0,
  };
}

type Attributes = DirectoryEntry['attributes'];

/** As their commitments would compare, which hash every row. */
function sameAttributes(a: Attributes, b: Attributes): boolean {
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length && names.every((name) => own(b, name) === own(a, name))
  );
}

/** In which order a cell names units means nothing. */
function sameSet(a: readonly SubjectId[], b: readonly SubjectId[]): boolean {
  if (a.length === 0 && b.length === 0) return true;
  const [one, other] = [new Set(a), new Set(b)];
  return one.size === other.size && a.every((id) => other.has(id));
}
