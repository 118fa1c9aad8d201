// A start from a folder that was copied in the middle of a rehearsal's deletion: its parts may be older or newer than each
// other. It starts, what is gone stays gone, and nothing else is lost.
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp } from '../../server/app.ts';
import { fileOf, folderOf, passingFolder } from '../../server/meeting-folder.ts';
import type { MeetingId } from '../../shared/ids.ts';
import { openServerFile } from '../../server/store/server-file.ts';
import {
  documentsOf,
  moderator,
  PAGES,
  startServer,
  temporaryFolder,
  type TestServer,
} from '../with-server.ts';

const folder = temporaryFolder();
afterAll(() => {
  folder.remove();
});
const place = (name: string) => join(folder.path, name);

interface Told {
  readonly code: string;
  readonly id: MeetingId;
  readonly file: string;
}

/** The copies before and after the deletion, and the same of the data folder. */
const STATES = ['data', 'copies'] as const;

let real: Told;
let gone: Told;
let kept: Told;
let both: string;

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
    return { code, id, file: fileOf(id) };
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
  await upload(gone, 'mine');
  both = await upload(gone, 'of both');
  await upload(real, 'of both');
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
});

/** The folder as it was after the deletion, some of its parts as they were before. */
function assembled(
  from: (typeof STATES)[number],
  older: { readonly list: boolean; readonly folder: boolean; readonly note: boolean },
): string {
  const name = `${from}-${Object.values(older).map(Number).join('')}`;
  const [before, into] = [place(`${from}-before`), place(name)];
  cpSync(place(from), into, { recursive: true });
  if (older.list) cpSync(join(before, 'server.sqlite'), join(into, 'server.sqlite'));
  if (older.folder) cpSync(folderOf(before, gone.id), folderOf(into, gone.id), { recursive: true });
  // In the middle of being emptied.
  if (older.note)
    cpSync(
      join(folderOf(before, gone.id), 'documents'),
      join(passingFolder(into, gone.id, 'removed'), 'documents'),
      { recursive: true },
    );
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
  EITHER.flatMap((folder) => EITHER.map((note) => ({ list, folder, note }))),
);

describe('a copy made in the middle of a deletion', () => {
  it.each(CASES)('older list $list, older folder $folder, renamed $note', async (older) => {
    const data = assembled('copies', older);
    // The deletion had not begun when these were copied.
    const untouched = older.list && older.folder && !older.note;
    // The second start finds nothing left to do.
    for (const start of older.folder === older.note ? ['first'] : ['first', 'second']) {
      const on = await startServer({ data });
      const codes = untouched ? [real.code, gone.code, kept.code] : [real.code, kept.code];
      expect([start, await listed(on)]).toEqual([start, codes]);
      for (const code of codes)
        expect((await on.app.halls.wake(code))?.world.meeting.subjects.size).toBe(1);
      const report = await fetch(`${on.origin}/m/${real.code}/api/documents/${both}`);
      expect(await report.text()).toBe('of both');
      await on.app.close();
      const left = readdirSync(join(data, 'meetings')).filter((name) => name.includes(gone.id));
      expect(left).toEqual(untouched ? [gone.id] : []);
      expect(existsSync(join(data, real.file)) && existsSync(join(data, kept.file))).toBe(true);
    }
  });

  it('[R2] where a real meeting’s file is missing, the start is refused and the list stays as it was', async () => {
    const data = assembled('data', { list: true, folder: false, note: false });
    rmSync(join(data, real.file));
    const parts = { port: 0, host: '127.0.0.1', publicUrl: null, language: 'zh', data } as const;
    const refused = await startApp({ ...parts, pages: PAGES, logLevel: 'silent' });
    expect(refused).toMatchObject({ ok: false, file: join(data, real.file) });
    cpSync(join(place('data'), real.file), join(data, real.file));
    cpSync(folderOf(place('data-before'), gone.id), folderOf(data, gone.id), { recursive: true });
    const on = await startServer({ data });
    expect(await listed(on)).toEqual([real.code, gone.code, kept.code]);
    await on.app.close();
  });

  it.each([
    ['a data folder', 'data', false],
    ['a folder of copies, under a list that is new', 'copies', false],
    ['a folder of copies, a real meeting', 'copies', true],
  ] as const)('[R2] what the list does not name stays in %s', async (_, from, known) => {
    const data = place(`new-list-${from}-${String(known)}`);
    cpSync(place(`${from}-before`), data, { recursive: true });
    const list = join(data, 'server.sqlite');
    if (known) {
      const opened = openServerFile(list);
      if (!opened.ok) throw new Error(opened.detail);
      for (const { code } of opened.file.meetings()) opened.file.removeMeeting(code);
      opened.file.close();
    } else rmSync(list);
    // Not ours, though they are called so.
    const strangers = ['m00', 'm00.sqlite'].map((name) => join(data, 'meetings', name));
    for (const one of strangers) mkdirSync(one);
    for (let start = 0; start < 2; start++) {
      const on = await startServer({ data });
      if (on.app.staffLink !== null) (await moderator(on)).close();
      await on.app.close();
    }
    for (const path of [join(data, real.file), ...strangers]) expect(existsSync(path)).toBe(true);
    expect(readdirSync(documentsOf(data, real.id))).toEqual([both]);
    expect([gone, kept].map(({ file }) => existsSync(join(data, file)))).toEqual([!known, !known]);
  });
});
