// Why something was done about a person: the words leave with the people (R14), the log keeps a salted commitment.
import { bytesToHex } from '@noble/hashes/utils.js';
import { fingerprint } from '../fingerprint.ts';
import type { PersonReason } from './people.ts';
import type { Meeting } from './state.ts';
import {
  commitmentOf,
  directoryKey,
  type Directory,
  type DirectoryEntry,
  type SideWrite,
} from './world.ts';

/**
 * Puts the words beside the log, once for all events of one decision. After the people were erased nothing is kept of
 * them: who may no longer be named shall not be described.
 *
 * @param random fresh bytes, of which the salt is made
 * @param beside more words by name, which go with it
 */
export function keepReason(
  meeting: Meeting,
  words: string,
  random: Uint8Array,
  beside: Readonly<Record<string, string>> = {},
): { readonly reason: PersonReason; readonly side: readonly SideWrite[] } {
  const id = `W${String(meeting.seq + 1)}`;
  const salt = fingerprint('salt', `${bytesToHex(random)}/reason/${id}`);
  const entry: DirectoryEntry = {
    kind: 'reason',
    id,
    name: words.trim(),
    attributes: beside,
    salt,
  };
  return {
    reason: { id, commitment: commitmentOf(entry) },
    side: meeting.erasedAt === null ? [{ kind: 'directory', entry }] : [],
  };
}

/** The words as they were typed; "" once they have been erased. */
export function wordsOf(directory: Directory, reason: PersonReason): string {
  return typeof reason === 'string'
    ? reason
    : (directory.get(directoryKey('reason', reason.id))?.name ?? '');
}
