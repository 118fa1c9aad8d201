// Commands are declared once: the tables against the parser, the roles, the holders, the areas and the decisions.
import { reviewerHolder } from '../../../shared/meeting/people.ts';
import { describe, expect, it } from 'vitest';
import { agendaCommands } from '../../../shared/meeting/commands/agenda.ts';
import { deskCommands } from '../../../shared/meeting/commands/desk.ts';
import {
  beaconCommands,
  diceCommands,
  drawsCommands,
  lotsCommands,
  saltCommands,
  standInCommands,
} from '../../../shared/meeting/commands/draws.ts';
import { papersCommands } from '../../../shared/meeting/commands/papers.ts';
import { rehearsalCommands } from '../../../shared/meeting/commands/rehearsal.ts';
import { rosterCommands } from '../../../shared/meeting/commands/roster.ts';
import { commentsCommands } from '../../../shared/meeting/commands/comments.ts';
import { resultCommands } from '../../../shared/meeting/commands/result.ts';
import { roundsCommands } from '../../../shared/meeting/commands/rounds.ts';
import { SEAT_COMMANDS, seatsCommands } from '../../../shared/meeting/commands/seats.ts';
import { setupCommands } from '../../../shared/meeting/commands/setup.ts';
import { stageCommands } from '../../../shared/meeting/commands/stage.ts';
import { subjectsCommands } from '../../../shared/meeting/commands/subjects.ts';
import {
  areaOf,
  expectationOf,
  STAFF_COMMANDS,
  type SeatCommand,
  type StaffCommand,
} from '../../../shared/meeting/commands.ts';
import { decideStaff } from '../../../shared/meeting/decide.ts';
import type { StaffEntry } from '../../../shared/meeting/commands/command.ts';
import { barred, STAFF_ACTS, type Right } from '../../../shared/meeting/rights.ts';
import { STAFF_ROLES, type StaffRole } from '../../../shared/staff-role.ts';
import { staffCommand } from '../../../shared/wire.ts';
import {
  CLERK,
  created,
  itemId,
  Play,
  reviewerId,
  seatId,
  seated,
  subjectId,
} from '../../builders.ts';
import { SEAT_EXAMPLES, STAFF_COMMANDS_GIVEN, STAFF_EXAMPLES } from '../../command-examples.ts';
import { card, move } from './agenda-builders.ts';

const entryOf = ({ type }: StaffCommand): StaffEntry => STAFF_COMMANDS[type];

describe('the tables', () => {
  const bySubject = [
    ...[
      agendaCommands,
      deskCommands,
      drawsCommands,
      lotsCommands,
      diceCommands,
      beaconCommands,
      saltCommands,
      standInCommands,
      papersCommands,
    ],
    ...[
      commentsCommands,
      resultCommands,
      rosterCommands,
      roundsCommands,
      seatsCommands,
      setupCommands,
      stageCommands,
    ],
    subjectsCommands,
    rehearsalCommands,
  ];

  it('declare each command once, and leave none out', () => {
    const names = bySubject.flatMap((table) => Object.keys(table));
    expect([...names].sort()).toEqual(Object.keys(STAFF_COMMANDS).sort());
    expect(Object.keys(STAFF_EXAMPLES).sort()).toEqual(Object.keys(STAFF_COMMANDS).sort());
    expect(Object.keys(SEAT_EXAMPLES).sort()).toEqual(Object.keys(SEAT_COMMANDS).sort());
  });

  it.each(STAFF_COMMANDS_GIVEN)('$type is read whole, and nothing less or more', (command) => {
    const isSent = typeof entryOf(command).body === 'function';
    const read = staffCommand.safeParse(JSON.parse(JSON.stringify(command)));
    // What the server makes of files and secrets no message carries.
    expect(read.success).toBe(isSent);
    if (isSent) expect(read.data).toEqual(command);
    expect(staffCommand.safeParse({ ...command, more: 1 }).success).toBe(false);
    for (const field of Object.keys(command).filter((one) => one !== 'also')) {
      const { [field as 'type']: _, ...less } = command;
      expect([field, staffCommand.safeParse(less).success]).toEqual([field, false]);
    }
  });

  it('take a body of either of two shapes, and no mixture', () => {
    const { subject: _, ...left } = { ...STAFF_EXAMPLES.ReplaceSeat, subject: '', why: 'left' };
    const reads = (body: object) =>
      staffCommand.safeParse({ type: 'ReplaceSeat', ...body }).success;
    expect(reads(left)).toBe(true);
    expect(reads({ ...left, subject: 'U1' })).toBe(false);
    expect(reads({ ...left, why: 'recusal' })).toBe(false);
    expect(reads({ ...left, why: 'bored' })).toBe(false);
  });
});

