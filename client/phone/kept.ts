// What a seat keeps on this device through a reload: the outbox, drafts, sheets seen. Storing may fail; scoring goes on.
import type { Sheet } from '../../shared/scoring/sheet.ts';
import type { Draft } from './device.ts';
import { soundKept } from './kept-shape.ts';
import { EMPTY_OUTBOX, type Outbox } from './outbox.ts';

export interface Kept {
  readonly outbox: Outbox;
  readonly drafts: Readonly<Record<string, Draft>>;
  /** By round: names and maxima for ballots whose round has closed. */
  readonly sheets: Readonly<Record<string, Sheet>>;
}

const NOTHING: Kept = { outbox: EMPTY_OUTBOX, drafts: {}, sheets: {} };
/** Raised when the shape changes: what an older page wrote is then not read. */
const VERSION = 1;

/** One meeting and one seat: a ballot never leaves under another name. */
export function keptKey(meeting: string, seat: string): string {
  return `kleroterion.seat.${meeting}.${seat}`;
}

export function readKept(key: string, storage: () => Pick<Storage, 'getItem'>): Kept {
  try {
    const kept = JSON.parse(storage().getItem(key) ?? 'null') as
      (Partial<Kept> & { readonly v?: number }) | null;
    if (kept?.v !== VERSION) return NOTHING;
    const { waiting = [], refused = [] } = kept.outbox ?? {};
    const { drafts = {}, sheets = {} } = kept;
    return soundKept({ outbox: { waiting, refused }, drafts, sheets });
  } catch {
    return NOTHING;
  }
}

/** @returns whether it was stored; private windows and full disks refuse. */
export function writeKept(
  key: string,
  { outbox, drafts, sheets }: Kept,
  storage: () => Pick<Storage, 'setItem'>,
): boolean {
  try {
    storage().setItem(key, JSON.stringify({ v: VERSION, outbox, drafts, sheets }));
    return true;
  } catch {
    return false;
  }
}

/** Someone else's scores do not stay on a phone that was not theirs. What still waits to be sent does. */
export function forgetKept(
  key: string,
  storage: () => Pick<Storage, 'getItem' | 'removeItem'>,
): void {
  try {
    if (readKept(key, storage).outbox.waiting.length > 0) return;
    storage().removeItem(key);
    storage().removeItem(`${key}.acknowledged`);
  } catch {
    // Nothing was stored then.
  }
}
