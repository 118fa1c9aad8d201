// A file's sheets, whatever kind of file it is: told by what stands in it, never by its name.
import { FileFlaw } from './file-flaw.ts';
import { csvContent } from './csv.ts';
import { isOds, readOds } from './ods.ts';
import { plainText } from './plain-text.ts';
import { MAX_MEGABYTES, type Note, type OtherFormat } from '../../shared/roster/problem.ts';
import type { Sheet } from './sheet.ts';
import { isXlsx, readXlsx } from './xlsx.ts';
import { Zip } from './zip.ts';

/** First bytes, as Latin-1, of files that people pick by mistake. */
const NO_TABLES = [
  ...['\x89PNG', '\xff\xd8\xff', 'GIF8', 'BM', 'RIFF', 'II*\0', 'MM\0*', '\0\0\0'],
  ...['%PDF', '{\\rtf', 'Rar!', '7z\xbc\xaf', '\x1f\x8b', 'ID3', 'MZ', '\x7fELF'],
];
const ZIPPED = 'PK\x03\x04';
const EMPTY_ZIP = 'PK\x05\x06';
const COMPOUND = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';

/** Whether these bytes are text as far as their beginning tells: then reading them takes no unpacking. */
export function looksLikeText(bytes: Uint8Array): boolean {
  const start = latin1(bytes, 8);
  return ![ZIPPED, EMPTY_ZIP, COMPOUND, ...NO_TABLES].some((mark) => start.startsWith(mark));
}

/** Throws a `FileFlaw` where there is no table, or none that can be read. */
export function sheetsOf(bytes: Uint8Array): readonly Sheet[] {
  if (bytes.length > MAX_MEGABYTES * 1_000_000)
    throw new FileFlaw({ sheet: '', code: 'file-too-large', maxMegabytes: MAX_MEGABYTES });
  const start = latin1(bytes, 8);
  if (start.startsWith(ZIPPED)) return sheetsInZip(new Zip(bytes));
  if (start === COMPOUND) throw compoundFlaw(bytes);
  if (start.startsWith(EMPTY_ZIP) || NO_TABLES.some((mark) => start.startsWith(mark)))
    throw new FileFlaw({ sheet: '', code: 'not-a-table' });

  const { text, doubtful } = plainText(bytes);
  if (text.trim() === '') throw new FileFlaw({ sheet: '', code: 'file-empty' });
  // What web systems call "export to Excel" is often a web page under the name of a workbook.
  if (/^\s*<(?:!doctype|html|head|body|table|meta|style|\?xml)/i.test(text))
    throw otherFormat('web-page');
  const notes: readonly Note[] = doubtful ? [{ sheet: '', code: 'encoding-guessed' }] : [];
  return [{ name: '', hidden: false, read: () => csvContent(text, notes) }];
}

function sheetsInZip(zip: Zip): readonly Sheet[] {
  if (isXlsx(zip)) return readXlsx(zip);
  if (isOds(zip)) return readOds(zip);
  if (zip.has('xl/workbook.bin')) throw otherFormat('xlsb');
  if (zip.has('Index/Document.iwa') || zip.has('Index.zip')) throw otherFormat('numbers');
  throw new FileFlaw({ sheet: '', code: 'not-a-table' });
}

/** The old Excel's files and every encrypted workbook are compound documents: small file systems. */
function compoundFlaw(bytes: Uint8Array): FileFlaw {
  const holds = (stream: string) =>
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(stream, 0, 'utf16le');
  if (holds('EncryptedPackage')) return new FileFlaw({ sheet: '', code: 'password' });
  return holds('Workbook') || holds('Book')
    ? otherFormat('xls')
    : new FileFlaw({ sheet: '', code: 'not-a-table' });
}

function otherFormat(format: OtherFormat): FileFlaw {
  return new FileFlaw({ sheet: '', code: 'other-format', format });
}

function latin1(bytes: Uint8Array, length: number): string {
  return Buffer.from(bytes.subarray(0, length)).toString('latin1');
}
