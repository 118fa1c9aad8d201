// The standings that everybody sees, and what the hall's board has opened of them (RULES.md §3, R8, R15).
import type { CategoryId, RoundId, SubjectId } from '../../ids.ts';
import {
  boardBeingOpened,
  boardRows,
  goesOnByCategory,
  isAllOpen,
  ranked,
  rankedAlone,
  type BoardRows,
} from '../../meeting/boards.ts';
import { itemById } from '../../meeting/agenda/items.ts';
import { drawnOrder, type DrawnOrder } from '../../meeting/draws/ranking.ts';
import { allResults, standingResults, type Revealed } from '../../meeting/results.ts';
import type { Meeting } from '../../meeting/state.ts';
import { subjectsIn } from '../../meeting/subjects.ts';
import { inDrawnOrder } from './drawn-rows.ts';
import { shownCategory, perMeeting, shownSubject } from '../seen.ts';
import type { BoardClimb, BoardRow, BoardSlice } from '../slices/number-slices.ts';
import {
  categoryOf,
  categoryScores,
  placesIn,
  placesWithin,
  shownScores,
  type Places,
} from './results.ts';

/**
 * Everything shown so far, with what moved since the board was shown before. While a board is being opened only its opened
 * rows have a rank, and that is the one that they keep; where none is, ranks are among those shown so far. Who takes part no
 * longer has no row.
 */
export const boardSlice = perMeeting((seen): BoardSlice => {
  const { meeting } = seen;
  const results = standingResults(meeting);
  const places = shownPlaces(meeting, results);
  const earlier = shownBefore(meeting, results);
  const before = placesIn(earlier);
  const beforeByCategory = placesWithin(earlier, (one) => categoryOf(meeting, one));
  const byRound = placesWithin(results, ({ round }) => round);
  const newest = newestOf(results);
  const scores = shownScores(meeting);
  const byCategory = categoryScores(meeting);
  const bySubject = new Map(results.map((one) => [one.result.subject, one]));
  const rows = ranked(results).map(({ key }): BoardRow => {
    const overall = places.overall.get(key);
    const inCategory = places.category.get(key);
    const rank = overall?.rank ?? null;
    const categoryRank = inCategory?.rank ?? null;
    return {
      subject: shownSubject(seen, key),
      rank,
      categoryRank,
      categoryTied: (inCategory?.shared ?? 0) > 1,
      lot: rank === null ? null : (drawnOrder(meeting, {}).get(key) ?? null),
      categoryLot: lotInCategory(meeting, key, categoryRank),
      categoryMoved: gained(beforeByCategory.get(key)?.rank, categoryRank),
      round: bySubject.get(key)?.round ?? ('' as RoundId),
      roundRank: byRound.get(key)?.rank ?? null,
      score: scores.get(key) ?? null,
      categoryScore: byCategory.get(key) ?? null,
      why: bySubject.get(key)?.why ?? null,
      tied: (overall?.shared ?? 0) > 1,
      moved: gained(before.get(key)?.rank, rank),
      isNew: earlier.length > 0 && rank !== null && typeof before.get(key)?.rank !== 'number',
      latest: newest.length === 1 && key === newest[0]?.result.subject,
    };
  });
  const takingPart = subjectsIn(meeting);
  const categories = meeting.categories.flatMap(({ id }) => {
    const shownAs = shownCategory(meeting, id);
    const of = takingPart.filter((one) => meeting.subjects.get(one)?.category === id).length;
    return shownAs && of > 0 ? [{ ...shownAs, of }] : [];
  });
  const compared = earlier.length > 0;
  const climb = climbOf(meeting);
  const inAll = climb ? allResults(meeting).length : results.length;
  const tellsNew = 2 * earlier.length >= inAll;
  return { rows: inDrawnOrder(rows), of: takingPart.length, categories, compared, tellsNew, climb };
});

