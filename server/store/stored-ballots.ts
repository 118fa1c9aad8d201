// Ballots as they lie in a meeting's file, parsed at the edge. A meeting may hold 154,000: so rows are short tuples.
import { ballotText, type Ballot, type Choice } from '../../shared/ballots/ballot.ts';
import { fingerprint } from '../../shared/fingerprint.ts';
import type { BoxedBallot } from './meeting-store.ts';
import { DamagedFile, NewerFile } from './store-errors.ts';

/** `key` joins the key columns: round/attempt/subject/seat/rev. Types are the schema's; damage may break them. */
export type StoredBallot = readonly [
  rowid: number,
  key: string,
  after: number,
  body: string,
  hash: string,
];

/**
 * The ballot of a row whose columns agree with its body. Its hash is compared by {@link soundBallot} only, which takes
 * longer.
 *
 * @throws NewerFile of a version to come
 * @throws DamagedFile that names the ballot.
 */
export function readBallot(row: StoredBallot): BoxedBallot {
  const [, key, after, body, hash] = row;
  const stored = parseJson(body);
  if (isRecord(stored) && 'v' in stored && Number(stored.v) > 1) throw new NewerFile(placeOf(row));
  if (!isStoredBody(stored) || !(after >= 1) || !HASH.test(hash))
    throw new DamagedFile(placeOf(row));
  const { round, attempt, subject, seat, rev, nonce, choice } = stored;
  const ballot = { round, attempt, subject, seat, rev, nonce, choice };
  if (ballotKey(ballot) !== key) throw new DamagedFile(placeOf(row));
  return { ballot, hash, after };
}

/** {@link readBallot} that looks at everything, hash and canonical text too. @throws DamagedFile */
export function soundBallot(row: StoredBallot): BoxedBallot {
  const boxed = readBallot(row);
  // The body is compared with the ballot's text, and then stands for it: ballotHash would write it out once more.
  if (ballotText(boxed.ballot) !== row[3] || fingerprint('ballot', row[3]) !== row[4])
    throw new DamagedFile(placeOf(row));
  return boxed;
}

/** How a ballot is named to people when its row is damaged: round/attempt/subject/seat/rev. */
export function ballotKey(ballot: Ballot): string {
  const { round, attempt, subject, seat, rev } = ballot;
  return `${round}/${String(attempt)}/${subject}/${seat}/${String(rev)}`;
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

function placeOf(row: StoredBallot): string {
  return `ballot ${row[1]}`;
}

/** By hand, as a schema takes three times as long over 154,000 of them. Ids were branded when the ballot was decided. */
function isStoredBody(value: unknown): value is Ballot & { readonly v: 1 } {
  if (!isRecord(value) || Object.keys(value).length !== 8) return false;
  const { v, round, attempt, subject, seat, rev, nonce, choice } = value as Partial<StoredBody>;
  return (
    v === 1 &&
    typeof round === 'string' &&
    isWhole(attempt) &&
    typeof subject === 'string' &&
    typeof seat === 'string' &&
    isWhole(rev) &&
    typeof nonce === 'string' &&
    NONCE.test(nonce) &&
    isChoice(choice)
  );
}

type StoredBody = Record<keyof Ballot | 'v', unknown>;

function isChoice(value: unknown): value is Choice {
  if (!isRecord(value) || !('kind' in value)) return false;
  if (value.kind === 'abstain') return Object.keys(value).length === 1;
  if (value.kind !== 'scores' || !('scores' in value) || Object.keys(value).length !== 2)
    return false;
  const { scores } = value;
  return isRecord(scores) && Object.values(scores).every(isWhole);
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

const HASH = /^[0-9a-f]{64}$/;
const NONCE = /^[0-9a-f]{32}$/;
