// A start from a folder that was copied in the middle of a rehearsal's deletion: its parts may be older or newer than each
// other. It starts, what is gone stays gone, and nothing else is lost.
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp } from '../../server/app.ts';
import { moderator, PAGES, startServer, temporaryFolder, type TestServer } from '../with-server.ts';

const folder = temporaryFolder();
afterAll(() => {
  folder.remove();
});
const place = (name: string) => join(folder.path, name);

/** The copies before and after the deletion, and the same of the data folder. */
const STATES = ['data', 'copies'] as const;

let real: { readonly code: string; readonly file: string };
let gone: { readonly code: string; readonly file: string };
let kept: { readonly code: string; readonly file: string };
let hashes: { readonly mine: string; readonly removed: string; readonly both: string };
let note: string;

beforeAll(async () => {
  const parts = { data: place('data'), backup: place('copies') };
  const on = await startServer(parts);
  const staff = await moderator(on);
  const units = Buffer.from('编号,名称,类别\nA01,甲局,部门');
  await staff.importRoster('subjects', 'u.csv', units);
  const rehearse = async () =>
    (
      await staff.post<{ code: string }>(`/m/${staff.meeting}/api/rehearsal`, {
        language: 'zh',
      })
    ).code;
  const told = (code: string) => {
    const { id } = on.app.halls.byCode(code)!.world.meeting;
    return { code, file: join('meetings', `${id}.sqlite`) };
  };
  real = told(staff.meeting);
  gone = told(await rehearse());
  kept = told(await rehearse());
  const upload = async ({ code }: { readonly code: string }, text: string) => {
    const url = `${on.origin}/m/${code}/api/subjects/A01/documents?name=x.txt`;
    const { origin, cookie } = staff;
    const headers = { 'content-type': 'application/octet-stream', origin, cookie };
    const answer = await fetch(url, { method: 'POST', headers, body: text });
    return ((await answer.json()) as { document: { hash: string } }).document.hash;
  };
  const removed = await upload(gone, 'taken off again');
  await staff.post(`/m/${gone.code}/api/command`, {
    command: { type: 'RemoveDocument', subject: 'A01', hash: removed },
    expects: { item: null, touched: 0 },
  });
  hashes = { removed, mine: await upload(gone, 'mine'), both: await upload(gone, 'of both') };
  await upload(real, 'of both');
  note = JSON.stringify({ ...gone, documents: [hashes.mine, hashes.both] });
  staff.close();
  await on.app.close();
  for (const name of STATES) cpSync(place(name), place(`${name}-before`), { recursive: true });

  const again = await startServer(parts);
  const { cookie } = staff;
  const deleted = await fetch(`${again.origin}/m/${gone.code}/api/delete`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: again.origin, cookie },
    body: '{}',
  });
  expect(await deleted.json()).toEqual({ ok: true });
  await again.app.close();
}, 60_000);

/** The folder as it was after the deletion, some of its parts as they were before. */
function assembled(
  from: (typeof STATES)[number],
  older: { readonly list: boolean; readonly file: boolean; readonly note: boolean },
): string {
  const name = `${from}-${Object.values(older).map(Number).join('')}`;
  const [before, into] = [place(`${from}-before`), place(name)];
  cpSync(place(from), into, { recursive: true });
  cpSync(join(before, 'documents'), join(into, 'documents'), { recursive: true });
  if (older.list) cpSync(join(before, 'server.sqlite'), join(into, 'server.sqlite'));
  if (older.file) cpSync(join(before, gone.file), join(into, gone.file));
  if (older.note) writeFileSync(join(into, `${gone.file}.removed`), note);
  return into;
}

async function listed(on: TestServer): Promise<readonly string[]> {
  const answer = await fetch(`${on.origin}/api/meetings`);
  return ((await answer.json()) as { meetings: readonly { code: string }[] }).meetings.map(
    ({ code }) => code,
  );
}

const EITHER = [false, true];
const CASES = EITHER.flatMap((list) =>
  EITHER.flatMap((file) => EITHER.map((note) => ({ list, file, note }))),
);

describe('a copy made in the middle of a deletion', { timeout: 60_000 }, () => {
  it.each(CASES)('older list $list, older file $file, note $note', async (older) => {
    const data = assembled('copies', older);
    // The deletion had not begun when these were copied.
    const untouched = older.list && older.file && !older.note;
    // The second start finds nothing left to do.
    for (const start of older.file === older.note ? ['first'] : ['first', 'second']) {
      const on = await startServer({ data });
      const codes = untouched ? [real.code, gone.code, kept.code] : [real.code, kept.code];
      expect([start, await listed(on)]).toEqual([start, codes]);
      const halls = on.app.halls.all().map(({ world }) => world.meeting);
      expect(halls.map(({ subjects }) => subjects.size)).toEqual(codes.map(() => 1));
      const report = await fetch(`${on.origin}/m/${real.code}/api/documents/${hashes.both}`);
      expect(await report.text()).toBe('of both');
      await on.app.close();
      const left = readdirSync(join(data, 'meetings')).filter((name) =>
        join('meetings', name).startsWith(gone.file),
      );
      expect(left).toEqual(untouched ? [gone.file.slice('meetings/'.length)] : []);
      expect(existsSync(join(data, real.file)) && existsSync(join(data, kept.file))).toBe(true);
      // Only a file or a note can still tell which documents were its own.
      if (!untouched && older.file)
        expect(readdirSync(join(data, 'documents'))).toEqual([hashes.both]);
      else if (!untouched && older.note)
        expect(readdirSync(join(data, 'documents'))).not.toContain(hashes.mine);
    }
  });

  it('[R2] where a real meeting’s file is missing, the start is refused and the list stays as it was', async () => {
    const data = assembled('data', { list: true, file: false, note: false });
    rmSync(join(data, real.file));
    const parts = { port: 0, host: '127.0.0.1', publicUrl: null, language: 'zh', data } as const;
    const refused = await startApp({ ...parts, pages: PAGES, logLevel: 'silent' });
    expect(refused).toMatchObject({ ok: false, file: join(data, real.file) });
    cpSync(join(place('data'), real.file), join(data, real.file));
    cpSync(join(place('data-before'), gone.file), join(data, gone.file));
    const on = await startServer({ data });
    expect(await listed(on)).toEqual([real.code, gone.code, kept.code]);
    await on.app.close();
  });

  it('[R2] a real meeting that the list does not name stays where it is, and so does all under a new list', async () => {
    const data = place('new-list');
    cpSync(place('data-before'), data, { recursive: true });
    rmSync(join(data, 'server.sqlite'));
    const before = readdirSync(join(data, 'meetings'));
    let on = await startServer({ data });
    const staff = await moderator(on);
    staff.close();
    await on.app.close();
    expect(readdirSync(join(data, 'meetings'))).toEqual(expect.arrayContaining(before));
    on = await startServer({ data });
    await on.app.close();
    expect(existsSync(join(data, real.file))).toBe(true);
    // Its rehearsals are gone, but its own report is not: whoever brings its list back finds it here.
    expect(existsSync(join(data, gone.file))).toBe(false);
    expect(readdirSync(join(data, 'documents'))).toContain(hashes.both);
    // Not ours, though it is called so.
    const stranger = join(data, 'meetings', 'm00.sqlite');
    mkdirSync(stranger);
    on = await startServer({ data });
    await on.app.close();
    expect(existsSync(stranger)).toBe(true);
  });
});
