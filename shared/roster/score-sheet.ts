// Reads a score sheet from the rows of a spreadsheet: parts and criteria, what each is worth, and who fills it in.
import { outcome, REMARK, type BodyRow } from './body.ts';
import { isBlank, loose, nameText, quoted } from './cells.ts';
import { Findings } from './findings.ts';
import { headerQuality, readHeader, type Header } from './header.ts';
import { NOTHING_MADE, type MadeCells } from './made.ts';
import type { Choices, RosterReading, Rows } from './problem.ts';
import type { GroupName } from './score-cells.ts';
import { SheetReader, type ReadNode } from './score-reader.ts';
import { treeOf } from './score-tree.ts';
import { REQUIRED, VOCABULARY } from './score-words.ts';

export interface ReadSheet {
  /** What stands above the header; "" where nothing does. */
  readonly title: string;
  /** Maxima are weights: the file has no others. */
  readonly points: boolean;
  readonly nodes: readonly ReadNode[];
}

/** What the layout of cells tells beside their texts. */
interface Layout {
  readonly made?: MadeCells;
  /** Cells that hold what the top of a merged area holds, by `cellKey`. */
  readonly merged?: ReadonlySet<string>;
}

/** How well a sheet's header fits a score sheet. */
export function scoreSheetHeader(rows: Rows): ReturnType<typeof headerQuality> {
  return headerQuality(rows, VOCABULARY, REQUIRED);
}

/**
 * A score sheet from a table's rows, or everything that stands in the way.
 *
 * @param groups those that may be named as who fills a criterion in
 */
export function readScoreSheet(
  rows: Rows,
  groups: readonly GroupName[],
  sheet = '',
  choices: Choices = {},
  { made = NOTHING_MADE, merged = new Set() }: Layout = {},
): RosterReading<ReadSheet> {
  const reading = readHeader(rows, VOCABULARY, REQUIRED, sheet, choices);
  if (!reading.ok) return reading;
  const { header } = reading;
  const findings = new Findings(sheet, header, made);
  const levels = (['level1', 'level2', 'level3', 'criterion'] as const).filter(
    (role) => header.columns[role],
  );
  if (levels.length === 0) {
    const place = findings.place(header.at + 1);
    return { ok: false, problems: [{ ...place, code: 'no-column', role: 'criterion' }] };
  }
  for (const { index, text } of header.others) {
    const place = findings.place(header.at + 1, index);
    if (/^(?:四级|第四级|level4|4thlevel|fourthlevel)/.test(loose(text)))
      findings.problems.push({ ...place, code: 'fourth-level' });
    else findings.notes.push({ ...place, code: 'column-ignored', header: quoted(text) });
  }
  const { body, total } = bodyOf(rows, header, findings);
  const lines = treeOf(body, header, findings);
  const reader = new SheetReader(header, groups, findings, merged);
  const nodes = reader.nodes(lines);
  if (total) reader.compare(total, lines, nodes);
  if (findings.problems.length === 0) reader.check(nodes, lines);
  const points = !reader.isWeighed;
  return outcome([{ title: titleAbove(rows, header), points, nodes }], header, findings);
}

function titleAbove(rows: Rows, { at }: Header): string {
  const cells = rows.slice(0, at).flat();
  return nameText(cells.find((cell) => !isBlank(cell)) ?? '');
}

const TOTAL = /^(?:合计|总计|共计|总和|总分|满分合计|total|sum|grandtotal|totalpoints)[:]?$/;
const SUBTOTAL = /^(?:小计|分项合计|subtotal|sub-total)/;

/** The rows of parts and criteria, without footnotes and a total below them. */
function bodyOf(rows: Rows, header: Header, findings: Findings) {
  const body: BodyRow[] = [];
  for (const [index, cells] of rows.entries()) {
    if (index <= header.at || cells.every(isBlank)) continue;
    const row = index + 1;
    if (header.isRepeatedBy(cells))
      findings.notes.push({ ...findings.place(row), code: 'header-repeated' });
    else body.push({ row, cells });
  }
  const first = ({ cells }: BodyRow) => cells.find((cell) => !isBlank(cell)) ?? '';
  const isTotal = (row: BodyRow) => TOTAL.test(loose(first(row)));
  let total: BodyRow | null = null;
  for (let last = body.at(-1); last && body.length > 1; last = body.at(-1)) {
    const filled = last.cells.filter((cell) => !isBlank(cell));
    if (isTotal(last) && !total) total = last;
    else if (filled.length === 1 && REMARK.test(quoted(first(last))))
      findings.notes.push({
        ...findings.place(last.row),
        ...{ code: 'footnote', text: quoted(first(last)) },
      });
    else break;
    body.pop();
  }
  for (const row of body)
    if (SUBTOTAL.test(loose(first(row))) || (isTotal(row) && body.length > 1))
      findings.problems.push({ ...findings.place(row.row), code: 'subtotal' });
  if (body.length === 0) findings.problems.push({ ...findings.place(), code: 'no-rows' });
  return { body, total };
}
