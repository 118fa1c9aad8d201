// The desk (RULES.md §4): who is here, who left, who takes an empty seat, whose sheet is whose, ballots on paper.
import { reviewerHolder } from '../../../shared/meeting/people.ts';
import { readResults, resultsName } from '../../../shared/meeting/committed-results.ts';
import { describe, expect, it } from 'vitest';
import { seatStanding } from '../../../shared/meeting/decide/seats.ts';
import { holderOfSheet, seatOfReviewer } from '../../../shared/meeting/holders.ts';
import { idIn, reviewerKey } from '../../../shared/meeting/people.ts';
import { placeInReserve } from '../../../shared/meeting/reserve.ts';
import { firstFalseReplacement } from '../../../shared/draw/replacement.ts';
import type { StaffCommand } from '../../../shared/meeting/commands.ts';
import type { Draw } from '../../../shared/meeting/draws/draw.ts';
import type { Seat } from '../../../shared/meeting/people.ts';
import { deskSlice, personRows } from '../../../shared/views/console/desk.ts';
import { meSlice } from '../../../shared/views/audiences/panel.ts';
import { progressSlice } from '../../../shared/views/numbers/progress.ts';
import {
  ABSTAIN,
  CLERK,
  created,
  itemId,
  reviewerId,
  roundId,
  scores,
  seated,
  seatId,
  subjectId,
  voting,
  type Play,
} from '../../builders.ts';
import { confirm, enter } from './paper-builders.ts';

const DICE = '84019375620184736251';
const S1 = seatId('S001');
const BACKSTAGE = {
  connected: new Set<never>(),
  recent: [],
  head: { seq: 0, hash: '', root: '' },
  staffName: (id: string) => id,
};

const refusalOf = (play: Play, command: StaffCommand, by = CLERK) => {
  const decision = play.decide(command, undefined, by);
  return decision.ok ? null : decision.refusal.code;
};
const seat = (play: Play, id: string): Seat => {
  const found = play.meeting.seats.get(seatId(id));
  if (!found) throw new Error(`no seat ${id}`);
  return found;
};

describe('check-in by hand', () => {
  it('seats a person without a phone, once, and is taken back as long as nothing hangs on it', () => {
    const play = seated({}, 0);
    play.staff({ type: 'CheckIn', seat: S1 });
    expect(seat(play, 'S001')).toMatchObject({ present: true, claim: 0 });
    expect(play.decide({ type: 'CheckIn', seat: S1 })).toMatchObject({ ok: true, events: [] });
    play.staff({ type: 'UndoCheckIn', seat: S1 });
    expect(seat(play, 'S001').present).toBe(false);
    expect(play.decide({ type: 'UndoCheckIn', seat: S1 })).toMatchObject({ ok: true, events: [] });
    expect(refusalOf(play, { type: 'CheckIn', seat: seatId('S099') })).toBe('no-seat');
  });

  it('is not taken back once a phone has the seat, or a ballot of it is counted', () => {
    expect(refusalOf(seated({}, 1), { type: 'UndoCheckIn', seat: S1 })).toBe('already-here');
    const play = voting('hidden', {}, 6).staff({ type: 'CheckIn', seat: seatId('S007') });
    enter(play, 'S007', scores(1, 2, 3, 4));
    confirm(play, scores(1, 2, 3, 4));
    expect(refusalOf(play, { type: 'UndoCheckIn', seat: seatId('S007') })).toBe('has-voted');
  });

  it('a swap of sheets is no claim: the check-in by hand can still be taken back', () => {
    const play = seated({}, 0).staff({ type: 'CheckIn', seat: S1 });
    play.staff({
      type: 'SwapTickets',
      a: reviewerHolder(reviewerId('R1')),
      b: reviewerHolder(reviewerId('R2')),
    });
    expect(refusalOf(play, { type: 'UndoCheckIn', seat: S1 })).toBeNull();
  });
});

