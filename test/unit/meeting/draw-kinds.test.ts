// Draws by every rule and from every source: quotas, what the sources must be, what follows.
import { reviewerHolder } from '../../../shared/meeting/people.ts';
import { describe, expect, it } from 'vitest';
import { determine } from '../../../shared/draw/draw.ts';
import { phonesEntropy } from '../../../shared/draw/entropy.ts';
import { recordHash } from '../../../shared/draw/record.ts';
import { readLock } from '../../../shared/draw/lock.ts';
import { verifyChain } from '../../../shared/draw/verify-chain.ts';
import { verifyDraw } from '../../../shared/draw/verify.ts';
import type { DrawId } from '../../../shared/ids.ts';
import type { SourceKind } from '../../../shared/meeting/agenda/item.ts';
import { publishedDraw } from '../../../shared/views/draws/draw-record.ts';
import type { ReviewerId } from '../../../shared/ids.ts';
import { screenView } from '../../../shared/views/audiences/screen.ts';
import { cellLock, itemId, reviewerId, seatId, subjectId, type Play } from '../../builders.ts';
import {
  decideWord,
  determined,
  DICE10,
  DICE6,
  drawn,
  enterDraw,
  FOUNDING,
  inHouse,
  lastDraw,
  lock,
  pooled,
  read,
  sendWord,
  showAll,
} from './draw-builders.ts';

/** What anyone with the published record finds wrong. */
function findings(play: Play): readonly unknown[] {
  const published = publishedDraw(play.meeting, lastDraw(play));
  if (published.status !== 'result') throw new Error(published.status);
  const { lock: locked, lockHash, entropy, proofs, order, reserve } = published;
  const record = { lock_hash: lockHash, entropy, proofs, status: 'result', why: '' } as const;
  return [
    ...verifyDraw({
      lock: locked,
      shownLockHash: lockHash,
      entropy,
      proofs,
      claimed: {
        order,
        reserve: Object.fromEntries(reserve.map(({ cell, ids }) => [cell, ids])),
      },
    }),
    ...(recordHash(record) === published.recordHash ? [] : ['record hash']),
  ];
}

describe('[R9] a panel in proportion to its groups', () => {
  const panel = { purpose: 'panel', take: 50, rule: { kind: 'proportional' } } as const;

  it('of 50 from 60 : 60 : 70 : 110 seats whole shares and lets chance round the rest', () => {
    const extras = new Set<string>();
    for (let throw_ = 0; throw_ < 8; throw_++) {
      const play = lock(enterDraw(pooled(FOUNDING), panel));
      const dice = String(throw_).repeat(20);
      read(play, dice);
      const draw = determined(play);
      const { quota } = determine(cellLock(draw.lock), [dice]);
      expect(quota).toMatchObject({ G1: 10, G2: 10 });
      expect([`${String(quota['G3'])}:${String(quota['G4'])}`]).toContain(
        quota['G3'] === 12 ? '12:18' : '11:19',
      );
      extras.add(quota['G3'] === 12 ? 'G3' : 'G4');
      showAll(play);
      const seats = [...play.meeting.seats.values()];
      const seatedOf = (group: string) => seats.filter((seat) => seat.group === group).length;
      expect(seats).toHaveLength(50);
      expect(['G1', 'G2', 'G3', 'G4'].map(seatedOf)).toEqual([10, 10, quota['G3'], quota['G4']]);
      expect(draw.reserve.map(({ cell, ids }) => [cell, ids.length])).toEqual([
        ['G1', 50],
        ['G2', 50],
        ['G3', 70 - Number(quota['G3'])],
        ['G4', 110 - Number(quota['G4'])],
      ]);
      for (const { cell, ids } of draw.reserve)
        for (const id of ids) expect(play.meeting.pool.get(reviewerId(id))?.group).toBe(cell);
      expect(findings(play)).toEqual([]);
    }
    // Eight throws that all round the same way would mean that chance had no part in it (1 in 3^8 at the most).
    expect([...extras].sort()).toEqual(['G3', 'G4']);
  });

  it('the lock holds cells and ids, no name and no other attribute of a person (R14)', () => {
    const play = lock(enterDraw(pooled(FOUNDING), panel));
    const { lock: locked } = lastDraw(play);
    expect(readLock(locked)).toMatchObject({ ok: true });
    expect(locked.rule).toEqual({ kind: 'proportional', by: ['group'], k: 50 });
    expect(locked.pool[0]).toEqual({ id: 'R001', a: { group: 'G1' } });
    expect(JSON.stringify(locked)).not.toContain('代表');
  });

  it('whoever has a seat already is excluded and said so', () => {
    const play = pooled([5, 5]);
    play.staff({ type: 'FillSeats', reviewers: [reviewerId('R002')] });
    lock(enterDraw(play, { ...panel, take: 4 }));
    expect(lastDraw(play).lock.excluded).toEqual([{ id: 'R002', why: 'seated' }]);
    expect(lastDraw(play).lock.pool).toHaveLength(9);
  });
});

