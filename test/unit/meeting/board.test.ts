// The board: opened from the bottom by the moderator's key, and nothing of a closed row in any view before.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CategoryId, ItemId, SubjectId } from '../../../shared/ids.ts';
import type { Item } from '../../../shared/meeting/agenda/item.ts';
import type { StaffCommand } from '../../../shared/meeting/commands.ts';
import { evolve, NO_MEETING } from '../../../shared/meeting/evolve.ts';
import { finished } from '../../../shared/steps.ts';
import { exportedSteps } from '../../../shared/export/exporting.ts';
import { minutesView } from '../../../shared/views/audiences/minutes.ts';
import { panelStage } from '../../../shared/views/audiences/panel.ts';
import { lastAttempt } from '../../../shared/meeting/rounds.ts';
import { everyShown } from '../../../shared/meeting/results.ts';
import { publicView } from '../../../shared/views/audiences/public.ts';
import { screenView } from '../../../shared/views/audiences/screen.ts';
import { unitPage } from '../../../shared/views/numbers/unit-page.ts';
import { itemId, roundId, scores, seated, subjectId, type Play } from '../../builders.ts';
import { repetitions, seed } from '../../repetitions.ts';
import {
  BOARD,
  controlOf,
  enter,
  expectRefused,
  open,
  score,
  showBoard,
  skip,
  staffViewOf,
  WRITTEN,
} from './agenda-builders.ts';

/** Marks of forty at most for U1, U2 …; null: nobody gives it anything. */
type Marks = readonly (number | null)[];

const FIVE = 5;
const show = (take: 'one' | 'ten' | 'all' = 'one', item = 'end'): StaffCommand => ({
  type: 'ShowRows',
  item: itemId(item),
  take,
});
const turn = (category: string, page?: 'climb' | 'podium' | 'list', n?: number): StaffCommand => ({
  ...({ type: 'TurnBoard', category: category as 'all' } as const),
  ...(page ? { page } : {}),
  ...(n === undefined ? {} : { n }),
});

/** `live` units, the first ones, are scored on stage, the others by written reports; then the board is on stage. */
function scored(marks: Marks, live = 0, items: readonly Item[] = [BOARD]): Play {
  const play = seated({ units: marks.length, groups: [FIVE] });
  const units = marks.map((_, n) => `U${String(n + 1)}`);
  const reports = units.slice(live);
  play.staff({
    type: 'SetAgenda',
    items: [
      { id: itemId('in'), kind: 'check-in' },
      ...units.slice(0, live).map((unit) => score(unit)),
      ...(reports.length === 0 ? [] : [{ ...WRITTEN, subjects: reports.map(subjectId) }]),
      ...items,
    ],
  });
  for (const unit of units.slice(0, live)) reveal(play, `s-${unit}`, marks);
  if (reports.length > 0) reveal(play, 'w', marks);
  return items.length === 0 ? play : play.staff(enter(items[0]?.id ?? ''));
}

/** The same, before the written round opens. */
function written(marks: Marks): Play {
  const play = seated({ units: marks.length, groups: [FIVE] });
  const subjects = marks.map((_, n) => subjectId(`U${String(n + 1)}`));
  play.staff({ type: 'SetAgenda', items: [{ ...WRITTEN, subjects }, BOARD] });
  return play;
}

function reveal(play: Play, item: string, marks: Marks): void {
  play.staff(enter(item)).staff(open(item));
  vote(play, item, marks, 1);
  play.staff({ type: 'CloseRound', round: roundId(item) });
  play.staff({ type: 'RevealRound', round: roundId(item) });
}

function vote(play: Play, item: string, marks: Marks, attempt: number): void {
  for (const subject of play.about(item)) {
    const mark = marks[Number(subject.slice(1)) - 1];
    if (typeof mark !== 'number') continue;
    for (const seat of play.meeting.seats.keys())
      play.seat({
        ...{ type: 'CastBallot', seat, claim: play.meeting.seats.get(seat)?.claim ?? 0 },
        ...{ round: roundId(item), attempt, subject, rev: 1, choice: scores(mark, 0, 0, 0) },
        ...{ nonce: '00'.repeat(16), salt: '11'.repeat(16) },
      });
  }
}

