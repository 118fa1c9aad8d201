// Whoever is drawn to ask says on their own phone whether they will; who would rather not passes it on, and says no why.
import { PURPOSES, passesOn } from '../draws/purposes.ts';
import { isShownOut } from '../draws/standing.ts';
import type { SeatCommandOf } from '../commands.ts';
import { standingFor } from '../draws/standing.ts';
import { accept, refuse, type Decision, type World } from '../world.ts';
import type { Holder } from './decider.ts';
import { passedOn } from './stand-ins.ts';

/**
 * Refused as `not-drawn` for whom the draw does not stand for, as `draw-over` once the stage has gone on, or where they
 * would pass on a question whose time runs, and as `nobody-next` where nobody of the reserve can ask instead.
 */
export function answerDraw(
  { meeting }: World,
  { draw: id, comes }: SeatCommandOf<'AnswerDraw'>,
  { seat: { holder } }: Extract<Holder, { readonly kind: 'seat' }>,
): Decision {
  const draw = meeting.draws.find((one) => one.id === id);
  if (!draw || !isShownOut(draw) || !passesOn(draw) || !PURPOSES[draw.purpose].asks)
    return refuse({ code: 'draw-not-ready' });
  const last = meeting.replacements.filter((one) => one.draw === id).at(-1);
  // Said already: its sender missed the answer.
  const asked = holder.kind === 'reviewer' ? holder.id : undefined;
  if (!comes && last?.out === asked && last?.why === 'declined') return accept([]);
  const drawn = standingFor(meeting, draw).find((one) => one === asked);
  if (drawn === undefined) return refuse({ code: 'not-drawn' });
  if (comes && draw.taken.has(drawn)) return accept([]);
  if (meeting.current !== draw.item) return refuse({ code: 'draw-over' });
  if (comes) return accept([{ type: 'QuestionTaken', draw: id, by: drawn }]);
  if (meeting.countdown?.item === draw.item) return refuse({ code: 'draw-over' });
  const event = passedOn(meeting, draw, drawn, '');
  return event ? accept([event]) : refuse({ code: 'nobody-next' });
}