describe('leaving early', () => {
  const leave = { type: 'LeaveSeat', seat: S1, reason: '接孩子' } as const;

  it('needs a reason and a person who is here', () => {
    expect(refusalOf(seated({}, 0), leave)).toBe('not-checked-in');
    expect(refusalOf(seated(), { ...leave, reason: '  ' })).toBe('reason-missing');
  });

  it('[R13] nothing is owed any more, and the close names them absent', () => {
    const play = voting('hidden').staff(leave);
    const { turnout, results, absent } = close(play);
    expect(absent).toEqual(['S001']);
    expect(turnout[0]?.missing).not.toContain('S001');
    expect(results[0]?.groups[0]).toMatchObject({ expected: 5, counted: 0 });
  });

  it('a ballot given before counts, and so does its voter', () => {
    const play = voting('hidden')
      .cast('S001', 'score', 1, scores(10, 10, 10, 10))
      .staff(leave);
    expect(progressSlice(play).groups[0]).toMatchObject({ done: 1, expected: 6, absent: 0 });
    const { results, absent } = close(play);
    expect(absent).toEqual(['S001']);
    expect(results[0]?.groups[0]).toMatchObject({ expected: 6, counted: 1 });
  });

  it('says so to their phone, which cannot cast until they are back', () => {
    const play = voting('hidden').staff(leave);
    expect(meSlice(play, S1)?.left).toBe(true);
    expect(play.decideCast('S001', 'score', 1, ABSTAIN)).toMatchObject({
      refusal: { code: 'seat-left' },
    });
  });

  it('they come back by scanning again, or by the desk', () => {
    for (const back of [
      (play: Play) => play.claim('R1'),
      (play: Play) => play.staff({ type: 'CheckIn', seat: S1 }),
    ]) {
      const play = back(voting('hidden').staff(leave));
      expect(seat(play, 'S001')).toMatchObject({ present: true, gone: null });
      play.cast('S001', 'score', 1, ABSTAIN);
      expect(close(play).absent).toEqual([]);
    }
  });
});

