// `npm run rehearse`: simulated phones over the same wire as real ones, in a rehearsal, with a report at the end.
import { readInstallation, terminalEnvironment } from '../server/installation.ts';
import { refusalSentence } from '../shared/text/refusals.ts';
import { rehearseText } from '../shared/text/rehearse.ts';
import { Books } from '../server/rehearsal/books.ts';
import { Chance } from '../server/rehearsal/chance.ts';
import { followLink, titleOf } from './rehearsal/follow-link.ts';
import { lead } from './rehearsal/lead.ts';
import { readLink, type Link } from './rehearsal/link.ts';
import { report, type Findings } from '../shared/rehearsal/report.ts';
import { Stopped } from './rehearsal/stopped.ts';
import { readOptions, terminalLanguage, wholeNumber } from './rehearsal/terminal.ts';
import { RequestRefused, StaffClient, StaffRefused } from './staff-client.ts';

const OPTIONS = {
  url: { type: 'string' },
  phones: { type: 'string', default: '60' },
  pace: { type: 'string' },
  seconds: { type: 'string', default: '3600' },
  seed: { type: 'string', default: '1' },
  staff: { type: 'string' },
  language: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

const MOST_PHONES = 3000;
const LEADING_PACE = 4;
const FOLLOWING_PACE = 20;

const language = terminalLanguage(process.argv, terminalEnvironment());
const text = rehearseText[language];
const help = text.help(readInstallation().commands.rehearse);
const tell = (sentence: string) => process.stdout.write(`${sentence}\n`);

try {
  process.exitCode = (await run()) ? 0 : 1;
} catch (error) {
  const sentence =
    error instanceof StaffRefused
      ? text.refused(refusalSentence(language, error.refusal))
      : error instanceof Stopped
        ? error.message
        : null;
  if (sentence === null) throw error;
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}
// Sockets that still try to come back would keep the process.
process.exit();

/** Whether all is well. */
async function run(): Promise<boolean> {
  const values = readOptions(OPTIONS, help, text);
  if (values.help) {
    tell(help);
    return true;
  }
  if (values.url === undefined) throw new Stopped(`${text.urlMissing}\n\n${help}`);
  const link = readLink(values.url);
  if (!link) throw new Stopped(text.urlWrong);
  const whole = (name: string, given: string, least: number, most: number) =>
    wholeNumber(name, given, [least, most], help, text);
  const phones = whole('phones', values.phones, 1, MOST_PHONES);
  const seconds = whole('seconds', values.seconds, 1, 86_400);
  const leads = link.kind !== 'phones';
  const pace = values.pace ?? String(leads ? LEADING_PACE : FOLLOWING_PACE);
  const shared = {
    phones,
    paceMs: 1000 * whole('pace', pace, 1, 600),
    chance: new Chance(whole('seed', values.seed, 0, 2 ** 31)),
    books: new Books(),
    ...{ text, tell },
  };
  const findings = await inTime(seconds, async (signal) => {
    if (link.kind === 'phones') return followLink({ ...shared, link, signal });
    const staff = await staffFor(link, values.staff);
    const leading = lead({ ...shared, staff, restMs: 0 });
    const { crowd, findings } = await Promise.race([leading, brokenOff(signal)]);
    crowd.close();
    staff.close();
    return findings;
  });
  const { lines, ok } = report(shared.books.figures, findings, text);
  tell(['', ...lines, ''].join('\n'));
  return ok;
}

/** Ctrl-C and the time limit end following in good order; leading has nothing to report before its end. */
async function inTime(
  seconds: number,
  work: (signal: AbortSignal) => Promise<Findings>,
): Promise<Findings> {
  const control = new AbortController();
  let asked = 0;
  process.on('SIGINT', () => {
    asked += 1;
    control.abort();
    if (asked > 1) process.exit(130);
  });
  process.on('SIGTERM', () => {
    control.abort();
  });
  const timer = setTimeout(() => {
    tell(text.timeOver(seconds));
    control.abort();
  }, seconds * 1000);
  try {
    return await work(control.signal);
  } finally {
    clearTimeout(timer);
  }
}

/** What is led from here and breaks off has no report: its board is not whole. */
function brokenOff(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => {
      reject(new Stopped(text.brokenOff));
    });
  });
}

async function staffFor(
  link: Exclude<Link, { readonly kind: 'phones' }>,
  name: string | undefined,
): Promise<StaffClient> {
  const { origin } = link;
  // A page of a real meeting says so; a page of a rehearsal lacks the key.
  if (link.kind === 'meeting') {
    await titleOf(link, text);
    throw new Stopped(text.urlWrong);
  }
  await fetch(`${origin}/healthz`, { signal: AbortSignal.timeout(10_000) }).catch(() => {
    throw new Stopped(text.unreachable(origin));
  });
  const staff = new StaffClient(origin);
  if (link.kind === 'invitation') {
    const passphrase = process.env['KLEROTERION_PASSPHRASE'] ?? crypto.randomUUID();
    const own = name ?? `${text.staffName} ${Date.now().toString(36)}`;
    await staff.accept(link.url, own, passphrase).catch((error: unknown) => {
      const isLink =
        error instanceof RequestRefused && error.refusal.code.startsWith('invitation-');
      throw new Stopped(isLink ? text.linkUsed : reasonOf(error));
    });
    return staff;
  }
  if (name === undefined) throw new Stopped(text.urlWrong);
  const passphrase = process.env['KLEROTERION_PASSPHRASE'];
  if (passphrase === undefined) throw new Stopped(text.passphraseMissing);
  await staff.logIn(name, passphrase).catch((error: unknown) => {
    throw new Stopped(reasonOf(error));
  });
  return staff;
}

function reasonOf(error: unknown): string {
  if (error instanceof RequestRefused)
    return text.refused(refusalSentence(language, error.refusal));
  return text.refused(error instanceof Error ? error.message : String(error));
}
