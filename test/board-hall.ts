// A hall whose written round stands before its board: as many units as a test wants, with the scores that it gives them.
import { setTimeout as pace } from 'node:timers/promises';
import { SocketPhone } from '../server/rehearsal/socket-phone.ts';
import type { StaffClient } from '../scripts/staff-client.ts';
import type { ItemId, RoundId, SubjectId } from '../shared/ids.ts';
import type { Choice } from '../shared/ballots/ballot.ts';
import type { CastMessage } from '../shared/protocol.ts';
import { moderator, type Hall, type TestServer } from './with-server.ts';

/** So many reach the secrecy floor. */
const SEATS = 5;
export const BOARD = 'board' as ItemId;

export interface BoardUnit {
  readonly name: string;
  readonly category: string;
  /** null: nobody gives it anything. */
  readonly score: number | null;
  /** It is scored on stage before the written round, and nothing of it is hidden. */
  readonly live?: boolean;
}

/** Units `单位1`, `单位2` … that all have different scores, the first the best, in two categories by turns. */
export function plainUnits(count: number): readonly BoardUnit[] {
  return Array.from({ length: count }, (_, n) => ({
    name: `单位${String(n + 1)}`,
    category: n % 2 === 0 ? '区级部门' : '乡镇',
    score: 100 - n * (90 / count),
  }));
}

/** Everybody has scored; the last live unit's result is revealed, and the written round's turnout and spread. */
export async function boardHall(
  server: TestServer,
  units: readonly BoardUnit[],
): Promise<Omit<Hall, 'tickets'>> {
  const staff = await moderator(server);
  const rows = units.map(({ name, category }, n) => `${idOf(n)},${name},${category}\n`).join('');
  await staff.importRoster('subjects', 'u.csv', Buffer.from(`编号,名称,类别\n${rows}`));
  const people = Array.from(
    { length: SEATS },
    (_, n) => `R${String(n + 1)},代表${String(n + 1)},群众代表\n`,
  );
  await staff.importRoster('reviewers', 'r.csv', Buffer.from(`编号,姓名,组别\n${people.join('')}`));
  const chosen = staff.view.people.flatMap(({ reviewer }) => reviewer ?? []);
  await staff.run({ type: 'FillSeats', reviewers: chosen });
  const tickets = await staff.tickets(chosen);
  const phones = tickets.map(
    ({ url }) =>
      new SocketPhone({
        origin: server.origin,
        meeting: staff.meeting,
        ticket: new URL(url).hash.slice(1),
      }),
  );
  await Promise.all(phones.map((phone) => phone.join()));
  await staff.run({
    type: 'AdoptSheet',
    sheet: {
      id: 'exact',
      name: '总分',
      children: [{ id: 'c1', name: '总分', weight: '1', max: '100', step: '0.000001' }],
    },
  });
  const all = units.map((unit, n) => ({ ...unit, id: idOf(n) as SubjectId }));
  await staff.run({
    type: 'AddItems',
    after: staff.view.agenda.find(({ item }) => item.kind === 'check-in')?.item.id ?? null,
    items: [
      ...all
        .filter(({ live }) => live)
        .map(({ id }) => ({
          ...({ id: `s-${id}` as ItemId, kind: 'score', subjects: [id] } as const),
          ...({ secrecy: 'named', sheet: 'exact', disclosure: 'hidden', seconds: 0 } as const),
        })),
      ...(all.some(({ live }) => !live)
        ? ([
            {
              ...({ id: 'w' as ItemId, kind: 'written', sheet: 'exact' } as const),
              ...({ subjects: all.filter(({ live }) => !live).map(({ id }) => id) } as const),
              disclosure: 'hidden',
            },
          ] as const)
        : []),
    ],
  });
  for (const { id, score } of all.filter(({ live }) => live)) {
    await hold(staff, phones, `s-${id}`, [{ id, score }]);
    if (staff.view.control.next.act === 'show-move') await staff.next();
  }
  const rest = all.filter(({ live }) => !live);
  if (rest.length > 0) await hold(staff, phones, 'w', rest);
  return { staff, phones };
}

function idOf(n: number): string {
  return `U${String(n + 1).padStart(3, '0')}`;
}

/** Opens a round, has every phone give each unit its score, closes and reveals. */
async function hold(
  staff: StaffClient,
  phones: readonly SocketPhone[],
  item: string,
  units: readonly { readonly id: SubjectId; readonly score: number | null }[],
): Promise<void> {
  const round = `r-${item}` as RoundId;
  await staff.run({ type: 'EnterItem', item: item as ItemId });
  await staff.run({ type: 'OpenRound', item: item as ItemId });
  await Promise.all(
    phones.map(async (phone) => {
      await phone.until(({ stage, written }) =>
        [...(stage?.open ?? []), ...(written ?? [])].some((one) => one.round === round),
      );
      for (const { id, score } of units) {
        if (score === null) continue;
        const choice: Choice = {
          kind: 'scores',
          scores: { c1: Number(score.toFixed(6)) },
        };
        await cast(phone, { round, attempt: 1, subject: id, rev: 1, choice });
      }
    }),
  );
  await staff.run({ type: 'CloseRound', round });
  await staff.run({ type: 'RevealRound', round });
}

/** As a phone sends: again until the server has taken it. */
async function cast(phone: SocketPhone, message: CastMessage): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const answer = await phone.send(message, 2000);
    if (answer?.ok) return;
    if (answer && answer.refusal.code !== 'too-many') throw new Error(answer.refusal.code);
    // A phone’s own pace: its bucket fills by ten casts a second.
    await pace(50);
  }
  throw new Error('a ballot was not taken');
}
