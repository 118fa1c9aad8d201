// A draw as everyone sees it: never one name more than has been shown, never the entropy (DRAW.md §6).
import { inclusion } from '../draw/rules.ts';
import { rational, toFraction } from '../scoring/rational.ts';
import { drawOfItem, drawPool } from '../meeting/lookup.ts';
import type { Draw, ItemOf } from '../meeting/state.ts';
import { nameOf } from '../meeting/world.ts';
import { perMeeting, subjectCard, type Seen } from './seen.ts';
import type { DrawnName, DrawView } from './slices.ts';

/** The item's newest draw, or what it will be before it is locked. */
export function drawOfStage(seen: Seen, item: ItemOf<'draw'>): DrawView {
  const draw = drawOfItem(seen.meeting, item.id);
  return draw ? lockedView(seen, draw) : readyView(seen, item);
}

/** Every draw that was locked, newest first. */
export const drawsSlice = perMeeting((seen): readonly DrawView[] =>
  seen.meeting.draws.map((draw) => lockedView(seen, draw)).reverse(),
);

function readyView(seen: Seen, item: ItemOf<'draw'>): DrawView {
  const of = drawPool(seen.meeting, item.purpose).length;
  return {
    id: null,
    purpose: item.purpose,
    take: item.take,
    of,
    chance: of >= item.take && of > 0 ? toFraction(rational(item.take, of)) : '0/1',
    sources: item.sources.map((type) => ({ type, count: type === 'dice10' ? 20 : 1, read: false })),
    assurance: null,
    phase: 'ready',
    lockHash: null,
    lockedAt: null,
    shown: [],
    why: null,
  };
}

function lockedView(seen: Seen, draw: Draw): DrawView {
  const { lock } = draw;
  return {
    id: draw.id,
    purpose: draw.purpose,
    take: 'k' in lock.rule ? lock.rule.k : 0,
    of: lock.pool.length,
    chance: Object.values(inclusion(lock))[0] ?? '0/1',
    sources: lock.entropy.map((source) => ({
      type: source.type,
      count: 'count' in source ? source.count : 1,
      read: draw.phase === 'determined',
    })),
    assurance: draw.assurance,
    phase: drawPhase(draw),
    lockHash: draw.lockHash,
    lockedAt: lock.locked_at,
    shown: draw.phase === 'determined' ? shownNames(seen, draw) : [],
    why: draw.phase === 'void' ? draw.why : null,
  };
}

function drawPhase(draw: Draw): DrawView['phase'] {
  if (draw.phase !== 'determined') return draw.phase;
  return draw.shown === draw.order.length ? 'done' : 'showing';
}

function shownNames(
  seen: Seen,
  draw: Extract<Draw, { readonly phase: 'determined' }>,
): readonly DrawnName[] {
  const { meeting, directory } = seen;
  return draw.order.slice(0, draw.shown).map((id) => {
    const subject = [...meeting.subjects.values()].find((one) => one.id === id);
    if (draw.purpose === 'presenters' && subject)
      return {
        id,
        name: nameOf(directory, 'subject', id),
        subject: subjectCard(seen, subject.id),
        group: null,
      };
    const reviewer = [...meeting.pool.values()].find((one) => one.id === id);
    const group = meeting.groups.find((one) => one.id === reviewer?.group);
    return {
      id,
      name: nameOf(directory, 'reviewer', id),
      subject: null,
      group: group?.name ?? null,
    };
  });
}
