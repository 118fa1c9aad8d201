// One seat's filled form for one matter in one round and attempt (R5).
import type { RoundId, SeatId, SubjectId } from '../ids.ts';
import { canonical } from '../draw/canonical.ts';
import { fingerprint } from '../fingerprint.ts';
import type { Scores } from '../scoring/form.ts';

/** Abstaining (弃权) is one choice for the whole ballot: it counts as turnout and enters no mean. */
export type Choice =
  { readonly kind: 'scores'; readonly scores: Scores } | { readonly kind: 'abstain' };

/** What a ballot is about: a subject, or the whole list of a vote or of a sealed batch, of which none is made so far. */
export type Matter =
  { readonly kind: 'subject'; readonly id: SubjectId } | { readonly kind: 'list' };

export interface BallotKey {
  readonly round: RoundId;
  readonly attempt: number;
  readonly matter: Matter;
  readonly seat: SeatId;
}

/** A ballot before it is sealed with its hash. */
export interface Draft extends BallotKey {
  /**
   * 128 random bits as 32 hex digits, the same in all revisions of one seat for one matter in one attempt: so a recount
   * knows which of them is the newest, and nothing joins one person's ballots on different matters.
   */
  readonly salt: string;
  /** Counts up on the phone from 1; the newest revision counts. */
  readonly rev: number;
  readonly choice: Choice;
  /**
   * 128 random bits as 32 hex digits, made by the server when the cast arrives. Without them a ballot's hash, and the
   * root over few ballots, could be guessed back: there are not many sheets that a person can fill in.
   */
  readonly nonce: string;
}

/** A ballot as it is kept. Seat and salt lie beside its text, which names the voter by a hash (R4). */
export type Ballot = Omit<Draft, 'seat' | 'salt'> &
  (
    | { readonly v: 2; readonly voter: string; readonly seat: SeatId; readonly salt: string }
    /** Whose it was has been erased (R14); its text, its hash and the root over it stay. */
    | { readonly v: 2; readonly voter: string; readonly seat: null }
    /** Of a round that began before 2026-11-29: the text names the seat. */
    | { readonly v: 1; readonly seat: SeatId }
  );

/** @returns the ballot in its newest version */
export function ballotOf(draft: Draft): Ballot {
  return { ...draft, v: 2, voter: voterOf(draft.salt, draft.seat) };
}

/** T("voter", salt ‖ newline ‖ seat): 64 hex digits that tell nobody whose a ballot is. */
export function voterOf(salt: string, seat: SeatId): string {
  return fingerprint('voter', `${salt}\n${seat}`);
}

/** A ballot without whose it was; one of version 1 has that in its text, and stays as it is. */
export function anonymous(ballot: Ballot): Ballot {
  if (ballot.v === 1 || ballot.seat === null) return ballot;
  const { v, round, attempt, matter, voter, rev, choice, nonce } = ballot;
  return { v, round, attempt, matter, voter, seat: null, rev, choice, nonce };
}

export function about(id: SubjectId): Matter {
  return { kind: 'subject', id };
}

/** One text for each matter; "" for a whole list, as no subject has it for its id. */
export function matterText(matter: Matter): string {
  return matter.kind === 'subject' ? matter.id : '';
}

/** The canonical text of a ballot: what is stored, hashed, and put under the round's root. Marks are decimal strings (R8). */
export function ballotText(ballot: Ballot): string {
  const { v, round, attempt, matter, rev, nonce, choice } = ballot;
  const rest = { v, round, attempt, rev, nonce, choice: plainChoice(choice, v) };
  return canonical(
    ballot.v === 1
      ? { ...rest, subject: matterText(matter), seat: ballot.seat }
      : { ...rest, matter: { ...matter }, voter: ballot.voter },
  );
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

/** The canonical text of a choice alone, as a ballot of this version has it. */
export function choiceText(choice: Choice, v: Ballot['v'] = 2): string {
  return canonical(plainChoice(choice, v));
}

function plainChoice(choice: Choice, v: Ballot['v']): object {
  if (choice.kind === 'abstain') return { kind: 'abstain' };
  if (v === 1) return { kind: 'scores', scores: { ...choice.scores } };
  const marks = Object.entries(choice.scores).map(([id, mark]) => [id, String(mark)] as const);
  return { kind: 'scores', scores: Object.fromEntries(marks) };
}
