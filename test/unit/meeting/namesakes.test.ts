// People and units of one name are told apart wherever they are named, and for the same audience always alike.
import { describe, expect, it } from 'vitest';
import type { Choice } from '../../../shared/ballots/ballot.ts';
import type { PaperId } from '../../../shared/ids.ts';
import type { StaffCommand } from '../../../shared/meeting/commands.ts';
import { minutesView } from '../../../shared/views/audiences/minutes.ts';
import { named } from '../../../shared/views/named.ts';
import { meSlice, panelStage, panelWritten } from '../../../shared/views/audiences/panel.ts';
import { publicView } from '../../../shared/views/audiences/public.ts';
import { screenView } from '../../../shared/views/audiences/screen.ts';
import { staffView } from '../../../shared/views/audiences/staff.ts';
import {
  created,
  itemId,
  reviewerId,
  scores,
  SECOND_CLERK,
  seatId,
  subjectId,
  type Play,
} from '../../builders.ts';
import { determined, drawn, enterDraw, lock, read, shownDraw } from './draw-builders.ts';

type Row = readonly [id: string, name: string, part: string];

/** Units and a pool of these ids, names, and categories or groups. */
function listed(people: readonly Row[], units: readonly Row[] = UNITS): Play {
  const play = created();
  play.staff({
    type: 'ImportSubjects',
    source: 'units.csv',
    entries: units.map(([id, name, category]) => ({
      id: subjectId(id),
      kind: 'unit',
      name,
      category,
    })),
  });
  return play.staff({
    type: 'ImportReviewers',
    source: 'reviewers.csv',
    entries: people.map(([id, name, group]) => ({
      id: reviewerId(id),
      name,
      group,
      attributes: { 电话: `1380000${id.slice(1)}` },
      recusals: [],
    })),
  });
}

const UNITS: readonly Row[] = [
  ['U1', '城关', '街道'],
  ['U2', '城关', '街道'],
  ['U3', '城关', '街道'],
  ['U4', '河西', '乡镇'],
];

const marks = (play: Play, kind: 'reviewer' | 'subject') =>
  [...(kind === 'reviewer' ? play.meeting.pool : play.meeting.subjects).keys()].map(
    (id) => named(play, kind, id).apart?.mark ?? null,
  );

