// [R2] Ballots that are not read as a file is opened: what cannot be read is named all the same, and all say what they said.
import { describe, expect, it, onTestFinished } from 'vitest';
import { Durable, Replay } from '../../server/durable.ts';
import { BallotPacker, BallotUnpacker } from '../../server/store/packed-ballots.ts';
import { readBallot, type StoredBallot } from '../../server/store/stored-ballots.ts';
import { openThreadedStore } from '../../server/store/threaded-store.ts';
import {
  about,
  anonymous,
  ballotHash,
  ballotOf,
  ballotText,
  matterText,
  type Ballot,
  type Draft,
} from '../../shared/ballots/ballot.ts';
import { BoxIndex } from '../../shared/ballots/box-index.ts';
import { chain } from '../../shared/meeting/chain.ts';
import type { RoundId, SeatId, SubjectId } from '../../shared/ids.ts';
import { ballots, commitOf, events, MEETING, temporaryFolder } from './store-fixtures.ts';

const DRAFT: Draft = {
  round: 'r-written' as RoundId,
  attempt: 1,
  matter: about('U12' as SubjectId),
  seat: 'S001' as SeatId,
  salt: 'fedcba9876543210'.repeat(2),
  rev: 3,
  choice: { kind: 'scores', scores: { c1: 40, c2: 0, 'c3.b': 12.5 } },
  nonce: '0123456789abcdef'.repeat(2),
};

const {
  voter: _voter,
  salt: _salt,
  ...first
} = ballotOf(DRAFT) as Extract<Ballot, { salt: string }>;

/** One of each form that a row may have. */
const FORMS: readonly Ballot[] = [
  ballotOf(DRAFT),
  ballotOf({ ...DRAFT, choice: { kind: 'abstain' } }),
  ballotOf({ ...DRAFT, choice: { kind: 'scores', scores: {} } }),
  ballotOf({ ...DRAFT, choice: { kind: 'scores', scores: { '标准"一\\': 7 } } }),
  ballotOf({ ...DRAFT, matter: { kind: 'list' } }),
  ballotOf({
    ...DRAFT,
    matter: about('区水务局/1"、' as SubjectId),
    seat: 'S1/1' as SeatId,
    rev: 12,
  }),
  ballotOf({ ...DRAFT, round: 'r/1' as RoundId, attempt: 11 }),
  anonymous(ballotOf(DRAFT)),
  { ...first, v: 1, choice: { kind: 'scores', scores: { c1: 40, c2: 0 } } },
];

describe('[R2] a packed ballot', () => {
  it('says what the row says, of every form and in any company', () => {
    const rows = [...FORMS, ...FORMS].map(rowOf);
    const packer = new BallotPacker();
    const unpacker = new BallotUnpacker();
    // The second time its like is known.
    for (const part of [rows, rows]) {
      const unpacked = unpacker.unpack(packer.pack(part));
      expect(unpacked.map(({ kept }) => kept)).toEqual(part.map(readBallot));
      expect(
        unpacked.map(({ round, attempt, matter, seat, rev, after }) => [
          round,
          attempt,
          matterText(matter),
          seat,
          rev,
          after,
        ]),
      ).toEqual(
        part
          .map(readBallot)
          .map(({ ballot: { round, attempt, matter, seat, rev }, after }) => [
            round,
            attempt,
            matterText(matter),
            seat,
            rev,
            after,
          ]),
      );
    }
  });

  it.each(FORMS.map((ballot, n) => [n, rowOf(ballot, 4)] as const))(
    'of form %i is refused where the row is, whatever character of its text is another',
    (_, row) => {
      const packer = new BallotPacker();
      packer.pack([row]);
      const body = row[5];
      for (let at = 0; at < body.length; at++)
        for (const other of ['0', '9', 'a', 'G', '"', ',', '}', '.', '\\', '\u0000', '']) {
          const changed = row.with(5, body.slice(0, at) + other + body.slice(at + 1)) as never;
          expect(outcome(() => packed(packer, changed))).toEqual(
            outcome(() => readBallot(changed)),
          );
        }
    },
  );

  it.each([
    [1, 'r-written/1/U12/S002/3'],
    [1, 'r-written/1/U13/S001/3'],
    [1, 'r-written/1/U12/S001/30'],
    [2, 'S002'],
    [2, null],
    [3, null],
    [4, 0],
    [6, 'no hash'],
  ])('is refused where column %i is another', (column, value) => {
    const row = rowOf(ballotOf(DRAFT));
    const packer = new BallotPacker();
    packer.pack([row]);
    const changed = row.with(column, value) as never;
    expect(outcome(() => readBallot(changed))).toHaveProperty('place');
    expect(outcome(() => packed(packer, changed))).toEqual(outcome(() => readBallot(changed)));
  });

  it('loses whose it was as a read one does', () => {
    for (const ballot of FORMS) {
      const [one] = new BallotUnpacker().unpack(new BallotPacker().pack([rowOf(ballot)]));
      expect(one?.erased().kept.ballot).toEqual(anonymous(ballot));
      expect(one?.kept.ballot).toEqual(ballot);
    }
  });
});

