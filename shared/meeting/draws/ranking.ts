// Units of a ranking that a draw is among: the bands that are drawn from, the place that several share. Only what the hall
// has been shown to its first place counts, so that whoever sees the board can say who is in which band.
import type { SubjectId } from '../../ids.ts';
import { remembered } from '../../remembered.ts';
import type { Ranked } from '../../scoring/rank.ts';
import { boardRows, isAllOpen, ranked } from '../boards.ts';
import { standingResults } from '../results.ts';
import type { Band, BandsRule, ItemOf, RankingOf, SharedPlace } from '../agenda/item.ts';
import type { Refusal } from '../refusals.ts';
import type { Meeting } from '../state.ts';
import type { PoolMember } from '../../draw/lock.ts';
import { bandCalled, bandId, bandsTaken } from './bands.ts';
import { givesOrder } from './purposes.ts';
import { isShownOut } from './standing.ts';

type Row = Ranked<SubjectId> & { readonly rank: number };

/** Of all units, as it says in the lock of a tie-break; a category is said by its id. */
const ALL = 'all';

/**
 * The units that have a place, best first; null until a board of them, or of all units, stands open to its first row. A
 * result that came since closes it again, until a board has shown that as well.
 */
export function rankingShown(meeting: Meeting, { category }: RankingOf): readonly Row[] | null {
  const isShown = meeting.agenda.some((item) => {
    if (!meeting.boards.has(item.id)) return false;
    const board = boardRows(meeting, item);
    if (!board || (board.category !== 'all' && board.category !== category)) return false;
    return board.rows.length > 0 && isAllOpen(board);
  });
  return isShown ? standingRows(meeting, category) : null;
}

/**
 * Which band of the rule each unit of its ranking is in. Of a place that the edge of a band goes through all are in the
 * band: no order within a place that the hall was not shown decides about anybody. null where no ranking is shown.
 */
export function bandsIn(meeting: Meeting, rule: BandsRule): ReadonlyMap<string, string> | null {
  const rows = rankingShown(meeting, rule);
  return rows && new Map(rows.map((row) => [row.key, bandOf(rule, row, rows.length)]));
}

/** Units that share this place; none where one has it alone, or no ranking is shown. */
export function tiedAt(meeting: Meeting, tie: SharedPlace): readonly SubjectId[] {
  const sharing = (rankingShown(meeting, tie) ?? []).filter(({ rank }) => rank === tie.place);
  return sharing.length > 1 ? sharing.map(({ key }) => key) : [];
}

/** What keeps the units of a ranking from being drawn among; null also where the item draws among others. */
export function rankingFlaw(
  meeting: Meeting,
  { rule, tie }: Pick<ItemOf<'draw'>, 'rule' | 'tie'>,
  pool: readonly PoolMember[],
): Refusal | null {
  const bands = rule?.kind === 'bands' ? rule : null;
  const of = tie ?? bands;
  if (!of) return null;
  const rows = rankingShown(meeting, of);
  if (!rows) return { code: 'ranking-closed' };
  if (tie) return pool.length < 2 ? { code: 'not-shared', place: tie.place } : null;
  if (!bands) return null;
  if (rows.some((row) => isIn(bands.first, row.rank) && isInLast(bands.last, row, rows.length)))
    return { code: 'bands-overlap', units: rows.length };
  for (const [id, want] of Object.entries(bandsTaken(bands))) {
    const band = bandCalled(id);
    const have = pool.filter(({ a }) => a['band'] === id).length;
    if (band && have < want) return { code: 'band-too-small', band, have, want };
  }
  return null;
}

/** What the lock of a tie-break says of each unit: which board, and which place of it they share. */
export function sharedPlace({ category, place }: SharedPlace) {
  return { board: category ?? ALL, place: String(place) };
}

/** In which order lots have put units that share a place: 1 is the first. */
export type DrawnOrder = ReadonlyMap<SubjectId, number>;

/**
 * The order that was drawn for each place which is still shared by exactly those among whom it was: of all units, and of
 * each category. What was drawn for a place that others have joined or left since says nothing about it.
 */
export const drawnOrders = remembered((meeting: Meeting): ReadonlyMap<string, DrawnOrder> => {
  const orders = new Map<string, Map<SubjectId, number>>();
  for (const draw of meeting.draws) {
    if (!givesOrder(draw) || !isShownOut(draw)) continue;
    const { board = ALL, place } = draw.lock.pool[0]?.a ?? {};
    const rows = standingRows(meeting, meeting.categories.find(({ id }) => id === board)?.id);
    const sharing = rows.filter(({ rank }) => String(rank) === place).map(({ key }) => key);
    if (sharing.length !== draw.order.length || !sharing.every((id) => draw.order.includes(id)))
      continue;
    const order = orders.get(board) ?? new Map<SubjectId, number>();
    draw.order.forEach((id, n) => order.set(id, n + 1));
    orders.set(board, order);
  }
  return orders;
});

/** The orders that were drawn among all units, or among those of a category. */
export function drawnOrder(
  meeting: Meeting,
  { category = ALL }: { category?: string },
): DrawnOrder {
  return drawnOrders(meeting).get(category) ?? new Map<SubjectId, number>();
}

function standingRows(meeting: Meeting, category: RankingOf['category']): readonly Row[] {
  const results = standingResults(meeting).filter(
    ({ result }) =>
      category === undefined || meeting.subjects.get(result.subject)?.category === category,
  );
  return ranked(results).flatMap((row) => (row.rank === null ? [] : [{ ...row, rank: row.rank }]));
}

function bandOf({ first, last }: BandsRule, row: Row, all: number): string {
  if (last && isInLast(last, row, all)) return bandId('last', last.places);
  return first && isIn(first, row.rank) ? bandId('first', first.places) : bandId('rest', 0);
}

function isIn(band: Band | undefined, place: number): boolean {
  return band !== undefined && place <= band.places;
}

/** Counted from the end: whoever shares a place has the last of those that it takes up. */
function isInLast(band: Band | undefined, { rank, shared }: Row, all: number): boolean {
  return band !== undefined && all - (rank + shared - 1) < band.places;
}
