// Rounds that close by themselves: at zero with a grace for ballots on their way, across stops, extensions and restarts.
import { afterEach, describe, expect, it } from 'vitest';
import type { Hall as ServerHall } from '../../server/hall.ts';
import type { ItemId, SubjectId } from '../../shared/ids.ts';
import { lastAttempt, roundOfItem } from '../../shared/meeting/rounds.ts';
import type { Item } from '../../shared/meeting/agenda/item.ts';
import { nameOf } from '../../shared/meeting/world.ts';
import { scores } from '../builders.ts';
import {
  seatedHall,
  startServer,
  temporaryFolder,
  type Hall,
  type TestServer,
} from '../with-server.ts';

const ITEM = 'quick' as ItemId;
const GRACE_MS = 1500;
const PATIENCE = { timeout: 45_000, interval: 20 };

describe('a round that closes by itself', () => {
  let server: TestServer | null = null;
  let hall: Hall | null = null;

  afterEach(async () => {
    for (const phone of hall?.phones ?? []) phone.close();
    hall?.staff.close();
    await server?.stop();
    server = null;
    hall = null;
  });

  /** A hall of six with the round on stage and open; its clock runs for a second. */
  async function opened(
    data?: string,
  ): Promise<{ readonly hall: Hall; readonly inside: ServerHall }> {
    server = await startServer(data === undefined ? {} : { data });
    hall = await seatedHall(server, 6);
    const { staff } = hall;
    const item: Item = {
      id: ITEM,
      kind: 'score',
      subjects: [staff.view.subjects[0]?.id ?? ('' as SubjectId)],
      secrecy: 'named',
      sheet: 'live',
      disclosure: 'hidden',
      seconds: 1,
      closes: 'itself',
    };
    await staff.run({ type: 'AddItems', after: null, items: [item] });
    await staff.run({ type: 'EnterItem', item: ITEM });
    await staff.run({ type: 'OpenRound', item: ITEM });
    const inside = server.app.halls.byCode(staff.meeting);
    if (!inside) throw new Error('no hall');
    return { hall, inside };
  }

  const phaseOf = ({ world: { meeting } }: ServerHall) => {
    const round = roundOfItem(meeting, ITEM);
    return round ? lastAttempt(round).phase : null;
  };
  const endOf = ({ world: { meeting } }: ServerHall) =>
    meeting.countdown?.phase === 'running' ? meeting.countdown.endsAt : 0;
  const closedAt = ({ world: { meeting } }: ServerHall) => {
    const round = roundOfItem(meeting, ITEM);
    const attempt = round && lastAttempt(round);
    return attempt && attempt.phase !== 'open' ? attempt.closing.closedAt : 0;
  };

  it('takes ballots that were on their way at zero, closes once, and says who did it', async () => {
    const {
      hall: { staff, phones },
      inside,
    } = await opened();
    const end = endOf(inside);
    const [early, late, tooLate] = phones;
    if (!early || !late || !tooLate) throw new Error('phones');
    await Promise.all(phones.map((phone) => phone.until(({ stage }) => stage?.open.length === 1)));
    expect(await early.vote(scores(30, 15, 20, 10))).toMatchObject({ ok: true });
    await expect.poll(() => inside.now, PATIENCE).toBeGreaterThan(end);
    expect(await late.vote(scores(20, 10, 20, 10))).toMatchObject({ ok: true });
    expect(phaseOf(inside)).toBe('open');
    await expect.poll(() => phaseOf(inside), PATIENCE).toBe('closed');
    expect(closedAt(inside)).toBeGreaterThanOrEqual(end + GRACE_MS);
    await staff.until(({ log }) => log.acts.some(({ type }) => type === 'RoundClosed'));
    const closings = staff.view.log.acts.filter(({ type }) => type === 'RoundClosed');
    expect(closings.map(({ by }) => by.kind)).toEqual(['server']);
    expect(staff.view.control.next.act).toBe('show-groups');
  });

  it('follows time that is added, and waits while the clock is stopped', async () => {
    const {
      hall: { staff },
      inside,
    } = await opened();
    await staff.run({ type: 'StopCountdown', item: ITEM });
    const stopped = inside.now;
    await expect.poll(() => inside.now, PATIENCE).toBeGreaterThan(stopped + 1000 + GRACE_MS + 200);
    expect(phaseOf(inside)).toBe('open');
    await staff.run({ type: 'StartCountdown', item: ITEM });
    await staff.run({ type: 'ExtendCountdown', item: ITEM, seconds: 1 });
    const end = endOf(inside);
    await expect.poll(() => phaseOf(inside), PATIENCE).toBe('closed');
    expect(closedAt(inside)).toBeGreaterThanOrEqual(end + GRACE_MS);
  });

  it('[R1] closes after a start where its time ran out while the server was down', async () => {
    const folder = temporaryFolder();
    try {
      const {
        hall: { staff, phones },
        inside,
      } = await opened(folder.path);
      const end = endOf(inside);
      const code = staff.meeting;
      for (const phone of phones) phone.close();
      staff.close();
      await server?.app.close();
      hall = null;
      await expect.poll(() => Date.now(), PATIENCE).toBeGreaterThan(end);
      server = await startServer({ data: folder.path });
      const again = server.app.halls.byCode(code);
      if (!again) throw new Error('no hall');
      expect(phaseOf(again)).toBe('open');
      await expect.poll(() => phaseOf(again), PATIENCE).toBe('closed');
      await server.app.close();
      server = null;
    } finally {
      folder.remove();
    }
  });

  it('has no more time left after a start for which the machine’s clock was set back', async () => {
    const folder = temporaryFolder();
    try {
      const {
        hall: { staff, phones },
        inside,
      } = await opened(folder.path);
      await staff.run({ type: 'ExtendCountdown', item: ITEM, seconds: 600 });
      const left = endOf(inside) - inside.now;
      for (const phone of phones) phone.close();
      staff.close();
      await server?.app.close();
      hall = null;
      for (const back of [86_400_000, 2000]) {
        const clock = { now: () => Math.round(performance.timeOrigin + performance.now()) - back };
        server = await startServer({ data: folder.path, clock });
        const again = server.app.halls.byCode(staff.meeting);
        if (!again) throw new Error('no hall');
        const nowLeft = endOf(again) - again.now;
        expect(nowLeft).toBeLessThanOrEqual(left + 1000);
        expect(nowLeft).toBeGreaterThan(0);
        await server.app.close();
        server = null;
      }
    } finally {
      folder.remove();
    }
  });

  it('at zero waits for a paper no longer than until a phone’s newer ballot outranks it', async () => {
    const {
      hall: { staff, phones },
      inside,
    } = await opened();
    const end = endOf(inside);
    const [phone] = phones;
    if (!phone) throw new Error('no phone');
    await phone.until(({ stage }) => stage?.open.length === 1);
    const { me, stage } = phone.view;
    const [open] = stage?.open ?? [];
    const seat = [...inside.world.meeting.seats.values()].find(
      ({ holder }) => nameOf(inside.world.directory, 'reviewer', holder.id) === me?.name,
    );
    const subject = open?.subjects[0]?.id;
    if (!open || !seat || !subject) throw new Error('nothing is open');
    const { round, attempt } = open;
    const choice = scores(30, 15, 20, 10);
    await staff.run({ type: 'EnterPaper', seat: seat.id, round, attempt, subject, choice });
    await expect.poll(() => inside.now, PATIENCE).toBeGreaterThan(end + GRACE_MS + 300);
    expect(phaseOf(inside)).toBe('open');
    expect(await phone.vote(scores(20, 10, 20, 10))).toMatchObject({ ok: true });
    await expect.poll(() => phaseOf(inside), PATIENCE).toBe('closed');
  });

  it('an agenda of a thousand items goes over HTTP, one that is longer still does not', async () => {
    server = await startServer();
    hall = await seatedHall(server, 6);
    const { staff } = hall;
    const subject = staff.view.subjects[0]?.id ?? ('' as SubjectId);
    const items = Array.from({ length: 1000 }, (_, n): Item => ({
      id: `score-of-a-long-agenda-${String(n)}` as ItemId,
      kind: 'score',
      subjects: [subject],
      secrecy: 'named',
      sheet: 'live',
      disclosure: 'progress',
      seconds: 90,
    }));
    const message = (list: readonly Item[]) => ({
      command: { type: 'SetAgenda', items: list },
      expects: staff.view.control.expects.roster,
    });
    const path = `/m/${staff.meeting}/api/command`;
    expect(JSON.stringify(message(items)).length).toBeGreaterThan(128 * 1024);
    await staff.post(path, message(items));
    await staff.until(({ agenda }) => agenda.length === 1000);
    await expect(staff.post(path, message([...items, ...items, ...items]))).rejects.toThrow();
  });
});