const range = (n: number) => Array.from({ length: n }, (_, one) => one);
const climbOf = (play: Play) => screenView(play).board.climb;
const categoryOf = (play: Play, unit: string) =>
  play.meeting.subjects.get(subjectId(unit))?.category;
const openedOf = (play: Play) => climbOf(play)?.opened.map(({ subject }) => subject);
const ranksOf = (play: Play) =>
  Object.fromEntries(screenView(play).board.rows.map(({ subject, rank }) => [subject.id, rank]));
const pageOf = (play: Play) => {
  const { body } = screenView(play).stage;
  return body.kind === 'board' ? [body.category?.id ?? 'all', body.page, body.n] : null;
};
/** How many rows the key for ten says that it opens. */
const tenOf = (play: Play) => {
  const { next } = controlOf(play);
  return next.act === 'show-row' ? (next.ten?.rows ?? null) : null;
};
const HEAD = { seq: 0, hash: '', root: '' };
/** All that anybody is told. */
const everyView = (play: Play): string =>
  JSON.stringify([
    screenView(play),
    publicView(play),
    panelStage(play),
    staffViewOf(play),
    minutesView(play, HEAD, String),
    finished(exportedSteps(play, { head: HEAD, at: play.now })),
    [...play.meeting.subjects.keys()].map((id) => unitPage(play, id)),
  ]);

