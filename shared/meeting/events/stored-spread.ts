// How the drawn are spread over cells or quotas, as items of the agenda were stored. Loads zod.
import { z } from 'zod';
import type { QuotaRange } from '../../draw/lock.ts';
import { recordOf } from '../../wire-record.ts';
import { LOTS_COUNTS, type SpreadRule } from '../agenda/item.ts';

const text = z.string();
const whole = z.int().min(0);
const quota: z.ZodType<QuotaRange> = z.strictObject({ a: text, v: text, min: whole, max: whole });
const quotas: z.ZodType<readonly QuotaRange[]> = z.array(quota);
const objective = z.exactOptional(z.literal('goldilocks'));

export const spread: z.ZodType<SpreadRule> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('proportional') }),
  z.strictObject({ kind: z.literal('fixed'), take: recordOf(text, whole) }),
  z.strictObject({
    ...{ kind: z.literal('lots'), panels: z.literal(LOTS_COUNTS) },
    ...{ quotas: z.exactOptional(quotas), objective },
  }),
  z.strictObject({ kind: z.literal('lottery'), quotas, objective }),
]);
