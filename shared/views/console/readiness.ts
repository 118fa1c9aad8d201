// What still stands between a meeting and its doors: one line for each thing that has gone wrong in real halls.
import { inPlay } from '../../meeting/agenda/participation.ts';
import { newestVersion } from '../../meeting/versions.ts';
import { seatOfReviewer } from '../../meeting/holders.ts';
import { subjectsIn } from '../../meeting/subjects.ts';
import { choicesOf } from '../../meeting/agenda/kind.ts';
import { kindOf } from '../../meeting/agenda/kinds.ts';
import { PURPOSES } from '../../meeting/draws/purposes.ts';
import { assuranceOfSources } from '../../meeting/draws/sources.ts';
import { MOST_REHEARSALS } from '../../meeting/rehearsal.ts';
import { isRetentionOver } from '../../meeting/retention.ts';
import type { Assurance } from '../../meeting/draws/draw.ts';
import { reviewerKey } from '../../meeting/people.ts';
import type { Meeting } from '../../meeting/state.ts';
import { schemeHints } from '../../scoring/hints.ts';
import type { Scheme } from '../../scoring/scheme.ts';
import { leavesOf, type Sheet } from '../../scoring/sheet.ts';
import { agendaFlaws } from './agenda-flaws.ts';
import { planned } from './planned-draws.ts';
import { plannedSeats } from './planned-seats.ts';
import { isMutual, theUnits } from './units-line.ts';
import type { ReadinessLine, ReadinessSlice } from '../slices/readiness-lines.ts';
import type { Outside, Seen } from '../seen.ts';

/** The list as it stands now; lines that say nothing about this meeting are left out. */
export function readiness({ meeting, directory }: Seen, outside: Outside): ReadinessSlice {
  const lines = [
    ...lists({ meeting, directory }),
    ...(isMutual(meeting) ? [] : thePanel(meeting)),
    ...theUnits(meeting),
    ...theHall(meeting, outside),
    ...safety(meeting, outside),
  ].filter((line) => line !== null);
  const needed = lines.filter(({ state }) => state !== 'optional');
  const ready = needed.filter(({ state }) => state === 'done').length;
  return { lines, ready, of: needed.length };
}

function lists({
  meeting,
  directory,
}: Pick<Seen, 'meeting' | 'directory'>): readonly ReadinessLine[] {
  const { groups, categories, agenda } = meeting;
  const pool = [...meeting.pool.values()];
  const weights = groups.map(({ name, weight }) => ({ name, weight }));
  const equal = new Set(groups.map(({ weight }) => weight)).size === 1 && groups.length > 1;
  const used = sheetsUsed(meeting);
  const sheet = used.find(isOdd) ?? used[0] ?? newestSheet(meeting, meeting.sheets[0]?.id);
  const scheme = meeting.schemes.at(-1);
  const { small, vacant } = scheme ? shortGroups(meeting, scheme) : { small: [], vacant: [] };
  const flaws = agendaFlaws({ meeting, directory });
  return [
    {
      id: 'units',
      state: meeting.subjects.size > 0 ? 'done' : 'todo',
      units: subjectsIn(meeting).length,
      categories: categories.length,
    },
    {
      id: 'reviewers',
      state: pool.length > 0 ? 'done' : isMutual(meeting) ? 'optional' : 'todo',
      reviewers: pool.length,
      groups: new Set(pool.map(({ group }) => group)).size,
      recusals: pool.filter(({ recusals }) => recusals.length > 0).length,
    },
    {
      id: 'weights',
      state: groups.length === 0 ? 'todo' : equal ? 'optional' : 'done',
      weights,
      equal,
    },
    {
      id: 'sheet',
      state: !sheet ? 'todo' : isOdd(sheet) ? 'warn' : 'done',
      criteria: sheet ? leavesOf(sheet).length : 0,
      total: sheet ? totalOf(sheet) : 0,
    },
    {
      id: 'scheme',
      state: !scheme ? 'todo' : small.length + vacant.length > 0 ? 'warn' : 'done',
      rules: scheme ?? null,
      ...{ small, vacant },
    },
    {
      id: 'agenda',
      state: agenda.length === 0 ? 'todo' : flaws.length > 0 ? 'warn' : 'done',
      items: agenda.length,
      flaws,
    },
  ];
}

