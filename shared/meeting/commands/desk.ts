// The desk on the day: who is here, who went, and who comes instead.
import { command, CLERK, type StaffEntry } from './command.ts';

export const deskCommands = {
  SwapTickets: command('none', CLERK, (f) => ({ a: f.holder, b: f.holder })),
  CheckIn: command('none', CLERK, (f) => ({ seat: f.seat })),
  UndoCheckIn: command('none', CLERK, (f) => ({ seat: f.seat })),
  LeaveSeat: command('none', CLERK, (f) => ({ seat: f.seat, reason: f.reason })),
  /**
   * `vacant` records the seat as vacant where nobody of its cell's reserve can come; from `subject` its holder is recused,
   * and whoever comes must not be.
   */
  ReplaceSeat: command('none', CLERK, (f) => {
    const always = { seat: f.seat, reason: f.reason, vacant: f.yes };
    return f.either(
      'why',
      { ...always, why: f.oneOf(['no-show', 'left']) },
      { ...always, why: f.oneOf(['recusal']), subject: f.subject },
    );
  }),
  /** Every seat that has not checked in, from the reserve of its own cell. */
  ReplaceAbsent: command('roster', CLERK, (f) => ({ reason: f.reason })),
  MarkHere: command('none', CLERK, (f) => ({ reviewer: f.reviewer, here: f.yes })),
} as const satisfies Readonly<Record<string, StaffEntry>>;
