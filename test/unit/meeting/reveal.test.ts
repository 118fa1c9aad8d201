// RULES §7: a closed scoring opens group by group and then its total; nothing is skipped, nothing comes twice.
import { describe, expect, it } from 'vitest';
import { evolve, NO_MEETING } from '../../../shared/meeting/evolve.ts';
import { EVENTS, type MeetingEvent } from '../../../shared/meeting/events.ts';
import { decideServer } from '../../../shared/meeting/decide.ts';
import type { StaffCommandOf } from '../../../shared/meeting/commands.ts';
import { lastAttempt } from '../../../shared/meeting/rounds.ts';
import { minutesView } from '../../../shared/views/audiences/minutes.ts';
import { panelStage } from '../../../shared/views/audiences/panel.ts';
import { publicView } from '../../../shared/views/audiences/public.ts';
import { screenView } from '../../../shared/views/audiences/screen.ts';
import type { ScoreStage } from '../../../shared/views/slices/stage-slices.ts';
import {
  ABSTAIN,
  CLERK,
  created,
  groupId,
  itemId,
  reviewerId,
  roundId,
  scores,
  scoring,
  SECOND_CLERK,
  seated,
  subjectId,
  type Play,
} from '../../builders.ts';
import { staffViewOf } from './agenda-builders.ts';

const ROUND = roundId('score');
const CLOSE = { type: 'CloseRound', round: ROUND } as const;
const REVEAL = { type: 'RevealRound', round: ROUND } as const;
const REOPEN = { type: 'ReopenRound', round: ROUND, reason: '有人没来得及' } as const;
const show = (shown: number): StaffCommandOf<'ShowGroups'> => ({
  ...{ type: 'ShowGroups', round: ROUND, shown },
});

type Disclosure = ScoreStage['disclosure'];

/** Open, with these weights and numbers of seats; every seat of a group gives the same. */
function opened(
  weights: readonly number[],
  disclosure: Disclosure = 'hidden',
  groups: readonly number[] = weights.map(() => 5),
): Play {
  const play = scoring(disclosure, { groups });
  play.staff({
    type: 'SetWeights',
    weights: weights.map((weight, n) => ({ group: groupId(`G${String(n + 1)}`), weight })),
  });
  return play.staff({ type: 'OpenRound', item: itemId('score') });
}

function all(play: Play): Play {
  for (const { id, group } of play.meeting.seats.values())
    play.cast(id, 'score', 1, scores(30 + Number(group.slice(1)), 20, 25, 15));
  return play;
}

const closed = (...of: Parameters<typeof opened>) => all(opened(...of)).staff(CLOSE);

const body = (play: Play) => screenView(play).stage.body as ScoreStage;
const groups = (play: Play) =>
  (screenView(play).tally?.groups ?? []).map(({ mean, why }) => mean ?? why);
const step = (play: Play) => staffViewOf(play).control.next;
/** Presses the one key. */
function press(play: Play): Play {
  const { command } = step(play);
  if (!command) throw new Error('no command');
  return play.staff(command);
}
const refusal = (decision: ReturnType<Play['decide']>) =>
  decision.ok ? 'accepted' : decision.refusal.code;

