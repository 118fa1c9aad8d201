// A round's life: open, cast, close, reveal, repeat; recusals and takeovers on the way.
import { reviewerHolder } from '../../../shared/meeting/people.ts';
import { describe, expect, it } from 'vitest';
import { screenView } from '../../../shared/views/audiences/screen.ts';
import { meSlice, receiptOf } from '../../../shared/views/audiences/panel.ts';
import { SCHEME_DEFAULTS } from '../../../shared/scoring/scheme.ts';
import type { RefusalCode } from '../../../shared/meeting/refusals.ts';
import type { Decision } from '../../../shared/meeting/world.ts';
import {
  ABSTAIN,
  CLERK,
  groupId,
  itemId,
  NONCE,
  SALT,
  reviewerId,
  roundId,
  scores,
  scoring,
  seated,
  seatId,
  subjectId,
  voting,
} from '../../builders.ts';
import { flatSheet } from '../../flat-sheet.ts';

function expectRefused(decision: Decision, code: RefusalCode): void {
  expect(decision.ok ? 'accepted' : decision.refusal.code).toBe(code);
}

function eventTypes(decision: Decision): readonly string[] {
  return decision.ok ? decision.events.map(({ type }) => type) : [decision.refusal.code];
}

const CLOSE = { type: 'CloseRound', round: roundId('score') } as const;
const REVEAL = { type: 'RevealRound', round: roundId('score') } as const;

describe('opening', () => {
  it('opens with a countdown and freezes the versions of sheet and scheme', () => {
    const play = scoring('hidden');
    const decision = play.decide({ type: 'OpenRound', item: itemId('score') });
    expect(eventTypes(decision)).toEqual(['RoundOpened', 'CountdownSet']);
    if (decision.ok)
      expect(decision.events[0]).toMatchObject({
        form: { kind: 'sheet', sheets: [{ sheet: { id: 'live', version: 1 } }] },
        weights: [
          { group: 'G1', weight: '1' },
          { group: 'G2', weight: '1' },
        ],
        scheme: { id: 'main', version: 1 },
        attempt: 1,
        disclosure: 'hidden',
      });
  });

  it('refuses a sealed round for now, a round for nobody, and a second opening', () => {
    const sealed = scoring('hidden');
    const item = sealed.meeting.agenda.find(({ id }) => id === 'score');
    if (item?.kind !== 'score') throw new Error('no item');
    sealed.staff({ type: 'ChangeItem', item: { ...item, secrecy: 'sealed' } });
    expectRefused(sealed.decide({ type: 'OpenRound', item: item.id }), 'sealed-not-yet');
    expectRefused(
      scoring('live', {}, 0).decide({ type: 'OpenRound', item: item.id }),
      'nobody-present',
    );
    expectRefused(voting('live').decide({ type: 'OpenRound', item: item.id }), 'round-open');
  });

  it('[R1] refuses a stale command: the same key pressed twice acts once', () => {
    const play = scoring('hidden');
    const seen = play.meeting.touched.stage;
    play.staff({ type: 'OpenRound', item: itemId('score') });
    expectRefused(play.decide(CLOSE, seen), 'stale');
  });

  it('a phone that checks in does not make the moderator’s key stale', () => {
    const play = scoring('hidden', {}, 11);
    const seen = play.meeting.touched.stage;
    play.claim('R12');
    expect(play.decide({ type: 'OpenRound', item: itemId('score') }, seen).ok).toBe(true);
  });
});

