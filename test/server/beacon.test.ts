// A draw by the public beacon over a real server: fetched from relays, typed where none answers, void where it came too early.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isSigned } from '../../shared/draw/beacon-signature.ts';
import { relayPath } from '../../shared/draw/beacon.ts';
import { verifyDraw } from '../../shared/draw/verify.ts';
import type { DrawId, ItemId } from '../../shared/ids.ts';
import type { DrawSettings } from '../../shared/meeting/agenda/item.ts';
import type { PublishedDraw } from '../../shared/views/draws/draw-record.ts';
import type { AppOptions } from '../../server/app.ts';
import { PUBLISHED, RANDOMNESS, ROUND, SIGNATURE, SIGNED } from '../beacon-rounds.ts';
import { answering, startRelay, type Relay, type RelayAnswer } from '../relay.ts';
import {
  drawOf,
  enterDraw,
  leave,
  moderatorAt,
  must,
  phoneOf,
  seatedHall,
  startServer,
  temporaryFolder,
  type Hall,
  type TestServer,
} from '../with-server.ts';

const ITEM = 'q' as ItemId;
/** From the lock to the round. */
const WAIT_SECONDS = 40;
const DRAW: DrawSettings = {
  ...{ purpose: 'questioner', take: 1, sources: ['phones', 'drand'] },
  beaconSeconds: WAIT_SECONDS,
};

/** The server's clock runs, and a test moves it. */
const clock = { ahead: 0, now: () => Math.round(performance.now()) + clock.ahead };
function setClock(instant: number): void {
  clock.ahead += instant - clock.now();
}

let folder: ReturnType<typeof temporaryFolder>;
let server: TestServer;
let hall: Hall;
let relays: Relay[] = [];

beforeEach(() => {
  folder = temporaryFolder();
  relays = [];
  setClock(PUBLISHED - 3_600_000);
});
afterEach(async () => {
  leave(hall);
  await server.stop();
  for (const relay of relays) await relay.close();
  folder.remove();
});

async function start(options: Partial<AppOptions> = {}): Promise<void> {
  server = await startServer({ data: folder.path, clock, beaconPauseMs: 20, ...options });
  hall = await seatedHall(server, 4);
}

async function relaysThat(...answers: readonly RelayAnswer[]): Promise<readonly string[]> {
  for (const answer of answers) relays.push(await startRelay(answer));
  return relays.map(({ origin }) => origin);
}

/** Locked so that its round is 1000; words are still open. */
async function locked(): Promise<DrawId> {
  const { staff } = hall;
  await enterDraw(staff, ITEM, DRAW);
  // The round is the first that is published WAIT_SECONDS after the second of the lock.
  setClock(PUBLISHED - WAIT_SECONDS * 1000 - 1500);
  await staff.next();
  expect(drawOf(staff)).toMatchObject({ phase: 'locked', beacon: { round: ROUND } });
  return must(drawOf(staff).id);
}

/** {@link locked}, with the words closed and the round published, which an event makes the server look at. */
async function due(): Promise<DrawId> {
  const draw = await locked();
  await hall.staff.next();
  expect(hall.staff.view.control.beacon).toMatchObject({ draw, round: ROUND, at: PUBLISHED });
  setClock(PUBLISHED);
  await hall.staff.run({ type: 'SetPace', draw, pace: 'group' });
  return draw;
}

async function published(draw: DrawId): Promise<PublishedDraw> {
  const answer = await fetch(`${server.origin}/m/${hall.staff.meeting}/api/draws/${draw}`);
  return (await answer.json()) as PublishedDraw;
}

const phase = () => drawOf(hall.staff).phase;

