// What a meeting's scheme does to its numbers: each setting by real commands, against arithmetic done by hand.
import { describe, expect, it } from 'vitest';
import type { Item } from '../../../shared/meeting/agenda/item.ts';
import { SCHEME_DEFAULTS, type Scheme } from '../../../shared/scoring/scheme.ts';
import { shortGroupsText } from '../../../shared/text/console/short-groups.ts';
import { minutesText } from '../../../shared/text/minutes.ts';
import { minutesView } from '../../../shared/views/audiences/minutes.ts';
import { screenView } from '../../../shared/views/audiences/screen.ts';
import { staffView } from '../../../shared/views/audiences/staff.ts';
import { staffCommand } from '../../../shared/wire.ts';
import {
  ABSTAIN,
  groupId,
  itemId,
  NONCE,
  roundId,
  SALT,
  scores,
  scoring,
  seatId,
  subjectId,
  type Cast,
  type Play,
} from '../../builders.ts';

const BACKSTAGE = {
  connected: new Set<never>(),
  recent: [],
  head: { seq: 0, hash: '', root: '' },
  staffName: (id: string) => id,
};
const CLOSE = { type: 'CloseRound', round: roundId('score') } as const;

/** U1 is scored under a scheme that differs from the defaults by these; the round is open. */
function under(
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
function points(total: number) {
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
      [null, 'uncounted'],
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
  const play = scoring('hidden', { units: 3, groups: [5, 5] });
  const [first] = play.meeting.agenda.filter(({ kind }) => kind === 'score');
  const second = { ...first!, id: itemId('second'), subjects: [subjectId('U2')] } as Item;
  play.staff({ type: 'AddItems', after: null, items: [second] });
  const weights = [999, 1].map((weight, n) => ({ group: groupId(`G${String(n + 1)}`), weight }));
  play.staff({ type: 'SetWeights', weights });
  for (const [item, last] of [
    ['score', 80],
    ['second', 81],
  ] as const) {
    if (item === 'second') play.staff({ type: 'EnterItem', item: itemId(item) });
    play.staff({ type: 'OpenRound', item: itemId(item) });
    for (let n = 1; n <= 10; n++)
      play.cast(`S${String(n).padStart(3, '0')}`, item, 1, points(n > 5 ? last : 80));
    play.staff({ type: 'CloseRound', round: roundId(item) });
    play.staff({ type: 'RevealRound', round: roundId(item) });
  }
  // 80 and 80.001: two decimals would hide who is first.
  const { tally, board } = screenView(play);
  expect(board.rows.map(({ score }) => score)).toEqual(['80.001', '80.000']);
  expect(tally).toMatchObject({ score: '80.001', place: { n: 1 } });
  play.staff({ type: 'EnterItem', item: itemId('score') });
  expect(screenView(play).tally).toMatchObject({ score: '80.000', place: { n: 2 } });
});

