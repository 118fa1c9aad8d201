// What stands on stage: its clocks, the board by category, a round opened by mistake.
import { describe, expect, it } from 'vitest';
import type { StaffCommand } from '../../../shared/meeting/commands.ts';
import { decideServer } from '../../../shared/meeting/decide.ts';
import type { Item } from '../../../shared/meeting/agenda/item.ts';
import { screenView } from '../../../shared/views/audiences/screen.ts';
import { itemId, NONCE, roundId, SALT, scores, subjectId } from '../../builders.ts';
import {
  card,
  score,
  WRITTEN,
  planned,
  enter,
  open,
  controlOf,
  drawn,
  expectRefused,
  vote,
} from './agenda-builders.ts';

describe('a card', () => {
  it('closes the meeting as its last item, once there is something to check', () => {
    const play = planned(undefined, [card('tea'), card('bye')]);
    const closing = (item: string) => screenView(play.staff(enter(item))).stage.body;
    expect(closing('bye')).toMatchObject({ kind: 'card', closing: false });
    play.staff(enter('s-U1')).staff(open('s-U1'));
    const round = roundId('s-U1');
    play.staff({ type: 'CloseRound', round }).staff({ type: 'RevealRound', round });
    expect(closing('tea')).toMatchObject({ closing: false });
    expect(closing('bye')).toMatchObject({ closing: true });
  });
});

describe('clocks', () => {
  it('a clock that was started too early is taken back; not that of an open round', () => {
    const play = planned().staff(enter('p-U1'));
    expectRefused(play.decide({ type: 'ClearCountdown', item: itemId('p-U1') }), 'no-countdown');
    play.staff({ type: 'StartCountdown', item: itemId('p-U1') });
    play.staff({ type: 'ClearCountdown', item: itemId('p-U1') });
    expect(play.meeting.countdown).toBeNull();
    play.staff(enter('s-U1')).staff(open('s-U1'));
    expectRefused(play.decide({ type: 'ClearCountdown', item: itemId('s-U1') }), 'round-open');
  });

  it('an item without a time limit has no clock to start: one that closes itself would close at once', () => {
    const play = planned({ units: 5 }, [{ ...score('U3', 'itself'), seconds: 0 } as Item]);
    play.staff(enter('s-U3')).staff(open('s-U3'));
    expect(play.meeting.countdown).toBeNull();
    expectRefused(play.decide({ type: 'StartCountdown', item: itemId('s-U3') }), 'no-time-limit');
  });

  it('whoever steps back finds the clock as it was left', () => {
    const play = planned().staff(enter('p-U1'));
    play.staff({ type: 'StartCountdown', item: itemId('p-U1') });
    const { countdown } = play.meeting;
    play.now += 5000;
    play.staff(enter('s-U1'));
    expect(play.meeting.countdown).toBeNull();
    play.staff(enter('p-U1'));
    expect(play.meeting.countdown).toEqual(countdown);
    // Only the very last item: whoever comes back later starts anew.
    play.staff(enter('s-U1')).staff(enter('p-U2')).staff(enter('p-U1'));
    expect(play.meeting.countdown).toBeNull();
  });

  it('[R9] drawn units’ rounds close by themselves where their draw says so', () => {
    for (const closes of [undefined, 'itself'] as const) {
      const play = drawn(closes ? { closes } : {});
      const rounds = play.meeting.agenda.filter((item) => item.kind === 'score');
      expect(rounds).toHaveLength(3);
      expect(rounds.map((item) => item.closes)).toEqual([closes, closes, closes]);
    }
  });

  it('[R13] a round closes itself at zero, and only then, only if its item says so', () => {
    const play = planned({ units: 5 }, [score('U3', 'itself')]);
    const close = (round = 's-U3', attempt = 1) =>
      decideServer(
        { ...play.world, box: play.box },
        { type: 'CloseAtZero', round: roundId(round), attempt },
        { now: play.now, random: new Uint8Array(32) },
      );
    play.staff(enter('s-U3')).staff(open('s-U3'));
    expect(screenView(play).stage.body).toMatchObject({ closesItself: true });
    vote(play, 'S001', 'U3');
    play.now += 59_999;
    expectRefused(close(), 'no-countdown');
    play.now += 1;
    expect(close().ok).toBe(true);
    // Time was added, or it was stopped: then it is not over.
    play.staff({ type: 'ExtendCountdown', item: itemId('s-U3'), seconds: 30 });
    expectRefused(close(), 'no-countdown');
    play.staff({ type: 'StopCountdown', item: itemId('s-U3') });
    play.now += 60_000;
    expectRefused(close(), 'no-countdown');
    play.staff({ type: 'StartCountdown', item: itemId('s-U3') });
    play.now += 30_000;
    expectRefused(close('s-U3', 2), 'round-not-open');
    const closed = close();
    if (!closed.ok) throw new Error(closed.refusal.code);
    play.commit(closed, { kind: 'server' });
    expect(play.meeting.rounds.get(roundId('s-U3'))?.attempts[0]).toMatchObject({
      phase: 'closed',
      closing: { ballots: 1 },
    });
    expectRefused(close(), 'round-not-open');
    play.staff(enter('s-U1')).staff(open('s-U1'));
    play.now += 600_000;
    expectRefused(close('s-U1'), 'round-not-open');
  });
});

