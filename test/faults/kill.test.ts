// [R1] [R5] SIGKILL again and again in the middle of voting: nothing acknowledged is lost or doubled, same item, same
// deadline.
import Database from 'better-sqlite3';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pace } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { Chance } from '../../server/rehearsal/chance.ts';
import type { SocketPhone } from '../../server/rehearsal/socket-phone.ts';
import { StaffClient } from '../../scripts/staff-client.ts';
import type { Choice } from '../../shared/ballots/ballot.ts';
import {
  databasesIn,
  must,
  PASSPHRASE,
  seatPhones,
  stageScoring,
  temporaryFolder,
} from '../with-server.ts';
import { repetitions, seed } from '../repetitions.ts';
import { freePort, staffLink, startServerProcess } from '../server-process.ts';

const KILLS = repetitions(6, 200);
const PHONES = 20;
const SEED = seed(20261121);

describe('killed in the middle of voting', () => {
  const folder = temporaryFolder();
  afterAll(() => {
    folder.remove();
  });

  it(`${String(KILLS)} times, seed ${String(SEED)}`, { timeout: 30_000 * KILLS }, async () => {
    const port = await freePort();
    const [data, copies] = [join(folder.path, 'data'), join(folder.path, 'copies')];
    let server = await startServerProcess(port, data, copies);
    const staff = new StaffClient(server.origin);
    await staff.accept(await staffLink(server), '主持', PASSPHRASE);
    await staff.create('评议会');
    const { phones } = await seatPhones(staff, server.origin, PHONES);
    await stageScoring(staff, 'A01', 'hidden');
    await Promise.all(phones.map((phone) => phone.until(({ stage }) => stage?.open.length === 1)));
    const { item, countdown } = stageOf(staff);

    const voters = phones.map((phone) => new Voter(phone));
    const luck = new Chance(SEED);
    const random = () => luck.next();
    let over = false;
    const voting = Promise.all(voters.map((voter) => voter.vote(() => over)));
    for (let n = 0; n < KILLS; n++) {
      const acknowledged = () => voters.reduce((sum, voter) => sum + voter.acknowledged.size, 0);
      const before = acknowledged();
      // Only a kill amid acknowledged ballots proves anything.
      await expect.poll(acknowledged).toBeGreaterThan(before + PHONES);
      // Any moment of a commit may be the last one: nothing is waited for, where the kill falls is left to chance.
      await pace(random() * 60);
      await server.kill();
      server = await startServerProcess(port, data, copies);
      const stage = await snapshot(server.origin, staff.meeting);
      expect(stage).toEqual({ item, countdown });
    }
    over = true;
    await voting;
    await Promise.all(phones.map((phone) => phone.until(({ me }) => me !== undefined)));

    await staff.until(({ control }) => control.next.act === 'close-round');
    await staff.next();
    await expect.poll(() => stageOf(staff).phase).toBe('closed');
    for (const phone of phones) phone.close();
    staff.close();
    expect(await server.stop()).toBe(0);

    const kept = keptBallots(data);
    // Kills amid copies leave nothing half-written behind, and the last stop a whole one.
    expect(readdirSync(join(copies, 'meetings'))).toHaveLength(1);
    expect(keptBallots(copies)).toEqual(kept);
    for (const { phone, acknowledged, sent } of voters) {
      const seat = phone.view.me?.seat ?? '';
      const mine = kept.filter((ballot) => ballot.seat === seat);
      const revs = mine.map(({ rev }) => rev);
      expect(new Set(revs).size, 'no revision twice').toBe(revs.length);
      for (const rev of acknowledged) expect(revs, `seat ${seat}`).toContain(rev);
      // Marks are kept as decimal texts [R8].
      for (const { rev, body } of mine) expect(body).toContain(JSON.stringify(sent.get(rev)));
    }
  });
});

/** Goes on voting as a phone does: the same revision until it is acknowledged, then the next. */
class Voter {
  readonly phone: SocketPhone;
  readonly acknowledged = new Set<number>();
  readonly sent = new Map<number, Record<string, string>>();

  constructor(phone: SocketPhone) {
    this.phone = phone;
  }

  async vote(isOver: () => boolean): Promise<void> {
    for (let rev = 1; !isOver(); rev++) {
      const scores = { c1: rev % 41, c2: rev % 21, c3: rev % 26, c4: rev % 16 };
      const texts = Object.entries(scores).map(([id, mark]) => [id, String(mark)] as const);
      this.sent.set(rev, Object.fromEntries(texts));
      const choice: Choice = { kind: 'scores', scores };
      for (;;) {
        const answer = this.phone.connected ? await this.phone.vote(choice, rev, 1000) : null;
        if (answer?.ok) {
          this.acknowledged.add(rev);
          break;
        }
        if (answer && answer.refusal.code !== 'too-many' && answer.refusal.code !== 'not-saved')
          throw new Error(`rev ${String(rev)}: ${answer.refusal.code}`);
        if (isOver()) return;
        // As a phone does without an answer: a moment, then again.
        await pace(20);
      }
      // The pace that phones keep: a bucket of tokens gives each its fair share, ten casts a second.
      await pace(100);
    }
  }
}

function stageOf(staff: StaffClient) {
  const { item, body } = staff.view.control.stage;
  if (body.kind !== 'score') throw new Error(`on stage: ${body.kind}`);
  return { item, countdown: body.countdown, phase: body.phase };
}

async function snapshot(origin: string, meeting: string): Promise<object> {
  const response = await fetch(`${origin}/m/${meeting}/api/snapshot`);
  const { stage } = (await response.json()) as {
    stage: { item: object; body: { countdown: object } };
  };
  return { item: stage.item, countdown: stage.body.countdown };
}

function keptBallots(data: string) {
  const path = must(databasesIn(data)[0]);
  const box = new Database(path, { readonly: true, fileMustExist: true });
  const rows = box.prepare('SELECT seat, rev, body FROM ballots').all() as {
    seat: string;
    rev: number;
    body: string;
  }[];
  box.close();
  return rows;
}