describe('what tells people of one name apart', () => {
  it.each<[string, readonly Row[], readonly (string | null)[]]>([
    [
      'is the id within one group',
      [
        ['R1', '张伟', '甲'],
        ['R2', '张伟', '甲'],
        ['R3', '张伟', '甲'],
        ['R4', '李娜', '甲'],
      ],
      ['R1', 'R2', 'R3', null],
    ],
    [
      'is the group where each is of another one',
      [
        ['R1', '张伟', '人大代表'],
        ['R2', '张伟', '政协委员'],
        ['R3', '王芳', '政协委员'],
      ],
      ['人大代表', '政协委员', null],
    ],
    [
      'is the id of all where two of three share a group',
      [
        ['R1', '张伟', '甲'],
        ['R2', '张伟', '乙'],
        ['R3', '张伟', '乙'],
      ],
      ['R1', 'R2', 'R3'],
    ],
    [
      'sees one name in full-width letters, capitals and blanks',
      [
        ['R1', 'Li Na', '甲'],
        ['R2', 'ＬＩ　ＮＡ', '甲'],
        ['R3', 'li  na', '甲'],
        ['R4', '欧阳 伟', '甲'],
        ['R5', '欧阳伟', '甲'],
      ],
      ['R1', 'R2', 'R3', 'R4', 'R5'],
    ],
    [
      'is no group whose name fills a row, and none that reads like another',
      [
        ['R1', '张伟', '人大代表和政协委员联合评议小组'],
        ['R2', '张伟', '乙'],
        ['R3', '王芳', 'A组'],
        ['R4', '王芳', 'Ａ组'],
      ],
      ['R1', 'R2', 'R3', 'R4'],
    ],
    [
      'sees one name through dots, fillers, foreign letters and radicals that look alike',
      [
        ['R1', '阿不都·买买提', '甲'],
        ['R2', '阿不都•买买提', '甲'],
        ['R3', '阿不都・买买提', '甲'],
        ['R4', '马伟', '甲'],
        ['R5', '⻢伟', '甲'],
        ['R6', '马\u3164伟', '甲'],
        ['R7', '马伟\ufe00', '甲'],
        ['R8', 'Ivanov', '甲'],
        ['R9', 'Ivаnоv', '甲'],
        ['R10', 'Strauß-Olson', '甲'],
        ['R11', 'STRAUSS–0LSON', '甲'],
        ['R12', '王小二', '甲'],
      ],
      [...Array.from({ length: 11 }, (_, n) => `R${String(n + 1)}`), null],
    ],
    [
      'is the id where a group looks like another, or like part of somebody’s name',
      [
        ['R1', '张伟', '甲'],
        ['R2', '张伟', '乙'],
        ['R3', '张伟 (甲)', '乙'],
        ['R4', '王芳', '三·一组'],
        ['R5', '王芳', '三•一组'],
        ['R6', '李娜', '甲'],
        ['R7', '李娜', '甲'],
        ['R8', '李娜（R6）', '甲'],
      ],
      ['R1', '乙', 'R3', 'R4', 'R5', 'R6', 'R7', 'R8'],
    ],
  ])('%s', (_what, people, expected) => {
    expect(marks(listed(people), 'reviewer')).toEqual(expected);
  });

  it('holds for units as well, by category or id', () => {
    const play = listed([['R1', '张伟', '甲']], [...UNITS, ['U5', '河西', '街道']]);
    expect(marks(play, 'subject')).toEqual(['U1', 'U2', 'U3', '乡镇', '街道']);
  });

  it('stands in the brackets of the name’s script', () => {
    const play = listed([
      ['R1', '张伟', '甲'],
      ['R2', '张伟', '甲'],
      ['R3', 'Li Na', '甲'],
      ['R4', 'Li Na', '甲'],
    ]);
    expect([1, 2, 3, 4].map((n) => named(play, 'reviewer', `R${String(n)}`).name)).toEqual([
      '张伟（R1）',
      '张伟（R2）',
      'Li Na (R3)',
      'Li Na (R4)',
    ]);
  });

  it('[R14] goes with the people', () => {
    const play = listed([
      ['R1', '张伟', '甲'],
      ['R2', '张伟', '乙'],
    ]);
    play.now = Date.UTC(2028, 0, 1);
    play.staff({ type: 'ErasePeople' });
    expect(named(play, 'reviewer', 'R1')).toEqual({ name: 'R1' });
    // Units keep their names, and what tells them apart.
    expect(marks(play, 'subject')).toEqual(['U1', 'U2', 'U3', null]);
  });
});