describe('the board on stage', () => {
  it('is turned to a category and back, and its own setting comes again with the next entry', () => {
    const play = planned();
    const [first, second] = play.meeting.categories;
    if (!first || !second) throw new Error('two categories');
    const shown = () => {
      const { body } = screenView(play).stage;
      return body.kind === 'board' ? (body.category?.id ?? 'all') : null;
    };
    const turn = (category: string): StaffCommand => ({
      type: 'TurnBoard',
      category: category as 'all',
    });
    expectRefused(play.staff(enter('in')).decide(turn(first.id)), 'wrong-item');
    play.staff(enter('end')).staff(turn(first.id));
    expect(shown()).toBe(first.id);
    expectRefused(play.decide(turn('none')), 'malformed');
    play.staff(turn('all'));
    expect(shown()).toBe('all');
    play.staff(turn(second.id)).staff(enter('in')).staff(enter('w')).staff(enter('end'));
    expect(shown()).toBe('all');
  });
});

describe('a category’s standings', () => {
  it('have places, ties and moves of their own', () => {
    // Odd units are of the first category, even ones of the second.
    const play = planned({ units: 6, groups: [6] }, [score('U3'), score('U4'), score('U5')]);
    const totals: Record<string, number> = { U1: 20, U2: 40, U3: 30, U4: 40, U5: 35 };
    for (const unit of ['U1', 'U2', 'U3', 'U4', 'U5']) {
      play.staff(enter(`s-${unit}`)).staff(open(`s-${unit}`));
      for (const seat of play.meeting.seats.keys())
        play.seat({
          type: 'CastBallot',
          seat,
          claim: play.meeting.seats.get(seat)?.claim ?? 0,
          round: roundId(`s-${unit}`),
          attempt: 1,
          subject: subjectId(unit),
          rev: 1,
          choice: scores(totals[unit] ?? 0, 0, 0, 0),
          nonce: NONCE,
          salt: SALT,
        });
      play.staff({ type: 'CloseRound', round: roundId(`s-${unit}`) });
      play.staff({ type: 'RevealRound', round: roundId(`s-${unit}`) });
    }
    const { rows, categories } = screenView(play).board;
    expect(categories.map(({ mark, of }) => [mark.length, of])).toEqual([
      [1, 3],
      [1, 3],
    ]);
    expect(
      rows.map((row) => [
        row.subject.id,
        row.rank,
        row.tied,
        row.moved,
        row.categoryRank,
        row.categoryTied,
        row.categoryMoved,
      ]),
    ).toEqual([
      ['U2', 1, true, 0, 1, true, 0],
      ['U4', 1, true, 0, 1, true, 0],
      ['U5', 3, false, 0, 1, false, 0],
      ['U3', 4, false, -1, 2, false, -1],
      ['U1', 5, false, -1, 3, false, -1],
    ]);
  });
});

describe('opening by mistake', () => {
  it('is taken back before any ballot, never after one', () => {
    const play = planned().staff(enter('s-U1')).staff(open('s-U1'));
    expect(controlOf(play).undo).toMatchObject({ act: 'open-round' });
    vote(play, 'S001', 'U1');
    expect(controlOf(play).undo).toBeNull();
    const act = play.meeting.undo?.n ?? 0;
    expectRefused(play.decide({ type: 'TakeBack', act }), 'round-has-ballots');
    const other = planned().staff(enter('s-U1')).staff(open('s-U1'));
    other.undo();
    expect(other.meeting.rounds.size).toBe(0);
    expect(other.meeting.countdown).toBeNull();
    other.staff(open('s-U1'));
    expectRefused(other.decide({ type: 'TakeBack', act: 1 }), 'stale');
  });

  it('gives a unit back to the written round that it left', () => {
    const listed: Item = {
      ...WRITTEN,
      id: itemId('listed'),
      subjects: ['U1', 'U3'].map(subjectId),
    };
    const play = planned({ units: 5 }, [listed]).staff(enter('listed')).staff(open('listed'));
    const subjects = () => play.about('listed');
    play.staff(enter('s-U1')).staff(open('s-U1'));
    expect(subjects()).toEqual(['U3']);
    play.undo();
    expect(subjects()).toEqual(['U1', 'U3']);
  });
});
