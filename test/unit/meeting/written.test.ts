// The written round: many units in one batch, open beside the live ones, hidden until its reveal.
import { describe, expect, it } from 'vitest';
import type { Choice } from '../../../shared/ballots/ballot.ts';
import { readResults, resultsName } from '../../../shared/meeting/committed-results.ts';
import type { RefusalCode } from '../../../shared/meeting/refusals.ts';
import type { Item, ItemOf } from '../../../shared/meeting/agenda/item.ts';
import type { Decision } from '../../../shared/meeting/world.ts';
import { meSlice, panelStage, panelWritten } from '../../../shared/views/audiences/panel.ts';
import { acts as actsText } from '../../../shared/text/console/acts.ts';
import { screenView } from '../../../shared/views/audiences/screen.ts';
import { staffView } from '../../../shared/views/audiences/staff.ts';
import { showBoard } from './agenda-builders.ts';
import {
  ABSTAIN,
  itemId,
  NONCE,
  SALT,
  Play,
  reviewerId,
  roundId,
  scores,
  seated,
  seatId,
  subjectId,
  type Cast,
} from '../../builders.ts';
import { BOARD, card } from './agenda-builders.ts';

const WRITTEN: ItemOf<'written'> = {
  id: itemId('w'),
  kind: 'written',
  subjects: 'rest',
  sheet: 'live',
  disclosure: 'hidden',
};
const ROUND = roundId('w');
const CLOSE = { type: 'CloseRound', round: ROUND } as const;
const REVEAL = { type: 'RevealRound', round: ROUND } as const;
const FULL = scores(40, 20, 25, 15);

const present = (unit: string): Item => ({
  id: itemId(`p-${unit}`),
  kind: 'presentation',
  subject: subjectId(unit),
  seconds: 60,
});
const live = (unit: string): Item => ({
  id: itemId(`s-${unit}`),
  kind: 'score',
  subjects: [subjectId(unit)],
  secrecy: 'named',
  sheet: 'live',
  disclosure: 'live',
  seconds: 60,
});

/** The agenda: U1 presents and is scored, the written item, U2's turn, the board. */
function planned(cast: Cast = { units: 6 }, written: Item = WRITTEN): Play {
  const play = seated(cast);
  return play.staff({
    type: 'SetAgenda',
    items: [
      present('U1'),
      live('U1'),
      written,
      present('U2'),
      live('U2'),
      { id: itemId('end'), kind: 'board' },
    ],
  });
}

/** {@link planned}, with the written round open over U3 to U6 and its item on stage. */
function opened(cast?: Cast, written?: Item): Play {
  return planned(cast, written)
    .staff({ type: 'EnterItem', item: itemId('w') })
    .staff({ type: 'OpenRound', item: itemId('w') });
}

function decide(play: Play, seat: string, unit: string, rev: number, choice: Choice): Decision {
  return play.decideSeat({
    type: 'CastBallot',
    seat: seatId(seat),
    claim: play.meeting.seats.get(seatId(seat))?.claim ?? 0,
    round: ROUND,
    attempt: play.meeting.rounds.get(ROUND)?.attempts.length ?? 0,
    subject: subjectId(unit),
    rev,
    choice,
    nonce: NONCE,
    salt: SALT,
  });
}

function cast(play: Play, seat: string, unit: string, rev: number, choice: Choice): void {
  const decision = decide(play, seat, unit, rev, choice);
  if (!decision.ok) throw new Error(`${seat} ${unit}: ${decision.refusal.code}`);
  play.commit(decision, { kind: 'server' });
}

function everyone(play: Play, unit: string, choice: Choice, rev = 1): void {
  for (const seat of play.meeting.seats.keys()) cast(play, seat, unit, rev, choice);
}

function expectRefused(decision: Decision, code: RefusalCode): void {
  expect(decision.ok ? 'accepted' : decision.refusal.code).toBe(code);
}

const subjectsOf = (play: Play) => play.about('w');
/** What the last attempt came to: opened here where the hall has still to see it. */
const resultsOf = (play: Play) => {
  const attempt = play.meeting.rounds.get(ROUND)?.attempts.at(-1);
  if (!attempt || attempt.phase === 'open') throw new Error('not closed');
  const kept = play.world.secrets.get(resultsName(ROUND, attempt.n)) ?? '';
  const results = attempt.phase === 'revealed' ? attempt.results : readResults(kept).results;
  return { ...attempt.closing, results };
};
const BACKSTAGE = {
  connected: new Set<never>(),
  recent: [],
  head: { seq: 0, hash: '', root: '' },
  staffName: (id: string) => id,
};
const staffOf = (play: Play) => staffView(play, BACKSTAGE);
const stepOf = (play: Play) => staffOf(play).control.next;
const rowsOf = (play: Play) =>
  screenView(play).board.rows.map(({ subject, score, rank }) => [subject.id, score, rank]);

