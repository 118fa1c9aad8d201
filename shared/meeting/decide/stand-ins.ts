// A drawn person who cannot passes the task on, to the next of the same draw's reserve (DRAW.md §6).
import { replacementHash } from '../../draw/replacement.ts';
import { passesOn } from '../draws/purposes.ts';
import { isShownOut, standingFor } from '../draws/standing.ts';
import { seatOfReviewer } from '../holders.ts';
import { keepReason } from '../person-reason.ts';
import { nextFor } from '../stand-ins.ts';
import { accept, refuse } from '../world.ts';
import type { DrawOfPeople } from '../draws/draw.ts';
import type { MeetingEvent } from '../events.ts';
import type { PersonReason } from '../people.ts';
import type { ReviewerId } from '../../ids.ts';
import type { Meeting } from '../state.ts';
import type { standInCommands } from '../commands/draws.ts';
import type { Deciders } from './decider.ts';

export const standInDeciders = {
  /**
   * A drawn questioner or team member cannot or would rather not: the next of the draw's own reserve comes, by a record
   * chained to the draw's. Nothing is drawn again. Refused as `nobody-next` where the reserve has nobody left who can.
   */
  ReplaceDrawn: ({ meeting }, { draw: id, out, reason: words }, { random }) => {
    const draw = meeting.draws.find((one) => one.id === id);
    if (!draw || !isShownOut(draw) || !passesOn(draw)) return refuse({ code: 'draw-not-ready' });
    if (!standingFor(meeting, draw).includes(out)) return refuse({ code: 'stale' });
    if (words.trim() === '') return refuse({ code: 'reason-missing' });
    const { reason, side } = keepReason(meeting, words, random);
    const event = passedOn(meeting, draw, out, reason);
    return event ? accept([event], side) : refuse({ code: 'nobody-next' });
  },
} satisfies Deciders<typeof standInCommands>;

/** The next of the reserve for someone drawn, as a record chained to the draw's; null where nobody is left who can. */
export function passedOn(
  meeting: Meeting,
  draw: Extract<DrawOfPeople, { readonly phase: 'determined' }>,
  out: ReviewerId,
  reason: PersonReason,
): MeetingEvent | null {
  const next = nextFor(meeting, draw, out);
  if (!next) return null;
  const why = seatOfReviewer(meeting, out)?.present ? 'declined' : 'left';
  const earlier = meeting.replacements.filter((one) => one.draw === draw.id).at(-1);
  return {
    type: 'DrawnReplaced',
    draw: draw.id,
    out,
    why,
    reason,
    ...next,
    recordHash: replacementHash({
      prev: earlier?.recordHash ?? draw.recordHash,
      lock_hash: draw.lockHash,
      out,
      ...next,
      why,
    }),
  };
}
