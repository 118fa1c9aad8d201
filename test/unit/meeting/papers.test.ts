// Ballots on paper: two people type them, and beside a phone of the same seat the newer one counts (R5).
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Choice } from '../../../shared/ballots/ballot.ts';
import { about } from '../../../shared/ballots/ballot.ts';
import { newestBallots } from '../../../shared/ballots/box-index.ts';
import type { PaperId } from '../../../shared/ids.ts';
import type { StaffCommand } from '../../../shared/meeting/commands.ts';
import { decideServer } from '../../../shared/meeting/decide.ts';
import { lastAttempt } from '../../../shared/meeting/rounds.ts';
import { nextStep } from '../../../shared/views/console/next-step.ts';
import { deskSlice } from '../../../shared/views/console/desk.ts';
import { minutesView } from '../../../shared/views/audiences/minutes.ts';
import { meSlice, panelStage } from '../../../shared/views/audiences/panel.ts';
import { staffView } from '../../../shared/views/audiences/staff.ts';
import { answerCame, sendingIn, submitted } from '../../../client/phone/slips/slips.ts';
import {
  ABSTAIN,
  CLERK,
  SECOND_CLERK,
  itemId,
  reviewerId,
  roundId,
  scores,
  scoring,
  seatId,
  subjectId,
  voting,
  type Play,
} from '../../builders.ts';
import { nothing, outboxOf } from '../phone-builders.ts';
import { confirm, confirming, enter, entering } from './paper-builders.ts';
import { repetitions, seed } from '../../repetitions.ts';

const BACKSTAGE = {
  connected: new Set<never>(),
  recent: [],
  head: { seq: 0, hash: '', root: '' },
  staffName: (id: string) => id,
};
const ROUND = roundId('score');
const KEY = { round: ROUND, attempt: 1, matter: about(subjectId('U1')), seat: seatId('S003') };
const PAPER = scores(10, 9, 8, 7);
const PHONE = scores(20, 10, 10, 10);
const TAP = { id: 'a', at: 1, claim: 1, epoch: 1 };

const refusalOf = (play: Play, command: StaffCommand, by = CLERK) => {
  const decision = play.decide(command, undefined, by);
  return decision.ok ? null : decision.refusal.code;
};

describe('a ballot on paper', () => {
  it('counts only when a second person has typed the same', () => {
    const play = enter(voting('live'), 'S003', PAPER);
    expect(play.box.kept(roundId('score'), 1)).toHaveLength(0);
    expect(refusalOf(play, confirming(play, PAPER))).toBe('paper-same-person');
    confirm(play, PAPER);
    const [kept] = play.box.kept(roundId('score'), 1);
    expect(kept?.ballot).toMatchObject({ seat: 'S003', choice: PAPER });
    expect(refusalOf(play, confirming(play, PAPER), SECOND_CLERK)).toBe('paper-unknown');
  });

  it('differing typings count nothing and lose nothing', () => {
    const play = enter(voting('live'), 'S003', PAPER);
    const differs = confirming(play, scores(10, 9, 8, 6));
    expect(refusalOf(play, differs, SECOND_CLERK)).toBe('paper-differs');
    expect(confirm(play, PAPER).box.kept(roundId('score'), 1)).toHaveLength(1);
  });

  it('[R4] its content is never in the log, nor in what staff see while it waits', () => {
    const play = enter(voting('hidden'), 'S003', PAPER);
    expect(JSON.stringify(deskSlice(play, BACKSTAGE))).not.toContain('"c1":10');
    expect(deskSlice(play, BACKSTAGE).papers).toMatchObject([{ seat: 'S003', by: 'clerk' }]);
    confirm(play, PAPER);
    expect(JSON.stringify(play.log)).not.toContain('c1":10');
    expect([...play.world.secrets.values()].join()).not.toContain('c1');
    expect(deskSlice(play, BACKSTAGE).papers).toEqual([]);
  });

  it('typed anew by the first person it replaces what waited; dropped it is gone', () => {
    const play = enter(enter(voting('live'), 'S003', PAPER), 'S003', ABSTAIN);
    expect([...play.meeting.papers.values()].map(({ phase }) => phase)).toEqual([
      'dropped',
      'entered',
    ]);
    const paper = 'P2' as PaperId;
    expect(refusalOf(play, { type: 'DropPaper', paper, reason: '' })).toBe('reason-missing');
    play.staff({ type: 'DropPaper', paper, reason: '拿错了' });
    expect(refusalOf(play, confirming(play, ABSTAIN), SECOND_CLERK)).toBe('paper-unknown');
    expect([...play.world.secrets.values()].join('')).not.toContain('abstain');
  });

  it('is refused after the close, for the recused, the absent, and where it is incomplete', () => {
    const play = enter(voting('hidden', {}, 6), 'S003', PAPER);
    expect(refusalOf(play, entering('S009', PAPER))).toBe('not-checked-in');
    expect(refusalOf(play, entering('S001', { kind: 'scores', scores: { c1: 1 } }))).toBe(
      'ballot-incomplete',
    );
    play.staff({
      type: 'DeclareRecusal',
      reviewer: reviewerId('R3'),
      subject: subjectId('U1'),
    });
    expect(refusalOf(play, entering('S003', PAPER))).toBe('recused');
    expect(refusalOf(play, confirming(play, PAPER), SECOND_CLERK)).toBe('recused');
    enter(play, 'S004', PAPER);
    play.staff({ type: 'DropPaper', paper: 'P1' as PaperId, reason: '回避' });
    play.staff({ type: 'CloseRound', round: ROUND, papers: 1 });
    expect(refusalOf(play, confirming(play, PAPER), SECOND_CLERK)).toBe('round-closed');
    expect(deskSlice(play, BACKSTAGE).papers).toEqual([]);
  });
});

