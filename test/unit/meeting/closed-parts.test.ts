// [R3] [R14] A record may leave private parts closed: it still verifies, and says who nobody is.
import { describe, expect, it } from 'vitest';
import { eventHash, eventTexts } from '../../../shared/meeting/chain.ts';
import { fingerprint } from '../../../shared/fingerprint.ts';
import { EVENTS } from '../../../shared/meeting/events.ts';
import {
  CLERK,
  itemId,
  reviewerId,
  roundId,
  scores,
  scoring,
  seatId,
  subjectId,
  voting,
} from '../../builders.ts';
import { firstBreak } from '../../first-break.ts';
import { keptLog, keptLogs } from '../../kept-logs.ts';

/** Fields that name people, or what only they know; written apart from the tables. */
const NAMES = /^(seats?|holders?|reviewers?|keeper|word|claim|skipped|out|in|a|b)$/;
/** What is said of a person in fields that elsewhere speak of something else. */
const SAID = [
  ...['SeatLeft reason', 'SeatReplaced reason', 'DrawnReplaced reason', 'PaperDropped reason'],
  ...['RecusalDeclared subject', 'SeatReplaced subject', 'PaperEntered after'],
];

/** A day with people in it. */
function day() {
  const play = voting('hidden').cast('S001', 'score', 1, scores(40, 20, 25, 15));
  play.staff({ type: 'DeclareRecusal', reviewer: reviewerId('R2'), subject: subjectId('U1') });
  play.staff({ type: 'LeaveSeat', seat: seatId('S003'), reason: '接孩子' });
  play.staff({ type: 'CloseRound', round: roundId('score') });
  return play.staff({ type: 'RevealRound', round: roundId('score') });
}

describe('[R3] an event', () => {
  it('hashes the same with its private part closed', () => {
    const { log } = day();
    expect(firstBreak(log)).toBeNull();
    for (const { recorded, prev, hash, salt } of log) {
      const { open, closed } = eventTexts(recorded);
      const hidden = fingerprint('private', `${salt}\n${closed}`);
      expect(eventHash(prev, { open, closed: { hash: hidden } })).toBe(hash);
      expect(
        eventHash(prev, { open: open.replace(/"v":[234]/, '"v":5'), closed: { hash: hidden } }),
      ).not.toBe(hash);
    }
  });

  it('[R14] leaves open nobody who acted, nor whom it is about', () => {
    const open = day().log.map(({ recorded }) => eventTexts(recorded).open);
    const text = open.join('\n');
    for (const name of ['clerk', 'S001', 'S002', 'S003', 'R1"', 'R2"', '接孩子'])
      expect(text).not.toContain(name);
    // And what is public stays: agenda, round, counts, results.
    for (const name of ['"score"', 'r-score', '"expected":10', '100/1'])
      expect(text).toContain(name);
  });

  it('[R14] in every kept log, an id of staff stands in no public part', () => {
    for (const { recorded } of keptLogs(2).flatMap(keptLog)) {
      const { open } = eventTexts(recorded);
      if (recorded.by.kind === 'staff') expect(open).not.toContain(`"${recorded.by.id}"`);
      expect(open).not.toMatch(/"seats?":/);
    }
  });

  it('[R14] in every kept log, what names a person or is said of one stands in no public part', () => {
    for (const { recorded } of keptLogs(2).flatMap(keptLog)) {
      const { type } = recorded.event;
      const { event } = JSON.parse(eventTexts(recorded).open) as { readonly event: object };
      const told = Object.keys(event).filter(
        (field) => NAMES.test(field) || SAID.includes(`${type} ${field}`),
      );
      expect([type, told]).toEqual([type, []]);
    }
  });

  it('names the act it is of: all events of one command have the number of the first', () => {
    const play = scoring('live');
    const before = play.meeting.seq;
    play.staff({ type: 'OpenRound', item: itemId('score') }, CLERK);
    const acts = play.log.slice(before).map(({ recorded }) => [recorded.event.type, recorded.act]);
    const act = { n: before + 1, command: 'OpenRound' };
    expect(acts).toEqual([
      ['RoundOpened', act],
      ['CountdownSet', act],
    ]);
    for (const { recorded } of play.log) expect(recorded.v).toBe(EVENTS[recorded.event.type].v);
  });
});