describe('[R9] the reserve', () => {
  it('nobody has a place in it before the last name is shown', () => {
    const { play } = panel(4, { shown: 3 });
    expect(play.meeting.draws[0]).toMatchObject({ phase: 'determined', shown: 3 });
    for (const id of play.meeting.pool.keys()) expect(placeInReserve(play.meeting, id)).toBeNull();
  });

  it('its members arrive by their sheet or by the desk, each once', () => {
    const { play, reserve } = panel(4);
    const [first, second] = reserve('甲');
    arrive(play, first).staff({ type: 'MarkHere', reviewer: second, here: true });
    expect([...play.meeting.arrived.keys()].map(idIn)).toEqual([first, second]);
    expect(play.decideSeat({ type: 'Arrive', reviewer: first, issue: 1 })).toMatchObject({
      ok: true,
      events: [],
    });
    expect(placeInReserve(play.meeting, second)).toBe(2);
    play.staff({ type: 'MarkHere', reviewer: second, here: false });
    expect([...play.meeting.arrived.keys()].map(idIn)).toEqual([first]);
    expect(play.decideSeat({ type: 'Arrive', reviewer: first, issue: 2 })).toMatchObject({
      refusal: { code: 'ticket-revoked' },
    });
    expect(refusalOf(play, { type: 'MarkHere', reviewer: holder(play, 'S001'), here: true })).toBe(
      'already-seated',
    );
  });

  it('an arrival is of one day: a ticket tried out the day before puts nobody in the house', () => {
    const { play, reserve, seatOf } = panel(4);
    const [first] = reserve('甲');
    arrive(play, first);
    play.now += 20 * 3_600_000;
    // Their own scan on the day counts anew, as the first one did.
    const ask = { type: 'Arrive', reviewer: first, issue: 1 } as const;
    expect(play.decideSeat(ask)).toMatchObject({ events: [{ type: 'ReviewerArrived' }] });
    const board = { id: itemId('board'), kind: 'board' } as const;
    play.staff({ type: 'SetAgenda', items: [...play.meeting.agenda, board] });
    play.staff({ type: 'EnterItem', item: board.id });
    expect(play.meeting.arrived.size).toBe(0);
    const absent = { type: 'ReplaceSeat', seat: seatOf('甲').id, why: 'no-show' } as const;
    expect(refusalOf(play, { ...absent, reason: '未到', vacant: false })).toBe('no-reserve');
    play.seat(ask);
    play.now += 3 * 3_600_000;
    expect(refusalOf(play, { ...absent, reason: '未到', vacant: false })).toBeNull();
  });

  it('nor is anyone seated as present who came only the day before', () => {
    for (const [hours, present] of [
      [2, true],
      [20, false],
    ] as const) {
      const { play, reserve } = panel(4);
      const [first] = reserve('甲');
      arrive(play, first);
      play.now += hours * 3_600_000;
      play.staff({ type: 'FillSeats', reviewers: [first] });
      expect(seatOfReviewer(play.meeting, first)?.present).toBe(present);
    }
  });

  it('nor sent in from the reserve, before anything else has happened on the day', () => {
    const { play, reserve, seatOf } = panel(4);
    const [first] = reserve('甲');
    arrive(play, first);
    play.now += 20 * 3_600_000;
    const words = { reason: '未到' } as const;
    const seat = seatOf('甲').id;
    const one = { type: 'ReplaceSeat', seat, why: 'no-show', vacant: false, ...words } as const;
    expect(refusalOf(play, one)).toBe('no-reserve');
    expect(refusalOf(play, { type: 'ReplaceAbsent', ...words })).toBe('no-reserve');
  });

  it('and whom the desk itself sees on the day is there, whatever the day before was', () => {
    const { play, reserve } = panel(4);
    const [first, second] = reserve('甲');
    for (const one of [first, second]) arrive(play, one);
    play.now += 20 * 3_600_000;
    play.staff({ type: 'MarkHere', reviewer: first, here: true });
    // Their own word of today ends that of the day before, and the list of people shows it.
    expect([...play.meeting.arrived.keys()].map(idIn)).toEqual([first]);
    const board = { id: itemId('board'), kind: 'board' } as const;
    play.staff({ type: 'SetAgenda', items: [...play.meeting.agenda, board] });
    play.staff({ type: 'EnterItem', item: board.id });
    expect([...play.meeting.arrived.keys()].map(idIn)).toEqual([first]);
  });

  it('whom the desk saw go is not brought back by a phone that only goes on asking', () => {
    const { play, reserve } = panel(4);
    const [first] = reserve('甲');
    arrive(play, first).staff({ type: 'MarkHere', reviewer: first, here: false });
    const ask = { type: 'Arrive', reviewer: first, issue: 1 } as const;
    expect(play.decideSeat({ ...ask, byItself: true })).toMatchObject({
      refusal: { code: 'marked-away' },
    });
    // Their own act brings them back, and then the phone goes on asking as before.
    play.seat(ask);
    expect([...play.meeting.arrived.keys()].map(idIn)).toEqual([first]);
    expect(play.decideSeat({ ...ask, byItself: true }).ok).toBe(true);
    // So does the desk's word; and a phone that was never marked arrives by asking.
    play.staff({ type: 'MarkHere', reviewer: first, here: false });
    play.staff({ type: 'MarkHere', reviewer: first, here: true });
    expect(play.meeting.away.size).toBe(0);
    const [, second] = reserve('甲');
    play.seat({ type: 'Arrive', reviewer: second, issue: 1, byItself: true });
    expect([...play.meeting.arrived.keys()].map(idIn)).toEqual([first, second]);
  });

  it('nor into a seat that another draw has given them since', () => {
    const { play, reserve } = panel(4);
    const [first] = reserve('甲');
    arrive(play, first).staff({ type: 'MarkHere', reviewer: first, here: false });
    play.staff({ type: 'FillSeats', reviewers: [first] });
    const claim = { type: 'ClaimSeat', reviewer: first, issue: 1 } as const;
    expect(play.decideSeat({ ...claim, byItself: true })).toMatchObject({
      refusal: { code: 'marked-away' },
    });
    expect(seatOfReviewer(play.meeting, first)?.present).toBe(false);
    play.seat(claim);
    expect(play.decideSeat({ ...claim, byItself: true }).ok).toBe(true);
  });

  it('the next of the same cell who is here takes the seat; the skipped are named', () => {
    const { play, reserve, seatOf } = panel(4);
    const [away, here] = reserve('甲');
    const out = seatOf('甲');
    arrive(play, reserve('乙')[0]);
    arrive(play, here);
    replace(play, out.id);
    expect(play.meeting.replacements.at(-1)).toMatchObject({
      out: out.holder.id,
      in: here,
      skipped: [away],
    });
    expect(seat(play, out.id)).toMatchObject({ gone: 'replaced', present: false });
    expect(seatOfReviewer(play.meeting, here)).toMatchObject({ present: true, group: out.group });
    expect(play.meeting.arrived.has(reviewerKey(here))).toBe(false);
    expect(placeInReserve(play.meeting, here)).toBeNull();
  });

  it('with nobody here the seat stays, or is recorded as vacant', () => {
    const { play, seatOf, reserve } = panel(4);
    const { id } = seatOf('甲');
    const command = { type: 'ReplaceSeat', seat: id, why: 'no-show', reason: '未到' } as const;
    expect(refusalOf(play, { ...command, vacant: false })).toBe('no-reserve');
    play.staff({ ...command, vacant: true });
    expect(play.meeting.replacements.at(-1)).toMatchObject({ in: null, skipped: reserve('甲') });
    expect(refusalOf(play, { ...command, vacant: true })).toBe('seat-gone');
    expect(refusalOf(play, { type: 'CheckIn', seat: id })).toBe('seat-gone');
  });

  it('fills every absent seat as far as people are there; a second press sends nobody in twice', () => {
    const { play, reserve } = panel(6);
    const present = [...play.meeting.seats.values()][0];
    if (present?.holder.kind === 'reviewer') claimNow(play, present.holder.id);
    for (const id of [...reserve('甲').slice(0, 2), ...reserve('乙').slice(0, 1)]) arrive(play, id);
    const before = play.meeting.seats.size;
    const plan = deskSlice(play, BACKSTAGE).plan;
    expect(plan.map(({ seat: id }) => id)).not.toContain(present?.id);
    play.staff({ type: 'ReplaceAbsent', reason: '九点未到' });
    const came = play.meeting.replacements.map((one) => one.in);
    expect(came).toEqual(plan.flatMap((one) => one.in ?? []));
    expect(new Set(came).size).toBe(3);
    expect(play.meeting.seats.size).toBe(before + 3);
    expect(play.meeting.arrived.size).toBe(0);
    expect(refusalOf(play, { type: 'ReplaceAbsent', reason: '再按一次' })).toBe('no-reserve');
    const holders = [...play.meeting.seats.values()].map((one) => one.holder.id);
    expect(new Set(holders).size).toBe(holders.length);
  });

  it('has nothing to do where everyone is here, and wants a reason', () => {
    const { play } = panel(2);
    expect(refusalOf(play, { type: 'ReplaceAbsent', reason: ' ' })).toBe('reason-missing');
    for (const { id } of play.meeting.seats.values()) play.staff({ type: 'CheckIn', seat: id });
    expect(refusalOf(play, { type: 'ReplaceAbsent', reason: 'x' })).toBe('nobody-absent');
  });

  it('who was sent in can be replaced as well, by the next of the same cell', () => {
    const { play, reserve, seatOf } = panel(4);
    const [first, second] = reserve('甲');
    arrive(play, first);
    arrive(play, second);
    replace(play, seatOf('甲').id);
    const inSeat = seatOfReviewer(play.meeting, first);
    if (!inSeat) throw new Error('nobody was sent in');
    replace(play, inSeat.id, 'left');
    expect(play.meeting.replacements.map((one) => one.in)).toEqual([first, second]);
  });

  it('the records chain to the draw’s and follow the reserve, as anyone can check', () => {
    const { play, draw, reserve } = panel(6);
    for (const group of ['甲', '乙'] as const) arrive(play, reserve(group)[1]);
    play.staff({ type: 'ReplaceAbsent', reason: '未到' });
    const { replacements } = play.meeting;
    let prev = draw.recordHash;
    const records = replacements.map((one) => {
      const record = {
        prev,
        lock_hash: draw.lockHash,
        out: one.out,
        in: one.in ?? '',
        why: one.why,
        skipped: one.skipped,
      };
      prev = one.recordHash;
      return record;
    });
    const groupOfId = (id: string) => play.meeting.pool.get(reviewerId(id))?.group ?? '';
    const byCell = Object.fromEntries(draw.reserve.map(({ cell, ids }) => [cell, ids]));
    expect(replacements).toHaveLength(2);
    expect(firstFalseReplacement(draw.recordHash, groupOfId, byCell, records)).toBeNull();
  });

  it('whoever was replaced is told so, by phone, by sheet and at the desk', () => {
    const { play, reserve, seatOf } = panel(4);
    const out = seatOf('甲');
    const person = reviewerId(out.holder.id);
    claimNow(play, person);
    const { claim } = seat(play, out.id);
    arrive(play, reserve('甲')[0]);
    replace(play, out.id, 'left');
    expect(seatStanding(play.meeting, out.id, claim)).toEqual({
      ok: false,
      refusal: { code: 'seat-gone' },
    });
    const sheet = { reviewer: person, issue: 1 };
    for (const command of [
      { type: 'ClaimSeat', ...sheet },
      { type: 'Arrive', ...sheet },
    ] as const)
      expect(play.decideSeat(command)).toMatchObject({ refusal: { code: 'seat-gone' } });
    expect(refusalOf(play, { type: 'MarkHere', reviewer: person, here: true })).toBe('seat-gone');
    expect(personRows(play).find(({ reviewer }) => reviewer === person)).toMatchObject({
      seat: null,
      standing: 'replaced',
    });
  });

  it('a seat that was given by hand has no reserve', () => {
    const command = { type: 'ReplaceSeat', seat: S1, why: 'no-show', reason: '未到' } as const;
    expect(refusalOf(seated({}, 0), { ...command, vacant: true })).toBe('no-reserve');
  });

  it('in the round, whoever came in is expected and whoever went is not', () => {
    const { play, reserve, seatOf } = panel(4);
    for (const { id } of play.meeting.seats.values()) play.staff({ type: 'CheckIn', seat: id });
    openScore(play);
    arrive(play, reserve('甲')[0]);
    replace(play, seatOf('甲').id, 'left');
    expect(progressSlice(play)).toMatchObject({ done: 0, expected: 4 });
    expect(close(play).absent).toEqual([]);
  });
});

