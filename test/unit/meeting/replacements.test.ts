// Seats passed on by the reserve of their cell: each a record of its own, chained to the draw's (DRAW.md §6).
import { describe, expect, it } from 'vitest';
import { attributesOf, cellsOf } from '../../../shared/draw/cells.ts';
import {
  firstFalseReplacement,
  replacementHash,
  type ReplacementRecord,
} from '../../../shared/draw/replacement.ts';
import { publishedDraw } from '../../../shared/views/draws/draw-record.ts';
import { staffView } from '../../../shared/views/audiences/staff.ts';
import { CLERK, reviewerId, seatId, subjectId, type Play } from '../../builders.ts';
import { determined, drawn, pooled, shownDraw } from './draw-builders.ts';

const NO_SHOW = { why: 'no-show', reason: '没有到会', vacant: false } as const;

/** A panel of six from two groups of ten, three each. */
function panel(): Play {
  return drawn(pooled([10, 10]), {
    purpose: 'panel',
    take: 6,
    rule: { kind: 'fixed', take: { G1: 3, G2: 3 } },
  });
}

function reserveOf(play: Play, cell: string): readonly string[] {
  return determined(play).reserve.find((one) => one.cell === cell)?.ids ?? [];
}

function seatsOf(play: Play, group: string): readonly string[] {
  return [...play.meeting.seats.values()]
    .filter((seat) => (seat.group as string) === group && seat.gone === null)
    .map(({ id }) => id);
}

function arrive(play: Play, ...ids: readonly (string | undefined)[]): Play {
  for (const id of ids)
    play.staff({ type: 'MarkHere', reviewer: reviewerId(id ?? ''), here: true });
  return play;
}

function replace(play: Play, seat: string | undefined, more: object = {}): Play {
  return play.staff({ type: 'ReplaceSeat', seat: seatId(seat ?? ''), ...NO_SHOW, ...more });
}

function records(play: Play): readonly ReplacementRecord[] {
  const published = publishedDraw(play.meeting, determined(play));
  if (published.status !== 'result') throw new Error(published.status);
  for (const { record, recordHash } of published.replacements)
    expect(replacementHash(record)).toBe(recordHash);
  return published.replacements.map(({ record }) => record);
}

/** The first replacement that a stranger with the published record finds false. */
function firstFalse(play: Play, claimed: readonly ReplacementRecord[]): number | null {
  const { lock, recordHash, reserve } = determined(play);
  const cells = new Map<string, string>();
  for (const [cell, members] of cellsOf(lock.pool, attributesOf(lock.rule)))
    for (const { id } of members) cells.set(id, cell);
  return firstFalseReplacement(
    recordHash,
    (id) => cells.get(id) ?? '',
    Object.fromEntries(reserve.map(({ cell, ids }) => [cell, ids])),
    claimed,
  );
}

describe('[R9] a replacement', () => {
  it('is the first of the same cell’s reserve who is in the house; those passed over are named', () => {
    const play = panel();
    const [first, second, third] = reserveOf(play, 'G1');
    arrive(play, second, third, ...reserveOf(play, 'G2'));
    replace(play, seatsOf(play, 'G1')[0]);
    expect(records(play)).toMatchObject([{ in: second, skipped: [first], why: 'no-show' }]);
    // Who was passed over and comes after all is asked first the next time.
    arrive(play, first);
    replace(play, seatsOf(play, 'G1')[0]);
    expect(records(play)[1]).toMatchObject({ in: first, skipped: [] });
    expect(firstFalse(play, records(play))).toBeNull();
  });

  it('chains: the first record to the draw’s, each further one to the one before it', () => {
    const play = panel();
    arrive(play, ...reserveOf(play, 'G1'), ...reserveOf(play, 'G2'));
    for (const group of ['G1', 'G2', 'G1']) replace(play, seatsOf(play, group)[0]);
    const { recordHash, lockHash } = determined(play);
    const [a, b, c] = records(play);
    if (!a || !b || !c) throw new Error('three replacements');
    expect([a, b, c].map(({ prev }) => prev)).toEqual([
      recordHash,
      replacementHash(a),
      replacementHash(b),
    ]);
    expect(new Set([a, b, c].map(({ lock_hash }) => lock_hash))).toEqual(new Set([lockHash]));
    expect(play.meeting.replacements.map((one) => one.recordHash)).toEqual(
      [a, b, c].map(replacementHash),
    );
  });

  it('of a replacement follows the cell in which the first one was drawn', () => {
    const play = panel();
    arrive(play, ...reserveOf(play, 'G1'));
    const [first, second] = reserveOf(play, 'G1');
    replace(play, seatsOf(play, 'G1')[0]);
    const sitting = [...play.meeting.seats.values()].find(({ holder }) => holder.id === first);
    replace(play, sitting?.id, { why: 'left', reason: '提前离场' });
    expect(records(play)[1]).toMatchObject({ out: first, in: second, why: 'left' });
    expect(firstFalse(play, records(play))).toBeNull();
  });

  it('by nobody is refused, unless the vacancy shall be on record with all who were asked', () => {
    const play = panel();
    arrive(play, ...reserveOf(play, 'G2'));
    const seat = seatId(seatsOf(play, 'G1')[0] ?? '');
    expect(play.decide({ type: 'ReplaceSeat', seat, ...NO_SHOW })).toMatchObject({
      refusal: { code: 'no-reserve' },
    });
    replace(play, seat, { vacant: true });
    expect(records(play)).toMatchObject([{ in: '', skipped: reserveOf(play, 'G1') }]);
    expect(firstFalse(play, records(play))).toBeNull();
    expect(play.meeting.seats.get(seat)?.gone).toBe('replaced');
    expect(seatsOf(play, 'G1')).toHaveLength(2);
  });

  it('shows on the draw’s page as names, with its reason and hash', () => {
    const play = panel();
    const [first, second] = reserveOf(play, 'G1');
    arrive(play, second);
    const [seat] = seatsOf(play, 'G1');
    const out = play.meeting.seats.get(seatId(seat ?? ''))?.holder.id;
    replace(play, seat);
    const name = (id: string | undefined) =>
      play.directory.get(`reviewer/${id ?? ''}`)?.name ?? 'nobody';
    expect(first).toBeDefined();
    expect(shownDraw(play).replacements).toEqual([
      {
        out: name(out),
        in: name(second),
        outId: out,
        inId: second,
        group: '人大代表',
        why: 'no-show',
        skipped: 1,
        recordHash: play.meeting.replacements[0]?.recordHash,
      },
    ]);
  });
});

