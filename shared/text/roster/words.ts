// What the sentences about roster files are, in either language.
import type {
  ColumnRole,
  NoteCode,
  NoteOf,
  Place,
  ProblemCode,
  ProblemOf,
} from '../../roster/problem.ts';

export interface RosterText {
  /** What a column is called, as its heading should read. */
  readonly roles: Readonly<Record<ColumnRole, string>>;
  /** "" where the whole file is meant. */
  readonly place: (place: Place) => string;
  readonly problems: { readonly [C in ProblemCode]: (problem: ProblemOf<C>) => string };
  readonly notes: { readonly [C in NoteCode]: (note: NoteOf<C>) => string };
}

/** More than these are not listed one by one. */
export const MANY_ROWS = 10;
