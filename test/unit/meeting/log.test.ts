// [R2] Logs that were written once must be read for ever: a kept log of every event there is, and what it comes to.
import { describe, expect, it } from 'vitest';
import { evolve, NO_MEETING } from '../../../shared/meeting/evolve.ts';
import { isWhole } from '../../../shared/meeting/events/parse.ts';
import { EVENTS } from '../../../shared/meeting/events.ts';
import { readResults } from '../../../shared/meeting/committed-results.ts';
import { leftOut, subjectsOf } from '../../../shared/meeting/agenda/participation.ts';
import { lastAttempt } from '../../../shared/meeting/rounds.ts';
import { Upcaster, type StoredEvent } from '../../../shared/meeting/upcast.ts';
import { keptLog, keptLogs, keptRows, writtenAnew } from '../../kept-logs.ts';

const stateOf = (file: string) =>
  keptLog(file)
    .map(({ recorded }) => recorded)
    .reduce(evolve, NO_MEETING);

describe.each([1, 2] as const)('[R2] the log of version %i', (version) => {
  it('holds every type of event', () => {
    const types = new Set<string>(
      keptLogs(version)
        .flatMap(keptRows)
        .map(({ type }) => type),
    );
    const board = ['BoardShown', 'MoveShown'];
    const groups = ['GroupsShown'];
    const comments = ['CommentWritten', 'CommentReleased', 'CommentWithheld'];
    const results = [
      ...['ResultPlanAdopted', 'ColumnImported', 'EarlierImported', 'AdjustmentDeclared'],
      ...['AdjustmentDecided', 'VetoDeclared', 'VetoLifted', 'ResultComputed', 'ResultChecked'],
      ...['ResultApproved', 'ResultPublished', 'ResultFinished', 'ResultReturned'],
    ];
    const questions = ['QuestionTaken'];
    const phones = ['PhonesCalled', 'PhonesDismissed'];
    const since = [
      'PoolSealed',
      ...board,
      ...(version === 1 ? ['ActTakenBack'] : []),
      'GroupAdded',
      ...['LotsWanted', 'LotsMade', 'LotteryMade', 'LotsFailed', 'DiceTyped'],
      ...['BeaconRead', 'LotsRead', 'LotsNumbered', 'PaceSet'],
      ...questions,
      ...groups,
      ...comments,
      ...results,
      ...phones,
    ];
    expect(Object.keys(EVENTS).filter((type) => !types.has(type))).toEqual(since);
  });

  it('[R3] still hashes to the same chain, and every event is whole', () => {
    for (const file of keptLogs(version)) {
      const log = keptLog(file);
      expect(log.map(({ prev }) => prev)).toEqual([
        '',
        ...log.slice(0, -1).map(({ hash }) => hash),
      ]);
      expect(log.every(({ salt }) => (salt === '') === (version === 1))).toBe(true);
    }
  });
});

describe('[R2] a log of version 1, written anew', () => {
  it.each(keptLogs(1))('comes to the same meeting: %s', (file) => {
    const anew = writtenAnew(keptLog(file)).map(({ recorded }) => recorded);
    expect(anew.reduce(evolve, NO_MEETING)).toEqual(stateOf(file));
    expect(stateOf(file.replace('v1', 'v2'))).toEqual(stateOf(file));
  });
});

describe('[R2] a word in a log of version 1, which named a seat', () => {
  const holder = { kind: 'reviewer', id: 'R9' };
  const seat = { id: 'S009', holder, group: 'G1' };
  it.each([
    { type: 'SeatsFilled', seats: [seat] },
    { type: 'SeatReplaced', seat: 'S001', out: 'R1', in: seat },
  ])('is its holder’s, as $type had seated them', (seated) => {
    const upcaster = new Upcaster();
    const read = (seq: number, event: { readonly type: string }) =>
      upcaster.read({ ...{ seq, at: 1, by: { kind: 'server' }, v: 1 }, event }).event;
    read(1, seated);
    const word = { type: 'WordSent', draw: 'D1', seat: 'S009', word: '春' };
    expect(read(2, word)).toEqual({ type: 'WordSent', draw: 'D1', holder, word: '春' });
  });
});