describe('[R5] paper and phone of one seat', () => {
  const counted = (play: Play) => play.box.newest(KEY)?.ballot.choice;
  const castRefusal = (play: Play, rev: number, choice: Choice) => {
    const decision = play.decideCast('S003', 'score', rev, choice);
    return decision.ok ? null : decision.refusal.code;
  };

  it('a paper entered after the phone’s ballot is the newer one', () => {
    const play = voting('live').cast('S003', 'score', 3, PHONE);
    confirm(enter(play, 'S003', PAPER), PAPER);
    expect(counted(play)).toEqual(PAPER);
    expect(meSlice(play, KEY.seat)?.ballots).toMatchObject([{ choice: PAPER, paper: true }]);
  });

  it('a phone’s ballot sent between entry and confirmation is the newer one: confirming is refused', () => {
    const play = enter(voting('live'), 'S003', PAPER).cast('S003', 'score', 1, PHONE);
    expect(deskSlice(play, BACKSTAGE).papers).toMatchObject([{ overtaken: true }]);
    expect(refusalOf(play, confirming(play, PAPER), SECOND_CLERK)).toBe('paper-overtaken');
    expect(counted(play)).toEqual(PHONE);
    // Asked, the person wants the paper: it is entered again, and is the newer one by that.
    confirm(enter(play, 'S003', PAPER), PAPER);
    expect(counted(play)).toEqual(PAPER);
  });

  it('the same where the phone had voted before the entry, and changes its mind after it', () => {
    const play = voting('live').cast('S003', 'score', 1, ABSTAIN);
    enter(play, 'S003', PAPER).cast('S003', 'score', 2, PHONE);
    expect(refusalOf(play, confirming(play, PAPER), SECOND_CLERK)).toBe('paper-overtaken');
  });

  it('what a phone holds from before the paper does not outrank it, however often it was changed there', () => {
    const play = voting('live').cast('S003', 'score', 1, ABSTAIN);
    confirm(enter(play, 'S003', PAPER), PAPER);
    for (const rev of [2, 3, 40]) expect(castRefusal(play, rev, PHONE)).toBe('paper-counted');
    // What was acknowledged before is only sent again.
    expect(castRefusal(play, 1, ABSTAIN)).toBeNull();
    expect(counted(play)).toEqual(PAPER);
  });

  it('a phone that has been told of the paper changes it, and the paper does not come back', () => {
    const play = voting('live');
    confirm(enter(play, 'S003', PAPER), PAPER);
    const known = meSlice(play, KEY.seat)?.ballots[0]?.rev ?? 0;
    play.cast('S003', 'score', known + 1, PHONE);
    expect(counted(play)).toEqual(PHONE);
    expect(meSlice(play, KEY.seat)?.ballots[0]?.paper).toBeUndefined();
  });

  it('the phone’s page tells its person instead of numbering on over the paper', () => {
    const play = voting('live');
    const [target] = [voteTarget(play)];
    const offline = submitted(nothing, [], target, PHONE, TAP);
    confirm(enter(play, 'S003', PAPER), PAPER);
    const [waiting] = sendingIn(offline.slips);
    if (!waiting) throw new Error('nothing waits');
    const decision = play.decideCast('S003', 'score', waiting.rev, waiting.choice);
    if (decision.ok) throw new Error('counted over the paper');
    const held = meSlice(play, KEY.seat)?.ballots ?? [];
    const told = answerCame(offline, held, waiting, { ok: false, refusal: decision.refusal });
    expect(outboxOf(told)).toMatchObject({ waiting: [], refused: [{ choice: PHONE }] });
    const again = submitted(told, held, target, PHONE, { ...TAP, id: 'b', at: 2 });
    expect(castRefusal(play, sendingIn(again.slips)[0]?.rev ?? 0, PHONE)).toBeNull();
  });

  it('in any order: of what was taken, that counts which was made last', () => {
    const act = fc.constantFrom('fill', 'send', 'look', 'enter', 'confirm');
    fc.assert(
      fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
        const play = voting('hidden');
        const taken: { made: number; choice: Choice }[] = [];
        const unsent: { rev: number; made: number; choice: Choice }[] = [];
        let known = 0;
        let rev = 0;
        let paper: { made: number; choice: Choice } | null = null;
        acts.forEach((what, made) => {
          const choice = scores(made, 0, 0, 0);
          if (what === 'fill') {
            rev = Math.max(known, rev) + 1;
            unsent.push({ rev, made, choice });
          } else if (what === 'look') known = play.box.newest(KEY)?.ballot.rev ?? 0;
          else if (what === 'send') {
            const one = unsent.shift();
            if (!one || castRefusal(play, one.rev, one.choice) !== null) return;
            play.cast('S003', 'score', one.rev, one.choice);
            taken.push(one);
          } else if (what === 'enter') {
            enter(play, 'S003', choice);
            paper = { made, choice };
          } else if (paper) {
            const decision = play.decide(confirming(play, paper.choice), undefined, SECOND_CLERK);
            if (!decision.ok) return;
            play.commit(decision, SECOND_CLERK);
            taken.push(paper);
            paper = null;
          }
        });
        const last = [...taken].sort((a, b) => b.made - a.made)[0];
        expect(
          newestBallots(play.box, ROUND, 1).get(subjectId('U1'))?.get(KEY.seat)?.choice,
        ).toEqual(last?.choice);
      }),
      { seed: seed(5), numRuns: repetitions(250, 20 * 500) },
    );
  });
});