describe('the beats of a reveal', () => {
  it.each(['live', 'hidden', 'progress'] as const)(
    'of a %s round: the groups by weight, equal ones in their order, then the total, a key each',
    (disclosure) => {
      const play = closed([30, 25, 20, 25], disclosure);
      const seen: unknown[] = [];
      for (let key = 0; step(play).act !== 'enter' && key < 9; key++) {
        const { act, irreversible } = step(play);
        press(play);
        seen.push([act, irreversible, body(play).opened?.newest ?? null, ...groups(play)]);
      }
      expect(seen).toEqual([
        ['show-groups', true, ['G3'], 'sealed', 'sealed', '93.00', 'sealed'],
        ['show-groups', false, ['G2'], 'sealed', '92.00', '93.00', 'sealed'],
        ['show-groups', false, ['G4'], 'sealed', '92.00', '93.00', '94.00'],
        ['show-groups', false, ['G1'], '91.00', '92.00', '93.00', '94.00'],
        ['reveal-round', false, null, '91.00', '92.00', '93.00', '94.00'],
      ]);
      // 0.3 · 91 + 0.25 · 92 + 0.2 · 93 + 0.25 · 94
      expect(screenView(play).tally).toMatchObject({ final: true, score: '92.40' });
    },
  );

  it('[R6] no view holds a figure before its beat: not of the next groups, not of the total, on no phone', () => {
    const play = closed([1, 2, 3]);
    const figures = ['91.00', '92.00', '93.00', '92.33'];
    const told = () => {
      const text = JSON.stringify([
        ...[screenView(play), publicView(play), panelStage(play), staffViewOf(play)],
        minutesView(play, { seq: 0, hash: '', root: '' }, (id) => id),
      ]);
      return figures.map((figure) => text.includes(figure));
    };
    expect(told()).toEqual([false, false, false, false]);
    press(play);
    expect(told()).toEqual([true, false, false, false]);
    press(play);
    expect(told()).toEqual([true, true, false, false]);
    press(play);
    expect(told()).toEqual([true, true, true, false]);
    expect(panelStage(play).body).toMatchObject({ opened: { n: 3, of: 3 }, result: null });
    press(play);
    expect(told()).toEqual([true, true, true, true]);
    expect(panelStage(play).body).toMatchObject({
      opened: null,
      result: { score: '92.33', ballots: 15, place: null },
    });
  });

  it('a group of weight 0 comes first', () => {
    const play = press(closed([3, 0, 1]));
    expect(body(play).opened).toEqual({ n: 1, of: 3, newest: ['G2'] });
  });

  it('more than six groups come in threes, the last of them what is left', () => {
    const play = created();
    play.staff({
      type: 'ImportSubjects',
      source: 'units.csv',
      entries: [{ id: subjectId('U1'), kind: 'unit', name: '第1单位', category: '乡镇' }],
    });
    const reviewers = Array.from({ length: 8 * 5 }, (_, n) => reviewerId(`R${String(n)}`));
    play.staff({
      type: 'ImportReviewers',
      source: 'reviewers.csv',
      entries: reviewers.map((id, n) => ({
        ...{ id, name: id, attributes: {}, recusals: [] },
        group: `第${String(n % 8)}组`,
      })),
    });
    play.staff({ type: 'IssueTickets', reviewers }).staff({ type: 'FillSeats', reviewers });
    for (const id of reviewers) play.claim(id);
    play.staff({
      ...{ type: 'AddItems', after: null },
      items: [
        {
          ...{ id: itemId('score'), kind: 'score', subjects: [subjectId('U1')] },
          ...{ secrecy: 'named', sheet: 'live', disclosure: 'hidden', seconds: 60 },
        },
      ],
    });
    play.staff({ type: 'EnterItem', item: itemId('score') });
    play.staff({ type: 'OpenRound', item: itemId('score') });
    for (const { id } of play.meeting.seats.values())
      play.cast(id, 'score', 1, scores(30, 20, 25, 15));
    play.staff(CLOSE);
    const open: unknown[] = [];
    for (let key = 0; step(play).act !== 'enter' && key < 9; key++) {
      press(play);
      open.push(body(play).opened?.n ?? 'total');
    }
    expect(open).toEqual([3, 6, 8, 'total']);
  });
});

describe('[R6] what may not be shown', () => {
  it('of four groups one below the floor: the first key is the total, with a dash and the reason for each', () => {
    const play = closed([1, 1, 1, 1], 'hidden', [5, 5, 5, 4]);
    expect(step(play).act).toBe('show-groups');
    press(play);
    expect(body(play).phase).toBe('revealed');
    expect(groups(play)).toEqual(['floor', 'floor', 'floor', 'floor']);
    expect(screenView(play).tally?.score).not.toBeNull();
  });

  it('a small group of no weight never opens and holds up no other; it is said with the first that does', () => {
    const play = closed([1, 0, 1], 'hidden', [5, 2, 5]);
    expect(groups(play)).toEqual(['sealed', 'sealed', 'sealed']);
    press(play);
    expect(groups(play)).toEqual(['91.00', 'floor', 'sealed']);
    expect(body(play).opened).toMatchObject({ n: 1, of: 2 });
  });

  it('before the first key nobody is told which it will be, as abstentions decide it', () => {
    const [few, many] = [opened([1, 1]), opened([1, 1])];
    all(few);
    all(many);
    few.cast('S001', 'score', 2, ABSTAIN);
    many.cast('S001', 'score', 2, scores(1, 1, 1, 1));
    for (const play of [few, many]) play.staff(CLOSE);
    expect(step(few)).toEqual(step(many));
    expect({ ...screenView(few).tally, root: '' }).toEqual({ ...screenView(many).tally, root: '' });
    expect([body(press(few)).phase, body(press(many)).phase]).toEqual(['revealed', 'closed']);
  });

  it('a round without a ballot has no beats: the first key says that there is no score', () => {
    const play = opened([1, 1]).staff(CLOSE);
    press(play);
    expect(screenView(play).tally).toMatchObject({ final: true, score: null, why: 'no-ballots' });
    expect(groups(play)).toEqual(['none', 'none']);
  });

  it('the root of the box is told from the close on, of enough ballots to hide each', () => {
    for (const disclosure of ['live', 'hidden'] as const) {
      const play = closed([1, 1], disclosure);
      const attempt = lastAttempt(play.meeting.rounds.get(ROUND)!);
      expect(screenView(play).tally?.root).toBe(
        attempt.phase === 'closed' ? attempt.closing.root : '',
      );
    }
    const few = opened([1])
      .cast('S001', 'score', 1, scores(1, 1, 1, 1))
      .staff(CLOSE);
    expect(screenView(few).tally?.root).toBeNull();
  });
});

