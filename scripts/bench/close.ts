// How long closing a written round of 65 units and 300 seats holds the loop, against the same round without ballots.
import { randomBytes } from 'node:crypto';
import type { ItemId } from '../../shared/ids.ts';
import { portable } from '../../shared/sha256.ts';
import { longestTurn, median } from './loop.ts';
import { benchServer, castAll, onlyRound, order, withFolder, writtenMeeting } from './server.ts';
import { ms, row, times, title } from './table.ts';

const UNITS = 65;
const SEATS = 300;
const RUNS = 5;

export async function benchClose(): Promise<void> {
  const ballots = UNITS * SEATS;
  title(`Closing a written round, ${String(UNITS)} units x ${String(SEATS)} seats. Loop held, ms.`);
  row('', ['first', 'median', 'to empty']);
  await withFolder(async (folder) => {
    const app = await benchServer(folder);
    const hall = await writtenMeeting(app, UNITS, SEATS);
    const item = 'written' as ItemId;
    const closing = async () => {
      const round = onlyRound(hall).id;
      const held: number[] = [];
      for (let run = 0; run < RUNS; run++) {
        held.push(await longestTurn(() => order(hall, { type: 'CloseRound', round })));
        await order(hall, { type: 'ReopenRound', round, reason: 'again' });
      }
      return held;
    };
    await order(hall, { type: 'OpenRound', item });
    const empty = await closing();
    await castAll(hall);
    const full = await closing();
    row('no ballots', [ms(empty[0] ?? 0), ms(median(empty)), times(1, 1)]);
    row(`${String(ballots)} ballots`, [
      ms(full[0] ?? 0),
      ms(median(full)),
      times(median(full), median(empty)),
    ]);
    await app.close();
  });
  // Each ballot is one leaf, and one node but for the last.
  const [leaf, node] = [randomBytes(33), randomBytes(65)];
  const hashing = Array.from({ length: RUNS }, () => {
    const began = performance.now();
    for (let n = 0; n < ballots; n++) portable(leaf);
    for (let n = 1; n < ballots; n++) portable(node);
    return performance.now() - began;
  });
  row('(its hashes alone, in JavaScript)', [ms(hashing[0] ?? 0), ms(median(hashing))]);
}
