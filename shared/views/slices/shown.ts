// What other slices name: the meeting, units, categories, and where a countdown stands. Types only: a phone loads nothing here.
import type { CategoryId, SubjectId } from '../../ids.ts';
import type { ReportDocument } from '../../meeting/people.ts';
import type { ShownName } from '../named.ts';

export interface ShownMeeting {
  readonly code: string;
  readonly title: string;
  readonly zone: string;
  /** Only to try things out: every page says so. */
  readonly rehearsal: boolean;
  /** Raised when the meeting goes on from a copy of its file; a phone refuses a lower one. */
  readonly epoch: number;
}

/** A report that can be opened under `/m/<code>/api/documents/<hash>`. */
export type ShownDocument = Pick<ReportDocument, 'hash' | 'name' | 'bytes' | 'media'>;

export interface ShownCategory {
  readonly id: CategoryId;
  readonly name: string;
  readonly mark: string;
  /** Place in the list of categories from 0: its hue. */
  readonly hue: number;
}

export interface ShownSubject extends ShownName {
  readonly id: SubjectId;
  readonly category: ShownCategory;
  /** Why it takes part no longer, null where it does. */
  readonly out: 'withdrawn' | 'combined' | null;
  readonly documents: readonly ShownDocument[];
}

/** A countdown as pages run it: towards an instant of the server's clock, or standing still. */
export type CountdownView =
  | { readonly phase: 'running'; readonly endsAt: number; readonly totalSeconds: number }
  | { readonly phase: 'stopped'; readonly leftMs: number; readonly totalSeconds: number };

/** Where a unit stands among those that present: 第 5 家，共 12 家. */
export interface Ordinal {
  readonly n: number;
  readonly of: number;
}
