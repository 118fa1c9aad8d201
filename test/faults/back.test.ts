// [R1] [R5] Killed amid a round, the server finds all its phones back by themselves: nothing they had a receipt for is
// gone, and what they send again counts once.
import { afterAll, expect, it } from 'vitest';
import { join } from 'node:path';
import { StaffClient } from '../../scripts/staff-client.ts';
import type { Choice } from '../../shared/ballots/ballot.ts';
import { PASSPHRASE, seatPhones, stageScoring, temporaryFolder } from '../with-server.ts';
import { freePort, staffLink, startServerProcess } from '../server-process.ts';

const PHONES = 100;
const choiceOf = (n: number): Choice => ({
  kind: 'scores',
  scores: { c1: n % 41, c2: n % 21, c3: n % 26, c4: n % 16 },
});
const folder = temporaryFolder();
afterAll(() => folder.remove());

it(
  `${String(PHONES)} phones are back, with the receipts that they had`,
  { timeout: 180_000 },
  async () => {
    const port = await freePort();
    const data = join(folder.path, 'data');
    const first = await startServerProcess(port, data);
    const staff = new StaffClient(first.origin);
    await staff.accept(await staffLink(first), '主持', PASSPHRASE);
    await staff.create('评议会');
    const { phones } = await seatPhones(staff, first.origin, PHONES);
    await stageScoring(staff, 'A01', 'hidden');
    await Promise.all(phones.map((phone) => phone.until(({ stage }) => stage?.open.length === 1)));

    // Half of them have their receipt, the others' ballots are on their way as the server is killed.
    const votes = phones.map((phone, n) => phone.vote(choiceOf(n), 1, 20_000));
    const half = votes.slice(0, PHONES / 2);
    const receipts = (await Promise.all(half)).map(
      (answer) => answer?.ok === true && answer.receipt,
    );
    await first.kill();
    await expect.poll(() => phones.some(({ connected }) => connected)).toBe(false);
    const second = await startServerProcess(port, data);
    await expect
      .poll(() => phones.every(({ connected }) => connected), { timeout: 60_000 })
      .toBe(true);

    const again = await Promise.all(phones.map((phone, n) => phone.vote(choiceOf(n), 1, 20_000)));
    expect(again.every((answer) => answer?.ok === true)).toBe(true);
    expect(
      again.slice(0, PHONES / 2).map((answer) => answer?.ok === true && answer.receipt),
    ).toEqual(receipts);
    await staff.connect(staff.meeting);
    await staff.until(({ progress }) => progress.kind === 'score' && progress.done === PHONES);
    for (const phone of phones) phone.close();
    staff.close();
    expect(await second.stop()).toBe(0);
  },
);
