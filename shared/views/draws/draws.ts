// A draw as everyone sees it: never one name more than has been shown, and no entropy before the last (DRAW.md §6).
import { subjectAsked } from '../../meeting/agenda/participation.ts';
import { drawsPeople, passesOn, PURPOSES } from '../../meeting/draws/purposes.ts';
import { phonesEntropy } from '../../draw/entropy.ts';
import type { DrawId, SubjectId } from '../../ids.ts';
import { DICE } from '../../meeting/decide/draws.ts';
import { sealDifferences } from '../../meeting/draws/seals.ts';
import { assuranceOfSources, sourcesAtLock } from '../../meeting/draws/sources.ts';
import { drawTerms } from '../../meeting/draws/terms.ts';
import { appearance, paceOf, usualPace } from '../../meeting/draws/pace.ts';
import { beaconOf, othersClosed } from '../../meeting/draws/beacon.ts';
import { entropyRead } from '../../meeting/draws/entropy-read.ts';
import { dieStates, diceOf } from '../../meeting/draws/reading.ts';
import { drawOfItem, isShownOut, standingFor } from '../../meeting/draws/standing.ts';
import { waitedFor } from '../../meeting/holders.ts';
import { itemById } from '../../meeting/agenda/items.ts';
import type { Draw } from '../../meeting/draws/draw.ts';
import type { DrawPurpose, ItemOf } from '../../meeting/agenda/item.ts';
import type { Meeting } from '../../meeting/state.ts';
import { meets, quotasIn } from '../../draw/quotas.ts';
import { GROUP } from '../../meeting/attributes.ts';
import { quotaId } from '../../meeting/draws/quotas.ts';
import { commonChance, drawCells, isByQuotas, takenBy } from './draw-cells.ts';
import { chanceFor, lotteryOf, lotteryToCome } from './lottery.ts';
import { groupName, replacementsOf } from './replacements.ts';
import { lotsOf, lotsToCome } from './lots.ts';
import { poolFacts } from './pool-facts.ts';
import { named } from '../named.ts';
import { perMeeting, shownSubject, type Seen } from '../seen.ts';
import type { ShownSubject } from '../slices/shown.ts';
import type {
  DieSlot,
  DrawnName,
  DrawView,
  DrawWords,
  LockedDraw,
  ReadyDraw,
  ShownBeacon,
  ShownDice,
} from '../slices/draw-slices.ts';

type Determined = Extract<Draw, { readonly phase: 'determined' }>;

/** The item's newest draw, or what it will be before it is locked. */
export function drawOfStage(seen: Seen, item: ItemOf<'draw'>): DrawView {
  const draw = drawOfItem(seen.meeting, item.id);
  return draw ? lockedView(seen, draw) : readyView(seen, item);
}

/** A draw as staff see it while its dice are read: who types the second reading sees no digit of the first. */
export function drawOfStaff(given: DrawView): DrawView {
  const draw = withDigitsThatStand(given);
  const { dice } = draw;
  if (!dice || draw.phase !== 'locked') return draw;
  const slots = dice.slots.map(({ state }) => ({ state, digit: null }));
  return { ...draw, dice: { six: dice.six, first: dice.first, second: dice.second, slots } };
}

/** Every draw that was locked, newest first; without the lists of words, which every draw's record holds, and dice that are being read. */
export const drawsSlice = perMeeting((seen): readonly LockedDraw[] =>
  seen.meeting.draws
    .map((draw) => ({ ...withoutList(lockedView(seen, draw)), dice: null }))
    .reverse(),
);

/** A draw as phones see it: the count of words is the hall's, the list is one request away. */
export function drawOfPhone(given: DrawView): DrawView {
  const draw = withDigitsThatStand(given);
  const { words } = draw;
  // Nor of every digit as it is read: the hall watches the screen.
  const own: DrawView = { ...draw, dice: null, leftOut: [] };
  return words && !words.closed ? { ...own, words: { ...words, sent: null } } : withoutList(own);
}

/** The draws that drew these people's holder, each from its last name on. */
export function drawnIn(meeting: Meeting, holder: string): readonly DrawId[] {
  return meeting.draws.flatMap((draw) =>
    isShownOut(draw) && drawsPeople(draw.purpose) && drawnNow(meeting, draw).includes(holder)
      ? [draw.id]
      : [],
  );
}

