// What the projector shows next of a result that opens, and the lane on which it does.
import { describe, expect, it } from 'vitest';
import { nextBeat, type Beat } from '../../client/screen/score/beats.ts';
import { laneAround } from '../../client/screen/lane.ts';
import { screenView } from '../../shared/views/audiences/screen.ts';
import { roundId, scores, voting, type Play } from '../builders.ts';

const round = roundId('score');

function closed(): Play {
  const play = voting('live', { groups: [5, 5, 5] });
  for (const { id, group } of play.meeting.seats.values())
    play.cast(id, 'score', 1, scores(30 + Number(group.slice(1)), 20, 25, 15));
  return play.staff({ type: 'CloseRound', round });
}

function beatOf(play: Play): Beat {
  const { tally, stage } = screenView(play);
  if (!tally || stage.body.kind !== 'score') throw new Error('no tally');
  return { tally, newest: stage.body.opened?.newest ?? [] };
}

const shown = ({ tally }: Beat) => [
  ...tally.groups.map(({ mean, why }) => mean ?? why),
  tally.final ? tally.score : 'not yet',
];

describe('the next beat', () => {
  it('is what has just opened; without it there is none', () => {
    const play = closed();
    const before = beatOf(play);
    expect(nextBeat(before, before)).toBeNull();
    const first = beatOf(play.staff({ type: 'ShowGroups', round, shown: 1 }));
    expect(nextBeat(before, first)).toBe(first);
    expect(nextBeat(first, first)).toBeNull();
  });

  it('is all that came while another one was played: nothing is skipped, nothing lags behind', () => {
    const play = closed();
    const before = beatOf(play.staff({ type: 'ShowGroups', round, shown: 1 }));
    play.staff({ type: 'ShowGroups', round, shown: 2 });
    const third = beatOf(play.staff({ type: 'ShowGroups', round, shown: 3 }));
    expect(nextBeat(before, third)).toBe(third);
  });

  it('is the groups and not yet the total, where both came at once', () => {
    const play = closed();
    const before = beatOf(play.staff({ type: 'ShowGroups', round, shown: 1 }));
    const all = beatOf(play.staff({ type: 'RevealRound', round }));
    const between = nextBeat(before, all);
    expect(between && shown(between)).toEqual(['91.00', '92.00', '93.00', 'not yet']);
    expect(between?.newest).toEqual(['G2', 'G3']);
    expect(between && nextBeat(between, all)).toBe(all);
  });

  it('is the total at once, where no group may be shown', () => {
    const play = voting('hidden', { groups: [5, 2] });
    for (const seat of play.meeting.seats.keys()) play.cast(seat, 'score', 1, scores(9, 9, 9, 9));
    const before = beatOf(play.staff({ type: 'CloseRound', round }));
    const total = beatOf(play.staff({ type: 'ShowGroups', round, shown: 1 }));
    expect(nextBeat(before, total)).toBe(total);
    expect(shown(total)).toEqual(['floor', 'floor', '36.00']);
  });
});

describe('the lane of a reveal', () => {
  it('lies around what stood at the close, and stays while groups and total come', () => {
    const ends = [[], ['92.40'], ['92.40', '90.83'], ['92.40', '90.83', '92.12']].map((scores) => {
      const lane = laneAround('92.0', scores);
      return [lane?.from, lane?.to];
    });
    expect(ends).toEqual(Array.from({ length: 4 }, () => [88, 96]));
    expect(laneAround('92.0', [])?.at('92.0')).toBe(50);
  });

  it('widens for what lies beyond it, and ends at 0 and 100', () => {
    const wide = laneAround('92.0', ['70.5']);
    expect([wide?.from, wide?.to]).toEqual([70, 100]);
    const low = laneAround('1.5', ['0.00']);
    expect(low?.from).toBe(0);
    for (const score of ['0.00', '100.00']) {
      const at = laneAround(null, [score])?.at(score) ?? -1;
      expect([at >= 0, at <= 100]).toEqual([true, true]);
    }
  });

  it('without a number from the close lies around what is open, and is none before that', () => {
    expect(laneAround(null, [])).toBeNull();
    const lane = laneAround(null, ['90.00', '96.00']);
    expect([lane?.from, lane?.to]).toEqual([89, 97]);
  });
});
