// The live mean of one group on one subject, from which no single score can be subtracted [R6].

import { valueOf } from './counting.ts';
import { mayShow } from './floor.ts';
import type { Rational } from './rational.ts';
import type { Scheme } from './scheme.ts';

/** Total by seat; a seat that abstained, or whose ballot is void, is not in it. */
export type SeatTotals = ReadonlyMap<string, Rational>;

/**
 * Nothing of it but `shownMean` may leave the server.
 *
 * A state is never changed: `current` is copied for each ballot that changes something (500 seats:
 * some 20 µs), and a snapshot is no copy but the same map held on to.
 */
export type LiveTally = {
  readonly current: SeatTotals;
  /** What will be shown next; `changed` are the seats that differ from it by now. */
  readonly candidate: {
    readonly totals: SeatTotals;
    readonly changed: ReadonlySet<string>;
  } | null;
  readonly shown: SeatTotals | null;
};

export const NO_LIVE_TALLY: LiveTally = { current: new Map(), candidate: null, shown: null };

/**
 * The tally after a seat's newest ballot. Once there are as many as may be shown, a snapshot waits; it is shown
 * once at least `step` seats differ from it, and the state of that moment becomes the next one to
 * wait. So two means shown one after the other differ in at least `step` seats' ballots, and what
 * is shown lags by as many, also behind the final value at the close.
 *
 * @param total of the seat's ballot; null where it abstained, or its ballot is void
 */
export function applyBallot(
  state: LiveTally,
  seat: string,
  total: Rational | null,
  scheme: Pick<Scheme, 'spread' | 'centre' | 'floor' | 'step'>,
): LiveTally {
  if (isSame(state.current.get(seat), total)) return state;
  const current = new Map(state.current);
  if (total === null) current.delete(seat);
  else current.set(seat, total);

  const enough = mayShow(current.size, scheme);
  const fresh = enough ? { totals: current, changed: new Set<string>() } : null;
  if (state.candidate === null) return { current, candidate: fresh, shown: state.shown };

  const { totals } = state.candidate;
  const changed = new Set(state.candidate.changed);
  // A seat that went back to its ballot of the snapshot hides nothing any more.
  if (isSame(totals.get(seat), total)) changed.delete(seat);
  else changed.add(seat);
  // Below the floor (ballots became void) the snapshot waits on: there is none to follow it.
  if (changed.size < scheme.step || fresh === null) {
    return { current, candidate: { totals, changed }, shown: state.shown };
  }
  return { current, candidate: fresh, shown: totals };
}

/** What may be shown now: how many ballots, and their value; null before anything may. */
export function shownMean(
  state: LiveTally,
  scheme: Pick<Scheme, 'spread' | 'centre'>,
): { readonly count: number; readonly value: Rational } | null {
  if (state.shown === null) return null;
  const value = valueOf([...state.shown.values()], scheme);
  return value === null ? null : { count: state.shown.size, value };
}

function isSame(before: Rational | undefined, total: Rational | null): boolean {
  if (before === undefined || total === null) return before === undefined && total === null;
  return before.n === total.n && before.d === total.d;
}