/** The rows that the board on stage has opened, in the order in which they came. */
function climbOf(meeting: Meeting): BoardClimb | null {
  const board = boardRows(meeting, itemById(meeting, meeting.current));
  if (!board) return null;
  const { item, category, rows, podium } = board;
  const order = [...(meeting.boards.get(item)?.opened.keys() ?? [])];
  const lots = drawnOrder(meeting, category === 'all' ? {} : { category });
  return {
    category,
    rows: rows.length,
    opened: order.flatMap((subject) => {
      const at = rows.findIndex(({ key, isOpen }) => key === subject && isOpen);
      return at === -1 ? [] : { subject, place: lineOf(rows, lots, at), podium: at < podium };
    }),
    goesOn: goesOnByCategory(meeting, board),
    alone: isAllOpen(board) ? rankedAlone(meeting) : [],
  };
}

/** Which line of its board a row has, from 0: of those that share a place the one that lots have given it. */
function lineOf(rows: BoardRows['rows'], lots: DrawnOrder, at: number): number {
  const sharing = rows.filter(({ rank }) => rank !== null && rank === rows[at]?.rank);
  const drawn = sharing.flatMap(({ key }) => lots.get(key) ?? []);
  const own = rows[at] && lots.get(rows[at].key);
  if (own === undefined || drawn.length < sharing.length) return at;
  const first = rows.findIndex(({ rank }) => rank === rows[at]?.rank);
  return first + drawn.filter((other) => other < own).length;
}

function lotInCategory(meeting: Meeting, id: SubjectId, rank: number | null): number | null {
  const category = meeting.subjects.get(id)?.category;
  if (rank === null || category === undefined) return null;
  return drawnOrder(meeting, { category }).get(id) ?? null;
}

interface ShownPlaces {
  readonly overall: Places;
  readonly category: Places;
}

function shownPlaces(meeting: Meeting, results: readonly Revealed[]): ShownPlaces {
  const ofCategory = (one: Revealed) => categoryOf(meeting, one);
  const soFar = { overall: placesIn(results), category: placesWithin(results, ofCategory) };
  const board = boardBeingOpened(meeting);
  if (!board) return soFar;
  const all = allResults(meeting);
  const final = placesWithin(all, ofCategory);
  if (board.category === 'all')
    return { overall: openOnly(placesIn(all), board), category: openOnly(final, board) };
  const own = new Map([...final].filter(([id]) => isOf(meeting, id, board.category)));
  const others = [...soFar.category].filter(([id]) => !isOf(meeting, id, board.category));
  return { ...soFar, category: new Map([...others, ...openOnly(own, board)]) };
}

/** A row that is still closed has no place, whatever is known of its score; nor does one that is open tell of it. */
function openOnly(places: Places, { rows }: BoardRows): Places {
  const open = new Set(rows.filter(({ isOpen }) => isOpen).map(({ key }) => key));
  const shown = [...places].filter(([key]) => open.has(key));
  return new Map(
    shown.map(([key, one]) => {
      const shared = shown.filter(([, other]) => other.rank === one.rank).length;
      return [key, { ...one, shared: one.rank === null ? 0 : shared }];
    }),
  );
}

/** What was shown by the time that the board was shown before; without a board on stage, before the newest result. */
function shownBefore(meeting: Meeting, results: readonly Revealed[]): readonly Revealed[] {
  const item = itemById(meeting, meeting.current);
  if (!boardRows(meeting, item)) {
    const newest = newestOf(results);
    return results.filter((one) => !newest.includes(one));
  }
  const since = (item && meeting.boards.get(item.id)?.since) ?? meeting.boardShown;
  return results.filter(({ shown }) => shown !== null && shown <= since);
}

function newestOf(results: readonly Revealed[]): readonly Revealed[] {
  const last = results.at(-1)?.revealed;
  return results.filter(({ revealed }) => revealed === last);
}

function isOf(meeting: Meeting, subject: SubjectId, category: CategoryId | 'all'): boolean {
  return meeting.subjects.get(subject)?.category === category;
}

/** Places gained since `before`; 0 for who had none then or has none now. */
function gained(before: number | null | undefined, now: number | null): number {
  return typeof before === 'number' && now !== null ? before - now : 0;
}
