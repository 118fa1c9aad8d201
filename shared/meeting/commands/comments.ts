// Comments are read by a second person, a member of staff, before their unit sees them.
import { command, CLERK, type StaffEntry } from './command.ts';

export const commentsCommands = {
  ReleaseComment: command('none', CLERK, (f) => ({ comment: f.comment })),
  /** The reason may be empty. */
  WithholdComment: command('none', CLERK, (f) => ({ comment: f.comment, reason: f.reason })),
} as const satisfies Readonly<Record<string, StaffEntry>>;
