// Opens a meeting's file and the hall over it, or says why not.
import type { MeetingId } from '../shared/ids.ts';
import { Hall, type HallParts } from './hall.ts';
import { headBeside } from './meeting-folder.ts';
import type { Remembered } from './store/lacking.ts';
import { DamagedFile, NewerFile, type OpeningFailure } from './store/store-errors.ts';
import {
  openThreadedStore,
  type ThreadedOptions,
  type ThreadedStore,
} from './store/threaded-store.ts';

/** Opens a meeting's store at a path, or makes it for a new meeting. */
export type OpenStore = (
  path: string,
  options: ThreadedOptions,
) => Promise<{ readonly ok: true; readonly store: ThreadedStore } | OpeningFailure>;

/** A file that was not opened, and why; not a byte of it has changed. */
export type UnopenedFile = OpeningFailure & {
  readonly file: string;
  /** Of the meeting, where it is one's. */
  readonly code?: string;
};

export type UnopenedMeeting = UnopenedFile & { readonly code: string };

export interface OpenHallParts extends Omit<HallParts, 'store' | 'onDamage'>, Remembered {
  /** Of the meeting's database. */
  readonly path: string;
  /** Makes it for this meeting. */
  readonly create?: MeetingId;
  /** Goes on without what the file lacks: see `--take-on`. */
  readonly takeOn?: boolean;
  readonly openStore?: OpenStore;
  readonly onDamage?: (hall: Hall, file: string, place: string) => void;
}

export async function openHall(
  parts: OpenHallParts,
): Promise<{ readonly ok: true; readonly hall: Hall } | UnopenedFile> {
  const { path, create, known, takeOn = false, openStore = openThreadedStore } = parts;
  const { onDamage, ...rest } = parts;
  const opened = await openStore(path, {
    head: headBeside(path),
    takeOn,
    ...(create === undefined ? {} : { create: { meeting: create } }),
    ...(known === undefined ? {} : { known }),
  }).catch(
    // The thread died before it could say why.
    (error: unknown) => ({ ok: false, flaw: 'unwritable', detail: String(error) }) as const,
  );
  if (!opened.ok) return { ...opened, file: path };
  const { store } = opened;
  try {
    const damaged = (hall: Hall, place: string) => onDamage?.(hall, path, place);
    return { ok: true, hall: await Hall.open({ ...rest, store, onDamage: damaged }) };
  } catch (error) {
    await store.close();
    const flaw = error instanceof NewerFile ? 'newer' : 'damaged';
    const isPlaced = error instanceof NewerFile || error instanceof DamagedFile;
    const detail = isPlaced ? error.place : error instanceof Error ? error.message : String(error);
    return { ok: false, flaw, detail, file: path };
  }
}
