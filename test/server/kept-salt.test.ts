// A draw by phones and a salt that a supervisor's device keeps, over a real server with two accounts.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { saltCommit } from '../../shared/draw/entropy.ts';
import { verifyDraw } from '../../shared/draw/verify.ts';
import type { ItemId } from '../../shared/ids.ts';
import type { StaffCommand } from '../../shared/meeting/commands.ts';
import type { PublishedDraw } from '../../shared/views/draws/draw-record.ts';
import { StaffClient } from '../../scripts/staff-client.ts';
import {
  drawOf,
  PASSPHRASE,
  seatedHall,
  startServer,
  temporaryFolder,
  type Hall,
  type TestServer,
} from '../with-server.ts';

const SALT = '5a'.repeat(32);
const ITEM = 'kept' as ItemId;
const KEEP = { type: 'KeepSalt', item: ITEM, commit: saltCommit(SALT) } as const;

describe('a salt that a supervisor keeps', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let server: TestServer;
  let hall: Hall;
  let supervisor: StaffClient;

  beforeEach(async () => {
    folder = temporaryFolder();
    server = await startServer({ data: folder.path });
    hall = await seatedHall(server, 4);
    const { staff } = hall;
    const { url } = await staff.post<{ url: string }>('/api/staff/invite', { role: 'supervisor' });
    supervisor = new StaffClient(server.origin);
    await supervisor.accept(url, '监督员', PASSPHRASE);
    await supervisor.connect(staff.meeting);
    const after = staff.view.agenda.at(-1)?.item.id ?? null;
    await staff.run({
      type: 'AddItems',
      after,
      items: [
        { id: ITEM, kind: 'draw', purpose: 'questioner', take: 1, sources: ['phones', 'kept'] },
      ],
    });
    await staff.run({ type: 'EnterItem', item: ITEM });
  });
  afterEach(async () => {
    for (const phone of hall.phones) phone.close();
    hall.staff.close();
    supervisor.close();
    await server.stop();
    folder.remove();
  });

  const id = () => drawOf(hall.staff).id ?? ('none' as never);
  const published = async () => {
    const answer = await fetch(`${server.origin}/m/${hall.staff.meeting}/api/draws/${id()}`);
    return (await answer.json()) as PublishedDraw;
  };
  const refused = (client: StaffClient, command: StaffCommand) =>
    client.send(command).then((answer) => (answer.ok ? null : answer.refusal.code));

  it('goes from the promise to the name; each account does its own part only', async () => {
    const { staff, phones } = hall;
    expect(staff.view.control.next).toMatchObject({ act: 'keep-salt', command: null });
    expect(await refused(staff, KEEP)).toBe('no-right');
    expect(await refused(staff, { type: 'LockDraw', item: ITEM })).toBe('salt-not-kept');
    expect(await refused(supervisor, { ...KEEP, commit: 'x' })).toBe('malformed');
    await supervisor.run(KEEP);
    await staff.until(({ control }) => control.salt?.phase === 'kept');
    expect(staff.view.control.salt).toMatchObject({ keeper: '监督员', commit: KEEP.commit });
    expect(await refused(supervisor, { type: 'LockDraw', item: ITEM })).toBe('no-right');
    await staff.next();
    const { lockHash } = drawOf(hall.staff);
    expect(drawOf(hall.staff)).toMatchObject({ phase: 'locked', assurance: 'participants' });

    await Promise.all(phones.map((phone, n) => phone.word(id(), `字${String(n)}`)));
    await staff.until(() => drawOf(hall.staff).words?.sent === 4);
    const open = { type: 'OpenSalt', draw: id(), salt: SALT } as const;
    expect(await refused(supervisor, open)).toBe('words-open');
    await staff.next();
    await supervisor.until(({ control }) => control.salt?.phase === 'due');
    const wordsHash = drawOf(hall.staff).words?.hash ?? '';
    expect(await refused(staff, open)).toBe('no-right');
    expect(await refused(supervisor, { ...open, salt: 'c3'.repeat(32) })).toBe('salt-wrong');
    expect(await refused(staff, { type: 'ReadEntropy', draw: id() })).toBe('salt-with-keeper');
    await supervisor.run(open);
    await staff.until(() => drawOf(hall.staff).phase === 'showing');
    expect(JSON.stringify([staff.view, supervisor.view, await published()])).not.toContain(SALT);
    await staff.next();
    await staff.until(() => drawOf(hall.staff).phase === 'done');

    const record = await published();
    if (record.status !== 'result') throw new Error(record.status);
    expect(record).toMatchObject({
      assurance: 'participants',
      keeper: { role: 'supervisor' },
      entropy: [wordsHash, SALT],
    });
    const { lock, entropy, proofs, order, reserve, assurance, keeper } = record;
    expect(
      verifyDraw({
        lock,
        shownLockHash: lockHash ?? '',
        shownWordsHash: wordsHash,
        entropy,
        proofs,
        assurance: { claimed: assurance, saltKeptApart: keeper !== undefined },
        claimed: {
          order,
          reserve: Object.fromEntries(reserve.map(({ cell, ids }) => [cell, ids])),
        },
      }),
    ).toEqual([]);
    const minutes = await fetch(`${server.origin}/m/${staff.meeting}/api/minutes`, {
      headers: { cookie: staff.cookie },
    });
    expect(await minutes.json()).toMatchObject({
      minutes: { draws: [{ keeper: '监督员', assurance: 'participants' }] },
    });
  });

  it('a supervisor who keeps one salt after the other does not hold up the moderator’s key', async () => {
    const { staff } = hall;
    await supervisor.run(KEEP);
    await staff.until(({ control }) => control.next.act === 'lock-draw');
    const { command, expects } = staff.view.control.next;
    const commits = Array.from({ length: 20 }, (_, n) =>
      saltCommit(n.toString(16).padStart(2, '0').repeat(32)),
    );
    for (const commit of commits) await supervisor.run({ ...KEEP, commit });
    // As it was pressed before any of them came.
    const answer = await staff.post(`/m/${staff.meeting}/api/command`, { command, expects });
    expect(answer).toEqual({ ok: true });
    await staff.until(() => drawOf(hall.staff).phase === 'locked');
    const record = await published();
    expect(record.lock.entropy).toContainEqual({ type: 'salt', commit: commits.at(-1) });
  });

  it('[R1] the promise outlives a restart, and so does what it is worth', async () => {
    await supervisor.run(KEEP);
    const code = hall.staff.meeting;
    for (const phone of hall.phones) phone.close();
    hall.staff.close();
    supervisor.close();
    await server.stop();
    server = await startServer({ data: folder.path });
    const staff = new StaffClient(server.origin);
    await staff.logIn('主持', PASSPHRASE);
    await staff.connect(code);
    hall = { ...hall, staff };
    supervisor = new StaffClient(server.origin);
    await supervisor.logIn('监督员', PASSPHRASE);
    await supervisor.connect(code);
    expect(staff.view.control).toMatchObject({
      next: { act: 'lock-draw' },
      salt: { phase: 'kept', keeper: '监督员' },
    });
    await staff.next();
    await staff.next();
    await supervisor.run({ type: 'OpenSalt', draw: id(), salt: SALT });
    await staff.until(() => drawOf(hall.staff).phase === 'showing');
    expect(drawOf(hall.staff).assurance).toBe('participants');
  });
});
