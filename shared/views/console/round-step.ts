// What a round asks of the moderator: to be opened, closed, revealed.
import type { GroupId, ItemId } from '../../ids.ts';
import { subjectsOf } from '../../meeting/agenda/participation.ts';
import { lastAttempt, roundOfItem } from '../../meeting/rounds.ts';
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
import type { NextStep } from '../slices/staff-slices.ts';
import { shortGroups } from './short-groups.ts';
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
  const terms = scoring && termsAhead(meeting, scoring.sheet);
  const why = terms ? noLiveAhead(meeting, scoring, terms) : null;
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
  if (attempt.phase === 'closed')
    return make(
      { act: 'reveal-round', command: { type: 'RevealRound', round: round.id } },
      { irreversible: true },
    );
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
