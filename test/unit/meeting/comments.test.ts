// Comments beside ballots: who may write one until when, who reads it, what nobody learns of it.
import { describe, expect, it } from 'vitest';
import { eventTexts } from '../../../shared/meeting/chain.ts';
import { openComments } from '../../../shared/meeting/comments.ts';
import { expectedRows, isExpected } from '../../../shared/meeting/expected-rows.ts';
import { commitmentOf, type DirectoryEntry } from '../../../shared/meeting/world.ts';
import { commentsView } from '../../../shared/views/audiences/comments.ts';
import { meSlice, panelStage, panelWritten } from '../../../shared/views/audiences/panel.ts';
import { publicView } from '../../../shared/views/audiences/public.ts';
import { screenView } from '../../../shared/views/audiences/screen.ts';
import { staffView } from '../../../shared/views/audiences/staff.ts';
import { minutesView } from '../../../shared/views/audiences/minutes.ts';
import type { CommentId } from '../../../shared/ids.ts';
import {
  ABSTAIN,
  CLERK,
  reviewerId,
  roundId,
  scores,
  SECOND_CLERK,
  seatId,
  subjectId,
  voting,
  type Play,
} from '../../builders.ts';
import {
  ALL_OF_FIRST,
  comment,
  commented,
  commenting,
  decideComment,
  revealed,
  saying,
} from './comment-builders.ts';

const WORDS = '台账很细，整改再快一些';
const ROUND = roundId('score');
const EIGHT = scores(40, 20, 25, 15);
const codeOf = (decision: ReturnType<typeof decideComment>) =>
  decision.ok ? 'ok' : decision.refusal.code;
const logText = (play: Play) => play.log.map(({ recorded }) => JSON.stringify(recorded)).join('\n');
const rowsOf = (play: Play): readonly DirectoryEntry[] =>
  [...play.directory.values()].filter(({ kind }) => kind === 'comment');
const mine = (play: Play, seat: string) =>
  meSlice(play, seatId(seat))?.ballots.map((ballot) => ballot.comment);
const everyone = () => Object.fromEntries(ALL_OF_FIRST.map((seat) => [seat, '']));

describe('a comment', () => {
  it('is taken beside a ballot of any kind, and shown to its seat alone', () => {
    const play = commenting().cast('S001', 'score', 1, EIGHT).cast('S002', 'score', 1, ABSTAIN);
    comment(play, 'S001', ` ${WORDS} `);
    comment(play, 'S002', '弃权，因为不了解');
    expect([mine(play, 'S001'), mine(play, 'S002')]).toEqual([[WORDS], ['弃权，因为不了解']]);
    expect(mine(play, 'S003')).toEqual([]);
  });

  it('is replaced by a later one of the same seat, and taken back by an empty one', () => {
    const play = commented(commenting(), { S001: '第一句', S002: '别的' });
    comment(play, 'S001', WORDS);
    expect(mine(play, 'S001')).toEqual([WORDS]);
    expect(JSON.stringify(rowsOf(play))).not.toContain('第一句');
    comment(play, 'S001', '  ');
    expect(mine(play, 'S001')).toEqual([undefined]);
    expect(
      rowsOf(play)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['', '别的']);
    const { seq } = play.meeting;
    comment(play, 'S002', '别的');
    comment(play, 'S003', '');
    expect(play.meeting.seq).toBe(seq);
  });

  it('is refused without a ballot, by a sheet that takes none, and on what the round is not about', () => {
    const play = commenting();
    expect(codeOf(decideComment(play, 'S001', WORDS))).toBe('comment-without-ballot');
    expect(codeOf(decideComment(play, 'S001', WORDS, { subject: subjectId('U2') }))).toBe(
      'not-in-round',
    );
    expect(
      codeOf(decideComment(play, 'S001', WORDS, { item: 'none', subject: subjectId('U1') })),
    ).toBe('not-in-round');
    const plain = voting('hidden').cast('S001', 'score', 1, EIGHT);
    expect(codeOf(decideComment(plain, 'S001', WORDS))).toBe('no-comments');
  });

  it('is refused from who is recused or gone', () => {
    const play = commented(commenting(), { S001: '', S002: '' });
    play.staff({ type: 'DeclareRecusal', reviewer: reviewerId('R1'), subject: subjectId('U1') });
    expect(codeOf(decideComment(play, 'S001', WORDS))).toBe('recused');
    play.staff({ type: 'LeaveSeat', seat: seatId('S002'), reason: '有事' });
    expect(codeOf(decideComment(play, 'S002', WORDS))).toBe('seat-left');
  });

  it('[R13] stands from the close on, comes open again with the round, and starts blank in a new attempt', () => {
    const play = commented(commenting(), { ...everyone(), S001: WORDS });
    play.staff({ type: 'CloseRound', round: ROUND });
    expect(codeOf(decideComment(play, 'S001', '晚了'))).toBe('round-closed');
    expect(codeOf(decideComment(play, 'S001', ''))).toBe('round-closed');
    // Its sender missed the answer.
    expect(codeOf(decideComment(play, 'S001', WORDS))).toBe('ok');
    play.staff({ type: 'ReopenRound', round: ROUND, reason: '补投' });
    comment(play, 'S001', '又改了');
    revealed(play);
    expect(saying(play, '又改了').below).toBeNull();
    play.staff({ type: 'RepeatRound', round: ROUND, reason: '重来' });
    expect(codeOf(decideComment(play, 'S001', '旧的', { attempt: 1 }))).toBe('round-closed');
    expect(codeOf(decideComment(play, 'S001', '新的', { attempt: 2 }))).toBe(
      'comment-without-ballot',
    );
    expect(openComments(play)).toEqual([]);
  });
});

