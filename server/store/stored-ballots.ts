// Ballots as they lie in a meeting's file, parsed at the edge. A meeting may hold 154,000: so rows are short tuples.
import { z } from 'zod';
import { ballotText, type Ballot, type Choice } from '../../shared/ballots/ballot.ts';
import { fingerprint } from '../../shared/fingerprint.ts';
import type { BoxedBallot } from './meeting-store.ts';
import { DamagedFile } from './store-errors.ts';

/** `key` joins the key columns: round/attempt/subject/seat/rev. Types are the schema's; damage may break them. */
export type StoredBallot = readonly [
  rowid: number,
  key: string,
  after: number,
  body: string,
  hash: string,
];

/**
 * The ballot of a row whose columns agree with its body. Its hash is compared by {@link damagedPlace} only, which takes
 * longer.
 *
 * @throws DamagedFile that names the ballot.
 */
export function readBallot(row: StoredBallot): BoxedBallot {
  const [, key, after, body, hash] = row;
  const parsed = storedBody.safeParse(parseJson(body));
  if (!parsed.success || !(after >= 1) || !HASH.test(hash)) throw new DamagedFile(placeOf(row));
  const { round, attempt, subject, seat, rev, nonce, choice } = parsed.data;
  // The ids were branded when the ballot was decided, and come back as they went in.
  const ballot = { round, attempt, subject, seat, rev, nonce, choice } as Ballot;
  if (ballotKey(ballot) !== key) throw new DamagedFile(placeOf(row));
  return { ballot, hash, after };
}

/** Where this row is damaged, its name; looks at everything, hash and canonical text too. */
export function damagedPlace(row: StoredBallot): string | null {
  try {
    const { ballot } = readBallot(row);
    // The body is compared with the ballot's text, and then stands for it: ballotHash would write it out once more.
    const holds = ballotText(ballot) === row[3] && fingerprint('ballot', row[3]) === row[4];
    return holds ? null : placeOf(row);
  } catch (error) {
    if (error instanceof DamagedFile) return error.place;
    throw error;
  }
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

/** By hand, as a schema for it would take as long as all the rest of reading. */
function isChoice(value: unknown): value is Choice {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false;
  if (value.kind === 'abstain') return Object.keys(value).length === 1;
  if (value.kind !== 'scores' || !('scores' in value) || Object.keys(value).length !== 2)
    return false;
  const { scores } = value;
  if (typeof scores !== 'object' || scores === null || Array.isArray(scores)) return false;
  return Object.values(scores).every((score) => Number.isSafeInteger(score) && Number(score) >= 0);
}

const whole = z.int().min(0);

const HASH = /^[0-9a-f]{64}$/;
const NONCE = /^[0-9a-f]{32}$/;

const storedBody = z.strictObject({
  v: z.literal(1),
  round: z.string(),
  attempt: whole,
  subject: z.string(),
  seat: z.string(),
  rev: whole,
  nonce: z.string().regex(NONCE),
  choice: z.custom<Choice>(isChoice),
});
