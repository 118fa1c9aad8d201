// What views are built from: the durable state only (R1). Built field by field for each audience (R7).
import type { LiveBook } from '../ballots/live-book.ts';
import type { BoxView } from '../ballots/box-index.ts';
import type { SeatId, StaffId, SubjectId } from '../ids.ts';
import type { Recorded } from '../meeting/events.ts';
import type { Item, Meeting } from '../meeting/state.ts';
import { nameOf, type Directory } from '../meeting/world.ts';
import type { CountdownView, MeetingCard, Ordinal, SubjectCard } from './slices.ts';

export interface Seen {
  readonly meeting: Meeting;
  readonly directory: Directory;
  readonly book: LiveBook;
  readonly box: BoxView;
}

/** What only staff see beside {@link Seen}. */
export interface Backstage {
  readonly connected: ReadonlySet<SeatId>;
  readonly recent: readonly Recorded[];
  readonly head: { readonly seq: number; readonly hash: string };
  staffName(id: StaffId): string;
}

export function meetingCard({ code, title, zone }: Meeting): MeetingCard {
  return { code, title, zone };
}

export function subjectCard({ meeting, directory }: Seen, id: SubjectId): SubjectCard {
  const category = meeting.subjects.get(id)?.category;
  const hue = meeting.categories.findIndex((one) => one.id === category);
  const found = meeting.categories[hue];
  if (!found) throw new Error(`subject ${id} has no category`);
  return {
    id,
    name: nameOf(directory, 'subject', id),
    category: { id: found.id, name: found.name, mark: found.mark, hue },
  };
}

export function countdownOf(meeting: Meeting, item: Item['id']): CountdownView | null {
  const { countdown } = meeting;
  if (countdown?.item !== item) return null;
  const { totalSeconds } = countdown;
  return countdown.phase === 'running'
    ? { phase: 'running', endsAt: countdown.endsAt, totalSeconds }
    : { phase: 'stopped', leftMs: countdown.leftMs, totalSeconds };
}

/** A unit's place among those that present. */
export function ordinalOf(meeting: Meeting, subject: SubjectId): Ordinal | null {
  const presenting = meeting.agenda.flatMap((item) =>
    item.kind === 'presentation' ? [item.subject] : [],
  );
  const n = presenting.indexOf(subject) + 1;
  return n === 0 ? null : { n, of: presenting.length };
}

/**
 * Remembers what a view function made of a meeting, for functions that read nothing but the meeting and its directory
 * (which only changes together with it). While ballots pour in the meeting stands still and nothing is built again.
 */
export function perMeeting<T>(build: (seen: Seen) => T): (seen: Seen) => T {
  const built = new WeakMap<Meeting, T>();
  return (seen) => {
    const known = built.get(seen.meeting);
    if (known !== undefined) return known;
    const fresh = build(seen);
    built.set(seen.meeting, fresh);
    return fresh;
  };
}