describe('[R14] the words', () => {
  it('are in no event, whose public part says neither unit nor comment nor seat', () => {
    const play = commented(commenting(), { ...everyone(), S001: WORDS });
    const writing = play.log.find(({ recorded }) => recorded.event.type === 'CommentWritten')!;
    const [row] = rowsOf(play);
    expect(writing.recorded.event).toMatchObject({ commitment: commitmentOf(row!) });
    revealed(play);
    const { comment: one } = saying(play, WORDS);
    play.staff({ type: 'WithholdComment', comment: one.id, reason: '像是某人写的' });
    play.staff({ type: 'ReleaseComment', comment: one.id });
    expect(logText(play)).not.toContain(WORDS);
    expect(logText(play)).not.toContain('像是某人写的');
    const open = play.log
      .filter(({ recorded }) => recorded.event.type.startsWith('Comment'))
      .map(({ recorded }) => JSON.parse(eventTexts(recorded).open) as { readonly event: unknown });
    expect(open.map(({ event }) => event)).toEqual([
      { type: 'CommentWritten' },
      { type: 'CommentWithheld' },
      { type: 'CommentReleased' },
    ]);
    expect(JSON.stringify(open)).not.toMatch(/S001|U1|clerk/);
  });

  it('go with the people, and none comes after', () => {
    const play = commented(commenting(), { ...everyone(), S001: WORDS });
    revealed(play);
    const { comment: one } = saying(play, WORDS);
    play.now = Date.UTC(2028, 0, 1);
    play.staff({ type: 'ErasePeople' });
    expect(rowsOf(play)).toEqual([]);
    expect(commentsView(play).units).toEqual([]);
    expect(play.decide({ type: 'ReleaseComment', comment: one.id })).toEqual({
      ok: false,
      refusal: { code: 'comment-unknown' },
    });
    expect(codeOf(decideComment(play, 'S001', WORDS))).toBe('round-closed');
    expect([
      ...expectedRows(play.log.map(({ recorded }) => recorded)).directory.keys(),
    ]).not.toContain(`comment/${one.id}`);
  });

  it('are those that the log speaks of: the newest, word by word', () => {
    const play = commented(commenting(), { S001: '第一句' });
    const [before] = rowsOf(play);
    comment(play, 'S001', WORDS);
    const [now] = rowsOf(play);
    const rows = expectedRows(play.log.map(({ recorded }) => recorded));
    expect(isExpected(rows, now!)).toBe(true);
    expect(isExpected(rows, before!)).toBe(false);
    expect(isExpected(rows, { ...now!, name: `${WORDS}！` })).toBe(false);
    expect(isExpected(rows, { ...now!, id: 'Cother' })).toBe(false);
  });
});

