// What becomes of a subject on the day: withdrawn, combined, back again; and the reports it hands in.
import { subjectAsked, subjectOf } from '../agenda/turn.ts';
import type { ItemId, SubjectId } from '../../ids.ts';
import type { StaffCommandOf } from '../commands.ts';
import type { MeetingEvent } from '../events.ts';
import { inRosterOrder, isUsed, itemById, lastAttempt, openRounds } from '../lookup.ts';
import { writtenFor } from '../written-subjects.ts';
import type { Item } from '../agenda/item.ts';
import type { Meeting } from '../state.ts';
import type { Refusal } from '../refusals.ts';
import { accept, refuse, type Decision, type World } from '../world.ts';
import { leaveWritten } from './agenda.ts';
import type { subjectsCommands } from '../commands/subjects.ts';
import type { Deciders } from './decider.ts';

export const subjectsDeciders = {
  WithdrawSubject: withdrawSubject,
  CombineSubjects: combineSubjects,
  RestoreSubject: restoreSubject,
  AttachDocument: attachDocument,
  RemoveDocument: removeDocument,
} satisfies Deciders<typeof subjectsCommands>;

export const MOST_DOCUMENTS = 20;

/**
 * A subject takes part no longer: its turns that are still to come are skipped, it leaves the open written rounds, and
 * its ballots stay on record without counting. What was drawn stays what it was.
 */
export function withdrawSubject(
  { meeting }: World,
  { subject, reason }: StaffCommandOf<'WithdrawSubject'>,
): Decision {
  const flaw = leavingFlaw(meeting, subject, reason);
  if (flaw) return refuse(flaw);
  const turns = turnsToCome(meeting, subject);
  return accept([
    ...leaving(meeting, subject, turns, reason.trim()),
    { type: 'SubjectWithdrawn', subject, reason: reason.trim(), turns },
  ]);
}

/** Two subjects become one: `from` leaves like a withdrawn one, and `into` bears both names from now on. */
export function combineSubjects(
  { meeting }: World,
  { into, from, reason }: StaffCommandOf<'CombineSubjects'>,
): Decision {
  if (into === from) return refuse({ code: 'same-subject' });
  if (!meeting.subjects.has(into)) return refuse({ code: 'unknown-subject', id: into });
  if (meeting.out.has(into)) return refuse({ code: 'subject-out' });
  const flaw = leavingFlaw(meeting, from, reason);
  if (flaw) return refuse(flaw);
  const turns = turnsToCome(meeting, from);
  return accept([
    ...leaving(meeting, from, turns, reason.trim()),
    { type: 'SubjectsCombined', into, from, reason: reason.trim(), turns },
  ]);
}

/** Takes a withdrawal or a combination back: the turns it lost by that and its place in the written round are there again. */
export function restoreSubject(
  { meeting }: World,
  { subject, reason }: StaffCommandOf<'RestoreSubject'>,
): Decision {
  const out = meeting.out.get(subject);
  if (!out) return refuse({ code: 'unknown-subject', id: subject });
  if (reason.trim() === '') return refuse({ code: 'reason-missing' });
  const turns = out.turns.filter((id) => meeting.skipped.has(id) && itemById(meeting, id));
  const back = {
    ...meeting,
    out: new Map([...meeting.out].filter(([id]) => id !== subject)),
    skipped: new Map([...meeting.skipped].filter(([id]) => !turns.includes(id))),
  };
  return accept([
    ...turns.map((id): MeetingEvent => ({ type: 'ItemRestored', item: id })),
    ...joining(back, subject, reason.trim()),
    { type: 'SubjectRestored', subject, reason: reason.trim() },
  ]);
}

/** Attaches a report; the bytes are kept under their hash before this is decided. */
export function attachDocument(
  { meeting }: World,
  { subject, document }: StaffCommandOf<'AttachDocument'>,
): Decision {
  if (!meeting.subjects.has(subject)) return refuse({ code: 'unknown-subject', id: subject });
  const there = meeting.documents.get(subject) ?? [];
  if (there.some(({ hash }) => hash === document.hash)) return refuse({ code: 'document-there' });
  if (there.length >= MOST_DOCUMENTS) return refuse({ code: 'too-many' });
  return accept([{ type: 'DocumentAttached', subject, document }]);
}

/** Takes a report off the pages; the log still tells that it was there. */
export function removeDocument(
  { meeting }: World,
  { subject, hash }: StaffCommandOf<'RemoveDocument'>,
): Decision {
  const there = meeting.documents.get(subject)?.some((one) => one.hash === hash) ?? false;
  return there
    ? accept([{ type: 'DocumentRemoved', subject, hash }])
    : refuse({ code: 'document-unknown' });
}

function leavingFlaw(meeting: Meeting, subject: SubjectId, reason: string): Refusal | null {
  if (!meeting.subjects.has(subject)) return { code: 'unknown-subject', id: subject };
  if (meeting.out.has(subject)) return { code: 'subject-out' };
  if (reason.trim() === '') return { code: 'reason-missing' };
  const current = itemById(meeting, meeting.current);
  const onStage =
    (current !== undefined && isAbout(meeting, current, subject)) ||
    openRounds(meeting).some(({ kind, subjects }) => kind === 'live' && subjects.includes(subject));
  return onStage ? { code: 'subject-on-stage' } : null;
}

/** Its turns that are neither over nor left out, and the draws of who asks it: those would ask the unit before. */
function turnsToCome(meeting: Meeting, subject: SubjectId): readonly ItemId[] {
  const own = meeting.agenda.filter((item) => isAbout(meeting, item, subject));
  return own.flatMap((item) =>
    isUsed(meeting, item) || meeting.skipped.has(item.id) ? [] : [item.id],
  );
}

function isAbout(meeting: Meeting, item: Item, subject: SubjectId): boolean {
  return (subjectOf(item) ?? subjectAsked(meeting, item)) === subject;
}

function leaving(
  meeting: Meeting,
  subject: SubjectId,
  turns: readonly ItemId[],
  reason: string,
): readonly MeetingEvent[] {
  return [
    ...turns.map((item): MeetingEvent => ({ type: 'ItemSkipped', item, reason })),
    ...leaveWritten(meeting, new Set([subject]), reason),
  ];
}

/** Its way back into the written round that is open and that it belongs in. */
function joining(meeting: Meeting, subject: SubjectId, reason: string): readonly MeetingEvent[] {
  const round = writtenFor(meeting, subject);
  if (!round) return [];
  const subjects = inRosterOrder(meeting, [...round.subjects, subject]);
  const attempt = lastAttempt(round).n;
  return [{ type: 'RoundSubjectsSet', round: round.id, attempt, subjects, reason }];
}
