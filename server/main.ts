// The process: settings in, addresses out, one sentence and exit code 1 when it cannot start.
import closeWithGrace from 'close-with-grace';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toString as drawQr } from 'qrcode';
import packageJson from '../package.json' with { type: 'json' };
import { addressOption } from '../shared/address-option.ts';
import { isRehearsalCode } from '../shared/rehearsal-code.ts';
import { serverText, type ServerText } from '../shared/text/server.ts';
import { printedStanding } from './addresses.ts';
import { startApp, type AppStart, type RunningApp } from './app.ts';
import { openPage } from './browser.ts';
import { readConfig, type Config } from './config.ts';
import { codeOf } from './error-code.ts';
import type { UnopenedFile, UnopenedMeeting } from './halls.ts';
import { readInstallation, terminalEnvironment } from './installation.ts';
import { FIRST_EVENT } from './store/lacking.ts';
import { readTls, type TlsReading } from './tls.ts';

/** Built, this file lies in dist/server beside dist/client; in development, in server/. */
const PAGES = import.meta.url.endsWith('.ts') ? '../dist/client' : '../client';

/** In the data folder while an archive's server runs: where. A second start leads there. */
const RUNNING_AT = 'running-at';

const installation = readInstallation();
const { commands, isArchive } = installation;
const reading = readConfig(process.argv.slice(2), terminalEnvironment(), installation);
if (reading.ok) await run(reading.config);
else {
  (reading.help ? process.stdout : process.stderr).write(`${reading.sentence}\n`);
  process.exit(reading.help ? 0 : 1);
}

async function run(config: Config): Promise<void> {
  const text = serverText[config.language];
  const pages = fileURLToPath(new URL(PAGES, import.meta.url));
  const tls = config.tls && readTls(config.tls.cert, config.tls.key);
  if (tls?.ok === false) return fail(tlsSentence(tls, text));
  // A newer program that was unpacked elsewhere finds nothing, and whoever started it has to hear so.
  const isNew = isArchive && !existsSync(join(config.data, 'server.sqlite'));
  let started: AppStart;
  let isRunning = false;
  try {
    const onDamage = (title: string, file: string, place: string) =>
      process.stderr.write(
        `\n${text.damageFound(title, file, place, config.backup, commands.start)}\n`,
      );
    const onUnopened = (one: UnopenedMeeting) => {
      // What could not be opened at the start stands among the warnings.
      if (isRunning) process.stderr.write(`\n${unopenedSentence(one, config, text)}\n`);
    };
    const onPlace = (inPlace: boolean) =>
      process.stderr.write(
        `\n${inPlace ? text.dataBack(config.data) : text.dataGone(config.data)}\n`,
      );
    const onForeignOrigin = (origin: string, open: readonly string[]) =>
      process.stdout.write(
        `\n${text.foreignOrigin(origin, open[0] ?? '', addressOption(origin, open))}\n`,
      );
    started = await atFreePort(config, (port) =>
      startApp({
        ...{ ...config, port, commands },
        ...{ tls: tls?.pair ?? null, pages, onDamage, onUnopened, onPlace, onForeignOrigin },
      }),
    );
  } catch (error) {
    return fail(startSentence(error, config, text));
  }
  if (!started.ok) {
    const address = started.flaw === 'in-use' ? runningAt(config) : null;
    if (address !== null) openPage(address);
    return fail(
      address === null ? fileSentence(started, config, text) : text.runningAlready(address),
    );
  }
  const { app } = started;
  isRunning = true;
  // Before anybody is told that it runs: a signal that nothing hears would end it.
  if (config.tls) renewOnHangup(config.tls, app, text);
  const skip = config.tls ? (['SIGHUP'] as const) : [];
  closeWithGrace({ delay: 10_000, skip: [...skip] }, async ({ err }) => {
    if (err) process.stderr.write(`${err.stack ?? err.message}\n`);
    await app.close();
    if (isArchive) rmSync(join(config.data, RUNNING_AT), { force: true });
    process.stdout.write(`${text.stopped}\n`);
  });
  process.stdout.write(await greeting(app, config, text, isNew));
  if (!isArchive) return;
  const front = `${app.reach.localUrl}/console`;
  writeFileSync(join(config.data, RUNNING_AT), front);
  openPage(app.staffLink ?? front);
}

/** @throws what the last try threw */
async function atFreePort(
  { port, portsAfter }: Config,
  start: (port: number) => Promise<AppStart>,
): Promise<AppStart> {
  for (let after = 0; ; after += 1)
    try {
      return await start(port + after);
    } catch (error) {
      if (codeOf(error) !== 'EADDRINUSE' || after === portsAfter) throw error;
    }
}

function runningAt({ data }: Config): string | null {
  if (!isArchive) return null;
  try {
    return readFileSync(join(data, RUNNING_AT), 'utf8');
  } catch {
    return null;
  }
}

