// The desk over a real server (RULES.md §4): wrong sheets, takeovers, the reserve, early leavers, paper, roles.
import { reviewerHolder } from '../../shared/meeting/people.ts';
import { readDice } from '../../scripts/read-dice.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SocketPhone } from '../../server/rehearsal/socket-phone.ts';
import { StaffClient } from '../../scripts/staff-client.ts';
import type { PrintedTicket } from '../../shared/printed-ticket.ts';
import type { Choice } from '../../shared/ballots/ballot.ts';
import type { ItemId, PaperId, ReviewerId, RoundId, SeatId, SubjectId } from '../../shared/ids.ts';
import type { StaffCommand } from '../../shared/meeting/commands.ts';
import type { Refusal } from '../../shared/meeting/refusals.ts';
import { SCHEME_DEFAULTS } from '../../shared/scoring/scheme.ts';
import {
  importExamples,
  moderator,
  must,
  PASSPHRASE,
  reviewer,
  seatedHall,
  stageScoring,
  startServer,
  type Hall,
  type TestServer,
} from '../with-server.ts';

const CHOICE: Choice = { kind: 'scores', scores: { c1: 30, c2: 15, c3: 20, c4: 10 } };
const DICE = '84019375620184736251';

let server: TestServer;
const open: { close(): void }[] = [];

beforeEach(async () => {
  server = await startServer();
});
afterEach(async () => {
  for (const one of open.splice(0)) one.close();
  await server.stop();
});

/** Waits for what no view tells: a socket that the server ended, a phone that tries again. */
async function until(holds: () => boolean, what: string): Promise<void> {
  await expect.poll(holds, { message: what, interval: 10 }).toBe(true);
}

async function hallOf(count: number): Promise<Hall> {
  const hall = await seatedHall(server, count);
  open.push(hall.staff, ...hall.phones);
  return hall;
}

function phoneWith(staff: StaffClient, ticket: PrintedTicket, by?: 'typed'): SocketPhone {
  const secret = by ? ticket.code : new URL(ticket.url).hash.slice(1);
  const { origin } = server;
  const phone = new SocketPhone({
    ...{ origin, meeting: staff.meeting, ticket: secret },
    ...(by ? { by } : {}),
  });
  open.push(phone);
  return phone;
}

interface Greeted {
  readonly ok: boolean;
  readonly name?: string;
  readonly group?: string;
  readonly refusal?: Refusal;
}

/** What the route answers a phone, whole. */
async function claimOf(staff: StaffClient, body: object): Promise<Greeted> {
  const response = await fetch(`${server.origin}/m/${staff.meeting}/api/claim`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.origin },
    body: JSON.stringify(body),
  });
  return (await response.json()) as Greeted;
}

async function secondClerk(staff: StaffClient, role = 'clerk'): Promise<StaffClient> {
  const { url } = await staff.post<{ url: string }>('/api/staff/invite', { role });
  const colleague = new StaffClient(server.origin);
  await colleague.accept(url, `第二位${role}`, PASSPHRASE);
  await colleague.connect(staff.meeting);
  open.push(colleague);
  return colleague;
}

describe('wrong sheets', () => {
  it('are swapped in one action while both phones are connected', async () => {
    const { staff, tickets, phones } = await hallOf(6);
    const [a, b] = [must(phones[0]), must(phones[1])];
    const [first, second] = [must(tickets[0]), must(tickets[1])];
    expect(a.view.me?.name).toBe(first.name);
    await staff.run({
      type: 'SwapTickets',
      a: reviewerHolder(reviewer(first.reviewer)),
      b: reviewerHolder(reviewer(second.reviewer)),
    });
    await until(() => a.ended !== null && b.ended !== null, 'both phones cut off');
    expect(a.ended).toEqual({ code: 'replaced' });

    // Each scans the sheet they hold once more, or types its code, and sits on their own seat.
    const again = phoneWith(staff, first);
    await again.join();
    expect(again.view.me?.name).toBe(second.name);
    const other = phoneWith(staff, second, 'typed');
    await other.join();
    expect(other.view.me?.name).toBe(first.name);
    await staff.until(({ people }) =>
      people.some((one) => one.reviewer === first.reviewer && one.holdsSheetOf === second.reviewer),
    );

    // A new sheet for one leaves the other's alone.
    const [fresh] = await staff.tickets([first.reviewer]);
    await until(() => other.ended !== null, 'the old sheet’s phone cut off');
    expect(again.connected).toBe(true);
    const { name } = await claimOf(staff, { typed: must(fresh).code });
    expect(name).toBe(first.name);
  });

  it('a third takeover within ten minutes goes to the desk, whose new sheet opens the seat again', async () => {
    const { staff, tickets } = await hallOf(1);
    const ticket = must(tickets[0]);
    for (let n = 0; n < 2; n++) expect(await phoneWith(staff, ticket).claim()).toBeNull();
    expect(await phoneWith(staff, ticket).claim()).toEqual({ code: 'takeovers' });
    const [fresh] = await staff.tickets([ticket.reviewer]);
    expect(await phoneWith(staff, must(fresh)).claim()).toBeNull();
  });

  it('a tablet that releases the seat each time is no takeover', async () => {
    const { staff, tickets } = await hallOf(1);
    const ticket = must(tickets[0]);
    for (let n = 0; n < 5; n++) {
      const tablet = phoneWith(staff, ticket, 'typed');
      await tablet.join();
      expect(await tablet.release()).toBe(true);
      await until(() => !tablet.connected, 'the tablet lets go');
    }
    await staff.until(({ people }) =>
      people.some((one) => one.reviewer === ticket.reviewer && one.present),
    );
  });
});

