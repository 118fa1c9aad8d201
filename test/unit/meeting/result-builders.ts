// Meetings with a result plan: units scored on stage, columns, adjustments, and the steps of the decision.
import type { StaffCommandOf } from '../../../shared/meeting/commands.ts';
import { meetingResult } from '../../../shared/meeting/result/meeting-result.ts';
import { planFrom, type PlanTemplate } from '../../../shared/meeting/result/plan-templates.ts';
import type { PlanRules } from '../../../shared/meeting/result/plan.ts';
import { toDecimal, type Rational } from '../../../shared/scoring/rational.ts';
import { planTemplateText } from '../../../shared/text/plan-template.ts';
import {
  CLERK,
  itemId,
  roundId,
  scores,
  SECOND_CLERK,
  seated,
  subjectId,
  type Play,
} from '../../builders.ts';

/** U1 and U3 are departments, U2 and U4 townships: K1 and K2. */
export function withPlan(template: PlanTemplate | PlanRules, units = 4): Play {
  const play = seated({ units, groups: [5] });
  const plan = typeof template === 'string' ? planFrom(template, planTemplateText.zh) : template;
  const period = { from: '2026-01-01', to: '2026-12-31' };
  const { title, zone, retainUntil } = play.meeting;
  play.staff({ type: 'ChangeMeeting', title, zone, retainUntil, period });
  return play.staff({ type: 'AdoptResult', plan, reason: '按年度方案' });
}

/** Every seat gives each of these units this total of 100, on stage, and it is revealed. */
export function scored(play: Play, totals: Readonly<Record<string, number>>): Play {
  for (const [unit, total] of Object.entries(totals)) {
    const id = `s-${unit}`;
    play.staff({
      type: 'AddItems',
      after: play.meeting.agenda.at(-1)?.id ?? null,
      items: [
        {
          ...{ id: itemId(id), kind: 'score', subjects: [subjectId(unit)], secrecy: 'named' },
          ...{ sheet: 'live', disclosure: 'hidden', seconds: 0 },
        },
      ],
    });
    play.staff({ type: 'EnterItem', item: itemId(id) });
    play.staff({ type: 'OpenRound', item: itemId(id) });
    for (const seat of play.meeting.seats.keys()) play.cast(seat, id, 1, worth(total));
    play.staff({ type: 'CloseRound', round: roundId(id) });
    play.staff({ type: 'RevealRound', round: roundId(id) });
  }
  return play;
}

function worth(total: number) {
  const c1 = Math.min(40, total);
  const c2 = Math.min(20, total - c1);
  const c3 = Math.min(25, total - c1 - c2);
  return scores(c1, c2, c3, total - c1 - c2 - c3);
}

export function column(
  id: string,
  values: Readonly<Record<string, string>>,
  more: Partial<StaffCommandOf<'ImportColumn'>> = {},
): StaffCommandOf<'ImportColumn'> {
  return {
    ...{ type: 'ImportColumn', column: id, name: id, max: '100', source: `${id}.xlsx` },
    values: Object.entries(values).map(([unit, value]) => ({ subject: subjectId(unit), value })),
    partial: false,
    ...more,
  };
}

export function earlier(
  id: string,
  totals: Readonly<Record<string, string>>,
): StaffCommandOf<'ImportEarlier'> {
  return {
    ...{ type: 'ImportEarlier', earlier: id, name: id, source: `${id}.xlsx` },
    rows: Object.entries(totals).map(([unit, total]) => ({ subject: subjectId(unit), total })),
  };
}

export function declaring(
  unit: string,
  kind: string,
  points: string,
  more: Partial<StaffCommandOf<'DeclareAdjustment'>> = {},
): StaffCommandOf<'DeclareAdjustment'> {
  return {
    ...{ type: 'DeclareAdjustment', subject: subjectId(unit), kind, points, event: '' },
    ...{ date: '2026-06-01', tags: [], carried: false, reason: '受到表彰', evidence: '市府发31号' },
    ...more,
  };
}

/** Declared by one and confirmed by another; its id. */
export function adjusted(play: Play, command: StaffCommandOf<'DeclareAdjustment'>): string {
  play.staff(command);
  const id = [...play.meeting.adjustments.keys()].at(-1) ?? '';
  play.staff({ type: 'ConfirmAdjustment', adjustment: id, reason: '' }, SECOND_CLERK);
  return id;
}

/** Of one unit, with four decimals. */
export function figuresOf(play: Play, unit: string) {
  const made = meetingResult(play.meeting);
  if (!made?.ok) throw new Error(made ? `${made.flaw}: ${made.at}` : 'no plan');
  const one = made.result.subjects.find(({ id }) => id === unit);
  if (!one) throw new Error(`no ${unit}`);
  const digits = (value: Rational | null | undefined) => value && toDecimal(value, 4);
  return {
    node: (id: string) => digits(one.nodes.get(id)),
    ...{ base: digits(one.base), bonus: digits(one.bonus), deduction: digits(one.deduction) },
    ...{ total: digits(one.total), rank: one.rank, categoryRank: one.categoryRank },
    grade: one.grade,
    result: made.result,
  };
}

/** What the refusal says, or that there is none. */
export function codeOf(play: Play, command: Parameters<Play['staff']>[0], by = CLERK): string {
  const decision = play.decide(command, undefined, by);
  return decision.ok ? 'ok' : decision.refusal.code;
}
