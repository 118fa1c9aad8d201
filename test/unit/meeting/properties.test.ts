// Properties that hold for every history: secrecy before the reveal, replay, idempotent casts.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newestBallots } from '../../../shared/ballots/box-index.ts';
import { LiveBook } from '../../../shared/ballots/live-book.ts';
import type { Choice } from '../../../shared/ballots/ballot.ts';
import type { SeatId } from '../../../shared/ids.ts';
import { firstBreak } from '../../first-break.ts';
import { evolve, NO_MEETING } from '../../../shared/meeting/evolve.ts';
import type { Recorded } from '../../../shared/meeting/events.ts';
import type { StaffCommand } from '../../../shared/meeting/commands.ts';
import type { Item } from '../../../shared/meeting/agenda/item.ts';
import { exportedSteps } from '../../../shared/export/exporting.ts';
import { finished } from '../../../shared/steps.ts';
import { meSlice, panelStage, panelWritten } from '../../../shared/views/audiences/panel.ts';
import { minutesView } from '../../../shared/views/audiences/minutes.ts';
import { publicView } from '../../../shared/views/audiences/public.ts';
import { screenView } from '../../../shared/views/audiences/screen.ts';
import { staffView } from '../../../shared/views/audiences/staff.ts';
import { unitPage } from '../../../shared/views/numbers/unit-page.ts';
import {
  itemId,
  NONCE,
  SALT,
  Play,
  roundId,
  scores,
  scoring,
  seatId,
  subjectId,
  voting,
} from '../../builders.ts';
import { repetitions, seed } from '../../repetitions.ts';

const choice = fc
  .oneof(
    { weight: 9, arbitrary: fc.tuple(fc.nat(40), fc.nat(20), fc.nat(25), fc.nat(15)) },
    { weight: 1, arbitrary: fc.constant(null) },
  )
  .map((drawn): Choice => (drawn === null ? { kind: 'abstain' } : scores(...drawn)));

/** U1 is to be scored live; the written round over the others is open and on stage. */
function besideWritten(disclosure: 'hidden' | 'progress'): Play {
  const play = scoring('hidden');
  const written: Item = {
    id: itemId('w'),
    kind: 'written',
    subjects: ['U2', 'U3', 'U4'].map(subjectId),
    sheet: 'live',
    disclosure,
  };
  play.staff({ type: 'AddItems', after: null, items: [written] });
  play.staff({ type: 'EnterItem', item: written.id });
  return play.staff({ type: 'OpenRound', item: written.id });
}

/** {@link voting} under a scheme of which staff are told before the close what it would not count. */
function votingBelow(disclosure: 'hidden' | 'progress', belowFloor: 'count' | 'empty'): Play {
  const play = scoring(disclosure);
  const { version: _, ...scheme } = play.meeting.schemes[0]!;
  play.staff({ type: 'AdoptScheme', scheme: { ...scheme, belowFloor } });
  return play.staff({ type: 'OpenRound', item: itemId('score') });
}

function castFor(play: Play, seat: string, unit: string, rev: number, mark: Choice): void {
  const decision = play.decideSeat({
    type: 'CastBallot',
    seat: seatId(seat),
    claim: play.meeting.seats.get(seatId(seat))?.claim ?? 0,
    round: roundId('w'),
    attempt: 1,
    subject: subjectId(unit),
    rev,
    choice: mark,
    nonce: NONCE,
    salt: SALT,
  });
  if (!decision.ok) throw new Error(decision.refusal.code);
  play.commit(decision, { kind: 'server' });
}

