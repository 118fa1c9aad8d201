// The crowd of simulated phones over real sockets: what goes wrong with one of them costs the others nothing.
import { afterEach, expect, it } from 'vitest';
import { Books } from '../../server/rehearsal/books.ts';
import { Chance } from '../../server/rehearsal/chance.ts';
import { Crowd } from '../../server/rehearsal/crowd.ts';
import type { RoundId } from '../../shared/ids.ts';
import {
  leave,
  must,
  reviewer,
  seatedHall,
  stageScoring,
  startServer,
  type Hall,
  type TestServer,
} from '../with-server.ts';

let server: TestServer;
let hall: Hall;
let crowd: Crowd;
afterEach(async () => {
  crowd.close();
  leave(hall);
  await server.stop();
});

/** The first one who comes loses their wits over the first ballot. */
class Unlucky extends Chance {
  #forked = 0;

  override fork(): Chance {
    const chance = super.fork();
    this.#forked += 1;
    if (this.#forked === 1)
      chance.shuffled = () => {
        throw new Error('one person ran into an error');
      };
    return chance;
  }
}

async function crowdOf(books: Books, chance: Chance): Promise<void> {
  server = await startServer();
  hall = await seatedHall(server, 12);
  const { staff, phones } = hall;
  for (const phone of phones) phone.close();
  crowd = new Crowd({
    ...{ origin: server.origin, meeting: staff.meeting, books, chance },
    ...{ paceMs: 50, led: false },
  });
  for (const ticket of hall.tickets)
    crowd.expect(ticket.reviewer, new URL(ticket.url).hash.slice(1));
}

it('contains what goes wrong with one phone, at the door and in a round, and counts it', async () => {
  const books = new Books();
  await crowdOf(books, new Unlucky(1));
  const broken = hall.tickets.at(-1);
  // It cannot even be written into a request.
  crowd.expect(must(broken).reviewer, 1n as unknown as string);
  await crowd.comeIn(12, 0);
  expect(crowd.people).toHaveLength(11);
  expect(books.mishaps).toBe(1);
  await stageScoring(hall.staff, 'A01', 'hidden');
  const round = 'r-score-A01' as RoundId;
  await expect.poll(() => crowd.people.every((person) => person.isDone(round, 1))).toBe(true);
  expect(await crowd.settle(10_000)).toBe(true);
  expect(books.acknowledged).toBeGreaterThanOrEqual(8);
  expect(await crowd.missing()).toEqual([]);
  expect(books.mishaps).toBe(2);
});

it('a ticket that was turned away for good is not tried again; one without a seat is', async () => {
  const books = new Books();
  await crowdOf(books, new Chance(1));
  const seated = new Set(hall.tickets.map((ticket) => ticket.reviewer));
  const other = must(
    hall.staff.view.people.find((row) => row.reviewer !== null && !seated.has(row.reviewer)),
  );
  const [ticket] = await hall.staff.tickets([must(other.reviewer)]);
  crowd.expect(must(other.reviewer), new URL(must(ticket).url).hash.slice(1));
  crowd.expect(reviewer('nobody'), 'a ticket that there never was');
  for (let n = 0; n < 3; n += 1) await crowd.comeIn(20, 0);
  expect([crowd.people.length, crowd.waiting]).toEqual([12, 1]);
  expect(books.figures.turnedAway).toEqual([{ refusal: { code: 'ticket-unknown' }, times: 1 }]);
  expect(books.mishaps).toBe(0);
});
