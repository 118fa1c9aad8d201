// Commands in orders that nobody planned: nothing counts twice, nothing is told early, no view is left without a name.
import { leftOut } from '../../../shared/meeting/agenda/participation.ts';
import { eventHash, eventTexts } from '../../../shared/meeting/chain.ts';
import { describe, expect, it } from 'vitest';
import type { CategoryId } from '../../../shared/ids.ts';
import type { Item } from '../../../shared/meeting/agenda/item.ts';
import { rehearsalPlan } from '../../../shared/meeting/rehearsal.ts';
import { publicView } from '../../../shared/views/audiences/public.ts';
import {
  created,
  itemId,
  type Play,
  reviewerId,
  roundId,
  scores,
  scoring,
  SECOND_CLERK,
  seatId,
  seated,
  subjectId,
  voting,
} from '../../builders.ts';
import {
  determined,
  drawn,
  enterDraw,
  inHouse,
  lock,
  pooled,
  read,
  sendWord,
  showAll,
} from './draw-builders.ts';

const PANEL = { purpose: 'panel', take: 2 } as const;
const LEFT = { type: 'ReplaceSeat', why: 'left', reason: '离场' } as const;
const CHOICE = scores(40, 20, 25, 15);

function units(play: Play, count: number, kind: 'unit' | 'head' = 'unit') {
  const entries = Array.from({ length: count }, (_, n) => {
    const id = subjectId(`U${String(n + 1)}`);
    return { id, kind, name: `单位${id}`, category: '部' };
  });
  return play.decide({ type: 'ImportSubjects', source: 'units.csv', entries });
}

/** A panel of two drawn from six, with everyone of its reserve in the house; R of its first seat. */
function panelOfTwo(): { readonly play: Play; readonly first: ReturnType<typeof reviewerId> } {
  const play = drawn(pooled([6]), PANEL);
  const { order, reserve } = determined(play);
  for (const id of reserve[0]?.ids ?? [])
    play.staff({ type: 'MarkHere', reviewer: reviewerId(id), here: true });
  play.staff({ type: 'CheckIn', seat: seatId('S001') });
  return { play, first: reviewerId(order[0] ?? '') };
}

describe('[R5] one person, one ballot', () => {
  it('whoever was replaced gets no second seat, by hand or by another draw', () => {
    const { play, first } = panelOfTwo();
    play.staff({ ...LEFT, seat: seatId('S001'), vacant: false });
    expect(play.decide({ type: 'FillSeats', reviewers: [first] })).toMatchObject({
      refusal: { code: 'seat-gone' },
    });
    lock(enterDraw(play, PANEL, 'again'), 'again');
    expect(play.meeting.draws.at(-1)?.lock.excluded).toContainEqual({ id: first, why: 'replaced' });
  });

  it('nobody of the reserve is sent in while another panel is drawn: the draw may have drawn them', () => {
    const { play } = panelOfTwo();
    read(lock(enterDraw(play, PANEL, 'again'), 'again'));
    const replace = { ...LEFT, seat: seatId('S001'), vacant: false };
    expect(play.decide(replace)).toMatchObject({ refusal: { code: 'draw-running' } });
    expect(play.decide({ type: 'ReplaceAbsent', reason: '缺席' })).toMatchObject({
      refusal: { code: 'draw-running' },
    });
    showAll(play).staff(replace);
    const holders = [...play.meeting.seats.values()].map(({ holder }) => holder.id);
    expect(new Set(holders).size).toBe(holders.length);
  });
});

describe('[R10] an item that was skipped on stage', () => {
  it('opens nothing until it is taken up again: the way on would lead past an open round', () => {
    const play = scoring('hidden');
    const item = itemId('score');
    play.staff({ type: 'SkipItem', item, reason: '改期' });
    expect(play.decide({ type: 'OpenRound', item })).toMatchObject({
      refusal: { code: 'item-skipped' },
    });
    play.staff({ type: 'RestoreItem', item }).staff({ type: 'OpenRound', item });
    enterDraw(play.undo(), PANEL);
    const draw = itemId('draw');
    play.staff({ type: 'SkipItem', item: draw, reason: '改期' });
    expect(play.decide({ type: 'LockDraw', item: draw })).toMatchObject({
      refusal: { code: 'item-skipped' },
    });
  });
});

