// What a meeting's scheme does to its numbers: each setting by real commands, against arithmetic done by hand.
import { describe, expect, it } from 'vitest';
import type { Scheme } from '../../../shared/scoring/scheme.ts';
import { SCHEME_DEFAULTS } from '../../../shared/scoring/scheme.ts';
import { screenView } from '../../../shared/views/audiences/screen.ts';
import {
  ABSTAIN,
  groupId,
  itemId,
  roundId,
  scores,
  scoring,
  type Cast,
  type Play,
} from '../../builders.ts';

const CLOSE = { type: 'CloseRound', round: roundId('score') } as const;

/** U1 is scored under a scheme that differs from the defaults by these; the round is open. */
export function under(
  rules: Partial<Omit<Scheme, 'id' | 'version'>>,
  cast: Cast,
  disclosure: 'live' | 'hidden' = 'hidden',
  weights: readonly number[] = [],
): Play {
  const play = scoring(disclosure, cast);
  const { id } = play.meeting.schemes[0]!;
  play.staff({ type: 'AdoptScheme', scheme: { id, ...SCHEME_DEFAULTS, ...rules } });
  if (weights.length > 0)
    play.staff({
      type: 'SetWeights',
      weights: weights.map((weight, n) => ({ group: groupId(`G${String(n + 1)}`), weight })),
    });
  return play.staff({ type: 'OpenRound', item: itemId('score') });
}

/** A ballot whose total is this: the first criterion has 40 points of 100, the second 20, the others 25 and 15. */
export function points(total: number) {
  const parts = [40, 20, 25, 15].map((max, n, all) => {
    const before = all.slice(0, n).reduce((sum, one) => sum + one, 0);
    return Math.max(0, Math.min(max, total - before));
  });
  const [a = 0, b = 0, c = 0, d = 0] = parts;
  return scores(a, b, c, d);
}

/** Seats from S001 on cast these; null abstains. */
function castAll(play: Play, totals: readonly (number | null)[], from = 1): void {
  totals.forEach((total, n) => {
    const seat = `S${String(from + n).padStart(3, '0')}`;
    play.cast(seat, 'score', 1, total === null ? ABSTAIN : points(total));
  });
}

function revealed(play: Play) {
  play.staff(CLOSE);
  play.staff({ type: 'RevealRound', round: roundId('score') });
  const view = screenView(play);
  const attempt = play.meeting.rounds.get(roundId('score'))!.attempts.at(-1)!;
  const result = attempt.phase === 'revealed' ? attempt.results[0] : undefined;
  return { tally: view.tally!, row: view.board.rows[0]!, result };
}

describe('a group below the floor', () => {
  it('counts as if it had no ballot where the scheme says so, and its weight goes to the others', () => {
    const play = under({ belowFloor: 'empty' }, { groups: [5, 5] });
    castAll(play, [80, 80, 80, 80, 80]);
    castAll(play, [20, 20, 20, 20], 6);
    const { tally, row, result } = revealed(play);
    // (80 · 1 + 20 · 1) / 2 where it counted.
    expect(tally.score).toBe('80.00');
    expect(row).toMatchObject({ score: '80.00', rank: 1, why: null });
    expect(result?.groups[1]).toMatchObject({ counted: 4 });
    expect(result?.groups[1]).not.toHaveProperty('value');
    expect(result?.score).toEqual({ exact: '80/1', decimal: '80.0000' });
    // It is not in the score, so the other group's mean gives nothing of it away.
    expect(tally.groups.map(({ mean, why }) => [mean, why])).toEqual([
      ['80.00', null],
      [null, 'floor'],
    ]);
  });

  it('leaves the subject without a score where empty groups do, and says that ballots were too few', () => {
    const play = under({ belowFloor: 'empty', emptyGroup: 'incomplete' }, { groups: [5, 5] });
    castAll(play, [80, 80, 80, 80, 80]);
    castAll(play, [20, 20, 20, 20], 6);
    const { tally, row } = revealed(play);
    expect(tally).toMatchObject({ score: null, why: 'floor' });
    expect(row).toMatchObject({ score: null, rank: null, why: 'floor' });
  });

  it('is a group without ballots where it has none, whatever the floor', () => {
    const play = under({ belowFloor: 'empty', emptyGroup: 'incomplete' }, { groups: [5, 5] });
    castAll(play, [80, 80, 80, 80, 80]);
    castAll(play, [null, null], 6);
    expect(revealed(play).row).toMatchObject({ score: null, why: 'group-without-ballots' });
  });

  it('all of them: no score, and ballots that were too few, not none', () => {
    const play = under({ belowFloor: 'empty' }, { groups: [5, 5] });
    castAll(play, [80, 80, 80]);
    castAll(play, [20, 20], 6);
    const { row, result } = revealed(play);
    expect(row).toMatchObject({ score: null, why: 'floor' });
    expect(result?.score).toBeUndefined();
  });

  it('counts as it is where it weighs nothing, and where the scheme says nothing else', () => {
    const light = under({ belowFloor: 'empty' }, { groups: [5, 5] }, 'hidden', [1, 0]);
    castAll(light, [80, 80, 80, 80, 80]);
    castAll(light, [20, 20], 6);
    expect(revealed(light).result?.groups[1]?.value).toMatchObject({ decimal: '20.0000' });
    const counting = under({}, { groups: [5, 5] });
    castAll(counting, [80, 80, 80, 80, 80]);
    castAll(counting, [20, 20, 20, 20], 6);
    expect(revealed(counting).tally.score).toBe('50.00');
  });

  it('is measured by what is left after the spread', () => {
    // Of six one falls at either end: four are left.
    const play = under({ belowFloor: 'empty', spread: { kind: 'trim', t: 1 } }, { groups: [7, 6] });
    castAll(play, [70, 80, 80, 80, 80, 80, 90]);
    castAll(play, [20, 20, 20, 20, 20, 20], 8);
    expect(revealed(play).tally.score).toBe('80.00');
  });
});