/** A renewed certificate is taken up without anybody noticing; one that is of no use leaves the old one. */
function renewOnHangup(
  { cert, key }: NonNullable<Config['tls']>,
  app: RunningApp,
  text: ServerText,
): void {
  process.on('SIGHUP', () => {
    const reading = readTls(cert, key);
    if (reading.ok) app.renewTls(reading.pair);
    process.stdout.write(`${reading.ok ? text.tlsRenewed : tlsSentence(reading, text)}\n`);
  });
}

async function greeting(
  app: RunningApp,
  config: Config,
  text: ServerText,
  isNew: boolean,
): Promise<string> {
  const { reach, staffLink } = app;
  const join = `${reach.publicUrl}/j`;
  const lines = [
    text.started(packageJson.version),
    '',
    text.thisMachine,
    `  ${reach.localUrl}`,
    ...(reach.lanUrls.length === 0
      ? [text.noNetwork]
      : [text.otherMachines, ...reach.lanUrls.map((url) => `  ${url}`)]),
    text.publicUrl,
    `  ${join}`,
    await drawQr(join, { type: 'terminal', small: true }),
    ...(staffLink === null
      ? [text.console, `  ${reach.localUrl}/console`, '']
      : [text.staffLink, `  ${staffLink}`, '']),
    text.manual,
    `  ${reach.localUrl}/manual`,
    ...(isArchive ? [(isNew ? text.dataNew : text.dataIn)(resolve(config.data))] : []),
    ...warnings(app, config, text).flatMap((line) => [line, '']),
    text.stop,
    '',
  ];
  return lines.join('\n');
}

/** Where the copies are, and all that somebody should see to before the hall fills. */
function warnings(app: RunningApp, config: Config, text: ServerText): readonly string[] {
  const { reach, halls, backup, disk, fromCopy } = app;
  const folder = config.backup;
  const meetings = halls.all().map(({ world }) => world.meeting);
  return [
    ...(app.port === config.port || config.port === 0 ? [] : [text.portInstead(app.port)]),
    ...halls.unopened.map((one) => unopenedSentence(one, config, text)),
    ...meetings.flatMap(({ title, epoch }) =>
      fromCopy && epoch > 1 ? [text.fromCopy(title, epoch)] : [],
    ),
    ...(fromCopy ? [text.fromCopies] : []),
    ...(folder === null
      ? [text.backupOff]
      : [backup.failed ? text.backupFails[backup.failed](folder) : text.backupIn(folder)]),
    ...(folder !== null && backup.aside !== null
      ? [text.backupAside(folder, backup.aside, commands.start)]
      : []),
    ...(disk.low ? [text.diskLow(Math.floor((disk.free ?? 0) / 1024 / 1024))] : []),
    ...halls
      .known()
      .flatMap(({ title, printedAddress }) =>
        printedAddress !== null && printedStanding(printedAddress, reach) === 'gone'
          ? [text.printedGone(title, printedAddress, reach.publicUrl)]
          : [],
      ),
  ];
}

function unopenedSentence(one: UnopenedMeeting, config: Config, text: ServerText): string {
  return text.unopened(one.code, fileSentence(one, config, text), isRehearsalCode(one.code));
}

function tlsSentence(
  reading: Extract<TlsReading, { readonly ok: false }>,
  text: ServerText,
): string {
  return reading.flaw === 'unfit' ? text.tlsUnfit : text.tlsUnreadable(reading.file);
}

function startSentence(error: unknown, { port, host, data }: Config, text: ServerText): string {
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return text.portInUse(port);
    case 'EACCES':
      return port > 0 && port < 1024 ? text.portForbidden(port) : text.folderNotWritable(data);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return text.hostUnknown(host);
    case 'ENOTDIR':
    case 'EEXIST':
    case 'EROFS':
    case 'EPERM':
    case 'ENOSPC':
    case 'EDQUOT':
    case 'SQLITE_FULL':
      return text.folderNotWritable(data);
    default:
      throw error;
  }
}

function fileSentence(
  { flaw, file, detail, code }: UnopenedFile,
  { data }: Config,
  text: ServerText,
): string {
  switch (flaw) {
    case 'not-a-database':
    case 'foreign':
      return text.foreignFile(file);
    case 'missing':
      return text.missingFile(file);
    case 'newer':
      return text.newerFile(file);
    case 'damaged':
      return text.damagedFile(file, detail);
    case 'code-taken':
      return text.codeTaken(file, detail);
    case 'shorter':
      return detail === FIRST_EVENT
        ? text.emptyFile(file)
        : text.shorterFile(file, detail, code ?? '');
    case 'in-use':
      return text.folderInUse(data);
    case 'unwritable':
      return text.folderNotWritable(data);
  }
}

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
