// All that a decision can see: the meeting, the directory of names, the secrets not yet opened, and the ballot box.
import { fingerprint } from '../fingerprint.ts';
import { unreachable } from '../ids.ts';
import { canonical } from '../draw/canonical.ts';
import type { BoxView, KeptBallot } from '../ballots/box-index.ts';
import type { MeetingEvent, Recorded } from './events.ts';
import { directoryKey, type Directory, type DirectoryEntry } from './directory.ts';
import type { Meeting } from './state.ts';
import { evolve } from './evolve.ts';
import type { Refusal } from './refusals.ts';

export { directoryKey };
export type { Directory, DirectoryEntry };

/** Secrets the server keeps until they are opened: a draw's salt, a roster's salt. */
export type Secrets = ReadonlyMap<string, string>;

export interface World {
  readonly meeting: Meeting;
  readonly directory: Directory;
  readonly secrets: Secrets;
}

/** A world together with the ballot box, for the decisions that ask it. */
export type DecidingWorld = World & { readonly box: BoxView };

/** Rows that are committed together with a decision's events but are no part of the log. */
export type SideWrite =
  | { readonly kind: 'directory'; readonly entry: DirectoryEntry }
  | { readonly kind: 'secret'; readonly name: string; readonly value: string }
  /**
   * People's rows leave the directory for good, and with them the salts of rosters: reviewers, what was said about them,
   * and these subjects.
   */
  | { readonly kind: 'erase-people'; readonly subjects: readonly string[] };

/** What a decision comes to: everything it changes, or the reason why not. */
export type Decision =
  | {
      readonly ok: true;
      readonly events: readonly MeetingEvent[];
      readonly side: readonly SideWrite[];
      readonly ballots: readonly KeptBallot[];
    }
  | { readonly ok: false; readonly refusal: Refusal };

export function accept(
  events: readonly MeetingEvent[],
  side: readonly SideWrite[] = [],
  ballots: readonly KeptBallot[] = [],
): Decision {
  return { ok: true, events, side, ballots };
}

export function refuse(refusal: Refusal): Decision {
  return { ok: false, refusal };
}

/** The name behind an id; the id itself once the name has been erased. */
export function nameOf(directory: Directory, kind: 'subject' | 'reviewer', id: string): string {
  return directory.get(directoryKey(kind, id))?.name ?? id;
}

/** Salted commitment of a directory row: 64 hex digits that stay in the log when the row is erased. */
export function commitmentOf(entry: DirectoryEntry): string {
  const { id, name, attributes, salt, formerly } = entry;
  const names = formerly ? { name, formerly } : { name };
  return fingerprint(
    'commitment',
    canonical({ id, ...names, attributes: { ...attributes }, salt }),
  );
}

/** The world after these records and side rows; neither argument is changed. */
export function advance(
  world: World,
  records: readonly Recorded[],
  side: readonly SideWrite[],
): World {
  const meeting = records.reduce(evolve, world.meeting);
  if (side.length === 0) return { ...world, meeting };
  const directory = new Map(world.directory);
  const secrets = new Map(world.secrets);
  for (const write of side)
    switch (write.kind) {
      case 'directory':
        directory.set(directoryKey(write.entry.kind, write.entry.id), write.entry);
        break;
      case 'secret':
        secrets.set(write.name, write.value);
        break;
      case 'erase-people':
        erasePeople(directory, secrets, write.subjects);
        break;
      default:
        return unreachable(write);
    }
  return { meeting, directory, secrets };
}

/** Whether a secret of this name could tell a name again: the salt of a roster's hash. */
export function tellsNames(secret: string): boolean {
  return secret.endsWith('/roster');
}

function erasePeople(
  directory: Map<string, DirectoryEntry>,
  secrets: Map<string, string>,
  subjects: readonly string[],
): void {
  for (const [key, { kind }] of directory) if (kind !== 'subject') directory.delete(key);
  for (const id of subjects) directory.delete(directoryKey('subject', id));
  for (const name of secrets.keys()) if (tellsNames(name)) secrets.delete(name);
}
