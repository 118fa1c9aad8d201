// The meeting itself, its rosters, documents, sheet and weights.
import { wholeOf } from '../../scoring/fractions.ts';
import type { ItemId, SubjectId } from '../../ids.ts';
import type { Belonging, ReportDocument, Reviewer } from '../people.ts';
import type { setupEvents } from '../events/setup.ts';
import type { Meeting } from '../state.ts';
import { sealOf } from '../draws/seals.ts';
import { BrokenLog, found, foundAll, type Folds } from './fold.ts';
import { withoutSeatOf } from './seats.ts';

export const setupFolds = {
  MeetingCreated: (meeting, event, { at }) => {
    const { id, code, title, zone, retainUntil, rehearsal = false, rehearsalOf = null } = event;
    const belonging = belongingOf(event);
    const created = { id, code, title, zone, belonging, retainUntil, rehearsal, rehearsalOf };
    return { ...meeting, ...created, createdAt: at };
  },
  MeetingChanged: (meeting, event) => {
    const { title, zone, retainUntil } = event;
    return { ...meeting, title, zone, retainUntil, belonging: belongingOf(event) };
  },
  EpochRaised: (meeting, event) => ({ ...meeting, epoch: event.epoch }),
  PeopleErased: (meeting, _, { at }) => ({ ...meeting, erasedAt: at }),
  PoolSealed: (meeting, { of, pool: rows, roster, sealed }, { at }) => {
    const name = of === 'people' ? 'group' : 'category';
    const pool = rows.map(({ id, cell, codes }) => ({ id, a: { [name]: cell, ...codes } }));
    const seal = sealOf(of, { pool, roster }, at);
    if (seal.sealed !== sealed) throw new BrokenLog(`a pool that is sealed as ${sealed}`);
    return { ...meeting, seals: [...meeting.seals, seal] };
  },
  SubjectsImported: (meeting, event) => ({
    ...meeting,
    categories: event.categories,
    subjects: new Map(event.subjects.map((subject) => [subject.id, subject])),
  }),
  ReviewersImported: (meeting, event) => ({
    ...meeting,
    groups: event.groups.map((group) => ({ ...group, weight: wholeOf(group.weight) })),
    pool: new Map(event.reviewers.map((reviewer) => [reviewer.id, reviewer])),
    attributes: event.attributes ?? [],
    declared: stillDeclared(meeting, event.reviewers),
  }),
  RecusalDeclared: (meeting, event) => {
    const reviewer = found(meeting.pool.get(event.reviewer), 'reviewer', event.reviewer);
    foundAll(meeting.subjects, 'subject', [event.subject]);
    foundAll(
      meeting.rounds,
      'round',
      event.voids.map(({ round }) => round),
    );
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
    const { subject, reason, turns } = event;
    foundAll(meeting.subjects, 'subject', [subject]);
    const out = new Map(meeting.out).set(subject, { why: 'withdrawn', reason });
    const seats = withoutSeatOf(meeting, subject);
    return { ...meeting, out, seats, skipped: skippedByHand(meeting, turns) };
  },
  SubjectsCombined: (meeting, event) => {
    const { into, from, reason, turns } = event;
    foundAll(meeting.subjects, 'subject', [into, from]);
    const out = new Map(meeting.out).set(from, { why: 'combined', into, reason });
    const seats = withoutSeatOf(meeting, from);
    return { ...meeting, out, seats, skipped: skippedByHand(meeting, turns) };
  },
  SubjectRestored: (meeting, event) => {
    foundAll(meeting.out, 'subject that is out:', [event.subject]);
    const out = new Map(meeting.out);
    out.delete(event.subject);
    return { ...meeting, out };
  },
  DocumentAttached: (meeting, event) =>
    changeDocuments(meeting, event.subject, (list) => [...list, event.document]),
  DocumentRemoved: (meeting, event) =>
    changeDocuments(meeting, event.subject, (list) =>
      list.filter(({ hash }) => hash !== event.hash),
    ),
  WeightsSet: (meeting, event) => {
    const weights = new Map(event.weights.map(({ group, weight }) => [group, wholeOf(weight)]));
    const known = new Set<string>(meeting.groups.map(({ id }) => id));
    foundAll(known, 'group', [...weights.keys()]);
    return {
      ...meeting,
      groups: meeting.groups.map((group) => ({
        ...group,
        weight: weights.get(group.id) ?? group.weight,
      })),
    };
  },
  SheetAdopted: (meeting, event) => ({ ...meeting, sheets: [...meeting.sheets, event.sheet] }),
  SchemeAdopted: (meeting, event) => ({ ...meeting, schemes: [...meeting.schemes, event.scheme] }),
} satisfies Folds<typeof setupEvents>;

function belongingOf({ series, period }: Belonging): Belonging {
  return {
    ...(series === undefined ? {} : { series }),
    ...(period === undefined ? {} : { period }),
  };
}

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

/** Without the turns that logs of version 1 skipped because of a withdrawal: that they are left out is computed. */
function skippedByHand(
  { skipped }: Meeting,
  turns: readonly ItemId[] | undefined,
): Meeting['skipped'] {
  return turns ? new Map([...skipped].filter(([id]) => !turns.includes(id))) : skipped;
}

function changeDocuments(
  meeting: Meeting,
  subject: SubjectId,
  change: (list: readonly ReportDocument[]) => readonly ReportDocument[],
): Meeting {
  foundAll(meeting.subjects, 'subject', [subject]);
  const list = change(meeting.documents.get(subject) ?? []);
  return { ...meeting, documents: new Map(meeting.documents).set(subject, list) };
}