describe('a board', () => {
  it('opens from the bottom: a row at a key, or up to the next ten counted from the top', () => {
    const play = scored(range(24));
    // Marks grow with the number: U24 is first.
    const unopened = { category: 'all', rows: 24, opened: [], goesOn: false, alone: [] };
    expect(climbOf(play)).toEqual(unopened);
    expect(pageOf(play)).toEqual(['all', 'climb', 1]);
    expect(controlOf(play).next).toMatchObject({ act: 'show-row', place: 24, owed: 24, of: 24 });
    play.staff(show());
    expect(openedOf(play)).toEqual(['U1']);
    expect(screenView(play).board.rows.map(({ rank }) => rank)).toEqual([24]);
    expect(tenOf(play)).toBe(3);
    play.staff(show('ten'));
    expect(openedOf(play)).toEqual(['U1', 'U2', 'U3', 'U4']);
    expect(tenOf(play)).toBe(10);
    play.staff(show('ten'));
    expect(openedOf(play)).toHaveLength(14);
    expect(pageOf(play)).toEqual(['all', 'climb', 1]);
    play.staff(show());
    expect(pageOf(play)).toEqual(['all', 'climb', 0]);
    // Places 9 to 4: the podium comes one by one.
    expect(tenOf(play)).toBe(6);
    play.staff(show('ten'));
    expect(controlOf(play).next).toMatchObject({ act: 'show-row', place: 3, owed: 3 });
    play.staff(show('ten'));
    expect(pageOf(play)).toEqual(['all', 'podium', 0]);
    expect(climbOf(play)?.opened.at(-1)).toEqual({ subject: 'U22', place: 2, podium: true });
    play.staff(show()).staff(show());
    expectRefused(play.decide(show()), 'rows-open');
    expect(ranksOf(play)).toMatchObject({ U24: 1, U22: 3, U1: 24 });
  });

  it('goes on to the first three of each category, then to what follows; the key back turns its pages', () => {
    const play = scored(range(12), 0, [
      BOARD,
      { id: itemId('tea'), kind: 'card', title: '茶歇', text: '' },
    ]);
    const [first, second] = play.meeting.categories.map(({ id }) => id);
    expect(climbOf(play)?.goesOn).toBe(false);
    play.staff(show('all'));
    expect(climbOf(play)).toMatchObject({ goesOn: true, alone: [] });
    expect(pageOf(play)).toEqual(['all', 'podium', 0]);
    for (const category of [first, second]) {
      const { next } = controlOf(play);
      expect(next).toMatchObject({ act: 'turn-page', command: { category, page: 'podium' } });
      if (next.command) play.staff(next.command);
      expect(pageOf(play)).toEqual([category, 'podium', 0]);
    }
    expect(controlOf(play).next).toMatchObject({ act: 'enter', command: { item: 'tea' } });
    const pages = [
      [first, 'podium', 0],
      ['all', 'podium', 0],
      ['all', 'climb', 0],
    ];
    for (const page of pages) {
      const { back } = controlOf(play);
      if (back) play.staff(back);
      expect(pageOf(play)).toEqual(page);
    }
    // Before its first page stands the item before.
    expect(controlOf(play).back).toEqual(enter('w'));
  });

  it('holds a page that was turned back to, and goes on from where it had come', () => {
    const play = scored(range(34)).staff(show('ten')).staff(show('ten')).staff(show('ten'));
    expect(pageOf(play)).toEqual(['all', 'climb', 1]);
    const { back } = controlOf(play);
    expect(back).toMatchObject({ type: 'TurnBoard', page: 'climb', n: 2 });
    if (back) play.staff(back);
    expect(pageOf(play)).toEqual(['all', 'climb', 2]);
    expect(controlOf(play).next).toMatchObject({ act: 'turn-page', command: { n: 1 } });
    // Another moderator opens the next row meanwhile: the hall follows it.
    play.staff(show());
    expect(pageOf(play)).toEqual(['all', 'climb', 0]);
    expect(openedOf(play)).toHaveLength(25);
  });

  it('is not turned to what it has not opened', () => {
    const play = scored(range(34)).staff(show());
    for (const page of [
      turn('all', 'climb', 1),
      turn('all', 'climb', 9),
      turn('all', 'podium', 0),
      turn('all'),
      turn(play.meeting.categories[0]?.id ?? '', 'podium', 0),
    ])
      expectRefused(play.decide(page), 'rows-closed');
    expectRefused(play.decide(turn('none', 'podium', 0)), 'malformed');
    play.staff(show('all'));
    expect(play.decide(turn('all', 'climb', 1)).ok).toBe(true);
    expect(play.decide(turn('all', 'list', 3)).ok).toBe(true);
    expectRefused(play.decide(turn('all', 'list', 4)), 'rows-closed');
    expectRefused(play.decide(turn('all', 'podium', 1)), 'rows-closed');
  });

  it('is refused anywhere else, and a key that was pressed twice opens nothing twice', () => {
    const play = scored(range(6));
    expectRefused(play.decide(show('one', 'in')), 'wrong-item');
    expectRefused(play.decide(show('one', 'none')), 'wrong-item');
    const { stage } = play.meeting.touched;
    play.staff(show());
    expectRefused(play.decide(show(), stage), 'stale');
    expect(openedOf(play)).toEqual(['U1']);
    play.staff(enter('in'));
    expectRefused(play.decide(show()), 'wrong-item');
  });

  it('shows nothing where nothing was revealed, one unit alone without a podium, and leads on', () => {
    const none = seated({ units: 3 });
    none.staff({ type: 'SetAgenda', items: [BOARD] }).staff(enter('end'));
    expect(climbOf(none)).toMatchObject({ rows: 0, opened: [] });
    expectRefused(none.decide(show()), 'rows-open');
    expect(controlOf(none).next.act).toBe('finished');
    const one = scored([7]).staff(show());
    expect(climbOf(one)?.opened).toEqual([{ subject: 'U1', place: 0, podium: false }]);
    expect(controlOf(one).next.act).toBe('finished');
    expect(climbOf(one)?.goesOn).toBe(false);
  });

  it('says which categories have no page, as one unit alone has a score in them, and only once all is open', () => {
    const play = scored(range(3)).staff(show());
    expect(climbOf(play)).toMatchObject({ goesOn: false, alone: [] });
    play.staff(show('all'));
    const [first, second] = play.meeting.categories.map(({ id }) => id);
    expect(categoryOf(play, 'U1')).toBe(first);
    expect(categoryOf(play, 'U2')).toBe(second);
    expect(climbOf(play)).toMatchObject({ goesOn: true, alone: [second] });
  });

  it.each<readonly [string, Marks, readonly number[], readonly (readonly string[])[]]>([
    [
      'two share the first place',
      [9, 9, 5, 4, 3],
      [1, 1, 3, 4, 5],
      [['U5'], ['U4'], ['U3'], ['U2', 'U1']],
    ],
    ['two share the second', [9, 7, 7, 4], [1, 2, 2, 4], [['U4'], ['U3', 'U2'], ['U1']]],
    [
      'three share the second: they stand in the list',
      [9, 7, 7, 7],
      [1, 2, 2, 2],
      [['U4'], ['U3'], ['U2'], ['U1']],
    ],
    ['all share the first', [5, 5, 5], [1, 1, 1], [['U3'], ['U2'], ['U1']]],
  ])('ties: %s', (_, marks, ranks, beats) => {
    const play = scored(marks);
    let before: readonly string[] = [];
    for (const beat of beats) {
      play.staff(show());
      const now = openedOf(play) ?? [];
      expect(now.slice(before.length)).toEqual(beat);
      before = now;
    }
    expect(screenView(play).board.rows.map(({ rank }) => rank)).toEqual(ranks);
    expect(climbOf(play)?.opened.filter(({ podium }) => podium)).toHaveLength(
      ranks[1] === 2 && ranks[3] === 2 ? 1 : ranks[2] === 1 ? 0 : 3,
    );
  });

  it('units without a score come first, with the reason and no rank', () => {
    const play = scored([5, null, 7]).staff(show());
    expect(screenView(play).board.rows).toMatchObject([
      { subject: { id: 'U2' }, rank: null, score: null, why: 'no-ballots' },
    ]);
  });
});

