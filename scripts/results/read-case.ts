// A case of RESULTS.md §11 as it stands in a file: what it leaves out is filled in with nothing.
import { z } from 'zod';
import { recordOf } from '../../shared/wire-record.ts';
import type { Component, ResultCase, SheetPart } from '../../shared/results/case.ts';

const id = z.string().min(1);
const text = z.string();
const ids = z.array(id);
const count = z.int();
const decimals = recordOf(text, text);
const name = text.optional();

const line = { id, name, weight: text, max: text, groups: ids.optional() };
const sheetPart: z.ZodType<SheetPart> = z.lazy(() =>
  z.union([
    z.strictObject({ id, name, weight: text, children: z.array(sheetPart) }),
    z.strictObject({ ...line, step: text }),
    z.strictObject({ ...line, scale: z.array(z.strictObject({ id, name, mark: text })) }),
  ]),
);

const source = z.union([
  z.strictObject({ rounds: ids }),
  z.strictObject({ imported: id }),
  z.strictObject({ earlier: id, node: id.optional() }),
  z.strictObject({ parent: z.union([text, z.null(), z.literal(true)]) }),
  z.strictObject({ expert: id, max: text }),
]);

const size = { id, name, weight: text.optional(), points: text.optional() };
const component: z.ZodType<Component> = z.lazy(() =>
  z.union([
    z.strictObject({
      ...size,
      combine: z.enum(['weighted', 'points']),
      missing: z.enum(['rescale', 'zero', 'incomplete']),
      children: z.array(component),
    }),
    z.strictObject({ ...size, source }),
  ]),
);

const state = z.enum(['declared', 'confirmed', 'rejected', 'cancelled']);
const scope = z.enum(['category', 'all']).default('category');
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

const marks = z.union([decimals, z.literal('abstain').transform(() => null)]);
const ballot = z
  .union([z.tuple([id, id, marks]), z.tuple([id, id, marks, count])])
  .transform(([seat, subject, filled, attempt = 1]) => ({
    ...{ seat, subject, attempt },
    marks: filled,
  }));

const rule = z.union([
  z.strictObject({ node: id }),
  z.strictObject({ group: id, rounds: ids }),
  z.strictObject({ deduction: z.literal(true) }),
  z.strictObject({ draw: id }),
]);

const vote = z
  .strictObject({
    id,
    kind: z.enum(['choose', 'approve']),
    options: ids,
    n: count.optional(),
    exactly: z.boolean().default(false),
    quorum: z.strictObject({ share: text, of: z.enum(['seats', 'present']) }).optional(),
    majority: z
      .strictObject({
        share: text,
        of: z.enum(['cast', 'decided', 'seats']),
        strict: z.boolean().default(false),
      })
      .optional(),
    weighted: z.boolean().default(false),
    seats: ids.default([]),
    present: ids.default([]),
    ballots: z.array(z.tuple([id], id)).default([]),
  })
  .transform(({ ballots, ...rest }) => ({
    ...rest,
    ballots: ballots.map(([seat, ...words]) => ({
      seat,
      // With a single option to approve, abstaining on it and on the whole is the same.
      words: words.length === 1 && words[0] === 'abstain' ? null : words,
    })),
  }));