describe('wrong sheets', () => {
  const swap = {
    type: 'SwapTickets',
    a: reviewerHolder(reviewerId('R1')),
    b: reviewerHolder(reviewerId('R2')),
  } as const;
  const opens = (play: Play, printedFor: string, issue = 1) =>
    holderOfSheet(play.meeting, reviewerHolder(reviewerId(printedFor)), issue)?.id;

  it('each opens the other’s seat from now on, and both phones are let go', () => {
    const play = seated();
    const before = seat(play, 'S001').claim;
    play.staff(swap);
    expect([opens(play, 'R1'), opens(play, 'R2')]).toEqual(['R2', 'R1']);
    expect(seatStanding(play.meeting, S1, before)).toMatchObject({ refusal: { code: 'replaced' } });
    play.seat({ type: 'ClaimSeat', reviewer: reviewerId('R1'), issue: 1 });
    expect(seat(play, 'S002').claimedAt).toHaveLength(1);
    play.staff(swap);
    expect([opens(play, 'R1'), opens(play, 'R2')]).toEqual(['R1', 'R2']);
  });

  it('a later sheet for one does not end the other’s', () => {
    const play = seated().staff(swap);
    play.staff({ type: 'IssueTickets', reviewers: [reviewerId('R1')] });
    expect(opens(play, 'R1', 2)).toBe('R1');
    expect(opens(play, 'R1', 1)).toBe('R2');
    expect(opens(play, 'R2', 1)).toBeUndefined();
    play.staff({ type: 'IssueTickets', reviewers: [reviewerId('R2')] });
    expect([opens(play, 'R1', 1), opens(play, 'R2', 2)]).toEqual([undefined, 'R2']);
  });

  it('refuses one person, someone unknown, and a code that was revoked', () => {
    const play = seated();
    expect(refusalOf(play, { ...swap, b: swap.a })).toBe('same-person');
    expect(refusalOf(play, { ...swap, b: reviewerHolder(reviewerId('R99')) })).toBe(
      'unknown-reviewer',
    );
    play.staff({ type: 'RevokeTicket', holder: swap.b });
    expect(refusalOf(play, swap)).toBe('ticket-revoked');
  });
});

