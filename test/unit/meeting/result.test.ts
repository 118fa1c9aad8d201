// A meeting's result by each of the four plans, in hand-written arithmetic; and what is refused on the way there.
import { describe, expect, it } from 'vitest';
import { planFrom, PLAN_TEMPLATES } from '../../../shared/meeting/result/plan-templates.ts';
import { inputOf } from '../../../shared/meeting/result/input.ts';
import { resultBy } from '../../../shared/meeting/result/meeting-result.ts';
import { planOf } from '../../../shared/meeting/result/plans.ts';
import { planTemplateText } from '../../../shared/text/plan-template.ts';
import { staffCommand } from '../../../shared/wire.ts';
import type { Subject } from '../../../shared/meeting/people.ts';
import { CLERK, SECOND_CLERK, subjectId } from '../../builders.ts';
import {
  adjusted,
  codeOf,
  column,
  declaring,
  earlier,
  figuresOf,
  scored,
  withPlan,
} from './result-builders.ts';

const HUNDRED = { U1: '100', U2: '100', U3: '100', U4: '100' };

describe('双随机述职评议', () => {
  const play = scored(withPlan('double-random'), { U1: 83, U2: 70, U3: 60, U4: 50 });
  play
    .staff(column('indicators', { U1: '91.2', U2: '90', U3: '50', U4: '50' }))
    .staff(column('leaders', { U1: '90', U2: '80', U3: '50', U4: '50' }))
    .staff(column('public', { U1: '85.5', U2: '80', U3: '50', U4: '50' }));
  const event = '国家级试点';
  const trial = adjusted(play, declaring('U1', 'bonus', '2.5', { event }));
  adjusted(play, declaring('U1', 'bonus', '2'));
  adjusted(play, declaring('U1', 'bonus', '1.5'));
  const lower = adjusted(play, declaring('U1', 'bonus', '1', { event: ' 国家级 试点 ' }));
  const late = adjusted(play, declaring('U1', 'deduction', '0.5'));

  it('adds up live and written reviews, columns, and what is left of bonuses after their cap', () => {
    const { node, base, bonus, deduction, total } = figuresOf(play, 'U1');
    // 0.3 · 90 + 0.7 · 85.5; 0.6 · 91.2 + 0.2 · 83 + 0.2 · 86.85; + 5 of 2.5 + 2 + 1.5; − 0.5
    expect([node('satisfaction'), base, bonus, deduction, total]).toEqual([
      ...['86.8500', '88.6900', '5.0000'],
      ...['0.5000', '93.1900'],
    ]);
  });

  it('counts one event once, at its highest', () => {
    const { once, counted } = figuresOf(play, 'U1').result;
    expect([once, counted.includes(trial)]).toEqual([[lower], true]);
  });

  it('gives nobody a grade by share of which there is less than one', () => {
    // ⌊0.2 · 2⌋ = 0 places hold the best grade; 93.19 is good all the same.
    expect([figuresOf(play, 'U1').grade, figuresOf(play, 'U3').grade]).toEqual(['良好', '诫勉']);
  });

  it('a deduction that was made good counts no longer, and stays on record', () => {
    const made = { type: 'CancelAdjustment', adjustment: late, date: '2026-09-01' } as const;
    play.staff({ ...made, reason: '已补报' });
    expect(figuresOf(play, 'U1').total).toBe('93.6900');
    expect(play.meeting.adjustments.get(late)?.decided.map(({ state }) => state)).toEqual([
      'confirmed',
      'cancelled',
    ]);
    expect(codeOf(play, { ...made, reason: '再一次' })).toBe('adjustment-not-deducted');
  });
});

it('市级机关绩效: four quarters make 80, leaders and society 20 as 30 to 70', () => {
  const play = scored(withPlan('city-offices', 2), { U1: 90, U2: 60 });
  play.staff(column('leaders', { U1: '80', U2: '60' }));
  for (const [id, total] of [
    ['q1', '90'],
    ['q2', '80'],
    ['q3', '85'],
    ['q4', '95'],
  ] as const)
    play.staff(earlier(id, { U1: total, U2: '60' }));
  const { node, total, grade } = figuresOf(play, 'U1');
  // (90 + 80 + 85 + 95) / 4; 0.3 · 80 + 0.7 · 90; 0.8 · 87.5 + 0.2 · 87
  expect([node('year'), node('survey'), total]).toEqual(['87.5000', '87.0000', '87.4000']);
  expect([grade, figuresOf(play, 'U2').grade]).toEqual(['良好', '诫勉']);
});

