// Who was drawn in an earlier meeting: found on the lists of this one, confirmed, and left out with the reason in the lock.
import { describe, expect, it } from 'vitest';
import { readEarlier, textOf } from '../../../client/console/setup/earlier-file.ts';
import { entriesOf, matchEarlier } from '../../../shared/meeting/draws/earlier.ts';
import { drawingItem } from '../../../shared/meeting/agenda/turn.ts';
import { drawFile, meetingFile } from '../../../shared/views/draws/draw-proof.ts';
import { drawOfStage, drawOfPhone } from '../../../shared/views/draws/draws.ts';
import { drawnEarlier } from '../../../shared/views/draws/drawn-earlier.ts';
import { readDrawnList } from '../../../shared/roster/drawn-list.ts';
import { itemId, type Play } from '../../builders.ts';
import {
  determined,
  drawn,
  enterDraw,
  lastDraw,
  lock,
  pooled,
  read,
  showAll,
} from './draw-builders.ts';

const PRESENT = [
  { id: 'U1', name: '区教育局' },
  { id: 'U2', name: '区 民政局' },
  { id: 'U3', name: '南山街道' },
  { id: 'U4', name: '南山街道' },
  { id: 'constructor', name: '__proto__' },
];

function how(id: string | null, name: string | null) {
  const [match] = matchEarlier([{ id, name }], PRESENT);
  return [match?.how, ...(match?.ids ?? [])];
}

describe('an earlier meeting’s drawn on this one’s lists', () => {
  it('are found by name before id, as rosters compare names', () => {
    expect(how('U1', '区教育局')).toEqual(['both', 'U1']);
    expect(how('U9', '区教育局')).toEqual(['name', 'U1']);
    // Of that meeting U1 was another unit.
    expect(how('U1', '区民政局')).toEqual(['name', 'U2']);
    expect(how('Ｕ１', '　区教育局 ')).toEqual(['both', 'U1']);
    expect(how('U1', null)).toEqual(['id', 'U1']);
  });

  it('are for a person to choose where id and name disagree, or several have the name', () => {
    expect(how('U1', '区住建局')).toEqual(['renamed', 'U1']);
    expect(how(null, '南山街道')).toEqual(['several', 'U3', 'U4']);
    expect(how('U4', '南山街道')).toEqual(['both', 'U4']);
  });

  it('that nobody is are told', () => {
    expect(how('U9', '区住建局')).toEqual(['missing']);
    expect(how(null, '区住建局')).toEqual(['missing']);
    expect(how('U9', null)).toEqual(['missing']);
    expect(how('u1', null)).toEqual(['missing']);
    expect(how('toString', 'valueOf')).toEqual(['missing']);
    expect(how('constructor', null)).toEqual(['id', 'constructor']);
    expect(how(null, '__proto__')).toEqual(['name', 'constructor']);
    expect(matchEarlier([], PRESENT)).toEqual([]);
  });

  it('are read of a list as people have it', () => {
    const entries = (text: string) => entriesOf(text, PRESENT);
    expect(entries('\ufeffU1,区教育局,区级部门\r\nU2\t区民政局\n')).toEqual([
      { id: 'U1', name: '区教育局' },
      { id: 'U2', name: '区民政局' },
    ]);
    expect(entries('U1,U2, U9')).toEqual([
      { id: 'U1', name: null },
      { id: 'U2', name: null },
      { id: null, name: 'U9' },
    ]);
    expect(entries('区教育局、南山街道；不在的单位\n\n“区民政局”')).toEqual([
      { id: null, name: '区教育局' },
      { id: null, name: '南山街道' },
      { id: null, name: '不在的单位' },
      { id: null, name: '区民政局' },
    ]);
    expect(entries(' \n,,\n')).toEqual([]);
  });

  it('are read of a table under its headings, and a mere count is nobody’s id', () => {
    const rows = [
      ['2025年度抽中名单'],
      ['序号', '单位名称', '单位编号', '备注'],
      ['1', '区教育局', 'Ｕ１', ''],
      [],
      ['2', '区民政局', '', '复查'],
      ['合计2家'],
    ];
    const read = readDrawnList(rows, 'units');
    expect(read.ok && read.entries).toEqual([
      { id: 'U1', name: '区教育局' },
      { id: null, name: '区民政局' },
    ]);
    const counted = readDrawnList(
      [
        ['序号', '姓名'],
        ['1', '张伟'],
      ],
      'people',
    );
    expect(counted.ok && counted.entries).toEqual([{ id: null, name: '张伟' }]);
    expect(readDrawnList(rows, 'people')).toMatchObject({
      problems: [{ code: 'no-header', wanted: ['name'] }],
    });
    expect(
      readDrawnList(
        [
          ['单位名称', '名称'],
          ['甲', '乙'],
        ],
        'units',
      ),
    ).toMatchObject({
      questions: [{ role: 'name', columns: [{ column: 'A' }, { column: 'B' }] }],
    });
  });

  it('are read of a proof file, of the draws of that kind that have a result', () => {
    const play = drawn(pooled([4, 4], [4]), { purpose: 'verification', take: 2 }, 'v');
    drawn(play, { purpose: 'panel', take: 2 }, 'p');
    lock(enterDraw(play, { purpose: 'verification' }, 'open'), 'open');
    const [visits, panel] = play.meeting.draws;
    if (!visits || !panel) throw new Error('no draws');
    const lists = readEarlier(JSON.stringify(meetingFile(play.meeting)), 'units', PRESENT);
    const order = visits.phase === 'determined' ? visits.order : [];
    expect(lists).toEqual([
      {
        ...{ draw: 'verification', lockedAt: visits.lock.locked_at },
        entries: order.map((id) => ({ id, name: null })),
      },
    ]);
    expect(readEarlier(JSON.stringify(drawFile(play.meeting, panel)), 'units', PRESENT)).toEqual(
      [],
    );
    expect(readEarlier(JSON.stringify(drawFile(play.meeting, panel)), 'people', [])).toHaveLength(
      1,
    );
  });

  it('are not read of what is neither', async () => {
    for (const text of ['{"form": "other"}', '{', 'PK\u0003\u0004\u0000\u0000', '\ufffd'])
      expect(readEarlier(text, 'units', PRESENT)).toBeNull();
    expect(readEarlier('', 'units', PRESENT)).toEqual([]);
    // GB 18030, as offices save it.
    expect(await textOf(new Blob([new Uint8Array([0xc7, 0xf8])]))).toBe('区');
    expect(await textOf(new Blob(['区']))).toBe('区');
  });

  it('are told of a meeting by name, those who came from the reserve among them', () => {
    const play = drawn(pooled([4, 4], [4]), { purpose: 'verification', take: 2 }, 'v');
    const [only] = drawnEarlier(play);
    expect(only).toMatchObject({ purpose: 'verification', of: 'units' });
    expect(only?.drawn.map(({ id }) => id)).toEqual(determined(play).order);
    expect(only?.drawn[0]?.name).toMatch(/^区级部门/);
    lock(enterDraw(play, { purpose: 'verification' }, 'open'), 'open');
    expect(drawnEarlier(play)).toHaveLength(1);
  });
});

