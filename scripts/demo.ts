// The example meeting by itself: a server of its own, simulated phones, and somebody who leads at a pace to watch.
import { resolve } from 'node:path';
import { rehearseText } from '../shared/text/rehearse.ts';
import { Books } from '../server/rehearsal/books.ts';
import { Chance } from '../server/rehearsal/chance.ts';
import { Crowd } from '../server/rehearsal/crowd.ts';
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
/** Npm and the terminal each pass one Ctrl-C on: what follows within so many milliseconds is the same one. */
const ONE_CALL_MS = 1500;

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
  // All of it is read before anything is touched.
  const pace = {
    seats: number('phones', 5, MOST_PHONES),
    paceMs: 1000 * number('pace', 1, 600),
    restMs: 1000 * number('rest', 0, 600),
  };
  const port = number('port', 0, 65_535);
  const folder = resolve(values.data);
  const found = prepareFolder(folder, values.keep);
  if (found === 'foreign') throw new Stopped(text.demoFolder(folder));
  if (found === 'running') throw new Stopped(text.demoRunning(folder));
  if (found !== 'new') tell(found === 'kept' ? text.demoKept(folder) : text.demoEmptied(folder));
  const asked = called();
  const server = await startDemoServer({ folder, port, language, name: text.staffName }).catch(
    (error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Stopped(`${text.demoFailed}\n${reason}`);
    },
  );
  const crowds: Crowd[] = [];
  try {
    const leading = lead(server, crowds, pace).then(() => asked);
    const lost = server.ended.then(() => {
      throw new Stopped(text.demoServerEnded);
    });
    await Promise.race([leading, asked, lost]);
    tell(text.demoStopping);
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

/** Resolves when somebody wants the demo to end. Who asks again does not want to wait. */
function called(): Promise<void> {
  let first: number | null = null;
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => {
        first ??= performance.now();
        if (performance.now() - first > ONE_CALL_MS) process.exit(130);
        resolve();
      });
  });
}
