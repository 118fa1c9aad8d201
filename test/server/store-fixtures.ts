// Meetings small enough to be written down: events on a chain, ballots, and the commits that hold them.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { about } from '../../shared/ballots/ballot.ts';
import { keep } from '../../shared/ballots/box-index.ts';
import type {
  ItemId,
  MeetingId,
  ReviewerId,
  RoundId,
  SeatId,
  StaffId,
  SubjectId,
} from '../../shared/ids.ts';
import { chain, type Chained } from '../../shared/meeting/chain.ts';
import type { MeetingEvent } from '../../shared/meeting/events.ts';
import { openMeetingFile, type MeetingFile } from '../../server/store/meeting-file.ts';
import type {
  BoxedBallot,
  Commit,
  SeatSessionRow,
  TicketRow,
} from '../../server/store/meeting-store.ts';

export const MEETING = 'm1' as MeetingId;

/** A folder of its own for each test, gone after it. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kleroterion-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));
  return folder;
}

/** `count` events that follow `after`, or begin the meeting. */
export function events(count: number, after?: Chained): readonly Chained[] {
  const links: Chained[] = [];
  for (let n = 0; n < count; n++) {
    const last = links.at(-1) ?? after;
    const seq = (last?.recorded.seq ?? 0) + 1;
    const event: MeetingEvent =
      seq === 1
        ? {
            type: 'MeetingCreated',
            id: MEETING,
            code: 'demo',
            title: '年度评议会',
            zone: 'Asia/Shanghai',
            retainUntil: '2030-01-01',
          }
        : { type: 'ItemEntered', item: `item-${seq}` as ItemId };
    const by = { kind: 'staff', id: 'clerk' as StaffId } as const;
    const act = { n: seq, command: 'Test' };
    const recorded = { seq, at: 1_700_000_000_000 + seq, by, act, v: 2, event };
    links.push(chain(last?.hash ?? '', recorded, seq.toString(16).padStart(32, '0')));
  }
  return links;
}

/** The ballot of seat `n`, 1, 2, 3 …, decided after event `after`. */
export function ballot(n: number, { rev = 1, after = 1 } = {}): BoxedBallot {
  const choice =
    n % 7 === 0
      ? ({ kind: 'abstain' } as const)
      : ({ kind: 'scores', scores: { duty: n % 10, service: 5 } } as const);
  const kept = keep({
    round: 'r1' as RoundId,
    attempt: 1,
    matter: about('D01' as SubjectId),
    seat: `S${n}` as SeatId,
    rev,
    salt: 'fedcba9876543210'.repeat(2),
    nonce: '0123456789abcdef'.repeat(2),
    choice,
  });
  return { ...kept, after };
}

export function ballots(from: number, count: number, after = 1): readonly BoxedBallot[] {
  return Array.from({ length: count }, (_, n) => ballot(from + n, { after }));
}

export function commitOf(parts: Partial<Commit>): Commit {
  return { events: [], ballots: [], side: [], tickets: [], sessions: [], ...parts };
}

export function ticket(reviewer: string, issue: number, secret: string): TicketRow {
  return {
    holder: { kind: 'reviewer', id: reviewer as ReviewerId },
    issue,
    secretHash: secret.repeat(64),
    codeHash: 'c'.repeat(64),
  };
}

export function session(token: string, claim: number): SeatSessionRow {
  return { tokenHash: token.repeat(64), seat: 'S1' as SeatId, claim };
}

/** Opens a file that must open; it is closed with the test. */
export function opened(path: string, options: Parameters<typeof openMeetingFile>[1]): MeetingFile {
  const opening = openMeetingFile(path, options);
  if (!opening.ok) throw new Error(`${opening.flaw}: ${opening.detail}`);
  onTestFinished(() => opening.file.close());
  return opening.file;
}

/** A closed meeting file with five events and twenty ballots. */
export function writtenFile(folder: string): string {
  const path = join(folder, 'written.sqlite');
  const opening = openMeetingFile(path, { create: { meeting: MEETING } });
  if (!opening.ok) throw new Error(opening.detail);
  opening.file.commit(commitOf({ events: events(5), ballots: ballots(1, 20) }));
  opening.file.close();
  return path;
}
