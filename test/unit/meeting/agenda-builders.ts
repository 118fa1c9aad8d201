// What tests of the running agenda share: two turns, a written round, the board, and commands in short.
import { expect } from 'vitest';
import type { StaffCommand } from '../../../shared/meeting/commands.ts';
import type { RefusalCode } from '../../../shared/meeting/refusals.ts';
import type { Item, ItemOf, ScoreSettings } from '../../../shared/meeting/agenda/item.ts';
import type { Decision } from '../../../shared/meeting/world.ts';
import { staffView } from '../../../shared/views/audiences/staff.ts';
import {
  itemId,
  NONCE,
  SALT,
  roundId,
  scores,
  seated,
  seatId,
  subjectId,
  type Cast,
  type Play,
} from '../../builders.ts';

const SCORE = { sheet: 'live', disclosure: 'hidden', seconds: 60 } as const;
export const present = (unit: string): Item => ({
  id: itemId(`p-${unit}`),
  kind: 'presentation',
  subject: subjectId(unit),
  seconds: 480,
});
export const score = (unit: string, closes?: 'itself'): Item => ({
  id: itemId(`s-${unit}`),
  kind: 'score',
  subjects: [subjectId(unit)],
  secrecy: 'named',
  ...SCORE,
  ...(closes ? { closes } : {}),
});
export const card = (id: string): Item => ({
  id: itemId(id),
  kind: 'card',
  title: '茶歇',
  text: '',
});
/** A draw of who asks, as it stands between a presentation and its round. */
export const asking = (id: string): Item => ({
  id: itemId(id),
  kind: 'draw',
  purpose: 'questioner',
  take: 1,
  sources: ['salt'],
});
export const WRITTEN: ItemOf<'written'> = {
  id: itemId('w'),
  kind: 'written',
  subjects: 'rest',
  sheet: 'live',
  disclosure: 'hidden',
};
export const BOARD: ItemOf<'board'> = { id: itemId('end'), kind: 'board' };

/** Check-in, two turns, a written round for the others, the board. */
export function planned(cast: Cast = { units: 5 }, items: readonly Item[] = []): Play {
  return seated(cast).staff({
    type: 'SetAgenda',
    items: [
      { id: itemId('in'), kind: 'check-in' },
      present('U1'),
      score('U1'),
      present('U2'),
      score('U2'),
      WRITTEN,
      BOARD,
      ...items,
    ],
  });
}

/** Three units drawn, their turns on the agenda as `presenters.p.U…` in the order of the draw. */
export function drawn(settings: Partial<ScoreSettings> = {}): Play {
  const play = seated({ units: 6 });
  const items = play.meeting.agenda.map((item): Item => {
    if (item.kind !== 'draw' || !item.follow) return item;
    const { follow } = item;
    const score = { ...follow.score, ...settings };
    return { ...item, take: 3, sources: ['dice10'], follow: { ...follow, score } };
  });
  play.staff({ type: 'SetAgenda', items });
  play.staff({ type: 'EnterItem', item: itemId('presenters') });
  play.staff({ type: 'LockDraw', item: itemId('presenters') });
  const draw = play.meeting.draws[0];
  if (!draw) throw new Error('no draw');
  play.read('31415926535897932384');
  return play.staff({ type: 'ShowNames', draw: draw.id, shown: 3 });
}

export const ids = (play: Play) => play.meeting.agenda.map(({ id }) => id as string);
export const enter = (id: string): StaffCommand => ({ type: 'EnterItem', item: itemId(id) });
export const open = (id: string): StaffCommand => ({ type: 'OpenRound', item: itemId(id) });
/** The board enters the stage and opens all of its rows. */
export function showBoard(play: Play, board = 'end'): Play {
  const item = itemId(board);
  if (play.meeting.current !== item) play.staff(enter(board));
  return play.staff({ type: 'ShowRows', item, take: 'all' });
}
export const move = (
  items: readonly string[],
  after: string | null,
  reason = '',
): StaffCommand => ({
  type: 'MoveItems',
  items: items.map(itemId),
  after: after === null ? null : itemId(after),
  reason,
});
export const skip = (item: string, reason = '请假', ...also: readonly string[]): StaffCommand => ({
  type: 'SkipItem',
  item: itemId(item),
  reason,
  ...(also.length === 0 ? {} : { also: also.map(itemId) }),
});
export const staffViewOf = (play: Play) =>
  staffView(play, {
    connected: new Set(),
    recent: [],
    head: { seq: 0, hash: '', root: '' },
    staffName: (id) => id,
  });
export const controlOf = (play: Play) => staffViewOf(play).control;
export const rowsOf = (play: Play) => staffViewOf(play).agenda;

export function expectRefused(decision: Decision, code: RefusalCode): void {
  expect(decision.ok ? 'accepted' : decision.refusal.code).toBe(code);
}

export function vote(play: Play, seat: string, unit: string, item = `s-${unit}`): void {
  const round = play.meeting.rounds.get(roundId(item));
  play.seat({
    type: 'CastBallot',
    seat: seatId(seat),
    claim: play.meeting.seats.get(seatId(seat))?.claim ?? 0,
    round: roundId(item),
    attempt: round?.attempts.length ?? 0,
    subject: subjectId(unit),
    rev: 1,
    choice: scores(30, 15, 20, 10),
    nonce: NONCE,
    salt: SALT,
  });
}
