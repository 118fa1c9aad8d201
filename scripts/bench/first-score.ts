// How soon a phone that has scanned its QR code can give its first score: with nothing in its cache, on a bad link.
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { launch } from '../../test/browser/browser.ts';
import { freePort } from '../../test/server-process.ts';
import { ensureBrowser, ensureBuild } from '../prepare.mjs';
import { SocketPhone } from '../../server/rehearsal/socket-phone.ts';
import { loadBy, type Load } from './bad-link.ts';
import { median } from './loop.ts';
import { openScore, seated } from './seated.ts';
import { benchServer, withFolder } from './server.ts';
import { ms, row, times, title } from './table.ts';

const RUNS = 9;
const PAGES = fileURLToPath(new URL('../../dist/client', import.meta.url));
/** No browser takes this name for its own machine: it comes without TLS, and is sent gzip as in a hall that has no certificate. */
const HOST = 'hall.test';

export async function benchFirstScore(): Promise<void> {
  await ensureBuild();
  process.env['CHROMIUM'] = await ensureBrowser();
  title(
    `First score of ${String(RUNS)} phones: 1.6 Mbit/s, 150 ms, a processor four times slower. Medians, ms. Goal: 2000 ms.`,
  );
  row('', ['greeted', 'scored', 'to plain', 'requests', 'KB']);
  const browser = await launch([`--host-resolver-rules=MAP ${HOST} 127.0.0.1`]);
  await withFolder(async (folder) => {
    const plain = plainPages(join(folder, 'plain'));
    const [runs, reference] = [await hall(folder, 'runs', PAGES), await hall(folder, 'ref', plain)];
    const loads: { readonly [K in 'runs' | 'reference']: Load[] } = { runs: [], reference: [] };
    // The first of each is for the server. In turns: whatever else the machine does is in both.
    for (let n = 0; n <= RUNS; n++) {
      const [one, other] = [await runs.load(browser, n), await reference.load(browser, n)];
      if (n > 0) {
        loads.runs.push(one);
        loads.reference.push(other);
      }
    }
    show('a shell that names nothing, no early claim', loads.reference, loads.reference);
    show('what runs', loads.runs, loads.reference);
    const [typical] = [...loads.runs].sort((a, b) => a.scoredMs - b.scoredMs).slice(RUNS >> 1);
    for (const line of typical?.waterfall ?? []) process.stdout.write(`  ${line}\n`);
    await runs.close();
    await reference.close();
  });
  await browser.close();
}

function show(words: string, loads: readonly Load[], reference: readonly Load[]): void {
  const of = (field: 'greetedMs' | 'scoredMs' | 'requests' | 'bytes', all = loads) =>
    median(all.map((load) => load[field]));
  row(words, [
    ...[ms(of('greetedMs')), ms(of('scoredMs'))],
    times(of('scoredMs'), of('scoredMs', reference)),
    ...[String(of('requests')), ms(of('bytes') / 1000)],
  ]);
}

/** The same pages, whose phone finds out for itself what it needs, and claims its seat once it is there. */
function plainPages(folder: string): string {
  cpSync(PAGES, folder, { recursive: true });
  const shell = readFileSync(join(folder, 'index.html'), 'utf8')
    .replace(/<script src="[^"]*"><\/script>/, '')
    .replace(/<link rel="modulepreload"[^>]*Routes-[^>]*>/, '');
  writeFileSync(join(folder, 'phone.html'), shell);
  return folder;
}

/** A meeting whose round is open, and a phone for each run. */
async function hall(folder: string, name: string, pages: string) {
  const port = await freePort();
  const origin = `http://${HOST}:${String(port)}`;
  const app = await benchServer(join(folder, name), { pages, port, publicUrl: origin });
  const local = `http://127.0.0.1:${String(port)}`;
  const { staff, meeting, tickets } = await seated(local, app.staffLink ?? '', RUNS + 2);
  const [first = '', ...others] = tickets;
  const there = new SocketPhone({ origin: local, meeting, ticket: first });
  await there.join();
  await openScore(staff);
  return {
    load: (browser: Browser, n: number) =>
      loadBy(browser, `${origin}/m/${meeting}/j#${others[n] ?? ''}`),
    async close() {
      there.close();
      staff.close();
      await app.close();
    },
  };
}
