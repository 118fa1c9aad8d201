// Over meetings by chance: board, stage, minutes and files say the same digits, and a spreadsheet's floating point makes them too.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvOf } from '../../../shared/export/csv.ts';
import { exportedSteps } from '../../../shared/export/exporting.ts';
import type { Cell, Row } from '../../../shared/export/sheet.ts';
import { sheetsOf } from '../../../shared/export/sheets.ts';
import type { Item } from '../../../shared/meeting/agenda/item.ts';
import { finished } from '../../../shared/steps.ts';
import { minutesView } from '../../../shared/views/audiences/minutes.ts';
import { publicView } from '../../../shared/views/audiences/public.ts';
import { screenView } from '../../../shared/views/audiences/screen.ts';
import { boardSlice } from '../../../shared/views/numbers/board.ts';
import {
  ABSTAIN,
  itemId,
  NONCE,
  roundId,
  SALT,
  scores,
  seated,
  type Play,
} from '../../builders.ts';
import { repetitions, seed } from '../../repetitions.ts';

const GROUPS = [6, 5, 4];
const UNITS = 6;
const SEED = seed(15);
const head = { seq: 1, hash: 'a'.repeat(64), root: 'b'.repeat(64) };

/** Few marks, so that ties come; null is no ballot, "abstain" one without scores. */
const choice = fc.oneof(
  { weight: 12, arbitrary: fc.tuple(fc.nat(40), fc.nat(2), fc.nat(2), fc.nat(2)) },
  { weight: 1, arbitrary: fc.constant('abstain' as const) },
  { weight: 2, arbitrary: fc.constant(null) },
);
const seats = GROUPS.reduce((all, one) => all + one, 0);
const meeting = fc.record({
  t: fc.nat(2),
  centre: fc.constantFrom('mean' as const, 'median' as const),
  emptyGroup: fc.constantFrom('rescale' as const, 'incomplete' as const),
  floor: fc.integer({ min: 2, max: 6 }),
  weights: fc.array(fc.nat(100), { minLength: 3, maxLength: 3 }).filter((all) => all.some(Boolean)),
  ballots: fc.array(choice, { minLength: seats, maxLength: seats * UNITS }),
});
type Drawn = typeof meeting extends fc.Arbitrary<infer T> ? T : never;

function played({ t, weights, ballots, ...scheme }: Drawn): Play {
  const play = seated({ units: UNITS, groups: GROUPS });
  const groups = play.meeting.groups.map(({ id }, n) => ({ group: id, weight: weights[n] ?? 1 }));
  play.staff({ type: 'SetWeights', weights: groups });
  const spread = t === 0 ? ({ kind: 'none' } as const) : ({ kind: 'trim', t } as const);
  play.staff({
    type: 'AdoptScheme',
    scheme: { id: 'drawn', spread, belowFloor: 'count', step: 3, ...scheme },
  });
  const item: Item = {
    ...{ id: itemId('w'), kind: 'written', subjects: 'rest', sheet: 'live', disclosure: 'hidden' },
  };
  play.staff({ type: 'SetAgenda', items: [item] });
  play.staff({ type: 'EnterItem', item: item.id });
  play.staff({ type: 'OpenRound', item: item.id });
  let n = 0;
  for (const subject of play.about('w'))
    for (const { id: seat, claim } of play.meeting.seats.values()) {
      const drawn = ballots[n++ % ballots.length];
      if (!drawn) continue;
      const decision = play.decideSeat({
        ...({ type: 'CastBallot', seat, claim, round: roundId('w'), attempt: 1, subject } as const),
        ...{ rev: 1, nonce: NONCE, salt: SALT },
        choice: drawn === 'abstain' ? ABSTAIN : scores(...drawn),
      });
      if (!decision.ok) throw new Error(decision.refusal.code);
      play.commit(decision, { kind: 'server' });
    }
  play.staff({ type: 'CloseRound', round: roundId('w') });
  return play.staff({ type: 'RevealRound', round: roundId('w') });
}

const textIn = (cell: Cell | null | undefined) => (cell?.kind === 'text' ? cell.text : '');
const numberIn = (cell: Cell | null | undefined) =>
  cell && cell.kind !== 'text' ? Number(cell.value) : null;

/** What a spreadsheet's own arithmetic makes of a row of group scores. */
function reckoned(row: Row): number {
  const of = (block: number) => row.slice(6 + block * 3, 9 + block * 3).map(numberIn);
  const [weights, values] = [of(3), of(4)];
  let [sum, whole] = [0, 0];
  for (const [n, value] of values.entries()) {
    sum += (weights[n] ?? 0) * (value ?? 0);
    if (value !== null) whole += weights[n] ?? 0;
  }
  return Number((sum / whole).toFixed(9));
}

describe(`[R15] of meetings by chance (seed ${String(SEED)})`, () => {
  it('board, screen, watch page, minutes and files have the same scores and ranks', () => {
    fc.assert(
      fc.property(meeting, (drawn) => {
        const play = played(drawn);
        const of = ({ rows }: ReturnType<typeof boardSlice>) =>
          rows.map(({ subject, rank, categoryRank, score, why }) => ({
            ...{ unit: subject.id, rank, categoryRank, score, why },
          }));
        const board = of(boardSlice(play));
        expect(board).toHaveLength(UNITS);
        expect(of(minutesView(play, head, String).board)).toEqual(board);
        for (const view of [screenView(play), publicView(play)])
          expect(of(view.board)).toEqual(board);
        const exported = finished(exportedSteps(play, { head, at: play.now }));
        expect(
          exported.standings.map(({ unit, rank, categoryRank, score, why }) => ({
            ...{ unit, rank, categoryRank, score: score?.shown ?? null, why },
          })),
        ).toEqual(board);
        const csv = csvOf(exported, 'standings.csv', 'en').trimEnd().split('\r\n').slice(1);
        expect(csv.map((line) => line.split(',')[5])).toEqual(
          board.map(({ score }) => score ?? ''),
        );
      }),
      { seed: SEED, numRuns: repetitions(25, 500) },
    );
  });

  it('a spreadsheet’s floating point adds the cells up to the same digits, and ranks them alike', () => {
    let formulas = 0;
    fc.assert(
      fc.property(meeting, (drawn) => {
        const play = played(drawn);
        const { rows } = boardSlice(play);
        const exported = finished(exportedSteps(play, { head, at: play.now }));
        const [, , , groups, standings] = sheetsOf(exported, 'en');
        const byUnit = new Map(groups?.rows.map((row) => [textIn(row[0]), row]));
        const cells = standings?.rows.slice(1).map((row) => {
          const cell = row[5];
          if (cell?.kind !== 'formula') return numberIn(cell);
          formulas += 1;
          const value = reckoned(byUnit.get(textIn(row[2])) ?? []);
          // What programs show that do not reckon.
          expect(value).toBe(Number(cell.value));
          return value;
        });
        const scored = cells?.filter((one) => one !== null) ?? [];
        expect(
          cells?.map((value, n) => {
            if (value === null) return [null, null];
            const cell = standings?.rows[n + 1]?.[5];
            const decimals = cell && cell.kind !== 'text' ? cell.decimals : 0;
            return [value.toFixed(decimals), 1 + scored.filter((one) => one > value).length];
          }),
        ).toEqual(rows.map(({ score, rank }) => [score, rank]));
      }),
      { seed: SEED, numRuns: repetitions(25, 500) },
    );
    expect(formulas).toBeGreaterThan(20);
  });
});
