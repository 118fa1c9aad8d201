// Schema of a result plan, as pages send it and as the log keeps it. Loads zod: no phone's code.
import { z } from 'zod';
import { ID_PATTERN } from './ids.ts';
import type { PlanKind, PlanNode, PlanRules } from './meeting/result/plan.ts';
import { MOST_LABEL } from './number-limits.ts';
import { recordOf } from './wire-record.ts';

/** Nodes of one tree, its root among them; levels below the root. */
export const MOST_NODES = 100;
export const MOST_DEPTH = 4;
/** Of rules in a chain, grades, kinds, consequences, tags of one kind. */
export const MOST_RULES = 20;

const id = z.string().regex(ID_PATTERN);
/** Item and round ids are longer than others: ours have a prefix and a suffix. */
const longId = z.string().regex(/^[A-Za-z0-9._-]{1,140}$/);
const decimal = z.string().regex(/^(0|[1-9]\d{0,8})(\.\d{1,6})?$/);
const share = z.string().regex(/^\d{1,9}(?:\.\d{1,6}|\/[1-9]\d{0,8})?$/);
const label = z.string().min(1).max(MOST_LABEL);
const count = z.int().min(1).max(1000);
const scope = z.enum(['category', 'all']);

/**
 * A plan with its names read by `name`: typed ones are brought into one form, stored ones are taken as they are.
 *
 * @param name of nodes and kinds
 */
export function planSchema(name: z.ZodType<string>): z.ZodType<PlanRules> {
  const rounds = z.union([z.literal('all'), z.array(longId).min(1).max(MOST_NODES)]);
  const source = z.union([
    z.strictObject({ rounds }),
    z.strictObject({ imported: id }),
    z.strictObject({ earlier: id, node: z.enum(['root', 'total']).exactOptional() }),
    z.strictObject({ parent: z.union([id, z.literal(true)]) }),
  ]);
  const size = { id, name, weight: share.exactOptional(), points: share.exactOptional() };
  const node = (levels: number): z.ZodType<PlanNode> => {
    const leaf = z.strictObject({ ...size, source });
    if (levels === 0) return leaf as z.ZodType as z.ZodType<PlanNode>;
    const branch = z.strictObject({
      ...size,
      combine: z.enum(['weighted', 'points']),
      missing: z.enum(['rescale', 'zero', 'incomplete']),
      children: z
        .array(node(levels - 1))
        .min(1)
        .max(MOST_NODES),
    });
    return z.union([branch, leaf]) as z.ZodType as z.ZodType<PlanNode>;
  };
  const tree = node(MOST_DEPTH).refine((root) => sizeOf(root) <= MOST_NODES);
  const tie = z.union([
    z.strictObject({ node: id }),
    z.strictObject({ group: id, rounds }),
    z.strictObject({ deduction: z.literal(true) }),
    z.strictObject({ draw: longId }),
  ]);
  const kind = z.strictObject({
    ...{ id, name, sign: z.enum(['bonus', 'deduction']), cap: decimal.exactOptional() },
    late: z.enum(['drop', 'carry']).exactOptional(),
    multipliers: recordOf(label, share).exactOptional(),
  }) as z.ZodType as z.ZodType<PlanKind>;
  const consequence = z.union([
    z.strictObject({ last: count, of: scope }),
    z.strictObject({ repeated: z.strictObject({ grade: label, times: count, within: count }) }),
    z.strictObject({ staffShare: recordOf(label, share) }),
  ]);
  return z.strictObject({
    tree: tree.exactOptional(),
    trees: recordOf(id, tree).exactOptional(),
    tieBreak: z.array(tie).max(MOST_RULES),
    grades: z
      .strictObject({
        names: z.array(label).min(1).max(MOST_RULES),
        thresholds: z.array(decimal).max(MOST_RULES).exactOptional(),
        shares: z.array(share).max(MOST_RULES).exactOptional(),
        of: scope,
      })
      .exactOptional(),
    consequences: z.array(consequence).max(MOST_RULES),
    kinds: z.array(kind).max(MOST_RULES),
    bonusCap: decimal.exactOptional(),
    deductionCap: decimal.exactOptional(),
    clamp: z.tuple([decimal, decimal]).exactOptional(),
    roundWeights: z
      .array(z.strictObject({ round: longId, weight: share }))
      .max(MOST_NODES)
      .exactOptional(),
  }) as z.ZodType as z.ZodType<PlanRules>;
}

function sizeOf(node: PlanNode): number {
  return 'children' in node ? node.children.reduce((all, one) => all + sizeOf(one), 1) : 1;
}