describe('[R16] roles', () => {
  const matrix = STAFF_ROLES.flatMap((role) =>
    STAFF_COMMANDS_GIVEN.map((command) => ({ role, type: command.type, command })),
  );

  it.each(matrix)('$role, $type: the core refuses by the table, before all else', (one) => {
    const { role, command } = one;
    const play = seated();
    const context = { now: play.now, by: CLERK, role, random: new Uint8Array(32) };
    const { by } = entryOf(command);
    // Stale for every area: whoever may give it is told so, or what else is the matter.
    const expects = { item: itemId('elsewhere'), touched: -1 };
    const decision = decideStaff({ ...play.world, box: play.box }, command, expects, context);
    const refusal = decision.ok ? null : decision.refusal;
    if (by.includes(role)) expect(refusal?.code).not.toBe('no-right');
    else expect(refusal).toEqual({ code: 'no-right', by });
  });

  /** Written apart from the tables: what each role is for. */
  const expected = (role: StaffRole, right: Right): boolean => {
    // Nobody who runs the stage holds a draw's salt.
    if (right === 'KeepSalt' || right === 'OpenSalt') return role === 'supervisor';
    if (role === 'moderator' || right === 'view') return true;
    if (role === 'supervisor' || right === 'create-meeting' || right === 'invite') return false;
    // Names that come by themselves move the stage on meanwhile; how they come is the moderator's to say.
    if (right === 'SetPace') return false;
    // What everybody comes to see, and what no total can make good.
    const moderators: readonly Right[] = [
      ...(['PublishResult', 'FinishResult', 'DeclareVeto', 'LiftVeto'] as const),
    ];
    if (moderators.includes(right)) return false;
    // Made on the lists, but what ballots count is the stage's to say.
    if (right === 'ErasePeople' || right === 'SetRoundSubjects') return false;
    return areaOf({ type: right }) !== 'stage';
  };
  const rights = [...Object.keys(STAFF_ACTS), ...Object.keys(STAFF_COMMANDS)] as Right[];

  it.each(rights)('%s is for whom it should be for', (right) => {
    for (const role of STAFF_ROLES)
      expect([role, barred(role, right) === null]).toEqual([role, expected(role, right)]);
  });

  it.each(['toString', '__proto__', 'constructor', '', 'Everything'])('deny %j', (right) => {
    for (const role of STAFF_ROLES) expect(barred(role, right as Right)).not.toBeNull();
    expect(barred(right as StaffRole, 'view')).not.toBeNull();
  });
});

describe('[R16] holders', () => {
  const held = Object.values(SEAT_EXAMPLES);
  const codeOf = (play: Play, command: object) => {
    const decision = play.decideSeat(command as SeatCommand);
    return decision.ok ? null : decision.refusal.code;
  };

  // A word comes from a seat or from a ticket.
  const heldAlone = held.filter(({ type }) => SEAT_COMMANDS[type].holders.length === 1);

  it.each(heldAlone)('$type is not taken from whoever holds something else', (command) => {
    const play = seated();
    const { holders } = SEAT_COMMANDS[command.type];
    const seat = { seat: seatId('S001'), claim: 1 };
    const ticket = { reviewer: reviewerId('R1'), issue: 1 };
    const {
      seat: _,
      claim: __,
      reviewer: ___,
      issue: ____,
      ...rest
    } = { ...seat, ...ticket, ...command };
    const isTicket = (holders as readonly string[]).includes('ticket');
    expect(codeOf(play, { ...rest, ...(isTicket ? seat : ticket) })).toBe(
      isTicket ? 'ticket-unknown' : 'no-seat',
    );
  });

  it.each(held)('$type is not taken from who held it once', (command) => {
    const play = seated();
    play.claim('R1');
    const old = 'issue' in command ? { ...command, issue: 7 } : { ...command, claim: 7 };
    expect(codeOf(play, old)).toBe('issue' in command ? 'ticket-revoked' : 'replaced');
  });

  it('a device lets go of a seat whatever became of its ticket; a seat that stands does the rest', () => {
    const play = seated().staff({
      type: 'RevokeTicket',
      holder: reviewerHolder(reviewerId('R1')),
    });
    expect(codeOf(play, SEAT_EXAMPLES.ReleaseSeat)).toBeNull();
    expect(codeOf(play, SEAT_EXAMPLES.SendWord)).toBe('ticket-revoked');
    expect(codeOf(play, SEAT_EXAMPLES.CastBallot)).toBe('ticket-revoked');
  });
});

