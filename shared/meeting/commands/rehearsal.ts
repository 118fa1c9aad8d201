// Simulated phones of a rehearsal: they come as if everyone of the pool had one, and go again.
import { MOST_SIMULATED } from '../../number-limits.ts';
import { command, CLERK, type StaffEntry } from './command.ts';

export const rehearsalCommands = {
  /** `phones`: how many may have a seat at a time. */
  CallPhones: command('none', CLERK, (f) => ({ phones: f.whole.min(1).max(MOST_SIMULATED) })),
  DismissPhones: command('none', CLERK, () => ({})),
} as const satisfies Readonly<Record<string, StaffEntry>>;
