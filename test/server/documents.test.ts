// Reports over real HTTP: what is taken, what is refused, and that nothing that goes out can run (BALLOTS.md §3).
import { createHash, randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DocumentStore } from '../../server/documents/document-store.ts';
import { mediaOf, textOf } from '../../server/documents/media.ts';
import { documentRoutes } from '../../server/http/documents.ts';
import { guard } from '../../server/http/guard.ts';
import { loggerOptions } from '../../server/http/log.ts';
import { StaffClient } from '../../scripts/staff-client.ts';
import { openFixture, ORIGIN } from './http-fixture.ts';
import {
  documentsOf,
  example,
  moderator,
  PASSPHRASE,
  startServer,
  temporaryFolder,
  type TestServer,
} from '../with-server.ts';

const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const JPEG = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');
const WEBP = Buffer.from('RIFF\x1a\0\0\0WEBPVP8L', 'latin1');
const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

let server: TestServer;
let staff: StaffClient;
let units: readonly string[];

beforeAll(async () => {
  server = await startServer();
  staff = await moderator(server);
  await staff.importRoster('subjects', 'units-77.csv', example('units-77.csv'));
  units = staff.view.subjects.map(({ id }) => id);
});
afterAll(async () => {
  staff.close();
  await server.stop();
});

const folder = () =>
  documentsOf(server.data, server.app.halls.byCode(staff.meeting)!.world.meeting.id);
const base = () => `${server.origin}/m/${staff.meeting}/api`;

async function send(
  subject: string | undefined,
  name: string,
  body: Uint8Array | string,
  headers: Record<string, string> = {},
) {
  const response = await fetch(
    `${base()}/subjects/${String(subject)}/documents?name=${encodeURIComponent(name)}`,
    {
      method: 'POST',
      headers: {
        'content-type': 'application/octet-stream',
        origin: server.origin,
        cookie: staff.cookie,
        ...headers,
      },
      body: typeof body === 'string' ? body : Uint8Array.from(body),
    },
  );
  return { status: response.status, json: (await response.json()) as never as Answer };
}
interface Answer {
  readonly ok: boolean;
  readonly refusal?: { readonly code: string };
  readonly document: { readonly hash: string; readonly name: string; readonly media: string };
}
const get = (hash: string, headers: Record<string, string> = {}) =>
  fetch(`${base()}/documents/${hash}`, { headers });
const listed = (subject: string | undefined) =>
  staff.view.subjects.find(({ id }) => id === subject)?.documents ?? [];

