// [R2] A fold that meets what does not exist stops, and its error says at which event and what is missing.
import { describe, expect, it } from 'vitest';
import { evolve } from '../../../shared/meeting/evolve.ts';
import { EVENTS, type MeetingEvent } from '../../../shared/meeting/events.ts';
import { isWhole } from '../../../shared/meeting/events/parse.ts';
import { CLERK, roundId, scores, voting } from '../../builders.ts';

const HASH = 'a'.repeat(64);
const NOBODY = { kind: 'reviewer', id: 'R99' };
const passedOn = { why: 'left', reason: '', skipped: [], recordHash: HASH };
const round = { round: 'r-none', attempt: 1 };
const attempt = { round: 'r-score', attempt: 7 };
const closed = { root: HASH, ballots: 0, turnout: [], absent: 0, commitment: HASH };
const opened = {
  ...{ round: 'r-w', kind: 'live', secrecy: 'named', disclosure: 'hidden', attempt: 1 },
  ...{
    subjects: ['U1'],
    item: 'score',
    rules: HASH,
    weights: [],
    scheme: { id: 'main', version: 1 },
  },
};
const sheet = (version: number) => ({
  form: { kind: 'sheet', sheets: [{ sheet: { id: 'live', version } }] },
});

const BROKEN: readonly (readonly [MeetingEvent['type'], object, RegExp])[] = [
  ['ItemEntered', { item: 'none' }, /no item none/],
  ['ItemsInserted', { after: 'none', items: [] }, /no item none/],
  ['ItemsRemoved', { items: ['score', 'none'] }, /no item none/],
  ['ItemsMoved', { items: ['none'], reason: '' }, /no item none/],
  ['ItemSkipped', { item: 'none', reason: 'x' }, /no item none/],
  ['ItemRestored', { item: 'none' }, /no item none/],
  ['ItemChanged', { item: { id: 'none', kind: 'check-in' } }, /no item none/],
  ['BellRung', { item: 'none' }, /no item none/],
  ['BoardTurned', { category: 'K9' }, /no category K9/],
  ['BoardShown', { item: 'none', subjects: [] }, /no item none/],
  ['BoardShown', { item: 'board', subjects: ['U99'] }, /no subject U99/],
  ['MoveShown', { round: 'r-none', attempt: 1 }, /no round r-none/],
  ['CountdownCleared', { item: 'none' }, /no item none/],
  ['SubjectWithdrawn', { subject: 'U99', reason: 'x' }, /no subject U99/],
  ['SubjectsCombined', { into: 'U1', from: 'U99', reason: 'x' }, /no subject U99/],
  ['SubjectRestored', { subject: 'U1', reason: 'x' }, /U1/],
  ['DocumentRemoved', { subject: 'U99', hash: HASH }, /no subject U99/],
  ['WeightsSet', { weights: [{ group: 'G9', weight: '1' }] }, /no group G9/],
  ['WeightsSet', { weights: [{ group: 'G1', weight: '0.5' }] }, /0\.5/],
  ['RecusalDeclared', { reviewer: 'R99', subject: 'U1', voids: [] }, /no reviewer R99/],
  ['RecusalDeclared', { reviewer: 'R1', subject: 'U99', voids: [] }, /no subject U99/],
  ['RecusalDeclared', { reviewer: 'R1', subject: 'U1', voids: [round] }, /no round r-none/],
  ['TicketsIssued', { holders: [{ kind: 'reviewer', id: 'R99' }] }, /no reviewer R99/],
  ['TicketsSwapped', { a: { kind: 'reviewer', id: 'R1' }, b: { kind: 'subject', id: 'U9' } }, /U9/],
  ['TicketRevoked', { holder: { kind: 'subject', id: 'R99' } }, /R99/],
  ['SeatsFilled', { seats: [{ id: 'S9', holder: NOBODY, group: 'G1' }] }, /no reviewer R99/],
  ['SeatClaimed', { seat: 'S99', claim: 1 }, /no seat S99/],
  ['SeatReleased', { seat: 'S99', claim: 1 }, /no seat S99/],
  ['SeatCheckedIn', { seat: 'S99' }, /no seat S99/],
  ['CheckInUndone', { seat: 'S99' }, /no seat S99/],
  ['SeatLeft', { seat: 'S99', reason: '' }, /no seat S99/],
  ['SeatReplaced', { seat: 'S99', draw: 'D1', out: 'R1', ...passedOn }, /no seat S99/],
  ['SeatReplaced', { seat: 'S001', draw: 'D1', out: 'R99', ...passedOn }, /no reviewer R99/],
  ['ReviewerArrived', { holder: { kind: 'reviewer', id: 'R99' } }, /no reviewer R99/],
  ['ReviewerWentAway', { holder: { kind: 'reviewer', id: 'R99' } }, /no reviewer R99/],
  ['SaltKept', { item: 'none', commit: HASH, keeper: { id: 's', role: 'supervisor' } }, /no item/],
  ['WordSent', { draw: 'D9', holder: { kind: 'reviewer', id: 'R1' }, word: 'x' }, /no draw D9/],
  ['WordsClosed', { draw: 'D9' }, /no draw D9/],
  ['NamesShown', { draw: 'D9', shown: 1 }, /no draw D9/],
  ['DrawVoided', { draw: 'D9', why: 'x', recordHash: HASH }, /no draw D9/],
  ['DrawDetermined', { draw: 'D9', entropy: [], order: [], reserve: [], recordHash: HASH }, /D9/],
  ['DrawnReplaced', { draw: 'D9', out: 'R1', in: 'R2', ...passedOn }, /no draw D9/],
  ['RoundOpened', { ...opened, ...sheet(9) }, /no live of version 9/],
  ['RoundOpened', { ...opened, ...sheet(1) }, /other rules of r-w/],
  ['RoundOpened', { ...opened, ...sheet(1), subjects: ['U99'] }, /no subject U99/],
  ['RoundOpened', { ...opened, ...sheet(1), item: 'none' }, /no item none/],
  ['RoundCancelled', round, /no round r-none/],
  ['RoundCancelled', attempt, /attempt 7/],
  ['RoundSubjectsSet', { ...round, subjects: [], reason: '' }, /no round r-none/],
  ['RoundClosed', { ...attempt, ...closed, seats: { subjects: [], absent: [] } }, /attempt 7/],
  ['RoundClosed', { ...attempt, ...closed, seats: { subjects: [], absent: ['S99'] } }, /S99/],
  ['RoundReopened', { round: 'r-score', attempt: 1, reason: 'x' }, /not closed/],
  ['RoundRevealed', { ...attempt, results: [], salt: '0'.repeat(32) }, /attempt 7/],
  ['PaperEntered', { paper: 'P1', seat: 'S99', ...attempt, subject: 'U1' }, /attempt 7/],
  ['PaperConfirmed', { paper: 'P9' }, /no paper P9/],
  ['PaperDropped', { paper: 'P9', reason: '' }, /no paper P9/],
  // By staff, as all here are: a comment is a seat's.
  [
    'CommentWritten',
    { comment: 'C1', round: 'r-score', attempt: 1, subject: 'U1', commitment: HASH },
    /a comment of no seat: C1/,
  ],
  ['CommentReleased', { comment: 'C9' }, /no comment C9/],
  ['CommentWithheld', { comment: 'C9' }, /no comment C9/],
];

