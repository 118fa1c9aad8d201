// Words of those who wait in the house without a seat: who may send one, who is waited for, and what their phone is told.
import { describe, expect, it } from 'vitest';
import type { ReviewerId } from '../../../shared/ids.ts';
import { panelStage, meSlice } from '../../../shared/views/audiences/panel.ts';
import { screenView } from '../../../shared/views/audiences/screen.ts';
import { staffView } from '../../../shared/views/audiences/staff.ts';
import { waitingDraw } from '../../../shared/views/audiences/waiting.ts';
import { PURPOSE_NAMES } from '../../../shared/meeting/draws/purposes.ts';
import { seatId, type Play } from '../../builders.ts';
import {
  DICE10,
  enterDraw,
  lastDraw,
  lock,
  pooled,
  read,
  sendWord,
  showAll,
} from './draw-builders.ts';

/** Six of the pool with tickets, of whom the first `here` have come in. */
function waiting(here: number): { readonly play: Play; readonly ids: readonly ReviewerId[] } {
  const play = pooled([6]);
  const ids = [...play.meeting.pool.keys()];
  play.staff({ type: 'IssueTickets', reviewers: ids });
  for (const reviewer of ids.slice(0, here)) play.seat({ type: 'Arrive', reviewer, issue: 1 });
  return { play, ids };
}

const at = (ids: readonly ReviewerId[], n: number): ReviewerId => {
  const id = ids[n];
  if (id === undefined) throw new Error(`no reviewer ${String(n)}`);
  return id;
};
const told = (play: Play, reviewer: ReviewerId) => waitingDraw(play, reviewer, '代表', play.now);
const sending = (play: Play, reviewer: ReviewerId, word: string) =>
  ({ type: 'SendWord', draw: lastDraw(play).id, reviewer, issue: 1, word }) as const;
const counts = (play: Play) => {
  const { body } = screenView(play).stage;
  return body.kind === 'draw' ? body.draw.words : null;
};
const step = (play: Play) =>
  staffView(play, {
    connected: new Set(),
    recent: [],
    head: { seq: 0, hash: '', root: '' },
    staffName: String,
  }).control.next;

describe('a phone that waits while a panel is drawn', () => {
  it('is told of the draw from its lock on, by the rule that takes its word', () => {
    const { play, ids } = waiting(2);
    const [here, other, absent] = [at(ids, 0), at(ids, 1), at(ids, 2)];
    enterDraw(play, { purpose: 'panel', take: 2, sources: ['phones', 'dice10'] });
    expect(told(play, here)).toBeNull();
    lock(play);
    expect(told(play, here)).toMatchObject({
      draw: { phase: 'locked', words: { closed: false, sent: null, list: null } },
      me: { holder: `reviewer/${here}`, words: [] },
    });
    for (const reviewer of ids)
      expect(told(play, reviewer) !== null).toBe(play.decideSeat(sending(play, reviewer, '山')).ok);
    expect(told(play, absent)).toBeNull();
    play.seat(sending(play, here, '杜鹃'));
    expect(told(play, here)?.me.words).toEqual([lastDraw(play).id]);
    expect(told(play, other)?.me.words).toEqual([]);
    // What waits learns no more of the draw than a seat does.
    const seat = { countdown: null, seconds: 0 };
    expect({ kind: 'draw', draw: told(play, other)?.draw, ...seat }).toEqual(panelStage(play).body);
    play.staff({ type: 'CloseWords', draw: lastDraw(play).id });
    expect(told(play, other)?.draw.words).toMatchObject({ closed: true, sent: 1, list: null });
    read(play, DICE10);
    expect(told(play, here)).toMatchObject({ draw: { phase: 'showing', shown: [] } });
    showAll(play);
    expect(told(play, here)?.draw.phase).toBe('done');
  });

  it('is told nothing where the desk saw its holder go, and of no draw that asks no phones', () => {
    const { play, ids } = waiting(2);
    lock(enterDraw(play, { purpose: 'panel', take: 1, sources: ['phones', 'salt'] }));
    play.staff({ type: 'MarkHere', reviewer: at(ids, 0), here: false });
    expect(told(play, at(ids, 0))).toBeNull();
    expect(told(play, at(ids, 1))).not.toBeNull();
    const plain = waiting(1);
    lock(enterDraw(plain.play, { purpose: 'panel', take: 1, sources: ['dice10'] }));
    expect(told(plain.play, at(plain.ids, 0))).toBeNull();
  });

  it('a void draw is said to be void, and takes no word', () => {
    const { play, ids } = waiting(1);
    lock(enterDraw(play, { purpose: 'panel', take: 1, sources: ['phones', 'dice10'] }));
    play.staff({ type: 'VoidDraw', draw: lastDraw(play).id, why: '骰子落地' });
    expect(told(play, at(ids, 0))?.draw).toMatchObject({ phase: 'void', why: '骰子落地' });
    expect(play.decideSeat(sending(play, at(ids, 0), '山'))).toMatchObject({
      refusal: { code: 'words-closed' },
    });
  });
});

describe('who is waited for', () => {
  it('all who came in before there are seats, and whoever sent a word beside a seated panel', () => {
    const { play, ids } = waiting(6);
    play.staff({ type: 'FillSeats', reviewers: ids.slice(0, 2) });
    lock(enterDraw(play, { purpose: 'questioner', take: 1, sources: ['phones', 'dice10'] }));
    expect(counts(play)).toMatchObject({ sent: 0, of: 2 });
    // One who waits has sent one, of those seated nobody yet: it stands for none of theirs.
    play.seat(sending(play, at(ids, 4), '山'));
    expect(counts(play)).toMatchObject({ sent: 1, of: 3 });
    expect(step(play)).toMatchObject({ act: 'close-words', owed: 2, of: 3 });
    play.claim(at(ids, 0));
    sendWord(play, 'S001', '水');
    expect(counts(play)).toMatchObject({ sent: 2, of: 3 });
    expect(step(play)).toMatchObject({ owed: 1, of: 3 });
  });
});

describe('a word is its holder’s', () => {
  it('the ticket of someone who has been seated meanwhile is heard, once', () => {
    const { play, ids } = waiting(2);
    play.staff({ type: 'FillSeats', reviewers: [at(ids, 0)] });
    lock(enterDraw(play, { purpose: 'questioner', take: 1, sources: ['phones', 'dice10'] }));
    play.seat(sending(play, at(ids, 0), '山'));
    expect(meSlice(play, seatId('S001'))).toMatchObject({
      holder: `reviewer/${at(ids, 0)}`,
      words: [lastDraw(play).id],
    });
    play.claim(at(ids, 0));
    play.staff({ type: 'LeaveSeat', seat: seatId('S001'), reason: '有事' });
    expect(play.decideSeat(sending(play, at(ids, 0), '山'))).toMatchObject({
      refusal: { code: 'not-checked-in' },
    });
  });

  it('every purpose takes words', () => {
    // Before a board is shown no order is drawn of those who share a place.
    for (const purpose of PURPOSE_NAMES.filter((name) => name !== 'tie-break')) {
      const { play, ids } = waiting(1);
      if (purpose === 'questioner' || purpose === 'team')
        play.staff({ type: 'FillSeats', reviewers: ids.slice(1) });
      if (purpose === 'questioner') ids.slice(1).forEach((id) => play.claim(id));
      lock(enterDraw(play, { purpose, take: 1, sources: ['phones', 'dice10'] }));
      expect(told(play, at(ids, 0))?.draw.purpose).toBe(purpose);
    }
  });
});
