// Units hold tickets and seats (RESULTS.md §8): who may do what by them, and who rates whom.
import { describe, expect, it } from 'vitest';
import type { Who } from '../../../shared/meeting/agenda/item.ts';
import type { Choice } from '../../../shared/ballots/ballot.ts';
import type { SeatCommand } from '../../../shared/meeting/commands.ts';
import { SEAT_COMMANDS } from '../../../shared/meeting/commands/seats.ts';
import { seatOfHolder } from '../../../shared/meeting/holders.ts';
import { subjectHolder } from '../../../shared/meeting/people.ts';
import { lastAttempt } from '../../../shared/meeting/rounds.ts';
import { meSlice, panelStage, panelWritten } from '../../../shared/views/audiences/panel.ts';
import { waitingUnit } from '../../../shared/views/audiences/waiting-unit.ts';
import { progressSlice } from '../../../shared/views/numbers/progress.ts';
import { seatShares, writtenProgress } from '../../../shared/views/numbers/written.ts';
import {
  ABSTAIN,
  created,
  itemId,
  NONCE,
  reviewerId,
  roundId,
  SALT,
  scores,
  seated,
  seatId,
  subjectId,
  type Play,
} from '../../builders.ts';
import { SEAT_EXAMPLES } from '../../command-examples.ts';

const WITHIN_CATEGORY: Who = { kind: 'units', within: 'category' };
const units = (n: number) => Array.from({ length: n }, (_, k) => subjectId(`U${String(k + 1)}`));
const at = (count: number, place: number) => units(count)[place - 1] ?? subjectId('none');

/** Units U1… in two categories by turns, each with a ticket; `seats` of them with a seat of the group 单位互评. */
function withUnits(count: number, seats: readonly number[], groups: readonly number[] = [2]): Play {
  const play = seated({ units: count, groups });
  play.staff({ type: 'IssueTickets', reviewers: [], units: units(count) });
  if (seats.length > 0)
    play.staff({
      type: 'SeatUnits',
      in: 'new',
      name: '单位互评',
      units: seats.map((n) => at(count, n)),
    });
  return play;
}

const refusal = (play: Play, command: SeatCommand) => {
  const decision = play.decideSeat(command);
  return decision.ok ? null : decision.refusal.code;
};

function claimUnit(play: Play, unit: string): Play {
  return play.seat({ type: 'ClaimSeat', subject: subjectId(unit), issue: 1 });
}

/** Opens a written round over all units in which these rate. */
function mutual(play: Play, who: Who): Play {
  return play
    .staff({
      type: 'SetAgenda',
      items: [
        ...play.meeting.agenda,
        {
          ...{ id: itemId('mutual'), kind: 'written', subjects: units(play.meeting.subjects.size) },
          ...{ sheet: 'live', disclosure: 'hidden', who },
        },
      ],
    })
    .staff({ type: 'EnterItem', item: itemId('mutual') });
}

function open(play: Play): Play {
  return play.staff({ type: 'OpenRound', item: itemId('mutual') });
}

const seatOf = (play: Play, unit: string) =>
  seatOfHolder(play.meeting, subjectHolder(subjectId(unit)));

function rate(play: Play, unit: string, subject: string, choice: Choice) {
  const seat = seatOf(play, unit);
  return play.decideSeat({
    ...{ type: 'CastBallot', seat: seat?.id ?? seatId('none'), claim: seat?.claim ?? 0 },
    ...{ round: roundId('mutual'), attempt: 1, subject: subjectId(subject), rev: 1, choice },
    ...{ nonce: NONCE, salt: SALT },
  });
}

function gives(play: Play, unit: string, subject: string, choice: Choice): void {
  const decision = rate(play, unit, subject, choice);
  if (!decision.ok) throw new Error(`${unit} on ${subject}: ${decision.refusal.code}`);
  play.commit(decision, { kind: 'server' });
}

const codeOf = (decision: ReturnType<typeof rate>) => (decision.ok ? null : decision.refusal.code);

