// One roster file, from its bytes to entries or to everything that stands in the way. Runs on the loop or in a thread.
import type { ReviewerEntry, SubjectEntry } from '../../shared/meeting/commands/roster.ts';
import type { EarlierEntry } from '../../shared/meeting/draws/earlier.ts';
import { hiddenCharacter } from '../../shared/hidden-characters.ts';
import { drawnHeader, readDrawnList, type DrawnOf } from '../../shared/roster/drawn-list.ts';
import {
  columnLetters,
  type Choices,
  type Note,
  type Problem,
  type RosterReading,
  type Rows,
} from '../../shared/roster/problem.ts';
import { readScores, scoresHeader, type ReadScore } from '../../shared/roster/columns.ts';
import { readReviewers, reviewersHeader } from '../../shared/roster/reviewers.ts';
import type { GroupName } from '../../shared/roster/score-cells.ts';
import {
  readScoreSheet,
  scoreSheetHeader,
  type ReadSheet,
} from '../../shared/roster/score-sheet.ts';
import { readSubjects, subjectsHeader } from '../../shared/roster/subjects.ts';
import { originalCell } from '../../shared/sheet-cell.ts';
import { FileFlaw } from './file-flaw.ts';
import { sheetsOf } from './file.ts';
import type { Sheet, SheetContent } from './sheet.ts';

interface RosterFile {
  readonly base64: string;
  /** Which column is meant, where a person was asked. */
  readonly choices: Choices;
}

export type RosterRequest =
  | (RosterFile & { readonly kind: 'subjects' })
  | (RosterFile & { readonly kind: 'drawn'; readonly of: DrawnOf })
  | (RosterFile & {
      readonly kind: 'reviewers';
      /** The units that recusals may name. */
      readonly subjects: readonly Pick<SubjectEntry, 'id' | 'name'>[];
    })
  | (RosterFile & {
      readonly kind: 'scores';
      /** The units that rows may name. */
      readonly subjects: readonly Pick<SubjectEntry, 'id' | 'name'>[];
    })
  | (RosterFile & {
      readonly kind: 'sheet';
      /** Those that may fill a criterion in. */
      readonly groups: readonly GroupName[];
    });

export interface RosterResult<
  Entry = SubjectEntry | ReviewerEntry | ReadSheet | ReadScore | EarlierEntry,
> {
  /** The sheet that was read; "" for a file without sheets, or where none was. */
  readonly sheet: string;
  readonly reading: RosterReading<Entry>;
}

/** Never throws for what stands in a file. */
export function readRoster(request: RosterRequest): RosterResult {
  try {
    const bytes = bytesOf(request.base64);
    const { choices } = request;
    switch (request.kind) {
      case 'subjects':
        return readSheets(bytes, subjectsHeader, REVIEWERS, ({ rows, made }, sheet) =>
          readSubjects(rows, sheet, choices, made),
        );
      case 'reviewers':
        return readSheets(bytes, reviewersHeader, SUBJECTS, ({ rows, made }, sheet) =>
          readReviewers(rows, request.subjects, sheet, choices, made),
        );
      case 'scores':
        return readSheets(bytes, scoresHeader, REVIEWERS, ({ rows, made }, sheet) =>
          readScores(rows, request.subjects, sheet, choices, made),
        );
      case 'drawn': {
        const { of } = request;
        const headerOf = (rows: Rows) => drawnHeader(rows, of);
        return readSheets(bytes, headerOf, null, ({ rows, made }, sheet) =>
          readDrawnList(rows, of, sheet, choices, made),
        );
      }
      case 'sheet':
        return readSheets(bytes, scoreSheetHeader, SUBJECTS, ({ rows, ...layout }, sheet) =>
          readScoreSheet(rows, request.groups, sheet, choices, layout),
        );
    }
  } catch (error) {
    if (!(error instanceof FileFlaw)) throw error;
    return { sheet: '', reading: { ok: false, problems: [error.problem] } };
  }
}

function bytesOf(base64: string): Uint8Array {
  const bytes = Buffer.from(base64, 'base64');
  // Buffer skips what is no base64: only a text that comes back the same was whole.
  if (bytes.toString('base64') !== base64) throw new FileFlaw({ sheet: '', code: 'file-empty' });
  return bytes;
}

type Quality = ReturnType<typeof subjectsHeader>;

/** What a file may turn out to be instead of what was asked for. */
interface Other {
  readonly is: 'subjects' | 'reviewers';
  readonly headerOf: (rows: Rows) => Quality;
}

