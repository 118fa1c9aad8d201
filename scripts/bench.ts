// Benchmarks, each against a reference of the same run: ratios hold on any machine, milliseconds do not.
import { parseArgs } from 'node:util';
import { benchCasts } from './bench/casts.ts';
import { benchClose } from './bench/close.ts';
import { benchCopies } from './bench/copies.ts';
import { benchRoster } from './bench/roster.ts';

const PARTS = ['close', 'roster', 'copies', 'casts'] as const;
type Part = (typeof PARTS)[number];

const HELP = `npm run bench -- [--only PART[,PART]] [--phones N[,N]] [--spread MS]

  close    closing a written round of 65 units and 300 seats: how long the loop is held
  roster   storing 10,000 reviewers: how long the loop is held
  copies   a meeting of 154,000 ballots: how long opening it takes; acks with running copies on and off
  casts    phones that cast within one second: acks, vote to screen, against other stores

  --phones   of "casts": how many, one table for each (200,2000)
  --spread   of "casts": all cast within so many milliseconds (1000)

Without --only all parts run, three minutes or so. Leave the machine alone meanwhile.
`;

const options = {
  only: { type: 'string', default: PARTS.join(',') },
  phones: { type: 'string', default: '200,2000' },
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
    case 'roster':
      return benchRoster();
    case 'copies':
      return benchCopies();
    case 'casts':
      return benchCasts(phones, spreadMs);
  }
}