describe('a unit’s ticket', () => {
  it('[R16] gives every command of a holder its right answer, with a seat and without', () => {
    const play = withUnits(4, [1]);
    const seatless = { subject: subjectId('U2'), issue: 1 };
    const seatedOne = { subject: subjectId('U1'), issue: 1 };
    // A ticket is no seat: what only a seat may do is not in its hands.
    for (const [type, { holders }] of Object.entries(SEAT_COMMANDS)) {
      const {
        seat: _,
        claim: __,
        ...body
      } = SEAT_EXAMPLES[type as SeatCommand['type']] as never as {
        seat: unknown;
        claim: unknown;
      };
      const command = { ...body, ...seatless } as never as SeatCommand & { reviewer?: unknown };
      delete (command as { reviewer?: unknown }).reviewer;
      const expected = (holders as readonly string[]).includes('ticket')
        ? type === 'SendWord'
          ? 'not-checked-in'
          : 'no-seat'
        : 'no-seat';
      expect([type, refusal(play, command)]).toEqual([type, expected]);
    }
    expect(refusal(play, { type: 'ClaimSeat', ...seatedOne })).toBeNull();
    expect(refusal(play, { type: 'Arrive', ...seatedOne })).toBe('no-seat');
    expect(refusal(play, { type: 'ClaimSeat', subject: subjectId('U9'), issue: 1 })).toBe(
      'ticket-unknown',
    );
    expect(refusal(play, { type: 'ClaimSeat', ...seatedOne, issue: 2 })).toBe('ticket-revoked');
  });

  it('opens its own seat on one device at a time, by its newest issue, until it is revoked', () => {
    const play = claimUnit(withUnits(2, [1]), 'U1');
    const first = seatOf(play, 'U1');
    expect(first).toMatchObject({ present: true, claim: 1 });
    claimUnit(play, 'U1');
    expect(refusal(play, { type: 'ReleaseSeat', seat: first!.id, claim: 1 })).toBe('replaced');
    play.staff({ type: 'IssueTickets', reviewers: [], units: [subjectId('U1')] });
    expect(refusal(play, { type: 'ClaimSeat', subject: subjectId('U1'), issue: 1 })).toBe(
      'ticket-revoked',
    );
    play.seat({ type: 'ClaimSeat', subject: subjectId('U1'), issue: 2 });
    play.staff({ type: 'RevokeTicket', holder: subjectHolder(subjectId('U1')) });
    expect(refusal(play, { type: 'ClaimSeat', subject: subjectId('U1'), issue: 2 })).toBe(
      'ticket-revoked',
    );
  });

  it('two units that hold each other’s sheets are swapped', () => {
    const play = withUnits(2, [1, 2]);
    const [a, b] = units(2).map(subjectHolder);
    play.staff({ type: 'SwapTickets', a: a!, b: b! });
    claimUnit(play, 'U1');
    expect(seatOf(play, 'U2')?.present).toBe(true);
    expect(seatOf(play, 'U1')?.present).toBe(false);
  });

  it('without a seat shows what everybody may see of its unit, and nothing else', () => {
    const play = withUnits(2, []);
    const u1 = subjectId('U1');
    expect(waitingUnit(play, u1)).toEqual({ documents: [], out: null, now: null, result: null });
    const document = { hash: 'a'.repeat(64), name: '总结.pdf', media: 'application/pdf', bytes: 9 };
    play.staff({
      type: 'AttachDocument',
      subject: u1,
      document: { ...document, media: 'application/pdf' },
    });
    expect(waitingUnit(play, u1).documents).toEqual([document]);
    expect(waitingUnit(play, subjectId('U2')).documents).toEqual([]);
  });
});