describe('what a written round is about', () => {
  it('the rest: who takes part, has no turn on stage and was not scored live', () => {
    const play = planned({ units: 7 });
    // U7 was scored live without a presentation, U6 withdrew.
    play.staff({ type: 'AddItems', after: null, items: [live('U7')] });
    play.staff({ type: 'EnterItem', item: itemId('s-U7') });
    play.staff({ type: 'OpenRound', item: itemId('s-U7') });
    play.staff({ type: 'CloseRound', round: roundId('s-U7') });
    play.staff({ type: 'RevealRound', round: roundId('s-U7') });
    play.staff({ type: 'WithdrawSubject', subject: subjectId('U6'), reason: '撤销建制' });
    play.staff({ type: 'EnterItem', item: itemId('w') });
    expect(screenView(play).stage.body).toMatchObject({ phase: 'ready', subjects: 3 });
    play.staff({ type: 'OpenRound', item: itemId('w') });
    expect(subjectsOf(play)).toEqual(['U3', 'U4', 'U5']);
  });

  it('a unit whose turn was skipped hands in a written report like the others', () => {
    const play = planned();
    play.staff({ type: 'SkipItem', item: itemId('p-U2'), reason: '主要负责人出差' });
    play.staff({ type: 'EnterItem', item: itemId('w') });
    play.staff({ type: 'OpenRound', item: itemId('w') });
    expect(subjectsOf(play)).toEqual(['U2', 'U3', 'U4', 'U5', 'U6']);
  });

  it('or its own list, without those who take part no longer', () => {
    const own: Item = { ...WRITTEN, subjects: [subjectId('U4'), subjectId('U5')] };
    const play = planned({ units: 6 }, own);
    play.staff({ type: 'WithdrawSubject', subject: subjectId('U5'), reason: '合并' });
    play.staff({ type: 'EnterItem', item: itemId('w') });
    play.staff({ type: 'OpenRound', item: itemId('w') });
    expect(subjectsOf(play)).toEqual(['U4']);
  });

  it('nobody: refused with the reason', () => {
    const play = seated({ units: 1 });
    play.staff({ type: 'SetAgenda', items: [present('U1'), WRITTEN] });
    play.staff({ type: 'EnterItem', item: itemId('w') });
    expectRefused(play.decide({ type: 'OpenRound', item: itemId('w') }), 'nothing-to-score');
  });
});

describe('open beside the others', () => {
  it('the moderator goes on and runs a whole live scoring while ballots of both come in', () => {
    const play = opened();
    cast(play, 'S001', 'U5', 1, FULL);
    play.staff({ type: 'EnterItem', item: itemId('p-U2') });
    play.staff({ type: 'EnterItem', item: itemId('s-U2') });
    play.staff({ type: 'OpenRound', item: itemId('s-U2') });
    cast(play, 'S001', 'U3', 1, ABSTAIN);
    for (const seat of play.meeting.seats.keys()) play.cast(seat, 's-U2', 1, FULL);
    // The present round holds the moderator, the written one does not.
    expectRefused(play.decide({ type: 'EnterItem', item: itemId('end') }), 'leave-open-round');
    play.staff({ type: 'CloseRound', round: roundId('s-U2') });
    play.staff({ type: 'RevealRound', round: roundId('s-U2') });
    cast(play, 'S002', 'U5', 1, FULL);
    play.staff({ type: 'EnterItem', item: itemId('end') });
    play.staff(CLOSE).staff(REVEAL);
    showBoard(play);
    expect(resultsOf(play).ballots).toBe(3);
    expect(rowsOf(play)).toEqual([
      ['U2', '100.00', 1],
      ['U3', null, null],
      ['U4', null, null],
      ['U5', null, null],
      ['U6', null, null],
    ]);
  });

  it('[R5] takes units in any order, each with revisions of its own', () => {
    const play = opened();
    cast(play, 'S001', 'U6', 1, scores(1, 1, 1, 1));
    cast(play, 'S001', 'U3', 1, FULL);
    cast(play, 'S001', 'U6', 2, scores(2, 2, 2, 2));
    expectRefused(decide(play, 'S001', 'U6', 1, FULL), 'older-revision');
    expect(decide(play, 'S001', 'U6', 1, scores(1, 1, 1, 1))).toMatchObject({ ballots: [] });
    expectRefused(decide(play, 'S001', 'U1', 1, FULL), 'not-in-round');
    const mine = meSlice(play, seatId('S001'))?.ballots;
    expect(mine?.map(({ subject, rev }) => [subject.id, rev])).toEqual([
      ['U3', 1],
      ['U6', 2],
    ]);
  });

  it('its reveal says that scores come with a board, where one is to come', () => {
    const play = opened().staff(CLOSE);
    expect(screenView(play).stage.body).not.toHaveProperty('byBoard');
    play.staff(REVEAL);
    expect(screenView(play).stage.body).toMatchObject({ phase: 'revealed', byBoard: true });
    const without = seated({ units: 6 })
      .staff({ type: 'SetAgenda', items: [WRITTEN, card('end')] })
      .staff({ type: 'EnterItem', item: itemId('w') })
      .staff({ type: 'OpenRound', item: itemId('w') })
      .staff(CLOSE)
      .staff(REVEAL);
    expect(screenView(without).stage.body).toMatchObject({ phase: 'revealed' });
    expect(screenView(without).stage.body).not.toHaveProperty('byBoard');
  });

  it('phones get its units apart from the stage, and none of the other moves it', () => {
    const play = opened();
    expect(panelStage(play).open).toEqual([]);
    const before = JSON.stringify(panelWritten(play));
    expect(panelWritten(play)[0]?.subjects.map(({ id }) => id)).toEqual(['U3', 'U4', 'U5', 'U6']);
    cast(play, 'S001', 'U3', 1, FULL);
    play.staff({ type: 'EnterItem', item: itemId('p-U2') });
    play.staff({ type: 'StartCountdown', item: itemId('p-U2') });
    expect(JSON.stringify(panelWritten(play))).toBe(before);
  });

  it('is taken back by one key while nothing has come, and not after', () => {
    const play = opened();
    const act = play.meeting.undo?.n ?? 0;
    expect(play.decide({ type: 'TakeBack', act }).ok).toBe(true);
    cast(play, 'S001', 'U3', 1, FULL);
    expectRefused(play.decide({ type: 'TakeBack', act }), 'round-has-ballots');
  });
});

