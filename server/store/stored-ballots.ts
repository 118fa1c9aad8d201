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
import type { SeatId, SubjectId } from '../../shared/ids.ts';
import type { Scores } from '../../shared/scoring/sheet.ts';
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
  const stored = parseJson(body);
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

function placeOf([n, key, seat]: StoredBallot): string {
  return seat === null ? `ballot ${key} (row ${n})` : `ballot ${key}`;
}

/**
 * Null where the body is none of a ballot. By hand, as a schema takes three times as long over 154,000 of them. Ids were
 * branded when the ballot was decided.
 */
function ballotOf(body: object, seat: string | null, salt: string | null): Ballot | null {
  if (Object.keys(body).length !== 8) return null;
  const { v, round, attempt, rev, nonce, ...rest } = body as Partial<Body>;
  if (
    typeof round !== 'string' ||
    !isWhole(attempt) ||
    !isWhole(rev) ||
    typeof nonce !== 'string' ||
    !HEX32.test(nonce)
  )
    return null;
  const choice = choiceOf(rest.choice, v);
  if (!choice) return null;
  const ballot = { round, attempt, rev, nonce, choice } as Pick<
    Ballot,
    'round' | 'attempt' | 'rev' | 'nonce' | 'choice'
  >;
  const theirs = seat as SeatId | null;
  if (v === 1) {
    const isWhole1 = typeof rest.subject === 'string' && theirs !== null && salt === null;
    if (!isWhole1 || rest.seat !== theirs) return null;
    return {
      ...ballot,
      v,
      matter: { kind: 'subject', id: rest.subject as SubjectId },
      seat: theirs,
    };
  }
  const matter = matterOf(rest.matter);
  if (v !== 2 || !matter || typeof rest.voter !== 'string') return null;
  if (!HASH.test(rest.voter) || (theirs === null) !== (salt === null)) return null;
  const { voter } = rest;
  if (theirs === null || salt === null) return { ...ballot, v, matter, voter, seat: null };
  return HEX32.test(salt) ? { ...ballot, v, matter, voter, seat: theirs, salt } : null;
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

/** Marks are whole numbers in version 1, decimal texts since, and numbers in memory. */
function choiceOf(value: unknown, v: unknown): Choice | null {
  if (!isRecord(value) || !('kind' in value)) return null;
  const parts = Object.keys(value).length;
  if (value.kind === 'abstain') return parts === 1 ? { kind: 'abstain' } : null;
  if (value.kind !== 'scores' || !('scores' in value) || parts !== 2) return null;
  const { scores } = value;
  if (!isRecord(scores)) return null;
  const marks = Object.entries(scores as Readonly<Record<string, unknown>>);
  for (const one of marks) {
    const mark = v === 1 ? one[1] : markOf(one[1]);
    if (v === 1 ? !isWhole(mark) : mark === null) return null;
    one[1] = mark;
  }
  return { kind: 'scores', scores: (v === 1 ? scores : Object.fromEntries(marks)) as Scores };
}

/** Of at most six places, and in the one text that a number has; else null. */
function markOf(value: unknown): number | null {
  if (typeof value !== 'string' || !DECIMAL.test(value)) return null;
  const mark = Number(value);
  return String(mark) === value ? mark : null;
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

const HASH = /^[0-9a-f]{64}$/;
const HEX32 = /^[0-9a-f]{32}$/;
const DECIMAL = /^[0-9]{1,9}(\.[0-9]{1,6})?$/;
