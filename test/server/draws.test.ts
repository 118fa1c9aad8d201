// Draws over a real server: words from phones, what each audience hears and when, the public record of a draw.
import { io } from 'socket.io-client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { firstFalseReplacement, type ReplacementRecord } from '../../shared/draw/replacement.ts';
import { recordHash } from '../../shared/draw/record.ts';
import { verifyDraw } from '../../shared/draw/verify.ts';
import type { DrawId } from '../../shared/ids.ts';
import { connectionTo, NAMESPACE } from '../../shared/protocol.ts';
import type { SocketPhone } from '../../server/rehearsal/socket-phone.ts';
import { qrSvg } from '../../server/http/qr.ts';
import { checkAddress } from '../../shared/check-address.ts';
import { verify } from '../../scripts/verify-draw.mjs';
import { readDice } from '../../scripts/read-dice.ts';
import type { StaffClient } from '../../scripts/staff-client.ts';
import {
  drawOf,
  enterDraw,
  importExamples,
  leave,
  moderator,
  must,
  phoneOf,
  reviewer,
  seatedHall,
  startServer,
  type Hall,
  type TestServer,
} from '../with-server.ts';

const DICE = '84019375620184736251';

async function published(server: TestServer, staff: StaffClient): Promise<Record<string, unknown>> {
  const { id } = drawOf(staff);
  const path = `/m/${staff.meeting}/api/draws/${id ?? 'none'}`;
  const answer = await fetch(server.origin + path);
  return (await answer.json()) as Record<string, unknown>;
}

/** The file of a draw, or of all draws of the meeting. */
async function proofOf(server: TestServer, staff: StaffClient, draw: string | null) {
  const path = `/m/${staff.meeting}/api/draws${draw === null ? '' : `/${draw}/proof`}`;
  return (await fetch(server.origin + path)).text();
}

/** What a stranger with the published record finds wrong. */
function findings(record: Record<string, unknown>, shownLockHash: string): readonly unknown[] {
  const { lock, entropy, proofs, order, reserve } = record as {
    lock: unknown;
    entropy: readonly string[];
    proofs: never[];
    order: readonly string[];
    reserve: readonly { cell: string; ids: readonly string[] }[];
  };
  const frozen = { lock_hash: shownLockHash, entropy, proofs, status: 'result', why: '' } as const;
  return [
    ...verifyDraw({
      lock,
      shownLockHash,
      entropy,
      proofs,
      claimed: { order, reserve: Object.fromEntries(reserve.map(({ cell, ids }) => [cell, ids])) },
    }),
    ...(recordHash(frozen) === record['recordHash'] ? [] : ['record hash']),
  ];
}