describe('seats of units', () => {
  it('are beside the panel’s: neither is expected where the other rates', () => {
    const play = claimUnit(withUnits(4, [1, 3]), 'U3');
    expect(play.meeting.groups.map(({ name, weight }) => [name, weight])).toEqual([
      ['甲', 1],
      ['单位互评', 1],
    ]);
    const agenda = (who?: Who) =>
      [
        {
          ...({ id: itemId('score'), kind: 'score', secrecy: 'named' } as const),
          ...({ subjects: [subjectId('U1')], sheet: 'live', disclosure: 'hidden' } as const),
          ...{ seconds: 0, ...(who ? { who } : {}) },
        },
      ] as const;
    play.staff({ type: 'SetAgenda', items: agenda() });
    play.staff({ type: 'EnterItem', item: itemId('score') });
    play.staff({ type: 'OpenRound', item: itemId('score') });
    expect(progressSlice(play)).toMatchObject({
      expected: 2,
      groups: [{ name: '甲', expected: 2 }],
    });
    play.staff({ type: 'CloseRound', round: roundId('score') });
    const round = play.meeting.rounds.get(roundId('score'))!;
    expect(round.terms.weights).toHaveLength(1);
    // U1 has a seat and never came: that is the panel's affair as little as U3 is.
    expect(lastAttempt(round)).toMatchObject({ closing: { absent: [] } });
    expect(panelStage(play).open).toEqual([]);
  });

  it('are refused twice, for a unit that is out, and leave with it', () => {
    const play = claimUnit(withUnits(4, [1]), 'U1');
    const again = play.decide({
      type: 'SeatUnits',
      in: 'new',
      name: '单位互评',
      units: [subjectId('U1')],
    });
    expect(again).toMatchObject({ refusal: { code: 'already-seated', id: 'U1' } });
    play.staff({ type: 'WithdrawSubject', subject: subjectId('U1'), reason: '机构撤销' });
    expect(seatOf(play, 'U1')).toMatchObject({ present: false, gone: 'left' });
    expect(refusal(play, { type: 'ClaimSeat', subject: subjectId('U1'), issue: 1 })).toBe(
      'no-seat',
    );
    const seat = seatOf(play, 'U1')!.id;
    expect(play.decide({ type: 'CheckIn', seat })).toMatchObject({
      refusal: { code: 'subject-out' },
    });
    const out = play.decide({
      type: 'SeatUnits',
      in: 'new',
      name: '单位互评',
      units: [subjectId('U1')],
    });
    expect(out).toMatchObject({ refusal: { code: 'subject-out' } });
    // The group that is there is taken again.
    play.staff({ type: 'SeatUnits', in: 'new', name: '单位互评', units: [subjectId('U2')] });
    expect(play.meeting.groups).toHaveLength(2);
  });

  it('come before a list of reviewers, which leaves their group; a list of units keeps them', () => {
    const play = created();
    const listOf = (ids: readonly string[]) => ({
      ...({ type: 'ImportSubjects', source: 'units.csv' } as const),
      entries: ids.map((id) => ({
        ...({ id: subjectId(id), kind: 'unit' } as const),
        ...{ name: `第${id}单位`, category: '乡镇' },
      })),
    });
    play.staff(listOf(['U1', 'U2']));
    play.staff({ type: 'IssueTickets', reviewers: [], units: [subjectId('U1')] });
    play.staff({ type: 'SeatUnits', in: 'new', name: '单位互评', units: [subjectId('U1')] });
    play.staff({
      ...({ type: 'ImportReviewers', source: 'people.csv' } as const),
      entries: [{ id: reviewerId('R1'), name: '王', group: '甲', attributes: {}, recusals: [] }],
    });
    expect(play.meeting.groups.map(({ id, name }) => [id, name])).toEqual([
      ['G2', '甲'],
      ['G1', '单位互评'],
    ]);
    expect(play.decide(listOf(['U2']))).toMatchObject({
      refusal: { code: 'subject-needed', id: 'U1' },
    });
  });
});

