// Ballots on paper: entered by one member of staff, confirmed by another.
import { CLERK, type StaffEntry } from './command.ts';

export const papersCommands = {
  EnterPaper: {
    area: 'none',
    by: CLERK,
    body: (f) => ({
      seat: f.seat,
      round: f.round,
      attempt: f.attempt,
      subject: f.subject,
      choice: f.choice,
    }),
  },
  /** The second member of staff types the same from the paper; counted only where both agree. */
  ConfirmPaper: { area: 'none', by: CLERK, body: (f) => ({ paper: f.paper, choice: f.choice }) },
  DropPaper: { area: 'none', by: CLERK, body: (f) => ({ paper: f.paper, reason: f.reason }) },
} as const satisfies Readonly<Record<string, StaffEntry>>;