function thePanel(meeting: Meeting): readonly ReadinessLine[] {
  const draw = planned(meeting).find(({ purpose }) => PURPOSES[purpose].effect === 'seats');
  const seats = [...meeting.seats.values()].filter(
    ({ holder, gone }) => holder.kind === 'reviewer' && gone !== 'replaced',
  ).length;
  const pool = meeting.pool.size;
  const byHand =
    seats > 0 && !meeting.draws.some(({ purpose }) => PURPOSES[purpose].effect === 'seats');
  const reserve = draw ? pool - seats - draw.take : pool - seats;
  // Once seats are filled only their holders need a ticket; before the draw everyone in the pool does.
  const lacking = [...meeting.pool.keys()].filter((id) => {
    const ticket = meeting.tickets.get(reviewerKey(id));
    const needs = draw !== undefined || seats === 0 || seatOfReviewer(meeting, id);
    return needs && (ticket === undefined || ticket.revoked);
  }).length;
  const issued = [...meeting.tickets.values()].filter(({ revoked }) => !revoked).length;
  const { rehearsal } = meeting;
  return [
    {
      id: 'panel',
      state: seats > 0 || (draw && pool > 0) ? 'done' : 'todo',
      seats,
      drawn: draw?.take ?? null,
      pool,
    },
    {
      id: 'reserve',
      state: byHand ? 'optional' : reserve > 0 ? 'done' : pool === 0 ? 'todo' : 'warn',
      reserve: Math.max(0, reserve),
      byHand,
    },
    {
      id: 'tickets',
      state: issued > 0 && lacking === 0 ? 'done' : rehearsal ? 'optional' : 'todo',
      issued,
      lacking,
      rehearsal,
    },
  ];
}

function theHall(meeting: Meeting, outside: Outside): readonly (ReadinessLine | null)[] {
  const { standing, now } = outside.address;
  const { screens, tablets } = outside;
  // Less than a minute is what a clock is moved by that goes along with the network's.
  const ahead = Math.trunc(outside.machineAheadMs / 60_000) || 0;
  const { rehearsal } = meeting;
  // What came in at a rehearsal was let in all the same; simulated phones say nothing about real ones.
  const tried = rehearsal
    ? [...meeting.seats.values()].filter(({ claim }) => claim > 0).length + meeting.arrived.size
    : meeting.phones.size + outside.rehearsals.reduce((sum, { phones }) => sum + phones, 0);
  const draws = planned(meeting);
  const sources = draws.flatMap((item) => item.sources);
  const ofAssurance = (assurance: Assurance) =>
    draws.filter((item) => assuranceOfSources(item.sources) === assurance).length;
  const dice10 = sources.filter((source) => source === 'dice10').length;
  const dice6 = sources.filter((source) => source === 'dice6').length;
  // Nobody is kept waiting by what a rehearsal lacks: it may be held at one desk.
  const lacking = rehearsal ? 'optional' : 'todo';
  return [
    {
      id: 'address',
      state:
        standing === 'local' && rehearsal
          ? 'optional'
          : standing === 'gone' || standing === 'local'
            ? 'warn'
            : 'done',
      printed: meeting.printedAddress,
      now,
      standing,
      rehearsal,
    },
    {
      id: 'screen',
      state: screens.connected > 0 ? 'done' : lacking,
      screens: screens.connected,
      dozing: screens.dozing,
    },
    tablets.connected > 0
      ? { id: 'tablets', state: 'optional', tablets: tablets.connected, dozing: tablets.dozing }
      : null,
    { id: 'phone', state: tried > 0 ? 'done' : 'todo', tried, rehearsal },
    dice10 + dice6 > 0 ? { id: 'dice', state: 'optional', dice10, dice6 } : null,
    draws.length > 0
      ? {
          id: 'assurance',
          state: 'optional',
          public: ofAssurance('public'),
          participants: ofAssurance('participants'),
          operator: ofAssurance('operator'),
        }
      : null,
    {
      id: 'clock',
      state: ahead === 0 ? 'done' : 'warn',
      zone: meeting.zone,
      ahead,
    },
  ];
}

