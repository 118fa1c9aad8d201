// Draws among the units of a ranking: by bands of it, and of the order of those that share a place.
import { describe, expect, it } from 'vitest';
import { verify } from '../../../scripts/verify-draw.mjs';
import { checkProof, holds } from '../../../shared/draw/check-proof.ts';
import { readProof } from '../../../shared/draw/proof.ts';
import { readJson } from '../../../shared/draw/strict-json.ts';
import type { Item, BandsRule } from '../../../shared/meeting/agenda/item.ts';
import { DRAW_TO_THROW } from '../../../shared/meeting/draws/purposes.ts';
import { drawnOrder } from '../../../shared/meeting/draws/ranking.ts';
import type { Refusal } from '../../../shared/meeting/refusals.ts';
import { NO_MEETING, evolve } from '../../../shared/meeting/evolve.ts';
import { finished } from '../../../shared/steps.ts';
import { boardSlice } from '../../../shared/views/numbers/board.ts';
import { agendaFlaws } from '../../../shared/views/console/agenda-flaws.ts';
import { meetingFile } from '../../../shared/views/draws/draw-proof.ts';
import { roundIdOf } from '../../../shared/meeting/rounds.ts';
import type { CategoryId } from '../../../shared/ids.ts';
import { itemId, scores, seated, subjectId, type Play } from '../../builders.ts';
import { determined, drawn, enterDraw, lastDraw, lock, read, showAll } from './draw-builders.ts';

const ROUND = roundIdOf(itemId('written'));

/**
 * Units U1, U2 … with these scores (of 40), revealed by a written round; the board stands next and is still closed. null: nobody
 * gives the unit anything.
 */
function ranked(given: readonly (number | null)[]): Play {
  const play = seated({ units: given.length, groups: [5] });
  const written: Item = {
    ...{ id: itemId('written'), kind: 'written', subjects: 'rest' },
    ...{ sheet: 'live', disclosure: 'hidden' },
  };
  play.staff({
    type: 'SetAgenda',
    items: [written, { id: itemId('board'), kind: 'board' }],
  });
  play.staff({ type: 'EnterItem', item: itemId('written') });
  play.staff({ type: 'OpenRound', item: itemId('written') });
  given.forEach((score, n) => {
    if (score !== null) vote(play, `U${String(n + 1)}`, score);
  });
  play.staff({ type: 'CloseRound', round: ROUND });
  return play.staff({ type: 'RevealRound', round: ROUND });
}

function vote(play: Play, subject: string, score: number): void {
  for (const seat of play.meeting.seats.values()) {
    const decision = play.decideSeat({
      ...{ type: 'CastBallot', seat: seat.id, claim: seat.claim, round: ROUND },
      attempt: play.meeting.rounds.get(ROUND)?.attempts.length ?? 0,
      ...{ subject: subjectId(subject), rev: 1, choice: scores(score, 0, 0, 0) },
      ...{ nonce: '0'.repeat(32), salt: '0'.repeat(32) },
    });
    if (!decision.ok) throw new Error(decision.refusal.code);
    play.commit(decision, { kind: 'seat', id: seat.id });
  }
}

function shown(given: readonly (number | null)[]): Play {
  const play = ranked(given);
  play.staff({ type: 'EnterItem', item: itemId('board') });
  while (play.decide({ type: 'ShowRows', item: itemId('board'), take: 'one' }).ok)
    play.staff({ type: 'ShowRows', item: itemId('board'), take: 'one' });
  return play;
}

/** So many scores without a tie, the first the best. */
const falling = (n: number) => Array.from({ length: n }, (_, at) => 40 - at);

function bands(play: Play, rule: Omit<BandsRule, 'kind'>, id = 'draw', more = {}): Play {
  const take = (rule.first?.take ?? 0) + (rule.last?.take ?? 0) + (rule.rest ?? 0);
  return enterDraw(
    play,
    { purpose: 'verification', take, rule: { kind: 'bands', ...rule }, ...more },
    id,
  );
}

