// One seat's filled sheet for one subject in one round and attempt (R5).
import type { RoundId, SeatId, SubjectId } from '../ids.ts';
import { canonical } from '../draw/canonical.ts';
import { fingerprint } from '../fingerprint.ts';
import type { Scores } from '../scoring/sheet.ts';

/** Abstaining (弃权) is one choice for the whole ballot: it counts as turnout and enters no mean. */
export type Choice =
  { readonly kind: 'scores'; readonly scores: Scores } | { readonly kind: 'abstain' };

export interface Ballot {
  readonly round: RoundId;
  readonly attempt: number;
  readonly subject: SubjectId;
  readonly seat: SeatId;
  /** Counts up on the phone from 1; the newest revision counts. */
  readonly rev: number;
  readonly choice: Choice;
  /**
   * 128 random bits as 32 hex digits, made by the server when the cast arrives. Without them a ballot's hash, and the
   * root over few ballots, could be guessed back: there are not many sheets that a person can fill in.
   */
  readonly nonce: string;
}

/** The canonical text of a ballot: what is stored, hashed, and put under the round's root. */
export function ballotText(ballot: Ballot): string {
  return canonical({
    v: 1,
    round: ballot.round,
    attempt: ballot.attempt,
    subject: ballot.subject,
    seat: ballot.seat,
    rev: ballot.rev,
    nonce: ballot.nonce,
    choice: plainChoice(ballot.choice),
  });
}

/** Whether two choices are the same one: a message sent twice differs in nothing. */
export function sameChoice(a: Choice, b: Choice): boolean {
  return choiceText(a) === choiceText(b);
}

/** SHA-256 over the canonical text, 64 hex digits: the ballot's fingerprint in the box and on the receipt. */
export function ballotHash(ballot: Ballot): string {
  return fingerprint('ballot', ballotText(ballot));
}

const RECEIPT_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Forty bits of the ballot's hash in Crockford's base 32, as `7K3F-Q2MD`: short enough to compare by eye. */
export function receiptCode(hash: string): string {
  const bits = BigInt(`0x${hash.slice(0, 10)}`);
  let code = '';
  for (let place = 7n; place >= 0n; place--)
    code += RECEIPT_ALPHABET[Number((bits >> (place * 5n)) & 31n)] ?? '';
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** The canonical text of a choice alone. */
export function choiceText(choice: Choice): string {
  return canonical(plainChoice(choice));
}

function plainChoice(choice: Choice): object {
  return choice.kind === 'abstain'
    ? { kind: 'abstain' }
    : { kind: 'scores', scores: { ...choice.scores } };
}
