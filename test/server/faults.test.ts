// Pages tell the server of exceptions: anyone may, nobody can flood the log, and nothing that somebody wrote gets into it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FaultBook } from '../../server/faults.ts';
import { faultRoutes } from '../../server/http/faults.ts';
import type { Fault } from '../../shared/fault.ts';
import { ask, openFixture, type Fixture } from './http-fixture.ts';

const FAULT: Fault = {
  page: 'phone',
  part: 'sheet',
  message: "TypeError: Cannot read properties of undefined (reading 'criteria')",
  stack: ['seat-a1b2.js:1:2345'],
  language: 'zh',
  version: 'index-a1b2.js',
};

describe('reports of exceptions', () => {
  let fixture: Fixture;
  let counted: string[];

  beforeEach(async () => {
    counted = [];
    fixture = await openFixture((app) => {
      faultRoutes(
        app,
        new FaultBook({
          now: () => fixture.clock.at,
          log: (fault) => {
            app.log.error({ fault }, 'a page reported an exception');
          },
          counted: (page) => counted.push(page),
        }),
      );
    });
  });
  afterEach(() => fixture.close());

  const lines = () => fixture.log.filter((line) => line.includes('a page reported'));

  it('are taken without a session, and each kind is logged once with its count', async () => {
    for (let n = 0; n < 12; n++)
      expect((await ask(fixture, '/api/fault', FAULT)).json).toEqual({ ok: true });
    expect(counted).toHaveLength(12);
    expect(lines().map((line) => JSON.parse(line).fault.count)).toEqual([1, 10]);
    await ask(fixture, '/api/fault', { ...FAULT, part: 'history' });
    expect(lines()).toHaveLength(3);
  });

  it('are refused from another origin, as anything but JSON, too long, and with a word too many', async () => {
    const elsewhere = { origin: 'https://elsewhere.example' };
    expect((await ask(fixture, '/api/fault', FAULT, elsewhere)).json.ok).toBe(false);
    expect((await ask(fixture, '/api/fault', FAULT, { origin: null })).json.ok).toBe(false);
    for (const wrong of [
      { ...FAULT, url: 'http://x/m/1/j#secret' },
      { ...FAULT, page: 'constructor' },
      { ...FAULT, part: '王小明' },
      { ...FAULT, message: 'x'.repeat(161) },
      { ...FAULT, stack: ['http://x/m/1/j#secret:1:2'] },
      { ...FAULT, stack: Array.from({ length: 9 }, () => 'a.js:1:2') },
      { ...FAULT, version: 'a b' },
      { ...FAULT, padding: 'x'.repeat(5000) },
      [],
    ])
      expect([400, 413]).toContain((await ask(fixture, '/api/fault', wrong)).status);
    const form = await fixture.app.inject({
      method: 'POST',
      url: '/api/fault',
      headers: { origin: 'http://192.168.1.5:8080', 'content-type': 'text/plain' },
      payload: JSON.stringify(FAULT),
    });
    expect(form.statusCode).toBeGreaterThanOrEqual(400);
    expect(counted).toEqual([]);
    expect(lines()).toEqual([]);
  });

  it('are told nothing by: what a page should have left out is left out here too', async () => {
    const secrets = [
      '王小明',
      'https://x.example/j#s3cret',
      'AbCdEfGhIjKlMnOpQrStUvWxYz012345678901234',
      'Smith',
      '98',
    ];
    await ask(fixture, '/api/fault', {
      ...FAULT,
      message: `Error: "${secrets[0] ?? ''}" at ${secrets[1] ?? ''} ${secrets[2] ?? ''} 'Smith' scored 98`,
    });
    for (const secret of secrets)
      expect(JSON.parse(lines()[0] ?? '').fault.message).not.toContain(secret);
    expect(lines()).toHaveLength(1);
  });

  it('cannot flood the log: sixty are looked at in a minute, and two hundred kinds are known', async () => {
    for (let n = 0; n < 70; n++) {
      const { status } = await ask(fixture, '/api/fault', {
        ...FAULT,
        stack: [`a.js:1:${String(n)}`],
      });
      expect(status).toBe(n < 60 ? 200 : 429);
    }
    expect(lines()).toHaveLength(60);
    for (let minute = 1; minute < 6; minute++) {
      fixture.clock.at += 60_000;
      for (let n = 0; n < 60; n++)
        await ask(fixture, '/api/fault', {
          ...FAULT,
          stack: [`b.js:${String(minute)}:${String(n)}`],
        });
    }
    expect(lines()).toHaveLength(200);
    expect(counted).toHaveLength(360);
  });
});
