// What leaves a meeting as files: no more of scores than pages show, the same digits, nothing of what is not revealed.
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { csvOf } from '../../../shared/export/csv.ts';
import type { Exported } from '../../../shared/export/exported.ts';
import { exportedSteps } from '../../../shared/export/exporting.ts';
import { EXPORT_FILES } from '../../../shared/export/file-names.ts';
import { fileNameOf } from '../../../shared/export/files.ts';
import { makeFile } from '../../../server/export/make-file.ts';
import { fromFraction } from '../../../shared/scoring/fractions.ts';
import { toDecimal } from '../../../shared/scoring/rational.ts';
import { sha256 } from '../../../shared/sha256.ts';
import { finished } from '../../../shared/steps.ts';
import { boardSlice } from '../../../shared/views/numbers/board.ts';
import { tallySlice } from '../../../shared/views/numbers/tally.ts';
import { created, itemId, roundId, scores, subjectId, type Play } from '../../builders.ts';
import { exportedPlay, FLOOR, nameOfUnit } from '../../exported-meeting.ts';

const HEAD = { seq: 99, hash: 'a'.repeat(64), root: 'b'.repeat(64) };
const AT = Date.UTC(2026, 10, 30, 5, 6, 7);
const twoDecimals = (exact: string) => {
  const value = fromFraction(exact);
  return value && toDecimal(value, 2);
};
const exportOf = (play: Play) => finished(exportedSteps(play, { head: HEAD, at: AT }));

let play: Play;
let exported: Exported;
beforeAll(async () => {
  play = await exportedPlay();
  exported = exportOf(play);
});

describe('what is exported', () => {
  it('[R15] has ranks, scores and reasons as the board has them, in its order', () => {
    const { rows } = boardSlice(play);
    expect(rows.length).toBeGreaterThan(20);
    expect(
      exported.standings.map(({ rank, categoryRank, unit, name, category, score, why }) => ({
        ...{ rank, categoryRank, unit, name, category, score: score?.shown ?? null, why },
      })),
    ).toEqual(
      rows.map(({ rank, categoryRank, subject, score, why }) => ({
        ...{ rank, categoryRank, unit: subject.id, name: subject.name },
        ...{ category: subject.category.name, score, why },
      })),
    );
    expect(new Set(rows.map(({ why }) => why))).toEqual(new Set([null, 'floor', 'no-ballots']));
  });

  it('[R15] has each group’s value in the digits of the tally on stage', () => {
    play.staff({ type: 'EnterItem', item: itemId('first') });
    const tally = tallySlice(play);
    const result = exported.results.find(({ unit, counts }) => unit === 'U1' && counts === 'yes');
    expect(tally?.groups.length).toBeGreaterThan(3);
    expect(
      result?.groups.map(({ group, value, why }) => [
        group,
        value && twoDecimals(value.exact),
        why,
      ]),
    ).toEqual(tally?.groups.map(({ id, mean, why }) => [id, mean, why]));
    expect(result?.score?.shown).toBe(tally?.score);
  });

  it('[R13] keeps every attempt that was revealed and says which one counts', () => {
    const of = (unit: string) =>
      exported.results
        .filter((one) => one.unit === unit)
        .map(({ attempt, counts }) => [attempt, counts]);
    expect(of('U1')).toEqual([
      [1, 'superseded'],
      [2, 'yes'],
    ]);
    expect(of('U13')).toEqual([[1, 'out']]);
    expect(of('U14')).toEqual([[1, 'out']]);
    expect(
      exported.units.filter(({ out }) => out !== null).map(({ id, into }) => [id, into]),
    ).toEqual([
      ['U13', null],
      ['U14', 'U15'],
    ]);
  });

  it('[R6] shows no group of a unit in which one of weight has few ballots, and no fraction that would tell it', () => {
    for (const unit of ['U3', 'U4', 'U6']) {
      const result = exported.results.find((one) => one.unit === unit);
      expect(
        result?.groups.some(({ counted }) => counted > 0 && counted < FLOOR),
        unit,
      ).toBe(true);
      expect(result?.groups.map(({ value, why }) => [value, why])).toEqual(
        result?.groups.map(() => [null, 'floor']),
      );
      expect(result?.score?.value ?? null).toBeNull();
    }
    const standing = exported.standings.find(({ unit }) => unit === 'U3');
    expect(standing?.score).toEqual({ shown: expect.stringMatching(/^\d\d\.\d\d$/), value: null });
    // A group of no weight can be subtracted from nothing: it alone is left out.
    expect(exported.results.some(({ score }) => score?.value)).toBe(true);
  });

  it('[R6] knows a score whose groups are withheld exactly where another of the same rank has it', () => {
    for (const { rank, score } of exported.standings) {
      const same = exported.standings.filter((one) => one.rank === rank && rank !== null);
      if (same.length > 1) expect(new Set(same.map((one) => one.score?.value?.exact)).size).toBe(1);
      if (score) expect(score.shown).toMatch(/^\d+\.\d{2,}$/);
    }
    const tied = exported.standings.filter(({ unit }) => unit === 'U3' || unit === 'U4');
    expect(new Set(tied.map(({ rank }) => rank)).size).toBe(1);
  });

  it('[R6] holds nothing of a scoring that is not revealed: two meetings that differ only there give the same bytes', async () => {
    const other = await exportedPlay(13);
    const closed = (one: Play) => one.meeting.rounds.get(roundId('hidden'))?.attempts[0];
    expect(JSON.stringify(closed(other))).not.toBe(JSON.stringify(closed(play)));
    expect(exported.results.some(({ unit }) => unit === 'U2')).toBe(false);
    const different = exportOf(other);
    for (const language of ['zh', 'en'] as const)
      for (const file of EXPORT_FILES) {
        const [one, two] = await Promise.all(
          [exported, different].map((from) => makeFile({ exported: from, file, language })),
        );
        expect(sha256(two ?? new Uint8Array()), file).toBe(sha256(one ?? new Uint8Array()));
      }
    other.staff({ type: 'RevealRound', round: roundId('hidden') });
    expect(JSON.stringify(exportOf(other))).not.toBe(JSON.stringify(exported));
  });

  it('[R6] does not change while ballots come in, whatever they give and however the scoring is shown', () => {
    const before = JSON.stringify(exported);
    for (const points of [3, 9]) {
      play.staff({ type: 'EnterItem', item: itemId('first') });
      const attempts = play.meeting.rounds.get(roundId('first'))?.attempts.length ?? 0;
      if (attempts === 2)
        play.staff({ type: 'RepeatRound', round: roundId('first'), reason: '再评一次' });
      for (const seat of ['S001', 'S002', 'S010', 'S020'])
        play.cast(seat, 'first', points, scores(points, points, points, points));
      expect(JSON.stringify(exportOf(play))).toBe(before);
    }
    play.staff({ type: 'CloseRound', round: roundId('first') });
    expect(JSON.stringify(exportOf(play))).toBe(before);
  });

  it('[R14] names people by their ids once they are erased', () => {
    expect(exported.seats[0]).toMatchObject({ holder: 'R1', name: '=cmd' });
    const erased = {
      ...{ meeting: play.meeting, book: play.book, box: play.box },
      directory: new Map([...play.directory].filter(([, { kind }]) => kind !== 'reviewer')),
    };
    const after = finished(exportedSteps(erased, { head: HEAD, at: AT }));
    expect(after.seats.map(({ name }) => name)).toEqual(after.seats.map(({ holder }) => holder));
    expect(after.units[0]?.name).toBe('constructor');
    expect(JSON.stringify(after)).not.toContain('代表');
  });
});

