// What an older version of the page kept: a seat's whole outbox in one piece. It is read once more, so that a ballot that
// waited while the server was brought up to date still goes out.
import { own } from '../../shared/own.ts';
import type { Sheet } from '../../shared/scoring/sheet.ts';
import type { MyBallot } from '../../shared/views/panel-slices.ts';
import type { Acknowledged } from './acknowledged.ts';
import type { Draft } from './device.ts';
import { isAcknowledged, isDraft, isRefused, isSheet, isWaiting } from './kept-shape.ts';
import { openShelf, readKept, type Disk } from './kept.ts';
import { aboutOf, merged, type Kept, type Lying } from './merge.ts';
import type { Refused, Tap, Waiting } from './outbox.ts';

/** Puts what an older page has kept where this version looks for it. Harmless where there is nothing, or a second time. */
export function takeOlder(key: string, disk: Disk): void {
  try {
    const [whole, acknowledged] = olderNames(key).map((name) => objectIn(disk().getItem(name)));
    if (!whole && !acknowledged) return;
    const shelf = openShelf(key, disk);
    const here = readKept(shelf);
    if (
      !shelf.write(merged(here, lyingIn(whole as Partial<Whole> | null, acknowledged, here), false))
    )
      return;
    for (const name of olderNames(key)) disk().removeItem(name);
  } catch {
    // Nothing was stored then.
  }
}

function lyingIn(kept: Partial<Whole> | null, acknowledged: unknown, here: Kept): Lying {
  const whole = kept?.v === 1 ? kept : null;
  const { waiting = [], refused = [] } = whole?.outbox ?? {};
  return {
    waiting: objectsIn(waiting)
      .map((one) => ({ ...one, tap: tapOf(one.rev), renumbered: 0 }))
      .filter(isWaiting)
      .map((one) => afterCounted(one, here)),
    refused: objectsIn(refused)
      .map((one) => ({ ...one, tap: tapOf(0) }))
      .filter(isRefused),
    drafts: Object.fromEntries(
      Object.values(soundIn(whole?.drafts, isDraft)).map((one) => [aboutOf(one), one]),
    ),
    sheets: soundIn(whole?.sheets, isSheet),
    acknowledged: objectsIn(acknowledged as readonly OldAcknowledged[])
      .map((one) => ({ ...one, total: null, code: '', tap: tapOf(one.rev, one.epoch) }))
      .filter(isAcknowledged),
  };
}

/** Where it lay. */
export function olderNames(key: string): readonly string[] {
  return [key, `${key}.acknowledged`];
}

/** Of two, the higher revision was the later; any tap since has a time, which is more. */
function tapOf(rev: number, epoch = 0): Tap {
  return { id: `v1-${String(rev)}`, at: rev, claim: null, epoch, over: null };
}

/** Numbered above what this version has had counted meanwhile, it was given later than that. */
function afterCounted(one: Waiting, { acknowledged }: Kept): Waiting {
  const before = own(acknowledged, aboutOf(one));
  if (!before || before.rev >= one.rev) return one;
  return { ...one, tap: { ...one.tap, at: Math.max(one.tap.at, before.tap.at + 1) } };
}

function objectsIn<T extends object>(list: readonly T[] | null): readonly T[] {
  const all: readonly (T | null)[] = Array.isArray(list) ? (list as readonly T[]) : [];
  return all.flatMap((one) => (typeof one === 'object' && one !== null ? [one] : []));
}

function soundIn<T>(
  all: Readonly<Record<string, T>> | undefined,
  isSound: (one: unknown) => one is T,
): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(all ?? {}).filter(([, one]) => isSound(one)));
}

function objectIn(text: string | null): object | null {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}

interface Whole {
  readonly v: number;
  readonly outbox: {
    readonly waiting?: readonly Pick<Waiting, 'target' | 'rev' | 'choice'>[];
    readonly refused?: readonly Pick<Refused, 'target' | 'choice' | 'refusal'>[];
  };
  readonly drafts: Readonly<Record<string, Draft>>;
  readonly sheets: Readonly<Record<string, Sheet>>;
}

type OldAcknowledged = Pick<MyBallot, 'round' | 'attempt' | 'subject' | 'rev' | 'choice'> &
  Pick<Acknowledged['tap'], 'epoch'>;
