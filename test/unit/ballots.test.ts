// A ballot's text, hash and receipt, and the root over a box, against answers that another program computed.
import { readFileSync } from 'node:fs';
import { expect, it, test } from 'vitest';
import {
  about,
  anonymous,
  ballotHash,
  ballotOf,
  ballotText,
  receiptCode,
  voterOf,
  type Ballot,
  type Draft,
} from '../../shared/ballots/ballot.ts';
import { BoxIndex, boxRoot, keep, newestBallots } from '../../shared/ballots/box-index.ts';
import { NONCE, roundId, SALT, scores, seatId, subjectId } from '../builders.ts';

interface Vectors {
  readonly v2: readonly {
    readonly draft: Draft;
    readonly voter: string;
    readonly text: string;
    readonly hash: string;
    readonly receipt: string;
  }[];
  readonly root2: { readonly of: readonly number[]; readonly root: string };
  readonly v1: readonly {
    readonly seat: string;
    readonly rev: number;
    readonly mark: number;
    readonly text: string;
    readonly hash: string;
  }[];
  readonly root1: string;
}

const KNOWN = JSON.parse(
  readFileSync(new URL('../vectors/ballots.json', import.meta.url), 'utf8'),
) as Vectors;

const old = (n: number): Ballot => {
  const { seat, rev, mark } = KNOWN.v1[n]!;
  const choice = { kind: 'scores', scores: { c1: mark } } as const;
  const key = { round: roundId('w'), attempt: 1, matter: about(subjectId('U2')) };
  return { v: 1, ...key, seat: seatId(seat), rev, choice, nonce: NONCE };
};

const boxOf = (ballots: readonly Ballot[]) => {
  const box = new BoxIndex();
  for (const ballot of ballots) box.add({ ballot, hash: ballotHash(ballot) });
  return box;
};

test.each(KNOWN.v2)('[R4] [R8] known answer: $text', ({ draft, voter, text, hash, receipt }) => {
  const ballot = ballotOf(draft);
  expect(ballot).toMatchObject({ v: 2, voter });
  expect(ballotText(ballot)).toBe(text);
  expect(ballotHash(ballot)).toBe(hash);
  expect(receiptCode(hash)).toBe(receipt);
  expect(text).not.toContain(draft.seat);
  expect(text).not.toContain(draft.salt);
});

test('[R4] known answer: the root over ballots is in the order of their hashes, however they came', () => {
  const { of, root } = KNOWN.root2;
  const ballots = of.map((n) => ballotOf(KNOWN.v2[n]!.draft));
  const [first] = ballots;
  for (const order of [ballots, ballots.toReversed()])
    expect(boxRoot(boxOf(order), first!.round, 1)).toEqual({ root, ballots: 3 });
});

test('[R2] known answer: ballots of version 1 keep text, hash and the order that their close had', () => {
  const ballots = KNOWN.v1.map((_, n) => old(n));
  expect(ballots.map(ballotText)).toEqual(KNOWN.v1.map(({ text }) => text));
  expect(ballots.map(ballotHash)).toEqual(KNOWN.v1.map(({ hash }) => hash));
  expect(boxRoot(boxOf(ballots), roundId('w'), 1).root).toBe(KNOWN.root1);
});

test('[R2] [R5] a newer ballot of a seat outranks its old one, and the root is over both', () => {
  const draft = { ...old(1), seat: seatId('S001'), salt: SALT, rev: 3, choice: scores(1, 1, 1, 1) };
  const next = keep(draft);
  const box = boxOf([old(1)]);
  expect(box.add(next)).toBe(true);
  expect(box.add({ ballot: old(2), hash: ballotHash(old(2)) })).toBe(false);
  expect(newestBallots(box, roundId('w'), 1).get(subjectId('U2'))?.get(seatId('S001'))).toBe(
    next.ballot,
  );
  expect(boxRoot(box, roundId('w'), 1)).toMatchObject({ ballots: 3 });
  expect(boxRoot(box, roundId('w'), 1).root).not.toBe(KNOWN.root1);
});

it('[R4] names one voter by one hash for all revisions, and by another with another salt', () => {
  expect(voterOf(SALT, seatId('S001'))).toBe(voterOf(SALT, seatId('S001')));
  const others = [voterOf(NONCE, seatId('S001')), voterOf(SALT, seatId('S002'))];
  expect(new Set([...others, voterOf(SALT, seatId('S001'))]).size).toBe(3);
});

it('[R14] forgets whose a ballot is; text, hash and root stay', () => {
  const ballots = [...KNOWN.root2.of.map((n) => ballotOf(KNOWN.v2[n]!.draft)), old(0)];
  const box = boxOf(ballots);
  box.eraseVoters();
  const [round, w] = [ballots[0]!.round, roundId('w')];
  expect(boxRoot(box, round, 1).root).toBe(KNOWN.root2.root);
  expect(newestBallots(box, round, 1).size).toBe(0);
  const key = { round, attempt: 1, matter: about(subjectId('U1')), seat: seatId('S001') };
  expect(box.newest(key)).toBeUndefined();
  expect(JSON.stringify(box.kept(round, 1))).not.toMatch(/S00|fedcba9876543210fedc/);
  for (const ballot of ballots) expect(ballotHash(anonymous(ballot))).toBe(ballotHash(ballot));
  // Version 1 names the seat in the text that was hashed.
  expect(box.kept(w, 1).map(({ ballot }) => ballot.seat)).toEqual([old(0).seat]);
});
