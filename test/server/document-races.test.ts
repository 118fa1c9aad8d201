// The same bytes are handed in and deleted in the same moment, over a real server: a meeting keeps what it was told it has.
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { StaffClient } from '../../scripts/staff-client.ts';
import { moderator, startServer, temporaryFolder, type TestServer } from '../with-server.ts';

const ROUNDS = 8;
const UNITS = Buffer.from('编号,名称,类别\nA01,甲局,部门');

let folder: ReturnType<typeof temporaryFolder>;
let on: TestServer;
let staff: StaffClient;
beforeEach(async () => {
  folder = temporaryFolder();
  on = await startServer({ data: join(folder.path, 'data'), backup: join(folder.path, 'copies') });
  staff = await moderator(on);
  await staff.importRoster('subjects', 'u.csv', UNITS);
});
afterEach(async () => {
  staff.close();
  await on.app.close();
  folder.remove();
});

interface Answer {
  readonly ok: boolean;
  readonly code?: string;
  readonly document?: { readonly hash: string };
}

async function post(path: string, body: object | string): Promise<Answer> {
  const type = typeof body === 'string' ? 'octet-stream' : 'json';
  const response = await fetch(on.origin + path, {
    method: 'POST',
    headers: { 'content-type': `application/${type}`, origin: on.origin, cookie: staff.cookie },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return (await response.json()) as Answer;
}

const upload = (code: string, text: string) =>
  post(`/m/${code}/api/subjects/A01/documents?name=x.txt`, text);
const takeOff = (hash: string, code = staff.meeting) =>
  post(`/m/${code}/api/command`, {
    command: { type: 'RemoveDocument', subject: 'A01', hash },
    expects: { item: null, touched: 0 },
  });
const rehearse = async () =>
  (await post(`/m/${staff.meeting}/api/rehearsal`, { language: 'zh' })).code ?? '';
/** Reports in the folders of all meetings, whatever those are called. */
const documents = () =>
  readdirSync(join(on.data, 'meetings'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && basename(entry.parentPath) === 'documents')
    .map(({ name }) => name);

it(`a document that comes while a rehearsal with the same one is deleted stays, ${String(ROUNDS)} times`, async () => {
  for (let n = 0; n < ROUNDS; n++) {
    const text = `report ${String(n)}`;
    const code = await rehearse();
    expect(await upload(code, text)).toMatchObject({ ok: true });
    // Handed in, looked at and taken off again for as long as the deletion takes.
    const state = { deleted: false };
    const deletion = post(`/m/${code}/api/delete`, {}).then((answer) => {
      state.deleted = true;
      return answer;
    });
    do {
      const answer = await upload(staff.meeting, text);
      expect(answer, `round ${String(n)}`).toMatchObject({ ok: true });
      const hash = answer.document?.hash ?? '';
      const { status } = await fetch(`${on.origin}/m/${staff.meeting}/api/documents/${hash}`);
      expect([n, status]).toEqual([n, 200]);
      expect(await takeOff(hash)).toEqual({ ok: true });
    } while (!state.deleted);
    expect(await deletion).toEqual({ ok: true });
  }
});

it('a rehearsal that is deleted while it gets documents leaves none, nor those it was rid of before', async () => {
  for (let n = 0; n < 3; n++) {
    const code = await rehearse();
    const first = await upload(code, `first ${String(n)}`);
    expect(await takeOff(first.document?.hash ?? '', code)).toEqual({ ok: true });
    const uploads = Array.from({ length: 4 }, (_, k) => upload(code, `${String(n)} ${String(k)}`));
    const deletion = post(`/m/${code}/api/delete`, {});
    await Promise.all(uploads);
    expect(await deletion).toEqual({ ok: true });
    expect(documents(), `round ${String(n)}`).toEqual([]);
  }
});
