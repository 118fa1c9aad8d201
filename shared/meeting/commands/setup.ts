// The meeting's own data, and what scores are made of.
import { CLERK, MODERATOR, type StaffEntry } from './command.ts';

export const setupCommands = {
  AdoptSheet: { area: 'roster', by: CLERK, body: (f) => ({ sheet: f.sheet }) },
  AdoptScheme: { area: 'results', by: CLERK, body: (f) => ({ scheme: f.scheme }) },
  ChangeMeeting: {
    area: 'roster',
    by: CLERK,
    /** Series and period: absent, as they were; null, none. */
    body: (f) => ({
      title: f.name,
      zone: f.zone,
      retainUntil: f.date,
      series: f.series.nullable().exactOptional(),
      period: f.period.nullable().exactOptional(),
    }),
  },
  ErasePeople: { area: 'roster', by: MODERATOR, body: () => ({}) },
} as const satisfies Readonly<Record<string, StaffEntry>>;