describe('[R6] before a row is open', () => {
  it('two meetings whose closed rows differ look alike to everybody', () => {
    const marks = fc.array(fc.option(fc.nat(40)), { minLength: 4, maxLength: 16 });
    fc.assert(
      fc.property(marks, fc.nat(3), fc.nat(100), (all, live, share) => {
        const play = scored(all, Math.min(live, all.length - 1));
        const closed = Math.floor((share / 100) * all.length);
        for (let n = 0; n < closed; n++) if (play.decide(show()).ok) play.staff(show());
        const open = new Set(openedOf(play));
        const shut = [...play.meeting.subjects.keys()].filter(
          (id) => !open.has(id) && play.about('w').includes(id),
        );
        // Whose scores they are is told by no view: the same ones the other way round.
        const text = everyView(play);
        const { board, results } = publicView(play);
        for (const id of shut) {
          expect(board.rows.some(({ subject }) => subject.id === id)).toBe(false);
          expect(results.units.some(({ subject }) => subject === id)).toBe(false);
          expect(unitPage(play, id).result).toBeNull();
        }
        const [one, other] = shut;
        if (one === undefined || other === undefined) return;
        const swapped = all.map((mark, n) =>
          n === numberOf(one)
            ? all[numberOf(other)]
            : n === numberOf(other)
              ? all[numberOf(one)]
              : mark,
        ) as Marks;
        const twin = scored(swapped, Math.min(live, all.length - 1));
        for (let n = 0; n < closed; n++) if (twin.decide(show()).ok) twin.staff(show());
        if (JSON.stringify(openedOf(twin)) !== JSON.stringify(openedOf(play))) return;
        expect(blinded(everyView(twin))).toBe(blinded(text));
      }),
      { seed: seed(13), numRuns: repetitions(20, 800) },
    );
  });
  const numberOf = (id: SubjectId) => Number(id.slice(1)) - 1;
  /** The root hangs on random salts, which a test's are not. */
  const blinded = (text: string) => text.replaceAll(/[0-9a-f]{64}/g, '#');

  it('a written round gives turnout and spread; live scores stay, without the rank that would tell of others', () => {
    const play = scored([30, 20, 10, 0], 2).staff(enter('w'));
    expect(screenView(play).spread).toEqual({
      ...{ units: 2, scoreless: 0, ballots: 10, expected: 10 },
      ...{ from: 0, width: 1, counts: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1] },
    });
    expect(ranksOf(play)).toEqual({ U1: 1, U2: 2 });
    play.staff(enter('end'));
    expect(ranksOf(play)).toEqual({ U1: 1, U2: 2 });
    play.staff(show());
    expect(ranksOf(play)).toEqual({ U4: 4, U1: null, U2: null });
    play.staff(show('all'));
    expect(ranksOf(play)).toEqual({ U4: 4, U3: 3, U2: 2, U1: 1 });
  });

  it('a row that is open says nothing of a closed one that shares its rank', () => {
    const play = scored([9, 9, 9, 9]).staff(show());
    expect(screenView(play).board.rows).toMatchObject([{ rank: 1, tied: false }]);
    play.staff(show());
    expect(screenView(play).board.rows).toMatchObject([{ tied: true }, { tied: true }]);
  });

  it('nor do digits: a third one comes when both rows of a near tie are open', () => {
    const play = seated({ units: 2, groups: [FIVE] });
    play.staff({
      ...{ type: 'AdoptSheet' },
      sheet: {
        ...{ id: 'fine', name: '总分' },
        children: [{ id: 'c1', name: '总分', weight: '1', max: '100', step: '0.001' }],
      },
    });
    const list = [subjectId('U1'), subjectId('U2')];
    play.staff({
      type: 'SetAgenda',
      items: [{ ...WRITTEN, sheet: 'fine', subjects: list }, BOARD],
    });
    play.staff(enter('w')).staff(open('w'));
    for (const [unit, mark] of [
      ['U1', 91.052],
      ['U2', 91.051],
    ] as const)
      for (const seat of play.meeting.seats.keys())
        play.seat({
          ...{ type: 'CastBallot', seat, claim: play.meeting.seats.get(seat)?.claim ?? 0 },
          ...{ round: roundId('w'), attempt: 1, subject: subjectId(unit), rev: 1 },
          ...{ choice: { kind: 'scores', scores: { c1: mark } } as const },
          ...{ nonce: '00'.repeat(16), salt: '11'.repeat(16) },
        });
    play.staff({ type: 'CloseRound', round: roundId('w') });
    play.staff({ type: 'RevealRound', round: roundId('w') });
    play.staff(enter('end')).staff(show());
    const digits = () => screenView(play).board.rows.map((row) => [row.score, row.categoryScore]);
    expect(digits()).toEqual([['91.05', '91.05']]);
    play.staff(show());
    // They are of two categories: neither has a third digit there.
    expect(digits()).toEqual([
      ['91.052', '91.05'],
      ['91.051', '91.05'],
    ]);
  });

  it('without a board on the agenda the reveal shows all, and so it does where the board was skipped before', () => {
    expect(ranksOf(scored([3, 2, 1], 0, []))).toEqual({ U1: 1, U2: 2, U3: 3 });
    const play = written([3, 2, 1]);
    play.staff(skip('end', '不公布名次'));
    reveal(play, 'w', [3, 2, 1]);
    expect(ranksOf(play)).toEqual({ U1: 1, U2: 2, U3: 3 });
  });

  it('what was shown stays, whatever becomes of the agenda: a board that is restored or added hides nothing', () => {
    const skipped = written([3, 2, 1]);
    skipped.staff(skip('end', '不公布名次'));
    reveal(skipped, 'w', [3, 2, 1]);
    skipped.staff({ type: 'RestoreItem', item: itemId('end'), also: [] });
    expect(ranksOf(skipped)).toEqual({ U1: 1, U2: 2, U3: 3 });
    const late = scored([3, 2, 1], 0, []);
    late.staff({ type: 'AddItems', after: itemId('w'), items: [BOARD] });
    expect(ranksOf(late)).toEqual({ U1: 1, U2: 2, U3: 3 });
  });

  it('the board for which results wait stays on the agenda as it is until they are shown', () => {
    const play = scored([3, 2, 1]).staff(enter('in'));
    const agenda = play.meeting.agenda;
    const without = agenda.filter(({ id }) => id !== 'end');
    const awaited = { ok: false, refusal: { code: 'board-awaited' } } as const;
    const ways: readonly StaffCommand[] = [
      skip('end', '不公布名次'),
      { type: 'RemoveItems', items: [itemId('end')] },
      { type: 'SetAgenda', items: without },
      { type: 'SetAgenda', items: [...without, { ...BOARD, category: 'X' as CategoryId }] },
      { type: 'ChangeItem', item: { ...BOARD, category: 'X' as CategoryId } },
    ];
    for (const way of ways) expect(play.decide(way), way.type).toEqual(awaited);
    expect(ranksOf(play)).toEqual({});
    expect(staffViewOf(play).agenda.find(({ item }) => item.id === 'end')).toMatchObject({
      ...{ used: true, removable: false },
    });
    // What has nothing to show can go, and so can another board.
    play.staff({
      type: 'AddItems',
      after: itemId('end'),
      items: [{ ...BOARD, id: itemId('more') }],
    });
    play.staff({ type: 'RemoveItems', items: [itemId('more')] });
    showBoard(play.staff(enter('end')));
    expectRefused(play.staff(enter('in')).decide(skip('end')), 'item-started');
    expect(ranksOf(play)).toEqual({ U1: 1, U2: 2, U3: 3 });
  });

  it('a written round about one unit has no groups to show before its row', () => {
    const play = written([3]).staff(enter('w')).staff(open('w'));
    vote(play, 'w', [3], 1);
    play.staff({ type: 'CloseRound', round: roundId('w') });
    expect(controlOf(play).next.act).toBe('reveal-round');
    play.staff({ type: 'ShowGroups', round: roundId('w'), shown: 1 });
    expect(play.log.at(-1)?.recorded.event).toMatchObject({ type: 'RoundRevealed', byBoard: true });
    expect(ranksOf(play)).toEqual({});
  });

  it('the next step leads back to a board that was jumped past', () => {
    const tea: Item = { id: itemId('tea'), kind: 'card', title: '茶歇', text: '' };
    const play = scored([3, 2, 1], 0, [BOARD, tea]).staff(enter('tea'));
    expect(controlOf(play).next).toMatchObject({ act: 'enter', command: { item: 'end' }, owed: 1 });
    showBoard(play).staff(enter('tea'));
    expect(controlOf(play).next.act).toBe('finished');
  });
});

