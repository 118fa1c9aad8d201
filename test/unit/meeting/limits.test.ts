// What one person may give in a written round, and what of it is left, also when units withdraw (RESULTS.md §9).
import { describe, expect, it } from 'vitest';
import type { Choice } from '../../../shared/ballots/ballot.ts';
import type { Refusal } from '../../../shared/meeting/refusals.ts';
import type { Limits } from '../../../shared/scoring/limits.ts';
import { panelWritten } from '../../../shared/views/audiences/panel.ts';
import {
  ABSTAIN,
  itemId,
  NONCE,
  Play,
  roundId,
  SALT,
  seated,
  seatId,
  subjectId,
} from '../../builders.ts';

const GRADES = [
  { id: 'top', name: '优秀', mark: '100' },
  { id: 'good', name: '良好', mark: '85' },
  { id: 'fair', name: '达标', mark: '70' },
];
const CHOICE = { id: 'g', name: '等次', weight: '1', max: '100', scale: GRADES } as const;
const NUMBER = { id: 'n', name: '总分', weight: '1', max: '100', step: '0.5' } as const;

/** Ten units, five of each category, one seat, and a written round over all of them. */
function opened(limits: Limits, line: typeof CHOICE | typeof NUMBER = CHOICE): Play {
  return seated({ units: 10, groups: [1] })
    .staff({ type: 'AdoptSheet', sheet: { id: 'live', name: '表', children: [line] } })
    .staff({
      type: 'SetAgenda',
      items: [
        {
          ...{ id: itemId('w'), kind: 'written', subjects: 'rest', sheet: 'live' },
          ...{ disclosure: 'hidden', limits },
        },
      ],
    })
    .staff({ type: 'EnterItem', item: itemId('w') })
    .staff({ type: 'OpenRound', item: itemId('w') });
}

const mark = (value: number, id = 'g'): Choice => ({ kind: 'scores', scores: { [id]: value } });

/** What it comes to; what is taken is in the box. */
function give(play: Play, unit: number, choice: Choice, rev = 1): Refusal | 'taken' {
  const decision = play.decideSeat({
    type: 'CastBallot',
    ...{ seat: seatId('S001'), claim: 1, round: roundId('w') },
    attempt: play.meeting.rounds.get(roundId('w'))?.attempts.length ?? 0,
    ...{ subject: subjectId(`U${String(unit)}`), rev, choice, nonce: NONCE, salt: SALT },
  });
  if (!decision.ok) return decision.refusal;
  play.commit(decision, { kind: 'server' });
  return 'taken';
}

