// A drawn panel under quotas over several attributes (DRAW.md §6): who takes a seat over where its own cell has nobody.
import { describe, expect, it } from 'vitest';
import { lockHash, type Lock } from '../../../shared/draw/lock.ts';
import { firstFalseReplacement } from '../../../shared/draw/replacement.ts';
import { seedOf } from '../../../shared/draw/seed.ts';
import { toHex } from '../../../shared/draw/hash.ts';
import type { DrawId, ReviewerId } from '../../../shared/ids.ts';
import { cellOf, reservesOf } from '../../../shared/meeting/reserve.ts';
import { publishedDraw } from '../../../shared/views/draws/draw-record.ts';
import { CLERK, itemId, type Play } from '../../builders.ts';
import { determined, enterDraw, pooled, read, showAll } from './draw-builders.ts';

/** Two of the first group are drawn, which has no more, and one of the second, which has three more. */
function panel(max: number): Play {
  const [first, second] = ['G1', 'G2'] as const;
  const quotas = [{ a: 'group', v: second, min: 1, max }];
  const panels = [{ w: 1, take: { [first]: 2, [second]: 1 } }];
  const play = enterDraw(pooled([2, 4], [2, 1, 1, 1]), {
    ...{ purpose: 'panel', take: 3 },
    rule: { kind: 'lottery', quotas },
  });
  play.record({ type: 'LotteryMade', item: itemId('draw'), panels, best: '0.25' }, CLERK);
  const lock: Lock = {
    ...{ v: 'fairdraw/1', session: 'demo', seq: 0, prev: '', draw: 'panel' },
    locked_at: '2026-11-21T06:00:00Z',
    pool: [...play.meeting.pool.values()].map(({ id, group }) => ({ id, a: { group } })),
    excluded: [],
    rule: {
      ...{ kind: 'lottery', by: ['group'], k: 3, quotas, panels },
    },
    entropy: [{ type: 'dice10', count: 20 }],
  };
  play.record(
    {
      ...{ type: 'DrawLocked', draw: 'D1' as DrawId, item: itemId('draw'), purpose: 'panel' },
      ...{ lock, lockHash: lockHash(lock), assurance: 'public' },
    },
    CLERK,
  );
  return showAll(read(play));
}

/** The seat of the first group's nth, who has not come; everybody of the reserve is in the house. */
function absentOf(play: Play, n: number) {
  const [first] = play.meeting.groups.map(({ id }) => id);
  const seats = [...play.meeting.seats.values()].filter(({ group }) => group === first);
  const seat = seats[n];
  if (!seat) throw new Error('no such seat');
  return seat;
}

function everybodyHere(play: Play): Play {
  for (const { ids } of reservesOf(play.meeting))
    for (const reviewer of ids) play.staff({ type: 'MarkHere', reviewer, here: true });
  return play;
}

const replace = (play: Play, n: number, vacant = false) =>
  play.decide({
    ...{ type: 'ReplaceSeat', seat: absentOf(play, n).id, why: 'no-show' },
    ...{ reason: '未到', vacant },
  });

describe('a no-show', () => {
  it('is replaced in one act by the first of another cell whose exchange keeps every quota', () => {
    const play = everybodyHere(panel(2));
    const line = reservesOf(play.meeting).find(({ ids }) => ids.length === 0)?.line ?? [];
    expect(line).toHaveLength(3);
    const decision = replace(play, 0);
    if (!decision.ok) throw new Error(decision.refusal.code);
    expect(decision.events).toMatchObject([{ in: { holder: { id: line[0] } }, skipped: [] }]);
    play.commit(decision, CLERK);
    // The second of the other group is its most: nobody is left who keeps that, and the seat is recorded as vacant.
    expect(replace(play, 1)).toEqual({ ok: false, refusal: { code: 'no-reserve' } });
    const vacated = replace(play, 1, true);
    if (!vacated.ok) throw new Error(vacated.refusal.code);
    play.commit(vacated, CLERK);

    const draw = determined(play);
    const record = publishedDraw(play.meeting, draw);
    if (record.status !== 'result') throw new Error(record.status);
    const chain = record.replacements.map((one) => one.record);
    expect(chain.map((one) => one.in)).toEqual([line[0], '']);
    const reserve = Object.fromEntries(record.reserve.map(({ cell, ids }) => [cell, ids]));
    const seed = toHex(seedOf(record.lockHash, record.entropy));
    const drawn = { lock: record.lock, seed, selected: record.order };
    const cell = (id: string) => cellOf(draw, id);
    expect(firstFalseReplacement(record.recordHash, cell, reserve, chain, drawn)).toBeNull();
    const other = chain.map((one, n) => (n === 0 ? { ...one, in: line[1] as ReviewerId } : one));
    expect(firstFalseReplacement(record.recordHash, cell, reserve, other, drawn)).toBe(0);
  });

  it('of all who have not come: one act for them, each from the panel that the one before left', () => {
    const play = everybodyHere(panel(2));
    const decision = play.decide({ type: 'ReplaceAbsent', reason: '未到' });
    if (!decision.ok) throw new Error(decision.refusal.code);
    // One of the first group, and whoever of the second has not come either: within the most of two.
    const before = new Set<string>(determined(play).order);
    play.commit(decision, CLERK);
    const [, second] = play.meeting.groups.map(({ id }) => id);
    const seated = [...play.meeting.seats.values()].filter(({ gone }) => gone !== 'replaced');
    expect(seated.filter(({ group }) => group === second).length).toBe(2);
    expect(decision.events.length).toBe(2);
    expect(seated.filter(({ holder }) => !before.has(holder.id))).toHaveLength(2);
  });

  it('is not replaced across cells where the quotas leave no choice', () => {
    const play = everybodyHere(panel(1));
    expect(replace(play, 0)).toEqual({ ok: false, refusal: { code: 'no-reserve' } });
  });
});
