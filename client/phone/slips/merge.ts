// What a page has, and what lies in the storage that all pages of the device share, made one. Pure.
import type { Sheet } from '../../../shared/scoring/sheet.ts';
import { hasOwn, own } from '../../../shared/own.ts';
import type { Acknowledged, AllAcknowledged } from './acknowledged.ts';
import type { Draft } from './device.ts';
import { isLater, type Outbox, type Refused, type Tap, type Waiting } from './outbox.ts';
import { keyOf, type Target } from './target.ts';

export interface Kept {
  readonly outbox: Outbox;
  readonly drafts: Readonly<Record<string, Draft>>;
  readonly acknowledged: AllAcknowledged;
  /** By round: names and maxima for ballots whose round has closed. */
  readonly sheets: Readonly<Record<string, Sheet>>;
}

/** What lies in the storage: of one subject perhaps several taps, as several pages write there. */
export interface Lying extends Pick<Kept, 'drafts' | 'sheets'> {
  readonly waiting: readonly Waiting[];
  readonly refused: readonly Refused[];
  readonly acknowledged: readonly Acknowledged[];
}

/**
 * What a page has and what lies in the shared storage, as one. Of the taps for a subject the latest waits until a server
 * has answered it, or a later one; what is not accounted for in this way stays, wherever it has gone missing.
 *
 * @param shares whether all that the page has was put there: what is missing there was then taken away by another page
 */
export function merged(mine: Kept, lying: Lying, shares: boolean): Kept {
  // Where every sheet is gone as well, the storage was cleared: no page has taken anything away.
  const adopts = shares && Object.keys(mine.sheets).every((id) => hasOwn(lying.sheets, id));
  const acknowledged = latest([...Object.values(mine.acknowledged), ...lying.acknowledged], keyOf);
  const refused = latest(
    adopts ? lying.refused : [...mine.outbox.refused, ...lying.refused],
    aboutOf,
  );
  const waiting = latest(
    [...mine.outbox.waiting, ...lying.waiting].filter((entry) => {
      const about = aboutOf(entry);
      return (
        !isAnswered(entry, own(acknowledged, about)) && !isAnswered(entry, own(refused, about))
      );
    }),
    aboutOf,
  );
  return {
    outbox: {
      waiting: Object.values(waiting),
      refused: Object.entries(refused).flatMap(([about, one]) =>
        hasOwn(waiting, about) ? [] : [one],
      ),
    },
    drafts: adopts ? lying.drafts : { ...lying.drafts, ...mine.drafts },
    acknowledged,
    sheets: { ...lying.sheets, ...mine.sheets },
  };
}

/** Whether there is nothing in one that the other has not. */
export function isSameKept(a: Kept, b: Kept): boolean {
  const [one, other] = [itemsOf(a), itemsOf(b)];
  return one.size === other.size && [...one].every((item) => other.has(item));
}

function itemsOf({ outbox, drafts, acknowledged, sheets }: Kept): ReadonlySet<object> {
  const named = [drafts, acknowledged, sheets].flatMap((all) => Object.values<object>(all));
  return new Set([...outbox.waiting, ...outbox.refused, ...named]);
}

export function aboutOf({ target }: { readonly target: Target }): string {
  return keyOf(target);
}

/** Of what is about the same, that of the latest tap; of one tap, that of the newest server or the last numbering. */
function latest<T extends { readonly tap: Tap; readonly renumbered?: number }>(
  all: readonly T[],
  about: (one: T) => string,
): Record<string, T> {
  const found = new Map<string, T>();
  for (const one of all) {
    const other = found.get(about(one));
    if (
      !other ||
      isLater(one.tap, other.tap) ||
      (isSame(one.tap, other.tap) && isAfter(one, other))
    )
      found.set(about(one), one);
  }
  return Object.fromEntries(found);
}

type Numbered = { readonly tap: Tap; readonly renumbered?: number };

function isAfter(one: Numbered, other: Numbered): boolean {
  const epochs = one.tap.epoch - other.tap.epoch;
  return epochs === 0 ? (one.renumbered ?? 0) > (other.renumbered ?? 0) : epochs > 0;
}

function isSame(a: Tap, b: Tap): boolean {
  return a.id === b.id && a.at === b.at;
}

/** Whether a server has answered this tap, or one that came after it. */
function isAnswered({ tap }: Waiting, by: { readonly tap: Tap } | undefined): boolean {
  if (!by) return false;
  return isSame(tap, by.tap) ? by.tap.epoch >= tap.epoch : isLater(by.tap, tap);
}
