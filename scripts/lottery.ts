// The fair lottery of panels for a pool and quotas in files: `npm run lottery -- --pool FILE --quotas FILE --size K`.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { terminalEnvironment } from '../server/installation.ts';
import { makeLottery, type LotteryMade, type Objective } from '../server/lottery/make-list.ts';
import { sheetsOf } from '../server/roster/file.ts';
import { FileFlaw } from '../server/roster/file-flaw.ts';
import { cellTable, type Demand } from '../shared/draw/lottery/cell-table.ts';
import { dealPanels } from '../shared/draw/lottery/deal.ts';
import {
  readPool,
  readQuotas,
  type TableReading,
  type TableRows,
} from '../shared/draw/lottery/quota-file.ts';
import { roundToLots } from '../shared/draw/lottery/round-lots.ts';
import type { Panel } from '../shared/draw/lots.ts';
import { openStream } from '../shared/draw/seed.ts';
import { takenFrom } from '../shared/draw/cells.ts';
import { infeasibleSentence, quotasText } from '../shared/text/quotas.ts';
import { problemSentence } from '../shared/text/roster.ts';
import { readWhole } from '../shared/typed-number.ts';
import { Stopped } from './rehearsal/stopped.ts';
import { terminalLanguage } from './rehearsal/terminal.ts';

const OPTIONS = {
  pool: { type: 'string' },
  quotas: { type: 'string' },
  size: { type: 'string' },
  objective: { type: 'string', default: 'leximin' },
  lots: { type: 'string' },
  json: { type: 'boolean', default: false },
  language: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

const LOTS = ['10', '100', '1000'];

const language = terminalLanguage(process.argv, terminalEnvironment());
const text = quotasText[language];
const tell = (sentence: string) => process.stdout.write(`${sentence}\n`);

try {
  await run();
} catch (error) {
  if (!(error instanceof Stopped)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

async function run(): Promise<void> {
  const values = given();
  if (values.help) {
    tell(text.help);
    return;
  }
  const { pool: poolPath, quotas: quotasPath, size, objective, lots } = values;
  if (poolPath === undefined) throw misused(text.missing('--pool'));
  if (quotasPath === undefined) throw misused(text.missing('--quotas'));
  if (size === undefined) throw misused(text.missing('--size'));
  if (!isObjective(objective)) throw misused(text.wrongObjective(objective));
  if (lots !== undefined && !LOTS.includes(lots)) throw misused(text.wrongLots(lots));

  const quotas = read(quotasPath, readQuotas);
  const pool = read(poolPath, (rows) => readPool(rows, quotas));
  const k = readWhole(size);
  if (k === null || k < 1 || k > pool.length) throw new Stopped(text.wrongSize(size, pool.length));
  const demand = { pool, by: [...new Set(quotas.map(({ a }) => a))], quotas, k };

  const began = performance.now();
  const made = await makeLottery({ ...demand, objective });
  const seconds = (performance.now() - began) / 1000;
  if (!made.ok) {
    const isRelaxed = made.why === 'infeasible';
    throw new Stopped(isRelaxed ? infeasibleSentence(language, made.relaxation) : text.ended);
  }
  const list = lots === undefined ? null : lotsOf(demand, made, Number(lots));
  if (values.json) tell(JSON.stringify(figures(made, seconds, list)));
  else say(demand, made, seconds, list);
}

type Made = Extract<LotteryMade, { readonly ok: true }>;

/** Whoever is in no panel has a chance, 0, and no lottery gives everybody more. */
function figures(made: Made, seconds: number, list: readonly Panel[] | null) {
  const nobody = made.leftOut.length > 0;
  return {
    min: nobody ? 0 : made.min,
    max: made.max,
    upper: nobody ? 0 : made.upper,
    panels: made.panels.length,
    seconds: Math.round(seconds * 1000) / 1000,
    chances: made.chances,
    ...(list === null ? {} : { lots: list }),
  };
}

function say(
  { pool, k }: Demand,
  made: Made,
  seconds: number,
  list: readonly Panel[] | null,
): void {
  const percent = (chance: number) => (100 * chance).toFixed(3);
  tell(text.found(pool.length, k, made.panels.length, seconds.toFixed(2)));
  tell(text.chances(percent(made.min), percent(made.max)));
  tell(text.upper(percent(made.upper)));
  if (made.leftOut.length > 0) tell(text.leftOut(made.leftOut));
  if (list === null) return;
  const times = new Map<string, number>();
  for (const id of list.flat()) times.set(id, (times.get(id) ?? 0) + 1);
  const counts = [...times.values()];
  tell(text.lots(list.length, Math.min(...counts), Math.max(...counts)));
}

/** Panels in order of their numbers, 0 first. */
function lotsOf(demand: Demand, made: Made, m: number): readonly Panel[] {
  const out = new Set(made.leftOut);
  const table = cellTable({ ...demand, pool: demand.pool.filter(({ id }) => !out.has(id)) });
  const total = made.panels.reduce((sum, { w }) => sum + w, 0);
  const lottery = made.panels.map(({ w, take }) => ({
    take: table.names.map((name) => takenFrom(take, name)),
    share: w / total,
  }));
  const { below } = openStream(randomBytes(32), 'list');
  const compositions = roundToLots(table, lottery, m, below);
  if (compositions === null) throw new Stopped(text.tooFewLots);
  return dealPanels(table, compositions, below);
}

/** What a file says, in whatever encoding and dialect spreadsheets write it. */
function read<T>(path: string, reader: (rows: TableRows) => TableReading<T>): T {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch {
    throw new Stopped(text.unreadable(path));
  }
  try {
    const [sheet] = sheetsOf(bytes).filter(({ hidden }) => !hidden);
    const content = sheet?.read();
    const [problem] = content?.problems ?? [];
    if (problem) throw new FileFlaw(problem);
    const reading = reader(content?.rows ?? []);
    if (reading.ok) return reading.value;
    throw new Stopped(text.inFile(path, text.flaw(reading.flaw)));
  } catch (error) {
    if (!(error instanceof FileFlaw)) throw error;
    throw new Stopped(text.inFile(path, problemSentence(language, error.problem)));
  }
}

function given() {
  try {
    return parseArgs({ options: OPTIONS }).values;
  } catch (error) {
    const option = /'([^']+)'/.exec(error instanceof Error ? error.message : '')?.[1] ?? '';
    throw misused(text.unknownOption(option));
  }
}

function misused(sentence: string): Stopped {
  return new Stopped(`${sentence}\n\n${text.help}`);
}

function isObjective(given: string): given is Objective {
  return given === 'leximin' || given === 'goldilocks';
}
