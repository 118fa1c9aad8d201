// A figure that two pages show is the same figure: board, tally, minutes, a unit's page for staff and for viewers.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SCHEME_DEFAULTS } from '../../../shared/scoring/scheme.ts';
import { fromFraction } from '../../../shared/scoring/fractions.ts';
import { toDecimal } from '../../../shared/scoring/rational.ts';
import { minutesView } from '../../../shared/views/audiences/minutes.ts';
import { publicView } from '../../../shared/views/audiences/public.ts';
import { screenView } from '../../../shared/views/audiences/screen.ts';
import { staffView } from '../../../shared/views/audiences/staff.ts';
import { unitPage } from '../../../shared/views/numbers/unit-page.ts';
import {
  groupId,
  itemId,
  NONCE,
  roundId,
  SALT,
  scores,
  seated,
  subjectId,
  type Play,
} from '../../builders.ts';
import { showBoard } from './agenda-builders.ts';
import { repetitions, seed } from '../../repetitions.ts';

const UNITS = ['U1', 'U2', 'U3'] as const;
const HEAD = { seq: 0, hash: '', root: '' };

const meeting = fc.record({
  groups: fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 3 }),
  weights: fc.array(fc.constantFrom(0, 1, 1, 3, 30), { minLength: 3, maxLength: 3 }),
  disclosure: fc.constantFrom('live' as const, 'hidden' as const),
  spread: fc.constantFrom({ kind: 'none' } as const, { kind: 'trim', t: 1 } as const),
  centre: fc.constantFrom('mean' as const, 'median' as const),
  emptyGroup: fc.constantFrom('rescale' as const, 'incomplete' as const),
  floor: fc.integer({ min: 2, max: 5 }),
  marks: fc.array(fc.tuple(fc.nat(40), fc.nat(20), fc.nat(25), fc.nat(15)), {
    minLength: 63,
    maxLength: 63,
  }),
  silent: fc.array(fc.nat(20), { maxLength: 6 }),
});
type Drawn = typeof meeting extends fc.Arbitrary<infer T> ? T : never;

/** Three units scored one after the other; after each reveal `look` is called with it. */
function played(drawn: Drawn, look: (play: Play, unit: string) => void): void {
  const play = seated({ groups: drawn.groups });
  const weights = drawn.groups.map((_, n) => ({
    group: groupId(`G${String(n + 1)}`),
    weight: drawn.weights[n] ?? 1,
  }));
  if (weights.some(({ weight }) => weight > 0)) play.staff({ type: 'SetWeights', weights });
  const { spread, centre, emptyGroup, floor, disclosure } = drawn;
  play.staff({
    type: 'AdoptScheme',
    scheme: { ...SCHEME_DEFAULTS, id: 'main', spread, centre, emptyGroup, floor },
  });
  let mark = 0;
  for (const unit of UNITS) {
    const id = itemId(`score-${unit}`);
    play.staff({
      ...{ type: 'AddItems', after: null },
      items: [
        {
          ...{ id, kind: 'score', subjects: [subjectId(unit)], secrecy: 'named' },
          ...{ sheet: 'live', disclosure, seconds: 60 },
        },
      ],
    });
    play.staff({ type: 'EnterItem', item: id }).staff({ type: 'OpenRound', item: id });
    [...play.meeting.seats.keys()].forEach((seat, n) => {
      const [a, b, c, d] = drawn.marks[mark++ % drawn.marks.length] ?? [0, 0, 0, 0];
      if (!drawn.silent.includes(n)) play.cast(seat, id, 1, scores(a, b, c, d));
    });
    play.staff({ type: 'CloseRound', round: roundId(id) });
    play.staff({ type: 'RevealRound', round: roundId(id) });
    look(play, unit);
  }
}

/** The score that the reveal opened, with as many decimals as this text of it has. */
function rounded({ meeting }: Play, unit: string, text: string): string {
  const [attempt] = meeting.rounds.get(roundId(`score-${unit}`))?.attempts ?? [];
  if (attempt?.phase !== 'revealed') throw new Error('not revealed');
  const score = fromFraction(attempt.results[0]?.score?.exact ?? '');
  return score ? toDecimal(score, text.length - text.indexOf('.') - 1) : '';
}

