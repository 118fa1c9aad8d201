// The meeting's own data, and what scores are made of.
import { DESK, STAGE, type StaffEntry } from './command.ts';

export const setupCommands = {
  AdoptSheet: { area: 'roster', by: DESK, body: (f) => ({ sheet: f.sheet }) },
  AdoptScheme: { area: 'results', by: DESK, body: (f) => ({ scheme: f.scheme }) },
  ChangeMeeting: {
    area: 'roster',
    by: DESK,
    /** Series and period: absent, as they were; null, none. */
    body: (f) => ({
      title: f.name,
      zone: f.zone,
      retainUntil: f.date,
      series: f.series.nullable().exactOptional(),
      period: f.period.nullable().exactOptional(),
    }),
  },
  ErasePeople: { area: 'roster', by: STAGE, body: () => ({}) },
} as const satisfies Readonly<Record<string, StaffEntry>>;
