// The phone of someone of the pool who waits for a seat: the draw on stage, where it takes or took words of theirs.
import type { ReviewerId } from '../../ids.ts';
import type { Instant } from '../../instant.ts';
import { asksPhones, mayGiveWords } from '../../meeting/decide/words.ts';
import { drawOfItem } from '../../meeting/draws/standing.ts';
import { reviewerHolder } from '../../meeting/people.ts';
import type { Seen } from '../seen.ts';
import type { WaitingDraw } from '../slices/panel-slices.ts';
import { inDraws, panelStage } from './panel.ts';

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
  const locked = meeting.current === null ? undefined : drawOfItem(meeting, meeting.current);
  if (!locked || !asksPhones(locked)) return null;
  if (!mayGiveWords(meeting, { kind: 'ticket', reviewer }, now)) return null;
  // The item on stage has a locked draw: its stage is that draw.
  const { draw } = panelStage(seen).body as unknown as Pick<WaitingDraw, 'draw'>;
  return { draw, me: inDraws(meeting, reviewerHolder(reviewer), group) };
}
