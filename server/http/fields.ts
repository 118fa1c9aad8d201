// Fields that several routes read: ids, and where an operator's screen stood.
import { z } from 'zod';
import { ID_PATTERN, type ItemId, type ReviewerId } from '../../shared/ids.ts';

export const expectsField = z.strictObject({
  item: z
    .string()
    .regex(/^[A-Za-z0-9._-]{1,140}$/)
    .transform((id) => id as ItemId)
    .nullable(),
  touched: z.number().int().min(0),
});

export const reviewerField = z
  .string()
  .regex(ID_PATTERN)
  .transform((id) => id as ReviewerId);
