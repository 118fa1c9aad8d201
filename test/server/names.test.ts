// Names that are code: a whole meeting in which every id and name is `constructor`, `__proto__` and their like.
import { readDice } from '../../scripts/read-dice.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { roundIdOf } from '../../shared/meeting/rounds.ts';
import type { SocketPhone } from '../../server/rehearsal/socket-phone.ts';
import type { StaffClient } from '../../scripts/staff-client.ts';
import {
  CATEGORIES,
  CODE_WORDS,
  CRITERIA,
  GROUPS,
  hostileScores,
  item,
  MAX,
  nameOfUnit,
  setUpHostile,
  unit,
} from '../hostile-names.ts';
import {
  moderator,
  moderatorAt,
  must,
  showBoard,
  startServer,
  temporaryFolder,
  type TestServer,
} from '../with-server.ts';

const DICE = '84019375620184736251';

describe('names that are code', () => {
  const folder = temporaryFolder();
  let server: TestServer;
  let staff: StaffClient;
  const phones: SocketPhone[] = [];

  beforeEach(async () => {
    server = await startServer({ data: folder.path });
    staff = await moderator(server);
  });
  afterEach(async () => {
    for (const phone of phones.splice(0)) phone.close();
    staff.close();
    await server.stop();
    folder.remove();
  });

  async function get(path: string) {
    const response = await fetch(`${server.origin}/m/${staff.meeting}/api${path}`, {
      headers: { cookie: staff.cookie },
    });
    return { status: response.status, json: await response.json() };
  }

  it('run a whole meeting: rosters, weights, draws, scores, a written round, the board, the record, a restart', async () => {
    const { phones: joined } = await setUpHostile(staff);
    phones.push(...joined);
    const marks = staff.view.setup.categories.map(({ mark }) => mark);
    expect(staff.view.setup.categories.map(({ name }) => name)).toEqual(CATEGORIES);
    expect(marks).toEqual(['c', '_', 't']);
    expect(staff.view.setup.groups.map(({ name }) => name)).toEqual(GROUPS);
    expect(staff.view.subjects.map(({ id }) => id)).toEqual(CODE_WORDS);
    expect(staff.view.subjects.map(({ name }) => name)).toEqual(
      CODE_WORDS.map((_, n) => nameOfUnit(n)),
    );

    // One unit live, by everyone.
    await staff.run({ type: 'EnterItem', item: item('constructor') });
    await staff.run({ type: 'OpenRound', item: item('constructor') });
    for (const [n, phone] of phones.entries()) {
      await phone.until(({ stage }) => (stage?.open.length ?? 0) > 0);
      expect(await phone.vote(hostileScores(n))).toMatchObject({ ok: true });
    }
    await staff.until(({ progress }) => progress.done === phones.length);
    await staff.run({ type: 'CloseRound', round: roundIdOf(item('constructor')) });
    await staff.reveal();
    const score = must(
      staff.view.board.rows.find(({ subject }) => subject.id === '__proto__'),
    ).score;
    expect(score).toBe(plainScore());

    // All others in writing.
    await staff.run({ type: 'EnterItem', item: item('__proto__') });
    await staff.run({ type: 'OpenRound', item: item('__proto__') });
    for (const [n, phone] of phones.entries()) {
      await phone.until(({ written }) => (written?.length ?? 0) > 0);
      const round = must(phone.view.written?.[0]);
      for (const { id } of round.subjects) {
        const { round: about, attempt } = round;
        const choice = hostileScores(n);
        const answer = await phone.send({ round: about, attempt, subject: id, rev: 1, choice });
        expect(answer).toMatchObject({ ok: true });
      }
    }
    await staff.run({ type: 'CloseRound', round: roundIdOf(item('__proto__')) });
    await staff.next();
    await showBoard(staff, item('length'));
    await staff.until(({ board }) => board.rows.length === CODE_WORDS.length);
    for (const row of staff.view.board.rows) expect(row.score).toBe(score);

    // A draw of units, with fixed numbers for each category.
    const take = Object.fromEntries(staff.view.setup.categories.map(({ id }) => [id, 1]));
    await staff.run({
      type: 'AddItems',
      after: item('valueOf'),
      items: [
        {
          ...{ id: item('hasOwnProperty'), kind: 'draw', purpose: 'verification', take: 3 },
          ...{ rule: { kind: 'fixed', take }, sources: ['dice10'] },
        },
      ],
    });
    await staff.run({ type: 'EnterItem', item: item('hasOwnProperty') });
    await staff.run({ type: 'LockDraw', item: item('hasOwnProperty') });
    const drawn = staff.view.control.stage.body;
    const draw = must(drawn.kind === 'draw' ? drawn.draw.id : null);
    await readDice(staff, draw, DICE);
    await staff.run({ type: 'ShowNames', draw, shown: 3 });

    for (const path of ['/snapshot', '/minutes', `/draws/${draw}`]) {
      const { status, json } = await get(path);
      expect([path, status, json.ok]).toEqual([path, 200, true]);
    }

    // What was stored must read back as it was written: every hash still holds.
    const before = await get('/snapshot');
    const code = staff.meeting;
    for (const phone of phones.splice(0)) phone.close();
    staff.close();
    await server.app.close();
    server = await startServer({ data: folder.path });
    staff = await moderatorAt(server.origin, code);
    expect((await get('/snapshot')).json).toEqual(before.json);
    await staff.until(({ file }) => file.phase === 'sound');
  });

  it('take a sheet whose criterion has no score for one that is not filled in, whatever it inherits', async () => {
    const { phones: joined } = await setUpHostile(staff);
    phones.push(...joined);
    await staff.run({ type: 'EnterItem', item: item('constructor') });
    await staff.run({ type: 'OpenRound', item: item('constructor') });
    const phone = must(phones[0]);
    await phone.until(({ stage }) => (stage?.open.length ?? 0) > 0);
    for (const left of CRITERIA) {
      const given = hostileScores(1);
      if (given.kind !== 'scores') continue;
      const scores = Object.fromEntries(Object.entries(given.scores).filter(([id]) => id !== left));
      expect(await phone.vote({ kind: 'scores', scores })).toEqual({
        ok: false,
        refusal: { code: 'ballot-incomplete' },
      });
    }
    // A ballot on paper goes over HTTP where the socket does not: with the same criteria, to the same answer.
    const { seat } = must(staff.view.people.find((row) => row.seat !== null));
    const round = roundIdOf(item('constructor'));
    const about = { seat: must(seat), round, attempt: 1, subject: unit('__proto__') };
    await staff.post(`/m/${staff.meeting}/api/command`, {
      command: { type: 'EnterPaper', ...about, choice: hostileScores(1) },
      expects: { item: null, touched: 0 },
    });
  });

  it('answer no request with a 5xx, in paths, queries, bodies and cookies', async () => {
    await setUpHostile(staff).then(({ phones: joined }) => phones.push(...joined));
    const { origin } = server;
    const headers = { origin, cookie: staff.cookie, 'content-type': 'application/json' };
    for (const word of CODE_WORDS) {
      const at = encodeURIComponent(word);
      const cookie = `${staff.cookie}; ${at}=${at}`;
      for (const path of [
        ...[
          `/m/${at}/api/snapshot`,
          `/m/${staff.meeting}/api/draws/${at}`,
          `/m/${at}/j?${at}=${at}`,
        ],
        ...[`/m/${staff.meeting}/api/documents/${at}`, `/api/roster-template/${at}?language=${at}`],
        `/${at}`,
      ])
        expect([
          path,
          (await fetch(origin + path, { headers: { ...headers, cookie } })).status < 500,
        ]).toEqual([path, true]);
      const bodies = [
        `{"command":{"type":"${word}"},"expects":{"item":null,"touched":0}}`,
        `{"${word}":1}`,
        `{"command":{"type":"SetWeights","weights":{"${word}":1}},"expects":{"${word}":0}}`,
      ];
      for (const body of bodies)
        for (const path of ['command', 'claim', 'tickets', 'import/subjects']) {
          const url = `${origin}/m/${staff.meeting}/api/${path}`;
          const { status } = await fetch(url, { method: 'POST', headers, body });
          expect([path, body, status < 500]).toEqual([path, body, true]);
        }
    }
  });
});

/** The score of a unit that everyone gave their {@link hostileScores}: means of the groups, weighted 10, 11 and 12. */
function plainScore(): string {
  let sum = 0;
  for (const [g] of GROUPS.entries()) {
    const totals = CODE_WORDS.flatMap((_, n) => {
      const choice = hostileScores(n);
      if (n % GROUPS.length !== g || choice.kind !== 'scores') return [];
      const points = Object.values(choice.scores).reduce((total, one) => total + one, 0);
      return [(100 * points) / (CRITERIA.length * MAX)];
    });
    sum += (10 + g) * (totals.reduce((total, one) => total + one, 0) / totals.length);
  }
  return (sum / 33).toFixed(2);
}
