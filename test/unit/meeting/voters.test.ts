// [R4] [R14] Whose a ballot is: hidden in its text by a salt, and erased with the people.
import { expect, it } from 'vitest';
import { about, type Ballot } from '../../../shared/ballots/ballot.ts';
import type { SeatCommandOf } from '../../../shared/meeting/commands.ts';
import { progressSlice } from '../../../shared/views/numbers/progress.ts';
import {
  ABSTAIN,
  NONCE,
  roundId,
  SALT,
  scores,
  seatId,
  subjectId,
  voting,
  type Play,
} from '../../builders.ts';
import { confirm, enter } from './paper-builders.ts';

const ROUND = roundId('score');
const OVER = Date.UTC(2027, 11, 1);

const casting = (play: Play, more: Partial<SeatCommandOf<'CastBallot'>>) => {
  const claim = play.meeting.seats.get(seatId('S001'))!.claim;
  const key = { round: ROUND, attempt: 1, subject: subjectId('U1'), seat: seatId('S001') };
  const rest = { claim, rev: 1, choice: ABSTAIN, nonce: NONCE, salt: SALT };
  return { type: 'CastBallot', ...key, ...rest, ...more } as const;
};
const castBy = (play: Play, more: Partial<SeatCommandOf<'CastBallot'>>): Ballot => {
  const decision = play.decideSeat(casting(play, more));
  if (!decision.ok) throw new Error(decision.refusal.code);
  play.commit(decision, { kind: 'server' });
  return decision.ballots[0]!.ballot;
};

it('[R4] all revisions of a seat for one subject have the salt of the first', () => {
  const play = voting('hidden');
  const first = castBy(play, { salt: '1'.repeat(32) });
  const second = castBy(play, { rev: 2, salt: '2'.repeat(32), choice: scores(1, 1, 1, 1) });
  expect(first).toMatchObject({ v: 2, salt: '1'.repeat(32) });
  expect(second).toMatchObject({ salt: '1'.repeat(32), voter: 'voter' in first && first.voter });
});

it('[R4] on another attempt it has a new one', () => {
  const play = voting('hidden');
  const first = castBy(play, { salt: '1'.repeat(32) });
  play.staff({ type: 'CloseRound', round: ROUND }).staff({ type: 'RevealRound', round: ROUND });
  play.staff({ type: 'RepeatRound', round: ROUND, reason: '设备故障' });
  const again = castBy(play, { attempt: 2, salt: '2'.repeat(32) });
  expect(again).toMatchObject({ salt: '2'.repeat(32) });
  expect('voter' in again && again.voter).not.toBe('voter' in first && first.voter);
});

it('[R4] what the desk enters from paper goes on under the voter of the phone', () => {
  const play = voting('hidden');
  const phone = castBy(play, {});
  confirm(enter(play, 'S001', ABSTAIN), ABSTAIN);
  const key = { round: ROUND, attempt: 1, matter: about(subjectId('U1')), seat: seatId('S001') };
  const paper = play.box.newest(key)!.ballot;
  expect(paper.rev).toBeGreaterThan(1);
  expect(paper).toMatchObject({ voter: 'voter' in phone && phone.voter, salt: SALT });
});

it('[R2] a ballot of version 1 is followed by one of version 2, which outranks it', () => {
  const play = voting('hidden');
  const key = { round: ROUND, attempt: 1, matter: about(subjectId('U1')), seat: seatId('S001') };
  const old: Ballot = { v: 1, ...key, rev: 1, choice: ABSTAIN, nonce: NONCE };
  play.box.add({ ballot: old, hash: 'a'.repeat(64) });
  expect(play.decideSeat(casting(play, {}))).toMatchObject({ ok: true, ballots: [] });
  const next = castBy(play, { rev: 2, choice: scores(40, 20, 25, 15) });
  expect(next).toMatchObject({ v: 2, salt: SALT });
  expect(play.box.newest(key)?.ballot).toBe(next);
  play.staff({ type: 'CloseRound', round: ROUND }).staff({ type: 'RevealRound', round: ROUND });
  const attempt = play.meeting.rounds.get(ROUND)!.attempts[0]!;
  expect(attempt.phase === 'revealed' && attempt.results[0]?.score?.exact).toBe('100/1');
});

it('[R14] people are not erased while a round is open', () => {
  const play = voting('hidden');
  play.now = OVER;
  expect(play.decide({ type: 'ErasePeople' })).toMatchObject({
    refusal: { code: 'erase-round-open' },
  });
});

it('[R14] after it no round is opened again, and none takes a ballot', () => {
  const play = voting('hidden');
  castBy(play, {});
  play.staff({ type: 'CloseRound', round: ROUND });
  play.now = OVER;
  play.staff({ type: 'ErasePeople' });
  const reopen = { type: 'ReopenRound', round: ROUND, reason: '有人未投' } as const;
  expect(play.decide(reopen)).toMatchObject({ refusal: { code: 'already-erased' } });
  play.staff({ type: 'RevealRound', round: ROUND });
  const repeat = { type: 'RepeatRound', round: ROUND, reason: '重评' } as const;
  expect(play.decide(repeat)).toMatchObject({ refusal: { code: 'already-erased' } });
  // How many voted is in the result; who did is not known any more.
  expect(progressSlice(play)).toMatchObject({ kind: null, expected: 0 });
});

it('[R14] a rehearsal that is erased in the middle of a round takes no more ballots', () => {
  const play = voting('hidden');
  play.world = { ...play.world, meeting: { ...play.meeting, erasedAt: OVER } };
  expect(play.decideSeat(casting(play, {}))).toMatchObject({ refusal: { code: 'round-closed' } });
});