function refused(play: Play, id = 'draw'): Refusal | null {
  const decision = play.decide({ type: 'LockDraw', item: itemId(id) });
  return decision.ok ? null : decision.refusal;
}

const first = (places: number, take: number) => ({ first: { places, take } });
const last = (places: number, take: number) => ({ last: { places, take } });

function cells(play: Play): Record<string, readonly string[]> {
  const all: Record<string, string[]> = {};
  for (const { id, a } of lastDraw(play).lock.pool) (all[a['band'] ?? '?'] ??= []).push(id);
  return all;
}

describe('units to visit by bands of a ranking', () => {
  it('so many of the last places, of the first and of the rest: the bands and their numbers stand in the lock', () => {
    const play = shown(falling(12));
    showAll(read(lock(bands(play, { ...first(3, 1), ...last(4, 2), rest: 1 }))));
    const { lock: frozen, order } = determined(play);
    expect(frozen.rule).toEqual({
      ...{ kind: 'fixed', by: ['band'] },
      take: { 'first-3': 1, 'last-4': 2, rest: 1 },
    });
    expect(cells(play)).toEqual({
      'first-3': ['U1', 'U2', 'U3'],
      'last-4': ['U10', 'U11', 'U12', 'U9'],
      rest: ['U4', 'U5', 'U6', 'U7', 'U8'],
    });
    const bandOf = new Map(frozen.pool.map(({ id, a }) => [id, a['band']]));
    expect(order.map((id) => bandOf.get(id)).sort()).toEqual([
      'first-3',
      'last-4',
      'last-4',
      'rest',
    ]);
  });

  it('whoever shares the place at the edge of a band belongs to it', () => {
    // Places 1, 2, 2, 2, 5, 6, 6, 8.
    const play = shown([40, 30, 30, 30, 20, 10, 10, 5]);
    lock(bands(play, { ...first(2, 1), ...last(2, 1), rest: 1 }));
    expect(cells(play)).toEqual({
      'first-2': ['U1', 'U2', 'U3', 'U4'],
      rest: ['U5'],
      'last-2': ['U6', 'U7', 'U8'],
    });
  });

  it('a unit without a place is left out, and the lock says why', () => {
    const play = shown([40, 30, 20, 10, null]);
    lock(bands(play, last(2, 1)));
    expect(lastDraw(play).lock.excluded).toEqual([{ id: 'U5', why: 'unranked' }]);
    // Of the others nobody is drawn, and everybody sees that.
    expect(cells(play)['rest']).toEqual(['U1', 'U2']);
  });

  it('of one category: by its own standings', () => {
    const play = shown(falling(8));
    const category = play.meeting.categories.find(({ name }) => name === '乡镇')?.id as CategoryId;
    lock(bands(play, { category, ...last(2, 1) }));
    expect(cells(play)).toEqual({ 'last-2': ['U6', 'U8'], rest: ['U2', 'U4'] });
  });

  it('is refused before the board stands open to its first row', () => {
    const play = ranked(falling(6));
    bands(play, last(3, 1));
    expect(refused(play)).toEqual({ code: 'ranking-closed' });
    play.staff({ type: 'EnterItem', item: itemId('board') });
    play.staff({ type: 'ShowRows', item: itemId('board'), take: 'one' });
    play.staff({ type: 'EnterItem', item: itemId('draw') });
    expect(refused(play)).toEqual({ code: 'ranking-closed' });
  });

  it('is refused once a result has changed what was shown', () => {
    const play = shown(falling(6));
    play.staff({ type: 'EnterItem', item: itemId('written') });
    play.staff({ type: 'RepeatRound', round: ROUND, reason: '设备故障' });
    falling(6).forEach((score, n) => {
      vote(play, `U${String(n + 1)}`, score);
    });
    play.staff({ type: 'CloseRound', round: ROUND });
    play.staff({ type: 'RevealRound', round: ROUND });
    bands(play, last(3, 1));
    expect(refused(play)).toEqual({ code: 'ranking-closed' });
  });

  it('a lock that was made stands, whatever is turned on the board afterwards', () => {
    const play = shown(falling(6));
    lock(bands(play, last(3, 1)));
    const before = lastDraw(play).lock;
    expect(lastDraw(showAll(read(play))).lock).toBe(before);
    play.staff({ type: 'EnterItem', item: itemId('board') });
    play.staff({ type: 'TurnBoard', category: 'all', page: 'climb', n: 0 });
    expect(lastDraw(play).lock).toBe(before);
  });

  it('of two moderators who lock at once only one does', () => {
    const play = bands(shown(falling(6)), last(3, 1));
    const touched = play.meeting.touched.stage;
    lock(play);
    const second = play.decide({ type: 'LockDraw', item: itemId('draw') }, touched);
    expect(second).toEqual({ ok: false, refusal: { code: 'stale' } });
  });

  it('is refused where bands overlap, or one has too few', () => {
    const overlap = bands(shown(falling(5)), { ...first(3, 1), ...last(3, 1) });
    expect(refused(overlap)).toEqual({ code: 'bands-overlap', units: 5 });
    // Before the board is open nobody knows yet.
    expect(agendaFlaws(bands(ranked(falling(5)), last(2, 3))).map(({ kind }) => kind)).toEqual([
      'no-check-in',
    ]);
    const few = bands(shown(falling(5)), last(2, 3));
    expect(refused(few)).toEqual({
      ...{ code: 'band-too-small', band: { side: 'last', places: 2 } },
      ...{ have: 2, want: 3 },
    });
    const rest = bands(shown(falling(5)), { ...first(2, 1), rest: 4 });
    const band = { side: 'rest', places: 0 } as const;
    expect(refused(rest)).toEqual({ code: 'band-too-small', band, have: 3, want: 4 });
    expect(agendaFlaws(rest)).toContainEqual({
      ...{ kind: 'band-too-small', band, of: 3, take: 4, purpose: 'verification' },
    });
    // All share one place: it is the first as much as the last.
    const alike = bands(shown([9, 9, 9, 9]), { ...first(1, 1), ...last(1, 1) });
    expect(refused(alike)).toEqual({ code: 'bands-overlap', units: 4 });
  });

  it('one unit alone in its band is drawn for certain', () => {
    const play = shown(falling(3));
    showAll(read(lock(bands(play, last(1, 1)))));
    expect(determined(play).order).toEqual(['U3']);
  });

  it('no agenda takes bands that do not add up, are none, are of another purpose, or of a category that is not there', () => {
    const play = shown(falling(3));
    const add = (settings: object) =>
      play.decide({
        ...{ type: 'AddItems', after: null },
        items: [
          {
            ...{ id: itemId('x'), kind: 'draw', purpose: 'verification', take: 2 },
            ...{ sources: ['dice10'], ...settings },
          },
        ],
      }).ok;
    const kind = 'bands';
    expect(add({ rule: { kind, ...last(2, 2) } })).toBe(true);
    expect(add({ rule: { kind, ...last(2, 1) } })).toBe(false);
    expect(add({ rule: { kind }, take: 1 })).toBe(false);
    expect(add({ rule: { kind, ...last(2, 2) }, purpose: 'team' })).toBe(false);
    expect(add({ rule: { kind, ...last(2, 2), category: 'constructor' } })).toBe(false);
  });
});

