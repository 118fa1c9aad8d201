// Workbooks and zip files written byte by byte, so that they can be wrong in exactly one way.
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipPart {
  readonly name: string;
  readonly text: string;
  /** What both headers say its unpacked size is; the truth where absent. */
  readonly declared?: number;
}

/** @param shareEqual parts of equal text all point to the bytes of the first */
export function zipOf(parts: readonly ZipPart[], { shareEqual = false } = {}): Buffer {
  const bodies: Buffer[] = [];
  const entries: Buffer[] = [];
  const packedOnce = new Map<string, { readonly packed: Buffer; readonly crc: number; at: number }>();
  let at = 0;
  for (const { name, text, declared } of parts) {
    const bytes = Buffer.from(text);
    let known = shareEqual ? packedOnce.get(text) : undefined;
    const isNew = !known;
    known ??= { packed: deflateRawSync(bytes, { level: 9 }), crc: crc32(bytes), at };
    packedOnce.set(text, known);
    const { packed, crc } = known;
    const size = declared ?? bytes.length;
    const encoded = Buffer.from(name);
    if (isNew) {
      const local = Buffer.alloc(30);
      local.writeUInt32LE(0x04034b50, 0);
      fields(local, 4, crc, packed.length, size, encoded.length);
      bodies.push(local, encoded, packed);
      at += local.length + encoded.length + packed.length;
    }
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    fields(entry, 6, crc, packed.length, size, encoded.length);
    entry.writeUInt32LE(known.at, 42);
    entries.push(entry, encoded);
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, directory, end]);
}

/** The parts of a workbook that has these sheets. */
export function workbookParts(
  sheets: readonly { readonly name: string; readonly xml: string }[],
  { from1904 = false } = {},
): ZipPart[] {
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${type}/${kind}" Target="${target}"/>`;
  const relations = (all: readonly string[]) =>
    `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`;
  const numbered = sheets.map((sheet, n) => ({ ...sheet, n: String(n + 1) }));
  return [
    { name: '_rels/.rels', text: relations([relation('r1', 'officeDocument', 'xl/workbook.xml')]) },
    {
      name: 'xl/workbook.xml',
      text: `<?xml version="1.0"?><workbook xmlns:r="${type}"><workbookPr date1904="${from1904 ? '1' : '0'}"/><sheets>${numbered
        .map(({ name, n }) => `<sheet name="${name}" sheetId="${n}" r:id="s${n}"/>`)
        .join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: relations([
        ...numbered.map(({ n }) => relation(`s${n}`, 'worksheet', `worksheets/sheet${n}.xml`)),
        relation('strings', 'sharedStrings', '/xl/sharedStrings.xml'),
        relation('styles', 'styles', 'styles.xml'),
      ]),
    },
    ...numbered.map(({ xml, n }) => ({ name: `xl/worksheets/sheet${n}.xml`, text: xml })),
  ];
}

/** A sheet of inline strings. */
export function sheetXml(rows: readonly (readonly string[])[]): string {
  const body = rows.map((cells, row) => {
    const number = String(row + 1);
    const content = cells.map(
      (text, n) =>
        `<c r="${String.fromCharCode(65 + n)}${number}" t="inlineStr"><is><t>${text}</t></is></c>`,
    );
    return `<row r="${number}">${content.join('')}</row>`;
  });
  return `<?xml version="1.0"?><worksheet><sheetData>${body.join('')}</sheetData></worksheet>`;
}

/** @param items the XML within each item */
export function sharedStringsXml(items: readonly string[]): string {
  return `<?xml version="1.0"?><sst>${items.map((item) => `<si>${item}</si>`).join('')}</sst>`;
}

function fields(
  header: Buffer,
  at: number,
  crc: number,
  packed: number,
  size: number,
  name: number,
): void {
  header.writeUInt16LE(20, at);
  // Names are UTF-8.
  header.writeUInt16LE(0x0800, at + 2);
  header.writeUInt16LE(8, at + 4);
  header.writeUInt32LE(crc, at + 10);
  header.writeUInt32LE(packed, at + 14);
  header.writeUInt32LE(size, at + 18);
  header.writeUInt16LE(name, at + 22);
}
