// Meetings by chance, played by real commands: schemes, weights, recusals, ballots, repetitions, withdrawals.
import fc from 'fast-check';
import { subjectsOf } from '../shared/meeting/agenda/participation.ts';
import type { Choice } from '../shared/ballots/ballot.ts';
import type { SeatId } from '../shared/ids.ts';
import type { Item } from '../shared/meeting/agenda/item.ts';
import type { StaffCommand } from '../shared/meeting/commands.ts';
import type { Scheme } from '../shared/scoring/scheme.ts';
import type { Sheet } from '../shared/scoring/sheet.ts';
import {
  ABSTAIN,
  groupId,
  itemId,
  NONCE,
  reviewerId,
  roundId,
  SALT,
  scores,
  seated,
  seatId,
  subjectId,
  type Play,
} from './builders.ts';

/** Few values and near to each other, so that ties and near ties come often. */
const total = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 78, max: 82 }) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 100 }) },
  { weight: 1, arbitrary: fc.constant(null) },
);
const rules = fc.record<Omit<Scheme, 'id' | 'version'>>({
  spread: fc.oneof(
    fc.constant({ kind: 'none' } as const),
    fc.integer({ min: 1, max: 3 }).map((t) => ({ kind: 'trim', t }) as const),
    fc.constantFrom('0.5', '3.25', '12').map((margin) => ({ kind: 'cap', margin }) as const),
  ),
  centre: fc.constantFrom('mean', 'mean', 'median'),
  emptyGroup: fc.constantFrom('rescale', 'rescale', 'incomplete'),
  belowFloor: fc.constantFrom('count', 'empty'),
  floor: fc.integer({ min: 2, max: 4 }),
  step: fc.constantFrom(2, 3),
});
/** How often it is played: by everybody, or so many ballots of these seats, in this order, a seat perhaps twice. */
const casts = fc.record({
  all: fc.option(total, { freq: 2 }),
  some: fc.array(fc.tuple(fc.nat(30), total), { maxLength: 24 }),
});
const turn = fc.record({
  disclosure: fc.constantFrom('live', 'hidden', 'progress'),
  casts,
  /** Seats that declare a recusal before it opens. */
  recused: fc.array(fc.nat(30), { maxLength: 2 }),
  /** A seat that goes while it is open, and one that goes once it is revealed. */
  leaves: fc.option(fc.nat(30), { freq: 3 }),
  leavesAfter: fc.option(fc.nat(30), { freq: 3 }),
  /** Scored again, perhaps under other rules and weights. */
  again: fc.option(fc.record({ casts, rules: fc.option(rules) }), { freq: 2 }),
});
export const randomMeeting = fc.record({
  groups: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 3 }),
  weights: fc.array(fc.constantFrom(0, 1, 1, 2, 30, 997), { minLength: 3, maxLength: 3 }),
  rules,
  turns: fc.array(turn, { minLength: 1, maxLength: 4 }),
  written: fc.array(casts, { minLength: 2, maxLength: 2 }),
  /** The first group is of one mind and outweighs the others: scores are near to each other. */
  near: fc.boolean(),
  /** The second group fills in a sheet of its own, with parts, decimals and grades. */
  apart: fc.boolean(),
  /** The written round stands open beside the turns, or comes after them. */
  beside: fc.boolean(),
  out: fc.option(fc.nat(5), { freq: 2 }),
});
export type RandomMeeting = typeof randomMeeting extends fc.Arbitrary<infer T> ? T : never;

/** Of 100 points: 40, 20, 25 and 15. */
function choiceOf(points: number | null) {
  if (points === null) return ABSTAIN;
  let left = points;
  const [a = 0, b = 0, c = 0, d = 0] = [40, 20, 25, 15].map((max) => {
    const part = Math.min(max, left);
    left -= part;
    return part;
  });
  return scores(a, b, c, d);
}

const APART = 'apart';

/** A sheet of two levels: half points, whole ones, and a scale. */
const SHEET: Omit<Sheet, 'version' | 'reason'> = {
  ...{ id: APART, name: '分表' },
  children: [
    {
      ...{ id: 'p', name: '甲', weight: '3' },
      children: [
        { id: 'a', name: '一', weight: '1', max: '10', step: '0.5' },
        { id: 'b', name: '二', weight: '2', max: '7', step: '1' },
      ],
    },
    {
      ...{ id: 'q', name: '乙', weight: '1', max: '4' },
      scale: [
        { id: 'x', name: '好', mark: '4' },
        { id: 'y', name: '中', mark: '2.5' },
      ],
    },
  ],
};

function apartChoice(points: number | null): Choice {
  if (points === null) return ABSTAIN;
  const [a, b] = [Math.round(points / 5) / 2, Math.round((points * 7) / 100)];
  return { kind: 'scores', scores: { a, b, q: points > 79 ? 4 : 2.5 } };
}