describe('[R6] before a close', () => {
  const stepOf = (play: Play) => staffView(play, BACKSTAGE).control.next;
  const shortOf = (play: Play) => {
    const next = stepOf(play);
    return next.act === 'close-round' ? next.short : undefined;
  };

  it('the moderator reads which group is short and by how many, by counts, abstentions among them', () => {
    const play = under({ belowFloor: 'empty' }, { groups: [6, 6, 3] });
    castAll(play, [80, 80, 80, 80, 80]);
    castAll(play, [20, null], 7);
    expect(shortOf(play)).toEqual({
      ...{ floor: 5, of: 1, scoreless: 0 },
      groups: [
        { id: 'G2', name: '乙', subjects: 1, ballots: 2, lacking: 3 },
        { id: 'G3', name: '丙', subjects: 1, ballots: 0, lacking: 5 },
      ],
    });
    castAll(play, [20, 20, 20], 9);
    expect(shortOf(play)?.groups.map(({ name }) => name)).toEqual(['丙']);
    const words = shortGroupsText.zh(shortOf(play)!);
    expect(words).toContain('丙0票，差5');
    expect(words).toContain('权重分给其他组');
  });

  it('says that there would be no score where no group counts', () => {
    const play = under({ belowFloor: 'empty' }, { groups: [6, 6] });
    castAll(play, [80, 80, 80, 80]);
    expect(shortOf(play)).toMatchObject({ scoreless: 1, groups: [{ lacking: 1 }, { lacking: 5 }] });
    const words = shortGroupsText.zh(shortOf(play)!);
    expect(words).toContain('没有得分');
    expect(words).not.toContain('权重分给');
    expect(revealed(play).tally.score).toBeNull();
  });

  it('says nothing where every ballot counts, the group weighs nothing, or nobody of it is there', () => {
    expect(shortOf(under({}, { groups: [6, 6] }))).toBeNull();
    const light = under({ belowFloor: 'empty' }, { groups: [6, 2] }, 'hidden', [1, 0]);
    castAll(light, [80, 80, 80, 80, 80]);
    expect(shortOf(light)).toBeNull();
    const absent = scoring('hidden', { groups: [5, 5] }, 5);
    absent.staff({
      type: 'AdoptScheme',
      scheme: { id: absent.meeting.schemes[0]!.id, ...SCHEME_DEFAULTS, belowFloor: 'empty' },
    });
    absent.staff({ type: 'OpenRound', item: itemId('score') });
    castAll(absent, [80, 80, 80, 80, 80]);
    expect(shortOf(absent)).toBeNull();
  });

  it('counts what is left after the spread, and tells what an incomplete subject comes to', () => {
    const rules = { belowFloor: 'empty', emptyGroup: 'incomplete' } as const;
    const play = under({ ...rules, spread: { kind: 'trim', t: 1 } }, { groups: [9] });
    castAll(play, [80, 80, 80, 80, 80, 80]);
    expect(shortOf(play)?.groups).toMatchObject([{ ballots: 6, lacking: 1 }]);
    expect(shortGroupsText.zh(shortOf(play)!)).toContain('这家单位没有得分');
  });

  it('of a written round: for how many units, and the shortest of them; beside it as at its own step', () => {
    const play = scoring('hidden', { units: 4, groups: [6] });
    const { id } = play.meeting.schemes[0]!;
    play.staff({
      type: 'AdoptScheme',
      scheme: { id, ...SCHEME_DEFAULTS, belowFloor: 'empty', floor: 2 },
    });
    const written: Item = {
      ...{ id: itemId('w'), kind: 'written', sheet: 'live', disclosure: 'hidden' },
      subjects: ['U2', 'U3', 'U4'].map(subjectId),
    };
    play.staff({ type: 'AddItems', after: itemId('score'), items: [written] });
    play.staff({ type: 'EnterItem', item: written.id });
    play.staff({ type: 'OpenRound', item: written.id });
    for (const [seat, unit] of [
      ['S001', 'U2'],
      ['S002', 'U2'],
      ['S001', 'U3'],
    ] as const) {
      const decision = play.decideSeat({
        ...{ type: 'CastBallot', seat: seatId(seat), round: roundId('w'), attempt: 1, rev: 1 },
        claim: play.meeting.seats.get(seatId(seat))!.claim,
        ...{ subject: subjectId(unit), choice: points(70), nonce: NONCE, salt: SALT },
      });
      if (!decision.ok) throw new Error(decision.refusal.code);
      play.commit(decision, { kind: 'server' });
    }
    expect(shortOf(play)).toMatchObject({
      ...{ of: 3, scoreless: 2 },
      groups: [{ name: '甲', subjects: 2, ballots: 0, lacking: 2 }],
    });
    expect(shortGroupsText.zh(shortOf(play)!)).toBe(
      '现在截止，甲在2家单位不到保密下限2票，不计入，2家因此没有得分。弃权的不算票。',
    );
    play.staff({ type: 'EnterItem', item: itemId('score') });
    const [beside] = staffView(play, BACKSTAGE).written;
    expect(beside?.short?.groups).toMatchObject([{ subjects: 2, lacking: 2 }]);
    expect(screenView(play).written[0]).not.toHaveProperty('short');
  });
});