describe('what changes in the middle', () => {
  it('a unit that withdraws takes its row along and opens no other', () => {
    const play = scored(range(8)).staff(show()).staff(show()).staff(show());
    play.staff({ type: 'WithdrawSubject', subject: subjectId('U2'), reason: '撤销' });
    expect(openedOf(play)).toEqual(['U1', 'U3']);
    expect(climbOf(play)?.rows).toBe(7);
    play.staff(show());
    expect(openedOf(play)).toEqual(['U1', 'U3', 'U4']);
  });

  it('a unit that is scored again is closed again, and alone', () => {
    const play = showBoard(scored([40, 30, 20, 10], 4));
    expect(controlOf(play).next.act).not.toBe('show-row');
    play.staff(enter('s-U4'));
    play.staff({ type: 'RepeatRound', round: roundId('s-U4'), reason: '系统故障' });
    vote(play, 's-U4', [0, 0, 0, 25], 2);
    play.staff({ type: 'CloseRound', round: roundId('s-U4') });
    play.staff({ type: 'RevealRound', round: roundId('s-U4') });
    play.staff(enter('end'));
    expect(controlOf(play).next).toMatchObject({ act: 'show-row', place: 3, owed: 1 });
    play.staff(show());
    expect(ranksOf(play)).toEqual({ U1: 1, U2: 2, U4: 3, U3: 4 });
  });

  it('a replay of the log comes to the same board', () => {
    const play = scored(range(14), 3).staff(show('ten')).staff(show());
    play.staff({ type: 'WithdrawSubject', subject: subjectId('U6'), reason: '撤销' });
    const again = play.log.map(({ recorded }) => recorded).reduce(evolve, NO_MEETING);
    expect(again).toEqual(play.meeting);
    expect([...(again.boards.get('end' as ItemId)?.opened.keys() ?? [])]).toHaveLength(5);
  });

  it('what was opened is not taken back; a page that was turned is', () => {
    const play = scored(range(14)).staff(show('all'));
    expect(controlOf(play).undo).toBeNull();
    play.staff(turn('all', 'climb', 0));
    expect(controlOf(play).undo).toMatchObject({ act: 'turn-board' });
    const { undo } = controlOf(play);
    if (undo) play.staff(undo.command);
    expect(pageOf(play)).toEqual(['all', 'podium', 0]);
  });
});