function drawnNow(meeting: Meeting, draw: Determined): readonly string[] {
  return passesOn(draw) ? standingFor(meeting, draw) : draw.order;
}

function readyView(seen: Seen, item: ItemOf<'draw'>): ReadyDraw {
  const { meeting } = seen;
  const terms = drawTerms(meeting, item);
  const cells = drawCells(seen, terms, []);
  const sources = sourcesAtLock(meeting, item);
  const lottery = lotteryToCome(meeting, item, terms);
  return {
    id: null,
    purpose: item.purpose,
    // Where it is about an order, all of them.
    take: takenBy(terms.rule),
    of: terms.pool.length,
    chance: commonChance(terms) ?? chanceFor(lottery),
    ...{ cells, byQuotas: isByQuotas(terms.rule) },
    sources: sources.map((type) => ({
      type,
      count: type === 'dice10' || type === 'dice6' ? DICE[type] : 1,
      read: false,
      wanted: type === 'kept' && !meeting.salts.has(item.id),
      digits: null,
    })),
    ...{ dice: null, beacon: null, seal: null },
    pace: item.pace ?? usualPace(takenBy(terms.rule)),
    lots: lotsToCome(seen, item, terms),
    lottery,
    words: sources.includes('phones')
      ? { sent: 0, of: waitedFor(meeting, []).size, closed: false, hash: null, list: null }
      : null,
    assurance: assuranceOfSources(sources),
    phase: 'ready',
    lockHash: null,
    lockedAt: null,
    shown: [],
    standing: [],
    taken: [],
    why: null,
    ...concerns(seen, item.purpose, item.id),
    replacements: [],
    ...poolFacts(seen, item.id, item.purpose, terms.excluded, false),
  };
}

function lockedView(seen: Seen, draw: Draw): LockedDraw {
  const { meeting } = seen;
  const { lock } = draw;
  const lottery = lotteryOf(draw);
  const shown = draw.phase === 'determined' ? shownNames(seen, draw) : [];
  const done = isShownOut(draw);
  const phase = draw.phase === 'locked' ? draw.phase : done ? 'done' : 'showing';
  return {
    id: draw.id,
    purpose: draw.purpose,
    take: takenBy(lock.rule),
    of: lock.pool.length,
    chance: commonChance(lock) ?? chanceFor(lottery),
    cells: drawCells(
      seen,
      lock,
      shown.map(({ id }) => id),
    ),
    byQuotas: isByQuotas(lock.rule),
    sources: lock.entropy.map((source, n) => ({
      type: source.type === 'salt' && draw.keeper ? 'kept' : source.type,
      count: 'count' in source ? source.count : 1,
      wanted: false,
      read: partOf(draw, n) !== null || (source.type === 'phones' && draw.wordsClosed),
      digits: 'count' in source ? partOf(draw, n) : null,
    })),
    dice: diceView(draw),
    beacon: shownBeacon(draw),
    seal: sealDifferences(meeting, lock),
    pace: paceOf(meeting, draw, takenBy(lock.rule)),
    lots: lotsOf(seen, draw),
    lottery,
    words: wordsOf(meeting, draw),
    assurance: draw.assurance,
    lockHash: draw.lockHash,
    lockedAt: lock.locked_at,
    shown,
    standing: done && passesOn(draw) ? standingFor(meeting, draw).map(nameIn(seen, draw)) : [],
    taken: done ? takenIn(meeting, draw) : [],
    ...(draw.phase === 'void'
      ? { phase: draw.phase, why: draw.why }
      : ({ phase, why: null } as const)),
    ...concerns(seen, draw.purpose, draw.item),
    replacements: done ? replacementsOf(seen, draw) : [],
    ...poolFacts(seen, draw.item, draw.purpose, lock.excluded, true),
  };
}

/** Whom of those the draw stands for now have said that they will ask. */
function takenIn(meeting: Meeting, draw: Draw): readonly string[] {
  if (draw.phase !== 'determined' || !passesOn(draw)) return [];
  return standingFor(meeting, draw).filter((id) => draw.taken.has(id));
}

