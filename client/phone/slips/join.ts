// Slips of pages that may not have heard of each other, as one: whichever page joins them, the same comes of it. Pure.
import type { Counted, OfMatter, Refused, Sending, Slip, Tap, Typed } from './phases.ts';

/**
 * Two slips for one matter as one: of taps and of typed scores the later, of one tap what is known latest of its fate.
 * What is not accounted for in this way stays, wherever it has gone missing.
 */
export function joined(mine: Slip, other: Slip): Slip {
  if (textOf(mine) === textOf(other)) return mine;
  const given = order(mine, other) < 0 ? other : mine;
  const counted = later(mine.counted, other.counted, orderOfCounted);
  const typed = later(mine.typed, other.typed, orderOfTyped);
  return normal({ ...given, typed }, counted);
}

/** 4: what a target holds is a form, no flat sheet. */
export const SLIP_VERSION = 4;
const texts = new WeakMap<Slip, string>();

/** As it is stored: equal for equal slips. */
export function textOf(slip: Slip): string {
  const before = texts.get(slip);
  if (before !== undefined) return before;
  const { phase, target, typed, tap } = slip;
  const { rev, choice, renumbered, refusal } = slip as Partial<Sending & Refused>;
  const counted = slip.counted && { ...slip.counted, held: undefined };
  const given = { rev, choice, renumbered, refusal };
  const text = JSON.stringify({ v: SLIP_VERSION, phase, target, typed, tap, ...given, counted });
  texts.set(slip, text);
  return text;
}

/** With nothing on its way and nothing to be told. */
export function settled({ target, typed, tap, counted }: OfMatter): Slip {
  return counted
    ? { target, typed, phase: 'counted', tap: tap ?? counted.tap, counted }
    : { target, typed, phase: 'draft', tap, counted };
}

/** Whether the tap was answered is told by what is counted, and by a refusal of the same tap by a newer server. */
function normal(given: Slip, counted: Counted | null): Slip {
  const { tap, phase } = given;
  const since = counted ? orderOfTaps(counted.tap, tap ?? NEVER) : -1;
  if (counted && since > 0) return settled({ ...given, tap: counted.tap, counted });
  const isOfTap = counted && tap && since === 0;
  const isOlder = isOfTap && orderOfFate(counted.tap, tap) < 0;
  const stands = isOlder && phase !== 'sending' ? null : counted;
  return phase === 'draft' || phase === 'counted' || (isOfTap && !isOlder)
    ? settled({ ...given, counted: stands })
    : { ...given, counted: stands };
}

/** Before every tap. */
const NEVER: Tap = { id: '', at: -1, claim: null, epoch: 0, over: null };

const RANK = { sending: 0, refused: 1, draft: 2, counted: 2 } as const;

function order(a: Slip, b: Slip): number {
  const [one, other] = [a.tap ?? NEVER, b.tap ?? NEVER];
  const times = (slip: Slip) => (slip.phase === 'sending' ? slip.renumbered : 0);
  return (
    orderOfTaps(one, other) ||
    orderOfFate(one, other) ||
    RANK[a.phase] - RANK[b.phase] ||
    times(a) - times(b) ||
    (one.claim ?? 0) - (other.claim ?? 0) ||
    compare(textOf(a), textOf(b))
  );
}

function orderOfTaps(a: Tap, b: Tap): number {
  return a.at - b.at || compare(a.id, b.id);
}

/** Of one tap: what is known of it from the later server, or after it was handed in again. */
function orderOfFate(a: Tap, b: Tap): number {
  return a.epoch - b.epoch || (a.again ?? 0) - (b.again ?? 0);
}

function orderOfCounted(a: Counted, b: Counted): number {
  const fate = orderOfTaps(a.tap, b.tap) || orderOfFate(a.tap, b.tap);
  return fate || a.rev - b.rev || compare(a.code, b.code);
}

function orderOfTyped(a: Typed, b: Typed): number {
  const left = (typed: Typed) => (typed.scores ? 0 : 1);
  return a.n - b.n || left(a) - left(b) || compare(JSON.stringify(a), JSON.stringify(b));
}

function later<T>(mine: T | null, other: T | null, by: (a: T, b: T) => number): T | null {
  return mine && other ? (by(mine, other) < 0 ? other : mine) : (mine ?? other);
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a > b ? 1 : -1;
}
