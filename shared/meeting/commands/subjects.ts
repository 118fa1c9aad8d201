// What becomes of a subject on the day, and the reports it hands in.
import type { SubjectId } from '../../ids.ts';
import type { ReportDocument } from '../people.ts';
import { DESK, made, type StaffEntry } from './command.ts';

export const subjectsCommands = {
  WithdrawSubject: {
    area: 'roster',
    by: DESK,
    body: (f) => ({ subject: f.subject, reason: f.reason }),
  },
  CombineSubjects: {
    area: 'roster',
    by: DESK,
    body: (f) => ({ into: f.subject, from: f.subject, reason: f.reason }),
  },
  RestoreSubject: {
    area: 'roster',
    by: DESK,
    body: (f) => ({ subject: f.subject, reason: f.reason }),
  },
  AttachDocument: {
    area: 'desk',
    by: DESK,
    body: made<{ readonly subject: SubjectId; readonly document: ReportDocument }>(),
  },
  RemoveDocument: { area: 'desk', by: DESK, body: (f) => ({ subject: f.subject, hash: f.hex64 }) },
} as const satisfies Readonly<Record<string, StaffEntry>>;
