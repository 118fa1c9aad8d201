// Who asks, over the wire: two presses of the moderator, the answer of the drawn phone, the page of the next one, and a
// restart between any two of them.
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { SocketPhone } from '../../server/rehearsal/socket-phone.ts';
import { STAFF_COMMANDS } from '../../shared/meeting/commands.ts';
import { connectionTo, NAMESPACE, type Answer } from '../../shared/protocol.ts';
import { io } from 'socket.io-client';
import {
  drawOf,
  enterDraw,
  leave,
  must,
  restarted,
  seatedHall,
  startServer,
  temporaryFolder,
  type Hall,
  type TestServer,
} from '../with-server.ts';

let folder: ReturnType<typeof temporaryFolder>;
let server: TestServer;
let hall: Hall;

beforeEach(async () => {
  folder = temporaryFolder();
  server = await startServer({ data: folder.path });
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
  folder.remove();
});

async function restart(): Promise<void> {
  ({ server, hall } = await restarted(server, hall));
}

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
  expect(drawOf(hall.staff)).toMatchObject({ phase: 'locked' });
  await restart();
  const draw = must(drawOf(hall.staff).id);
  expect(await hall.phones[0]?.word(draw, '清风')).toEqual({ ok: true });
  await hall.staff.until(() => drawOf(hall.staff).words?.sent === 1);
  await hall.staff.next();
  await hall.staff.until(() => drawOf(hall.staff).phase === 'done');
  await restart();
  const first = await drawnPhone();
  // A press that was not answered is pressed again: nobody else is passed over.
  expect(await first.answer(draw, false)).toEqual({ ok: true });
  expect(await first.answer(draw, false)).toEqual({ ok: true });
  await hall.staff.until(() => drawOf(hall.staff).replacements.length === 1);
  await restart();
  const next = await drawnPhone();
  expect(next).not.toBe(first);
  await first.until(({ me }) => me?.drawn.includes(draw) === false);
  expect(await first.answer(draw, true)).toEqual({ ok: false, refusal: { code: 'not-drawn' } });
  expect(await next.answer(draw, true)).toEqual({ ok: true });
  await hall.staff.until(() => drawOf(hall.staff).taken.length === 1);
  await restart();
  await hall.staff.next();
  await next.until(({ stage }) => stage?.body.kind === 'draw' && stage.body.countdown !== null);
  expect(await next.answer(draw, false)).toEqual({ ok: false, refusal: { code: 'draw-over' } });
});

it('[R16] viewers cannot answer, and staff have no command that would, for whoever is drawn', async () => {
  const { staff } = hall;
  await staff.next();
  await staff.until(() => drawOf(staff).phase === 'done');
  const socket = io(server.origin + NAMESPACE.public, {
    ...connectionTo(staff.meeting),
    forceNew: true,
    transports: ['websocket'],
    extraHeaders: { origin: server.origin },
  });
  await new Promise((resolve) => socket.once('slices', resolve));
  const draw = must(drawOf(staff).id);
  const said = (
    socket.timeout(500).emitWithAck('answer', { draw, comes: false }) as Promise<Answer>
  ).catch(() => 'nobody listens');
  expect(await said).toBe('nobody listens');
  expect(socket.connected).toBe(true);
  socket.disconnect();
  expect(Object.hasOwn(STAFF_COMMANDS, 'AnswerDraw')).toBe(false);
  expect(drawOf(staff).replacements).toEqual([]);
});