describe('[R5] casting', () => {
  it('a second tap replaces the first', () => {
    const play = voting('hidden')
      .cast('S001', 'score', 1, scores(30, 15, 20, 10))
      .cast('S001', 'score', 2, scores(40, 20, 25, 15));
    const ballots = meSlice(play, seatId('S001'))?.ballots;
    expect(ballots).toHaveLength(1);
    expect(ballots?.[0]).toMatchObject({ rev: 2, total: '100.00' });
  });

  it('the same message again is accepted and writes nothing, also after the close', () => {
    const play = voting('hidden').cast('S001', 'score', 1, scores(30, 15, 20, 10));
    const again = () => play.decideCast('S001', 'score', 1, scores(30, 15, 20, 10));
    expect(again()).toMatchObject({ ok: true, events: [], ballots: [] });
    play.staff(CLOSE);
    expect(again()).toMatchObject({ ok: true, events: [], ballots: [] });
    expectRefused(play.decideCast('S001', 'score', 2, scores(1, 1, 1, 1)), 'round-closed');
    expectRefused(play.decideCast('S002', 'score', 1, scores(1, 1, 1, 1)), 'round-closed');
  });

  it('a revision number that is taken by other content is refused with the newest one', () => {
    const play = voting('hidden').cast('S001', 'score', 3, scores(30, 15, 20, 10));
    for (const rev of [1, 2, 3])
      expect(play.decideCast('S001', 'score', rev, ABSTAIN)).toEqual({
        ok: false,
        refusal: { code: 'older-revision', newest: 3 },
      });
  });

  it('refuses what is not a whole, valid ballot', () => {
    const play = voting('hidden');
    const cast = (choice: Record<string, number>) =>
      play.decideCast('S001', 'score', 1, { kind: 'scores', scores: choice });
    expectRefused(cast({ c1: 40, c2: 20, c3: 25 }), 'ballot-incomplete');
    expectRefused(cast({ c1: 41, c2: 20, c3: 25, c4: 15 }), 'ballot-invalid');
    expectRefused(cast({ c1: 40, c2: 20, c3: 25, c4: 15, c5: 1 }), 'ballot-invalid');
    expect(cast({ c1: 0, c2: 0, c3: 0, c4: 0 }).ok).toBe(true);
  });

  it('refuses who may not cast: no seat, an older device, a revoked ticket, another round', () => {
    const play = voting('hidden', {}, 11);
    expectRefused(play.decideCast('S099', 'score', 1, ABSTAIN), 'no-seat');
    expectRefused(play.decideCast('S012', 'score', 1, ABSTAIN), 'not-checked-in');
    expectRefused(play.decideCast('S001', 'board', 1, ABSTAIN), 'not-in-round');
    const old = play.meeting.seats.get(seatId('S001'))?.claim ?? 0;
    play.claim('R1');
    const late = play.decideSeat({
      type: 'CastBallot',
      seat: seatId('S001'),
      claim: old,
      round: roundId('score'),
      attempt: 1,
      subject: subjectId('U1'),
      rev: 1,
      choice: ABSTAIN,
      nonce: NONCE,
      salt: SALT,
    });
    expectRefused(late, 'replaced');
    play.staff({ type: 'RevokeTicket', holder: reviewerHolder(reviewerId('R2')) });
    expectRefused(play.decideCast('S002', 'score', 1, ABSTAIN), 'ticket-revoked');
  });
});

describe('closing', () => {
  it('[R4] writes root, turnout and the absent into the log, the results at the reveal; 0 is a score, abstaining is none', () => {
    const play = voting('hidden', { groups: [2, 2] }, 3)
      .cast('S001', 'score', 1, scores(0, 0, 0, 0))
      .cast('S002', 'score', 1, ABSTAIN);
    const decision = play.decide(CLOSE);
    if (!decision.ok) throw new Error(decision.refusal.code);
    expect(decision.events).toHaveLength(1);
    expect(decision.events[0]).toMatchObject({
      type: 'RoundClosed',
      ballots: 2,
      turnout: [{ subject: 'U1', expected: 3, cast: 2, missing: 1, recused: 0 }],
      absent: 1,
      seats: { subjects: [{ missing: ['S003'], recused: [] }], absent: ['S004'] },
    });
    play.commit(decision, CLERK);
    const reveal = play.decide({ type: 'RevealRound', round: roundId('score') });
    expect(reveal.ok && reveal.events[0]).toMatchObject({
      type: 'RoundRevealed',
      results: [
        {
          subject: 'U1',
          score: { exact: '0/1', decimal: '0.0000' },
          groups: [
            { group: 'G1', expected: 2, counted: 1, abstained: 1, value: { decimal: '0.0000' } },
            { group: 'G2', expected: 1, counted: 0, abstained: 0 },
          ],
        },
      ],
    });
  });

  it('no round is revealed by its close, whatever was shown of it while it was open', () => {
    for (const disclosure of ['live', 'hidden', 'progress'] as const) {
      const play = voting(disclosure).cast('S001', 'score', 1, scores(1, 1, 1, 1));
      expect(eventTypes(play.decide(CLOSE))).toEqual(['RoundClosed']);
      play.staff(CLOSE);
      expect(screenView(play).stage.body).toMatchObject({ phase: 'closed', opened: null });
      expect(screenView(play).board.rows).toEqual([]);
    }
  });

  it('[R8] weights groups and rounds once, at the end', () => {
    const play = seated({ groups: [3, 3] });
    play.staff({
      type: 'SetWeights',
      weights: [
        { group: groupId('G1'), weight: 2 },
        { group: groupId('G2'), weight: 1 },
      ],
    });
    const item = { ...voting('hidden').meeting.agenda.at(-1) };
    play.staff({ type: 'SetAgenda', items: [...play.meeting.agenda, item as never] });
    play.staff({ type: 'EnterItem', item: itemId('score') });
    play.staff({ type: 'OpenRound', item: itemId('score') });
    for (const [seat, c1] of [
      ['S001', 40],
      ['S002', 39],
      ['S003', 38],
      ['S004', 10],
      ['S005', 11],
      ['S006', 11],
    ] as const)
      play.cast(seat, 'score', 1, scores(c1, 20, 25, 15));
    const decision = play.staff(CLOSE).decide(REVEAL);
    if (!decision.ok) throw new Error(decision.refusal.code);
    // Group means 99 and (70 + 71 + 71) / 3; (2 · 99 + 212 / 3) / 3 = 806 / 9.
    expect(decision.events[0]).toMatchObject({
      results: [{ score: { exact: '806/9', decimal: '89.5556' } }],
    });
  });
});