function close(play: Play) {
  play.staff({ type: 'CloseRound', round: roundId('score') });
  const attempt = play.meeting.rounds.get(roundId('score'))?.attempts.at(-1);
  if (!attempt || attempt.phase === 'open') throw new Error('the round is still open');
  const kept = play.world.secrets.get(resultsName(roundId('score'), attempt.n)) ?? '';
  return { ...attempt.closing, ...readResults(kept) };
}

function openScore(play: Play): void {
  play.staff({
    type: 'AddItems',
    after: play.meeting.agenda.at(-1)?.id ?? null,
    items: [
      {
        id: itemId('score'),
        kind: 'score',
        subjects: [subjectId('U1')],
        secrecy: 'named',
        sheet: 'live',
        disclosure: 'hidden',
        seconds: 0,
      },
    ],
  });
  play.staff({ type: 'EnterItem', item: itemId('score') });
  play.staff({ type: 'OpenRound', item: itemId('score') });
}

function arrive(play: Play, reviewer: string | undefined): Play {
  if (reviewer === undefined) throw new Error('nobody to arrive');
  return play.seat({ type: 'Arrive', reviewer: reviewerId(reviewer), issue: 1 });
}

function claimNow(play: Play, reviewer: string): Play {
  return play.claim(reviewer);
}

