// The moderator's one obvious next step: always one key, always the exact command.
import { unreachable, type ItemId } from '../ids.ts';
import { leftOut, subjectsOf } from '../meeting/agenda/participation.ts';
import { drawOfItem, itemById, lastAttempt, roundOfItem, subjectOf } from '../meeting/lookup.ts';
import { owing } from '../meeting/recusals.ts';
import { canBeLocked, sourcesAtLock, withDice } from '../meeting/draws/sources.ts';
import { waitingPapers } from '../meeting/papers.ts';
import type { Item, ItemOf } from '../meeting/agenda/item.ts';
import type { Round } from '../meeting/round.ts';
import type { Meeting } from '../meeting/state.ts';
import type { Seen } from './seen.ts';
import type { AgendaRow, NextStep } from './staff-slices.ts';
import { pendingWritten, writtenProgress } from './written.ts';

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
    papers: 0,
    ...part,
  });
  const enter = (row: AgendaRow, owed = 0) =>
    step({ act: 'enter', command: { type: 'EnterItem', item: row.item.id }, item: row, owed });
  const onward = (): NextStep => {
    const here = agenda.findIndex((row) => row.item.id === meeting.current);
    const ahead = agenda.slice(here + 1).filter((row) => isToCome(meeting, row));
    // Nothing is left to come that a written round could stay open beside.
    const isLast = !ahead.some(({ item: one }) => isContest(one));
    const batch = isLast ? pendingWritten(meeting)[0] : undefined;
    if (batch) return roundStep(seen, batch, step, onward);
    const [following] = ahead;
    if (following) return enter(following);
    // Whoever jumped past a unit is led back to it: the meeting is not over before everyone is scored.
    const passed = agenda.slice(0, Math.max(0, here)).filter((row) => isOwed(meeting, row));
    const [first] = passed;
    return first
      ? enter(beginningOf(meeting, agenda, first), passed.length)
      : step({ act: 'finished', command: null });
  };
  // What was left out or is over is stepped past, also where the moderator went back to look at it.
  if (item && (leftOut(meeting).has(item.id) || isOver(meeting, item))) return onward();
  switch (item?.kind) {
    case 'draw':
      return drawStep(meeting, item, step, onward);
    case 'score':
      return scoreStep(seen, item, step, onward);
    case 'written': {
      const round = roundOfItem(meeting, item.id);
      // It stays open beside what follows.
      return round && lastAttempt(round).phase === 'open'
        ? onward()
        : scoreStep(seen, item, step, onward);
    }
    case 'presentation':
      return meeting.countdown === null && item.seconds > 0
        ? step({ act: 'start-countdown', command: { type: 'StartCountdown', item: item.id } })
        : onward();
    default:
      return onward();
  }
}

/** The item before the present one, past those that were skipped; null at the first. */
export function previousItem(meeting: Meeting): ItemId | null {
  const place = meeting.agenda.findIndex(({ id }) => id === meeting.current);
  const before = meeting.agenda.slice(0, Math.max(0, place));
  return before.filter(({ id }) => !leftOut(meeting).has(id)).at(-1)?.id ?? null;
}

/** Whether the way on leads to this item. */
function isToCome(meeting: Meeting, { item, skipped }: AgendaRow): boolean {
  return skipped === null && !isOver(meeting, item);
}

/** Whether an item holds nothing more to do: its result stands, or that of the unit which presents in it. */
function isOver(meeting: Meeting, item: Item): boolean {
  switch (item.kind) {
    case 'score':
    case 'written': {
      const round = roundOfItem(meeting, item.id);
      return round !== undefined && lastAttempt(round).phase === 'revealed';
    }
    case 'draw': {
      const draw = drawOfItem(meeting, item.id);
      return draw?.phase === 'determined' && draw.shown === draw.order.length;
    }
    case 'presentation':
      return meeting.agenda.some(
        (one) => one.kind === 'score' && subjectOf(one) === item.subject && isOver(meeting, one),
      );
    case 'check-in':
    case 'board':
    case 'card':
      return false;
    default:
      return unreachable(item);
  }
}

/** Whether an item that was passed still lacks its result, or the units that it was to draw. */
function isOwed(meeting: Meeting, row: AgendaRow): boolean {
  const { item } = row;
  return item.kind !== 'presentation' && isContest(item) && isToCome(meeting, row);
}