describe('[R13] after the close', () => {
  it('reopens before the reveal only, and repeats after it only, each with a reason', () => {
    const play = voting('hidden')
      .cast('S001', 'score', 1, scores(1, 1, 1, 1))
      .staff(CLOSE);
    expectRefused(
      play.decide({ type: 'RepeatRound', round: roundId('score'), reason: 'x' }),
      'round-not-closed',
    );
    expectRefused(
      play.decide({ type: 'ReopenRound', round: roundId('score'), reason: ' ' }),
      'reason-missing',
    );
    play.staff({ type: 'ReopenRound', round: roundId('score'), reason: '有人没来得及' });
    play
      .cast('S002', 'score', 1, scores(2, 2, 2, 2))
      .staff(CLOSE)
      .staff(REVEAL);
    expectRefused(
      play.decide({ type: 'ReopenRound', round: roundId('score'), reason: 'x' }),
      'already-revealed',
    );
    play.staff({ type: 'RepeatRound', round: roundId('score'), reason: '计时有误' });
    const round = play.meeting.rounds.get(roundId('score'));
    expect(round?.attempts.map(({ n, phase }) => [n, phase])).toEqual([
      [1, 'revealed'],
      [2, 'open'],
    ]);
    expect(screenView(play).board.rows).toHaveLength(1);
  });

  it('reopens only what is on stage: elsewhere nobody would be led to close it again', () => {
    const play = voting('hidden')
      .cast('S001', 'score', 1, scores(1, 1, 1, 1))
      .staff(CLOSE);
    play.staff({ type: 'EnterItem', item: itemId('board') });
    expectRefused(
      play.decide({ type: 'ReopenRound', round: roundId('score'), reason: '有人没来得及' }),
      'wrong-item',
    );
  });

  it('weights stand still while a round is open', () => {
    const play = voting('hidden').cast('S001', 'score', 1, scores(1, 1, 1, 1));
    const weigh = {
      type: 'SetWeights',
      weights: [{ group: groupId('G1'), weight: 9 }],
    } as const;
    expectRefused(play.decide(weigh), 'weights-while-open');
    play.staff(CLOSE);
    expect(play.decide(weigh).ok).toBe(true);
  });

  it('the newest revealed attempt stands; the earlier one is kept', () => {
    const play = voting('live', { groups: [5] });
    const all = (rev: number, c1: number) => {
      for (let n = 1; n <= 5; n++)
        play.cast(`S00${String(n)}`, 'score', rev, scores(c1, 20, 25, 15));
    };
    all(1, 40);
    play.staff(CLOSE).staff(REVEAL);
    expect(screenView(play).board.rows[0]?.score).toBe('100.00');
    play.staff({ type: 'RepeatRound', round: roundId('score'), reason: '计时有误' });
    all(1, 20);
    expect(screenView(play).board.rows[0]?.score).toBe('100.00');
    play.staff(CLOSE).staff(REVEAL);
    expect(screenView(play).board.rows[0]?.score).toBe('80.00');
    expect(play.box.kept(roundId('score'), 1)).toHaveLength(5);
  });

  it('[R6] a scheme adopted for a repetition discloses nothing of the attempt before it', () => {
    const play = voting('live', { groups: [2] })
      .cast('S001', 'score', 1, scores(9, 9, 9, 9))
      .cast('S002', 'score', 1, scores(8, 8, 8, 8));
    play.staff(CLOSE).staff(REVEAL);
    play.staff({
      type: 'AdoptScheme',
      scheme: { id: 'main', ...SCHEME_DEFAULTS, floor: 2, step: 2 },
    });
    play.staff({ type: 'RepeatRound', round: roundId('score'), reason: '计时有误' });
    expect(screenView(play).board.rows[0]).toMatchObject({ score: null, rank: null, why: 'floor' });
  });

  it('[R5] a ballot of the attempt before is receipted by the sheet it was cast on', () => {
    const play = voting('live').cast('S001', 'score', 1, scores(40, 20, 25, 15));
    const [kept] = play.box.kept(roundId('score'), 1);
    if (!kept) throw new Error('no ballot');
    play.staff(CLOSE).staff(REVEAL);
    const criteria = [{ id: 'other', name: '其他', max: 10, step: 1, weight: 1 }];
    play.staff({
      type: 'AdoptSheet',
      sheet: flatSheet({ id: 'live', name: '新表', criteria }),
      reason: '换表',
    });
    play.staff({ type: 'RepeatRound', round: roundId('score'), reason: '计时有误' });
    expect(receiptOf(play.meeting, kept)).toMatchObject({ attempt: 1, total: '100.00' });
  });

  it('the attempt revealed last stands, whatever the clock says', () => {
    const play = voting('live', { groups: [5] });
    const all = (c1: number) => {
      for (let n = 1; n <= 5; n++) play.cast(`S00${String(n)}`, 'score', 1, scores(c1, 20, 25, 15));
    };
    all(40);
    play.staff(CLOSE).staff(REVEAL);
    play.staff({ type: 'RepeatRound', round: roundId('score'), reason: '计时有误' });
    all(20);
    play.now -= 86_400_000;
    play.staff(CLOSE).staff(REVEAL);
    expect(screenView(play).board.rows[0]?.score).toBe('80.00');
  });

  it('a seat that changed its mind is one valid ballot', () => {
    const play = voting('live', { groups: [5] })
      .cast('S001', 'score', 1, scores(1, 1, 1, 1))
      .cast('S001', 'score', 2, scores(2, 2, 2, 2))
      .cast('S002', 'score', 1, ABSTAIN);
    expect(screenView(play).tally?.ballots).toBe(2);
    play.staff(CLOSE);
    expect(screenView(play).tally?.ballots).toBe(2);
  });

  it('a recusal after a ballot voids it while the round is open, and comes too late after the close', () => {
    const play = voting('hidden', { groups: [3] })
      .cast('S001', 'score', 1, scores(0, 0, 0, 0))
      .cast('S002', 'score', 1, scores(40, 20, 25, 15));
    const recuse = (id: string) =>
      ({ type: 'DeclareRecusal', reviewer: reviewerId(id), subject: subjectId('U1') }) as const;
    play.staff(recuse('R1'));
    expectRefused(play.decide(recuse('R1')), 'already-recused');
    expectRefused(play.decideCast('S001', 'score', 2, ABSTAIN), 'recused');
    play.staff(CLOSE);
    expectRefused(play.decide(recuse('R2')), 'recusal-too-late');
    play.staff({ type: 'RevealRound', round: roundId('score') });
    expect(play.meeting.rounds.get(roundId('score'))?.attempts[0]).toMatchObject({
      closing: { turnout: [{ recused: ['S001'] }] },
      results: [{ score: { exact: '100/1' } }],
    });
  });

  it('[R6] a result that is one small group’s mean is not shown, nor ranked', () => {
    const play = voting('live', { groups: [3] }).cast('S001', 'score', 1, scores(9, 9, 9, 9));
    play.staff(CLOSE).staff(REVEAL);
    expect(screenView(play).tally).toMatchObject({ score: null, why: 'floor', root: null });
    expect(screenView(play).board.rows[0]).toMatchObject({ score: null, rank: null, why: 'floor' });
  });
});