describe('[R6] before the reveal', () => {
  const backstage = (play: Play) => ({
    connected: new Set<never>(),
    recent: play.log.map(({ recorded }) => recorded).filter(({ by }) => by.kind === 'staff'),
    head: { seq: 0, hash: '', root: '' },
    staffName: (id: string) => id,
  });
  const others = (play: Play) =>
    JSON.stringify([
      ...[screenView(play), publicView(play), panelStage(play), panelWritten(play)],
      ...ALL_OF_FIRST.slice(2).map((seat) => meSlice(play, seatId(seat))),
      commentsView(play),
    ]);
  const staffs = (play: Play) =>
    JSON.stringify([
      staffView(play, backstage(play)),
      minutesView(play, { seq: 0, hash: '', root: '' }, (id) => id),
    ]);

  it.each(['hidden', 'progress'] as const)(
    'two meetings (%s) that differ only in comments look alike to everyone else',
    (disclosure) => {
      const one = commented(commenting(disclosure), { ...everyone(), S001: WORDS, S002: '好' });
      const other = commented(commenting(disclosure), { ...everyone(), S001: '差', S002: '一般' });
      const silent = commented(commenting(disclosure), everyone());
      for (let step = 0; ; step++) {
        expect(others(one)).toBe(others(other));
        expect(others(one)).toBe(others(silent));
        expect(staffs(one)).toBe(staffs(other));
        if (step === 1) break;
        for (const play of [one, other, silent]) play.staff({ type: 'CloseRound', round: ROUND });
      }
      for (const play of [one, other, silent]) play.staff({ type: 'RevealRound', round: ROUND });
      // And from then on, of all but who reads them.
      expect(staffs(one)).toBe(staffs(other));
      expect(JSON.stringify([screenView(one), publicView(one), panelStage(one)])).toBe(
        JSON.stringify([screenView(silent), publicView(silent), panelStage(silent)]),
      );
      expect(others(one)).not.toBe(others(other));
    },
  );

  it('staff can neither release one nor learn that it is there', () => {
    const play = commented(commenting(), { ...everyone(), S001: WORDS });
    const { id } = [...play.meeting.comments.values()][0]!;
    for (const one of [id, 'Cnone' as CommentId])
      for (const command of [
        { type: 'ReleaseComment', comment: one } as const,
        { type: 'WithholdComment', comment: one, reason: '' } as const,
      ])
        expect(play.decide(command)).toEqual({ ok: false, refusal: { code: 'comment-unknown' } });
  });
});

describe('after the reveal', () => {
  it('staff release or withhold, and the last word holds', () => {
    const play = revealed(commented(commenting(), { ...everyone(), S001: WORDS, S002: '好' }));
    const { id } = saying(play, WORDS).comment;
    const reading = () => commentsView(play).units[0]!.comments.find((one) => one.id === id)!;
    expect(reading()).toEqual({ id, words: WORDS, read: null, reason: '' });
    play.staff({ type: 'ReleaseComment', comment: id }, SECOND_CLERK);
    expect(play.log.at(-1)!.recorded.by).toEqual(SECOND_CLERK);
    expect(reading().read).toBe('released');
    const { seq } = play.meeting;
    play.staff({ type: 'ReleaseComment', comment: id }, CLERK);
    expect(play.meeting.seq).toBe(seq);
    play.staff({ type: 'WithholdComment', comment: id, reason: '指名道姓' });
    expect(reading()).toMatchObject({ read: 'withheld', reason: '指名道姓' });
    play.staff({ type: 'ReleaseComment', comment: id });
    play.staff({ type: 'WithholdComment', comment: id, reason: '' });
    expect(reading()).toMatchObject({ read: 'withheld', reason: '' });
  });

  it('no words come out of a group that gave the unit fewer totals than the floor', () => {
    const play = commented(commenting('hidden', { groups: [6, 4] }), {
      ...everyone(),
      S001: WORDS,
      S007: '小组的话',
    });
    // Six seats, of which one abstains: an abstention is no total.
    const short = commented(commenting(), everyone());
    short.cast('S001', 'score', 2, ABSTAIN).cast('S002', 'score', 2, ABSTAIN);
    comment(short, 'S003', '四票里的话');
    revealed(play);
    revealed(short);
    for (const [one, words] of [
      [play, '小组的话'],
      [short, '四票里的话'],
    ] as const) {
      const { comment: small, below } = saying(one, words);
      expect(below).toBe(5);
      expect(one.decide({ type: 'ReleaseComment', comment: small.id })).toEqual({
        ok: false,
        refusal: { code: 'comment-few', n: 5 },
      });
      expect(JSON.stringify(commentsView(one))).not.toContain(words);
      expect(JSON.stringify(commentsView(one))).not.toContain(small.id);
      expect(commentsView(one).units[0]!.closed).toEqual({ n: 1, floor: 5 });
    }
    expect(commentsView(play).units[0]!.comments.map(({ words }) => words)).toEqual([WORDS]);
  });

  it('the list tells neither who wrote nor in which order', () => {
    const said = { S001: '一', S002: '二', S003: '三', S004: '四', S005: '五', S006: '六' };
    const view = commentsView(revealed(commented(commenting(), said)));
    expect(JSON.stringify(view)).not.toMatch(/S00\d|R[1-6]"|甲/);
    const { comments } = view.units[0]!;
    expect(comments.map(({ words }) => words).sort()).toEqual(Object.values(said).sort());
    const ids = comments.map(({ id }) => id);
    expect(ids).toEqual([...ids].sort());
    for (const id of ids) expect(id).toMatch(/^C[0-9a-f]{16}$/);
  });

  it('[R13] a unit’s list leaves out whose ballot was voided by a recusal', () => {
    const play = commenting();
    commented(play, { ...everyone(), S001: WORDS });
    play.staff({ type: 'DeclareRecusal', reviewer: reviewerId('R1'), subject: subjectId('U1') });
    revealed(play);
    expect(openComments(play)).toEqual([]);
  });
});
