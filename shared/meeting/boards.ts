// How a board comes onto the screen: which rows its next beat opens, which pages the hall has been shown (RULES.md §3).
import type { CategoryId, ItemId, SubjectId } from '../ids.ts';
import { remembered } from '../remembered.ts';
import { rank, type Ranked } from '../scoring/rank.ts';
import { kindOf } from './agenda/kinds.ts';
import type { Item } from './agenda/item.ts';
import { firstTen, podiumOf, TEN, tenOf } from './board-places.ts';
import type { BoardPage, Take } from './board.ts';
import { allResults, openedBy, standingResults, type Revealed } from './results.ts';
import { lastAttempt } from './rounds.ts';
import type { Round } from './round.ts';
import type { Meeting } from './state.ts';

export interface BoardRows {
  readonly item: ItemId;
  readonly category: CategoryId | 'all';
  /** Best first, those without a score last, opened or not. */
  readonly rows: readonly (Ranked<SubjectId> & { readonly isOpen: boolean })[];
  /** How many of them, from the first, are pictures of their own. */
  readonly podium: number;
}

/** The rows of a board item; null for an item of another kind. */
export function boardRows(meeting: Meeting, item: Item | undefined): BoardRows | null {
  const board = item && kindOf(item).board(item);
  if (!board) return null;
  const category = board.category ?? 'all';
  const results = allResults(meeting).filter((one) => isOf(meeting, one, category));
  const open = new Set(
    results.flatMap((one) =>
      openedBy(meeting, item.id, one) === null ? [] : [one.result.subject],
    ),
  );
  const rows = ranked(results).map((one) => ({ ...one, isOpen: open.has(one.key) }));
  return { item: item.id, category, rows, podium: podiumOf(rows) };
}

/** The subjects whose rows come next, in the order in which they come: from the bottom. */
export function nextRows({ rows, podium }: BoardRows, take: Take): readonly SubjectId[] {
  const closed = rows.flatMap(({ isOpen }, place) => (isOpen ? [] : [place])).reverse();
  const [lowest] = closed;
  if (lowest === undefined) return [];
  const wanted = (place: number) => {
    if (take === 'all') return true;
    // Who share a place of the podium share its picture.
    if (lowest < podium) return place < podium && rows[place]?.rank === rows[lowest]?.rank;
    if (take === 'one') return place === lowest;
    return place >= podium && tenOf(place) === tenOf(lowest);
  };
  return closed.filter(wanted).flatMap((place) => rows[place]?.key ?? []);
}

/** What of a board is on the screen: what the moderator turned it to, else where it has come to. */
export function boardPage(meeting: Meeting, board: BoardRows): BoardPage {
  const { boardTurned: turned } = meeting;
  // A list that was turned to may have grown shorter, or a row of it be closed again by another attempt.
  return turned && isSeen(meeting, board, turned) ? turned : frontPage(meeting, board);
}

/** Where the opening has come to: the page of the row that was opened last. */
export function frontPage(
  meeting: Meeting,
  { item, category, rows, podium }: BoardRows,
): BoardPage {
  const first = firstTen(rows.length);
  const open = new Set(rows.filter(({ isOpen }) => isOpen).map(({ key }) => key));
  const newest = [...(meeting.boards.get(item)?.opened.keys() ?? [])]
    .filter((one) => open.has(one))
    .at(-1);
  const place = rows.findIndex(({ key }) => key === newest);
  if (place === -1) return { category, page: 'climb', n: first };
  return place < podium
    ? { category, page: 'podium', n: 0 }
    : { category, page: 'climb', n: Math.min(first, tenOf(place)) };
}

/** The pages that the keys lead through, as far as the hall has seen them: from below, the podium, then by category. */
export function pagesSeen(meeting: Meeting, board: BoardRows): readonly BoardPage[] {
  const { category, rows, podium } = board;
  if (rows.length === 0) return [];
  const climb = Array.from({ length: firstTen(rows.length) + 1 }, (_, n): BoardPage => ({
    category,
    page: 'climb',
    n: firstTen(rows.length) - n,
  }));
  const all = podium > 0 ? [...climb, { category, page: 'podium', n: 0 } as const] : climb;
  if (isAllOpen(board))
    return goesOnByCategory(meeting, board) ? [...all, ...categoryPages(meeting)] : all;
  const front = all.findIndex((page) => isSamePage(page, frontPage(meeting, board)));
  return all.slice(0, front + 1);
}

/** Whether pages of categories follow on those of all, once every row of them is open. */
export function goesOnByCategory(meeting: Meeting, board: BoardRows): boolean {
  return board.category === 'all' && isAllOpen(board) && categoryPages(meeting).length > 0;
}

