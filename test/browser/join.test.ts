// Whoever scans gets in: the ticket outlives a first rendering that React throws away.
import { expect, it } from 'vitest';
import { StaffClient } from '../../scripts/staff-client.ts';
import { example, PASSPHRASE, temporaryFolder } from '../with-server.ts';
import { freePort, staffLink, startServerProcess } from '../server-process.ts';
import { launch, open } from './browser.ts';

const PHONES = 24;
const AT_ONCE = 3;

it('[R12] a scanned ticket is claimed, on a busy machine too', { timeout: 120_000 }, async () => {
  const folder = temporaryFolder();
  const server = await startServerProcess(await freePort(), folder.path);
  const browser = await launch();
  const desk = new StaffClient(server.origin);
  try {
    await desk.accept(await staffLink(server), '主持', PASSPHRASE);
    await desk.create('评议会');
    await desk.importRoster('subjects', 'units-77.csv', example('units-77.csv'));
    await desk.importRoster('reviewers', 'reviewers-300.csv', example('reviewers-300.csv'));
    const reviewers = desk.view.people
      .flatMap(({ reviewer }) => (reviewer === null ? [] : [reviewer]))
      .slice(0, PHONES);
    await desk.run({ type: 'FillSeats', reviewers });
    const tickets = [...(await desk.tickets(reviewers))];
    let greeted = 0;
    while (tickets.length > 0)
      await Promise.all(
        tickets.splice(0, AT_ONCE).map(async ({ url }) => {
          const { page, context } = await open(browser, url, 'phone');
          await page.getByRole('button', { name: '是我，开始' }).waitFor();
          greeted += 1;
          await context.close();
        }),
      );
    expect(greeted).toBe(PHONES);
  } finally {
    desk.close();
    await browser.close();
    await server.stop();
    folder.remove();
  }
});