describe('the area of results', () => {
  const scheme = {
    type: 'AdoptScheme',
    scheme: {
      id: 'a',
      spread: { kind: 'none' },
      belowFloor: 'count',
      centre: 'median',
      emptyGroup: 'rescale',
      floor: 4,
      step: 3,
    },
  } as const;
  const weights = (play: Play): StaffCommand => ({
    type: 'SetWeights',
    weights: play.meeting.groups.map(({ id }, n) => ({ group: id, weight: n + 2 })),
  });
  const isStale = (play: Play, command: StaffCommand, expects: { touched: number }) => {
    const decision = play.decide(command, expects.touched);
    return !decision.ok && decision.refusal.code === 'stale';
  };

  it('is that of weights, schemes and the result, and of nothing else', () => {
    const names = Object.entries(STAFF_COMMANDS).filter(([, { area }]) => area === 'results');
    expect(names.map(([name]) => name).sort()).toEqual([
      ...['AdoptResult', 'AdoptScheme', 'ApproveResult', 'CheckResult', 'ComputeResult'],
      ...['DeclareVeto', 'FinishResult', 'ImportColumn', 'ImportEarlier', 'LiftVeto'],
      ...['PublishResult', 'ReturnResult', 'SetWeights'],
    ]);
  });

  it('a clerk’s figures make no change of the lists stale', () => {
    const play = seated();
    play.staff({ type: 'AddItems', after: null, items: [card('a'), card('b')] });
    const moving = move(['b'], null);
    const shown = expectationOf(play.meeting, moving);
    play.staff(weights(play)).staff(scheme);
    expect(isStale(play, moving, shown)).toBe(false);
    const before = play.meeting.touched.results;
    play.staff(moving);
    expect(play.meeting.touched.results).toBe(before);
  });

  it('nothing done on the stage or to the agenda makes a clerk’s figures stale; other figures do', () => {
    const play = seated();
    play.staff({ type: 'AddItems', after: null, items: [card('a'), card('b')] });
    const shown = expectationOf(play.meeting, weights(play));
    play.staff({ type: 'EnterItem', item: itemId('a') });
    play.staff(move(['b'], null));
    play.staff({ type: 'WithdrawSubject', subject: subjectId('U1'), reason: '撤销' });
    for (const one of [weights(play), scheme]) expect(isStale(play, one, shown)).toBe(false);
    play.staff(scheme);
    for (const one of [weights(play), scheme]) expect(isStale(play, one, shown)).toBe(true);
  });

  it('a list of reviewers read anew does, for groups come and go with it', () => {
    const one = { name: '甲一', group: '甲', attributes: {}, recusals: [] };
    const list = [{ id: reviewerId('R1'), ...one }];
    const more = [...list, { id: reviewerId('R2'), ...one, group: '乙' }];
    const play = created().staff({ type: 'ImportReviewers', source: 'r.csv', entries: list });
    const shown = expectationOf(play.meeting, weights(play));
    play.staff({ type: 'ImportReviewers', source: 'r.csv', entries: more });
    expect(play.meeting.groups).toHaveLength(2);
    expect(isStale(play, weights(play), shown)).toBe(true);
  });
});