function everyView(play: Play, except: readonly SeatId[]): string {
  const recent: readonly Recorded[] = play.log.map(({ recorded }) => recorded).reverse();
  // They hang on salts and nonces and are fixed here, see R6.
  const roots = [...play.meeting.rounds.values()].flatMap(({ attempts }) =>
    attempts.flatMap((one) => (one.phase === 'open' ? [] : [one.closing.root])),
  );
  const head = { seq: play.meeting.seq, hash: '', root: '' };
  const text = JSON.stringify([
    screenView(play),
    publicView(play),
    panelStage(play),
    panelWritten(play),
    staffView(play, {
      connected: new Set(play.meeting.seats.keys()),
      recent,
      head,
      staffName: (id) => id,
    }),
    finished(exportedSteps(play, { head, at: play.now })),
    ...[...play.meeting.subjects.keys()].map((subject) => unitPage(play, subject)),
    ...[...play.meeting.seats.keys()]
      .filter((seat) => !except.includes(seat))
      .map((seat) => meSlice(play, seat)),
    minutesView(play, head, (id) => id),
  ]);
  return roots.reduce((all, root) => all.replaceAll(root, 'root'), text);
}

describe('[R6] before the reveal of a hidden round', () => {
  it('two meetings that differ only in others’ scores give byte-identical views', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('hidden' as const, 'progress' as const),
        fc.constantFrom('count' as const, 'empty' as const),
        fc.array(fc.tuple(fc.integer({ min: 1, max: 12 }), choice, choice), {
          minLength: 1,
          maxLength: 30,
        }),
        (disclosure, belowFloor, casts) => {
          const one = votingBelow(disclosure, belowFloor);
          const other = votingBelow(disclosure, belowFloor);
          const revs = new Map<number, number>();
          const voters = new Set<SeatId>();
          const check = () => {
            expect(everyView(one, [...voters])).toBe(everyView(other, [...voters]));
          };
          for (const [n, mine, yours] of casts) {
            const seat = `S${String(n).padStart(3, '0')}`;
            const rev = (revs.get(n) ?? 0) + 1;
            revs.set(n, rev);
            voters.add(seatId(seat));
            one.cast(seat, 'score', rev, mine);
            other.cast(seat, 'score', rev, yours);
            check();
          }
          for (const play of [one, other])
            play.staff({ type: 'CloseRound', round: roundId('score') });
          check();
          for (const play of [one, other])
            play.staff({ type: 'ReopenRound', round: roundId('score'), reason: '有人未投' });
          check();
          for (const play of [one, other])
            play.staff({ type: 'CloseRound', round: roundId('score') });
          check();
          for (const play of [one, other]) play.staff({ type: 'EnterItem', item: itemId('board') });
          check();
        },
      ),
      { seed: seed(6), numRuns: repetitions(30, 20 * 60) },
    );
  });

  it('the same of a written round, whose units come and go while a live round runs beside it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('hidden' as const, 'progress' as const),
        fc.array(
          fc.tuple(
            fc.integer({ min: 1, max: 12 }),
            fc.constantFrom('U2', 'U3', 'U4'),
            choice,
            choice,
          ),
          { minLength: 1, maxLength: 25 },
        ),
        (disclosure, casts) => {
          const [one, other] = [besideWritten(disclosure), besideWritten(disclosure)];
          const revs = new Map<string, number>();
          const voters = new Set<SeatId>();
          const both = (command: StaffCommand) => {
            one.staff(command);
            other.staff(command);
            expect(everyView(one, [...voters])).toBe(everyView(other, [...voters]));
          };
          casts.forEach(([n, unit, mine, yours], place) => {
            if (place === 3) {
              both({ type: 'EnterItem', item: itemId('score') });
              both({ type: 'OpenRound', item: itemId('score') });
            }
            const seat = `S${String(n).padStart(3, '0')}`;
            const rev = (revs.get(seat + unit) ?? 0) + 1;
            revs.set(seat + unit, rev);
            voters.add(seatId(seat));
            castFor(one, seat, unit, rev, mine);
            castFor(other, seat, unit, rev, yours);
            expect(everyView(one, [...voters])).toBe(everyView(other, [...voters]));
          });
          const round = roundId('w');
          const subjects = [subjectId('U3'), subjectId('U4')];
          both({ type: 'SetRoundSubjects', round, subjects, reason: '改为现场' });
          both({ type: 'CloseRound', round });
          if (one.meeting.current === 'score')
            both({ type: 'CloseRound', round: roundId('score') });
          both({ type: 'EnterItem', item: itemId('w') });
          both({ type: 'ReopenRound', round, reason: '有人未投' });
          both({ type: 'CloseRound', round });
          both({ type: 'EnterItem', item: itemId('board') });
        },
      ),
      { seed: seed(63), numRuns: repetitions(20, 20 * 40) },
    );
  });

  it('nor is there anything in them of groups that have not opened yet', () => {
    const marks = fc.tuple(fc.nat(40), fc.nat(20), fc.nat(25), fc.nat(15));
    fc.assert(
      fc.property(
        fc.constantFrom('hidden' as const, 'progress' as const),
        fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 2, maxLength: 4 }),
        fc.array(fc.constantFrom(0, 1, 2, 30), { minLength: 4, maxLength: 4 }),
        fc.constantFrom('count' as const, 'empty' as const),
        fc.array(fc.tuple(marks, marks), { minLength: 24, maxLength: 24 }),
        fc.nat(3),
        (disclosure, groups, weights, belowFloor, given, same) => {
          const [one, other] = [0, 1].map((which) => {
            const play = scoring(disclosure, { groups });
            const { version: _, ...scheme } = play.meeting.schemes[0]!;
            play.staff({ type: 'AdoptScheme', scheme: { ...scheme, floor: 2, belowFloor } });
            play.staff({
              type: 'SetWeights',
              weights: play.meeting.groups.map(({ id: group }, n) => ({
                group,
                weight: weights[n] || (n === 0 ? 1 : 0),
              })),
            });
            play.staff({ type: 'OpenRound', item: itemId('score') });
            // The groups that open first give the same in both, the others do not.
            const opensAt = [...play.meeting.groups]
              .sort((a, b) => a.weight - b.weight)
              .map(({ id }) => id);
            [...play.meeting.seats.values()].forEach(({ id, group }, n) => {
              const pair = given[n]!;
              const isSame = opensAt.indexOf(group) <= same;
              play.cast(id, 'score', 1, scores(...pair[isSame ? 0 : which === 0 ? 0 : 1]));
            });
            return play.staff({ type: 'CloseRound', round: roundId('score') });
          }) as [Play, Play];
          const voters = [...one.meeting.seats.keys()];
          const open = () => {
            const { body } = screenView(one).stage;
            return body.kind === 'score' ? (body.opened?.n ?? 0) : 0;
          };
          const alike = () => {
            expect(everyView(one, voters)).toBe(everyView(other, voters));
          };
          alike();
          for (let shown = 1; shown <= same + 1; shown++) {
            const next = one.decide({ type: 'ShowGroups', round: roundId('score'), shown });
            if (!next.ok || next.events[0]?.type !== 'GroupsShown') break;
            for (const play of [one, other])
              play.staff({ type: 'ShowGroups', round: roundId('score'), shown });
            // A group that never opens stands before others that do: then one opened that differs.
            if (open() <= same && next.events[0].shut.length === 0) alike();
          }
        },
      ),
      { seed: seed(64), numRuns: repetitions(20, 20 * 40) },
    );
  });

  it('after the reveal they differ, so the property can fail', () => {
    const [one, other] = [voting('hidden'), voting('hidden')];
    for (let n = 1; n <= 12; n++) {
      const seat = `S${String(n).padStart(3, '0')}`;
      one.cast(seat, 'score', 1, scores(40, 20, 25, 15));
      other.cast(seat, 'score', 1, scores(10, 10, 10, 10));
    }
    for (const play of [one, other]) {
      play.staff({ type: 'CloseRound', round: roundId('score') });
      play.staff({ type: 'RevealRound', round: roundId('score') });
    }
    expect(JSON.stringify(screenView(one))).not.toBe(JSON.stringify(screenView(other)));
  });
});

