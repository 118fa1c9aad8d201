// What becomes of a subject on the day, and the reports it hands in.
import type { SubjectId } from '../../ids.ts';
import type { ReportDocument } from '../people.ts';
import { command, CLERK, made, type StaffEntry } from './command.ts';

export const subjectsCommands = {
  WithdrawSubject: command('roster', CLERK, (f) => ({ subject: f.subject, reason: f.reason })),
  CombineSubjects: command('roster', CLERK, (f) => ({
    into: f.subject,
    from: f.subject,
    reason: f.reason,
  })),
  RestoreSubject: command('roster', CLERK, (f) => ({ subject: f.subject, reason: f.reason })),
  AttachDocument: command(
    'none',
    CLERK,
    made<{ readonly subject: SubjectId; readonly document: ReportDocument }>(),
  ),
  RemoveDocument: command('none', CLERK, (f) => ({ subject: f.subject, hash: f.hex64 })),
} as const satisfies Readonly<Record<string, StaffEntry>>;