/** The categories without a page, as one unit alone has a score in them. */
export function rankedAlone(meeting: Meeting): readonly CategoryId[] {
  const ids = meeting.categories.map(({ id }) => id);
  return ids.filter((id) => rankedIn(meeting, id).filter((row) => row.rank !== null).length === 1);
}

export function isAllOpen({ rows }: BoardRows): boolean {
  return rows.every(({ isOpen }) => isOpen);
}

/** Whether the hall may be shown this page: what has not been opened yet is on none of them. */
export function isSeen(meeting: Meeting, board: BoardRows, page: BoardPage): boolean {
  if (pagesSeen(meeting, board).some((one) => isSamePage(one, page))) return true;
  if (!isAllOpen(board)) return false;
  const rows = rankedIn(meeting, page.category);
  if (page.page === 'list') return page.n < Math.max(1, Math.ceil(rows.length / TEN));
  return page.page === 'podium' && page.n === 0 && podiumOf(rows) > 0;
}

export function isSamePage(one: BoardPage, other: BoardPage): boolean {
  return one.category === other.category && one.page === other.page && one.n === other.n;
}

/** How many pages the list of a category has, or that of all. */
export function listPages(meeting: Meeting, category: CategoryId | 'all'): number {
  return Math.ceil(rankedIn(meeting, category).length / TEN);
}

/**
 * Whether the board's move is still due after a live scoring: its result came last, has a rank, and is not the only one
 * that has.
 */
export function moveIsDue(meeting: Meeting, round: Round): boolean {
  const attempt = lastAttempt(round);
  if (attempt.phase !== 'revealed' || round.kind !== 'live') return false;
  if (meeting.current !== round.item || meeting.moves.get(round.id) === attempt.n) return false;
  const results = standingResults(meeting);
  const newest = results.filter(({ revealed }) => revealed === results.at(-1)?.revealed);
  return (
    newest.length === 1 &&
    newest[0]?.round === round.id &&
    newest[0].score !== null &&
    results.filter(({ score }) => score !== null).length > 1
  );
}

/**
 * The board that is being opened: the one on stage once its first row is open, or the last one that was left with results in
 * it that nobody has seen. Until its last row is open only its opened rows have a rank.
 */
export function boardBeingOpened(meeting: Meeting): BoardRows | null {
  const begun = meeting.agenda.filter(({ id }) => meeting.boards.has(id));
  const counts = begun.filter((item) => item.id === meeting.current || holdsUnseen(meeting, item));
  const boards = counts.flatMap((item) => boardRows(meeting, item) ?? []);
  const open = boards.filter(
    (board) => !isAllOpen(board) && board.rows.some(({ isOpen }) => isOpen),
  );
  return open.find(({ item }) => item === meeting.current) ?? open.at(-1) ?? null;
}

/** Whether rows of this board hold results that nobody has seen. */
export function holdsUnseen(meeting: Meeting, item: Item): boolean {
  const board = kindOf(item).board(item);
  if (!board) return false;
  return allResults(meeting).some(
    (one) => one.shown === null && isOf(meeting, one, board.category ?? 'all'),
  );
}

/** Of each category with places of its own, its first three; its list where more than two share one of them. */
function categoryPages(meeting: Meeting): readonly BoardPage[] {
  const ids = meeting.categories.map(({ id }) => id);
  const pages = ids.flatMap((category): readonly BoardPage[] => {
    const rows = rankedIn(meeting, category);
    if (rows.filter((row) => row.rank !== null).length < 2) return [];
    return [{ category, page: podiumOf(rows) > 0 ? 'podium' : 'list', n: 0 }];
  });
  const used = ids.filter((id) => rankedIn(meeting, id).length > 0);
  return used.length > 1 ? pages : [];
}

/** The rows that everybody has seen, by category. */
const seenRows = remembered(
  (_: Meeting) => new Map<CategoryId | 'all', readonly Ranked<SubjectId>[]>(),
);

function rankedIn(meeting: Meeting, category: CategoryId | 'all') {
  const known = seenRows(meeting);
  const rows =
    known.get(category) ??
    ranked(standingResults(meeting).filter((one) => isOf(meeting, one, category)));
  known.set(category, rows);
  return rows;
}

function isOf(meeting: Meeting, { result }: Revealed, category: CategoryId | 'all'): boolean {
  return category === 'all' || meeting.subjects.get(result.subject)?.category === category;
}

export function ranked(results: readonly Revealed[]): readonly Ranked<SubjectId>[] {
  return rank(results.map(({ result, score }) => ({ key: result.subject, score })));
}
