// Four ways of adding a year up that a meeting can start from. Every number in them is the editor's to change.
import type { ItemId } from '../../ids.ts';
import type { PlanNode, PlanRules, PlanSource } from './plan.ts';

export const PLAN_TEMPLATES = [
  'double-random',
  'city-offices',
  'overall',
  'party-and-government',
] as const;
export type PlanTemplate = (typeof PLAN_TEMPLATES)[number];

/** What its parts are called. */
export interface PlanTemplateNames {
  readonly result: string;
  readonly indicators: string;
  readonly review: string;
  readonly satisfaction: string;
  readonly leaders: string;
  readonly publics: string;
  readonly year: string;
  readonly quarters: readonly [string, string, string, string];
  readonly survey: string;
  readonly society: string;
  readonly assessment: string;
  readonly offices: readonly [string, string, string];
  readonly waves: string;
  readonly wave: readonly [string, string];
  readonly bonus: string;
  readonly honours: string;
  readonly deduction: string;
  readonly late: string;
  /** The tag that doubles a deduction. */
  readonly serious: string;
  /** The best first. */
  readonly grades: readonly [string, string, string, string];
}

/** The item of the draw that ends a chain; the agenda gets one of this id, or the editor names another. */
export const TIE_DRAW = 'tie-draw' as ItemId;

/** The rules of a template, with names in one language. */
export function planFrom(template: PlanTemplate, names: PlanTemplateNames): PlanRules {
  return TEMPLATES[template](names);
}

const TEMPLATES: Readonly<Record<PlanTemplate, (names: PlanTemplateNames) => PlanRules>> = {
  'double-random': (names) => ({
    tree: branch('root', names.result, undefined, [
      leaf('indicators', names.indicators, '60', { imported: 'indicators' }),
      leaf('review', names.review, '20', { rounds: 'all' }),
      branch('satisfaction', names.satisfaction, '20', [
        leaf('leaders', names.leaders, '30', { imported: 'leaders' }),
        leaf('public', names.publics, '70', { imported: 'public' }),
      ]),
    ]),
    tieBreak: [{ node: 'indicators' }, { node: 'public' }, { draw: TIE_DRAW }],
    grades: {
      names: names.grades,
      thresholds: ['90', '80', '60'],
      shares: ['0.2', '0.8', '0'],
      of: 'category',
    },
    consequences: [],
    kinds: [
      { id: 'bonus', name: names.bonus, sign: 'bonus' },
      { id: 'deduction', name: names.deduction, sign: 'deduction' },
    ],
    ...{ bonusCap: '5', deductionCap: '10' },
  }),

  'city-offices': (names) => ({
    tree: branch('root', names.result, undefined, [
      branch(
        'year',
        names.year,
        '80',
        names.quarters.map((name, n) => {
          const id = `q${String(n + 1)}`;
          return leaf(id, name, '1', { earlier: id, node: 'total' });
        }),
      ),
      branch('survey', names.survey, '20', [
        leaf('leaders', names.leaders, '30', { imported: 'leaders' }),
        leaf('society', names.society, '70', { rounds: 'all' }),
      ]),
    ]),
    tieBreak: [{ node: 'year' }, { node: 'society' }, { draw: TIE_DRAW }],
    grades: {
      names: names.grades,
      thresholds: ['90', '80', '70'],
      shares: ['0.3', '0.7', '0'],
      of: 'category',
    },
    consequences: [],
    kinds: [],
  }),

  overall: (names) => ({
    tree: {
      ...{ id: 'root', name: names.result, combine: 'points', missing: 'incomplete' },
      children: [
        {
          ...{ id: 'assessment', name: names.assessment, points: '75' },
          ...{ combine: 'points', missing: 'incomplete' },
          children: (['30', '25', '20'] as const).map((points, n) => ({
            ...{ id: `office${String(n + 1)}`, name: names.offices[n] ?? '', points },
            source: { imported: `office${String(n + 1)}` },
          })),
        },
        {
          ...{ id: 'waves', name: names.waves, points: '25' },
          ...{ combine: 'weighted', missing: 'incomplete' },
          children: [
            leaf('wave1', names.wave[0], '1', { imported: 'wave1' }),
            leaf('wave2', names.wave[1], '1', { rounds: 'all' }),
          ],
        },
      ],
    },
    tieBreak: [{ node: 'assessment' }, { deduction: true }, { draw: TIE_DRAW }],
    grades: { names: names.grades, thresholds: ['90', '80', '60'], of: 'category' },
    consequences: [],
    kinds: [
      { ...{ id: 'honours', name: names.honours, sign: 'bonus' }, ...{ cap: '3', late: 'carry' } },
      {
        ...{ id: 'late', name: names.late, sign: 'deduction', cap: '2' },
        multipliers: { [names.serious]: '2' },
      },
    ],
  }),

  'party-and-government': (names) => {
    const [best, good, passed] = names.grades;
    return {
      tree: branch('root', names.result, undefined, [
        leaf('indicators', names.indicators, '60', { imported: 'indicators' }),
        leaf('survey', names.survey, '40', { rounds: 'all' }),
      ]),
      tieBreak: [{ node: 'indicators' }, { draw: TIE_DRAW }],
      grades: {
        names: names.grades,
        thresholds: ['90', '75', '60'],
        shares: ['0.3', '0.7', '0'],
        of: 'category',
      },
      consequences: [
        { last: 3, of: 'category' },
        { staffShare: { [best]: '0.18', [good]: '0.15', [passed]: '0.12' } },
      ],
      kinds: [{ id: 'deduction', name: names.deduction, sign: 'deduction' }],
    };
  },
};

function branch(
  id: string,
  name: string,
  weight: string | undefined,
  children: readonly PlanNode[],
): PlanNode {
  const size = weight === undefined ? {} : { weight };
  return { id, name, ...size, combine: 'weighted', missing: 'incomplete', children };
}

function leaf(id: string, name: string, weight: string, source: PlanSource): PlanNode {
  return { id, name, weight, source };
}