describe('[R13] a recusal voids the ballot', () => {
  const score = {
    kind: 'score',
    subjects: [subjectId('U002')],
    secrecy: 'named',
    sheet: 'live',
    disclosure: 'live',
    seconds: 0,
  } as const;

  it('also of whoever was replaced after voting', () => {
    const { play, first } = panelOfTwo();
    const id = itemId('score');
    play.staff({ type: 'AddItems', after: null, items: [{ id, ...score }] });
    play.staff({ type: 'EnterItem', item: id }).staff({ type: 'OpenRound', item: id });
    play.staff({ type: 'IssueTickets', reviewers: [first] }).claim(first);
    play.cast('S001', 'score', 1, CHOICE);
    play.staff({ ...LEFT, seat: seatId('S001'), vacant: false });
    const subject = subjectId('U002');
    expect(play.book.of(roundId('score'), 1, subject).turnout.size).toBe(1);
    play.staff({ type: 'DeclareRecusal', reviewer: first, subject });
    expect(play.book.of(roundId('score'), 1, subject).turnout.size).toBe(0);
  });
});

describe('[R6] nothing is told early', () => {
  it('a paper ballot answers no guesses once its round is closed', () => {
    const play = voting('hidden');
    const ballot = { seat: seatId('S001'), round: roundId('score'), attempt: 1 };
    play.staff({ type: 'EnterPaper', ...ballot, subject: subjectId('U1'), choice: CHOICE });
    const [paper] = play.meeting.papers.keys();
    if (paper === undefined) throw new Error('no paper');
    play.staff({ type: 'CloseRound', round: ballot.round, papers: 1 });
    for (const choice of [CHOICE, scores(1, 1, 1, 1)])
      expect(
        play.decide({ type: 'ConfirmPaper', paper, choice }, undefined, SECOND_CLERK),
      ).toMatchObject({ refusal: { code: 'round-closed' } });
  });

  it('while words are collected, no hash over one of them tells it', () => {
    const play = lock(
      enterDraw(inHouse([4]), { purpose: 'questioner', sources: ['phones', 'dice10'] }),
    );
    sendWord(play, 'S001', '春');
    const { recorded, prev, hash } = play.log.at(-1) ?? never();
    const { open, closed } = eventTexts(recorded);
    expect(open).not.toContain('春');
    // Whoever tries words has the salt to try as well.
    const guessed = eventHash(prev, { open, closed: { text: closed, salt: 'f'.repeat(32) } });
    expect(guessed).not.toBe(hash);
  });
});

describe('[R14] after the erasure', () => {
  it('no list brings names of people back: a second erasure would be refused', () => {
    const play = created();
    play.now = Date.UTC(2028, 0, 1);
    play.staff({ type: 'ErasePeople' });
    const entries = [
      { id: reviewerId('R1'), name: '张三', group: '甲', attributes: {}, recusals: [] },
    ];
    expect(play.decide({ type: 'ImportReviewers', source: 'r.csv', entries })).toMatchObject({
      refusal: { code: 'already-erased' },
    });
    expect(units(play, 1, 'head')).toMatchObject({ refusal: { code: 'already-erased' } });
    expect(units(play, 1).ok).toBe(true);
  });
});

