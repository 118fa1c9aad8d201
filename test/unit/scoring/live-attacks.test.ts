// Who tries to read a ballot off the numbers of a live round: all that is published becomes a linear programme, and what it
// leaves open for the ballot of one colleague is measured (R6). The attacker knows who casts when, which no page tells.
import highsLoader from 'highs';
import { describe, expect, test } from 'vitest';
import { groupValue } from '../../../shared/scoring/counting.ts';
import { LiveTotal, type LiveSeats } from '../../../shared/scoring/live-total.ts';
import { noLive } from '../../../shared/scoring/no-live.ts';
import { rational, toDecimal } from '../../../shared/scoring/rational.ts';
import type { Spread } from '../../../shared/scoring/scheme.ts';
import { repetitions, seed } from '../../repetitions.ts';
import { schemeOf } from './schemes.ts';

const highs = await highsLoader();

interface Seat {
  readonly id: string;
  readonly group: string;
  /** What one ballot weighs; one number for all of a group. */
  readonly v: number;
}

interface Hall {
  readonly seats: readonly Seat[];
  readonly groups: readonly LiveSeats[];
  readonly step: number;
  readonly spread?: Spread;
  readonly centre?: 'mean' | 'median';
}

/** Groups of so many seats with these weights. */
function hall(
  seats: readonly number[],
  weights: readonly number[],
  rules: Partial<Hall> = {},
): Hall {
  const groups = seats.map((expected, n) => ({
    ...{ group: `g${String(n)}`, expected },
    weight: rational(weights[n] ?? 1),
  }));
  const all = seats.flatMap((expected, n) =>
    Array.from({ length: expected }, (_, k) => ({
      ...{ id: `g${String(n)}s${String(k)}`, group: `g${String(n)}` },
      v: (weights[n] ?? 1) / expected,
    })),
  );
  expect(noLive(groups, schemeOf({ belowFloor: 'empty' }))).toBeNull();
  return { seats: all, groups, step: all.length < 30 ? 3 : 5, ...rules };
}

/** One ballot, in the order of the commits; null abstains. `shut` closes the round or opens it again. */
type Act = { readonly seat: Seat; readonly total: number | null } | 'shut';

/** A number that was shown: of which casts it is made, and how far it may be off. */
interface Shown {
  readonly value: number;
  readonly off: number;
  /** By seat the cast that stood, an index into the acts. */
  readonly casts: ReadonlyMap<string, number>;
}

/**
 * What is published of these acts, as somebody who knows the rule attributes it: each number to the snapshot that R6 says it
 * is of, reckoned here from the acts alone and held against what was really shown.
 */
function published({ seats, groups, step }: Hall, acts: readonly Act[]): readonly Shown[] {
  const live = new LiveTotal(groups, { step: 3 });
  const standing = new Map<string, number>();
  const firsts = new Map<string, number>();
  const snapshots: { readonly firsts: number; readonly casts: Map<string, number> }[] = [];
  const shown: Shown[] = [];
  let moves = 0;
  acts.forEach((act, n) => {
    if (act === 'shut') {
      live.freeze();
      return;
    }
    live.cast(act.seat.id, act.seat.group, act.total === null ? null : exact(act.total));
    const now = live.waits?.moves ?? moves;
    const isFirst = act.total !== null && !firsts.has(act.seat.id);
    if (act.total === null) standing.delete(act.seat.id);
    else standing.set(act.seat.id, n);
    if (isFirst) firsts.set(act.seat.id, firsts.size + 1);
    if (now > moves) {
      const of = snapshots.findLast((one) => {
        const behind = [...standing.keys()].filter((id) => (firsts.get(id) ?? 0) > one.firsts);
        return behind.length >= step;
      })!;
      const v = (id: string) => seats.find((seat) => seat.id === id)!.v;
      const weight = [...of.casts.keys()].reduce((sum, id) => sum + v(id), 0);
      const points = [...of.casts].reduce(
        (sum, [id, cast]) => sum + v(id) * totalOf(acts[cast]!),
        0,
      );
      const off = of.casts.size < 50 ? 0.25 : 0.05;
      expect(Math.abs(Number(live.shown) - points / weight)).toBeLessThanOrEqual(off + 1e-9);
      shown.push({ value: Number(live.shown), off, casts: of.casts });
      moves = now;
    }
    const last = snapshots.at(-1)?.firsts ?? 0;
    if (isFirst && standing.size >= 10 && (last === 0 || firsts.size - last >= step))
      snapshots.push({ firsts: firsts.size, casts: new Map(standing) });
  });
  return shown;
}

