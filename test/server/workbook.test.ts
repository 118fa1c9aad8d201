// The workbook of a real meeting, fetched from a real server and opened by a real spreadsheet program, which adds it up again.
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { workbookOf } from '../../server/export/workbook.ts';
import type { Hall } from '../../server/hall.ts';
import type { StaffId } from '../../shared/ids.ts';
import { expectationOf, type StaffCommand } from '../../shared/meeting/commands.ts';
import { exportedSteps } from '../../shared/export/exporting.ts';
import { cellNumber } from '../../shared/export/digits.ts';
import { number, text } from '../../shared/export/sheet.ts';
import { fromFraction } from '../../shared/scoring/fractions.ts';
import { rational, toDecimal } from '../../shared/scoring/rational.ts';
import { finished } from '../../shared/steps.ts';
import { exportText } from '../../shared/text/export.ts';
import { boardSlice } from '../../shared/views/numbers/board.ts';
import { reviewerId } from '../builders.ts';
import { NAMES, playExported } from '../exported-meeting.ts';
import { openInSpreadsheet, type Shown } from '../spreadsheet.ts';
import { moderator, must, startServer, temporaryFolder, type TestServer } from '../with-server.ts';

let server: TestServer;
let hall: Hall;
let cookie: string;
const folders: { remove(): void }[] = [];

beforeAll(async () => {
  server = await startServer();
  const staff = await moderator(server);
  hall = must(server.app.halls.byCode(staff.meeting));
  ({ cookie } = staff);
  staff.close();
  const rows = (command: StaffCommand) =>
    command.type !== 'IssueTickets'
      ? []
      : command.reviewers.map((id) => ({
          ...{ holder: { kind: 'reviewer', id } as const, issue: 1 },
          secretHash: randomBytes(32).toString('hex'),
          codeHash: randomBytes(32).toString('hex'),
        }));
  await playExported({
    meeting: () => hall.world.meeting,
    async give(command) {
      const by = { id: 's-test' as StaffId, name: '主持', role: 'moderator' } as const;
      const expects = expectationOf(hall.world.meeting, command);
      const answer = await hall.staff(by, command, expects, rows(command));
      if (!answer.ok) throw new Error(`${command.type}: ${answer.refusal.code}`);
    },
    async checkIn(reviewer) {
      const token = randomBytes(32).toString('hex');
      await hall.seat({ type: 'ClaimSeat', reviewer: reviewerId(reviewer), issue: 1 }, token);
    },
    async cast({ id, claim }, to, choice) {
      const answer = await hall.cast(id, claim, { ...to, choice });
      if (!answer.ok) throw new Error(`cast: ${answer.refusal.code}`);
    },
  });
});

afterAll(async () => {
  await server.stop();
  for (const folder of folders) folder.remove();
});

const ask = (file: string, headers: Record<string, string> = { cookie }) =>
  fetch(`${server.origin}/m/${hall.world.meeting.code}/api/export/${file}`, { headers });

async function workbook(language: 'zh' | 'en'): Promise<Uint8Array> {
  const answer = await ask(`workbook.xlsx?language=${language}`);
  expect(answer.status).toBe(200);
  return new Uint8Array(await answer.arrayBuffer());
}

async function opened(bytes: Uint8Array): Promise<Shown> {
  const folder = temporaryFolder();
  folders.push(folder);
  return openInSpreadsheet(bytes, folder.path);
}

const sheetOf = (shown: Shown, name: string) => must(shown.get(name), `the sheet ${name}`);