/** Plays it; what is asked for and cannot be done is left out. @param look sees it after each reveal */
export function played(plan: RandomMeeting, look: (play: Play) => void): Play {
  const units = plan.turns.length + plan.written.length;
  const play = seated({ units, groups: plan.groups });
  const seats = [...play.meeting.seats.keys()];
  const seatAt = (n: number) => seats[n % seats.length] ?? seatId('S001');
  const may = (command: StaffCommand) => {
    const decision = play.decide(command);
    if (decision.ok) play.staff(command);
    return decision.ok;
  };
  const adopt = (scheme: Omit<Scheme, 'id' | 'version'>) =>
    play.staff({ type: 'AdoptScheme', scheme: { id: 'main', ...scheme } });
  const weigh = (shift: number) =>
    // Not while a round is open.
    may({
      type: 'SetWeights',
      weights: plan.groups.map((_, n) => ({
        group: groupId(`G${String(n + 1)}`),
        // Not all of them nothing.
        weight: plan.near
          ? n === 0
            ? 997
            : 1
          : plan.weights[(n + shift) % 3] || (n === 0 ? 1 : 0),
      })),
    });
  const isApart = (seat: SeatId) =>
    plan.apart && play.meeting.seats.get(seat)?.group === groupId('G2');
  const sheet =
    plan.apart && plan.groups.length > 1
      ? [{ groups: [groupId('G2')], sheet: APART }, { sheet: 'live' }]
      : 'live';
  const revisions = new Map<string, number>();
  const cast = (item: string, attempt: number, unit: string, n: number, points: number | null) => {
    const seat = seatAt(n);
    const key = [item, attempt, unit, seat].join();
    const rev = (revisions.get(key) ?? 0) + 1;
    const decision = play.decideSeat({
      ...{ type: 'CastBallot', seat, round: roundId(item), attempt, subject: subjectId(unit), rev },
      claim: play.meeting.seats.get(seat)?.claim ?? 0,
      ...{ nonce: NONCE, salt: SALT },
      choice: isApart(seat) ? apartChoice(points) : choiceOf(points),
    });
    if (!decision.ok) return;
    revisions.set(key, rev);
    play.commit(decision, { kind: 'server' });
  };
  const castAll = (
    item: string,
    attempt: number,
    unit: string,
    { all, some }: RandomMeeting['written'][number],
  ) => {
    if (all !== null) for (const n of seats.keys()) cast(item, attempt, unit, n, all);
    for (const [n, points] of some) cast(item, attempt, unit, n, points);
    if (plan.near) for (let n = 0; n < (plan.groups[0] ?? 0); n++) cast(item, attempt, unit, n, 80);
  };
  const reveal = (item: string) => {
    may({ type: 'CloseRound', round: roundId(item) });
    // Written rounds have no beats: of those this is the reveal.
    for (let shown = 1; item !== 'w' && shown <= play.meeting.groups.length; shown++)
      if (may({ type: 'ShowGroups', round: roundId(item), shown })) look(play);
    may({ type: 'RevealRound', round: roundId(item) });
    look(play);
  };

  play.staff({ type: 'AdoptSheet', sheet: SHEET });
  adopt(plan.rules);
  weigh(0);
  const turns = plan.turns.map(({ disclosure }, n): Item => ({
    ...{ id: itemId(`t${String(n)}`), kind: 'score', secrecy: 'named', sheet },
    ...{ subjects: [subjectId(`U${String(n + 1)}`)], disclosure, seconds: 60 },
  }));
  const written: Item = {
    ...{ id: itemId('w'), kind: 'written', subjects: 'rest', sheet },
    disclosure: 'hidden',
  };
  play.staff({ type: 'SetAgenda', items: [written, ...turns] });
  const openWritten = () => {
    play.staff({ type: 'EnterItem', item: written.id });
    may({ type: 'OpenRound', item: written.id });
  };
  if (plan.beside) openWritten();
  plan.turns.forEach((one, n) => {
    const item = `t${String(n)}`;
    const unit = `U${String(n + 1)}`;
    for (const seat of one.recused)
      may({
        type: 'DeclareRecusal',
        reviewer: reviewerId(`R${String((seat % seats.length) + 1)}`),
        subject: subjectId(unit),
      });
    play.staff({ type: 'EnterItem', item: itemId(item) });
    if (!may({ type: 'OpenRound', item: itemId(item) })) return;
    castAll(item, 1, unit, one.casts);
    if (one.leaves !== null) may({ type: 'LeaveSeat', seat: seatAt(one.leaves), reason: '离场' });
    reveal(item);
    if (one.leavesAfter !== null) {
      may({ type: 'LeaveSeat', seat: seatAt(one.leavesAfter), reason: '离场' });
      look(play);
    }
    if (!one.again) return;
    if (one.again.rules) {
      adopt(one.again.rules);
      weigh(1);
    }
    if (!may({ type: 'RepeatRound', round: roundId(item), reason: '重来' })) return;
    castAll(item, 2, unit, one.again.casts);
    reveal(item);
  });
  if (!plan.beside) openWritten();
  const round = play.meeting.rounds.get(roundId('w'));
  const rest = round ? subjectsOf(play.meeting, round) : [];
  rest.forEach((unit, n) => {
    const given = plan.written[n % plan.written.length];
    if (given) castAll('w', 1, unit, given);
  });
  play.staff({ type: 'EnterItem', item: written.id });
  reveal('w');
  if (plan.out !== null) {
    const subject = subjectId(`U${String((plan.out % units) + 1)}`);
    may({ type: 'WithdrawSubject', subject, reason: '退出' });
    look(play);
  }
  for (const { id } of turns) {
    may({ type: 'EnterItem', item: id });
    look(play);
  }
  return play;
}