const SUBJECTS: Other = { is: 'subjects', headerOf: subjectsHeader };
const REVIEWERS: Other = { is: 'reviewers', headerOf: reviewersHeader };

function readSheets<Entry>(
  bytes: Uint8Array,
  headerOf: (rows: Rows) => Quality,
  other: Other | null,
  read: (content: SheetContent, sheet: string) => RosterReading<Entry>,
): RosterResult<Entry> {
  const sheets = sheetsOf(bytes);
  const { sheet, content } = fittingSheet(sheets, headerOf);
  const reading = read(content, sheet.name);
  if (!reading.ok) {
    const isOther = headerOf(content.rows) !== 'whole' && other?.headerOf(content.rows) === 'whole';
    if (!other || !isOther) return { sheet: sheet.name, reading: withProblems(content, reading) };
    const problem = { sheet: sheet.name, code: 'other-roster', is: other.is } as const;
    return { sheet: sheet.name, reading: { ok: false, problems: [problem] } };
  }
  if (content.problems.length > 0)
    return { sheet: sheet.name, reading: withProblems(content, { ok: false, problems: [] }) };
  const notes: Note[] = [...content.notes];
  const others = sheets.filter((one) => one !== sheet && !isBlank(one)).map(({ name }) => name);
  if (others.length > 0) notes.push({ sheet: '', code: 'other-sheets', names: others });
  const hidden = content.hiddenRows.filter((row) => row > reading.headerRow);
  if (hidden.length > 0) notes.push({ sheet: sheet.name, code: 'hidden-rows', rows: hidden });
  const unseen = unseenCharacters(content.rows, sheet.name);
  const all = [...notes, ...reading.notes, ...unseen];
  return { sheet: sheet.name, reading: { ...reading, notes: all } };
}

/** Of a roster that can be taken: in titles, headings, footnotes and columns that are not imported. */
function unseenCharacters(rows: Rows, sheet: string): readonly Note[] {
  return rows.flatMap((cells, row) =>
    cells.flatMap((cell, column): readonly Note[] => {
      const character = hiddenCharacter(cell.replace(HARMLESS, ''));
      const place = { sheet, row: row + 1, column: columnLetters(column) };
      return character === null ? [] : [{ ...place, code: 'unseen-character', character }];
    }),
  );
}

/** Blanks, and what is taken for them. */
const HARMLESS = /[\s\u200b\u2060\ufeff]+/g;

/**
 * What lies off the roster stands in the way of it as much as what is wrong in it; questions come when that is mended.
 * In an encoding that was guessed, everything may be wrong.
 */
function withProblems(
  { problems, notes }: SheetContent,
  reading: Extract<RosterReading<never>, { ok: false }>,
): Extract<RosterReading<never>, { ok: false }> {
  const guessed = notes.flatMap((note): readonly Problem[] =>
    note.code === 'encoding-guessed' ? [note] : [],
  );
  const all = [...guessed, ...problems, ...reading.problems];
  return problems.length === 0 && reading.problems.length === 0
    ? reading
    : { ok: false, problems: all };
}

interface Fitting {
  readonly sheet: Sheet;
  readonly content: SheetContent;
}

/** The first visible sheet whose header has all that is needed, else one that has some of it, else one with anything. */
function fittingSheet(sheets: readonly Sheet[], headerOf: (rows: Rows) => Quality): Fitting {
  let partly: Fitting | null = null;
  let filled: Fitting | null = null;
  let flaw: FileFlaw | null = null;
  for (const sheet of sheets) {
    if (sheet.hidden) continue;
    try {
      const fitting = { sheet, content: contentOf(sheet) };
      const { rows } = fitting.content;
      const quality = headerOf(rows);
      if (quality === 'whole') return fitting;
      if (quality === 'part') partly ??= fitting;
      if (rows.length > 0) filled ??= fitting;
    } catch (error) {
      // A sheet beside the roster may be as broken as it likes.
      if (!(error instanceof FileFlaw)) throw error;
      flaw ??= error;
    }
  }
  const found = partly ?? (flaw ? null : filled);
  if (!found) throw flaw ?? new FileFlaw({ sheet: '', code: 'file-empty' });
  return found;
}

function contentOf(sheet: Sheet): SheetContent {
  const content = sheet.read();
  return { ...content, rows: content.rows.map((cells) => cells.map(originalCell)) };
}

function isBlank(sheet: Sheet): boolean {
  try {
    return sheet.read().rows.length === 0;
  } catch {
    return false;
  }
}
