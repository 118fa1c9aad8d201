// CPU of one projection: every audience's view of a meeting of 77 units and 300 reviewers, built and compared once.
import { openAudiences } from '../../server/live/audiences.ts';
import type { ItemId } from '../../shared/ids.ts';
import { AUDIENCES } from '../../server/live/per-audience.ts';
import { benchServer, castAll, onlyRound, order, withFolder, writtenMeeting } from './server.ts';
import { ms, row, title } from './table.ts';

const UNITS = 77;
const SEATS = 300;
const RUNS = 20;

export async function benchViews(): Promise<void> {
  title(
    `CPU of a publish, ${String(UNITS)} units x ${String(SEATS)} reviewers, all audiences, ms. Goal: 1 ms.`,
  );
  row('', ['a publish']);
  await withFolder(async (folder) => {
    const app = await benchServer(folder);
    const hall = await writtenMeeting(app, UNITS, SEATS);
    await order(hall, { type: 'OpenRound', item: 'written' as ItemId });
    const measured = async (words: string, change: (n: number) => Promise<void>) => {
      let spent = 0;
      for (let n = 0; n < RUNS; n++) {
        await change(n);
        const before = process.cpuUsage();
        // As each of them is built for the first message after a change.
        const audiences = openAudiences({
          ...{ hall, publish: () => undefined },
          ...{ connected: () => new Set(), staffName: String },
        });
        const { user, system } = process.cpuUsage(before);
        audiences.stop();
        spent += (user + system) / 1000;
      }
      row(words, [ms(spent / RUNS)]);
    };
    await castAll(hall, 1, UNITS - 1);
    const round = onlyRound(hall).id;
    await measured('after a ballot', async (n) => castAll(hall, 2 + n, 1));
    await measured('after an event', async (n) =>
      order(
        hall,
        n % 2 === 0
          ? { type: 'CloseRound', round }
          : { type: 'ReopenRound', round, reason: 'again' },
      ),
    );
    row(`  (audiences: ${AUDIENCES.join(', ')})`, []);
    await app.close();
  });
}