describe('whatever comes next', () => {
  it('what was shown stays shown, and only a board opens what waits for one', () => {
    const more = { ...BOARD, id: itemId('more') };
    const commands: readonly StaffCommand[] = [
      ...(['in', 'w', 's-U1', 'end', 'more'] as const).map(enter),
      ...(['one', 'ten', 'all'] as const).map((take) => show(take)),
      show('one', 'more'),
      skip('end'),
      { type: 'RestoreItem', item: itemId('end'), also: [] },
      { type: 'AddItems', after: itemId('end'), items: [more] },
      { type: 'RemoveItems', items: [more.id] },
      { type: 'RemoveItems', items: [itemId('end')] },
      { type: 'ChangeItem', item: { ...BOARD, category: 'C1' as CategoryId } },
      { type: 'WithdrawSubject', subject: subjectId('U2'), reason: '撤销' },
      { type: 'RestoreSubject', subject: subjectId('U2'), reason: '恢复' },
      { type: 'RepeatRound', round: roundId('w'), reason: '重来' },
      { type: 'RepeatRound', round: roundId('s-U1'), reason: '重来' },
      ...(['w', 's-U1'] as const).flatMap((item): readonly StaffCommand[] => [
        open(item),
        { type: 'ShowMove', round: roundId(item) },
        { type: 'CloseRound', round: roundId(item) },
        { type: 'ShowGroups', round: roundId(item), shown: 1 },
        { type: 'RevealRound', round: roundId(item) },
      ]),
    ];
    const keys = ({ meeting }: Play) =>
      everyShown(meeting).map((one) => [one.round, one.attempt.n, one.result.subject].join());
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.array(fc.nat(commands.length - 1), { maxLength: 60 }),
        (late, order) => {
          const play = hall();
          if (late) reveal(play, 'w', [9, 8, 7, 6]);
          let known = new Set(keys(play));
          for (const n of order) {
            const command = commands[n];
            if (!command || !play.decide(command).ok) continue;
            play.staff(command);
            if (command.type === 'OpenRound' || command.type === 'RepeatRound')
              for (const item of ['w', 's-U1'] as const) voteOpen(play, item);
            const now = new Set(keys(play));
            expect(
              [...known].filter((key) => !now.has(key)),
              command.type,
            ).toEqual([]);
            const opens = ['ShowRows', 'RevealRound', 'ShowGroups'].includes(command.type);
            if (!opens) expect([...now], command.type).toEqual([...known]);
            known = now;
          }
        },
      ),
      { seed: seed(29), numRuns: repetitions(30, 2000) },
    );
  });

  /** One unit for the stage, three reports, and a board at the end. */
  function hall(): Play {
    const play = seated({ units: 4, groups: [FIVE] });
    const subjects = ['U2', 'U3', 'U4'].map(subjectId);
    const items: readonly Item[] = [score('U1'), { ...WRITTEN, subjects }, BOARD];
    return play.staff({
      type: 'SetAgenda',
      items: [{ id: itemId('in'), kind: 'check-in' }, ...items],
    });
  }

  function voteOpen(play: Play, item: 'w' | 's-U1'): void {
    const round = play.meeting.rounds.get(roundId(item));
    const attempt = round && lastAttempt(round);
    if (attempt?.phase === 'open') vote(play, item, [9, 8, 7, 6], attempt.n);
  }
});