describe('[R5] whoever handed a paper in and then went', () => {
  it('has voted, as with a phone: the second person confirms it, and it counts', () => {
    const play = enter(voting('hidden'), 'S003', PAPER);
    play.staff({ type: 'LeaveSeat', seat: KEY.seat, reason: '有事' });
    expect(refusalOf(play, entering('S003', PAPER))).toBe('seat-left');
    confirm(play, PAPER).staff({ type: 'CloseRound', round: ROUND });
    const closing = lastAttempt(play.meeting.rounds.get(ROUND)!);
    expect(closing.phase === 'open' ? null : closing.closing.ballots).toBe(1);
  });

  it('was never here where the desk takes the check-in back: that paper neither counts nor is waited for', () => {
    const play = voting('hidden', {}, 6);
    play.staff({ type: 'CheckIn', seat: seatId('S009') });
    enter(play, 'S009', PAPER).staff({ type: 'UndoCheckIn', seat: seatId('S009') });
    expect(refusalOf(play, confirming(play, PAPER), SECOND_CLERK)).toBe('not-checked-in');
    play.staff({ type: 'CloseRound', round: ROUND });
  });
});

describe('a round that closes while papers wait', () => {
  const stepOf = (play: Play) => nextStep(play, staffView(play, BACKSTAGE).agenda);

  it('says so at the next step, and is closed only by who has been told how many', () => {
    const play = enter(voting('hidden'), 'S003', PAPER);
    const before = stepOf(play);
    expect(before).toMatchObject({
      act: 'close-round',
      irreversible: true,
      papers: 1,
      command: { type: 'CloseRound', round: ROUND, papers: 1 },
    });
    expect(play.decide({ type: 'CloseRound', round: ROUND })).toMatchObject({
      refusal: { code: 'papers-waiting', n: 1 },
    });
    // One more is entered between the look at the card and the key.
    enter(play, 'S004', PAPER);
    if (!before.command) throw new Error('no command');
    expect(play.decide(before.command, before.expects.touched)).toMatchObject({
      refusal: { code: 'papers-waiting', n: 2 },
    });
    confirm(play, PAPER);
    expect(play.decide(before.command, before.expects.touched)).toMatchObject({ ok: true });
  });

  it('needs no such word once they are confirmed, dropped, overtaken by the phone, or could not count', () => {
    const play = voting('hidden');
    confirm(enter(play, 'S001', PAPER), PAPER);
    enter(play, 'S002', PAPER);
    play.staff({ type: 'DropPaper', paper: 'P2' as PaperId, reason: '拿错了' });
    enter(play, 'S003', PAPER).cast('S003', 'score', 1, PHONE);
    enter(play, 'S004', PAPER);
    play.staff({ type: 'DeclareRecusal', reviewer: reviewerId('R4'), subject: subjectId('U1') });
    expect(stepOf(play).command).toEqual({ type: 'CloseRound', round: ROUND });
    play.staff({ type: 'CloseRound', round: ROUND });
  });

  it('the minutes name the papers that nobody confirmed, until a reopened round counts them', () => {
    const play = enter(voting('hidden'), 'S003', PAPER);
    const named = () =>
      minutesView(play, BACKSTAGE.head, BACKSTAGE.staffName).rounds[0]?.unconfirmed;
    expect(named()).toEqual([]);
    play.staff({ type: 'CloseRound', round: ROUND, papers: 1 });
    expect(named()).toEqual([{ name: '甲代表3', subject: '第1单位' }]);
    // Of namesakes they say which one.
    const [key, entry] = [...play.directory].find(([, { name }]) => name === '甲代表2') ?? [];
    if (key === undefined || !entry) throw new Error('nobody');
    const directory = new Map(play.directory).set(key, { ...entry, name: '甲代表3' });
    const seen = { meeting: { ...play.meeting }, directory, book: play.book, box: play.box };
    expect(minutesView(seen, BACKSTAGE.head, BACKSTAGE.staffName).rounds[0]?.unconfirmed).toEqual([
      { name: '甲代表3（R3）', subject: '第1单位' },
    ]);
    play.staff({ type: 'ReopenRound', round: ROUND, reason: '有纸质票未核对' });
    confirm(play, PAPER).staff({ type: 'CloseRound', round: ROUND });
    expect(named()).toEqual([]);
  });

  it('one that closes by itself waits for them at zero, and closes with the last', () => {
    const play = scoring('hidden');
    const item = play.meeting.agenda.find(({ id }) => id === 'score');
    if (item?.kind !== 'score') throw new Error('no item');
    play.staff({ type: 'ChangeItem', item: { ...item, closes: 'itself' } });
    play.staff({ type: 'OpenRound', item: itemId('score') });
    enter(play, 'S003', PAPER);
    play.now += 121_000;
    const zero = () =>
      decideServer(
        { ...play.world, box: play.box },
        { type: 'CloseAtZero', round: ROUND, attempt: 1 },
        { now: play.now, random: new Uint8Array(32) },
      );
    expect(zero()).toMatchObject({ refusal: { code: 'papers-waiting', n: 1 } });
    confirm(play, PAPER);
    const decision = zero();
    expect(decision).toMatchObject({ ok: true, events: [{ type: 'RoundClosed', ballots: 1 }] });
  });

  it('a round opened by mistake is not taken back over a paper that waits', () => {
    const play = enter(voting('hidden'), 'S003', PAPER);
    const back = { type: 'TakeBack', act: play.meeting.undo?.n ?? 0 } as const;
    expect(refusalOf(play, back)).toBe('round-has-ballots');
    expect(staffView(play, BACKSTAGE).control.undo).toBeNull();
    play.staff({ type: 'DropPaper', paper: 'P1' as PaperId, reason: '拿错了' });
    expect(refusalOf(play, back)).toBeNull();
  });
});

function voteTarget(play: Play) {
  const [open] = panelStage(play).open;
  const [subject] = open?.subjects ?? [];
  const [sheet] = open?.forms ?? [];
  if (!open || !subject || !sheet) throw new Error('no round is open');
  return { round: open.round, attempt: open.attempt, subject, sheet, ordinal: null };
}
