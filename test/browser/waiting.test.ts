// A phone of the pool without a seat: it waits through a reload, heeds the desk, and lets go of its code once seated.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StaffClient } from '../../scripts/staff-client.ts';
import type { PrintedTicket } from '../../shared/printed-ticket.ts';
import { importExamples, moderator, startServer, type TestServer } from '../with-server.ts';
import { launch, open, picture } from './browser.ts';

describe('a phone that waits for a seat', () => {
  let server: TestServer;
  let browser: Browser;
  let staff: StaffClient;
  let ticket: PrintedTicket;

  beforeAll(async () => {
    server = await startServer();
    browser = await launch();
    staff = await moderator(server);
    await importExamples(staff);
    const pool = staff.view.people.flatMap(({ reviewer }) => reviewer ?? []).slice(0, 1);
    const [issued] = await staff.tickets(pool);
    if (!issued) throw new Error('no ticket');
    ticket = issued;
  });

  afterAll(async () => {
    staff.close();
    await browser.close();
    await server.stop();
  });

  it('goes on waiting after a reload, and the code is never in its address again', async () => {
    const { page, context } = await open(browser, ticket.url, 'phone');
    const reviewer = ticket.reviewer;
    await page.getByText('还没有席位').waitFor();
    await page.reload();
    await page.getByRole('heading', { name: ticket.name }).waitFor();
    expect(page.url()).not.toContain('#');

    await staff.run({ type: 'MarkHere', reviewer, here: false });
    await page.getByText('签到台登记您已离开').waitFor();
    await picture(page, 'waiting-away');
    // A reload is no scan: it stands.
    await page.reload();
    await page.getByText('签到台登记您已离开').waitFor();
    await page.getByRole('button', { name: '我还在会场' }).click();
    await page.getByText('还没有席位').waitFor();
    await staff.until(({ people }) =>
      people.some((one) => one.reviewer === reviewer && one.arrived),
    );

    await staff.run({ type: 'FillSeats', reviewers: [reviewer] });
    await page.getByRole('button', { name: '是我，开始' }).waitFor();
    const kept = () => page.evaluate(() => sessionStorage.length);
    await expect.poll(kept).toBe(0);
    await context.close();
  });
});
