// The machine dies in the middle of voting: a server started from the copies goes on, has everything that the dead one said
// was copied, and says by its epoch that it is the later one.
import { join } from 'node:path';
import { setTimeout as pace } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import type { SocketPhone } from '../../server/rehearsal/socket-phone.ts';
import { StaffClient } from '../../scripts/staff-client.ts';
import { openMeetingFile } from '../../server/store/meeting-file.ts';
import { freePort, staffLink, startServerProcess } from '../server-process.ts';
import {
  databasesIn,
  must,
  PASSPHRASE,
  seatPhones,
  stageScoring,
  temporaryFolder,
} from '../with-server.ts';

const PHONES = 20;
const DEATHS = 3;

const folder = temporaryFolder();
afterAll(() => {
  folder.remove();
});

it(`[R1] ${String(DEATHS)} machines die one after the other, each time the next goes on from the copies`, async () => {
  const port = await freePort();
  const place = (n: number) => join(folder.path, `machine-${String(n)}`);
  let server = await startServerProcess(port, place(1), place(2));
  const staff = new StaffClient(server.origin);
  await staff.accept(await staffLink(server), '主持', PASSPHRASE);
  await staff.create('评议会');
  const { phones } = await seatPhones(staff, server.origin, PHONES);
  await stageScoring(staff, 'A01', 'hidden');
  await Promise.all(phones.map((phone) => phone.until(({ stage }) => stage?.open.length === 1)));

  const voters = phones.map((phone) => new Voter(phone));
  let over = false;
  const voting = Promise.all(voters.map((voter) => voter.vote(() => over)));
  for (let death = 1; death <= DEATHS; death++) {
    const began = performance.now();
    await expect
      .poll(() => acknowledged(voters, began), { timeout: 60_000 })
      .toBeGreaterThan(PHONES * 40);
    // What was acknowledged before that moment is in the copy, says the server.
    const asked = performance.now();
    const copied = asked - must((await healthOf(server.origin))[0]).backup.ageMs;
    await server.kill();
    const seen = await keptIn(place(death + 1));
    server = await startServerProcess(port, place(death + 1), place(death + 2));

    expect(await healthOf(server.origin)).toMatchObject([
      { code: staff.meeting, epoch: death + 1, saving: true },
    ]);
    expect(server.output()).toContain(`epoch ${String(death + 1)}`);
    const mine = voters.flatMap(({ phone, taken }) =>
      [...taken].map(([rev, at]) => ({ id: `${must(phone.view.me).seat}/${String(rev)}`, at })),
    );
    const older = mine.filter(({ at }) => at >= began && at < copied);
    expect(older.length, 'ballots of this machine that were copied').toBeGreaterThan(0);
    expect(older.filter(({ id }) => !seen.has(id))).toEqual([]);
  }
  over = true;
  await voting;

  // The phones are still checked in, and the round goes on to its end.
  await staff.until(({ control }) => control.next.act === 'close-round');
  await staff.next();
  await staff.until(({ control }) => control.next.act !== 'close-round');
  for (const phone of phones) phone.close();
  staff.close();
  expect(await server.stop()).toBe(0);
});

async function healthOf(origin: string) {
  const response = await fetch(`${origin}/healthz`);
  const { meetings } = (await response.json()) as {
    readonly meetings: readonly { readonly backup: { readonly ageMs: number } }[];
  };
  return meetings;
}

/** Seat and revision of all ballots of the copy in a folder; opening it checks the chain of events. */
async function keptIn(copies: string): Promise<ReadonlySet<string>> {
  const opening = openMeetingFile(must(databasesIn(copies)[0]));
  if (!opening.ok) throw new Error(opening.detail);
  const { ballots } = opening.file.load();
  expect(opening.file.verify()).toBeNull();
  opening.file.close();
  return new Set(ballots.map(({ ballot: { seat, rev } }) => `${seat}/${String(rev)}`));
}

function acknowledged(voters: readonly Voter[], since: number): number {
  return voters.reduce(
    (sum, { taken }) => sum + [...taken.values()].filter((at) => at >= since).length,
    0,
  );
}

/** Votes again and again, each time with the next revision. */
class Voter {
  readonly phone: SocketPhone;
  /** When each revision was acknowledged. */
  readonly taken = new Map<number, number>();

  constructor(phone: SocketPhone) {
    this.phone = phone;
  }

  async vote(isOver: () => boolean): Promise<void> {
    for (let rev = 1; !isOver();) {
      const scores = { c1: rev % 41, c2: rev % 21, c3: rev % 26, c4: rev % 16 };
      const answer = this.phone.connected
        ? await this.phone.vote({ kind: 'scores', scores }, rev, 1000)
        : null;
      if (answer?.ok) {
        this.taken.set(rev, performance.now());
        rev += 1;
      }
      // The pace that phones keep: a bucket of tokens gives each its fair share, ten casts a second.
      await pace(100);
    }
  }
}