describe('[R9] a replacement for a recusal', () => {
  const UNIT = subjectId('U003');

  function recuse(play: Play, ...ids: readonly (string | undefined)[]): void {
    for (const id of ids)
      play.staff({ type: 'DeclareRecusal', reviewer: reviewerId(id ?? ''), subject: UNIT });
  }

  /** A panel whose whole reserve is in the house; S001, of the first group, is recused from one unit. */
  function conflicted() {
    const play = panel();
    const seat = seatId(seatsOf(play, 'G1')[0] ?? '');
    arrive(play, ...reserveOf(play, 'G1'));
    recuse(play, play.meeting.seats.get(seat)?.holder.id);
    return { play, seat };
  }
  const RECUSAL = { why: 'recusal', subject: UNIT, reason: '亲属在该单位任职' } as const;

  it('passes over whoever shares it, though in the house, and names them', () => {
    const { play, seat } = conflicted();
    const [first, second, third] = reserveOf(play, 'G1');
    recuse(play, first, second);
    replace(play, seat, RECUSAL);
    expect(records(play)).toMatchObject([{ in: third, skipped: [first, second], why: 'recusal' }]);
    expect(firstFalse(play, records(play))).toBeNull();
    expect(play.log.at(-1)?.recorded.event).toMatchObject({ type: 'SeatReplaced', subject: UNIT });
    // The next who merely does not come is replaced in the order of the draw: no conflict is asked of them.
    replace(play, seatsOf(play, 'G1')[0]);
    expect(records(play)[1]).toMatchObject({ in: first, skipped: [] });
    expect(firstFalse(play, records(play))).toBeNull();
  });

  it('asks only about the unit that is named', () => {
    const { play, seat } = conflicted();
    const [first] = reserveOf(play, 'G1');
    const other = subjectId('U004');
    play.staff({ type: 'DeclareRecusal', reviewer: reviewerId(first ?? ''), subject: other });
    replace(play, seat, RECUSAL);
    expect(records(play)).toMatchObject([{ in: first, skipped: [] }]);
  });

  it('finds nobody where all who are here share it: a vacancy that names them', () => {
    const { play, seat } = conflicted();
    const reserve = reserveOf(play, 'G1');
    recuse(play, ...reserve);
    const command = { type: 'ReplaceSeat', seat, ...RECUSAL, vacant: false } as const;
    expect(play.decide(command)).toMatchObject({ refusal: { code: 'no-reserve' } });
    replace(play, seat, { ...RECUSAL, vacant: true });
    expect(records(play)).toMatchObject([{ in: '', skipped: reserve }]);
    expect(firstFalse(play, records(play))).toBeNull();
  });

  it('needs a recusal that is declared', () => {
    const { play } = conflicted();
    const seat = seatId(seatsOf(play, 'G1')[1] ?? '');
    const command = { type: 'ReplaceSeat', seat, ...RECUSAL, vacant: false } as const;
    expect(play.decide(command)).toMatchObject({ refusal: { code: 'not-recused' } });
  });

  it('is shown at the desk before it is done, and in the list of acts with the unit', () => {
    const { play, seat } = conflicted();
    const [first, second] = reserveOf(play, 'G1');
    recuse(play, first);
    const backstage = {
      connected: new Set<never>(),
      recent: [],
      head: { seq: 0, hash: '', root: '' },
      staffName: String,
    };
    const view = staffView(play, backstage);
    const person = view.people.find((one) => one.seat === seat);
    const row = view.desk.reserves[person?.reserve ?? -1];
    expect(row).toMatchObject({
      next: first,
      skipped: [],
      conflicts: [{ subject: UNIT, next: second, skipped: [first] }],
    });
    replace(play, seat, RECUSAL);
    const { recorded } = play.log.at(-1) ?? {};
    if (!recorded) throw new Error('no event');
    const unit = play.directory.get(`subject/${UNIT}`)?.name ?? 'nothing';
    const [act] = staffView(play, { ...backstage, recent: [recorded] }).log.acts;
    expect(act?.about).toContain(` · ${unit} · 亲属在该单位任职`);
  });

  it('[R2] an event that does not name the unit is read as before', () => {
    const { play, seat } = conflicted();
    const [first] = reserveOf(play, 'G1');
    recuse(play, first);
    const decision = play.decide({ type: 'ReplaceSeat', seat, ...NO_SHOW, why: 'left' });
    if (!decision.ok) throw new Error(decision.refusal.code);
    const [event] = decision.events;
    if (event?.type !== 'SeatReplaced') throw new Error('no replacement');
    play.record({ ...event, why: 'recusal' }, CLERK);
    expect(play.meeting.replacements).toMatchObject([{ in: first, why: 'recusal', skipped: [] }]);
  });
});

