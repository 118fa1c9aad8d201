// A rehearsal that is led from here, and checked at its end against the rehearsal's own books.
import type { RehearseText } from '../../shared/text/rehearse.ts';
import type { StaffClient } from '../staff-client.ts';
import type { Books } from '../../server/rehearsal/books.ts';
import type { Chance } from '../../server/rehearsal/chance.ts';
import { checkBoard } from './check-board.ts';
import { checkDraws } from './check-draws.ts';
import { Crowd } from '../../server/rehearsal/crowd.ts';
import { foundingCase } from './founding-case.ts';
import type { Findings } from '../../shared/rehearsal/report.ts';

export interface LeadOptions {
  readonly staff: StaffClient;
  readonly phones: number;
  readonly paceMs: number;
  readonly restMs: number;
  readonly chance: Chance;
  readonly books: Books;
  readonly text: RehearseText;
  readonly tell: (sentence: string) => void;
  /** Called as soon as the meeting exists. */
  readonly onMeeting?: (crowd: Crowd) => void;
}

const SETTLE_MS = 30_000;

/**
 * Carries out the founding case and compares the board with what the phones were told, and the draws with what was shown. The
 * crowd stays connected.
 */
export async function lead(
  options: LeadOptions,
): Promise<{ readonly crowd: Crowd; readonly findings: Findings }> {
  const { staff, phones, books } = options;
  const { crowd, judged, draws } = await foundingCase({
    ...options,
    seats: phones,
    crowdFor: (meeting) => {
      const crowd = new Crowd({ ...options, origin: staff.origin, meeting, led: true });
      options.onMeeting?.(crowd);
      return crowd;
    },
  });
  await crowd.settle(SETTLE_MS);
  const lost = await crowd.missing();
  const groups = new Map(
    staff.view.people.flatMap(({ seat, group }) => (seat === null ? [] : [[seat, group] as const])),
  );
  return {
    crowd,
    findings: {
      present: crowd.people.length,
      asked: phones,
      lost: lost.map(
        ({ round, subject, seat, rev }) => `${round} ${subject} ${seat} ${String(rev)}`,
      ),
      board: checkBoard(staff.view, judged, books.newest, groups),
      draws: await checkDraws(staff.origin, staff.meeting, draws),
      led: true,
    },
  };
}