describe('[R13] a repetition that is taken back', () => {
  it('leaves the list of the attempt before it', () => {
    const play = opened();
    const before = play.about('w');
    play.staff({ type: 'CloseRound', round: ROUND }).staff({ type: 'RevealRound', round: ROUND });
    const gone = subjectId('U4');
    play.staff({ type: 'WithdrawSubject', subject: gone, reason: '撤并' });
    play.staff({ type: 'RepeatRound', round: ROUND, reason: '补评' });
    expect(play.about('w')).not.toContain(gone);
    play.undo();
    expect(play.about('w')).toEqual(before);
    expect(before).toContain(gone);
  });
});

describe('[R13] who comes and goes while it is open', () => {
  it('a unit that gets a turn leaves; its ballots are kept and do not count', () => {
    const play = opened();
    everyone(play, 'U3', FULL);
    everyone(play, 'U4', FULL);
    play.staff({ type: 'AddItems', after: itemId('w'), items: [present('U3'), live('U3')] });
    expect(subjectsOf(play)).toEqual(['U4', 'U5', 'U6']);
    expectRefused(decide(play, 'S001', 'U3', 2, ABSTAIN), 'not-in-round');
    expect(meSlice(play, seatId('S001'))?.ballots.map(({ subject }) => subject.id)).toEqual(['U4']);
    play.staff(CLOSE).staff(REVEAL);
    showBoard(play);
    expect(resultsOf(play).results.map(({ subject }) => subject)).toEqual(['U4', 'U5', 'U6']);
    // The root covers all that was acknowledged (R4).
    expect(resultsOf(play).ballots).toBe(24);
    expect(rowsOf(play).find(([id]) => id === 'U3')).toBeUndefined();
  });

  it('so does one that a live round is opened for, however it came on the agenda', () => {
    const own: Item = { ...WRITTEN, subjects: [subjectId('U2'), subjectId('U3')] };
    const play = opened({ units: 6 }, own);
    play.staff({ type: 'EnterItem', item: itemId('s-U2') });
    play.staff({ type: 'OpenRound', item: itemId('s-U2') });
    expect(subjectsOf(play)).toEqual(['U3']);
    expectRefused(
      play.decide({
        type: 'SetRoundSubjects',
        round: ROUND,
        subjects: [subjectId('U2')],
        reason: 'x',
      }),
      'subject-scored',
    );
  });

  it('a unit drawn to present leaves with the last name shown', () => {
    const play = seated({ units: 6 });
    const draw = play.meeting.agenda.find(({ id }) => id === 'presenters');
    if (draw?.kind !== 'draw') throw new Error('no draw');
    play.staff({ type: 'ChangeItem', item: { ...draw, take: 2 } });
    play.staff({ type: 'AddItems', after: null, items: [WRITTEN] });
    play.staff({ type: 'EnterItem', item: itemId('w') });
    play.staff({ type: 'OpenRound', item: itemId('w') });
    expect(subjectsOf(play)).toHaveLength(6);
    play.staff({ type: 'EnterItem', item: draw.id });
    play.staff({ type: 'LockDraw', item: draw.id });
    const id = play.meeting.draws[0]?.id;
    if (!id) throw new Error('not locked');
    play.read('84019375620184736251');
    play.staff({ type: 'ShowNames', draw: id, shown: 1 });
    // Before the last name nothing tells who is drawn (R9).
    expect(subjectsOf(play)).toHaveLength(6);
    play.staff({ type: 'ShowNames', draw: id, shown: 2 });
    const [last] = play.meeting.draws;
    const drawn = last?.phase === 'determined' ? last.order : [];
    expect(drawn).toHaveLength(2);
    expect(subjectsOf(play)).toHaveLength(4);
    expect(subjectsOf(play).filter((one) => drawn.some((id) => id === one))).toEqual([]);
  });

  it('staff put it back for a reason, and its ballots count again', () => {
    const play = opened();
    everyone(play, 'U3', FULL);
    const set = (subjects: readonly string[], reason: string) =>
      play.decide({
        type: 'SetRoundSubjects',
        round: ROUND,
        subjects: subjects.map(subjectId),
        reason,
      });
    const without = set(['U6', 'U5', 'U4'], '改为现场述职');
    if (!without.ok) throw new Error(without.refusal.code);
    play.commit(without, { kind: 'server' });
    expect(subjectsOf(play)).toEqual(['U4', 'U5', 'U6']);
    expect(screenView(play).written[0]).toMatchObject({ subjects: 3, done: 0, expected: 36 });
    expectRefused(set(['U3', 'U4'], ' '), 'reason-missing');
    expectRefused(set(['U99'], 'x'), 'unknown-subject');
    expectRefused(set([], 'x'), 'nothing-to-score');
    const again = set(['U3', 'U4', 'U5', 'U6'], '还是书面');
    if (!again.ok) throw new Error(again.refusal.code);
    play.commit(again, { kind: 'server' });
    expect(set(['U6', 'U5', 'U4', 'U3'], 'x')).toMatchObject({ ok: true, events: [] });
    expect(screenView(play).written[0]).toMatchObject({ subjects: 4, done: 12, expected: 48 });
    expect(meSlice(play, seatId('S001'))?.ballots).toHaveLength(1);
    play.staff(CLOSE);
    expectRefused(set(['U3'], 'x'), 'round-not-open');
    expect(resultsOf(play).results[0]).toMatchObject({ subject: 'U3', score: { exact: '100/1' } });
  });

  it('a withdrawn unit leaves, and comes back with the withdrawal taken back', () => {
    const play = opened();
    everyone(play, 'U4', FULL);
    play.staff({ type: 'WithdrawSubject', subject: subjectId('U4'), reason: '机构改革' });
    expect(subjectsOf(play)).toEqual(['U3', 'U5', 'U6']);
    expectRefused(
      play.decide({
        type: 'SetRoundSubjects',
        round: ROUND,
        subjects: [subjectId('U4')],
        reason: 'x',
      }),
      'subject-out',
    );
    play.staff({ type: 'RestoreSubject', subject: subjectId('U4'), reason: '弄错了' });
    expect(subjectsOf(play)).toEqual(['U3', 'U4', 'U5', 'U6']);
    play.staff(CLOSE);
    expect(resultsOf(play).results[1]).toMatchObject({ subject: 'U4', score: { exact: '100/1' } });
  });

  it('a recusal voids the one ballot it is about', () => {
    const play = opened({ units: 6, groups: [6] });
    everyone(play, 'U3', FULL);
    everyone(play, 'U4', FULL);
    play.staff({
      type: 'DeclareRecusal',
      reviewer: reviewerId('R1'),
      subject: subjectId('U3'),
    });
    expect(screenView(play).written[0]).toMatchObject({ done: 11, expected: 23 });
    expectRefused(decide(play, 'S001', 'U3', 2, ABSTAIN), 'recused');
    play.staff(CLOSE);
    expect(
      resultsOf(play).results.map(({ groups }, n) => [
        resultsOf(play).turnout[n]?.recused,
        groups[0]?.counted,
      ]),
    ).toEqual([
      [['S001'], 5],
      [[], 6],
      [[], 0],
      [[], 0],
    ]);
  });
});

