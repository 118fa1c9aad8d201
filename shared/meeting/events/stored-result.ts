// A plan and the rows of a result, as they were stored. Loads zod.
import { z } from 'zod';
import type { SubjectId } from '../../ids.ts';
import { planSchema } from '../../wire-plan.ts';
import { recordOf } from '../../wire-record.ts';
import type { OutcomeConsequence, OutcomeRow } from '../result/outcome.ts';
import type { PlanRules } from '../result/plan.ts';

const text = z.string();
const whole = z.int().min(0);
const subject = text.min(1).max(200) as z.ZodType<string> as z.ZodType<SubjectId>;
const exact = text.regex(/^-?\d+\/[1-9]\d*$/);

export const plan: z.ZodType<PlanRules> = planSchema(text);

export const rows: z.ZodType<readonly OutcomeRow[]> = z.array(
  z.strictObject({
    ...{ subject, nodes: recordOf(text, exact), bonus: exact, deduction: exact },
    ...{ bonusEntered: exact, deductionEntered: exact },
    base: z.exactOptional(exact),
    total: z.exactOptional(exact),
    rank: z.exactOptional(whole),
    categoryRank: z.exactOptional(whole),
    rule: z.exactOptional(whole),
    grade: z.exactOptional(text),
  }),
);

export const consequences: z.ZodType<readonly OutcomeConsequence[]> = z.array(
  z.union([
    z.strictObject({ subjects: z.array(subject) }),
    z.strictObject({ ratings: recordOf(text, whole) }),
  ]),
) as z.ZodType as z.ZodType<readonly OutcomeConsequence[]>;
