// Ballots on paper: entered by one member of staff, confirmed by another.
import { command, CLERK, type StaffEntry } from './command.ts';

export const papersCommands = {
  EnterPaper: command('none', CLERK, (f) => ({
    seat: f.seat,
    round: f.round,
    attempt: f.attempt,
    subject: f.subject,
    choice: f.choice,
  })),
  /** The second member of staff types the same from the paper; counted only where both agree. */
  ConfirmPaper: command('none', CLERK, (f) => ({ paper: f.paper, choice: f.choice })),
  DropPaper: command('none', CLERK, (f) => ({ paper: f.paper, reason: f.reason })),
} as const satisfies Readonly<Record<string, StaffEntry>>;
