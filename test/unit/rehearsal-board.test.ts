// The rehearsal's own arithmetic knows every setting of a scheme, and finds what the board has wrong.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkBoard } from '../../scripts/rehearsal/check-board.ts';
import type { Acknowledged } from '../../server/rehearsal/books.ts';
import type { GroupId, SeatId, SubjectId } from '../../shared/ids.ts';
import { staffView } from '../../shared/views/audiences/staff.ts';
import type { Play } from '../builders.ts';
import { played, randomMeeting } from '../random-meeting.ts';
import { repetitions, seed } from '../repetitions.ts';

const BACKSTAGE = {
  connected: new Set<SeatId>(),
  recent: [],
  head: { seq: 0, hash: '', root: '' },
  staffName: (id: string) => id,
};

/** What phones of these ballots would have written down, one for each seat and unit. */
function booked({ meeting, box }: Play): readonly Acknowledged[] {
  const newest = new Map<string, Acknowledged>();
  for (const { id, attempts } of meeting.rounds.values())
    for (const { ballot } of [...box.kept(id, attempts.length)].sort(
      (a, b) => a.ballot.rev - b.ballot.rev,
    )) {
      const { seat, matter, round, attempt, rev, choice } = ballot;
      if (seat === null || matter.kind !== 'subject') continue;
      newest.set(`${seat} ${matter.id}`, { seat, round, attempt, subject: matter.id, rev, choice });
    }
  return [...newest.values()];
}

function differencesOf(play: Play, ballots = booked(play)): readonly string[] {
  const view = staffView(play, BACKSTAGE);
  const judged = new Map<SubjectId, string>(
    view.board.rows.map(({ subject }) => [subject.id, 'live']),
  );
  const groups = new Map<SeatId, GroupId>(
    [...play.meeting.seats.values()].map(({ id, group }) => [id, group]),
  );
  return checkBoard(view, judged, ballots, groups).differences;
}

it('agrees with the board under any scheme', () => {
  let boards = 0;
  fc.assert(
    fc.property(randomMeeting, (plan) => {
      // One scheme for all rounds, and nobody who votes twice under others.
      const turns = plan.turns.map((one) => ({ ...one, again: null, recused: [] }));
      const play = played({ ...plan, turns, apart: false, out: null }, () => undefined);
      boards += staffView(play, BACKSTAGE).board.rows.filter(({ score }) => score !== null).length;
      expect(differencesOf(play)).toEqual([]);
    }),
    { seed: seed(77), numRuns: repetitions(40, 500) },
  );
  expect(boards).toBeGreaterThan(50);
});

it('finds a ballot that the board does not have', () => {
  const [plan] = fc.sample(randomMeeting, { seed: 3, numRuns: 1 });
  const turn = { ...plan!.turns[0]!, disclosure: 'hidden' as const, casts: { all: 80, some: [] } };
  const play = played(
    {
      ...{ groups: [6], weights: [1, 1, 1], near: false, apart: false, beside: false, out: null },
      rules: {
        ...{ spread: { kind: 'trim', t: 1 }, centre: 'mean', emptyGroup: 'rescale' },
        ...{ belowFloor: 'empty', floor: 2, step: 2 },
      },
      turns: [{ ...turn, recused: [], leaves: null, leavesAfter: null, again: null }],
      written: [{ all: 70, some: [] }],
    },
    () => undefined,
  );
  expect(differencesOf(play)).toEqual([]);
  const changed = booked(play).map((one, n) =>
    n < 3
      ? { ...one, choice: { kind: 'scores', scores: { c1: 1, c2: 1, c3: 1, c4: 1 } } as const }
      : one,
  );
  expect(differencesOf(play, changed)).not.toEqual([]);
});