describe('the order of units that share a place', () => {
  const tied = (play: Play, place: number, id = 'tie') =>
    enterDraw(play, { purpose: 'tie-break', take: 2, tie: { place } }, id);

  it('is drawn among exactly those; the lock says which board and which place', () => {
    const play = shown([40, 30, 30, 30, 20]);
    showAll(read(lock(tied(play, 2), 'tie')));
    const { lock: frozen, order } = determined(play);
    expect(frozen.rule).toEqual({ kind: 'simple', k: 3 });
    expect(frozen.pool).toEqual(
      ['U2', 'U3', 'U4'].map((id) => ({ id, a: { board: 'all', place: '2' } })),
    );
    expect(frozen.excluded).toEqual([]);
    const orders = drawnOrder(play.meeting, {});
    expect([...orders]).toEqual(order.map((id, n) => [id, n + 1]));
    // On the board they stand in it.
    play.staff({ type: 'EnterItem', item: itemId('board') });
    const { rows, climb } = boardSlice(play);
    expect(rows.map(({ subject }) => subject.id)).toEqual(['U1', ...order, 'U5']);
    const lines = climb?.opened.map(({ subject, place }) => [place, subject] as const) ?? [];
    expect([...lines].sort(([one], [other]) => one - other).map(([, id]) => id)).toEqual([
      ...['U1', ...order, 'U5'],
    ]);
    // Nothing but the order: places and turns stay what they were.
    expect(play.meeting.agenda.map(({ id }) => id)).toEqual(['written', 'board', 'tie']);
  });

  it('is chained to the draw before it, and survives a restart', () => {
    const play = shown([40, 30, 30]);
    drawn(play, { purpose: 'verification', take: 1 }, 'visit');
    const before = determined(play).recordHash;
    showAll(read(lock(tied(play, 2), 'tie')));
    expect(lastDraw(play).lock).toMatchObject({ seq: 1, prev: before });
    const again = play.log.map(({ recorded }) => recorded).reduce(evolve, NO_MEETING);
    expect([...drawnOrder(again, {})]).toEqual([...drawnOrder(play.meeting, {})]);
  });

  it('is shown with its last name, and no longer where the place is shared by others', () => {
    const play = shown([40, 30, 30, 20]);
    read(lock(tied(play, 2), 'tie'));
    expect(drawnOrder(play.meeting, {}).size).toBe(0);
    showAll(play);
    expect(drawnOrder(play.meeting, {}).size).toBe(2);
    play.staff({ type: 'WithdrawSubject', subject: subjectId('U2'), reason: '机构撤销' });
    expect(drawnOrder(play.meeting, {}).size).toBe(0);
  });

  it('is refused where nobody shares the place, or the board is closed', () => {
    const play = shown([40, 30, 30]);
    expect(refused(tied(play, 1), 'tie')).toEqual({ code: 'not-shared', place: 1 });
    expect(refused(tied(ranked([40, 30, 30]), 2), 'tie')).toEqual({ code: 'ranking-closed' });
  });

  it('no agenda takes it without its place, or a place for another purpose', () => {
    const play = shown([40, 30, 30]);
    const add = (settings: object) =>
      play.decide({
        ...{ type: 'AddItems', after: null },
        items: [
          {
            ...{ id: itemId('x'), kind: 'draw', purpose: 'tie-break', take: 2 },
            ...{ sources: ['dice10'], ...settings },
          },
        ],
      }).ok;
    expect(add({ tie: { place: 2 } })).toBe(true);
    expect(add({})).toBe(false);
    expect(add({ tie: { place: 2, category: '__proto__' } })).toBe(false);
    expect(add({ tie: { place: 2 }, purpose: 'verification' })).toBe(false);
  });
});

describe('[DRAW §12] anyone’s check', () => {
  it('of bands, a tie, who throws and who was left out holds: the page’s and the script’s', () => {
    const play = shown([40, 30, 30, 30, 20, 10, 5, null]);
    const without = [{ from: '2025年度评议会', ids: ['U6'] }];
    showAll(read(lock(bands(play, { ...first(2, 1), ...last(2, 1) }, 'draw', { without }))));
    drawn(play, { purpose: 'tie-break', take: 2, tie: { place: 2 } }, 'tie');
    play.staff({
      ...{ type: 'AddItems', after: null },
      items: [{ id: itemId('who'), ...DRAW_TO_THROW }],
    });
    play.staff({ type: 'EnterItem', item: itemId('who') });
    play.staff({ type: 'DrawAtOnce', draw: lastDraw(play).id });
    const file = meetingFile(play.meeting);
    const text = JSON.stringify(file);
    const json = readJson(text);
    const proof = json.ok ? readProof(json.value) : null;
    if (!proof?.ok) throw new Error('no proof');
    expect(holds(finished(checkProof(proof.file)))).toBe(true);
    expect(verify(text)).toEqual([]);
  });
});
