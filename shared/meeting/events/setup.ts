// The meeting itself, its rosters, documents, sheets, schemes and weights.
import { SEALED_POOLS } from '../draws/sealed-kinds.ts';
import { event, later, laterPrivate, partlyPrivate } from './event.ts';

export const setupEvents = {
  MeetingCreated: event(['roster'], (f) => ({
    id: f.meeting,
    code: f.text,
    title: f.text,
    zone: f.text,
    retainUntil: f.text,
    ...f.belonging,
    rehearsal: f.optional(f.yes),
    /** The meeting that it is a copy of, where there is one. */
    rehearsalOf: f.optional(f.meeting),
  })),
  MeetingChanged: event(['roster'], (f) => ({
    title: f.text,
    zone: f.text,
    retainUntil: f.text,
    ...f.belonging,
  })),
  /** The file was started from a copy. */
  EpochRaised: event([], (f) => ({ epoch: f.whole })),
  /** People's names and attributes are gone from the directory (R14). */
  PeopleErased: event(['roster'], () => ({})),
  /** A pool as draws find it: `cell` is the group of a person, the category of a unit (DRAW.md §11). */
  PoolSealed: later([], (f) => ({
    of: f.one(...SEALED_POOLS),
    pool: f.list(f.object({ id: f.text, cell: f.text, codes: f.optional(f.codes) })),
    roster: f.hash,
    sealed: f.hash,
  })),
  SubjectsImported: event(['stage', 'roster'], (f) => ({
    source: f.text,
    categories: f.list(f.categoryRow),
    subjects: f.list(f.unit),
  })),
  ReviewersImported: laterPrivate(['stage', 'roster', 'results'], ['reviewers'], (f) => ({
    source: f.text,
    groups: f.list(f.object({ id: f.group, name: f.text, weight: f.decimal })),
    reviewers: f.list(f.member),
    /** Columns that quotas are set by; absent where there are none. */
    attributes: f.optional(f.list(f.object({ id: f.text, commitment: f.hash }))),
  })),
  SubjectWithdrawn: event(['stage', 'roster'], (f) => ({
    subject: f.subject,
    reason: f.text,
    /** Only in logs of version 1: the turns that were skipped by it. */
    turns: f.optional(f.list(f.item)),
  })),
  SubjectsCombined: event(['stage', 'roster'], (f) => ({
    into: f.subject,
    from: f.subject,
    reason: f.text,
    turns: f.optional(f.list(f.item)),
  })),
  SubjectRestored: event(['stage', 'roster'], (f) => ({ subject: f.subject, reason: f.text })),
  DocumentAttached: event([], (f) => ({ subject: f.subject, document: f.document })),
  DocumentRemoved: event([], (f) => ({ subject: f.subject, hash: f.hash })),
  /** What an opened round is made from moves on the stage; who weighs what moves the lists no more than they move it. */
  WeightsSet: event(['stage', 'results'], (f) => ({
    weights: f.list(f.object({ group: f.group, weight: f.decimal })),
  })),
  SheetAdopted: later(['stage', 'roster'], (f) => ({ sheet: f.sheet })),
  SchemeAdopted: event(['stage', 'results'], (f) => ({ scheme: f.scheme })),
  RecusalDeclared: partlyPrivate([], ['reviewer', 'subject'], (f) => ({
    reviewer: f.reviewer,
    subject: f.subject,
    /** Open attempts in which a ballot already given no longer counts. */
    voids: f.list(f.object({ round: f.round, attempt: f.whole })),
  })),
};