describe('[R13] two rounds over one unit', () => {
  /** The written round open over its own list of U3 and U4, after U1 got 75 on stage. */
  function afterLive(subjects: readonly string[] = ['U3', 'U4']): Play {
    const play = planned({ units: 6 }, { ...WRITTEN, subjects: subjects.map(subjectId) });
    play.staff({ type: 'EnterItem', item: itemId('s-U1') });
    play.staff({ type: 'OpenRound', item: itemId('s-U1') });
    for (const seat of play.meeting.seats.keys())
      play.cast(seat, 's-U1', 1, scores(30, 15, 15, 15));
    play.staff({ type: 'CloseRound', round: roundId('s-U1') });
    play.staff({ type: 'RevealRound', round: roundId('s-U1') });
    play.staff({ type: 'EnterItem', item: itemId('w') });
    return play.staff({ type: 'OpenRound', item: itemId('w') });
  }
  const set = (...units: readonly string[]) =>
    ({
      type: 'SetRoundSubjects',
      round: ROUND,
      subjects: units.map(subjectId),
      reason: '补评',
    }) as const;

  it('a unit whose live score is revealed joins no written round: its score stands', () => {
    const play = afterLive();
    expect(play.decide(set('U1', 'U3'))).toMatchObject({
      refusal: { code: 'subject-scored', id: 'U1' },
    });
    everyone(play, 'U3', scores(1, 1, 1, 1));
    play.staff(CLOSE).staff(REVEAL);
    showBoard(play);
    expect(rowsOf(play).find(([unit]) => unit === 'U1')).toEqual(['U1', '75.00', 1]);
  });

  it('nor by a list that names it', () => {
    expect(subjectsOf(afterLive(['U1', 'U3']))).toEqual(['U3']);
  });

  it('nor one that another written round was about: only a new attempt there changes its score', () => {
    const play = afterLive();
    play.staff(CLOSE).staff(REVEAL);
    showBoard(play);
    const second: Item = { ...WRITTEN, id: itemId('w2') };
    play.staff({ type: 'AddItems', after: itemId('w'), items: [second] });
    play.staff({ type: 'EnterItem', item: itemId('w2') });
    play.staff({ type: 'OpenRound', item: itemId('w2') });
    expect(play.about('w2')).toEqual(['U5', 'U6']);
    expect(play.decide({ ...set('U3', 'U5'), round: roundId('w2') })).toMatchObject({
      refusal: { code: 'subject-scored', id: 'U3' },
    });
    play.staff({ type: 'CloseRound', round: roundId('w2') });
    play.staff({ type: 'EnterItem', item: itemId('w') });
    play.staff({ type: 'RepeatRound', round: ROUND, reason: '统计有误' });
    expect(subjectsOf(play)).toEqual(['U3', 'U4']);
  });

  it('a list made before others changed the units is refused as stale, one made beside the stage is not', () => {
    const play = afterLive();
    const shown = play.meeting.touched.roster;
    play.staff({ type: 'EnterItem', item: itemId('p-U2') });
    play.staff({ type: 'StartCountdown', item: itemId('p-U2') });
    expect(play.decide(set('U3', 'U5'), shown).ok).toBe(true);
    play.staff({ type: 'WithdrawSubject', subject: subjectId('U4'), reason: '撤并' });
    expectRefused(play.decide(set('U3', 'U5'), shown), 'stale');
    const before = play.meeting.touched.roster;
    play.staff(set('U3', 'U5'));
    expectRefused(play.decide(set('U3', 'U6'), before), 'stale');
  });

  it('a unit stands in one written round at a time', () => {
    const play = opened();
    const second: Item = { ...WRITTEN, id: itemId('w2') };
    play.staff({ type: 'AddItems', after: itemId('w'), items: [second] });
    play.staff({ type: 'EnterItem', item: itemId('w2') });
    expectRefused(play.decide({ type: 'OpenRound', item: itemId('w2') }), 'nothing-to-score');
  });

  describe('where two written rounds are open and both could have it', () => {
    const second: Item = { ...WRITTEN, id: itemId('w2') };
    /** The first is left with U3 and U4 by hand, the second is about U5 and U6. */
    function two(): Play {
      const play = opened();
      play.staff({
        type: 'SetRoundSubjects',
        round: ROUND,
        subjects: ['U3', 'U4'].map(subjectId),
        reason: '分两批',
      });
      play.staff({ type: 'AddItems', after: itemId('w'), items: [second] });
      play.staff({ type: 'EnterItem', item: second.id });
      return play.staff({ type: 'OpenRound', item: second.id });
    }
    const roundsOf = (play: Play, unit: string) =>
      [...play.meeting.rounds.values()]
        .map(({ item }) => item as string)
        .filter((item) => play.about(item).includes(subjectId(unit)));

    it('a unit that comes back joins one of them', () => {
      const play = two();
      expect([roundsOf(play, 'U3'), roundsOf(play, 'U5')]).toEqual([['w'], ['w2']]);
      play.staff({ type: 'WithdrawSubject', subject: subjectId('U3'), reason: '有任务' });
      play.staff({ type: 'RestoreSubject', subject: subjectId('U3'), reason: '来了' });
      expect(roundsOf(play, 'U3')).toHaveLength(1);
    });

    it('so does one whose turn is taken off again, or whose live round was a mistake', () => {
      const play = two();
      play.staff({ type: 'AddItems', after: second.id, items: [live('U4')] });
      expect(roundsOf(play, 'U4')).toEqual([]);
      play.staff({ type: 'RemoveItems', items: [live('U4').id] });
      expect(roundsOf(play, 'U4')).toHaveLength(1);

      const named = opened(undefined, { ...WRITTEN, subjects: ['U3', 'U4'].map(subjectId) });
      const batch: Item = { ...WRITTEN, id: second.id, subjects: ['U3', 'U5'].map(subjectId) };
      named.staff({ type: 'AddItems', after: itemId('w'), items: [batch] });
      named.staff({ type: 'EnterItem', item: second.id });
      named.staff({ type: 'OpenRound', item: second.id });
      expect(roundsOf(named, 'U3')).toEqual(['w']);
      // The live item comes to be about U3 only by its change, so that only its opening takes U3 out.
      named.staff({ type: 'ChangeItem', item: { ...live('U3'), id: live('U2').id } });
      named.staff({ type: 'EnterItem', item: live('U2').id });
      named.staff({ type: 'OpenRound', item: live('U2').id });
      expect(roundsOf(named, 'U3')).toEqual(['s-U2']);
      named.undo();
      expect(roundsOf(named, 'U3')).toHaveLength(1);
    });
  });

  it('a batch revealed late does not displace a turn on stage that came after it', () => {
    const play = opened();
    everyone(play, 'U3', scores(10, 5, 5, 5));
    play.staff(CLOSE);
    play.now += 60_000;
    play.staff({ type: 'AddItems', after: itemId('w'), items: [live('U3')] });
    play.staff({ type: 'EnterItem', item: itemId('s-U3') });
    play.staff({ type: 'OpenRound', item: itemId('s-U3') });
    for (const seat of play.meeting.seats.keys()) play.cast(seat, 's-U3', 1, FULL);
    play.staff({ type: 'CloseRound', round: roundId('s-U3') });
    play.staff({ type: 'RevealRound', round: roundId('s-U3') });
    play.staff(REVEAL);
    showBoard(play);
    expect(rowsOf(play).find(([unit]) => unit === 'U3')).toEqual(['U3', '100.00', 1]);
  });
});

