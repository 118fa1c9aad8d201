// Reads who was drawn from the rows of a sheet: a column of names, and one of ids where there is one, headed as in rosters.
import type { EarlierEntry } from '../meeting/draws/earlier.ts';
import { bodyRows, outcome, readText } from './body.ts';
import { idText, isBlank } from './cells.ts';
import { Findings } from './findings.ts';
import { headerQuality, readHeader, type Vocabulary } from './header.ts';
import { NOTHING_MADE, type MadeCells } from './made.ts';
import type { Choices, ColumnRole, RosterReading, Rows } from './problem.ts';
import { REVIEWER_COLUMNS } from './reviewers.ts';
import { SUBJECT_COLUMNS } from './subjects.ts';

export type DrawnOf = 'people' | 'units';

const REQUIRED: readonly ColumnRole[] = ['name'];

/** How well a sheet's header fits a list of them. */
export function drawnHeader(rows: Rows, of: DrawnOf): ReturnType<typeof headerQuality> {
  return headerQuality(rows, columnsOf(of), REQUIRED);
}

/**
 * Those of a list, in its order. A mere count (序号) is nobody's id.
 *
 * @param sheet the sheet's name, for the places in problems; "" where the file has none
 * @param choices which column is meant, where a person was asked
 * @param made cells that do not hold what was typed
 */
export function readDrawnList(
  rows: Rows,
  of: DrawnOf,
  sheet = '',
  choices: Choices = {},
  made: MadeCells = NOTHING_MADE,
): RosterReading<EarlierEntry> {
  const reading = readHeader(rows, columnsOf(of), REQUIRED, sheet, choices);
  if (!reading.ok) return reading;
  const { header } = reading;
  const findings = new Findings(sheet, header, made);
  const at = header.idIsCount ? undefined : header.columns.id?.index;
  const entries = bodyRows(rows, header, findings).map((row): EarlierEntry => {
    const id = at === undefined ? undefined : row.cells[at];
    return {
      id: id === undefined || isBlank(id) ? null : idText(id),
      name: readText(row, header, 'name', findings),
    };
  });
  return outcome(entries, header, findings);
}

function columnsOf(of: DrawnOf): Vocabulary {
  const { id, name } = of === 'people' ? REVIEWER_COLUMNS : SUBJECT_COLUMNS;
  return { id, name };
}
