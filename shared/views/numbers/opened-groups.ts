// A closed round before its total: counts as its close froze them, the groups that are open, and nothing else of the result.
import type { SubjectId } from '../../ids.ts';
import type { Attempt, OpenedGroups, Round } from '../../meeting/round.ts';
import { exact } from '../../meeting/shown-results.ts';
import { wholeOf } from '../../scoring/fractions.ts';
import { FEWEST_DECIMALS } from '../../scoring/rank.ts';
import { toDecimal } from '../../scoring/rational.ts';
import type { Seen } from '../seen.ts';
import type { GroupMean, TallySlice } from '../slices/number-slices.ts';
import { countedSeats } from './counted-seats.ts';
import { shownRoot } from './group-figures.ts';

export interface ClosedRound {
  readonly round: Round;
  /** Its last. */
  readonly attempt: Extract<Attempt, { readonly phase: 'closed' }>;
}

/** @param live what stood on the screen as it closed; null where nothing did */
export function closedTally(
  seen: Pick<Seen, 'meeting' | 'book'>,
  about: ClosedRound,
  subject: SubjectId,
  live: TallySlice,
): NonNullable<TallySlice> {
  const { attempt } = about;
  const groups = groupRows(seen, about, subject);
  return {
    subject,
    attempt: attempt.n,
    final: false,
    score: live?.score ?? null,
    why: null,
    waits: null,
    groups: groups.map((row) => ({ ...row, ...opened(attempt.opened, row) })),
    place: null,
    root: shownRoot(seen.meeting, attempt),
    ballots: groups.reduce((sum, { counted }) => sum + counted, 0),
  };
}

/** How far the reveal has come; null before its first group, and once it is over. */
export function openedIn(attempt: Attempt): { readonly n: number; readonly of: number } | null {
  if (attempt.phase !== 'closed' || !attempt.opened) return null;
  const { open, ahead } = attempt.opened;
  return { n: open.length, of: open.length + ahead.length };
}

/** How many groups have a row: by turnout alone, so that it may be known before any is open. */
export function closedRows(
  seen: Pick<Seen, 'meeting' | 'book'>,
  about: ClosedRound,
  subject: SubjectId,
): number {
  return groupRows(seen, about, subject).length;
}

type Row = Omit<GroupMean, 'mean' | 'why'>;

/** Every group that had a seat to score the subject, or a ballot on it, as once it is revealed. */
function groupRows(
  { meeting, book }: Pick<Seen, 'meeting' | 'book'>,
  { round, attempt: { n, terms } }: ClosedRound,
  subject: SubjectId,
): readonly Row[] {
  const { turnout } = book.of(round.id, n, subject);
  const weights = new Map<string, string>(terms.weights.map((one) => [one.group, one.weight]));
  return countedSeats(meeting, { round, subject }, ({ id }) => turnout.has(id)).groups.flatMap(
    ({ id, name, done, expected }) =>
      done + expected === 0
        ? []
        : [{ id, name, weight: wholeOf(weights.get(id) ?? '0'), expected, counted: done }],
  );
}

function opened(shown: OpenedGroups | null, { id }: Row): Pick<GroupMean, 'mean' | 'why'> {
  const value = exact(shown?.open.find(({ group }) => group === id)?.value);
  if (value) return { mean: toDecimal(value, FEWEST_DECIMALS), why: null };
  return { mean: null, why: shown?.shut.find(({ group }) => group === id)?.why ?? 'sealed' };
}