describe('mutual review', () => {
  const all = [1, 2, 3, 4, 5, 6];

  function within(who: Who): Play {
    const play = withUnits(6, all);
    for (const unit of units(6)) claimUnit(play, unit);
    return open(mutual(play, who));
  }

  it('every unit rates the others of its category, never itself', () => {
    const play = within(WITHIN_CATEGORY);
    const me = meSlice(play, seatOf(play, 'U1')!.id);
    expect(me?.rates).toEqual([{ round: roundId('mutual'), subjects: ['U3', 'U5'] }]);
    expect(meSlice(play, seatId('S001'))?.rates).toBeUndefined();
    expect(panelWritten(play)).toMatchObject([{ ofUnits: true }]);
    expect(codeOf(rate(play, 'U1', 'U1', ABSTAIN))).toBe('recused');
    expect(codeOf(rate(play, 'U1', 'U2', ABSTAIN))).toBe('not-in-round');
    expect(codeOf(rate(play, 'U1', 'U3', ABSTAIN))).toBeNull();
    const panel = play.decideSeat({
      ...{ type: 'CastBallot', seat: seatId('S001'), claim: 1, round: roundId('mutual') },
      ...{
        attempt: 1,
        subject: subjectId('U3'),
        rev: 1,
        choice: ABSTAIN,
        nonce: NONCE,
        salt: SALT,
      },
    });
    expect(panel).toMatchObject({ refusal: { code: 'not-in-round' } });
  });

  it('of all rates five others, of a parent nobody where none has one', () => {
    const play = within({ kind: 'units', within: 'all' });
    expect(meSlice(play, seatOf(play, 'U2')!.id)?.rates?.[0]?.subjects).toHaveLength(5);
    const none = withUnits(6, all);
    for (const unit of units(6)) claimUnit(none, unit);
    mutual(none, { kind: 'units', within: 'parent' });
    expect(none.decide({ type: 'OpenRound', item: itemId('mutual') })).toMatchObject({
      refusal: { code: 'nobody-present' },
    });
  });

  it('[R13] counts, closes and reveals over those who rate alone', () => {
    const play = within(WITHIN_CATEGORY);
    const round = () => play.meeting.rounds.get(roundId('mutual'))!;
    gives(play, 'U1', 'U3', scores(40, 20, 25, 15));
    gives(play, 'U5', 'U3', scores(20, 10, 15, 5));
    gives(play, 'U1', 'U5', ABSTAIN);
    // Six units, each owing two; U1 has given both, U5 one.
    expect(writtenProgress(play, round())).toMatchObject({
      ...{ done: 3, expected: 12 },
      groups: [{ name: '单位互评', done: 1, expected: 6, absent: 0 }],
    });
    expect(seatShares(play, round()).get(seatOf(play, 'U5')!.id)).toMatchObject({ done: 1, of: 2 });
    play.staff({ type: 'WithdrawSubject', subject: subjectId('U6'), reason: '机构撤销' });
    expect(writtenProgress(play, round())).toMatchObject({ done: 3, expected: 8 });
    play.staff({ type: 'CloseRound', round: roundId('mutual') });
    const closed = lastAttempt(round());
    const turnout = closed.phase === 'closed' ? closed.closing.turnout : [];
    expect(
      turnout.map(({ subject, expected, cast, recused }) => [
        subject,
        expected,
        cast,
        recused.length,
      ]),
    ).toEqual([
      ['U1', 2, 0, 0],
      ['U2', 1, 0, 0],
      ['U3', 2, 2, 0],
      ['U4', 1, 0, 0],
      ['U5', 2, 1, 0],
    ]);
    const missing = turnout.find(({ subject }) => subject === 'U1')?.missing;
    expect(missing).toEqual([seatOf(play, 'U3')!.id, seatOf(play, 'U5')!.id]);
    play.staff({ type: 'RevealRound', round: roundId('mutual') });
    const revealed = lastAttempt(round());
    const results = revealed.phase === 'revealed' ? revealed.results : [];
    // (100 + 50) / 2
    expect(results.find(({ subject }) => subject === 'U3')?.score?.decimal).toBe('75.0000');
    expect(results.every(({ groups }) => groups.length === 1)).toBe(true);
  });
});