describe('the reserve', () => {
  it('waits with its tickets, and gets in by itself once the absent are replaced', async () => {
    const { staff, tickets, seatedIds, reserveIds } = await panelOf(12);
    const ticketOf = (id: string) => must(tickets.find((one) => one.reviewer === id));
    for (const id of seatedIds.slice(1)) await phoneWith(staff, ticketOf(id)).join();
    const absent = must(seatedIds[0]);
    const group = staff.view.people.find((one) => one.reviewer === absent)?.group;
    const next = must(
      reserveIds.find(
        (id) => staff.view.people.find((one) => one.reviewer === id)?.group === group,
      ),
    );

    const waiting = phoneWith(staff, ticketOf(next));
    expect(await waiting.claim()).toEqual({ code: 'in-reserve', place: 1 });
    const { name } = ticketOf(next);
    expect(await claimOf(staff, { typed: ticketOf(next).code })).toMatchObject({
      ok: false,
      name,
      refusal: { code: 'in-reserve', place: 1 },
    });
    await staff.until(({ people }) =>
      people.some((one) => one.reviewer === next && one.arrived && one.place === 1),
    );
    expect(staff.view.desk.plan).toEqual([
      { seat: staff.view.people.find((one) => one.reviewer === absent)?.seat, in: next },
    ]);

    // The desk sees them go: their phone, which asks on by itself, is told so; the person's own act counts.
    const standsBy = (arrived: boolean) =>
      staff.until(({ people }) =>
        people.some((one) => one.reviewer === next && one.arrived === arrived),
      );
    await staff.run({ type: 'MarkHere', reviewer: next, here: false });
    await standsBy(false);
    expect(await claimOf(staff, { typed: ticketOf(next).code, again: true })).toMatchObject({
      ok: false,
      name,
      refusal: { code: 'marked-away' },
    });
    expect(staff.view.people.find((one) => one.reviewer === next)?.arrived).toBe(false);
    expect(await waiting.claim()).toEqual({ code: 'in-reserve', place: 1 });
    await standsBy(true);

    await staff.run({ type: 'ReplaceAbsent', reason: '九点未到' });
    expect(await waiting.claim()).toBeNull();
    await waiting.connect();
    expect(waiting.view.me?.name).toBe(name);
    await staff.until(({ people }) =>
      people.some((one) => one.reviewer === absent && one.standing === 'replaced'),
    );
    expect(staff.view.setup.seats).toBe(12);
    const late = phoneWith(staff, ticketOf(absent));
    expect(await late.claim()).toEqual({ code: 'seat-gone' });
    expect(staff.view.people.find((one) => one.reviewer === absent)?.arrived).toBe(false);
  });

  it('a replaced phone is told why within a second', async () => {
    const { staff, tickets, seatedIds } = await panelOf(4);
    const out = must(seatedIds[0]);
    const phone = phoneWith(staff, must(tickets.find((one) => one.reviewer === out)));
    await phone.join();
    const seat = must(phone.view.me?.seat);
    await staff.run({ type: 'ReplaceSeat', seat, why: 'left', reason: '身体不适', vacant: true });
    await until(() => phone.ended !== null, 'the replaced phone cut off');
    expect(phone.ended).toEqual({ code: 'seat-gone' });
    await staff.until(({ setup }) => setup.seats === 3);
  });

  it('[R9] a recusal is asked of whoever comes: those who share it are passed over', async () => {
    const { staff, seatedIds } = await panelOf(4);
    const out = must(seatedIds[0]);
    const subject = must(staff.view.subjects[5]).id;
    const person = must(staff.view.people.find((one) => one.reviewer === out));
    const seat = must(person.seat ?? undefined);
    const [first, second] = [1, 2].map((place) =>
      must(
        staff.view.people.find((one) => one.reserve === person.reserve && one.place === place)
          ?.reviewer ?? undefined,
      ),
    );
    for (const reviewer of [must(first), must(second)])
      await staff.run({ type: 'MarkHere', reviewer, here: true });
    const replace = {
      type: 'ReplaceSeat',
      seat,
      why: 'recusal',
      subject,
      reason: '亲属在该单位任职',
      vacant: false,
    } as const;
    expect(await staff.send(replace)).toMatchObject({ refusal: { code: 'not-recused' } });
    for (const reviewer of [out, must(first)])
      await staff.run({ type: 'DeclareRecusal', reviewer, subject });
    const { subject: _, ...unnamed } = replace;
    expect(await staff.send(unnamed as never)).toMatchObject({ refusal: { code: 'malformed' } });
    const shown = () => staff.view.desk.reserves[person.reserve ?? -1];
    await staff.until(() => shown()?.conflicts.some((one) => one.subject === subject) ?? false);
    expect(shown()).toMatchObject({ next: first, skipped: [] });
    expect(shown()?.conflicts).toContainEqual({ subject, next: second, skipped: [first] });
    await staff.run(replace);
    await staff.until(({ people }) =>
      people.some((one) => one.reviewer === second && one.seat !== null),
    );
    expect(staff.view.people.find((one) => one.reviewer === first)?.seat).toBeNull();
  });

  it('someone of the pool waits before any draw, and sits down when the panel is drawn', async () => {
    const staff = await moderator(server);
    open.push(staff);
    await importExamples(staff);
    const pool = staff.view.people.flatMap((one) => one.reviewer ?? []).slice(0, 1);
    const ticket = must((await staff.tickets(pool))[0]);
    const phone = phoneWith(staff, ticket);
    expect(await phone.claim()).toEqual({ code: 'no-seat' });
    await staff.run({ type: 'FillSeats', reviewers: pool });
    await phone.join();
    expect(phone.view.me?.name).toBe(ticket.name);
  });
});

