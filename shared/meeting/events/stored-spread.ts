// How the drawn are spread over cells, quotas or bands, as items of the agenda were stored. Loads zod.
import { z } from 'zod';
import type { QuotaRange } from '../../draw/lock.ts';
import type { CategoryId } from '../../ids.ts';
import { recordOf } from '../../wire-record.ts';
import { LOTS_COUNTS, type Band, type SpreadRule } from '../agenda/item.ts';

const text = z.string();
const whole = z.int().min(0);
const quota: z.ZodType<QuotaRange> = z.strictObject({ a: text, v: text, min: whole, max: whole });
const quotas: z.ZodType<readonly QuotaRange[]> = z.array(quota);
const band: z.ZodType<Band> = z.strictObject({ places: whole, take: whole });
const category = text as z.ZodType<string> as z.ZodType<CategoryId>;
const objective = z.exactOptional(z.literal('goldilocks'));

export const spread: z.ZodType<SpreadRule> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('proportional') }),
  z.strictObject({ kind: z.literal('fixed'), take: recordOf(text, whole) }),
  z.strictObject({
    ...{ kind: z.literal('lots'), panels: z.literal(LOTS_COUNTS) },
    ...{ quotas: z.exactOptional(quotas), objective },
  }),
  z.strictObject({ kind: z.literal('lottery'), quotas, objective }),
  z.strictObject({
    ...{ kind: z.literal('bands'), category: z.exactOptional(category) },
    ...{ first: z.exactOptional(band), last: z.exactOptional(band), rest: z.exactOptional(whole) },
  }),
]);
