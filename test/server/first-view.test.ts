// What a claim's answer brings of the seat's view: what the seat's own socket brings, and nothing for whoever has no seat (R7).
import { reviewerHolder } from '../../shared/meeting/people.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PROTOCOL, type FirstView } from '../../shared/protocol.ts';
import type { SeatView } from '../../shared/views/slices/panel-slices.ts';
import { scores } from '../builders.ts';
import { heldCommits, type HeldCommits } from '../held-commits.ts';
import {
  leave,
  must,
  phoneOf,
  seatedHall,
  stageScoring,
  startServer,
  type Hall,
  type TestServer,
} from '../with-server.ts';

let server: TestServer;
let hall: Hall;
let commits: HeldCommits;

beforeEach(async () => {
  commits = heldCommits();
  server = await startServer({ openStore: commits.openStore });
  hall = await seatedHall(server, 3);
});
afterEach(async () => {
  leave(hall);
  await server.stop();
});

interface Answered {
  readonly ok: boolean;
  readonly name?: string;
  readonly view?: FirstView<SeatView>;
}

async function claim(url: string): Promise<Answered> {
  const response = await fetch(`${server.origin}/m/${hall.staff.meeting}/api/claim`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.origin },
    body: JSON.stringify({ ticket: new URL(url).hash.slice(1) }),
  });
  return (await response.json()) as Answered;
}

describe('the answer to a claim', () => {
  it('[R7] brings what the seat’s own socket brings', async () => {
    await stageScoring(hall.staff, 'A01', 'hidden');
    const phone = phoneOf(hall, 1);
    await phone.until((view) => view.stage?.open.length === 1);
    const { view } = await claim(must(hall.tickets[1]).url);
    const { me, ...others } = must(view).slices;
    expect(view?.protocol).toBe(PROTOCOL);
    expect(view?.now).toBeGreaterThan(0);
    expect(others).toEqual({ stage: phone.view.stage, written: phone.view.written });
    // Another device has the seat now; all else about it is as it was.
    expect(me).toEqual({ ...phone.view.me, claim: must(phone.view.me).claim + 1 });
  });

  /** So many decisions are not stored yet. */
  const decided = (n: number) => {
    const served = must(server.app.halls.byCode(hall.staff.meeting));
    return expect.poll(() => commits.waiting + served.waiting).toBe(n);
  };
  const swap = () => {
    const [a, b] = [must(hall.tickets[0]).reviewer, must(hall.tickets[1]).reviewer];
    return hall.staff.run({ type: 'SwapTickets', a: reviewerHolder(a), b: reviewerHolder(b) });
  };

  it('[R7] brings the view of the seat that was claimed, where the sheet is changing hands', async () => {
    await stageScoring(hall.staff, 'A01', 'hidden');
    for (const n of [0, 1]) {
      await phoneOf(hall, n).until((view) => view.stage?.open.length === 1);
      await phoneOf(hall, n).vote(scores(30 + n, 15, 20, 10));
    }
    const before = must(phoneOf(hall, 1).view.me);
    const write = commits.hold();
    const swapped = swap();
    await decided(1);
    const answering = claim(must(hall.tickets[0]).url);
    await decided(2);
    write();
    await swapped;
    const { name, view } = await answering;
    expect(name).toBe(must(hall.tickets[1]).name);
    const me = must(must(view).slices.me);
    expect([me.seat, me.name]).toEqual([before.seat, before.name]);
    expect(me.ballots.map(({ choice }) => choice)).toEqual([scores(31, 15, 20, 10)]);
  });

  it('[R7] brings no view where the sheet has changed hands by the time the claim is stored', async () => {
    await stageScoring(hall.staff, 'A01', 'hidden');
    await phoneOf(hall, 2).until((view) => view.stage?.open.length === 1);
    const write = commits.hold();
    const voted = phoneOf(hall, 2).vote(scores(30, 15, 20, 10));
    await decided(1);
    const answering = claim(must(hall.tickets[0]).url);
    await decided(2);
    const swapped = swap();
    await decided(3);
    write();
    await Promise.all([voted, swapped]);
    expect(await answering).toEqual({ ok: true });
  });

  it('[R7] brings no view where there is no seat', async () => {
    const seated = new Set(hall.tickets.map(({ reviewer }) => reviewer));
    const other = hall.staff.view.people
      .flatMap(({ reviewer }) => reviewer ?? [])
      .find((id) => !seated.has(id));
    const [ticket] = await hall.staff.tickets([must(other)]);
    const answer = await claim(must(ticket).url);
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'no-seat' } });
    expect(answer).not.toHaveProperty('view');
  });
});
