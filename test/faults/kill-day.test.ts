// [R1] SIGKILL at random points of a whole day, before and after answers: every acknowledged command is in the log, none is
// there by half, kept secrets still open their lock, the server comes back to what it showed, and the day goes on to its end.
import { join } from 'node:path';
import { setTimeout as pace } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { Chance } from '../../server/rehearsal/chance.ts';
import { SocketPhone } from '../../server/rehearsal/socket-phone.ts';
import { StaffClient } from '../../scripts/staff-client.ts';
import { Durable } from '../../server/durable.ts';
import { openMeetingFile } from '../../server/store/meeting-file.ts';
import type { Reading } from '../../shared/meeting/draws/reading.ts';
import type { Loaded } from '../../server/store/meeting-store.ts';
import { matterText, type Choice } from '../../shared/ballots/ballot.ts';
import { saltCommit } from '../../shared/draw/entropy.ts';
import type {
  DrawId,
  ItemId,
  PaperId,
  ReviewerId,
  RoundId,
  SeatId,
  SubjectId,
} from '../../shared/ids.ts';
import { areaOf, type StaffCommand } from '../../shared/meeting/commands.ts';
import { decideStaff } from '../../shared/meeting/decide.ts';
import type { Item } from '../../shared/meeting/agenda/item.ts';
import type { Meeting } from '../../shared/meeting/state.ts';
import { repetitions, seed } from '../repetitions.ts';
import { freePort, staffLink, startServerProcess, type ServerProcess } from '../server-process.ts';
import { databasesIn, must, PASSPHRASE, temporaryFolder } from '../with-server.ts';

const KILLS = repetitions(8, 12);
/** A day has some seventy steps; more kills need more days. */
const DAYS = repetitions(1, 20);
const SEEDS = Array.from({ length: DAYS }, (_, day) => seed(575_975) + day);

const DICE = '84019375620184736251';
const SALT = '5a'.repeat(32);
const CHOICE: Choice = { kind: 'scores', scores: { c1: 30, c2: 15, c3: 20, c4: 10 } };
const item = (id: string) => id as ItemId;
const unit = (id: string) => id as SubjectId;
const seat = (n: number) => `S00${String(n)}` as SeatId;
const round = (id: string) => `r-${id}` as RoundId;
const draw = (n: number) => `D${String(n)}` as DrawId;

const AGENDA: readonly Item[] = [
  {
    ...{ id: item('panel'), kind: 'draw', purpose: 'panel', take: 6, sources: ['dice10', 'salt'] },
    rule: { kind: 'proportional' },
  },
  { id: item('in'), kind: 'check-in' },
  { id: item('q'), kind: 'draw', purpose: 'questioner', take: 1, sources: ['phones', 'kept'] },
  {
    ...{ id: item('live'), kind: 'score', subjects: [unit('U1')], secrecy: 'named' },
    ...{ sheet: 'live', disclosure: 'live', seconds: 600 },
  },
  {
    ...{ id: item('w'), kind: 'written', subjects: [unit('U2'), unit('U3')] },
    ...{ sheet: 'live', disclosure: 'hidden' },
  },
  { id: item('visit'), kind: 'draw', purpose: 'verification', take: 1, sources: ['dice10'] },
  { id: item('board'), kind: 'board' },
];

const folder = temporaryFolder();
let server: ServerProcess | null = null;
afterAll(async () => {
  await server?.kill();
  folder.remove();
});

