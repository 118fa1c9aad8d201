// What a board asks of the moderator: to open the next row, to turn its pages; and the board's move after a live scoring.
import {
  boardPage,
  boardRows,
  isAllOpen,
  isSamePage,
  listPages,
  moveIsDue,
  nextRows,
  pagesSeen,
} from '../../meeting/boards.ts';
import type { BoardPage } from '../../meeting/board.ts';
import type { StaffCommandOf } from '../../meeting/commands.ts';
import type { Item } from '../../meeting/agenda/item.ts';
import type { Round } from '../../meeting/round.ts';
import type { Meeting } from '../../meeting/state.ts';
import type { Steps } from '../kinds/kind.ts';
import { shownCategory, type Seen } from '../seen.ts';
import type { NextStep } from '../slices/next-step.ts';

export function boardStep(seen: Seen, item: Item, { make, onward }: Steps): NextStep {
  const { meeting } = seen;
  const board = boardRows(meeting, item);
  if (!board || board.rows.length === 0) return onward();
  const next = pageBeside(meeting, item, 1);
  if (next) {
    const { category } = next;
    return make({
      act: 'turn-page',
      command: turn(next),
      page: next.page,
      about: category === 'all' ? '' : (shownCategory(meeting, category)?.name ?? ''),
    });
  }
  if (isAllOpen(board)) return onward();
  const closed = board.rows.flatMap(({ isOpen }, place) => (isOpen ? [] : [place + 1]));
  const show = (take: 'one' | 'ten' | 'all') =>
    ({ type: 'ShowRows', item: item.id, take }) as const;
  return make({
    act: 'show-row',
    command: show('one'),
    place: closed.at(-1) ?? 1,
    owed: closed.length,
    of: board.rows.length,
    // The podium comes one by one.
    ten: closed.length > FEW ? { command: show('ten'), rows: nextRows(board, 'ten').length } : null,
    all: show('all'),
  });
}

/** After a live scoring the board moves; null where it has, or nothing would. */
export function moveStep({ meeting }: Seen, round: Round, { make }: Steps): NextStep | null {
  return moveIsDue(meeting, round)
    ? make({ act: 'show-move', command: { type: 'ShowMove', round: round.id } })
    : null;
}

/** What the key back does on a board: the page before; null on its first. */
export function boardBack(
  meeting: Meeting,
  item: Item | undefined,
): StaffCommandOf<'TurnBoard'> | null {
  const before = item && pageBeside(meeting, item, -1);
  return before ? turn(before) : null;
}

/** From how many closed rows on ten may come at once. */
const FEW = 4;

function turn({ category, page, n }: BoardPage): StaffCommandOf<'TurnBoard'> {
  return { type: 'TurnBoard', category, page, n };
}

/** The page after or before the one on the screen: of the same list, else of those that the hall has seen. */
function pageBeside(meeting: Meeting, item: Item, by: 1 | -1): BoardPage | null {
  const board = boardRows(meeting, item);
  if (!board) return null;
  const here = boardPage(meeting, board);
  const beside = { ...here, n: here.n + by };
  if (here.page === 'list' && beside.n >= 0 && beside.n < listPages(meeting, here.category))
    return beside;
  const pages = pagesSeen(meeting, board);
  // Among them a list stands once, for all of its pages.
  const first = here.page === 'list' ? { ...here, n: 0 } : here;
  const place = pages.findIndex((page) => isSamePage(page, first));
  return place === -1 ? null : (pages[place + by] ?? null);
}
