// The meeting's own data, sheet and scheme. Adopting one makes a new version; rounds keep the version they opened with.
import { canonical } from '../../draw/canonical.ts';
import { checkSheet } from '../../scoring/sheet.ts';
import { treeOf } from '../../scoring/sheet-tree.ts';
import { checkScheme } from '../../scoring/scheme.ts';
import { newestVersion } from '../versions.ts';
import { openRounds } from '../rounds.ts';
import { isRetentionOver } from '../retention.ts';
import type { Meeting } from '../state.ts';
import { accept, refuse, type Decision, type World } from '../world.ts';
import type { setupCommands } from '../commands/setup.ts';
import type { Deciders } from './decider.ts';

export const setupDeciders = {
  /** Adopts a sheet as the next version of its id. Refused when it is not well formed. */
  AdoptSheet: ({ meeting }, { sheet }) => {
    const version = (newestVersion(meeting.sheets, sheet.id)?.version ?? 0) + 1;
    const next = { ...sheet, version };
    if (checkSheet(next) !== null) return refuse({ code: 'sheet-invalid' });
    return accept([{ type: 'SheetAdopted', sheet: treeOf(next) }]);
  },

  /** Adopts a scheme as the next version of its id. Refused when it is not well formed. */
  AdoptScheme: ({ meeting }, { scheme }) => {
    const version = (newestVersion(meeting.schemes, scheme.id)?.version ?? 0) + 1;
    const next = { ...scheme, version };
    if (checkScheme(next) !== null) return refuse({ code: 'scheme-invalid' });
    return accept([{ type: 'SchemeAdopted', scheme: next }]);
  },

  /** Title, time zone, retention date, series and period. Once people are erased the date stands. */
  ChangeMeeting: ({ meeting }, command) => {
    const { title, zone, retainUntil } = command;
    const { series = meeting.belonging.series, period = meeting.belonging.period } = command;
    const belonging = { ...(series ? { series } : {}), ...(period ? { period } : {}) };
    if (title.trim() === '') return refuse({ code: 'meeting-invalid' });
    const same =
      title === meeting.title &&
      zone === meeting.zone &&
      retainUntil === meeting.retainUntil &&
      canonical(belonging) === canonical(meeting.belonging);
    if (same) return accept([]);
    if (meeting.erasedAt !== null && retainUntil !== meeting.retainUntil)
      return refuse({ code: 'already-erased' });
    return accept([{ type: 'MeetingChanged', title, zone, retainUntil, ...belonging }]);
  },

  /**
   * Erases names and attributes of people once the retention date has passed in the meeting's zone (R14): the log keeps
   * its commitments and still verifies. Cannot be undone. Subjects that are people go with the reviewers.
   */
  ErasePeople: ({ meeting }, _, { now }) => {
    if (meeting.erasedAt !== null) return refuse({ code: 'already-erased' });
    if (!isRetentionOver(meeting, now))
      return refuse({ code: 'retention-not-over', until: meeting.retainUntil });
    // Its ballots would be nobody's and count no longer.
    if (openRounds(meeting).length > 0) return refuse({ code: 'erase-round-open' });
    return erased(meeting);
  },
} satisfies Deciders<typeof setupCommands>;

/** A rehearsal has no day of its own for this: its people are those of the meeting. */
export function eraseWithMeeting({ meeting }: World): Decision {
  return meeting.rehearsalOf === null || meeting.erasedAt !== null ? accept([]) : erased(meeting);
}

function erased({ subjects }: Meeting): Decision {
  const people = [...subjects.values()].filter(({ kind }) => kind === 'head');
  return accept(
    [{ type: 'PeopleErased' }],
    [{ kind: 'erase-people', subjects: people.map(({ id }) => id) }],
  );
}
