// The meeting itself, its rosters, documents, sheet and weights.
import { subjectOf } from '../agenda/turn.ts';
import type { ItemId, SubjectId } from '../../ids.ts';
import type { ReportDocument, Reviewer } from '../people.ts';
import type { Meeting } from '../state.ts';
import type { Folds } from './fold.ts';

export const setupFolds = {
  MeetingCreated: (meeting, event, { at }) => {
    const { id, code, title, zone, retainUntil, rehearsal = false, rehearsalOf = null } = event;
    const created = { id, code, title, zone, retainUntil, rehearsal, rehearsalOf };
    return { ...meeting, ...created, createdAt: at };
  },
  MeetingChanged: (meeting, event) => {
    const { title, zone, retainUntil } = event;
    return { ...meeting, title, zone, retainUntil };
  },
  EpochRaised: (meeting, event) => {
    return { ...meeting, epoch: event.epoch };
  },
  PeopleErased: (meeting, _, { at }) => {
    return { ...meeting, erasedAt: at };
  },
  SubjectsImported: (meeting, event) => {
    return {
      ...meeting,
      categories: event.categories,
      subjects: new Map(event.subjects.map((subject) => [subject.id, subject])),
    };
  },
  ReviewersImported: (meeting, event) => {
    return {
      ...meeting,
      groups: event.groups,
      pool: new Map(event.reviewers.map((reviewer) => [reviewer.id, reviewer])),
      declared: stillDeclared(meeting, event.reviewers),
    };
  },
  RecusalDeclared: (meeting, event) => {
    const reviewer = meeting.pool.get(event.reviewer);
    if (!reviewer) return meeting;
    const declared = meeting.declared.get(event.reviewer) ?? [];
    return {
      ...meeting,
      declared: new Map(meeting.declared).set(event.reviewer, [...declared, event.subject]),
      pool: new Map(meeting.pool).set(event.reviewer, {
        ...reviewer,
        recusals: [...reviewer.recusals, event.subject],
      }),
    };
  },
  SubjectWithdrawn: (meeting, event) => {
    const { subject, reason, turns = sameReason(meeting, subject, reason) } = event;
    const out = new Map(meeting.out).set(subject, { why: 'withdrawn', reason, turns });
    return { ...meeting, out };
  },
  SubjectsCombined: (meeting, event) => {
    const { into, from, reason, turns = sameReason(meeting, from, reason) } = event;
    const out = new Map(meeting.out).set(from, { why: 'combined', into, reason, turns });
    return { ...meeting, out };
  },
  SubjectRestored: (meeting, event) => {
    const out = new Map(meeting.out);
    out.delete(event.subject);
    return { ...meeting, out };
  },
  DocumentAttached: (meeting, event) => {
    return changeDocuments(meeting, event.subject, (list) => [...list, event.document]);
  },
  DocumentRemoved: (meeting, event) => {
    return changeDocuments(meeting, event.subject, (list) =>
      list.filter(({ hash }) => hash !== event.hash),
    );
  },
  WeightsSet: (meeting, event) => {
    const weights = new Map(event.weights.map(({ group, weight }) => [group, weight]));
    return {
      ...meeting,
      groups: meeting.groups.map((group) => ({
        ...group,
        weight: weights.get(group.id) ?? group.weight,
      })),
    };
  },
  SheetAdopted: (meeting, event) => {
    return { ...meeting, sheets: [...meeting.sheets, event.sheet] };
  },
  SchemeAdopted: (meeting, event) => {
    return { ...meeting, schemes: [...meeting.schemes, event.scheme] };
  },
} satisfies Folds<
  | 'MeetingCreated'
  | 'MeetingChanged'
  | 'EpochRaised'
  | 'PeopleErased'
  | 'SubjectsImported'
  | 'ReviewersImported'
  | 'RecusalDeclared'
  | 'SubjectWithdrawn'
  | 'SubjectsCombined'
  | 'SubjectRestored'
  | 'DocumentAttached'
  | 'DocumentRemoved'
  | 'WeightsSet'
  | 'SheetAdopted'
  | 'SchemeAdopted'
>;

/** An import of an older log lost what was declared before it: there it stays lost. */
function stillDeclared({ declared }: Meeting, reviewers: readonly Reviewer[]): Meeting['declared'] {
  const after = new Map(declared);
  for (const { id, recusals } of reviewers) {
    const kept = declared.get(id)?.filter((subject) => recusals.includes(subject)) ?? [];
    if (kept.length > 0) after.set(id, kept);
    else after.delete(id);
  }
  return after;
}

/** How older logs tell which turns a withdrawal has skipped. */
function sameReason(
  { agenda, skipped }: Meeting,
  subject: SubjectId,
  reason: string,
): readonly ItemId[] {
  const own = agenda.filter((item) => subjectOf(item) === subject);
  return own.flatMap(({ id }) => (skipped.get(id) === reason ? [id] : []));
}

function changeDocuments(
  meeting: Meeting,
  subject: SubjectId,
  change: (list: readonly ReportDocument[]) => readonly ReportDocument[],
): Meeting {
  const list = change(meeting.documents.get(subject) ?? []);
  return { ...meeting, documents: new Map(meeting.documents).set(subject, list) };
}