/** A panel of `take` drawn from the example's pool, tickets printed before for all of it. */
async function panelOf(take: number) {
  const staff = await moderator(server);
  open.push(staff);
  await importExamples(staff);
  const tickets = await staff.tickets();
  const item = 'panel' as ItemId;
  await staff.run({
    type: 'SetAgenda',
    items: [
      {
        ...{ id: item, kind: 'draw', purpose: 'panel', take, sources: ['dice10'] },
        rule: { kind: 'proportional' },
      },
    ],
  });
  await staff.run({ type: 'EnterItem', item });
  await staff.run({ type: 'LockDraw', item });
  const drawn = () => {
    const { body } = staff.view.control.stage;
    return body.kind === 'draw' ? body.draw.id : null;
  };
  await staff.until(() => drawn() !== null);
  const id = must(drawn() ?? undefined);
  await readDice(staff, id, DICE);
  await staff.run({ type: 'ShowNames', draw: id, shown: take });
  await staff.until(({ people }) => people.some(({ place }) => place === 1));
  const ids = (keep: (row: (typeof staff.view.people)[number]) => boolean) =>
    staff.view.people.filter(keep).flatMap((one) => one.reviewer ?? []);
  return {
    staff,
    tickets,
    seatedIds: ids(({ seat }) => seat !== null),
    reserveIds: ids(({ place }) => place === 1),
  };
}