describe('who takes part no longer', () => {
  it('is not missing from a new list of units, nor is a unit of a written round', () => {
    const play = seated({ units: 3 }, 0);
    const written: Item = {
      id: itemId('w'),
      kind: 'written',
      subjects: [subjectId('U2')],
      sheet: 'live',
      disclosure: 'hidden',
    };
    play.staff({ type: 'WithdrawSubject', subject: subjectId('U3'), reason: '撤并' });
    expect(units(play, 2)).toMatchObject({ refusal: { code: 'subject-needed', id: 'U3' } });
    play.staff({ type: 'RestoreSubject', subject: subjectId('U3'), reason: '更正' });
    play.staff({ type: 'AddItems', after: null, items: [written] });
    expect(units(play, 1)).toMatchObject({ refusal: { code: 'subject-needed', id: 'U2' } });
  });

  it('gets no turn from a draw that was locked before', () => {
    const play = read(lock(enterDraw(pooled([2], [2]), { purpose: 'presenters', take: 2 })));
    const subject = subjectId('U001');
    play.staff({ type: 'WithdrawSubject', subject, reason: '撤并' });
    showAll(play);
    expect([...leftOut(play.meeting)]).toEqual([
      ['draw.U001.p', '撤并'],
      ['draw.U001.s', '撤并'],
    ]);
    play.staff({ type: 'RestoreSubject', subject, reason: '更正' });
    expect(leftOut(play.meeting).size).toBe(0);
  });

  it('is not asked for by a round that is reopened', () => {
    const play = voting('hidden').staff({ type: 'CloseRound', round: roundId('score') });
    const card: Item = { id: itemId('card'), kind: 'card', title: '休息', text: '' };
    const written: Item = {
      id: itemId('w'),
      kind: 'written',
      subjects: ['U2', 'U3'].map(subjectId),
      sheet: 'live',
      disclosure: 'hidden',
    };
    play.staff({ type: 'AddItems', after: null, items: [card, written] });
    play.staff({ type: 'EnterItem', item: written.id });
    play.staff({ type: 'OpenRound', item: written.id });
    play.staff({ type: 'CloseRound', round: roundId('w') });
    for (const id of ['U1', 'U2'])
      play.staff({ type: 'WithdrawSubject', subject: subjectId(id), reason: '撤并' });
    play.staff({ type: 'ReopenRound', round: roundId('w'), reason: '补评' });
    expect(play.about('w')).toEqual(['U3']);
    play.staff({ type: 'EnterItem', item: itemId('score') });
    expect(
      play.decide({ type: 'ReopenRound', round: roundId('score'), reason: '补评' }),
    ).toMatchObject({ refusal: { code: 'subject-out' } });
  });

  it('keeps its name on whom it was combined with, also where that one was combined in turn', () => {
    const play = scoring('live', { units: 3 });
    const reason = '机构改革';
    for (const [from, into] of [
      ['U2', 'U3'],
      ['U3', 'U1'],
    ] as const)
      play.staff({
        type: 'CombineSubjects',
        from: subjectId(from),
        into: subjectId(into),
        reason,
      });
    expect(publicView(play).stage.body).toMatchObject({
      subject: { name: '第1单位、第3单位、第2单位' },
    });
  });
});

describe('a rehearsal', () => {
  const SOURCES = { purpose: 'verification', take: 1, sources: ['dice10'] } as const;

  it.each([
    ['board', (category: CategoryId) => ({ kind: 'board', category }) as const],
    [
      'draw',
      (category: CategoryId) =>
        ({ kind: 'draw', ...SOURCES, rule: { kind: 'fixed', take: { [category]: 1 } } }) as const,
    ],
  ])('leaves out a %s of a category that a later list no longer has', (_, ofCategory) => {
    const play = seated({ units: 2 }, 0);
    const category = play.meeting.categories[1]?.id ?? never();
    const item: Item = { id: itemId('by-category'), ...ofCategory(category) };
    play.staff({ type: 'AddItems', after: null, items: [item] });
    const decision = units(play, 2);
    if (!decision.ok) throw new Error(decision.refusal.code);
    play.commit(decision, { kind: 'server' });
    const agenda = rehearsalPlan(play.world).commands.find(({ type }) => type === 'SetAgenda');
    expect(agenda).toBeDefined();
    expect(JSON.stringify(agenda)).not.toContain('by-category');
  });
});

function never(): never {
  throw new Error('it is not there');
}
