// What lies on this device of any seat, for whoever has none open: the door, the greeting, the desk's tablet.
import { olderIn, olderNames } from './older.ts';
import { keptKey, namesUnder, openShelf, SEAT_PREFIX, type Disk } from './shelf.ts';
import type { Sending } from './phases.ts';
import { sendingIn, united } from './slips.ts';

const SEAT_KEY = /^kleroterion\.seat\.[^/.]+\.[^/.]+/;

/** All ballots that wait on this device in a meeting, whosever they are. */
export function waitingIn(meeting: string, disk: Disk): readonly Sending[] {
  return seatsIn(meeting, disk).flatMap((key) => waitingAt(key, disk));
}

/** Someone else's scores do not stay on a phone that was not theirs. What still waits to be sent does. */
export function forgetKept(key: string, disk: Disk): void {
  if (waitingAt(key, disk).length === 0) dropKept(key, disk);
}

/** Everything of a seat goes, also what waits. */
export function dropKept(key: string, disk: Disk): void {
  try {
    const now = ['slip', 'sheet', 'forms', 'comment'].flatMap((kind) =>
      namesUnder(`${key}.${kind}/`, disk),
    );
    for (const name of [...now, ...olderNames(key, disk)]) disk().removeItem(name);
  } catch {
    // Nothing was stored then.
  }
}

/** The {@link keptKey} of each seat of which anything lies here; `meeting` null: of any meeting. */
export function seatsIn(meeting: string | null, disk: Disk): readonly string[] {
  try {
    const names = namesUnder(meeting === null ? SEAT_PREFIX : keptKey(meeting, ''), disk);
    return [...new Set(names.flatMap((name) => SEAT_KEY.exec(name)?.[0] ?? []))];
  } catch {
    return [];
  }
}

function waitingAt(key: string, disk: Disk): readonly Sending[] {
  const here = openShelf(key, disk).read();
  return sendingIn(united(here.slips, olderIn(key, disk, here).slips));
}