describe('[R9] a fixed number for each cell', () => {
  const rule = (take: Readonly<Record<string, number>>) => ({ kind: 'fixed', take }) as const;

  it('seats exactly as many of each group', () => {
    const play = pooled(FOUNDING);
    drawn(play, { purpose: 'panel', take: 12, rule: rule({ G1: 2, G2: 0, G3: 4, G4: 6 }) });
    const groups = [...play.meeting.seats.values()].map(({ group }) => group as string);
    expect(groups.filter((group) => group === 'G1')).toHaveLength(2);
    expect(groups.filter((group) => group === 'G3')).toHaveLength(4);
    expect(groups.filter((group) => group === 'G4')).toHaveLength(6);
    expect(findings(play)).toEqual([]);
  });

  it('a cell with too few is refused by name, with both numbers', () => {
    const play = enterDraw(pooled([3, 9]), {
      purpose: 'panel',
      take: 6,
      rule: rule({ G1: 4, G2: 2 }),
    });
    expect(play.decide({ type: 'LockDraw', item: itemId('draw') })).toEqual({
      ok: false,
      refusal: { code: 'quota-wrong', people: true, cell: '人大代表', have: 3, want: 4 },
    });
  });

  it('presenters by category: the numbers hold, turns follow in the order of the draw', () => {
    const play = drawn(pooled([2], [5, 3, 2, 2]), {
      purpose: 'presenters',
      take: 4,
      rule: rule({ K1: 2, K2: 1, K4: 1 }),
    });
    const { order } = determined(play);
    const categories = order.map((id) => play.meeting.subjects.get(subjectId(id))?.category);
    expect([...categories].sort()).toEqual(['K1', 'K1', 'K2', 'K4']);
    const turns = play.meeting.agenda.flatMap((item) =>
      item.kind === 'presentation' ? [item.subject] : [],
    );
    expect(turns).toEqual(order);
    expect(findings(play)).toEqual([]);
  });

  it('an agenda whose numbers do not add up is refused', () => {
    const play = pooled([3, 9]);
    const item = {
      id: itemId('draw'),
      kind: 'draw',
      purpose: 'panel',
      take: 6,
      sources: ['dice10'],
      rule: rule({ G1: 1, G2: 2 }),
    } as const;
    expect(play.decide({ type: 'AddItems', after: null, items: [item] })).toMatchObject({
      refusal: { code: 'agenda-invalid' },
    });
  });
});

function typed(play: Play, draw: DrawId, digits: string) {
  const row = { reading: 'first', edits: 0, at: 0, took: 0 } as const;
  return play.decide({ type: 'TypeDice', draw, ...row, digits });
}

