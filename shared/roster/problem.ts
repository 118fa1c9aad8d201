// What can be wrong, or worth saying, about a roster file: closed lists, each with a place. Sentences: text/roster.ts.

import type { OwnFlaw } from '../scoring/sheet-flaws.ts';
import type { Made } from './made.ts';

/** What a column is for. */
export type ColumnRole =
  | ('id' | 'name' | 'category' | 'formerly' | 'group' | 'recusals')
  // of scores of units
  | ('score' | 'grade')
  // of a score sheet
  | ('level1' | 'level2' | 'level3' | 'criterion' | 'max' | 'weight' | 'step' | 'grades' | 'who');

export interface Place {
  /** Name of the sheet; "" for a file that has none, as CSV. */
  readonly sheet: string;
  /** From 1, as the spreadsheet program counts; absent where the whole file is meant. */
  readonly row?: number;
  /** The column's letters, "A", "AB"; absent where the whole row is meant. */
  readonly column?: string;
  /** What stands above the column, where the place lies below a heading. */
  readonly header?: string;
}

/** Formats that are told apart only to say what to do with them. */
export type OtherFormat = 'xls' | 'xlsb' | 'numbers' | 'web-page';

type ProblemDetail =
  // the file
  | { readonly code: 'file-too-large'; readonly maxMegabytes: number }
  | { readonly code: 'file-empty' }
  /** A picture, a PDF, a text document, an archive: nothing with rows and columns. */
  | { readonly code: 'not-a-table' }
  | { readonly code: 'other-format'; readonly format: OtherFormat }
  | { readonly code: 'password' }
  /** Cut off, changed, or never a workbook's inside; `sheet` says where, if it is known. */
  | { readonly code: 'damaged' }
  /** Small as a file, too large when unpacked. */
  | { readonly code: 'too-heavy' }
  | { readonly code: 'unknown-encoding' }
  /** Read in one that is likely and not certain. */
  | { readonly code: 'encoding-guessed' }
  | { readonly code: 'bad-quotes' }
  | { readonly code: 'too-many-rows'; readonly max: number }
  | { readonly code: 'too-many-columns'; readonly max: number }
  /** A cell by itself, off the roster; `more` of its kind are not listed. */
  | { readonly code: 'stray-cell'; readonly text: string; readonly more: number }
  // the header
  | { readonly code: 'no-header'; readonly wanted: readonly ColumnRole[] }
  /** The file is the other roster: units where reviewers were asked for, or the other way round. */
  | { readonly code: 'other-roster'; readonly is: 'subjects' | 'reviewers' }
  | { readonly code: 'no-column'; readonly role: ColumnRole }
  | { readonly code: 'column-twice'; readonly header: string }
  // the rows
  | { readonly code: 'no-rows' }
  | { readonly code: 'missing'; readonly role: ColumnRole }
  /** What a spreadsheet shows where a formula failed: #N/A, #REF! */
  | { readonly code: 'failed-formula'; readonly text: string }
  /** A formula whose result is not in the file. */
  | { readonly code: 'unread-formula' }
  /** #### instead of what stood in a narrow column. */
  | { readonly code: 'too-narrow' }
  /** A character was lost on the way: �. */
  | { readonly code: 'lost-character' }
  /** A row that stands in one cell because its delimiter is not that of the others. */
  | { readonly code: 'undivided-row'; readonly text: string }
  | Spoilt
  | { readonly code: 'bad-id'; readonly id: string }
  | { readonly code: 'duplicate-id'; readonly id: string; readonly firstRow: number }
  | { readonly code: 'too-long'; readonly max: number; readonly length: number }
  /** `character` as "U+202E". */
  | { readonly code: 'bad-character'; readonly character: string }
  | SubjectFlaw
  | SheetFileFlaw;

/** What a row of a score sheet's file can have wrong. */
export type SheetFileFlaw =
  | { readonly code: 'fourth-level' }
  | { readonly code: 'part-twice'; readonly name: string; readonly firstRow: number }
  | { readonly code: 'bad-number'; readonly text: string }
  /** One number in a merged cell for several criteria. */
  | { readonly code: 'merged-number'; readonly role: ColumnRole }
  | { readonly code: 'bad-grades'; readonly text: string }
  | { readonly code: 'unknown-group'; readonly text: string; readonly known: readonly string[] }
  /** In the row of a part, where only criteria have such a thing. */
  | { readonly code: 'of-a-part'; readonly name: string; readonly role: ColumnRole }
  | { readonly code: 'subtotal' }
  /** A total that is not the sum of what it stands for. */
  | {
      readonly code: 'total-differs';
      readonly role: ColumnRole;
      readonly said: string;
      readonly sum: string;
    }
  /** Percentages that are not 100 in all. */
  | { readonly code: 'shares-differ'; readonly sum: string }
  | { readonly code: 'mixed-percent' }
  | { readonly code: 'too-many-parts'; readonly max: number }
  /** What the editor would say of it. */
  | { readonly code: 'sheet-flaw'; readonly flaw: OwnFlaw['code']; readonly name: string };

