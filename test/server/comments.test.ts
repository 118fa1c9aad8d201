// Comments over real sockets: from phones to the list that staff read, through a restart.
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Choice } from '../../shared/ballots/ballot.ts';
import type { ItemId, RoundId, SubjectId } from '../../shared/ids.ts';
import type { CommentsView } from '../../shared/views/audiences/comments.ts';
import type { SocketPhone } from '../../server/rehearsal/socket-phone.ts';
import {
  leave,
  must,
  phoneOf,
  restarted,
  seatedHall,
  startServer,
  temporaryFolder,
  type Hall,
  type TestServer,
} from '../with-server.ts';

const SEATS = 24;
const UNIT = 'A01' as SubjectId;
const ROUND = 'r-score' as RoundId;
const MARKS: Choice = { kind: 'scores', scores: { c1: 40, c2: 20, c3: 25, c4: 15 } };
const WORDS = '窗口服务好，网上还慢';

let folder: ReturnType<typeof temporaryFolder>;
let server: TestServer;
let hall: Hall;

beforeEach(async () => {
  folder = temporaryFolder();
  server = await startServer({ data: folder.path });
  hall = await seatedHall(server, SEATS);
  const { version: _, reason: __, ...sheet } = must(hall.staff.view.setup.sheets[0]);
  await hall.staff.run({ type: 'AdoptSheet', sheet: { ...sheet, comments: true } });
  await hall.staff.run({
    type: 'AddItems',
    after: null,
    items: [
      {
        ...{ id: 'score' as ItemId, kind: 'score', subjects: [UNIT], secrecy: 'named' },
        ...{ sheet: 'live', disclosure: 'hidden', seconds: 0 },
      },
    ],
  });
  await hall.staff.run({ type: 'EnterItem', item: 'score' as ItemId });
  await hall.staff.run({ type: 'OpenRound', item: 'score' as ItemId });
  await Promise.all(hall.phones.map((one) => one.until(({ stage }) => stage?.open.length === 1)));
});

afterEach(async () => {
  leave(hall);
  await server.stop();
  folder.remove();
});

const say = (phone: SocketPhone, words: string) =>
  phone.comment({ round: ROUND, attempt: 1, subject: UNIT, words });
const held = (phone: SocketPhone) => phone.view.me?.ballots[0]?.comment;
const path = () => `/m/${hall.staff.meeting}/api/comments`;
const list = async () => {
  const { cookie } = hall.staff;
  const answer = await fetch(`${server.origin}${path()}`, { headers: { cookie } });
  return (await answer.json()) as CommentsView;
};

async function restart(): Promise<void> {
  ({ server, hall } = await restarted(server, hall));
}

it('a phone’s words wait on disk for the reveal, and go to the unit once staff say so', async () => {
  const phone = phoneOf(hall, 0);
  expect(await say(phone, WORDS)).toEqual({
    ok: false,
    refusal: { code: 'comment-without-ballot' },
  });
  await Promise.all(hall.phones.map((one) => one.vote(MARKS)));
  expect(await say(phone, '写错了')).toEqual({ ok: true });
  expect(await say(phone, WORDS)).toEqual({ ok: true });
  expect(await say(phoneOf(hall, 1), '要收回')).toEqual({ ok: true });
  expect(await say(phoneOf(hall, 1), '')).toEqual({ ok: true });
  for (const [words, code] of [
    ['一\u202e二', 'hidden-character'],
    ['长'.repeat(401), 'text-too-long'],
  ] as const)
    expect(await say(phone, words)).toMatchObject({ ok: false, refusal: { code } });
  await phone.until(({ me }) => me?.ballots[0]?.comment === WORDS);
  expect(await list()).toMatchObject({ units: [] });

  await restart();
  await phone.until(({ stage }) => stage?.open.length === 1);
  phone.close();
  await phone.connect();
  expect(held(phone)).toBe(WORDS);
  expect(await say(phone, WORDS)).toEqual({ ok: true });

  await hall.staff.run({ type: 'CloseRound', round: ROUND });
  expect(await say(phone, '晚了')).toMatchObject({ refusal: { code: 'round-closed' } });
  expect(await list()).toMatchObject({ units: [] });
  await hall.staff.run({ type: 'RevealRound', round: ROUND });
  const { units } = await list();
  expect(units).toHaveLength(1);
  const [unit] = units;
  expect(unit?.subject.id).toBe(UNIT);
  expect(unit?.comments.map(({ words }) => words)).toEqual([WORDS]);
  const id = must(unit?.comments[0]).id;
  expect(JSON.stringify(units)).not.toContain(phone.view.me?.seat ?? 'no seat');

  await hall.staff.run({ type: 'WithholdComment', comment: id, reason: '' });
  await hall.staff.run({ type: 'ReleaseComment', comment: id });
  await restart();
  const after = await list();
  expect(after.units[0]?.comments).toEqual([{ id, words: WORDS, read: 'released', reason: '' }]);
});

it('others get no message for it, and only staff the list', async () => {
  await Promise.all(hall.phones.map((one) => one.vote(MARKS)));
  const other = phoneOf(hall, 2);
  const { stage, me, written } = other.view;
  expect(await say(phoneOf(hall, 0), WORDS)).toEqual({ ok: true });
  await phoneOf(hall, 0).until(({ me: own }) => own?.ballots[0]?.comment === WORDS);
  expect([other.view.stage, other.view.me, other.view.written]).toEqual([stage, me, written]);
  const answer = await fetch(`${server.origin}${path()}`);
  expect(answer.status).toBe(401);
  expect(await answer.text()).not.toContain(WORDS);
});
