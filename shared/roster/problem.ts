// What can be wrong, or worth saying, about a roster file: closed lists, each with a place. Sentences: text/roster.ts.

/** What a column is for. */
export type ColumnRole = 'id' | 'name' | 'category' | 'group' | 'recusals';

export interface Place {
  /** Name of the sheet; "" for a file that has only one. */
  readonly sheet: string;
  /** From 1, as the spreadsheet program counts; absent where the whole file is meant. */
  readonly row?: number;
  /** The column's letters, "A", "AB"; absent where the whole row is meant. */
  readonly column?: string;
}

type ProblemDetail =
  // the file
  | { readonly code: 'file-too-large'; readonly maxMegabytes: number }
  | { readonly code: 'file-empty' }
  | { readonly code: 'not-utf8' }
  | { readonly code: 'is-workbook' }
  | { readonly code: 'bad-quotes' }
  | { readonly code: 'too-many-rows'; readonly max: number }
  | { readonly code: 'too-many-columns'; readonly max: number }
  // the header
  | { readonly code: 'no-header'; readonly wanted: readonly ColumnRole[] }
  | { readonly code: 'no-column'; readonly role: ColumnRole }
  | {
      readonly code: 'two-columns';
      readonly role: ColumnRole;
      readonly columns: readonly { readonly column: string; readonly header: string }[];
    }
  | { readonly code: 'column-twice'; readonly header: string }
  // the rows
  | { readonly code: 'no-rows' }
  | { readonly code: 'missing'; readonly role: ColumnRole }
  | { readonly code: 'bad-id'; readonly id: string }
  | { readonly code: 'duplicate-id'; readonly id: string; readonly firstRow: number }
  | { readonly code: 'too-long'; readonly max: number; readonly length: number }
  /** `character` as "U+202E". */
  | { readonly code: 'bad-character'; readonly character: string }
  | { readonly code: 'unknown-subject'; readonly text: string }
  | {
      readonly code: 'ambiguous-subject';
      readonly text: string;
      readonly ids: readonly string[];
    };

type NoteDetail =
  | { readonly code: 'footnote'; readonly text: string }
  | { readonly code: 'header-repeated' }
  | {
      readonly code: 'ids-made';
      readonly count: number;
      readonly first: string;
      readonly last: string;
    }
  | { readonly code: 'column-ignored'; readonly header: string }
  | { readonly code: 'attributes'; readonly keys: readonly string[] }
  | { readonly code: 'same-name'; readonly name: string; readonly firstRow: number };

/** Why a roster cannot be taken, and where. */
export type Problem = Place & ProblemDetail;
export type ProblemCode = Problem['code'];
export type ProblemOf<C extends ProblemCode> = Extract<Problem, { readonly code: C }>;

/** What was understood in a way that the clerk should know of. */
export type Note = Place & NoteDetail;
export type NoteCode = Note['code'];
export type NoteOf<C extends NoteCode> = Extract<Note, { readonly code: C }>;

/** Everything that was read, or everything that stands in the way: nothing is half-imported. */
export type RosterReading<Entry> =
  | { readonly ok: true; readonly entries: readonly Entry[]; readonly notes: readonly Note[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Rows of one sheet as text, from its first row on; rows may differ in length. */
export type Rows = readonly (readonly string[])[];

/** Most entries that a roster may have. */
export const MAX_ENTRIES = 10_000;

/** The letters of a column, counted from 0: 0 → "A", 26 → "AA". */
export function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last;
}