describe('a draw without them', () => {
  const without = [{ from: '2025年度评议会', ids: ['U002', 'U003', 'gone'] }] as const;

  function view(play: Play) {
    const item = drawingItem(play.meeting, itemId('draw'));
    if (!item) throw new Error('no draw');
    return drawOfStage(play, item);
  }

  it('has them in its lock with the reason, and on its pages before the lock', () => {
    const play = enterDraw(pooled([2], [5]), { purpose: 'verification', take: 2, without });
    const told = [
      {
        ...{ why: 'drawn-earlier', count: 2, from: ['2025年度评议会'] },
        names: ['区级部门第2', '区级部门第3'],
      },
    ];
    expect(view(play).leftOut).toEqual(told);
    expect(view(play).of).toBe(3);
    showAll(read(lock(play)));
    expect(lastDraw(play).lock.excluded).toEqual([
      { id: 'U002', why: 'drawn-earlier' },
      { id: 'U003', why: 'drawn-earlier' },
    ]);
    expect(view(play).leftOut).toEqual(told);
    // Phones have less room; the page of viewers tells it.
    expect(drawOfPhone(view(play)).leftOut).toEqual([]);
    for (const id of determined(play).order) expect(['U002', 'U003']).not.toContain(id);
  });

  it('keeps a reason that the purpose has itself; people are named only where the hall saw it come about', () => {
    const people = [{ from: '上次', ids: ['R001', 'R002'] }];
    const play = drawn(pooled([6]), { purpose: 'panel', take: 2 }, 'first');
    const seated = determined(play).order;
    enterDraw(play, { purpose: 'panel', take: 1, without: people });
    const { leftOut } = view(play);
    expect(leftOut.find(({ why }) => why === 'seated')).toMatchObject({ count: 2, names: [] });
    const free = ['R001', 'R002'].filter((id) => !seated.some((one) => one === id));
    expect(leftOut.find(({ why }) => why === 'drawn-earlier')?.count ?? 0).toBe(free.length);
  });

  it('is refused where too few are left', () => {
    const play = enterDraw(pooled([2], [3]), { purpose: 'verification', take: 2, without });
    expect(play.decide({ type: 'LockDraw', item: itemId('draw') })).toEqual({
      ok: false,
      refusal: { code: 'pool-too-small', people: false, have: 1, want: 2 },
    });
  });

  it('no agenda takes one twice in a list', () => {
    const twice = [{ from: 'x', ids: ['U001', 'U001'] }];
    const item = { id: itemId('x'), kind: 'draw', purpose: 'verification', take: 1 } as const;
    const add = (ids: typeof twice) =>
      play.decide({
        ...{ type: 'AddItems', after: null },
        items: [{ ...item, sources: ['dice10'], without: ids }],
      }).ok;
    const play = pooled();
    expect(add([{ from: 'x', ids: ['U001'] }])).toBe(true);
    expect(add(twice)).toBe(false);
  });

  it('a taken-back change of them is as if it had never been', () => {
    const play = enterDraw(pooled([2], [5]), { purpose: 'verification', take: 2 });
    const item = drawingItem(play.meeting, itemId('draw'));
    if (!item) throw new Error('no draw');
    play.staff({ type: 'ChangeItem', item: { ...item, without } });
    expect(view(play).of).toBe(3);
    expect(view(play.undo()).of).toBe(5);
  });
});
