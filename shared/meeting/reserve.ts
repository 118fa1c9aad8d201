// The reserve of the panel's draws: who is left of it, who would come next, who was sent in.
import { fillsSeats } from './draws/purposes.ts';
import { isShownOut } from './draws/standing.ts';
import { attributesOf, cellsOf } from '../draw/cells.ts';
import { remembered } from '../remembered.ts';
import { hasConflict } from './recusals.ts';
import type { ReviewerId, SeatId, SubjectId } from '../ids.ts';
import type { MeetingEvent } from './events.ts';
import type { Draw, DrawOfPeople } from './draws/draw.ts';
import { reviewerKey, seatFor, type NewSeat, type Reviewer, type Seat } from './people.ts';
import type { Meeting } from './state.ts';

type PanelDraw = Extract<DrawOfPeople, { readonly phase: 'determined' }>;
type SeatReplaced = Extract<MeetingEvent, { readonly type: 'SeatReplaced' }>;

/**
 * Where a member of the pool stands in the reserve of the cell they were drawn in, from 1; null where in none. Nobody
 * is in a reserve before the last name of its draw is shown: that alone would tell who is not drawn (DRAW.md §6).
 */
export function placeInReserve(meeting: Meeting, reviewer: ReviewerId): number | null {
  for (const { ids } of reservesOf(meeting)) {
    const place = ids.indexOf(reviewer);
    if (place >= 0) return place + 1;
  }
  return null;
}

/** What is left of one cell's reserve, in ticket order. */
export interface Reserve {
  readonly draw: PanelDraw['id'];
  readonly cell: string;
  readonly ids: readonly ReviewerId[];
}

export function reservesOf(meeting: Meeting): readonly Reserve[] {
  const taken = new Taken(meeting);
  return panelDraws(meeting).flatMap(({ id: draw, reserve }) =>
    reserve.map(({ cell, ids }) => ({
      draw,
      cell,
      ids: ids.filter((id) => !taken.has(id)),
    })),
  );
}

/** The draw and the cell that gave this reviewer a seat, first or in someone's stead; undefined where seated by hand. */
export function drawnBy(
  meeting: Meeting,
  reviewer: ReviewerId,
): Pick<Reserve, 'draw' | 'cell'> | undefined {
  const draw = panelDraws(meeting).find(
    ({ id, order }) =>
      order.includes(reviewer) ||
      meeting.replacements.some((one) => one.draw === id && one.in === reviewer),
  );
  return draw && { draw: draw.id, cell: cellOf(draw, reviewer) };
}

/** What `ReplaceAbsent` would do to each absent seat now; `in` null where it would stay empty. */
export function absentPlan(
  meeting: Meeting,
): readonly { readonly seat: SeatId; readonly in: ReviewerId | null }[] {
  const taken = new Taken(meeting);
  return absentSeats(meeting).map((seat) => {
    const chosen = successor(meeting, seat, taken)?.chosen ?? null;
    if (chosen !== null) taken.add(chosen);
    return { seat: seat.id, in: chosen };
  });
}

/** Seats of people who were expected and have not checked in. */
export function absentSeats(meeting: Meeting): readonly Seat[] {
  return [...meeting.seats.values()].filter(({ present, gone }) => !present && gone === null);
}

/** Everyone who has or had a seat: nobody is sent in twice. */
export class Taken {
  readonly #ids: Set<string>;
  readonly #lastHash = new Map<string, string>();
  #seats: number;

  constructor(meeting: Meeting) {
    this.#ids = new Set([...meeting.seats.values()].map(({ holder }) => holder.id));
    this.#seats = meeting.seats.size;
    for (const { draw, recordHash } of meeting.replacements) this.#lastHash.set(draw, recordHash);
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  add(id: ReviewerId): void {
    this.#ids.add(id);
    this.#seats += 1;
  }

  follow({ draw, recordHash, in: holder }: SeatReplaced): void {
    this.#lastHash.set(draw, recordHash);
    if (holder) this.add(holder.holder.id as ReviewerId);
  }

  lastHash(draw: PanelDraw): string {
    return this.#lastHash.get(draw.id) ?? draw.recordHash;
  }

  nextSeat(reviewer: Reviewer): NewSeat {
    return seatFor(reviewer, this.#seats + 1);
  }
}

/** Whose turn it is in what is left of a reserve, and who stands before them and is passed over. */
export interface Next {
  /** null where nobody can come; then all are passed over. */
  readonly chosen: ReviewerId | null;
  readonly skipped: readonly ReviewerId[];
}

/** The first in ticket order who can come (DRAW.md §6). */
export function firstWho(left: readonly ReviewerId[], canCome: (id: ReviewerId) => boolean): Next {
  const place = left.findIndex(canCome);
  return place < 0
    ? { chosen: null, skipped: left }
    : { chosen: left[place] ?? null, skipped: left.slice(0, place) };
}

/**
 * Who of a panel's reserve comes next: whoever is in the house and, where a recusal is why, is not recused likewise.
 *
 * @param conflict the subject that the one who goes is recused from, where that is why they go
 */
export function nextOf(meeting: Meeting, left: readonly ReviewerId[], conflict?: SubjectId): Next {
  return firstWho(
    left,
    (id) => meeting.arrived.has(reviewerKey(id)) && !hasConflict(meeting, id, conflict),
  );
}

/** Who takes a seat over, by which draw, and in whose stead. */
export interface Succession extends Next {
  readonly draw: PanelDraw;
  readonly out: ReviewerId;
}

/** undefined where the seat was not drawn: then there is no reserve that could be asked. */
export function successor(
  meeting: Meeting,
  seat: Seat,
  taken: Taken,
  conflict?: SubjectId,
): Succession | undefined {
  if (seat.holder.kind !== 'reviewer') return undefined;
  const out = seat.holder.id;
  const origin = drawnBy(meeting, out);
  const draw = origin && panelDraws(meeting).find(({ id }) => id === origin.draw);
  if (!draw) return undefined;
  const reserve = draw.reserve.find(({ cell }) => cell === origin.cell)?.ids ?? [];
  const left = reserve.filter((id) => !taken.has(id));
  return { draw, out, ...nextOf(meeting, left, conflict) };
}

/** Panel draws whose last name is shown. */
function panelDraws(meeting: Meeting): readonly PanelDraw[] {
  return meeting.draws.filter(fillsSeats).filter(isShownOut);
}

/** Remembered, as every seat asks for its cell. */
const cellsById = remembered(({ pool, rule }: Draw['lock']) => {
  const all = [...cellsOf(pool, attributesOf(rule))];
  return new Map(all.flatMap(([cell, members]) => members.map(({ id }) => [id, cell])));
});

/** The cell of a lock's rule that a member of its pool is in. */
export function cellOf({ lock }: Draw, id: string): string {
  return cellsById(lock).get(id) ?? '';
}
