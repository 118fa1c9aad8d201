// The console's people, and who is said to have acted, in English.
import { plural } from '../en-words.ts';
import type { record as zh } from './zh-record.ts';

export const record: typeof zh = {
  log: {
    title: 'Latest steps',
    events: (n) => `${plural(n, 'entry', 'entries')}; the supervisor sees the same`,
    by: { staff: 'Staff', seat: 'Reviewer', holder: 'Ticket holder', server: 'System' },
  },
  people: {
    titles: {
      seats: 'Not checked in',
      ballots: 'Still owing',
      batch: 'Not finished',
      present: 'Checked in',
    },
    noSeats: 'No seats yet.',
    noScores: 'People only, no scores',
    legend: { ballots: 'Online, owing', batch: 'Online, not finished', present: 'Online' },
    share: (done, of) => `${done} / ${of} scored`,
    away: (n) => `${n} not connected`,
    standings: {
      missing: 'not checked in',
      owing: 'online, owing',
      away: 'not connected',
      here: 'online',
      recused: 'recused',
    },
  },
  desk: {
    ticket: { none: 'no ticket', issued: 'ticket valid', revoked: 'ticket revoked' },
    noRecusals: 'No recusals',
    recusals: (names) => `Recused: ${names}`,
    recuseFrom: 'Recuse from',
    recuse: 'Declare',
    recused: 'Recused',
  },
};