describe('[R1] replay', () => {
  it('of any log gives the same state and the same live number', () => {
    let numbers = 0;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 30 }), choice), {
          minLength: 20,
          maxLength: 70,
        }),
        (casts) => {
          const play = voting('live', { groups: [15, 15] });
          const revs = new Map<number, number>();
          const book = new LiveBook();
          let meeting = NO_MEETING;
          const replayed: string[] = [];
          for (const [n, one] of casts) {
            const rev = (revs.get(n) ?? 0) + 1;
            revs.set(n, rev);
            play.cast(`S${String(n).padStart(3, '0')}`, 'score', rev, one);
          }
          play.staff({ type: 'CloseRound', round: roundId('score') });
          for (const { recorded } of play.log) {
            meeting = evolve(meeting, recorded);
            book.follow(meeting, recorded.event);
            if (recorded.event.type === 'RoundOpened')
              for (const { ballot } of play.box.kept(roundId('score'), 1)) {
                book.add(meeting, ballot);
                replayed.push(ballot.seat!);
              }
          }
          expect(meeting).toEqual(play.meeting);
          expect(replayed).toHaveLength(casts.length);
          const said = (one: LiveBook) => {
            const { turnout, live } = one.of(roundId('score'), 1, subjectId('U1'));
            return { turnout, shown: live?.shown };
          };
          expect(said(book)).toEqual(said(play.book));
          if (typeof said(book).shown === 'string') numbers += 1;
          expect(firstBreak(play.log)).toBeNull();
        },
      ),
      { seed: seed(1), numRuns: repetitions(30, 20 * 60) },
    );
    expect(numbers).toBeGreaterThan(5);
  });

  it('[R3] finds the first event that was changed by other hands', () => {
    const { log } = voting('live');
    const forged = log.map((link, n) =>
      n === 3 ? { ...link, recorded: { ...link.recorded, at: link.recorded.at + 1 } } : link,
    );
    expect(firstBreak(forged)).toBe(4);
    expect(firstBreak(log.filter((_, n) => n !== 3))).toBe(4);
  });
});