describe('[R9] sources', () => {
  it('six-sided dice: 26 digits from 1 to 6, anything else is refused', () => {
    const play = lock(enterDraw(pooled([12]), { purpose: 'panel', take: 3, sources: ['dice6'] }));
    expect(lastDraw(play)).toMatchObject({
      assurance: 'public',
      lock: { entropy: [{ type: 'dice6', count: 26 }] },
    });
    const { id } = lastDraw(play);
    for (const dice of [DICE6.slice(1), DICE6.replace('4', '7'), DICE6.replace('4', '0')])
      expect(typed(play, id, dice)).toMatchObject(
        dice.length === 26 ? { refusal: { code: 'dice-wrong', want: 26 } } : { ok: true },
      );
    // Two of the three were not taken, and 25 digits are no dice yet.
    expect(lastDraw(play).phase).toBe('locked');
    showAll(read(play, DICE6));
    expect(findings(play)).toEqual([]);
  });

  const asking = (sources: readonly SourceKind[] = ['phones', 'dice10']) =>
    lock(enterDraw(inHouse([4, 4]), { purpose: 'questioner', take: 1, sources }));

  it('phones: one word for each seat, resending is harmless, a second word is refused', () => {
    const play = asking();
    sendWord(play, 'S001', '  杜鹃 ');
    const { seq } = play.meeting;
    sendWord(play, 'S001', '杜鹃');
    expect(play.meeting.seq).toBe(seq);
    expect(decideWord(play, 'S001', '海棠')).toMatchObject({ refusal: { code: 'word-sent' } });
    expect(lastDraw(play).words).toEqual([
      { holder: { kind: 'reviewer', id: 'R001' }, word: '杜鹃' },
    ]);
  });

  it('phones: a word is 1 to 40 characters, NFC, of a seat that is here and holds its ticket', () => {
    const play = asking();
    for (const word of ['', '   ', '长'.repeat(41), '\u200d'])
      expect(decideWord(play, 'S002', word)).toMatchObject({ refusal: { code: 'word-missing' } });
    for (const [word, character] of [
      ['a\u0007b', 'U+0007'],
      ['\ud800', 'U+D800'],
      ['山\u202e水', 'U+202E'],
      ['山\u2029水', 'U+2029'],
    ] as const)
      expect(decideWord(play, 'S002', word)).toMatchObject({
        refusal: { code: 'hidden-character', character },
      });
    // One picture of three people, as phones send it.
    sendWord(play, 'S006', '\u{1F468}\u200d\u{1F469}\u200d\u{1F467}');
    sendWord(play, 'S002', 'cafe\u0301');
    expect(lastDraw(play).words.at(-1)?.word).toBe('café');
    sendWord(play, 'S003', '长'.repeat(40));
    play.staff({ type: 'LeaveSeat', seat: seatId('S004'), reason: '有事' });
    expect(decideWord(play, 'S004', '山')).toMatchObject({ refusal: { code: 'not-checked-in' } });
    play.staff({ type: 'RevokeTicket', holder: reviewerHolder(reviewerId('R005')) });
    expect(decideWord(play, 'S005', '山')).toMatchObject({ refusal: { code: 'ticket-revoked' } });
  });

  it('phones: the list is closed before dice and salt, and takes nothing after', () => {
    const play = asking(['phones', 'dice10', 'salt']);
    sendWord(play, 'S001', '杜鹃');
    sendWord(play, 'S002', '海棠');
    const { id } = lastDraw(play);
    expect(lastDraw(play).lock.entropy.map(({ type }) => type)).toEqual([
      'phones',
      'dice10',
      'salt',
    ]);
    expect(typed(play, id, DICE10)).toMatchObject({
      refusal: { code: 'words-open' },
    });
    play.staff({ type: 'CloseWords', draw: id });
    expect(decideWord(play, 'S003', '山')).toMatchObject({ refusal: { code: 'words-closed' } });
    // Whoever resends what is in the list still hears that it is in.
    expect(decideWord(play, 'S002', '海棠')).toMatchObject({ ok: true, events: [] });
    showAll(read(play));
    const draw = determined(play);
    expect(draw.entropy.slice(0, 2)).toEqual([phonesEntropy(['杜鹃', '海棠']), DICE10]);
    expect(publishedDraw(play.meeting, draw)).toMatchObject({
      words: ['杜鹃', '海棠'],
      proofs: [{ type: 'phones', source: 0, typed: ['杜鹃', '海棠'] }],
    });
    expect(findings(play)).toEqual([]);
  });

  it('phones: an empty list is a list; with dice the draw stands', () => {
    const play = asking();
    play.staff({ type: 'CloseWords', draw: lastDraw(play).id });
    showAll(read(play));
    expect(determined(play).entropy[0]).toBe(phonesEntropy([]));
    expect(findings(play)).toEqual([]);
  });

  it('a forged list, a word more or in another order, is found', () => {
    const play = asking();
    sendWord(play, 'S001', '杜鹃');
    sendWord(play, 'S002', '海棠');
    play.staff({ type: 'CloseWords', draw: lastDraw(play).id });
    showAll(read(play));
    const { lock: locked, lockHash, entropy } = determined(play);
    for (const typed of [['海棠', '杜鹃'], ['杜鹃'], ['杜鹃', '海棠', '山']])
      expect(
        verifyDraw({
          lock: locked,
          shownLockHash: lockHash,
          entropy,
          proofs: [{ type: 'phones', source: 0, typed }],
          claimed: {},
        }),
      ).toEqual([{ code: 'proof-differs', source: 0 }]);
  });

  it('phones alone would tell the result as their list closes: refused, also after a lost salt', () => {
    const play = inHouse([4, 4]);
    expect(
      play.decide({
        type: 'AddItems',
        after: null,
        items: [
          { id: itemId('x'), kind: 'draw', purpose: 'questioner', take: 1, sources: ['phones'] },
        ],
      }),
    ).toMatchObject({ refusal: { code: 'agenda-invalid' } });
    lock(enterDraw(play, { purpose: 'questioner', sources: ['phones', 'salt'] }));
    expect(lastDraw(play).assurance).toBe('operator');
    play.staff({ type: 'VoidDraw', draw: lastDraw(play).id, why: '重来' });
    expect(play.decide({ type: 'LockDraw', item: itemId('draw') })).toMatchObject({
      refusal: { code: 'no-entropy-source' },
    });
  });

  it('a panel is drawn with words of whoever of the pool is in the house', () => {
    const play = pooled([6]);
    const ids = [...play.meeting.pool.keys()];
    const [first, second, third] = ids as [ReviewerId, ReviewerId, ReviewerId];
    play.staff({ type: 'IssueTickets', reviewers: ids.slice(0, 3) });
    for (const reviewer of [first, second]) play.seat({ type: 'Arrive', reviewer, issue: 1 });
    lock(enterDraw(play, { purpose: 'panel', take: 2, sources: ['phones', 'dice10'] }));
    const { id: draw } = lastDraw(play);
    const sending = (reviewer: ReviewerId, word: string) =>
      ({ type: 'SendWord', draw, reviewer, issue: 1, word }) as const;
    expect(screenView(play).stage.body).toMatchObject({ draw: { words: { sent: 0, of: 2 } } });
    play.seat(sending(first, '杜鹃'));
    // Resending is harmless, a second word is not taken, and who is not here or has no ticket says nothing.
    expect(play.decideSeat(sending(first, '杜鹃'))).toMatchObject({ ok: true, events: [] });
    expect(play.decideSeat(sending(first, '海棠'))).toMatchObject({
      refusal: { code: 'word-sent' },
    });
    expect(play.decideSeat(sending(third, '海棠'))).toMatchObject({
      refusal: { code: 'not-checked-in' },
    });
    expect(play.decideSeat(sending(ids[3]!, '海棠'))).toMatchObject({
      refusal: { code: 'ticket-unknown' },
    });
    play.staff({ type: 'RevokeTicket', holder: reviewerHolder(second) });
    expect(play.decideSeat(sending(second, '海棠'))).toMatchObject({
      refusal: { code: 'ticket-revoked' },
    });
    expect(lastDraw(play).words).toEqual([
      { holder: { kind: 'reviewer', id: first }, word: '杜鹃' },
    ]);
    expect(play.log.at(-2)?.recorded).toMatchObject({
      by: { kind: 'holder', holder: { id: first } },
      event: { type: 'WordSent', holder: { kind: 'reviewer', id: first } },
    });
    play.staff({ type: 'CloseWords', draw });
    showAll(read(play, DICE10));
    expect(findings(play)).toEqual([]);
    expect(play.meeting.seats.size).toBe(2);
  });

  it('who waits in the house beside a seated panel says a word too, once, also after being seated', () => {
    const play = pooled([4]);
    const ids = [...play.meeting.pool.keys()];
    play.staff({ type: 'IssueTickets', reviewers: ids });
    play.staff({ type: 'FillSeats', reviewers: ids.slice(0, 3) });
    ids.slice(0, 3).forEach((id) => play.claim(id));
    const reviewer = ids[3]!;
    play.seat({ type: 'Arrive', reviewer, issue: 1 });
    lock(enterDraw(play, { purpose: 'questioner', take: 1, sources: ['phones', 'dice10'] }));
    play.seat({ type: 'SendWord', draw: lastDraw(play).id, reviewer, issue: 1, word: '山' });
    play.staff({ type: 'FillSeats', reviewers: [reviewer] });
    play.claim(reviewer);
    expect(decideWord(play, 'S004', '水')).toMatchObject({ refusal: { code: 'word-sent' } });
  });

  it('a salt that was never opened is not followed by another one; once opened, it may be', () => {
    const play = inHouse([4, 4]);
    lock(enterDraw(play, { purpose: 'questioner', sources: ['dice10', 'salt'] }));
    play.staff({ type: 'VoidDraw', draw: lastDraw(play).id, why: '骰子落地' });
    showAll(read(lock(play)));
    expect(lastDraw(play).lock.entropy).toEqual([{ type: 'dice10', count: 20 }]);
    drawn(play, { purpose: 'questioner', sources: ['dice10', 'salt'] }, 'second');
    expect(lastDraw(play).lock.entropy.map(({ type }) => type)).toEqual(['dice10', 'salt']);
    const links = play.meeting.draws.map((draw) => {
      const published = publishedDraw(play.meeting, draw);
      if (published.status === 'locked') throw new Error('locked');
      const { status, entropy, proofs } = published;
      const why = published.status === 'void' ? published.why : '';
      return {
        lock: published.lock,
        record: { lock_hash: published.lockHash, entropy, proofs, status, why },
      };
    });
    expect(verifyChain(links)).toEqual([]);
  });
});