describe('closing', () => {
  it('freezes for each unit who was expected and names who is missing, from any other item', () => {
    const play = opened({ units: 4, groups: [3] });
    cast(play, 'S001', 'U3', 1, FULL);
    cast(play, 'S002', 'U3', 1, ABSTAIN);
    cast(play, 'S003', 'U3', 1, FULL);
    cast(play, 'S003', 'U4', 1, FULL);
    play.staff({ type: 'LeaveSeat', seat: seatId('S003'), reason: '身体不适' });
    play.staff({ type: 'EnterItem', item: itemId('p-U2') });
    play.staff(CLOSE);
    // Who left had voted for both, so is expected for both.
    expect(resultsOf(play)).toMatchObject({
      absent: ['S003'],
      ballots: 4,
      turnout: [
        { subject: 'U3', expected: 3, cast: 3, missing: [] },
        { subject: 'U4', expected: 3, cast: 1, missing: ['S001', 'S002'] },
      ],
      results: [
        { subject: 'U3', groups: [{ expected: 3, counted: 2, abstained: 1 }] },
        { subject: 'U4', groups: [{ expected: 3, counted: 1 }] },
      ],
    });
    const frozen = { phase: 'closed', done: 4, expected: 6, seats: 3, seatsDone: 1 };
    expect(screenView(play).written).toMatchObject([frozen]);
    play.staff({ type: 'LeaveSeat', seat: seatId('S002'), reason: '有事' });
    expect(screenView(play).written).toMatchObject([frozen]);
  });

  it('reopens on its own item only, before the reveal only; the reveal shows all at once', () => {
    const play = opened();
    everyone(play, 'U3', FULL);
    everyone(play, 'U4', scores(20, 10, 12, 8));
    play.staff({ type: 'EnterItem', item: itemId('end') }).staff(CLOSE);
    const reopen = { type: 'ReopenRound', round: ROUND, reason: '有人没来得及' } as const;
    expectRefused(play.decide(reopen), 'wrong-item');
    play.staff({ type: 'EnterItem', item: itemId('w') }).staff(reopen);
    everyone(play, 'U5', FULL);
    play.staff(CLOSE);
    expect(screenView(play).board.rows).toEqual([]);
    play.staff(REVEAL);
    showBoard(play);
    expectRefused(play.decide(reopen), 'already-revealed');
    expect(rowsOf(play)).toEqual([
      ['U3', '100.00', 1],
      ['U5', '100.00', 1],
      ['U4', '50.00', 3],
      ['U6', null, null],
    ]);
    const rows = screenView(play).board.rows;
    expect(rows.map(({ round, roundRank, latest }) => [round, roundRank, latest])).toEqual([
      [ROUND, 1, false],
      [ROUND, 1, false],
      [ROUND, 3, false],
      [ROUND, null, false],
    ]);
    expect(rows.at(-1)?.why).toBe('no-ballots');
  });

  it('board of both kinds: places among all, places within the round, what the batch moved', () => {
    const play = planned();
    const scoreLive = (unit: string, choice: Choice) => {
      play.staff({ type: 'EnterItem', item: itemId(`s-${unit}`) });
      play.staff({ type: 'OpenRound', item: itemId(`s-${unit}`) });
      for (const seat of play.meeting.seats.keys()) play.cast(seat, `s-${unit}`, 1, choice);
      play.staff({ type: 'CloseRound', round: roundId(`s-${unit}`) });
      play.staff({ type: 'RevealRound', round: roundId(`s-${unit}`) });
    };
    scoreLive('U1', scores(30, 20, 25, 15));
    play.staff({ type: 'EnterItem', item: itemId('w') });
    play.staff({ type: 'OpenRound', item: itemId('w') });
    everyone(play, 'U3', FULL);
    everyone(play, 'U4', scores(0, 20, 25, 15));
    scoreLive('U2', scores(20, 20, 25, 15));
    play.staff({ type: 'ShowMove', round: roundId('s-U2') });
    play.staff(CLOSE).staff(REVEAL);
    showBoard(play);
    expect(
      screenView(play).board.rows.map(({ subject, rank, roundRank, moved }) => [
        subject.id,
        rank,
        roundRank,
        moved,
      ]),
    ).toEqual([
      ['U3', 1, 1, 0],
      ['U1', 2, 1, -1],
      ['U2', 3, 1, -1],
      ['U4', 4, 2, 0],
      ['U5', null, null, 0],
      ['U6', null, null, 0],
    ]);
  });

  it('[R6] a unit with fewer ballots than the floor is withheld', () => {
    const play = opened();
    for (const seat of ['S001', 'S002', 'S003', 'S004']) cast(play, seat, 'U3', 1, FULL);
    for (const seat of ['S001', 'S002', 'S003', 'S004', 'S005']) cast(play, seat, 'U4', 1, FULL);
    play.staff(CLOSE).staff(REVEAL);
    showBoard(play);
    const row = (unit: string) =>
      screenView(play).board.rows.find(({ subject }) => subject.id === unit);
    expect(row('U3')).toMatchObject({ score: null, rank: null, roundRank: null, why: 'floor' });
    expect(row('U4')).toMatchObject({ score: '100.00', rank: 1 });
  });
});

