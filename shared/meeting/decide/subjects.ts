// What becomes of a subject on the day: withdrawn, combined, back again; and the reports it hands in.
import type { SubjectId } from '../../ids.ts';
import { subjectAsked, subjectsOf } from '../agenda/participation.ts';
import { subjectOf } from '../agenda/turn.ts';
import { itemById } from '../agenda/items.ts';
import { openRounds } from '../rounds.ts';
import type { Item } from '../agenda/item.ts';
import type { Meeting } from '../state.ts';
import type { Refusal } from '../refusals.ts';
import { accept, refuse } from '../world.ts';
import type { subjectsCommands } from '../commands/subjects.ts';
import type { Deciders } from './decider.ts';

export const subjectsDeciders = {
  /**
   * A subject takes part no longer: its turns that are still to come are left out, it leaves the open written rounds,
   * and its ballots stay on record without counting. What was drawn stays what it was.
   */
  WithdrawSubject: ({ meeting }, { subject, reason }) => {
    const flaw = leavingFlaw(meeting, subject, reason);
    if (flaw) return refuse(flaw);
    return accept([{ type: 'SubjectWithdrawn', subject, reason: reason.trim() }]);
  },

  /** Two subjects become one: `from` leaves like a withdrawn one, and `into` bears both names from now on. */
  CombineSubjects: ({ meeting }, { into, from, reason }) => {
    if (into === from) return refuse({ code: 'same-subject' });
    if (!meeting.subjects.has(into)) return refuse({ code: 'unknown-subject', id: into });
    if (meeting.out.has(into)) return refuse({ code: 'subject-out' });
    const flaw = leavingFlaw(meeting, from, reason);
    if (flaw) return refuse(flaw);
    return accept([{ type: 'SubjectsCombined', into, from, reason: reason.trim() }]);
  },

  /**
   * Takes a withdrawal or a combination back: the turns it lost by that and its place in the written round are there
   * again.
   */
  RestoreSubject: ({ meeting }, { subject, reason }) => {
    if (!meeting.out.has(subject)) return refuse({ code: 'unknown-subject', id: subject });
    if (reason.trim() === '') return refuse({ code: 'reason-missing' });
    return accept([{ type: 'SubjectRestored', subject, reason: reason.trim() }]);
  },

  /** Attaches a report; the bytes are kept under their hash before this is decided. */
  AttachDocument: ({ meeting }, { subject, document }) => {
    if (!meeting.subjects.has(subject)) return refuse({ code: 'unknown-subject', id: subject });
    const there = meeting.documents.get(subject) ?? [];
    if (there.some(({ hash }) => hash === document.hash)) return refuse({ code: 'document-there' });
    if (there.length >= MOST_DOCUMENTS) return refuse({ code: 'too-many' });
    return accept([{ type: 'DocumentAttached', subject, document }]);
  },

  /** Takes a report off the pages; the log still tells that it was there. */
  RemoveDocument: ({ meeting }, { subject, hash }) => {
    const there = meeting.documents.get(subject)?.some((one) => one.hash === hash) ?? false;
    return there
      ? accept([{ type: 'DocumentRemoved', subject, hash }])
      : refuse({ code: 'document-unknown' });
  },
} satisfies Deciders<typeof subjectsCommands>;

export const MOST_DOCUMENTS = 20;

function leavingFlaw(meeting: Meeting, subject: SubjectId, reason: string): Refusal | null {
  if (!meeting.subjects.has(subject)) return { code: 'unknown-subject', id: subject };
  if (meeting.out.has(subject)) return { code: 'subject-out' };
  if (reason.trim() === '') return { code: 'reason-missing' };
  const current = itemById(meeting, meeting.current);
  const onStage =
    (current !== undefined && isAbout(meeting, current, subject)) ||
    openRounds(meeting).some(
      (round) => round.kind === 'live' && subjectsOf(meeting, round).includes(subject),
    );
  return onStage ? { code: 'subject-on-stage' } : null;
}

function isAbout(meeting: Meeting, item: Item, subject: SubjectId): boolean {
  return (subjectOf(item) ?? subjectAsked(meeting, item)) === subject;
}