const exact = (total: number) => rational(Math.round(total * 100), 100);
const totalOf = (act: Act): number => (act === 'shut' ? 0 : (act.total ?? 0));

/**
 * How many points are left open for the ballot of `target`, by all that was shown and the means at the reveal, to those who
 * know the totals of `known`.
 */
function leftOpen(room: Hall, acts: readonly Act[], target: Seat, known: readonly Seat[]): number {
  const name = (cast: number) => `x${String(cast)}`;
  const isKnown = new Set(known.map(({ id }) => id));
  const ballots = acts.flatMap((act, cast) =>
    act === 'shut' || act.total === null ? [] : [{ ...act, total: act.total, cast }],
  );
  const unknown = ballots.filter(({ seat }) => !isKnown.has(seat.id));
  const rows: string[] = [];
  const row = (terms: readonly (readonly [number, string])[], low: number, high: number) => {
    if (terms.length === 0) return;
    const sum = terms
      .map(([k, x]) => `${k < 0 ? '-' : '+'} ${Math.abs(k).toFixed(9)} ${x}`)
      .join(' ');
    rows.push(`r${String(rows.length)}: ${sum} >= ${low.toFixed(9)}`);
    rows.push(`r${String(rows.length)}: ${sum} <= ${high.toFixed(9)}`);
  };
  const binaries: string[] = [];
  for (const { value, off, casts } of published(room, acts)) {
    const parts = [...casts].map(([id, cast]) => ({
      seat: room.seats.find((seat) => seat.id === id)!,
      cast,
    }));
    const weight = parts.reduce((sum, { seat }) => sum + seat.v, 0);
    const own = parts
      .filter(({ seat }) => isKnown.has(seat.id))
      .reduce((sum, { seat, cast }) => sum + seat.v * totalOf(acts[cast]!), 0);
    row(
      parts
        .filter(({ seat }) => !isKnown.has(seat.id))
        .map(({ seat, cast }) => [seat.v, name(cast)]),
      (value - off) * weight - own - 1e-6,
      (value + off) * weight - own + 1e-6,
    );
  }
  // The reveal: of each group that is shown, its value in two decimals.
  const last = new Map<string, number>();
  acts.forEach((act, cast) => {
    if (act === 'shut') return;
    if (act.total === null) last.delete(act.seat.id);
    else last.set(act.seat.id, cast);
  });
  const { spread = { kind: 'none' }, centre = 'mean' } = room;
  const scheme = schemeOf({ belowFloor: 'empty', spread, centre });
  for (const { group, weight } of room.groups) {
    const casts = room.seats.flatMap((seat) =>
      seat.group === group && last.has(seat.id) ? [{ seat, cast: last.get(seat.id)! }] : [],
    );
    const value = groupValue(
      casts.map(({ cast }) => exact(totalOf(acts[cast]!))),
      weight,
      scheme,
    );
    if (value === null) continue;
    const mean = Number(toDecimal(value, 2));
    const x = casts.map(({ seat, cast }) => ({
      k: isKnown.has(seat.id) ? totalOf(acts[cast]!) : null,
      name: name(cast),
    }));
    const terms = x.flatMap(({ k, name: of }) => (k === null ? [[1, of] as const] : []));
    const own = x.reduce((sum, { k }) => sum + (k ?? 0), 0);
    const count = casts.length - (spread.kind === 'trim' ? 2 * spread.t : 0);
    const ends =
      spread.kind === 'trim'
        ? ([
            [-1, `L${group}`],
            [-1, `H${group}`],
          ] as const)
        : [];
    if (centre === 'mean') {
      row(
        [...terms, ...ends],
        (mean - 0.005) * count - own - 1e-6,
        (mean + 0.005) * count - own + 1e-6,
      );
      if (spread.kind !== 'trim') continue;
      // One is the lowest, one the highest, and all lie between them.
      x.forEach(({ k, name: of }, n) => {
        const [low, high] = [`l${group}n${String(n)}`, `h${group}n${String(n)}`];
        binaries.push(low, high);
        const at = k === null ? ([[1, of]] as const) : [];
        row([...at, [-1, `L${group}`]], -(k ?? 0), 1000);
        row([...at, [-1, `H${group}`]], -1000, -(k ?? 0));
        row([...at, [-1, `L${group}`], [100, low]], -1000, 100 - (k ?? 0));
        row([...at, [-1, `H${group}`], [-100, high]], -100 - (k ?? 0), 1000);
      });
      for (const end of ['l', 'h'])
        row(
          x.map((_, n) => [1, `${end}${group}n${String(n)}`]),
          1,
          1,
        );
      continue;
    }
    // A median of an odd number: one is it, as many lie above as below.
    x.forEach(({ k, name: of }, n) => {
      const [above, is] = [`a${group}n${String(n)}`, `e${group}n${String(n)}`];
      binaries.push(above, is);
      const at = k === null ? ([[1, of]] as const) : [];
      row([...at, [-100, above]], -1000, mean + 0.005 - (k ?? 0));
      row([...at, [-100, above], [-100, is]], mean - 0.005 - (k ?? 0) - 100, 1000);
      row(
        [
          [1, above],
          [1, is],
        ],
        0,
        1,
      );
    });
    row(
      x.map((_, n) => [1, `a${group}n${String(n)}`]),
      (x.length - 1) / 2,
      (x.length - 1) / 2,
    );
    row(
      x.map((_, n) => [1, `e${group}n${String(n)}`]),
      1,
      1,
    );
  }
  const goal = last.get(target.id);
  const of =
    goal === undefined ? ballots.findLast(({ seat }) => seat.id === target.id)!.cast : goal;
  const bounds = [
    ...unknown.map(({ cast }) => `0 <= ${name(cast)} <= 100`),
    ...(spread.kind === 'trim'
      ? room.groups.flatMap(({ group }) => [`0 <= L${group} <= 100`, `0 <= H${group} <= 100`])
      : []),
  ];
  const solve = (goal: 'Maximize' | 'Minimize') => {
    const text = [
      ...[goal, ` obj: ${name(of)}`, 'Subject To', ...rows, 'Bounds', ...bounds],
      ...(binaries.length > 0 ? ['Binary', binaries.join(' ')] : []),
      'End',
    ].join('\n');
    const { Status, ObjectiveValue } = highs.solve(text);
    expect(Status).toBe('Optimal');
    return ObjectiveValue;
  };
  return solve('Maximize') - solve('Minimize');
}