describe('[R15] one number everywhere', () => {
  it('has the same digits on board, tally, minutes, and a unit’s page for staff and for viewers', () => {
    let shown = 0;
    let withheld = 0;
    fc.assert(
      fc.property(meeting, (drawn) => {
        played(drawn, (play, unit) => {
          const watch = publicView(play);
          const staff = staffView(play, {
            ...{ connected: new Set(), recent: [], head: HEAD, staffName: (id) => id },
          });
          const { board, tally } = screenView(play);
          const minutes = minutesView(play, HEAD, (id) => id);
          for (const other of [watch.board, staff.board, minutes.board])
            expect(other).toEqual(board);
          for (const other of [watch.tally, staff.tally]) expect(other).toEqual(tally);

          for (const row of board.rows) {
            const { result } = unitPage(play, row.subject.id);
            expect([result?.score, result?.why]).toEqual([row.score, row.why]);
            expect(result?.places?.overall.rank ?? null).toBe(row.rank);
            expect(result?.places?.category.rank ?? null).toBe(row.categoryRank);
            const own = watch.results.units.find(({ subject }) => subject === row.subject.id);
            const round = watch.results.rounds[own?.round ?? -1];
            const groups = own?.groups.map((one, n) => [
              ...[round?.groups[n]?.id, round?.groups[n]?.name, round?.groups[n]?.weight],
              ...[one?.[0] ?? 0, one?.[1] ?? null],
            ]);
            // What has neither weight nor a seat is on neither page.
            const known = result?.groups.map(({ id, name, weight, counted, mean }) => [
              ...[id, name, weight, counted, mean],
            ]);
            expect(
              groups?.filter(([, , weight, ballots]) => weight !== 0 || ballots !== 0),
            ).toEqual(known?.filter(([, , weight, ballots]) => weight !== 0 || ballots !== 0));
            if (row.subject.id !== unit) continue;
            // The tally shows two decimals, the board as many as tell near ties apart.
            expect(tally?.why).toBe(row.why);
            for (const text of [row.score, tally?.score])
              if (typeof text === 'string') expect(text).toBe(rounded(play, unit, text));
            expect(tally?.score === null).toBe(row.score === null);
            expect(tally?.groups.map(({ id, mean, why }) => [id, mean, why])).toEqual(
              result?.groups
                .filter(({ expected, counted }) => expected > 0 || counted > 0)
                .map(({ id, mean, why }) => [id, mean, why]),
            );
            for (const { mean } of tally?.groups ?? []) {
              shown += Number(mean !== null);
              withheld += Number(mean === null);
            }
            expect(round?.root ?? null).toBe(tally?.root ?? null);
          }
        });
      }),
      { seed: seed(15), numRuns: repetitions(30, 20 * 30) },
    );
    // Both came up, so that neither was held by chance.
    expect(Math.min(shown, withheld)).toBeGreaterThan(10);
  });
});

describe('what viewers load of every result', () => {
  it('is some kilobytes for 77 units of four groups, twelve of them scored live', () => {
    const play = seated({ units: 77, groups: [5, 5, 5, 5] });
    const units = [...play.meeting.subjects.keys()];
    const live = units.slice(0, 12);
    const item = (id: string) => ({ id: itemId(id), sheet: 'live', disclosure: 'hidden' }) as const;
    play.staff({
      ...{ type: 'AddItems', after: null },
      items: [
        ...live.map((unit) => ({
          ...{ ...item(unit), kind: 'score' as const, subjects: [unit] as const },
          ...{ secrecy: 'named' as const, seconds: 60 },
        })),
        { ...item('w'), kind: 'written', subjects: units.slice(12) },
      ],
    });
    for (const id of [...live, 'w']) {
      play.staff({ type: 'EnterItem', item: itemId(id) });
      play.staff({ type: 'OpenRound', item: itemId(id) });
      for (const subject of play.about(id))
        for (const seat of play.meeting.seats.keys()) {
          const to = { round: roundId(id), attempt: 1, subject, nonce: NONCE, salt: SALT };
          const choice = scores(31, 17, 21, Number(seat.slice(1)) % 15);
          const by = { seat, claim: play.meeting.seats.get(seat)?.claim ?? 0 };
          play.seat({ type: 'CastBallot', ...by, ...to, rev: 1, choice });
        }
      play.staff({ type: 'CloseRound', round: roundId(id) });
      play.staff({ type: 'RevealRound', round: roundId(id) });
    }
    expect(publicView(play).results.units).toHaveLength(12);
    showBoard(play, 'board');
    const { results } = publicView(play);
    expect(results.units).toHaveLength(77);
    expect(results.units.every(({ groups }) => groups.every((one) => one?.[1]))).toBe(true);
    const bytes = (slice: unknown) => Buffer.byteLength(JSON.stringify(slice));
    expect(bytes(results)).toBeLessThan(12_000);
  });
});
