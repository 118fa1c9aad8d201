// The meeting's own data, and what scores are made of.
import { SEALED_POOLS } from '../draws/sealed-kinds.ts';
import { command, CLERK, MODERATOR, type StaffEntry } from './command.ts';

export const setupCommands = {
  /** `reason`: needed once its newest version has a ballot. */
  AdoptSheet: command('roster', CLERK, (f) => ({
    sheet: f.sheet,
    reason: f.reason.exactOptional(),
  })),
  AdoptScheme: command('results', CLERK, (f) => ({ scheme: f.scheme })),
  /** Series and period: absent, as they were; null, none. */
  ChangeMeeting: command('roster', CLERK, (f) => ({
    title: f.name,
    zone: f.zone,
    retainUntil: f.date,
    series: f.series.nullable().exactOptional(),
    period: f.period.nullable().exactOptional(),
  })),
  /** The pool of later draws as it is now: its digits are printed and handed over. */
  SealPool: command('roster', CLERK, (f) => ({ of: f.oneOf(SEALED_POOLS) })),
  ErasePeople: command('roster', MODERATOR, () => ({})),
} as const satisfies Readonly<Record<string, StaffEntry>>;