it.each(SEEDS)(`${String(KILLS)} kills, seed %i`, { timeout: 30_000 * KILLS }, async (chances) => {
  const data = join(folder.path, String(chances));
  const port = await freePort();
  server = await startServerProcess(port, data);
  const { origin } = server;
  const [staff, second, supervisor] = [0, 1, 2].map(() => new StaffClient(origin)) as [
    StaffClient,
    StaffClient,
    StaffClient,
  ];
  await staff.accept(await staffLink(server), '主持', PASSPHRASE);
  await staff.create('评议会');
  for (const [client, role] of [
    [second, 'clerk'],
    [supervisor, 'supervisor'],
  ] as const) {
    const { url } = await staff.post<{ url: string }>('/api/staff/invite', { role });
    await client.accept(url, role, PASSPHRASE);
    await client.connect(staff.meeting);
  }
  const code = staff.meeting;
  const everyone = [staff, second, supervisor];
  const phones = new Map<SeatId, SocketPhone>();
  const casts: { readonly seat: SeatId; readonly subject: string; readonly rev: number }[] = [];
  const luck = new Chance(chances);
  const random = () => luck.next();
  let acknowledged = 0;
  let killed = 0;

  const file = () => must(databasesIn(data)[0]);
  const snapshot = async () =>
    (await (await fetch(`${origin}/m/${code}/api/snapshot`)).json()) as object;

  /** Dead now: what its file says, checked as at every start. */
  const die = async (): Promise<Loaded> => {
    killed++;
    await server?.kill();
    const opening = openMeetingFile(file());
    if (!opening.ok) throw new Error(opening.detail);
    const loaded = opening.file.load();
    expect(opening.file.verify()).toBeNull();
    opening.file.close();
    // Once people are erased, nobody knows any more whose a ballot was.
    const erased = loaded.events.some(({ recorded }) => recorded.event.type === 'PeopleErased');
    const whose = (seat: string | null) => (erased ? 'somebody' : String(seat));
    const kept = new Set(
      loaded.ballots.map(
        ({ ballot }) => `${whose(ballot.seat)} ${matterText(ballot.matter)} ${String(ballot.rev)}`,
      ),
    );
    for (const one of casts)
      expect(kept).toContain(`${whose(one.seat)} ${one.subject} ${String(one.rev)}`);
    expect(loaded.events.length).toBeGreaterThanOrEqual(acknowledged);
    return loaded;
  };
  const live = async (): Promise<void> => {
    server = await startServerProcess(port, data);
  };
  /** Everybody is back and sees the same log. */
  const settle = async (events: number): Promise<void> => {
    for (const one of everyone) await one.until(({ log }) => log.events === events);
    for (const phone of phones.values()) await expect.poll(() => phone.connected).toBe(true);
  };
  const meeting = (loaded: Loaded): Meeting => Durable.rebuild(loaded).world.meeting;

  const post = async (by: StaffClient, command: StaffCommand, expects: object) => {
    const response = await fetch(`${origin}/m/${code}/api/command`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin, cookie: by.cookie },
      body: JSON.stringify({ command, expects }),
    });
    return (await response.json()) as { ok: boolean; refusal?: { code: string } };
  };

  /** The server dies while the command is on its way: it is there whole, or not at all and is given again. */
  const amid = async (by: StaffClient, command: StaffCommand): Promise<boolean> => {
    const { log, control } = by.view;
    const area = areaOf(command);
    const expects = area === 'none' ? control.next.expects : control.expects[area];
    const sending = post(by, command, expects).catch(() => null);
    // Nothing is waited for: where the kill falls is left to chance.
    await pace(random() * 12);
    const after = await die();
    const answer = await sending;
    const tail = after.events.slice(log.events).map(({ recorded }) => recorded.event.type);
    if (answer) expect([command.type, answer]).toEqual([command.type, { ok: true }]);
    if (answer?.ok || tail.length > 0) {
      const before = Durable.rebuild({
        ...after,
        events: after.events.slice(0, log.events),
        ballots: after.ballots.filter(({ after: seq }) => seq <= log.events),
      });
      const role = by === supervisor ? 'supervisor' : by === second ? 'clerk' : 'moderator';
      const last = must(after.events.at(-1)).recorded;
      const wanted = decideStaff({ ...before.world, box: before.box }, command, expects, {
        ...{ now: last.at, by: last.by, role, random: new Uint8Array(32) },
      });
      expect([command.type, wanted.ok && wanted.events.map(({ type }) => type)]).toEqual([
        command.type,
        tail,
      ]);
    }
    await live();
    await settle(after.events.length);
    acknowledged = after.events.length;
    return tail.length > 0;
  };

  let left = 0;
  const chance = () => killed < KILLS && random() < (KILLS - killed) / Math.max(left, 1);
  const run = async (by: StaffClient, command: StaffCommand): Promise<void> => {
    await settle(Math.max(acknowledged, by.view.log.events));
    const dies = chance();
    left--;
    const whileSent = dies && random() < 0.5;
    if (whileSent && (await amid(by, command))) return;
    await by.run(command);
    // A command that did nothing would prove nothing.
    expect([command.type, by.view.log.events]).not.toEqual([command.type, acknowledged]);
    acknowledged = by.view.log.events;
    if (!dies || whileSent) return;
    const before = await snapshot();
    const loaded = await die();
    expect(loaded.events.length).toBe(acknowledged);
    await live();
    expect(await snapshot()).toEqual(before);
    await settle(acknowledged);
  };
  const vote = async (n: number, rev: number, subject = unit('U1')): Promise<void> => {
    const phone = must(phones.get(seat(n)));
    const isOpen = ({ stage, written }: SocketPhone['view']) =>
      (subject === unit('U1') ? stage?.open : written)?.length === 1;
    await phone.until(isOpen);
    const { open = [] } = phone.view.stage ?? {};
    const where = subject === unit('U1') ? open : (phone.view.written ?? []);
    const { round: id, attempt } = must(where.at(-1));
    const message = { round: id, attempt, subject, rev, choice: CHOICE };
    for (let tries = 0; ; tries++) {
      const answer = await phone.send(message, 2000);
      if (answer?.ok) break;
      if (tries > 50) throw new Error(`${seat(n)}: ${JSON.stringify(answer)}`);
    }
    casts.push({ seat: seat(n), subject, rev });
  };

  const csv = (lines: readonly string[]) => Buffer.from(lines.join('\n'));
  const units = [1, 2, 3, 4, 5].map((n) => `U${String(n)},第${String(n)}局,部门`);
  const people = Array.from({ length: 9 }, (_, n) => `R${String(n + 1)},代表${String(n + 1)},甲组`);
  await staff.importRoster('subjects', 'u.csv', csv(['编号,单位名称,类别', ...units]));
  await staff.importRoster('reviewers', 'r.csv', csv(['编号,姓名,组别', ...people]));
  const tickets = await staff.tickets('pool');
  await staff.until(({ log }) => log.acts[0]?.type === 'TicketsIssued');
  acknowledged = staff.view.log.events;

  const word = async (n: number) => {
    const phone = must(phones.get(seat(n)));
    for (let tries = 0; ; tries++) {
      const answer = await phone.word(draw(2), `字${String(n)}`, 2000);
      if (answer?.ok) {
        // One event; the views that tell of it come after the answer.
        acknowledged += 1;
        return;
      }
      if (tries > 20) throw new Error(`${seat(n)}: ${JSON.stringify(answer)}`);
    }
  };
  const rehearse = async () => {
    const path = `/m/${code}/api/rehearsal`;
    const { code: copy } = await staff.post<{ code: string }>(path, { language: 'zh' });
    await staff.post(`/m/${copy}/api/delete`, {});
  };
  const person = (n: number): ReviewerId => {
    const found = staff.view.people.find((one) => one.seat === seat(n))?.reviewer;
    return must(found, `who sits on ${seat(n)}`);
  };
  const sync = async () => {
    await staff.until(({ log }) => log.events >= acknowledged);
    acknowledged = staff.view.log.events;
  };
  const checkIn = async () => {
    for (let n = 1; n <= 5; n++) {
      const ticket = must(tickets.find(({ reviewer }) => reviewer === person(n)));
      const phone = new SocketPhone({
        ...{ origin, meeting: code },
        ticket: new URL(ticket.url).hash.slice(1),
      });
      await phone.join();
      phones.set(seat(n), phone);
    }
    await staff.until(({ people: rows }) => rows.filter((one) => one.claim > 0).length === 5);
    await sync();
  };
  const reserve = () => {
    const free = staff.view.people.find(({ reviewer, seat: held }) => reviewer && held === null);
    return must(free?.reviewer, 'somebody of the reserve');
  };
  const drawnFirst = async (id: DrawId) => {
    const record = await fetch(`${origin}/m/${code}/api/draws/${id}`);
    const { order } = (await record.json()) as { order: readonly ReviewerId[] };
    return must(order[0], 'a drawn name');
  };

  type Step = (() => Promise<void>) | (() => Promise<readonly [StaffClient, StaffCommand]>);
  type Made = StaffCommand | (() => StaffCommand | Promise<StaffCommand>);
  const by =
    (who: StaffClient, command: Made): Step =>
    async () =>
      [who, typeof command === 'function' ? await command() : command] as const;
  const dice = (n: number, reading: Reading): StaffCommand => ({
    ...{ type: 'TypeDice', draw: draw(n), reading, edits: 0, at: 0, took: 0, digits: DICE },
  });
  const steps: readonly Step[] = [
    by(staff, { type: 'SetAgenda', items: AGENDA }),
    by(staff, { type: 'EnterItem', item: item('panel') }),
    by(staff, { type: 'LockDraw', item: item('panel') }),
    by(staff, dice(1, 'first')),
    by(staff, dice(1, 'second')),
    by(staff, { type: 'ShowNames', draw: draw(1), shown: 2 }),
    by(staff, { type: 'ShowNames', draw: draw(1), shown: 6 }),
    by(staff, { type: 'EnterItem', item: item('in') }),
    checkIn,
    by(staff, () => ({ type: 'MarkHere', reviewer: reserve(), here: true })),
    by(staff, {
      ...{ type: 'ReplaceSeat', seat: seat(6), why: 'no-show', reason: '没有来', vacant: false },
    }),
    by(staff, { type: 'EnterItem', item: item('q') }),
    by(supervisor, { type: 'KeepSalt', item: item('q'), commit: saltCommit('c3'.repeat(32)) }),
    by(supervisor, { type: 'KeepSalt', item: item('q'), commit: saltCommit(SALT) }),
    by(staff, { type: 'LockDraw', item: item('q') }),
    () => word(1),
    () => word(2),
    sync,
    by(staff, { type: 'CloseWords', draw: draw(2) }),
    by(supervisor, { type: 'OpenSalt', draw: draw(2), salt: SALT }),
    by(staff, { type: 'ShowNames', draw: draw(2), shown: 1 }),
    by(staff, async () => ({
      ...{ type: 'ReplaceDrawn', draw: draw(2), reason: '有事' },
      out: await drawnFirst(draw(2)),
    })),
    by(staff, { type: 'EnterItem', item: item('live') }),
    by(staff, { type: 'OpenRound', item: item('live') }),
    // Taken back, and once more.
    by(staff, () => must<StaffCommand>(staff.view.control.undo?.command, 'a way back')),
    by(staff, { type: 'OpenRound', item: item('live') }),
    () => vote(1, 1),
    () => vote(2, 1),
    by(second, {
      ...{ type: 'EnterPaper', seat: 'S007' as SeatId, round: round('live'), attempt: 1 },
      ...{ subject: unit('U1'), choice: CHOICE },
    }),
    by(staff, { type: 'ConfirmPaper', paper: 'P1' as PaperId, choice: CHOICE }),
    () => vote(1, 2),
    () => vote(3, 1),
    () => vote(4, 1),
    () => vote(5, 1),
    by(staff, { type: 'StopCountdown', item: item('live') }),
    by(staff, { type: 'ExtendCountdown', item: item('live'), seconds: 30 }),
    by(second, {
      ...{ type: 'EnterPaper', seat: seat(4), round: round('live'), attempt: 1 },
      ...{ subject: unit('U1'), choice: CHOICE },
    }),
    by(staff, { type: 'CloseRound', round: round('live'), papers: 1 }),
    by(staff, { type: 'ShowGroups', round: round('live'), shown: 1 }),
    by(staff, { type: 'EnterItem', item: item('w') }),
    by(staff, { type: 'OpenRound', item: item('w') }),
    () => vote(1, 1, unit('U2')),
    () => vote(2, 1, unit('U3')),
    by(staff, () => ({ type: 'DeclareRecusal', reviewer: person(2), subject: unit('U3') })),
    by(staff, {
      ...{ type: 'SetRoundSubjects', round: round('w'), reason: '补交' },
      subjects: [unit('U2'), unit('U3'), unit('U4')],
    }),
    by(staff, { type: 'WithdrawSubject', subject: unit('U3'), reason: '机构改革' }),
    by(staff, { type: 'RestoreSubject', subject: unit('U3'), reason: '弄错了' }),
    by(staff, {
      ...{ type: 'CombineSubjects', into: unit('U4') },
      from: unit('U5'),
      reason: '合并',
    }),
    rehearse,
    by(staff, { type: 'CloseRound', round: round('w') }),
    by(staff, { type: 'ReopenRound', round: round('w'), reason: '漏了一位' }),
    () => vote(3, 1, unit('U2')),
    by(staff, { type: 'CloseRound', round: round('w') }),
    by(staff, { type: 'RevealRound', round: round('w') }),
    by(staff, { type: 'RepeatRound', round: round('w'), reason: '重评' }),
    by(staff, { type: 'CloseRound', round: round('w') }),
    by(staff, { type: 'EnterItem', item: item('visit') }),
    by(staff, { type: 'LockDraw', item: item('visit') }),
    by(staff, { type: 'VoidDraw', draw: draw(3), why: '骰子掉了' }),
    by(staff, { type: 'LockDraw', item: item('visit') }),
    by(staff, dice(4, 'first')),
    by(staff, dice(4, 'second')),
    by(staff, { type: 'ShowNames', draw: draw(4), shown: 1 }),
    by(staff, { type: 'LeaveSeat', seat: seat(5), reason: '先走' }),
    by(staff, { type: 'EnterItem', item: item('board') }),
    by(staff, { type: 'ShowRows', item: item('board'), take: 'one' }),
    by(staff, { type: 'ShowRows', item: item('board'), take: 'all' }),
    by(staff, { type: 'TurnBoard', category: 'all' }),
    by(staff, {
      ...{
        type: 'ChangeMeeting',
        title: '评议会',
        zone: 'Asia/Shanghai',
        retainUntil: '2020-01-01',
      },
    }),
    by(staff, { type: 'ErasePeople' }),
  ];
  left = steps.length;
  for (const step of steps) {
    const what = await step();
    if (what) await run(...what);
    else {
      left--;
      await sync();
    }
  }

  expect(killed).toBe(KILLS);
  const end = meeting(await die());
  expect(end.draws.map(({ phase }) => phase)).toEqual([
    ...['determined', 'determined', 'void', 'determined'],
  ]);
  expect(end.erasedAt).not.toBeNull();
  for (const phone of phones.values()) phone.close();
  for (const one of everyone) one.close();
});
