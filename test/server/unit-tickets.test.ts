// A unit's ticket over HTTP and socket: a page without a session while it has no seat, one device at a time once it has one.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SocketPhone } from '../../server/rehearsal/socket-phone.ts';
import type { StaffClient } from '../../scripts/staff-client.ts';
import type { ItemId, SubjectId } from '../../shared/ids.ts';
import { subjectHolder } from '../../shared/meeting/people.ts';
import type { Refusal } from '../../shared/meeting/refusals.ts';
import type { PrintedTickets, UnitTicket } from '../../shared/printed-ticket.ts';
import type { WaitingUnit } from '../../shared/views/slices/panel-slices.ts';
import { moderator, must, startServer, type TestServer } from '../with-server.ts';

interface Answered {
  readonly ok: boolean;
  readonly refusal?: Refusal;
  readonly name?: string;
  readonly group?: string;
  readonly unit?: WaitingUnit;
}

const UNITS = ['发展改革局', '教育局', '民政局'];

describe('tickets of units', () => {
  let server: TestServer;
  let staff: StaffClient;
  let tickets: readonly UnitTicket[];

  const issue = async (units: 'all' | readonly SubjectId[]) =>
    (await staff.post<PrintedTickets>(`/m/${staff.meeting}/api/tickets`, { units })).units;

  beforeAll(async () => {
    server = await startServer();
    staff = await moderator(server);
    const rows = UNITS.map((name, n) => `U${String(n + 1)},${name},区级部门`).join('\n');
    const csv = new TextEncoder().encode(`编号,单位名称,类别\n${rows}\n`);
    await staff.importRoster('subjects', 'units.csv', csv);
    tickets = await issue('all');
  });
  afterAll(async () => {
    staff.close();
    await server.stop();
  });

  async function post(path: string, body: object): Promise<Response> {
    return fetch(`${server.origin}/m/${staff.meeting}/api/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.origin },
      body: JSON.stringify(body),
    });
  }
  const secretOf = ({ url }: UnitTicket) => ({ ticket: new URL(url).hash.slice(1) });
  const claims = async (body: object) => {
    const response = await post('claim', body);
    const cookies = response.headers.getSetCookie();
    return { ...((await response.json()) as Answered), cookies };
  };
  const phoneOf = (ticket: UnitTicket) =>
    new SocketPhone({ origin: server.origin, meeting: staff.meeting, ...secretOf(ticket) });

  it('are printed once, one for each unit, with its category', () => {
    expect(tickets.map(({ unit, name, group }) => [unit, name, group])).toEqual(
      UNITS.map((name, n) => [`U${String(n + 1)}`, name, '区级部门']),
    );
    expect(new Set(tickets.map(({ code }) => code)).size).toBe(3);
  });

  it('[R12, R16] without a seat greet, show the unit’s own page, and are neither a session nor a voice', async () => {
    const [first] = tickets;
    const shown = await claims(secretOf(must(first)));
    expect(shown).toMatchObject({
      ...{ ok: false, refusal: { code: 'no-seat' }, name: UNITS[0], group: '区级部门' },
      unit: { documents: [], out: null, now: null, result: null },
      cookies: [],
    });
    // The typed code is an equal way in.
    expect(await claims({ typed: must(first).code, again: true })).toMatchObject({
      ...{ name: UNITS[0], cookies: [] },
    });
    await staff.run({
      type: 'SetAgenda',
      items: [
        {
          ...{ id: 'order' as ItemId, kind: 'draw', purpose: 'rating-order', take: 3 },
          ...{ sources: ['phones', 'salt'] },
        },
      ],
    });
    await staff.run({ type: 'EnterItem', item: 'order' as ItemId });
    await staff.run({ type: 'LockDraw', item: 'order' as ItemId });
    const word = await post('word', {
      ...{ by: secretOf(must(first)), said: { draw: 'D1', word: '山' } },
    });
    expect(await word.json()).toMatchObject({ refusal: { code: 'not-checked-in' } });
    expect(await claims({ typed: must(first).code })).toMatchObject({
      unit: { now: { kind: 'draw', own: false } },
    });
  });

  it('seat the unit on one device at a time, until the ticket ends', async () => {
    const ids = tickets.map(({ unit }) => unit);
    await staff.run({ type: 'SeatUnits', in: 'new', name: '单位互评', units: ids.slice(0, 2) });
    const ticket = must(tickets[1]);
    const phone = phoneOf(ticket);
    await phone.join();
    expect(phone.view.me).toMatchObject({ holder: 'subject/U2', name: UNITS[1], rates: [] });
    // Seated, it may say its word.
    expect(await phone.word('D1' as never, '水')).toMatchObject({ ok: true });
    const second = phoneOf(ticket);
    await second.join();
    await expect.poll(() => phone.ended).toEqual({ code: 'replaced' });
    await staff.run({ type: 'RevokeTicket', holder: subjectHolder(ticket.unit) });
    await expect.poll(() => second.ended).toEqual({ code: 'ticket-revoked' });
    expect(await claims(secretOf(ticket))).toMatchObject({ refusal: { code: 'ticket-revoked' } });
    const [anew] = await issue([ticket.unit]);
    const third = phoneOf(must(anew));
    await third.join();
    expect(third.view.me?.name).toBe(UNITS[1]);
    for (const one of [phone, second, third]) one.close();
  });

  it('are exchanged at the desk where two units hold each other’s', async () => {
    const [a, , c] = tickets;
    await staff.run({
      type: 'SwapTickets',
      a: subjectHolder(must(a).unit),
      b: subjectHolder(must(c).unit),
    });
    expect(await claims(secretOf(must(a)))).toMatchObject({ name: UNITS[2] });
    const phone = phoneOf(must(c));
    await phone.join();
    expect(phone.view.me?.name).toBe(UNITS[0]);
    await expect
      .poll(() => staff.view.desk.units.map(({ unit, holdsSheetOf }) => [unit, holdsSheetOf]))
      .toEqual([
        ['U1', 'U3'],
        ['U2', null],
        ['U3', 'U1'],
      ]);
    phone.close();
  });
});