describe('who is new', () => {
  it('is nobody where no board was shown before', () => {
    const play = showBoard(scored([40, 30, 20], 3));
    expect(screenView(play).board.rows.map(({ isNew }) => isNew)).toEqual([false, false, false]);
    expect(screenView(play).board.compared).toBe(false);
  });

  it('a second board compares with the first', () => {
    const second: Item = { id: itemId('second'), kind: 'board' };
    const play = seated({ units: 3, groups: [FIVE] });
    play.staff({
      type: 'SetAgenda',
      items: [score('U1'), score('U2'), BOARD, score('U3'), second],
    });
    const marks = [10, 30, 20];
    reveal(play, 's-U1', marks);
    reveal(play, 's-U2', marks);
    showBoard(play);
    reveal(play, 's-U3', marks);
    showBoard(play, 'second');
    expect(
      screenView(play).board.rows.map(({ subject, moved, isNew }) => [subject.id, moved, isNew]),
    ).toEqual([
      ['U2', 0, false],
      ['U3', 0, true],
      ['U1', -1, false],
    ]);
    expect(screenView(play).board.tellsNew).toBe(true);
  });

  it('is not worth a word where most of the rows are, from the first that is opened', () => {
    const second: Item = { id: itemId('second'), kind: 'board' };
    const play = seated({ units: 4, groups: [FIVE] });
    const later = ['U2', 'U3', 'U4'].map((unit) => score(unit));
    play.staff({ type: 'SetAgenda', items: [score('U1'), BOARD, ...later, second] });
    const marks = [10, 30, 20, 40];
    reveal(play, 's-U1', marks);
    showBoard(play);
    for (const unit of ['U2', 'U3', 'U4']) reveal(play, `s-${unit}`, marks);
    play.staff(enter('second'));
    expect(screenView(play).board).toMatchObject({ compared: true, tellsNew: false });
    showBoard(play, 'second');
    expect(screenView(play).board).toMatchObject({ compared: true, tellsNew: false });
  });
});

