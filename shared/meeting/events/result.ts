// The result and what it is made of. Before it is published a public record tells that something was entered or decided, by
// whom and when, and not about whom (RULES.md §2, R3); words about people lie in the directory (R14).
import { APPROVALS } from '../result/outcome.ts';
import { later, laterPrivate } from './event.ts';
import { consequences, plan, rows } from './stored-result.ts';

export const resultEvents = {
  /** Without a plan: it was taken away. */
  ResultPlanAdopted: later(['results'], (f) => ({
    version: f.whole,
    plan: f.optional(plan),
    reason: f.optional(f.text),
  })),
  ColumnImported: laterPrivate(['results'], ['values'], (f) => ({
    ...{ column: f.text, name: f.text, max: f.decimal, source: f.text },
    values: f.list(f.object({ subject: f.subject, value: f.decimal })),
  })),
  EarlierImported: laterPrivate(['results'], ['rows'], (f) => ({
    ...{ earlier: f.text, name: f.text, source: f.text },
    rows: f.list(
      f.object({
        subject: f.subject,
        total: f.optional(f.text),
        root: f.optional(f.text),
        grade: f.optional(f.text),
      }),
    ),
  })),
  AdjustmentDeclared: laterPrivate(
    ['results'],
    ['subject', 'kind', 'points', 'date', 'event', 'tags', 'document', 'words', 'carried'],
    (f) => ({
      ...{ adjustment: f.text, subject: f.subject, kind: f.text, points: f.decimal },
      ...{ date: f.text, event: f.text, tags: f.list(f.text), words: f.personReason },
      document: f.optional(f.hash),
      carried: f.optional(f.yes),
    }),
  ),
  AdjustmentDecided: laterPrivate(['results'], ['state', 'words', 'date'], (f) => ({
    adjustment: f.text,
    state: f.one('confirmed', 'rejected', 'cancelled'),
    words: f.personReason,
    /** When a deduction was made good. */
    date: f.optional(f.text),
  })),
  VetoDeclared: laterPrivate(['results'], ['subject', 'worst', 'words'], (f) => ({
    ...{ veto: f.text, subject: f.subject, words: f.personReason },
    /** Absent: no place. */
    worst: f.optional(f.text),
  })),
  VetoLifted: laterPrivate(['results'], ['words'], (f) => ({
    veto: f.text,
    words: f.personReason,
  })),
  /** What it came to stands in it: another version of the arithmetic changes nothing that was signed. */
  ResultComputed: laterPrivate(['results'], ['hash', 'rows', 'consequences'], (f) => ({
    ...{ n: f.whole, plan: f.whole, hash: f.hash, rows, consequences },
  })),
  ResultChecked: later(['results'], (f) => ({ n: f.whole })),
  ResultApproved: later(['results'], (f) => ({
    ...{ n: f.whole, stage: f.one(...APPROVALS), body: f.text, date: f.text, document: f.text },
  })),
  ResultPublished: later(['results'], (f) => ({ n: f.whole, days: f.whole })),
  ResultFinished: later(['results'], (f) => ({ n: f.whole })),
  /** The reason is about the result, not about a person. */
  ResultReturned: later(['results'], (f) => ({ n: f.whole, reason: f.text })),
};