it('综合绩效评估: points of several offices, two waves, honours once and carried, deductions doubled', () => {
  const play = scored(withPlan('overall', 1), { U1: 90 });
  play
    .staff(column('office1', { U1: '27' }, { max: '30' }))
    .staff(column('office2', { U1: '80' }))
    .staff(column('office3', { U1: '70' }))
    .staff(column('wave1', { U1: '80' }));
  const event = '创建文明城市';
  adjusted(play, declaring('U1', 'honours', '2', { event }));
  adjusted(play, declaring('U1', 'honours', '2.5', { event }));
  adjusted(play, declaring('U1', 'honours', '1'));
  const next = adjusted(play, declaring('U1', 'honours', '1', { date: '2027-01-03' }));
  adjusted(play, declaring('U1', 'late', '0.5', { tags: ['重点工作'] }));
  const { node, bonus, deduction, total, result } = figuresOf(play, 'U1');
  // (30 · 90 + 25 · 80 + 20 · 70) / 75; (80 + 90) / 2; (6100 + 25 · 85) / 100; 2.5 + 1 up to 3; 2 · 0.5
  expect([node('assessment'), node('waves'), bonus, deduction, total]).toEqual([
    ...['81.3333', '85.0000', '3.0000', '1.0000', '84.2500'],
  ]);
  expect(result.carried).toEqual([next]);
});

it('党政一体考评: a veto, the last three, and top ratings of the staff', () => {
  const play = scored(withPlan('party-and-government'), { U1: 90, U2: 80, U3: 85, U4: 70 });
  play.staff(column('indicators', { U1: '95', U2: '80', U3: '80', U4: '60' }));
  play.staff(column('headcount', { U1: '50', U2: '41' }, { max: '10000', partial: true }));
  // 0.6 · 95 + 0.4 · 90
  expect([figuresOf(play, 'U1').total, figuresOf(play, 'U1').grade]).toEqual(['93.0000', '良好']);
  const [last, ratings] = figuresOf(play, 'U1').result.consequences;
  expect(last).toEqual({ subjects: ['U1', 'U2', 'U3', 'U4'] });
  // ⌊0.15 · 50⌋ and ⌊0.15 · 41⌋: U2 has 80.
  expect(ratings).toEqual({
    ratings: new Map([
      ['U1', 7],
      ['U2', 6],
    ]),
  });
  play.staff({ type: 'DeclareVeto', subject: subjectId('U1'), worst: '达标', reason: '安全事故' });
  const vetoed = figuresOf(play, 'U1');
  expect([vetoed.grade, vetoed.categoryRank]).toEqual(['达标', 1]);
  // ⌊0.12 · 50⌋
  expect(vetoed.result.consequences[1]).toMatchObject({
    ratings: new Map([
      ['U1', 6],
      ['U2', 6],
    ]),
  });
  const [veto = ''] = play.meeting.vetoes.keys();
  play.staff({ type: 'LiftVeto', veto, reason: '复核后不成立' });
  expect(figuresOf(play, 'U1').grade).toBe('良好');
});

describe('a plan', () => {
  it('of every template, in both languages, fits what pages may send', () => {
    for (const language of ['zh', 'en'] as const)
      for (const template of PLAN_TEMPLATES) {
        const plan = planFrom(template, planTemplateText[language]);
        expect(staffCommand.safeParse({ type: 'AdoptResult', plan }).error).toBeUndefined();
      }
  });

  it('is kept in versions, needs a reason once people have come, and can be taken away', () => {
    const play = withPlan('double-random');
    const plan = planFrom('overall', planTemplateText.zh);
    expect(codeOf(play, { type: 'AdoptResult', plan })).toBe('reason-missing');
    play.staff({ type: 'AdoptResult', plan, reason: '改用综合评估' });
    expect(play.meeting.plans.map(({ version, reason }) => [version, reason])).toEqual([
      [1, '按年度方案'],
      [2, '改用综合评估'],
    ]);
    expect(play.decide({ type: 'AdoptResult', plan })).toMatchObject({ ok: true, events: [] });
    play.staff({ type: 'AdoptResult', plan: null, reason: '今年不用' });
    expect(planOf(play.meeting)).toBeNull();
  });

  it('that contradicts itself or what was entered is refused by the name of its part', () => {
    const play = withPlan('double-random');
    const plan = planFrom('double-random', planTemplateText.zh);
    const refusalOf = (changed: typeof plan) => {
      const decision = play.decide({ type: 'AdoptResult', plan: changed, reason: '试' });
      return decision.ok ? null : decision.refusal;
    };
    const zero = structuredClone(plan) as typeof plan & {
      tree: { children: { weight: string }[] };
    };
    for (const child of zero.tree.children) child.weight = '0';
    expect(refusalOf(zero)).toEqual({
      code: 'plan-invalid',
      flaw: 'weights-all-zero',
      name: '结果',
    });
    expect(refusalOf({ ...plan, tieBreak: [{ node: 'nobody' }] })).toMatchObject({
      flaw: 'unknown',
    });
    const { tree, ...rest } = plan;
    expect(refusalOf({ ...rest, trees: { [play.meeting.categories[0]!.id]: tree! } })).toEqual({
      ...{ code: 'plan-category', name: '乡镇' },
    });
    adjusted(play, declaring('U1', 'bonus', '1'));
    expect(refusalOf({ ...plan, kinds: [] })).toMatchObject({
      code: 'plan-invalid',
      name: 'bonus',
    });
  });

  it('with parents in a circle comes to nothing, and says whose', () => {
    const { meeting } = withPlan('double-random', 2);
    const parent = (id: string, of: string): [Subject['id'], Subject] => [
      subjectId(id),
      { ...meeting.subjects.get(subjectId(id))!, parent: subjectId(of) },
    ];
    const subjects = new Map([parent('U1', 'U2'), parent('U2', 'U1')]);
    const made = resultBy(inputOf({ ...meeting, subjects }), planOf(meeting)!);
    expect(made).toEqual({ ok: false, flaw: 'circle', at: 'U1' });
  });
});

