// A page's clock and the bell that hangs on it, over networks that are slow, machines that sleep and servers that change.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { offsetAfter, type Stamp } from '../../client/live/clock.ts';
import { look, type Ahead, type Deadline } from '../../client/parts/strokes.ts';
import { systemClock } from '../../server/clock.ts';

const NOON = Date.UTC(2026, 10, 21, 4);

/** A message stamped when the page's ticks stood at `at`, by a server that is `offset` ahead of them. */
const stamp = (offset: number, at: number, late: number, asked: number | null = null): Stamp => ({
  server: offset + at,
  asked: asked === null ? null : at - asked,
  heard: at + late,
});

describe('a page’s clock', () => {
  it('is as far off as its quickest message was late, and never goes back for a slow one', () => {
    const delays = fc.array(fc.integer({ min: 0, max: 30_000 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(delays, (late) => {
        let offset: number | null = null;
        late.forEach((ms, n) => {
          const before: number | null = offset;
          offset = offsetAfter(offset, stamp(NOON, 10_000 * n, ms));
          if (before !== null) expect(offset).toBeGreaterThanOrEqual(before);
        });
        expect(offset).toBe(NOON - Math.min(...late));
      }),
      { seed: 20261129 },
    );
  });

  it('goes on by what the device has slept, with the first message or answer', () => {
    const awake = offsetAfter(null, stamp(NOON, 1000, 20));
    // Ticks stood still for an hour.
    expect(offsetAfter(awake, stamp(NOON + 3_600_000, 2000, 40))).toBe(NOON + 3_600_000 - 40);
    expect(offsetAfter(awake, stamp(NOON + 3_600_000, 2000, 40, 30))).toBe(NOON + 3_600_000 - 40);
  });

  it('follows a server that is behind the last one only where it answers a question', () => {
    const before = offsetAfter(null, stamp(NOON, 1000, 20));
    const hourBack = NOON - 3_600_000;
    expect(offsetAfter(before, stamp(hourBack, 5000, 20))).toBe(before);
    const after = offsetAfter(before, stamp(hourBack, 5000, 20, 15));
    expect(Math.abs(after - hourBack)).toBeLessThanOrEqual(20);
  });

  it.each([
    ['slow both ways', stamp(NOON, 9000, 4000, 4000), NOON - 20],
    ['a little off', stamp(NOON - 200, 9000, 10, 10), NOON - 20],
    ['of ticks that run slow', stamp(NOON + 400, 9000, 10, 10), NOON + 390],
  ])('an answer %s moves it no further than it proves', (_, answer, expected) => {
    expect(offsetAfter(offsetAfter(null, stamp(NOON, 1000, 20)), answer)).toBe(expected);
  });
});

describe('the bell', () => {
  const talk: Deadline = { endsAt: NOON, totalMs: 600_000 };
  const zero = NOON;
  const minute = NOON - 60_000;
  /** Strokes at each of these looks. */
  const heard = (times: readonly number[], deadline = talk): readonly number[] => {
    let ahead: Ahead | null = null;
    return times.map((at) => {
      const seen = look(ahead, deadline, at);
      ({ ahead } = seen);
      return seen.strokes;
    });
  };

  it('strikes once a minute before zero and twice at zero, however often somebody looks', () => {
    const times = [minute - 500, minute - 1, minute, minute + 1, zero - 1, zero + 3, zero + 4];
    expect(heard(times)).toEqual([0, 0, 1, 0, 0, 2, 0]);
    const short: Deadline = { ...talk, totalMs: 119_999 };
    expect(heard([minute - 1, minute + 1, zero], short)).toEqual([0, 0, 2]);
  });

  it('strikes once although the clock goes back over zero and comes again', () => {
    expect(heard([zero - 10, zero + 10, zero - 300, zero + 5])).toEqual([0, 2, 0, 0]);
  });

  it.each([
    ['comes just past zero', [zero + 1, zero + 2, zero - 5, zero + 1]],
    ['slept through it', [zero - 90_000, zero + 60_000]],
    ['was set far ahead', [minute - 1, zero + 86_400_000, zero]],
  ])('is silent on a page that %s', (_, times) => {
    expect(heard(times).reduce((sum, n) => sum + n, 0)).toBe(0);
  });

  it('strikes late for a page that was held up for a moment', () => {
    expect(heard([zero - 2000, zero + 4000])).toEqual([0, 2]);
  });

  it('begins anew with time that is added', () => {
    const { ahead } = look(look(null, talk, zero - 1).ahead, talk, zero);
    const more = { ...talk, endsAt: zero + 30_000 };
    const next = look(ahead, more, zero + 10);
    expect(next.strokes).toBe(0);
    expect(look(next.ahead, more, zero + 30_000).strokes).toBe(2);
  });
});

describe('the server’s clock', () => {
  it.each([86_400_000, -3_600_000])(
    'goes on while the machine’s is set by %i ms, and says by how much',
    (set) => {
      let wall = NOON;
      let ticks = 5000;
      const clock = systemClock(
        () => wall,
        () => ticks,
      );
      const pass = (ms: number) => {
        wall += ms;
        ticks += ms;
      };
      pass(1500);
      wall += set;
      expect(clock.now()).toBe(NOON + 1500);
      pass(500);
      expect(clock.now()).toBe(NOON + 2000);
      expect(clock.aheadMs?.()).toBe(set);
    },
  );
});
