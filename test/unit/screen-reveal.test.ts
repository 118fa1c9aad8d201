// What the projector shows next of a result that opens, and the lane on which it does.
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { laneAround, middleOf } from '../../client/screen/lane.ts';
import { onTheWay } from '../../client/screen/motion.ts';
import { nextBeat, type Beat } from '../../client/screen/score/beats.ts';
import { ScoreReveal } from '../../client/screen/score/ScoreReveal.tsx';
import { ScreenContext } from '../../client/screen/screen-context.ts';
import { screenText } from '../../shared/text/screen.ts';
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

describe('the total of a reveal', () => {
  const shown = (of: Partial<Beat['tally']>) => {
    const play = closed();
    const { tally } = beatOf(play.staff({ type: 'RevealRound', round }));
    const { stage } = screenView(play);
    if (stage.body.kind !== 'score') throw new Error('no scoring');
    const facts = { text: screenText.en, lang: 'en', clockOffset: 0, trouble: null, beside: null };
    const reveal = createElement(ScoreReveal, {
      ...{ stage: stage.body, tally: { ...tally, ...of }, from: '91.5', staged: false },
    });
    return renderToStaticMarkup(
      createElement(ScreenContext, { value: { ...facts, lang: 'en' } }, reveal),
    );
  };

  it('is a dash where the score is withheld, whatever stood at the close', () => {
    const withheld = shown({ score: null, why: 'group-without-ballots' });
    expect(withheld).toContain('<b aria-hidden="true">—</b>');
    expect(withheld).not.toContain('91.5');
    expect(shown({ final: false, score: '91.5' })).toContain('<b aria-hidden="true">91.5</b>');
  });

  it('travels from what stood at the close to itself, in its own decimals', () => {
    expect([0, 0.5, 1].map((share) => onTheWay('91.5', '92.50', share))).toEqual([
      '91.50',
      '92.00',
      '92.50',
    ]);
  });
});

describe('the lane of a reveal', () => {
  const ends = (middle: number, scores: readonly string[]) => {
    const { from, to } = laneAround(middle, scores);
    return [from, to];
  };

  it('lies around what stood at the close, and stays while groups and total come', () => {
    for (const scores of [[], ['92.40'], ['92.40', '90.83'], ['92.40', '90.83', '92.12']])
      expect(ends(92, scores)).toEqual([88, 96]);
    expect(laneAround(92, []).at('92.0')).toBe(50);
  });

  it('widens for what lies beyond it, and ends at 0 and 100', () => {
    expect(ends(92, ['70.5'])).toEqual([70, 100]);
    expect(ends(1.5, ['0.00'])[0]).toBe(0);
    for (const score of ['0.00', '100.00']) {
      const at = laneAround(Number(score), [score]).at(score);
      expect([at >= 0, at <= 100]).toEqual([true, true]);
    }
  });

  it('without a number from the close lies around what opens first, and has no middle before that', () => {
    expect(middleOf([])).toBeNull();
    expect(middleOf(['90.00', '96.00'])).toBe(93);
    expect(ends(93, ['90.00', '96.00'])).toEqual([89, 97]);
    // What comes later has its place on it and moves nothing.
    expect(ends(93, ['91.00', '90.00', '96.00'])).toEqual([89, 97]);
  });
});