describe('a column', () => {
  const play = withPlan('double-random');

  it('for half of the units is refused until that is meant, and nothing of it is kept', () => {
    const half = column('indicators', { U1: '90', U2: '80' });
    const decision = play.decide(half);
    expect(decision).toMatchObject({
      refusal: { code: 'column-partial', n: 2, of: 4, first: '第3单位' },
    });
    expect(play.meeting.columns.size).toBe(0);
    play.staff({ ...half, partial: true });
    expect(play.meeting.columns.get('indicators')?.values.size).toBe(2);
  });

  it('of a value off its scale, of nobody or of one unit twice is refused', () => {
    expect(codeOf(play, column('a', { ...HUNDRED, U1: '100.1' }))).toBe('column-value');
    expect(codeOf(play, column('a', { U9: '1' }))).toBe('unknown-subject');
    const twice = column('a', HUNDRED);
    expect(codeOf(play, { ...twice, values: [...twice.values, twice.values[0]!] })).toBe(
      'duplicate-id',
    );
  });

  it('that comes again as it is changes nothing', () => {
    play.staff(column('leaders', HUNDRED));
    expect(play.decide(column('leaders', HUNDRED))).toMatchObject({ ok: true, events: [] });
  });
});

describe('an adjustment', () => {
  it('needs evidence, points, a reason, and a kind that there is', () => {
    const play = withPlan('double-random');
    const given = declaring('U1', 'bonus', '1');
    expect(codeOf(play, { ...given, evidence: ' ' })).toBe('evidence-missing');
    expect(codeOf(play, { ...given, points: '0' })).toBe('points-missing');
    expect(codeOf(play, { ...given, reason: '' })).toBe('reason-missing');
    expect(codeOf(play, { ...given, kind: 'other' })).toBe('adjustment-kind');
    expect(codeOf(play, { ...given, document: 'ab'.repeat(32) })).toBe('document-unknown');
  });

  it('counts once another person has confirmed it, and two at once are told of each other', () => {
    const play = withPlan('double-random').staff(declaring('U1', 'bonus', '1'));
    const confirm = { type: 'ConfirmAdjustment', adjustment: 'J1', reason: '' } as const;
    expect(figuresOf(play, 'U1').bonus).toBe('0.0000');
    expect(codeOf(play, confirm, CLERK)).toBe('second-person');
    expect(codeOf(play, { ...confirm, type: 'RejectAdjustment' }, SECOND_CLERK)).toBe(
      'reason-missing',
    );
    play.staff(confirm, SECOND_CLERK);
    expect(play.decide(confirm, undefined, SECOND_CLERK)).toMatchObject({
      refusal: { code: 'adjustment-decided', as: 'confirmed' },
    });
    expect(figuresOf(play, 'U1').bonus).toBe('1.0000');
    expect(play.meeting.adjustments.get('J1')).toMatchObject({
      by: 'clerk',
      decided: [{ by: 'second', state: 'confirmed' }],
    });
  });

  it('[R14] its words lie beside the log', () => {
    const play = withPlan('double-random').staff(declaring('U1', 'bonus', '1', { event: '试点' }));
    const log = JSON.stringify(play.log);
    for (const words of ['受到表彰', '市府发31号', '试点']) expect(log).not.toContain(words);
    const { words } = play.meeting.adjustments.get('J1')!;
    const row = play.directory.get(`reason/${typeof words === 'string' ? '' : words.id}`);
    expect(row).toMatchObject({ name: '受到表彰', attributes: { event: '试点' } });
  });
});
