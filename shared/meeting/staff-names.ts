// Who of the staff acted, kept with the meeting: it must say so also where their accounts are not known (R11, R14).
import type { StaffId } from '../ids.ts';
import {
  directoryKey,
  type Decision,
  type Directory,
  type DirectoryEntry,
  type World,
} from './world.ts';

/** An account as whoever acts in a meeting. */
export interface StaffName {
  readonly id: StaffId;
  readonly name: string;
}

/**
 * A decision of a member of staff together with their name, where the meeting does not know it yet or knows another. None
 * comes with the erasure of people, nor after it: there is only one.
 */
export function withName(
  { meeting, directory }: Pick<World, 'meeting' | 'directory'>,
  decision: Decision,
  by: StaffName,
): Decision {
  if (!decision.ok || decision.events.length === 0 || meeting.erasedAt !== null) return decision;
  const erases = decision.side.some(({ kind }) => kind === 'erase-people');
  if (erases || ownName(directory, by.id) === by.name) return decision;
  return { ...decision, side: [...decision.side, { kind: 'directory', entry: staffEntry(by) }] };
}

export function staffEntry({ id, name }: StaffName): DirectoryEntry {
  return { kind: 'staff', id, name, attributes: {}, salt: '' };
}

/**
 * As the meeting knows them, else as the server does that it lies on now; the id where neither does.
 *
 * @param account name of an account of this server
 */
export function staffNameOf(
  directory: Directory,
  id: StaffId,
  account: (id: StaffId) => string | null,
): string {
  return ownName(directory, id) ?? account(id) ?? id;
}

function ownName(directory: Directory, id: StaffId): string | undefined {
  return directory.get(directoryKey('staff', id))?.name;
}
