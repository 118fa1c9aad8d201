// The sheets of an XLSX workbook, from Excel, WPS or LibreOffice; each is read when it is asked for.
import { damaged, FileFlaw, tooHeavy } from './file-flaw.ts';
import type { Sheet } from './sheet.ts';
import { numberFormats, type NumberFormat } from './xlsx-formats.ts';
import { readSheetXml, type Workbook } from './xlsx-sheet.ts';
import { unescaped } from './xlsx-text.ts';
import { attribute, walkXml, xmlText } from './xml.ts';
import type { Zip } from './zip.ts';

const MAX_SHEETS = 200;
const MAX_STRINGS = 1_000_000;

export function isXlsx(zip: Zip): boolean {
  return workbookPath(zip) !== null;
}

/** The sheets in the order of their tabs. Those that only a program can unhide are left out. Throws a `FileFlaw`. */
export function readXlsx(zip: Zip): readonly Sheet[] {
  const path = workbookPath(zip);
  const xml = path === null ? null : zip.read(path);
  if (path === null || !xml) throw damaged();
  const parts = relations(zip, path);
  let from1904 = false;
  const found: { readonly name: string; readonly hidden: boolean; readonly path: string }[] = [];
  walkXml(xmlText(xml), {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = isTrue(attribute(attributes, 'date1904'));
      if (name !== 'sheet') return;
      const state = attribute(attributes, 'state');
      const part = parts.byId.get(attribute(attributes, 'id') ?? '');
      // A sheet that is one large chart has no rows.
      if (state === 'veryHidden' || part?.type.endsWith('/worksheet') !== true) return;
      if (found.length >= MAX_SHEETS) throw tooHeavy();
      found.push({
        name: attribute(attributes, 'name') ?? '',
        hidden: state === 'hidden',
        path: part.path,
      });
    },
  });
  if (found.length === 0) throw damaged();

  const workbook: Workbook = {
    strings: readStrings(zip, parts.byType('/sharedStrings')),
    formats: readFormats(zip, parts.byType('/styles')),
    from1904,
  };
  return found.map(({ name, hidden, path: part }) => ({
    name,
    hidden,
    read() {
      const bytes = within(name, () => zip.read(part));
      if (!bytes) throw damaged(name);
      return within(name, () => readSheetXml(xmlText(bytes), workbook, name));
    },
  }));
}

/** Says of damage in which sheet it was found. */
function within<T>(sheet: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof FileFlaw && error.problem.code === 'damaged' ? damaged(sheet) : error;
  }
}

/** Where the package says its main part is, if that is a workbook; a text document has its own elsewhere. */
function workbookPath(zip: Zip): string | null {
  const main = relations(zip, '').byType('/officeDocument');
  const usual = 'xl/workbook.xml';
  if (main !== null && /^xl\/[^/]+\.xml$/i.test(main) && zip.has(main)) return main;
  return zip.has(usual) ? usual : null;
}

interface Part {
  readonly type: string;
  readonly path: string;
}

/** What a part refers to: `xl/workbook.xml` has its list in `xl/_rels/workbook.xml.rels`. */
function relations(zip: Zip, path: string) {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const bytes = zip.read(`${folder}_rels/${path.slice(folder.length)}.rels`);
  const byId = new Map<string, Part>();
  if (bytes)
    walkXml(xmlText(bytes), {
      open(name, attributes) {
        if (name !== 'Relationship') return;
        const target = attribute(attributes, 'Target') ?? '';
        byId.set(attribute(attributes, 'Id') ?? '', {
          type: attribute(attributes, 'Type') ?? '',
          path: resolved(folder, target),
        });
      },
    });
  const byType = (end: string) =>
    [...byId.values()].find(({ type }) => type.endsWith(end))?.path ?? null;
  return { byId, byType };
}

function resolved(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/'))
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  return steps.join('/');
}

function readStrings(zip: Zip, path: string | null): readonly string[] {
  const bytes = path === null ? null : zip.read(path);
  if (!bytes) return [];
  const strings: string[] = [];
  let text = '';
  let inText = false;
  /** How a Chinese or Japanese word is pronounced stands beside it. */
  let inPhonetic = false;
  walkXml(xmlText(bytes), {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 't') inText = !inPhonetic;
      else if (name === 'rPh') inPhonetic = true;
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') inPhonetic = false;
      else if (name === 'si' && strings.push(unescaped(text)) > MAX_STRINGS) throw tooHeavy();
    },
    text(part) {
      if (inText) text += part;
    },
  });
  return strings;
}

function readFormats(zip: Zip, path: string | null): readonly NumberFormat[] {
  const bytes = path === null ? null : zip.read(path);
  return bytes ? numberFormats(xmlText(bytes)) : [];
}

function isTrue(value: string | null): boolean {
  return value === '1' || value === 'true';
}