describe('on the day', () => {
  it('someone who left early is told so, votes no more, and is back by scanning with the same phone', async () => {
    const { staff, tickets, phones } = await hallOf(5);
    const phone = must(phones[0]);
    const seat = must(phone.view.me?.seat);
    await stageScoring(staff, 'A01', 'hidden');
    await phone.until(({ stage }) => stage?.open.length === 1);
    await staff.run({ type: 'LeaveSeat', seat, reason: '接孩子' });
    await phone.until(({ me }) => me?.left === true);
    expect(phone.connected).toBe(true);
    expect(await phone.vote(CHOICE)).toMatchObject({ refusal: { code: 'seat-left' } });
    await staff.until(({ progress }) => progress.expected === 4);

    expect(await phone.claim()).toBeNull();
    await phone.connect();
    expect(phone.view.me?.left).toBe(false);
    expect(await phone.vote(CHOICE)).toMatchObject({ ok: true });

    // And by the desk's word, while the phone looks on.
    const other = must(phones[1]);
    const place = must(other.view.me?.seat);
    await staff.run({ type: 'LeaveSeat', seat: place, reason: '接电话' });
    await other.until(({ me }) => me?.left === true);
    await staff.run({ type: 'CheckIn', seat: place });
    await other.until(({ me }) => me?.left === false);
    expect(tickets).toHaveLength(5);
  });

  it('a paper ballot is on the board once a second member of staff has typed the same', async () => {
    const { staff, phones } = await hallOf(5);
    const colleague = await secondClerk(staff);
    // Five people in four groups: each of which is below the floor.
    await staff.run({ type: 'AdoptScheme', scheme: { id: 'main', ...SCHEME_DEFAULTS } });
    await stageScoring(staff, 'A01', 'live');
    await Promise.all(phones.map((one) => one.until(({ stage }) => stage?.open.length === 1)));
    for (const phone of phones.slice(1)) await phone.vote(CHOICE);
    const seat = must(must(phones[0]).view.me?.seat);
    const round = 'r-score-A01' as RoundId;
    const subject = 'A01' as SubjectId;
    await staff.run({ type: 'EnterPaper', seat, round, attempt: 1, subject, choice: CHOICE });
    await colleague.until(({ desk }) => desk.papers.length === 1);
    const [paper] = colleague.view.desk.papers;
    expect(JSON.stringify(colleague.view.desk.papers)).not.toContain('scores');
    const confirm = { type: 'ConfirmPaper', paper: must(paper).paper, choice: CHOICE } as const;
    expect(await staff.send(confirm)).toMatchObject({ refusal: { code: 'paper-same-person' } });
    expect(await colleague.send({ ...confirm, choice: { kind: 'abstain' } })).toMatchObject({
      refusal: { code: 'paper-differs' },
    });
    expect(staff.view.progress.done).toBe(4);
    await colleague.run(confirm);
    await staff.until(({ progress }) => progress.done === 5);
    // Their phone, which was there all along, knows of it as well.
    await must(phones[0]).until(({ me }) => me?.ballots[0]?.total === '75.00');
    await staff.run({ type: 'CloseRound', round });
    await staff.reveal();
    await staff.until(({ board }) => board.rows.length === 1);
    expect(staff.view.board.rows[0]).toMatchObject({ score: '75.00' });
  });

  it('tickets carry the address they were printed with, and only one of this machine’s', async () => {
    const { staff } = await hallOf(2);
    await staff.until(({ addresses }) => addresses.printed !== null);
    const { publicUrl, printed } = staff.view.addresses;
    expect(printed).toEqual({ address: publicUrl, standing: 'same' });
    const path = `/m/${staff.meeting}/api/tickets`;
    const body = { reviewers: 'pool', address: 'http://10.9.9.9:1' };
    await expect(staff.post(path, body)).rejects.toThrow('malformed');
    const { tickets } = await staff.post<{ tickets: readonly PrintedTicket[] }>(path, {
      ...body,
      address: publicUrl,
    });
    expect(must(tickets[0]).url.startsWith(`${publicUrl}/m/`)).toBe(true);
  });
});

describe('[roles] at the desk', () => {
  const seat = 'S001' as SeatId;
  const [a, b] = ['R001', 'R002'] as ReviewerId[];
  const paper = 'P1' as PaperId;
  const reason = 'x';
  const choice: Choice = { kind: 'abstain' };
  const acts: readonly StaffCommand[] = [
    { type: 'CheckIn', seat },
    { type: 'UndoCheckIn', seat },
    { type: 'LeaveSeat', seat, reason },
    { type: 'ReplaceSeat', seat, why: 'no-show', reason, vacant: false },
    { type: 'ReplaceAbsent', reason },
    { type: 'MarkHere', reviewer: must(a), here: true },
    { type: 'SwapTickets', a: reviewerHolder(must(a)), b: reviewerHolder(must(b)) },
    { type: 'RevokeTicket', holder: reviewerHolder(must(a)) },
    { type: 'DeclareRecusal', reviewer: must(a), subject: 'A01' as SubjectId },
    {
      ...{ type: 'EnterPaper', seat, round: 'r-x' as RoundId, attempt: 1 },
      ...{ subject: 'A01' as SubjectId, choice },
    },
    { type: 'ConfirmPaper', paper, choice },
    { type: 'DropPaper', paper, reason },
  ];

  it('a supervisor may do none of it, a clerk all of it', async () => {
    const { staff } = await hallOf(1);
    const supervisor = await secondClerk(staff, 'supervisor');
    const clerk = await secondClerk(staff);
    expect(supervisor.view.people.length).toBe(300);
    for (const act of acts) {
      expect(await supervisor.send(act), act.type).toEqual({
        ok: false,
        refusal: { code: 'no-right', by: ['moderator', 'clerk'] },
      });
      const answer = await clerk.send(act);
      expect(answer.ok ? null : answer.refusal.code, act.type).not.toBe('no-right');
    }
    await expect(supervisor.tickets(['R001'])).rejects.toThrow('no-right');
  });
});
