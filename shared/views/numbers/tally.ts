// The numbers of the item on stage, as far as R6 lets them out: every surface that shows one has it from here (R15).
import type { GroupId, SubjectId } from '../../ids.ts';
import { wholeOf } from '../../scoring/fractions.ts';
import { storedDecimal } from '../../scoring/stored-decimal.ts';
import { rational, toDecimal } from '../../scoring/rational.ts';
import { shownMean, NO_LIVE_TALLY } from '../../scoring/live-tally.ts';
import { composeGroups, countsAsNone } from '../../scoring/counting.ts';
import { mayShow } from '../../scoring/floor.ts';
import { FEWEST_DECIMALS } from '../../scoring/rank.ts';
import { subjectsOf } from '../../meeting/agenda/participation.ts';
import { lastAttempt, roundOfItem, schemeOf } from '../../meeting/rounds.ts';
import { isExpected, owing } from '../../meeting/forms.ts';
import type { GroupResult, Round } from '../../meeting/round.ts';
import type { Meeting } from '../../meeting/state.ts';
import {
  placeOf,
  revealedResults,
  shownScores,
  standingResults,
  type RevealedAttempt,
} from './results.ts';
import type { Seen } from '../seen.ts';
import { groupFigures, shownRoot } from './group-figures.ts';
import type { TallySlice } from '../slices/number-slices.ts';

/** null before anything may be shown: no round, or one that hides its scores until the reveal. */
export function tallySlice(seen: Seen): TallySlice {
  const { meeting } = seen;
  const { current } = meeting;
  const round = current === null ? undefined : roundOfItem(meeting, current);
  const [subject] = round?.kind === 'live' ? subjectsOf(meeting, round) : [];
  if (!round || subject === undefined) return null;
  const attempt = lastAttempt(round);
  if (attempt.phase === 'revealed') return finalTally(seen, subject, attempt);
  const isLive = attempt.phase === 'open' && round.disclosure === 'live';
  return isLive ? liveTally(seen, round, subject) : null;
}

/**
 * Group means as they were some ballots ago, and the score that they alone make. None is shown while a group with weight
 * may yet end below the floor: the final score is shown then, and beside the means of the others it would give away that
 * group's few ballots (`disclosable` says the same of the result).
 */
function liveTally(seen: Seen, round: Round, subject: SubjectId): TallySlice {
  const { meeting, book } = seen;
  const attempt = lastAttempt(round).n;
  const scheme = schemeOf(meeting, round);
  const { live, turnout } = book.of(round.id, attempt, subject);
  const seats = owing(meeting, round, subject);
  const safe = meeting.groups.every(
    ({ id, weight }) =>
      weight === 0 ||
      mayShow(live.get(id)?.current.size ?? 0, scheme) ||
      !mayScore(meeting, round, id, subject),
  );
  const groups = meeting.groups.flatMap((group) => {
    const members = seats.filter((seat) => seat.group === group.id);
    if (members.length === 0) return [];
    const shown = safe ? shownMean(live.get(group.id) ?? NO_LIVE_TALLY, scheme) : null;
    return [{ group, members, value: shown?.value ?? null }];
  });
  const weighted = groups.filter(({ group }) => group.weight > 0);
  const composed = weighted.every(({ value }) => value !== null)
    ? composeGroups(
        weighted.map(({ group, value }) => ({ weight: rational(group.weight), value })),
        scheme,
      )
    : null;
  return {
    subject,
    attempt,
    final: false,
    score: composed?.ok ? toDecimal(composed.score, FEWEST_DECIMALS) : null,
    why: composed?.ok ? null : 'floor',
    groups: groups.map(({ group, members, value }) => ({
      id: group.id,
      name: group.name,
      weight: group.weight,
      expected: members.length,
      counted: members.filter((seat) => turnout.has(seat.id)).length,
      mean: value === null ? null : toDecimal(value, FEWEST_DECIMALS),
      why: value === null ? 'floor' : null,
    })),
    place: null,
    root: null,
    ballots: turnout.size,
  };
}

function finalTally(seen: Seen, subject: SubjectId, attempt: RevealedAttempt): TallySlice {
  const { meeting } = seen;
  const results = revealedResults(meeting);
  const revealed = results.find(({ result }) => result.subject === subject);
  if (!revealed) return null;
  const { result, why } = revealed;
  const standing = standingResults(meeting);
  const place = placeOf(standing, subject);
  // Seats whose ballot counts; the box also keeps the revisions before it.
  const ballots = result.groups.reduce((sum, one) => sum + one.counted + one.abstained, 0);
  return {
    subject,
    attempt: attempt.n,
    final: true,
    score: shownScores(meeting).get(subject) ?? null,
    why,
    groups: groupFigures(meeting, revealed),
    place: place === null ? null : { n: place, of: standing.length },
    root: shownRoot(meeting, attempt),
    ballots,
  };
}

/** Whether the group has seats that are not recused; those not checked in may still come. */
function mayScore(meeting: Meeting, round: Round, group: GroupId, subject: SubjectId): boolean {
  return [...meeting.seats.values()].some(
    (seat) => seat.group === group && isExpected(meeting, round, seat, subject),
  );
}