function safety(meeting: Meeting, outside: Outside): readonly (ReadinessLine | null)[] {
  const { staff, supervisors, backup, disk, rehearsals, now } = outside;
  const { retainUntil, erasedAt } = meeting;
  const overdue = erasedAt === null && isRetentionOver(meeting, now);
  const keeps = planned(meeting).filter(({ sources }) => sources.includes('kept')).length;
  return [
    { id: 'secondStaff', state: staff > 1 ? 'done' : 'optional', staff },
    {
      id: 'supervisor',
      state: supervisors > 0 ? 'done' : keeps > 0 ? 'todo' : 'optional',
      supervisors,
      keeps,
    },
    {
      id: 'backup',
      state:
        backup.standing === 'fresh'
          ? 'done'
          : backup.standing === 'off' && meeting.rehearsal
            ? 'optional'
            : 'warn',
      ...backup,
    },
    {
      id: 'disk',
      state: disk.low || disk.gone ? 'warn' : disk.gigabytes === null ? 'optional' : 'done',
      gigabytes: disk.gigabytes,
      gone: disk.gone,
    },
    {
      id: 'retention',
      state: overdue ? 'warn' : 'done',
      until: retainUntil,
      erased: erasedAt !== null,
      overdue,
    },
    // A rehearsal is not rehearsed.
    meeting.rehearsal
      ? null
      : {
          id: 'rehearsal',
          state: rehearsals.some(({ held }) => held) ? 'done' : 'todo',
          rehearsals,
          held: rehearsals.some(({ held }) => held),
          full: rehearsals.length >= MOST_REHEARSALS,
        },
  ];
}

function sheetsUsed(meeting: Meeting) {
  return inPlay(meeting).flatMap((item) => {
    const plan = kindOf(item).sheet(item);
    return choicesOf(plan ?? []).flatMap(({ sheet }) => newestSheet(meeting, sheet) ?? []);
  });
}

function newestSheet({ sheets }: Meeting, id: string | null | undefined): Sheet | undefined {
  return newestVersion(sheets, id ?? '');
}

/** Groups whose seats are too few for the scheme, as its editor says them too. */
function shortGroups(
  meeting: Meeting,
  scheme: Scheme,
): { readonly small: readonly string[]; readonly vacant: readonly string[] } {
  const seats = plannedSeats(meeting);
  const groups = meeting.groups.map(({ id, name, weight }) => ({
    ...{ name, weight },
    seats: seats?.get(id) ?? 0,
  }));
  const hints = schemeHints(scheme, groups, false);
  return {
    small: hints.flatMap((one) =>
      one.kind === 'never-counts' || one.kind === 'never-shown' ? one.names : [],
    ),
    vacant: hints.flatMap((one) => (one.kind === 'nobody-sits' ? one.names : [])),
  };
}

function totalOf(sheet: Sheet): number {
  return leavesOf(sheet).reduce((sum, { max }) => sum + Number(max), 0);
}

/** Several criteria, each of its maximum's weight, are taken for points of 100; of any other sheet nobody expects that. */
function isOdd(sheet: Sheet): boolean {
  const leaves = leavesOf(sheet);
  const points = leaves.every(({ weight, max }) => weight === max);
  return points && leaves.length > 1 && totalOf(sheet) !== 100;
}
