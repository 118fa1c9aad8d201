// What a round asks of the moderator: to be opened, closed, revealed.
import type { GroupId, ItemId } from '../../ids.ts';
import { subjectsAhead, subjectsOf } from '../../meeting/agenda/participation.ts';
import { lastAttempt, roundOfItem } from '../../meeting/rounds.ts';
import { groupsAKey, opensGroups } from '../../meeting/opening.ts';
import { waitingPapers } from '../../meeting/papers.ts';
import { owing } from '../../meeting/forms.ts';
import { noLiveAhead } from '../../meeting/live-rounds.ts';
import { termsAhead } from '../../meeting/round-rules.ts';
import { scoringOf } from '../../meeting/agenda/turn.ts';
import type { Round } from '../../meeting/round.ts';
import type { Meeting } from '../../meeting/state.ts';
import type { NoLive } from '../../scoring/no-live.ts';
import { groupName } from '../numbers/group-figures.ts';
import type { Steps } from '../kinds/kind.ts';
import type { Seen } from '../seen.ts';
import type { NextStep } from '../slices/next-step.ts';
import { shortGroups } from './short-groups.ts';
import { closedRows, openedIn, type ClosedRound } from '../numbers/opened-groups.ts';
import { writtenProgress } from '../numbers/written.ts';

export function scoringStep(seen: Seen, item: ItemId, steps: Steps): NextStep {
  const round = roundOfItem(seen.meeting, item);
  return round
    ? roundStep(seen, round, steps)
    : steps.make({
        act: 'open-round',
        command: { type: 'OpenRound', item },
        hides: whyHidden(seen.meeting, item),
      });
}

/** Why a scoring that shall be shown live will be hidden instead, with the groups' names; null where it will not. */
function whyHidden(meeting: Meeting, item: ItemId): NoLive | null {
  const scoring = scoringOf(meeting, item);
  if (!scoring) return null;
  const ahead = termsAhead(meeting, scoring, subjectsAhead(meeting, scoring));
  const why = ahead.ok ? noLiveAhead(meeting, scoring, ahead.terms) : null;
  const name = (id: GroupId) => groupName(meeting, id);
  switch (why?.why) {
    case 'few-seats':
      return { ...why, group: name(why.group) };
    case 'uneven':
      return { ...why, heavy: name(why.heavy), light: name(why.light) };
    default:
      return why;
  }
}

export function roundStep(seen: Seen, round: Round, { make, onward }: Steps): NextStep {
  const attempt = lastAttempt(round);
  if (attempt.phase === 'revealed') return onward();
  if (attempt.phase === 'closed') return revealStep(seen, { round, attempt }, make);
  const papers = waitingPapers(seen.meeting, seen.box, round).length;
  return make(
    {
      act: 'close-round',
      // The key leaves out no more papers than its box has named.
      command: { type: 'CloseRound', round: round.id, ...(papers === 0 ? {} : { papers }) },
      ...ballotsOwed(seen, round),
      papers,
      short: shortGroups(seen, round),
    },
    { irreversible: true },
  );
}

/** Of one unit the groups come first, key by key. Only the first key needs to be meant: from there on the result is out. */
function revealStep(seen: Seen, { round, attempt }: ClosedRound, make: Steps['make']): NextStep {
  const { id } = round;
  const reveal = (of: number) => ({
    ...{ act: 'reveal-round' as const, command: { type: 'RevealRound' as const, round: id }, of },
  });
  const [subject] = opensGroups(round) ? subjectsOf(seen.meeting, round) : [];
  if (subject === undefined) return make(reveal(0), { irreversible: true });
  const { n, of } = openedIn(attempt) ?? { n: 0, of: 0 };
  if (n > 0 && n === of) return make(reveal(of));
  const shown = n + groupsAKey(closedRows(seen, { round, attempt }, subject));
  return make(
    {
      act: 'show-groups',
      command: { type: 'ShowGroups', round: id, shown: of === 0 ? shown : Math.min(of, shown) },
      ...{ owed: of - n, of },
    },
    { irreversible: n === 0 },
  );
}

function ballotsOwed(
  { meeting, book }: Seen,
  round: Round,
): { readonly owed: number; readonly of: number } {
  if (round.kind === 'written') {
    const { done, expected } = writtenProgress({ meeting, book }, round);
    return { owed: expected - done, of: expected };
  }
  const { n } = lastAttempt(round);
  const seats = subjectsOf(meeting, round).flatMap((subject) =>
    owing(meeting, round, subject).map((seat) => ({ subject, seat })),
  );
  const owed = seats.filter(
    ({ subject, seat }) => !book.of(round.id, n, subject).turnout.has(seat.id),
  );
  return { owed: owed.length, of: seats.length };
}