describe('[R6] the secrecy floor', () => {
  const means = (play: Play) => revealed(play).tally.groups.map(({ mean }) => mean);

  it('counts what is left after the spread: six ballots of which four are left show nothing', () => {
    const six = under({ spread: { kind: 'trim', t: 1 } }, { groups: [6, 7] });
    castAll(six, [10, 70, 70, 70, 70, 100]);
    castAll(six, [10, 70, 70, 70, 70, 70, 100], 7);
    expect(means(six)).toEqual([null, null]);
    const seven = under({ spread: { kind: 'trim', t: 1 } }, { groups: [7, 7] });
    castAll(seven, [10, 70, 70, 70, 70, 70, 100]);
    castAll(seven, [10, 70, 70, 70, 70, 70, 100], 8);
    expect(means(seven)).toEqual(['70.00', '70.00']);
  });

  it('counts all where too few would be left, as nothing is dropped then', () => {
    const play = under({ spread: { kind: 'trim', t: 2 } }, { groups: [6] });
    castAll(play, [10, 70, 70, 70, 70, 100]);
    expect(means(play)).toEqual(['65.00']);
  });

  it('shows a median from twice the floor less one on, in the group and in a score that is it alone', () => {
    const eight = under({ centre: 'median' }, { groups: [8] });
    castAll(eight, [10, 20, 30, 40, 50, 60, 70, 80]);
    const few = revealed(eight);
    expect(few.tally.groups.map(({ mean, why }) => [mean, why])).toEqual([[null, 'floor']]);
    expect(few.row).toMatchObject({ score: null, why: 'floor' });
    const nine = under({ centre: 'median' }, { groups: [9] });
    castAll(nine, [10, 20, 30, 40, 50, 60, 70, 80, 90]);
    expect(revealed(nine).tally).toMatchObject({ score: '50.00', groups: [{ mean: '50.00' }] });
  });

  it('holds in a live round as well: no mean of six ballots of which four are left', () => {
    const shown = (rules: Partial<Scheme>, size: number) => {
      const play = under(rules, { groups: [size] }, 'live');
      const seen: (string | null | undefined)[] = [];
      for (let n = 1; n <= size; n++) {
        castAll(play, [50], n);
        seen.push(screenView(play).tally?.groups[0]?.mean);
      }
      return seen.findIndex((mean) => mean !== null) + 1;
    };
    // The floor, and three that have cast since (the step).
    expect(shown({}, 14)).toBe(8);
    expect(shown({ spread: { kind: 'trim', t: 1 } }, 14)).toBe(10);
    expect(shown({ centre: 'median' }, 14)).toBe(12);
  });
});

describe('totals moved towards their mean', () => {
  it('count with where they were moved to', () => {
    const play = under({ spread: { kind: 'cap', margin: '10' } }, { groups: [5] });
    castAll(play, [40, 70, 70, 70, 100]);
    // Their mean is 70: 40 becomes 60, 100 becomes 80.
    expect(revealed(play).tally.score).toBe('70.00');
    const skewed = under({ spread: { kind: 'cap', margin: '2.5' } }, { groups: [5] });
    castAll(skewed, [40, 80, 80, 80, 80]);
    // Mean 72: 40 becomes 69.5, each 80 becomes 74.5.
    expect(revealed(skewed).tally.score).toBe('73.50');
  });
});

it('[R15] the tally has the digits of the board, also where two scores would read alike', () => {
  const play = under({}, { units: 2, groups: [7] });
  castAll(play, [81, 80, 80, 80, 80, 80, 80]);
  play.staff(CLOSE);
  play.staff({ type: 'RevealRound', round: roundId('score') });
  expect(screenView(play).tally?.score).toBe('80.14');
});
