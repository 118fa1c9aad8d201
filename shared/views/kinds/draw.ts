// A draw, from its lock to its last name.
import { PURPOSES } from '../../meeting/draws/purposes.ts';
import { subjectAsked } from '../../meeting/agenda/participation.ts';
import { waitsAtOnce } from '../../meeting/draws/at-once.ts';
import { beaconOf, othersClosed } from '../../meeting/draws/beacon.ts';
import { canBeLocked, sourcesAtLock, withDice } from '../../meeting/draws/sources.ts';
import { kindOf } from '../../meeting/agenda/kinds.ts';
import { nextGroup, paceOf, shownNext } from '../../meeting/draws/pace.ts';
import { waitsForNumbers } from '../../meeting/draws/lots.ts';
import { isMade, madeFor } from '../../meeting/draws/made.ts';
import { drawTerms } from '../../meeting/draws/terms.ts';
import { agreedCount, diceOf } from '../../meeting/draws/reading.ts';
import { drawOfItem } from '../../meeting/draws/standing.ts';
import { waitedFor } from '../../meeting/holders.ts';
import type { StaffCommandOf } from '../../meeting/commands.ts';
import type { ItemOf } from '../../meeting/agenda/item.ts';
import type { Meeting } from '../../meeting/state.ts';
import { countdownOf, type Seen } from '../seen.ts';
import { drawOfPhone, drawOfStaff, drawOfStage } from '../draws/draws.ts';
import type { DrawView } from '../slices/draw-slices.ts';
import type { NextStep } from '../slices/next-step.ts';
import type { DrawStage } from '../slices/stage-slices.ts';
import { NOTHING_COUNTED, type KindView, type Steps } from './kind.ts';

export const draw: KindView<'draw'> = {
  stage: (seen, item) => bodyOf(seen, item, drawOfStage(seen, item)),
  phone: (seen, item) => bodyOf(seen, item, drawOfPhone(drawOfStage(seen, item))),
  staff: (seen, item) => bodyOf(seen, item, drawOfStaff(drawOfStage(seen, item))),
  step: ({ meeting }, item, steps) => drawStep(meeting, item, steps),
  rest: ({ meeting }, item, { make }) =>
    (item.seconds ?? 0) > 0 && meeting.countdown === null && isAwaited(meeting, item)
      ? make({ act: 'start-countdown', command: { type: 'StartCountdown', item: item.id } })
      : null,
  progress: () => NOTHING_COUNTED,
  title: () => '',
  fills: ({ purpose }) => (PURPOSES[purpose].effect === 'turns' ? 'no-scoring' : null),
};

function bodyOf({ meeting }: Seen, { id, seconds }: ItemOf<'draw'>, shown: DrawView): DrawStage {
  return {
    kind: 'draw',
    draw: shown,
    countdown: countdownOf(meeting, id),
    seconds: seconds ?? 0,
  };
}

/** Whether the unit that is asked has not been scored: whoever comes back later only looks. */
function isAwaited(meeting: Meeting, item: ItemOf<'draw'>): boolean {
  const asked = subjectAsked(meeting, item);
  return !meeting.agenda.some(
    (one) =>
      asked !== undefined &&
      kindOf(one).subject(one) === asked &&
      kindOf(one).scoring(one) !== null &&
      kindOf(one).over(meeting, one),
  );
}

function drawStep(meeting: Meeting, item: ItemOf<'draw'>, { make, onward }: Steps): NextStep {
  const draw = drawOfItem(meeting, item.id);
  if (!draw || draw.phase === 'void') {
    const sources = sourcesAtLock(meeting, item);
    // A void draw is not repeated with a salt, and nothing else is left: dice come first.
    if (!canBeLocked(sources))
      return make(
        {
          act: 'add-dice',
          command: { type: 'ChangeItem', item: withDice(item, diceInUse(meeting)) },
        },
        { expects: { item: meeting.current, touched: meeting.touched.roster } },
      );
    if (sources.includes('kept') && !meeting.salts.has(item.id))
      return make({ act: 'keep-salt', command: null });
    if (isMade(drawTerms(meeting, item)) && !madeFor(meeting, item)) {
      const made = meeting.lots.get(item.id);
      if (made?.phase === 'wanted')
        return make({ act: 'wait-lots', command: null, numbers: false });
      const why = made?.phase === 'failed' ? made.why : null;
      return make({ act: 'make-lots', command: { type: 'MakeLots', item: item.id }, why });
    }
    return make(
      { act: 'lock-draw', command: { type: 'LockDraw', item: item.id } },
      { irreversible: true },
    );
  }
  if (draw.phase === 'locked') {
    const { entropy } = draw.lock;
    if (waitsAtOnce(draw)) {
      const asksPhones = entropy.some(({ type }) => type === 'phones');
      const asked = asksPhones && !draw.wordsClosed ? waitedFor(meeting, draw.words) : null;
      // Two presses in all: the first was the one that entered it.
      return make({
        act: 'draw-at-once',
        command: { type: 'DrawAtOnce', draw: draw.id },
        owed: asked ? asked.size - draw.words.length : 0,
        of: asked?.size ?? 0,
      });
    }
    if (!draw.wordsClosed && entropy.some(({ type }) => type === 'phones')) {
      const asked = waitedFor(meeting, draw.words);
      return make(
        {
          act: 'close-words',
          command: { type: 'CloseWords', draw: draw.id },
          owed: asked.size - draw.words.length,
          of: asked.size,
        },
        { irreversible: true },
      );
    }
    if (waitsForNumbers(draw)) return make({ act: 'wait-lots', command: null, numbers: true });
    const dice = diceOf(draw);
    if (dice?.oneByOne)
      return make({
        ...{ act: 'throw-digit', command: null, of: dice.count },
        place: agreedCount(draw.readings, dice.count) + 1,
      });
    if (draw.keeper) return make({ act: 'open-salt', command: null });
    if (beaconOf(draw.lock) && othersClosed(draw))
      return make({ act: 'read-beacon', command: null });
    const command: StaffCommandOf<'ReadEntropy'> = { type: 'ReadEntropy', draw: draw.id };
    // Dice are typed, and fix the result by themselves once both readings agree.
    return dice
      ? make({ act: 'read-entropy', command: null })
      : make({ act: 'read-entropy', command }, { irreversible: true });
  }
  const total = draw.order.length;
  if (draw.shown === total) return onward();
  const shown = shownNext(meeting, draw);
  const names = { owed: total - draw.shown, of: total };
  const command: StaffCommandOf<'ShowNames'> = { type: 'ShowNames', draw: draw.id, shown };
  const pace = paceOf(meeting, draw, total);
  if (pace !== 'group')
    return make({
      ...{ act: 'show-name', command, ...names },
      every: pace === 'name' ? null : pace.every,
    });
  return make({
    ...{ act: 'show-group', command, ...names },
    comes: shown - draw.shown,
    group: nextGroup(meeting, draw) ?? '',
  });
}

/** The kind that lies on the table already: six-sided only where the meeting's draws use no other. */
function diceInUse({ agenda }: Meeting): 'dice10' | 'dice6' {
  const used = agenda.flatMap((item) => kindOf(item).drawing(item)?.sources ?? []);
  return used.includes('dice6') && !used.includes('dice10') ? 'dice6' : 'dice10';
}