describe('a draw with words from phones', () => {
  let server: TestServer;
  let hall: Hall;

  beforeEach(async () => {
    server = await startServer();
    hall = await seatedHall(server, 8);
    await enterDraw(hall.staff, 'q', {
      purpose: 'questioner',
      take: 1,
      sources: ['phones', 'dice10'],
    });
    await hall.staff.next();
  });
  afterEach(async () => {
    leave(hall);
    await server.stop();
  });

  const phone = (n: number): SocketPhone => phoneOf(hall, n);

  it('takes one word for each seat, answers when it is on disk, and tells staff only how many', async () => {
    const { staff } = hall;
    const draw = must(drawOf(staff).id);
    expect(await phone(0).word(draw, '杜鹃杜鹃')).toEqual({ ok: true });
    expect(await phone(0).word(draw, '杜鹃杜鹃')).toEqual({ ok: true });
    expect(await phone(0).word(draw, '海棠海棠')).toEqual({
      ok: false,
      refusal: { code: 'word-sent' },
    });
    expect(await phone(1).word(draw, '')).toEqual({ ok: false, refusal: { code: 'word-missing' } });
    expect(await phone(1).word('D9' as DrawId, '山')).toEqual({
      ok: false,
      refusal: { code: 'draw-not-ready' },
    });
    await phone(0).until(({ me }) => me?.words.includes(draw) === true);
    await staff.until(() => drawOf(staff).words?.sent === 1);
    expect(JSON.stringify(staff.view)).not.toContain('杜鹃杜鹃');
    // Nobody else's phone hears of it.
    expect(phone(1).view.me?.words).toEqual([]);
    expect(JSON.stringify(phone(1).view)).not.toContain('杜鹃杜鹃');
    expect(await published(server, staff)).not.toHaveProperty('words');
  });

  it('nonsense is answered; a word from staff or screen is no word', async () => {
    const draw = must(drawOf(hall.staff).id);
    expect(await phone(0).word(draw, 'x'.repeat(401))).toEqual({
      ok: false,
      refusal: { code: 'malformed' },
    });
    for (const space of [NAMESPACE.staff, NAMESPACE.screen, NAMESPACE.public]) {
      const socket = io(`${server.origin}${space}`, {
        ...connectionTo(hall.staff.meeting),
        forceNew: true,
        transports: ['websocket'],
        extraHeaders: { cookie: hall.staff.cookie, origin: server.origin },
      });
      await expect(
        socket.timeout(500).emitWithAck('word', { draw, word: '山' }) as Promise<unknown>,
      ).rejects.toThrow();
      socket.close();
    }
    expect(drawOf(hall.staff).words?.sent).toBe(0);
  });

  it('list, dice, name: the record recomputes, and only the drawn phone hears “you are drawn”', async () => {
    const { staff, phones } = hall;
    const draw = must(drawOf(staff).id);
    const { lockHash } = drawOf(staff);
    await Promise.all(phones.slice(0, 6).map((one, n) => one.word(draw, `字${String(n)}`)));
    await staff.until(() => drawOf(staff).words?.sent === 6);
    expect(staff.view.control.next).toMatchObject({ act: 'close-words', owed: 2, of: 8 });
    await staff.next();
    expect(await phone(7).word(draw, '迟')).toEqual({
      ok: false,
      refusal: { code: 'words-closed' },
    });
    const list = drawOf(staff).words?.list ?? [];
    expect([...list].sort()).toEqual(['字0', '字1', '字2', '字3', '字4', '字5']);
    expect(await published(server, staff)).toMatchObject({ status: 'locked', words: list });
    await readDice(staff, draw, DICE);
    const before = await published(server, staff);
    expect(before['status']).toBe('locked');
    expect(JSON.stringify(before)).not.toContain(DICE);
    for (const which of [draw, null]) {
      const file = await proofOf(server, staff, which);
      expect(verify(file)).toEqual([]);
      expect(file).toContain('"status":"locked"');
      // Neither what was read nor who is drawn, nor what fixes either.
      expect(file).not.toMatch(/"(entropy|result|record|closed|proofs)":(?!\[\{"type")/);
      expect(file).not.toContain(DICE);
      for (const word of list) expect(file).not.toContain(word);
    }
    expect(phones.flatMap((one) => one.view.me?.drawn ?? [])).toEqual([]);
    await staff.next();
    await Promise.all(
      phones.map((one) =>
        one.until(({ stage }) => stage?.body.kind === 'draw' && stage.body.draw.phase === 'done'),
      ),
    );
    await expect
      .poll(() => phones.filter((one) => one.view.me?.drawn.includes(draw)).length)
      .toBe(1);
    const drawn = phones.find((one) => one.view.me?.drawn.length === 1);
    expect(drawOf(staff).shown.map(({ name }) => name)).toEqual([drawn?.view.me?.name]);
    const record = await published(server, staff);
    expect(record).toMatchObject({
      status: 'result',
      proofs: [{ type: 'phones', source: 0, typed: list }],
    });
    expect(findings(record, lockHash ?? '')).toEqual([]);
    const file = await proofOf(server, staff, draw);
    expect(verify(file, undefined, lockHash)).toEqual([]);
    expect(file).toContain(DICE);
    expect(await proofOf(server, staff, 'D9')).toContain('draw-not-ready');
    // The code that stood at the lock leads to where all of it is checked now.
    const code = await fetch(`${server.origin}/m/${staff.meeting}/api/draws/${draw}/lock.svg`);
    const page = checkAddress(staff.meeting, draw, lockHash);
    expect(await code.text()).toBe(await qrSvg(server.app.reach.publicUrl + page));
    const last = await fetch(`${server.origin}/m/${staff.meeting}/api/draws/${draw}/check.svg`);
    const bare = checkAddress(staff.meeting, draw, null);
    expect(await last.text()).toBe(await qrSvg(server.app.reach.publicUrl + bare));
    const none = await fetch(`${server.origin}/m/${staff.meeting}/api/draws/D9/check.svg`);
    expect(none.status).toBe(404);
  });
});

describe('a panel drawn from the example pool', () => {
  let server: TestServer;

  beforeEach(async () => {
    server = await startServer();
  });
  afterEach(() => server.stop());

  it('sits by quota with its last name, and its replacements are published with their records', async () => {
    const staff = await moderator(server);
    await importExamples(staff);
    await enterDraw(staff, 'panel', {
      purpose: 'panel',
      take: 50,
      rule: { kind: 'proportional' },
      sources: ['dice6'],
    });
    const { lockHash } = await (async () => {
      await staff.next();
      return drawOf(staff);
    })();
    await readDice(staff, must(drawOf(staff).id), '41526334152633415263341526');
    expect(staff.view.control.next).toMatchObject({ act: 'show-group', of: 50 });
    while (staff.view.control.next.act === 'show-group') await staff.next();
    await staff.until(({ setup }) => setup.seats === 50);
    const { cells } = drawOf(staff);
    for (const { id, least, most, shown } of cells) {
      expect([least, most]).toContain(shown);
      expect(staff.view.setup.groups.find((group) => (group.id as string) === id)?.seats).toBe(
        shown,
      );
    }
    expect(cells.reduce((sum, { shown }) => sum + shown, 0)).toBe(50);

    const record = await published(server, staff);
    const { reserve } = record as {
      reserve: readonly { cell: string; ids: readonly string[] }[];
    };
    const [absent] = staff.view.people.filter(({ seat }) => seat !== null);
    const cell = reserve.find((one) => one.cell === (absent?.group as string | undefined));
    await staff.run({ type: 'MarkHere', reviewer: reviewer(cell?.ids[2] ?? ''), here: true });
    await staff.run({
      type: 'ReplaceSeat',
      seat: must(absent?.seat),
      why: 'no-show',
      reason: '没有到会',
      vacant: false,
    });
    await staff.until(() => drawOf(staff).replacements.length === 1);
    const after = await published(server, staff);
    const { replacements } = after as {
      replacements: readonly { record: ReplacementRecord; recordHash: string }[];
    };
    expect(replacements[0]?.record).toMatchObject({
      out: absent?.reviewer,
      in: cell?.ids[2],
      skipped: cell?.ids.slice(0, 2),
      lock_hash: lockHash,
    });
    expect(
      firstFalseReplacement(
        String(after['recordHash']),
        () => cell?.cell ?? '',
        Object.fromEntries(reserve.map((one) => [one.cell, one.ids])),
        replacements.map((one) => one.record),
      ),
    ).toBeNull();
    expect(findings(after, lockHash ?? '')).toEqual([]);
    const all = await proofOf(server, staff, null);
    expect(verify(all)).toEqual([]);
    expect(JSON.parse(all)).toMatchObject({
      of: 'meeting',
      draws: [{ shown: lockHash, replacements: [{ hash: replacements[0]?.recordHash }] }],
    });
    staff.close();
  });
});