describe('keys in a reveal', () => {
  it('[R1] a key pressed twice, or by two moderators, opens one group', () => {
    const play = closed([1, 2, 3]);
    const seen = play.meeting.touched.stage;
    play.staff(show(1));
    expect(refusal(play.decide(show(1), seen))).toBe('stale');
    expect(refusal(play.decide(show(1), seen, SECOND_CLERK))).toBe('stale');
    expect(refusal(play.decide(REVEAL, seen, SECOND_CLERK))).toBe('stale');
    expect(body(play).opened?.n).toBe(1);
  });

  it('none goes back, and none beyond the last: what is open is refused, whoever names it anew', () => {
    const play = closed([1, 2, 3]).staff(show(2));
    for (const shown of [0, 1, 2]) expect(refusal(play.decide(show(shown)))).toBe('group-shown');
    play.staff(show(99));
    expect(body(play).opened).toEqual({ n: 3, of: 3, newest: ['G3'] });
    expect(refusal(play.decide(show(100)))).toBe('group-shown');
    play.staff(REVEAL);
    expect(refusal(play.decide(show(4)))).toBe('already-revealed');
    expect(refusal(play.decide(REVEAL))).toBe('already-revealed');
  });

  it('an open round opens nothing, nor one that nobody knows, nor a round of another name', () => {
    expect(refusal(opened([1]).decide(show(1)))).toBe('round-not-closed');
    for (const name of ['none', 'constructor', '__proto__'])
      expect(
        refusal(closed([1]).decide({ type: 'ShowGroups', round: roundId(name), shown: 1 })),
      ).toBe('round-not-closed');
  });

  it('the total may come before the groups are out, and opens them', () => {
    const play = closed([1, 2, 3]).staff(show(1)).staff(REVEAL);
    expect(groups(play)).toEqual(['91.00', '92.00', '93.00']);
  });

  it('a round over many units is revealed as one', () => {
    const play = seated({ units: 3, groups: [5] });
    const item = itemId('w');
    play.staff({
      ...{ type: 'AddItems', after: null },
      items: [{ id: item, kind: 'written', subjects: 'rest', sheet: 'live', disclosure: 'hidden' }],
    });
    play.staff({ type: 'EnterItem', item }).staff({ type: 'OpenRound', item });
    play.staff({ type: 'CloseRound', round: roundId('w') });
    expect(step(play)).toMatchObject({ act: 'reveal-round', irreversible: true });
    play.staff({ type: 'ShowGroups', round: roundId('w'), shown: 1 });
    expect(screenView(play).stage.body).toMatchObject({ phase: 'revealed' });
  });

  it('a unit alone on the board has no place, the second has one', () => {
    const play = closed([1]).staff(REVEAL);
    expect(screenView(play).tally?.place).toBeNull();
    expect(panelStage(play).body).toMatchObject({ result: { place: null } });
    const item = itemId('second');
    play.staff({
      ...{ type: 'AddItems', after: null },
      items: [
        {
          ...{ id: item, kind: 'score', subjects: [subjectId('U2')] },
          ...{ secrecy: 'named', sheet: 'live', disclosure: 'live', seconds: 60 },
        },
      ],
    });
    play.staff({ type: 'EnterItem', item }).staff({ type: 'OpenRound', item });
    for (const seat of play.meeting.seats.keys()) play.cast(seat, 'second', 1, scores(1, 1, 1, 1));
    play.staff({ type: 'CloseRound', round: roundId('second') });
    play.staff({ type: 'RevealRound', round: roundId('second') });
    expect(screenView(play).tally?.place).toEqual({ n: 2, of: 2 });
  });
});

