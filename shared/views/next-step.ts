// The moderator's one obvious next step: always one key, always the exact command.
import type { ItemId } from '../ids.ts';
import { drawOfItem, itemById, lastAttempt, owing, roundOfItem } from '../meeting/lookup.ts';
import type { ItemOf, Meeting } from '../meeting/state.ts';
import type { Seen } from './seen.ts';
import type { AgendaRow, NextStep } from './slices.ts';

/** More names than this are shown at once: nobody wants to press a key fifty times. */
const NAMES_ONE_BY_ONE = 20;

export function nextStep(seen: Seen, agenda: readonly AgendaRow[]): NextStep {
  const { meeting } = seen;
  const item = itemById(meeting, meeting.current);
  const step = (part: Pick<NextStep, 'act' | 'command'> & Partial<NextStep>): NextStep => ({
    expects: { item: meeting.current, touched: meeting.touched.stage },
    irreversible: false,
    item: null,
    owed: 0,
    of: 0,
    ...part,
  });
  const onward = (): NextStep => {
    const following = agenda[agenda.findIndex((row) => row.item.id === meeting.current) + 1];
    return following
      ? step({
          act: 'enter',
          command: { type: 'EnterItem', item: following.item.id },
          item: following,
        })
      : step({ act: 'finished', command: null });
  };
  switch (item?.kind) {
    case 'draw':
      return drawStep(meeting, item, step, onward);
    case 'score':
      return scoreStep(seen, item, step, onward);
    case 'presentation':
      return meeting.countdown === null && item.seconds > 0
        ? step({ act: 'start-countdown', command: { type: 'StartCountdown', item: item.id } })
        : onward();
    default:
      return onward();
  }
}

/** The item before the present one; null at the first. */
export function previousItem(meeting: Meeting): ItemId | null {
  const place = meeting.agenda.findIndex(({ id }) => id === meeting.current);
  return place > 0 ? (meeting.agenda[place - 1]?.id ?? null) : null;
}

type Make = (part: Pick<NextStep, 'act' | 'command'> & Partial<NextStep>) => NextStep;

function drawStep(
  meeting: Meeting,
  item: ItemOf<'draw'>,
  step: Make,
  onward: () => NextStep,
): NextStep {
  const draw = drawOfItem(meeting, item.id);
  if (!draw || draw.phase === 'void')
    return step({
      act: 'lock-draw',
      command: { type: 'LockDraw', item: item.id },
      irreversible: true,
    });
  if (draw.phase === 'locked') {
    const needsDice = draw.lock.entropy.some(({ type }) => type !== 'salt');
    return step({
      act: 'read-entropy',
      command: needsDice ? null : { type: 'ReadEntropy', draw: draw.id, dice: '' },
      irreversible: true,
    });
  }
  const total = draw.order.length;
  if (draw.shown === total) return onward();
  const atOnce = total > NAMES_ONE_BY_ONE;
  return step({
    act: atOnce ? 'show-all' : 'show-name',
    command: { type: 'ShowNames', draw: draw.id, shown: atOnce ? total : draw.shown + 1 },
    owed: total - draw.shown,
    of: total,
  });
}

function scoreStep(
  { meeting, book }: Seen,
  item: ItemOf<'score'>,
  step: Make,
  onward: () => NextStep,
): NextStep {
  const round = roundOfItem(meeting, item.id);
  if (!round) return step({ act: 'open-round', command: { type: 'OpenRound', item: item.id } });
  const attempt = lastAttempt(round);
  if (attempt.phase === 'revealed') return onward();
  if (attempt.phase === 'closed')
    return step({
      act: 'reveal-round',
      command: { type: 'RevealRound', round: round.id },
      irreversible: true,
    });
  const seats = round.subjects.flatMap((subject) =>
    owing(meeting, subject).map((seat) => ({ subject, seat })),
  );
  const owed = seats.filter(
    ({ subject, seat }) => !book.of(round.id, attempt.n, subject).turnout.has(seat.id),
  );
  return step({
    act: 'close-round',
    command: { type: 'CloseRound', round: round.id },
    irreversible: true,
    owed: owed.length,
    of: seats.length,
  });
}