describe('the board’s move after a live scoring', () => {
  it('is the last beat of a scoring that is ranked with others, and comes once', () => {
    const play = seated({ units: 3, groups: [FIVE] });
    play.staff({ type: 'SetAgenda', items: [score('U1'), score('U2'), score('U3'), BOARD] });
    const marks = [10, 30, null];
    reveal(play, 's-U1', marks);
    // Alone it climbs over nobody.
    expect(controlOf(play).next).toMatchObject({ act: 'enter', command: { item: 's-U2' } });
    reveal(play, 's-U2', marks);
    const { next } = controlOf(play);
    expect(next).toMatchObject({ act: 'show-move', command: { round: roundId('s-U2') } });
    const moves = () => {
      const { body } = screenView(play).stage;
      return body.kind === 'score' && body.moves;
    };
    expect(moves()).toBe(false);
    if (next.command) play.staff(next.command);
    expect(moves()).toBe(true);
    expect(screenView(play).board.rows).toMatchObject([
      { subject: { id: 'U2' }, rank: 1, isNew: true, latest: true },
      { subject: { id: 'U1' }, rank: 2, moved: -1 },
    ]);
    if (next.command) expectRefused(play.decide(next.command), 'no-move');
    expect(controlOf(play).next).toMatchObject({ act: 'enter', command: { item: 's-U3' } });
    // Without a score nothing climbs.
    reveal(play, 's-U3', marks);
    expect(controlOf(play).next).toMatchObject({ act: 'enter', command: { item: 'end' } });
  });

  it('comes again after a repetition, and not once another result has come', () => {
    const play = seated({ units: 2, groups: [FIVE] });
    play.staff({ type: 'SetAgenda', items: [score('U1'), score('U2')] });
    const marks = [10, 30];
    reveal(play, 's-U1', marks);
    reveal(play, 's-U2', marks);
    const move = (unit: string): StaffCommand => ({
      type: 'ShowMove',
      round: roundId(`s-${unit}`),
    });
    play.staff(move('U2'));
    play.staff(enter('s-U1'));
    expectRefused(play.decide(move('U1')), 'no-move');
    play.staff({ type: 'RepeatRound', round: roundId('s-U1'), reason: '系统故障' });
    vote(play, 's-U1', [35], 2);
    play.staff({ type: 'CloseRound', round: roundId('s-U1') });
    play.staff({ type: 'RevealRound', round: roundId('s-U1') });
    expect(controlOf(play).next).toMatchObject({ act: 'show-move' });
    play.staff(move('U1'));
    expect(screenView(play).board.rows[0]).toMatchObject({ subject: { id: 'U1' }, rank: 1 });
    expectRefused(play.decide({ type: 'ShowMove', round: roundId('constructor') }), 'no-move');
  });
});
