// Recusals that a person has declared: lists that are imported later are joined with them, and never take them away.
import { describe, expect, it } from 'vitest';
import type { ReviewerEntry } from '../../../shared/meeting/commands/roster.ts';
import type { StaffCommand } from '../../../shared/meeting/commands.ts';
import type { MeetingEvent } from '../../../shared/meeting/events.ts';
import { rehearsalPlan } from '../../../shared/meeting/rehearsal.ts';
import { declaredApart, reviewersChange } from '../../../shared/meeting/roster-change.ts';
import { finished } from '../../../shared/steps.ts';
import { CLERK, created, reviewerId, subjectId, type Play } from '../../builders.ts';

function units(...ids: readonly string[]): StaffCommand {
  const entries = ids.map((id) => ({
    ...{ id: subjectId(id), kind: 'unit' as const, name: `单位${id}`, category: '部' },
  }));
  return { type: 'ImportSubjects', source: 'units.csv', entries };
}

/** Rows as `R1: ['U1']`: whom each may not score by the list. */
function entries(rows: Readonly<Record<string, readonly string[]>>): readonly ReviewerEntry[] {
  return Object.entries(rows).map(([id, recusals]) => ({
    ...{ id: reviewerId(id), name: `代表${id}`, group: '甲', attributes: {} },
    recusals: recusals.map(subjectId),
  }));
}

const list = (rows: Readonly<Record<string, readonly string[]>>): StaffCommand => ({
  ...{ type: 'ImportReviewers', source: 'reviewers.csv', entries: entries(rows) },
});

const declare = (reviewer: string, subject: string): StaffCommand => ({
  ...{ type: 'DeclareRecusal', reviewer: reviewerId(reviewer), subject: subjectId(subject) },
});

const of = ({ meeting }: Play, reviewer: string) =>
  meeting.pool.get(reviewerId(reviewer))?.recusals;

/** Three units; R1 may not score U1 by the list. */
const begun = () =>
  created()
    .staff(units('U1', 'U2', 'U3'))
    .staff(list({ R1: ['U1'], R2: [] }));

describe('a declared recusal', () => {
  it('outlives a corrected list, whose own come and go', () => {
    const play = begun().staff(declare('R1', 'U2')).staff(declare('R2', 'U3'));
    play.staff(list({ R1: ['U3'], R2: [], R3: [] }));
    expect([of(play, 'R1'), of(play, 'R2'), of(play, 'R3')]).toEqual([['U3', 'U2'], ['U3'], []]);
    play.staff(list({ R1: [], R2: [], R3: ['U1'] }));
    expect([of(play, 'R1'), of(play, 'R2'), of(play, 'R3')]).toEqual([['U2'], ['U3'], ['U1']]);
  });

  it('stays a person’s, also where a list has named it in between', () => {
    const play = begun().staff(declare('R2', 'U3'));
    play.staff(list({ R1: [], R2: ['U3'] })).staff(list({ R1: ['U1'], R2: [] }));
    expect(of(play, 'R2')).toEqual(['U3']);
  });

  it('comes back with whose it is, but not with a unit that is gone', () => {
    const play = begun().staff(declare('R2', 'U2')).staff(declare('R2', 'U3'));
    play.staff(list({ R1: [] }));
    expect(of(play, 'R2')).toBeUndefined();
    play.staff(units('U1', 'U3')).staff(list({ R1: [], R2: ['U1'] }));
    expect(of(play, 'R2')).toEqual(['U1', 'U3']);
  });

  it('once declared, cannot be declared again after an import', () => {
    const play = begun()
      .staff(declare('R2', 'U3'))
      .staff(list({ R1: [], R2: [] }));
    expect(play.decide(declare('R2', 'U3'))).toMatchObject({
      refusal: { code: 'already-recused' },
    });
  });
});

