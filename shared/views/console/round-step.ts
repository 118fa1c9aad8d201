// What a round asks of the moderator: to be opened, closed, revealed.
import type { ItemId } from '../../ids.ts';
import { subjectsOf } from '../../meeting/agenda/participation.ts';
import { lastAttempt, roundOfItem } from '../../meeting/rounds.ts';
import { waitingPapers } from '../../meeting/papers.ts';
import { owing } from '../../meeting/forms.ts';
import type { Round } from '../../meeting/round.ts';
import type { Steps } from '../kinds/kind.ts';
import type { Seen } from '../seen.ts';
import type { NextStep } from '../slices/staff-slices.ts';
import { shortGroups } from './short-groups.ts';
import { writtenProgress } from '../numbers/written.ts';

export function scoringStep(seen: Seen, item: ItemId, steps: Steps): NextStep {
  const round = roundOfItem(seen.meeting, item);
  return round
    ? roundStep(seen, round, steps)
    : steps.make({ act: 'open-round', command: { type: 'OpenRound', item } });
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
