// How the names of a determined draw come: in which order, how many with one key, and when the next by itself.
import type { Instant } from '../../instant.ts';
import type { Pace } from '../agenda/item.ts';
import { itemById } from '../agenda/items.ts';
import { kindOf } from '../agenda/kinds.ts';
import type { Meeting } from '../state.ts';
import type { Draw } from './draw.ts';
import { fillsSeats } from './purposes.ts';

type Determined = Extract<Draw, { readonly phase: 'determined' }>;
type Drawn = Determined['order'][number];

/** More names than this come a group a key, where nobody chose otherwise. */
export const NAMES_ONE_BY_ONE = 20;
/** Names of a group at the most, where the draw has no groups of its own. */
const BUNDLE = 10;

/** Of a draw, as it was chosen on stage, else as its item has it. */
export function paceOf(meeting: Meeting, draw: Draw, names: number): Pace {
  const item = itemById(meeting, draw.item);
  const chosen = draw.pace ?? (item && kindOf(item).drawing(item)?.pace);
  return chosen ?? usualPace(names);
}

export function usualPace(names: number): Pace {
  return names > NAMES_ONE_BY_ONE ? 'group' : 'name';
}

/**
 * The drawn in the order in which the hall sees them: that of the draw (DRAW.md §5), and where they fill seats group
 * after group, within each in that order. The pace has no part in it, so that it may change at any time.
 */
export function appearance(meeting: Meeting, draw: Determined): readonly Drawn[] {
  const cells = cellsByName(meeting, draw);
  if (!cells) return draw.order;
  const place = (id: Drawn) => cells.order.indexOf(cells.of.get(id) ?? '');
  return [...draw.order].sort((a, b) => place(a) - place(b));
}

/** How many names stand there after one more key. */
export function shownNext(meeting: Meeting, draw: Determined): number {
  const { shown, order } = draw;
  if (paceOf(meeting, draw, order.length) !== 'group') return shown + 1;
  const cells = cellsByName(meeting, draw);
  if (!cells) {
    const size = Math.ceil(order.length / Math.ceil(order.length / BUNDLE));
    return Math.min(order.length, (Math.floor(shown / size) + 1) * size);
  }
  const names = appearance(meeting, draw);
  const cell = (n: number) => cells.of.get(names[n] ?? '');
  let end = shown + 1;
  while (end < names.length && cell(end) === cell(shown)) end += 1;
  return end;
}

/** The name of the group whose names come next; null where the draw is by none. */
export function nextGroup(meeting: Meeting, draw: Determined): string | null {
  const next = cellsByName(meeting, draw)?.of.get(appearance(meeting, draw)[draw.shown] ?? '');
  return meeting.groups.find(({ id }) => id === next)?.name ?? null;
}

/** When the next name comes by itself, and how many there are then; null where a key brings it. */
export interface NameDue {
  readonly draw: Draw['id'];
  readonly shown: number;
  readonly at: Instant;
}

/** The moderator's key brings the first name; the others follow while the draw is on stage. */
export function nameDue(meeting: Meeting): NameDue | null {
  const draw = meeting.draws.at(-1);
  if (draw?.phase !== 'determined' || draw.item !== meeting.current) return null;
  const { id, shown, shownAt, order } = draw;
  const pace = paceOf(meeting, draw, order.length);
  if (typeof pace === 'string' || shownAt === null || shown === order.length) return null;
  return { draw: id, shown: shown + 1, at: shownAt + pace.every * 1000 };
}

/** The groups that a panel is drawn by; null for every other draw. */
function cellsByName(meeting: Meeting, draw: Determined) {
  if (!fillsSeats(draw)) return null;
  const of = new Map<string, string>();
  for (const { id, a } of draw.lock.pool) if (a['group'] !== undefined) of.set(id, a['group']);
  return of.size === 0 ? null : { of, order: meeting.groups.map(({ id }): string => id) };
}