describe('a ring', () => {
  /** The draw of an order is held, with its last name shown. */
  function drawn(play: Play): Play {
    play.staff({
      type: 'SetAgenda',
      items: [
        { id: itemId('order'), kind: 'draw', purpose: 'rating-order', take: 6, sources: ['salt'] },
      ],
    });
    play.staff({ type: 'EnterItem', item: itemId('order') });
    play.staff({ type: 'LockDraw', item: itemId('order') });
    const draw = () => play.meeting.draws.at(-1)!;
    play.read('');
    play.staff({ type: 'ShowNames', draw: draw().id, shown: 6 });
    return play;
  }

  const orderOf = (play: Play, parity: number) => {
    const draw = play.meeting.draws.at(-1)!;
    if (draw.phase !== 'determined') throw new Error('not drawn');
    return draw.order.map(String).filter((id) => Number(id.slice(1)) % 2 === parity);
  };

  it('each rates the next of its category, round the end', () => {
    const play = drawn(withUnits(6, [1, 2, 3, 4, 5, 6]));
    for (const unit of units(6)) claimUnit(play, unit);
    open(mutual(play, { kind: 'ring', next: 1 }));
    for (const parity of [0, 1]) {
      const order = orderOf(play, parity);
      expect(order).toHaveLength(3);
      order.forEach((unit, place) => {
        const next = order[(place + 1) % 3];
        const me = meSlice(play, seatOf(play, unit)!.id);
        expect(me?.rates).toEqual([{ round: roundId('mutual'), subjects: [next] }]);
        expect(codeOf(rate(play, unit, next!, ABSTAIN))).toBeNull();
        expect(codeOf(rate(play, unit, order[(place + 2) % 3]!, ABSTAIN))).toBe('not-in-round');
      });
    }
  });

  it('goes on without a unit that is out, as it opens', () => {
    const play = drawn(withUnits(6, [1, 2, 3, 4, 5, 6]));
    for (const unit of units(6)) claimUnit(play, unit);
    const [first, gone, last] = orderOf(play, 1);
    play.staff({ type: 'WithdrawSubject', subject: subjectId(gone!), reason: '机构撤销' });
    open(mutual(play, { kind: 'ring', next: 1 }));
    expect(meSlice(play, seatOf(play, first!)!.id)?.rates?.[0]?.subjects).toEqual([last]);
  });

  it('is refused before it is drawn, and where each would rate as many as there are', () => {
    const play = withUnits(6, [1, 2, 3, 4, 5, 6]);
    for (const unit of units(6)) claimUnit(play, unit);
    mutual(play, { kind: 'ring', next: 3 });
    const refused = () => play.decide({ type: 'OpenRound', item: itemId('mutual') });
    expect(refused()).toMatchObject({ refusal: { code: 'ring-not-drawn' } });
    const other = drawn(withUnits(6, [1, 2, 3, 4, 5, 6]));
    for (const unit of units(6)) claimUnit(other, unit);
    mutual(other, { kind: 'ring', next: 3 });
    expect(other.decide({ type: 'OpenRound', item: itemId('mutual') })).toMatchObject({
      refusal: { code: 'ring-too-few', units: 3, next: 3 },
    });
  });

  it('orders every unit that takes part, whatever number its item says', () => {
    const play = withUnits(6, []);
    play.staff({ type: 'WithdrawSubject', subject: subjectId('U2'), reason: '机构撤销' });
    play.staff({
      type: 'SetAgenda',
      items: [
        { id: itemId('order'), kind: 'draw', purpose: 'rating-order', take: 99, sources: ['salt'] },
      ],
    });
    play.staff({ type: 'EnterItem', item: itemId('order') });
    play.staff({ type: 'LockDraw', item: itemId('order') });
    expect(play.meeting.draws[0]?.lock.rule).toMatchObject({ kind: 'simple', k: 5 });
  });
});