describe('the same list again', () => {
  const seatedWith = (...declared: readonly StaffCommand[]) => {
    const play = begun();
    for (const command of declared) play.staff(command);
    return play.staff({ type: 'FillSeats', reviewers: [reviewerId('R1'), reviewerId('R2')] });
  };

  it('is there already after seats are filled, without what was declared before or since', () => {
    const play = seatedWith(declare('R1', 'U2')).staff(declare('R2', 'U1'));
    const again = { R1: ['U1'], R2: [] };
    expect(play.decide(list(again))).toMatchObject({ ok: true, events: [], side: [] });
    expect(finished(reviewersChange(play.world, entries(again)))).toEqual({
      ...{ added: 0, changed: 0, same: 2, removed: 0, nothing: true },
    });
    // A list that says what was declared says nothing new, one that says less of its own does.
    expect(play.decide(list({ R1: ['U1', 'U2'], R2: ['U1'] }))).toMatchObject({ events: [] });
    expect(play.decide(list({ R1: [], R2: [] }))).toMatchObject({
      refusal: { code: 'roster-in-use' },
    });
  });

  it('is the same in whatever order a cell names its units', () => {
    const play = begun().staff(list({ R1: ['U1', 'U2', 'U3'], R2: [] }));
    expect(play.decide(list({ R1: ['U3', 'U1', 'U2'], R2: [] }))).toMatchObject({ events: [] });
    expect(play.decide(list({ R1: ['U3', 'U1', 'U1'], R2: [] }))).toMatchObject({
      events: [{ type: 'ReviewersImported' }],
    });
  });

  it('is there already in a rehearsal as well, which has the same recusals', () => {
    const play = begun().staff(declare('R1', 'U2')).staff(declare('R2', 'U3'));
    const copy = created();
    for (const command of rehearsalPlan(play.world).commands) copy.staff(command);
    expect([of(copy, 'R1'), of(copy, 'R2')]).toEqual([['U1', 'U2'], ['U3']]);
    expect(copy.decide(list({ R1: ['U1'], R2: [] }))).toMatchObject({ events: [] });
    copy.staff(list({ R1: [], R2: [] }));
    expect([of(copy, 'R1'), of(copy, 'R2')]).toEqual([['U2'], ['U3']]);
  });
});

it('a list on its way in says which stay, which rest, and whose id has another name', () => {
  const play = begun().staff(list({ R1: ['U1'], R2: [], R3: [] }));
  play.staff(declare('R1', 'U2')).staff(declare('R2', 'U3')).staff(declare('R3', 'U3'));
  const [first, second] = entries({ R1: ['U2'], R2: ['U1'] });
  if (!first || !second) throw new Error('no rows');
  expect(declaredApart(play.world, [first, { ...second, name: '李四' }])).toEqual({
    stay: [{ id: 'R2', name: '李四', was: '代表R2', subjects: ['U3'] }],
    rest: [{ id: 'R3', name: '代表R3', subjects: ['U3'] }],
  });
});

it('[R2] an older log’s import, which lost what was declared before it, comes to the same meeting', () => {
  const play = begun().staff(declare('R1', 'U2')).staff(declare('R2', 'U3'));
  const { pool } = play.meeting;
  const groups = play.meeting.groups.map((one) => ({ ...one, weight: String(one.weight) }));
  const reviewers = [...pool.values()].map((one) => ({
    ...one,
    recusals: one.id === 'R1' ? [subjectId('U1')] : one.recusals,
  }));
  const older: MeetingEvent = { type: 'ReviewersImported', source: 'r.csv', groups, reviewers };
  play.record(older, CLERK);
  expect([of(play, 'R1'), of(play, 'R2')]).toEqual([['U1'], ['U3']]);
  // What it lost is nobody's any more; what it kept is still a person's.
  play.staff(list({ R1: [], R2: [] }));
  expect([of(play, 'R1'), of(play, 'R2')]).toEqual([[], ['U3']]);
});

it('a list of units that lacks one with a report is refused: the report would be nobody’s', () => {
  const play = created().staff(units('U1', 'U2'));
  const document = {
    ...{ hash: '0'.repeat(64), name: '报告.pdf', bytes: 1000 },
    media: 'application/pdf' as const,
  };
  play.staff({ type: 'AttachDocument', subject: subjectId('U2'), document });
  expect(play.decide(units('U1', 'U3'))).toMatchObject({
    refusal: { code: 'subject-needed', id: 'U2' },
  });
  play.staff({ type: 'RemoveDocument', subject: subjectId('U2'), hash: document.hash });
  play.staff(units('U1', 'U3'));
});