/** A linear congruential generator: fit for shuffling, and the same in every run. */
let state = seed(611);
const draw = () => (state = (state * 1103515245 + 12345) % 2 ** 31) / 2 ** 31;

/** Totals as panels give them. */
const usual = () => 62 + Math.floor(draw() * 36);

function shuffled<T>(list: readonly T[]): T[] {
  const left = [...list];
  return list.map(() => left.splice(Math.floor(draw() * left.length), 1)[0]!);
}

const cast = (seat: Seat, total: number | null = usual()): Act => ({ seat, total });

/** Some way through the round, colluders cast around one colleague: their first ballots and as few others as can be. */
function around(room: Hall, target: Seat, ring: readonly Seat[], from: number): readonly Act[] {
  // A step less one of them is all that fits beside the colleague; the others' own ballots lie in the number before.
  const near = ring.slice(0, room.step - 1);
  const others = shuffled(room.seats.filter((seat) => seat !== target && !ring.includes(seat)));
  const early = ring.slice(near.length);
  const before = [...early, ...others.slice(0, Math.max(0, from - early.length))];
  const free = others.filter((seat) => !before.includes(seat));
  const fill = free.slice(0, room.step - 1 - near.length);
  const after = free.slice(fill.length);
  const changed = (total: number) => ring.map((seat) => cast(seat, total));
  return [
    ...before.map((seat) => cast(seat)),
    ...near.map((seat) => cast(seat, 100)),
    cast(target),
    ...fill.map((seat) => cast(seat)),
    // They change their own ballots again and again, which moves nothing alone.
    ...changed(0),
    ...after.slice(0, room.step).map((seat) => cast(seat)),
    ...changed(50),
    ...after.slice(room.step).map((seat) => cast(seat)),
  ];
}

const HALLS: readonly (readonly [string, Hall])[] = [
  ['24 seats', hall([5, 5, 6, 8], [30, 20, 20, 30])],
  ['50 seats', hall([10, 10, 12, 18], [30, 20, 20, 30])],
  ['50 seats whose ballots weigh as unlike as they may', hall([10, 40], [30, 40])],
  ['100 seats', hall([20, 20, 24, 36], [30, 20, 20, 30])],
];

const LEAST = 5;

