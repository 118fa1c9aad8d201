// The lists: who is judged, who judges, and how much each group of them weighs.
import type { ReviewerId, SubjectId } from '../../ids.ts';
import type { SubjectKind } from '../people.ts';
import { command, CLERK, made, type StaffEntry } from './command.ts';

/** What a roster import has read: names still attached; `decide` sends them to the directory and ids to the log. */
export interface SubjectEntry {
  readonly id: SubjectId;
  readonly kind: SubjectKind;
  readonly name: string;
  readonly category: string;
  /** Names that it had before, oldest first; absent, those that are known already. */
  readonly formerly?: readonly string[];
}

export interface ReviewerEntry {
  readonly id: ReviewerId;
  readonly name: string;
  readonly group: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly recusals: readonly SubjectId[];
}

export const rosterCommands = {
  ImportSubjects: command('roster', CLERK, made<Imported<SubjectEntry>>()),
  ImportReviewers: command('roster', CLERK, made<ImportedReviewers>()),
  SetWeights: command('results', CLERK, (f) => ({
    weights: f.list(f.part({ group: f.group, weight: f.whole }), 1, 50),
  })),
} as const satisfies Readonly<Record<string, StaffEntry>>;

interface ImportedReviewers extends Imported<ReviewerEntry> {
  /** Headings of the columns that quotas are set by; absent, none. */
  readonly quotas?: readonly string[];
}

interface Imported<Entry> {
  /** Name of the file. */
  readonly source: string;
  readonly entries: readonly Entry[];
}
