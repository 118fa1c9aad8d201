// What a seat keeps on this device through a reload, shared by all pages of the device that have the seat open. Each state
// of a slip lies under a name of its own until a page has taken it up into a later one, so that no page overwrites what
// another one has put there; what is missing means nothing. Storing may fail; scoring goes on.
import type { RoundForms } from '../../../shared/meeting/round-forms.ts';
import { keep } from '../../live/storage.ts';
import { textOf, SLIP_VERSION } from './join.ts';
import { matterOf } from './matter.ts';
import { newId } from './new-id.ts';
import { isForms, isSlip } from './shape.ts';
import type { Slip } from './phases.ts';
import { united, type Slips } from './slips.ts';

export type Disk = () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

export interface Kept {
  readonly slips: Slips;
  /** By round and attempt: names and maxima for ballots whose round has closed. */
  readonly sheets: Readonly<Record<string, RoundForms>>;
}

/** A seat's place in the device's storage, as one page sees it. */
export interface Shelf {
  /** All that lies there now, whichever page put it there; nothing where the browser does not let it be read. */
  readonly read: () => Kept;
  /**
   * Puts there what is new since the last look, and takes away what that look saw and has a later state now.
   *
   * @returns whether all of it lies there. Private windows and full disks refuse; the next call tries again.
   */
  readonly write: (kept: Kept) => boolean;
}

export const NOTHING_KEPT: Kept = { slips: new Map(), sheets: {} };
export const SEAT_PREFIX = 'kleroterion.seat.';

/** One meeting and one seat: a ballot never leaves under another name. */
export function keptKey(meeting: string, seat: string): string {
  return `${SEAT_PREFIX}${meeting}.${seat}`;
}

export function openShelf(key: string, disk: Disk): Shelf {
  // Not below `key/`, where pages of the version before take away whatever they do not know.
  const [slipsAt, sheetsAt] = [`${key}.slip/`, `${key}.forms/`];
  /** By name, as this page last saw or put them; what lies under one name never changes. */
  let slips = new Map<string, Slip>();
  let sheets = new Map<string, RoundForms>();

  /** What is damaged or of a version to come is left where it is, and costs nobody the rest. */
  function lyingAt<T>(
    prefix: string,
    seen: ReadonlyMap<string, T>,
    isSound: (value: unknown) => value is T,
  ): Map<string, T> {
    return new Map(
      namesUnder(prefix, disk).flatMap((name) => {
        const one = seen.get(name) ?? jsonIn(disk().getItem(name));
        return isSound(one) ? [[name, one] as const] : [];
      }),
    );
  }

  return {
    read() {
      try {
        slips = lyingAt(slipsAt, slips, isStoredSlip);
        sheets = lyingAt(sheetsAt, sheets, isForms);
      } catch {
        return NOTHING_KEPT;
      }
      const lying = [...slips.values()].map(
        (slip): Slips => new Map([[matterOf(slip.target), slip]]),
      );
      return {
        slips: lying.reduce((all, slip) => united(all, slip), NOTHING_KEPT.slips),
        sheets: Object.fromEntries(
          [...sheets].map(([name, sheet]) => [name.slice(sheetsAt.length), sheet]),
        ),
      };
    },
    write(kept) {
      const names = new Map([...slips].map(([name, slip]) => [textOf(slip), name]));
      const used = new Set<string>();
      let whole = true;
      for (const slip of kept.slips.values()) {
        const text = textOf(slip);
        const name = names.get(text) ?? `${slipsAt}${matterOf(slip.target)}/${newId()}`;
        if (slips.has(name) || keep(name, text, disk)) slips.set(name, slip);
        else whole = false;
        used.add(name);
      }
      for (const [about, sheet] of Object.entries(kept.sheets)) {
        const name = `${sheetsAt}${about}`;
        if (sheets.has(name) || keep(name, JSON.stringify(sheet), disk)) sheets.set(name, sheet);
        else whole = false;
      }
      // Only where all that takes its place lies there.
      if (whole)
        for (const name of [...slips.keys()].filter((one) => !used.has(one)))
          if (keep(name, null, disk)) slips.delete(name);
      return whole;
    },
  };
}

/** @throws where the browser does not let its storage be read */
export function namesUnder(prefix: string, disk: Disk): readonly string[] {
  const storage = disk();
  const names = Array.from({ length: storage.length }, (_, n) => storage.key(n) ?? '');
  return names.filter((name) => name.startsWith(prefix));
}

/** Whether pages of older versions have kept anything of the seat; older.ts reads it. */
export function liesOlder(key: string, disk: Disk): boolean {
  try {
    return namesUnder(key, disk).some((name) => {
      const rest = name.slice(key.length);
      if (/^([/]|[.]acknowledged|$)/.test(rest)) return true;
      return rest.startsWith('.slip/') && isOfThree(disk().getItem(name));
    });
  } catch {
    return false;
  }
}

/** Whether this is a slip of the version before this one, by how that version begins each. */
export function isOfThree(text: string | null): boolean {
  return text?.startsWith('{"v":3,') ?? false;
}

export function jsonIn(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}

function isStoredSlip(value: unknown): value is Slip {
  return isSlip(value) && (!('v' in value) || value.v === SLIP_VERSION);
}
