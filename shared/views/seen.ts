// What views are built from: the durable state only (R1). Built field by field for each audience (R7).
import type { LiveBook } from '../ballots/live-book.ts';
import type { BoxView } from '../ballots/box-index.ts';
import type { CategoryId, SeatId, StaffId, SubjectId } from '../ids.ts';
import type { Recorded } from '../meeting/events.ts';
import { presenting } from '../meeting/agenda/participation.ts';
import type { LogHead } from '../meeting/log-tree.ts';
import type { Item } from '../meeting/agenda/item.ts';
import type { Instant } from '../instant.ts';
import type { Meeting } from '../meeting/state.ts';
import type { Directory } from '../meeting/world.ts';
import type { PhonesNow, PhonesReport } from '../rehearsal/phones.ts';
import { finished, type Steps } from '../steps.ts';
import { named, type ShownName } from './named.ts';
import type { AddressStanding, BackupStanding, RehearsalRow } from './slices/readiness-lines.ts';
import type { FileCheck } from './console/file-check.ts';
import type {
  ShownCategory,
  CountdownView,
  ShownMeeting,
  Ordinal,
  ShownSubject,
} from './slices/shown.ts';

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
  readonly head: LogHead;
  staffName(id: StaffId): string;
  /** Absent where there is no file. */
  readonly file?: FileCheck;
  /** Absent where nothing is known of the surroundings. */
  readonly outside?: Outside;
}

/** What the readiness list asks of the surroundings: the machine, the accounts, the other meetings. */
export interface Outside {
  readonly now: Instant;
  readonly address: {
    /** Origin that phones open now. */
    readonly now: string;
    /** Every address of this machine in local networks, the likeliest first. */
    readonly lan?: readonly string[];
    readonly standing: AddressStanding;
  };
  /** How far the machine's own clock is ahead of the server's, which nobody can set. */
  readonly machineAheadMs: number;
  readonly screens: Displays;
  /** Of the desk, for people without a phone. */
  readonly tablets: Displays;
  /** Accounts that may act: moderators and clerks. */
  readonly staff: number;
  readonly supervisors: number;
  readonly backup: {
    readonly folder: string | null;
    readonly standing: BackupStanding;
  };
  /** `gone`: the folder, or the meeting's file in it, is not where it was opened. */
  readonly disk: {
    readonly gigabytes: number | null;
    readonly low: boolean;
    readonly gone: boolean;
  };
  /** How this rehearsal's simulated phones fare, or fared when they were last here; null where they never were. */
  readonly simulated: PhonesNow | null;
  /** Of those, or of earlier ones, the last report there was. */
  readonly simulatedReport: PhonesReport | null;
  readonly relays: RelayStanding;
  /** Rehearsals of this meeting, newest first. */
  readonly rehearsals: readonly RehearsalRow[];
}

/**
 * How the server's own look for the beacon's round fares: `off` where it shall not look, `asking` from the moment that it
 * does, `failed` once every relay was asked and none had it. It goes on asking then.
 */
export type RelayStanding = 'off' | 'idle' | 'asking' | 'failed';

/** Pages that stand open in the hall; `dozing`: those that cannot keep their machine awake. */
export interface Displays {
  readonly connected: number;
  readonly dozing: number;
}

/** Where nobody says more: a test, or a meeting that is looked at without its server. */
export const NOTHING_OUTSIDE: Outside = {
  now: 0,
  address: { now: '', standing: 'unprinted' },
  machineAheadMs: 0,
  screens: { connected: 0, dozing: 0 },
  tablets: { connected: 0, dozing: 0 },
  staff: 1,
  supervisors: 0,
  backup: { folder: null, standing: 'off' },
  disk: { gigabytes: null, low: false, gone: false },
  simulated: null,
  simulatedReport: null,
  relays: 'off',
  rehearsals: [],
};

export function shownMeeting({ code, title, zone, rehearsal, epoch }: Meeting): ShownMeeting {
  return { code, title, zone, rehearsal, epoch };
}

export function shownSubject(seen: Seen, id: SubjectId): ShownSubject {
  const { meeting } = seen;
  const category = meeting.subjects.get(id)?.category;
  const shown = category === undefined ? null : shownCategory(meeting, category);
  if (!shown) throw new Error(`subject ${id} has no category`);
  return {
    id,
    ...commonName(seen, id),
    category: shown,
    out: meeting.out.get(id)?.why ?? null,
    documents: (meeting.documents.get(id) ?? []).map(({ hash, name, bytes, media }) => ({
      hash,
      name,
      bytes,
      media,
    })),
  };
}

/** null for a category that the roster does not have. */
export function shownCategory({ categories }: Meeting, id: CategoryId): ShownCategory | null {
  const hue = categories.findIndex((one) => one.id === id);
  const found = categories[hue];
  return found ? { id: found.id, name: found.name, mark: found.mark, hue } : null;
}

/** A subject's name, together with those of the subjects that were combined with it. */
function commonName(seen: Seen, id: SubjectId): ShownName {
  const [own, ...joined] = withJoined(seen.meeting, id).map((one) => named(seen, 'subject', one));
  if (own && joined.length === 0) return own;
  return { name: [own, ...joined].map((one) => one?.name).join('、') };
}

/** It, and all that was combined with it or with one of those. What is out takes nobody in, so there is no circle. */
function withJoined(meeting: Meeting, id: SubjectId): readonly SubjectId[] {
  const joined = [...meeting.out].flatMap(([other, out]) =>
    out.why === 'combined' && out.into === id ? withJoined(meeting, other) : [],
  );
  return [id, ...joined];
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
  const turns = [...presenting(meeting)];
  const n = turns.indexOf(subject) + 1;
  return n === 0 ? null : { n, of: turns.length };
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

/** {@link perMeeting} of what takes long: `inSteps` makes it before it is asked for. */
export function stepsPerMeeting<T>(
  build: (seen: Seen) => Steps<T>,
): ((seen: Seen) => T) & { readonly inSteps: (seen: Seen) => Steps<T> } {
  const built = new WeakMap<Meeting, T>();
  function* inSteps(seen: Seen): Steps<T> {
    const known = built.get(seen.meeting);
    if (known !== undefined) return known;
    const fresh = yield* build(seen);
    built.set(seen.meeting, fresh);
    return fresh;
  }
  return Object.assign((seen: Seen) => finished(inSteps(seen)), { inSteps });
}
