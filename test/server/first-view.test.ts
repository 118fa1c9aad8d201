// What a claim's answer brings of the seat's view: what the seat's own socket brings, and nothing for whoever has no seat (R7).
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PROTOCOL, type FirstView } from '../../shared/protocol.ts';
import type { SeatView } from '../../shared/views/slices/panel-slices.ts';
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

beforeEach(async () => {
  server = await startServer();
  hall = await seatedHall(server, 3);
});
afterEach(async () => {
  leave(hall);
  await server.stop();
});

interface Answered {
  readonly ok: boolean;
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
