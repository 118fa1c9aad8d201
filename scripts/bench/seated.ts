// A meeting made over the wire: one unit, as many seats as phones, tickets for all of them; and its round, opened.
import type { ItemId, SubjectId } from '../../shared/ids.ts';
import { StaffClient } from '../staff-client.ts';

const PASSPHRASE = 'a passphrase for the bench';

export interface Seated {
  readonly staff: StaffClient;
  readonly meeting: string;
  /** One secret for each phone. */
  readonly tickets: readonly string[];
}

export async function seated(origin: string, link: string, phones: number): Promise<Seated> {
  const staff = new StaffClient(origin);
  await staff.accept(link, 'bench', PASSPHRASE);
  return seatedBy(staff, phones);
}

/** The same by a member of staff who is logged in. */
export async function seatedBy(staff: StaffClient, phones: number): Promise<Seated> {
  const meeting = await staff.create('Bench');
  const unit = csv(['编号,单位名称,类别', 'A01,区水务局,区级部门']);
  await staff.importRoster('subjects', 'units.csv', unit);
  const people = Array.from(
    { length: phones },
    (_, n) => `R${String(n)},代表${String(n)},组${String(n % 4)}`,
  );
  await staff.importRoster('reviewers', 'reviewers.csv', csv(['编号,姓名,组别', ...people]));
  const reviewers = staff.view.people.flatMap(({ reviewer }) => reviewer ?? []);
  for (let n = 0; n < reviewers.length; n += 500)
    await staff.run({ type: 'FillSeats', reviewers: reviewers.slice(n, n + 500) });
  const tickets = await staff.tickets('pool');
  return { staff, meeting, tickets: tickets.map(({ url }) => new URL(url).hash.slice(1)) };
}

/** Puts a round on stage that the hall sees live, and opens it. */
export async function openScore(staff: StaffClient): Promise<void> {
  const item = 'score' as ItemId;
  await staff.run({
    type: 'SetAgenda',
    items: [
      {
        ...{ id: item, kind: 'score', subjects: ['A01' as SubjectId], secrecy: 'named' },
        ...{ sheet: 'live', disclosure: 'live', seconds: 600 },
      },
    ],
  });
  await staff.run({ type: 'EnterItem', item });
  await staff.run({ type: 'OpenRound', item });
}

function csv(lines: readonly string[]): Uint8Array {
  return new TextEncoder().encode(lines.join('\r\n'));
}