/** Public as they are read (DRAW.md §6); they stay until the first name comes. */
function diceView(draw: Draw): ShownDice | null {
  // The digits of a number have a picture of their own.
  if (draw.phase === 'void' || draw.lots?.entropy) return null;
  const dice = diceOf(draw);
  if (!dice) return null;
  if (draw.phase === 'determined') {
    const at = draw.lock.entropy.findIndex((source) => 'count' in source);
    const row = Array.from(draw.entropy[at] ?? '');
    const slots = row.map((digit): DieSlot => ({ state: 'agreed', digit }));
    const { length } = row;
    return draw.shown === 0 ? { six: dice.six, first: length, second: length, slots } : null;
  }
  const { first, second } = draw.readings;
  return {
    six: dice.six,
    first: first.row.length,
    second: second.row.length,
    slots: dieStates(draw.readings, dice.count).map((state, n) => ({
      state,
      digit: state === 'read' || state === 'agreed' ? (first.row[n] ?? null) : null,
    })),
  };
}

/** What a source came to; also of a draw that was voided afterwards, as its result is published all the same. */
function partOf(draw: Draw, source: number): string | null {
  const read = draw.phase === 'void' ? draw.read : entropyRead(draw);
  const part = read[source] ?? '';
  return part === '' ? null : part;
}

/** A list of words and dice are public once they are closed, though the beacon is still to come. */
function shownBeacon(draw: Draw): ShownBeacon | null {
  const beacon = beaconOf(draw.lock);
  if (!beacon) return null;
  const awaited = draw.phase === 'locked' && othersClosed(draw);
  return { round: beacon.round, at: beacon.at, awaited };
}

/** Counted while the list is open; the words themselves only once it is closed (DRAW.md §2). */
function wordsOf(meeting: Meeting, { lock, words, wordsClosed }: Draw): DrawWords | null {
  if (!lock.entropy.some(({ type }) => type === 'phones')) return null;
  const list = wordsClosed ? words.map(({ word }) => word) : null;
  return {
    sent: words.length,
    of: waitedFor(meeting, words).size,
    closed: wordsClosed,
    hash: list && phonesEntropy(list),
    list,
  };
}

/** Of a number only the digits that both have read. */
function withDigitsThatStand<D extends DrawView>(draw: D): D {
  if (!draw.lots) return draw;
  const digits = draw.lots.digits.map(({ state, digit }): DieSlot =>
    state === 'agreed' ? { state, digit } : { state, digit: null },
  );
  return { ...draw, lots: { ...draw.lots, digits } };
}

function withoutList<D extends DrawView>(draw: D): D {
  return draw.words ? { ...draw, words: { ...draw.words, list: null } } : draw;
}

/** Whom a questioner asks, or what a team visits: the units of the verification draws that are done. */
function concerns(
  seen: Seen,
  purpose: DrawPurpose,
  id: Draw['item'],
): { readonly asked: ShownSubject | null; readonly visits: readonly ShownSubject[] } {
  const { meeting } = seen;
  const item = itemById(meeting, id);
  const asked = item && subjectAsked(meeting, item);
  const { visits: visited } = PURPOSES[purpose];
  const visits = meeting.draws.flatMap((draw) =>
    draw.purpose === visited && isShownOut(draw) ? draw.order : [],
  );
  return {
    asked: asked === undefined ? null : shownSubject(seen, asked),
    visits: [...meeting.subjects.keys()].flatMap((subject) =>
      visits.includes(subject) ? [shownSubject(seen, subject)] : [],
    ),
  };
}

function shownNames(seen: Seen, draw: Determined): readonly DrawnName[] {
  return appearance(seen.meeting, draw).slice(0, draw.shown).map(nameIn(seen, draw));
}

function nameIn(seen: Seen, draw: Determined): (id: string) => DrawnName {
  const { meeting } = seen;
  const { rule, pool } = draw.lock;
  const members = new Map(pool.map((member) => [member.id, member]));
  const quotas = isByQuotas(rule) ? quotasIn(rule) : null;
  return (id) => {
    const member = members.get(id);
    const { [GROUP]: group, category } = member?.a ?? {};
    const cell = group ?? category ?? '';
    const counts = member && quotas?.filter((quota) => meets(member, quota)).map(quotaId);
    const unit = drawsPeople(draw.purpose) ? undefined : meeting.subjects.get(id as SubjectId);
    return {
      id,
      ...named(seen, unit ? 'subject' : 'reviewer', id),
      subject: unit ? shownSubject(seen, unit.id) : null,
      group: unit ? null : groupName(meeting, id),
      cell,
      ...(counts ? { counts } : {}),
    };
  };
}