describe('what is seen of it meanwhile', () => {
  it('the record says how many units its round is about, and names none of them', () => {
    const play = opened();
    const recent = play.log.map(({ recorded }) => recorded).reverse();
    const { acts } = staffView(play, { ...BACKSTAGE, recent }).log;
    const row = acts.find(({ type }) => type === 'RoundOpened')!;
    const n = subjectsOf(play).length;
    expect(row.batch).toBe(n);
    for (const [language, words] of [
      ['zh', `开始书面评议：${String(n)}家`],
      ['en', `Written round opened: ${String(n)} units`],
    ] as const)
      expect(actsText[language].RoundOpened(row.about, row.count, row.batch)).toBe(words);
  });

  it('ballots due and seats finished, beside whatever is on stage and on its own', () => {
    const play = opened({ units: 6, groups: [2, 3] });
    for (const unit of ['U3', 'U4', 'U5', 'U6']) cast(play, 'S001', unit, 1, FULL);
    cast(play, 'S003', 'U4', 1, FULL);
    const groups = [
      { name: '甲', seats: 2, done: 1 },
      { name: '乙', seats: 3, done: 0 },
    ];
    const numbers = { done: 5, expected: 20, seats: 5, seatsDone: 1, subjects: 4, groups };
    expect(screenView(play).written).toMatchObject([{ ...numbers, phase: 'open', closable: true }]);
    expect(screenView(play).progress).toMatchObject({
      kind: 'written',
      done: 5,
      expected: 20,
      groups: [
        { name: '甲', done: 1, expected: 2, absent: 0 },
        { name: '乙', done: 0, expected: 3, absent: 0 },
      ],
    });
    play.staff({ type: 'EnterItem', item: itemId('p-U2') });
    expect(screenView(play).progress.kind).toBeNull();
    expect(screenView(play).written).toMatchObject([numbers]);
  });

  it('staff see who has not finished and how far, never a score', () => {
    const play = opened({ units: 6, groups: [2] });
    for (const unit of ['U3', 'U4', 'U5', 'U6']) cast(play, 'S001', unit, 1, FULL);
    cast(play, 'S002', 'U4', 1, scores(13, 13, 13, 13));
    expect(staffOf(play).turnout.written).toEqual([{ seat: 'S002', done: 1, of: 4 }]);
  });

  it('the moderator’s key opens it, goes on, and closes and reveals it before the last board', () => {
    const play = planned();
    play.staff({ type: 'EnterItem', item: itemId('w') });
    expect(stepOf(play)).toMatchObject({ act: 'open-round', irreversible: false });
    play.staff({ type: 'OpenRound', item: itemId('w') });
    expect(stepOf(play)).toMatchObject({ act: 'enter', command: { item: 'p-U2' } });
    cast(play, 'S001', 'U3', 1, FULL);
    play.staff({ type: 'EnterItem', item: itemId('p-U2') });
    play.staff({ type: 'StartCountdown', item: itemId('p-U2') });
    expect(stepOf(play)).toMatchObject({ act: 'enter', command: { item: 's-U2' } });
    play.staff({ type: 'EnterItem', item: itemId('s-U2') });
    play.staff({ type: 'OpenRound', item: itemId('s-U2') });
    expect(stepOf(play)).toMatchObject({ act: 'close-round', command: { round: roundId('s-U2') } });
    play.staff({ type: 'CloseRound', round: roundId('s-U2') });
    // Nobody gave it a ballot: the key that would open its groups is the reveal.
    expect(stepOf(play)).toMatchObject({ act: 'show-groups', irreversible: true });
    play.staff({ type: 'ShowGroups', round: roundId('s-U2'), shown: 1 });
    expect(stepOf(play)).toMatchObject({
      act: 'close-round',
      command: CLOSE,
      irreversible: true,
      owed: 47,
      of: 48,
    });
    play.staff(CLOSE);
    expect(stepOf(play)).toMatchObject({ act: 'reveal-round', command: REVEAL });
    play.staff(REVEAL);
    expect(stepOf(play)).toMatchObject({ act: 'enter', command: { item: 'end' } });
  });

  it('while it stands open the key goes on with the meeting, also over a break; what shows its result comes behind its close', () => {
    const play = seated({ units: 3 }, 9).staff({
      type: 'SetAgenda',
      items: [WRITTEN, card('tea'), BOARD],
    });
    play.staff({ type: 'EnterItem', item: itemId('w') });
    play.staff({ type: 'OpenRound', item: itemId('w') });
    expect(stepOf(play)).toMatchObject({ act: 'enter', command: { item: 'tea' } });
    play.staff({ type: 'EnterItem', item: itemId('tea') });
    expect(stepOf(play)).toMatchObject({ act: 'close-round', command: CLOSE });
    play.staff(CLOSE);
    expect(stepOf(play)).toMatchObject({ act: 'reveal-round' });
  });

  it('nor is it forgotten where the last item is on stage already', () => {
    const play = opened();
    play.staff({ type: 'EnterItem', item: itemId('end') });
    expect(stepOf(play)).toMatchObject({ act: 'close-round', command: CLOSE });
    play.staff(CLOSE).staff(REVEAL);
    showBoard(play);
    // Neither of the two units that were to present has been scored.
    expect(stepOf(play)).toMatchObject({ act: 'enter', command: { item: 'p-U1' }, owed: 2 });
    play.staff({ type: 'SkipItem', item: itemId('s-U1'), reason: '另行安排' });
    play.staff({ type: 'SkipItem', item: itemId('s-U2'), reason: '另行安排' });
    expect(stepOf(play)).toMatchObject({ act: 'finished' });
  });
});