/** Something other than what was typed: taken where it can be, and always said. */
export type Spoilt =
  | {
      readonly code: 'spoilt';
      /** `zeros` were dropped from the front of an id. */
      readonly made: Made | 'zeros';
      readonly text: string;
    }
  /** Further cells of a column of which the same was made; the first rows of them. */
  | { readonly code: 'spoilt-more'; readonly count: number; readonly rows: readonly number[] };

/** A recusal that names no unit, or several. */
export type SubjectFlaw =
  | {
      readonly code: 'unknown-subject';
      readonly text: string;
      /** What stands between its parts and separates nothing: " " for a blank of any kind. */
      readonly between?: string;
      /** The id that it is but for zeros in front. */
      readonly meant?: string;
    }
  | {
      readonly code: 'ambiguous-subject';
      readonly text: string;
      readonly ids: readonly string[];
    };

type NoteDetail =
  | Spoilt
  | { readonly code: 'encoding-guessed' }
  /** A column of dates, shown as `text` does. */
  | { readonly code: 'dates'; readonly text: string }
  | { readonly code: 'other-sheets'; readonly names: readonly string[] }
  | { readonly code: 'hidden-rows'; readonly rows: readonly number[] }
  | { readonly code: 'footnote'; readonly text: string }
  | { readonly code: 'header-repeated' }
  /** In a cell of which nothing is imported, or a heading that is understood without it. */
  | { readonly code: 'unseen-character'; readonly character: string }
  | {
      readonly code: 'ids-made';
      readonly count: number;
      readonly first: string;
      readonly last: string;
    }
  | { readonly code: 'column-ignored'; readonly header: string }
  | { readonly code: 'attributes'; readonly keys: readonly string[] }
  | { readonly code: 'same-name'; readonly name: string; readonly firstRow: number }
  /** A total row of a score sheet: compared, and not imported. */
  | { readonly code: 'total-fits' }
  // what a person has declared, beside the file
  /** The file does not name it, and it stays; `was`: whom the id stood for until now, where the file says another. */
  | ({ readonly code: 'declared-stays'; readonly was?: string } & DeclaredRecusal)
  /** The file leaves out whose it is. */
  | ({ readonly code: 'declared-rests' } & DeclaredRecusal);

interface DeclaredRecusal {
  readonly id: string;
  readonly name: string;
  /** Names of units. */
  readonly units: readonly string[];
}

/** Why a roster cannot be taken, and where. */
export type Problem = Place & ProblemDetail;
export type ProblemCode = Problem['code'];
export type ProblemOf<C extends ProblemCode> = Extract<Problem, { readonly code: C }>;

/** What was understood in a way that the clerk should know of. */
export type Note = Place & NoteDetail;
export type NoteCode = Note['code'];
export type NoteOf<C extends NoteCode> = Extract<Note, { readonly code: C }>;

/** What cannot be told from the file alone: which of these columns is meant. The answer is a {@link Choices}. */
export interface Question {
  readonly sheet: string;
  /** The header's row, from 1. */
  readonly row: number;
  readonly role: ColumnRole;
  readonly columns: readonly {
    readonly column: string;
    readonly header: string;
    /** The first filled cells below the heading. */
    readonly examples: readonly string[];
  }[];
}

/** For a role, the letters of the column that a person picked. */
export type Choices = Readonly<Partial<Record<ColumnRole, string>>>;

/** A column that was read, for whom it was read, and what stands above it. */
export interface ColumnUse {
  readonly role: ColumnRole;
  readonly column: string;
  readonly header: string;
}

/** Everything that was read, or everything that stands in the way: nothing is half-imported. */
export type RosterReading<Entry> =
  | {
      readonly ok: true;
      readonly entries: readonly Entry[];
      /** The header's row, from 1. */
      readonly headerRow: number;
      readonly columns: readonly ColumnUse[];
      readonly notes: readonly Note[];
    }
  | {
      readonly ok: false;
      readonly problems: readonly Problem[];
      /** Present, and `problems` empty, where answers are all that is missing. */
      readonly questions?: readonly Question[];
    };

/** Rows of one sheet as text, from its first row on; rows may differ in length. */
export type Rows = readonly (readonly string[])[];

/** Largest file, in millions of bytes. */
export const MAX_MEGABYTES = 10;

/** Most entries that a roster may have. */
export const MAX_ENTRIES = 10_000;

/** The letters of a column, counted from 0: 0 → "A", 26 → "AA". */
export function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last;
}

/** The index of a column, counted from 0: "A" → 0, "AA" → 26. */
export function columnIndex(letters: string): number {
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
