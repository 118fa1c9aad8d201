// Ballots as they lie in a meeting's file, parsed at the edge. A meeting may hold 154,000: so rows are short tuples.
import {
  ballotText,
  matterText,
  voterOf,
  type Ballot,
  type Choice,
  type Matter,
} from '../../shared/ballots/ballot.ts';
import { fingerprint } from '../../shared/fingerprint.ts';
import type { RoundId, SeatId, SubjectId } from '../../shared/ids.ts';
import type { BoxedBallot } from './meeting-store.ts';
import { DamagedFile, NewerFile } from './store-errors.ts';

/** `key` joins the key columns: round/attempt/subject/seat/rev. Types are the schema's; damage may break them. */
export type StoredBallot = readonly [
  n: number,
  key: string,
  seat: string | null,
  salt: string | null,
  after: number,
  body: string,
  hash: string,
];

/**
 * The ballot of a row whose columns agree with its body. Its hash, and whose it is, are compared by {@link soundBallot}
 * only, which takes longer.
 *
 * @throws NewerFile of a version to come
 * @throws DamagedFile that names the ballot.
 */
export function readBallot(row: StoredBallot): BoxedBallot {
  const [, key, seat, salt, after, body, hash] = row;
  const stored = parseJson(typeof body === 'string' ? withNumbers(body) : body);
  if (isRecord(stored) && 'v' in stored && Number(stored.v) > 2) throw new NewerFile(placeOf(row));
  const ballot = isRecord(stored) ? ballotOf(stored, seat, salt) : null;
  if (!ballot || ballotKey(ballot) !== key || !(after >= 1) || !HASH.test(hash))
    throw new DamagedFile(placeOf(row));
  return { ballot, hash, after };
}

/** {@link readBallot} that looks at everything, hash, voter and canonical text too. @throws DamagedFile */
export function soundBallot(row: StoredBallot): BoxedBallot {
  const boxed = readBallot(row);
  const { ballot } = boxed;
  const isTheirs =
    ballot.v === 1 || ballot.seat === null || voterOf(ballot.salt, ballot.seat) === ballot.voter;
  // The body is compared with the ballot's text, and then stands for it: ballotHash would write it out once more.
  if (!isTheirs || ballotText(ballot) !== row[5] || fingerprint('ballot', row[5]) !== row[6])
    throw new DamagedFile(placeOf(row));
  return boxed;
}

/** How a ballot is named to people when its row is damaged: round/attempt/subject/seat/rev. */
export function ballotKey(ballot: Ballot): string {
  const { round, attempt, matter, seat, rev } = ballot;
  return `${round}/${String(attempt)}/${matterText(matter)}/${seat ?? ''}/${String(rev)}`;
}

/** The value, or undefined (which no schema accepts) for what is no JSON text. */
export function parseJson(text: unknown): unknown {
  if (typeof text !== 'string') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** How a row is named when something is wrong with it. */
export function placeOf([n, key, seat]: StoredBallot): string {
  return seat === null ? `ballot ${key} (row ${n})` : `ballot ${key}`;
}

/**
 * Null where the body is none of a ballot. By hand, as a schema takes three times as long over 154,000 of them. Ids were
 * branded when the ballot was decided.
 */
function ballotOf(body: object, seat: string | null, salt: string | null): Ballot | null {
  if (Object.keys(body).length !== 8) return null;
  // Neither rest nor spread: both copy, 154,000 times.
  const { v, round, attempt, rev, nonce, choice } = body as Partial<Body>;
  if (
    typeof round !== 'string' ||
    !isWhole(attempt) ||
    !isWhole(rev) ||
    typeof nonce !== 'string' ||
    !HEX32.test(nonce) ||
    !isChoice(choice)
  )
    return null;
  const of = round as RoundId;
  const theirs = seat as SeatId | null;
  const { subject, seat: named, matter: given, voter } = body as Partial<Body>;
  if (v === 1) {
    if (typeof subject !== 'string' || theirs === null || salt !== null || named !== theirs)
      return null;
    const matter = { kind: 'subject', id: subject as SubjectId } as const;
    return { v, round: of, attempt, matter, seat: theirs, rev, choice, nonce };
  }
  const matter = matterOf(given);
  if (v !== 2 || !matter || typeof voter !== 'string') return null;
  if (theirs !== null && salt !== null)
    return { v, round: of, attempt, matter, voter, seat: theirs, salt, rev, choice, nonce };
  if (theirs !== null || salt !== null) return null;
  return { v, round: of, attempt, matter, voter, seat: null, rev, choice, nonce };
}

type Body = Record<
  'v' | 'round' | 'attempt' | 'rev' | 'nonce' | 'choice' | 'subject' | 'seat' | 'matter' | 'voter',
  unknown
>;

function matterOf(value: unknown): Matter | null {
  if (!isRecord(value) || !('kind' in value)) return null;
  const parts = Object.keys(value).length;
  if (value.kind === 'list' && parts === 1) return { kind: 'list' };
  if (value.kind !== 'subject' || parts !== 2 || !('id' in value)) return null;
  return typeof value.id === 'string' && value.id !== ''
    ? { kind: 'subject', id: value.id as SubjectId }
    : null;
}

/** The body with its marks as numbers: texts of version 2, turned before the parsing, as a box holds a million. */
function withNumbers(body: string): string {
  const from = body.indexOf('"scores":{');
  // A quote inside a name is escaped, so that neither can stand in one.
  const to = body.indexOf('}},"matter":', from);
  if (from < 0 || to < 0) return body;
  return (
    body.slice(0, from) + body.slice(from, to).replace(/":"([0-9.]+)"/g, '":$1') + body.slice(to)
  );
}

function isChoice(value: unknown): value is Choice {
  if (!isRecord(value) || !('kind' in value)) return false;
  const parts = Object.keys(value).length;
  if (value.kind === 'abstain') return parts === 1;
  if (value.kind !== 'scores' || !('scores' in value) || parts !== 2) return false;
  const { scores } = value;
  return isRecord(scores) && Object.values(scores).every(isMark);
}

/** That it was written as its version has it, the text tells that is hashed. */
function isMark(value: unknown): boolean {
  return typeof value === 'number' && value >= 0 && value <= Number.MAX_SAFE_INTEGER;
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

export const HASH = /^[0-9a-f]{64}$/;
const HEX32 = /^[0-9a-f]{32}$/;
