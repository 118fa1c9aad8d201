// What a log says of the rows that lie beside it: names, tickets, sessions and secrets must be those that it speaks of.
import { saltCommit } from '../draw/entropy.ts';
import { rosterHash } from '../draw/record.ts';
import { fingerprint } from '../fingerprint.ts';
import { resultsName } from './committed-results.ts';
import { drawsPeople } from './draws/purposes.ts';
import type { Recorded } from './events.ts';
import { keyOf } from './people.ts';
import { commitmentOf, directoryKey, type DirectoryEntry } from './world.ts';

/** What a secret opens. A roster's salt is hashed with the names of these rows. */
type Opens = { readonly commitment: string } & (
  | { readonly kind: 'salt' | 'results' }
  | {
      readonly kind: 'roster';
      readonly of: 'reviewer' | 'subject';
      readonly ids: readonly string[];
    }
);

export interface ExpectedRows {
  /** The last event that they are expected after. */
  readonly seq: number;
  /** Commitments of the directory's rows, by their keys. */
  readonly directory: ReadonlyMap<string, string>;
  /** How many tickets each holder was given. */
  readonly tickets: ReadonlyMap<string, number>;
  /** Claims that devices have made, as seat/claim. */
  readonly claims: ReadonlySet<string>;
  readonly secrets: ReadonlyMap<string, Opens>;
}

/** @param log all of it, oldest first */
export function expectedRows(log: Iterable<Recorded>): ExpectedRows {
  const directory = new Map<string, string>();
  const tickets = new Map<string, number>();
  const claims = new Set<string>();
  const secrets = new Map<string, Opens>();
  let heads: readonly string[] = [];
  let erased = false;
  let seq = 0;
  for (const recorded of log) {
    const { event } = recorded;
    seq = recorded.seq;
    switch (event.type) {
      case 'SubjectsImported':
        for (const { id, commitment } of event.subjects)
          directory.set(directoryKey('subject', id), commitment);
        heads = event.subjects.flatMap(({ id, kind }) => (kind === 'head' ? [id] : []));
        break;
      case 'ReviewersImported':
        for (const { id, commitment } of event.reviewers)
          directory.set(directoryKey('reviewer', id), commitment);
        for (const { id, commitment } of event.attributes ?? [])
          directory.set(directoryKey('attribute', id), commitment);
        break;
      case 'TicketsIssued':
        for (const holder of event.holders)
          tickets.set(keyOf(holder), (tickets.get(keyOf(holder)) ?? 0) + 1);
        break;
      case 'SeatClaimed':
        claims.add(claimKey(event.seat, event.claim));
        break;
      case 'DrawLocked': {
        const { draw, lock, purpose, keeper } = event;
        const of = drawsPeople(purpose) ? 'reviewer' : 'subject';
        const ids = lock.pool.map(({ id }) => id);
        if (!erased && lock.roster !== undefined)
          secrets.set(`${draw}/roster`, { kind: 'roster', commitment: lock.roster, of, ids });
        for (const source of lock.entropy)
          if (source.type === 'salt' && keeper === undefined)
            secrets.set(`${draw}/salt`, { kind: 'salt', commitment: source.commit });
        break;
      }
      case 'RoundClosed': {
        const { round, attempt, commitment } = event;
        secrets.set(resultsName(round, attempt), { kind: 'results', commitment });
        break;
      }
      case 'CommentWritten':
        directory.set(directoryKey('comment', event.comment), event.commitment);
        break;
      case 'PeopleErased':
        erased = true;
        for (const key of directory.keys()) if (!key.startsWith('subject/')) directory.delete(key);
        for (const id of heads) directory.delete(directoryKey('subject', id));
        for (const [name, { kind }] of secrets) if (kind === 'roster') secrets.delete(name);
        break;
      default:
        if ('reason' in event && typeof event.reason === 'object' && !erased)
          directory.set(directoryKey('reason', event.reason.id), event.reason.commitment);
    }
  }
  return { seq, directory, tickets, claims, secrets };
}

export function claimKey(seat: string, claim: number): string {
  return `${seat}/${String(claim)}`;
}

/** Whether a row of the directory is one that the log speaks of; of staff it does not speak. */
export function isExpected({ directory }: ExpectedRows, entry: DirectoryEntry): boolean {
  const { kind, id } = entry;
  if (kind === 'staff') return true;
  return directory.get(directoryKey(kind, id)) === commitmentOf(entry);
}

/** Whether a secret opens what it should; of one that opens nothing the log does not speak. */
export function isOpening(
  opens: Opens | undefined,
  secret: string,
  nameOf: (key: string) => string,
): boolean {
  switch (opens?.kind) {
    case undefined:
      return true;
    case 'results':
      return fingerprint('results', secret) === opens.commitment;
    case 'salt':
      return /^[0-9a-f]{64}$/.test(secret) && saltCommit(secret) === opens.commitment;
    case 'roster': {
      const names = opens.ids.map((id) => [id, nameOf(directoryKey(opens.of, id))] as const);
      return rosterHash(secret, Object.fromEntries(names)) === opens.commitment;
    }
  }
}
