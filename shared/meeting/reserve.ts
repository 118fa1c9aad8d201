// The reserve of the panel's draws: who is left of it, who would come next, who was sent in.
import { fillsSeats } from './draws/purposes.ts';
import { isShownOut, standingFor } from './draws/standing.ts';
import { attributesOf, cellsOf } from '../draw/cells.ts';
import { toHex } from '../draw/hash.ts';
import { inLine } from '../draw/in-line.ts';
import { quotasIn } from '../draw/quotas.ts';
import { seedOf } from '../draw/seed.ts';
import { remembered } from '../remembered.ts';
import { hasConflict } from './recusals.ts';
import { GROUP } from './attributes.ts';
import type { GroupId, ReviewerId, SeatId, SubjectId } from '../ids.ts';
import type { MeetingEvent } from './events.ts';
import type { Draw, DrawOfPeople, Replacement } from './draws/draw.ts';
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
  /** The group that all of the cell are of; null where the rule does not draw by it. */
  readonly group: GroupId | null;
  readonly ids: readonly ReviewerId[];
  /** Who could take over from someone of the cell, in the order in which they are asked: most often the same. */
  readonly line: readonly ReviewerId[];
}

export function reservesOf(meeting: Meeting): readonly Reserve[] {
  const taken = new Taken(meeting);
  const isLeft = (id: string) => !taken.has(id);
  return panelDraws(meeting).flatMap((draw) =>
    draw.reserve.map(({ cell, ids }) => {
      const left = ids.filter(isLeft);
      const any = quotasIn(draw.lock.rule).length > 0 && someoneOf(draw, cell);
      const line = any ? lineFor(draw, standingFor(meeting, draw), any, isLeft) : left;
      return { draw: draw.id, cell, group: groupIn(draw, cell), ids: left, line };
    }),
  );
}

/** The group that a cell of the rule is of. */
function groupIn({ lock }: Draw, cell: string): GroupId | null {
  const place = attributesOf(lock.rule).indexOf(GROUP);
  return place < 0 ? null : ((cell.split('|')[place] ?? '') as GroupId);
}

/** Someone of a cell: for whom of it a line is asked makes no difference. */
function someoneOf(draw: Draw, cell: string): string {
  return draw.lock.pool.find(({ id }) => cellOf(draw, id) === cell)?.id ?? '';
}

/**
 * Who could take over from someone drawn, in the order in which they are asked (DRAW.md §6): what is left of the reserve of
 * their cell, and under quotas over several attributes then whoever of the others keeps every one.
 *
 * @param standing whom the draw stands for now
 */
export function lineFor(
  draw: Extract<DrawOfPeople, { readonly phase: 'determined' }>,
  standing: readonly ReviewerId[],
  out: string,
  isLeft: (id: string) => boolean,
): readonly ReviewerId[] {
  const { lock, lockHash, entropy, reserve } = draw;
  if (quotasIn(lock.rule).length === 0) {
    const cell = cellOf(draw, out);
    return (reserve.find((one) => one.cell === cell)?.ids ?? []).filter(isLeft);
  }
  const seed = toHex(seedOf(lockHash, entropy));
  const byCell = Object.fromEntries(reserve.map(({ cell, ids }) => [cell, ids]));
  return inLine({ lock, seed, reserve: byCell, standing, isLeft }, out) as readonly ReviewerId[];
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
    const found = successor(meeting, seat, taken);
    const chosen = found?.chosen ?? null;
    if (found && chosen !== null) taken.send({ draw: found.draw.id, out: found.out, in: chosen });
    return { seat: seat.id, in: chosen };
  });
}

/** Seats of people who were expected and have not checked in. */
export function absentSeats(meeting: Meeting): readonly Seat[] {
  return [...meeting.seats.values()].filter(
    ({ holder, present, gone }) => holder.kind === 'reviewer' && !present && gone === null,
  );
}

type Sent = Pick<Replacement, 'draw' | 'out' | 'in'>;

/** Everyone who has or had a seat, and who came for whom: nobody is sent in twice. */
export class Taken {
  readonly #ids: Set<string>;
  readonly #sent: Sent[];
  readonly #lastHash = new Map<string, string>();
  #seats: number;

  constructor(meeting: Meeting) {
    this.#ids = new Set(
      [...meeting.seats.values()].flatMap(({ holder }) =>
        holder.kind === 'reviewer' ? [holder.id] : [],
      ),
    );
    this.#seats = meeting.seats.size;
    this.#sent = [...meeting.replacements];
    for (const { draw, recordHash } of meeting.replacements) this.#lastHash.set(draw, recordHash);
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  send(one: Sent): void {
    this.#sent.push(one);
    if (one.in === null) return;
    this.#ids.add(one.in);
    this.#seats += 1;
  }

  follow({ draw, out, recordHash, in: holder }: SeatReplaced): void {
    this.#lastHash.set(draw, recordHash);
    this.send({ draw, out, in: (holder?.holder.id ?? null) as ReviewerId | null });
  }

  /** Whom a draw stands for now. */
  standing(draw: PanelDraw): readonly ReviewerId[] {
    return standingFor({ replacements: this.#sent }, draw);
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
  const left = lineFor(draw, taken.standing(draw), out, (id) => !taken.has(id));
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
