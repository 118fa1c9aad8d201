// The meeting's own data, sheet and scheme. Adopting one makes a new version; rounds keep the version they opened with.
import { bytesToHex } from '@noble/hashes/utils.js';
import { canonical } from '../../draw/canonical.ts';
import { rosterHash } from '../../draw/record.ts';
import { fingerprint } from '../../fingerprint.ts';
import { GROUP } from '../attributes.ts';
import { poolToSeal, sealOf } from '../draws/seals.ts';
import { sheetFlaw } from '../../scoring/sheet-flaws.ts';
import { partsOf } from '../../scoring/sheet.ts';
import { hasBallots } from '../forms.ts';
import { checkScheme } from '../../scoring/scheme.ts';
import { newestVersion } from '../versions.ts';
import { openRounds } from '../rounds.ts';
import { isRetentionOver } from '../retention.ts';
import type { Meeting } from '../state.ts';
import { accept, nameOf, refuse, type Decision, type World } from '../world.ts';
import type { setupCommands } from '../commands/setup.ts';
import type { Deciders } from './decider.ts';

export const setupDeciders = {
  /**
   * Adopts a sheet as the next version of its id. Refused when it is not well formed, and as `sheet-has-ballots` where the
   * version before it has ballots and no reason is given: those are counted as they were filled in, and the next by this.
   */
  AdoptSheet: ({ meeting, box }, { sheet, reason }) => {
    const before = newestVersion(meeting.sheets, sheet.id);
    const flaw = sheetFlaw(
      sheet,
      meeting.groups.map(({ id }) => id),
    );
    if (flaw) {
      const part = partsOf(sheet.children).find(({ id }) => id === flaw.at);
      return refuse({ code: 'sheet-invalid', flaw: flaw.code, name: (part ?? sheet).name });
    }
    const why = reason?.trim() ?? '';
    if (before && hasBallots(meeting, box, before)) {
      const { version: _, reason: __, ...same } = before;
      if (canonical(same) === canonical(sheet)) return accept([]);
      if (why === '') return refuse({ code: 'sheet-has-ballots' });
    }
    const version = (before?.version ?? 0) + 1;
    const next = { ...sheet, version, ...(why === '' ? {} : { reason: why }) };
    return accept([{ type: 'SheetAdopted', sheet: next }]);
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
   * Seals the pool of people or of units: ids, groups or categories, and a hash of who stands behind an id. Draws from it name
   * it from then on, with all that has changed since. Refused as `nothing-to-seal` where there is nobody.
   */
  SealPool: ({ meeting, directory }, { of }, { random }) => {
    const pool = poolToSeal(meeting, of);
    if (pool.length === 0) return refuse({ code: 'nothing-to-seal' });
    const name = `seal/${String(meeting.seals.length + 1)}/roster`;
    const salt = fingerprint('salt', `${bytesToHex(random)}/${name}`);
    const kind = of === 'people' ? 'reviewer' : 'subject';
    const names = Object.fromEntries(pool.map(({ id }) => [id, nameOf(directory, kind, id)]));
    const roster = rosterHash(salt, names);
    const { sealed } = sealOf(of, { pool, roster }, 0);
    const cell = of === 'people' ? GROUP : 'category';
    const rows = pool.map(({ id, a: { [cell]: value = '', ...codes } }) => ({
      ...{ id, cell: value },
      ...(Object.keys(codes).length === 0 ? {} : { codes }),
    }));
    return accept(
      [{ type: 'PoolSealed', of, pool: rows, roster, sealed }],
      [{ kind: 'secret', name, value: salt }],
    );
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