describe('[R2] the fold stops', () => {
  const play = voting('hidden');
  it.each(BROKEN)('at %s of %j', (type, fields, what) => {
    const seq = play.meeting.seq + 1;
    const act = { n: seq, command: 'Test' };
    const event = { type, ...fields } as unknown as MeetingEvent;
    const recorded = { seq, at: play.now, by: CLERK, act, v: EVENTS[type].v, event };
    // It is whole: only what it speaks of is missing.
    expect(isWhole(recorded)).toBe(true);
    expect(() => evolve(play.meeting, recorded)).toThrow(what);
    expect(() => evolve(play.meeting, recorded)).toThrow(`event ${String(seq)} (${type})`);
  });

  it('[R4] at a reveal of other results than the close has committed to', () => {
    const one = voting('hidden').cast('S001', 'score', 1, scores(9, 9, 9, 9));
    one.staff({ type: 'CloseRound', round: roundId('score') });
    const reveal = one.decide({ type: 'RevealRound', round: roundId('score') });
    const event = reveal.ok ? reveal.events[0] : undefined;
    if (event?.type !== 'RoundRevealed') throw new Error('no reveal');
    const recorded = (results: typeof event.results) => {
      const seq = one.meeting.seq + 1;
      const act = { n: seq, command: 'RevealRound' };
      return { seq, at: one.now, by: CLERK, act, v: 2, event: { ...event, results } };
    };
    const other = event.results.map((result) => ({
      ...result,
      score: { exact: '100/1', decimal: '100.0000' },
    }));
    expect(() => evolve(one.meeting, recorded(other))).toThrow(/not committed/);
    expect(evolve(one.meeting, recorded(event.results)).rounds.get(roundId('score'))).toMatchObject(
      { attempts: [{ phase: 'revealed' }] },
    );
  });

  it('and a row that holds more or less than its type says is not whole', () => {
    const by = { kind: 'server' } as const;
    const recorded = { seq: 1, at: 1, by, act: { n: 1, command: 'X' }, v: 2 };
    const whole = (event: object) => isWhole({ ...recorded, event: event as MeetingEvent });
    expect(whole({ type: 'SeatClaimed', seat: 'S1', claim: 1 })).toBe(true);
    expect(whole({ type: 'SeatClaimed', seat: 'S1' })).toBe(false);
    expect(whole({ type: 'SeatClaimed', seat: 'S1', claim: 1, phone: 'x' })).toBe(false);
    expect(whole({ type: 'SeatClaimed', seat: 'S1', claim: '1' })).toBe(false);
    expect(whole({ type: 'WeightsSet', weights: [{ group: 'G1', weight: 1 }] })).toBe(false);
    expect(whole({ type: 'WeightsSet', weights: [{ group: 'G1', weight: '1.50000001' }] })).toBe(
      false,
    );
  });
});
