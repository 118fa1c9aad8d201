// [R2] Logs that were written once must be read for ever: a kept log of every event there is, and what it comes to.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { chain, eventText, firstBreak, type Chained } from '../../../shared/meeting/chain.ts';
import { evolve, NO_MEETING } from '../../../shared/meeting/evolve.ts';
import type { MeetingEvent, Recorded } from '../../../shared/meeting/events.ts';
import { leftOut, subjectsOf } from '../../../shared/meeting/agenda/participation.ts';
import { lastAttempt } from '../../../shared/meeting/lookup.ts';

const FILES = [
  'log-v1.jsonl',
  'log-v1-day.jsonl',
  'log-v1-salt.jsonl',
  'log-v1-desk.jsonl',
  'log-v1-removed.jsonl',
  'log-v1-recusal.jsonl',
] as const;

/** One line for each event: `hash canonical-JSON`. Never edit it: a new shape of an event gets a file of its own. */
function keptLog(file: (typeof FILES)[number]): readonly Chained[] {
  let prev = '';
  return readFileSync(new URL(`../../vectors/${file}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const hash = line.slice(0, 64);
      const recorded = { ...(JSON.parse(line.slice(65)) as Recorded), act: null };
      const link = { recorded, prev, hash };
      prev = hash;
      return link;
    });
}

const EVERY_TYPE: Readonly<Record<Exclude<MeetingEvent['type'], 'ActTakenBack'>, true>> = {
  MeetingCreated: true,
  SubjectsImported: true,
  ReviewersImported: true,
  WeightsSet: true,
  SheetAdopted: true,
  SchemeAdopted: true,
  AgendaSet: true,
  ItemsInserted: true,
  ItemsRemoved: true,
  ItemChanged: true,
  ItemEntered: true,
  TicketsIssued: true,
  TicketRevoked: true,
  SeatsFilled: true,
  SeatClaimed: true,
  SeatReleased: true,
  RecusalDeclared: true,
  SaltKept: true,
  DrawLocked: true,
  DrawDetermined: true,
  NamesShown: true,
  DrawVoided: true,
  DrawnReplaced: true,
  CountdownSet: true,
  RoundOpened: true,
  RoundClosed: true,
  RoundReopened: true,
  RoundRevealed: true,
  MeetingChanged: true,
  EpochRaised: true,
  PeopleErased: true,
  SubjectWithdrawn: true,
  SubjectsCombined: true,
  SubjectRestored: true,
  DocumentAttached: true,
  DocumentRemoved: true,
  ItemsMoved: true,
  ItemSkipped: true,
  ItemRestored: true,
  BellRung: true,
  BoardTurned: true,
  TicketsSwapped: true,
  SeatCheckedIn: true,
  CheckInUndone: true,
  SeatLeft: true,
  SeatReplaced: true,
  ReviewerArrived: true,
  ReviewerWentAway: true,
  PaperEntered: true,
  PaperConfirmed: true,
  PaperDropped: true,
  WordSent: true,
  WordsClosed: true,
  CountdownCleared: true,
  RoundCancelled: true,
  RoundSubjectsSet: true,
};

describe('[R2] the log of version 1', () => {
  it('holds every type of event', () => {
    const types = new Set<string>(
      FILES.flatMap(keptLog).map(({ recorded }) => recorded.event.type),
    );
    expect(Object.keys(EVERY_TYPE).filter((type) => !types.has(type))).toEqual([]);
  });

  it.each(FILES)('[R3] still hashes to the same chain: %s', (file) => {
    const log = keptLog(file);
    expect(firstBreak(log)).toBeNull();
    const last = log.at(-1);
    if (!last) throw new Error('empty log');
    expect(chain(last.prev, JSON.parse(eventText(last.recorded)) as Recorded).hash).toBe(last.hash);
  });

  it('still comes to the same meeting', () => {
    const meeting = keptLog('log-v1.jsonl')
      .map(({ recorded }) => recorded)
      .reduce(evolve, NO_MEETING);
    expect(meeting).toMatchObject({ code: 'hall1', zone: 'Asia/Shanghai', current: 'score' });
    expect([meeting.subjects.size, meeting.pool.size, meeting.seats.size]).toEqual([4, 12, 12]);
    expect(meeting.draws.map(({ phase }) => phase)).toEqual(['void', 'determined']);
    const [round] = meeting.rounds.values();
    if (!round) throw new Error('no round');
    expect(round.attempts.map(({ phase }) => phase)).toEqual(['revealed', 'closed']);
    const attempt = lastAttempt(round);
    expect(attempt.phase === 'closed' && attempt.closing.results[0]?.score).toEqual({
      exact: '90/1',
      decimal: '90.0000',
    });
  });

  it('still comes to the same day', () => {
    const meeting = keptLog('log-v1-day.jsonl')
      .map(({ recorded }) => recorded)
      .reduce(evolve, NO_MEETING);
    expect(meeting).toMatchObject({
      epoch: 2,
      printedAddress: 'http://192.168.1.20:8080',
      boardCategory: 'K2',
      erasedAt: 1795586400000,
    });
    expect([...meeting.seats.values()].map(({ gone }) => gone)).toEqual([
      null,
      null,
      null,
      'left',
      null,
      'replaced',
      null,
    ]);
    expect([...meeting.out.keys()]).toEqual(['U3']);
    expect([...meeting.papers.values()].map(({ phase }) => phase)).toEqual([
      'dropped',
      'confirmed',
    ]);
    expect(meeting.draws.map(({ words }) => words.length)).toEqual([0, 2]);
    const [written] = meeting.rounds.values();
    expect(written && subjectsOf(meeting, written)).toEqual(['U2', 'U4', 'U6']);
  });

  it('still comes to the same draw by a salt that a supervisor kept', () => {
    const meeting = keptLog('log-v1-salt.jsonl')
      .map(({ recorded }) => recorded)
      .reduce(evolve, NO_MEETING);
    expect(meeting.draws).toMatchObject([
      { phase: 'void', assurance: 'participants', keeper: { id: 'supervisor' }, result: null },
      { phase: 'determined', assurance: 'public', keeper: null, shown: 1 },
      {
        phase: 'determined',
        assurance: 'participants',
        keeper: { id: 'supervisor', role: 'supervisor' },
        shown: 1,
      },
    ]);
    expect(meeting.salts.size).toBe(0);
  });

  it('still comes to the same desk: what papers came after, which turns a unit lost, who came instead', () => {
    const meeting = keptLog('log-v1-desk.jsonl')
      .map(({ recorded }) => recorded)
      .reduce(evolve, NO_MEETING);
    expect([...meeting.papers.values()].map(({ after, phase }) => [after, phase])).toEqual([
      [2, 'confirmed'],
      [0, 'entered'],
    ]);
    expect([...meeting.out.values()]).toEqual([{ why: 'withdrawn', reason: '机构改革' }]);
    expect(meeting.skipped.size).toBe(0);
    expect([...leftOut(meeting)]).toEqual([['p3', '机构改革']]);
    expect(meeting.replacements).toMatchObject([{ draw: 'D1', why: 'declined', skipped: [] }]);
  });

  it('still comes to the same agenda: what was added by mistake is gone, and why it was left out', () => {
    const meeting = keptLog('log-v1-removed.jsonl')
      .map(({ recorded }) => recorded)
      .reduce(evolve, NO_MEETING);
    expect(meeting.agenda.map(({ id }) => id)).toEqual([
      ...['in', 'p-U1', 's-U1', 'p-U2', 's-U2'],
      ...['w', 'end'],
    ]);
    expect(meeting.skipped.size).toBe(0);
  });

  it('still comes to the same replacements, before the unit of a recusal was named and since', () => {
    const log = keptLog('log-v1-recusal.jsonl').map(({ recorded }) => recorded);
    const events = log.map(({ event }) => event).filter(({ type }) => type === 'SeatReplaced');
    expect(events).toMatchObject([{ why: 'recusal' }, { why: 'recusal', subject: 'U003' }]);
    expect('subject' in (events[0] ?? {})).toBe(false);
    const { replacements } = log.reduce(evolve, NO_MEETING);
    expect(replacements).toMatchObject([
      { in: 'R008', skipped: [], why: 'recusal' },
      { in: 'R006', skipped: ['R001'], why: 'recusal' },
    ]);
  });
});