describe('opened in a spreadsheet', () => {
  it.each(['zh', 'en'] as const)(
    '[R15] totals and ranks that it adds up anew are those of the board, %s',
    async (language) => {
      const shown = await opened(await workbook(language));
      const { sheets, columns } = exportText[language];
      expect([...shown.keys()].sort()).toEqual(Object.values(sheets).sort());
      const [head, ...standings] = sheetOf(shown, sheets.standings);
      expect(head?.slice(0, 6)).toEqual([
        ...[columns.rank, columns.categoryRank, columns.id, columns.unit, columns.category],
        columns.score,
      ]);
      const { rows } = boardSlice(hall.seen);
      expect(standings.map((cells) => cells.slice(0, 6))).toEqual(
        rows.map(({ rank, categoryRank, subject, score }) => [
          ...[String(rank ?? ''), String(categoryRank ?? ''), subject.id, subject.name],
          ...[subject.category.name, score ?? ''],
        ]),
      );
      expect(new Set(rows.map(({ tied }) => tied))).toEqual(new Set([true, false]));
      for (const [n, cells] of standings.entries())
        expect(cells[6] === '', cells.join()).toBe(rows[n]?.rank !== null && !isWithheld(cells[2]));
    },
  );

  it('[R15] what each group gave reads in the digits of the pages, and is a word where it may not be shown', async () => {
    const { sheets, columns, values } = exportText.zh;
    const [, names, ...rows] = sheetOf(await opened(await workbook('zh')), sheets.groups);
    const { results } = exported(hall);
    expect(rows).toHaveLength(results.length);
    const groups = must(results[0]).groups.length;
    const end = must(names).indexOf(columns.score);
    expect(rows.map((cells) => cells.slice(end - groups, end))).toEqual(
      results.map((one) =>
        one.groups.map(({ value, why }) => {
          const exact = value && fromFraction(value.exact);
          return exact ? toDecimal(exact, 2) : values[why ?? 'none'];
        }),
      ),
    );
    expect(rows.map((cells) => cells.slice(end - 5 * groups, end - groups).map(Number))).toEqual(
      results.map((one) =>
        (['expected', 'counted', 'abstained', 'weight'] as const).flatMap((what) =>
          one.groups.map((group) => Number(group[what])),
        ),
      ),
    );
    expect(rows.map((cells) => cells[end])).toEqual(results.map(({ score }) => score?.shown ?? ''));
  });

  it('[R8] numbers half way between two shown ones are rounded away from zero, as on the pages', async () => {
    const halves = [5, 125, 1005, 73_005, 86_145, 90_675, 99_995].map((n) => rational(n, 1000));
    const rows = halves.map((value) => [number(cellNumber(value), 2)]);
    const sheet = {
      name: 'halves',
      rows: [[text('head')], ...rows],
      head: 1,
      fixed: 1,
      widths: [9],
    };
    const print = { title: '', page: () => '', font: 'Calibri' };
    const shown = await opened(await workbookOf([{ ...sheet, lined: true, filter: false }], print));
    expect(sheetOf(shown, 'halves').slice(1).flat()).toEqual(
      halves.map((value) => toDecimal(value, 2)),
    );
  });

  it('no sheet holds an error, and every name reads as it was typed', async () => {
    const shown = await opened(await workbook('en'));
    const cells = [...shown.values()].flat(2);
    expect(cells.filter((cell) => /^(#|Err:)/.test(cell))).toEqual([]);
    for (const name of NAMES)
      expect(
        cells.some((cell) => cell.includes(name)),
        name,
      ).toBe(true);
    expect(sheetOf(shown, exportText.en.sheets.seats)[1]?.slice(0, 3)).toEqual([
      'S001',
      'R1',
      '=cmd',
    ]);
  });

  it('means by category are those of the scores beside them', async () => {
    const { sheets } = exportText.en;
    const shown = await opened(await workbook('en'));
    const [, ...standings] = sheetOf(shown, sheets.standings);
    const [, ...categories] = sheetOf(shown, sheets.categories);
    expect(categories).toHaveLength(5);
    for (const [name, , count, mean] of categories) {
      const scores = standings
        .filter((cells) => cells[5] !== '' && (name === exportText.en.all || cells[4] === name))
        .map((cells) => Number(cells[5]));
      expect(Number(count), name).toBe(scores.length);
      const sum = scores.reduce((all, one) => all + one, 0);
      expect(Math.abs(Number(mean) - sum / scores.length), name).toBeLessThan(0.01);
    }
  });

  it('[R15] a group’s value changed by hand moves the total and the ranks', async () => {
    const before = boardSlice(hall.seen).rows;
    const last = must(before.filter(({ rank }) => rank !== null).at(-1));
    const { sheets } = exportText.en;
    const shown = await opened(withFullMarks(await workbook('en'), last.subject.id));
    const standings = sheetOf(shown, sheets.standings).slice(1);
    const moved = standings.find((cells) => cells[2] === last.subject.id);
    expect(moved?.slice(0, 2)).toEqual(['1', '1']);
    expect(moved?.[5]).toBe('100.00');
    const first = must(before.find(({ rank }) => rank === 1));
    expect(standings.find((cells) => cells[2] === first.subject.id)?.[0]).toBe('2');
    const groups = sheetOf(shown, sheets.groups);
    const score = groups[1]?.indexOf(exportText.en.columns.score) ?? -1;
    const row = groups.find((cells) => cells[0] === last.subject.id);
    expect(row?.[score]).toBe('100.00');
  });
});

describe('the file itself', () => {
  it('has headings in sight and on each page, lies across, and brings what formulas come to', async () => {
    const files = unzipSync(await workbook('zh'));
    const book = strFromU8(must(files['xl/workbook.xml']));
    expect(book).toContain('_xlnm.Print_Titles');
    expect(book).toContain('$1:$2');
    expect(book).toContain('fullCalcOnLoad="1"');
    for (const n of [2, 3, 4, 5, 6]) {
      const xml = strFromU8(must(files[`xl/worksheets/sheet${String(n)}.xml`]));
      expect(xml).toMatch(/<pane [^>]*state="frozen"/);
      expect(xml).toMatch(/<pageSetup [^>]*orientation="landscape"/);
      expect(xml).toContain('fitToPage="1"');
    }
    const standings = strFromU8(must(files['xl/worksheets/sheet5.xml']));
    const formulas = [...standings.matchAll(/<f>([^<]*)<\/f><v>([^<]*)<\/v>/g)];
    expect(formulas.length).toBeGreaterThan(60);
    expect(formulas.every(([, , value]) => value !== '' && Number.isFinite(Number(value)))).toBe(
      true,
    );
    expect(standings).toMatch(/SUMPRODUCT\([^<]*SUMIF/);
    expect(standings).toContain('RANK(');
    // No text from people is within a formula.
    expect([...Object.values(files)].some((file) => strFromU8(file).includes('<f>=1'))).toBe(false);
  });

  it('is the same bytes each time but for when it was made', async () => {
    const one = unzipSync(await workbook('zh'));
    const two = unzipSync(await workbook('zh'));
    const differing = Object.keys(one).filter(
      (name) => strFromU8(must(one[name])) !== strFromU8(must(two[name])),
    );
    expect(differing.filter((name) => name !== 'xl/sharedStrings.xml')).toEqual([]);
  });
});

describe('the route', () => {
  it('is for staff, names the file in UTF-8, and knows no others', async () => {
    expect((await ask('workbook.xlsx', {})).status).toBe(401);
    expect((await ask('secrets.xlsx')).status).toBe(400);
    const answer = await ask('standings.csv?language=en');
    expect(answer.headers.get('content-type')).toContain('text/csv');
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent('区政府年度绩效评议会 standings.csv')}`,
    );
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const csv = new Uint8Array(await answer.arrayBuffer());
    expect([...csv.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const json = (await (await ask('results.json')).json()) as { head: unknown; seats: unknown[] };
    expect(json.head).toEqual(hall.head);
    expect(json.seats).toHaveLength(hall.world.meeting.seats.size);
  });

  it('makes several at once, one after the other', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => ask('workbook.xlsx')));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  });

  it('refuses with a sentence where too many wait', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => ask('units.csv')));
    const refused = answers.filter(({ status }) => status !== 200);
    expect(refused.length).toBeGreaterThan(0);
    for (const answer of refused)
      expect(await answer.json()).toEqual({ ok: false, refusal: { code: 'busy' } });
  });

  it('is described', async () => {
    const api = (await (await fetch(`${server.origin}/api/openapi.json`)).json()) as {
      paths: Record<string, { get?: { summary?: string } }>;
    };
    expect(api.paths['/m/{code}/api/export/{file}']?.get?.summary).toContain('workbook');
  });
});

function exported({ seen, head, now }: Hall) {
  return finished(exportedSteps(seen, { head, at: now }));
}

function isWithheld(unit: string | undefined): boolean {
  return unit === 'U3' || unit === 'U4';
}

/** The same file, with 100 in each group's value of this unit, as a clerk would type it. */
function withFullMarks(bytes: Uint8Array, unit: string): Uint8Array {
  const files = unzipSync(bytes);
  const path = 'xl/worksheets/sheet4.xml';
  const strings = [
    ...strFromU8(must(files['xl/sharedStrings.xml'])).matchAll(/<si><t[^>]*>([^<]*)<\/t><\/si>/g),
  ].map(([, text]) => text);
  const xml = strFromU8(must(files[path])).replace(/<row .*?<\/row>/g, (row) => {
    const id = /<c r="A\d+"[^>]*t="s"[^>]*><v>(\d+)<\/v>/.exec(row)?.[1];
    if (id === undefined || strings[Number(id)] !== unit) return row;
    // The values of the five groups, behind six columns of what it is about and four of each group.
    return row.replace(/(<c r="A[A-E]\d+"(?![^>]* t=)[^>]*>)<v>[^<]*<\/v>/g, '$1<v>100</v>');
  });
  expect(xml).not.toBe(strFromU8(must(files[path])));
  return zipSync({ ...files, [path]: strToU8(xml) });
}
