// What README and the papers beside it say in numbers and names is what the code does.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MOST_CONNECTIONS, OPTIONS, SWITCHES } from '../../server/config.ts';
import { LOW_DISK } from '../../server/disk.ts';
import { MAX_MEGABYTES, MAX_TEXT_MEGABYTES } from '../../server/documents/document-store.ts';
import { RETENTION_DAYS } from '../../server/new-meeting.ts';
import { COMMAND_BODY_LIMIT } from '../../server/http/command.ts';
import { KEPT_SECONDS } from '../../server/http/cookies.ts';
import { BODY_LIMIT } from '../../server/http/guard.ts';
import { INVITATION_MS } from '../../server/http/staff.ts';
import { LIMITS } from '../../server/identity/attempts.ts';
import { MAX_PASSPHRASE } from '../../server/identity/passphrase.ts';
import { STRONG_ENOUGH } from '../../shared/passphrase.ts';
import { INTERVAL_MS } from '../../server/live/audiences.ts';
import { MESSAGE_BYTES } from '../../server/live/sockets.ts';
import { sharesOf } from '../../server/live/places.ts';
import { PAUSE_MS, SEAT, STAFF } from '../../server/live/speakers.ts';
import { KNOCK_MS } from '../../server/rehearsal/follow.ts';
import { LONGEST_MS } from '../../server/rehearsal/simulation.ts';
import { VERIFY_SLICE } from '../../server/store/named-box.ts';
import { LATE_MS } from '../../server/surroundings.ts';
import { LONGEST_WORD } from '../../shared/meeting/decide/words.ts';
import { TAKEOVERS_ALLOWED, TAKEOVER_WINDOW_MS } from '../../shared/meeting/decide/seats.ts';
import { MOST_DOCUMENTS } from '../../shared/meeting/decide/subjects.ts';
import { LONGEST_WAIT_MS } from '../../shared/meeting/holders.ts';
import { PAPER_STEP } from '../../shared/meeting/papers.ts';
import { LONGEST_TITLE, MOST_REHEARSALS, REHEARSAL_DAYS } from '../../shared/meeting/rehearsal.ts';
import { MOST_ADJUSTMENTS, MOST_CROWDS, MOST_SIMULATED } from '../../shared/number-limits.ts';
import { MAX_NAME } from '../../shared/roster/cells.ts';
import * as rosters from '../../shared/roster/problem.ts';
import { checkScheme, SCHEME_DEFAULTS } from '../../shared/scoring/scheme.ts';
import { SESSION_IDLE_MS, SESSION_WHOLE_MS } from '../../shared/staff-session.ts';
import { MESSAGES } from '../../shared/wire.ts';

import { MOST_DEPTH, MOST_NODES, MOST_RULES } from '../../shared/wire-plan.ts';

const page = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const README = page('README.md');
const CHINESE = page('README.zh.md');
const OPERATING = page('docs/operating.md');
const LIMITS_PAGE = page('docs/limits.md');
const DECISIONS = readdirSync(new URL('../../docs/decisions', import.meta.url)).map((file) =>
  page(`docs/decisions/${file}`),
);
const PAPERS = [README, CHINESE, OPERATING, LIMITS_PAGE, page('docs/architecture.md')];
const ALL = [...PAPERS, page('docs/SPEED.md'), page('CONTRIBUTING.md'), ...DECISIONS].join('\n');
const PACKAGE = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
) as { readonly scripts: object; readonly engines: { readonly node: string } };

/** Rows of the table of a page that begins with this, without its head. */
function table(of: string, head: string): readonly (readonly string[])[] {
  const lines = of.slice(of.indexOf(head)).split('\n');
  const from = lines.findIndex((line) => line.startsWith('|'));
  const rows = lines.slice(from);
  return rows
    .slice(
      2,
      rows.findIndex((line) => !line.startsWith('|')),
    )
    .map((row) =>
      row
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );
}

const KB = 1024;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const many = (n: number) => n.toLocaleString('en-US');

/** The longest list, up to a bound, that a schema takes. */
function longest(command: (length: number) => object, most = 5000): number {
  const takes = (length: number) =>
    MESSAGES.command.safeParse({ command: command(length), expects: { item: null, touched: 0 } })
      .success;
  let [least, bound] = [1, most];
  while (least < bound) {
    const half = Math.ceil((least + bound) / 2);
    if (takes(half)) least = half;
    else bound = half - 1;
  }
  return least;
}
const list = <T>(length: number, of: (n: number) => T) => Array.from({ length }, (_, n) => of(n));

