// Who rates in a round, as items of the agenda and opened rounds were stored. Loads zod.
import { z } from 'zod';
import type { SubjectId } from '../../ids.ts';
import { WITHINS, type Who } from '../agenda/item.ts';
import type { Raters } from '../round.ts';

const whole = z.int().min(0);
const units = z.strictObject({ kind: z.literal('units'), within: z.enum(WITHINS) });

export const who: z.ZodType<Who> = z.discriminatedUnion('kind', [
  units,
  z.strictObject({ kind: z.literal('ring'), next: whole }),
]);

export function ratersOf(subject: z.ZodType<SubjectId>): z.ZodType<Raters> {
  const orders = z.array(z.array(subject));
  return z.discriminatedUnion('kind', [
    units,
    z.strictObject({ kind: z.literal('ring'), next: whole, orders }),
  ]);
}
