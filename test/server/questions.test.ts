// Who asks, over the wire: two presses of the moderator, the answer of the drawn phone, the page of the next one, and a
// restart between any two of them.
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { SocketPhone } from '../../server/rehearsal/socket-phone.ts';
import { connectionTo, NAMESPACE, type Answer } from '../../shared/protocol.ts';
import { io } from 'socket.io-client';
import {
  drawOf,
  enterDraw,
  leave,
  must,
  seatedHall,
  startServer,
  type Hall,
  type TestServer,
} from '../with-server.ts';

let server: TestServer;
let hall: Hall;

beforeEach(async () => {
  server = await startServer();
  hall = await seatedHall(server, 6);
  await enterDraw(hall.staff, 'q', {
    purpose: 'questioner',
    take: 1,
    sources: ['phones', 'salt'],
    seconds: 60,
  });
});
afterEach(async () => {
  leave(hall);
  await server.stop();
});

const drawnPhone = async (): Promise<SocketPhone> => {
  const draw = must(drawOf(hall.staff).id);
  const [asker] = drawOf(hall.staff).standing;
  const found = () =>
    hall.phones.find((phone) => phone.view.me?.holder === `reviewer/${asker?.id ?? ''}`);
  const phone = must(found());
  await phone.until(({ me }) => me?.drawn.includes(draw) === true);
  return phone;
};

it('one press locks with the item, one draws; the drawn phone passes it on and the next one takes it', async () => {
  const { staff } = hall;
  expect(drawOf(staff)).toMatchObject({ phase: 'locked' });
  const draw = must(drawOf(staff).id);
  expect(await hall.phones[0]?.word(draw, '清风')).toEqual({ ok: true });
  await staff.until(() => drawOf(staff).words?.sent === 1);
  await staff.next();
  await staff.until(() => drawOf(staff).phase === 'done');
  const first = await drawnPhone();
  // A press that was not answered is pressed again: nobody else is passed over.
  expect(await first.answer(draw, false)).toEqual({ ok: true });
  expect(await first.answer(draw, false)).toEqual({ ok: true });
  await staff.until(() => drawOf(staff).replacements.length === 1);
  const next = await drawnPhone();
  expect(next).not.toBe(first);
  await first.until(({ me }) => me?.drawn.includes(draw) === false);
  expect(await first.answer(draw, true)).toEqual({ ok: false, refusal: { code: 'not-drawn' } });
  expect(await next.answer(draw, true)).toEqual({ ok: true });
  await staff.until(() => drawOf(staff).taken.length === 1);
  await staff.next();
  await next.until(({ stage }) => stage?.body.kind === 'draw' && stage.body.countdown !== null);
  expect(await next.answer(draw, false)).toEqual({ ok: false, refusal: { code: 'draw-over' } });
});

it('[R16] staff and viewers cannot answer for whoever is drawn', async () => {
  const { staff } = hall;
  await staff.next();
  await staff.until(() => drawOf(staff).phase === 'done');
  const socket = io(server.origin + NAMESPACE.public, {
    ...connectionTo(staff.meeting),
    forceNew: true,
    transports: ['websocket'],
    extraHeaders: { origin: server.origin },
  });
  const said = await (
    socket
      .timeout(500)
      .emitWithAck('answer', { draw: drawOf(staff).id, comes: false }) as Promise<Answer>
  ).catch(() => 'nobody listens');
  expect(said).toBe('nobody listens');
  socket.disconnect();
  expect(drawOf(staff).replacements).toEqual([]);
});
