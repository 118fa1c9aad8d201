// The example meeting by itself: a server of its own, simulated phones, and somebody who leads at a pace to watch.
import { resolve } from 'node:path';
import { rehearseText } from '../shared/text/rehearse.ts';
import { Books } from './rehearsal/books.ts';
import { Chance } from './rehearsal/chance.ts';
import { Crowd } from './rehearsal/crowd.ts';
import { prepareFolder, startDemoServer, type DemoServer } from './rehearsal/demo-server.ts';
import { foundingCase } from './rehearsal/founding-case.ts';
import { Stopped } from './rehearsal/stopped.ts';
import { readOptions, terminalLanguage, wholeNumber } from './rehearsal/terminal.ts';
import { StaffRefused } from './staff-client.ts';

const OPTIONS = {
  phones: { type: 'string', default: '60' },
  port: { type: 'string', default: '8080' },
  data: { type: 'string', default: './kleroterion-demo' },
  keep: { type: 'boolean', default: false },
  pace: { type: 'string', default: '5' },
  rest: { type: 'string', default: '3' },
  language: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

const MOST_PHONES = 300;

const language = terminalLanguage(process.argv, process.env);
const text = rehearseText[language];
const tell = (sentence: string) => process.stdout.write(`${sentence}\n`);

try {
  await run();
} catch (error) {
  if (!(error instanceof Stopped)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
process.exit();

async function run(): Promise<void> {
  const values = readOptions(OPTIONS, text.demoHelp, text);
  if (values.help) {
    tell(text.demoHelp);
    return;
  }
  const number = (name: 'phones' | 'port' | 'pace' | 'rest', least: number, most: number) =>
    wholeNumber(name, values[name], [least, most], text.demoHelp, text);
  const seats = number('phones', 5, MOST_PHONES);
  const folder = resolve(values.data);
  if (!prepareFolder(folder, values.keep)) throw new Stopped(text.demoFolder(folder));
  const asked = called();
  const server = await startDemoServer({
    folder,
    port: number('port', 0, 65_535),
    language,
    name: text.staffName,
  }).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Stopped(`${text.demoFailed}\n${reason}`);
  });
  const crowds: Crowd[] = [];
  try {
    const leading = lead(server, crowds, {
      seats,
      paceMs: 1000 * number('pace', 1, 600),
      restMs: 1000 * number('rest', 0, 600),
    });
    await Promise.race([leading.then(() => asked), asked, server.ended]);
  } finally {
    for (const crowd of crowds) crowd.close();
    server.staff.close();
    await server.stop();
  }
}

async function lead(
  { origin, staff }: DemoServer,
  crowds: Crowd[],
  pace: { readonly seats: number; readonly paceMs: number; readonly restMs: number },
): Promise<void> {
  const chance = new Chance(Date.now());
  const books = new Books();
  const { url } = await staff.post<{ url: string }>('/api/staff/invite', { role: 'moderator' });
  try {
    await foundingCase({
      ...{ staff, chance, text, tell, ...pace },
      crowdFor: (meeting) => {
        addresses(url, meeting);
        const { paceMs } = pace;
        const crowd = new Crowd({ origin, meeting, books, chance, paceMs, led: true });
        crowds.push(crowd);
        return crowd;
      },
    });
    tell(text.demoEnd);
  } catch (error) {
    // Whoever takes the console may lead: the phones go on with them.
    if (!(error instanceof StaffRefused)) throw error;
    tell(text.demoTakenOver);
  }
}

function addresses(invitation: string, meeting: string): void {
  const base = `${new URL(invitation).origin}/m/${meeting}`;
  tell(text.demoStarted);
  for (const [name, address] of [
    [text.demoScreen, `${base}/screen`],
    [text.demoWatch, `${base}/watch`],
    [text.demoConsole, invitation],
  ] as const)
    tell(`  ${name}\n    ${address}`);
  tell('');
}

/** Resolves when somebody wants the demo to end. */
function called(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => {
      resolve();
    });
    process.once('SIGTERM', () => {
      resolve();
    });
  });
}
