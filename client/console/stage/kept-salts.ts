// Salts that this browser keeps, by meeting and commitment: a second press never overwrites the one that was locked.
import { bytesToHex } from '@noble/hashes/utils.js';
import { saltCommit } from '../../../shared/draw/entropy.ts';
import { isHex64 } from '../../../shared/draw/shape.ts';

import { keep, recall } from '../../live/storage.ts';

const held = new Map<string, string>();

/** Makes a salt and keeps it before anyone hears of its commitment, which is what comes back. */
export function makeSalt(code: string): string {
  const salt = bytesToHex(crypto.getRandomValues(new Uint8Array(32)));
  const commit = saltCommit(salt);
  held.set(keyOf(code, commit), salt);
  // Without storage it lives as long as the page; the page offers to note it down.
  keep(keyOf(code, commit), salt);
  return commit;
}

/** The salt behind a commitment, null where this browser does not have it: what lies in its place may be anything. */
export function saltBehind(code: string, commit: string): string | null {
  const key = keyOf(code, commit);
  const salt = held.get(key) ?? recall(key);
  return salt !== null && isHex64(salt) && saltCommit(salt) === commit ? salt : null;
}

/** Whether a page at this host runs on the server's own machine, where a salt would not be apart from it. */
export function isServersOwn(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
}

function keyOf(code: string, commit: string): string {
  return `salt/${code}/${commit}`;
}
