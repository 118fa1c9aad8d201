// A meeting's file with rows in every table: a draw is locked, a round closed and not revealed, people have left.
import { createHash } from 'node:crypto';
import { systemClock } from '../../server/clock.ts';
import { Hall } from '../../server/hall.ts';
import type { TicketRow } from '../../server/store/meeting-store.ts';
import { openThreadedStore, type ThreadedOptions } from '../../server/store/threaded-store.ts';
import type { MeetingId, StaffId } from '../../shared/ids.ts';
import { expectationOf, type StaffCommand } from '../../shared/meeting/commands.ts';
import { reviewerHolder } from '../../shared/meeting/people.ts';
import { doubleRandomReview } from '../../shared/meeting/template.ts';
import { templateText } from '../../shared/text/template.ts';
import { itemId, reviewerId, roundId, scores, seatId, subjectId } from '../builders.ts';

const PEOPLE = Array.from({ length: 6 }, (_, n) => reviewerId(`R${String(n + 1)}`));

export const MEETING_ID = 'm1a' as MeetingId;

/** A hall over a new file; whoever made it closes it. */
export async function newMeeting(path: string, options: ThreadedOptions = {}): Promise<Hall> {
  const opened = await openThreadedStore(path, { ...options, create: { meeting: MEETING_ID } });
  if (!opened.ok) throw new Error(opened.detail);
  const hall = await Hall.open({ store: opened.store, clock: systemClock() });
  await hall.create({
    type: 'CreateMeeting',
    id: MEETING_ID,
    code: 'hall1',
    title: '评议会',
    zone: 'Asia/Shanghai',
    retainUntil: '2027-11-21',
    ...doubleRandomReview(templateText.zh),
  });
  return hall;
}

/** Six people on six seats, three with a phone, and a round that is open. */
export async function openRound(hall: Hall): Promise<void> {
  await order(hall, {
    type: 'ImportSubjects',
    source: 'u.csv',
    entries: ['甲', '乙', '丙'].map((name, n) => ({
      ...{ id: subjectId(`U${String(n + 1)}`), kind: 'unit', name, category: '乡镇' },
    })),
  });
  await order(hall, {
    type: 'ImportReviewers',
    source: 'r.csv',
    entries: PEOPLE.map((id) => ({
      ...{ id, name: `人${id}`, group: '甲', attributes: { 单位: id }, recusals: [] },
    })),
  });
  const tickets = PEOPLE.map((id): TicketRow => ({
    ...{ holder: reviewerHolder(id), issue: 1, secretHash: hashOf(`s${id}`) },
    codeHash: hashOf(`c${id}`),
  }));
  await order(hall, { type: 'IssueTickets', reviewers: PEOPLE }, tickets);
  await order(hall, { type: 'FillSeats', reviewers: PEOPLE });
  for (const n of [1, 2, 3]) await claim(hall, n);
  await order(hall, {
    type: 'SetAgenda',
    items: [
      {
        ...{ id: itemId('draw'), kind: 'draw', purpose: 'presenters', take: 2 },
        sources: ['dice10', 'salt'],
        follow: {
          presentationSeconds: 60,
          score: { sheet: 'live', disclosure: 'hidden', seconds: 60 },
        },
      },
      {
        ...{ id: itemId('score'), kind: 'score', subjects: [subjectId('U1')], secrecy: 'named' },
        ...{ sheet: 'live', disclosure: 'hidden', seconds: 60 },
      },
    ],
  });
  await order(hall, { type: 'EnterItem', item: itemId('score') });
  await order(hall, { type: 'OpenRound', item: itemId('score') });
}

/** A phone comes with the ticket of the person of this number. */
export async function claim(hall: Hall, n: number): Promise<void> {
  const reviewer = reviewerId(`R${String(n)}`);
  await must(hall.seat({ type: 'ClaimSeat', reviewer, issue: 1 }, hashOf(`t${reviewer}`)));
}

export async function vote(hall: Hall, seat: number, rev = 1): Promise<void> {
  const to = { round: roundId('score'), attempt: 1, subject: subjectId('U1') };
  const choice = scores(seat, 20, rev, 15);
  await must(hall.cast(seatId(`S00${String(seat)}`), 1, { ...to, rev, choice }));
}

/** Writes such a file, and closes it. */
export async function wholeMeeting(path: string): Promise<void> {
  const hall = await newMeeting(path);
  await openRound(hall);
  for (const seat of [1, 2, 3]) await vote(hall, seat);
  for (const seat of ['S004', 'S005']) {
    await order(hall, { type: 'CheckIn', seat: seatId(seat) });
    await order(hall, { type: 'LeaveSeat', seat: seatId(seat), reason: `${seat} 有事` });
  }
  await order(hall, { type: 'CloseRound', round: roundId('score') });
  await order(hall, { type: 'EnterItem', item: itemId('draw') });
  await order(hall, { type: 'LockDraw', item: itemId('draw') });
  await hall.close();
}

async function order(
  hall: Hall,
  command: StaffCommand,
  tickets: readonly TicketRow[] = [],
): Promise<void> {
  const by = { id: 'moderator' as StaffId, name: '主持', role: 'moderator' } as const;
  await must(hall.staff(by, command, expectationOf(hall.world.meeting, command), tickets));
}

async function must(answer: Promise<{ readonly ok: boolean }>): Promise<void> {
  const { ok, ...why } = await answer;
  if (!ok) throw new Error(JSON.stringify(why));
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
