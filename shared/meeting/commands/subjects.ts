// What becomes of a subject on the day, and the reports it hands in.
import type { SubjectId } from '../../ids.ts';
import type { ReportDocument } from '../people.ts';
import { CLERK, made, type StaffEntry } from './command.ts';

export const subjectsCommands = {
  WithdrawSubject: {
    area: 'roster',
    by: CLERK,
    body: (f) => ({ subject: f.subject, reason: f.reason }),
  },
  CombineSubjects: {
    area: 'roster',
    by: CLERK,
    body: (f) => ({ into: f.subject, from: f.subject, reason: f.reason }),
  },
  RestoreSubject: {
    area: 'roster',
    by: CLERK,
    body: (f) => ({ subject: f.subject, reason: f.reason }),
  },
  AttachDocument: {
    area: 'none',
    by: CLERK,
    body: made<{ readonly subject: SubjectId; readonly document: ReportDocument }>(),
  },
  RemoveDocument: { area: 'none', by: CLERK, body: (f) => ({ subject: f.subject, hash: f.hex64 }) },
} as const satisfies Readonly<Record<string, StaffEntry>>;
