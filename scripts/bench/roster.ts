// How long storing 10,000 reviewers holds the loop, against writing and reading the same list as JSON.
import { longestTurn, median } from './loop.ts';
import { benchServer, order, reviewers, withFolder } from './server.ts';
import { ms, row, times, title } from './table.ts';

const PEOPLE = 10_000;
const RUNS = 5;

export async function benchRoster(): Promise<void> {
  title(`Storing ${String(PEOPLE)} reviewers, as read from their file. Loop held, ms.`);
  row('', ['first', 'median', 'to JSON']);
  await withFolder(async (folder) => {
    const app = await benchServer(folder);
    const entries = reviewers(PEOPLE);
    const first: number[] = [];
    const again: number[] = [];
    for (let run = 0; run < RUNS; run++) {
      const hall = await app.halls.create('Bench', 'Asia/Shanghai', 'en');
      const store = () => order(hall, { type: 'ImportReviewers', source: 'bench', entries });
      first.push(await longestTurn(store));
      again.push(await longestTurn(store));
    }
    const json = Array.from({ length: RUNS }, () => {
      const began = performance.now();
      JSON.parse(JSON.stringify(entries));
      return performance.now() - began;
    });
    const show = (words: string, held: readonly number[]) => {
      row(words, [ms(held[0] ?? 0), ms(median(held)), times(median(held), median(json))]);
    };
    show('the list as JSON, out and in', json);
    show('stored', first);
    show('the same list once more: nothing changes', again);
    await app.close();
  });
}