/** Where a turn begins that has not been scored: at its presentation. */
function beginningOf(meeting: Meeting, agenda: readonly AgendaRow[], row: AgendaRow): AgendaRow {
  if (row.item.turn === undefined || roundOfItem(meeting, row.item.id)) return row;
  const ahead = agenda.slice(0, agenda.indexOf(row));
  const presents = ({ item, skipped }: AgendaRow) =>
    item.kind === 'presentation' && item.turn === row.item.turn && skipped === null;
  return ahead.find(presents) ?? row;
}

type Make = (part: Pick<NextStep, 'act' | 'command'> & Partial<NextStep>) => NextStep;

function drawStep(
  meeting: Meeting,
  item: ItemOf<'draw'>,
  step: Make,
  onward: () => NextStep,
): NextStep {
  const draw = drawOfItem(meeting, item.id);
  if (!draw || draw.phase === 'void') {
    const sources = sourcesAtLock(meeting, item);
    // A void draw is not repeated with a salt, and nothing else is left: dice come first.
    if (!canBeLocked(sources))
      return step({
        act: 'add-dice',
        command: { type: 'ChangeItem', item: withDice(item, diceInUse(meeting)) },
        expects: { item: meeting.current, touched: meeting.touched.roster },
      });
    if (sources.includes('kept') && !meeting.salts.has(item.id))
      return step({ act: 'keep-salt', command: null });
    return step({
      act: 'lock-draw',
      command: { type: 'LockDraw', item: item.id },
      irreversible: true,
    });
  }
  if (draw.phase === 'locked') {
    const { entropy } = draw.lock;
    if (!draw.wordsClosed && entropy.some(({ type }) => type === 'phones')) {
      const present = [...meeting.seats.values()].filter((seat) => seat.present);
      return step({
        act: 'close-words',
        command: { type: 'CloseWords', draw: draw.id },
        irreversible: true,
        owed: present.filter(({ id }) => !draw.words.some(({ seat }) => seat === id)).length,
        of: present.length,
      });
    }
    if (draw.keeper) return step({ act: 'open-salt', command: null });
    const needsDice = entropy.some((source) => 'count' in source);
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

/** The kind that lies on the table already: six-sided only where the meeting's draws use no other. */
function diceInUse({ agenda }: Meeting): 'dice10' | 'dice6' {
  const used = agenda.flatMap((item) => (item.kind === 'draw' ? item.sources : []));
  return used.includes('dice6') && !used.includes('dice10') ? 'dice6' : 'dice10';
}

function scoreStep(
  seen: Seen,
  item: ItemOf<'score' | 'written'>,
  step: Make,
  onward: () => NextStep,
): NextStep {
  const round = roundOfItem(seen.meeting, item.id);
  return round
    ? roundStep(seen, round, step, onward)
    : step({ act: 'open-round', command: { type: 'OpenRound', item: item.id } });
}

function roundStep(
  { meeting, book, box }: Seen,
  round: Round,
  step: Make,
  onward: () => NextStep,
): NextStep {
  const papers = waitingPapers(meeting, box, round).length;
  const close = {
    act: 'close-round',
    // The key leaves out no more papers than its card has named.
    command: { type: 'CloseRound', round: round.id, ...(papers === 0 ? {} : { papers }) },
    irreversible: true,
    papers,
  } as const;
  const attempt = lastAttempt(round);
  if (attempt.phase === 'revealed') return onward();
  if (attempt.phase === 'closed')
    return step({
      act: 'reveal-round',
      command: { type: 'RevealRound', round: round.id },
      irreversible: true,
    });
  if (round.kind === 'written') {
    const { done, expected } = writtenProgress({ meeting, book }, round);
    return step({
      ...close,
      owed: expected - done,
      of: expected,
    });
  }
  const seats = subjectsOf(meeting, round).flatMap((subject) =>
    owing(meeting, subject).map((seat) => ({ subject, seat })),
  );
  const owed = seats.filter(
    ({ subject, seat }) => !book.of(round.id, attempt.n, subject).turnout.has(seat.id),
  );
  return step({
    ...close,
    owed: owed.length,
    of: seats.length,
  });
}

/** Whether an item still asks the panel for something, or names who will be asked. */
function isContest(item: Item): boolean {
  return (
    item.kind === 'presentation' ||
    item.kind === 'score' ||
    item.kind === 'written' ||
    (item.kind === 'draw' && item.purpose === 'presenters')
  );
}