const schema = z.object({
  subjects: z
    .array(
      z.strictObject({
        ...{ id, name, category: text.default('') },
        ...{ headcount: count.min(0).optional(), parent: id.optional() },
      }),
    )
    .default([]),
  groups: z.array(z.strictObject({ id, name, weight: text })).default([]),
  seats: z
    .array(z.strictObject({ id, name, group: id, recusals: ids.default([]), unit: id.optional() }))
    .default([]),
  sheets: z.array(z.strictObject({ id, name, children: z.array(sheetPart) })).default([]),
  rounds: z
    .array(
      z.strictObject({
        ...{ id, name, weight: text.optional(), subjects: ids.default([]) },
        sheets: z
          .array(
            z.strictObject({
              groups: ids.optional(),
              categories: z.array(text).optional(),
              sheet: id,
            }),
          )
          .default([]),
        revealed: recordOf(id, count).default({}),
        ballots: z.array(ballot).default([]),
      }),
    )
    .default([]),
  scheme: z
    .strictObject({
      spread: z
        .union([
          z.strictObject({ kind: z.literal('none') }),
          z.strictObject({ kind: z.literal('trim'), t: count.min(0) }),
          z.strictObject({ kind: z.literal('cap'), margin: text }),
        ])
        .default({ kind: 'none' }),
      centre: z.enum(['mean', 'median']).default('mean'),
      emptyGroup: z.enum(['rescale', 'incomplete']).default('rescale'),
      belowFloor: z.enum(['count', 'empty']).default('count'),
      floor: count.min(1).default(5),
    })
    .prefault({}),
  imported: z
    .array(z.strictObject({ id, name, max: text, values: decimals.default({}) }))
    .default([]),
  earlier: z
    .array(
      z.strictObject({
        ...{ id, name, root: id.optional() },
        values: recordOf(id, decimals).default({}),
        grades: recordOf(id, id).default({}),
      }),
    )
    .default([]),
  experts: z
    .array(
      z.strictObject({
        ...{ id, name },
        entries: z
          .array(
            z.strictObject({
              ...{ id: id.optional(), subject: id, points: text, state },
              ...{ reason: text.optional(), item: text.optional() },
            }),
          )
          .default([]),
      }),
    )
    .default([]),
  adjustments: z
    .strictObject({
      period: z.tuple([date, date]),
      kinds: z
        .array(
          z.strictObject({
            ...{ id, name, sign: z.enum(['bonus', 'deduction']), cap: text.optional() },
            late: z.enum(['drop', 'carry']).optional(),
            multipliers: decimals.optional(),
          }),
        )
        .default([]),
      entries: z
        .array(
          z.strictObject({
            ...{ id, subject: id, kind: id, points: text, event: text.default('') },
            ...{ tags: z.array(text).default([]), date, state, carried: z.boolean().optional() },
            ...{ reason: text.optional(), evidence: z.unknown().optional() },
            cancelled: z.unknown().optional(),
          }),
        )
        .default([]),
      bonusCap: text.optional(),
      deductionCap: text.optional(),
      clamp: z.tuple([text, text]).optional(),
    })
    .nullable()
    .default(null),
  vetoes: z
    .array(
      z.strictObject({
        ...{ subject: id, reason: text.optional() },
        effect: z.union([z.literal('unranked'), z.strictObject({ worst: id })]),
      }),
    )
    .default([]),
  draws: z.array(z.strictObject({ id, order: ids })).default([]),
  result: z
    .strictObject({
      trees: recordOf(text, component).optional(),
      tree: component.optional(),
      tieBreak: z.array(rule).default([]),
    })
    .prefault({}),
  grades: z.preprocess(
    // An object without anything in it is no form.
    (given) => (isEmpty(given) ? null : given),
    z
      .strictObject({
        names: ids,
        thresholds: z.array(text).optional(),
        shares: z.array(text).optional(),
        of: scope,
      })
      .nullable()
      .default(null),
  ),
  consequences: z
    .array(
      z.union([
        z.strictObject({ last: count.min(1), of: scope }),
        z.strictObject({
          repeated: z.strictObject({ grade: id, times: count.min(1), within: count.min(1) }),
        }),
        z.strictObject({ staffShare: recordOf(id, text) }),
      ]),
    )
    .default([]),
  votes: z.array(vote).default([]),
});

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

export type CaseReading =
  { readonly ok: true; readonly case: ResultCase } | { readonly ok: false; readonly why: string };

/** @returns why it is no case: the place in the file, and what was expected there */
export function readCase(given: unknown): CaseReading {
  const reading = schema.safeParse(given);
  if (reading.success) return { ok: true, case: reading.data };
  const [issue] = reading.error.issues;
  return { ok: false, why: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}` };
}