describe('on every page', () => {
  const CHOICE: Choice = scores(30, 15, 20, 10);
  /** Nine of one name in one group, and one in another: whoever is drawn, namesakes are. */
  const PEOPLE: readonly Row[] = Array.from({ length: 10 }, (_, n): Row => [
    `R${String(n + 1)}`,
    '张伟',
    n < 9 ? '甲' : '乙',
  ]);
  const backstage = (play: Play) => ({
    connected: new Set(play.meeting.seats.keys()),
    recent: play.log.map(({ recorded }) => recorded),
    head: { seq: 0, hash: '', root: '' },
    staffName: (id: string) => id,
  });

  /** Every text of a view, with where it stands; the two parts of a marked name apart. */
  function texts(view: unknown, where = ''): readonly (readonly [string, string])[] {
    if (typeof view === 'string') return where.endsWith('/apart/own') ? [] : [[where, view]];
    if (typeof view !== 'object' || view === null) return [];
    const entries = view instanceof Map ? [...view] : Object.entries(view);
    return entries.flatMap(([key, value]) => texts(value, `${where}/${String(key)}`));
  }

  /** Wherever somebody or a unit is named without what tells them from others. */
  function unmarked(play: Play): readonly string[] {
    const views = {
      staff: staffView(play, backstage(play)),
      screen: screenView(play),
      public: publicView(play),
      stage: panelStage(play),
      written: panelWritten(play),
      me: [...play.meeting.seats.keys()].map((id) => meSlice(play, id)),
      minutes: minutesView(play, { seq: 0, hash: '', root: '' }, (id) => id),
    };
    const all = texts(views);
    expect(all.some(([, text]) => /张伟（R\d+）/.test(text))).toBe(true);
    return all.flatMap(([where, text]) =>
      /(?:张伟|城关)(?!（[RU]\d+）)/.test(text) ? [`${where}: ${text}`] : [],
    );
  }

  function panel(): Play {
    return drawn(listed(PEOPLE), {
      purpose: 'panel',
      take: 4,
      rule: { kind: 'fixed', take: { G1: 4, G2: 0 } },
    });
  }

  it('before, in and after a draw, and when somebody of the reserve comes instead', () => {
    const play = listed(PEOPLE);
    expect(unmarked(play)).toEqual([]);
    lock(
      enterDraw(play, {
        purpose: 'panel',
        take: 4,
        rule: { kind: 'fixed', take: { G1: 4, G2: 0 } },
      }),
    );
    read(play);
    const { id, order, reserve } = determined(play);
    for (const shown of [1, 2, 4]) {
      play.staff({ type: 'ShowNames', draw: id, shown });
      expect(shownDraw(play).shown.map(({ name }) => name)).toEqual(
        order.slice(0, shown).map((one) => `张伟（${one}）`),
      );
      expect(unmarked(play)).toEqual([]);
    }
    const [next = ''] = reserve.find(({ cell }) => cell === 'G1')?.ids ?? [];
    const out = order[1] ?? '';
    play.staff({ type: 'MarkHere', reviewer: reviewerId(next), here: true });
    play.staff({
      type: 'ReplaceSeat',
      seat: seatId('S002'),
      why: 'no-show',
      reason: '没有到会',
      vacant: false,
    });
    const { body } = screenView(play).stage;
    expect(body).toMatchObject({
      draw: {
        replacements: [{ out: `张伟（${out}）`, in: `张伟（${next}）`, outId: out, inId: next }],
      },
    });
    expect(staffView(play, backstage(play)).log.acts.at(-1)?.about).toContain(
      `张伟（${out}） → 张伟（${next}）`,
    );
    expect(unmarked(play)).toEqual([]);
  });

  it('in units drawn, presenting, scored, on paper, withdrawn and combined, and in the undo', () => {
    const play = panel();
    play.staff({ type: 'IssueTickets', reviewers: [...play.meeting.pool.keys()] });
    for (const { holder } of play.meeting.seats.values()) play.claim(holder.id);
    const [first = ''] = [...play.meeting.seats.values()].map(({ holder }) => holder.id);
    const does = (command: StaffCommand) => {
      play.staff(command);
      expect(unmarked(play)).toEqual([]);
    };
    drawn(play, { purpose: 'questioner', take: 1 }, 'ask');
    expect(unmarked(play)).toEqual([]);
    does({
      type: 'AddItems',
      after: play.meeting.agenda.at(-1)?.id ?? null,
      items: [
        { id: itemId('turn'), kind: 'presentation', subject: subjectId('U1'), seconds: 60 },
        {
          ...{ id: itemId('score'), kind: 'score', subjects: [subjectId('U1')] },
          ...{ secrecy: 'named', sheet: 'live', disclosure: 'hidden', seconds: 60 },
        },
      ],
    });
    does({ type: 'EnterItem', item: itemId('turn') });
    does({ type: 'EnterItem', item: itemId('score') });
    does({ type: 'OpenRound', item: itemId('score') });
    const [open] = panelStage(play).open;
    if (!open) throw new Error('no round is open');
    const { round } = open;
    does({
      ...{ type: 'EnterPaper', seat: seatId('S001'), round, attempt: 1 },
      ...{ subject: subjectId('U1'), choice: CHOICE },
    });
    play.staff({ type: 'ConfirmPaper', paper: 'P1' as PaperId, choice: CHOICE }, SECOND_CLERK);
    does({
      type: 'DeclareRecusal',
      reviewer: reviewerId(first),
      subject: subjectId('U1'),
    });
    does({ type: 'CloseRound', round });
    does({ type: 'RevealRound', round });
    does({ type: 'WithdrawSubject', subject: subjectId('U4'), reason: '撤回' });
    does({ type: 'WithdrawSubject', subject: subjectId('U3'), reason: '撤回' });
    expect(staffView(play, backstage(play)).control.undo?.about).toBe('城关（U3）');
    does({
      type: 'CombineSubjects',
      into: subjectId('U1'),
      from: subjectId('U2'),
      reason: '合并',
    });
    const board = staffView(play, backstage(play)).board.rows;
    expect(board.map(({ subject }) => subject.name)).toEqual(['城关（U1）、城关（U2）']);
  });

  it('a mark stays what it is while others are drawn and replaced', () => {
    const before = marks(listed(PEOPLE), 'reviewer');
    expect(marks(panel(), 'reviewer')).toEqual(before);
  });
});