function holder(play: Play, id: string) {
  return reviewerId(seat(play, id).holder.id);
}

function replace(play: Play, id: Seat['id'], why: 'no-show' | 'left' = 'no-show'): Play {
  return play.staff({ type: 'ReplaceSeat', seat: id, why, reason: '未到', vacant: false });
}

/** Twelve people in two groups, `take` of them drawn in proportion; tickets for all, nobody here. */
function panel(take: number, { shown = take }: { readonly shown?: number } = {}) {
  const play = created();
  play.staff({
    type: 'ImportSubjects',
    source: 'units.csv',
    entries: [{ id: subjectId('U1'), kind: 'unit', name: '第1单位', category: '区级部门' }],
  });
  const names = ['甲', '乙'] as const;
  const ids = Array.from({ length: 12 }, (_, n) => reviewerId(`R${String(n + 1)}`));
  play.staff({
    type: 'ImportReviewers',
    source: 'pool.csv',
    entries: ids.map((id, n) => ({
      id,
      name: `代表${String(n + 1)}`,
      group: names[n % 2] ?? '甲',
      attributes: {},
      recusals: [],
    })),
  });
  play.staff({ type: 'IssueTickets', reviewers: ids, address: 'http://10.0.0.5:8080' });
  play.staff({
    type: 'SetAgenda',
    items: [
      {
        id: itemId('panel'),
        kind: 'draw',
        purpose: 'panel',
        take,
        rule: { kind: 'proportional' },
        sources: ['dice10'],
      },
    ],
  });
  play.staff({ type: 'EnterItem', item: itemId('panel') });
  play.staff({ type: 'LockDraw', item: itemId('panel') });
  const [locked] = play.meeting.draws;
  if (!locked) throw new Error('no draw');
  play.read(DICE);
  play.staff({ type: 'ShowNames', draw: locked.id, shown });
  const draw = play.meeting.draws[0] as Extract<Draw, { readonly phase: 'determined' }>;
  const groupId = (name: string) => play.meeting.groups.find((one) => one.name === name)?.id;
  return {
    play,
    draw,
    reserve: (name: '甲' | '乙') =>
      (draw.reserve.find(({ cell }) => cell === groupId(name))?.ids ?? []).map(reviewerId) as [
        ReturnType<typeof reviewerId>,
        ReturnType<typeof reviewerId>,
        ...ReturnType<typeof reviewerId>[],
      ],
    seatOf: (name: '甲' | '乙') => {
      const found = [...play.meeting.seats.values()].find(({ group }) => group === groupId(name));
      if (!found) throw new Error(`no seat of ${name}`);
      return found;
    },
  };
}