describe('the top grade', () => {
  it('goes to ⌊share · n⌋ of the units, and the one too many is refused with how many there were', () => {
    // ⌊0.39 · 10⌋ = 3
    const play = opened({ top: { at: { grade: 'top' }, share: '0.39' } });
    for (const unit of [1, 2, 3]) expect(give(play, unit, mark(100))).toBe('taken');
    expect(give(play, 4, mark(100))).toEqual({ code: 'top-given', n: 3 });
    expect(give(play, 4, mark(85))).toBe('taken');
    // The same again, and one of the three once more, take nothing.
    expect(give(play, 1, mark(100), 2)).toBe('taken');
    // Lowered here, there is one for another.
    expect(give(play, 1, mark(70), 3)).toBe('taken');
    expect(give(play, 4, mark(100), 2)).toBe('taken');
    expect(give(play, 1, mark(100), 4)).toEqual({ code: 'top-given', n: 3 });
    expect(give(play, 2, ABSTAIN, 2)).toBe('taken');
    expect(give(play, 1, mark(100), 4)).toBe('taken');
  });

  it('or better: a lower grade from which on it is limited counts the better ones too', () => {
    const play = opened({ top: { at: { grade: 'good' }, share: '2/10' } });
    expect(give(play, 1, mark(100))).toBe('taken');
    expect(give(play, 2, mark(85))).toBe('taken');
    expect(give(play, 3, mark(85))).toEqual({ code: 'top-given', n: 2 });
    expect(give(play, 3, mark(70))).toBe('taken');
  });

  it('within each category where it says so', () => {
    // Odd units are of one category, even ones of the other: ⌊0.2 · 5⌋ = 1 each.
    const play = opened({ top: { at: { grade: 'top' }, share: '0.2', of: 'category' } });
    expect(give(play, 1, mark(100))).toBe('taken');
    expect(give(play, 3, mark(100))).toEqual({ code: 'top-given', n: 1 });
    expect(give(play, 2, mark(100))).toBe('taken');
    expect(give(play, 4, mark(100))).toEqual({ code: 'top-given', n: 1 });
  });

  it('a share that comes to none refuses the first', () => {
    const play = opened({ top: { at: { grade: 'top' }, share: '0.09' } });
    expect(give(play, 1, mark(100))).toEqual({ code: 'top-given', n: 0 });
  });

  it('a unit that withdraws takes no given grade away, and its own is free again', () => {
    const play = opened({ top: { at: { grade: 'top' }, share: '0.2' } });
    for (const unit of [1, 2]) expect(give(play, unit, mark(100))).toBe('taken');
    for (const unit of [9, 10])
      play.staff({ type: 'WithdrawSubject', subject: subjectId(`U${String(unit)}`), reason: '撤' });
    // Of eight it would be one; it was two of ten as the round opened.
    expect(give(play, 3, mark(100))).toEqual({ code: 'top-given', n: 2 });
    expect(give(play, 2, mark(100), 2)).toBe('taken');
    play.staff({ type: 'WithdrawSubject', subject: subjectId('U1'), reason: '撤' });
    expect(give(play, 3, mark(100))).toBe('taken');
    expect(give(play, 4, mark(100))).toEqual({ code: 'top-given', n: 2 });
    // What the phone reckons with is what the server does.
    expect(panelWritten(play)[0]?.limits?.began).toHaveLength(10);
  });

  it('from whom the person is recused is not among the n', () => {
    const play = opened({ top: { at: { grade: 'top' }, share: '0.1' } });
    expect(give(play, 1, mark(100))).toBe('taken');
    const other = seated({ units: 10, groups: [1] });
    expect(other.meeting.seats.size).toBe(1);
    play.staff({ type: 'DeclareRecusal', reviewer: 'R1' as never, subject: subjectId('U10') });
    // ⌊0.1 · 9⌋ = 0: nothing that stands is taken away, and nothing more is given.
    expect(give(play, 2, mark(100))).toEqual({ code: 'top-given', n: 0 });
  });
});

describe('totals', () => {
  it('from some height on are limited as grades are', () => {
    const play = opened({ top: { at: { total: '90' }, share: '1/5' } }, NUMBER);
    expect(give(play, 1, mark(90, 'n'))).toBe('taken');
    expect(give(play, 2, mark(100, 'n'))).toBe('taken');
    expect(give(play, 3, mark(90, 'n'))).toEqual({ code: 'top-given', n: 2 });
    expect(give(play, 3, mark(89.5, 'n'))).toBe('taken');
  });

  it('may be the same so often, and a changed ballot stands in nobody’s way but its own', () => {
    const play = opened({ distinct: 2 }, NUMBER);
    for (const unit of [1, 2]) expect(give(play, unit, mark(80, 'n'))).toBe('taken');
    expect(give(play, 3, mark(80, 'n'))).toEqual({ code: 'totals-alike', n: 2 });
    expect(give(play, 2, mark(80, 'n'), 2)).toBe('taken');
    expect(give(play, 2, mark(79.5, 'n'), 3)).toBe('taken');
    expect(give(play, 3, mark(80, 'n'))).toBe('taken');
    for (const unit of [4, 5, 6]) expect(give(play, unit, ABSTAIN)).toBe('taken');
  });
});

describe('limits that cannot be kept', () => {
  it.each<Limits>([
    { top: { at: { grade: 'top' }, share: '1.5' } },
    { top: { at: { total: '100.5' }, share: '0.5' } },
    { distinct: 0 },
  ])('%j are refused', (limits) => {
    expect(() => opened(limits)).toThrow('agenda-invalid');
  });

  it('a grade that no sheet of the round has limits nothing', () => {
    const play = opened({ top: { at: { grade: 'constructor' }, share: '0' } });
    for (const unit of [1, 2]) expect(give(play, unit, mark(100))).toBe('taken');
  });
});