describe('a report', () => {
  it('is kept under the hash of its bytes, listed, and given to anyone', async () => {
    const { status, json } = await send(units[0], '2026年度述职报告.pdf', PDF);
    expect([status, json]).toEqual([
      200,
      {
        ok: true,
        document: {
          hash: sha(PDF),
          bytes: PDF.length,
          media: 'application/pdf',
          name: '2026年度述职报告.pdf',
        },
      },
    ]);
    expect(statSync(folder()).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder(), sha(PDF))).mode & 0o777).toBe(0o600);
    await staff.until(() => listed(units[0]).length === 1);
    const response = await get(sha(PDF));
    expect(Buffer.from(await response.arrayBuffer())).toEqual(PDF);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(PDF.length),
      'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent('2026年度述职报告.pdf')}`,
      'cache-control': 'public, no-cache',
      'accept-ranges': 'bytes',
      etag: `"${sha(PDF)}"`,
    });
  });

  it('is not sent again to whoever has it, and in parts to whoever asks for parts', async () => {
    const tag = `"${sha(PDF)}"`;
    expect((await get(sha(PDF), { 'if-none-match': tag })).status).toBe(304);
    const part = await get(sha(PDF), { range: 'bytes=0-4' });
    expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([
      206,
      `bytes 0-4/${String(PDF.length)}`,
      '%PDF-',
    ]);
    const last = await get(sha(PDF), { range: 'bytes=-6' });
    expect([last.status, await last.text()]).toEqual([206, '%%EOF\n']);
    const beyond = await get(sha(PDF), { range: 'bytes=9999-' });
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([
      416,
      `bytes */${String(PDF.length)}`,
    ]);
    const other = await get(sha(PDF), { range: 'bytes=0-4', 'if-range': '"other"' });
    expect([other.status, (await other.arrayBuffer()).byteLength]).toEqual([200, PDF.length]);
    const head = await fetch(`${base()}/documents/${sha(PDF)}`, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length')]).toEqual([200, String(PDF.length)]);
  });

  it('can be a picture or a text; a text is kept as UTF-8', async () => {
    for (const [name, bytes, media] of [
      ['a.png', PNG, 'image/png'],
      // A photograph that was saved under another picture's name.
      ['b.png', JPEG, 'image/jpeg'],
      ['c', WEBP, 'image/webp'],
    ] as const)
      expect((await send(units[1], name, bytes)).json.document.media).toBe(media);
    const gb = Buffer.from('d6d0cec4b1a8b8e6', 'hex');
    const { json } = await send(units[1], '报告.TXT', gb);
    expect(json.document).toMatchObject({
      media: 'text/plain',
      hash: sha(Buffer.from('中文报告')),
      bytes: 12,
    });
    const marked = await send(units[1], '报告.md', Buffer.from('\ufeff# 一\n'));
    expect(marked.json.document).toMatchObject({ media: 'text/markdown', bytes: 6 });
    const response = await get(json.document.hash);
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(await response.text()).toBe('中文报告');
  });

  it('sent by two at once is one file, and stands once at each unit', async () => {
    const bytes = Buffer.concat([PDF, randomBytes(300_000)]);
    const answers = await Promise.all(
      [units[2], units[3], units[2]].map((unit) => send(unit, 'same.pdf', bytes)),
    );
    expect(answers.map(({ json }) => json.refusal?.code ?? 'ok').sort()).toEqual([
      'document-there',
      'ok',
      'ok',
    ]);
    expect(readFileSync(join(folder(), sha(bytes)))).toEqual(bytes);
    expect(readdirSync(folder()).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('that was removed is given no more, and comes back when it is attached again', async () => {
    const hash = sha(PNG);
    expect((await get(hash)).status).toBe(200);
    await staff.run({ type: 'RemoveDocument', subject: units[1] as never, hash });
    // Whoever has it is told as well, in whatever way they ask.
    for (const headers of [{ 'if-none-match': `"${hash}"` }, { range: 'bytes=0-4' }])
      expect((await get(hash, headers)).status).toBe(404);
    const gone = await get(hash);
    expect([gone.status, await gone.json()]).toEqual([
      404,
      { ok: false, refusal: { code: 'document-unknown' } },
    ]);
    expect(gone.headers.get('cache-control')).toBe('no-store');
    const again = (body: object) =>
      staff.post(`/m/${staff.meeting}/api/subjects/${String(units[1])}/documents/again`, body);
    await again({ hash, name: 'a.png' });
    expect((await get(hash)).status).toBe(200);
    await expect(again({ hash, name: 'a.png' })).rejects.toThrow('document-there');
    await expect(again({ hash: '0'.repeat(64), name: 'a.png' })).rejects.toThrow(
      'document-unknown',
    );
    await expect(again({ hash, name: 'a.pdf' })).rejects.toThrow('document-unknown');
    await expect(again({ hash: '../server.sqlite', name: 'a' })).rejects.toThrow('malformed');
  });

  it('is of one meeting: another meeting does not give it', async () => {
    const other = new StaffClient(server.origin);
    other.cookie = staff.cookie;
    const code = await other.create('另一个会议');
    other.close();
    const path = `${server.origin}/m/${code}/api/documents/${sha(PDF)}`;
    expect((await fetch(path)).status).toBe(404);
  });
});

describe('refused', () => {
  const html = '<!doctype html><script>alert(1)</script>';
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>';
  it.each([
    ['a web page', 'a.html', html],
    ['a web page under a PDF’s name', 'a.pdf', html],
    ['a web page under a text’s name', 'a.txt', ` \n${html}`],
    ['a web page under a Markdown name', 'a.md', '<HTML><body>'],
    ['a drawing', 'a.svg', svg],
    ['a drawing under a picture’s name', 'a.png', svg],
    ['a drawing under a text’s name', 'a.txt', `<?xml version="1.0"?>${svg}`],
    ['a text under a PDF’s name', 'a.pdf', 'just words'],
    ['a picture under a PDF’s name', 'a.pdf', PNG],
    ['a PDF under a picture’s name', 'a.png', PDF],
    ['a page before a PDF', 'a.pdf', `${html}%PDF-1.4`],
    ['a program', 'a.txt', Buffer.from('4d5a90000300000004000000ffff0000', 'hex')],
    ['a text without a text’s name', 'report', 'just words'],
    ['bytes of no encoding', 'a.txt', Buffer.from('ff81ff81ff', 'hex')],
    ['nothing', 'a.pdf', ''],
    ['blanks', 'a.txt', ' \n '],
    ['a GIF', 'a.gif', 'GIF89a'],
    ['a document of Word', 'a.docx', 'PK\x03\x04'],
  ])('%s', async (_, name, body) => {
    const { status, json } = await send(units[5], name, body);
    expect([status, json.refusal]).toEqual([400, { code: 'document-media' }]);
  });

  it('more than 20 MB, and a text of more than 1 MB', async () => {
    const before = readdirSync(folder()).length;
    const large = Buffer.concat([PDF, Buffer.alloc(21_000_000)]);
    expect(await send(units[5], 'large.pdf', large)).toEqual({
      status: 413,
      json: { ok: false, refusal: { code: 'document-too-large', maxMegabytes: 20 } },
    });
    expect(await send(units[5], 'long.txt', 'a'.repeat(1_000_001))).toEqual({
      status: 413,
      json: { ok: false, refusal: { code: 'document-too-large', maxMegabytes: 1 } },
    });
    expect(readdirSync(folder())).toHaveLength(before);
    const most = Buffer.concat([PDF, Buffer.alloc(20_000_000 - PDF.length)]);
    expect((await send(units[5], 'most.pdf', most)).status).toBe(200);
  });

  it.each([
    ['', 400],
    ['\u202efdp.exe', 400],
    ['a\u0000.pdf', 400],
    [`${'长'.repeat(121)}.pdf`, 400],
  ])('the name %j', async (name, status) => {
    expect((await send(units[6], name, PDF)).status).toBe(status);
  });

  it('a unit that is not there, and what is no stream of bytes', async () => {
    expect((await send('nobody', 'a.pdf', PDF)).json.refusal).toMatchObject({
      code: 'unknown-subject',
    });
    for (const type of ['application/json', 'text/plain', 'multipart/form-data', 'text/html'])
      expect((await send(units[6], 'a.pdf', '{"a":1}', { 'content-type': type })).status).toBe(400);
    const json = JSON.stringify('a'.repeat(70_000));
    const answer = await send(units[6], 'a.pdf', json, { 'content-type': 'application/json' });
    expect(answer.status).toBe(413);
  });

  it('whoever is no staff of the desk', async () => {
    const before = readdirSync(folder()).length;
    const bytes = Buffer.concat([PDF, randomBytes(8)]);
    expect((await send(units[6], 'a.pdf', bytes, { cookie: '' })).status).toBe(401);
    expect((await send(units[6], 'a.pdf', bytes, { origin: 'http://evil.example' })).status).toBe(
      403,
    );
    for (const [role, status] of [
      ['supervisor', 403],
      ['clerk', 200],
    ] as const) {
      const link = await staff.post<{ url: string }>('/api/staff/invite', { role });
      const one = new StaffClient(server.origin);
      await one.accept(link.url, role, PASSPHRASE);
      expect((await send(units[6], 'a.pdf', bytes, { cookie: one.cookie })).status).toBe(status);
      if (status !== 200) expect(readdirSync(folder())).toHaveLength(before);
    }
  });

  it.each(['0'.repeat(64), 'a', '..', '%2e%2e%2fserver.sqlite', `${'0'.repeat(62)}%00`])(
    'the hash %s',
    async (hash) => {
      const status = (await get(hash)).status;
      expect([400, 404]).toContain(status);
    },
  );
});

describe('[BALLOTS §3] what goes out', () => {
  it('is exactly typed, and can run no script, style or frame of the place', async () => {
    const names = ['<img onerror=alert(1) src=x>.pdf', 'a\'"();\r\n.pdf', '../../server.sqlite'];
    for (const name of names) {
      const bytes = Buffer.concat([PDF, randomBytes(8)]);
      const { status, json } = await send(units[7], name, bytes);
      expect(status, name).toBe(name.includes('\n') ? 400 : 200);
      if (!json.ok) continue;
      const { headers } = await get(json.document.hash);
      expect(headers.get('content-disposition')).toMatch(
        /^inline; filename\*=UTF-8''[A-Za-z0-9%._~!-]+$/,
      );
    }
    for (const hash of [sha(PNG), sha(Buffer.from('中文报告')), sha(PDF)]) {
      const { headers } = await get(hash);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      const isPdf = headers.get('content-type') === 'application/pdf';
      expect(policy).toContain(`frame-ancestors '${isPdf ? 'self' : 'none'}'`);
      expect(policy).not.toMatch(/script-src|unsafe-eval|allow-|\*/);
      if (!isPdf) expect(policy).toMatch(/sandbox$/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe(isPdf ? 'SAMEORIGIN' : 'DENY');
      expect(headers.get('content-type')).not.toMatch(/html|xml|svg/);
    }
  });

  it('a polyglot is only what it was taken for', async () => {
    const polyglot = Buffer.from('%PDF-1.4\n<script>alert(1)</script><html>');
    const { json } = await send(units[8], 'poly.pdf', polyglot);
    const { headers } = await get(json.document.hash);
    expect(headers.get('content-type')).toBe('application/pdf');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('is never kept by a cache unasked: whole, in part, and as a head', async () => {
    const { json } = await send(units[8], 'gone.pdf', Buffer.concat([PDF, Buffer.from('gone')]));
    const { hash } = json.document;
    for (const headers of [{}, { range: 'bytes=0-4' }, { 'if-none-match': `"${hash}"` }])
      for (const method of ['GET', 'HEAD']) {
        const response = await fetch(`${base()}/documents/${hash}`, { method, headers });
        expect([method, response.headers.get('cache-control')]).toEqual([
          method,
          'public, no-cache',
        ]);
      }
  });
});

it('an upload that breaks off leaves nothing but the others', async () => {
  const before = readdirSync(folder()).sort();
  const { port } = new URL(server.origin);
  const socket = connect(Number(port), '127.0.0.1');
  const path = `/m/${staff.meeting}/api/subjects/${String(units[9])}/documents?name=a.pdf`;
  socket.write(
    `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\norigin: ${server.origin}\r\ncookie: ${staff.cookie}\r\n` +
      'content-type: application/octet-stream\r\ncontent-length: 1000000\r\n\r\n%PDF-1.4',
  );
  await expect.poll(() => readdirSync(folder()).some((name) => name.endsWith('.part'))).toBe(true);
  socket.destroy();
  await expect.poll(() => readdirSync(folder()).sort()).toEqual(before);
  expect(listed(units[9])).toEqual([]);
});

it('[BALLOTS §3] the log holds neither names of files nor hashes that were asked for', async () => {
  const { deps, close } = await openFixture();
  const lines: string[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString());
      done();
    },
  });
  const app = fastify({ logger: { ...loggerOptions('trace'), stream } });
  await guard(app, deps);
  await app.register(async (scope) => documentRoutes(scope, deps));
  const url = '/m/none/api/subjects/U1/documents?name=canary-report.pdf';
  const headers = { origin: ORIGIN, 'content-type': 'application/octet-stream' };
  await app.inject({ method: 'POST', url, headers, payload: 'canary-body' });
  await app.inject({ url: `/m/none/api/documents/canary?canary=1` });
  await app.close();
  await close();
  expect(lines.join('')).toContain('/m/:code/api/documents/:hash');
  expect(lines.join('')).not.toContain('canary');
});

describe('the folder', () => {
  it.each([
    ['on the same disk', tmpdir()],
    ['on another disk, which no link reaches', '/dev/shm'],
  ])('has the documents of a folder %s', async (_, disk) => {
    const { path, remove } = temporaryFolder();
    const elsewhere = mkdtempSync(join(existsSync(disk) ? disk : path, 'kleroterion-'));
    const [from, to] = [join(elsewhere, 'documents'), join(path, 'documents')];
    mkdirSync(from);
    writeFileSync(join(from, sha(PDF)), PDF);
    const store = new DocumentStore(to);
    for (let n = 0; n < 2; n++) store.takeFrom(new DocumentStore(from), [sha(PDF), '0'.repeat(64)]);
    rmSync(elsewhere, { recursive: true });
    expect(readdirSync(to)).toEqual([sha(PDF)]);
    expect(readFileSync(join(to, sha(PDF))).equals(PDF)).toBe(true);
    expect(await store.find(sha(PDF), 'a.pdf')).toMatchObject({ bytes: PDF.length });
    remove();
  });

  it('is swept of what a dying machine left, and of nothing else', async () => {
    const { path, remove } = temporaryFolder();
    const documents = join(path, 'documents');
    mkdirSync(documents);
    writeFileSync(join(documents, 'ab.part'), 'half');
    writeFileSync(join(documents, sha(PDF)), PDF);
    const store = new DocumentStore(documents);
    expect(readdirSync(documents)).toEqual([sha(PDF)]);
    expect(await store.bytes(sha(PDF))).toBe(PDF.length);
    expect(await store.bytes('../server.sqlite')).toBeNull();
    expect(existsSync(join(documents, 'ab.part'))).toBe(false);
    remove();
  });
});

describe('parts', () => {
  const bytes = Buffer.from('0123456789');
  let hash: string;
  beforeAll(async () => {
    hash = (await send(units[10], 'ten.txt', bytes)).json.document.hash;
  });

  it.each([
    [undefined, 'whole'],
    ['bytes=0-', [0, 9]],
    ['bytes=3-5', [3, 5]],
    ['bytes=3-99', [3, 9]],
    ['bytes=-3', [7, 9]],
    ['bytes=-99', 'whole'],
    ['bytes=-0', 'none'],
    ['bytes=10-', 'none'],
    ['bytes=5-3', 'none'],
    ['bytes=0-1,3-4', 'whole'],
    ['bytes=-', 'none'],
    ['lines=1-2', 'whole'],
    [`bytes=${'9'.repeat(16)}-`, 'none'],
  ] as const)('the range %s', async (range, part) => {
    const { status, headers, body } = await parts(range === undefined ? {} : { range });
    if (part === 'none')
      expect([status, headers.get('content-range')]).toEqual([416, 'bytes */10']);
    else if (part === 'whole') expect([status, body]).toEqual([200, '0123456789']);
    else {
      const [first, last] = part;
      const said = headers.get('content-range');
      const cut = '0123456789'.slice(first, last + 1);
      expect([status, said, body]).toEqual([206, `bytes ${first}-${last}/10`, cut]);
      expect(headers.get('content-length')).toBe(String(cut.length));
    }
  });

  it('goes on with the very document that was begun, and with no other', async () => {
    const range = 'bytes=3-5';
    expect((await parts({ range, 'if-range': `"${hash}"` })).body).toBe('345');
    for (const other of ['"other"', 'W/"other"', new Date().toUTCString()])
      expect((await parts({ range, 'if-range': other })).body).toBe('0123456789');
  });

  async function parts(headers: Record<string, string>) {
    const response = await get(hash, headers);
    expect(response.headers.get('etag')).toBe(`"${hash}"`);
    return { status: response.status, headers: response.headers, body: await response.text() };
  }

  it('a name may say less than the content, and nothing else', () => {
    expect(mediaOf(PDF, '报告')).toBe('application/pdf');
    expect(mediaOf(PDF, 'report.2026')).toBe('application/pdf');
    expect(mediaOf(Buffer.from('x'), 'a.markdown')).toBe('text/markdown');
    expect(textOf(Buffer.from('普通文字 <b>'))).toBe('普通文字 <b>');
  });
});