describe('[R2] what this version cannot read', () => {
  const first = { seq: 1, at: 1, by: { kind: 'server' }, act: { n: 1, command: 'RingBell' } };
  it.each([
    ['of a version to come', { ...first, v: 3, event: { type: 'BellRung' } }, 'later'],
    ['that nobody here knows', { ...first, v: 2, event: { type: 'BellBroken' } }, 'later'],
    ['by a name from the code', { ...first, v: 2, event: { type: 'constructor' } }, 'later'],
    ['of version one and a half', { ...first, v: 1.5, event: { type: 'BellRung' } }, 'half'],
    ['of version 1 that says its act', { ...first, v: 1, event: { type: 'BellRung' } }, 'half'],
    [
      'of version 2 that does not say it',
      { seq: 1, at: 1, by: { kind: 'server' }, v: 2, event: { type: 'BellRung' } },
      'half',
    ],
  ] as const)('stops at an event %s', (_, stored, why) => {
    const read = () => new Upcaster().read(stored as unknown as StoredEvent);
    expect(read).toThrow(expect.objectContaining({ name: 'UnreadableEvent', seq: 1, why }));
  });
});

describe('[R2] items that draws got further fields in version 4', () => {
  const act = { n: 1, command: 'ChangeItem' };
  const stored = { seq: 1, at: 1, by: { kind: 'server' }, act } as const;
  const draw = { id: 'd', kind: 'draw', purpose: 'verification', take: 1, sources: ['salt'] };
  const event = { type: 'ItemChanged', item: draw } as const;

  it.each([2, 3])('are read of version %i as they are', (v) => {
    const read = new Upcaster().read({ ...stored, v, event });
    expect(read).toEqual({ ...stored, v: 4, event });
    expect(isWhole(read)).toBe(true);
  });

  it.each([
    { rule: { kind: 'bands', last: { places: 10, take: 1 } } },
    { without: [{ from: '2025', ids: ['U1'] }] },
    { throws: 'p' },
    { purpose: 'tie-break', tie: { place: 3 } },
  ])('are of a version that a program before it says it is too old for: %j', (more) => {
    const item = { ...draw, ...more };
    const read = new Upcaster().read({ ...stored, v: 4, event: { ...event, item } } as StoredEvent);
    expect(isWhole(read)).toBe(true);
    expect(EVENTS.ItemChanged.v).toBe(4);
    expect(() => new Upcaster().read({ ...stored, v: 5, event })).toThrow(
      expect.objectContaining({ why: 'later' }),
    );
  });
});

describe('[R2] the log of version 1', () => {
  it('still comes to the same meeting', () => {
    const meeting = stateOf('log-v1.jsonl');
    expect(meeting).toMatchObject({ code: 'hall1', zone: 'Asia/Shanghai', current: 'score' });
    expect([meeting.subjects.size, meeting.pool.size, meeting.seats.size]).toEqual([4, 12, 12]);
    expect(meeting.draws.map(({ phase }) => phase)).toEqual(['void', 'determined']);
    const [round] = meeting.rounds.values();
    if (!round) throw new Error('no round');
    expect(round.attempts.map(({ phase }) => phase)).toEqual(['revealed', 'closed']);
    const attempt = lastAttempt(round);
    expect(attempt.phase).toBe('closed');
    // It stood in the close: now it waits among the secrets, as if it had been closed today.
    const upcaster = new Upcaster();
    for (const row of keptRows('log-v1.jsonl')) upcaster.read(JSON.parse(row.body) as StoredEvent);
    const [unopened] = upcaster.unopened;
    expect(unopened?.name).toBe('r-score/2/results');
    expect(readResults(unopened?.value ?? '').results[0]?.score).toEqual({
      exact: '90/1',
      decimal: '90.0000',
    });
  });

  it('still comes to the same day', () => {
    const meeting = stateOf('log-v1-day.jsonl');
    expect(meeting).toMatchObject({
      epoch: 2,
      printedAddress: 'http://192.168.1.20:8080',
      // The first page of its list, as nobody said which then.
      boardTurned: { category: 'K2', page: 'list', n: 0 },
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
    const meeting = stateOf('log-v1-salt.jsonl');
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
    const meeting = stateOf('log-v1-desk.jsonl');
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
    const meeting = stateOf('log-v1-removed.jsonl');
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