describe('[R9] firstFalseReplacement', () => {
  /** Four honest replacements: one plain, one with somebody skipped, one of a replacement, one vacancy. */
  function honest(): { readonly play: Play; readonly list: readonly ReplacementRecord[] } {
    const play = panel();
    const [a1, , a3] = reserveOf(play, 'G1');
    arrive(play, a1, a3);
    replace(play, seatsOf(play, 'G1')[0]);
    replace(play, seatsOf(play, 'G1')[0]);
    arrive(play, reserveOf(play, 'G2')[0]);
    replace(play, seatsOf(play, 'G2')[0]);
    replace(play, seatsOf(play, 'G2')[0], { vacant: true });
    return { play, list: records(play) };
  }

  /** The list with one record changed and everything after it chained anew, as a forger would. */
  function forged(
    list: readonly ReplacementRecord[],
    at: number,
    change: (record: ReplacementRecord) => ReplacementRecord,
  ): readonly ReplacementRecord[] {
    let prev = list[0]?.prev ?? '';
    return list.map((record, n) => {
      const next = { ...(n === at ? change(record) : record), prev };
      prev = replacementHash(next);
      return next;
    });
  }

  it('finds nothing in honest records, and they are of every kind', () => {
    const { play, list } = honest();
    expect(firstFalse(play, list)).toBeNull();
    expect(list.map((record) => [record.in === '', record.skipped.length])).toEqual([
      [false, 0],
      [false, 1],
      [false, 0],
      [true, 6],
    ]);
  });

  it('finds someone else sent in', () => {
    const { play, list } = honest();
    const other = reserveOf(play, 'G1')[4] ?? '';
    expect(
      firstFalse(
        play,
        forged(list, 0, (one) => ({ ...one, in: other })),
      ),
    ).toBe(0);
  });

  it('finds someone of another cell sent in', () => {
    const { play, list } = honest();
    const stranger = reserveOf(play, 'G2')[1] ?? '';
    expect(
      firstFalse(
        play,
        forged(list, 1, (one) => ({ ...one, in: stranger })),
      ),
    ).toBe(1);
  });

  it('finds somebody passed over in silence', () => {
    const { play, list } = honest();
    expect(
      firstFalse(
        play,
        forged(list, 1, (one) => ({ ...one, skipped: [] })),
      ),
    ).toBe(1);
  });

  it('finds one person sent in twice', () => {
    const { play, list } = honest();
    expect(
      firstFalse(
        play,
        forged(list, 1, (one) => ({ ...one, in: list[0]?.in ?? '' })),
      ),
    ).toBe(1);
  });

  it('finds a vacancy while the reserve was not asked to its end', () => {
    const { play, list } = honest();
    const short = forged(list, 3, (one) => ({ ...one, skipped: one.skipped.slice(0, -1) }));
    expect(firstFalse(play, short)).toBe(3);
  });

  it('finds a record dropped, doubled or put in another order', () => {
    const { play, list } = honest();
    expect(firstFalse(play, list.slice(1))).toBe(0);
    expect(firstFalse(play, [...list.slice(0, 1), ...list])).toBe(1);
    expect(firstFalse(play, [...list].reverse())).toBe(0);
  });

  it('finds a broken chain behind a changed reason', () => {
    const { play, list } = honest();
    const changed = list.map((record, n) => (n === 1 ? { ...record, why: 'left' } : record));
    expect(firstFalse(play, changed)).toBe(2);
  });
});
