// Meetings about to draw: units and a pool, one draw item on stage, and its ceremony in one step each.
import type { Draw } from '../../../shared/meeting/draws/draw.ts';
import type { DrawSettings, ItemOf } from '../../../shared/meeting/agenda/item.ts';
import { screenView } from '../../../shared/views/audiences/screen.ts';
import type { DrawView } from '../../../shared/views/slices/draw-slices.ts';
import { created, itemId, reviewerId, seatId, subjectId, type Play } from '../../builders.ts';

export const DICE10 = '84019375620184736251';
export const DICE6 = '41526334152633415263341526';

/** The founding case's pool, by group. */
export const FOUNDING = [60, 60, 70, 110] as const;
const GROUPS = ['人大代表', '政协委员', '企业代表', '群众代表'];
const CATEGORIES = ['区级部门', '双管单位', '乡镇', '街道'];

export type Drawing = Omit<Partial<DrawSettings>, 'purpose'> & Pick<DrawSettings, 'purpose'>;

/** Units by category and a pool by group, nobody seated; unit ids U001…, reviewer ids R001…. */
export function pooled(
  groups: readonly number[] = FOUNDING,
  categories: readonly number[] = [5, 3, 2, 2],
): Play {
  const play = created();
  const many = (counts: readonly number[], names: readonly string[]) =>
    counts.flatMap((count, n) => Array.from({ length: count }, () => names[n] ?? ''));
  play.staff({
    type: 'ImportSubjects',
    source: 'units.csv',
    entries: many(categories, CATEGORIES).map((category, n) => ({
      id: subjectId(numbered('U', n)),
      kind: 'unit',
      name: `${category}第${String(n + 1)}`,
      category,
    })),
  });
  return play.staff({
    type: 'ImportReviewers',
    source: 'reviewers.csv',
    entries: many(groups, GROUPS).map((group, n) => ({
      id: reviewerId(numbered('R', n)),
      name: `${group}${numbered('', n)}`,
      group,
      attributes: {},
      recusals: n === 0 ? [subjectId('U001')] : [],
    })),
  });
}

/** {@link pooled} with everyone seated and checked in, S001 for R001 and so on. */
export function inHouse(groups: readonly number[], categories?: readonly number[]): Play {
  const play = pooled(groups, categories);
  const ids = [...play.meeting.pool.keys()];
  play.staff({ type: 'IssueTickets', reviewers: ids });
  play.staff({ type: 'FillSeats', reviewers: ids });
  ids.forEach((id) => play.claim(id));
  return play;
}

/** Puts a draw on the agenda, behind `after` or at the end, and enters it. */
export function enterDraw(play: Play, settings: Drawing, id = 'draw'): Play {
  const item: ItemOf<'draw'> = {
    id: itemId(id),
    kind: 'draw',
    take: 1,
    sources: ['dice10'],
    ...(settings.purpose === 'presenters' ? { follow: FOLLOW } : {}),
    ...settings,
  };
  const last = play.meeting.agenda.at(-1)?.id ?? null;
  play.staff({ type: 'AddItems', after: last, items: [item] });
  return play.staff({ type: 'EnterItem', item: item.id });
}

const FOLLOW = {
  presentationSeconds: 60,
  score: { sheet: 'live', disclosure: 'live', seconds: 60 },
} as const;

/** Locks it, unless it was locked as it was entered. */
export function lock(play: Play, id = 'draw'): Play {
  const last = play.meeting.draws.at(-1);
  if (last?.item === itemId(id) && last.phase === 'locked') return play;
  return play.staff({ type: 'LockDraw', item: itemId(id) });
}

export function read(play: Play, dice = DICE10): Play {
  return play.read(dice);
}

/** Shows every name at once. */
export function showAll(play: Play): Play {
  const draw = determined(play);
  return play.staff({ type: 'ShowNames', draw: draw.id, shown: draw.order.length });
}

/** A whole draw, from its item to its last name. */
export function drawn(play: Play, settings: Drawing, id = 'draw', dice = DICE10): Play {
  return showAll(read(lock(enterDraw(play, settings, id), id), dice));
}

export function lastDraw(play: Play): Draw {
  const draw = play.meeting.draws.at(-1);
  if (!draw) throw new Error('no draw');
  return draw;
}

/** The draw that is on the screen. */
export function shownDraw(play: Play): DrawView {
  const { body } = screenView(play).stage;
  if (body.kind !== 'draw') throw new Error(body.kind);
  return body.draw;
}

export function determined(play: Play): Extract<Draw, { readonly phase: 'determined' }> {
  const draw = lastDraw(play);
  if (draw.phase !== 'determined') throw new Error(draw.phase);
  return draw;
}

/** What a seat's phone comes to with a word for the newest draw. */
export function decideWord(play: Play, seat: string, word: string) {
  return play.decideSeat({
    type: 'SendWord',
    seat: seatId(seat),
    claim: play.meeting.seats.get(seatId(seat))?.claim ?? 0,
    draw: lastDraw(play).id,
    word,
  });
}

export function sendWord(play: Play, seat: string, word: string): Play {
  const decision = decideWord(play, seat, word);
  if (!decision.ok) throw new Error(decision.refusal.code);
  return play.commit(decision, { kind: 'seat', id: seatId(seat) });
}

function numbered(letter: string, n: number): string {
  return `${letter}${String(n + 1).padStart(3, '0')}`;
}