it('[R1] a large box is replayed while it is still being read, and is the one that was stored', async () => {
  const path = `${temporaryFolder()}/meeting.sqlite`;
  const making = await openThreadedStore(path, { create: { meeting: MEETING } });
  if (!making.ok) throw new Error(making.detail);
  const log = [...events(1)];
  for (let seq = 2; seq <= 4; seq++) {
    const event = { type: 'EpochRaised', epoch: seq } as const;
    const recorded = {
      seq,
      at: seq,
      by: { kind: 'server' },
      act: { n: seq, command: 'Test' },
      v: 2,
      event,
    } as const;
    log.push(chain(log.at(-1)!.hash, recorded, 'a'.repeat(32)));
  }
  const cast = [1, 2, 3, 4].flatMap((after) => ballots((after - 1) * 3000 + 1, 3000, after));
  await making.store.commit(commitOf({ events: log, ballots: cast }));
  await making.store.close();
  const opening = await openThreadedStore(path);
  if (!opening.ok) throw new Error(opening.detail);
  onTestFinished(() => opening.store.close());

  const replay = new Replay();
  const parts: number[] = [];
  let isOver = false;
  const loading = opening.store.load((known, some) => {
    expect([isOver, known.events.length]).toEqual([false, 4]);
    parts.push(some.length);
    replay.early(known, some);
  });
  const loaded = await loading.finally(() => (isOver = true));
  expect(parts.length).toBeGreaterThan(1);
  expect(parts.reduce((sum, count) => sum + count, 0)).toBe(cast.length);

  const read = new BoxIndex();
  for (const kept of cast) read.add(kept);
  for (const { box } of [replay.done(loaded), Durable.rebuild({ ...loaded, unread: undefined! })]) {
    expect([...box.kept('r1' as RoundId, 1)]).toEqual(read.kept('r1' as RoundId, 1));
    for (const { ballot } of cast.filter((_, n) => n % 500 === 0)) {
      const key = { ...ballot, seat: ballot.seat! };
      expect(box.newest(key)).toEqual(read.newest(key));
      expect(box.revision(key, 1)).toEqual(read.revision(key, 1));
    }
    box.eraseVoters();
    expect(box.kept('r1' as RoundId, 1).every(({ ballot }) => ballot.seat === null)).toBe(true);
  }
});

function rowOf(ballot: Ballot, n = 1): StoredBallot {
  const { round, attempt, matter, seat, rev } = ballot;
  const key = [round, attempt, matterText(matter), seat ?? '', rev].join('/');
  const salt = 'salt' in ballot ? ballot.salt : null;
  return [n, key, seat, salt, 2, ballotText(ballot), ballotHash(ballot)];
}

function packed(packer: BallotPacker, row: StoredBallot) {
  return new BallotUnpacker().unpack(packer.pack([row]))[0]?.kept;
}

/** What comes of it, or what it is refused with. */
function outcome(work: () => unknown): unknown {
  try {
    return { is: work() };
  } catch (error) {
    const { name, message } = error as Error;
    return { name, message, ...('place' in (error as object) ? { place: message } : {}) };
  }
}