describe.each(HALLS)('[R6] %s', (_, room) => {
  const turns = Array.from({ length: repetitions(3, 40) }, (_, n) => n);
  const heaviest = room.seats.reduce((a, b) => (b.v > a.v ? b : a));
  const pick = (n: number) => (n === 0 ? heaviest : shuffled(room.seats)[0]!);

  test('who only watches binds nobody', () => {
    const acts = shuffled(room.seats).map((seat) => cast(seat));
    for (const seat of shuffled(room.seats).slice(0, repetitions(6, 100)))
      expect(leftOpen(room, acts, seat, [])).toBeGreaterThan(LEAST);
  });

  test('up to a step less two who cast around a colleague bind nobody', () => {
    for (let ring = 1; ring <= room.step - 2; ring++)
      for (const n of turns) {
        const target = pick(n);
        const others = shuffled(room.seats.filter((seat) => seat !== target));
        // The lightest ones leave least in the way.
        const light = [...others].sort((a, b) => a.v - b.v);
        for (const with_ of [others.slice(0, ring), light.slice(0, ring)])
          for (const from of [10, 10 + room.step, room.seats.length - 2 * room.step])
            expect(
              leftOpen(room, around(room, target, with_, from), target, with_),
            ).toBeGreaterThan(LEAST);
      }
  });

  test('closed, opened and closed again shows nothing more', () => {
    const target = pick(1);
    const ring = shuffled(room.seats.filter((seat) => seat !== target)).slice(0, room.step - 2);
    const acts = around(room, target, ring, 10);
    const half = Math.floor(acts.length / 2);
    const shut = [...acts.slice(0, half), 'shut' as const, ...acts.slice(half), 'shut' as const];
    expect(published(room, shut).length).toBeLessThan(published(room, acts).length);
    expect(leftOpen(room, shut, target, ring)).toBeGreaterThan(LEAST);
  });

  test('a crowd that abstains, before or afterwards, leaves nobody bare', () => {
    for (const n of turns) {
      const target = pick(n);
      const ring = shuffled(room.seats.filter((seat) => seat !== target)).slice(0, room.step - 2);
      const crowd = room.seats.filter(
        (seat) => seat.group === target.group && seat !== target && !ring.includes(seat),
      );
      const acts = around(room, target, ring, 10);
      const late = [...acts, ...crowd.map((seat) => cast(seat, null))];
      const early = [
        ...crowd.map((seat) => cast(seat, null)),
        ...acts.filter((act) => act === 'shut' || !crowd.includes(act.seat)),
      ];
      for (const one of [late, early])
        expect(leftOpen(room, one, target, ring)).toBeGreaterThan(LEAST);
    }
  });

  test('a group that ends with four ballots is not in the result, and not read off it', () => {
    const [group] = room.groups;
    const members = room.seats.filter((seat) => seat.group === group!.group).slice(0, 4);
    const rest = room.seats.filter((seat) => seat.group !== group!.group);
    for (const target of members) {
      const ring = members.filter((seat) => seat !== target).slice(0, room.step - 2);
      const acts = shuffled([...members, ...rest]).map((seat) => cast(seat));
      expect(leftOpen(room, acts, target, ring)).toBeGreaterThan(LEAST);
    }
  });
});

describe('[R6] whatever the scheme makes of the groups', () => {
  test.each([
    ['trimmed means', { spread: { kind: 'trim', t: 1 } }],
    ['medians', { centre: 'median' }],
  ] as const)('%s tell no more beside the numbers', (_, rules) => {
    const room = hall([11, 11, 13, 15], [30, 20, 20, 30], rules);
    const target = room.seats[0]!;
    const others = room.seats.filter((seat) => seat !== target);
    for (let n = 0; n < repetitions(2, 20); n++) {
      const ring = shuffled(others).slice(0, room.step - 2);
      const acts = around(room, target, ring, 10);
      expect(leftOpen(room, acts, target, ring)).toBeGreaterThan(LEAST);
    }
  });
});

test.each(HALLS)(
  '[R6] %s: rings of a step less one and more around a colleague learn it to some points',
  (_, room) => {
    const target = room.seats.reduce((a, b) => (b.v > a.v ? b : a));
    const others = room.seats.filter((seat) => seat !== target).sort((a, b) => a.v - b.v);
    for (const size of [room.step - 1, room.step + 1, 2 * room.step]) {
      const ring = others.slice(0, size);
      for (let n = 0; n < repetitions(3, 180); n++) {
        const from = n % 2 === 0 ? 10 : 10 + room.step;
        const points = leftOpen(room, around(room, target, ring, from), target, ring);
        // docs/BALLOTS.md says so.
        expect(points, `${String(size)} of them`).toBeGreaterThan(3.5);
      }
    }
  },
);

test('whoever knows all others of a group reads the last off its mean: what is measured can be found', () => {
  const [, room] = HALLS[1]!;
  const [target, ...ring] = room.seats.filter(({ group }) => group === 'g0');
  const acts = shuffled(room.seats).map((seat) => cast(seat));
  expect(leftOpen(room, acts, target!, ring)).toBeLessThan(0.2);
});
