// A workbook as a real spreadsheet program has it: opened, reckoned anew, and read back sheet by sheet.
import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { parse } from 'csv-parse/sync';
import { findOffice } from '../scripts/prepare.mjs';
import { must } from './with-server.ts';

/** Cells as the program shows them, by the name of the sheet. */
export type Shown = ReadonlyMap<string, readonly (readonly string[])[]>;

/** Recalculates whatever it opens, whatever values the file brings. */
const RECKONS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;
/** Comma, quotes, UTF-8, from the first line; as shown, every sheet in a file of its own. */
const EVERY_SHEET = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1';

/** @param folder to work in; the next one needs another */
export async function openInSpreadsheet(bytes: Uint8Array, folder: string): Promise<Shown> {
  const office = must(
    findOffice(),
    'LibreOffice (Debian, Ubuntu: apt install libreoffice-calc-nogui)',
  );
  const profile = join(folder, 'profile');
  const out = join(folder, 'out');
  mkdirSync(join(profile, 'user'), { recursive: true });
  mkdirSync(out);
  writeFileSync(join(profile, 'user/registrymodifications.xcu'), RECKONS);
  writeFileSync(join(folder, 'book.xlsx'), bytes);
  await promisify(execFile)(office, [
    `-env:UserInstallation=${pathToFileURL(profile).href}`,
    ...['--headless', '--convert-to', EVERY_SHEET, '--outdir', out, join(folder, 'book.xlsx')],
  ]);
  return new Map(
    readdirSync(out).map((file) => [
      file.slice('book-'.length, -'.csv'.length),
      parse(readFileSync(join(out, file)), { relax_column_count: true }),
    ]),
  );
}