describe('AdoptScheme', () => {
  const sent = (scheme: object) =>
    staffCommand.safeParse({
      type: 'AdoptScheme',
      scheme: { id: 'main', ...SCHEME_DEFAULTS, ...scheme },
    }).success;

  it('takes every setting from a page, and none that would have to be read twice', () => {
    expect(sent({})).toBe(true);
    for (const margin of ['10', '0.5', '2.000001'])
      expect(sent({ spread: { kind: 'cap', margin } }), margin).toBe(true);
    expect(sent({ belowFloor: 'empty', emptyGroup: 'incomplete', centre: 'median' })).toBe(true);
    for (const margin of ['', '-1', '1e1', '.5', '05', '1.0000001', '1/2', '１'])
      expect(sent({ spread: { kind: 'cap', margin } }), margin).toBe(false);
    for (const spread of [
      { kind: 'trim', t: 0 },
      { kind: 'cap', margin: 5 },
      { kind: 'none', t: 1 },
    ])
      expect(sent({ spread }), JSON.stringify(spread)).toBe(false);
    expect(sent({ belowFloor: 'drop' })).toBe(false);
  });

  it('refuses a margin that moves everything or nothing', () => {
    const play = scoring('hidden');
    const adopt = (margin: string) =>
      play.decide({
        type: 'AdoptScheme',
        scheme: { id: 'main', ...SCHEME_DEFAULTS, spread: { kind: 'cap', margin } },
      });
    for (const margin of ['0', '100.000001', '250'])
      expect(adopt(margin)).toMatchObject({ refusal: { code: 'scheme-invalid' } });
    for (const margin of ['0.000001', '100']) expect(adopt(margin).ok).toBe(true);
  });

  it('changes later rounds only: one that is open keeps what it was opened with', () => {
    const play = under({}, { groups: [5, 5] });
    castAll(play, [80, 80, 80, 80, 80]);
    castAll(play, [20, 20, 20, 20], 6);
    const { id } = play.meeting.schemes[0]!;
    play.staff({ type: 'AdoptScheme', scheme: { id, ...SCHEME_DEFAULTS, belowFloor: 'empty' } });
    expect(revealed(play).tally.score).toBe('50.00');
    play.staff({ type: 'RepeatRound', round: roundId('score'), reason: '重来' });
    castAll(play, [80, 80, 80, 80, 80]);
    castAll(play, [20, 20, 20, 20], 6);
    expect(revealed(play).tally.score).toBe('80.00');
  });
});

it('minutes say what each round was counted by, once where it is the same', () => {
  const play = under({}, { groups: [5, 5] }, 'hidden', [3, 1]);
  const minutes = () => minutesView(play, BACKSTAGE.head, (id) => id);
  expect(minutes()).toMatchObject({
    schemes: [
      {
        rules: { spread: { kind: 'none' }, belowFloor: 'count' },
        weights: [
          { name: '甲', weight: '3' },
          { name: '乙', weight: '1' },
        ],
      },
    ],
    rounds: [{ scheme: 1 }],
  });
  castAll(play, [80]);
  play.staff(CLOSE).staff({ type: 'RevealRound', round: roundId('score') });
  play.staff({
    type: 'AdoptScheme',
    scheme: {
      id: play.meeting.schemes[0]!.id,
      ...{ ...SCHEME_DEFAULTS, belowFloor: 'empty', spread: { kind: 'cap', margin: '7.5' } },
    },
  });
  play.staff({ type: 'RepeatRound', round: roundId('score'), reason: '重来' });
  expect(minutes().rounds.map(({ scheme }) => scheme)).toEqual([1, 2]);
  const said = minutes().schemes.map(({ rules, weights }) =>
    minutesText.zh.schemeIs(rules, weights),
  );
  expect(said[0]).toContain('甲3、乙1');
  expect(said[1]).toContain('超过7.5分');
  expect(said[1]).toContain('按没有票算');
});
