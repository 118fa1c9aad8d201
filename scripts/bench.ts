// Benchmarks, each against a reference of the same run: ratios hold on any machine, milliseconds do not.
import { parseArgs } from 'node:util';
import { benchCasts } from './bench/casts.ts';
import { benchClose } from './bench/close.ts';
import { benchCopies } from './bench/copies.ts';
import { benchDraws } from './bench/draws.ts';
import { benchFirstScore } from './bench/first-score.ts';
import { benchLottery } from './bench/lottery.ts';
import { benchMeetings } from './bench/meetings.ts';
import { benchBack, benchIdle } from './bench/phones.ts';
import { benchResults } from './bench/results.ts';
import { benchRoster } from './bench/roster.ts';
import { benchSends } from './bench/sends.ts';
import { benchViews } from './bench/views.ts';
import { benchWorkbook } from './bench/workbook.ts';

const PARTS = [
  ...(['close', 'views', 'results', 'workbook', 'roster', 'meetings', 'copies'] as const),
  ...(['idle', 'sends', 'casts', 'back', 'first-score', 'draws', 'lottery'] as const),
] as const;
type Part = (typeof PARTS)[number];

const HELP = `npm run bench -- [--only PART[,PART]] [--phones N[,N]] [--spread MS]

  close    closing a written round of 65 units and 300 seats: how long the loop is held
  views    CPU of a publish: all audiences' views of a meeting of 77 units and 300 reviewers
  results  a whole result of 77 units, 300 reviewers, 23,100 ballots and 200 adjustments
  workbook the workbook of 77 units, 300 reviewers and 23,100 ballots; casts in another meeting meanwhile
  roster   storing 10,000 reviewers: how long the loop is held, and casts in another meeting meanwhile
  meetings a start with 100 old meetings against one: first answer, memory
  copies   a meeting of 154,000 ballots: how long opening it takes; acks with running copies on and off
  idle     heap of the server for each phone that is connected and does nothing
  sends    CPU of the server for each message to a phone, against a plain loop of ws
  casts    phones that cast within one second: acks, vote to screen, against other stores
  back     2,000 phones after the server was killed amid a round: how soon all are back
  draws    12 of 77 units, 500 of 10,000 people; a thousand lots mixed, numbered and verified
  lottery  leximin of pools of 150, 300 and 800 beside a usual maximin; a thousand lots
  first-score  a phone that scans its code on a bad link: how soon its sheet takes a score

  --phones   of "casts": how many, one table for each (100,2000)
  --spread   of "casts": all cast within so many milliseconds (1000)

Without --only all parts run, fifteen minutes or so. Leave the machine alone meanwhile.
`;

const options = {
  only: { type: 'string', default: PARTS.join(',') },
  phones: { type: 'string', default: '100,2000' },
  spread: { type: 'string', default: '1000' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

const asked = readArguments();
if (typeof asked === 'string') {
  process.stderr.write(`${asked}\n\n${HELP}`);
  process.exitCode = 2;
} else if (asked.help) process.stdout.write(HELP);
else for (const part of asked.parts) await run(part, asked.phones, asked.spreadMs);

/** What to do, or what is wrong with what was asked. */
function readArguments() {
  try {
    const { values } = parseArgs({ options });
    const names = values.only.split(',');
    const stranger = names.find((name) => !PARTS.some((part) => part === name));
    if (stranger !== undefined) return `There is no part "${stranger}".`;
    const phones = values.phones.split(',').map(Number);
    const spreadMs = Number(values.spread);
    if (!phones.every((count) => Number.isInteger(count) && count > 0))
      return '--phones takes whole numbers.';
    if (!(spreadMs > 0)) return '--spread takes milliseconds.';
    const parts = PARTS.filter((part) => names.includes(part));
    return { help: values.help, parts, phones, spreadMs };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function run(part: Part, phones: readonly number[], spreadMs: number): Promise<void> {
  switch (part) {
    case 'close':
      return benchClose();
    case 'views':
      return benchViews();
    case 'results':
      return benchResults();
    case 'workbook':
      return benchWorkbook();
    case 'roster':
      return benchRoster();
    case 'meetings':
      return benchMeetings();
    case 'idle':
      return benchIdle();
    case 'sends':
      return benchSends();
    case 'back':
      return benchBack();
    case 'first-score':
      return benchFirstScore();
    case 'draws':
      return benchDraws();
    case 'lottery':
      return benchLottery();
    case 'copies':
      return benchCopies();
    case 'casts':
      return benchCasts(phones, spreadMs);
  }
}