describe('README', () => {
  it('begins with the two commands, and says the same in both languages', () => {
    for (const text of [README, CHINESE])
      expect(text.slice(0, text.indexOf('## '))).toContain('```\nnpm start\nnpm test\n```\n');
    // Of the manual each names its own language's pages, beside the other's.
    const facts = (text: string) =>
      [...text.matchAll(/`([^`\n]+)`|\]\(([^)#]+)/g)]
        .map(([, code, link]) => code ?? link ?? '')
        .filter((one) => !/README|manual\/|pictures\//.test(one));
    expect(facts(CHINESE).length).toBeGreaterThan(25);
    expect(new Set(facts(CHINESE))).toEqual(new Set(facts(README)));
  });

  it('lists every option of the command line', () => {
    const listed = table(OPERATING, '| option').flatMap(([names = '']) =>
      [...names.matchAll(/--([a-z-]+)/g)].map(([, name]) => name),
    );
    expect(new Set(listed)).toEqual(new Set([...Object.keys(OPTIONS), ...Object.keys(SWITCHES)]));
    expect(new Set(listed).size).toBe(listed.length);
  });

  it('states the limits of the code', () => {
    const items = longest((length) => ({
      type: 'SetAgenda',
      items: list(length, (n) => ({ id: `i${String(n)}`, kind: 'check-in' })),
    }));
    const criteria = longest((length) => ({
      type: 'AdoptSheet',
      sheet: {
        id: 'live',
        name: 'x',
        children: list(length, (n) => ({
          ...{ id: `c${String(n)}`, name: 'x' },
          ...{ max: '1', step: '1', weight: '1' },
        })),
      },
    }));
    expect([LIMITS.windowMs, TAKEOVER_WINDOW_MS]).toEqual([10 * MINUTE_MS, 10 * MINUTE_MS]);
    expect(LONGEST_TITLE).toBe(MAX_NAME);
    expect(INTERVAL_MS.panel).toBe(INTERVAL_MS.screen);
    const { screen, staff } = INTERVAL_MS;
    const shares = sharesOf(MOST_CONNECTIONS);
    expect([shares.screen, shares.lobby]).toEqual([shares.staff, shares.staff]);
    expect(table(LIMITS_PAGE, '| what').map(([, limit]) => limit)).toEqual([
      `${MESSAGE_BYTES / KB} KB`,
      `${BODY_LIMIT / KB} KB; ${COMMAND_BODY_LIMIT / KB} KB`,
      `${rosters.MAX_MEGABYTES} MB, ${many(rosters.MAX_ENTRIES)} entries`,
      `${MAX_MEGABYTES} MB; ${MAX_TEXT_MEGABYTES} MB; ${MOST_DOCUMENTS}`,
      `${many(items)} items; ${criteria}`,
      `${MOST_NODES}; ${MOST_DEPTH}`,
      `${MOST_RULES}`,
      many(MOST_ADJUSTMENTS),
      `${MAX_NAME}; ${LONGEST_WORD} characters`,
      `${MOST_REHEARSALS}; ${REHEARSAL_DAYS} days`,
      `${MOST_SIMULATED}; ${MOST_CROWDS}`,
      `${LONGEST_MS / HOUR_MS} hours; ${1000 / KNOCK_MS} a second`,
      `${RETENTION_DAYS} days`,
      many(MOST_CONNECTIONS),
      [shares.panel, shares.public, shares.staff].map(many).join('; '),
      `${SEAT.sockets}; ${STAFF.sockets}`,
      [SEAT, STAFF].map(({ pace }) => `${pace.burst}, ${pace.perSecond}`).join('; '),
      `${SESSION_IDLE_MS / HOUR_MS} hours; ${SESSION_WHOLE_MS / HOUR_MS / 24} days`,
      `${INVITATION_MS / HOUR_MS} hours`,
      `${(KEPT_SECONDS * 1000) / HOUR_MS / 24} days`,
      `${STRONG_ENOUGH} letters or 8 Chinese characters, to ${MAX_PASSPHRASE}`,
      `${LIMITS.perKey}; ${LIMITS.overall}`,
      String(TAKEOVERS_ALLOWED),
      `${LONGEST_WAIT_MS / HOUR_MS} hours`,
      `${screen} ms, ${staff} ms, ${INTERVAL_MS.public / 1000} s`,
      `${LATE_MS / 1000} s`,
      `${LOW_DISK / KB / KB} MB`,
    ]);
  });

  it('tells numbers in its sentences as they are', () => {
    const words = new Map([
      [2, 'two'],
      [3, 'three'],
      [12, 'twelve'],
      [100, 'a hundred'],
      [1000, 'a thousand'],
    ]);
    const word = (n: number) => words.get(n) ?? String(n);
    for (const sentence of [
      `A meeting has ${word(MOST_REHEARSALS)} at the most`,
      `A socket takes ${MESSAGE_BYTES / KB} KB a message`,
      `up to ${COMMAND_BODY_LIMIT / KB} KB`,
      `a pause of ${PAUSE_MS / 1000} seconds after a flood`,
      `then every ${INTERVAL_MS.screen} ms, to viewers every second`,
      `counts for nothing after ${word(LONGEST_WAIT_MS / HOUR_MS)} hours`,
      `stands ${word(PAPER_STEP)} revisions above`,
      `in steps of ${word(VERIFY_SLICE)} ballots`,
      `Node ${PACKAGE.engines.node.replace('>=', '')} or newer`,
    ])
      expect(ALL).toContain(sentence);
    expect(INTERVAL_MS.public).toBe(1000);
    // "to two at the least"
    const floor = (n: number) => checkScheme({ id: 'x', version: 1, ...SCHEME_DEFAULTS, floor: n });
    expect([floor(1), floor(2)]).toEqual(['floor', null]);
  });

  it('names only scripts and files that are there', () => {
    const scripts = [...ALL.matchAll(/npm run ([a-z]+)/g)].map(([, name]) => name);
    expect(Object.keys(PACKAGE.scripts)).toEqual(expect.arrayContaining([...new Set(scripts)]));
    const files = [...ALL.matchAll(/`((?:shared|server|client|scripts|test)\/[\w./-]*)`/g)];
    expect(files.length).toBeGreaterThan(20);
    for (const [, file = ''] of files)
      expect(existsSync(new URL(`../../${file}`, import.meta.url)), file).toBe(true);
  });
});
