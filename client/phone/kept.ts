// What a seat keeps on this device through a reload, shared by all pages of the device that have the seat open: each
// ballot, draft and sheet under a name of its own, so that no page overwrites another's. Storing may fail; scoring goes on.
import { isAcknowledged, isDraft, isRefused, isSheet, isWaiting } from './kept-shape.ts';
import { aboutOf, merged, type Kept, type Lying } from './merge.ts';

export type Disk = () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** A seat's place in the device's storage, as one page sees it. */
export interface Shelf {
  /** All that lies there now, whichever page put it there. Null where the browser does not let it be read. */
  readonly read: () => Lying | null;
  /**
   * Puts there what is new since the last look, and takes away what that look saw and `kept` no longer has.
   *
   * @returns whether all of it lies there. Private windows and full disks refuse; the next call tries again.
   */
  readonly write: (kept: Kept) => boolean;
}

export const SEAT_PREFIX = 'kleroterion.seat.';

/** One meeting and one seat: a ballot never leaves under another name. */
export function keptKey(meeting: string, seat: string): string {
  return `${SEAT_PREFIX}${meeting}.${seat}`;
}

export function openShelf(key: string, disk: Disk): Shelf {
  /** As this page last saw or put it. */
  let seen = new Map<string, { readonly text: string; readonly value: object }>();

  function dropUnused(used: ReadonlyMap<string, object>) {
    for (const name of [...seen.keys()])
      if (!used.has(name)) {
        disk().removeItem(name);
        seen.delete(name);
      }
  }

  return {
    read() {
      try {
        const now: typeof seen = new Map();
        for (const name of namesUnder(`${key}/`, disk)) {
          const text = disk().getItem(name) ?? '';
          const before = seen.get(name);
          const value = before?.text === text ? before.value : objectIn(text);
          if (value) now.set(name, { text, value });
        }
        seen = now;
        return sorted(key, seen);
      } catch {
        return null;
      }
    },
    write(kept) {
      const items = itemsOf(key, kept);
      let whole = true;
      for (const [name, value] of items) {
        const before = seen.get(name);
        if (before?.value === value) continue;
        const text = JSON.stringify(value);
        try {
          if (before?.text !== text) disk().setItem(name, text);
          seen.set(name, { text, value });
        } catch {
          whole = false;
        }
      }
      try {
        // Only where all that takes its place lies there.
        if (whole) dropUnused(items);
      } catch {
        return false;
      }
      return whole;
    },
  };
}

/** {@link merged} with nothing of the page's own: how it begins. */
export function readKept(shelf: Shelf): Kept {
  const nothing: Kept = {
    outbox: { waiting: [], refused: [] },
    drafts: {},
    acknowledged: {},
    sheets: {},
  };
  const lying = shelf.read();
  return lying ? merged(nothing, lying, true) : nothing;
}

/** @throws where the browser does not let its storage be read */
export function namesUnder(prefix: string, disk: Disk): readonly string[] {
  const storage = disk();
  const names = Array.from({ length: storage.length }, (_, n) => storage.key(n) ?? '');
  return names.filter((name) => name.startsWith(prefix));
}

function itemsOf(key: string, kept: Kept): ReadonlyMap<string, object> {
  const items = new Map<string, object>();
  const lay = (kind: string, about: string, value: object) =>
    items.set(`${key}/${kind}/${about}`, value);
  for (const one of kept.outbox.waiting) lay('waiting', `${aboutOf(one)}/${one.tap.id}`, one);
  for (const one of kept.outbox.refused) lay('refused', `${aboutOf(one)}/${one.tap.id}`, one);
  for (const [about, draft] of Object.entries(kept.drafts)) lay('draft', about, draft);
  for (const [about, one] of Object.entries(kept.acknowledged))
    lay('acknowledged', `${about}/${one.tap.id}`, one);
  for (const [about, sheet] of Object.entries(kept.sheets)) lay('sheet', about, sheet);
  return items;
}

function sorted(key: string, items: ReadonlyMap<string, { readonly value: object }>): Lying {
  // Entries that are whole stay, the others go: one that is damaged must cost nobody the rest.
  const of = <T>(kind: string, isSound: (value: unknown) => value is T) => {
    const prefix = `${key}/${kind}/`;
    return [...items].flatMap(([name, { value }]) =>
      name.startsWith(prefix) && isSound(value)
        ? [[name.slice(prefix.length), value] as const]
        : [],
    );
  };
  const values = <T>(all: readonly (readonly [string, T])[]) => all.map(([, value]) => value);
  return {
    waiting: values(of('waiting', isWaiting)),
    refused: values(of('refused', isRefused)),
    acknowledged: values(of('acknowledged', isAcknowledged)),
    // By what they are about, whatever their name says: under any other nobody could let go of them.
    drafts: Object.fromEntries(values(of('draft', isDraft)).map((one) => [aboutOf(one), one])),
    sheets: Object.fromEntries(of('sheet', isSheet)),
  };
}

function objectIn(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}
