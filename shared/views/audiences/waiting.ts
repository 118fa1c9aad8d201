// The phone of someone of the pool who waits for a seat: the draw on stage, where it takes or took words of theirs.
import type { ReviewerId } from '../../ids.ts';
import type { Instant } from '../../instant.ts';
import { drawingItem } from '../../meeting/agenda/turn.ts';
import { asksPhones, mayGiveWords } from '../../meeting/decide/words.ts';
import { drawOfItem } from '../../meeting/draws/standing.ts';
import { reviewerHolder } from '../../meeting/people.ts';
import { drawOfPhone, drawOfStage } from '../draws/draws.ts';
import type { Seen } from '../seen.ts';
import type { WaitingDraw } from '../slices/panel-slices.ts';
import { inDraws } from './panel.ts';

/**
 * What is sent is what seated phones see of it.
 *
 * @param group the name of theirs
 * @returns null where no draw that asks phones is on stage, or it would take no word of theirs
 */
export function waitingDraw(
  seen: Seen,
  reviewer: ReviewerId,
  group: string,
  now: Instant,
): WaitingDraw | null {
  const { meeting } = seen;
  const item = drawingItem(meeting, meeting.current);
  const draw = item && drawOfItem(meeting, item.id);
  if (!draw || !asksPhones(draw)) return null;
  if (!mayGiveWords(meeting, { kind: 'ticket', holder: reviewerHolder(reviewer) }, now))
    return null;
  return {
    draw: drawOfPhone(drawOfStage(seen, item)),
    me: inDraws(meeting, reviewerHolder(reviewer), group),
  };
}