describe('[R13] opening again', () => {
  it('is for before the first group; after it the round stays closed until its reveal', () => {
    const play = closed([1, 2]).staff(REOPEN);
    play.cast('S001', 'score', 2, scores(40, 20, 25, 15)).staff(CLOSE);
    press(play);
    // Of the ballots as they were changed.
    expect(groups(play)).toEqual(['92.80', 'sealed']);
    expect(refusal(play.decide(REOPEN))).toBe('groups-open');
    const repeat = { type: 'RepeatRound', round: ROUND, reason: '计时有误' } as const;
    expect(refusal(play.decide(repeat))).toBe('round-not-closed');
    press(press(play));
    expect(refusal(play.decide(REOPEN))).toBe('already-revealed');
    play.staff(repeat);
    expect(body(play)).toMatchObject({ phase: 'open', attempt: 2, opened: null });
    all(play).staff(CLOSE);
    expect(groups(press(play))).toEqual(['91.00', 'sealed']);
  });

  it('goes on where it stood once the moderator comes back to it', () => {
    const play = press(closed([1, 2, 3]));
    play.staff({ type: 'EnterItem', item: itemId('board') });
    expect(screenView(play).tally).toBeNull();
    play.staff({ type: 'EnterItem', item: itemId('score') });
    expect(groups(play)).toEqual(['91.00', 'sealed', 'sealed']);
    expect(step(play)).toMatchObject({ act: 'show-groups', command: show(2), owed: 2, of: 3 });
  });

  it('a round that closes by itself waits for the key', () => {
    const play = scoring('hidden', { groups: [5, 5] });
    const item = play.meeting.agenda.find(({ id }) => id === 'score');
    if (item?.kind !== 'score') throw new Error('no item');
    play.staff({ type: 'ChangeItem', item: { ...item, closes: 'itself' } });
    play.staff({ type: 'OpenRound', item: item.id });
    all(play);
    play.now += 120_000;
    const decision = decideServer(
      { ...play.world, box: play.box },
      { type: 'CloseAtZero', round: ROUND, attempt: 1 },
      { now: play.now, random: new Uint8Array(32) },
    );
    if (!decision.ok) throw new Error(decision.refusal.code);
    expect(decision.events.map(({ type }) => type)).toEqual(['RoundClosed']);
    play.commit(decision, { kind: 'server' });
    expect(groups(play)).toEqual(['sealed', 'sealed']);
    expect(step(play).act).toBe('show-groups');
  });
});

describe('[R1] the log of a reveal', () => {
  it('comes to the same beat, read anew after each of them', () => {
    const play = closed([1, 2, 3], 'live');
    for (let key = 0; step(play).act !== 'enter' && key < 9; key++) {
      press(play);
      const anew = play.log.map(({ recorded }) => recorded).reduce(evolve, NO_MEETING);
      expect(anew).toEqual(play.meeting);
    }
  });

  const record = (play: Play, event: MeetingEvent) => {
    const seq = play.meeting.seq + 1;
    const act = { n: seq, command: 'Test' };
    return () =>
      evolve(play.meeting, { seq, at: 1, by: CLERK, act, v: EVENTS[event.type].v, event });
  };
  const first = (play: Play) => {
    const decision = play.decide(show(1));
    const event = decision.ok ? decision.events[0] : undefined;
    if (event?.type !== 'GroupsShown') throw new Error('no group');
    return event;
  };

  it('[R2] stops at groups that are not those of its round, or not the next ones', () => {
    const play = closed([1, 2, 3]);
    const event = first(play);
    const [ahead, later] = event.ahead;
    expect(record(play, { ...event, groups: [] })).toThrow(/other groups/);
    expect(record(play, { ...event, ahead: [groupId('G9')] })).toThrow(/no group G9/);
    expect(record(play, { ...event, attempt: 7 })).toThrow(/attempt 7/);
    play.staff(show(1));
    const [{ value }] = event.groups as [(typeof event.groups)[number]];
    const again = { ...event, groups: [{ group: later!, value }], ahead: [ahead!] };
    expect(record(play, event)).toThrow(/other groups/);
    expect(record(play, again)).toThrow(/other groups/);
  });

  it('[R4] stops at a reveal of other figures than were opened, in another order, or of what may not be shown', () => {
    const wrong = (change: (event: ReturnType<typeof first>) => ReturnType<typeof first>) => {
      const play = closed([1, 2], 'hidden', [5, 5]);
      play.record(change(first(play)), CLERK);
      const reveal = play.decide(REVEAL);
      return record(play, (reveal.ok && reveal.events[0]) as MeetingEvent);
    };
    expect(wrong((event) => event)).not.toThrow();
    const value = { exact: '99/1', decimal: '99.0000' };
    expect(
      wrong((event) => ({ ...event, groups: event.groups.map((one) => ({ ...one, value })) })),
    ).toThrow(/not those of its results/);
    expect(
      wrong((event) => ({
        ...event,
        groups: event.groups.map((one) => ({ ...one, group: groupId('G2') })),
        ahead: [groupId('G1')],
      })),
    ).toThrow(/not those of its results/);
    expect(
      wrong((event) => ({ ...event, shut: [{ group: groupId('G2'), why: 'floor' }], ahead: [] })),
    ).toThrow(/not those of its results/);
  });
});