describe('[R5] casts in any order, doubled, delayed', () => {
  it('give one counted ballot each: the newest revision that arrived while the round was open', () => {
    const message = fc.record({
      seat: fc.integer({ min: 1, max: 4 }),
      rev: fc.integer({ min: 1, max: 5 }),
      copies: fc.integer({ min: 1, max: 3 }),
    });
    fc.assert(
      fc.property(fc.array(message, { maxLength: 40 }), fc.nat(40), (messages, closeAt) => {
        const play = voting('hidden', { groups: [4, 4] });
        const expected = new Map<string, number>();
        let acknowledged = 0;
        messages.forEach(({ seat: n, rev, copies }, place) => {
          if (place === closeAt) play.staff({ type: 'CloseRound', round: roundId('score') });
          const open = place < closeAt;
          const seat = `S${String(n).padStart(3, '0')}`;
          // A revision's content is fixed, as a phone fixes it.
          const content = scores(rev, n, rev, n);
          for (let copy = 0; copy < copies; copy++) {
            const isKept = play.box
              .kept(roundId('score'), 1)
              .some(({ ballot }) => ballot.seat === seat && ballot.rev === rev);
            const decision = play.decideCast(seat, 'score', rev, content);
            const isNewer = rev > (expected.get(seat) ?? 0);
            expect(decision.ok).toBe(isKept || (open && isNewer));
            if (!decision.ok) continue;
            acknowledged += isKept ? 0 : 1;
            play.commit(decision, { kind: 'server' });
            if (open && isNewer) expected.set(seat, rev);
          }
        });
        const counted = [...newestBallots(play.box, roundId('score'), 1).values()];
        const revisions = counted.flatMap((bySeat) =>
          [...bySeat.values()].map(({ seat, rev }) => [seat, rev] as const),
        );
        expect(new Map(revisions)).toEqual(expected);
        expect(play.box.kept(roundId('score'), 1)).toHaveLength(acknowledged);
      }),
      { seed: seed(5), numRuns: repetitions(100, 20 * 200) },
    );
  });
});