describe('the founding case', () => {
  it('65 units and 300 seats: a cast and its picture are quick, and so is the close', () => {
    const play = seated({ units: 65, groups: [60, 60, 70, 110] });
    play.staff({ type: 'SetAgenda', items: [WRITTEN] });
    play.staff({ type: 'EnterItem', item: itemId('w') });
    play.staff({ type: 'OpenRound', item: itemId('w') });
    let n = 0;
    const casting = spent(() => {
      for (const unit of play.meeting.subjects.keys())
        for (const seat of play.meeting.seats.keys()) {
          n += 1;
          cast(play, seat, unit, 1, scores(n % 41, n % 21, n % 26, n % 16));
        }
    });
    // A second revision finds the first without looking through the box.
    const again = spent(() => {
      for (const seat of play.meeting.seats.keys()) cast(play, seat, 'U7', 2, ABSTAIN);
    });
    const picture = least(() => screenView(play));
    const closing = least(() => play.decide(CLOSE));
    play.staff(CLOSE);
    expect(resultsOf(play).ballots).toBe(19_800);
    expect(screenView(play).written[0]).toMatchObject({ done: 19_500, expected: 19_500 });
    // Bounds for a machine that is busy with other things; a quiet one takes a fifth of it.
    expect(casting / 19_500).toBeLessThan(2);
    expect(again / 300).toBeLessThan(2);
    expect(picture).toBeLessThan(50);
    expect(closing).toBeLessThan(800);
  });
});

/** Milliseconds that it took. */
function spent(work: () => void): number {
  const before = performance.now();
  const { user } = process.cpuUsage();
  work();
  // Of a busy machine we got only a part; of ours, other tests may have had theirs.
  return Math.min(performance.now() - before, process.cpuUsage().user / 1000 - user / 1000);
}

/** Of several times: the others were held up by something else on this machine. */
function least(work: () => void): number {
  return Math.min(...Array.from({ length: 5 }, () => spent(work)));
}
