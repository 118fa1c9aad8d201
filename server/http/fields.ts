// Fields that several routes read: names as the log can hold them, and where an operator's screen stood.
import { z } from 'zod';
import { ID_PATTERN, type ItemId, type ReviewerId } from '../../shared/ids.ts';
import { nameFlaw, nameText } from '../../shared/roster/cells.ts';

/** A name that a person chose: NFC, trimmed, without hidden characters, since canonical JSON must hold it. */
export const nameField = z
  .string()
  .max(400)
  .transform(nameText)
  .refine((name) => name !== '' && nameFlaw(name) === null);

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