describe('as text', () => {
  const text = async (file: (typeof EXPORT_FILES)[number], language: 'zh' | 'en' = 'zh') =>
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(
      await makeFile({ exported, file, language }),
    );

  it('CSV has the mark of UTF-8, CRLF, and no cell that runs', async () => {
    for (const file of ['units.csv', 'seats.csv', 'group-scores.csv', 'standings.csv'] as const) {
      const csv = await text(file);
      expect(csv.startsWith('\ufeff'), file).toBe(true);
      expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      expect(csv).not.toMatch(/(^|,|")[=+@＝＋－＠-]/m);
    }
    const units = await text('units.csv');
    for (const name of [
      "'=SUM(1)",
      "'+86",
      "'-2",
      "'@SUM(A1:A9)",
      "'＝1+1",
      "'＋1",
      "'－1",
      "'＠a",
    ])
      expect(units).toContain(`,${name},`);
    expect(units).toContain('"说""引号""，和\'撇号\'"');
    expect(units).toContain(nameOfUnit(11));
    expect(await text('seats.csv', 'en')).toContain("R1,'=cmd,");
  });

  it('a name of several lines, with quotes and separators, stays one cell', () => {
    const [unit, ...units] = exported.units;
    if (!unit) throw new Error('no units');
    const odd = { ...unit, name: '=a\r\n"b",c\n' };
    const csv = csvOf({ ...exported, units: [odd, ...units] }, 'units.csv', 'en');
    const rows = parse(csv, { bom: true, record_delimiter: '\r\n' });
    expect(rows).toHaveLength(units.length + 2);
    expect(rows[1]).toEqual([unit.id, `'${odd.name}`, unit.category, 'yes', '']);
  });

  it('a fraction stands in two cells, as one would be read as a date', async () => {
    const [head, ...rows] = (await text('standings.csv')).slice(1).trimEnd().split('\r\n');
    expect(head).toBe('名次,类内名次,编号,单位,类别,得分,四位小数,分子,分母,备注');
    expect(rows).toHaveLength(exported.standings.length);
    expect(rows.join('\n')).not.toMatch(/\d\/\d/);
  });

  it('JSON has its keys in one order, decimals as text and fractions beside them', async () => {
    const json = await text('results.json');
    const read = JSON.parse(json) as Exported;
    expect(read).toEqual(exported);
    expect(await text('results.json', 'en')).toBe(json);
    expect(Object.keys(read)).toEqual([
      ...['format', 'meeting', 'madeAt', 'head', 'groups', 'categories'],
      ...['units', 'seats', 'results', 'standings'],
    ]);
    expect(read.head).toEqual(HEAD);
    expect(read.madeAt).toBe('2026-11-30T05:06:07.000Z');
    const value = read.results[0]?.groups[0]?.value;
    expect(value?.decimal).toMatch(/^\d+\.\d{4}$/);
    expect(value?.exact).toMatch(/^\d+\/\d+$/);
  });

  it('is saved under a name that every file system takes', () => {
    expect(fileNameOf('a/b:c*"d"<e>|\n', 'workbook.xlsx', 'en')).toBe('a b c  d  e results.xlsx');
    expect(fileNameOf('年度\ud800评议'.repeat(40), 'standings.csv', 'zh')).toMatch(/ 排行\.csv$/);
    expect(fileNameOf('会'.repeat(120), 'results.json', 'zh').length).toBeLessThan(100);
  });
});

it('exports a meeting in which nothing has happened yet', async () => {
  const empty = exportOf(created());
  expect(empty.standings).toEqual([]);
  for (const file of EXPORT_FILES)
    expect((await makeFile({ exported: empty, file, language: 'zh' })).length).toBeGreaterThan(20);
  expect(empty.units.some(({ id }) => id === subjectId('U1'))).toBe(false);
});