describe('a relay', () => {
  it('that has the round is enough: the result is fixed by itself, and whoever recomputes it agrees', async () => {
    await start({ beaconRelays: await relaysThat(answering(SIGNATURE)) });
    const draw = await due();
    await hall.staff.until(() => phase() === 'showing');
    expect(relays[0]?.asked).toEqual([relayPath(ROUND)]);
    expect(JSON.stringify([hall.staff.view, await published(draw)])).not.toContain(RANDOMNESS);
    await hall.staff.next();
    await hall.staff.until(() => phase() === 'done');
    const record = await published(draw);
    if (record.status !== 'result') throw new Error(record.status);
    const { lock, lockHash, entropy, proofs, order, closedAt } = record;
    expect(entropy[1]).toBe(RANDOMNESS);
    expect(
      verifyDraw({
        ...{ lock, shownLockHash: lockHash, entropy, proofs, closedAt, isSigned },
        claimed: { order },
      }),
    ).toEqual([]);
  });

  it('is believed in nothing: errors, redirections, long, odd and wrong answers lead to the next one', async () => {
    const good = answering(SIGNATURE);
    await start({
      beaconRelays: [
        // Nobody listens there.
        'http://127.0.0.1:9',
        ...(await relaysThat(
          (_round, response) => response.writeHead(500).end(),
          (_round, response) =>
            response.writeHead(302, { location: `${must(relays.at(-1)).origin}/elsewhere` }).end(),
          (round, response) =>
            response.end(JSON.stringify({ round, signature: SIGNATURE, more: 'x'.repeat(9000) })),
          (_round, response) => response.end('no JSON'),
          (_round, response) => response.end(JSON.stringify({ round: 999, signature: SIGNATURE })),
          (round, response) => response.end(JSON.stringify({ round, signature: SIGNED[1001] })),
          good,
        )),
      ],
    });
    await due();
    await hall.staff.until(() => phase() === 'showing');
    expect(relays.map(({ asked }) => asked)).toEqual(relays.map(() => [relayPath(ROUND)]));
  });

  it('that is not there is a word at the console and asked again; it holds up nothing', async () => {
    await start({
      beaconRelays: await relaysThat((_round, response) => response.writeHead(404).end()),
    });
    await due();
    await hall.staff.until(({ control }) => control.beacon?.relays === 'failed');
    const [relay] = relays;
    await expect.poll(() => relay?.asked.length).toBeGreaterThan(3);
    expect(phase()).toBe('locked');
    must(relay).answer = answering(SIGNATURE);
    await hall.staff.until(() => phase() === 'showing');
  });

  it('that never answers does not keep anyone from typing it', async () => {
    await start({ beaconRelays: await relaysThat(() => undefined) });
    const draw = await due();
    await hall.staff.until(({ control }) => control.beacon?.relays === 'asking');
    await hall.staff.run({ type: 'ReadBeacon', draw, signature: SIGNATURE });
    await hall.staff.until(() => phase() === 'showing');
  });

  it('is not asked before the round is published, nor for anything else', async () => {
    await start({ beaconRelays: await relaysThat(answering(SIGNATURE)) });
    const draw = await locked();
    await hall.staff.next();
    await hall.staff.run({ type: 'SetPace', draw, pace: 'group' });
    expect(hall.staff.view.control.beacon).toMatchObject({ relays: 'idle' });
    expect(relays[0]?.asked).toEqual([]);
  });

  it('is asked by a server that was started meanwhile', async () => {
    await start();
    await due();
    const { staff } = hall;
    staff.close();
    await server.stop();
    const port = Number(new URL(server.origin).port);
    const beaconRelays = await relaysThat(answering(SIGNATURE));
    server = await startServer({ data: folder.path, clock, port, beaconRelays });
    hall = { ...hall, staff: await moderatorAt(server.origin, staff.meeting) };
    await hall.staff.until(() => phase() === 'showing');
  });
});

describe('without internet', () => {
  it('nothing is asked, and a wrong signature is refused before the right one is taken', async () => {
    await start();
    const draw = await due();
    const { staff } = hall;
    expect(staff.view.control.beacon).toMatchObject({ relays: 'off' });
    const read = (signature: string) => staff.send({ type: 'ReadBeacon', draw, signature });
    expect(await read(SIGNED[1001])).toEqual({
      ok: false,
      refusal: { code: 'beacon-wrong', round: ROUND },
    });
    expect(await read(SIGNATURE.slice(1))).toMatchObject({ refusal: { code: 'malformed' } });
    expect(phase()).toBe('locked');
    expect(await read(SIGNATURE)).toEqual({ ok: true });
    await staff.until(() => phase() === 'showing');
  });

  it('two moderators who type it at once are both right, and it is read once', async () => {
    await start();
    const draw = await due();
    const other = await moderatorAt(server.origin, hall.staff.meeting);
    const command = { type: 'ReadBeacon', draw, signature: SIGNATURE } as const;
    expect(await Promise.all([hall.staff.send(command), other.send(command)])).toEqual([
      { ok: true },
      { ok: true },
    ]);
    await other.until(({ log }) => log.acts.some(({ type }) => type === 'DrawDetermined'));
    const read = other.view.log.acts.filter(({ type }) => type === 'BeaconRead');
    expect(read).toHaveLength(1);
    other.close();
  });
});

describe('a round that is published while words are open', () => {
  it('voids the draw by itself, on record', async () => {
    await start({ beaconRelays: await relaysThat(answering(SIGNATURE)) });
    const draw = await locked();
    setClock(PUBLISHED);
    // Whatever happens then makes the server look at its clock, as a timer of its own does.
    await phoneOf(hall, 0).word(draw, '青山');
    await hall.staff.until(() => phase() === 'void');
    expect(await published(draw)).toMatchObject({ status: 'void', why: 'beacon-passed' });
    expect(relays[0]?.asked).toEqual([]);
  });

  it('while the server was away as well: it is void when the meeting is open again', async () => {
    await start();
    await locked();
    const { staff } = hall;
    staff.close();
    await server.stop();
    setClock(PUBLISHED + 5000);
    const port = Number(new URL(server.origin).port);
    server = await startServer({ data: folder.path, clock, port });
    hall = { ...hall, staff: await moderatorAt(server.origin, staff.meeting) };
    await hall.staff.until(() => phase() === 'void');
  });

  it('needs no event: the server’s own timer ends it', async () => {
    await start();
    await locked();
    setClock(PUBLISHED - 300);
    // A word moves the timer on to the new time.
    await phoneOf(hall, 0).word(must(drawOf(hall.staff).id), '青山');
    await hall.staff.until(() => phase() === 'void');
  });
});
