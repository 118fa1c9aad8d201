// A word for a draw by a ticket that has no seat, over HTTP: shown, taken once, refused with a reason, counted in the record.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Books } from '../../server/rehearsal/books.ts';
import { Chance } from '../../server/rehearsal/chance.ts';
import { Person } from '../../server/rehearsal/person.ts';
import { readDice } from '../../scripts/read-dice.ts';
import type { StaffClient } from '../../scripts/staff-client.ts';
import { verifyDraw } from '../../shared/draw/verify.ts';
import { phonesEntropy } from '../../shared/draw/entropy.ts';
import type { DrawId, ItemId, ReviewerId } from '../../shared/ids.ts';
import type { Refusal } from '../../shared/meeting/refusals.ts';
import type { PrintedTicket } from '../../shared/printed-ticket.ts';
import type { PublishedDraw } from '../../shared/views/draws/draw-record.ts';
import type { WaitingDraw } from '../../shared/views/slices/panel-slices.ts';
import { moderator, startServer, type TestServer } from '../with-server.ts';

const IDS = ['constructor', '__proto__', 'toString', 'R4', 'R5'];
const ITEM = 'panel' as ItemId;
const DICE = '84019375620184736251';

interface Answered {
  readonly ok: boolean;
  readonly refusal?: Refusal;
  readonly drawing?: WaitingDraw;
}

describe('a word for a draw from whoever waits', () => {
  let server: TestServer;
  let staff: StaffClient;
  let tickets: readonly PrintedTicket[];

  beforeAll(async () => {
    server = await startServer();
    staff = await moderator(server);
    const rows = IDS.map((id, n) => `${id},代表${String(n)},群众代表`).join('\n');
    const csv = new TextEncoder().encode(`编号,姓名,组别\n${rows}\n`);
    await staff.importRoster('reviewers', 'pool.csv', csv);
    tickets = await staff.tickets();
    await staff.run({
      type: 'AddItems',
      after: staff.view.agenda.at(-1)?.item.id ?? null,
      items: [{ id: ITEM, kind: 'draw', purpose: 'panel', take: 2, sources: ['phones', 'dice10'] }],
    });
    await staff.run({ type: 'EnterItem', item: ITEM });
  });
  afterAll(async () => {
    staff.close();
    await server.stop();
  });

  async function post(path: string, body: object): Promise<Answered> {
    const response = await fetch(`${server.origin}/m/${staff.meeting}/api/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.origin },
      body: JSON.stringify(body),
    });
    return (await response.json()) as Answered;
  }
  const ticketOf = (n: number): PrintedTicket => {
    const found = tickets.find(({ reviewer }) => reviewer === IDS[n]);
    if (!found) throw new Error(`no ticket of ${String(IDS[n])}`);
    return found;
  };
  const secret = (n: number) => ({ ticket: new URL(ticketOf(n).url).hash.slice(1) });
  const comes = (n: number) => post('claim', { ...secret(n), again: true });
  const says = (n: number, word: string, draw = 'D1') =>
    post('word', { by: secret(n), said: { draw, word } });

  it('is asked for from the lock on, and taken by QR code and by typed code', async () => {
    for (const n of [0, 1, 2]) expect((await comes(n)).drawing).toBeUndefined();
    expect(await says(0, '山')).toMatchObject({ refusal: { code: 'draw-not-ready' } });
    await staff.run({ type: 'LockDraw', item: ITEM });
    expect(await comes(0)).toMatchObject({
      refusal: { code: 'no-seat' },
      drawing: {
        draw: { id: 'D1', purpose: 'panel', phase: 'locked', words: { closed: false, of: 3 } },
        me: { holder: 'reviewer/constructor', words: [] },
      },
    });
    expect(await says(0, 'constructor')).toEqual({ ok: true });
    expect((await comes(0)).drawing?.me.words).toEqual(['D1']);
    expect((await comes(1)).drawing?.me.words).toEqual([]);
    const typed = { by: { typed: ticketOf(1).code }, said: { draw: 'D1', word: '__proto__' } };
    expect(await post('word', typed)).toEqual({ ok: true });
  });

  it('is sent by simulated phones as well', async () => {
    const person = new Person({
      ...{ origin: server.origin, meeting: staff.meeting, paceMs: 0 },
      ...{ reviewer: 'R4' as ReviewerId, ticket: secret(3).ticket },
      ...{ chance: new Chance(1), books: new Books() },
    });
    expect(await person.arrive()).toBe('waits');
    await staff.until(({ control: { stage } }) =>
      stage.body.kind === 'draw' ? stage.body.draw.words?.sent === 3 : false,
    );
    person.close();
  });

  it('is refused with a reason: a second one, none, a huge one, from nobody, from who is not here', async () => {
    // Sent once more by a phone that had no answer.
    expect(await says(0, 'constructor')).toEqual({ ok: true });
    const refusals: readonly (readonly [Promise<Answered>, Refusal['code']])[] = [
      [says(0, '别的'), 'word-sent'],
      [says(2, '  '), 'word-missing'],
      [says(2, '字'.repeat(41)), 'word-missing'],
      [says(2, '字'.repeat(5000)), 'malformed'],
      [says(2, '一\u202e二'), 'hidden-character'],
      [says(2, '山', 'constructor'), 'draw-not-ready'],
      [says(4, '山'), 'not-checked-in'],
      [
        post('word', { by: { ticket: 'nobody' }, said: { draw: 'D1', word: '山' } }),
        'ticket-unknown',
      ],
      [post('word', { by: {}, said: { draw: 'D1', word: '山' } }), 'malformed'],
      [post('word', { said: { draw: 'D1', word: '山' } }), 'malformed'],
    ];
    for (const [answer, code] of refusals)
      expect(await answer).toMatchObject({ ok: false, refusal: { code } });
  });

  it('is refused once the list is closed, and stands in the record as the lock took it', async () => {
    const draw = 'D1' as DrawId;
    await staff.run({ type: 'CloseWords', draw });
    expect((await comes(2)).drawing?.draw.words).toMatchObject({ closed: true, sent: 3 });
    expect(await says(2, '来迟了')).toMatchObject({ refusal: { code: 'words-closed' } });
    await readDice(staff, draw, DICE);
    expect(await says(2, '来迟了')).toMatchObject({ refusal: { code: 'words-closed' } });
    await staff.run({ type: 'ShowNames', draw, shown: 2 });
    const response = await fetch(`${server.origin}/m/${staff.meeting}/api/draws/D1`);
    const record = (await response.json()) as PublishedDraw;
    if (record.status !== 'result') throw new Error(record.status);
    const typed = record.proofs.flatMap((proof) => (proof.type === 'phones' ? proof.typed : []));
    expect(typed).toEqual(['constructor', '__proto__', expect.any(String)]);
    expect(record.entropy[0]).toBe(phonesEntropy(typed));
    const { lock, entropy, proofs, lockHash: shownLockHash, order } = record;
    const reserve = Object.fromEntries(record.reserve.map(({ cell, ids }) => [cell, ids]));
    expect(
      verifyDraw({ lock, shownLockHash, entropy, proofs, claimed: { order, reserve } }),
    ).toEqual([]);
  });
});
